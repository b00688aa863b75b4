// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/join_data.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QStandardItemModel;
class QTabBar;
class QTableView;

namespace chengdan::ui {

class MessageBar;

/// What joining makes of the records of a file, in three tables behind tabs: the counts of each
/// kind, who becomes whom, and what stays here with its reason. Before joining as a preview, after
/// it as the report.
class JoinDataView : public QWidget {
    Q_OBJECT
public:
    explicit JoinDataView(QWidget* parent = nullptr);

    void setPreview(const sync::JoinPreview& preview);
    /// The people of the preview stay.
    void setReport(const sync::JoinReport& report);
    /// Whether people the server lacks are added there; nothing where there is no choice.
    std::optional<bool> addsPeople() const;
    void focusTable();

Q_SIGNALS:
    /// The person wants it the other way: ask for a new preview.
    void addsPeopleChanged();

private:
    enum Tab { Kinds, People, Held };
    void showTab(int tab);
    void fillKinds(const std::vector<sync::JoinKind>& kinds);
    void fillPeople(const sync::PeoplePlan& plan);
    void fillHeld(const std::vector<sync::JoinHeld>& held);
    void setCounts();
    QLabel* m_summary;
    MessageBar* m_note;
    QTabBar* m_tabs;
    QTableView* m_table;
    QStandardItemModel* m_kinds;
    QStandardItemModel* m_people;
    QStandardItemModel* m_held;
    QCheckBox* m_adds;
};

} // namespace chengdan::ui
