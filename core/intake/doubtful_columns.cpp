// SPDX-License-Identifier: MPL-2.0
#include "intake/doubtful_columns.hpp"

#include "base/text.hpp"
#include "intake/header/measures.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace bilan::intake {

namespace {

constexpr int first_year_of_new_levels = 2019; // decree 2019-14 of 8 January 2019

/// What the old scale made of a number: 5 was CAP and BEP, 4 the baccalauréat, 3 two years more.
std::string_view old_level(char digit)
{
    switch (digit) {
    case '3': return "niv_5";
    case '4': return "niv_4";
    case '5': return "niv_3";
    case '6': return "niv_infra3";
    default: return {};
    }
}

/// The digit of « Niveau 4 » and « Niv. 5 »; nothing when anything else stands beside it (« Niveau 3 (ex V) »).
std::optional<char> lone_digit(const HeaderColumn& header)
{
    const std::string& folded = header.leaf().plain;
    std::optional<char> digit;
    for (std::size_t at = 0; at < folded.size(); ++at) {
        const bool is_digit = folded[at] >= '0' && folded[at] <= '9';
        if (is_digit && digit) return std::nullopt;
        if (is_digit) digit = folded[at];
    }
    const std::string letters = [&] {
        std::string found;
        for (const char character : folded)
            if (character >= 'a' && character <= 'z') found.push_back(character);
        return found;
    }();
    const bool is_bare = letters.empty() || letters == "niveau" || letters == "niv" || letters == "niveaux";
    return is_bare ? digit : std::nullopt;
}

/// The first exercise that the table speaks of: its column's, else that of its title or of the command.
std::optional<int> first_year(const TableDraft& draft)
{
    std::optional<int> first;
    for (std::size_t at = 0; at < draft.headers.size(); ++at) {
        const MappedColumn& column = draft.mapping.columns[at];
        if (column.outcome != Outcome::mapped || column.field->id != "exercice") continue;
        for (const Row& row : draft.rows.rows) {
            const Cell cell = draft.view->at(row.row, draft.headers[at].column);
            const bool is_year = cell.type() == CellType::number && cell.number >= 1990 && cell.number <= 2100;
            if (is_year && row.kind == RowKind::record && (!first || cell.number < *first))
                first = static_cast<int>(cell.number);
        }
    }
    return first ? first : draft.year;
}

/// The exercises that the table speaks of: those of its rows, else that of its title or of the command.
std::set<int> years_of(const TableDraft& draft)
{
    std::set<int> years;
    for (std::size_t at = 0; at < draft.headers.size(); ++at) {
        const MappedColumn& column = draft.mapping.columns[at];
        if (column.outcome != Outcome::mapped || column.field->id != "exercice") continue;
        std::set<std::pair<std::uint8_t, std::uint64_t>> seen; // few, however many rows
        for (const Row& row : draft.rows.rows) {
            const Cell cell = draft.view->at(row.row, draft.headers[at].column);
            if (row.kind != RowKind::record || !seen.insert({cell.tag.bits(), cell.bits}).second) continue;
            const std::vector<int> said = read_header(draft.view->label(row.row, draft.headers[at].column)).years;
            years.insert(said.begin(), said.end());
        }
    }
    if (years.empty() && draft.year) years.insert(*draft.year);
    return years;
}

/// « QPV 2015 », « géographie 2024 », « contrat 2024 »: the year of a map or of a contract, not of the figure.
bool dates_something_else(const HeaderColumn& header)
{
    constexpr std::array<std::string_view, 8> dated{"qpv",  "geographie", "zonage",       "contrat",
                                                    "plan", "perimetre",  "nomenclature", "decret"};
    for (const HeaderWords& words : header.words)
        for (const std::vector<std::string>* tokens : {&words.tokens, &words.aside})
            for (const std::string& token : *tokens)
                if (std::find(dated.begin(), dated.end(), token) != dated.end()) return true;
    return false;
}

std::string in_words(const std::set<int>& years)
{
    std::vector<std::string> words;
    words.reserve(years.size());
    for (const int year : years) words.push_back(std::to_string(year));
    return base::join(words, ", ");
}

struct Band {
    std::string id;
    int low = 0;
    int high = 0; ///< 0: open
    std::size_t at = 0;
};

std::optional<Band> band_of(const TableDraft& draft, std::size_t at)
{
    const MappedColumn& column = draft.mapping.columns[at];
    if (column.outcome != Outcome::mapped || !column.field->id.starts_with("age_")) return std::nullopt;
    const std::string& id = column.field->id;
    const std::size_t mark = id.find('_', 4);
    if (mark == std::string::npos) return std::nullopt;
    const auto number = [](std::string_view digits) {
        int value = 0;
        for (const char digit : digits) {
            if (digit < '0' || digit > '9' || value > 999) return -1;
            value = value * 10 + (digit - '0');
        }
        return digits.empty() ? -1 : value;
    };
    const bool is_open = id.substr(mark + 1) == "p";
    const Band band{id, number(std::string_view(id).substr(4, mark - 4)),
                    is_open ? 0 : number(std::string_view(id).substr(mark + 1)), at};
    return band.low < 0 || band.high < 0 ? std::nullopt : std::optional(band);
}

/// The column that gives the field, unless somebody said so.
} // namespace

