// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

namespace chengdan::ctl {

/// Rows under their headers, each column as wide as its widest cell; a Chinese character takes two
/// places of a terminal. Cells longer than `most` places are cut with an ellipsis.
QString alignedTable(
    const QStringList& header, const std::vector<QStringList>& rows, int most = 40);

} // namespace chengdan::ctl
