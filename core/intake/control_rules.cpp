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

/// Nothing when an unknown that matters keeps the rule from being judged, or when no part is known. A column of a
/// family that this table does not have is not missing: the table has others.
std::optional<double> sum_of(const std::vector<Part>& parts, std::size_t row)
{
    double sum = 0;
    bool any = false;
    for (const Part& part : parts) {
        const State state = part.state(row);
        if (state == State::value) {
            sum += part.number(row);
            any = true;
        } else if (state != State::not_applicable && !part.optional &&
                   !(part.from_pattern && state == State::no_column)) {
            return std::nullopt;
        }
    }
    return any ? std::optional(sum) : std::nullopt;
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
    return std::ranges::count_if(parts, [&](const Part& part) { return part.state(row) != State::no_column; }) == 1 &&
           std::ranges::all_of(parts, [](const Part& part) { return part.from_pattern; });
}

void judge_sum(const Frame& frame, Verdict& verdict)
{
    const bool is_whole = frame.control.kind == "sum_equals";
    judge_rows(frame.dataset, verdict, [&](std::uint32_t row, std::optional<Broken>& broken) {
        if (!frame.whole.is_known(row)) return false;
        const auto sum = sum_of(frame.parts, row);
        const auto also = also_of(frame.also, row);
        if (!sum || !also) return false;
        const double whole = frame.whole.number(row) + *also;
        const bool equals = is_whole && !is_lone_band(frame.parts, row);
        // Some totals hold them and some do not: a valued contribution stands below « Total des produits » or in it.
        const double excess =
            equals ? std::min(std::abs(*sum - whole), std::abs(*sum - (whole - *also))) : *sum - whole;
        if (excess > slack(frame.control, whole)) broken = Broken{row, *sum, std::nullopt};
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
            if (part.number(row) > whole + slack(frame.control, whole)) broken = Broken{row, {}, {}};
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

} // namespace

Verdict judge(const std::shared_ptr<const Dataset>& dataset, const data::Domain& domain, const Control& control,
              std::optional<int> year)
{
    Verdict verdict;
    if (control.kind == "condition") {
        judge_condition(dataset, domain, control, year, verdict);
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
