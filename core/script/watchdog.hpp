// SPDX-License-Identifier: MPL-2.0
//
// A second pair of eyes on a script: a thread that waits until the time of a run is over, and a little longer. Limits
// inside the script end it long before; only one endless step of C or C++ gets this far. Owned by the function that
// runs the script; its destructor ends the thread.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace bilan::script {

class Watchdog {
public:
    Watchdog(std::chrono::milliseconds patience, std::function<void()> bark);
    Watchdog(const Watchdog&) = delete;
    Watchdog& operator=(const Watchdog&) = delete;
    ~Watchdog();

private:
    std::mutex guard_;
    std::condition_variable over_;
    bool is_over_ = false;
    std::thread thread_; ///< last: it uses all others
};

} // namespace bilan::script
