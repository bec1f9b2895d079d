// SPDX-License-Identifier: MPL-2.0
#include "intake/control_rules.hpp"

#include "intake/control_frame.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>
#include <utility>

namespace bilan::intake {

namespace {

using data::Control;
using data::Dataset;
using data::State;

/// A sum of the parts that are known.
struct Sum {
    double known = 0;
    std::size_t parts = 0; ///< that it holds and that are not 0
    bool any = false;
    bool is_whole = true; ///< no unknown that matters. A column of a family that the table does not have matters not
};

Sum sum_of(const std::vector<Part>& parts, std::size_t row)
{
    Sum sum;
    for (const Part& part : parts) {
        const State state = part.state(row);
        if (state == State::value) {
            sum.known += part.number(row);
            sum.any = true;
            if (part.number(row) != 0) ++sum.parts;
        } else if (state != State::not_applicable && !part.optional &&
                   !(part.from_pattern && state == State::no_column)) {
            sum.is_whole = false;
        }
    }
    return sum;
}

/// What may be added to the whole; a column that the table does not have adds nothing.
std::optional<double> also_of(const std::vector<Part>& parts, std::size_t row)
{
    double sum = 0;
    for (const Part& part : parts) {
        const State state = part.state(row);
        if (state == State::value)
            sum += part.number(row);
        else if (state != State::not_applicable && state != State::no_column && !part.optional)
            return std::nullopt;
    }
    return sum;
}

/// Room for the last digit of a sum of decimals, beside the tolerance of the rule.
double slack(const Control& control, double whole)
{
    return control.tolerance + 1e-9 * std::max(1.0, std::abs(whole));
}

/// « dont moins de 26 ans » alone is one band of several that nobody gave: it may be less than the whole.
bool is_lone_band(const std::vector<Part>& parts, std::size_t row)
{
    const auto is_band = [row](const Part& part) { return part.from_pattern && part.state(row) != State::no_column; };
    return std::ranges::count_if(parts, is_band) == 1 &&
           std::ranges::all_of(parts, [](const Part& part) { return part.from_pattern || part.optional; });
}

void judge_sum(const Frame& frame, Verdict& verdict)
{
    const bool is_whole = frame.control.kind == "sum_equals";
    judge_rows(frame.dataset, verdict, [&](std::uint32_t row, std::optional<Broken>& broken) {
        if (!frame.whole.is_known(row)) return false;
        const Sum sum = sum_of(frame.parts, row);
        const auto also = also_of(frame.also, row);
        if (!sum.any || !also) return false;
        const double whole = frame.whole.number(row) + *also;
        if (!sum.is_whole) {
            // One part alone above the whole is what other rules say.
            const bool is_above = sum.parts >= 2 && sum.known - whole > slack(frame.control, whole);
            if (is_above) broken = Broken{row, sum.known, std::nullopt};
            return is_above;
        }
        const bool equals = is_whole && !is_lone_band(frame.parts, row);
        // Some totals hold them and some do not: a valued contribution stands below « Total des produits » or in it.
        const double excess =
            equals ? std::min(std::abs(sum.known - whole), std::abs(sum.known - (whole - *also))) : sum.known - whole;
        if (excess > slack(frame.control, whole)) broken = Broken{row, sum.known, std::nullopt};
        return true;
    });
}

void judge_at_most(const Frame& frame, Verdict& verdict)
{
    judge_rows(frame.dataset, verdict, [&](std::uint32_t row, std::optional<Broken>& broken) {
        if (!frame.whole.is_known(row)) return false;
        const double whole = frame.whole.number(row);
        bool any = false;
        for (const Part& part : frame.parts) {
            if (!part.is_known(row)) continue;
            any = true;
            if (part.number(row) <= whole + slack(frame.control, whole)) continue;
            if (!broken) broken = Broken{row, {}, {}, {}, {frame.whole.field}};
            broken->fields.push_back(part.field);
        }
        return any;
    });
}

void judge_at_least(const Frame& frame, Verdict& verdict)
{
    if (!frame.control.limit) return;
    const double limit = *frame.control.limit;
    judge_rows(frame.dataset, verdict, [&](std::uint32_t row, std::optional<Broken>& broken) {
        if (!frame.whole.is_known(row)) return false;
        if (frame.whole.number(row) < limit - slack(frame.control, limit)) broken = Broken{row, {}, {}};
        return true;
    });
}

void judge_order(const Frame& frame, Verdict& verdict)
{
    if (frame.parts.size() != 2) return;
    const Part& first = frame.parts[0];
    const Part& second = frame.parts[1];
    judge_rows(frame.dataset, verdict, [&](std::uint32_t row, std::optional<Broken>& broken) {
        if (!first.is_known(row) || !second.is_known(row)) return false;
        if (first.number(row) > second.number(row)) broken = Broken{row, {}, {}};
        return true;
    });
}

/// « Exercice 2023 » in a list of 2024 is one remark, however many rows of a table it stands in.
void tell_once_a_value(const Dataset& dataset, const std::string& field, std::span<const std::uint32_t> rows,
                       Verdict& verdict)
{
    const std::optional<std::size_t> index = dataset.column_index(field);
    std::map<std::pair<std::size_t, double>, std::size_t> told;
    for (const std::uint32_t row : rows) {
        const bool is_number = index && !dataset.columns()[*index].numbers.empty();
        if (!is_number) {
            verdict.broken.push_back({row, {}, {}});
            continue;
        }
        const double value = dataset.columns()[*index].numbers[row];
        const auto [first, is_new] = told.try_emplace({dataset.table(row), value}, verdict.broken.size());
        if (is_new)
            verdict.broken.push_back({row, {}, {}});
        else
            verdict.broken[first->second].later_rows.push_back(row);
    }
}

void judge_condition(const std::shared_ptr<const Dataset>& dataset, const data::Domain& domain, const Control& control,
                     std::optional<int> year, Verdict& verdict)
{
    constexpr const char* year_name = "exercice_bilan";
    if (control.expression == nullptr) return;
    verdict.compared = control.expression->fields();
    const bool wants_year = std::erase(verdict.compared, year_name) > 0;
    if (wants_year && !year) return;
    data::Query query(dataset, &domain);
    if (wants_year) query = query.derive(year_name, data::constant(static_cast<double>(*year)));
    const data::Figure known =
        query.figure({data::Aggregate::known, control.expression, nullptr, nullptr, data::Unit::rate});
    verdict.judged = static_cast<std::uint64_t>(known.numerator.value_or(0));
    const auto rows = query.where(control.expression).rows();
    if (wants_year && verdict.compared.size() == 1)
        tell_once_a_value(*dataset, verdict.compared.front(), *rows, verdict);
    else
        for (const std::uint32_t row : *rows) verdict.broken.push_back({row, {}, {}});
}

void judge_says_more(const std::shared_ptr<const Dataset>& dataset, const data::Domain& domain, const Control& control,
                     Verdict& verdict)
{
    const Frame frame(*dataset, control);
    if (control.expression == nullptr) return;
    for (const Part& part : frame.parts) verdict.compared.push_back(part.field);
    for (const std::string& field : control.expression->fields()) verdict.compared.push_back(field);
    const auto rows = data::Query(dataset, &domain).where(control.expression).rows();
    judge_bare_text(frame, *rows, verdict);
}

} // namespace

Verdict judge(const std::shared_ptr<const Dataset>& dataset, const data::Domain& domain, const Control& control,
              std::optional<int> year)
{
    Verdict verdict;
    if (control.kind == "condition") {
        judge_condition(dataset, domain, control, year, verdict);
        return verdict;
    }
    if (control.kind == "says_more") {
        judge_says_more(dataset, domain, control, verdict);
        return verdict;
    }
    // What no rule over rows says: see `reason`.
    if (control.kind == "elsewhere" || control.kind == "in_contract" || control.kind == "quarters_add_up")
        return verdict;
    const Frame frame(*dataset, control);
    for (const Part& part : frame.parts) verdict.compared.push_back(part.field);
    if (!control.whole.empty()) verdict.compared.push_back(control.whole);
    for (const Part& part : frame.also)
        if (control.kind == "sum_at_most") verdict.compared.push_back(part.field);
    if (control.kind == "sum_equals" || control.kind == "sum_at_most") judge_sum(frame, verdict);
    if (control.kind == "at_most") judge_at_most(frame, verdict);
    if (control.kind == "at_least") judge_at_least(frame, verdict);
    if (control.kind == "order") judge_order(frame, verdict);
    if (control.kind == "unique") judge_unique(frame, verdict);
    if (control.kind == "repeats") judge_repeats(frame, verdict);
    if (control.kind == "agrees") judge_agrees(frame, verdict);
    if (control.kind == "outlier") judge_outlier(frame, verdict);
    if (control.kind == "rounded") judge_rounded(frame, verdict);
    if (control.kind == "all_zero") judge_all_zero(frame, verdict);
    if (control.kind == "scale") judge_scale(frame, verdict);
    if (control.kind == "one_spelling") judge_spelling(frame, verdict);
    return verdict;
}

} // namespace bilan::intake
