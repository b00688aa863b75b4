// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/field_definition.h"

#include <map>

namespace chengdan::access {

/// The value kept under a key; none when there is no such key.
schema::Value customValue(const schema::JsonText& custom, const QString& key);

/// The object with these keys set; an empty value (none, or text without letters) becomes null,
/// which mergeCustom() takes as "remove".
schema::JsonText withCustom(
    const schema::JsonText& custom, const std::map<QString, schema::Value>& values);

/// `changes` laid over `stored` key by key: a null takes its key away, keys not named stay. So two
/// people who change different fields both keep what they typed. Only keys whose value really
/// changes are checked against the definitions of the table. Errors: FIELD_UNKNOWN, FIELD_VALUE
/// (wrong type, or none of the choices), REQUIRED, each with the field "custom.<key>".
Result<schema::JsonText> mergeCustom(const storage::Database& database,
    storage::Connection& connection,
    const QString& table,
    const schema::JsonText& stored,
    const schema::JsonText& changes);

/// mergeCustom() without definitions, for what was checked before.
schema::JsonText mergedCustom(const schema::JsonText& stored, const schema::JsonText& changes);

/// Gives an edited record the stored meta columns with its own changes of added fields in them.
template <typename T>
Result<void> takeMeta(const Context& context,
    storage::Connection& connection,
    T& edited,
    const schema::RowMeta& stored)
{
    auto custom = mergeCustom(context.database,
        connection,
        QString::fromLatin1(schema::describe<T>().table),
        stored.custom,
        edited.meta.custom);
    if (!custom)
        return fail(custom.error());
    edited.meta = stored;
    edited.meta.custom = std::move(*custom);
    return {};
}

/// The same for a record that is not stored yet: its meta columns stay, its fields are checked.
template <typename T>
Result<void> takeNewCustom(const Context& context, storage::Connection& connection, T& record)
{
    const schema::RowMeta empty;
    schema::RowMeta own = record.meta;
    own.custom = empty.custom;
    return takeMeta(context, connection, record, own);
}

} // namespace chengdan::access
