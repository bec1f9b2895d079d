// SPDX-License-Identifier: MPL-2.0
#include "intake/control_finding.hpp"

#include "base/date.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "intake/value/quoted.hpp"
#include "intake/value/value_reader.hpp"

#include <cmath>

namespace bilan::intake {

namespace {

using base::Language;
using data::Column;
using data::Dataset;
using data::FieldType;

constexpr std::size_t longest_header = 40;

std::string number_for_people(double number, Language language)
{
    return base::for_people(number, number == std::floor(number) ? 0 : 2, language);
}

std::string text_of(const Column& column, std::size_t row)
{
    const std::string text(column.text(row));
    const std::string shown = base::replace_all(text, std::string(1, data::list_separator), ", ");
    return holds_quarters(column.field) ? quoted_place(shown) : quoted(shown);
}

std::string value_for_people(const Column& column, std::size_t row, Language language)
{
    if (!data::is_numeric(column.field.type)) return text_of(column, row);
    const double number = column.numbers[row];
    switch (column.field.type) {
    case FieldType::year: return base::shortest(number);
    case FieldType::rate: return base::percent_for_people(number, 1, language);
    case FieldType::boolean:
        if (language == Language::french) return number != 0 ? "oui" : "non";
        return number != 0 ? "yes" : "no";
    case FieldType::date:
        if (const auto date = base::civil_of(number)) return base::for_people(*date, language);
        return base::shortest(number);
    default: return number_for_people(number, language);
    }
}

/// As a machine may read it again: the face of `bilan read`.
std::string value_as_read(const Column& column, std::size_t row)
{
    if (!data::is_numeric(column.field.type)) return text_of(column, row);
    if (column.field.type == FieldType::date) return base::iso_of_serial(column.numbers[row]);
    return base::shortest(column.numbers[row]);
}

/// The header as the partner wrote it; the field's label when no cell is its header.
std::string header_of(const Dataset& dataset, const Column& column, std::size_t row, Language language)
{
    const auto& headers = dataset.origin(row).headers;
    if (const auto written = headers.find(column.field.id); written != headers.end()) return written->second;
    const std::string& label = column.field.label.in(language);
    return label.empty() ? column.field.id : label;
}

/// « F 12, H 8, Total 22 »: all known values that were compared, with `show(column)`.
template <class Show>
std::string values(const Dataset& dataset, const Verdict& verdict, std::size_t row, Language language, Show show)
{
    std::vector<std::string> parts;
    for (const std::string& field : verdict.compared) {
        const Column* const column = dataset.column(field);
        if (column == nullptr || !column->is_known(row) || column->field.personal) continue;
        parts.push_back(base::for_display(header_of(dataset, *column, row, language), longest_header) + " " +
                        show(*column));
    }
    return base::join(parts, ", ");
}

std::string place_for_people(const Place& place)
{
    std::string text = place.file;
    if (!place.sheet.empty()) text += " › " + place.sheet;
    if (place.row && place.column)
        text += " › " + cell_name({*place.row, *place.column});
    else if (place.row)
        text += " › " + std::to_string(std::uint64_t{*place.row} + 1);
    else if (place.column)
        text += " › " + column_letters(*place.column);
    return text;
}

/// The field whose cell a finding points at: the whole, else the first that is known; one that a cell gave if any.
const Column* anchor(const Dataset& dataset, const data::Control& control, const Verdict& verdict, std::size_t row)
{
    std::vector<std::string> order = verdict.compared;
    if (!control.whole.empty()) order.insert(order.begin(), control.whole);
    const Column* known = nullptr;
    for (const std::string& field : order) {
        const auto index = dataset.column_index(field);
        if (!index || !dataset.columns()[*index].is_known(row)) continue;
        if (dataset.cell(row, *index)) return &dataset.columns()[*index];
        if (known == nullptr) known = &dataset.columns()[*index];
    }
    return known;
}

std::string words_in(Language language, const Dataset& dataset, const data::Control& control, const Verdict& verdict,
                     const Broken& broken, const std::string& other_place)
{
    const bool french = language == Language::french;
    const std::string separator = french ? "\u00A0; " : "; ";
    std::string compared = values(dataset, verdict, broken.row, language,
                                  [&](const Column& column) { return value_for_people(column, broken.row, language); });
    if (broken.sum) compared += separator + (french ? "somme " : "sum ") + number_for_people(*broken.sum, language);
    if (!other_place.empty()) compared += separator + (french ? "déjà en " : "already at ") + other_place;
    const std::string rule = french ? "Règle non respectée\u00A0: «\u00A0" + control.label.french + "\u00A0»"
                                    : "Rule not kept: \"" + control.label.english + "\"";
    const std::string& action = control.action.in(language);
    return rule + " (" + compared + ")." + (action.empty() ? "" : " " + action);
}

} // namespace

Finding finding_of(const Dataset& dataset, const data::Control& control, const Verdict& verdict, const Broken& broken)
{
    const Column* const at = anchor(dataset, control, verdict, broken.row);
    Finding finding;
    finding.code = control.id;
    finding.severity = control.severity;
    finding.done = Done::kept;
    finding.place = at == nullptr ? dataset.place(broken.row) : dataset.place(broken.row, at->field.id);
    if (at != nullptr) finding.header = header_of(dataset, *at, broken.row, Language::french);
    finding.read = values(dataset, verdict, broken.row, Language::french,
                          [&](const Column& column) { return value_as_read(column, broken.row); });
    std::string other_place;
    if (broken.other_row) {
        const Column* const other = anchor(dataset, control, verdict, *broken.other_row);
        other_place = place_for_people(other == nullptr ? dataset.place(*broken.other_row)
                                                        : dataset.place(*broken.other_row, other->field.id));
    }
    finding.words.french = words_in(Language::french, dataset, control, verdict, broken, other_place);
    finding.words.english = words_in(Language::english, dataset, control, verdict, broken, other_place);
    return finding;
}

} // namespace bilan::intake
