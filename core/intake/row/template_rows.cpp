// SPDX-License-Identifier: MPL-2.0
#include "intake/row/template_rows.hpp"

#include "base/beginnings.hpp"
#include "base/text.hpp"
#include "intake/header/column.hpp"
#include "intake/header/measures.hpp"
#include "intake/row/adding_up.hpp"
#include "intake/table/whole_words.hpp"
#include "intake/value/state_words.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::intake {

namespace {

// The whole text: what a form proposes to write over.
constexpr std::array<std::string_view, 38> proposals{"nom de votre action",
                                                     "titre de votre action",
                                                     "intitule de votre action",
                                                     "nom de votre projet",
                                                     "nom de votre structure",
                                                     "nom de votre association",
                                                     "mon action",
                                                     "mon projet",
                                                     "mon association",
                                                     "ma structure",
                                                     "mon organisme",
                                                     "votre action",
                                                     "votre projet",
                                                     "votre association",
                                                     "votre structure",
                                                     "nom de l'action",
                                                     "titre de l'action",
                                                     "nom du projet",
                                                     "intitule de l'action",
                                                     "titre du projet",
                                                     "nom du porteur",
                                                     "nom de la structure",
                                                     "nom de l'association",
                                                     "nom de l'organisme",
                                                     "nom du quartier",
                                                     "a completer",
                                                     "a renseigner",
                                                     "a remplir",
                                                     "texte",
                                                     "texte libre",
                                                     "nombre",
                                                     "nombre entier",
                                                     "montant",
                                                     "montant en euros",
                                                     "en euros",
                                                     "oui/non",
                                                     "oui / non",
                                                     "jj/mm/aaaa"};

// What stands before crosses in place of a name: « action X ».
constexpr std::array<std::string_view, 5> crossed{"action", "projet", "association", "structure", "organisme"};

// How a form tells what to write; more words follow. « Choisir son métier » may be an action beside a real holder.
constexpr std::array<std::string_view, 16> instructions{
    "indiquer",     "indiquez",     "saisir",           "saisissez",     "renseigner", "renseignez",
    "preciser",     "precisez",     "completer",        "completez",     "choisir",    "choisissez",
    "selectionner", "selectionnez", "liste deroulante", "menu deroulant"};

constexpr std::string_view false_latin = "lorem ipsum";

bool is_in_brackets(std::string_view text)
{
    constexpr std::array<std::string_view, 3> pairs{"[]", "<>", "{}"};
    return text.size() > 2 && std::ranges::any_of(pairs, [&](std::string_view pair) {
               return text.front() == pair[0] && text.back() == pair[1] && text.find(pair[1]) == text.size() - 1;
           });
}

bool is_all_crosses(std::string_view folded)
{
    return folded.find_first_not_of('x') == std::string_view::npos;
}

/// A noun and crosses behind it, however many.
bool is_crossed(std::string_view folded)
{
    const std::size_t end = folded.find(' ');
    return end != std::string_view::npos && is_all_crosses(folded.substr(end + 1)) &&
           std::ranges::find(crossed, folded.substr(0, end)) != crossed.end();
}

/// Nobody calls an action so.
bool is_proposal(std::string_view folded)
{
    if (is_all_crosses(folded) || is_in_brackets(folded)) return true;
    const std::string_view bare = without_punctuation(folded);
    return std::ranges::find(proposals, bare) != proposals.end() || is_crossed(bare) || opens_with(folded, false_latin);
}

bool is_form_text(std::string_view folded)
{
    if (is_proposal(folded) || without_punctuation(folded).empty()) return true;
    return asks_to_fill_in(folded);
}

/// False where the last letter or digit is plain and no x.
bool may_end_in_cross(std::string_view text)
{
    constexpr unsigned char first_of_others = 0x80;
    for (auto at = text.rbegin(); at != text.rend(); ++at) {
        const char byte = *at;
        if (static_cast<unsigned char>(byte) >= first_of_others || byte == 'x' || byte == 'X') return true;
        const char letter = static_cast<char>(byte | 0x20);
        if ((letter >= 'a' && letter <= 'z') || (byte >= '0' && byte <= '9')) return false;
    }
    return false;
}

/// False for most titles, without folding them.
bool may_be_form_text(std::string_view text)
{
    static const base::Beginnings beginnings = [] {
        base::Beginnings made;
        for (const std::string_view words : proposals) made.add_whole(words);
        for (const std::string_view words : instructions) made.add_opening(words);
        made.add_opening(false_latin);
        made.seal();
        return made;
    }();
    // A run of crosses is a state, what a noun and crosses stand for ends in one.
    return beginnings.may_begin(text) || may_be_state(text) || may_end_in_cross(text);
}

/// What the filled cells of one row are.
struct Content {
    std::size_t form_texts = 0;
    std::size_t zeros = 0;
    std::size_t states = 0; ///< « NC »
    std::size_t others = 0;
    std::size_t other_texts = 0; ///< of these

