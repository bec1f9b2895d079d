// SPDX-License-Identifier: MPL-2.0
#include "intake/header/whole_columns.hpp"

#include "intake/header/context.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <vector>

namespace bilan::intake {

namespace {

constexpr double read_as_whole = 0.85;
constexpr double asked = 0.7; ///< below `sure`: a question

/// « Nombre de jeunes », « Enfants »: all of them, where women and men beside it add up to it.
bool says_everybody(const HeaderColumn& header)
{
    constexpr std::array<std::string_view, 3> people{"jeune", "enfant", "personne"};
    if (!header.has_header() || header.leaf().tokens.empty() || header.leaf().is_rate) return false;
    return header.content.is_mostly(header.content.numbers) &&
           std::ranges::all_of(header.leaf().tokens, [&](const std::string& token) {
               return is_number_word(token) || std::ranges::find(people, token) != people.end();
           });
}

/// « Total », « Nombre total », « Total général », « Ensemble », perhaps under a group.
bool says_whole(const HeaderColumn& header)
{
    constexpr std::array<std::string_view, 4> more{"general", "ensemble", "cumule", "global"};
    if (!header.has_header() || header.leaf().tokens.empty()) return false;
    if (header.leaf().is_rate || header.unit == "%") return false;
    return header.content.is_mostly(header.content.numbers) &&
           std::ranges::all_of(header.leaf().tokens, [&](const std::string& token) {
               return is_number_word(token) || std::ranges::find(more, token) != more.end();
           });
}

bool are_of_one_group(const HeaderColumn& left, const HeaderColumn& right)
{
    return left.levels.size() == right.levels.size() &&
           std::equal(left.levels.begin(), left.levels.end() - 1, right.levels.begin());
}

class Wholes {
public:
    Wholes(const std::vector<HeaderColumn>& headers, const SchemaIndex& schema, Candidates& candidates)
        : headers_(&headers), schema_(&schema), candidates_(&candidates)
    {
    }

    void settle(std::size_t at)
    {
        const data::Field* part = part_beside(at);
        if (part != nullptr && is_nested(*part)) {
            settle_nested(at, *part);
        } else if (part != nullptr) {
            take(at, *part, read_as_whole, {"BIL-264", {part->label.french, (*headers_)[at].path}});
        } else if (settle_proved(at)) {
            return;
        } else if (const data::Field* people = part_of_people(at)) {
            take(at, *people, asked, {"BIL-264", {people->label.french, (*headers_)[at].path}});
        }
    }

    /// Only where two parts add up to it; false where none do.
    bool settle_proved(std::size_t at)
    {
        const std::optional<Sum> sum = summands_of(at);
        if (sum)
            take(at, field(sum->one), read_as_whole,
                 {"BIL-587", {(*headers_)[at].path, (*headers_)[sum->one].path, (*headers_)[sum->other].path}});
        return sum.has_value();
    }

    /// « Région », « Ville », « Total »: what the funders before it add up to is the income of the action.
    bool settle_amounts(std::size_t at)
    {
        const data::Field* const income = field_by_id(*schema_->schema, "total_produits");
        const double whole = (*headers_)[at].content.sum;
        if (income == nullptr || is_taken(*income) || whole <= 0) return false;
        double sum = 0;
        for (std::size_t before = at; before-- > 0 && is_of_funder(before);) {
            sum += (*headers_)[before].content.sum;
            const bool are_several = at - before >= 2;
            if (!are_several || std::abs(sum - whole) >= 1) continue;
            (*candidates_)[at].assign(
                1, Candidate{*income,
                             read_as_whole,
                             {"BIL-052", {(*headers_)[at].path, (*headers_)[before].path, (*headers_)[at - 1].path}}});
            return true;
        }
        return false;
    }

