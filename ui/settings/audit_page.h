// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "ui/shared/list_page.h"

class QComboBox;
class QStandardItemModel;

namespace chengdan::ui {

/// The fields one audit entry changed, old beside new.
class AuditPanel : public QWidget {
    Q_OBJECT
public:
    explicit AuditPanel(const access::Context& context, QWidget* parent = nullptr);
    void showEntry(qint64 key);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    const access::Context& m_context;
    qint64 m_key = 0;
    QLabel* m_title;
    QLabel* m_when;
    QTableView* m_table;
    QStandardItemModel* m_changes;
};

/// Sensitive acts, the newest first: tabs by kind, filters by person and time.
class AuditPage : public ListPage {
    Q_OBJECT
public:
    /// The context must outlive the page.
    AuditPage(const access::Context& context, QWidget* parent = nullptr);
    bool showRecord(const QString& kind, qint64 key) override;
    void activated() override;

protected:
    void changeEvent(QEvent* event) override;

private:
    static ListSetup setup(const access::Context& context);
    void fillFilters();
    void applyTime();
    const access::Context& m_context;
    QComboBox* m_person;
    QComboBox* m_time;
};

} // namespace chengdan::ui
