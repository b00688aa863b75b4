// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace chengdan::sync {

/// A named place where tests interrupt the engine, to prove that what was on its way arrives all
/// the same, once. Costs two tests of a null pointer otherwise.
///
/// CHENGDAN_CRASH=name ends the process here without flushing anything, at the first visit;
/// "name:3" at the third.
void crashPoint(const char* name, const char* detail = "");

/// Every name there is, in the order of a round.
inline constexpr const char* kCrashPoints[] = {"request.before_send",
    "request.answered",
    "request.kept",
    "push.numbered",
    "push.before_send",
    "push.sent",
    "push.answered",
    "push.settling",
    "push.settled",
    "pull.received",
    "pull.applying",
    "pull.storing",
    "pull.stored",
    "load.page"};

/// Those of joining with data of one's own, in their order.
inline constexpr const char* kJoinCrashPoints[] = {"join.backed_up",
    "join.people",
    "join.carrying",
    "join.carried",
    "join.registering",
    "join.registered",
    "join.sent"};

/// The same on the way of an attachment's content, up and down.
inline constexpr const char* kContentCrashPoints[] = {"blob.before_put",
    "blob.put",
    "blob.sent",
    "blob.done",
    "blob.noted",
    "blob.got",
    "blob.arrived",
    "blob.kept"};

/// Hears of each visit, and what it is about (the table of rows that were just written), on the
/// visiting thread; may throw to stop there. For tests in the same
/// process, where one thread drives all copies. Empty hears nothing.
void watchCrashPoints(std::function<void(const char* name, const char* detail)> visited);

} // namespace chengdan::sync
