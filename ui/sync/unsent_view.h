// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/sync/unsent_list.h"

#include <QWidget>

class QPushButton;

namespace chengdan::ui {

class EntryList;
class Navigator;
class SyncSession;

/// Edits that wait to be sent: which record, what changed from what to what, when. The newest
/// first, as many as a person can look through.
class UnsentView : public QWidget {
    Q_OBJECT
public:
    explicit UnsentView(Navigator& navigator, QWidget* parent = nullptr);
    void setSession(SyncSession* session) { m_session = session; }
    void reload(bool anew = false);
    void focusList();

Q_SIGNALS:
    void failed(const chengdan::Error& error);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void show(qint64 n);
    const sync::UnsentEdit* current() const;
    Navigator& m_navigator;
    SyncSession* m_session = nullptr;
    EntryList* m_list;
    QPushButton* m_open;
    std::vector<sync::UnsentEdit> m_edits;
};

} // namespace chengdan::ui
