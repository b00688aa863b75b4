// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>

namespace chengdan {

/// Says to running work that nobody wants its answer any more. Copies share one state; any thread
/// may cancel and ask. There is no way back.
class CancelToken {
public:
    bool isCancelled() const { return m_state->load(std::memory_order_relaxed); }
    void cancel() const { m_state->store(true, std::memory_order_relaxed); }

private:
    std::shared_ptr<std::atomic<bool>> m_state = std::make_shared<std::atomic<bool>>(false);
};

} // namespace chengdan
