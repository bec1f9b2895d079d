// SPDX-License-Identifier: MPL-2.0
#include "intake/orientation.hpp"

#include "base/text.hpp"
#include "intake/header/families.hpp"
#include "intake/header/label_path.hpp"
#include "intake/table/period_words.hpp"
#include "intake/table/technical_rows.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bilan::intake {

namespace {

/// Known labels down the first columns, and how many columns of values stand beside them.
struct SideLabels {
    std::uint32_t lines = 0; ///< rows with something beside the first cell
    std::uint32_t known = 0;
    std::uint32_t texts = 0;
    std::uint32_t values = 0;
};

/// Known labels of a row, each counted once: « CAF », « Région », « CAF » beside « Financeur » are values.
std::uint32_t distinct_known(const SheetView& view, HeaderScout& scout, const Line& line, std::uint32_t row)
{
    std::set<TextPool::Id> seen;
    // « Exercice 2022 » beside « Exercice 2023 » are values of records that run across, and no fields.
    for (std::uint32_t column = line.first; line.filled > 0 && column <= line.last; ++column)
        if (view.is_text(row, column) && !is_title_of_year(base::fold(view.label(row, column))) &&
            scout.is_known(row, column))
            seen.insert(view.at(row, column).text());
    return static_cast<std::uint32_t>(seen.size());
}

/// « Montant accordé » over numbers, beside « Financeur »: a long table, where a card has the amounts beside each
/// other.
bool heads_amounts(const SheetView& view, std::uint32_t row, std::uint32_t column)
{
    constexpr std::array<std::string_view, 18> words{"montant",    "accorde", "demande", "subvention",   "realise",
                                                     "prevu",      "vote",    "notifie", "previsionnel", "mandate",
                                                     "engage",     "verse",   "paye",    "droit commun", "credit",
                                                     "specifique", "budget",  "depense"};
    const std::string label = base::fold(view.label(row, column));
    const bool is_account = label == "bp" || label == "ca"; // of a year: « CA » over a number is nobody's name
    if (!is_account && std::ranges::none_of(words, [&](std::string_view word) { return label.starts_with(word); }))
        return false;
    constexpr std::uint32_t looked_at = 6; // amounts are written as texts, and some are not known yet
    std::uint32_t numbers = 0;
    for (std::uint32_t below = row + 1; below < std::min(view.rows(), row + 1 + looked_at); ++below)
        if (view.is_number(below, column) || looks(view.label(below, column)) == Looks::number)
            ++numbers;
        else if (looks(view.label(below, column)) == Looks::text)
            return false;
    return numbers >= 2;
}

/// « Financeur » beside « Dispositif », or beside years over « Prévu » and « Réalisé », with « Région » and « CAF »
/// right below it and none beside it.
bool stands_over_funders(const SheetView& view, const Lexicon& lexicon, const Line& line, std::uint32_t row)
{
    const auto names_funder = [&](std::uint32_t at, std::uint32_t column) {
        const HeaderWords words = read_header(view.label(at, column));
        return !words.tokens.empty() && (read_funder(lexicon, words) || !lexicon.named_funder(words).empty());
    };
    constexpr std::uint32_t looked_at = 2;
    for (std::uint32_t column = line.first + 1; column <= line.last; ++column)
        if (names_funder(row, column)) return false;
    std::uint32_t below = 0;
    bool has_levels = false;
    std::vector<std::uint32_t> texts(view.columns(), 0);
    for (std::uint32_t next = row + 1; next < view.rows() && below < looked_at; ++next) {
        if (!view.is_filled(next, line.first)) { // « Prévu » and « Réalisé » below a year
            for (std::uint32_t column = line.first + 1; column <= line.last && below == 0; ++column)
                has_levels = has_levels || view.is_text(next, column);
            continue;
        }
        if (!names_funder(next, line.first)) return false;
        ++below;
        for (std::uint32_t column = line.first + 1; column <= line.last; ++column)
            if (looks(view.label(next, column)) == Looks::text) ++texts[column];
    }
    // Nothing but amounts below years or titles of actions is a cross of both: it is read as its columns say.
    const bool has_texts = std::ranges::any_of(texts, [](std::uint32_t count) { return count == looked_at; });
    return below == looked_at && (has_levels || has_texts);
}

/// « Financeur » beside « Action »: a header, and the funders below it are values.
bool heads_funders(const SheetView& view, HeaderScout& scout, const Lexicon& lexicon, const Line& line,
                   std::uint32_t row, std::uint32_t column)
{
    constexpr std::size_t most_words = 4; // « Organisme financeur », « Nom du cofinanceur »
    const std::vector<std::string> words = read_header(view.label(row, column)).tokens;
    const bool names_funders = std::ranges::any_of(
        words, [](const std::string& word) { return word == "financeur" || word == "cofinanceur"; });
    if (!names_funders || words.size() > most_words) return false;
    if (line.first == column)
        return heads_amounts(view, row, column + 1) || stands_over_funders(view, lexicon, line, row);
    if (line.first > column) return false;
    for (std::uint32_t other = column + 1; other <= line.last; ++other)
        if (heads_amounts(view, row, other)) return true;
    return distinct_known(view, scout, line, row) >= 2;
}

/// Known labels of one column, also those that a group shared with others stands before: « Recruter - Testing ».
class LabelsOfColumn {
public:
    LabelsOfColumn(const SheetView& view, HeaderScout& scout, std::uint32_t column)
        : view_(&view), scout_(&scout), column_(column)
    {
        std::vector<std::string> labels;
        for (std::uint32_t row = 0; row < view.rows(); ++row)
            if (view.is_text(row, column)) labels.push_back(view.label(row, column));
        shared_ = shared_groups(labels);
    }
    [[nodiscard]] bool is_known(std::uint32_t row) const
    {
        return scout_->is_known_by_name(row, column_) ||
               (has_shared_group(row) && scout_->is_known_below_group(row, column_));
    }

private:
    [[nodiscard]] bool has_shared_group(std::uint32_t row) const
    {
        if (shared_.empty()) return false;
        const std::string label = view_->label(row, column_);
        const std::optional<LabelPath> path = label_path(label);
        return path && std::ranges::find(shared_, base::fold(path->group)) != shared_.end();
    }

