// SPDX-License-Identifier: MPL-2.0
#include "xlsx_reader/styles_part.hpp"

#include "cells/number_format.hpp"
#include "cells/shown_format.hpp"
#include "xlsx_reader/codes.hpp"
#include "xlsx_reader/workbook_part.hpp"

#include <charconv>
#include <unordered_map>

namespace bilan::xlsx {
namespace {

constexpr std::uint32_t first_own_format = 164;     // those below are built in, though not all of them everywhere
constexpr std::uint32_t most_of_a_kind = 1'000'000; // Excel stops at 65 490 cell styles

std::uint32_t number(std::optional<std::string_view> text, std::uint32_t otherwise)
{
    std::uint32_t value = otherwise;
    if (text) std::from_chars(text->data(), text->data() + text->size(), value);
    return value;
}

/// Font, number format and cell style elements stand at depth 3 of the part: `styleSheet/cellXfs/xf`.
class StylesHandler final : public xml::Handler {
public:
    StylesHandler(std::string part, const archive::ReadGuard& guard) : part_(std::move(part)), guard_(guard) {}

    void start(xml::Name name, xml::Attributes attributes) override
    {
        ++depth_;
        if (!is_main_namespace(name.space)) return;
        if (depth_ == 1) is_styles = name.local == "styleSheet";
        if (depth_ == 2) group_ = name.local;
        if (depth_ == 3 && group_ == "numFmts" && name.local == "numFmt") format(attributes);
        if (depth_ == 3 && group_ == "fonts" && name.local == "font") font();
        if (depth_ == 4 && group_ == "fonts" && name.local == "strike" && !struck_.empty())
            struck_.back() = is_true(attributes.find("val").value_or("1"));
        if (depth_ == 3 && group_ == "cellXfs" && name.local == "xf") style(attributes);
    }
    void end(xml::Name /*name*/) override { --depth_; }
    void text(std::string_view /*piece*/) override {}

    /// Only now are all formats and fonts known: nothing says that they come first.
    [[nodiscard]] cells::Styles styles() const
    {
        cells::Styles styles;
        for (const CellStyle& style : styles_) {
            const auto own = formats_.find(style.format);
            const bool is_struck = style.font < struck_.size() && struck_[style.font];
            if (own == formats_.end() && style.format >= first_own_format)
                styles.add_lost(is_struck, style.format);
            else if (own == formats_.end())
                styles.add(cells::built_in_format_class(style.format), is_struck);
            else if (!own->second.odd.empty())
                styles.add_odd(own->second.format, is_struck, own->second.odd);
            else
                styles.add(own->second.format, is_struck, own->second.unit);
        }
        return styles;
    }

    bool is_styles = false;

private:
    struct OwnFormat {
        FormatClass format = FormatClass::general;
        std::string_view unit; ///< a constant
        std::string odd;       ///< the whole format, where it shows numbers otherwise than they are stored
    };
    struct CellStyle {
        std::uint32_t format = 0;
        std::uint32_t font = 0;
    };

    void format(xml::Attributes attributes)
    {
        bound(formats_.size());
        const std::string_view code = attributes.find("formatCode").value_or("");
        OwnFormat& own = formats_[number(attributes.find("numFmtId"), 0)];
        own = {cells::format_class(code), cells::shown_unit(code), {}};
        if (own.unit.empty() && cells::is_odd_format(code)) own.odd = code;
    }
    void font()
    {
        bound(struck_.size());
        struck_.push_back(false);
    }
    void style(xml::Attributes attributes)
    {
        bound(styles_.size());
        styles_.push_back({number(attributes.find("numFmtId"), 0), number(attributes.find("fontId"), 0)});
    }
    void bound(std::size_t size) const
    {
        if (size >= most_of_a_kind) guard_.refuse_limit("styles", most_of_a_kind, part_);
    }

    std::string part_;
    const archive::ReadGuard& guard_;
    std::unordered_map<std::uint32_t, OwnFormat> formats_;
    std::vector<bool> struck_;
    std::vector<CellStyle> styles_;
    std::string group_;
    int depth_ = 0;
};

} // namespace

cells::Styles read_styles_part(Package& package, const std::string& part)
{
    StylesHandler handler(part, package.guard());
    package.parse(part, handler);
    if (!handler.is_styles) package.guard().refuse(code::unexpected_part, {part});
    return handler.styles();
}

} // namespace bilan::xlsx
