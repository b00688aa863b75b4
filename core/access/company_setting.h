// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_type.h"

namespace chengdan::access {

/// One setting of the company that everybody shares, as text under a key; the known keys and what
/// they mean when missing stand in settings.h.
struct CompanySetting {
    CompanySettingId id;
    schema::RowMeta meta;
    QString key;
    QString value;
};

} // namespace chengdan::access

namespace chengdan {
template <>
const schema::RecordType& schema::describe<access::CompanySetting>();
} // namespace chengdan
