// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "ui/shared/edit_panel.h"
#include "ui/shared/list_page.h"

namespace chengdan::ui {

class Navigator;
class PlacePanel;
class StaffOffice;

/// Teams or regions: a list, and the panel that edits one. Neither is deleted; an unused one is
/// closed in its form.
class PlacesPage : public ListPage {
    Q_OBJECT
public:
    enum class Kind { Teams, Regions };
    /// The context must outlive the page, the office as well; there is one in a copy alone.
    PlacesPage(const access::Context& context,
        Navigator& navigator,
        Kind kind,
        StaffOffice* office = nullptr,
        QWidget* parent = nullptr);
    bool showRecord(const QString& kind, qint64 key) override;
    bool newRecord() override;
    bool closeInner() override;
    void savePage() override;
    EditPanel& panel() const;

private:
    static ListSetup setup(const access::Context& context, Kind kind);
    Kind m_kind;
    StaffOffice* m_office;
    PlacePanel* m_panel;
};

} // namespace chengdan::ui
