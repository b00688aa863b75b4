// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/undo.h"

#include "core/storage/search_index.h"

#include <algorithm>
#include <set>

namespace chengdan::access {

namespace {

using schema::Column;
using schema::ColumnType;
using schema::RecordType;
using schema::Row;
using schema::Value;
using storage::Connection;
using storage::JournalSpan;
using storage::Statement;

// Kinds of journal entries.
constexpr qint64 kInserted = 1;
constexpr qint64 kUpdated = 2;
constexpr qint64 kRangeInserted = 4; // `cols` is the last row

// From here on new rows are marked as a set.
constexpr std::size_t kAtOnce = 100;

using RowKey = std::pair<int, qint64>; // table number, rid

} // namespace

// What happened to one column of one row.
struct ColumnWork {
    qint64 first = 0; // entries of the act that wrote it
    qint64 last = 0;
    Value before; // what stood there before the act
    bool mixed = false; // somebody else wrote between two entries of the act
    std::optional<Value> wrote; // left by the act, known only if somebody wrote later
};

struct RowWork {
    qint64 newest = 0; // entry of the act, for the order
    bool inserted = false;
    std::map<QString, ColumnWork> columns;
    std::map<QString, Value> wroteLater; // of a row the act made: first old value of each column
};

namespace {

bool isBytes(const RecordType& type, const QString& column)
{
    const Column* own = type.column(column);
    return own != nullptr && (own->type == ColumnType::Id || own->type == ColumnType::Blob);
}

// The journal writes bytes as hex, and "nothing" as no digits at all.
Value bytesOf(const RecordType& type, const QString& column, const QString& hex)
{
    if (hex.isEmpty() && type.column(column)->nullable)
        return {};
    return QByteArray::fromHex(hex.toLatin1());
}

bool within(std::span<const JournalSpan> writes, qint64 n)
{
    return std::any_of(writes.begin(), writes.end(), [n](const JournalSpan& write) {
        return n > write.after && n <= write.last;
    });
}

} // namespace

// One taking back, inside its transaction.
class UndoService::Run {
public:
    Run(const UndoService& service, storage::Transaction& transaction)
        : m_service(service)
        , m_context(service.m_context)
        , m_transaction(transaction)
        , m_connection(transaction.connection())
    {
    }

    Result<Undone> operator()(std::span<const JournalSpan> writes)
    {
        if (auto read = readAct(writes); !read)
            return fail(read.error());
        readLater(writes);
        std::vector<RowKey> order;
        std::map<int, std::vector<qint64>> made; // new rows, by table
        for (const auto& [key, work] : m_rows) {
            if (work.inserted)
                made[key.first].push_back(key.second);
            else
                order.push_back(key);
        }
        for (const auto& [number, rids] : made) {
            const RecordType& type = *typeOf(number);
            if (rids.size() < kAtOnce || ruleOf(type).check) {
                for (const qint64 rid : rids)
                    order.emplace_back(number, rid);
            } else if (auto done = takeBackMany(type, rids); !done) {
                return fail(done.error());
            }
        }
        std::sort(order.begin(), order.end(), [this](const RowKey& a, const RowKey& b) {
            return m_rows.at(a).newest > m_rows.at(b).newest;
        });
        for (const RowKey& key : order) {
            if (auto done = takeBackRow(key, m_rows.at(key)); !done)
                return fail(done.error());
        }
        return std::move(m_result);
    }

private:
    const RecordType* typeOf(int number) const
    {
        for (const RecordType* type : m_context.database.types()) {
            if (type->number == number)
                return type;
        }
        return nullptr;
    }

    const UndoRule& ruleOf(const RecordType& type) const
    {
        return m_service.m_rules.at(QString::fromLatin1(type.table));
    }

    // The old values of one entry; json_each keeps integers exact.
    std::map<QString, Value> oldValues(const RecordType& type, qint64 n)
    {
        std::map<QString, Value> values;
        Statement pairs = m_connection.query(
            QStringLiteral("SELECT j.key, j.atom FROM _op, json_each(_op.old) j WHERE _op.n = ?"),
            {n});
        while (pairs.next()) {
            Value value = pairs.value(1);
            const QString column = pairs.text(0);
            if (const auto* hex = std::get_if<QString>(&value); hex && isBytes(type, column))
                value = bytesOf(type, column, *hex);
            values.emplace(column, std::move(value));
        }
        return values;
    }

