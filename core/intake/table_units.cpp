// SPDX-License-Identifier: MPL-2.0
#include "intake/table_units.hpp"

#include "base/text.hpp"
#include "intake/unit_cells.hpp"
#include "intake/value/header_unit.hpp"
#include "intake/value/plain_spelling.hpp"
#include "intake/value/quoted.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace bilan::intake {

namespace {

constexpr std::size_t longest = 120;              ///< a statement about units is short
constexpr double largest_likely_mean = 1'000'000; ///< euros by row: more, and the unit is of something else

struct Statement {
    std::string text;
    std::string unit; ///< `€`, `k€`, `M€`; empty: « en milliers », and nobody says of what
    bool is_clear = true;
    bool is_starred = false; ///< « * montants en k€ »: of the headers that bear the star
};

/// `12 k€` is an amount and says nothing of the others.
bool follows_number(const std::string& plain)
{
    for (const std::string_view unit :
         {"k€", "k €", "ke", "keuro", "keur", "m€", "milliers d", "millions d", "euro", "€"}) {
        const std::size_t at = plain.find(unit);
        if (at == std::string::npos || at == 0) continue;
        const std::size_t before = plain.find_last_not_of(' ', at - 1);
        if (before != std::string::npos && plain[before] >= '0' && plain[before] <= '9' &&
            (before < 3 || plain.substr(before - 3, 2) != "20"))
            return true;
    }
    return false;
}

bool says_exception(const std::string& plain)
{
    constexpr std::array<std::string_view, 6> words{"sauf", "hors ", "except", "colonne", "a partir", "certain"};
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return plain.find(word) != std::string::npos; });
}

/// A remark below a table may speak of one figure: it speaks of all where it says nothing but that.
bool speaks_of_all(const std::string& plain)
{
    constexpr std::array<std::string_view, 37> words{
        "montant",  "montants", "exprime",  "exprimes",   "exprimee",    "exprimees",
        "en",       "milliers", "millions", "millier",    "million",     "d",
        "euro",     "euros",    "k",        "ke",         "keuros",      "keur",
        "unite",    "unites",   "les",      "tous",       "sont",        "donnees",
        "chiffres", "nota",     "note",     "financiers", "indiques",    "financieres",
        "sommes",   "valeurs",  "budget",   "nb",         "financement", "financements",
        "m"};
    std::string word;
    for (const char character : plain + ' ') {
        if (character >= 'a' && character <= 'z') {
            word += character;
            continue;
        }
        if (!word.empty() && std::find(words.begin(), words.end(), word) == words.end()) return false;
        word.clear();
    }
    return true;
}

std::optional<Statement> statement_of(std::string_view text, bool is_below)
{
    text = base::trim(text);
    if (text.empty() || text.size() > longest) return std::nullopt;
    const std::string plain = plain_spelling(text);
    const HeaderUnit unit = unit_of_header({}, plain);
    const bool is_vague = unit.name.empty() && plain.find("en milliers") != std::string::npos;
    if ((unit.name.empty() && !unit.is_euro && !is_vague) || follows_number(plain)) return std::nullopt;
    Statement found{std::string(text), unit.name.empty() ? std::string("€") : unit.name};
    if (is_vague) found.unit.clear();
    found.is_starred = text.front() == '*';
    found.is_clear = !is_vague && !says_exception(plain) && (!is_below || speaks_of_all(plain));
    return found;
}

/// Above the table, the nearest first; a heading of the sheet stands over all of its tables.
std::optional<Statement> said_above(const TableDraft& draft, const std::optional<Statement>& over_sheet)
{
    for (auto title = draft.titles.rbegin(); title != draft.titles.rend(); ++title)
        if (auto found = statement_of(*title, false)) return found;
    return over_sheet ? over_sheet : statement_of(draft.sheet(), false);
}

/// Lone texts among the rows and below them, and headers over nothing.
std::optional<Statement> said_below(const TableDraft& draft)
{
    const SheetView& view = *draft.view;
    constexpr std::uint32_t most_filled = 2;
    for (std::uint32_t row = draft.block.first_row; row < view.rows(); ++row) {
        const Line& line = draft.block.line(row);
        const bool is_of_table = row <= draft.block.last_row;
        if (line.filled > most_filled && !is_of_table) break; // another table
        if (line.filled == 0 || line.filled > most_filled) continue;
        for (const std::uint32_t column : {line.first, line.last})
            if (auto found = statement_of(view.label(row, column), true)) return found;
    }
    for (const HeaderColumn& header : draft.headers)
        if (header.has_header() && header.content.filled == 0)
            if (auto found = statement_of(header.path, true)) return found;
    return std::nullopt;
}

bool has_star(const HeaderColumn& header)
{
    return std::any_of(header.levels.begin(), header.levels.end(),
                       [](const std::string& level) { return base::trim(level).ends_with('*'); });
}

/// Amounts whose header says nothing of the unit.
std::vector<std::size_t> amounts_without_unit(const TableDraft& draft, bool is_starred)
{
    std::vector<std::size_t> found;
    for (std::size_t at = 0; at < draft.headers.size(); ++at) {
        const MappedColumn& column = draft.mapping.columns[at];
        const HeaderColumn& header = draft.headers[at];
        if (!is_read(column.outcome) || !column.field || column.field->type != data::FieldType::euro) continue;
        const HeaderUnit own = unit_of_amounts(header.unit, header.path);
        if (own.name.empty() && !own.is_euro) found.push_back(at);
    }
    const auto is_marked = [&](std::size_t at) { return has_star(draft.headers[at]); };
    if (is_starred && std::any_of(found.begin(), found.end(), is_marked))
        std::erase_if(found, [&](std::size_t at) { return !is_marked(at); });
    return found;
}

