// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdanctl/stop_signal.h"

#include <csignal>

namespace chengdan::ctl {

namespace {

volatile std::sig_atomic_t stopIsWanted = 0;

extern "C" void noteStop(int signal)
{
    stopIsWanted = 1;
    std::signal(signal, SIG_DFL);
}

} // namespace

StopSignal::StopSignal()
{
    stopIsWanted = 0;
    std::signal(SIGINT, noteStop);
    std::signal(SIGTERM, noteStop);
}

StopSignal::~StopSignal()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
}

bool StopSignal::wanted()
{
    return stopIsWanted != 0;
}

} // namespace chengdan::ctl