void question_old_levels(std::vector<TableDraft>& drafts)
{
    for (TableDraft& draft : drafts) {
        if (!draft.has_schema()) continue;
        const std::optional<int> year = first_year(draft);
        if (!year || *year >= first_year_of_new_levels) continue;
        for (std::size_t at = 0; at < draft.headers.size(); ++at) {
            MappedColumn& column = draft.mapping.columns[at];
            const bool is_level = column.outcome == Outcome::mapped && column.field->id.starts_with("niv_") &&
                                  column.reason.code == "BIL-272"; // read from the header, not answered before
            const auto digit = is_level ? lone_digit(draft.headers[at]) : std::nullopt;
            if (!digit || old_level(*digit).empty() || old_level(*digit) == column.field->id) continue;
            column.outcome = Outcome::question;
            column.suggestions = {column.field->id, std::string(old_level(*digit))};
            column.field.reset();
            --draft.mapping.mapped;
        }
    }
}

void question_other_years(std::vector<TableDraft>& drafts)
{
    for (TableDraft& draft : drafts) {
        if (!draft.has_schema()) continue;
        const std::set<int> years = years_of(draft);
        for (std::size_t at = 0; at < draft.headers.size() && !years.empty(); ++at) {
            MappedColumn& column = draft.mapping.columns[at];
            const HeaderColumn& header = draft.headers[at];
            const bool is_figure = (column.outcome == Outcome::mapped || column.outcome == Outcome::summand) &&
                                   is_measure(*column.field) && column.reason.code != "BIL-260"; // answered before
            const std::set<int> said(header.years.begin(), header.years.end());
            const bool is_of_table =
                said.empty() || std::any_of(said.begin(), said.end(), [&](int year) { return years.contains(year); });
            if (!is_figure || is_of_table || dates_something_else(header)) continue;
            column.outcome = Outcome::question;
            column.reason = {"BIL-832", {header.path, in_words(said), in_words(years), column.field->id}};
            column.suggestions.clear();
            column.field.reset();
            --draft.mapping.mapped;
        }
    }
}

void say_mixed_years(const TakeIn& take_in, const TableDraft& draft)
{
    if (!years_of(draft).empty()) return; // columns of other years were questioned
    std::vector<std::size_t> dated;
    for (std::size_t at = 0; at < draft.headers.size(); ++at) {
        const MappedColumn& column = draft.mapping.columns[at];
        if (column.outcome == Outcome::wide) return; // they have a row for each year
        const bool is_figure = is_read(column.outcome) && is_measure(*column.field);
        if (is_figure && !draft.headers[at].years.empty() && !dates_something_else(draft.headers[at]))
            dated.push_back(at);
    }
    const auto are_apart = [&](std::size_t left, std::size_t right) {
        return std::ranges::none_of(draft.headers[left].years, [&](int year) {
            return std::ranges::find(draft.headers[right].years, year) != draft.headers[right].years.end();
        });
    };
    const auto other = std::ranges::find_if(dated, [&](std::size_t at) { return are_apart(dated.front(), at); });
    if (other == dated.end()) return;
    std::vector<std::string> headers;
    headers.reserve(dated.size());
    for (const std::size_t at : dated) headers.push_back(draft.headers[at].path);
    const HeaderColumn& header = draft.headers[*other];
    take_in.say("BIL-533", data::Severity::alert,
                take_in.place(*draft.view, draft.block.header.labels.back(), header.column), Done::kept,
                {"BIL-533", {base::join(headers, "\u00A0; ")}}, header.path);
}

void say_touching_ages(const TakeIn& take_in, const TableDraft& draft)
{
    std::vector<Band> bands;
    for (std::size_t at = 0; at < draft.headers.size(); ++at)
        if (const auto band = band_of(draft, at)) bands.push_back(*band);
    for (const Band& band : bands)
        for (const Band& other : bands) {
            if (other.at == band.at || other.high == 0 || other.high != band.low) continue;
            const HeaderColumn& header = draft.headers[band.at];
            take_in.say(
                "BIL-556", data::Severity::alert,
                take_in.place(*draft.view, draft.block.header.labels.back(), header.column), Done::converted,
                {"BIL-556", {header.path, draft.headers[other.at].path, std::to_string(band.low), band.id, other.id}},
                header.path);
        }
}

} // namespace bilan::intake
