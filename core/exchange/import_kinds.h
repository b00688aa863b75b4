// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/exchange/csv.h"

#include <functional>
#include <memory>

namespace chengdan::exchange {

/// Fills what a checked row still lacks when it is about to be written: its number, and what
/// depends on the rows before it. One object serves one import; rows come in file order, all of
/// them before the first is written.
class ImportCompleter {
public:
    virtual ~ImportCompleter() = default;
    /// `stored` is null for a new row.
    virtual void complete(storage::Transaction& transaction, void* record, const void* stored) = 0;
};

/// Whether a row of the file bears this value in a unique column.
using TakenInFile = std::function<bool(QStringView column, const QString& value)>;

/// What the importer must know of a record type beside its description.
struct ImportKind {
    QString name; ///< as on the command line: customers, contacts, items, opportunities
    const schema::RecordType* type = nullptr;
    access::Right right{}; ///< beside Right::Import
    QStringList filled; ///< required columns that `check` fills when a new row leaves them empty

    /// An empty record of the type, and an id for a new one (drawn on the writer's thread).
    std::function<std::shared_ptr<void>()> make;
    std::function<schema::Value(IdSource& ids)> makeId;
    /// Rules and derived fields of one row; `stored` is null for a new row. Reads only, so a file
    /// is checked on any thread while people go on working.
    std::function<Result<void>(const access::Context& context,
        storage::Connection& connection,
        void* record,
        const void* stored)>
        check;
    std::function<std::unique_ptr<ImportCompleter>(
        const access::Context& context, storage::Connection& connection, TakenInFile taken)>
        completer;
    /// What else a written row needs.
    std::function<void(const access::Context& context,
        storage::Transaction& transaction,
        void* record,
        const void* stored)>
        written;
};

/// Everything that can be imported.
const std::vector<ImportKind>& importKinds();
/// IMPORT_KIND, naming those there are.
Result<const ImportKind*> importKind(const QString& name);

} // namespace chengdan::exchange
