// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/schema/column_traits.h"

#include <span>
#include <vector>

namespace chengdan::schema {

/// Who may see a row, as decided by the shape of its table; the same words drive the server's row
/// policies.
enum class Scope {
    Root, ///< the row is a customer or hangs on one: seen through its owner or a grant on its root
    Catalogue, ///< items, units, stages: everybody reads
    Cost, ///< BOM, rates, price rows, cost sides of quotes: only people with the cost right ever
          ///< receive these rows
    Settings, ///< people, teams, rules: everybody reads, administrators write
};

enum class InList { No, Yes, LowPriority };

/// One stored field. Everything mechanical about it is derived from here and written nowhere else.
struct ColumnOptions {
    const char* name; ///< SQL and import name, snake_case
    const char* label = ""; ///< English; translated in context "schema"
    const char* hint = ""; ///< what to type, not the field's name again; translated like the label
    bool required = false; ///< may not be empty when saved
    bool unique = false; ///< a business key: checked by services here, a unique index on the server
    bool searchable = false; ///< part of the text filter of lists
    bool indexed = false;
    const char* references = nullptr; ///< table of the record an id names
    bool owned = false; ///< the reference is to the document this row is a part of (a foreign key
                        ///< here as well)
    const char* group = nullptr; ///< columns merged together because they make sense only together;
                                 ///< default: its own
    InList inList = InList::No;
    int since = 1; ///< schema version it came with
};

struct Column : ColumnOptions {
    ColumnType type = ColumnType::Text;
    bool nullable = false;
    std::span<const Choice> choices;
    Value (*get)(const void* record) = nullptr;
    void (*set)(void* record, const Value& value) = nullptr;
};

/// What every stored row carries beside its own fields.
struct RowMeta {
    qint64 rid = 0; ///< local row number, never leaves this file; 0 before the first save
    PersonId owner;
    std::optional<CustomerId> root; ///< the customer whose visibility this row shares
    qint64 rev = 0; ///< the server's revision; 0 until a server has taken the row
    bool deleted = false;
    Instant createdAt;
    PersonId createdBy;
    Instant changedAt;
    PersonId changedBy;
    JsonText custom; ///< fields an administrator added
};

/// The description of one record type.
struct RecordType {
    const char* table;
    int number; ///< names the table in the journal; never reused
    const char* label; ///< English singular, translated in context "schema"
    const char* plural;
    Scope scope = Scope::Root;
    const char* title =
        nullptr; ///< column that names a row to a person when another row refers to it
    int since = 1;
    bool smallId = false; ///< people, teams, regions: integer ids
    std::vector<Column> columns;
    RowMeta& (*meta)(void* record) = nullptr;
    Value (*id)(const void* record) = nullptr;
    void (*setId)(void* record, const Value& id) = nullptr;

    const Column* column(QStringView name) const;
};

template <typename M>
struct MemberOf;
template <typename R, typename T>
struct MemberOf<T R::*> {
    using Record = R;
    using Type = T;
};

template <typename T>
struct WithoutOptional {
    using Type = T;
};
template <typename T>
struct WithoutOptional<std::optional<T>> {
    using Type = T;
};

/// A column for a data member: `column<&Customer::name>({.name = "name", .label = …, .required =
/// true})`.
template <auto Member>
Column column(const ColumnOptions& options)
{
    using Record = typename MemberOf<decltype(Member)>::Record;
    using Type = typename MemberOf<decltype(Member)>::Type;
    Column result;
    static_cast<ColumnOptions&>(result) = options;
    result.type = ColumnTraits<Type>::kType;
    result.nullable = kIsOptional<Type>;
    using Listed = typename WithoutOptional<Type>::Type; // a missing choice is still one of a list
    if constexpr (ChoiceEnum<Listed>)
        result.choices = choices(Listed{});
    result.get = [](const void* record) {
        return ColumnTraits<Type>::toValue(static_cast<const Record*>(record)->*Member);
    };
    result.set = [](void* record, const Value& value) {
        ColumnTraits<Type>::fromValue(value, static_cast<Record*>(record)->*Member);
    };
    return result;
}

/// Fills in how a generic store reaches id and meta of record struct T, which has members `id` and
/// `meta`.
template <typename T>
RecordType recordType(RecordType described)
{
    using IdType = decltype(T::id);
    described.smallId = ColumnTraits<IdType>::kType == ColumnType::SmallId;
    described.meta = [](void* record) -> RowMeta& { return static_cast<T*>(record)->meta; };
    described.id = [](const void* record) {
        return ColumnTraits<IdType>::toValue(static_cast<const T*>(record)->id);
    };
    described.setId = [](void* record, const Value& id) {
        ColumnTraits<IdType>::fromValue(id, static_cast<T*>(record)->id);
    };
    return described;
}

/// The one description of record type T; declared beside the struct as
/// `template <> const schema::RecordType& schema::describe<Customer>();`.
template <typename T>
const RecordType& describe();

/// Every record type a company file holds, in an order in which references point backwards.
using RecordTypes = std::vector<const RecordType*>;

/// The highest `since` of all types and columns: the schema version of a file made with them.
int schemaVersion(const RecordTypes& types);

/// What is wrong with a set of descriptions, in words (doubled numbers or names, a reference to an
/// unknown table, a column newer than … ); empty when they can be built. A test keeps it empty for
/// the shipped types.
QStringList problems(const RecordTypes& types);

} // namespace chengdan::schema
