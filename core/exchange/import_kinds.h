// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/exchange/csv.h"

#include <functional>
#include <memory>

namespace chengdan::exchange {

/// What the importer must know of a record type beside its description.
struct ImportKind {
    QString name; ///< as on the command line: customers, contacts, items, opportunities
    const schema::RecordType* type = nullptr;
    access::Right right{}; ///< beside Right::Import
    QStringList filled; ///< required columns that `prepare` fills when a new row leaves them empty

    /// An empty record of the type.
    std::function<std::shared_ptr<void>()> make;
    /// Rules and derived fields of one row before it is written; `stored` is null for a new row. It
    /// writes nothing.
    using Prepare = std::function<Result<void>(const access::Context& context,
        storage::Transaction& transaction,
        void* record,
        const void* stored)>;
    Prepare prepare;
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
