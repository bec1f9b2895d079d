// SPDX-License-Identifier: MPL-2.0
#include "intake/row/signs.hpp"

#include "base/text.hpp"
#include "intake/header/quarters.hpp"
#include "intake/row/title_field.hpp"
#include "intake/shape/group_name.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace bilan::intake {

namespace {

bool is_capital(std::string_view text)
{
    std::size_t letters = 0;
    for (const char character : text) {
        if (character >= 'a' && character <= 'z') return false;
        if (character >= 'A' && character <= 'Z') ++letters;
    }
    return letters >= 4 && base::compose(text).find("\xC3\xA9") == std::string::npos; // é
}

/// Not the name of a place, nor what a title above the rows may give.
bool holds_remarks(const data::Field& field)
{
    return field.type == data::FieldType::text && field.code_kind.empty() && field.id != "thematique";
}

} // namespace

RowSigns::RowSigns(const RowInput& input) : input_(&input), funders_(input.domain->vocabulary("financeur"))
{
    const Block& block = *input.block;
    labels_.resize(block.last_column - block.first_column + 1);
    for (std::uint32_t column = block.first_column; column <= block.last_column; ++column)
        for (const std::uint32_t row : block.header.labels)
            if (const std::string label = base::fold(input.view->label(row, column)); !label.empty())
                labels_[column - block.first_column].push_back(label);
    for (const HeaderColumn& header : *input.headers) {
        const bool is_order = header.has_header() && header.leaf().tokens == std::vector<std::string>{"numero"};
        if (is_order && !order_column_) order_column_ = header.column;
        if (first_columns_.size() < 2 && !is_order && header.content.texts * 2 >= header.content.filled &&
            header.content.filled > 0)
            first_columns_.push_back(header.column);
    }
    for (std::size_t at = 0; at < input.mapping->columns.size(); ++at) {
        const MappedColumn& column = input.mapping->columns[at];
        if (column.outcome != Outcome::mapped) continue;
        const std::uint32_t place = (*input.headers)[at].column;
        if (column.field->id == "intitule" || column.field->id == "offre") title_column_ = place;
        if (column.field->id == "indicateur") indicator_column_ = place;
        if (column.field->type != data::FieldType::text && column.field->type != data::FieldType::code &&
            column.field->type != data::FieldType::choices && column.field->type != data::FieldType::date)
            closed_.emplace(place, *column.field);
        if (column.field->type == data::FieldType::choices) lists_.push_back(place);
        if (names_record(*column.field))
            named_.push_back(place);
        else if (holds_remarks(*column.field))
            free_texts_.push_back(place);
    }
    std::ranges::sort(named_);
    for (const auto& vocabulary : input.domain->vocabularies) {
        if (vocabulary->id != "pilier" && vocabulary->id != "axe_strategique") continue;
        for (const data::Term& term : vocabulary->terms) {
            group_names_.insert(base::fold(term.label.french));
            for (const std::string& spelling : term.spellings) group_names_.insert(base::fold(spelling));
        }
    }
    for (const std::string& name : group_names_)
        if (!name.empty()) group_openings_.add(name);
    for (const std::string_view word : words_that_open_groups()) group_openings_.add(word);
}

/// « 4 », « 2bis » or « IV » alone number a line that was never filled in; longer words are a title.
bool RowSigns::is_line_mark(std::uint32_t row, std::uint32_t column) const
{
    constexpr std::size_t longest = 4;
    if (!input_->view->is_text(row, column)) return true;
    const std::string folded = base::fold(input_->view->label(row, column));
    const bool has_digit = folded.find_first_of("0123456789") != std::string::npos;
    const std::string_view name = std::string_view(folded).substr(numbering_of_group(folded));
    const bool says_name = name.size() < folded.size() && base::length(name) > longest; // « 1 - Cohésion sociale »
    return base::length(folded) <= longest || (has_digit && !says_name && !opens_group(folded));
}

bool RowSigns::is_filler(std::uint32_t row) const
{
    const Line& line = input_->block->line(row);
    if (line.filled == 1 && order_column_ && line.first == *order_column_ && is_line_mark(row, line.first)) return true;
    bool all_fill = true;
    bool all_zero = line.texts == 0;
    for (std::uint32_t column = line.first; column <= line.last && (all_fill || all_zero); ++column) {
        const Cell cell = input_->view->at(row, column);
        if (!input_->view->is_filled(cell)) continue;
        const bool is_order = order_column_ && column == *order_column_ && is_line_mark(row, column);
        const bool fills = cell.type() == CellType::text && input_->view->memo().word(cell.text()) == Word::filler;
        all_fill = all_fill && (fills || is_order);
        const bool is_zero = cell.type() == CellType::number && cell.number == 0 && cell.tag.is_formula();
        all_zero = all_zero && (is_zero || is_order);
    }
    return all_fill || all_zero;
}