    /// « Réalisé » over « F », « H » and « Total » is no amount: its parts are people.
    [[nodiscard]] bool is_misled(std::size_t at) const
    {
        const data::Field* const read = sure_at(at);
        if (read == nullptr || read->type != data::FieldType::euro || !(*headers_)[at].unit.empty()) return false;
        const auto is_of_group = [&](std::size_t other) {
            return are_of_one_group((*headers_)[other], (*headers_)[at]);
        };
        const bool is_before = are_two_parts(at + 1, at + 2) && is_of_group(at + 1) && is_of_group(at + 2);
        return is_before || (at >= 2 && are_two_parts(at - 1, at - 2) && is_of_group(at - 1) && is_of_group(at - 2));
    }

private:
    struct Sum {
        std::size_t one = 0;
        std::size_t other = 0;
    };

    [[nodiscard]] const data::Field* sure_at(std::size_t at) const
    {
        const bool is_sure =
            at < candidates_->size() && !(*candidates_)[at].empty() && (*candidates_)[at].front().confidence >= sure;
        return is_sure ? &field(at) : nullptr;
    }
    [[nodiscard]] const data::Field& field(std::size_t at) const { return *(*candidates_)[at].front().field; }

    [[nodiscard]] bool is_taken(const data::Field& wanted) const
    {
        for (std::size_t other = 0; other < candidates_->size(); ++other)
            if (const data::Field* taken = sure_at(other); taken != nullptr && taken->id == wanted.id) return true;
        return false;
    }

    /// What one funder gives: not what was asked of it, nor the whole cost.
    [[nodiscard]] bool is_of_funder(std::size_t at) const
    {
        const data::Field* const read = sure_at(at);
        if (read == nullptr || read->type != data::FieldType::euro) return false;
        return (read->id.starts_with("fin_") && !read->id.ends_with("_demande")) || read->id == "accorde_p147";
    }

    [[nodiscard]] bool are_two_parts(std::size_t left, std::size_t right) const
    {
        const data::Field* one = sure_at(left);
        const data::Field* other = sure_at(right);
        return one != nullptr && other != nullptr && !one->parent.empty() && one->parent == other->parent &&
               one->id != other->id;
    }

    /// One of two parts that stand side by side next to the column.
    [[nodiscard]] const data::Field* part_beside(std::size_t at) const
    {
        if (are_two_parts(at + 1, at + 2)) return sure_at(at + 1);
        return at >= 2 && are_two_parts(at - 1, at - 2) ? sure_at(at - 1) : nullptr;
    }

    /// A part of a part: women under 26 are part of women, who are part of people.
    [[nodiscard]] bool is_nested(const data::Field& part) const
    {
        const data::Field* const whole = field_by_id(*schema_->schema, part.parent);
        return whole != nullptr && !whole->parent.empty();
    }

    /// « Ensemble » behind the ages of women and of men is the whole that its numbers are the sum of: of the men right
    /// before it, or of both. A question when it is neither.
    void settle_nested(std::size_t at, const data::Field& part)
    {
        const data::Field* const parent = field_by_id(*schema_->schema, part.parent);
        const bool is_behind = at >= 2 && are_two_parts(at - 1, at - 2);
        double near = 0;
        double all = 0;
        bool is_near = true;
        for (std::size_t other = is_behind ? at - 1 : at + 1; other < candidates_->size();
             is_behind ? --other : ++other) { // one before the first is beyond the last
            const data::Field* const beside = sure_at(other);
            const data::Field* const of =
                beside == nullptr || beside->parent.empty() ? nullptr : field_by_id(*schema_->schema, beside->parent);
            if (of == nullptr || of->parent != parent->parent) break;
            is_near = is_near && of->id == parent->id;
            all += (*headers_)[other].content.sum;
            if (is_near) near += (*headers_)[other].content.sum;
        }
        const double whole = (*headers_)[at].content.sum;
        const base::Message reason{"BIL-264", {part.label.french, (*headers_)[at].path}};
        if (std::abs(near - whole) < 0.5) return take(at, part, read_as_whole, reason);
        if (std::abs(all - whole) < 0.5) return take(at, *parent, read_as_whole, reason);
        take(at, *parent, asked, reason);
    }

