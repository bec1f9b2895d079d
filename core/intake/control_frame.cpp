// SPDX-License-Identifier: MPL-2.0
#include "intake/control_frame.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace bilan::intake {

namespace {

using data::Column;
using data::Control;
using data::Dataset;

/// `age_*` stands for all columns of the family. Amounts asked (`fin_region_demande`) stand beside the amounts granted
/// and are only meant by a pattern that says so (`fin_*_demande`).
bool matches(std::string_view pattern, std::string_view field)
{
    const std::size_t star = pattern.find('*');
    const std::string_view before = pattern.substr(0, star);
    const std::string_view after = pattern.substr(star + 1);
    if (field.size() <= before.size() + after.size()) return false;
    if (after.empty() && field.ends_with("_demande")) return false;
    return field.starts_with(before) && field.ends_with(after);
}

/// The column a rule can work with: only some compare texts.
const Column* column_for(const Dataset& dataset, const Control& control, std::string_view field)
{
    const Column* const column = dataset.column(field);
    constexpr std::array kinds_of_texts = {"unique", "repeats", "agrees", "one_spelling", "says_more"};
    const bool compares_texts = std::ranges::find(kinds_of_texts, control.kind) != kinds_of_texts.end();
    const bool fits = column != nullptr && (compares_texts || data::is_numeric(column->field.type));
    return fits ? column : nullptr;
}

std::vector<Part> parts_of(const Dataset& dataset, const std::vector<std::string>& names, const Control& control)
{
    std::vector<Part> parts;
    for (const std::string& name : names) {
        const bool optional = std::ranges::find(control.optional, name) != control.optional.end();
        if (name.find('*') == std::string::npos) {
            parts.push_back({name, column_for(dataset, control, name), optional, false});
            continue;
        }
        for (const Column& column : dataset.columns())
            if (matches(name, column.field.id))
                parts.push_back({column.field.id, column_for(dataset, control, column.field.id), optional, true});
    }
    return parts;
}

} // namespace

Frame::Frame(const Dataset& of_rows, const Control& rule)
    : dataset(of_rows), control(rule),
      parts(parts_of(of_rows, rule.parts, rule)), whole{rule.whole, column_for(of_rows, rule, rule.whole), false,
                                                        false},
      also(parts_of(of_rows, rule.also, rule))
{
}

} // namespace bilan::intake
