// SPDX-License-Identifier: MPL-2.0
//
// Any bytes as a date or a period: never a crash, never a date that does not exist, never an end before its beginning.
#include "intake/value/date_text.hpp"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace bilan;
    for (const bool is_month_first : {false, true}) {
        const intake::DateText date =
            intake::read_date_text({reinterpret_cast<const char*>(data), size}, {2024, is_month_first});
        if (!date.has_date()) continue;
        if (!base::is_valid(date.first) || !base::is_valid(date.last) || date.last < date.first) std::abort();
    }
    return 0;
}
