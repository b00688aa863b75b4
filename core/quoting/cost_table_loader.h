// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quoting/cost_cells.h"
#include "core/quoting/cost_input.h"

namespace chengdan::quoting {

/// Reads the costing tables of a company file in the order in which they name each other.
class CostTableLoader {
public:
    explicit CostTableLoader(storage::Connection& connection)
        : m_connection(connection)
    {
    }
    CostInput load()
    {
        loadUoms();
        loadSuppliers();
        loadWorkCenters();
        loadItemCosts();
        loadItems();
        loadItemUoms();
        loadBoms();
        loadBomLines();
        loadOperations();
        loadRates();
        loadPrices();
        loadFx();
        loadTools();
        loadOverheads();
        return CostInput::build(std::move(m_tables), std::move(m_lines));
    }

private:
    // Room for all rows at once: growing copies what was read so far again and again.
    template <typename Row>
    void makeRoom(std::vector<Row>& rows, const char* table)
    {
        rows.reserve(static_cast<std::size_t>(schema::toInteger(m_connection.scalar(
            QStringLiteral("SELECT count(*) FROM %1").arg(QString::fromLatin1(table))))));
    }
    template <typename Row>
    void each(const char* sql, Row row, const storage::Row& values = {})
    {
        storage::BulkReader reader(m_connection, QString::fromLatin1(sql), values);
        while (reader.next()) {
            RowCells cells(reader);
            row(cells);
        }
    }
    template <typename Row>
    void scan(const char* columns, const char* from, Row row)
    {
        storage::eachRow(m_connection,
            QString::fromLatin1(columns),
            QString::fromLatin1(from),
            [&](const storage::BulkCells& found) {
                ScanCells cells(found);
                row(cells);
            });
    }
    // cost_item_loader.cpp
    void loadItemCosts();
    void loadItems();
    void loadUoms();
    void loadItemUoms();
    void loadSuppliers();
    void loadPrices();
    void loadTools();
    // cost_making_loader.cpp
    void loadWorkCenters();
    void loadRates();
    void loadBoms();
    void loadOperations();
    void loadFx();
    void loadOverheads();
    // cost_line_loader.cpp
    void loadBomLines();
    int lineUom(const std::optional<RawId>& id);

    storage::Connection& m_connection;
    CostTables m_tables;
    CostLines m_lines;
    CodeIndex m_uoms;
    CodeIndex m_suppliers;
    CodeIndex m_workCenters;
    CodeIndex m_items;
    CodeIndex m_boms;
    SharedTexts m_texts;
    QHash<RawId, ItemRow> m_itemCosts; ///< rows that hold nothing but the cost side
};

} // namespace chengdan::quoting
