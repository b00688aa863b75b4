// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/field_definition.h"
#include "ui/shared/edit_panel.h"
#include "ui/shared/list_page.h"

namespace chengdan::ui {

class FieldPanel;
class Navigator;

/// The fields administrators added, by record type in the order of the forms, and the panel that
/// edits one. Keys beside those of a list: Ctrl+Shift+Up and Ctrl+Shift+Down move the field,
/// Ctrl+Delete retires it; its values stay.
class FieldsPage : public ListPage {
    Q_OBJECT
public:
    /// The context must outlive the page.
    FieldsPage(const access::Context& context, Navigator& navigator, QWidget* parent = nullptr);
    bool showRecord(const QString& kind, qint64 key) override;
    bool newRecord() override;
    bool closeInner() override;
    void savePage() override;
    EditPanel& panel() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    static ListSetup setup(const access::Context& context);
    void move(int by);
    const access::Context& m_context;
    FieldPanel* m_panel;
};

} // namespace chengdan::ui
