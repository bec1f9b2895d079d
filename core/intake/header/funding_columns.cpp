// SPDX-License-Identifier: MPL-2.0
#include "intake/header/funding_columns.hpp"

#include "base/text.hpp"
#include "intake/header/context.hpp"
#include "intake/header/measures.hpp"
#include "intake/header/wide.hpp"
#include "intake/value/vocabulary_index.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace bilan::intake {

namespace {

bool is_taken(const MappedColumn& column)
{
    return column.outcome == Outcome::personal || is_read(column.outcome);
}

HeaderColumn with_leaf(const HeaderColumn& header, std::string leaf)
{
    HeaderColumn alone = header;
    alone.words = {read_header(leaf)};
    alone.levels = {std::move(leaf)};
    alone.carried = {false};
    return alone;
}

/// The amount of a funding that a header alone names; « Montant » says no stage.
std::optional<Candidate> amount_of(const MappingInput& input, const SchemaIndex& schema, const HeaderColumn& header)
{
    const std::vector<Candidate> found = match(*input.lexicon, schema, header);
    const Candidate* const measure = surest_measure(found);
    if (measure == nullptr || !measure->field->id.starts_with("montant_")) return std::nullopt;
    Candidate amount = *measure;
    const std::vector<std::string>& tokens = header.leaf().tokens;
    amount.is_doubtful = tokens.size() == 1 && tokens.front() == "montant";
    return amount;
}

/// « Financeur 2 » as « Financeur » and 2; 0 for a header without a number at its end.
std::pair<std::string, int> parted(const HeaderColumn& header)
{
    std::string name = header.levels.back();
    std::size_t end = name.size();
    while (end > 0 && (name[end - 1] == ' ' || name[end - 1] == ')')) --end;
    std::size_t first = end;
    while (first > 0 && name[first - 1] >= '0' && name[first - 1] <= '9') --first;
    constexpr std::size_t most_digits = 2;
    if (first == end || end - first > most_digits) return {std::move(name), 0};
    const int number = std::stoi(name.substr(first, end - first));
    name.resize(first);
    while (!name.empty() && std::string_view(" (_-#").find(name.back()) != std::string_view::npos) name.pop_back();
    for (const std::string_view sign : {" n°", " n\u00B0", " N°"})
        if (name.ends_with(sign)) name.resize(name.size() - sign.size());
    return {std::move(name), number};
}

bool is_funder_word(const std::string& token)
{
    return token == "financeur" || token == "cofinanceur";
}

bool says_funder(const std::vector<std::string>& tokens)
{
    return std::ranges::any_of(tokens, is_funder_word);
}

/// « Montant cofinanceur » beside « Cofinanceur » is its « Montant ».
std::string without_funder(std::vector<std::string> tokens)
{
    std::erase_if(tokens, is_funder_word);
    return base::join(tokens, " ");
}

/// A column that names a funder, and the columns at its right that say what it gives.
struct Pair {
    std::size_t funder = 0;
    int number = 0;
    std::vector<std::pair<std::size_t, Candidate>> amounts;

    [[nodiscard]] std::set<std::string> fields() const
    {
        std::set<std::string> ids;
        for (const auto& [at, amount] : amounts) ids.insert(amount.field->id);
        return ids;
    }
};

std::vector<Pair> pairs_of(const MappingInput& input, const Mapping& mapping)
{
    constexpr std::array<std::string_view, 4> names{"financeur", "cofinanceur", "nom", "organisme"};
    const std::vector<HeaderColumn>& headers = *input.columns;
    std::vector<Pair> pairs;
    for (std::size_t at = 0; at < headers.size(); ++at) {
        const bool is_open = headers[at].words.size() == 1 && !is_taken(mapping.columns[at]);
        if (!is_open) continue;
        const auto [name, number] = parted(headers[at]);
        const std::vector<std::string> tokens = read_header(name).tokens;
        const bool is_name = says_funder(tokens);
        const bool is_only_name = std::ranges::all_of(
            tokens, [&](const std::string& token) { return std::ranges::find(names, token) != names.end(); });
        if (is_name && is_only_name && headers[at].content.is_mostly(headers[at].content.texts)) {
            pairs.push_back({at, number, {}});
            continue;
        }
        if (pairs.empty() || number != pairs.back().number) continue;
        Pair& last = pairs.back();
        const bool is_beside = at == last.funder + last.amounts.size() + 1;
        std::optional<Candidate> amount = amount_of(input, *mapping.schema, with_leaf(headers[at], name));
        if (!amount && says_funder(tokens))
            amount = amount_of(input, *mapping.schema, with_leaf(headers[at], without_funder(tokens)));
        if (is_beside && amount && !last.fields().contains(amount->field->id)) last.amounts.emplace_back(at, *amount);
    }
    return pairs;
}

void mark(MappedColumn& column, const Candidate& measure, std::string_view dimension, const std::string& value,
          const std::string& path)
{
    mark_wide(column, measure, dimension, value);
    if (!measure.is_doubtful) return;
    column.near = true;
    column.reason = {"BIL-543", {path, measure.field->label.french, measure.field->id}};
}

} // namespace

