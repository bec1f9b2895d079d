// SPDX-License-Identifier: MPL-2.0
#include "intake/header/crosses.hpp"

#include "base/text.hpp"
#include "intake/header/families.hpp"
#include "intake/header/quarters.hpp"
#include "intake/value/boolean_reader.hpp"
#include "intake/value/vocabulary_index.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace bilan::intake {

namespace {

using Candidates = std::vector<std::vector<Candidate>>;
using Columns = std::vector<std::size_t>;

bool is_sure(const std::vector<Candidate>& candidates)
{
    return !candidates.empty() && candidates.front().confidence >= sure;
}

class LoneCrosses {
public:
    LoneCrosses(const MappingInput& input, const Candidates& candidates, Mapping& mapping)
        : input_(input), candidates_(candidates), mapping_(mapping), headers_(*input.columns)
    {
    }

    void run()
    {
        find_funders();
        find_terms();
        find_places();
        leave_out_counts();
    }

private:
    /// Columns that no field is sure of, with nothing but crosses or nothing at all: an item may be ticked nowhere.
    [[nodiscard]] Columns open() const
    {
        Columns found;
        for (std::size_t at = 0; at < headers_.size(); ++at) {
            const Outcome outcome = mapping_.columns[at].outcome;
            const bool is_open =
                outcome == Outcome::unknown || outcome == Outcome::question || outcome == Outcome::contradicted;
            const bool may_be_item = headers_[at].has_header() && headers_[at].content.may_be_ticks();
            if (is_open && may_be_item && !is_sure(candidates_[at])) found.push_back(at);
        }
        return found;
    }

    [[nodiscard]] bool has_crosses(const Columns& columns) const
    {
        return std::ranges::any_of(columns, [&](std::size_t at) { return holds_crosses(headers_[at]); });
    }

    [[nodiscard]] bool is_claimed(const data::Field& field) const
    {
        return mapping_.has(field.id) || std::ranges::any_of(candidates_, [&](const std::vector<Candidate>& other) {
                   return is_sure(other) && other.front().field->id == field.id;
               });
    }

    /// The field of choices of this vocabulary that the table lacks; of several, the score of the examiner, which a
    /// bare « Cotation » is as well. Null when that is open.
    [[nodiscard]] const data::Field* field_of(const std::string& vocabulary) const
    {
        const data::Field* found = nullptr;
        std::size_t fields = 0;
        for (const data::Field& field : mapping_.schema->schema->fields) {
            if (field.type != data::FieldType::choice || field.vocabulary != vocabulary) continue;
            if (is_claimed(field)) return nullptr;
            ++fields;
            if (found == nullptr || field.id == "cotation_instructeur") found = &field;
        }
        return fields == 1 || (found != nullptr && found->id == "cotation_instructeur") ? found : nullptr;
    }

    /// Far more crosses than records: of one choice, a record has one, but for a slip.
    [[nodiscard]] bool may_be_several(const Columns& columns) const
    {
        double crosses = 0; // and ones among zeros; « oui » among « non » are not told apart here
        std::uint32_t records = 0;
        for (const std::size_t at : columns) crosses += headers_[at].content.crosses + headers_[at].content.sum;
        for (const HeaderColumn& header : headers_) records = std::max(records, header.content.filled);
        return crosses * 2 > records * 3;
    }

    /// « Etat », « Ville », « CAF » and « Région » with crosses: who pays, whatever else the words may name. One funder
    /// is chosen, or several are meant and no field of one can hold them: they are left, and said.
    void find_funders()
    {
        Columns columns;
        for (std::size_t at = 0; at < headers_.size(); ++at) {
            const Outcome outcome = mapping_.columns[at].outcome;
            const bool is_open =
                outcome == Outcome::unknown || outcome == Outcome::question || outcome == Outcome::contradicted;
            const bool is_alone = headers_[at].words.size() == 1 && holds_crosses(headers_[at]);
            if (is_open && is_alone && headers_[at].content.crosses > 0 &&
                read_funder(*input_.lexicon, headers_[at].leaf()))
                columns.push_back(at);
        }
        if (columns.size() < 2) return;
        const data::Field* const field = field_of("financeur");
        for (const std::size_t at : columns) {
            if (field != nullptr && !may_be_several(columns)) {
                mark(at, *field, "BIL-580");
                continue;
            }
            mapping_.columns[at] = {};
            mapping_.columns[at].outcome = Outcome::left_out;
            mapping_.columns[at].reason = {"BIL-538", {headers_[at].path}};
        }
    }

