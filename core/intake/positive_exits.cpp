// SPDX-License-Identifier: MPL-2.0
#include "intake/positive_exits.hpp"

#include "intake/header/context.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

namespace bilan::intake {

namespace {

std::optional<std::size_t> column_of(const TableDraft& draft, std::string_view field)
{
    for (std::size_t at = 0; at < draft.mapping.columns.size(); ++at) {
        const MappedColumn& column = draft.mapping.columns[at];
        if (column.outcome == Outcome::mapped && column.field->id == field &&
            column.reason.code != "BIL-260") // answered before
            return at;
    }
    return std::nullopt;
}

/// « Sorties positives », which may be all dynamic ones; « Autres sorties positives » are not.
bool says_positive(const HeaderColumn& header)
{
    if (!header.has_header()) return false;
    const std::string& folded = header.leaf().plain;
    return folded.find("autre") == std::string::npos && folded.find("positive") != std::string::npos;
}

/// « Sorties positives (formation, SIAE) », « … (hors emploi) »: no doubt is left.
bool says_which(const HeaderColumn& header)
{
    const std::string& folded = header.leaf().plain;
    return std::ranges::any_of(std::array{"formation", "siae", "insertion", "hors emploi"},
                               [&](const char* word) { return folded.find(word) != std::string::npos; });
}

/// What the columns of a field hold together, when they know as many rows as `rows` says.
std::optional<double> sum_of_field(const TableDraft& draft, std::string_view field, std::uint32_t rows)
{
    double sum = 0;
    bool is_there = false;
    for (std::size_t at = 0; at < draft.headers.size(); ++at) {
        const MappedColumn& column = draft.mapping.columns[at];
        const bool is_own =
            (column.outcome == Outcome::mapped || column.outcome == Outcome::summand) && column.field->id == field;
        const bool is_part = column.outcome == Outcome::mapped && column.also && column.also->id == field;
        if (!is_own && !is_part) continue;
        if (draft.headers[at].content.numbers != rows) return std::nullopt;
        sum += draft.headers[at].content.sum;
        is_there = true;
    }
    return is_there ? std::optional(sum) : std::nullopt;
}

/// The sums of the table allow one reading of « Sorties positives » only: all dynamic exits.
bool are_all_dynamic(const TableDraft& draft, std::size_t positive)
{
    const ContentProfile& content = draft.headers[positive].content;
    const auto lasting = sum_of_field(draft, "nb_emploi_durable", content.numbers);
    const auto transition = sum_of_field(draft, "nb_emploi_transition", content.numbers);
    const auto whole = sum_of_field(draft, "nb_sorties", content.numbers);
    if (!lasting || !whole) return false;
    const double employment = *lasting + transition.value_or(0);
    const double counted = *whole - sum_of_field(draft, "nb_neutralises", content.numbers).value_or(0);
    return employment > 0 && content.sum >= employment && content.sum <= *whole && employment + content.sum > counted;
}

/// « Sorties positives | dont emploi durable | dont emploi de transition »: those who found work are among them.
bool holds_employment(const TableDraft& draft, std::size_t positive)
{
    for (std::size_t at = positive + 1; at < draft.headers.size(); ++at) {
        const HeaderColumn& header = draft.headers[at];
        const MappedColumn& column = draft.mapping.columns[at];
        const bool is_part =
            header.has_header() && !header.leaf().tokens.empty() && header.leaf().tokens.front() == "dont";
        if (!is_part) return false;
        const bool is_employment = column.outcome == Outcome::mapped && (column.field->id == "nb_emploi_durable" ||
                                                                         column.field->id == "nb_emploi_transition");
        if (is_employment) return header.content.sum <= draft.headers[positive].content.sum;
    }
    return false;
}

/// The outcomes of the table add up to its exits only with the people of the column « Formation ».
bool are_outcomes_with(const TableDraft& draft, std::size_t training)
{
    const ContentProfile& content = draft.headers[training].content;
    const auto whole = sum_of_field(draft, "nb_sorties", content.numbers);
    if (!whole || content.sum <= 0) return false;
    double outcomes = content.sum;
    for (const std::string_view field :
         {"nb_emploi_durable", "nb_emploi_transition", "nb_autres_sorties", "nb_suite_inconnue", "nb_neutralises"}) {
        const auto sum = sum_of_field(draft, field, content.numbers);
        if (!sum && draft.mapping.has(field)) return false;
        outcomes += sum.value_or(0);
    }
    return std::abs(outcomes - *whole) < 0.5;
}

} // namespace

void question_positive_exits(std::vector<TableDraft>& drafts)
{
    for (TableDraft& draft : drafts) {
        if (!draft.has_schema() || draft.mapping.has("nb_emploi_durable") || draft.mapping.has("nb_emploi_transition"))
            continue;
        const std::optional<std::size_t> positive = column_of(draft, "nb_sortie_positive");
        const std::optional<std::size_t> others = column_of(draft, "nb_autres_sorties");
        const std::optional<std::size_t> whole = column_of(draft, "nb_sorties");
        if (!positive || !says_positive(draft.headers[*positive]) || says_which(draft.headers[*positive])) continue;
        const auto sum_of = [&](std::size_t at) { return draft.headers[at].content.sum; };
        const bool has_room = // for exits to employment that no column gives
            others && whole && std::abs(sum_of(*positive) + sum_of(*others) - sum_of(*whole)) > 0.5;
        if (has_room) continue;
        MappedColumn& column = draft.mapping.columns[*positive];
        column.outcome = Outcome::question;
        column.suggestions = {"nb_sorties_dynamiques", "nb_sortie_positive"};
        column.reason = {};
        column.field.reset();
        --draft.mapping.mapped;
    }
}

void read_dynamic_exits(std::vector<TableDraft>& drafts)
{
    for (TableDraft& draft : drafts) {
        if (!draft.has_schema() || draft.mapping.has("nb_sorties_dynamiques")) continue;
        const std::optional<std::size_t> positive = column_of(draft, "nb_sortie_positive");
        const data::Field* const dynamic = field_by_id(*draft.mapping.schema->schema, "nb_sorties_dynamiques");
        if (!positive || dynamic == nullptr || !says_positive(draft.headers[*positive])) continue;
        MappedColumn& column = draft.mapping.columns[*positive];
        const bool is_told = holds_employment(draft, *positive);
        if (!is_told && !are_all_dynamic(draft, *positive)) continue;
        column.field = *dynamic;
        column.near = true;
        column.reason = {is_told ? "BIL-194" : "BIL-146", {draft.headers[*positive].path}};
    }
}

void read_training_exits(std::vector<TableDraft>& drafts)
{
    for (TableDraft& draft : drafts) {
        const bool is_told = !draft.has_schema() || draft.mapping.has("nb_sortie_positive") ||
                             draft.mapping.has("nb_sorties_dynamiques");
        const std::optional<std::size_t> training = is_told ? std::nullopt : column_of(draft, "nb_formation");
        if (!training || !are_outcomes_with(draft, *training)) continue;
        const data::Field* const positive = field_by_id(*draft.mapping.schema->schema, "nb_sortie_positive");
        if (positive != nullptr) draft.mapping.columns[*training].also = *positive;
    }
}

void say_ambiguous_exits(const TakeIn& take_in, const TableDraft& draft)
{
    const bool has_employment = draft.mapping.has("nb_emploi_durable") || draft.mapping.has("nb_emploi_transition");
    const bool has_whole = draft.mapping.has("nb_sorties") || draft.mapping.has("nb_sorties_dynamiques");
    if (!has_employment || has_whole) return;
    for (std::size_t at = 0; at < draft.headers.size(); ++at) {
        const MappedColumn& column = draft.mapping.columns[at];
        const HeaderColumn& header = draft.headers[at];
        const bool is_positive = column.outcome == Outcome::mapped && column.field->id == "nb_sortie_positive" &&
                                 column.reason.code != "BIL-260"; // answered before
        if (!is_positive || !says_positive(header)) continue;
        take_in.say("BIL-523", data::Severity::alert,
                    take_in.place(*draft.view, draft.block.header.labels.back(), header.column), Done::kept,
                    {"BIL-523", {header.path}}, header.path);
    }
}

} // namespace bilan::intake
