// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_type.h"
#include "ui/shared/list_source.h"

#include <QDate>
#include <QJsonObject>

namespace chengdan::storage {
class Database;
}

namespace chengdan::ui {

/// How a condition of a list compares; the suffix of its key in ListRequest::conditions.
enum class ConditionKind { Is, IsNot, Has, OneOf, Before, UpTo, From, After, Empty, Filled };

struct ConditionKey {
    QString column;
    ConditionKind kind = ConditionKind::Is;
};

ConditionKey conditionKey(const QString& key);
/// "amount", "amount:from", …
QString conditionText(const ConditionKey& key);

/// The comparisons that make sense for a kind of column, the usual one first.
QList<ConditionKind> conditionKinds(schema::ColumnType type);
/// Whether the comparison needs a value beside it.
bool takesValue(ConditionKind kind);
/// "is", "before", "contains", in the words that suit the kind of column.
QString conditionWord(ConditionKind kind, schema::ColumnType type);

/// What the words of a condition come from; parts that are not there leave plain values.
struct ConditionContext {
    storage::Database* database = nullptr;
    const schema::RecordType* type = nullptr;
    const std::vector<ColumnSpec>* columns = nullptr;
    QDate today;
};

/// The whole condition in words: "Stage is Quotation", "Next date before 03-12".
QString conditionWords(const ConditionContext& context, const QString& key, const QVariant& value);

/// Conditions as a saved view keeps them; days and row ids come back as such.
QJsonObject conditionsToJson(const QVariantMap& conditions);
QVariantMap conditionsFromJson(const QJsonObject& stored);

} // namespace chengdan::ui
