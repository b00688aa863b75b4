// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/undo.h"
#include "ui/shared/text.h"

#include <QElapsedTimer>
#include <QObject>

#include <functional>
#include <vector>

namespace chengdan::ui {

/// An act a person did, as the stack keeps it: what it wrote into the journal, and its words.
struct UndoAct {
    std::vector<storage::JournalSpan> writes;
    std::function<QString(int count)> words; ///< "Deleted %n records", in the present language
    int count = 1;
    /// Acts with the same non-empty name that follow within the time of a toast become one.
    QString joinsAs = {};
    bool large = false; ///< thousands of rows: taken back behind the window
    /// Of an act within typing that is not in the file yet: `back` takes it back, `again` does it
    /// again; false when the typing it belongs to is gone.
    std::function<bool()> back = {};
    std::function<bool()> again = {};
};

/// Everything the person did since the program started, newest last; Ctrl+Z takes back the newest,
/// Ctrl+Y does it again. Both are new edits (access::UndoService), so what somebody else changed
/// meanwhile stays and is told. UI thread only.
///
///     const auto saved = service.create(customer);                 // one write
///     navigator.undoStack().push({.writes = {storage::Database::lastWrite()},
///         .words = [](int n) { return tr("Made %n customers", nullptr, n); }});
class UndoStack : public QObject {
    Q_OBJECT
public:
    explicit UndoStack(QObject* parent = nullptr);

    /// Takes writes back; set by who furnishes the window. Without it acts are only
    /// announced.
    using TakeBack =
        std::function<Result<access::Undone>(std::span<const storage::JournalSpan> writes)>;
    void setTakeBack(TakeBack takeBack) { m_takeBack = std::move(takeBack); }

    /// The same for large acts: `done` is called later, on this thread, with what it wrote.
    using TakenBack = std::function<void(
        const Result<access::Undone>& taken, const storage::JournalSpan& written)>;
    using TakeBackLater =
        std::function<void(std::vector<storage::JournalSpan> writes, TakenBack done)>;
    void setTakeBackLater(TakeBackLater takeBack) { m_takeBackLater = std::move(takeBack); }

    void push(UndoAct act);
    /// Neither while a large act is on its way back.
    bool canUndo() const { return canMove(m_done); }
    bool canRedo() const { return canMove(m_undone); }
    /// Words of what would be taken back or done again; empty when nothing would.
    QString undoWords() const;
    QString redoWords() const;
    void undo();
    void redo();

Q_SIGNALS:
    /// An act was done; `text` is what the toast says. Not undoable: it changed nothing, or nothing
    /// takes acts back here.
    void pushed(const QString& text, bool undoable);
    /// An act was taken back or done again. `kept` lists in words what others changed meanwhile and
    /// therefore stayed.
    void moved(const QString& text, const QStringList& kept);
    void failed(const chengdan::Error& error);

private:
    enum class Way { Back, Again };
    bool canMove(const std::vector<UndoAct>& from) const
    {
        return !m_busy && !from.empty() && (m_takeBack || from.back().back);
    }
    void move(Way way);
    void moveTyped(Way way, UndoAct act);
    void finish(Way way,
        UndoAct act,
        const Result<access::Undone>& taken,
        const storage::JournalSpan& written);
    TakeBack m_takeBack;
    TakeBackLater m_takeBackLater;
    bool m_busy = false;
    std::vector<UndoAct> m_done;
    std::vector<UndoAct> m_undone;
    QElapsedTimer m_sincePush;
    qint64 m_newest = 0; // journal entry up to which acts are known
};

/// The act of this thread's newest write, told by one sentence.
UndoAct savedAct(const QString& sentence);
/// The same for a deletion: further ones within the time of the toast join it ("Deleted 3
/// records").
UndoAct deletedAct(const QString& sentence);

} // namespace chengdan::ui
