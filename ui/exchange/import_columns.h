// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/exchange/import_mapping.h"

#include <QScrollArea>

class QComboBox;
class QLabel;

namespace chengdan::ui {

/// The columns of a file, each with the field it goes to. Tab walks the fields, Alt+Down opens one.
class ImportColumns : public QScrollArea {
    Q_OBJECT
public:
    explicit ImportColumns(QWidget* parent = nullptr);
    /// Shows another table, or the same one after a choice.
    void showColumns(
        const std::vector<ImportMapping::Entry>& entries, const std::vector<ImportField>& fields);

Q_SIGNALS:
    void chosen(int column, const QString& field);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Line {
        QLabel* header;
        QLabel* remark;
        QComboBox* field;
    };
    void build(std::size_t lines);
    void fill(const Line& line,
        const ImportMapping::Entry& entry,
        const std::vector<ImportField>& fields);
    std::vector<Line> m_lines;
};

} // namespace chengdan::ui
