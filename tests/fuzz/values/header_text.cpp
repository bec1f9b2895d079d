// SPDX-License-Identifier: MPL-2.0
//
// Any bytes as a header: never a crash, never a text that is not UTF-8, never an empty word.
#include "base/text.hpp"
#include "intake/header/words.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

namespace {

using namespace bilan; // a fuzz target is one page of glue

void demand(bool holds)
{
    if (!holds) std::abort();
}

bool are_words(const std::vector<std::string>& words)
{
    return std::all_of(words.begin(), words.end(),
                       [](const std::string& word) { return !word.empty() && base::is_utf8(word); });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const intake::HeaderWords words = intake::read_header(text);
    demand(base::is_utf8(words.plain) && base::is_utf8(words.bare) && base::is_utf8(words.folded));
    demand(are_words(words.tokens) && are_words(words.aside));
    demand(std::all_of(words.years.begin(), words.years.end(), [](int year) { return year >= 1000 && year <= 9999; }));
    const auto repaired = intake::without_mojibake(text);
    demand(!repaired || (base::is_utf8(*repaired) && *repaired != text));
    return 0;
}
