// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace chengdan::ui {

class FormField;

/// One's own password: set, change, or take away by leaving the new one empty.
class PasswordDialog : public QDialog {
    Q_OBJECT
public:
    explicit PasswordDialog(const access::Context& context, QWidget* parent = nullptr);
    /// What was done, for a toast; set once the dialog was accepted.
    QString doneText() const { return m_done; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void save();
    FormField* addField(const QString& label, QLineEdit* edit, const char* name);
    const access::Context& m_context;
    bool m_hasPassword = false;
    QString m_done;
    QLineEdit* m_present;
    QLineEdit* m_next;
    QLineEdit* m_again;
    FormField* m_presentField;
    FormField* m_nextField;
    FormField* m_againField;
    QPushButton* m_save;
};

} // namespace chengdan::ui