    [[nodiscard]] bool is_filler() const { return others == 0 && states == 0; }
    [[nodiscard]] bool says_nothing() const { return others == 0; }
};

class Templates {
public:
    explicit Templates(const RowInput& input) : input_(&input)
    {
        const std::vector<data::Field>& fields = input.mapping->schema->schema->fields;
        const auto title = std::ranges::find_if(fields, [](const data::Field& field) {
            return field.type == data::FieldType::text && names_record(field);
        });
        for (std::size_t at = 0; at < input.mapping->columns.size(); ++at) {
            const MappedColumn& column = input.mapping->columns[at];
            const bool is_name = column.outcome == Outcome::mapped && names_record(*column.field);
            if (is_name && column.field->type == data::FieldType::text) names_.push_back((*input.headers)[at].column);
            if (is_name && title != fields.end() && column.field->id == title->id) title_ = names_.back();
            if (column.outcome == Outcome::mapped && is_measure(*column.field))
                measures_.push_back((*input.headers)[at].column);
        }
    }

    void settle(Row& row) const
    {
        const auto shows = [&](std::uint32_t column) { return is_of_template(row.row, column); };
        const auto name = std::ranges::find_if(names_, shows);
        if (name == names_.end()) return;
        const std::string said = base::fold(input_->view->label(row.row, *name));
        // Whoever makes a file anonymous puts false Latin over real titles: then other texts stand beside it.
        const bool may_be_false = is_title(*name) && opens_with(said, false_latin);
        if (explains_columns(row.row)) {
            row.kind = RowKind::technical;
            row.doubt = RowDoubt::none;
            return;
        }
        const Content content = content_of(row.row, may_be_false);
        const bool is_false = may_be_false && content.other_texts == 0;
        if (content.is_filler() || is_false) {
            row.kind = RowKind::filler;
            row.doubt = RowDoubt::none;
        } else if (row.doubt == RowDoubt::none && (content.says_nothing() || (is_title(*name) && is_proposal(said)))) {
            row.doubt = RowDoubt::may_be_template;
            row.label = *name;
        }
    }

private:
    /// « nom de la structure | intitulé exact | montant notifié en € » right below the header: words all through, also
    /// where the records have numbers.
    [[nodiscard]] bool explains_columns(std::uint32_t row) const
    {
        const Line& line = input_->block->line(row);
        if (row != input_->block->first_row || line.numbers > 0 || line.texts != line.filled || line.filled < 3)
            return false;
        std::size_t explained = 0;
        for (const std::uint32_t column : measures_) {
            if (!input_->view->is_filled(row, column)) continue;
            if (looks(input_->view->label(row, column)) != Looks::text) return false;
            ++explained;
        }
        return explained > 0;
    }

    [[nodiscard]] bool is_title(std::uint32_t column) const { return column == title_; }

    [[nodiscard]] bool is_of_template(std::uint32_t row, std::uint32_t column) const
    {
        const Cell cell = input_->view->at(row, column);
        if (!input_->view->is_filled(cell)) return false;
        if (cell.type() != CellType::text) return is_zero(row, column);
        if (!may_be_form_text(input_->view->book().text(cell))) return false;
        const std::string folded = base::fold(input_->view->book().text(cell));
        return is_zero(row, column) || is_form_text(folded) || state_of(folded, in_texts).has_value();
    }