    void find_terms()
    {
        std::map<std::string, Columns> terms; // by vocabulary
        for (const std::size_t at : open()) {
            const std::string& written = headers_[at].levels.back();
            if (boolean_of(base::fold(written))) continue; // « Oui » and « Non » answer any question
            for (const data::Field& field : mapping_.schema->schema->fields) {
                Columns& columns = terms[field.vocabulary];
                const bool is_new = columns.empty() || columns.back() != at;
                if (field.type != data::FieldType::choice || !is_new) continue;
                const VocabularyIndex index(input_.lexicon->domain().vocabulary(field.vocabulary));
                if (index.find(written) != nullptr) columns.push_back(at);
            }
        }
        std::size_t most = 2;
        for (const auto& [vocabulary, columns] : terms) most = std::max(most, columns.size());
        std::erase_if(terms, [&](const auto& entry) { return entry.second.size() < most; });
        if (terms.size() != 1) return;
        const auto& [vocabulary, columns] = *terms.begin();
        if (!has_crosses(columns) || may_be_several(columns)) return;
        if (const data::Field* const field = field_of(vocabulary))
            for (const std::size_t at : columns) mark(at, *field, "BIL-580");
    }

    void find_places()
    {
        Columns columns = open();
        const data::Field* const territory = territory_field(*mapping_.schema->schema);
        if (territory == nullptr || is_claimed(*territory)) return;
        if (!may_be_quarters(input_, *mapping_.schema, columns)) // « Observations » that nobody wrote may be among them
            std::erase_if(columns, [&](std::size_t at) { return !holds_crosses(headers_[at]); });
        if (columns.size() < 2 || !has_crosses(columns) || !may_be_quarters(input_, *mapping_.schema, columns)) return;
        for (const std::size_t at : columns) mark(at, *territory, "BIL-535");
    }

    void mark(std::size_t at, const data::Field& field, const char* code)
    {
        constexpr double by_its_term = 0.9;
        constexpr double by_its_form = 0.75;
        MappedColumn& column = mapping_.columns[at];
        column.outcome = Outcome::ticked;
        column.field = field;
        column.dimension_value = headers_[at].levels.back();
        column.confidence = std::string_view(code) == "BIL-580" ? by_its_term : by_its_form;
        column.reason = {code, {field.label.french, column.dimension_value}};
        column.suggestions.clear();
    }

    /// « Hors QPV » beside « QPV Nord » and « QPV Sud »: its crosses are no people that nobody counted.
    void leave_out_counts()
    {
        const auto is_ticked = [&](std::size_t at) {
            return at < mapping_.columns.size() &&
                   (mapping_.columns[at].outcome == Outcome::ticked ||
                    (holds_crosses(headers_[at]) && headers_[at].content.filled == 0 && !is_sure(candidates_[at])));
        };
        for (std::size_t at = 0; at < headers_.size(); ++at) {
            const bool counts = is_sure(candidates_[at]) && data::is_numeric(candidates_[at].front().field->type) &&
                                candidates_[at].front().field->type != data::FieldType::boolean;
            const bool is_beside = is_ticked(at + 1) || (at > 0 && is_ticked(at - 1));
            if (!counts || !is_beside || is_ticked(at) || !holds_crosses(headers_[at]) ||
                headers_[at].content.filled > 0)
                continue;
            MappedColumn& column = mapping_.columns[at];
            column = {};
            column.outcome = Outcome::left_out;
            column.reason = {"BIL-536", {headers_[at].path, candidates_[at].front().field->label.french}};
        }
    }

    const MappingInput& input_;
    const Candidates& candidates_;
    Mapping& mapping_;
    const std::vector<HeaderColumn>& headers_;
};

} // namespace

bool holds_crosses(const HeaderColumn& header)
{
    return header.has_header() && header.content.ticks > 0 && header.content.may_be_ticks();
}

void find_lone_crosses(const MappingInput& input, const Candidates& candidates, Mapping& mapping)
{
    if (std::ranges::any_of(*input.columns, holds_crosses)) LoneCrosses(input, candidates, mapping).run();
}

} // namespace bilan::intake
