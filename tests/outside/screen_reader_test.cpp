// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/outside/accessible_desktop.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QTest>

using namespace chengdan::tests;

namespace {

const QString kProgram = QStringLiteral(CHENGDAN_PROGRAM_PATH);
const QString kCommand = QStringLiteral(CHENGDANCTL_PATH);

/// The program on the demo company, as a screen reader beside it finds it.
struct ReadProgram {
    AccessibleDesktop desktop;
    QString file = desktop.folder() + QStringLiteral("/demo.chengdan");
    Accessible program;
    std::vector<AccessibleLook> shown; ///< what stands on the screen, in reading order

    explicit ReadProgram(const QString& page)
    {
        desktop.run(kCommand,
            {QStringLiteral("--db"), file, QStringLiteral("init"), QStringLiteral("--demo")});
        desktop.start(kProgram,
            {QStringLiteral("--db"),
                file,
                QStringLiteral("--lang"),
                QStringLiteral("zh_CN"),
                page});
        REQUIRE(QTest::qWaitFor([this] { return !desktop.programs().empty(); }, 120'000));
        program = desktop.programs().front();
        REQUIRE(QTest::qWaitFor(
            [this] { return desktop.childCount(program) > 0 && hasCells(); }, 120'000));
        read();
    }
    bool hasCells()
    {
        return !desktop.walk(program, [](const Accessible&, const AccessibleLook& look) {
            return !(look.showing && look.role == QLatin1String("cell") && !look.name.isEmpty());
        });
    }
    void read()
    {
        shown.clear();
        desktop.walk(program, [this](const Accessible&, const AccessibleLook& look) {
            if (look.showing)
                shown.push_back(look);
            return true;
        });
    }
    QStringList names(const char* role) const
    {
        QStringList names;
        for (const AccessibleLook& look : shown) {
            if (look.role == QLatin1String(role))
                names += look.name;
        }
        return names;
    }
    // What can be reached with Tab, but would be read as nothing.
    QStringList nameless() const
    {
        QStringList roles;
        for (const AccessibleLook& look : shown) {
            if (look.focusable && look.name.isEmpty() && look.role != QLatin1String("cell"))
                roles += look.role;
        }
        return roles;
    }
};

} // namespace

TEST_CASE("a screen reader reads the program from outside: its pages, its list, what has the keys",
    "[outside][accessibility]")
{
    ReadProgram reader(QStringLiteral("customers"));
    for (const AccessibleLook& look : reader.shown)
        UNSCOPED_INFO(look.role.toStdString()
            << ": " << look.name.toStdString() << (look.focusable ? " (focusable)" : ""));
    CHECK(reader.names("frame").join(QLatin1Char(' ')).contains(QStringLiteral("成单")));
    QStringList all;
    for (const AccessibleLook& look : reader.shown)
        all += look.name;
    for (const char16_t* page : {u"工作台", u"商机", u"客户", u"报价"})
        CHECK(all.contains(QString::fromUtf16(page)));
    CHECK(reader.names("table").size() == 1);
    const QStringList cells = reader.names("cell");
    CHECK(cells.size() > 20);
    CHECK_FALSE(cells.filter(QStringLiteral("有限公司")).isEmpty());
    CHECK(reader.nameless().isEmpty());
    CHECK(std::count_if(reader.shown.begin(), reader.shown.end(), [](const AccessibleLook& look) {
        return look.focused;
    }) >= 1);
}

TEST_CASE("a second process on the same company file hands over or is followed; nothing breaks",
    "[outside][two]")
{
    ReadProgram reader(QStringLiteral("customers"));
    REQUIRE(reader.names("label").contains(QStringLiteral("300 条")));
    // The same program again: it ends at once, and the first one stays the only one.
    reader.desktop.run(kProgram, {QStringLiteral("--db"), reader.file});
    CHECK(reader.desktop.programs().size() == 1);
    // Another program writes while the window is open, and the window shows it.
    const QString csv = reader.desktop.folder() + QStringLiteral("/new.csv");
    QFile rows(csv);
    REQUIRE(rows.open(QFile::WriteOnly));
    rows.write(QStringLiteral("公司名称\n宁波第二进程有限公司\n").toUtf8());
    rows.close();
    reader.desktop.run(kCommand,
        {QStringLiteral("--db"),
            reader.file,
            QStringLiteral("import"),
            QStringLiteral("customers"),
            csv});
    CHECK(QTest::qWaitFor(
        [&reader] {
            reader.read();
            return reader.names("label").contains(QStringLiteral("301 条"));
        },
        60'000));
    // The file is sound while the window has it open; doctor ends with 1 when it is not.
    const QString found = reader.desktop.run(
        kCommand, {QStringLiteral("--db"), reader.file, QStringLiteral("doctor")});
    INFO(found.toStdString());
    CHECK(reader.desktop.programs().size() == 1);
}