    [[nodiscard]] bool is_zero(std::uint32_t row, std::uint32_t column) const
    {
        return number_at(*input_->view, row, column) == std::optional<double>(0);
    }

    /// Counted whole, or up to the first cell that is nothing of a form: most rows have one early.
    [[nodiscard]] Content content_of(std::uint32_t row, bool is_whole) const
    {
        Content content;
        const Line& line = input_->block->line(row);
        for (std::uint32_t column = line.first; column <= line.last && (is_whole || content.others == 0); ++column) {
            const Cell cell = input_->view->at(row, column);
            if (!input_->view->is_filled(cell)) continue;
            const std::string folded = cell.type() == CellType::text ? base::fold(input_->view->book().text(cell)) : "";
            if (is_zero(row, column))
                ++content.zeros;
            else if (cell.type() == CellType::text && is_form_text(folded))
                ++content.form_texts;
            else if (cell.type() == CellType::text && state_of(folded, in_numbers))
                ++content.states;
            else {
                ++content.others;
                if (cell.type() == CellType::text && !number_at(*input_->view, row, column)) ++content.other_texts;
            }
        }
        return content;
    }

    const RowInput* input_;
    std::optional<std::uint32_t> title_; ///< the column of the titles
    std::vector<std::uint32_t> measures_;
    std::vector<std::uint32_t> names_; ///< columns of texts that name a record, in the order of the sheet
};

/// « Exemple », « Exemples : », « Exemple de saisie » and nothing else.
bool is_nothing_but_example(std::string_view folded, bool& are_several)
{
    const std::string_view bare = without_punctuation(folded);
    constexpr std::array<std::string_view, 6> one{"exemple",        "ex", "ex.", "par exemple", "ligne exemple",
                                                  "ligne d'exemple"};
    are_several = bare == "exemples" || bare == "lignes d'exemple" || bare.starts_with("exemples de ");
    return are_several || std::ranges::find(one, bare) != one.end() || bare.starts_with("exemple de ") ||
           bare.starts_with("exemple a ") || bare.starts_with("exemple pour ");
}

void make_example(Row& row, std::uint32_t first)
{
    row.kind = RowKind::example;
    row.is_below_example = true;
    row.label = first;
    row.previous.reset();
    row.doubt = RowDoubt::none;
}

void settle_examples(const RowInput& input, TableRows& table)
{
    constexpr std::uint32_t nearest = 2; ///< with one empty row between at most
    for (std::size_t at = 0; at + 1 < table.rows.size(); ++at) {
        const Row& mark = table.rows[at];
        const Line& line = input.block->line(mark.row);
        bool are_several = false;
        if (mark.kind != RowKind::example || line.filled != 1 ||
            !is_nothing_but_example(base::fold(input.view->label(mark.row, line.first)), are_several))
            continue;
        std::size_t end = at + 1;
        std::uint32_t above = mark.row;
        while (end < table.rows.size() && table.rows[end].kind == RowKind::record &&
               table.rows[end].row - above <= (end == at + 1 ? nearest : 1)) {
            above = table.rows[end].row;
            ++end;
        }
        // No gap ends the examples: only the first one is sure.
        if (!are_several || end == table.rows.size()) end = std::min(end, at + 2);
        for (std::size_t below = at + 1; below < end; ++below)
            make_example(table.rows[below], input.block->line(table.rows[below].row).first);
    }
}

void settle_templates(const RowInput& input, TableRows& table)
{
    if (input.mapping->schema == nullptr) return;
    const Templates templates(input);
    for (Row& row : table.rows) {
        const bool is_begun = input.is_own_form && input.block->line(row.row).filled == 1;
        if (row.kind == RowKind::record && !is_begun) templates.settle(row);
    }
}

} // namespace

bool asks_to_fill_in(std::string_view folded)
{
    return std::ranges::any_of(instructions, [&](std::string_view words) { return opens_with(folded, words); });
}

void settle_template_rows(const RowInput& input, TableRows& table)
{
    settle_examples(input, table);
    settle_templates(input, table);
}

} // namespace bilan::intake
