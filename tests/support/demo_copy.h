// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/demo_company.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QTemporaryDir>

namespace chengdan::tests {

/// The demo company, made once for all cases of a program that start at the same time of the clock;
/// each case works on a copy of its own in `folder`.
inline QString demoCompanyCopy(const QString& folder, const Clock& clock)
{
    static QTemporaryDir kept;
    const QString master =
        kept.filePath(QStringLiteral("%1.chengdan").arg(clock.now().milliseconds()));
    if (!QFile::exists(master))
        (void)value(exchange::createDemoCompany(master, clock));
    const QString copy = folder + QStringLiteral("/demo.chengdan");
    REQUIRE(QFile::copy(master, copy));
    return copy;
}

} // namespace chengdan::tests
