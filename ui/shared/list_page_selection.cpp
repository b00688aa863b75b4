// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The selected block of a ListPage: its figures in the footer, and copying it.
#include "core/base/error_catalogue.h"
#include "ui/shared/cards.h"
#include "ui/shared/format.h"
#include "ui/shared/list_header.h"
#include "ui/shared/list_page.h"
#include "ui/shared/list_table.h"
#include "ui/shared/locale.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>

namespace chengdan::ui {

namespace {

constexpr qint64 kCopyFree = 100; ///< more rows need the right to export long lists
constexpr qint64 kCopyMost = 200'000; ///< about what a spreadsheet takes from the clipboard

// As a spreadsheet reads it back: figures without separators, nothing for an empty cell.
QString clipboardText(const CellLook& look, CellKind kind)
{
    if (look.text == noValue())
        return {};
    QString text = look.text;
    if (alignsRight(kind) && kind != CellKind::Percent)
        text.remove(QLatin1Char(','));
    if (text.contains(QLatin1Char('\t')) || text.contains(QLatin1Char('\n'))
        || text.contains(QLatin1Char('"'))) {
        text.replace(QLatin1Char('"'), QLatin1String("\"\""));
        text = QLatin1Char('"') + text + QLatin1Char('"');
    }
    return text;
}

} // namespace

QList<qint64> ListPage::selectedKeys() const
{
    QList<qint64> keys;
    std::vector<QPair<int, int>> spans;
    for (const QItemSelectionRange& range : m_table->selectionModel()->selection())
        spans.push_back({range.top(), range.bottom()});
    std::sort(spans.begin(), spans.end());
    int counted = -1;
    for (const auto& [top, bottom] : spans) {
        for (const qint64 key : m_model->keysOf(qMax(top, counted + 1), bottom))
            keys.append(key);
        counted = qMax(counted, bottom);
    }
    return keys;
}

void ListPage::showFooter()
{
    QString count = tr("Rows: %1").arg(grouped(QString::number(m_model->recordCount())));
    const qint64 selected = m_table->selectionModel() ? m_table->selectedRowCount() : 0;
    if (selected > 1)
        count = tr("%1 \u00b7 selected: %2").arg(count, grouped(QString::number(selected)));
    // How many there are is not known before they could be read.
    m_count->setText(m_model->isLoaded() ? count : QString());
    if (!m_cancel->isHidden()) {
        const qint64 found = m_source->found();
        m_count->setText(found > 0
                ? tr("Searching \u2026 %1 found so far").arg(grouped(QString::number(found)))
                : tr("Searching \u2026"));
    }
    QString block;
    if (m_figures.known && m_figures.count > 0 && selected > 1) {
        const int column = m_model->columnOf(m_figures.column);
        const ColumnSpec& spec = m_model->columns()[std::size_t(column)];
        const qint64 half = m_figures.count / 2 * (m_figures.raw < 0 ? -1 : 1);
        const qint64 average = (m_figures.raw + half) / m_figures.count;
        block = tr("%1: sum %2 \u00b7 average %3 \u00b7 count %4")
                    .arg(spec.title,
                        lookByKind(spec.kind, m_figures.raw, m_setup.today).text,
                        lookByKind(spec.kind, average, m_setup.today).text,
                        grouped(QString::number(m_figures.count)));
    }
    m_block->setText(block);
    QStringList sums;
    for (const ListSum& sum : m_model->sums()) {
        const int column = m_model->columnOf(sum.column);
        const CellKind kind =
            column < 0 ? CellKind::Money : m_model->columns()[std::size_t(column)].kind;
        const QString figure = lookByKind(kind, sum.raw, m_setup.today).text;
        // A column that is called a total already needs no second word for it.
        const QString title =
            column < 0 ? QString() : m_model->columns()[std::size_t(column)].title;
        const QString label = !sum.label.isEmpty()             ? sum.label
            : column < 0                                       ? tr("Total")
            : title.contains(tr("Total"), Qt::CaseInsensitive) ? title
                                                               : tr("Total %1").arg(title);
        sums.append(tr("%1 %2", "label and figure").arg(label, figure));
    }
    m_sums->setText(sums.join(QStringLiteral("    ")));
}

// The figures belong to the column of the current cell; where it holds no numbers, to the first
// column with a total.
void ListPage::askFigures()
{
    if (m_table->selectedRowCount() < 2)
        return;
    const auto& columns = m_model->columns();
    int column = m_table->currentIndex().column();
    if (column < 0 || !alignsRight(columns[std::size_t(column)].kind)) {
        column = -1;
        for (std::size_t i = 0; i < columns.size() && column < 0; ++i) {
            if (columns[i].total)
                column = int(i);
        }
    }
    if (column < 0)
        return;
    const QList<qint64> keys = selectedKeys();
    m_model->loader().readBlock(++m_blockTicket,
        columns[std::size_t(column)].key,
        std::vector<qint64>(keys.begin(), keys.end()));
}

void ListPage::takeBlock(quint64 ticket, const ListBlock& block)
{
    if (ticket != m_blockTicket)
        return;
    m_figures = block;
    showFooter();
}

// The columns from the first to the last selected one as they stand, hidden ones left out.
QList<int> ListPage::copiedColumns() const
{
    int first = m_header->count();
    int last = -1;
    for (const QItemSelectionRange& range : m_table->selectionModel()->selection()) {
        for (int column = range.left(); column <= range.right(); ++column) {
            if (m_table->isColumnHidden(column))
                continue;
            first = qMin(first, m_header->visualIndex(column));
            last = qMax(last, m_header->visualIndex(column));
        }
    }
    QList<int> columns;
    for (int visual = first; visual <= last; ++visual) {
        const int column = m_header->logicalIndex(visual);
        if (!m_table->isColumnHidden(column))
            columns.append(column);
    }
    return columns;
}

void ListPage::copySelection(bool withTitles)
{
    const qint64 rows = m_table->selectedRowCount();
    if (rows == 0)
        return;
    if (rows > kCopyFree && m_setup.context) {
        if (const auto allowed = m_setup.context->session.require(access::Right::ExportLarge);
            !allowed) {
            showMessage(Tone::Danger, sentence(allowed.error(), currentLanguage()));
            return;
        }
    }
    if (rows > kCopyMost) {
        showMessage(Tone::Warn,
            tr("%1 rows are too many for the clipboard; export them to a file instead")
                .arg(grouped(QString::number(rows))));
        return;
    }
    const QList<qint64> keys = selectedKeys();
    m_model->loader().readCopy(
        ++m_copyTicket, std::vector<qint64>(keys.begin(), keys.end()), copyText(withTitles));
}

// The columns go along as they are now: by the time a line is made, others may be shown.
CopyText ListPage::copyText(bool withTitles) const
{
    struct Copied {
        std::size_t at;
        ColumnSpec spec;
    };
    CopyText text;
    QStringList titles;
    std::vector<Copied> copied;
    for (const int column : copiedColumns()) {
        copied.push_back({std::size_t(column), m_model->columns()[std::size_t(column)]});
        titles += copied.back().spec.title;
    }
    if (withTitles)
        text.titles = titles.join(QLatin1Char('\t'));
    text.line = [copied = std::move(copied), today = m_setup.today](const ListRow& row) {
        QStringList cells;
        for (const Copied& one : copied) {
            const QVariant value = one.at < row.values.size() ? row.values[one.at] : QVariant();
            cells += clipboardText(cellLook(one.spec, value, today), one.spec.kind);
        }
        return cells.join(QLatin1Char('\t'));
    };
    return text;
}

void ListPage::takeCopy(quint64 ticket, const QString& text, qint64 rows)
{
    if (ticket != m_copyTicket)
        return;
    QGuiApplication::clipboard()->setText(text);
    showMessage(Tone::Ok, tr("%n row(s) copied", nullptr, int(rows)));
}

void ListPage::giveUpCopy(quint64 ticket, const Error& error)
{
    if (ticket == m_copyTicket)
        showMessage(
            Tone::Danger, tr("Nothing was copied: %1").arg(sentence(error, currentLanguage())));
}

} // namespace chengdan::ui
