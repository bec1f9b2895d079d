// SPDX-License-Identifier: MPL-2.0
#include "run/version.hpp"

namespace bilan::run {

std::string_view version()
{
    return BILAN_VERSION;
}

} // namespace bilan::run
