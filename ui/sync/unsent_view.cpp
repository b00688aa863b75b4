// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/unsent_view.h"

#include "ui/shared/navigator.h"
#include "ui/shared/record_source.h"
#include "ui/sync/entry_list.h"
#include "ui/sync/field_words.h"
#include "ui/sync/sync_session.h"

#include <QEvent>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace chengdan::ui {

namespace {

constexpr int kMostShown = 200;

QString whatWasDone(const sync::UnsentEdit& edit)
{
    switch (edit.kind) {
    case sync::Edit::Kind::Insert:
        return UnsentView::tr("New");
    case sync::Edit::Kind::Purge:
        return UnsentView::tr("Removed");
    case sync::Edit::Kind::Range:
        return UnsentView::tr("%1 new records").arg(edit.rows);
    case sync::Edit::Kind::Update:
        break;
    }
    for (const sync::FieldEdit& field : edit.fields) {
        if (field.name == QLatin1String("deleted"))
            return schema::toInteger(field.now) != 0 ? UnsentView::tr("Deleted")
                                                     : UnsentView::tr("Restored");
    }
    return UnsentView::tr("Fields changed: %1").arg(edit.fields.size());
}

QString editTitle(const sync::UnsentEdit& edit)
{
    if (edit.kind == sync::Edit::Kind::Range)
        return schemaText(edit.type->plural);
    return edit.title.isEmpty() ? UnsentView::tr("(no name)") : edit.title;
}

} // namespace

UnsentView::UnsentView(Navigator& navigator, QWidget* parent)
    : QWidget(parent)
    , m_navigator(navigator)
    , m_list(new EntryList(QStringLiteral("syncUnsent")))
    , m_open(m_list->addButton(QStringLiteral("syncOpenEdited"), ""))
{
    setObjectName(QStringLiteral("syncUnsentView"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list);
    connect(m_list, &EntryList::chosen, this, &UnsentView::show);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const auto* edit = current())
            m_navigator.openRecord(QString::fromLatin1(edit->type->table), edit->rid);
    });
    retranslate();
}

void UnsentView::retranslate()
{
    m_list->setListColumns({tr("Record"), tr("Kind"), tr("What"), tr("Edited")}, {84, 128, 88});
    m_list->setFieldColumns({tr("Field"), tr("Before"), tr("Now")});
    m_list->setNames(tr("Unsent edits"), tr("Fields that were changed"));
    m_list->setEmpty(QStringLiteral("circle-check"), tr("Everything is sent"));
    m_open->setText(tr("Open the record"));
}

void UnsentView::reload(bool anew)
{
    if (m_session == nullptr)
        return;
    auto edits = sync::unsentList(m_session->database(), kMostShown);
    if (!edits) {
        Q_EMIT failed(edits.error());
        return;
    }
    m_edits = std::move(*edits);
    std::vector<EntryList::Entry> entries;
    for (const sync::UnsentEdit& edit : m_edits) {
        entries.push_back({edit.n,
            {editTitle(edit),
                schemaText(edit.type->label),
                whatWasDone(edit),
                syncMoment(edit.at, m_session->calendar())},
            Tone::Neutral});
    }
    const qint64 all = m_session->status().unsent;
    m_list->setHint(
        all > kMostShown ? tr("The newest %1 of %2").arg(kMostShown).arg(all) : QString());
    m_list->setEntries(entries, anew);
}

void UnsentView::focusList()
{
    m_list->focusList();
}

const sync::UnsentEdit* UnsentView::current() const
{
    for (const sync::UnsentEdit& edit : m_edits) {
        if (edit.n == m_list->currentKey())
            return &edit;
    }
    return nullptr;
}

void UnsentView::show(qint64)
{
    const sync::UnsentEdit* edit = current();
    if (edit == nullptr)
        return;
    m_list->setHeading({editTitle(*edit),
        edit->onItsWay ? tr("On its way") : tr("Waits"),
        edit->onItsWay ? Tone::Info : Tone::Neutral,
        tr("%1 · %2 · %3", "kind of record, what was done, when")
            .arg(schemaText(edit->type->label),
                whatWasDone(*edit),
                syncMoment(edit->at, m_session->calendar()))});
    const FieldWords words(m_session->database(), *edit->type);
    for (const sync::FieldEdit& field : edit->fields) {
        QList<QStandardItem*> row{new QStandardItem(words.label(field.name)),
            new QStandardItem(words.value(field.name, field.before, field.beforeTitle)),
            new QStandardItem(words.value(field.name, field.now, field.nowTitle))};
        for (QStandardItem* item : row)
            item->setToolTip(item->text());
        m_list->fields().appendRow(row);
    }
    m_list->showFields(!edit->fields.empty());
    m_open->setVisible(edit->rid != 0 && edit->kind != sync::Edit::Kind::Range);
}

void UnsentView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    reload(true);
}

} // namespace chengdan::ui
