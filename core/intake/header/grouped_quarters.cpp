// SPDX-License-Identifier: MPL-2.0
#include "intake/header/grouped_quarters.hpp"

#include "intake/header/measures.hpp"
#include "intake/header/quarters.hpp"
#include "intake/header/wide.hpp"
#include "intake/territory/place_form.hpp"
#include "intake/territory/reference.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace bilan::intake {

namespace {

/// A column below a group, with what it measures.
struct Below {
    std::size_t at = 0;
    Candidate measure;
};

struct Group {
    std::string name; ///< as written
    std::vector<Below> columns;
    bool is_total = false;
};

class GroupedQuarters {
public:
    GroupedQuarters(const MappingInput& input, Mapping& mapping, const data::Field& territory)
        : input_(&input), mapping_(&mapping), territory_(&territory)
    {
    }

    bool run()
    {
        gather();
        std::vector<const Group*> quarters;
        for (const Group& group : groups_)
            if (!group.is_total && is_surely_quarter(group)) quarters.push_back(&group);
        if (quarters.empty()) quarters = told_by_their_sums();
        constexpr std::size_t fewest = 2;
        if (quarters.size() < fewest) return false;
        for (const Group* const group : quarters)
            for (const Below& column : group->columns)
                mark_wide(mapping_->columns[column.at], column.measure, territory_->id, group->name);
        for (const Group& group : groups_)
            for (const Below& column : group.columns)
                if (group.is_total && measures(*quarters.front(), column.measure.field->id))
                    make_whole(mapping_->columns[column.at], *column.measure.field);
        return true;
    }

private:
    [[nodiscard]] const HeaderColumn& header(std::size_t at) const { return (*input_->columns)[at]; }

    /// The leaf alone, as it would be read without any group.
    [[nodiscard]] static HeaderColumn leaf_of(const HeaderColumn& header)
    {
        HeaderColumn leaf = header;
        leaf.levels = {header.levels.back()};
        leaf.words = {header.words.back()};
        leaf.carried = {false};
        leaf.path = header.levels.back();
        return leaf;
    }

    /// Groups in the order of the columns; one with a column that measures nothing is none of them.
    void gather()
    {
        std::vector<std::string> spoilt;
        for (std::size_t at = 0; at < mapping_->columns.size(); ++at) {
            const Outcome outcome = mapping_->columns[at].outcome;
            if (header(at).words.size() != 2 || outcome == Outcome::personal) continue;
            const std::string& name = header(at).levels.front();
            const std::vector<Candidate> found = match(*input_->lexicon, *mapping_->schema, leaf_of(header(at)));
            const Candidate* const measure = surest_measure(found);
            if (measure == nullptr || is_read(outcome) || outcome == Outcome::left_out) {
                spoilt.push_back(name);
                continue;
            }
            auto group = std::ranges::find(groups_, name, &Group::name);
            if (group == groups_.end())
                group = groups_.insert(groups_.end(), Group{name, {}, is_total_leaf(header(at).words.front())});
            if (measures(*group, measure->field->id)) spoilt.push_back(name); // twice the same: of what?
            group->columns.push_back({at, *measure});
        }
        std::erase_if(groups_,
                      [&](const Group& group) { return std::ranges::find(spoilt, group.name) != spoilt.end(); });
    }

    [[nodiscard]] static bool measures(const Group& group, const std::string& field)
    {
        return std::ranges::any_of(group.columns,
                                   [&](const Below& column) { return column.measure.field->id == field; });
    }

    [[nodiscard]] bool is_surely_quarter(const Group& group) const
    {
        HeaderColumn alone = header(group.columns.front().at);
        alone.levels = {group.name};
        alone.words = {alone.words.front()};
        return is_quarter_code(group.name) || names_quarter(*mapping_->schema, alone) ||
               (input_->reference != nullptr && input_->reference->names_quarter(group.name));
    }

    /// « Jeunes », « Entrées »: the schema has a word for it, and it is no place.
    [[nodiscard]] bool is_heard(const Group& group) const
    {
        const std::vector<std::string>& tokens = header(group.columns.front().at).words.front().tokens;
        return std::ranges::any_of(tokens, [&](const std::string& token) {
            return mapping_->schema->core_tokens.contains(token) && !(tokens.size() > 1 && is_noun_of_places(token));
        });
    }

    [[nodiscard]] static bool have_same_measures(const Group& one, const Group& other)
    {
        return one.columns.size() == other.columns.size() && std::ranges::all_of(one.columns, [&](const Below& column) {
                   return measures(other, column.measure.field->id);
               });
    }

    [[nodiscard]] double sum_of(const Group& group, const std::string& field) const
    {
        for (const Below& column : group.columns)
            if (column.measure.field->id == field) return header(column.at).content.sum;
        return 0;
    }

    /// « Les Vernes », « Bellevue » and « Total », each over « F » and « H ».
    [[nodiscard]] std::vector<const Group*> told_by_their_sums() const
    {
        const auto total = std::ranges::find_if(groups_, &Group::is_total);
        if (total == groups_.end()) return {};
        std::vector<const Group*> quarters;
        std::size_t likely = 0;
        for (const Group& group : groups_) {
            if (&group == &*total) continue;
            const PlaceForm form = place_form(group.name);
            if (form == PlaceForm::none || is_heard(group) || !have_same_measures(group, *total)) return {};
            if (form == PlaceForm::likely) ++likely;
            quarters.push_back(&group);
        }
        if (likely * 2 < quarters.size()) return {};
        for (const Below& column : total->columns) {
            constexpr double allowed = 0.01; // what cents written as binary fractions lose
            double sum = 0;
            for (const Group* const group : quarters) sum += sum_of(*group, column.measure.field->id);
            const double whole = header(column.at).content.sum;
            if (whole == 0 || std::abs(sum - whole) > allowed) return {};
        }
        return quarters;
    }

    const MappingInput* input_;
    Mapping* mapping_;
    const data::Field* territory_;
    std::vector<Group> groups_;
};

} // namespace

bool find_grouped_quarters(const MappingInput& input, Mapping& mapping, const data::Field& territory)
{
    return GroupedQuarters(input, mapping, territory).run();
}

} // namespace bilan::intake
