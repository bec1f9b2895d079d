// SPDX-License-Identifier: MPL-2.0
#include "spreadsheetml_reader/style_list.hpp"

#include "cells/shown_format.hpp"

#include <algorithm>
#include <array>

namespace bilan::spreadsheetml {
namespace {

constexpr std::size_t most_styles = 1'000'000;
constexpr int most_parents = 64; ///< styles may be each other's parents
constexpr std::string_view default_id = "Default";

struct Named {
    std::string_view name;
    FormatClass format;
};
constexpr std::array named_formats = {
    Named{"General", FormatClass::general},        Named{"General Number", FormatClass::general},
    Named{"General Date", FormatClass::datetime},  Named{"Long Date", FormatClass::date},
    Named{"Medium Date", FormatClass::date},       Named{"Short Date", FormatClass::date},
    Named{"Long Time", FormatClass::time},         Named{"Medium Time", FormatClass::time},
    Named{"Short Time", FormatClass::time},        Named{"Currency", FormatClass::currency},
    Named{"Euro Currency", FormatClass::currency}, Named{"Fixed", FormatClass::number},
    Named{"Standard", FormatClass::number},        Named{"Percent", FormatClass::percent},
    Named{"Scientific", FormatClass::number},      Named{"Yes/No", FormatClass::general},
    Named{"True/False", FormatClass::general},     Named{"On/Off", FormatClass::general},
};

} // namespace

FormatClass class_of_format(std::string_view format)
{
    for (const Named& named : named_formats) {
        if (format == named.name) return named.format;
    }
    return cells::format_class(format);
}

void StyleList::set_format(std::string_view format)
{
    Style& style = styles_.back();
    style.format = class_of_format(format);
    style.unit = cells::shown_unit(format);
    style.odd.clear();
    const bool is_named =
        std::ranges::any_of(named_formats, [format](const Named& named) { return format == named.name; });
    if (!is_named && style.unit.empty() && cells::is_odd_format(format)) style.odd = format;
}

void StyleList::begin(std::string id, std::string parent)
{
    if (styles_.size() >= most_styles) guard_.refuse_limit("styles", most_styles, guard_.file());
    if (parent.empty() && id != default_id) parent = default_id;
    indices_.try_emplace(std::move(id), static_cast<std::uint32_t>(styles_.size()));
    styles_.push_back({std::move(parent), {}, {}, {}, {}});
}

const StyleList::Style* StyleList::parent_of(const Style& style) const
{
    const auto found = indices_.find(style.parent);
    return found == indices_.end() ? nullptr : &styles_[found->second];
}

void StyleList::add_tags(const Style* style)
{
    std::optional<FormatClass> format;
    std::optional<bool> is_struck;
    std::string_view unit;
    std::string_view odd;
    for (int step = 0; style != nullptr && step < most_parents; ++step, style = parent_of(*style)) {
        if (!format) unit = style->unit;
        if (!format) odd = style->odd;
        if (!format) format = style->format;
        if (!is_struck) is_struck = style->is_struck;
    }
    if (!odd.empty())
        return tags_.add_odd(format.value_or(FormatClass::general), is_struck.value_or(false), std::string(odd));
    tags_.add(format.value_or(FormatClass::general), is_struck.value_or(false), unit);
}

void StyleList::settle()
{
    const auto found = indices_.find(std::string(default_id));
    add_tags(found == indices_.end() ? nullptr : &styles_[found->second]);
    for (const Style& style : styles_) add_tags(&style);
}

std::optional<std::uint32_t> StyleList::number_of(std::string_view id) const
{
    if (id == default_id) return 0;
    const auto found = indices_.find(std::string(id));
    if (found == indices_.end()) return std::nullopt;
    return found->second + 1;
}

} // namespace bilan::spreadsheetml
