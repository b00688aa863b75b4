// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace chengdan::ctl {

/// While this lives, Ctrl-C and a request to end are noted instead of ending the program: long work
/// asks wanted() between two steps and stops there. The second one ends the program as usual.
class StopSignal {
public:
    StopSignal();
    ~StopSignal();
    StopSignal(const StopSignal&) = delete;
    StopSignal& operator=(const StopSignal&) = delete;

    static bool wanted();
};

} // namespace chengdan::ctl
