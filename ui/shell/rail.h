// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QMap>

class QLabel;
class QListView;
class QPushButton;
class QStandardItem;
class QStandardItemModel;
class QToolButton;

namespace chengdan::ui {

class PersonCard;

/// The list of pages at the left: 200 px with words, 56 px with icons alone. A rule stands between
/// groups; a badge counts what is new (neutral) or waits for the person (red).
class Rail : public QFrame {
    Q_OBJECT
public:
    explicit Rail(QWidget* parent = nullptr);

    void addPage(const QString& id, const QString& icon, int group);
    void setPageText(const QString& id, const QString& title, const QString& shortcut);
    void setBadge(const QString& id, int count, bool waitsForMe);
    void setCurrent(const QString& id);
    /// Whether the wide rail shows the page's title without cutting it short.
    bool showsWhole(const QString& id) const;
    void setPerson(const QString& name, const QString& role);
    void setProductName(const QString& name);
    void setSettingsText(const QString& text);
    bool isNarrow() const { return m_narrow; }
    void setNarrow(bool narrow);
    QListView* list() const { return m_list; }
    QPushButton* settingsButton() const { return m_settings; }

Q_SIGNALS:
    void pageChosen(const QString& id);

private:
    QStandardItem* item(const QString& id) const;
    void resizeParts();
    QListView* m_list;
    QStandardItemModel* m_model;
    QLabel* m_logo;
    QLabel* m_name;
    QPushButton* m_settings;
    PersonCard* m_person;
    QString m_settingsText;
    int m_lastGroup = -1;
    bool m_narrow = false;
};

} // namespace chengdan::ui
