// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/join_data.h"

#include "core/storage/backup_file.h"
#include "core/storage/draft_store.h"
#include "core/sync/crash_point.h"
#include "core/sync/cycle.h"
#include "core/sync/join_numbers.h"
#include "core/sync/join_people.h"
#include "core/sync/join_source.h"

#include <QFileInfo>
#include <QHash>

namespace chengdan::sync {

namespace {

using storage::Connection;
using storage::Database;
using Fate = PlannedRow::Fate;

std::vector<JoinKind> countKinds(const schema::RecordTypes& types, const JoinPlan& plan)
{
    std::vector<JoinKind> kinds;
    for (const schema::RecordType* type : types) {
        JoinKind kind;
        kind.type = type;
        for (const PlannedRow& planned : plan.rows) {
            if (planned.type != type)
                continue;
            ++kind.records;
            switch (planned.fate) {
            case Fate::Matched:
                ++kind.matched;
                break;
            case Fate::Edit:
                ++kind.edits;
                break;
            case Fate::Differs:
                ++kind.differs;
                break;
            case Fate::Send:
                ++kind.sent;
                break;
            case Fate::Register:
                ++kind.registered;
                break;
            case Fate::Held:
                ++kind.held;
                break;
            case Fate::Local:
                ++kind.local;
                break;
            }
        }
        if (kind.records > 0)
            kinds.push_back(kind);
    }
    return kinds;
}

bool joinGoesOn(const OnJoin& goOn, JoinProgress::Step step, qint64 done = 0, qint64 total = 0)
{
    return !goOn || goOn({step, done, total});
}

// What a file keeps beside its records: typing that was not saved yet, under the person's number
// and the records' new ids, and how the window looked.
struct Beside {
    std::vector<storage::Draft> drafts;
    std::vector<std::pair<QString, QString>> look;
};

Beside readBeside(Connection& from, const PeoplePlan& people, const JoinPlan& plan)
{
    Beside beside;
    QHash<QString, QString> ids;
    for (const PlannedRow& planned : plan.rows) {
        const auto* was = std::get_if<QByteArray>(&planned.from);
        const auto* is = std::get_if<QByteArray>(&planned.to);
        if (was != nullptr && is != nullptr && *was != *is)
            ids.insert(RawId::fromBytes(*was).toString(), RawId::fromBytes(*is).toString());
    }
    for (const PersonMatch& match : people.people) {
        for (storage::Draft draft : storage::draftsOf(from, PersonId::fromNumber(match.local))) {
            draft.key.person = PersonId::fromNumber(match.server);
            draft.key.record = ids.value(draft.key.record, draft.key.record);
            beside.drafts.push_back(std::move(draft));
        }
    }
    storage::Statement rows = from.query(QStringLiteral("SELECT key, value FROM _ui"));
    while (rows.next())
        beside.look.emplace_back(rows.text(0), rows.text(1));
    return beside;
}

Result<void> writeBeside(Database& copy, Connection& connection, const Beside& beside)
{
    for (const storage::Draft& draft : beside.drafts) {
        if (auto saved = storage::saveDraft(copy, draft.key, draft.typed); !saved)
            return saved;
    }
    for (const auto& [key, value] : beside.look) // what is set in the copy stays
        connection.execute(
            QStringLiteral("INSERT OR IGNORE INTO _ui(key, value) VALUES (?, ?)"), {key, value});
    return {};
}

} // namespace

QString joinBackupPath(const QString& original)
{
    const QFileInfo file(original);
    return file.absolutePath() + QLatin1Char('/') + file.completeBaseName()
        + QStringLiteral(".before-join.") + file.suffix();
}

// One look at both sides.
struct DataJoin::Read {
    std::unique_ptr<Database> source;
    JoinState state;
    OwnFile mine;
    TableRows theirs;
    Joiner joiner;
};

Result<DataJoin::Read> DataJoin::read(const QString& original)
{
    Read both;
    const QString absolute = QFileInfo(original).absoluteFilePath();
    const auto known = m_copy.read([](Connection& connection) -> Result<std::optional<JoinState>> {
        return readJoinState(connection);
    });
    if (!known)
        return fail(known.error());
    if (*known && (*known)->original != absolute)
        return fail("JOIN_OTHER_FILE", {}, {{QStringLiteral("path"), (*known)->original}});
    both.state = known->value_or(JoinState{absolute, joinBackupPath(absolute), {}});
    if (!*known || !QFileInfo::exists(both.state.source)) {
        const auto copied =
            storage::backUpFile(absolute, both.state.source, storage::WhenExists::Replace);
        if (!copied)
            return fail(copied.error());
        crashPoint("join.backed_up");
        const auto noted =
            m_copy.write(PersonId(), [&](storage::Transaction& transaction) -> Result<void> {
                writeJoinState(transaction.connection(), both.state);
                return {};
            });
        if (!noted)
            return fail(noted.error());
    }
    auto source = Database::open(both.state.source, m_copy.types(), m_copy.clock());
    if (!source)
        return fail(source.error());
    both.source = std::move(*source);
    auto mine = readOwnFile(*both.source);
    if (!mine)
        return fail(mine.error());
    both.mine = std::move(*mine);
    const auto seen = m_copy.read([&](Connection& connection) -> Result<void> {
        both.theirs = readRows(connection, m_copy.types());
        both.joiner = readJoiner(connection);
        return {};
    });
    if (!seen)
        return fail(seen.error());
    return both;
}

Result<JoinPreview> DataJoin::preview(const QString& original, std::optional<bool> creating)
{
    const auto both = read(original);
    if (!both)
        return fail(both.error());
    JoinPreview preview;
    preview.people = planPeople(m_copy.types(), both->mine, both->theirs, both->joiner, creating);
    const JoinPlan plan =
        planJoin(m_copy.types(), both->mine, both->theirs, both->joiner, preview.people);
    preview.kinds = countKinds(m_copy.types(), plan);
    for (const PlannedRow& planned : plan.rows) {
        if (planned.fate == Fate::Held)
            preview.held.push_back({planned.type, planned.title, *planned.why});
        preview.renumbered += planned.renumbered ? 1 : 0;
    }
    preview.original = both->state.original;
    preview.backup = both->state.source;
    return preview;
}

Result<void> DataJoin::carry(
    ServerLink& server, const QString& original, std::optional<bool> creating, const OnJoin& goOn)
{
    auto both = read(original);
    if (!both)
        return fail(both.error());
    if (both->state.stage != JoinState::Stage::Prepared)
        return {};
    if (!joinGoesOn(goOn, JoinProgress::Step::People))
        return fail("CANCELLED");
    PeoplePlan people =
        planPeople(m_copy.types(), both->mine, both->theirs, both->joiner, creating);
    if (people.creates()) {
        if (auto added = addPeople(server, m_copy.types(), both->mine, people); !added)
            return added;
        crashPoint("join.people");
        if (auto pulled = pullAll(m_copy, server); !pulled)
            return fail(pulled.error());
        const auto again = m_copy.read([&](Connection& connection) -> Result<void> {
            both->theirs = readRows(connection, m_copy.types());
            both->joiner = readJoiner(connection);
            return {};
        });
        if (!again)
            return again;
    }
    const JoinPlan plan = planJoin(m_copy.types(), both->mine, both->theirs, both->joiner, people);
    if (auto copied = storage::copyAttachments(storage::attachmentFolder(both->state.source),
            storage::attachmentFolder(m_copy.path()));
        !copied)
        return fail(copied.error());
    const auto beside = both->source->read([&](Connection& connection) -> Result<Beside> {
        return readBeside(connection, people, plan);
    });
    if (!beside)
        return fail(beside.error());
    const auto carried = m_copy.write(PersonId::fromNumber(both->joiner.person),
        [&](storage::Transaction& transaction) -> Result<void> {
            Connection& connection = transaction.connection();
            auto written =
                carryPlan(transaction, m_copy.types(), plan, [&](qint64 done, qint64 total) {
                    return joinGoesOn(goOn, JoinProgress::Step::Writing, done, total);
                });
            if (!written)
                return written;
            if (auto kept = writeBeside(m_copy, connection, *beside); !kept)
                return kept;
            both->state.stage = JoinState::Stage::Carried;
            writeJoinState(connection, both->state);
            crashPoint("join.carrying");
            return {};
        });
    if (carried)
        crashPoint("join.carried");
    return carried;
}

Result<JoinReport> DataJoin::run(ServerLink& server,
    IdSource& ids,
    const QString& original,
    std::optional<bool> creating,
    const OnJoin& goOn)
{
    if (auto carried = carry(server, original, creating, goOn); !carried)
        return fail(carried.error());
    if (!joinGoesOn(goOn, JoinProgress::Step::Sending))
        return fail("CANCELLED");
    if (auto sent = pushAll(m_copy,
            server,
            ids,
            [&](qint64 edits, qint64 left) {
                return joinGoesOn(goOn, JoinProgress::Step::Sending, edits, edits + left);
            });
        !sent)
        return fail(sent.error());
    crashPoint("join.sent");
    if (!joinGoesOn(goOn, JoinProgress::Step::Receiving))
        return fail("CANCELLED");
    if (auto pulled = pullAll(m_copy, server); !pulled)
        return fail(pulled.error());
    const auto done =
        m_copy.write(PersonId(), [&](storage::Transaction& transaction) -> Result<void> {
            auto state = readJoinState(transaction.connection());
            state->stage = JoinState::Stage::Done;
            writeJoinState(transaction.connection(), *state);
            return {};
        });
    if (!done)
        return fail(done.error());
    return joinReport(m_copy);
}

} // namespace chengdan::sync
