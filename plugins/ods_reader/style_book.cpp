// SPDX-License-Identifier: MPL-2.0
#include "ods_reader/style_book.hpp"

#include "cells/shown_format.hpp"

#include <utility>

namespace bilan::ods {
namespace {

constexpr std::uint64_t most_styles = 1'000'000;
constexpr int longest_chain = 64; ///< of parents: one that is longer is a ring

} // namespace

void StyleBook::bound()
{
    if (++added_ > most_styles) guard_.refuse_limit("styles", most_styles, guard_.file());
}

void StyleBook::add(Scope scope, std::string name, DataStyle style)
{
    bound();
    (scope == Scope::common ? common_ : automatic_).data.insert_or_assign(std::move(name), std::move(style));
}

void StyleBook::add(Scope scope, std::string name, CellStyle style)
{
    bound();
    (scope == Scope::common ? common_ : automatic_).cell.insert_or_assign(std::move(name), std::move(style));
}

void StyleBook::hide(std::string style)
{
    bound();
    hidden_.insert(std::move(style));
}

void StyleBook::settle()
{
    add_tags(cell_style("Default"), Scope::common);
    settle(common_, Scope::common);
    settle(automatic_, Scope::automatic);
}

void StyleBook::settle(const Level& level, Scope scope)
{
    for (const auto& [name, style] : level.cell) {
        numbers_[name] = static_cast<std::uint32_t>(tags_.number_tags().size());
        add_tags(&style, scope);
    }
}

/// A parent is always a common style.
const CellStyle* StyleBook::cell_style(const std::string& name) const
{
    const auto found = common_.cell.find(name);
    return found == common_.cell.end() ? nullptr : &found->second;
}

const DataStyle* StyleBook::data_style(const std::string& name, Scope scope) const
{
    if (scope == Scope::automatic) {
        const auto found = automatic_.data.find(name);
        if (found != automatic_.data.end()) return &found->second;
    }
    const auto found = common_.data.find(name);
    return found == common_.data.end() ? nullptr : &found->second;
}

/// The sections of a style put together; empty where nothing is odd about them.
std::string StyleBook::odd_format(const DataStyle& style, Scope scope) const
{
    if (!style.code) return {};
    std::string code;
    for (const DataStyle::Other& other : style.others) {
        const DataStyle* const section = data_style(other.name, scope);
        if (section == nullptr || !section->code) return {};
        code += '[' + other.condition + ']' + *section->code + ';';
    }
    code += *style.code;
    return cells::is_odd_format(code) ? code : std::string();
}

StyleBook::Shown StyleBook::shown_by(const std::string& name, Scope scope) const
{
    const DataStyle* const style = data_style(name, scope);
    if (style == nullptr) return {};
    const DataStyle* deciding = style;
    for (const DataStyle::Other& other : style->others) {
        const DataStyle* const section = data_style(other.name, scope);
        if (section == nullptr || !section->own) continue;
        deciding = section;
        break;
    }
    return {deciding->own.value_or(FormatClass::general), deciding->unit,
            deciding->unit.empty() ? odd_format(*style, scope) : std::string()};
}

/// What a style does not say, its parent says.
void StyleBook::add_tags(const CellStyle* style, Scope scope)
{
    std::optional<Shown> shown;
    std::optional<bool> is_struck;
    for (int step = 0; style != nullptr && step < longest_chain; ++step) {
        if (!shown && style->data_style) shown = shown_by(*style->data_style, scope);
        if (!is_struck) is_struck = style->is_struck;
        style = style->parent.empty() ? nullptr : cell_style(style->parent);
        scope = Scope::common;
    }
    const Shown settled = shown.value_or(Shown());
    if (!settled.odd.empty()) return tags_.add_odd(settled.format, is_struck.value_or(false), settled.odd);
    tags_.add(settled.format, is_struck.value_or(false), settled.unit);
}

std::uint32_t StyleBook::number_of(std::string_view cell_style) const
{
    const auto found = numbers_.find(cell_style);
    return found == numbers_.end() ? 0 : found->second;
}

bool StyleBook::hides(std::string_view style) const
{
    return hidden_.find(style) != hidden_.end();
}

} // namespace bilan::ods
