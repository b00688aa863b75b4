// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/tray_view.h"

#include "core/sync/tray_preview.h"
#include "ui/shared/locale.h"
#include "ui/shared/navigator.h"
#include "ui/shared/record_source.h"
#include "ui/shared/undo_stack.h"
#include "ui/sync/entry_list.h"
#include "ui/sync/sync_session.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPushButton>
#include <QShortcut>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace chengdan::ui {

namespace {

using sync::TrayReason;

constexpr int kFieldRole = Qt::UserRole + 1;
constexpr int kMineColumn = 1;

QString reasonWord(TrayReason reason)
{
    switch (reason) {
    case TrayReason::Conflict:
        return TrayView::tr("Both changed it");
    case TrayReason::Refused:
        return TrayView::tr("Refused");
    case TrayReason::Evicted:
        return TrayView::tr("Out of reach");
    case TrayReason::Restored:
        break;
    }
    return TrayView::tr("Server restored");
}

Tone reasonTone(TrayReason reason)
{
    return reason == TrayReason::Conflict || reason == TrayReason::Restored ? Tone::Warn
                                                                            : Tone::Danger;
}

QString entryTitle(const sync::TrayDetail& detail)
{
    return detail.title.isEmpty() ? TrayView::tr("(no name)") : detail.title;
}

// A changed row that this copy does not hold any more cannot be written to.
bool canTakeMine(const sync::TrayDetail& detail)
{
    return detail.rid != 0 || detail.entry.isInsert;
}

QString whyWords(const sync::TrayDetail& detail)
{
    if (!canTakeMine(detail))
        return sentence(Error::make("TRAY_ROW_GONE"), currentLanguage());
    if (detail.entry.reason == TrayReason::Conflict)
        return TrayView::tr(
            "Somebody else changed the same fields before your edit arrived. Theirs "
            "stands now; yours is kept here until you decide.");
    return sentence(detail.entry.why, currentLanguage());
}

} // namespace

