// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_type.h"
#include "core/sync/server_cells.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

namespace chengdan::storage {
class RawAppend;
}

namespace chengdan::sync {

/// How the cells of one record type travel. Downwards as typed columns in sentColumns() order
/// (server_schema.h) in PostgreSQL's binary format, upwards as JSON: ids as hyphenated text, bytes
/// as "\\x" and hexadecimal, flags as booleans, JSON columns as objects, everything else as number
/// or text.
class WireRow {
public:
    explicit WireRow(const schema::RecordType& type);

    const schema::RecordType& type() const { return m_type; }
    const QStringList& names() const { return m_names; }
    int indexOf(const QString& column) const { return static_cast<int>(m_names.indexOf(column)); }
    /// "id", "root_id", …: what a statement asks the server's functions for, so that one that knows
    /// more columns answers what this program knows.
    QString columnList() const;
    /// Whether the answer's cells can be read as below; SERVER_FAULT when not.
    Result<void> requireTypes(const ServerCells& cells) const;
    /// A received cell as the local file stores it.
    schema::Value received(int index, const WireCell& cell) const;
    /// The same of all cells of one row.
    schema::Row receivedRow(const ServerCells& cells, int row) const;
    /// Puts a received row into a table as it is, without making values of it: what is stored is
    /// filled(received()) of each cell. The answer must live until target.finish().
    void append(const ServerCells& cells, int row, storage::RawAppend& target) const;
    /// What stands in a cell of the local file that must hold something, when nothing came.
    schema::Value filled(int index, schema::Value value) const;
    /// A stored cell as it is sent. Text is mended where the server could not read it (no NUL, no
    /// half of a surrogate pair): one such text would stop everything behind it.
    QJsonValue sent(int index, const schema::Value& value) const;
    /// What was sent, as the local file stores it.
    schema::Value stored(int index, const QJsonValue& sent) const;

private:
    enum class Kind { Id, Integer, Flag, Text, Bytes, Json };
    void appendCell(int index, const WireCell& cell, storage::RawAppend& target) const;
    const schema::RecordType& m_type;
    QStringList m_names;
    std::vector<Kind> m_kinds;
    std::vector<bool> m_mayBeNull;
};

/// A row's id as the protocol writes it: hyphenated, or the number of a small id.
QString idText(const schema::RecordType& type, const schema::Value& id);
/// The other way; nothing when the text is no such id.
schema::Value idFromText(const schema::RecordType& type, const QString& text);

/// The keys of a custom field object that differ, with their new values; null for a key that went.
QJsonObject customChanges(const QString& before, const QString& now);
/// The object with these changes made, as the local file stores it.
QString withCustomChanges(const QString& object, const QJsonObject& changes);

} // namespace chengdan::sync
