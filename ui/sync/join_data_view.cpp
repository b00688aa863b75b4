// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/join_data_view.h"

#include "core/base/error_catalogue.h"
#include "ui/shared/cards.h"
#include "ui/shared/format.h"
#include "ui/shared/locale.h"
#include "ui/shared/record_source.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QStandardItemModel>
#include <QTabBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace chengdan::ui {

namespace {

QStandardItem* textCell(const QString& text, Qt::Alignment alignment = Qt::AlignLeft)
{
    auto* item = new QStandardItem(text);
    item->setEditable(false);
    item->setTextAlignment(alignment | Qt::AlignVCenter);
    item->setToolTip(text);
    return item;
}

// Nothing is shown for none: the eye goes to what there is.
QStandardItem* countCell(qint64 count, Tone tone = Tone::Neutral)
{
    QStandardItem* item = textCell(count == 0 ? QString() : QString::number(count), Qt::AlignRight);
    if (count > 0 && tone != Tone::Neutral)
        item->setForeground(themeColor(wordToken(tone)));
    return item;
}

void setHeadings(QStandardItemModel& model, const QStringList& headings, int numbersFrom)
{
    model.setHorizontalHeaderLabels(headings);
    for (int column = 0; column < headings.size(); ++column)
        model.horizontalHeaderItem(column)->setTextAlignment(
            (numbersFrom >= 0 && column >= numbersFrom ? Qt::AlignRight : Qt::AlignLeft)
            | Qt::AlignVCenter);
}

} // namespace

