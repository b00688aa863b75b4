// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/sync/tray_detail.h"
#include "ui/sync/field_words.h"

#include <QWidget>

class QPushButton;

namespace chengdan::ui {

class EntryList;
class Navigator;
class SyncSession;

/// Edits that could not be delivered or that clash with somebody else's: field by field mine and
/// theirs, who and when. Space takes one field out of what mine is taken for, Ctrl+Enter takes
/// mine, Ctrl+Shift+Enter keeps theirs; the next entry comes by itself.
class TrayView : public QWidget {
    Q_OBJECT
public:
    TrayView(const access::Context& context, Navigator& navigator, QWidget* parent = nullptr);
    /// Whose tray is shown; the session must outlive the view or be replaced.
    void setSession(SyncSession* session) { m_session = session; }
    /// Reads the list again; `anew` also the entry that is shown.
    void reload(bool anew = false);
    void focusList();

Q_SIGNALS:
    /// Something was decided, or could not be.
    void decided();
    void failed(const chengdan::Error& error);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void show(qint64 n);
    void addField(const sync::TrayField& field);
    void fitButtons();
    void fitHint();
    QStringList chosenFields() const;
    const sync::TrayDetail* current() const;
    void takeMine();
    void keepTheirs();
    const access::Context& m_context;
    Navigator& m_navigator;
    SyncSession* m_session = nullptr;
    EntryList* m_list;
    QPushButton* m_take;
    QPushButton* m_keep;
    QPushButton* m_open;
    FieldWords m_words;
    std::vector<sync::TrayDetail> m_details;
};

} // namespace chengdan::ui
