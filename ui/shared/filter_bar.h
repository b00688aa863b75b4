// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/field_columns.h"
#include "ui/shared/list_condition.h"

#include <QFrame>

#include <memory>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace chengdan::ui {

class FieldEditor;
struct FieldSpec;

/// One condition being made, in a row above the table: column, comparison, value. Every described
/// column can be chosen; comparisons and value field follow its kind. Enter in the value adds it.
class FilterBar : public QFrame {
    Q_OBJECT
public:
    FilterBar(const QString& name,
        storage::Database& database,
        const schema::RecordType& type,
        QDate today,
        QWidget* parent = nullptr);
    ~FilterBar() override;
    /// Shows the bar with this column chosen (empty: the first) and the focus in it.
    void open(const QString& column = {});

Q_SIGNALS:
    void conditionMade(const QString& key, const QVariant& value);
    void closed();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fill();
    void fillColumns();
    void fillKinds();
    void makeEditor();
    void retranslate();
    void add();
    schema::ColumnType columnType() const;
    FieldSpec presentSpec() const;
    QString m_name;
    storage::Database& m_database;
    const schema::RecordType& m_type;
    access::FieldColumns m_fields; // as of the last opening
    QDate m_today;
    QComboBox* m_column;
    QComboBox* m_kind;
    QHBoxLayout* m_place;
    QLabel* m_error;
    QPushButton* m_add;
    QPushButton* m_close;
    std::unique_ptr<FieldEditor> m_editor;
};

} // namespace chengdan::ui
