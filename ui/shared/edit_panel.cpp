// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/edit_panel.h"

#include "core/base/error_catalogue.h"
#include "core/storage/database.h"
#include "ui/shared/cards.h"
#include "ui/shared/list_page.h"
#include "ui/shared/locale.h"
#include "ui/shared/navigator.h"
#include "ui/shared/undo_stack.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace chengdan::ui {

EditPanel::EditPanel(const QString& name, storage::Database& database, QDate today, QWidget* parent)
    : QWidget(parent)
    , m_database(database)
    , m_name(name)
    , m_reading(new QWidget)
    , m_kind(new QLabel)
    , m_edit(new QPushButton)
    , m_delete(
          new IconButton(QStringLiteral("trash-2"), tr("Delete"), name + QStringLiteral("Delete")))
    , m_message(new MessageBar(name + QStringLiteral("Message")))
    , m_view(nullptr)
    , m_form(new RecordForm(name + QStringLiteral("Form"), database, today))
{
    setObjectName(name);
    m_edit->setObjectName(name + QStringLiteral("Edit"));
    setKind(m_edit, "text");
    m_edit->setIcon(icon(QStringLiteral("pencil")));
    setRole(m_kind, "cap");
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(metric::kPageSide, metric::kSpace2, metric::kSpace3, 0);
    bar->setSpacing(metric::kSpace1);
    bar->addWidget(m_kind, 1);
    bar->addWidget(m_edit);
    bar->addWidget(m_delete);
    auto* message = new QVBoxLayout;
    message->setContentsMargins(metric::kPageSide, metric::kSpace2, metric::kPageSide, 0);
    message->addWidget(m_message);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* shown = new QWidget;
    m_view = new QVBoxLayout(shown);
    m_view->setContentsMargins(0, 0, 0, 0);
    m_view->setSpacing(0);
    scroll->setWidget(shown);
    auto* reading = new QVBoxLayout(m_reading);
    reading->setContentsMargins(0, 0, 0, 0);
    reading->setSpacing(0);
    reading->addLayout(bar);
    reading->addLayout(message);
    reading->addWidget(scroll, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_reading);
    layout->addWidget(m_form);
    m_form->hide();
    connect(m_edit, &QPushButton::clicked, this, [this] { editRecord(); });
    connect(m_delete, &QToolButton::clicked, this, [this] { deleteRecord(); });
    connect(m_form, &RecordForm::saved, this, [this](const QString& description, bool wrote) {
        Q_EMIT done(description, wrote ? Act::Saved : Act::NothingWritten);
    });
    connect(m_form, &RecordForm::closed, this, [this] {
        m_form->hide();
        m_reading->show();
        showKey(m_key);
        Q_EMIT formClosed();
    });
    retranslate();
}

bool EditPanel::isEditing() const
{
    return m_form->subject() != nullptr;
}

void EditPanel::setAllowed(bool edit, bool remove)
{
    m_edit->setVisible(edit);
    m_delete->setVisible(remove);
}

void EditPanel::select(qint64 key)
{
    m_key = key;
    m_kind->setText(kindText());
    if (!isEditing()) {
        m_message->hide();
        showKey(key);
        return;
    }
    // A list that loads again is without a current row for a moment.
    if (key == 0 || key == m_editedKey)
        return;
    m_form->leave({}, [this] { Q_EMIT returnTo(m_editedKey); });
}

void EditPanel::edit(SubjectMaker make)
{
    if (!isEditing()) {
        open(make);
        return;
    }
    m_form->leave([this, make] { open(make); });
}

void EditPanel::open(const SubjectMaker& make)
{
    auto subject = make();
    if (!subject)
        return;
    m_editedKey = m_key;
    m_message->hide();
    m_form->begin(std::move(subject));
    m_reading->hide();
    m_form->show();
    m_form->focusFirst();
}

void EditPanel::follow(std::initializer_list<const schema::RecordType*> types)
{
    QList<int> tables;
    for (const schema::RecordType* type : types)
        tables += type->number;
    connect(
        &m_database.notices(),
        &storage::ChangeNotices::committed,
        this,
        [this, tables](const QList<storage::Change>& changes) {
            const bool ours = std::any_of(changes.begin(), changes.end(), [&](const auto& change) {
                return tables.contains(change.table);
            });
            if (ours && !isEditing() && isVisible())
                refresh();
        },
        Qt::QueuedConnection);
}

