// SPDX-License-Identifier: MPL-2.0
#include "workbook/style_book.hpp"

namespace bilan::workbook {

namespace {

constexpr double text_size = 10;
constexpr double small_size = 9;

std::string_view name_of(ColumnKind kind)
{
    switch (kind) {
    case ColumnKind::text: return "text";
    case ColumnKind::long_text: return "long text";
    case ColumnKind::code: return "code";
    case ColumnKind::integer: return "integer";
    case ColumnKind::decimal: return "decimal";
    case ColumnKind::rate: return "rate";
    case ColumnKind::euro: return "euro";
    case ColumnKind::points: return "points";
    case ColumnKind::date: return "date";
    case ColumnKind::figure: return "figure";
    case ColumnKind::year: break;
    }
    return "year";
}

std::string_view name_of(CellRole role)
{
    switch (role) {
    case CellRole::body: return "";
    case CellRole::missing: return ", missing";
    case CellRole::link: return ", link";
    case CellRole::total: return ", total";
    case CellRole::input: return ", input";
    case CellRole::aside: return ", aside";
    case CellRole::missing_total: break;
    }
    return ", missing total";
}

Align align_of(ColumnKind kind)
{
    if (is_numeric(kind)) return Align::right;
    return kind == ColumnKind::date || kind == ColumnKind::year ? Align::center : Align::left;
}

struct TextLook {
    std::string_view name;
    double size;
    bool bold;
    Colour Theme::*ink;
};

TextLook look_of(TextRole role)
{
    switch (role) {
    case TextRole::title: return {"title", 16, true, &Theme::accent};
    case TextRole::subtitle: return {"subtitle", 11, false, &Theme::muted};
    case TextRole::heading: return {"heading", 13, true, &Theme::accent};
    case TextRole::subheading: return {"subheading", 11, true, &Theme::ink};
    case TextRole::table_title: return {"table title", 12, true, &Theme::ink};
    case TextRole::paragraph: return {"paragraph", text_size, false, &Theme::ink};
    case TextRole::warning: return {"warning", text_size, false, &Theme::warning};
    case TextRole::note: return {"note", small_size, false, &Theme::muted};
    case TextRole::link: break;
    }
    return {"link", small_size, false, &Theme::accent};
}

struct CardLook {
    std::string_view name;
    double size;
    bool bold;
    bool italic;
    Colour Theme::*ink;
};

CardLook look_of(CardRole role)
{
    switch (role) {
    case CardRole::label: return {"card label", text_size, true, false, &Theme::ink};
    case CardRole::value: return {"card value ", 22, true, false, &Theme::accent};
    case CardRole::missing_value: return {"card value, missing", 13, false, true, &Theme::muted};
    case CardRole::base: return {"card base", small_size, false, false, &Theme::muted};
    case CardRole::note: return {"card note", small_size, false, true, &Theme::ink};
    case CardRole::fragile: return {"card fragile", small_size, true, false, &Theme::warning};
    case CardRole::listed_value: return {"listed value ", text_size, true, false, &Theme::ink};
    case CardRole::listed_missing: return {"listed value, missing", text_size, false, true, &Theme::muted};
    case CardRole::listed_base: break;
    }
    return {"listed base", small_size, false, false, &Theme::muted};
}

bool is_listed(CardRole role)
{
    return role == CardRole::listed_value || role == CardRole::listed_missing || role == CardRole::listed_base;
}

} // namespace

StyleBook::StyleBook(Theme theme, base::Language language) : theme_(std::move(theme)), language_(language)
{
    static_cast<void>(keep(plain("plain"))); // style 0, that of cells nobody styled
}

Style StyleBook::plain(std::string name) const
{
    Style style;
    style.name = std::move(name);
    style.font = theme_.font;
    style.size = text_size;
    style.ink = theme_.ink;
    style.line_ink = theme_.line;
    return style;
}

StyleIndex StyleBook::keep(Style style)
{
    const auto index = static_cast<StyleIndex>(styles_.size());
    const auto [entry, is_new] = by_name_.try_emplace(style.name, index);
    if (is_new) styles_.push_back(std::move(style));
    return entry->second;
}

Face StyleBook::face(StyleIndex index) const
{
    return {styles_[index].size, styles_[index].bold};
}

StyleIndex StyleBook::text(TextRole role)
{
    const TextLook look = look_of(role);
    Style style = plain(std::string(look.name));
    style.size = look.size;
    style.bold = look.bold;
    style.ink = theme_.*look.ink;
    style.wrap = role != TextRole::link; // a link runs over the empty cells beside it, whatever its column's width
    style.top = role != TextRole::warning;
    style.underline = role == TextRole::link;
    if (role == TextRole::warning) {
        style.fill = theme_.warning_fill;
        style.indent = 1;
    }
    return keep(std::move(style));
}

StyleIndex StyleBook::card(CardRole role, std::string_view format)
{
    const CardLook look = look_of(role);
    Style style = plain(std::string(look.name) + std::string(format));
    style.size = look.size;
    style.bold = look.bold;
    style.italic = look.italic;
    style.ink = theme_.*look.ink;
    style.number_format = format;
    if (is_listed(role)) {
        style.align = role == CardRole::listed_base ? Align::left : Align::right;
        style.indent = role == CardRole::listed_base ? 1 : 0;
        return keep(std::move(style));
    }
    style.fill = theme_.soft;
    style.align = Align::left;
    style.indent = 1;
    style.wrap = role != CardRole::value;
    style.top = role == CardRole::base || role == CardRole::note || role == CardRole::fragile;
    if (role == CardRole::label) {
        style.top_line = Line::medium;
        style.line_ink = theme_.accent;
    }
    return keep(std::move(style));
}

StyleIndex StyleBook::header(ColumnKind kind)
{
    const Align align = align_of(kind);
    Style style = plain(align == Align::right ? "header, number" : align == Align::center ? "header, date" : "header");
    style.bold = true;
    style.ink = theme_.accent_ink;
    style.fill = theme_.accent;
    style.align = align;
    style.indent = align == Align::center ? 0 : 1; // numbers keep off the edge and off the words at their right
    style.wrap = true;
    return keep(std::move(style));
}

StyleIndex StyleBook::form(FormRole role, ColumnKind kind)
{
    constexpr double code_size = 7;
    if (role == FormRole::header || role == FormRole::required) {
        const bool is_required = role == FormRole::required;
        Style style = plain(is_required ? "form header, required" : "form header");
        style.bold = true;
        style.ink = is_required ? theme_.accent_ink : theme_.accent;
        style.fill = is_required ? theme_.accent : theme_.soft;
        style.wrap = true;
        style.align = Align::left;
        style.indent = 1;
        style.bottom = Line::thin;
        return keep(std::move(style));
    }
    if (role == FormRole::code) {
        Style style = plain("form code");
        style.size = code_size;
        style.ink = theme_.muted;
        style.number_format = "@";
        style.align = Align::left;
        style.indent = 1;
        return keep(std::move(style));
    }
    const bool is_example = role == FormRole::example;
    const std::string shade = role == FormRole::empty_shaded ? ", shaded" : "";
    Style style = plain((is_example ? "example, " : "to fill in, ") + std::string(name_of(kind)) + shade);
    style.number_format = number_format(kind, language_);
    style.align = align_of(kind);
    style.indent = style.align == Align::left ? 1 : 0;
    style.bottom = is_example ? Line::medium : Line::hair;
    if (is_example) {
        style.italic = true;
        style.ink = theme_.warning;
        style.fill = theme_.warning_fill;
    } else if (role == FormRole::empty_shaded) {
        style.fill = theme_.soft;
    }
    return keep(std::move(style));
}

StyleIndex StyleBook::cell(ColumnKind kind, CellRole role, std::string_view format)
{
    Style style = plain(std::string(name_of(kind)) + std::string(name_of(role)) + std::string(format));
    style.number_format = format.empty() ? number_format(kind, language_) : std::string(format);
    style.align = align_of(kind);
    style.wrap = style.align == Align::left;
    style.indent = style.align == Align::center ? 0 : 1;
    style.bottom = Line::hair;
    if (role == CellRole::missing || role == CellRole::missing_total) {
        style.italic = true;
        style.ink = theme_.muted;
    }
    if (role == CellRole::aside) {
        style.ink = theme_.muted;
        style.bottom = Line::none;
    }
    if (role == CellRole::input) {
        style.bold = true;
        style.ink = theme_.accent;
        style.fill = theme_.input;
        style.bottom = Line::thin;
        style.line_ink = theme_.accent;
    }
    if (role == CellRole::link) {
        style.ink = theme_.accent;
        style.underline = true;
    }
    if (role == CellRole::total || role == CellRole::missing_total) {
        style.bold = role == CellRole::total;
        style.fill = theme_.soft;
        style.bottom = Line::none;
        style.top_line = Line::thin;
        style.line_ink = theme_.accent;
    }
    return keep(std::move(style));
}

} // namespace bilan::workbook
