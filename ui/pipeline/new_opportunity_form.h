// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"

#include <QFrame>
#include <QJsonObject>

class QLineEdit;
class QPushButton;

namespace chengdan::ui {

class AmountEdit;
class DraftKeeper;
class FormField;
class LookupEdit;
class QuickFields;

/// Customer, subject, amount: what a new opportunity needs, above the list. Enter moves on,
/// Ctrl+Enter saves from any field, Esc closes and keeps what was typed, for the next run too.
class NewOpportunityForm : public QFrame {
    Q_OBJECT
public:
    explicit NewOpportunityForm(const access::Context& context, QWidget* parent = nullptr);
    void begin();
    /// Saves what is typed, or shows beside its field why not.
    void save();

Q_SIGNALS:
    void created(qint64 key, const QString& name);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void retranslate();
    void showError(const Error& error);
    QJsonObject typed() const;
    void restoreDraft();
    const access::Context& m_context;
    LookupEdit* m_customer;
    QLineEdit* m_name;
    AmountEdit* m_amount;
    FormField* m_customerField;
    FormField* m_nameField;
    FormField* m_amountField;
    QuickFields* m_added; ///< added fields that must be filled
    QPushButton* m_save;
    QPushButton* m_cancel;
    DraftKeeper* m_drafts;
};

} // namespace chengdan::ui
