// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/chengdanctl_process.h"

#include <QFile>
#include <QTemporaryDir>

using namespace chengdan::tests;

namespace {

/// The demo company, made once for all tests of this file; each test adds quotes of its own.
class CtlDemo {
public:
    CtlDemo() { REQUIRE(run("init --demo").exit == 0); }
    CtlRun run(QStringList arguments) const
    {
        arguments << QStringLiteral("--db") << file("demo.chengdan") << QStringLiteral("--json")
                  << QStringLiteral("--today") << QStringLiteral("2026-03-12");
        return ctl(arguments);
    }
    CtlRun run(const char* line) const
    {
        return run(QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts));
    }
    QJsonObject result(const QString& line) const
    {
        const CtlRun answer = run(line.split(QLatin1Char(' '), Qt::SkipEmptyParts));
        INFO(answer.output.toStdString());
        CHECK(answer.exit == 0);
        return answer.json()[QStringLiteral("result")].toObject();
    }
    QString file(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    QString customer() const
    {
        return result(QStringLiteral(
            "list customers --limit 1"))[QStringLiteral("rows")][0][QStringLiteral("number")]
            .toString();
    }
    QString madeItem() const
    {
        return result(
            QStringLiteral("list items --filter kind=make;sales_item=true --sort code "
                           "--limit 1"))[QStringLiteral("rows")][0][QStringLiteral("code")]
            .toString();
    }

private:
    QTemporaryDir m_folder;
};

const CtlDemo& demo()
{
    static const CtlDemo company;
    return company;
}

} // namespace

TEST_CASE("a quote made on the command line is stored with its tiers and printed", "[cli][quote]")
{
    const QJsonObject quote = demo().result(
        QStringLiteral("quote create --customer %1 --item %2 --qty 1,10,100 --mode net --tax 13")
            .arg(demo().customer(), demo().madeItem()));
    const QString number = quote[QStringLiteral("number")].toString();
    CHECK(quote[QStringLiteral("state")] == QStringLiteral("draft"));
    CHECK(quote[QStringLiteral("complete")].toBool());
    const QJsonArray tiers = quote[QStringLiteral("lines")][0][QStringLiteral("tiers")].toArray();
    REQUIRE(tiers.size() == 3);
    CHECK(tiers[2][QStringLiteral("from")] == QStringLiteral("100"));
    // Setup is shared by more pieces, so a larger lot costs less.
    const auto costOf = [&](int tier) {
        return value(chengdan::UnitCost::parse(tiers[tier][QStringLiteral("c4")].toString()));
    };
    CHECK(costOf(2) < costOf(0));
    CHECK(demo().result(QStringLiteral("quote show ") + number) == quote);

    const QString pdf = demo().file("quote.pdf");
    const CtlRun print = demo().run(
        {QStringLiteral("quote"), QStringLiteral("print"), number, QStringLiteral("--to"), pdf});
    CHECK(print.exit == 0);
    CHECK_FALSE(print.json()[QStringLiteral("result")][QStringLiteral("approved")].toBool());
    QFile paper(pdf);
    REQUIRE(paper.open(QIODevice::ReadOnly));
    CHECK(paper.read(5) == "%PDF-");
}

TEST_CASE("the figures of a quote agree with costing and pricing by themselves", "[cli][quote]")
{
    const QString item = demo().madeItem();
    const QJsonObject quote =
        demo().result(QStringLiteral("quote create --customer %1 --item %2 --qty 50")
                          .arg(demo().customer(), item));
    const QJsonValue line = quote[QStringLiteral("lines")][0];
    const QJsonObject cost = demo()
                                 .run({QStringLiteral("cost"),
                                     QStringLiteral("--item"),
                                     item,
                                     QStringLiteral("--qty"),
                                     QStringLiteral("50")})
                                 .json();
    CHECK(line[QStringLiteral("c4")] == cost[QStringLiteral("c4")]);
    CHECK(line[QStringLiteral("price")] == line[QStringLiteral("guide")]);
}

TEST_CASE("what cannot be quoted is refused and leaves no quote", "[cli][quote]")
{
    const auto count = [] {
        return demo().result(QStringLiteral("list quotes --limit 0"))[QStringLiteral("total")];
    };
    const QJsonValue before = count();
    const QString create = QStringLiteral("quote create --customer %1 ").arg(demo().customer());
    const auto refusal = [&](const QString& rest, int exit = 1) {
        const CtlRun run = demo().run((create + rest).split(QLatin1Char(' ')));
        CHECK(run.exit == exit);
        return run.firstError();
    };
    const QString item = demo().madeItem();
    CHECK(refusal(QStringLiteral("--item NONE --qty 1")) == QStringLiteral("NOT_FOUND"));
    CHECK(refusal(QStringLiteral("--item %1 --qty 0").arg(item)) == QStringLiteral("QTY_POSITIVE"));
    CHECK(
        refusal(QStringLiteral("--item %1 --qty 10,5").arg(item)) == QStringLiteral("TIER_ORDER"));
    CHECK(refusal(QStringLiteral("--item %1 --qty 1 --tax 13,5").arg(item))
        == QStringLiteral("NUMBER_FORMAT"));
    CHECK(refusal(QStringLiteral("--item %1").arg(item), 2) == QStringLiteral("USAGE_MISSING"));
    CHECK(refusal(QStringLiteral("--item %1 --item %1 --qty 1").arg(item), 2)
        == QStringLiteral("USAGE_PAIRS"));
    CHECK(demo().run("quote show NONE").firstError() == QStringLiteral("QUOTE_UNKNOWN"));
    CHECK(demo().run("quote sing NONE").exit == 2);
    CHECK(count() == before);
}

TEST_CASE("the demo company passes the doctor", "[cli][quote]")
{
    CHECK(demo().run("doctor").exit == 0);
}