TrayView::TrayView(const access::Context& context, Navigator& navigator, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_navigator(navigator)
    , m_list(new EntryList(QStringLiteral("syncTray")))
    , m_take(m_list->addButton(QStringLiteral("syncTakeMine"), "primary"))
    , m_keep(m_list->addButton(QStringLiteral("syncKeepTheirs"), ""))
    , m_open(m_list->addButton(QStringLiteral("syncOpenRecord"), "ghost"))
{
    setObjectName(QStringLiteral("syncTrayView"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list);
    m_list->fieldTable().installEventFilter(this);
    connect(m_list, &EntryList::chosen, this, &TrayView::show);
    connect(&m_list->fields(), &QStandardItemModel::itemChanged, this, &TrayView::fitButtons);
    connect(m_take, &QPushButton::clicked, this, &TrayView::takeMine);
    connect(m_keep, &QPushButton::clicked, this, &TrayView::keepTheirs);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const auto* detail = current())
            m_navigator.openRecord(QString::fromLatin1(detail->entry.type->table), detail->rid);
    });
    const auto key = [this](QKeyCombination keys, auto act) {
        auto* shortcut = new QShortcut(QKeySequence(keys), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(Qt::CTRL | Qt::Key_Return, &TrayView::takeMine);
    key(Qt::CTRL | Qt::Key_Enter, &TrayView::takeMine);
    key(Qt::CTRL | Qt::SHIFT | Qt::Key_Return, &TrayView::keepTheirs);
    key(Qt::CTRL | Qt::SHIFT | Qt::Key_Enter, &TrayView::keepTheirs);
    retranslate();
}

void TrayView::retranslate()
{
    m_list->setListColumns(
        {tr("Record"), tr("Kind"), tr("Edited"), tr("Why it is here")}, {84, 88, 128});
    m_list->setNames(tr("Edits that need you"), tr("Fields: mine and theirs"));
    m_list->setEmpty(QStringLiteral("circle-check"),
        tr("Nothing needs you: no edit clashed and none was refused"));
    fitHint();
    m_open->setText(tr("Open the record"));
    m_take->setText(tr("Take mine"));
    m_keep->setText(tr("Keep theirs"));
    m_keep->setToolTip(QStringLiteral("Ctrl+Shift+Enter"));
    m_take->setToolTip(QStringLiteral("Ctrl+Enter"));
}

void TrayView::reload(bool anew)
{
    if (m_session == nullptr)
        return;
    auto details = sync::trayDetails(m_session->database());
    if (!details) {
        Q_EMIT failed(details.error());
        return;
    }
    m_details = std::move(*details);
    std::vector<EntryList::Entry> entries;
    for (const sync::TrayDetail& detail : m_details) {
        entries.push_back({detail.entry.n,
            {entryTitle(detail),
                schemaText(detail.entry.type->label),
                syncMoment(detail.entry.madeAt, m_session->calendar()),
                reasonWord(detail.entry.reason)},
            reasonTone(detail.entry.reason)});
    }
    m_list->setEntries(entries, anew);
}

void TrayView::focusList()
{
    m_list->focusList();
}

const sync::TrayDetail* TrayView::current() const
{
    for (const sync::TrayDetail& detail : m_details) {
        if (detail.entry.n == m_list->currentKey())
            return &detail;
    }
    return nullptr;
}

void TrayView::show(qint64)
{
    const sync::TrayDetail* detail = current();
    if (detail == nullptr)
        return;
    m_words = FieldWords(m_session->database(), *detail->entry.type);
    m_list->setHeading({entryTitle(*detail),
        reasonWord(detail->entry.reason),
        reasonTone(detail->entry.reason),
        tr("%1 · edited here %2")
            .arg(schemaText(detail->entry.type->label),
                syncMoment(detail->entry.madeAt, m_session->calendar())),
        whyWords(*detail)});
    const bool conflict = detail->entry.reason == TrayReason::Conflict;
    m_list->setFieldColumns({tr("Field"),
        tr("Mine"),
        conflict ? tr("Theirs (now)") : tr("Stands now"),
        tr("Changed by")});
    for (const sync::TrayField& field : detail->fields)
        addField(field);
    m_list->fieldTable().setColumnHidden(3, !conflict);
    m_list->fieldTable().setCurrentIndex(m_list->fields().index(0, 0));
    m_keep->setText(conflict ? tr("Keep theirs") : tr("Give mine up"));
    m_open->setVisible(detail->rid != 0);
    fitButtons();
}

void TrayView::addField(const sync::TrayField& field)
{
    auto* name = new QStandardItem(m_words.label(field.name));
    name->setData(field.name, kFieldRole);
    auto* mine = new QStandardItem(m_words.value(field.name, field.mine, field.mineTitle));
    mine->setCheckable(true);
    mine->setCheckState(Qt::Checked);
    auto* theirs = new QStandardItem(m_words.value(field.name, field.theirs, field.theirsTitle));
    QString by = field.by;
    if (field.at != Instant() && !by.isEmpty())
        by = tr("%1, %2", "name and time").arg(by, syncMoment(field.at, m_session->calendar()));
    QList<QStandardItem*> row{name, mine, theirs, new QStandardItem(by)};
    for (QStandardItem* item : row)
        item->setToolTip(item->text());
    m_list->fields().appendRow(row);
}

QStringList TrayView::chosenFields() const
{
    QStringList names;
    const QStandardItemModel& fields = m_list->fields();
    for (int row = 0; row < fields.rowCount(); ++row) {
        if (fields.item(row, kMineColumn)->checkState() == Qt::Checked)
            names += fields.item(row, 0)->data(kFieldRole).toString();
    }
    return names;
}

void TrayView::fitButtons()
{
    const sync::TrayDetail* detail = current();
    if (detail == nullptr)
        return;
    const qsizetype chosen = chosenFields().size();
    const int all = m_list->fields().rowCount();
    const bool conflict = detail->entry.reason == TrayReason::Conflict;
    m_take->setText(chosen < all ? tr("Take mine in %1 of %2 fields").arg(chosen).arg(all)
            : conflict           ? tr("Take mine")
                                 : tr("Send mine again"));
    m_take->setEnabled(canTakeMine(*detail) && (chosen > 0 || all == 0));
    fitHint();
}

// Fields that make sense only together are named when mine would go in without the others.
void TrayView::fitHint()
{
    QStringList kept;
    const sync::TrayDetail* detail = current();
    const QStringList chosen = chosenFields();
    if (detail != nullptr && !chosen.isEmpty() && chosen.size() < m_list->fields().rowCount()) {
        const auto preview = sync::previewMine(m_session->database(), detail->entry.n, chosen);
        for (const QString& name : preview ? preview->kept : QStringList())
            kept += m_words.label(name);
    }
    m_list->setHint(kept.isEmpty()
            ? tr("Space: this field or not")
            : tr("Stays as it is: %1").arg(kept.join(tr(", ", "between names"))));
}

void TrayView::takeMine()
{
    const sync::TrayDetail* detail = current();
    if (detail == nullptr || !m_take->isEnabled())
        return;
    const QString title = entryTitle(*detail);
    QStringList columns = chosenFields();
    if (columns.size() == m_list->fields().rowCount())
        columns.clear();
    const auto done =
        sync::takeMine(m_session->database(), m_context.session.id(), detail->entry.n, columns);
    if (!done) {
        Q_EMIT failed(done.error());
        return;
    }
    m_navigator.undoStack().push({.writes = {storage::Database::lastWrite()},
        .words = [title](int) { return tr("Mine was taken: %1").arg(title); }});
    reload();
    Q_EMIT decided();
}

void TrayView::keepTheirs()
{
    const sync::TrayDetail* detail = current();
    if (detail == nullptr)
        return;
    const QString title = entryTitle(*detail);
    storage::Database& database = m_session->database();
    const PersonId actor = m_context.session.id();
    const auto copy = sync::copyOfTrayEntry(database, detail->entry.n);
    const auto done = copy ? sync::keepTheirs(database, actor, detail->entry.n)
                           : Result<void>(fail(copy.error()));
    if (!done) {
        Q_EMIT failed(done.error());
        return;
    }
    m_navigator.toast(tr("What stands was kept: %1").arg(title),
        Tone::Ok,
        [this, &database, actor, copy = *copy] {
            const auto back = sync::putTrayEntryBack(database, actor, copy);
            if (!back)
                Q_EMIT failed(back.error());
            reload();
            Q_EMIT decided();
        });
    reload();
    Q_EMIT decided();
}

bool TrayView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != &m_list->fieldTable() || event->type() != QEvent::KeyPress
        || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Space)
        return QWidget::eventFilter(watched, event);
    const int row = m_list->fieldTable().currentIndex().row();
    if (QStandardItem* mine = m_list->fields().item(row, kMineColumn))
        mine->setCheckState(mine->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
    return true;
}

void TrayView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    reload(true);
}

} // namespace chengdan::ui
