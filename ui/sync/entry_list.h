// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QStandardItem;
class QStandardItemModel;
class QTableView;
class QTreeView;

namespace chengdan::ui {

class EmptyState;
class MessageBar;
class TagLabel;

/// A list at the left, the chosen entry in words and fields at the right, and what can be done with
/// it below; an empty state instead of both when there is nothing. Up and Down choose, Enter or
/// Right goes to the fields, Esc or Left comes back.
class EntryList : public QWidget {
    Q_OBJECT
public:
    explicit EntryList(const QString& name, QWidget* parent = nullptr);

    /// Headings of the list; the first column takes the room.
    void setListColumns(const QStringList& headings, const QList<int>& widths);
    void setFieldColumns(const QStringList& headings);
    /// Names for screen readers.
    void setNames(const QString& list, const QString& fields);
    QPushButton* addButton(const QString& name, const char* kind);
    /// A quiet sentence above the buttons.
    void setHint(const QString& hint);

    struct Entry {
        qint64 key = 0;
        QStringList cells;
        Tone tone = Tone::Neutral; ///< of the last cell
    };
    /// Puts the entries there; the chosen one stays chosen, else its neighbour is. Announces
    /// chosen() only when another one is shown, or `again`.
    void setEntries(const std::vector<Entry>& entries, bool again = false);
    qint64 currentKey() const { return m_shown; }
    int count() const;

    struct Heading {
        QString title;
        QString tag = {};
        Tone tone = Tone::Neutral;
        QString meta = {};
        QString why = {}; ///< a sentence in a bar; empty hides it
    };
    void setHeading(const Heading& heading);
    QStandardItemModel& fields() { return *m_fields; }
    QTableView& fieldTable() { return *m_table; }
    void showFields(bool shown);
    void setEmpty(const QString& icon, const QString& sentence);
    void focusList();

Q_SIGNALS:
    /// Fill heading and fields for this one; 0: none is left.
    void chosen(qint64 key);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildDetail();
    void fitColumns();
    void choose(bool again);
    QStandardItemModel* m_rows;
    QStandardItemModel* m_fields;
    QTreeView* m_list;
    QTableView* m_table;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QSplitter* m_split;
    QWidget* m_detail;
    QLabel* m_title;
    TagLabel* m_tag;
    QLabel* m_meta;
    MessageBar* m_why;
    QHBoxLayout* m_buttons;
    QLabel* m_hint;
    qint64 m_shown = 0;
};

} // namespace chengdan::ui
