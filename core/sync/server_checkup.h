// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/sync/server_link.h"

#include <QJsonObject>

namespace chengdan::sync {

/// Somebody who may more than needed, or still. `problem` carries the code CHECKUP_… and what its
/// sentence needs; `detail` what repairing it needs: role, device, customer.
///
/// CHECKUP_WIDE_ROLE 5 · CHECKUP_DORMANT 2, from 90 days on 5 · CHECKUP_NEVER_USED 3 ·
/// CHECKUP_SOLE_ADMINISTRATOR 10 · CHECKUP_NO_ADMINISTRATOR 30 · CHECKUP_EXPORTER 1 ·
/// CHECKUP_LEAVER_OWNS 5 · CHECKUP_LEAVER_LOGIN 20 · CHECKUP_LEAVER_DEVICE 10 · CHECKUP_NO_SCRAM 20
/// · CHECKUP_LONG_GRANT 2 points.
struct CheckupFinding {
    Error problem;
    int person = 0;
    QString personName;
    QJsonObject detail;
    int points = 0;
};

/// `score`: 100 less the points of all findings, of one kind at most 30, never below 0.
struct ServerCheckup {
    int score = 100;
    std::vector<CheckupFinding> findings; ///< the gravest first
};
/// Looks now; the score is kept. For administrators; error: PERMISSION.
Result<ServerCheckup> checkPermissions(ServerLink& link);

struct CheckupScore {
    Instant at;
    int score = 0;
    int findings = 0;
    int person = 0; ///< who looked
};
/// The newest first. For administrators; error: PERMISSION.
Result<std::vector<CheckupScore>> checkupScores(ServerLink& link, int most = 100);

} // namespace chengdan::sync
