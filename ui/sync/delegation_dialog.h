// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"

#include <QDialog>

namespace chengdan::ui {

class RecordForm;
class StaffOffice;

/// Asks who stands in, from when until when, for what and why; the server answers in place.
/// An administrator also chooses whom it is for.
class DelegationDialog : public QDialog {
    Q_OBJECT
public:
    DelegationDialog(
        const access::Context& context, StaffOffice& office, QWidget* parent = nullptr);
    RecordForm& form() const { return *m_form; }

Q_SIGNALS:
    void made(const QString& words);

protected:
    void reject() override;

private:
    RecordForm* m_form;
};

} // namespace chengdan::ui
