// SPDX-License-Identifier: MPL-2.0
#include "xlsx_reader/alternatives.hpp"

#include <algorithm>

namespace bilan::xlsx {
namespace {

constexpr std::string_view wrapper_namespace = "http://schemas.openxmlformats.org/markup-compatibility/2006";
/// Everything that Excel itself adds to the standard is named below this.
constexpr std::string_view excel_namespaces = "http://schemas.microsoft.com/office/";

} // namespace

bool Alternatives::is_of(std::string_view space)
{
    return space == wrapper_namespace;
}

void Alternatives::bind(std::string_view prefix, std::string_view space)
{
    const auto at = std::ranges::find(known_, prefix);
    const bool is_known = space.starts_with(excel_namespaces);
    if (is_known && at == known_.end())
        known_.emplace_back(prefix);
    else if (!is_known && at != known_.end())
        known_.erase(at);
}

bool Alternatives::enter(std::string_view local, std::string_view requires_)
{
    if (local == "AlternateContent") {
        is_taken_.push_back(false);
        return true;
    }
    const bool is_branch = local == "Fallback" || (local == "Choice" && is_known(requires_));
    if (!is_branch || is_taken_.empty() || is_taken_.back()) return false;
    is_taken_.back() = true;
    return true;
}

void Alternatives::leave(std::string_view local)
{
    if (local == "AlternateContent" && !is_taken_.empty()) is_taken_.pop_back();
}

bool Alternatives::is_known(std::string_view prefixes) const
{
    constexpr std::string_view blanks = " \t\r\n";
    bool is_any = false;
    for (std::size_t from = prefixes.find_first_not_of(blanks); from != std::string_view::npos;
         from = prefixes.find_first_not_of(blanks, from)) {
        const std::size_t to = std::min(prefixes.find_first_of(blanks, from), prefixes.size());
        if (std::ranges::find(known_, prefixes.substr(from, to - from)) == known_.end()) return false;
        is_any = true;
        from = to;
    }
    return is_any;
}

} // namespace bilan::xlsx
