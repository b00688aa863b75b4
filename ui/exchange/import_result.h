// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/import_file.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStandardItemModel;
class QTableView;

namespace chengdan::ui {

class Card;

/// "1,234 imported, 12 rejected": what a finished import is called everywhere.
QString importSummary(const exchange::ImportReport& report);

/// What an import did: the counts, where the rejected rows lie, and why each was rejected.
class ImportResult : public QWidget {
    Q_OBJECT
public:
    explicit ImportResult(QWidget* parent = nullptr);
    /// `fields` names the columns of errors: name → label.
    void showReport(const exchange::ImportReport& report, const QHash<QString, QString>& fields);
    void retranslate();
    /// Where the keys go when it appears.
    QWidget* firstFocus() const;

Q_SIGNALS:
    void listWanted();
    void rejectedWanted(); ///< shown by the desktop
    void saveRejectedWanted();
    void anotherWanted();

private:
    void fill();
    exchange::ImportReport m_report;
    QHash<QString, QString> m_fields;
    QLabel* m_icon;
    QLabel* m_heading;
    QLabel* m_counts;
    QLabel* m_path;
    QPushButton* m_list;
    QPushButton* m_open;
    QPushButton* m_save;
    QPushButton* m_another;
    Card* m_errorCard;
    QTableView* m_errors;
    QStandardItemModel* m_errorRows;
};

} // namespace chengdan::ui
