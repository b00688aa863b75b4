// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_type.h"

namespace chengdan::sync {

/// How the server lets rows of a table be written.
struct WriteRule {
    QString right = {}; ///< that editing asks for; empty: everybody's own rows
    bool bornByAct = false; ///< new rows come only from an act of the server
    bool grows = false; ///< rows are added, never changed
    QStringList byActOnly = {}; ///< columns that no edit writes
};

WriteRule writeRule(const schema::RecordType& type);

} // namespace chengdan::sync
