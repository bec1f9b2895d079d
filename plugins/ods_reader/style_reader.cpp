// SPDX-License-Identifier: MPL-2.0
#include "ods_reader/style_reader.hpp"

#include "ods_reader/names.hpp"

#include <utility>

namespace bilan::ods {
namespace {

/// `0cm`, `0.000in`.
bool is_nothing(std::string_view length)
{
    return length.starts_with('0') && length.find_first_not_of("0.") == length.find_first_of("cimp");
}

} // namespace

void StyleReader::start(xml::Name name, xml::Attributes attributes)
{
    ++depth_;
    if (depth_ == 1) begin(name, attributes);
    if (depth_ == 2) part(name, attributes);
}

void StyleReader::begin(xml::Name name, xml::Attributes attributes)
{
    kind_ = Kind::other;
    const Space space = space_of(name.space);
    name_ = attributes.find(":style:1.0", "name").value_or("");
    if (space == Space::number && name.local.ends_with("-style")) {
        kind_ = Kind::data;
        data_.begin(name.local, attributes);
    }
    if (space != Space::style || name.local != "style") return;
    const std::string_view family = attributes.find(":style:1.0", "family").value_or("");
    if (family == "table") kind_ = Kind::table;
    if (family == "table-row" || family == "table-column") kind_ = Kind::line;
    if (family == "table-cell") kind_ = Kind::cell;
    hides_ = false;
    cell_ = CellStyle();
    cell_.parent = attributes.find(":style:1.0", "parent-style-name").value_or("");
    if (const auto data = attributes.find(":style:1.0", "data-style-name")) cell_.data_style = *data;
}

void StyleReader::part(xml::Name name, xml::Attributes attributes)
{
    const Space space = space_of(name.space);
    is_in_text_ =
        kind_ == Kind::data && space == Space::number && (name.local == "text" || name.local == "currency-symbol");
    if (kind_ == Kind::data && space == Space::number) data_.part(name.local, attributes);
    if (space != Space::style) return;
    if (kind_ == Kind::data && name.local == "map")
        data_.other(attributes.find(":style:1.0", "apply-style-name").value_or(""),
                    attributes.find(":style:1.0", "condition").value_or(""));
    if (kind_ == Kind::table && name.local == "table-properties")
        hides_ = attributes.find(":table:1.0", "display").value_or("true") == "false";
    if (kind_ == Kind::line) {
        for (const char* size : {"row-height", "column-width"})
            if (const auto value = attributes.find(":style:1.0", size)) hides_ = is_nothing(*value);
    }
    if (kind_ != Kind::cell || name.local != "text-properties") return;
    for (const char* line : {"text-line-through-style", "text-line-through-type"}) {
        if (const auto value = attributes.find(":style:1.0", line)) cell_.is_struck = *value != "none";
    }
}

void StyleReader::end()
{
    is_in_text_ = false;
    if (depth_ == 1) finish();
    --depth_;
}

void StyleReader::finish()
{
    if (name_.empty()) return; // nothing can refer to it, and what names no style is not to find it
    if (kind_ == Kind::data) book_.add(scope_, std::move(name_), data_.finish());
    if (kind_ == Kind::cell) book_.add(scope_, std::move(name_), std::move(cell_));
    if ((kind_ == Kind::table || kind_ == Kind::line) && hides_) book_.hide(std::move(name_));
}

void StyleReader::text(std::string_view piece)
{
    if (is_in_text_) data_.text(piece);
}

} // namespace bilan::ods
