// SPDX-License-Identifier: MPL-2.0
#include "intake/header/bare_quarters.hpp"

#include "base/text.hpp"
#include "intake/header/context.hpp"
#include "intake/header/quarters.hpp"
#include "intake/header/wide.hpp"
#include "intake/territory/place_form.hpp"
#include "intake/territory/reference.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::intake {

namespace {

constexpr std::string_view all = "benef_total";
constexpr std::string_view residents = "benef_qpv";
constexpr std::string_view outsiders = "benef_hors_qpv";

constexpr std::string_view part = "dont ";

bool is_part(const HeaderColumn& header)
{
    return base::fold(header.levels.back()).starts_with(part);
}

/// « dont Tilleuls » is called « Tilleuls ».
std::string name_of(const HeaderColumn& header)
{
    const std::string& written = header.levels.back();
    constexpr std::size_t word = part.size() - 1; // the blank behind it may be any
    return is_part(header) ? std::string(base::trim(std::string_view(written).substr(word))) : written;
}

/// « dont Tilleuls » is a name by its capital, « dont jeunes » is none.
bool may_name_place(const HeaderColumn& header)
{
    const std::string name = name_of(header);
    const bool has_capital = !name.empty() && name.front() >= 'A' && name.front() <= 'Z';
    return place_form(name) != PlaceForm::none || (is_part(header) && has_capital);
}

class BareQuarters {
public:
    BareQuarters(const MappingInput& input, Mapping& mapping, const data::Field& territory)
        : input_(&input), mapping_(&mapping), territory_(&territory)
    {
    }

    void run()
    {
        const std::optional<std::size_t> outside = column_of(outsiders);
        if (!outside || header(*outside).words.size() != 1) return;
        const std::vector<std::size_t> places = places_before(*outside);
        constexpr std::size_t fewest = 2;
        if (places.size() < fewest) return;
        double sum = header(*outside).content.sum;
        for (const std::size_t at : places) sum += header(at).content.sum;
        const std::optional<std::size_t> whole = whole_of(sum);
        if (!whole && !are_known(places)) return;
        if (are_residents_made_up()) return;
        for (const std::size_t at : places)
            if (const std::optional<Candidate> people = residents_of(*mapping_->schema, header(at))) {
                mark_wide(mapping_->columns[at], *people, territory_->id, name_of(header(at)));
                mapping_->columns[at].near = true;
                mapping_->columns[at].reason = people->reason;
            }
        if (whole && !is_read(mapping_->columns[*whole].outcome)) take_as_all(*whole);
    }

private:
    [[nodiscard]] const HeaderColumn& header(std::size_t at) const { return (*input_->columns)[at]; }

    [[nodiscard]] std::optional<std::size_t> column_of(std::string_view field) const
    {
        for (std::size_t at = 0; at < mapping_->columns.size(); ++at) {
            const MappedColumn& column = mapping_->columns[at];
            if (column.outcome == Outcome::mapped && column.field->id == field) return at;
        }
        return std::nullopt;
    }

    [[nodiscard]] bool may_be_place(std::size_t at) const
    {
        const HeaderColumn& column = header(at);
        if (mapping_->columns[at].outcome != Outcome::unknown || column.words.size() != 1) return false;
        if (!column.content.is_mostly(column.content.numbers) || column.content.fractions > 0) return false;
        const bool is_heard = std::ranges::any_of(column.leaf().tokens, [&](const std::string& token) {
            return mapping_->schema->core_tokens.contains(token) && !is_noun_of_places(token);
        });
        return !is_heard && may_name_place(column);
    }

    /// Side by side, up to « Hors QPV ».
    [[nodiscard]] std::vector<std::size_t> places_before(std::size_t outside) const
    {
        std::vector<std::size_t> places;
        for (std::size_t at = outside; at > 0 && may_be_place(at - 1); --at) places.push_back(at - 1);
        std::ranges::reverse(places);
        return places;
    }

