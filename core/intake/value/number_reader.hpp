// SPDX-License-Identifier: MPL-2.0
//
// Counts, amounts in euros and other numbers. One column, one thread.
#pragma once

#include "intake/value/header_unit.hpp"
#include "intake/value/number_column.hpp"
#include "intake/value/value_reader.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace bilan::intake {

class NumberReader final : public ValueReader {
public:
    explicit NumberReader(const ColumnContext& context);

    void show_text(std::string_view text) override;
    void show_number(const Cell& cell) override;
    [[nodiscard]] Reading read_text(std::size_t index, std::string_view text) override;
    void meet_again(std::size_t index) override;
    [[nodiscard]] Reading read_cell(const Cell& cell) override;
    [[nodiscard]] std::optional<double> plain_number(const Cell& cell) const override;
    [[nodiscard]] std::vector<Note> column_notes() const override;

private:
    [[nodiscard]] bool is_masked(const NumberText& number) const;
    [[nodiscard]] Reading read_clear(const NumberText& number, bool is_settled_by_column, std::string_view text);
    [[nodiscard]] std::optional<Note> conversion_of(const NumberText& number, std::string_view text,
                                                    double value) const;
    [[nodiscard]] bool are_euros(double written);
    /// Of an amount whose unit nothing says.
    void show_amount(double amount);
    [[nodiscard]] bool may_be_thousands(double amount) const;
    [[nodiscard]] bool may_be_of_multiple(double amount) const;
    [[nodiscard]] std::optional<Note> doubt_of_size(double amount) const;
    /// `written` below « k€ » or « en milliers » is of another size than the others.
    [[nodiscard]] Note too_large(std::string shown, double written) const;
    [[nodiscard]] Reading judged(double value, std::optional<Note> note) const;
    [[nodiscard]] Reading read_formatted(const Cell& cell) const;
    [[nodiscard]] bool counts() const { return context_.field->type == data::FieldType::count; }
    [[nodiscard]] bool is_money() const { return context_.field->type == data::FieldType::euro; }

    const ColumnContext& context_;
    HeaderUnit unit_;
    NumberColumn texts_;
    std::size_t multiplied_ = 0;             ///< cells
    std::set<std::size_t> multiplied_texts_; ///< the numbers of those that hold a text
    struct Scale {
        std::size_t small = 0; ///< amounts above 0 and below a thousand
        std::size_t large = 0;
        double least_large = 0;
        double most = 0;
        double factor = 1;             ///< of the amounts with a unit of their own, the greatest
    } scale_;                          ///< of the amounts whose unit nothing says
    std::vector<double> amounts_;      ///< as written below « k€ », until the first is read
    std::optional<double> from_euros_; ///< amounts from here on are euros; nothing: not looked for yet
};

/// Days from which a number in a date format is taken for a real date (1908); smaller ones are counts in the wrong
/// format.
inline constexpr double first_real_date = 3000;

} // namespace bilan::intake
