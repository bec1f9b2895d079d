// SPDX-License-Identifier: MPL-2.0
#include "intake/control_finding.hpp"

#include "base/date.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "intake/control_unknowns.hpp"
#include "intake/value/quoted.hpp"
#include "intake/value/value_reader.hpp"

#include <algorithm>
#include <cmath>
#include <span>

namespace bilan::intake {

namespace {

using base::Language;
using data::Column;
using data::Dataset;
using data::FieldType;

constexpr std::size_t longest_header = 40;
constexpr std::size_t most_places = 100; ///< named in the words of one finding
constexpr std::size_t most_missed = 4;   ///< cells that say nothing, named one by one

std::string number_for_people(double number, Language language)
{
    return base::for_people(number, number == std::floor(number) ? 0 : 2, language);
}

std::string text_of(const Column& column, std::size_t row)
{
    const std::string text(column.text(row));
    const std::string shown = base::replace_all(text, std::string(1, data::list_separator), ", ");
    return holds_places(column.field) ? quoted_place(shown) : quoted(shown);
}

/// The header as the partner wrote it; the field's label when no cell is its header.
const std::string& header_of(const Dataset& dataset, const Column& column, std::size_t row, Language language)
{
    const auto& headers = dataset.origin(row).headers;
    if (const auto written = headers.find(column.field.id); written != headers.end()) return written->second;
    const std::string& label = column.field.label.in(language);
    return label.empty() ? column.field.id : label;
}

std::string place_for_people(const Place& place)
{
    std::string text = place.file;
    const auto add = [&text](const std::string& part) { (text.empty() ? text : text += " › ") += part; };
    if (!place.sheet.empty()) add(place.sheet);
    if (place.row && place.column)
        add(cell_name({*place.row, *place.column}));
    else if (place.row)
        add(std::to_string(std::uint64_t{*place.row} + 1));
    else if (place.column)
        add(column_letters(*place.column));
    return text;
}

/// The columns whose cell a finding points at: the whole, else the first that is known.
std::vector<std::size_t> anchors(const Dataset& dataset, const data::Control& control, const Verdict& verdict)
{
    std::vector<std::size_t> order;
    const auto add = [&](const std::string& field) {
        if (const auto index = dataset.column_index(field)) order.push_back(*index);
    };
    if (!control.whole.empty()) add(control.whole);
    // « Exercice » of a number that stands there twice is right.
    const auto may_be_absent = [&](const std::string& field) {
        return std::ranges::find(control.optional, field) != control.optional.end();
    };
    for (const std::string& field : verdict.compared)
        if (!may_be_absent(field)) add(field);
    for (const std::string& field : verdict.compared)
        if (may_be_absent(field)) add(field);
    return order;
}

} // namespace

FindingTeller::FindingTeller(const Dataset& dataset, const data::Domain& domain, const data::Control& control,
                             const Verdict& verdict)
    : dataset_(dataset), domain_(domain), control_(control), anchors_(anchors(dataset, control, verdict)),
      asked_(asked_states(control))
{
    for (const std::string& field : verdict.compared) {
        const auto index = dataset.column_index(field);
        if (!index || dataset.columns()[*index].field.personal) continue;
        Compared& compared = compared_.emplace_back();
        compared.index = *index;
        if (const auto& texts = dataset.columns()[*index].dictionary) compared.texts.resize(texts->size());
    }
}

const Column& FindingTeller::column(const Compared& compared) const
{
    return dataset_.columns()[compared.index];
}

const std::string& FindingTeller::shown_header(Compared& compared, std::size_t row, Language language)
{
    if (!compared.has_headers || compared.table != dataset_.table(row)) {
        const auto shown = [&](Language in) {
            return base::for_display(header_of(dataset_, column(compared), row, in), longest_header);
        };
        compared.shown_header = {shown(Language::french), shown(Language::english)};
        compared.table = dataset_.table(row);
        compared.has_headers = true;
    }
    return compared.shown_header.in(language);
}

const std::string& FindingTeller::shown_text(Compared& compared, std::size_t row)
{
    std::optional<std::string>& shown = compared.texts[column(compared).ids[row]];
    if (!shown) shown = text_of(column(compared), row);
    return *shown;
}

std::string FindingTeller::labels(const Compared& compared, std::size_t row, Language language) const
{
    const Column& column = this->column(compared);
    const data::Vocabulary* const vocabulary = domain_.vocabulary(column.field.vocabulary);
    std::vector<std::string> shown;
    for (const std::string_view item : base::split(column.text(row), data::list_separator)) {
        const auto has_id = [item](const data::Term& term) { return term.id == item; };
        const data::Term* term = nullptr;
        if (vocabulary != nullptr)
            if (const auto found = std::ranges::find_if(vocabulary->terms, has_id); found != vocabulary->terms.end())
                term = &*found;
        const bool is_told = term != nullptr && !term->label.in(language).empty();
        shown.emplace_back(is_told ? std::string_view(term->label.in(language)) : item);
    }
    const std::string text = base::join(shown, ", ");
    return holds_places(column.field) ? quoted_place(text) : quoted(text);
}

std::string FindingTeller::value_for_people(Compared& compared, std::size_t row, Language language)
{
    const FieldType type = column(compared).field.type;
    if (type == FieldType::choice || type == FieldType::choices) return labels(compared, row, language);
    if (!data::is_numeric(type)) return shown_text(compared, row);
    const double number = column(compared).numbers[row];
    switch (type) {
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

/// As a machine may read it again: the face of `bilan read`. A term is said as partners know it, since people read it
/// too, beside the partner's header.
std::string FindingTeller::value_as_read(Compared& compared, std::size_t row)
{
    const FieldType type = column(compared).field.type;
    if (type == FieldType::choice || type == FieldType::choices) return labels(compared, row, Language::french);
    if (!data::is_numeric(type)) return shown_text(compared, row);
    const double number = column(compared).numbers[row];
    return type == FieldType::date ? base::iso_of_serial(number) : base::shortest(number);
}

bool FindingTeller::is_missed(std::size_t column, std::size_t row) const
{
    const Column& of_field = dataset_.columns()[column];
    const auto asked = asked_.find(of_field.field.id);
    return asked != asked_.end() && asked->second.contains(of_field.states[row]) &&
           of_field.states[row] != data::State::no_column;
}

/// « F 12, H 8, Total 22 »: all known values that were compared, with `show(compared)`, and what the rule misses.
template <class Show>
std::string FindingTeller::values(const Broken& broken, Language language, Show show)
{
    const std::size_t row = broken.row;
    std::string all;
    const auto add = [&](Compared& compared, const std::string& shown) {
        if (!all.empty()) all += ", ";
        all.append(shown_header(compared, row, language)).append(1, ' ').append(shown);
    };
    std::size_t missed = 0;
    for (Compared& compared : compared_) {
        const std::vector<std::string>& only = broken.fields;
        if (!only.empty() && std::ranges::find(only, column(compared).field.id) == only.end()) continue;
        if (column(compared).is_known(row))
            add(compared, show(compared));
        else if (is_missed(compared.index, row) && ++missed <= most_missed)
            add(compared, "(" + data::words(column(compared).states[row]).in(language) + ")");
    }
    if (missed > most_missed) all += ", …";
    return all;
}

/// The headers of the compared columns in which something stands that is no value.
std::string FindingTeller::unread_headers(std::size_t row, Language language)
{
    std::string all;
    for (Compared& compared : compared_) {
        if (column(compared).states[row] != data::State::error) continue;
        if (!all.empty()) all += ", ";
        all += shown_header(compared, row, language);
    }
    return all;
}

/// The cell that should say something; of many, none is the one.
const Column* FindingTeller::missed_anchor(std::size_t row) const
{
    const auto is_missed_here = [&](std::size_t index) { return is_missed(index, row) && dataset_.cell(row, index); };
    const auto missed = std::ranges::count_if(anchors_, is_missed_here);
    if (missed == 0 || missed > static_cast<std::ptrdiff_t>(most_missed)) return nullptr;
    return &dataset_.columns()[*std::ranges::find_if(anchors_, is_missed_here)];
}

/// The first column that is known in the row; one that a cell gave if any.
const Column* FindingTeller::anchor(const Broken& broken) const
{
    const std::size_t row = broken.row;
    if (const Column* const missed = missed_anchor(row)) return missed;
    const Column* known = nullptr;
    for (const std::size_t index : anchors_) {
        if (!dataset_.columns()[index].is_known(row)) continue;
        const std::vector<std::string>& only = broken.fields;
        if (!only.empty() && std::ranges::find(only, dataset_.columns()[index].field.id) == only.end()) continue;
        if (dataset_.cell(row, index)) return &dataset_.columns()[index];
        if (known == nullptr) known = &dataset_.columns()[index];
    }
    for (const std::size_t index : anchors_)
        if (known == nullptr && dataset_.columns()[index].states[row] == data::State::error)
            known = &dataset_.columns()[index];
    return known;
}

Place FindingTeller::place(const Column* at, std::size_t row) const
{
    return at == nullptr ? dataset_.place(row) : dataset_.place(row, at->field.id);
}

/// The places of the rows that are said with this one: a cell where it is of the same sheet.
std::string FindingTeller::later_places(const Broken& broken, Language language)
{
    const std::span<const std::uint32_t> rows = broken.later_rows;
    std::string places;
    for (const std::uint32_t row : rows.first(std::min(rows.size(), most_places))) {
        Place there = place(anchor({row, {}, {}}), row);
        if (dataset_.table(row) == dataset_.table(broken.row)) there.file = there.sheet = {};
        if (!places.empty()) places += ", ";
        places += place_for_people(there);
    }
    if (rows.size() > most_places)
        places.append(language == Language::french ? " et " : " and ")
            .append(std::to_string(rows.size() - most_places))
            .append(language == Language::french ? " autres" : " others");
    return places;
}

std::string FindingTeller::words_in(Language language, const Broken& broken, const std::string& other_place)
{
    const bool french = language == Language::french;
    const std::string_view separator = french ? "\u00A0; " : "; ";
    const std::string& action = control_.action.in(language);
    std::string words = french ? "Règle non respectée\u00A0: «\u00A0" : "Rule not kept: \"";
    words.append(control_.label.in(language)).append(french ? "\u00A0»" : "\"");
    std::string inside =
        values(broken, language, [&](Compared& compared) { return value_for_people(compared, broken.row, language); });
    if (inside.empty()) inside = unread_headers(broken.row, language);
    if (broken.sum)
        inside.append(separator).append(french ? "somme " : "sum ").append(number_for_people(*broken.sum, language));
    if (!other_place.empty()) inside.append(separator).append(french ? "déjà en " : "already at ").append(other_place);
    if (!broken.later_rows.empty())
        inside.append(separator).append(french ? "de même en " : "likewise at ").append(later_places(broken, language));
    if (!inside.empty()) words.append(" (").append(inside).append(1, ')');
    words += '.';
    if (!action.empty()) words.append(1, ' ').append(action);
    return words;
}

Finding FindingTeller::finding_of(const Broken& broken)
{
    const Column* const at = anchor(broken);
    Finding finding;
    finding.code = control_.id;
    finding.severity = control_.severity;
    finding.done = Done::kept;
    finding.is_of_control = true;
    finding.place = place(at, broken.row);
    if (at != nullptr) finding.header = header_of(dataset_, *at, broken.row, Language::french);
    finding.read =
        values(broken, Language::french, [&](Compared& compared) { return value_as_read(compared, broken.row); });
    std::string other_place;
    if (broken.other_row) other_place = place_for_people(place(anchor({*broken.other_row, {}, {}}), *broken.other_row));
    finding.words.french = words_in(Language::french, broken, other_place);
    finding.words.english = words_in(Language::english, broken, other_place);
    return finding;
}

} // namespace bilan::intake