bool RowSigns::repeats_header(std::uint32_t row) const
{
    const Line& line = input_->block->line(row);
    if (line.texts < 2) return false;
    std::uint32_t same = 0;
    for (std::uint32_t column = line.first; column <= line.last; ++column) {
        const std::vector<std::string>& labels = labels_[column - input_->block->first_column];
        const Cell cell = input_->view->at(row, column);
        if (labels.empty() || cell.type() != CellType::text) continue;
        // Lengths first: nearly every row of a table is refused without folding anything.
        const std::string_view text = input_->view->book().text(cell);
        const bool may_be = std::any_of(labels.begin(), labels.end(), [&](const std::string& label) {
            return text.size() >= label.size() && text.size() <= label.size() + 12;
        });
        if (!may_be) continue;
        const std::string& folded = input_->view->memo().folded(cell.text());
        if (std::find(labels.begin(), labels.end(), folded) != labels.end()) ++same;
    }
    return same >= 2 && same * 2 > line.filled;
}

std::uint32_t RowSigns::other_texts(std::uint32_t row, std::uint32_t but) const
{
    const Line& line = input_->block->line(row);
    std::uint32_t others = 0;
    for (std::uint32_t column = line.first; column <= line.last; ++column)
        if (column != but && input_->view->is_text(row, column) && input_->view->word(row, column) != Word::filler) {
            // « 1 234 € » beside a total is a number that was written as text.
            if (looks(input_->view->label(row, column)) == Looks::text) ++others;
        }
    return others;
}

/// « Ensemble | QN06908I »: a name, where no other row is of that quarter.
bool RowSigns::is_called_ensemble(std::uint32_t row, std::uint32_t column) const
{
    if (base::fold(input_->view->label(row, column)) != "ensemble") return false;
    const Line& line = input_->block->line(row);
    for (std::uint32_t beside = line.first; beside <= line.last; ++beside) {
        const std::string code = input_->view->label(row, beside);
        if (!is_quarter_code(code)) continue;
        for (std::uint32_t other = input_->block->first_row; other <= input_->block->last_row; ++other)
            if (other != row && input_->view->label(other, beside).find(code) != std::string::npos) return false;
        return true;
    }
    return false;
}

bool RowSigns::names_all(std::uint32_t row) const
{
    return named_.size() >= 2 &&
           std::ranges::all_of(named_, [&](std::uint32_t column) { return input_->view->is_filled(row, column); });
}

std::optional<Sign> RowSigns::total_sign(std::uint32_t row, std::uint32_t column, Word word) const
{
    const Line& line = input_->block->line(row);
    const std::uint32_t others = other_texts(row, column);
    const bool has_values = line.filled >= 2;
    if (word == Word::total_phrase) {
        if (others > 0 || !has_values) return std::nullopt;
        return Sign{RowKind::total, column};
    }
    if (word == Word::remainder) {
        if (others > 0 || line.numbers == 0) return std::nullopt;
        return Sign{RowKind::statistic, column};
    }
    if (others > 1 || (word == Word::total && is_called_ensemble(row, column))) return std::nullopt;
    // « Atelier | Ensemble » has a title and a holder, as every record has.
    if (word == Word::total && others > 0 && names_all(row) &&
        base::fold(input_->view->label(row, column)).starts_with("ensemble"))
        return std::nullopt;
    if (word == Word::subtotal) return Sign{RowKind::subtotal, column};
    return Sign{word == Word::statistic ? RowKind::statistic : RowKind::total, column};
}

/// « NB : 500 € restent à attribuer » with 500 beside it, and nothing else.
bool RowSigns::remarks_on_number(std::uint32_t row, std::uint32_t column) const
{
    const Line& line = input_->block->line(row);
    if (line.texts != 1 || line.numbers != 1 || line.filled != 2) return false;
    const std::string folded = base::fold(input_->view->label(row, column));
    return std::isalpha(static_cast<unsigned char>(folded.front())) != 0 && folded.find(':') < folded.size() / 2 &&
           folded.find_first_of("0123456789") != std::string::npos;
}

std::optional<Sign> RowSigns::marked(std::uint32_t row) const
{
    const Line& line = input_->block->line(row);
    if (!line.has_sign) return std::nullopt;
    bool first_text = true;
    for (std::uint32_t column = line.first; column <= line.last; ++column) {
        if (!input_->view->is_text(row, column)) continue;
        const Word word = input_->view->word(row, column);
        const bool is_first = std::exchange(first_text, false);
        switch (word) {
        case Word::example:
            if (row <= input_->block->first_row + 1 || (is_first && !names_all(row)))
                return Sign{RowKind::example, column};
            break; // « Exemple : la réussite », an action of somebody among the others
        case Word::total:
        case Word::subtotal:
        case Word::total_phrase:
        case Word::statistic:
        case Word::remainder:
            if (indicator_column_ == column && word != Word::total && word != Word::subtotal) break;
            if (const std::optional<Sign> sign = total_sign(row, column, word)) return sign;
            break;
        case Word::carried:
            if (line.numbers > 0 && other_texts(row, column) == 0) return Sign{RowKind::carried, column};
            if (is_first && line.numbers == 0 && line.filled <= 2) return Sign{RowKind::footer, column};
            break;
        case Word::note:
            if (is_first && line.numbers == 0 && line.filled <= 2) return Sign{RowKind::note, column};
            if (is_first && remarks_on_number(row, column)) return Sign{RowKind::note, column};
            break;
        case Word::footer:
            if (is_first && line.filled <= 4 && line.numbers == 0) return Sign{RowKind::footer, column};
            break;
        default: break;
        }
    }
    return std::nullopt;
}

