// SPDX-License-Identifier: MPL-2.0
#include "intake/header/quarters.hpp"

#include "base/text.hpp"
#include "intake/header/context.hpp"
#include "intake/header/families.hpp"
#include "intake/header/grouped_quarters.hpp"
#include "intake/header/measures.hpp"
#include "intake/header/wide.hpp"
#include "intake/territory/place_form.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace bilan::intake {

namespace {

using Candidates = std::vector<std::vector<Candidate>>;

constexpr std::string_view residents = "benef_qpv"; ///< whom a quarter counts where nothing else is said
constexpr std::string_view outsiders = "benef_hors_qpv";

bool says(const HeaderWords& words, std::string_view token)
{
    return std::find(words.tokens.begin(), words.tokens.end(), token) != words.tokens.end();
}

bool speaks_of_quarters(const HeaderWords& words)
{
    return says(words, "qpv") || says(words, "quartier") || says(words, "territoire");
}

/// « F », « Nb hommes », « - 26 ans » below « Habitants QPV »: who lives there, and not where.
bool names_people(const HeaderWords& leaf)
{
    constexpr std::array<std::string_view, 3> ages{"jeune", "senior", "adulte"};
    return read_age_band(leaf.bare) || std::ranges::any_of(leaf.tokens, [&](const std::string& token) {
               return names_sex(token) || std::ranges::find(ages, token) != ages.end();
           });
}

/// A header that is only words, as a column of its own above the same cells.
HeaderColumn column_of(const HeaderWords& words, const HeaderColumn& below)
{
    HeaderColumn said;
    said.levels = {words.plain};
    said.words = {words};
    said.carried = {false};
    said.content = below.content;
    return said;
}

/// The same header without the words of quarters: « Bénéficiaires par QPV » counts beneficiaries.
HeaderColumn without_quarters(HeaderColumn group)
{
    HeaderWords& words = group.words.back();
    std::erase_if(words.tokens, [](const std::string& token) {
        return token == "qpv" || token == "quartier" || token == "territoire" || token == "repartition" ||
               token == "tableau";
    });
    words.folded = base::join(words.tokens, " ");
    words.compared = words.plain = words.bare = words.folded;
    return group;
}

/// Which columns are quarters, what they count, and which column adds them up.
class QuarterFinder {
public:
    QuarterFinder(const MappingInput& input, const Candidates& candidates, Mapping& mapping,
                  const data::Field& territory)
        : input_(input), candidates_(candidates), mapping_(mapping), territory_(territory), headers_(*input.columns)
    {
    }

    void run()
    {
        for (std::size_t at = 0; at < headers_.size(); ++at)
            if (may_be_quarter(at)) open_.push_back(at);
        added_up_ = measure_that_adds_up();
        for (const std::size_t at : open_)
            if (std::optional<Candidate> measure = measure_of(at)) quarters_.emplace_back(at, std::move(*measure));
        join_inexact();
        if (quarters_.size() < 2) return;
        for (const auto& [at, measure] : quarters_) mark(at, measure);
        for (std::size_t at = 0; at < headers_.size(); ++at) settle_whole(at);
    }

private:
    [[nodiscard]] bool is_marked(std::size_t at) const
    {
        return is_quarter_code(headers_[at].levels.back()) || names_quarter(*mapping_.schema, headers_[at]);
    }

    [[nodiscard]] bool may_be_quarter(std::size_t at) const
    {
        const MappedColumn& column = mapping_.columns[at];
        const HeaderColumn& header = headers_[at];
        if (column.outcome == Outcome::personal || is_read(column.outcome) || !header.has_header()) return false;
        if (names_people(header.leaf())) return false;
        const bool is_known = !candidates_[at].empty() && candidates_[at].front().confidence >= sure;
        const bool is_crosses = header.content.filled == 0 && header.content.crosses > 0;
        // « au moins 44 » and « salle comble » below a quarter among others are what its numbers are elsewhere.
        const bool is_among_them = speaks_of_quarters_above(header) && header.content.numbers > 0;
        const bool has_numbers = (header.content.filled == 0 && !is_crosses) || is_among_them ||
                                 header.content.is_mostly(header.content.numbers);
        return has_numbers && !is_total_leaf(header.leaf()) && (!is_known || is_quarter_code(header.levels.back()));
    }