class UnitGiver {
public:
    UnitGiver(const TakeIn& take_in, TableDraft& draft) : take_in_(&take_in), draft_(&draft) {}

    void give(const Statement& said, bool is_contested)
    {
        std::vector<std::string> names;
        std::optional<std::size_t> first;
        for (const std::size_t at : amounts_without_unit(*draft_, said.is_starred)) {
            const HeaderColumn& header = draft_->headers[at];
            const double mean = header.content.numbers == 0 ? 0 : header.content.sum / header.content.numbers;
            const double factor = unit_of_header(said.unit, {}).factor;
            if (is_contested || !said.is_clear || mean * factor > largest_likely_mean) {
                ask(at, said);
                continue;
            }
            draft_->headers[at].unit = said.unit;
            names.push_back(header.path);
            if (!first) first = at;
        }
        if (!first) return;
        const std::string columns = base::join(names, "\u00A0; ");
        take_in_->say("BIL-830", data::Severity::alert, place(*first), Done::converted,
                      {"BIL-830", {quoted(said.text), said.unit, columns}}, names.front());
    }

    /// « Montants en euros »: what everybody takes them for, said.
    void give_euros()
    {
        for (const std::size_t at : amounts_without_unit(*draft_, false)) draft_->headers[at].unit = "€";
    }

    /// « (en milliers) » above a table, and nobody says of what: its counts are read as they stand.
    void doubt_counts(const Statement& said)
    {
        std::vector<std::string> names;
        std::optional<std::size_t> first;
        for (std::size_t at = 0; at < draft_->headers.size(); ++at) {
            const MappedColumn& column = draft_->mapping.columns[at];
            const HeaderColumn& header = draft_->headers[at];
            const bool is_count =
                is_read(column.outcome) && column.field && column.field->type == data::FieldType::count;
            if (!is_count || unit_of_numbers(header.unit, header.path).factor != 1) continue;
            names.push_back(header.path);
            if (!first) first = at;
        }
        if (first)
            take_in_->say("BIL-056", data::Severity::alert, place(*first), Done::kept,
                          {"BIL-056", {quoted(said.text), base::join(names, "\u00A0; ")}}, names.front());
    }

    /// « 40,5 k€ » below 12,5, 20 and 8: no word says so, the sum does.
    void give_by_totals()
    {
        for (const std::size_t at : amounts_without_unit(*draft_, false)) {
            const std::optional<CellUnit> said = unit_of_total(*draft_, at);
            if (!said) continue;
            draft_->headers[at].unit = said->unit;
            const std::string& path = draft_->headers[at].path;
            take_in_->say("BIL-049", data::Severity::alert, place(at), Done::converted,
                          {"BIL-049", {path, quoted(said->text), said->unit}}, path);
        }
    }

private:
    [[nodiscard]] Place place(std::size_t at) const
    {
        const std::uint32_t row =
            draft_->block.has_header() ? draft_->block.header.labels.back() : draft_->block.first_row;
        return take_in_->place(*draft_->view, row, draft_->headers[at].column);
    }

    void ask(std::size_t at, const Statement& said)
    {
        MappedColumn& column = draft_->mapping.columns[at];
        column.outcome = Outcome::question;
        column.reason = {"BIL-831", {draft_->headers[at].path, quoted(said.text)}};
        column.suggestions.clear();
        column.field.reset();
        --draft_->mapping.mapped;
    }

    const TakeIn* take_in_;
    TableDraft* draft_;
};

/// What the table's column « Unité » says, which is then no column that nobody knows.
std::optional<Statement> said_in_column(TableDraft& draft)
{
    const std::optional<std::size_t> at = column_of_units(draft);
    if (!at) return std::nullopt;
    const CellUnit unit = unit_in_column(draft, *at);
    MappedColumn& column = draft.mapping.columns[*at];
    column.outcome = Outcome::left_out;
    column.reason = {"BIL-050", {draft.headers[*at].path, unit.unit}};
    column.suggestions.clear();
    return Statement{unit.text, unit.unit, unit.is_clear};
}

} // namespace

void take_table_units(const TakeIn& take_in, std::vector<TableDraft>& drafts)
{
    const Grid* sheet = nullptr;
    std::optional<Statement> over_sheet;
    for (TableDraft& draft : drafts) {
        if (sheet != &draft.view->grid()) over_sheet.reset();
        sheet = &draft.view->grid();
        const std::optional<Statement> above = said_above(draft, over_sheet);
        over_sheet = above;
        if (!draft.has_schema()) continue;
        std::optional<Statement> inside = said_below(draft);
        if (!inside) inside = said_in_column(draft);
        const std::optional<Statement>& said = above ? above : inside;
        UnitGiver giver(take_in, draft);
        if (!said) {
            giver.give_by_totals();
            continue;
        }
        const bool is_contested = above && inside && above->unit != inside->unit;
        const bool is_plain = said->unit == "€" && said->is_clear && !is_contested;
        if (said->unit.empty()) giver.doubt_counts(*said);
        if (is_plain)
            giver.give_euros();
        else
            giver.give(*said, is_contested);
    }
}

} // namespace bilan::intake
