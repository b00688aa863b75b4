// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "ui/shared/page.h"

#include <QAbstractTableModel>

class QLabel;
class QTableView;

namespace chengdan::ui {

/// Rights down, roles across: which role brings which right, read from the rules in core. The last
/// row counts the active people who hold each role.
class RolesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit RolesModel(const access::Context& context, QObject* parent = nullptr);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// Counts the people again and asks for every word anew.
    void reload();

private:
    void count();
    const access::Context& m_context;
    std::vector<qint64> m_holders; ///< by role
};

/// The matrix of roles and rights, to look up what somebody may do.
class RolesPage : public Page {
    Q_OBJECT
public:
    RolesPage(const access::Context& context, QWidget* parent = nullptr);
    QString title() const override;
    void activated() override;
    void refreshPage() override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    RolesModel* m_model;
    QTableView* m_table;
    QLabel* m_remark;
};

} // namespace chengdan::ui
