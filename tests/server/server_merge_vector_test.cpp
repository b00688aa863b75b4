// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// tests/data/vectors/merge.json, once for the server and once for the program's own model of it.
// A case: a row; what others did to it, each on the newest revision ("desk" is the editor's own
// copy, "laptop" the same person's other one); how many of these changes the history has lost; the
// edit, with the number of others' changes its writer had seen as base; what stands afterwards.
#include "core/customers/contact.h"
#include "core/customers/customer.h"
#include "core/pipeline/opportunity.h"
#include "core/sync/merge_model.h"
#include "tests/server/team_fixture.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QJsonDocument>
#include <QSet>

#include <rapidcheck.h>

using namespace chengdan;
using namespace chengdan::tests;

namespace {

std::vector<QJsonObject> mergeCases()
{
    QFile file(QStringLiteral(CHENGDAN_SOURCE_DIR "/tests/data/vectors/merge.json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    std::vector<QJsonObject> cases;
    for (const QJsonValue& one : QJsonDocument::fromJson(file.readAll()).array())
        cases.push_back(one.toObject());
    return cases;
}

QJsonObject objectIn(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1String(key)).toObject();
}

QString textIn(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1String(key)).toString();
}

QString tableOf(const QJsonObject& one)
{
    return one.value(QLatin1String("table")).toString(QStringLiteral("customer"));
}

QString written(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

// How a case ended, in a form that both runs can be compared by.
struct Ending {
    QString state;
    QJsonObject stored;
    QJsonObject clashes;
};

void checkEnding(const QJsonObject& one, const Ending& ending)
{
    CHECK(ending.state == textIn(one, "state"));
    CHECK(written(ending.stored) == written(objectIn(one, "stored")));
    CHECK(written(ending.clashes) == written(objectIn(one, "cols")));
}

// The columns a case names, as they stand.
QJsonObject namedIn(const QJsonObject& one, const QJsonObject& row)
{
    QJsonObject stored;
    for (const QString& column : objectIn(one, "stored").keys())
        stored.insert(column, row.value(column));
    return stored;
}

// ---- the server ----

class MergingServer {
public:
    MergingServer()
    {
        for (const auto& [name, person] : kWriters)
            m_sessions[QString::fromLatin1(name)] = m_team.session(person);
        for (const auto& [name, session] : m_sessions)
            session->scalar(QStringLiteral("SELECT sync.hello('%1', 'pc', 2)").arg(deviceOf(name)));
    }

    Ending run(const QJsonObject& one)
    {
        m_table = tableOf(one);
        m_id = m_team.newId();
        QList<qint64> revisions{makeRow(one)};
        for (const QJsonValue& other : one.value(QLatin1String("others")).toArray()) {
            const QJsonObject change = other.toObject();
            const QJsonObject result = push(
                textIn(change, "by"), QStringLiteral("U"), revisions.last(), objectIn(change, "v"));
            CHECK(textIn(result, "s") == QStringLiteral("ok"));
            revisions += result.value(QLatin1String("rev")).toInteger();
        }
        forget(one.value(QLatin1String("lost")).toInt(), revisions);
        const QJsonObject edit = objectIn(one, "edit");
        const bool insert = !edit.contains(QLatin1String("base"));
        const QJsonValue seen = edit.value(QLatin1String("base"));
        QJsonValue base = seen;
        if (seen.isDouble())
            base = seen.toInt() < revisions.size() ? revisions.at(seen.toInt()) : 1000;
        else if (seen.isString())
            base = 0;
        const QJsonObject result = push(QStringLiteral("desk"),
            insert ? QStringLiteral("I") : QStringLiteral("U"),
            base,
            objectIn(edit, "v"));
        return {textIn(result, textIn(result, "s") == QLatin1String("refused") ? "code" : "s"),
            namedIn(one, rowNow()),
            told(objectIn(result, "cols"))};
    }

private:
    static constexpr std::pair<const char*, int> kWriters[] = {
        {"boss", 1}, {"desk", 2}, {"bob", 3}, {"laptop", 2}};

    static QString deviceOf(const QString& writer)
    {
        const auto* const found = std::find_if(std::begin(kWriters),
            std::end(kWriters),
            [&](const auto& one) { return writer == QLatin1String(one.first); });
        return Team::device(10 + static_cast<int>(found - std::begin(kWriters)));
    }

    qint64 makeRow(const QJsonObject& one)
    {
        const QJsonObject row = objectIn(one, "row");
        const QString customer = m_team.customer(
            *m_sessions.at(QStringLiteral("desk")), QStringLiteral("case %1").arg(++m_customers));
        m_team.database().execute(
            QStringLiteral("INSERT INTO app.grant_ (root_id, uid, until, by_uid, reason) VALUES "
                           "('%1', 3, now() + interval '1 hour', 1, 'case')")
                .arg(customer));
        m_customer = customer;
        if (m_table == QLatin1String("customer")) {
            m_id = customer;
            const auto rev = rowNow().value(QLatin1String("rev"));
            return push(QStringLiteral("desk"), QStringLiteral("U"), rev, row)
                .value(QLatin1String("rev"))
                .toInteger();
        }
        if (row.isEmpty())
            return 0;
        return push(QStringLiteral("desk"), QStringLiteral("I"), {}, row)
            .value(QLatin1String("rev"))
            .toInteger();
    }

    QJsonObject push(
        const QString& writer, const QString& kind, const QJsonValue& base, QJsonObject values)
    {
        if (kind == QLatin1String("I"))
            values.insert(QStringLiteral("customer"), m_customer);
        const QJsonObject operation{{QStringLiteral("n"), 1},
            {QStringLiteral("t"), m_table},
            {QStringLiteral("k"), kind},
            {QStringLiteral("id"), m_id},
            {QStringLiteral("base"), base},
            {QStringLiteral("v"), values}};
        const QJsonObject group{
            {QStringLiteral("at"), 1000}, {QStringLiteral("ops"), QJsonArray{operation}}};
        QString operations = written(QJsonObject{{QStringLiteral("groups"), QJsonArray{group}}});
        operations.replace(QLatin1Char('\''), QStringLiteral("''"));
        const QJsonObject answer = m_sessions.at(writer)->json(
            QStringLiteral("SELECT sync.push('%1', %2, '%3')")
                .arg(deviceOf(writer), QString::number(++m_batches[writer]), operations));
        return answer.value(QLatin1String("results")).toArray().first().toObject();
    }

    QJsonObject rowNow()
    {
        const QString row = m_team.database()
                                .scalar(QStringLiteral("SELECT coalesce((SELECT to_jsonb(t) FROM "
                                                       "app.%1 t WHERE id = '%2'), '{}')")
                                            .arg(m_table, m_id))
                                .toString();
        return QJsonDocument::fromJson(row.toUtf8()).object();
    }

    // As if the history were kept only from later on.
    void forget(int changes, const QList<qint64>& revisions)
    {
        if (changes == 0)
            return;
        PgDatabase& database = m_team.database();
        database.execute(QStringLiteral("SET session_replication_role = replica"));
        database.execute(
            QStringLiteral("DELETE FROM sync.history WHERE row_id = '%1' AND rev <= %2")
                .arg(m_id, QString::number(revisions.at(changes))));
        database.execute(QStringLiteral("RESET session_replication_role"));
    }

    // What the answer tells of a conflict, but for the time, which no file can know.
    static QJsonObject told(const QJsonObject& columns)
    {
        QJsonObject clashes;
        for (auto it = columns.begin(); it != columns.end(); ++it) {
            QJsonObject clash = it.value().toObject();
            const QJsonValue at = clash.take(QStringLiteral("at"));
            CHECK(at.isNull() == clash.value(QLatin1String("by")).isNull());
            clashes.insert(it.key(), clash);
        }
        return clashes;
    }

    Team m_team;
    std::map<QString, std::unique_ptr<PgSession>> m_sessions;
    std::map<QString, int> m_batches;
    int m_customers = 0;
    QString m_table;
    QString m_customer;
    QString m_id;
};

// ---- the model ----

int personOf(const QString& writer)
{
    return writer == QLatin1String("boss") ? 1 : writer == QLatin1String("bob") ? 3 : 2;
}

sync::MergeRules rulesOf(const QString& table)
{
    if (table == QLatin1String("contact"))
        return sync::mergeRules(schema::describe<customers::Contact>());
    if (table == QLatin1String("stage_change"))
        return sync::mergeRules(schema::describe<pipeline::StageChange>());
    return sync::mergeRules(schema::describe<customers::Customer>());
}

// Added fields as one object again, the others as texts that were never filled: what the server
// answers.
QJsonObject asRow(const sync::Cells& cells)
{
    QJsonObject row{{QStringLiteral("deleted"), false}};
    QJsonObject added;
    for (auto it = cells.begin(); it != cells.end(); ++it) {
        if (it.key().startsWith(QStringLiteral("custom.")))
            added.insert(it.key().mid(7), it.value());
        else
            row.insert(it.key(), it.value());
    }
    row.insert(QStringLiteral("custom"), added);
    return row;
}

// A server knows all columns of a row; the file names those that matter.
sync::Cells fullRow(const QJsonObject& one)
{
    sync::Cells cells = sync::cellsOf(objectIn(one, "row"));
    QStringList columns = sync::cellsOf(objectIn(objectIn(one, "edit"), "v")).keys();
    for (const QJsonValue& other : one.value(QLatin1String("others")).toArray())
        columns += sync::cellsOf(objectIn(other.toObject(), "v")).keys();
    for (const QString& column : columns) {
        if (column == QLatin1String("deleted"))
            cells.insert(column, false);
        else if (!column.startsWith(QStringLiteral("custom.")) && !cells.contains(column))
            cells.insert(column, QString());
    }
    return cells;
}

Ending endingOfModel(const QJsonObject& one)
{
    const QJsonObject edit = objectIn(one, "edit");
    if (!edit.contains(QLatin1String("base"))) // nobody can have changed what was not there
        return {QStringLiteral("ok"), namedIn(one, asRow(sync::cellsOf(objectIn(edit, "v")))), {}};
    sync::ServerRow row{.cells = fullRow(one), .rev = 1, .history = {}};
    QList<qint64> revisions{row.rev};
    for (const QJsonValue& other : one.value(QLatin1String("others")).toArray()) {
        const sync::Cells wanted = sync::cellsOf(objectIn(other.toObject(), "v"));
        sync::Cells differing;
        const auto overwritten = sync::overwrittenBy(wanted, row.cells);
        for (const auto& [column, clash] : overwritten)
            differing.insert(column, clash.mine);
        if (!differing.isEmpty()) {
            row.cells = sync::cellsWith(row.cells, differing);
            const QString writer = textIn(other.toObject(), "by");
            row.history.push_back({++row.rev, differing, writer, personOf(writer), row.rev});
        }
        revisions += row.rev;
    }
    const qint64 forgotten = revisions.at(one.value(QLatin1String("lost")).toInt());
    std::erase_if(
        row.history, [&](const sync::TakenChange& change) { return change.rev <= forgotten; });
    const QJsonValue seen = edit.value(QLatin1String("base"));
    const qint64 base = !seen.isDouble()  ? 0
        : seen.toInt() < revisions.size() ? revisions.at(seen.toInt())
                                          : 1000;
    const auto merged = sync::merge(row,
        {sync::cellsOf(objectIn(edit, "v")), base, QStringLiteral("desk")},
        rulesOf(tableOf(one)));
    if (!merged)
        return {merged.error().code, namedIn(one, asRow(row.cells)), {}};
    QJsonObject clashes;
    for (const auto& [column, clash] : merged->clashes) {
        clashes.insert(column,
            QJsonObject{{QStringLiteral("mine"), clash.mine},
                {QStringLiteral("theirs"), clash.theirs},
                {QStringLiteral("by"), clash.by == 0 ? QJsonValue() : QJsonValue(clash.by)}});
    }
    return {clashes.isEmpty() ? QStringLiteral("ok") : QStringLiteral("conflict"),
        namedIn(one, asRow(sync::cellsWith(row.cells, merged->apply))),
        clashes};
}

// ---- cases nobody thought of ----

QJsonObject anyEdit(int chance)
{
    static constexpr const char* kTexts[] = {"remark", "phone", "province", "city", "bank_name"};
    QJsonObject values;
    const auto chosen = [&] { return *rc::gen::inRange(0, 100) < chance; };
    for (const char* column : kTexts) {
        if (chosen())
            values.insert(QString::fromLatin1(column), QString::number(*rc::gen::inRange(0, 3)));
    }
    QJsonObject added;
    for (const char* key : {"colour", "size"}) {
        if (chosen()) {
            const int value = *rc::gen::inRange(0, 3);
            added.insert(QString::fromLatin1(key), value == 0 ? QJsonValue() : QJsonValue(value));
        }
    }
    if (!added.isEmpty())
        values.insert(QStringLiteral("custom"), added);
    if (*rc::gen::inRange(0, 100) < chance / 3)
        values.insert(QStringLiteral("deleted"), *rc::gen::arbitrary<bool>());
    return values;
}

QJsonObject anyCase()
{
    const int changes = *rc::gen::inRange(0, 5);
    QJsonArray others;
    for (int i = 0; i < changes; ++i) {
        const auto by = *rc::gen::element("boss", "bob", "desk", "laptop");
        others += QJsonObject{
            {QStringLiteral("by"), QString::fromLatin1(by)}, {QStringLiteral("v"), anyEdit(25)}};
    }
    QJsonObject stored; // the columns to look at
    for (const char* column :
        {"remark", "phone", "province", "city", "bank_name", "custom", "deleted"})
        stored.insert(QString::fromLatin1(column), QJsonValue());
    const QJsonObject row{{QStringLiteral("remark"), QStringLiteral("0")},
        {QStringLiteral("phone"), QString()},
        {QStringLiteral("province"), QString()},
        {QStringLiteral("city"), QString()},
        {QStringLiteral("bank_name"), QString()},
        {QStringLiteral("custom"), QJsonObject{{QStringLiteral("size"), 1}}}};
    const bool cutShort = *rc::gen::inRange(0, 5) == 0;
    return {{QStringLiteral("row"), row},
        {QStringLiteral("others"), others},
        {QStringLiteral("lost"), cutShort ? *rc::gen::inRange(0, changes + 1) : 0},
        {QStringLiteral("stored"), stored},
        {QStringLiteral("edit"),
            QJsonObject{{QStringLiteral("base"), *rc::gen::inRange(0, changes + 1)},
                {QStringLiteral("v"), anyEdit(40)}}}};
}

} // namespace

TEST_CASE(
    "the server and its model agree on cases that nobody thought of", "[server][merge][property]")
{
    MergingServer server;
    int conflicts = 0;
    CHECK(rc::check([&] {
        const QJsonObject one = anyCase();
        const Ending there = server.run(one);
        const Ending here = endingOfModel(one);
        RC_LOG() << QJsonDocument(one).toJson().toStdString()
                 << written(there.clashes).toStdString() << "\n"
                 << written(here.clashes).toStdString();
        RC_ASSERT(there.state == here.state);
        RC_ASSERT(there.stored == here.stored);
        RC_ASSERT(there.clashes == here.clashes);
        conflicts += there.clashes.isEmpty() ? 0 : 1;
    }));
    CHECK(conflicts > 10);
}

TEST_CASE("the server merges as every case of the file says", "[server][merge][vectors]")
{
    MergingServer server;
    for (const QJsonObject& one : mergeCases()) {
        CAPTURE(textIn(one, "name").toStdString());
        checkEnding(one, server.run(one));
    }
}

TEST_CASE(
    "the model of the server merges as every case of the file says", "[server][merge][vectors]")
{
    for (const QJsonObject& one : mergeCases()) {
        CAPTURE(textIn(one, "name").toStdString());
        checkEnding(one, endingOfModel(one));
    }
}

TEST_CASE("the cases of merging are many, of different names, and name each column they touch",
    "[server][merge][vectors]")
{
    const auto cases = mergeCases();
    CHECK(cases.size() >= 60);
    QSet<QString> names;
    for (const QJsonObject& one : cases) {
        CAPTURE(textIn(one, "name").toStdString());
        CHECK_FALSE(names.contains(textIn(one, "name")));
        names.insert(textIn(one, "name"));
        if (textIn(one, "state") == QLatin1String("APPEND_ONLY"))
            continue;
        QStringList touched =
            objectIn(one, "row").keys() + objectIn(objectIn(one, "edit"), "v").keys();
        for (const QJsonValue& other : one.value(QLatin1String("others")).toArray())
            touched += objectIn(other.toObject(), "v").keys();
        for (const QString& column : touched) {
            CAPTURE(column.toStdString());
            CHECK(objectIn(one, "stored").contains(column));
        }
        CHECK((textIn(one, "state") == QLatin1String("conflict"))
            == !objectIn(one, "cols").isEmpty());
    }
}
