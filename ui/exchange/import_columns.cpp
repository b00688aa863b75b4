// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/import_columns.h"

#include "ui/theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>

namespace chengdan::ui {

namespace {

constexpr int kHeaderWidth = 150;

QString remarkOf(const ImportMapping::Entry& entry)
{
    switch (entry.mark) {
    case ImportMapping::Mark::Unknown:
        return ImportColumns::tr("No field is called so");
    case ImportMapping::Mark::Taken:
        return ImportColumns::tr("Another column has its field");
    case ImportMapping::Mark::Remembered:
        return ImportColumns::tr("As chosen last time");
    case ImportMapping::Mark::Known:
    case ImportMapping::Mark::Chosen:
        break;
    }
    return entry.sample;
}

} // namespace

ImportColumns::ImportColumns(QWidget* parent)
    : QScrollArea(parent)
{
    setObjectName(QStringLiteral("importColumns"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
}

void ImportColumns::showColumns(
    const std::vector<ImportMapping::Entry>& entries, const std::vector<ImportField>& fields)
{
    if (m_lines.size() != entries.size())
        build(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i)
        fill(m_lines[i], entries[i], fields);
}

void ImportColumns::build(std::size_t lines)
{
    m_lines.clear();
    auto* body = new QWidget;
    auto* grid = new QGridLayout(body);
    grid->setContentsMargins(0, metric::kSpace1, metric::kSpace3, metric::kSpace3);
    grid->setHorizontalSpacing(metric::kSpace3);
    grid->setVerticalSpacing(metric::kSpace2);
    grid->setColumnMinimumWidth(0, themePx(kHeaderWidth));
    grid->setColumnStretch(1, 1);
    for (std::size_t i = 0; i < lines; ++i) {
        const int row = static_cast<int>(i);
        auto* words = new QWidget;
        auto* stack = new QVBoxLayout(words);
        stack->setContentsMargins(0, 0, 0, 0);
        stack->setSpacing(0);
        const Line line{new QLabel, new QLabel, new QComboBox};
        setRole(line.header, "strong");
        stack->addWidget(line.header);
        stack->addWidget(line.remark);
        line.field->setObjectName(QStringLiteral("importField%1").arg(row));
        line.field->setMinimumWidth(0);
        line.field->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        line.field->setFocusPolicy(Qt::StrongFocus);
        line.field->setMaxVisibleItems(16);
        line.field->installEventFilter(this);
        connect(line.field, &QComboBox::activated, this, [this, row, field = line.field] {
            Q_EMIT chosen(row, field->currentData().toString());
        });
        grid->addWidget(words, row, 0, Qt::AlignVCenter);
        grid->addWidget(line.field, row, 1, Qt::AlignVCenter);
        m_lines.push_back(line);
    }
    grid->setRowStretch(static_cast<int>(lines), 1);
    setWidget(body);
}

void ImportColumns::fill(
    const Line& line, const ImportMapping::Entry& entry, const std::vector<ImportField>& fields)
{
    const int room = themePx(kHeaderWidth);
    const auto elided = [room](QLabel* label, const QString& text) {
        label->setText(label->fontMetrics().elidedText(text, Qt::ElideRight, room));
        label->setToolTip(text);
    };
    const bool lost = entry.field.isEmpty()
        && (entry.mark == ImportMapping::Mark::Unknown || entry.mark == ImportMapping::Mark::Taken);
    setRole(line.remark, lost ? "warn" : "cap");
    line.header->ensurePolished();
    line.remark->ensurePolished();
    elided(line.header, entry.header);
    elided(line.remark, remarkOf(entry));
    const QSignalBlocker blocked(line.field);
    line.field->clear();
    line.field->addItem(tr("Not imported"), QString());
    for (const ImportField& field : fields)
        line.field->addItem(
            field.required ? field.label + QStringLiteral(" *") : field.label, field.name);
    line.field->setCurrentIndex(qMax(0, line.field->findData(entry.field)));
    line.field->setAccessibleName(tr("Field for “%1”").arg(entry.header));
    line.field->setAccessibleDescription(remarkOf(entry));
    line.field->setToolTip(line.field->currentText());
}

// The wheel scrolls the columns; it changes a field only where the keys are.
bool ImportColumns::eventFilter(QObject* watched, QEvent* event)
{
    auto* const widget = qobject_cast<QWidget*>(watched);
    if (event->type() == QEvent::Wheel && !widget->hasFocus()) {
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::FocusIn)
        ensureWidgetVisible(widget, 0, themePx(metric::kSpace8));
    return QScrollArea::eventFilter(watched, event);
}

} // namespace chengdan::ui