bool RowSigns::is_known_group(const std::string& folded) const
{
    return group_names_.contains(folded) || opens_group(folded);
}

bool RowSigns::is_numbered_group(const std::string& folded) const
{
    return is_known_group(folded) || is_known_group(folded.substr(numbering_of_group(folded)));
}

/// « CAF » alone in its row, in a column that names something else: its grants follow.
bool RowSigns::is_funder(std::uint32_t column, const std::string& label) const
{
    for (std::size_t at = 0; at < input_->headers->size() && at < input_->mapping->columns.size(); ++at)
        if ((*input_->headers)[at].column == column && input_->mapping->columns[at].field &&
            input_->mapping->columns[at].field->vocabulary == "financeur")
            return false;
    return funders_.find(label) != nullptr;
}

bool RowSigns::is_title(std::uint32_t row) const
{
    const Line& line = input_->block->line(row);
    if (line.filled != 1 || line.texts != 1) return false;
    const std::string label = input_->view->label(row, line.first);
    if (base::length(label) > 120) return false;
    const CellRange* merge = input_->view->merge_from(row, line.first);
    const bool is_wide = merge != nullptr && merge->last_column > merge->first_column;
    // « QN02401M - Les Tilleuls », where rows are actions.
    const std::size_t first_word = label.find(' ');
    const bool has_code =
        title_column_ && first_word != std::string::npos && is_quarter_code(label.substr(0, first_word));
    return is_wide || has_code || has_code_in_brackets(label) ||
           is_numbered_group(base::fold(without_count_of_rows(label))) || is_capital(label) ||
           is_funder(line.first, label);
}

namespace {

/// « MISSION LOCALE DU BASSIN », « CIDFF »: who bears the actions below.
bool is_organisation(const std::string& folded)
{
    constexpr std::array<std::string_view, 24> names{
        "association", "amicale",   "ccas",  "centre social", "centre socio",   "cidff",      "collectif", "compagnie",
        "federation",  "fondation", "foyer", "maison des",    "mission locale", "mjc",        "plie",      "regie de",
        "syndicat",    "union",     "afev",  "adie",          "cpcv",           "centre com", "pimms",     "e2c"};
    return std::ranges::any_of(names, [&](std::string_view name) {
        const bool ends =
            folded.size() == name.size() ||
            (folded.size() > name.size() && !std::isalnum(static_cast<unsigned char>(folded[name.size()])));
        return folded.starts_with(name) && (ends || name.find(' ') != std::string_view::npos);
    });
}

} // namespace

bool RowSigns::is_foreign_title(std::uint32_t row, std::uint32_t column) const
{
    const std::string folded = base::fold(input_->view->label(row, column));
    for (const std::string_view word : {"quartier", "qpv", "programme", "dispositif", "commune", "hors contrat",
                                        "hors qpv", "liste ", "annexe", "actions "})
        if (folded.starts_with(word)) return true;
    const bool is_called_so = names_group(row, column);
    return !is_called_so && (is_funder(column, input_->view->label(row, column)) || is_organisation(folded));
}

bool RowSigns::is_named(std::uint32_t column) const
{
    return std::find(named_.begin(), named_.end(), column) != named_.end();
}

bool RowSigns::is_lone_title(std::uint32_t row) const
{
    const Block& block = *input_->block;
    const Line& line = block.line(row);
    if (line.filled != 1 || line.texts != 1) return false;
    if (!named_.empty() && !is_named(line.first)) return true;
    const bool is_below_a_gap = row > block.first_row && block.line(row - 1).filled == 0;
    std::uint32_t next = row + 1;
    while (next <= block.last_row && block.line(next).filled == 0) ++next;
    const bool is_above_records = next <= block.last_row && block.line(next).filled > 1;
    return is_above_records && (is_below_a_gap || repeats_header(next));
}

bool RowSigns::is_remark(std::uint32_t row) const
{
    const std::string label = input_->view->label(row, input_->block->line(row).first);
    const bool is_below_a_gap = row > 0 && input_->block->line(row - 1).filled <= 1;
    return is_below_a_gap || base::length(label) > 60 || input_->headers->size() >= 4;
}

} // namespace bilan::intake