    // Newest first, so that the oldest old value stays.
    Result<void> readAct(std::span<const JournalSpan> writes)
    {
        std::vector<JournalSpan> spans(writes.begin(), writes.end());
        std::sort(spans.begin(), spans.end(), [](const auto& a, const auto& b) {
            return a.last > b.last;
        });
        bool known = spans.empty();
        for (const JournalSpan& span : spans) {
            Statement ops = m_connection.query(
                QStringLiteral("SELECT n, tbl, rid, kind, cols FROM _op WHERE n > ? AND n <= ? "
                               "ORDER BY n DESC"),
                {span.after, span.last});
            while (ops.next()) {
                known = true;
                if (auto taken = takeEntry(ops); !taken)
                    return taken;
            }
        }
        if (!known)
            return fail("UNDO_GONE");
        return {};
    }

    Result<void> takeEntry(const Statement& op)
    {
        const qint64 n = op.integer(0);
        const RecordType* type = typeOf(static_cast<int>(op.integer(1)));
        const auto rule = type == nullptr
            ? m_service.m_rules.end()
            : m_service.m_rules.find(QString::fromLatin1(type->table));
        const qint64 kind = op.integer(3);
        if (rule == m_service.m_rules.end()
            || (kind != kInserted && kind != kUpdated && kind != kRangeInserted))
            return fail("UNDO_OTHER_WAY");
        if (rule->second.stays)
            return {};
        if (kind == kRangeInserted) {
            for (qint64 rid = op.integer(2); rid <= op.integer(4); ++rid) {
                RowWork& made = m_rows[{type->number, rid}];
                made.newest = std::max(made.newest, n);
                made.inserted = true;
            }
            return {};
        }
        RowWork& row = m_rows[{type->number, op.integer(2)}];
        row.newest = std::max(row.newest, n);
        if (kind == kInserted) {
            row.inserted = true;
            return {};
        }
        for (auto& [name, value] : oldValues(*type, n)) {
            ColumnWork& column = row.columns[name];
            column.first = n;
            column.last = std::max(column.last, n);
            column.before = std::move(value);
        }
        return {};
    }

    // What others did to the same rows since, oldest first.
    void readLater(std::span<const JournalSpan> writes)
    {
        qint64 from = m_rows.empty() ? 0 : std::numeric_limits<qint64>::max();
        for (const JournalSpan& write : writes)
            from = std::min(from, write.after);
        Statement ops = m_connection.query(
            QStringLiteral("SELECT n, tbl, rid FROM _op WHERE n > ? AND kind = ? ORDER BY n"),
            {from, kUpdated});
        while (ops.next()) {
            const auto found = m_rows.find({static_cast<int>(ops.integer(1)), ops.integer(2)});
            const qint64 n = ops.integer(0);
            if (found == m_rows.end() || within(writes, n))
                continue;
            for (auto& [name, value] : oldValues(*typeOf(found->first.first), n)) {
                found->second.wroteLater.emplace(name, value);
                const auto column = found->second.columns.find(name);
                if (column == found->second.columns.end() || n < column->second.first)
                    continue;
                if (n < column->second.last)
                    column->second.mixed = true;
                else if (!column->second.wrote)
                    column->second.wrote = value;
            }
        }
    }

    Result<void> takeBackRow(const RowKey& key, const RowWork& work)
    {
        const RecordType& type = *typeOf(key.first);
        const UndoRule& rule = ruleOf(type);
        if (auto allowed = m_context.session.require(rule.right); !allowed)
            return allowed;
        Statement stored = m_connection.query(QStringLiteral("SELECT owner FROM %1 WHERE rid = ?")
                                                  .arg(QString::fromLatin1(type.table)),
            {key.second});
        if (!stored.next())
            return fail("UNDO_GONE");
        const auto owner = PersonId::fromNumber(static_cast<qint32>(stored.integer(0)));
        if (auto reach = m_context.session.requireReach(owner); !reach)
            return reach;
        if (rule.check) {
            if (auto checked = rule.check(m_connection, key.second); !checked)
                return checked;
        }
        if (work.inserted)
            return takeBackInsert(type, key.second, work);
        return takeBackUpdate(type, key.second, work);
    }

    Value current(const RecordType& type, qint64 rid, const QString& column)
    {
        return m_connection.scalar(QStringLiteral("SELECT %1 FROM %2 WHERE rid = ?")
                                       .arg(column, QString::fromLatin1(type.table)),
            {rid});
    }

    void conflict(const RecordType& type, qint64 rid, const QString& column)
    {
        UndoConflict found{&type, rid, {}, column};
        if (type.title != nullptr)
            found.title = schema::toText(current(type, rid, QString::fromLatin1(type.title)));
        m_result.conflicts.push_back(std::move(found));
    }

    Result<void> takeBackInsert(const RecordType& type, qint64 rid, const RowWork& work)
    {
        if (isRewritten(type, rid, work) || isReferenced(type, rid, Parts::Count)) {
            conflict(type, rid, {});
            return {};
        }
        if (schema::toInteger(current(type, rid, QStringLiteral("deleted"))) == 0)
            write(type, rid, {QStringLiteral("deleted")}, {qint64{1}});
        return {};
    }

