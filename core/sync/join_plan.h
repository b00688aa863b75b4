// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/schema/record_type.h"

#include <QSet>

#include <map>
#include <set>

namespace chengdan::sync {

/// Rows of every table, each in sentColumns() order.
using TableRows = std::map<const schema::RecordType*, std::vector<schema::Row>>;

/// Columns of a row that its author changed since a server had it, and the revision they were
/// changed on; by table and row number of the file they come from.
struct OwnEdits {
    qint64 base = 0;
    QSet<QString> columns;
};
using EditsByRow = std::map<std::pair<const schema::RecordType*, schema::Value>, OwnEdits>;

/// What the company file of one person holds before it joins a server.
struct OwnFile {
    TableRows rows;
    EditsByRow edits; ///< of rows a server had, by their id
    qint32 person = 0; ///< who worked with it
    QString deviceCode; ///< inside the numbers of its documents
};

/// Who joins, and what the server lets this person do.
struct Joiner {
    qint32 person = 0;
    QString deviceCode;
    std::set<QString> rights;
    std::set<int> owners; ///< whose rows are seen
};

/// What becomes of a person of the file.
struct PersonMatch {
    enum class Fate {
        Myself,
        Known, ///< is on the server: the same login or name
        Create, ///< is added there, with the roles of the file
        BecomesMine, ///< nobody there: what was this person's becomes mine, with a note
    };
    qint32 local = 0;
    QString login;
    QString name;
    bool active = true;
    Fate fate = Fate::BecomesMine;
    qint32 server = 0; ///< the person's number there; 0: not yet
    QString serverName;
};

/// A team or region of the file and its number on the server. 0: it is added there, or what names
/// it keeps the name as a note.
struct PlaceMatch {
    qint32 local = 0;
    qint32 server = 0;
    QString name;
    bool add = false;
};

/// How the small numbers of a file are read on the server.
struct PeoplePlan {
    std::vector<PersonMatch> people;
    std::vector<PlaceMatch> teams;
    std::vector<PlaceMatch> regions;
    bool mayAdd = false; ///< the joiner may add people there
    bool creates() const;
    const PersonMatch* person(qint32 local) const;
};

/// Matches people by login, then by name; teams by name, regions by code. People the server lacks
/// are added there by an administrator of a server that holds nobody else's customers; otherwise
/// what was theirs becomes the joiner's. `creating` overrides that.
PeoplePlan planPeople(const schema::RecordTypes& types,
    const OwnFile& mine,
    const TableRows& theirs,
    const Joiner& joiner,
    std::optional<bool> creating = {});

/// What becomes of one record of the file.
struct PlannedRow {
    enum class Fate {
        Matched, ///< stands on the server, which keeps its own
        Edit, ///< stands there with the revision that was changed here: the change is sent
        Differs, ///< stands there with other values: mine are laid before a person
        Send, ///< is sent as a new row
        Register, ///< a customer, whom the server registers or refuses
        Held, ///< may not be sent; kept with the reason
        Local, ///< means something on one PC only
    };
    const schema::RecordType* type = nullptr;
    Fate fate = Fate::Send;
    schema::Value from; ///< its id in the file
    schema::Value to; ///< its id on the server
    schema::Row row; ///< as it will stand there, in sentColumns() order
    QStringList columns; ///< of Edit and Differs
    QString title;
    qint64 base = 0; ///< of Edit
    std::optional<Error> why; ///< of Held
    QString note; ///< what was changed to make it fit: another number, an author who is not there
    bool renumbered = false; ///< a document that got another number
};

struct JoinPlan {
    std::vector<PlannedRow> rows; ///< references point backwards
};

/// The whole plan. People are matched before: `people` says what their numbers become, and
/// whoever is to be added has one by now or keeps a provisional one in a preview.
JoinPlan planJoin(const schema::RecordTypes& types,
    const OwnFile& mine,
    const TableRows& theirs,
    const Joiner& joiner,
    const PeoplePlan& people);

/// The columns that say that two rows of a table are the same thing to a person; none when only
/// equal content does.
QStringList keyColumns(const schema::RecordType& type);

/// Keys in `custom` under which a record keeps what joining changed about it.
inline constexpr char kJoinedAuthorKey[] = "joined_author";
inline constexpr char kJoinedOwnerKey[] = "joined_owner";
inline constexpr char kJoinedNumberKey[] = "joined_number";
inline constexpr char kJoinedPlaceKey[] = "joined_place";

} // namespace chengdan::sync
