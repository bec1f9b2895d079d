// SPDX-License-Identifier: MPL-2.0
//
// Answers about headers that somebody gave once: this header of this partner is this field (or is left out). Read from
// a campaign's mappings.toml by run/; plain data here.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace bilan::intake {

class Mappings {
public:
    /// `header` as written; an empty `field` means "leave this column out".
    void add(std::string_view schema, std::string_view header, std::string field);
    [[nodiscard]] bool empty() const { return fields_.empty(); }
    /// Compares folded spellings. Nothing when no answer is remembered.
    [[nodiscard]] std::optional<std::string> field(std::string_view schema, std::string_view header) const;

private:
    std::map<std::string, std::string, std::less<>> fields_; ///< folded `schema / header` to field
};

} // namespace bilan::intake
