// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "ui/shared/page.h"

namespace chengdan::ui {

class Navigator;
class RecordForm;

/// What everybody in the company shares: its name and address on documents, tax, dates, numbers.
class CompanyPage : public Page {
    Q_OBJECT
public:
    /// The context must outlive the page.
    CompanyPage(const access::Context& context, Navigator& navigator, QWidget* parent = nullptr);
    QString title() const override;
    void activated() override;
    void savePage() override;
    void refreshPage() override;

private:
    void begin();
    const access::Context& m_context;
    RecordForm* m_form;
};

} // namespace chengdan::ui
