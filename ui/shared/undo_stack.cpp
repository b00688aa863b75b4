// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/undo_stack.h"

#include "ui/shared/record_source.h"

namespace chengdan::ui {

namespace {

constexpr qint64 kJoinWithin = 8000; // ms, as long as the toast stands
constexpr std::size_t kActsKept = 500;

QStringList conflictWords(const std::vector<access::UndoConflict>& conflicts)
{
    QStringList words;
    for (const access::UndoConflict& conflict : conflicts) {
        const schema::Column* column = conflict.type->column(conflict.column);
        const QString row =
            conflict.title.isEmpty() ? schemaText(conflict.type->label) : conflict.title;
        if (conflict.column.isEmpty())
            words += UndoStack::tr("“%1” is in use or was changed by somebody").arg(row);
        else
            words += UndoStack::tr("%1 of “%2” was changed by somebody")
                         .arg(column != nullptr ? schemaText(column->label) : conflict.column, row);
    }
    words.removeDuplicates();
    return words;
}

} // namespace

UndoStack::UndoStack(QObject* parent)
    : QObject(parent)
{
}

void UndoStack::push(UndoAct act)
{
    // A save that found nothing to write leaves the write before it as the newest one.
    std::erase_if(act.writes, [this](const storage::JournalSpan& write) {
        return write.isEmpty() || write.last <= m_newest;
    });
    if (act.writes.empty() && !act.back) {
        Q_EMIT pushed(act.words(act.count), false);
        return;
    }
    if (!act.writes.empty())
        m_newest = act.writes.back().last;
    m_undone.clear();
    const bool joins = !act.joinsAs.isEmpty() && !m_done.empty()
        && m_done.back().joinsAs == act.joinsAs && m_sincePush.isValid()
        && m_sincePush.elapsed() < kJoinWithin;
    if (joins) {
        UndoAct& before = m_done.back();
        before.writes.insert(before.writes.end(), act.writes.begin(), act.writes.end());
        before.count += act.count;
        before.words = act.words;
    } else {
        m_done.push_back(std::move(act));
        if (m_done.size() > kActsKept)
            m_done.erase(m_done.begin());
    }
    m_sincePush.start();
    Q_EMIT pushed(undoWords(), canUndo());
}

QString UndoStack::undoWords() const
{
    return m_done.empty() ? QString() : m_done.back().words(m_done.back().count);
}

QString UndoStack::redoWords() const
{
    return m_undone.empty() ? QString() : m_undone.back().words(m_undone.back().count);
}

void UndoStack::undo()
{
    if (canUndo())
        move(Way::Back);
}

void UndoStack::redo()
{
    if (canRedo())
        move(Way::Again);
}

void UndoStack::move(Way way)
{
    auto& from = way == Way::Back ? m_done : m_undone;
    UndoAct act = std::move(from.back());
    from.pop_back();
    if (act.back) {
        moveTyped(way, std::move(act));
        return;
    }
    if (!act.large || !m_takeBackLater) {
        const auto taken = m_takeBack(act.writes);
        finish(way, std::move(act), taken, storage::Database::lastWrite());
        return;
    }
    m_busy = true;
    const auto writes = act.writes;
    m_takeBackLater(writes,
        [this, way, act = std::move(act)](
            const Result<access::Undone>& taken, const storage::JournalSpan& written) {
            m_busy = false;
            finish(way, act, taken, written);
        });
}

void UndoStack::moveTyped(Way way, UndoAct act)
{
    m_sincePush.invalidate();
    const bool again = way == Way::Again;
    if (!(again ? act.again() : act.back())) {
        Q_EMIT failed(Error::make("UNDO_TYPING_GONE"));
        return;
    }
    const QString words = act.words(act.count);
    (again ? m_done : m_undone).push_back(std::move(act));
    Q_EMIT moved((again ? tr("Done again: %1") : tr("Taken back: %1")).arg(words), {});
}

// An act that cannot be taken back stays where it is, so that the sentence can be acted on and the
// key pressed again; one the journal no longer knows is dropped.
void UndoStack::finish(
    Way way, UndoAct act, const Result<access::Undone>& taken, const storage::JournalSpan& written)
{
    if (!taken) {
        if (taken.error().code != QLatin1String("UNDO_GONE"))
            (way == Way::Back ? m_done : m_undone).push_back(std::move(act));
        Q_EMIT failed(taken.error());
        return;
    }
    m_sincePush.invalidate(); // what comes next is an act of its own
    const QString words = act.words(act.count);
    act.writes = {written};
    if (written.last > std::exchange(m_newest, std::max(m_newest, written.last)))
        (way == Way::Back ? m_undone : m_done).push_back(std::move(act));
    Q_EMIT moved(
        way == Way::Again ? tr("Done again: %1").arg(words) : tr("Taken back: %1").arg(words),
        conflictWords(taken->conflicts));
}

UndoAct savedAct(const QString& sentence)
{
    return {
        .writes = {storage::Database::lastWrite()}, .words = [sentence](int) { return sentence; }};
}

UndoAct deletedAct(const QString& sentence)
{
    return {.writes = {storage::Database::lastWrite()},
        .words =
            [sentence](int count) {
                return count == 1 ? sentence : UndoStack::tr("Deleted %n records", nullptr, count);
            },
        .joinsAs = QStringLiteral("delete")};
}

} // namespace chengdan::ui
