// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QObject>
#include <QString>
#include <QVariant>

#include <functional>

namespace chengdan::ui {

class JobList;
class UndoStack;

/// How pages reach each other without knowing each other: the main window implements it and hands
/// it to every page. Page ids and record kinds are plain names: "dashboard", "opportunities",
/// "customers", "quotes", "items"; "customer", "opportunity", "quote", "item".
class Navigator : public QObject {
    Q_OBJECT
public:
    explicit Navigator(QObject* parent = nullptr);
    ~Navigator() override;

    /// Where work that takes longer than a frame runs (job_list.h).
    JobList& jobs() { return *m_jobs; }
    /// What Ctrl+Z takes back; pages report their acts to it (undo_stack.h).
    UndoStack& undoStack() { return *m_undo; }

    /// Brings a page to the front and puts it into the history.
    virtual void openPage(const QString& pageId) = 0;
    /// Opens a record on the page registered for its kind. `key` is the local rowid.
    virtual void openRecord(const QString& kind, qint64 key) = 0;
    /// Starts a new record of a kind on its page; `hints` prefill it ({"customer": rowid}).
    virtual void newRecord(const QString& kind, const QVariantMap& hints = {}) = 0;
    virtual void back() = 0;
    virtual void forward() = 0;
    /// A short note for 8 s at the lower edge; with `undo` it offers to take the act back. Never
    /// the only place for an error.
    virtual void toast(
        const QString& text, Tone tone = Tone::Ok, std::function<void()> undo = {}) = 0;
    /// The figure behind a page's name in the rail; 0 removes it.
    virtual void setBadge(const QString& pageId, int count, bool waitsForMe) = 0;

Q_SIGNALS:
    void pageChanged(const QString& pageId);

private:
    JobList* m_jobs;
    UndoStack* m_undo;
};

} // namespace chengdan::ui
