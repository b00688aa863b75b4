// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/item.h"
#include "core/storage/store.h"
#include "tests/ui/window/window_desk.h"
#include "ui/quoting/quote_editor.h"
#include "ui/quoting/quotes_page.h"
#include "ui/shared/undo_stack.h"

using namespace chengdan;
using namespace chengdan::tests;

namespace {

/// A new quote in the window, with the codes of three items to paste.
struct PasteDesk : WindowDesk {
    PasteDesk()
    {
        window->setLanguage(Language::English);
        for (const catalog::Item& item : storage::select<catalog::Item>(database->reader(),
                 QStringLiteral("kind = 'make' AND sales_item = 1 ORDER BY code LIMIT 3")))
            codes += item.code;
        REQUIRE(codes.size() == 3);
        window->navigator().newRecord(QStringLiteral("quote"), {});
        settle();
    }
    ui::QuoteEditor& editor() { return window->findChild<ui::QuotesPage*>()->editor(); }
    ui::QuoteLinesModel& lines() { return *editor().findChild<ui::QuoteLinesModel*>(); }
    /// Codes and quantities of the lines there are.
    QString shown()
    {
        QStringList words;
        for (const auto& line : lines().lines())
            words += QStringLiteral("%1x%2").arg(
                line.item ? QString::number(codes.indexOf(line.item->code)) : line.draft.name,
                line.draft.qty.toString());
        return words.join(QLatin1Char(' '));
    }
    void paste(const QStringList& cells) { editor().pasteLines(cells.join(QLatin1Char('\n'))); }
    void undo() { window->navigator().undoStack().undo(); }
    void redo() { window->navigator().undoStack().redo(); }
    QStringList codes;
};

} // namespace

TEST_CASE(
    "Ctrl+Z takes a whole paste of quote lines back, Ctrl+Y does it again", "[ui][quoting][undo]")
{
    PasteDesk desk;
    desk.paste({desk.codes[0] + QStringLiteral("\t5"), desk.codes[1] + QStringLiteral("\t7")});
    REQUIRE(desk.lines().lines().size() == 2);
    const QString first = desk.shown();
    desk.paste({desk.codes[2] + QStringLiteral("\t9"), QStringLiteral("XX-404\t1")});
    const QString both = desk.shown();
    REQUIRE(desk.lines().lines().size() == 4);

    desk.editor().focusLines();
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(desk.shown() == first);
    desk.press(Qt::Key_Y, Qt::ControlModifier);
    CHECK(desk.shown() == both);
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(desk.lines().lines().empty());
    desk.press(Qt::Key_Y, Qt::ControlModifier);
    CHECK(desk.shown() == first);
}

TEST_CASE("a quote in which only a paste was typed has nothing unsaved once that is taken back",
    "[ui][quoting][undo]")
{
    PasteDesk desk;
    desk.paste({desk.codes[0] + QStringLiteral("\t5")});
    CHECK(desk.editor().hasUnsaved());
    desk.undo();
    CHECK_FALSE(desk.editor().hasUnsaved());
    desk.redo();
    CHECK(desk.editor().hasUnsaved());
}

TEST_CASE(
    "a paste is taken back as its lines stand now, and comes back the same", "[ui][quoting][undo]")
{
    PasteDesk desk;
    desk.paste({desk.codes[0] + QStringLiteral("\t5"),
        desk.codes[1] + QStringLiteral("\t7"),
        desk.codes[2] + QStringLiteral("\t9")});
    auto& lines = desk.lines();
    lines.setData(
        lines.index(0, int(ui::QuoteLinesModel::Column::Quantity)), Quantity::fromWhole(50).raw());
    lines.removeLine(1);
    const QString changed = desk.shown();
    REQUIRE(lines.lines().size() == 2);
    desk.undo();
    CHECK(lines.lines().empty());
    CHECK(desk.editor().hasUnsaved()); // something else was typed meanwhile
    desk.redo();
    CHECK(desk.shown() == changed);
}

TEST_CASE("a paste whose quote was given up can no longer be taken back, and says so",
    "[ui][quoting][undo]")
{
    PasteDesk desk;
    desk.paste({desk.codes[0] + QStringLiteral("\t5")});
    desk.lines().setLines({}); // as opening another quote does
    Error told;
    QObject::connect(&desk.window->navigator().undoStack(),
        &ui::UndoStack::failed,
        [&](const Error& error) { told = error; });
    desk.undo();
    CHECK(told.code == QStringLiteral("UNDO_TYPING_GONE"));
    CHECK_FALSE(desk.window->navigator().undoStack().canUndo());
    CHECK_FALSE(desk.window->navigator().undoStack().canRedo());
}
