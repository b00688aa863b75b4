// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quoting/quote_lines_view.h"

#include "ui/theme/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStyledItemDelegate>

namespace chengdan::ui {

namespace {

using LineColumn = QuoteLinesModel::Column;

constexpr int kLeastName = 84; ///< px at 100 %

// Editors of the grid: a lookup for the item, exact number fields for quantity and price.
class QuoteLineDelegate : public QStyledItemDelegate {
public:
    QuoteLineDelegate(QuoteLinesModel& lines,
        LookupEdit::Find find,
        std::function<std::optional<LineItem>(qint64)> item,
        QObject* parent)
        : QStyledItemDelegate(parent)
        , m_lines(lines)
        , m_find(std::move(find))
        , m_item(std::move(item))
    {
    }

    QWidget* createEditor(
        QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        QLineEdit* editor = nullptr;
        switch (static_cast<LineColumn>(index.column())) {
        case LineColumn::Item:
            editor = new LookupEdit(m_find, parent);
            break;
        case LineColumn::Quantity: {
            auto* number = new NumberEdit(Quantity::kDecimals, parent);
            number->setRange(1, std::nullopt);
            editor = number;
            break;
        }
        case LineColumn::Price: {
            auto* number = new NumberEdit(UnitPrice::kDecimals, parent);
            number->setAtLeast(2);
            number->setRange(0, std::nullopt);
            editor = number;
            break;
        }
        default:
            return nullptr;
        }
        editor->setObjectName(QStringLiteral("quoteLineEditor"));
        setKind(editor, "cell");
        return editor;
    }

    void setEditorData(QWidget* editor, const QModelIndex& index) const override
    {
        const QVariant raw = index.data(QuoteLinesModel::RawRole);
        if (auto* number = qobject_cast<NumberEdit*>(editor))
            number->setRaw(raw.isValid() ? std::optional(raw.toLongLong()) : std::nullopt);
        else if (auto* lookup = qobject_cast<LookupEdit*>(editor))
            lookup->setText(raw.toString());
        if (auto* line = qobject_cast<QLineEdit*>(editor))
            line->selectAll();
    }

    void setModelData(
        QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override
    {
        if (auto* number = qobject_cast<NumberEdit*>(editor)) {
            if (number->error())
                return; // what is no number changes nothing; the cell shows the old one again
            const auto raw = number->raw();
            model->setData(index, raw ? QVariant(*raw) : QVariant());
        } else if (auto* lookup = qobject_cast<LookupEdit*>(editor)) {
            takeItem(*lookup, index.row());
        }
    }

protected:
    // Several copied cells are lines, also while a field is open: the window's command takes them.
    bool eventFilter(QObject* editor, QEvent* event) override
    {
        if (event->type() == QEvent::ShortcutOverride
            && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Paste)) {
            const QString text = QGuiApplication::clipboard()->text().trimmed();
            if (text.contains(QLatin1Char('\t')) || text.contains(QLatin1Char('\n'))) {
                event->ignore();
                return true;
            }
        }
        return QStyledItemDelegate::eventFilter(editor, event);
    }

private:
    // A typed code that was not picked from the list counts when it names one item exactly.
    void takeItem(const LookupEdit& lookup, int row) const
    {
        auto key = lookup.key();
        if (!key && !lookup.text().trimmed().isEmpty()) {
            const auto found = m_find(lookup.text().trimmed(), 5);
            for (const LookupMatch& match : found) {
                if (match.text.compare(lookup.text().trimmed(), Qt::CaseInsensitive) == 0)
                    key = match.key;
            }
            if (!key && found.size() == 1)
                key = found.front().key;
        }
        if (!key)
            return;
        if (const auto item = m_item(*key))
            m_lines.setItem(row, *item);
    }

