// SPDX-License-Identifier: MPL-2.0
#include "base/letter_case.hpp"

#include "base/utf8.hpp"

#include <utf8proc.h>

namespace bilan::base {

namespace {

template <class Change>
std::string changed(std::string_view text, Change change)
{
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const CodePoint point = first_code_point(text);
        append(result, static_cast<char32_t>(change(static_cast<utf8proc_int32_t>(point.value))));
        text.remove_prefix(point.bytes);
    }
    return result;
}

} // namespace

std::string lower(std::string_view text)
{
    return changed(text, &utf8proc_tolower);
}

std::string upper(std::string_view text)
{
    return changed(text, &utf8proc_toupper);
}

} // namespace bilan::base
