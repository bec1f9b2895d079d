// SPDX-License-Identifier: MPL-2.0
#include "base/text.hpp"
#include "intake/header/context.hpp"
#include "intake/header/crosses.hpp"
#include "intake/header/families.hpp"
#include "intake/header/line_numbers.hpp"
#include "intake/nameless.hpp"
#include "intake/say.hpp"
#include "intake/say_crosses.hpp"
#include "intake/value/vocabulary_index.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace bilan::intake {

namespace {

std::string name_of(const TableDraft& draft, const HeaderColumn& header)
{
    if (header.has_header()) return header.path;
    return column_letters(draft.view->on_sheet(0, header.column).column);
}

std::uint32_t header_row(const TableDraft& draft)
{
    return draft.block.has_header() ? draft.block.header.labels.back() : draft.block.first_row;
}

/// Code, message and severity of a column that is not simply read.
struct Remark {
    data::Severity severity = data::Severity::information;
    Done done = Done::set_aside;
    base::Message message;
};

/// « Rien à faire »: why a column was taken for its field.
bool asks_nothing(std::string_view code)
{
    constexpr std::array<std::string_view, 6> reasons{"BIL-040", "BIL-261", "BIL-262", "BIL-263", "BIL-264", "BIL-272"};
    return std::ranges::find(reasons, code) != reasons.end();
}

std::optional<Remark> remark(const TableDraft& draft, std::size_t at)
{
    const MappedColumn& column = draft.mapping.columns[at];
    const std::string name = name_of(draft, draft.headers[at]);
    const std::string suggestions = base::join(column.suggestions, ", ");
    switch (column.outcome) {
    case Outcome::mapped:
        if (column.also)
            return Remark{data::Severity::information, Done::converted, {"BIL-829", {name, column.also->id}}};
        if (!column.near) return std::nullopt;
        return Remark{asks_nothing(column.reason.code) ? data::Severity::information : data::Severity::alert,
                      Done::converted, column.reason};
    case Outcome::question:
        if (column.reason.code == "BIL-821" || column.reason.code == "BIL-825" || column.reason.code == "BIL-832" ||
            column.reason.code == "BIL-515" || column.reason.code == "BIL-036")
            return Remark{data::Severity::alert, Done::set_aside, column.reason};
        if (column.reason.code == "BIL-831") return Remark{data::Severity::blocking, Done::refused, column.reason};
        return Remark{data::Severity::alert, Done::set_aside, {"BIL-267", {name, suggestions}}};
    case Outcome::contradicted: return Remark{data::Severity::alert, Done::set_aside, {"BIL-271", {name, suggestions}}};
    case Outcome::duplicate:
        return Remark{data::Severity::alert,
                      Done::set_aside,
                      {"BIL-268", {name, suggestions, name_of(draft, draft.headers[column.rival])}}};
    case Outcome::unknown:
    case Outcome::untitled: return Remark{data::Severity::information, Done::set_aside, {"BIL-266", {name}}};
    case Outcome::part_total: return Remark{data::Severity::information, Done::set_aside, {"BIL-288", {name}}};
    case Outcome::summand:
        if (column.near)
            return Remark{column.is_listed ? data::Severity::information : data::Severity::alert, Done::converted,
                          column.reason};
        break;
    case Outcome::wide:
        if (column.near) return Remark{data::Severity::alert, Done::converted, column.reason};
        break;
    case Outcome::left_out: // somebody said so, or the whole is there
        if (column.reason.code == "BIL-589" || column.reason.code == "BIL-536" || column.reason.code == "BIL-034" ||
            column.reason.code == "BIL-060")
            return Remark{data::Severity::alert, Done::set_aside, column.reason};
        if (column.reason.code == "BIL-849" || column.reason.code == "BIL-582" || column.reason.code == "BIL-050" ||
            column.reason.code == "BIL-033")
            return Remark{data::Severity::information, Done::set_aside, column.reason};
        break;
    case Outcome::ticked:
    case Outcome::personal: break;
    }
    return std::nullopt;
}

void say_personal(const TakeIn& take_in, const TableDraft& draft)
{
    std::vector<std::string> names;
    std::optional<std::uint32_t> first;
    for (std::size_t at = 0; at < draft.headers.size(); ++at) {
        if (!draft.personal[at]) continue;
        names.push_back(name_of(draft, draft.headers[at]));
        if (!first) first = draft.headers[at].column;
    }
    if (!first) return;
    Place place = take_in.place(*draft.view, header_row(draft), *first);
    const bool is_said =
        std::any_of(take_in.reading->findings.begin(), take_in.reading->findings.end(), [&](const Finding& finding) {
            return finding.code == "C21" && finding.place.sheet == place.sheet;
        });
    if (is_said) return;
    const std::string headers = base::join(names, ", ");
    take_in.say("C21", data::Severity::blocking, std::move(place), Done::refused, {"BIL-269", {headers}}, headers);
}

void say_wide(const TakeIn& take_in, const TableDraft& draft)
{
    std::map<std::string, std::pair<std::size_t, std::vector<std::string>>> dimensions;
    for (std::size_t at = 0; at < draft.mapping.columns.size(); ++at) {
        const MappedColumn& column = draft.mapping.columns[at];
        if (column.outcome != Outcome::wide) continue;
        auto& [first, values] = dimensions.try_emplace(column.dimension, at, std::vector<std::string>()).first->second;
        if (std::find(values.begin(), values.end(), column.dimension_value) == values.end())
            values.push_back(column.dimension_value);
    }
    for (const auto& [dimension, entry] : dimensions)
        take_in.say("BIL-273", data::Severity::information,
                    take_in.place(*draft.view, header_row(draft), draft.headers[entry.first].column), Done::converted,
                    {"BIL-273", {dimension, base::join(entry.second, ", ")}}, draft.headers[entry.first].path);
}

ColumnReading reading_of_column(const TableDraft& draft, std::size_t at)
{
    const HeaderColumn& header = draft.headers[at];
    ColumnReading reading;
    reading.column = draft.view->on_sheet(header_row(draft), header.column).column;
    if (draft.view->is_transposed()) reading.column = header.column;
    reading.header = header.path;
    reading.personal = draft.personal[at];
    if (reading.personal) {
        reading.reason = {"BIL-269", {header.path}};
        return reading;
    }
    if (at >= draft.mapping.columns.size()) return reading;
    const MappedColumn& column = draft.mapping.columns[at];
    if (is_read(column.outcome)) reading.field = column.field->id;
    reading.confidence = column.confidence;
    reading.suggestions = column.suggestions;
    reading.holds_numbers = header.has_header() && header.content.filled > 0 &&
                            header.content.is_mostly(header.content.numbers) && !names_something(header);
    const std::optional<Remark> said = remark(draft, at);
    reading.reason = said && column.outcome != Outcome::mapped ? said->message : column.reason;
    return reading;
}

/// One word for all columns of numbers that nobody knows: a figure may be missing for want of them.
void say_unread_numbers(const TakeIn& take_in, const TableDraft& draft)
{
    std::vector<std::string> names;
    std::optional<std::uint32_t> first;
    for (std::size_t at = 0; at < draft.mapping.columns.size(); ++at) {
        const HeaderColumn& header = draft.headers[at];
        if (draft.mapping.columns[at].outcome != Outcome::unknown || !header.has_header()) continue;
        if (header.leaf().folded.starts_with("total")) continue; // what adds the others up counts nothing of its own
        if (names_something(header)) continue;
        if (header.content.filled == 0 || !header.content.is_mostly(header.content.numbers)) continue;
        names.push_back(header.path);
        if (!first) first = header.column;
    }
    if (!first) return;
    take_in.say("BIL-842", data::Severity::alert, take_in.place(*draft.view, header_row(draft), *first),
                Done::set_aside, {"BIL-842", {base::join(names, "\u00A0; ")}}, names.front());
}

bool names_funder(const TakeIn& take_in, const HeaderWords& words)
{
    const auto is_named = [](const std::string& token) {
        return token.find("147") != std::string::npos || token == "etat" || token == "bop";
    };
    return std::any_of(words.tokens.begin(), words.tokens.end(), is_named) ||
           std::any_of(words.aside.begin(), words.aside.end(), is_named) ||
           read_funder(*take_in.lexicon, words).has_value();
}

/// « Subvention État »: the State has other programmes than 147, and nothing says that this is its.
bool names_state_alone(const HeaderColumn& header)
{
    constexpr std::array<std::string_view, 8> programme{"bop",       "cv",  "anct", "contrat",
                                                        "politique", "qpv", "pdv",  "pv"};
    bool says_state = false;
    for (const HeaderWords& words : header.words)
        for (const std::vector<std::string>* tokens : {&words.tokens, &words.aside})
            for (const std::string& token : *tokens) {
                const bool is_programme = token.find("147") != std::string::npos ||
                                          std::find(programme.begin(), programme.end(), token) != programme.end();
                if (is_programme) return false;
                says_state = says_state || token == "etat";
            }
    return says_state;
}

/// « CAF du Rhône - Fonds publics et territoires »: the funder that a title above the table speaks of, and of whose
/// money the columns may be; null where the titles are of the contract, or of no money.
const data::Term* funder_of_titles(const TakeIn& take_in, const TableDraft& draft)
{
    constexpr std::array<std::string_view, 8> money{"subvention", "credit",   "financement", "fonds",
                                                    "dotation",   "programm", "aides",       "appel a projets"};
    constexpr std::array<std::string_view, 3> contract{"contrat de ville", "politique de la ville", "147"};
    const VocabularyIndex funders(take_in.options->domain->vocabulary("financeur"));
    for (const std::string& title : draft.titles) {
        const std::string folded = base::fold(title);
        const auto speaks_of = [&](std::string_view word) { return folded.find(word) != std::string::npos; };
        if (std::ranges::any_of(contract, speaks_of)) return nullptr;
        if (std::ranges::none_of(money, speaks_of)) continue;
        const data::Term* const funder = funders.find(base::trim(std::string_view(title).substr(0, title.find(" - "))));
        if (funder != nullptr && funder->id != "p147") return funder;
    }
    return nullptr;
}

/// « Montant accordé » is P147 money in a file of the programming, and says so nowhere: the reader hears of it.
void say_credits_of_nobody(const TakeIn& take_in, const TableDraft& draft)
{
    for (const std::string& title : draft.titles)
        if (title.find("147") != std::string::npos) return;
    const data::Term* const funder = funder_of_titles(take_in, draft);
    for (std::size_t at = 0; at < draft.mapping.columns.size(); ++at) {
        const MappedColumn& column = draft.mapping.columns[at];
        const HeaderColumn& header = draft.headers[at];
        const bool is_credit = column.outcome == Outcome::mapped && column.field->id.ends_with("_p147");
        const bool is_answered = column.reason.code == "BIL-260" || header.code == (is_credit ? column.field->id : "");
        if (!is_credit || is_answered || header.content.filled == 0) continue;
        const bool is_named = std::any_of(header.words.begin(), header.words.end(),
                                          [&](const HeaderWords& words) { return names_funder(take_in, words); });
        const bool is_state = names_state_alone(header);
        if (is_named && !is_state) continue;
        const bool is_asked = column.field->id == "demande_p147";
        if (funder != nullptr && !is_state && (is_asked || column.field->id == "accorde_p147")) {
            take_in.say(
                "BIL-097", data::Severity::alert, take_in.place(*draft.view, header_row(draft), header.column),
                Done::kept,
                {"BIL-097", {header.path, column.field->id, "fin_" + funder->id + (is_asked ? "_demande" : "")}},
                header.path);
            continue;
        }
        const char* const code = is_state ? "BIL-833" : "BIL-844";
        take_in.say(code, data::Severity::information, take_in.place(*draft.view, header_row(draft), header.column),
                    Done::kept, {code, {header.path, column.field->id}}, header.path);
    }
}

} // namespace

