// SPDX-License-Identifier: MPL-2.0
//
// Any bytes as a number: never a crash, never a number that is not finite.
#include "intake/value/number_text.hpp"

#include <cmath>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const bilan::intake::NumberText number =
        bilan::intake::read_number_text({reinterpret_cast<const char*>(data), size});
    if (!std::isfinite(number.value) || !std::isfinite(number.as_decimal)) std::abort();
    return 0;
}
