// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "ui/shared/form.h"
#include "ui/shared/format.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace chengdan;
using namespace chengdan::ui;
using chengdan::tests::value;

TEST_CASE("a typed number is read exactly in every spelling people use", "[ui][shared][number]")
{
    struct Row {
        QString typed;
        QString plain;
    };
    const Row row = GENERATE(Row{QStringLiteral("12,000"), QStringLiteral("12000")},
        Row{QStringLiteral("1.2\u4e07"), QStringLiteral("12000")},
        Row{QStringLiteral("0.00012\u4ebf"), QStringLiteral("12000")},
        Row{QStringLiteral("3*4500"), QStringLiteral("13500")},
        Row{QStringLiteral("\uff11\uff12\uff0c\uff10\uff10\uff10\uff0e\uff15"),
            QStringLiteral("12000.5")},
        Row{QStringLiteral("\u00a5 1,234.50"), QStringLiteral("1234.5")},
        Row{QStringLiteral("-0.1"), QStringLiteral("-0.1")},
        Row{QStringLiteral("0.1*0.2"), QStringLiteral("0.02")},
        Row{QStringLiteral("0"), QStringLiteral("0")},
        Row{QStringLiteral("007"), QStringLiteral("7")});
    INFO(row.typed.toStdString());
    CHECK(value(plainNumber(row.typed)) == row.plain);
}

TEST_CASE("what is no number is refused with the text that was typed", "[ui][shared][number]")
{
    const QString typed = GENERATE(QStringLiteral("1,2"),
        QStringLiteral("12,0000"),
        QStringLiteral("abc"),
        QStringLiteral("1.2.3"),
        QStringLiteral("3*"),
        QStringLiteral("\u4e07"),
        QStringLiteral("."),
        QString());
    INFO(typed.toStdString());
    const auto result = plainNumber(typed);
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().code == QStringLiteral("NUMBER_FORMAT"));
    CHECK(result.error().arg(QStringLiteral("text")) == typed);
    CHECK(plainNumber(QString(60, QLatin1Char('9'))).error().code
        == QStringLiteral("OVERFLOW_GUARD"));
}

TEST_CASE("numbers are shown grouped and never rounded unasked", "[ui][shared][format]")
{
    CHECK(grouped(QStringLiteral("1234567.5")) == QStringLiteral("1,234,567.5"));
    CHECK(grouped(QStringLiteral("-123456")) == QStringLiteral("-123,456"));
    CHECK(grouped(QStringLiteral("123")) == QStringLiteral("123"));
    CHECK(fenText(-4860000) == QStringLiteral("-48,600.00"));
    CHECK(wholeFenText(386000000) == QStringLiteral("3,860,000"));
    CHECK(wholeFenText(150) == QStringLiteral("1.50"));
    CHECK(tenThousandText(986400000) == QStringLiteral("986.40"));
    CHECK(tenThousandText(5000) == QStringLiteral("0.01"));
    CHECK(rateText(Rate::fromRaw(193500)) == QStringLiteral("19.4%"));
    CHECK(unitPriceText(UnitPrice::fromRaw(74200000)) == QStringLiteral("74.20"));
    CHECK(unitCostText(UnitCost::fromRaw(2258675000), 4) == QStringLiteral("22.5868"));
    CHECK(quantityText(Quantity::fromWhole(12000)) == QStringLiteral("12,000"));
}

TEST_CASE("a date drops its year only in the current one", "[ui][shared][format]")
{
    const QDate today(2026, 3, 12);
    CHECK(dateText(QDate(2026, 4, 30), today) == QStringLiteral("04-30"));
    CHECK(dateText(QDate(2025, 4, 30), today) == QStringLiteral("2025-04-30"));
    CHECK(dateText({}, today) == noValue());
}

TEST_CASE("an amount field groups on leaving and keeps a wrong text", "[ui][shared][number]")
{
    AmountEdit edit;
    edit.show();
    QSignalSpy edited(&edit, &NumberEdit::valueEdited);
    QTest::keyClicks(&edit, QStringLiteral("12000"));
    QTest::keyClick(&edit, Qt::Key_Return);
    CHECK(edit.text() == QStringLiteral("12,000.00"));
    CHECK(edit.money() == std::optional(Money::fromFen(1200000)));
    CHECK(edited.count() == 1);
    edit.clear();
    QTest::keyClicks(&edit, QStringLiteral("1.234"));
    QTest::keyClick(&edit, Qt::Key_Return);
    CHECK(edit.text() == QStringLiteral("1.234"));
    REQUIRE(edit.error());
    CHECK(edit.error()->code == QStringLiteral("NUMBER_PRECISION"));
    CHECK(edited.count() == 1);
}

