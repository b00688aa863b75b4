// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/customers/contact.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QListView;
class QPushButton;
class QStandardItemModel;

namespace chengdan::ui {

/// The contacts of the shown customer, the primary one first, with their name, job and number. A
/// real list: arrows choose, Enter and F2 edit, Ins adds, Ctrl+Delete deletes.
class ContactList : public QWidget {
    Q_OBJECT
public:
    explicit ContactList(QWidget* parent = nullptr);
    void showContacts(std::vector<customers::Contact> contacts);
    /// Without the right there is nothing but reading.
    void setEditable(bool editable);
    std::optional<customers::Contact> current() const;
    /// Whether keys mean a contact now, not the customer.
    bool hasKeys() const;
    void focusList();

Q_SIGNALS:
    void addWanted();
    void editWanted();
    void deleteWanted();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void showMenu(const QPoint& at);
    std::vector<customers::Contact> m_contacts;
    bool m_editable = true;
    QLabel* m_heading;
    QPushButton* m_add;
    QListView* m_list;
    QStandardItemModel* m_model;
    QLabel* m_none;
};

} // namespace chengdan::ui
