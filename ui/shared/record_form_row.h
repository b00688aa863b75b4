// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/record_form.h"

namespace chengdan::ui {

/// One field of a RecordForm on the screen. For the form's own sources only.
struct RecordForm::Row {
    FieldSpec spec;
    std::size_t part = 0;
    const schema::Column* column = nullptr; ///< null: an extra field
    std::unique_ptr<FieldEditor> editor;
    FormField* field = nullptr;
    schema::Value base; ///< what the file holds
    QString initial; ///< what the editor said after base was shown

    bool changed() const { return editor->typed() != initial; }
    /// A value as this field would show it.
    QString text(const schema::Value& value, storage::Database& database, QDate today) const;
};

} // namespace chengdan::ui