    const SheetView* view_;
    HeaderScout* scout_;
    std::uint32_t column_;
    std::vector<std::string> shared_;
};

/// « dont QPV », « ... dont femmes », « - dont REP ».
bool says_part(const std::string& label)
{
    const std::string folded = base::fold(label);
    const std::size_t begin = folded.find_first_not_of(" .-\u2026\u2022>");
    return begin != std::string::npos && folded.compare(begin, 5, "dont ") == 0;
}

SideLabels side_labels(const SheetView& view, HeaderScout& scout, const Lexicon& lexicon, const Strip& strip,
                       std::uint32_t column)
{
    SideLabels side;
    const LabelsOfColumn labels(view, scout, column);
    std::set<TextPool::Id> seen; // values repeat, labels do not: « association » down a column is a value
    std::vector<std::uint32_t> filled(view.columns(), 0);
    bool is_top = true;
    bool is_below_known = false;
    for (std::uint32_t row = 0; row < view.rows(); ++row) {
        is_top = is_top && strip.lines[row].filled < 2;
        if (!view.is_filled(row, column) || is_top) continue; // a title is no label
        if (view.is_filled(row, column + 1)) ++side.lines;
        if (!view.is_text(row, column)) continue;
        if (heads_funders(view, scout, lexicon, strip.lines[row], row, column)) break;
        ++side.texts;
        const bool is_new = seen.insert(view.at(row, column).text()).second;
        // « dont QPV » below a known label is a label as often as it stands.
        const bool is_part = is_below_known && says_part(view.label(row, column));
        if (!is_part) is_below_known = is_new && labels.is_known(row);
        if (!is_below_known) continue;
        ++side.known;
        for (std::uint32_t other = column + 1; other < view.columns(); ++other)
            if (view.is_filled(row, other)) ++filled[other];
    }
    for (const std::uint32_t count : filled)
        if (count * 2 >= side.known && count >= 2) ++side.values;
    return side;
}

/// Columns that hold numbers and texts: most of them, where records run across the sheet.
bool are_columns_mixed(const SheetView& view, std::uint32_t from_row)
{
    std::uint32_t mixed = 0;
    std::uint32_t columns = 0;
    for (std::uint32_t column = 1; column < view.columns(); ++column) {
        std::uint32_t numbers = 0;
        std::uint32_t filled = 0;
        for (std::uint32_t row = from_row; row < view.rows(); ++row) {
            if (!view.is_filled(row, column)) continue;
            ++filled;
            if (view.is_number(row, column)) ++numbers;
        }
        if (filled < 3) continue;
        ++columns;
        if (numbers * 4 >= filled && (filled - numbers) * 4 >= filled) ++mixed;
    }
    return columns > 0 && mixed * 2 > columns;
}

/// The row below a header and the rows of a machine that may stand below it.
std::uint32_t below_header(const SheetView& view, const Strip& strip, std::uint32_t header)
{
    constexpr std::uint32_t looked_at = 3;
    std::uint32_t below = header + 1;
    for (std::uint32_t row = below; row < std::min(view.rows(), header + 1 + looked_at); ++row)
        if (is_technical_row(view, strip.lines, row)) below = row + 1;
    return below;
}

} // namespace