    /// The one column that the quarters beside it add up to says what they count.
    [[nodiscard]] std::optional<Candidate> measure_that_adds_up() const
    {
        double sum = 0;
        for (const std::size_t at : open_)
            if (is_marked(at)) sum += headers_[at].content.sum;
        std::optional<Candidate> found;
        for (std::size_t at = 0; at < headers_.size(); ++at) {
            const Candidate* const measure = surest_measure(candidates_[at]);
            if (measure == nullptr || sum == 0 || headers_[at].content.sum != sum) continue;
            if (found) return std::nullopt;
            found = *measure;
        }
        return found;
    }

    [[nodiscard]] std::optional<Candidate> measure_of(std::size_t at) const
    {
        const bool is_named = is_marked(at);
        if (std::optional<Candidate> measure = measure_of_group(headers_[at], is_named)) return measure;
        if (!is_named) return std::nullopt;
        if (auto measure = measure_above(*input_.lexicon, *mapping_.schema, headers_[at])) return measure;
        return added_up_ ? added_up_ : people_of_quarters(at);
    }

    /// « au moins 44 », « salle comble » fit no measure by themselves: the quarters of the same group say what it is.
    void join_inexact()
    {
        const std::vector<std::pair<std::size_t, Candidate>> sure_ones = quarters_;
        for (const std::size_t at : open_) {
            if (!speaks_of_quarters_above(headers_[at])) continue;
            const bool has_own = std::ranges::any_of(sure_ones, [&](const auto& one) { return one.first == at; });
            const auto beside = std::ranges::find_if(sure_ones, [&](const auto& one) {
                return headers_[one.first].words.size() == headers_[at].words.size() &&
                       group_of(headers_[one.first]) == group_of(headers_[at]);
            });
            if (!has_own && beside != sure_ones.end()) quarters_.emplace_back(at, beside->second);
        }
    }

    /// What the group of a column measures; without a group, what a title announces.
    [[nodiscard]] std::optional<Candidate> measure_of_group(const HeaderColumn& header, bool is_named) const
    {
        std::vector<HeaderColumn> groups;
        if (header.words.size() > 1)
            groups.push_back(group_above(header));
        else
            for (const HeaderWords& title : input_.titles) groups.push_back(column_of(title, header));
        for (const HeaderColumn& group : groups) {
            if (!speaks_of_quarters(group.leaf())) continue;
            // « Bénéficiaires QPV » above names of quarters is a header that everybody knows.
            constexpr double known_spelling = 0.97;
            const std::vector<Candidate> whole = match(*input_.lexicon, *mapping_.schema, group);
            const Candidate* measure = is_named ? surest_measure(whole) : nullptr;
            if (measure != nullptr && measure->confidence >= known_spelling) return *measure;
            const std::vector<Candidate> found = match(*input_.lexicon, *mapping_.schema, without_quarters(group));
            measure = surest_measure(found);
            // « Territoire : contrat de ville » above the table names no funder of its columns.
            const bool is_funder_of_title =
                header.words.size() == 1 && measure != nullptr && measure->field->type == data::FieldType::euro;
            if (measure != nullptr && !is_funder_of_title) return *measure;
        }
        return std::nullopt;
    }

    /// Numbers below quarters, beside a column of those who live in one or in none, or below « Répartition par QPV »:
    /// they.
    [[nodiscard]] std::optional<Candidate> people_of_quarters(std::size_t at) const
    {
        const HeaderColumn& header = headers_[at];
        const bool has_whole = std::any_of(candidates_.begin(), candidates_.end(), [&](const auto& other) {
            return !other.empty() && other.front().confidence >= sure &&
                   (other.front().field->id == residents || other.front().field->id == outsiders);
        });
        return has_whole || speaks_of_quarters_above(header) ? residents_of(*mapping_.schema, header) : std::nullopt;
    }

    void mark(std::size_t at, const Candidate& measure)
    {
        groups_.emplace(group_of(headers_[at]), measure.field);
        mark_wide(mapping_.columns[at], measure, territory_.id, headers_[at].levels.back());
        if (!measure.is_doubtful) return;
        mapping_.columns[at].near = true;
        mapping_.columns[at].reason = measure.reason;
    }

