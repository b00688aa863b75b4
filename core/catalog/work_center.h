// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_type.h"

namespace chengdan::catalog {

/// A machine or a group of equal machines.
struct WorkCenter {
    WorkCenterId id;
    schema::RowMeta meta;
    QString code;
    QString name;
};

/// What an hour costs from one date to another; a change is a new row.
struct WorkCenterRate {
    WorkCenterRateId id;
    schema::RowMeta meta;
    WorkCenterId workCenter;
    UnitPrice machineRate;
    UnitPrice laborRate; ///< per hour and person
    Currency currency;
    QDate validFrom;
    QDate validTo;
};

} // namespace chengdan::catalog

namespace chengdan {
template <>
const schema::RecordType& schema::describe<catalog::WorkCenter>();
template <>
const schema::RecordType& schema::describe<catalog::WorkCenterRate>();
} // namespace chengdan