JoinDataView::JoinDataView(QWidget* parent)
    : QWidget(parent)
    , m_summary(new QLabel)
    , m_note(new MessageBar(QStringLiteral("joinDataNote")))
    , m_tabs(new QTabBar)
    , m_table(new QTableView)
    , m_kinds(new QStandardItemModel(this))
    , m_people(new QStandardItemModel(this))
    , m_held(new QStandardItemModel(this))
    , m_adds(new QCheckBox(tr("Add the people the server does not know, with their roles")))
{
    m_summary->setObjectName(QStringLiteral("joinDataSummary"));
    m_summary->setWordWrap(true);
    setRole(m_summary, "body2");
    m_tabs->setObjectName(QStringLiteral("joinDataTabs"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (int tab = Kinds; tab <= Held; ++tab)
        m_tabs->addTab(QString());
    m_table->setObjectName(QStringLiteral("joinDataTable"));
    m_table->setAccessibleName(tr("What becomes of the records"));
    m_table->setShowGrid(false);
    setKind(m_table, "fields");
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(themePx(metric::kRow));
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setMinimumHeight(themePx(metric::kHeader + 8 * metric::kRow));
    m_adds->setObjectName(QStringLiteral("joinAddsPeople"));
    m_note->hide();
    auto* card = new Card(QStringLiteral("joinDataCard"));
    card->body()->setContentsMargins(1, 1, 1, 1);
    card->body()->addWidget(m_table);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::kSpace3);
    layout->addWidget(m_summary);
    layout->addWidget(m_note);
    layout->addWidget(m_tabs);
    layout->addWidget(card, 1);
    layout->addWidget(m_adds);
    connect(m_tabs, &QTabBar::currentChanged, this, &JoinDataView::showTab);
    connect(m_adds, &QCheckBox::clicked, this, &JoinDataView::addsPeopleChanged);
    showTab(Kinds);
}

void JoinDataView::setPreview(const sync::JoinPreview& preview)
{
    fillKinds(preview.kinds);
    fillPeople(preview.people);
    fillHeld(preview.held);
    qint64 records = 0;
    qint64 going = 0;
    for (const sync::JoinKind& kind : preview.kinds) {
        records += kind.records;
        going += kind.sent + kind.edits + kind.registered;
    }
    m_summary->setText(tr("The file holds %1 records. %2 of them go to the server as new; the "
                          "others are there already or stay here as listed. Nothing was sent yet.")
                           .arg(records)
                           .arg(going));
    if (preview.renumbered > 0)
        m_note->setMessage(Tone::Info,
            QString(),
            tr("%n document(s) get this PC's code in their number, because others may bear the "
               "same; the old number is kept with the record",
                nullptr,
                static_cast<int>(preview.renumbered)));
    m_note->setVisible(preview.renumbered > 0);
    setCounts();
}

void JoinDataView::setReport(const sync::JoinReport& report)
{
    fillKinds(report.kinds);
    fillHeld(report.held);
    qint64 there = 0;
    for (const sync::JoinKind& kind : report.kinds)
        there += kind.sent + kind.edits + kind.registered;
    m_summary->setText(
        tr("%1 records went to the server. The file as it was is kept in %2")
            .arg(QString::number(there), QDir::toNativeSeparators(report.state.source)));
    if (!report.held.empty())
        m_note->setMessage(Tone::Warn,
            QString(),
            tr("%n record(s) stay here until somebody decides; the sync page lists them",
                nullptr,
                static_cast<int>(report.held.size())));
    m_note->setVisible(!report.held.empty());
    m_adds->hide();
    setCounts();
}

std::optional<bool> JoinDataView::addsPeople() const
{
    return m_adds->isHidden() ? std::nullopt : std::optional(m_adds->isChecked());
}

void JoinDataView::focusTable()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

void JoinDataView::setCounts()
{
    m_tabs->setTabText(Kinds, tr("Records"));
    m_tabs->setTabText(People, tr("Who is who (%1)").arg(m_people->rowCount()));
    m_tabs->setTabText(Held, tr("Stays here (%1)").arg(m_held->rowCount()));
    m_tabs->setTabEnabled(Held, m_held->rowCount() > 0);
    showTab(m_tabs->currentIndex());
}

void JoinDataView::showTab(int tab)
{
    m_table->setModel(tab == Kinds ? m_kinds : tab == People ? m_people : m_held);
    QHeaderView& header = *m_table->horizontalHeader();
    header.setMinimumSectionSize(themePx(56));
    switch (tab) {
    case People:
        header.setSectionResizeMode(QHeaderView::Stretch);
        break;
    case Held:
        header.setSectionResizeMode(QHeaderView::Interactive);
        header.resizeSection(0, themePx(110));
        header.resizeSection(1, themePx(190));
        header.setStretchLastSection(true);
        break;
    default:
        header.setStretchLastSection(false);
        header.setSectionResizeMode(QHeaderView::ResizeToContents);
        if (m_table->model()->columnCount() > 0)
            header.setSectionResizeMode(0, QHeaderView::Stretch);
        break;
    }
}

void JoinDataView::fillKinds(const std::vector<sync::JoinKind>& kinds)
{
    m_kinds->clear();
    setHeadings(*m_kinds,
        {tr("Kind"),
            tr("Records"),
            tr("There already"),
            tr("Sent"),
            tr("Registered"),
            tr("Differ"),
            tr("Stay here"),
            tr("This PC only")},
        1);
    for (const sync::JoinKind& kind : kinds)
        m_kinds->appendRow({textCell(schemaText(kind.type->plural)),
            countCell(kind.records),
            countCell(kind.matched),
            countCell(kind.sent + kind.edits),
            countCell(kind.registered),
            countCell(kind.differs, Tone::Warn),
            countCell(kind.held, Tone::Warn),
            countCell(kind.local)});
}

void JoinDataView::fillPeople(const sync::PeoplePlan& plan)
{
    using Fate = sync::PersonMatch::Fate;
    m_people->clear();
    setHeadings(*m_people, {tr("In the file"), tr("Login"), tr("On the server")}, -1);
    bool unknown = false;
    bool adds = false;
    for (const sync::PersonMatch& match : plan.people) {
        QString becomes;
        switch (match.fate) {
        case Fate::Myself:
            becomes = tr("You (%1)").arg(match.serverName);
            break;
        case Fate::Known:
            becomes = match.serverName;
            break;
        case Fate::Create:
            becomes = tr("Is added");
            unknown = adds = true;
            break;
        case Fate::BecomesMine:
            becomes = tr("Not there: becomes yours, the name is noted");
            unknown = true;
            break;
        }
        m_people->appendRow({textCell(match.name), textCell(match.login), textCell(becomes)});
    }
    m_adds->setVisible(unknown && plan.mayAdd);
    m_adds->setChecked(adds);
}

void JoinDataView::fillHeld(const std::vector<sync::JoinHeld>& held)
{
    m_held->clear();
    setHeadings(*m_held, {tr("Kind"), tr("Name"), tr("Why")}, -1);
    for (const sync::JoinHeld& each : held)
        m_held->appendRow({textCell(schemaText(each.type->label)),
            textCell(each.title),
            textCell(sentence(each.why, currentLanguage()))});
}

} // namespace chengdan::ui