Orientation orientation(const SheetView& view, HeaderScout& scout, const Lexicon& lexicon)
{
    constexpr std::uint32_t most_rows = 400;
    if (view.rows() > most_rows || view.columns() < 2) return Orientation::rows;
    Strip strip{0, view.columns() - 1, view.lines(0, view.columns() - 1)};
    std::uint32_t best_row = 0;
    std::uint32_t below_best = 0;
    bool is_top = true;
    for (std::uint32_t row = 0; row < view.rows(); ++row) {
        const std::uint32_t known = distinct_known(view, scout, strip.lines[row], row);
        if (known > best_row) {
            best_row = known;
            below_best = below_header(view, strip, row);
        }
        // Nothing but known labels side by side is a header, whatever the columns below hold (funders, say), unless
        // they are values of records that run across. In the first row some unknown ones may stand among them.
        const bool is_first = std::exchange(is_top, is_top && strip.lines[row].filled < 2);
        const std::uint32_t labels = is_first ? known * 3 : known;
        const bool is_header = known >= 3 && labels >= strip.lines[row].filled;
        if (is_header && !are_columns_mixed(view, below_header(view, strip, row))) return Orientation::rows;
    }
    SideLabels best;
    for (std::uint32_t column = 0; column < std::min<std::uint32_t>(3, view.columns()); ++column) {
        const SideLabels side = side_labels(view, scout, lexicon, strip, column);
        if (side.known > best.known) best = side;
    }
    // Lines of answers above a real header have known labels down the side too.
    const bool are_nearly_all = best.known > best_row && best.known * 5 >= best.lines * 4;
    // « association », « État », « EPCI » side by side are answers where the columns mix numbers and texts.
    const bool are_answers = best.known > best_row && are_columns_mixed(view, below_best);
    const bool outweighs = best_row < 2 || are_nearly_all || are_answers || best.known >= best_row * 5;
    // Columns of numbers and texts are those of records that run across, however few of their labels are known.
    const bool run_across = best.known > best_row && best.known * 4 >= best.texts && are_columns_mixed(view, 1);
    const bool has_labels = best.known >= 3 && ((outweighs && best.known * 2 >= best.texts) || run_across);
    if (!has_labels) return Orientation::rows;
    return best.values >= 2 ? Orientation::transposed : Orientation::form;
}

bool is_documentation(const SheetView& view)
{
    constexpr std::array<std::string_view, 10> names{"lisez",  "lire moi", "a lire",        "readme",   "documentation",
                                                     "notice", "lexique",  "mode d'emploi", "consigne", "dictionnaire"};
    constexpr std::array<std::string_view, 7> headings{"definition",    "definitions", "description",    "explication",
                                                       "signification", "consigne",    "comment remplir"};
    const std::string name = base::fold(view.grid().facts.name);
    if (std::ranges::any_of(names, [&](std::string_view word) { return name.starts_with(word); })) return true;
    for (std::uint32_t row = 0; row < view.rows(); ++row) {
        bool is_filled = false;
        for (std::uint32_t column = 0; column < view.columns(); ++column) {
            const std::string label = base::fold(view.label(row, column));
            is_filled = is_filled || !label.empty();
            if (column > 0 && std::ranges::find(headings, label) != headings.end()) return true;
        }
        if (is_filled) return false; // the heading stands in the first row
    }
    return false;
}

bool is_pivot(const SheetView& view, const Block& block)
{
    const std::uint32_t from = block.has_header() ? block.header.first() : block.first_row;
    for (std::uint32_t row = from; row <= std::min(from + 3, block.last_row); ++row)
        for (std::uint32_t column = block.first_column; column <= block.last_column; ++column) {
            const std::string label = base::fold(view.label(row, column));
            if (label == "etiquettes de lignes" || label == "row labels" || label == "etiquettes de colonnes")
                return true;
        }
    return false;
}

} // namespace bilan::intake