void say_columns(const TakeIn& take_in, const TableDraft& draft)
{
    say_personal(take_in, draft);
    if (!draft.has_schema()) return;
    say_wide(take_in, draft);
    say_crosses(take_in, draft);
    say_nameless(take_in, draft);
    say_unread_numbers(take_in, draft);
    say_credits_of_nobody(take_in, draft);
    for (std::size_t at = 0; at < draft.mapping.columns.size(); ++at) {
        std::optional<Remark> said = remark(draft, at);
        const bool is_empty = draft.headers[at].content.filled == 0 && !holds_crosses(draft.headers[at]) &&
                              draft.mapping.columns[at].outcome != Outcome::duplicate;
        if (!said || is_empty) continue;
        std::string code = said->message.code;
        take_in.say(std::move(code), said->severity,
                    take_in.place(*draft.view, header_row(draft), draft.headers[at].column), said->done,
                    std::move(said->message), draft.headers[at].path);
    }
}

void say_missing_fields(const TakeIn& take_in, const TableDraft& draft, const data::TableValues& values)
{
    std::vector<std::string> missing;
    for (const std::string& id : values.schema->must_have) {
        const auto is_it = [&](const data::Column& column) { return column.field.id == id; };
        if (std::none_of(values.columns.begin(), values.columns.end(), is_it)) missing.push_back(id);
    }
    if (missing.empty()) return;
    take_in.say("BIL-428", data::Severity::alert, take_in.place(*draft.view), Done::kept,
                {"BIL-428", {base::join(missing, ", ")}});
}

