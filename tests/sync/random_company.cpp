// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/random_company.h"

#include "core/sync/join_numbers.h"
#include "core/sync/server_schema.h"
#include "tests/support/catch.h"

namespace chengdan::tests {

namespace {

using schema::ColumnType;
using schema::RecordType;
using schema::Value;
using storage::Connection;

bool isOneOf(const RecordType& type, std::initializer_list<const char*> tables)
{
    return std::any_of(tables.begin(), tables.end(), [&](const char* table) {
        return QLatin1String(type.table) == QLatin1String(table);
    });
}

} // namespace

RandomCompany::RandomCompany(storage::Database& database, unsigned seed)
    : m_database(database)
    , m_random(seed)
{
}

QString RandomCompany::text(int most)
{
    static const QString kLetters = QStringLiteral("aZ09 -_'\"\\%;\n宁波精密机械ÄÖéπ（）");
    QString text = QStringLiteral("");
    for (unsigned i = below(static_cast<unsigned>(most) + 1); i > 0; --i)
        text += chance(3)
            ? QStringLiteral("😀")
            : QString(kLetters[static_cast<int>(below(static_cast<unsigned>(kLetters.size())))]);
    return text;
}

const RandomCompany::Made* RandomCompany::someOf(const char* table, const Value& root)
{
    std::vector<const Made*> fit;
    for (const Made& made : m_rows[QString::fromLatin1(table)]) {
        if (schema::isNull(root) || schema::isNull(made.root) || made.root == root)
            fit.push_back(&made);
    }
    return fit.empty() ? nullptr : fit[below(static_cast<unsigned>(fit.size()))];
}

Value RandomCompany::cellOf(
    const RecordType& type, const schema::Column& column, const Value& root, bool& possible)
{
    const QString name = QString::fromLatin1(column.name);
    if (column.references != nullptr && column.type == ColumnType::Id) {
        if (column.nullable && chance(40))
            return {};
        const Made* made = someOf(column.references, root);
        if (made == nullptr && !column.nullable)
            possible = false;
        return made != nullptr ? made->id : Value();
    }
    if (column.nullable && chance(30))
        return {};
    if (column.unique || (isOneOf(type, {"customer"}) && name == QLatin1String("credit_code"))) {
        if (column.type != ColumnType::Text)
            return {};
        const bool met = !m_keys.isEmpty() && name != QLatin1String("number") && chance(25);
        if (met)
            return m_keys[static_cast<int>(below(static_cast<unsigned>(m_keys.size())))];
        return QStringLiteral("%1-A1-%2").arg(name.left(2)).arg(++m_made);
    }
    switch (column.type) {
    case ColumnType::SmallId: {
        const QString table = sync::smallTableOf(type, name);
        return qint64{
            1 + below(table == QLatin1String("person") ? static_cast<unsigned>(m_people) : 2)};
    }
    case ColumnType::Text:
        return text(12);
    case ColumnType::Flag:
        return qint64{below(2)};
    case ColumnType::Date:
        return QStringLiteral("20%1-0%2-1%3").arg(20 + below(7)).arg(1 + below(9)).arg(below(9));
    case ColumnType::Choice:
        return QString::fromLatin1(
            column.choices[below(static_cast<unsigned>(column.choices.size()))].code);
    case ColumnType::Currency:
        return QStringLiteral("CNY");
    case ColumnType::Json:
        return chance(50) ? QStringLiteral("{}") : QStringLiteral("{\"键\":[1,\"x'\"]}");
    case ColumnType::Blob:
        return QByteArray("\x00\xff snapshot", 11) + QByteArray::number(++m_made);
    case ColumnType::Id: {
        QByteArray id(16, '\0');
        for (char& byte : id)
            byte = static_cast<char>(below(256));
        return id;
    }
    default:
        return qint64{below(1'000'000)};
    }
}

void RandomCompany::addPeople(Connection& connection)
{
    for (qint64 place = 1; place <= 2; ++place) {
        connection.execute(QStringLiteral("INSERT INTO region(id, code, name) VALUES (?, ?, ?)"),
            {place, QStringLiteral("R%1").arg(place), QStringLiteral("区%1").arg(place)});
        connection.execute(QStringLiteral("INSERT INTO team(id, name, boss, region) VALUES (?, ?, "
                                          "1, ?)"),
            {place, QStringLiteral("组%1").arg(place), place});
    }
    static const char* const kLogins[] = {"bob", "cara", "dora", "boss"};
    for (const char* login : kLogins) {
        if (!chance(60))
            continue;
        ++m_people;
        connection.execute(
            QStringLiteral("INSERT INTO person(id, login, name, team, active, quote_level, "
                           "approval_limit) VALUES (?, ?, ?, ?, ?, ?, ?)"),
            {m_people,
                QString::fromLatin1(login),
                QString::fromLatin1(login),
                qint64{1 + below(2)},
                qint64{chance(80)},
                qint64{1 + below(4)},
                qint64{below(1000)}});
        QByteArray id(16, '\0');
        id[0] = static_cast<char>(m_people);
        id[15] = static_cast<char>(below(256));
        connection.execute(
            QStringLiteral(
                "INSERT INTO person_role(id, person, role, scope) VALUES (?, ?, 'sales', "
                "'own')"),
            {id, m_people});
    }
}

void RandomCompany::addRow(Connection& connection, const RecordType& type)
{
    const bool customer = isOneOf(type, {"customer"});
    bool possible = true;
    schema::Column any;
    any.type = ColumnType::Id;
    any.name = "id";
    Value id = cellOf(type, any, {}, possible);
    Value root = customer ? id : Value();
    if (!customer && sync::hangsOnRoot(m_database.types(), type)) {
        const Made* some = someOf("customer", {});
        if (some == nullptr)
            return;
        root = some->id;
    }
    QStringList names{QStringLiteral("id"),
        QStringLiteral("root_id"),
        QStringLiteral("owner"),
        QStringLiteral("deleted"),
        QStringLiteral("created_at"),
        QStringLiteral("created_by"),
        QStringLiteral("custom")};
    schema::Row cells{id,
        root,
        customer && chance(20) ? qint64{0} : qint64{1 + below(static_cast<unsigned>(m_people))},
        qint64{chance(8)},
        qint64{1'700'000'000'000} + below(1'000'000),
        qint64{1 + below(static_cast<unsigned>(m_people))},
        chance(80) ? QStringLiteral("{}") : QStringLiteral("{\"colour\":\"红\"}")};
    for (const schema::Column& column : type.columns) {
        names += QString::fromLatin1(column.name);
        const bool names_customer = column.references != nullptr
            && QLatin1String(column.references) == QLatin1String("customer");
        cells.push_back(names_customer ? root : cellOf(type, column, root, possible));
    }
    if (!possible)
        return;
    connection.execute(
        QStringLiteral("INSERT INTO %1(%2) VALUES (%3)")
            .arg(QString::fromLatin1(type.table),
                names.join(QStringLiteral(", ")),
                QStringList(names.size(), QStringLiteral("?")).join(QStringLiteral(", "))),
        cells);
    if (schema::toInteger(cells[3]) == 0) // nobody refers to what is deleted
        m_rows[QString::fromLatin1(type.table)].push_back({id, root});
}

void RandomCompany::fill(int most, const QStringList& keys)
{
    m_keys = keys;
    value(m_database.write(
        PersonId::fromNumber(1), [&](storage::Transaction& transaction) -> Result<void> {
            Connection& connection = transaction.connection();
            addPeople(connection);
            for (const RecordType* type : m_database.types()) {
                // the audit writes itself; a definition of a field asks for a table there is
                if (type->smallId
                    || isOneOf(*type, {"person_role", "audit_entry", "field_definition"}))
                    continue;
                for (unsigned i = below(static_cast<unsigned>(most) + 1); i > 0; --i)
                    addRow(connection, *type);
            }
            return {};
        }));
}

} // namespace chengdan::tests
