// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/schema/record_type.h"
#include "ui/shared/text.h"

#include <QVariantMap>

#include <memory>

class QWidget;

namespace chengdan::storage {
class Database;
}

namespace chengdan::ui {

/// One entry of a field with a fixed list.
struct FieldChoice {
    QString code; ///< what is stored
    LiveText label;
};

/// One field of a form as plain data. It comes from a described column (fieldSpec) or from the
/// definition of a field an administrator added; a form treats both alike.
struct FieldSpec {
    QString key; ///< column name, or the key of an added field
    LiveText label;
    LiveText hint; ///< what to type; may be empty
    schema::ColumnType type = schema::ColumnType::Text;
    bool required = false;
    bool nullable = false; ///< empty and zero are different things
    bool multiline = false;
    bool important = false; ///< of an added field: shown at once, not under "More fields"
    int decimals = 2; ///< of Money: places of its currency's minor unit
    std::vector<FieldChoice> choices;
    const schema::RecordType* references = nullptr;
    QVariantMap conditions; ///< which rows a reference offers, as in RecordListSource
};

/// What the description says about a column. `database` knows the type a reference names.
FieldSpec fieldSpec(const schema::Column& column, const storage::Database& database);

/// The widget of one field and the way between its text and the stored value. Empty reads as no
/// value. The widget belongs to whoever puts it into a layout.
class FieldEditor {
public:
    virtual ~FieldEditor() = default;
    virtual QWidget* widget() const = 0;
    virtual void show(const schema::Value& value) = 0;
    /// Errors: NUMBER_*, DATE_FORMAT, REFERENCE_PICK, as the text is wrong.
    virtual Result<schema::Value> read() const = 0;
    /// What stands in the field now; differs from an earlier answer once the person changed it.
    virtual QString typed() const = 0;
    /// Needs only half of a row.
    virtual bool isShort() const { return false; }
    virtual void retranslate() { }
};

/// Whether a person types such a column: not instants, JSON, bytes, ids without a record.
bool hasFieldEditor(const FieldSpec& spec);

/// Nothing where hasFieldEditor() says no. The widget belongs to whoever takes it.
std::unique_ptr<FieldEditor> makeFieldEditor(
    const FieldSpec& spec, storage::Database& database, QDate today);

} // namespace chengdan::ui