TableReading reading_of(const TableDraft& draft)
{
    TableReading reading;
    const Block& block = draft.block;
    reading.sheet = draft.sheet();
    const std::uint32_t first = block.has_header() && !block.goes_on ? block.header.first() : block.first_row;
    const std::uint32_t last = std::max(first, block.last_row);
    const CellPosition from =
        draft.view->on_sheet(first, draft.headers.empty() ? block.first_column : draft.headers.front().column);
    const CellPosition to =
        draft.view->on_sheet(last, draft.headers.empty() ? block.last_column : draft.headers.back().column);
    reading.range = {from.row, from.column, to.row, to.column};
    reading.header_rows = block.header.labels;
    if (block.header.codes) reading.header_rows.push_back(*block.header.codes);
    std::sort(reading.header_rows.begin(), reading.header_rows.end());
    reading.transposed = draft.view->is_transposed();
    if (draft.has_schema()) reading.schema = draft.mapping.schema->schema->id;
    reading.schema_confidence = draft.confidence;
    reading.schema_reason = draft.left_out.empty() ? draft.schema_reason : base::Message{draft.left_out, {}};
    for (std::size_t at = 0; at < draft.headers.size(); ++at) reading.columns.push_back(reading_of_column(draft, at));
    return reading;
}

} // namespace bilan::intake
