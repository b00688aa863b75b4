// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/raw_append.h"

#include "core/storage/bulk_block.h"

namespace chengdan::storage {

struct RawAppend::Block {
    BulkBlock rows;
};

RawAppend::RawAppend(Connection& connection, const QString& table, const QStringList& columns)
    : m_block(std::make_unique<Block>(Block{BulkBlock(connection.native(),
        QStringLiteral("INSERT OR IGNORE INTO %1(%2)")
            .arg(table, columns.join(QStringLiteral(", "))),
        static_cast<int>(columns.size()))}))
{
}

RawAppend::~RawAppend() = default;

void RawAppend::add(const Value& value)
{
    m_block->rows.add(value);
}

void RawAppend::endRow()
{
    m_block->rows.endRow();
}

void RawAppend::finish()
{
    m_block->rows.flush();
}

} // namespace chengdan::storage
