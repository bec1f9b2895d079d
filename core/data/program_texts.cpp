// SPDX-License-Identifier: MPL-2.0
//
// Texts in a program: where they may stand, and each different one tested once.
#include "data/program.hpp"

#include "base/text.hpp"
#include "data/period.hpp"
#include "data/program_failure.hpp"

#include <algorithm>
#include <limits>
#include <set>

namespace bilan::data {

namespace {

bool is_text_constant(const Step& step)
{
    return step.operation == Operation::constant && step.is_text;
}

/// The outcome of a test for each text of a set; a list passes when one of its items does.
std::vector<std::uint8_t> test_texts(const TextSet& texts, const std::set<std::string_view>& wanted, bool negated)
{
    std::vector<std::uint8_t> outcome(texts.size());
    for (std::uint32_t id = 0; id < outcome.size(); ++id) {
        const std::string_view text = texts.at(id);
        bool passes = wanted.contains(text);
        if (!passes && texts.is_list())
            passes = std::ranges::any_of(base::split(text, list_separator),
                                         [&](std::string_view item) { return wanted.contains(item); });
        outcome[id] = static_cast<std::uint8_t>(passes != negated);
    }
    return outcome;
}

constexpr std::uint32_t no_text = std::numeric_limits<std::uint32_t>::max();

std::vector<std::uint32_t> match_texts(const TextSet& left, const TextSet& right)
{
    std::unordered_map<std::string_view, std::uint32_t> ids;
    for (std::uint32_t id = 0; id < left.size(); ++id) ids.emplace(left.at(id), id);
    std::vector<std::uint32_t> same(right.size(), no_text);
    for (std::uint32_t id = 0; id < right.size(); ++id)
        if (const auto found = ids.find(right.at(id)); found != ids.end()) same[id] = found->second;
    return same;
}

} // namespace

std::uint32_t TextSet::id_of(std::string_view text)
{
    for (std::uint32_t id = 0; id < size(); ++id)
        if (at(id) == text) return id;
    return add(text);
}

std::uint32_t TextSet::add(std::string_view text)
{
    further_.emplace_back(text);
    return static_cast<std::uint32_t>(size() - 1);
}

/// Whether values are compared, or stand for one another, as texts. Throws when some are texts and others are not.
bool Program::wants_texts(const Step& step, const Expression& expression) const
{
    bool any_text = false;
    bool any_number = false;
    const auto note = [&](bool is_text) { (is_text ? any_text : any_number) = true; };
    for (const std::size_t operand : step.operands)
        if (!steps_[operand].is_open) note(steps_[operand].is_text);
    for (const Constant& value : expression.constants) note(std::holds_alternative<std::string>(value));
    if (any_text && any_number) fail_program("BIL-693", {expression.text()});
    return any_text;
}

/// Refuses a text where a number is wanted: a field, a number in quotes, a field's name in quotes.
void Program::refuse_text(std::size_t step, const Expression& operand) const
{
    if (!steps_[step].is_text) return;
    if (!is_text_constant(steps_[step])) fail_program("BIL-692", {operand.text()});
    const std::string& text = std::get<std::string>(operand.constants.front());
    const bool is_field = dataset_->schema().field(text) != nullptr || dataset_->column(text) != nullptr;
    fail_program(is_field ? "BIL-922" : "BIL-921", {text});
}

void require_number(const Program& program, const Expression& expression)
{
    program.refuse_text(program.steps_.size() - 1, expression);
}

/// Every quarter or month that may be asked for is a text, in their order: which ones there are, only the rows know.
void Program::prepare_period(Step& step, const Expression& expression) const
{
    const Step& operand = steps_[step.operands.front()];
    refuse_text(step.operands.front(), *expression.operands.front());
    if (operand.column != nullptr && operand.operation == Operation::field &&
        operand.column->field.type != FieldType::date)
        fail_program("BIL-086", {expression.operands.front()->text()});
    const std::string& unit = std::get<std::string>(expression.constants.front());
    const Period period = unit == "year" ? Period::year : unit == "quarter" ? Period::quarter : Period::month;
    step.numbers = {static_cast<double>(period)};
    if (period == Period::year) return;
    step.is_text = true;
    for (int year = first_period_year; year <= last_period_year; ++year)
        for (int part = 1; part <= periods_in_year(period); ++part) {
            const std::string digits = (period == Period::month && part < 10 ? "0" : "") + std::to_string(part);
            (void)step.texts.add(std::to_string(year) + (period == Period::month ? "-" : "-T") + digits);
        }
    step.texts.set_ordered();
}

/// The texts of one operand, and where those of another stand among them.
void Program::join_texts(Step& step, std::size_t left, std::size_t right) const
{
    const TextSet& other = steps_[right].texts;
    step.is_text = true;
    step.texts = steps_[left].texts;
    step.same_text = match_texts(step.texts, other);
    for (std::uint32_t id = 0; id < other.size(); ++id)
        if (step.same_text[id] == no_text) step.same_text[id] = step.texts.add(other.at(id));
}

bool Program::chooses_texts(const Step& step, const Expression& expression) const
{
    const Step& chosen = steps_[step.operands[1]];
    const Step& otherwise = steps_[step.operands[2]];
    if (!chosen.is_open && !otherwise.is_open && chosen.is_text != otherwise.is_text)
        fail_program("BIL-445", {expression.text()});
    return (chosen.is_text && !chosen.is_open) || (otherwise.is_text && !otherwise.is_open);
}

/// The texts of a list stay lists, those of a field keep its vocabulary, bands their order: such a side comes first.
void Program::prepare_choice(Step& step, const Expression& expression) const
{
    refuse_text(step.operands[0], *expression.operands[0]);
    if (!chooses_texts(step, expression)) return;
    const auto rank = [&](std::size_t operand) {
        const TextSet& texts = steps_[step.operands[operand]].texts;
        return texts.is_list() ? 3 : texts.field() != nullptr ? 2 : texts.is_ordered() ? 1 : 0;
    };
    step.is_turned = rank(2) > rank(1);
    join_texts(step, step.operands[step.is_turned ? 2 : 1], step.operands[step.is_turned ? 1 : 2]);
}

void Program::prepare_text_test(Step& step, const Expression& expression) const
{
    const TextSet& first = steps_[step.operands.front()].texts;
    if (expression.operation == Operation::known_or) {
        step.is_text = true;
        step.texts = first;
        step.text = step.texts.id_of(std::get<std::string>(expression.constants.front()));
        return;
    }
    const bool negated = expression.operation == Operation::not_equal;
    if (expression.operation == Operation::one_of) {
        std::set<std::string_view> wanted;
        for (const Constant& value : expression.constants) wanted.insert(std::get<std::string>(value));
        step.tests_texts = true;
        step.true_of_text = test_texts(first, wanted, negated);
        return;
    }
    if (is_text_constant(steps_[step.operands[0]])) std::swap(step.operands[0], step.operands[1]);
    const Step& left = steps_[step.operands[0]];
    const Step& right = steps_[step.operands[1]];
    if (!is_text_constant(right)) {
        step.same_text = match_texts(left.texts, right.texts);
        return;
    }
    step.tests_texts = true;
    step.true_of_text = test_texts(left.texts, {right.texts.at(right.text)}, negated);
    step.operands.resize(1);
}

} // namespace bilan::data
