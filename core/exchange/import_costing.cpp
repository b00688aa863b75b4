// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_costing.h"

#include "core/exchange/costing_files.h"
#include "core/exchange/import_costing_writer.h"

namespace chengdan::exchange {

Result<CostingImport> CostTableWriter::write()
{
    writeUoms();
    writeSuppliers();
    writeWorkCenters();
    writeItems();
    writeItemUoms();
    writeItemCosts();
    writeBoms();
    writeBomLines();
    writeOperations();
    writePrices();
    writeRules();
    if (auto checked = m_findings.result(); !checked)
        return chengdan::fail(checked.error());
    m_result.tables.insert(m_result.tables.begin(),
        {m_uoms.count(),
            m_suppliers.count(),
            m_workCenters.count(),
            m_items.count(),
            m_boms.count()});
    return std::move(m_result);
}

void CostTableWriter::refuse(
    const char* code, const char* table, const QString& row, const QString& text)
{
    m_findings.add(Error::make(code,
        QString::fromLatin1(table),
        {{QStringLiteral("table"), QString::fromLatin1(table)},
            {QStringLiteral("row"), row},
            {QStringLiteral("text"), text}}));
}

Currency CostTableWriter::currencyOr(const QString& code) const
{
    return code.isEmpty() ? m_base : Currency::parse(code).value_or(m_base);
}

TableCount CostingImport::of(QStringView table) const
{
    for (const TableCount& count : tables) {
        if (count.table == table)
            return count;
    }
    return {};
}

Result<CostingImport> storeCostTables(storage::Transaction& transaction,
    IdSource& ids,
    const quoting::CostTables& tables,
    const CatalogNotes& notes)
{
    return CostTableWriter(transaction, ids, tables, notes).write();
}

Result<CostingImport> importCosting(const access::Context& context, const QString& directory)
{
    if (auto allowed = context.session.require(access::Right::Import); !allowed)
        return chengdan::fail(allowed.error());
    auto files = readCostingFiles(directory);
    if (!files)
        return chengdan::fail(files.error());
    auto stored = context.database.write(
        context.session.id(), [&](storage::Transaction& transaction) -> Result<CostingImport> {
            return storeCostTables(transaction, context.ids, files->tables);
        });
    if (stored)
        stored->warnings = std::move(files->warnings);
    return stored;
}

} // namespace chengdan::exchange
