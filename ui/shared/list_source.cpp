// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/list_source.h"

namespace chengdan::ui {

Result<std::vector<qint64>> ListSource::firstKeys(const ListRequest&, int)
{
    return std::vector<qint64>{};
}

Result<std::vector<ListGroup>> ListSource::groups(const ListRequest&)
{
    return std::vector<ListGroup>{};
}

void ListSource::show(const QStringList&) { }

std::vector<ColumnSpec> ListSource::moreColumns() const
{
    return {};
}

Result<std::vector<ListSum>> ListSource::sums(const ListRequest&)
{
    return std::vector<ListSum>{};
}

Result<qint64> ListSource::count(const ListRequest&)
{
    return qint64{-1};
}

Result<ListBlock> ListSource::block(const QString& column, std::span<const qint64> keys)
{
    return ListBlock{column, qint64(keys.size()), 0, 0, false};
}

qint64 ListSource::found() const
{
    return -1;
}

} // namespace chengdan::ui
