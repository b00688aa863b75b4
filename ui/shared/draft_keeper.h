// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/storage/draft_writer.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

namespace chengdan::ui {

/// Keeps what is typed into one form on the disk: every 5 seconds while it changes and whenever the
/// focus leaves a field, without the form waiting for it. After a crash the form finds it again.
///
///     m_drafts(new DraftKeeper(context, *this, QStringLiteral("newCustomerForm"),
///         [this] { return typed(); }))            // {} while nothing is typed
///     connect(edit, &QLineEdit::textEdited, m_drafts, &DraftKeeper::touch);
///     if (const auto kept = m_drafts->kept())     // when the form opens
///         fill(kept->typed), hint(restoredText(kept->savedAt, today));
///     m_drafts->forget();                         // saved or given up
class DraftKeeper : public QObject {
    Q_OBJECT
public:
    /// What stands in the form now; an empty object when nothing worth keeping does.
    using Collect = std::function<QJsonObject()>;
    static constexpr int kIntervalMs = 5000;

    /// Belongs to the form. `name` is part of what is stored and never changes.
    DraftKeeper(
        const access::Context& context, QWidget& form, const QString& name, Collect collect);
    DraftKeeper(storage::Database& database, storage::DraftKey key, QWidget& form, Collect collect);
    ~DraftKeeper() override;

    /// The record the form shows from now on; empty: a new one. Typing of the record before is kept
    /// first.
    void setRecord(const QString& id);
    const QString& record() const { return m_key.record; }
    /// The text kept under this form and record by an earlier run or an earlier visit.
    std::optional<storage::Draft> kept() const;
    /// Writes at once what changed since the last time.
    void keepNow();
    /// Waits until what was handed over is on the disk.
    void finish() { m_writer.finish(); }
    void setInterval(int milliseconds) { m_timer.setInterval(milliseconds); }

public Q_SLOTS:
    /// Something was typed.
    void touch();
    /// The record was saved, or the person gave the text up.
    void forget();

Q_SIGNALS:
    /// A draft stands on the disk.
    void keptOnDisk();
    /// It could not be written; the text still stands in the form.
    void failed(const chengdan::Error& error);

private:
    void focusMoved(QWidget* from);
    QWidget& m_form;
    storage::Database& m_database;
    storage::DraftKey m_key;
    Collect m_collect;
    QTimer m_timer;
    bool m_changed = false;
    bool m_mayStandThere = true; ///< a draft under the present key
    storage::DraftWriter m_writer; // last: its thread reports to the members above
};

/// "Restored from 14:03", with the day when it was not today.
QString restoredText(Instant savedAt, QDate today);

} // namespace chengdan::ui
