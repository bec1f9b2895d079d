// SPDX-License-Identifier: MPL-2.0
//
// The signs by which a row shows what it is. Reads one table; one thread.
#pragma once

#include "base/openings.hpp"
#include "intake/row/rows.hpp"
#include "intake/value/vocabulary_index.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace bilan::intake {

struct Sign {
    RowKind kind = RowKind::record;
    std::uint32_t column = 0;
};

/// Whether a row goes on with the record above.
enum class Continues : std::uint8_t { no, perhaps, yes };

class RowSigns {
public:
    explicit RowSigns(const RowInput& input);

    /// Only `--`, or nothing but a number of order, or prefilled zeros.
    [[nodiscard]] bool is_filler(std::uint32_t row) const;
    [[nodiscard]] bool repeats_header(std::uint32_t row) const;
    /// A text that says total, note, source, example.
    [[nodiscard]] std::optional<Sign> marked(std::uint32_t row) const;
    /// « Ensemble PRE », « 3 projets soutenus » beside numbers, and no title or no holder: the column of that text.
    [[nodiscard]] std::optional<std::uint32_t> whole_label(std::uint32_t row) const;
    /// « Pour mémoire : … », « PM »: what is counted elsewhere. The column of that text.
    [[nodiscard]] std::optional<std::uint32_t> memory_label(std::uint32_t row) const;
    /// « dont … » beside numbers.
    [[nodiscard]] bool says_part(std::uint32_t row) const;
    /// « dont … » with numbers, none greater than in the row above: the column of that text.
    [[nodiscard]] std::optional<std::uint32_t> part_label(std::uint32_t row, std::uint32_t above) const;
    /// « - forum de printemps », with numbers: the column of that text.
    [[nodiscard]] std::optional<std::uint32_t> dash_label(std::uint32_t row) const;
    /// « 1 | PILIER 1 - COHÉSION SOCIALE » and nothing else, above a record: the column of that text.
    [[nodiscard]] std::optional<std::uint32_t> numbered_title(std::uint32_t row) const;
    /// « Rappel 2024 », or below a total « Pour mémoire » without a year: the column of that text.
    [[nodiscard]] std::optional<std::uint32_t> other_period_label(std::uint32_t row, bool is_below_total) const;
    /// « Objectif », « Cible 2025 » beside numbers and no other text: the column of that text.
    [[nodiscard]] std::optional<std::uint32_t> aim_label(std::uint32_t row) const;
    /// « Total 2022 », which stands below another total, of rows that are of no year.
    [[nodiscard]] std::optional<std::uint32_t> recalled_total_label(std::uint32_t row) const;
    /// « % » or nothing beside shares of the total above: the column of that text, else of the first share. Where no
    /// total is above, only « % » beside nothing but shares.
    [[nodiscard]] std::optional<std::uint32_t> share_label(std::uint32_t row, bool is_below_total) const;
    /// One text that names a group of records: « PILIER COHÉSION SOCIALE ».
    [[nodiscard]] bool is_title(std::uint32_t row) const;
    /// « AXE 1 - Emploi », « Cadre de vie (2 actions) », « QPV Bellevue »: a text that names pillars, axes, quarters.
    [[nodiscard]] bool names_group(std::uint32_t row, std::uint32_t column) const;
    /// False for nearly every text that does not; looks at two letters.
    [[nodiscard]] bool may_name_group(std::uint32_t row, std::uint32_t column) const;
    /// The one text of a row that says something, beside « I », « Axe 2 » and « 3 actions »; nothing when there are
    /// more.
    [[nodiscard]] std::optional<std::uint32_t> only_label(std::uint32_t row) const;
    /// The columns that name a record: title, holder, number; ascending.
    [[nodiscard]] const std::vector<std::uint32_t>& naming_columns() const { return named_; }
    /// A title that speaks of something else than pillars: « Quartier Bellevue ».
    [[nodiscard]] bool is_foreign_title(std::uint32_t row, std::uint32_t column) const;
    /// One text that names nothing: below a blank row, above a repeated header, or where no record is named.
    [[nodiscard]] bool is_lone_title(std::uint32_t row) const;
    [[nodiscard]] Continues continues(std::uint32_t row, std::uint32_t record) const;
    /// Below an action whose name is merged over this row too, each row of the merge says another quarter of it, and
    /// nothing else.
    [[nodiscard]] bool lists_more(std::uint32_t row, std::uint32_t record) const;
    /// A lone text below the table.
    [[nodiscard]] bool is_remark(std::uint32_t row) const;

private:
    template <class Says>
    [[nodiscard]] std::optional<std::uint32_t> label_that(std::uint32_t row, Says says) const;
    [[nodiscard]] bool is_line_mark(std::uint32_t row, std::uint32_t column) const;
    [[nodiscard]] std::optional<Sign> total_sign(std::uint32_t row, std::uint32_t column, Word word) const;
    [[nodiscard]] bool remarks_on_number(std::uint32_t row, std::uint32_t column) const;
    [[nodiscard]] bool is_called_ensemble(std::uint32_t row, std::uint32_t column) const;
    /// Whatever names a record is filled: title and holder.
    [[nodiscard]] bool names_all(std::uint32_t row) const;
    [[nodiscard]] std::uint32_t other_texts(std::uint32_t row, std::uint32_t column) const;
    [[nodiscard]] bool is_known_group(const std::string& folded) const;
    /// « Cadre de vie », also behind « II. » or « 2 - ».
    [[nodiscard]] bool is_numbered_group(const std::string& folded) const;
    [[nodiscard]] bool is_funder(std::uint32_t column, const std::string& label) const;
    [[nodiscard]] bool goes_on_below(std::uint32_t row, std::uint32_t record) const;
    [[nodiscard]] bool has_place_to_go_on(std::uint32_t row, std::uint32_t record) const;
    [[nodiscard]] bool has_only_lost_texts(std::uint32_t row, std::uint32_t record) const;
    [[nodiscard]] bool is_closed(std::uint32_t row, std::uint32_t record, std::uint32_t column) const;
    [[nodiscard]] bool is_named(std::uint32_t column) const;
    [[nodiscard]] bool is_free_text(std::uint32_t column) const;

    const RowInput* input_;
    VocabularyIndex funders_;                       ///< « CAF » alone in its row is a title
    std::optional<std::uint32_t> order_column_;     ///< « N° »: a number of order
    std::vector<std::uint32_t> first_columns_;      ///< the columns that name a record, from the left
    std::vector<std::uint32_t> named_;              ///< those whose field names one: title, holder, number; ascending
    std::optional<std::uint32_t> title_column_;     ///< of these, that of the title
    std::optional<std::uint32_t> indicator_column_; ///< « Taux de pauvreté » there is a record
    std::vector<std::uint32_t> free_texts_;         ///< those of a text that names no record: remarks, needs
    std::map<std::uint32_t, data::Field> closed_;   ///< of terms, answers, numbers
    std::vector<std::uint32_t> lists_;              ///< those of several terms in one cell: quarters
    std::vector<std::vector<std::string>> labels_;  ///< folded header texts per column of the block
    std::unordered_set<std::string> group_names_;   ///< folded names of pillars
    base::Openings group_openings_;                 ///< of these, and of the words that open the name of a group
};

} // namespace bilan::intake