void EditPanel::showError(const QString& heading, const Error& error)
{
    m_message->clearActions();
    m_message->setMessage(Tone::Danger, heading, sentence(error, currentLanguage()));
    m_message->show();
}

bool EditPanel::closeInner()
{
    if (isEditing()) {
        m_form->leave();
        return true;
    }
    if (m_message->isHidden())
        return false;
    m_message->hide();
    return true;
}

void EditPanel::keyPressEvent(QKeyEvent* event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (event->key() == Qt::Key_F2 && plain) {
        editRecord();
    } else if (event->key() == Qt::Key_Escape && plain && closeInner()) {
        return;
    } else if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        && qobject_cast<QAbstractButton*>(QApplication::focusWidget()) != nullptr) {
        static_cast<QAbstractButton*>(QApplication::focusWidget())->click();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void EditPanel::retranslate()
{
    m_edit->setText(tr("Edit"));
    m_edit->setToolTip(tr("Edit this record (F2)"));
    m_delete->setTexts(tr("Delete"), QStringLiteral("Ctrl+Delete"));
}

void EditPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_kind->setText(kindText());
    }
}

namespace {

/// F2 and Ctrl+Delete anywhere on the page where nothing else takes them.
class RecordKeys : public QObject {
public:
    RecordKeys(ListPage& page, EditPanel& panel)
        : QObject(&page)
        , m_page(page)
        , m_panel(panel)
    {
        page.installEventFilter(this);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() != QEvent::KeyPress)
            return QObject::eventFilter(watched, event);
        const auto* key = static_cast<QKeyEvent*>(event);
        const auto modifiers = key->modifiers() & ~Qt::KeypadModifier;
        const bool edit = key->key() == Qt::Key_F2 && modifiers == Qt::NoModifier;
        const bool remove = key->key() == Qt::Key_Delete && modifiers == Qt::ControlModifier;
        if ((!edit && !remove) || !m_page.currentKey())
            return false;
        m_page.setPanelOpen(true);
        return edit ? m_panel.editRecord() : m_panel.deleteRecord();
    }

private:
    ListPage& m_page;
    EditPanel& m_panel;
};

} // namespace

void connectEditing(ListPage& page, EditPanel& panel, ActTold told)
{
    new RecordKeys(page, panel); // owned by the page
    QObject::connect(&page, &ListPage::currentChanged, &panel, &EditPanel::select);
    QObject::connect(&panel, &EditPanel::done, &page, std::move(told));
    QObject::connect(&panel, &EditPanel::formClosed, &page, [&page] { page.table()->setFocus(); });
    QObject::connect(
        &panel, &EditPanel::returnTo, &page, [&page](qint64 key) { page.selectKey(key); });
}

void connectEditing(ListPage& page, EditPanel& panel, Navigator& navigator)
{
    auto* records = dynamic_cast<EditsRecords*>(&page);
    Q_ASSERT(records != nullptr);
    connectEditing(page, panel, [&navigator](const QString& description, EditPanel::Act act) {
        if (act == EditPanel::Act::NothingWritten)
            navigator.toast(description);
        else if (act == EditPanel::Act::Deleted)
            navigator.undoStack().push(deletedAct(description));
        else
            navigator.undoStack().push(savedAct(description));
    });
    QObject::connect(
        &page, &ListPage::contextMenuRequested, &panel, [&page, records](qint64, const QPoint& at) {
            QMenu menu(&page);
            const auto add = [&menu](const QString& word, const char* keys, const char* picture) {
                return menu.addAction(icon(QString::fromLatin1(picture)),
                    word + QLatin1Char('\t') + QString::fromLatin1(keys));
            };
            const QAction* edit = add(EditPanel::tr("Edit"), "F2", "pencil");
            const QAction* remove = add(EditPanel::tr("Delete"), "Ctrl+Delete", "trash-2");
            records->addToMenu(menu);
            const QAction* chosen = menu.exec(at);
            if (chosen != nullptr && chosen == edit)
                records->editRecord();
            else if (chosen != nullptr && chosen == remove)
                records->deleteRecord();
        });
}

} // namespace chengdan::ui
