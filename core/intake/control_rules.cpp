// SPDX-License-Identifier: MPL-2.0
#include "intake/control_rules.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <unordered_map>

namespace bilan::intake {

namespace {

using data::Column;
using data::Control;
using data::Dataset;
using data::State;

/// A field of a control and its column, which no table may have.
struct Part {
    std::string field;
    const Column* column = nullptr;
    bool optional = false;
    bool from_pattern = false;

    [[nodiscard]] State state(std::size_t row) const
    {
        return column == nullptr ? State::no_column : column->states[row];
    }
    [[nodiscard]] bool is_known(std::size_t row) const { return state(row) == State::value; }
    [[nodiscard]] double number(std::size_t row) const { return column->numbers[row]; }
};

/// `age_*` stands for all columns of the family. Amounts asked (`fin_region_demande`) stand beside the amounts granted
/// and are only meant by a pattern that says so (`fin_*_demande`).
bool matches(std::string_view pattern, std::string_view field)
{
    const std::size_t star = pattern.find('*');
    const std::string_view before = pattern.substr(0, star);
    const std::string_view after = pattern.substr(star + 1);
    if (field.size() <= before.size() + after.size()) return false;
    if (after.empty() && field.ends_with("_demande")) return false;
    return field.starts_with(before) && field.ends_with(after);
}

/// The column a rule can work with: only `unique` compares texts.
const Column* column_for(const Dataset& dataset, const Control& control, std::string_view field)
{
    const Column* const column = dataset.column(field);
    const bool fits = column != nullptr && (control.kind == "unique" || data::is_numeric(column->field.type));
    return fits ? column : nullptr;
}

std::vector<Part> parts_of(const Dataset& dataset, const std::vector<std::string>& names, const Control& control)
{
    std::vector<Part> parts;
    for (const std::string& name : names) {
        const bool optional = std::ranges::find(control.optional, name) != control.optional.end();
        if (name.find('*') == std::string::npos) {
            parts.push_back({name, column_for(dataset, control, name), optional, false});
            continue;
        }
        for (const Column& column : dataset.columns())
            if (matches(name, column.field.id))
                parts.push_back({column.field.id, column_for(dataset, control, column.field.id), optional, true});
    }
    return parts;
}

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

/// The columns of one control.
struct Frame {
    const Dataset& dataset;
    const Control& control;
    std::vector<Part> parts;
    Part whole;
    std::vector<Part> also;

    Frame(const Dataset& of_rows, const Control& rule)
        : dataset(of_rows), control(rule),
          parts(parts_of(of_rows, rule.parts, rule)), whole{rule.whole, column_for(of_rows, rule, rule.whole), false,
                                                            false},
          also(parts_of(of_rows, rule.also, rule))
    {
    }
};

/// Calls `test(row, broken)` for every row; it answers whether the row could be judged and fills `broken` if it fails.
template <class Test>
void judge_rows(const Dataset& dataset, Verdict& verdict, Test test)
{
    for (std::uint32_t row = 0; row < dataset.rows(); ++row) {
        std::optional<Broken> broken;
        if (!test(row, broken)) continue;
        ++verdict.judged;
        if (broken) verdict.broken.push_back(*broken);
    }
}

void judge_sum(const Frame& frame, Verdict& verdict)
{
    const bool equals = frame.control.kind == "sum_equals";
    judge_rows(frame.dataset, verdict, [&](std::uint32_t row, std::optional<Broken>& broken) {
        if (!frame.whole.is_known(row)) return false;
        const auto sum = sum_of(frame.parts, row);
        const auto also = also_of(frame.also, row);
        if (!sum || !also) return false;
        const double whole = frame.whole.number(row) + *also;
        const double excess = equals ? std::abs(*sum - whole) : *sum - whole;
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

/// A column as texts that are equal when people would call the values equal; each dictionary entry is folded once.
class Comparable {
public:
    explicit Comparable(const Part& part) : part_(part)
    {
        if (part.column == nullptr || part.column->dictionary == nullptr) return;
        for (TextPool::Id id = 0; id < part.column->dictionary->size(); ++id)
            folded_.push_back(base::fold(part.column->dictionary->at(id)));
    }

    void append(std::size_t row, std::string& key) const
    {
        const bool is_text = part_.column->dictionary != nullptr;
        const std::string text = is_text ? folded_[part_.column->ids[row]] : bytes_of(part_.number(row));
        key += std::to_string(text.size()) + ':' + text; // so that no two lists of texts give one key
    }
    [[nodiscard]] const Part& part() const { return part_; }

private:
    static std::string bytes_of(double number)
    {
        number += 0.0; // both zeros are one number
        std::string bytes(sizeof number, '\0');
        std::memcpy(bytes.data(), &number, sizeof number);
        return bytes;
    }

    const Part& part_;
    std::vector<std::string> folded_;
};

void judge_unique(const Frame& frame, Verdict& verdict)
{
    const std::vector<Comparable> parts(frame.parts.begin(), frame.parts.end());
    if (parts.empty()) return;
    std::unordered_map<std::string, std::uint32_t> first_rows;
    judge_rows(frame.dataset, verdict, [&](std::uint32_t row, std::optional<Broken>& broken) {
        std::string key;
        bool any = false;
        for (const Comparable& part : parts) {
            const bool is_known = part.part().is_known(row);
            if (!is_known && !part.part().optional) return false;
            any = any || is_known;
            if (is_known)
                part.append(row, key);
            else
                key += '-';
        }
        if (!any) return false;
        const auto [first, is_new] = first_rows.emplace(std::move(key), row);
        if (!is_new) broken = Broken{row, {}, first->second};
        return true;
    });
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
    const Frame frame(*dataset, control);
    for (const Part& part : frame.parts) verdict.compared.push_back(part.field);
    if (!control.whole.empty()) verdict.compared.push_back(control.whole);
    for (const Part& part : frame.also) verdict.compared.push_back(part.field);
    if (control.kind == "sum_equals" || control.kind == "sum_at_most") judge_sum(frame, verdict);
    if (control.kind == "at_most") judge_at_most(frame, verdict);
    if (control.kind == "at_least") judge_at_least(frame, verdict);
    if (control.kind == "order") judge_order(frame, verdict);
    if (control.kind == "unique") judge_unique(frame, verdict);
    return verdict;
}

} // namespace bilan::intake
