// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/sync/customer_acts.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace chengdan::ui {

/// On a customer's page: who has it, acts about it that wait for the server or were refused, who
/// else is shown it until when, and the buttons for all this. An act that is nothing for the person
/// has no button.
class OwnershipBox : public QWidget {
    Q_OBJECT
public:
    /// The context must outlive the box.
    explicit OwnershipBox(const access::Context& context, QWidget* parent = nullptr);
    /// 0 for none.
    void showCustomer(qint64 customer);
    const sync::CustomerHands& hands() const { return m_hands; }

Q_SIGNALS:
    void claimWanted();
    void handOverWanted();
    void poolWanted();
    void accessWanted();
    void withdrawWanted(qint32 person);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void fillButtons();
    void addRequest(const sync::Request& request);
    void addShown(const sync::CustomerHands::Shown& shown);
    QString receiverName(const sync::Request& request) const;
    const access::Context& m_context;
    QByteArray m_zone;
    qint64 m_customer = 0;
    sync::CustomerHands m_hands;
    QLabel* m_label;
    QLabel* m_owner;
    QPushButton* m_claim;
    QPushButton* m_handOver;
    QPushButton* m_pool;
    QPushButton* m_access;
    QVBoxLayout* m_requests;
    QLabel* m_shownHeading;
    QVBoxLayout* m_shown;
};

} // namespace chengdan::ui