    [[nodiscard]] bool are_known(const std::vector<std::size_t>& places) const
    {
        return input_->reference != nullptr && std::ranges::all_of(places, [&](std::size_t at) {
                   return input_->reference->names_quarter(name_of(header(at)));
               });
    }

    /// Several columns make up « Dont habitants QPV », which no quarter does; one of it is the whole of the quarters.
    [[nodiscard]] bool are_residents_made_up() const
    {
        return std::ranges::any_of(mapping_->columns, [](const MappedColumn& column) {
            return is_read(column.outcome) && column.outcome != Outcome::mapped && column.field->id == residents;
        });
    }

    /// All people, or « Total » where no other column has them.
    [[nodiscard]] std::optional<std::size_t> whole_of(double sum) const
    {
        const std::optional<std::size_t> people = column_of(all);
        if (people) return header(*people).content.sum == sum ? people : std::nullopt;
        for (std::size_t at = 0; at < mapping_->columns.size(); ++at) {
            const HeaderColumn& column = header(at);
            const bool is_total = column.words.size() == 1 && is_total_leaf(column.leaf());
            if (is_total && sum > 0 && column.content.sum == sum) return at;
        }
        return std::nullopt;
    }

    void take_as_all(std::size_t at)
    {
        const data::Field* const field = field_by_id(*mapping_->schema->schema, all);
        if (field == nullptr) return;
        MappedColumn& column = mapping_->columns[at];
        column = MappedColumn{};
        column.outcome = Outcome::mapped;
        column.field = *field;
        column.confidence = sure;
        column.reason = {"BIL-264", {field->label.french, header(at).path}};
    }

    const MappingInput* input_;
    Mapping* mapping_;
    const data::Field* territory_;
};

/// « Indicateur | Année | Les Vernes | Centre-ville »: each number is what the indicator of its row is in that quarter.
void settle_quarters_of_indicators(const MappingInput& input, Mapping& mapping, const data::Field& territory)
{
    const data::Field* const value = field_by_id(*mapping.schema->schema, "valeur");
    if (value == nullptr || mapping.has("valeur") || !mapping.has("indicateur")) return;
    std::vector<std::size_t> columns;
    bool are_codes = true;
    for (std::size_t at = 0; at < mapping.columns.size(); ++at) {
        const HeaderColumn& header = (*input.columns)[at];
        const Outcome outcome = mapping.columns[at].outcome;
        if (is_read(outcome) || !header.has_header() || !header.content.is_mostly(header.content.numbers)) continue;
        if (outcome != Outcome::unknown || header.words.size() != 1) return;
        if (is_total_leaf(header.leaf())) continue;
        are_codes = are_codes && is_quarter_code(header.levels.back());
        columns.push_back(at);
    }
    constexpr std::size_t fewest = 2;
    if (columns.size() < fewest || (!are_codes && !may_be_quarters(input, *mapping.schema, columns))) return;
    for (const std::size_t at : columns) {
        const std::string name = (*input.columns)[at].levels.back();
        mark_wide(mapping.columns[at], Candidate{*value, sure, {"BIL-262", {value->label.french}}}, territory.id, name);
        mapping.columns[at].near = !are_codes;
        if (!are_codes) mapping.columns[at].reason = {"BIL-846", {name, value->label.french}};
    }
}

} // namespace

void settle_bare_quarters(const MappingInput& input, Mapping& mapping)
{
    const data::Field* const territory = territory_field(*mapping.schema->schema);
    const bool has_rows = std::ranges::any_of(
        mapping.columns, [](const MappedColumn& column) { return column.outcome == Outcome::wide; });
    if (territory == nullptr || has_rows || mapping.has(territory->id)) return;
    settle_quarters_of_indicators(input, mapping, *territory);
    BareQuarters(input, mapping, *territory).run();
}

} // namespace bilan::intake
