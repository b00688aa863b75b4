// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/admin_editing.h"

#include "ui/shared/edit_panel.h"
#include "ui/shared/list_page.h"
#include "ui/shared/navigator.h"

#include <QKeyEvent>
#include <QTableView>

namespace chengdan::ui {

namespace {

class AdminKeys : public QObject {
public:
    AdminKeys(ListPage& page, EditPanel& panel)
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

void connectAdminEditing(ListPage& page, EditPanel& panel, Navigator& navigator)
{
    new AdminKeys(page, panel); // owned by the page
    QObject::connect(&page, &ListPage::currentChanged, &panel, &EditPanel::select);
    QObject::connect(&panel, &EditPanel::done, &page, [&navigator](const QString& description) {
        navigator.toast(description);
    });
    QObject::connect(&panel, &EditPanel::formClosed, &page, [&page] { page.table()->setFocus(); });
    QObject::connect(
        &panel, &EditPanel::returnTo, &page, [&page](qint64 key) { page.selectKey(key); });
}

} // namespace chengdan::ui
