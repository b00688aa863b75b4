// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/office_bar.h"

#include "ui/shared/cards.h"
#include "ui/shared/list_page.h"
#include "ui/shared/staff_office.h"

#include <QEvent>
#include <QPushButton>

namespace chengdan::ui {

namespace {

class OfficeBar : public MessageBar {
public:
    OfficeBar(StaffOffice& office, const QString& name, QPushButton* add, QWidget* page)
        : MessageBar(name + QStringLiteral("Office"), page)
        , m_office(office)
        , m_add(add)
    {
        connect(&office, &StaffOffice::changed, this, [this] { say(); });
        say();
    }

protected:
    void changeEvent(QEvent* event) override
    {
        MessageBar::changeEvent(event);
        if (event->type() == QEvent::LanguageChange)
            say();
    }

private:
    void say()
    {
        const auto closed = m_office.closed();
        clearActions();
        m_add->setEnabled(!closed);
        m_add->setToolTip(closed ? closed->why : QString());
        setVisible(closed.has_value());
        if (!closed)
            return;
        setMessage(Tone::Warn, QString(), closed->why);
        if (closed->signInHelps)
            addAction(ListPage::tr("Sign in …"), [this] { m_office.signIn(); });
    }
    StaffOffice& m_office;
    QPushButton* m_add;
};

} // namespace

void addOfficeBar(ListPage& page, StaffOffice& office, const QString& name, QPushButton* add)
{
    page.addHeader(new OfficeBar(office, name, add, &page));
}

} // namespace chengdan::ui
