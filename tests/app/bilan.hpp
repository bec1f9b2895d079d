// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "support/program.hpp"

#include <string>
#include <utility>
#include <vector>

namespace bilan::support {

/// The built program, in French unless the words say otherwise.
inline Ended bilan(std::vector<std::string> words,
                   const std::vector<std::pair<std::string, std::string>>& environment = {})
{
    words.insert(words.begin(), BILAN_BUILD_DIR "/bin/bilan");
    return run_program(words, environment);
}

inline const std::string examples = BILAN_SOURCE_DIR "/examples/campagne/entrees";

inline std::size_t count_of(const std::string& text, const std::string& part)
{
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
    return count;
}

} // namespace bilan::support
