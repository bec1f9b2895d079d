// SPDX-License-Identifier: MPL-2.0
//
// An expression made ready for one dataset: its steps in the order of computing, each run over a block of rows at a
// time. Inner header of data/. A program belongs to one thread.
#pragma once

#include "data/dataset.hpp"
#include "data/expression.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace bilan::data {

inline constexpr std::size_t block_rows = 1024;

/// The states of two operands to that of a calculation that needs both; a table, because it is asked for every row.
inline constexpr auto states_of_both = [] {
    std::array<std::array<State, state_count>, state_count> table{};
    for (std::size_t left = 0; left < state_count; ++left)
        for (std::size_t right = 0; right < state_count; ++right) {
            const State first = static_cast<State>(left);
            const State second = static_cast<State>(right);
            const bool applies = first != State::not_applicable && second != State::not_applicable;
            table[left][right] = !applies ? State::not_applicable : first != State::value ? first : second;
        }
    return table;
}();

[[nodiscard]] constexpr State state_of_both(State left, State right)
{
    return states_of_both[static_cast<std::size_t>(left)][static_cast<std::size_t>(right)];
}

/// What an expression is for each row of a block: numbers or ids of texts, and states. Where a state is not `value`
/// the number is harmless and the id must not be looked up.
struct Block {
    const double* numbers = nullptr;
    const std::uint32_t* ids = nullptr;
    const State* states = nullptr;
    bool are_whole = false; ///< known of the column that gives them (Column::are_whole)
};

/// The texts behind the ids of a text expression: those of a column, then those that the expression adds.
class TextSet {
public:
    TextSet() = default;
    explicit TextSet(const Column& column) : field_(&column.field), dictionary_(column.dictionary) {}
    explicit TextSet(const Field& field) : field_(&field) {}

    [[nodiscard]] std::size_t size() const { return of_column() + further_.size(); }
    /// Adds a text that is not there; gives its id.
    std::uint32_t add(std::string_view text);
    [[nodiscard]] std::string_view at(std::uint32_t id) const
    {
        return id < of_column() ? dictionary_->at(id) : std::string_view(further_[id - of_column()]);
    }
    /// The id of a text, added when it is not there.
    std::uint32_t id_of(std::string_view text);
    /// Texts that come in the order of their ids: bands of numbers.
    [[nodiscard]] bool is_ordered() const { return is_ordered_; }
    void set_ordered() { is_ordered_ = true; }
    [[nodiscard]] bool is_list() const { return field_ != nullptr && field_->type == FieldType::choices; }
    /// The field the texts are values of; null when they are of none.
    [[nodiscard]] const Field* field() const { return field_; }

private:
    [[nodiscard]] std::size_t of_column() const { return dictionary_ ? dictionary_->size() : 0; }

    const Field* field_ = nullptr;
    std::shared_ptr<const TextPool> dictionary_;
    std::vector<std::string> further_;
    bool is_ordered_ = false;
};

/// Room for the results of one step.
struct Register {
    std::array<double, block_rows> numbers{};
    std::array<std::uint32_t, block_rows> ids{};
    std::array<State, block_rows> states{};
};

struct Step {
    Operation operation = Operation::constant;
    bool is_text = false;
    bool is_open = false;              ///< without any value: number or text, as what it meets wants
    std::vector<std::size_t> operands; ///< earlier steps
    const Column* column = nullptr;    ///< of a field that some table has
    State state = State::value;        ///< of a constant, and of a field that no table has
    std::vector<double> numbers;       ///< constants; those of `one_of` ascending
    std::uint32_t text = 0;            ///< id of a constant text
    bool tests_texts = false;
    std::vector<std::uint8_t> true_of_text; ///< a test made once per text: its outcome by id
    std::vector<std::uint32_t> same_text;   ///< two texts compared or joined: the left id of each right id
    bool is_turned = false;                 ///< of a choice: its texts are those of the last operand first
    std::array<bool, state_count> true_of_state{};
    bool never_negative = false;                       ///< as far as the types of its fields say
    const Lookup* lookup = nullptr;                    ///< of a field of another dataset
    std::vector<std::vector<std::uint32_t>> key_codes; ///< of a lookup: codes by text id, for each text key
    TextSet texts;
    std::size_t slot = 0; ///< the register it writes to
};

class Program {
public:
    /// Throws base::Error (exit 6) for a name that is no field of the schema and for a text where a number is wanted.
    /// The dataset must outlive the program.
    Program(const Dataset& dataset, const Expression& expression);

    [[nodiscard]] bool is_text() const { return steps_.back().is_text; }
    /// True when nothing but a count, an amount or a rate can come out, as far as the types of its fields say.
    [[nodiscard]] bool is_never_negative() const { return steps_.back().never_negative; }
    /// The texts of a text program.
    [[nodiscard]] const TextSet& texts() const { return steps_.back().texts; }
    /// Good until the next call. REQUIRES: at most `block_rows` rows, ascending, at least one.
    [[nodiscard]] Block run(std::span<const std::uint32_t> rows);

private:
    std::size_t compile(const Expression& expression);
    Step compile_field(const std::string& name) const;
    friend void require_number(const Program& program, const Expression& expression);
    void refuse_text(std::size_t step, const Expression& operand) const;
    void check_kinds(Step& step, const Expression& expression) const;
    Step compile_stored(const Expression& expression) const;
    [[nodiscard]] bool wants_texts(const Step& step, const Expression& expression) const;
    [[nodiscard]] bool chooses_texts(const Step& step, const Expression& expression) const;
    void prepare_choice(Step& step, const Expression& expression) const;
    void prepare_bands(Step& step, const Expression& expression) const;
    void prepare_period(Step& step, const Expression& expression) const;
    void prepare_lookup(Step& step, const Lookup& lookup) const;
    [[nodiscard]] bool stays_positive(const Step& step) const;
    void join_texts(Step& step, std::size_t left, std::size_t right) const;
    void prepare_text_test(Step& step, const Expression& expression) const;
    void share_registers();
    Block run(const Step& step, std::span<const std::uint32_t> rows);
    Block fold_operands(const Step& step, std::size_t rows);

    const Dataset* dataset_;
    std::vector<Step> steps_;
    std::unordered_map<const Expression*, std::size_t> compiled_;
    std::vector<std::unique_ptr<Register>> registers_;
    std::vector<Block> blocks_; ///< by step
};

/// Calls `take(rows of a block)` over all rows.
template <class Take>
void for_each_block(std::span<const std::uint32_t> rows, Take take)
{
    for (std::size_t at = 0; at < rows.size(); at += block_rows)
        take(rows.subspan(at, rows.size() - at < block_rows ? rows.size() - at : block_rows));
}

/// The rows for which a condition is true, in order. Throws base::Error for a text.
[[nodiscard]] std::vector<std::uint32_t> rows_where(const Dataset& dataset, const Expression& condition,
                                                    std::span<const std::uint32_t> rows);

/// Throws base::Error (exit 6) when an expression is a text.
void require_number(const Program& program, const Expression& expression);

/// Throws base::Error (exit 6) that names the nearest of `names`.
[[noreturn]] void throw_unknown_field(std::string_view name, const Schema& schema, std::span<const std::string> names);

} // namespace bilan::data