    /// The column that holds the same measure for all quarters, or that says « Total » beside them.
    void settle_whole(std::size_t at)
    {
        const HeaderColumn& header = headers_[at];
        const bool is_open = header.has_header() && mapping_.columns[at].outcome != Outcome::wide &&
                             mapping_.columns[at].outcome != Outcome::personal;
        if (!is_open) return;
        const auto group = groups_.find(group_of(header));
        if (is_total_leaf(header.leaf()) && group != groups_.end())
            return make_whole(mapping_.columns[at], group->second);
        const Candidate& first = quarters_.front().second;
        const Candidate* const own = surest_measure(candidates_[at]);
        const bool is_asked = added_up_ || first.is_doubtful;
        if (is_asked && own != nullptr && own->field->id == first.field->id)
            make_whole(mapping_.columns[at], first.field);
    }

    /// Empty for a column without one.
    static std::string group_of(const HeaderColumn& header)
    {
        return header.words.size() > 1 ? group_above(header).leaf().plain : std::string();
    }

    const MappingInput& input_;
    const Candidates& candidates_;
    Mapping& mapping_;
    const data::Field& territory_;
    const std::vector<HeaderColumn>& headers_;
    std::vector<std::size_t> open_; ///< columns that may be quarters
    std::optional<Candidate> added_up_;
    std::vector<std::pair<std::size_t, Candidate>> quarters_;
    std::map<std::string, FieldRef> groups_; ///< above them, with what each counts
};

} // namespace

bool names_quarter(const SchemaIndex& schema, const HeaderColumn& header)
{
    const std::string& written = header.levels.back();
    const std::size_t space = written.find(' ');
    if (space == std::string::npos) return false;
    const std::string kind = base::fold(written.substr(0, space));
    if (kind != "qp" && kind != "qpv" && kind != "quartier") return false;
    const std::string_view name = std::string_view(written).substr(space + 1);
    if (place_form(name) == PlaceForm::none) return false;
    const HeaderWords words = read_header(name);
    return std::none_of(words.tokens.begin(), words.tokens.end(),
                        [&](const std::string& token) { return schema.core_tokens.contains(token); });
}

bool speaks_of_quarters_above(const HeaderColumn& header)
{
    return header.words.size() > 1 && speaks_of_quarters(group_above(header).leaf());
}

std::optional<Candidate> residents_of(const SchemaIndex& schema, const HeaderColumn& header)
{
    const data::Field* const field = field_by_id(*schema.schema, residents);
    if (field == nullptr) return std::nullopt;
    return Candidate{*field, sure, {"BIL-846", {header.levels.back(), field->label.french}}, false, true};
}

bool is_total_leaf(const HeaderWords& leaf)
{
    return leaf.folded == "total" || leaf.folded == "ensemble" || leaf.folded == "total general";
}

void make_whole(MappedColumn& column, const FieldRef& measure)
{
    column = MappedColumn{};
    column.outcome = Outcome::part_total;
    column.field = measure;
}

void find_quarters(const MappingInput& input, const Candidates& candidates, Mapping& mapping)
{
    const bool has_years = std::any_of(mapping.columns.begin(), mapping.columns.end(),
                                       [](const MappedColumn& column) { return column.outcome == Outcome::wide; });
    const data::Field* const territory = territory_field(*mapping.schema->schema);
    if (has_years || territory == nullptr || find_grouped_quarters(input, mapping, *territory)) return;
    QuarterFinder(input, candidates, mapping, *territory).run();
}

const data::Field* territory_field(const data::Schema& schema)
{
    const auto found = std::find_if(schema.fields.begin(), schema.fields.end(), [](const data::Field& field) {
        return field.vocabulary == territory_vocabulary && field.type == data::FieldType::choices;
    });
    return found == schema.fields.end() ? nullptr : &*found;
}

bool is_quarter_code(std::string_view text)
{
    const std::string folded = base::fold(text);
    if (folded.size() != 8 || (!folded.starts_with("qp") && !folded.starts_with("qn"))) return false;
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const bool is_corsican = folded.substr(2, 2) == "02" && (folded[4] == 'a' || folded[4] == 'b');
    return is_corsican ? is_digit(folded[5]) && is_digit(folded[6])
                       : std::all_of(folded.begin() + 3, folded.begin() + 7, is_digit);
}

} // namespace bilan::intake
