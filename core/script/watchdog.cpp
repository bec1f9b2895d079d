// SPDX-License-Identifier: MPL-2.0
#include "script/watchdog.hpp"

namespace bilan::script {

Watchdog::Watchdog(std::chrono::milliseconds patience, std::function<void()> bark)
    : thread_([this, patience, bark = std::move(bark)] {
          std::unique_lock lock(guard_);
          if (!over_.wait_for(lock, patience, [this] { return is_over_; })) bark();
      })
{
}

Watchdog::~Watchdog()
{
    {
        const std::lock_guard lock(guard_);
        is_over_ = true;
    }
    over_.notify_one();
    thread_.join();
}

} // namespace bilan::script
