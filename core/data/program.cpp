// SPDX-License-Identifier: MPL-2.0
//
// From an expression to steps: names found, kinds checked.
#include "data/program.hpp"

#include "base/text.hpp"
#include "data/lookup.hpp"
#include "data/program_failure.hpp"

#include <algorithm>
#include <cmath>

namespace bilan::data {

namespace {

Step compile_constant(const Constant& constant)
{
    Step step;
    if (const auto* text = std::get_if<std::string>(&constant)) {
        step.is_text = true;
        step.text = step.texts.id_of(*text);
        return step;
    }
    const auto* number = std::get_if<double>(&constant);
    step.numbers.push_back(number != nullptr ? *number : (std::get<bool>(constant) ? 1.0 : 0.0));
    step.never_negative = step.numbers.front() >= 0;
    if (!std::isfinite(step.numbers.front())) {
        step.numbers.front() = 0;
        step.state = State::error;
    }
    return step;
}

} // namespace

void throw_unknown_field(std::string_view name, const Schema& schema, std::span<const std::string> names)
{
    if (const auto near = base::nearest(name, names)) fail_program("BIL-690", {std::string(name), schema.id, *near});
    fail_program("BIL-691", {std::string(name), schema.id});
}

Program::Program(const Dataset& dataset, const Expression& expression) : dataset_(&dataset)
{
    compile(expression);
    compiled_.clear();
    share_registers();
    blocks_.resize(steps_.size());
}

std::size_t Program::compile(const Expression& expression)
{
    if (const auto known = compiled_.find(&expression); known != compiled_.end()) return known->second;
    Step step;
    if (expression.operation == Operation::field) {
        step = compile_field(expression.name);
    } else if (expression.operation == Operation::constant) {
        step = compile_constant(expression.constants.front());
        if (const auto state = state_of(expression.name)) {
            step.state = *state;
            step.is_open = true;
        }
    } else if (expression.operation == Operation::stored) {
        step = compile_stored(expression);
    } else if (expression.operation == Operation::column_sum) {
        fail_program("BIL-764", {expression.text()});
    } else {
        for (const ExpressionPointer& operand : expression.operands) step.operands.push_back(compile(*operand));
        step.operation = expression.operation;
        check_kinds(step, expression);
        step.never_negative = stays_positive(step);
    }
    steps_.push_back(std::move(step));
    compiled_.emplace(&expression, steps_.size() - 1);
    return steps_.size() - 1;
}

namespace {

/// Types that count, measure or weigh something, and numbers that the schema says so of.
bool has_no_sign(const Field& field)
{
    const FieldType type = field.type;
    return field.never_negative || type == FieldType::count || type == FieldType::euro || type == FieldType::rate ||
           type == FieldType::boolean;
}

} // namespace

Step Program::compile_stored(const Expression& expression) const
{
    const Column& column = *expression.stored;
    Step step;
    step.operation = Operation::field; // read as any column is
    step.column = &column;
    step.is_open = expression.described() == nullptr;
    step.is_text = !step.is_open && !is_numeric(column.field.type);
    if (step.is_text) step.texts = TextSet(column);
    return step;
}

/// Whether a step keeps the sign of operands that are never negative. Tests give 0 or 1.
bool Program::stays_positive(const Step& step) const
{
    const auto is_positive = [&](std::size_t operand) { return steps_[operand].never_negative; };
    switch (step.operation) {
    case Operation::subtract:
    case Operation::negate: return false;
    case Operation::looked_up: return has_no_sign(step.lookup->field());
    case Operation::known_or:
        if (step.operands.size() == 1 && !step.numbers.empty() && step.numbers.front() < 0) return false;
        [[fallthrough]];
    case Operation::add:
    case Operation::multiply:
    case Operation::choose:
    case Operation::divide: return std::ranges::all_of(step.operands, is_positive);
    default: return true;
    }
}

Step Program::compile_field(const std::string& name) const
{
    Step step;
    step.operation = Operation::field;
    step.column = dataset_->column(name);
    if (step.column != nullptr) {
        step.is_text = !is_numeric(step.column->field.type);
        if (step.is_text) step.texts = TextSet(*step.column);
        step.never_negative = has_no_sign(step.column->field);
        return step;
    }
    step.state = State::no_column;
    step.never_negative = true; // no table has it: nothing is added at all
    const Schema& schema = dataset_->schema();
    if (const Field* const field = schema.field(name)) {
        step.is_text = !is_numeric(field->type);
        step.texts = TextSet(*field);
    } else if (const FieldFamily* const family = schema.family_of(name)) {
        step.is_text = !is_numeric(family->type);
    } else {
        std::vector<std::string> names;
        for (const Field& known : schema.fields) names.push_back(known.id);
        for (const Column& column : dataset_->columns()) names.push_back(column.field.id);
        throw_unknown_field(name, schema, names);
    }
    return step;
}

void Program::check_kinds(Step& step, const Expression& expression) const
{
    switch (expression.operation) {
    case Operation::known: return;
    case Operation::banded: prepare_bands(step, expression); return;
    case Operation::choose: prepare_choice(step, expression); return;
    case Operation::period: prepare_period(step, expression); return;
    case Operation::looked_up: prepare_lookup(step, *expression.lookup); return;
    case Operation::in_state:
        for (const Constant& value : expression.constants) {
            const auto* const name = std::get_if<std::string>(&value);
            const auto state = name != nullptr ? state_of(*name) : std::nullopt;
            if (!state) fail_program("BIL-694", {expression.text()});
            step.true_of_state.at(static_cast<std::size_t>(*state)) = true;
        }
        return;
    case Operation::equal:
    case Operation::not_equal:
    case Operation::one_of: break;
    case Operation::known_or:
        if (step.operands.size() == 1) break;
        if (wants_texts(step, expression)) join_texts(step, step.operands[0], step.operands[1]);
        return;
    default:
        for (std::size_t at = 0; at < step.operands.size(); ++at)
            refuse_text(step.operands[at], *expression.operands[at]);
        return;
    }
    if (wants_texts(step, expression)) {
        prepare_text_test(step, expression);
        return;
    }
    for (const Constant& value : expression.constants) {
        const Step constant = compile_constant(value);
        if (constant.state == State::value) step.numbers.push_back(constant.numbers.front());
    }
    std::ranges::sort(step.numbers);
    if (expression.operation == Operation::known_or && step.numbers.empty())
        fail_program("BIL-693", {expression.text()});
}

void Program::prepare_bands(Step& step, const Expression& expression) const
{
    if (steps_[step.operands.front()].is_text) fail_program("BIL-692", {expression.operands.front()->text()});
    const std::size_t bounds = expression.constants.size() / 2;
    step.is_text = true;
    for (std::size_t at = 0; at < bounds; ++at) step.numbers.push_back(std::get<double>(expression.constants[at]));
    for (std::size_t at = bounds; at < expression.constants.size(); ++at)
        step.same_text.push_back(step.texts.id_of(std::get<std::string>(expression.constants[at])));
    step.texts.set_ordered();
}

/// Each different text of a key is looked for once, whatever the number of rows.
void Program::prepare_lookup(Step& step, const Lookup& lookup) const
{
    step.lookup = &lookup;
    step.is_text = lookup.is_text();
    step.texts = lookup.texts();
    step.key_codes.resize(step.operands.size());
    for (std::size_t key = 0; key < step.operands.size(); ++key) {
        const Step& operand = steps_[step.operands[key]];
        if (operand.is_open) continue; // nothing is looked for
        if (operand.is_text != lookup.index().is_text(key)) fail_program("BIL-693", {lookup.field().id});
        if (!operand.is_text) continue;
        std::vector<std::uint32_t>& codes = step.key_codes[key];
        codes.resize(operand.texts.size());
        for (std::uint32_t id = 0; id < codes.size(); ++id) codes[id] = lookup.index().code(key, operand.texts.at(id));
    }
}

/// A register is free again after the last step that reads it, so that memory follows the depth of an expression and
/// not its length.
void Program::share_registers()
{
    std::vector<std::size_t> last_use(steps_.size());
    for (std::size_t at = 0; at < steps_.size(); ++at) {
        last_use[at] = at;
        for (const std::size_t operand : steps_[at].operands) last_use[operand] = at;
    }
    last_use.back() = steps_.size();
    std::vector<std::size_t> free;
    for (std::size_t at = 0; at < steps_.size(); ++at) {
        if (free.empty()) {
            registers_.push_back(std::make_unique<Register>());
            free.push_back(registers_.size() - 1);
        }
        steps_[at].slot = free.back();
        free.pop_back();
        const std::set<std::size_t> read(steps_[at].operands.begin(), steps_[at].operands.end());
        for (const std::size_t operand : read)
            if (last_use[operand] == at) free.push_back(steps_[operand].slot);
        if (last_use[at] == at) free.push_back(steps_[at].slot);
    }
}

} // namespace bilan::data
