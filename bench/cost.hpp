// SPDX-License-Identifier: MPL-2.0
//
// What a piece of work costs the processor, whatever else the machine does. For one thread.
#pragma once

#include <ctime>
#include <functional>

namespace bilan::bench {

[[nodiscard]] inline double processor_seconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

[[nodiscard]] inline double cost_of(const std::function<void()>& work)
{
    const double before = processor_seconds();
    work();
    return processor_seconds() - before;
}

} // namespace bilan::bench
