// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/money.h"
#include "core/storage/connection.h"

#include <QDate>

#include <span>

namespace chengdan::analytics {

/// The figures at the top of the home page, in the company's currency; amounts in other currencies
/// are not in the sums.
struct HomeFigures {
    Money wonThisMonth; ///< closed as won from the first of the month up to and including today
    Money wonLastMonth; ///< the same up to the same day of the month before, so they compare
    qint64 wonCount = 0; ///< this month
    qint64 openedThisMonth = 0; ///< new opportunities
    qint64 overdueSteps = 0; ///< open opportunities whose next date has passed
    qint64 dueToday = 0;
    qint64 activitiesThisWeek = 0; ///< journal entries since Monday
};

/// `owners` empty: everybody's (Session::visibleOwners).
HomeFigures homeFigures(
    storage::Connection& connection, std::span<const PersonId> owners, QDate today);

/// A next step that is due or overdue.
struct DueStep {
    OpportunityId opportunity;
    qint64 rid = 0;
    QString name;
    QString customer;
    QString nextStep;
    QDate nextOn;
    PersonId owner;
};

/// Steps due up to `until`, the longest overdue first, at most `limit`.
std::vector<DueStep> dueSteps(
    storage::Connection& connection, std::span<const PersonId> owners, QDate until, int limit);

} // namespace chengdan::analytics
