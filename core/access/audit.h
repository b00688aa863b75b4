// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/audit_entry.h"
#include "core/access/context.h"

#include <QJsonObject>

namespace chengdan::access {

/// A sensitive act that is no change of a described row, or none the triggers watch
/// (audit_triggers.h).
struct AuditNote {
    AuditAct act = AuditAct::SignIn;
    QString recordTable = {};
    QString record = {};
    QString title = {};
    QJsonObject before = {};
    QJsonObject after = {};
};

/// Writes an entry in the transaction of the act, in the name of its actor. Does nothing in a file
/// without an audit.
void recordAct(storage::Transaction& transaction, IdSource& ids, const AuditNote& note);

/// Rows have left the program as a file or over the clipboard; `to` is the file's name without its
/// folder.
Result<void> noteExport(
    const Context& context, const schema::RecordType& type, qint64 rows, const QString& to);

/// Which entries are wanted; everything given must hold.
struct AuditFilter {
    std::optional<AuditAct> act = {};
    std::optional<PersonId> person = {};
    QString recordTable = {};
    QString record = {}; ///< as AuditEntry::record
    QDate from = {}; ///< business dates in the company's time zone, both inclusive
    QDate until = {};
    qint64 limit = 100; ///< below 0: all
};

/// One field an act changed. The values are as stored, ready for a column's own display.
struct AuditChange {
    const schema::Column* column = nullptr; ///< null where the field is no described column
    QString name; ///< column name, or the key of the note
    schema::Value before;
    schema::Value after;
    QString beforeTitle; ///< for a reference: what the row it names is called now
    QString afterTitle;
};

/// Reads the audit. Every call needs Right::Administer.
class AuditService {
public:
    explicit AuditService(const Context& context)
        : m_context(context)
    {
    }
    /// The newest first.
    Result<std::vector<AuditEntry>> entries(const AuditFilter& filter = {});
    /// The fields of one entry, by its local row number.
    Result<std::vector<AuditChange>> changes(qint64 rid);

private:
    const Context& m_context;
};

} // namespace chengdan::access
