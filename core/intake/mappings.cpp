// SPDX-License-Identifier: MPL-2.0
#include "intake/mappings.hpp"

#include "base/text.hpp"

#include <utility>

namespace bilan::intake {

namespace {

std::string key(std::string_view schema, std::string_view header)
{
    return std::string(schema) + '\x1f' + base::fold(header);
}

} // namespace

void Mappings::add(std::string_view schema, std::string_view header, std::string field)
{
    fields_.insert_or_assign(key(schema, header), std::move(field));
}

std::optional<std::string> Mappings::field(std::string_view schema, std::string_view header) const
{
    if (fields_.empty()) return std::nullopt;
    const auto found = fields_.find(key(schema, header));
    if (found == fields_.end()) return std::nullopt;
    return found->second;
}

} // namespace bilan::intake