void find_natures(const MappingInput& input, Mapping& mapping)
{
    const data::Field* const nature = field_by_id(*mapping.schema->schema, "nature_credit");
    if (nature == nullptr) return;
    const VocabularyIndex index(input.lexicon->domain().vocabulary(nature->vocabulary));
    const std::vector<HeaderColumn>& headers = *input.columns;
    struct Found {
        std::size_t column = 0;
        Candidate amount;
        std::string nature;
    };
    std::vector<Found> found;
    std::set<std::string> natures;
    for (std::size_t at = 0; at < headers.size(); ++at) {
        if (is_taken(mapping.columns[at])) continue;
        // « Droit commun » beside « Crédits spécifiques », without a word on the stage of the money
        if (headers[at].words.size() == 1 && headers[at].content.is_mostly(headers[at].content.numbers)) {
            const data::Term* const term = index.find(headers[at].leaf().folded);
            const auto amount =
                term == nullptr ? std::nullopt : amount_of(input, *mapping.schema, with_leaf(headers[at], "Montant"));
            if (!amount) continue;
            found.push_back({at, *amount, headers[at].levels.front()});
            natures.insert(term->id);
        }
        if (headers[at].words.size() != 2) continue;
        for (const std::size_t level : {0U, 1U}) {
            const data::Term* const term = index.find(headers[at].words[level].folded);
            if (term == nullptr) continue;
            const auto amount =
                amount_of(input, *mapping.schema, with_leaf(headers[at], headers[at].levels[1 - level]));
            if (!amount) continue;
            found.push_back({at, *amount, headers[at].levels[level]});
            natures.insert(term->id);
            break;
        }
    }
    const bool is_plan = std::ranges::any_of(natures, [](const std::string& id) {
        return id.starts_with("droit commun") || id.starts_with("sp\u00E9cifique");
    });
    if (natures.size() < 2 || !is_plan) return;
    for (const Found& one : found)
        mark(mapping.columns[one.column], one.amount, nature->id, one.nature, headers[one.column].path);
}

void find_named_pairs(const MappingInput& input, Mapping& mapping)
{
    const data::Field* const funder = field_by_id(*mapping.schema->schema, "financeur");
    if (funder == nullptr) return;
    const std::vector<Pair> pairs = pairs_of(input, mapping);
    const auto is_like_the_first = [&](const Pair& pair) {
        return !pair.amounts.empty() && pair.fields() == pairs.front().fields();
    };
    if (pairs.size() < 2 || !std::ranges::all_of(pairs, is_like_the_first)) return;
    for (std::size_t at = 0; at < pairs.size(); ++at) {
        const HeaderColumn& header = (*input.columns)[pairs[at].funder];
        const std::string name = parted(header).first + ' ' + std::to_string(at + 1);
        mark_wide(mapping.columns[pairs[at].funder], Candidate{*funder, sure, {}}, funder->id, name);
        for (const auto& [column, amount] : pairs[at].amounts)
            mark(mapping.columns[column], amount, funder->id, name, (*input.columns)[column].path);
    }
}

} // namespace bilan::intake