    /// Two parts, anywhere in the table, that add up to the column.
    [[nodiscard]] std::optional<Sum> summands_of(std::size_t at) const
    {
        constexpr std::uint32_t least_rows = 2;
        const ContentProfile& whole = (*headers_)[at].content;
        if (whole.numbers < least_rows || whole.sum <= 0) return std::nullopt;
        for (std::size_t one = 0; one < candidates_->size(); ++one)
            for (std::size_t other = one + 1; other < candidates_->size(); ++other)
                if (are_two_parts(one, other) &&
                    std::abs((*headers_)[one].content.sum + (*headers_)[other].content.sum - whole.sum) < 0.5)
                    return Sum{one, other};
        return std::nullopt;
    }

    /// A part of people that is nowhere more than the column, when no amount stands next to it. Women of an age are a
    /// part of the women, who are one of the column.
    [[nodiscard]] const data::Field* part_of_people(std::size_t at) const
    {
        const auto is_amount = [&](const data::Field* beside) {
            return beside != nullptr && beside->type == data::FieldType::euro;
        };
        if ((at > 0 && is_amount(sure_at(at - 1))) || is_amount(sure_at(at + 1))) return nullptr;
        for (std::size_t other = 0; other < candidates_->size(); ++other) {
            const data::Field* part = sure_at(other);
            const bool is_part = part != nullptr && !part->parent.empty() && part->type == data::FieldType::count;
            if (is_part && (*headers_)[other].content.sum <= (*headers_)[at].content.sum)
                return is_nested(*part) ? field_by_id(*schema_->schema, part->parent) : part;
        }
        return nullptr;
    }

    void take(std::size_t at, const data::Field& part, double confidence, base::Message reason)
    {
        const data::Field* whole = field_by_id(*schema_->schema, part.parent);
        if (whole == nullptr || is_taken(*whole)) return;
        (*candidates_)[at].assign(1, Candidate{*whole, confidence, std::move(reason)});
    }

    const std::vector<HeaderColumn>* headers_;
    const SchemaIndex* schema_;
    Candidates* candidates_;
};

} // namespace

void settle_wholes(const std::vector<HeaderColumn>& headers, const SchemaIndex& schema, Candidates& candidates)
{
    Wholes wholes(headers, schema, candidates);
    const auto is_lone_whole = [&](std::size_t at) {
        const bool is_open = candidates[at].empty() || candidates[at].front().confidence < sure;
        return is_open && headers[at].words.size() == 1 && says_whole(headers[at]);
    };
    std::vector<std::size_t> people; // « Total » behind the funders, « Total » behind « Hommes »: two wholes
    for (std::size_t at = 0; at < candidates.size(); ++at)
        if (is_lone_whole(at) && !wholes.settle_amounts(at)) people.push_back(at);
    for (const std::size_t at : people)
        if (people.size() > 1) (void)wholes.settle_proved(at);
    for (std::size_t at = 0; at < candidates.size(); ++at) {
        const bool is_open = candidates[at].empty() || candidates[at].front().confidence < sure;
        const bool is_grouped = headers[at].words.size() > 1;
        if (is_open && !is_grouped && says_everybody(headers[at])) (void)wholes.settle_proved(at);
        if (!says_whole(headers[at])) continue;
        const bool is_misled = is_grouped && wholes.is_misled(at);
        if (is_misled) candidates[at].front().confidence = asked;
        if (is_misled || (is_open && !is_grouped))
            wholes.settle(at);
        else if (is_open && is_grouped) // « Caractéristiques » over « Femmes », « Hommes » and « Total »
            (void)wholes.settle_proved(at);
    }
}

} // namespace bilan::intake