    // Whether a row the act made holds something else by now.
    bool isRewritten(const RecordType& type, qint64 rid, const RowWork& work)
    {
        return std::any_of(work.wroteLater.begin(), work.wroteLater.end(), [&](const auto& wrote) {
            return wrote.first != QLatin1String("deleted")
                && current(type, rid, wrote.first) != wrote.second;
        });
    }

    static QString ridList(const std::vector<qint64>& rids)
    {
        QStringList numbers;
        numbers.reserve(static_cast<qsizetype>(rids.size()));
        for (const qint64 rid : rids)
            numbers += QString::number(rid);
        return QLatin1Char('[') + numbers.join(QLatin1Char(',')) + QLatin1Char(']');
    }

    // New rows in numbers, such as an import makes. Their journal entries are written one by one
    // all the same.
    Result<void> takeBackMany(const RecordType& type, const std::vector<qint64>& rids)
    {
        if (auto allowed = m_context.session.require(ruleOf(type).right); !allowed)
            return allowed;
        const QString table = QString::fromLatin1(type.table);
        const QString all = ridList(rids);
        {
            Statement owners = m_connection.query(
                QStringLiteral("SELECT DISTINCT owner FROM %1 WHERE rid IN (SELECT value FROM "
                               "json_each(?))")
                    .arg(table),
                {all});
            while (owners.next()) {
                const auto owner = PersonId::fromNumber(static_cast<qint32>(owners.integer(0)));
                if (auto reach = m_context.session.requireReach(owner); !reach)
                    return reach;
            }
        }
        std::set<qint64> kept = referencedOf(type, all);
        for (const qint64 rid : rids) {
            if (isRewritten(type, rid, m_rows.at({type.number, rid})))
                kept.insert(rid);
        }
        std::vector<qint64> going;
        for (const qint64 rid : rids) {
            if (kept.count(rid) == 0)
                going.push_back(rid);
            else
                conflict(type, rid, {});
        }
        m_result.rows += m_connection.execute(
            QStringLiteral("UPDATE %1 SET deleted = 1, changed_at = ?, changed_by = ? WHERE rid IN "
                           "(SELECT value FROM json_each(?)) AND deleted = 0")
                .arg(table),
            {m_transaction.at().milliseconds(),
                qint64{m_transaction.actor().number()},
                ridList(going)});
        m_transaction.noteChange({type.number, 0, storage::Change::Kind::Removed});
        return {};
    }

    // Those of the rows that a living row names which does not go away with this act.
    std::set<qint64> referencedOf(const RecordType& type, const QString& rids)
    {
        std::set<qint64> named;
        for (const RecordType* other : m_context.database.types()) {
            for (const Column& column : other->columns) {
                if (column.references == nullptr || qstrcmp(column.references, type.table) != 0)
                    continue;
                Statement rows = m_connection.query(
                    QStringLiteral("SELECT t.rid, o.rid FROM json_each(?) j CROSS JOIN %1 t ON "
                                   "t.rid = j.value CROSS JOIN %2 o ON o.%3 = t.id WHERE "
                                   "o.deleted = 0")
                        .arg(QString::fromLatin1(type.table),
                            QString::fromLatin1(other->table),
                            QString::fromLatin1(column.name)),
                    {rids});
                while (rows.next()) {
                    if (!goesAway({other->number, rows.integer(1)}))
                        named.insert(rows.integer(0));
                }
            }
        }
        return named;
    }

    // What taking this act back does to the mark of a row.
    bool comesBack(const RowKey& key) const { return marks(key, 0); }
    bool goesAway(const RowKey& key) const
    {
        const auto row = m_rows.find(key);
        return (row != m_rows.end() && row->second.inserted) || marks(key, 1);
    }
    bool marks(const RowKey& key, qint64 deleted) const
    {
        const auto row = m_rows.find(key);
        if (row == m_rows.end())
            return false;
        const auto column = row->second.columns.find(QStringLiteral("deleted"));
        return column != row->second.columns.end()
            && schema::toInteger(column->second.before) == deleted;
    }

    enum class Parts { Count, Ignore }; // rows that belong to the document itself

    // Whether a living row that does not go away with this act names this one.
    bool isReferenced(const RecordType& type, qint64 rid, Parts parts)
    {
        const Value id = current(type, rid, QStringLiteral("id"));
        for (const RecordType* other : m_context.database.types()) {
            for (const Column& column : other->columns) {
                if (column.references == nullptr || qstrcmp(column.references, type.table) != 0
                    || (column.owned && parts == Parts::Ignore))
                    continue;
                Statement rows = m_connection.query(
                    QStringLiteral("SELECT rid FROM %1 WHERE %2 = ? AND deleted = 0")
                        .arg(QString::fromLatin1(other->table), QString::fromLatin1(column.name)),
                    {id});
                while (rows.next()) {
                    if (!goesAway({other->number, rows.integer(0)}))
                        return true;
                }
            }
        }
        return false;
    }

