// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/list_source.h"

namespace chengdan::ui {

Result<std::vector<qint64>> ListSource::firstKeys(const ListRequest&, int)
{
    return std::vector<qint64>{};
}

Result<std::vector<ListSum>> ListSource::sums(const ListRequest&)
{
    return std::vector<ListSum>{};
}

} // namespace chengdan::ui