    QuoteLinesModel& m_lines;
    LookupEdit::Find m_find;
    std::function<std::optional<LineItem>(qint64)> m_item;
};

} // namespace

QuoteLinesView::QuoteLinesView(QuoteLinesModel& model,
    LookupEdit::Find find,
    std::function<std::optional<LineItem>(qint64 key)> item,
    QWidget* parent)
    : QTableView(parent)
    , m_model(model)
{
    setObjectName(QStringLiteral("quoteLines"));
    setModel(&model);
    setItemDelegate(new QuoteLineDelegate(model, std::move(find), std::move(item), this));
    setEditTriggers(AnyKeyPressed | EditKeyPressed | DoubleClicked);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(true);
    setShowGrid(true);
    setFrameShape(QFrame::NoFrame);
    verticalHeader()->setDefaultSectionSize(themePx(34));
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setTextElideMode(Qt::ElideRight);
    fitColumns();
    connect(&Theme::instance(), &Theme::themeChanged, this, &QuoteLinesView::fitColumns);
}

void QuoteLinesView::fitColumns()
{
    const std::pair<LineColumn, int> widths[] = {{LineColumn::Item, 88},
        {LineColumn::Quantity, 76},
        {LineColumn::Unit, 46},
        {LineColumn::Cost, 84},
        {LineColumn::Guide, 80},
        {LineColumn::Depth, 62},
        {LineColumn::Price, 80},
        {LineColumn::Amount, 104},
        {LineColumn::Margin, 64}};
    // English headings need more than their figures do.
    for (const auto& [column, width] : widths) {
        const int section = static_cast<int>(column);
        setColumnWidth(
            section, std::max(themePx(width), horizontalHeader()->sectionSizeHint(section)));
    }
    horizontalHeader()->setSectionResizeMode(
        static_cast<int>(LineColumn::Name), QHeaderView::Interactive);
    verticalHeader()->setDefaultSectionSize(themePx(34));
    makeRoomForNames();
}

// What the side panel tells of the current line as well gives way first, so that names can be read;
// the name takes what is left.
void QuoteLinesView::makeRoomForNames()
{
    const int name = static_cast<int>(LineColumn::Name);
    const int least = std::max(themePx(kLeastName), horizontalHeader()->sectionSizeHint(name));
    int others = 0;
    for (int column = 0; column < m_model.columnCount(); ++column) {
        if (column == name)
            continue;
        setColumnHidden(column, false);
        others += columnWidth(column);
    }
    for (const LineColumn column :
        {LineColumn::Guide, LineColumn::Cost, LineColumn::Depth, LineColumn::Margin}) {
        if (viewport()->width() - others >= least)
            break;
        others -= columnWidth(static_cast<int>(column));
        setColumnHidden(static_cast<int>(column), true);
    }
    setColumnWidth(name, std::max(themePx(kLeastName), viewport()->width() - others));
}

void QuoteLinesView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    makeRoomForNames();
}

void QuoteLinesView::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fitColumns();
}

void QuoteLinesView::startEntry()
{
    const QModelIndex entry =
        m_model.index(m_model.rowCount() - 1, static_cast<int>(LineColumn::Item));
    setFocus(Qt::OtherFocusReason);
    setCurrentIndex(entry);
    edit(entry);
}

void QuoteLinesView::closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint)
{
    const QModelIndex from = currentIndex();
    QTableView::closeEditor(editor, hint);
    if (hint == QAbstractItemDelegate::SubmitModelCache)
        fillNext(from);
}

void QuoteLinesView::fillNext(const QModelIndex& from)
{
    if (!from.isValid())
        return;
    const auto column = static_cast<LineColumn>(from.column());
    if (column == LineColumn::Item) {
        if (m_model.isEntryRow(from.row()))
            return; // nothing was picked: the field stays where it is
        const QModelIndex quantity = from.siblingAtColumn(static_cast<int>(LineColumn::Quantity));
        setCurrentIndex(quantity);
        edit(quantity);
    } else if (column == LineColumn::Quantity && from.row() == m_model.rowCount() - 2) {
        startEntry();
    } else if (from.row() + 1 < m_model.rowCount()) {
        setCurrentIndex(m_model.isEntryRow(from.row() + 1) ? m_model.index(from.row() + 1, 0)
                                                           : from.siblingAtRow(from.row() + 1));
    }
}

void QuoteLinesView::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Delete && event->modifiers().testFlag(Qt::ControlModifier)) {
        m_model.removeLine(currentIndex().row());
        return;
    }
    if (enter && event->modifiers() == Qt::NoModifier && currentIndex().isValid()) {
        if (currentIndex().flags().testFlag(Qt::ItemIsEditable))
            edit(currentIndex());
        else
            fillNext(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace chengdan::ui