    // Whether a value of this column would name a row that somebody has deleted.
    bool namesDeletedRow(const RecordType& type, const QString& name, const Value& id)
    {
        const Column* column = type.column(name);
        if (column == nullptr || column->references == nullptr || schema::isNull(id))
            return false;
        const RecordType* named = m_context.database.type(QString::fromLatin1(column->references));
        if (named == nullptr)
            return false;
        Statement row =
            m_connection.query(QStringLiteral("SELECT rid, deleted FROM %1 WHERE id = ?")
                                   .arg(QString::fromLatin1(named->table)),
                {id});
        return row.next() && row.integer(1) != 0 && !comesBack({named->number, row.integer(0)});
    }

    // A row may come back only where all it names still stands, and go only where nothing names it
    // or where its room lets it go all the same.
    bool mayBeMarked(const RecordType& type, qint64 rid, const RowWork& work, const Value& deleted)
    {
        if (schema::toInteger(deleted) != 0)
            return ruleOf(type).leavesFreely || !isReferenced(type, rid, Parts::Ignore);
        return std::none_of(type.columns.begin(), type.columns.end(), [&](const Column& column) {
            const QString name = QString::fromLatin1(column.name);
            const auto restored = work.columns.find(name);
            return namesDeletedRow(type,
                name,
                restored != work.columns.end() ? restored->second.before
                                               : current(type, rid, name));
        });
    }

    Result<void> takeBackUpdate(const RecordType& type, qint64 rid, const RowWork& work)
    {
        QStringList columns;
        Row values;
        for (const auto& [name, column] : work.columns) {
            const Value now = current(type, rid, name);
            if (column.mixed || (column.wrote && *column.wrote != now)) {
                conflict(type, rid, name);
                continue;
            }
            if (now == column.before)
                continue;
            if (name == QLatin1String("deleted") && !mayBeMarked(type, rid, work, column.before)) {
                conflict(type, rid, {});
                return {};
            }
            if (namesDeletedRow(type, name, column.before)) {
                conflict(type, rid, name);
                continue;
            }
            columns += name;
            values.push_back(column.before);
            // The customer decides who sees the row; the journal does not hold that copy.
            if (name == QLatin1String("customer") && type.scope == schema::Scope::Root) {
                columns += QStringLiteral("root_id");
                values.push_back(column.before);
            }
        }
        if (!columns.isEmpty())
            write(type, rid, columns, std::move(values));
        return {};
    }

    QStringList searchedTexts(const RecordType& type, qint64 rid)
    {
        QStringList texts;
        if (storage::hasSearchIndex(type)) {
            for (const QString& name : storage::searchedNames(type))
                texts += schema::toText(current(type, rid, name));
        }
        return texts;
    }

    void write(const RecordType& type, qint64 rid, const QStringList& columns, Row values)
    {
        using storage::Change;
        const bool wasDeleted =
            schema::toInteger(current(type, rid, QStringLiteral("deleted"))) != 0;
        QStringList sets;
        for (const QString& column : columns)
            sets += column + QStringLiteral(" = ?");
        values.push_back(m_transaction.at().milliseconds());
        values.push_back(qint64{m_transaction.actor().number()});
        values.push_back(rid);
        const QStringList textsBefore = searchedTexts(type, rid);
        m_connection.execute(
            QStringLiteral("UPDATE %1 SET %2, changed_at = ?, changed_by = ? WHERE rid = ?")
                .arg(QString::fromLatin1(type.table), sets.join(QStringLiteral(", "))),
            values);
        if (storage::hasSearchIndex(type))
            storage::replaceInSearch(
                m_connection, type, rid, textsBefore, searchedTexts(type, rid));
        const bool isDeleted =
            schema::toInteger(current(type, rid, QStringLiteral("deleted"))) != 0;
        m_transaction.noteChange({type.number,
            rid,
            wasDeleted == isDeleted ? Change::Kind::Updated
                : isDeleted         ? Change::Kind::Removed
                                    : Change::Kind::Inserted});
        ++m_result.rows;
    }

    const UndoService& m_service;
    const Context& m_context;
    storage::Transaction& m_transaction;
    Connection& m_connection;
    std::map<RowKey, RowWork> m_rows;
    Undone m_result;
};

UndoService::UndoService(const Context& context, Rules rules)
    : m_context(context)
    , m_rules(std::move(rules))
{
}

Result<Undone> UndoService::takeBack(std::span<const JournalSpan> writes) const
{
    return m_context.database.write(
        m_context.session.person().id, [&](storage::Transaction& transaction) -> Result<Undone> {
            return Run(*this, transaction)(writes);
        });
}

} // namespace chengdan::access
