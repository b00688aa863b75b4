// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_type.h"
#include "ui/shared/field_editor.h"

#include <QJsonObject>
#include <QWidget>

#include <vector>

class QHBoxLayout;

namespace chengdan::ui {

class FormField;

/// The added fields a new record may not be without, as a row of a quick "new" form. The optional
/// ones stand in the record's own form, under "More fields". Each opening of the form asks the file
/// anew; hidden while there is no such field.
class QuickFields : public QWidget {
    Q_OBJECT
public:
    /// Object names of the editors begin with `name`.
    QuickFields(storage::Database& database,
        const schema::RecordType& type,
        QDate today,
        QString name,
        QWidget* parent = nullptr);
    ~QuickFields() override;

    /// Shows the fields as they are defined now. What was typed stays where the field does.
    void reload();
    /// The Tab key goes from `before` through the fields to `behind`.
    void chain(QWidget* before, QWidget* behind);
    /// Writes what was typed into the record's meta columns. False: a sentence stands beside each
    /// wrong or empty field, and the first has the focus.
    bool collect(schema::RowMeta& meta);
    /// True when the error belongs to one of these fields and now stands beside it.
    bool showError(const Error& error);
    void clear();
    QJsonObject typed() const;
    void restore(const QJsonObject& typed);

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Field {
        FieldSpec spec;
        std::unique_ptr<FieldEditor> editor;
        FormField* field = nullptr;
    };
    storage::Database& m_database;
    const schema::RecordType& m_type;
    QDate m_today;
    QString m_name;
    QHBoxLayout* m_row;
    std::vector<Field> m_fields;
};

} // namespace chengdan::ui
