// SPDX-License-Identifier: MPL-2.0
//
// Which rows stand above and below the labels of a header as its groups and sub-labels.
#include "intake/table/header_rows.hpp"

#include "base/text.hpp"
#include "intake/row/adding_up.hpp"
#include "intake/table/period_words.hpp"
#include "intake/table/technical_rows.hpp"
#include "intake/table/title_rows.hpp"
#include "intake/value/vocabulary_index.hpp"

#include <cmath>
#include <set>
#include <string_view>

namespace bilan::intake {

namespace {

/// The next row says the same in half of the columns, as records of one action or one contract do, and as no record
/// does below its header.
bool is_like_next(const SheetView& view, const Strip& strip, std::uint32_t row)
{
    if (row + 1 >= strip.lines.size()) return false;
    std::uint32_t alike = 0;
    for (std::uint32_t column = strip.first_column; column <= strip.last_column; ++column)
        if (view.is_filled(row, column) && view.label(row, column) == view.label(row + 1, column)) ++alike;
    return alike * 2 >= strip.lines[row].filled;
}

/// « Exercice », « Année de programmation ».
bool asks_for_year(std::string_view label)
{
    const std::string folded = base::fold(label);
    return folded.starts_with("exercice") || folded.starts_with("annee");
}

enum class Value : std::uint8_t { none, text, term };

/// What the cell is for a field that has the label above for its very name: a term of its vocabulary, or any text.
Value value_below(const Lexicon& lexicon, std::string_view above, std::string_view cell)
{
    const HeaderWords label = read_header(above);
    std::set<std::string_view> tried;
    Value found = Value::none;
    for (const SchemaIndex& schema : lexicon.schemas())
        for (const Term& term : schema.terms) {
            if (term.folded != label.folded) continue;
            const data::Field& field = schema.schema->fields[term.field];
            if (field.type == data::FieldType::text) found = Value::text;
            if (field.vocabulary.empty() || !tried.insert(field.vocabulary).second) continue;
            if (VocabularyIndex(lexicon.domain().vocabulary(field.vocabulary)).find(cell) != nullptr)
                return Value::term;
        }
    return found;
}

} // namespace

/// The cell stands over more than one column of the row below.
bool HeaderScout::spreads(std::uint32_t row, std::uint32_t column, std::uint32_t below) const
{
    if (const CellRange* merge = view_->merge_from(row, column)) return merge->last_column > column;
    return !view_->is_filled(row, column + 1) && view_->is_filled(below, column) && view_->is_filled(below, column + 1);
}

/// « Dépenses » right above « Actions » at the end of the labels: some field is called so.
bool HeaderScout::is_group_of_one(std::uint32_t row, std::uint32_t column, std::uint32_t below) const
{
    const bool stands_above = view_->is_filled(below, column) && !view_->is_filled(below, column + 1);
    return stands_above &&
           lexicon_->knows(read_header(view_->label(row, column) + " / " + view_->label(below, column)));
}

bool HeaderScout::goes_on_above(const Strip& strip, std::uint32_t row, std::uint32_t below) const
{
    const Line& line = strip.lines[row];
    if (row == 0 || line.filled < 2 || strip.lines[below].last <= line.last) return false;
    const Line& above = strip.lines[row - 1];
    const bool is_whole = line.last - line.first + 1 == line.filled;
    const bool is_same = above.filled == line.filled && above.first == line.first && above.last == line.last;
    if (!is_whole || !is_same || line.first > strip.lines[below].first) return false;
    for (std::uint32_t column = line.first; column <= line.last; ++column)
        if (view_->merge_from(row, column) != nullptr || view_->merge_from(row - 1, column) != nullptr) return false;
    return true;
}

bool HeaderScout::is_group_row(const Strip& strip, std::uint32_t row, std::uint32_t below)
{
    const Line& line = strip.lines[row];
    const Line& labels = strip.lines[below];
    if (line.filled == 0 || !is_all_words(strip, row) || is_technical_row(strip, row)) return false;
    if (goes_on_above(strip, row, below)) return false;
    if (line.filled == 1) {
        const CellRange* merge = view_->merge_from(row, line.first);
        if (merge != nullptr) {
            const bool covers_all = merge->first_column <= labels.first && merge->last_column >= labels.last;
            const bool is_tall = merge->last_row >= below;
            // Alone and from the first column on, it is the title of the sheet, unless it is a heading we know.
            // « Programmation 2022 » is one too: the year is that of the whole sheet.
            const bool says_year = !read_header(view_->label(row, line.first)).years.empty();
            const bool is_title = merge->first_column <= labels.first && (says_year || !is_known(row, line.first));
            return is_tall || (merge->last_column > merge->first_column && !covers_all && !is_title);
        }
        return line.first > labels.first &&
               (spreads(row, line.first, below) || is_group_of_one(row, line.first, below));
    }
    if (is_row_of_titles(*view_, line, labels, row, below)) return false;
    for (std::uint32_t column = line.first; column <= line.last; ++column) {
        const std::string label = view_->label(row, column);
        // « Porteur : » beside its answer stands over the first labels; « Action : » over none is a label itself.
        const CellRange* const merge = view_->merge_from(row, column);
        const bool is_wide = merge != nullptr && merge->last_column > column; // « QPV : » over « F » and « H »
        const bool is_caption = base::trim(label).ends_with(':') && view_->is_filled(below, column) && !is_wide;
        if (is_caption || label.size() > longest_header) return false;
    }
    return true;
}

/// Nothing but titles merged over several columns: the labels can only stand below them.
bool HeaderScout::is_row_of_groups(const Strip& strip, std::uint32_t row, std::uint32_t below) const
{
    const Line& line = strip.lines[row];
    if (line.filled < 2 || strip.lines[below].filled < line.filled * 2) return false;
    for (std::uint32_t column = line.first; column <= line.last; ++column) {
        if (!view_->is_filled(row, column)) continue;
        const CellRange* merge = view_->merge_from(row, column);
        if (merge == nullptr || merge->last_column == column || merge->last_row != row) return false;
    }
    return true;
}

/// Under the first label, which stands over nothing else, while no other label is merged down to the row.
bool HeaderScout::is_alone_below_a_label(const Strip& strip, std::uint32_t row, std::uint32_t above) const
{
    const std::uint32_t first = strip.lines[row].first;
    const Line& labels = strip.lines[above];
    if (first != labels.first || spreads(above, first, row)) return false;
    for (std::uint32_t column = first + 1; column <= labels.last; ++column)
        if (const CellRange* merge = view_->merge_from(above, column); merge != nullptr && merge->last_row >= row)
            return false;
    return true;
}

/// « infra 3 », « 3 », « 4 » below « Niveau »: nothing but what titles over several columns are made of, while the
/// columns of the other labels are empty, as those of no record are. Where no merge says how far a title reaches, one
/// of them must be a label that is known.
bool HeaderScout::is_below_groups_only(const Strip& strip, std::uint32_t row, std::uint32_t above)
{
    const Line& line = strip.lines[row];
    if (line.filled < 2 || line.texts == 0) return false;
    bool has_other_label = false;
    bool is_merged = true;
    bool in_spread = false;
    for (std::uint32_t column = strip.first_column; column <= strip.last_column; ++column) {
        const bool is_label = view_->is_filled(above, column);
        const CellRange* const merge = view_->merge_from(above, column);
        if (is_label) in_spread = spreads(above, column, row) && (merge == nullptr || merge->last_row == above);
        has_other_label = has_other_label || (is_label && !in_spread);
        if (!view_->is_filled(row, column)) continue;
        if (!in_spread || says_unknown(row, column)) return false;
        is_merged = is_merged && (!is_label || merge != nullptr);
    }
    return has_other_label && (is_merged || known_in(strip, row) > 0);
}

/// Every label above that does not stand over several columns is merged down to the row, which holds nothing but what
/// the others stand over: « 3 | 4 | 5 » below « Niveau de formation », beside « Structure » merged over both rows. No
/// record begins inside its own header.
bool HeaderScout::is_beside_tall_labels(const Strip& strip, std::uint32_t row, std::uint32_t above) const
{
    bool has_tall = false;
    std::uint32_t covered = 0; // columns before this one stand under what was merged
    for (std::uint32_t column = strip.first_column; column <= strip.last_column; ++column) {
        bool is_tall = false;
        if (view_->is_filled(above, column)) {
            const CellRange* const merge = view_->merge_from(above, column);
            is_tall = merge != nullptr && merge->last_row >= row;
            if (!is_tall && (merge == nullptr || merge->last_column == column)) return false;
            has_tall = has_tall || is_tall;
            if (!is_tall) covered = merge->last_column + 1;
        }
        if (view_->is_filled(row, column) && column >= covered) return false;
    }
    return has_tall && strip.lines[row].filled > 0;
}

/// « 3 | 4 | 5 » alone below « Niveau de formation », also where no merge says how far it reaches: one by one from the
/// lowest level to the highest, where a record would have a name.
bool HeaderScout::are_levels_below_their_title(const Strip& strip, std::uint32_t row, std::uint32_t above) const
{
    constexpr double lowest_level = 3;
    constexpr double highest_level = 8;
    const Line& line = strip.lines[row];
    if (line.filled < 2 || line.last - line.first + 1 != line.filled || line.first == strip.lines[above].first)
        return false;
    if (!view_->is_filled(above, line.first) || !spreads(above, line.first, row)) return false;
    const HeaderWords title = read_header(view_->label(above, line.first));
    if (title.tokens.empty() || title.tokens.front() != "niveau") return false;
    double before = 0;
    for (std::uint32_t column = line.first; column <= line.last; ++column) {
        const std::optional<double> level = number_at(*view_, row, column);
        const bool is_next =
            level && (before == 0 ? *level >= lowest_level : *level == before + 1) && *level <= highest_level;
        if (!is_next || *level != std::floor(*level)) return false;
        if (column > line.first && view_->is_filled(above, column)) return false;
        before = *level;
    }
    return true;
}

/// « Structure | Femmes | infra 3 | 3 | 4 », where « Niveau de formation » stands above the last three: known labels,
/// and digits that are some below a title over several columns only.
bool HeaderScout::has_digits_below_groups(const Strip& strip, std::uint32_t row, std::uint32_t above)
{
    constexpr double highest_level = 9;
    const Line& line = strip.lines[row];
    if (line.numbers == 0 || known_in(strip, row) < 2) return false;
    bool in_spread = false;
    for (std::uint32_t column = strip.first_column; column <= line.last; ++column) {
        if (view_->is_filled(above, column)) in_spread = spreads(above, column, row);
        if (!view_->is_filled(row, column)) continue;
        if (says_unknown(row, column)) return false;
        if (!view_->is_number(row, column) || view_->is_year(row, column)) continue;
        const std::optional<double> digit = number_at(*view_, row, column);
        if (!in_spread || !digit || *digit < 1 || *digit > highest_level || *digit != std::floor(*digit)) return false;
    }
    return true;
}

bool HeaderScout::is_sub_header(const Strip& strip, std::uint32_t row, std::uint32_t above)
{
    const Line& line = strip.lines[row];
    if (is_beside_tall_labels(strip, row, above) || are_levels_below_their_title(strip, row, above)) return true;
    // « T1 » to « T4 », « Q1 » to « Q4 » below a title number its columns, and not those of the table.
    const bool is_technical = is_technical_row(strip, row);
    if (is_below_groups_only(strip, row, above) && (!is_technical || is_numbering_row(*view_, strip.lines, row)))
        return true;
    const bool is_words = is_all_words(strip, row) || has_digits_below_groups(strip, row, above);
    if (line.filled == 0 || !is_words || is_technical) return false;
    if (line.filled == 1 && !is_known(row, line.first)) return false; // the title of the first group of records
    if (line.filled == 1 && line.first == strip.lines[above].first &&
        is_title_of_year(base::fold(view_->label(row, line.first))))
        return false; // « Année 2024 »: the title of the records of a year
    if (line.filled == 1 && is_alone_below_a_label(strip, row, above)) return false; // « CAF »: the title of its grants
    std::uint32_t under = 0;
    std::uint32_t clash = 0;
    std::uint32_t years = 0;
    std::uint32_t totals = 0;
    std::uint32_t terms = 0;  // of vocabularies of the labels right above
    std::uint32_t values = 0; // those, and texts below labels of texts
    std::uint32_t units = 0;  // « (€) » below the label of one column adds to it
    bool in_spread = false;
    for (std::uint32_t column = strip.first_column; column <= strip.last_column; ++column) {
        const bool above_filled = view_->is_filled(above, column);
        if (above_filled) in_spread = spreads(above, column, row);
        if (!view_->is_filled(row, column)) continue;
        if (above_filled && !euros_said(view_->label(row, column)).empty())
            ++units;
        else if (!above_filled || in_spread)
            ++under;
        else {
            ++clash;
            const Value value = value_below(*lexicon_, view_->label(above, column), view_->label(row, column));
            if (value == Value::term) ++terms;
            if (value == Value::term || (value == Value::text && !is_known(row, column))) ++values;
        }
        if (above_filled && !in_spread && view_->is_year(row, column) && asks_for_year(view_->label(above, column)))
            return false; // « 2024 » below « Exercice » is the year of a record
        if (view_->is_number(row, column)) ++years;
        if (view_->word(row, column) == Word::total) ++totals; // without any number it can only be a label
    }
    const std::uint32_t known = known_in(strip, row) + years + totals;
    // Groups of a single column stand right above their label: then most labels must be known ones, or it is a record.
    if (under == 0 || clash > under) {
        // « CAF », « droit commun », « Emploi » below « Financeur », « Nature », « Pilier »: a record without a number.
        if (terms >= 2 && values * 2 >= clash) return false;
        const bool is_known_enough = known >= 2 ? known * 2 >= line.filled : known == line.filled;
        return is_known_enough && line.filled < strip.lines[above].filled && !is_like_next(*view_, strip, row);
    }
    if (known >= 1 && known * 3 >= line.filled - units) return true;
    return contrast(strip, row) * 2 >= line.filled || over_crosses(strip, row) * 2 >= line.filled ||
           (clash == 0 && is_row_of_groups(strip, above, row));
}

} // namespace bilan::intake
