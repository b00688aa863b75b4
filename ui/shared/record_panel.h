// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_type.h"
#include "ui/theme/tokens.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace chengdan::storage {
class Database;
}

namespace chengdan::ui {

class TagLabel;

/// One record in the side panel, from its description: the title, then each field that holds
/// something, with its label. Pages add what belongs to the record below (contacts, history)
/// through body().
class RecordPanel : public QWidget {
    Q_OBJECT
public:
    /// `hidden`: columns that stand elsewhere on the panel already.
    RecordPanel(storage::Database& database,
        const schema::RecordType& type,
        QStringList hidden = {},
        QWidget* parent = nullptr);

    /// 0 clears the panel.
    void showRecord(qint64 key);
    qint64 key() const { return m_key; }
    /// 16 bytes of the shown record's id, or empty.
    QByteArray recordId() const { return m_id; }
    void setTag(const QString& word, Tone tone);
    QVBoxLayout* body() const { return m_body; }

Q_SIGNALS:
    void shown(qint64 key);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    storage::Database& m_database;
    const schema::RecordType& m_type;
    QStringList m_hidden;
    qint64 m_key = 0;
    QByteArray m_id;
    QLabel* m_title;
    QLabel* m_subtitle;
    TagLabel* m_tag;
    QGridLayout* m_fields;
    QVBoxLayout* m_body;
};

/// A stored value as a person reads it, by the column's type; empty when there is none.
QString displayText(const schema::Column& column, const schema::Value& value, const QString& title);

} // namespace chengdan::ui
