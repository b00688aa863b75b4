// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"

#include <QFrame>
#include <QJsonObject>

class QLineEdit;
class QPushButton;

namespace chengdan::ui {

class DraftKeeper;
class FormField;
class QuickFields;

/// Name, phone, credit code: what a new customer needs, above the list. Only the name is required;
/// Enter moves on, Ctrl+Enter saves from any field, Esc closes and keeps what was typed for the
/// next time it opens, in this run of the program or the next.
class NewCustomerForm : public QFrame {
    Q_OBJECT
public:
    explicit NewCustomerForm(const access::Context& context, QWidget* parent = nullptr);
    void begin();
    /// Saves what is typed, or shows beside its field why not.
    void save();

Q_SIGNALS:
    /// The customer stands in the file; local row number.
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
    QLineEdit* m_name;
    QLineEdit* m_phone;
    QLineEdit* m_creditCode;
    FormField* m_nameField;
    FormField* m_phoneField;
    FormField* m_codeField;
    QLineEdit* m_reason; ///< shown when a similar customer stands in the file
    FormField* m_reasonField;
    QuickFields* m_added; ///< added fields that must be filled
    QPushButton* m_save;
    QPushButton* m_cancel;
    DraftKeeper* m_drafts;
};

} // namespace chengdan::ui
