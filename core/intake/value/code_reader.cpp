// SPDX-License-Identifier: MPL-2.0
#include "intake/value/code_reader.hpp"

#include "base/text.hpp"
#include "intake/value/clean_text.hpp"
#include "intake/value/code_rules.hpp"
#include "intake/value/identifiers.hpp"
#include "intake/value/notes.hpp"
#include "intake/value/quoted.hpp"
#include "intake/value/unnamed.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace bilan::intake {

namespace {

constexpr std::pair<std::string_view, Reading (*)(std::string_view)> rules[] = {
    {"siret", read_siret},     {"siren", read_siren},   {"epci", read_siren},      {"rna", read_rna},
    {"dossier", read_dossier}, {"insee", read_commune}, {"commune", read_commune}, {"departement", read_department},
};

/// `="0123"` and a leading apostrophe are ways to keep zeros, not part of the code.
std::string_view without_quotes(std::string_view text)
{
    if (text.size() > 3 && text.starts_with("=\"") && text.ends_with('"')) return text.substr(2, text.size() - 3);
    if (text.size() > 1 && text.starts_with('\'')) return text.substr(1);
    return text;
}

/// `123456.0`: a number that another program wrote with a decimal.
std::string_view without_zero_decimal(std::string_view text)
{
    for (const std::string_view decimal : {".0", ",0", ".00", ",00"}) {
        const std::string_view digits = text.substr(0, text.size() - std::min(text.size(), decimal.size()));
        if (text.ends_with(decimal) && are_all_digits(digits)) return digits;
    }
    return text;
}

} // namespace

CodeReader::CodeReader(const ColumnContext& context) : rule_(read_any_code)
{
    for (const auto& [kind, rule] : rules)
        if (kind == context.field->code_kind) rule_ = rule;
    // A column « SIREN » of a field that takes either was asked for nine digits: they are no slip.
    const std::string header = base::fold(context.header);
    asks_for_siren_ = context.field->code_kind == "siret" && header.find("siren") != std::string::npos &&
                      header.find("siret") == std::string::npos;
}

Reading CodeReader::read_text(std::size_t, std::string_view text)
{
    const CleanText clean = clean_text(text);
    Reading reading = read(without_zero_decimal(without_quotes(clean.text)));
    if (reading.state != data::State::value) return reading;
    if (std::optional<std::string> rest = unnamed_code(reading.text)) { // « chez Mme Durand » as a municipality
        reading = rest->empty() ? Reading::none(data::State::not_given) : Reading::of(std::move(*rest));
        reading.note = note(Cause::person_removed);
    }
    return reading;
}

Reading CodeReader::read_cell(const Cell& cell)
{
    if (cell.type() != CellType::number || cell.tag.format() == FormatClass::percent)
        return Reading::refused(note(Cause::boolean_as_number, {printed(cell)}));
    return read(printed(cell));
}

Reading CodeReader::read(std::string_view text) const
{
    if (asks_for_siren_ && is_siren(compact_code(text))) return Reading::of(compact_code(text));
    return rule_(text);
}

} // namespace bilan::intake