TEST_CASE("a number outside its range says the range", "[ui][shared][number]")
{
    NumberEdit edit(2);
    edit.setRange(0, 10000);
    edit.setSuffix(QStringLiteral("%"));
    edit.setText(QStringLiteral("100.01"));
    REQUIRE(edit.error());
    CHECK(edit.error()->code == QStringLiteral("NUMBER_RANGE"));
    edit.setText(QStringLiteral("13%"));
    CHECK(edit.raw() == std::optional<qint64>(1300));
    edit.setRaw(1300);
    CHECK(edit.text() == QStringLiteral("13%"));
}

TEST_CASE("Enter walks the fields of a form and ends on the primary button", "[ui][shared][form]")
{
    QWidget form;
    auto* layout = new QVBoxLayout(&form);
    auto* first = new QLineEdit;
    auto* second = new QLineEdit;
    auto* primary = new QPushButton(QStringLiteral("Save"));
    layout->addWidget(new FormField(QStringLiteral("A"), first, QStringLiteral("a")));
    layout->addWidget(new FormField(QStringLiteral("B"), second, QStringLiteral("b")));
    layout->addWidget(primary);
    moveOnWithEnter(&form, primary);
    form.show();
    QApplication::setActiveWindow(&form);
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Return);
    CHECK(second->hasFocus());
    QTest::keyClick(second, Qt::Key_Return, Qt::ShiftModifier);
    CHECK(first->hasFocus());
    QTest::keyClick(first, Qt::Key_Return);
    QTest::keyClick(second, Qt::Key_Return);
    CHECK(primary->hasFocus());
}

TEST_CASE("a lookup offers matches, Enter picks and typing again forgets the pick",
    "[ui][shared][lookup]")
{
    LookupEdit edit([](const QString& text, int) {
        std::vector<LookupMatch> found;
        for (int i = 1; i <= 3; ++i) {
            const QString name = QStringLiteral("match %1").arg(i);
            if (name.contains(text))
                found.push_back({i, name, {}});
        }
        return found;
    });
    edit.show();
    QSignalSpy picked(&edit, &LookupEdit::picked);
    QTest::keyClick(&edit, Qt::Key_F7);
    REQUIRE(edit.isListOpen());
    QTest::keyClick(&edit, Qt::Key_Down);
    QTest::keyClick(&edit, Qt::Key_Return);
    REQUIRE(picked.count() == 1);
    CHECK(edit.key() == std::optional<qint64>(2));
    CHECK(edit.text() == QStringLiteral("match 2"));
    CHECK_FALSE(edit.isListOpen());
    QTest::keyClicks(&edit, QStringLiteral("x"));
    CHECK_FALSE(edit.key());
}

TEST_CASE("Enter never picks what a lookup offered for the letters before", "[ui][shared][lookup]")
{
    LookupEdit edit([](const QString& text, int) {
        std::vector<LookupMatch> found;
        for (const char16_t* name : {u"extended bikes", u"world of bikes"}) {
            const QString offered = QString::fromUtf16(name);
            if (offered.contains(text))
                found.push_back({qint64(found.size()), offered, {}});
        }
        return found;
    });
    edit.show();
    QSignalSpy picked(&edit, &LookupEdit::picked);
    QTest::keyClick(&edit, Qt::Key_F7); // the list for no letters is open
    REQUIRE(edit.isListOpen());
    for (const char letter : {'w', 'o', 'r', 'l', 'd'})
        QTest::keyClick(&edit, letter);
    REQUIRE(edit.isListOpen());
    QTest::keyClick(&edit, Qt::Key_Return); // before the list has followed
    REQUIRE(picked.count() == 1);
    CHECK(edit.text() == QStringLiteral("world of bikes"));
}

TEST_CASE("the error of a field stands below it and goes again", "[ui][shared][form]")
{
    auto* editor = new QLineEdit;
    FormField field(QStringLiteral("Name"), editor, QStringLiteral("name"));
    field.setHint(QStringLiteral("as on the licence"));
    field.setRequired(true);
    field.setError(QStringLiteral("the name is missing"));
    CHECK(field.error() == QStringLiteral("the name is missing"));
    CHECK(editor->property("state").toString() == QStringLiteral("error"));
    auto* below = field.findChild<QLabel*>(QStringLiteral("nameBelow"));
    REQUIRE(below);
    CHECK(below->text() == QStringLiteral("the name is missing"));
    field.setError({});
    CHECK(below->text() == QStringLiteral("as on the licence"));
    CHECK(editor->accessibleName() == QStringLiteral("Name"));
}
