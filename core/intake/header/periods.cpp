// SPDX-License-Identifier: MPL-2.0
#include "intake/header/periods.hpp"

#include "base/text.hpp"
#include "intake/header/measures.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace bilan::intake {

namespace {

/// `t1` to `t4`, `s1`, `s2`.
using Period = std::string;

std::optional<char> number_of(const std::string& word)
{
    constexpr std::array<std::pair<std::string_view, char>, 16> words{{{"1", '1'},
                                                                       {"1er", '1'},
                                                                       {"premier", '1'},
                                                                       {"2", '2'},
                                                                       {"2e", '2'},
                                                                       {"2eme", '2'},
                                                                       {"2nd", '2'},
                                                                       {"second", '2'},
                                                                       {"deuxieme", '2'},
                                                                       {"3", '3'},
                                                                       {"3e", '3'},
                                                                       {"3eme", '3'},
                                                                       {"troisieme", '3'},
                                                                       {"4", '4'},
                                                                       {"4e", '4'},
                                                                       {"quatrieme", '4'}}};
    for (const auto& [spelling, number] : words)
        if (spelling == word) return number;
    return std::nullopt;
}

std::optional<char> kind_of(const std::string& word)
{
    if (word == "trimestre" || word == "trim" || word == "trim.") return 't';
    return word == "semestre" || word == "sem" || word == "sem." ? std::optional('s') : std::nullopt;
}

bool is_within_a_year(const Period& period)
{
    return period[0] == 't' ? period[1] <= '4' : period[1] <= '2';
}

} // namespace

std::optional<PeriodHeader> cut_period(const HeaderColumn& column)
{
    if (!column.has_header()) return std::nullopt;
    const std::string& header = column.levels.back();
    std::vector<std::string_view> written;
    for (const std::string_view word : base::split(header, ' '))
        if (!word.empty() && word != "-" && word != "/") written.push_back(word);
    if (!written.empty() && base::fold(written.back()).starts_with("20")) written.pop_back(); // « T1 2024 »
    if (written.empty()) return std::nullopt;
    std::string last = base::fold(written.back());
    std::erase_if(last, [](char sign) { return sign == '(' || sign == ')'; });
    Period period;
    std::size_t taken = 0;
    const bool is_short = last.size() == 2 && (last[0] == 't' || last[0] == 's') && last[1] >= '1' && last[1] <= '4';
    if (is_short) {
        period = last;
        taken = 1;
    } else if (written.size() >= 2) {
        const std::string before = base::fold(written[written.size() - 2]);
        const std::optional<char> kind = kind_of(last) ? kind_of(last) : kind_of(before);
        const std::optional<char> number = kind_of(last) ? number_of(before) : number_of(last);
        if (kind && number) period = {*kind, *number};
        taken = 2;
    }
    if (period.empty() || !is_within_a_year(period)) return std::nullopt;
    written.resize(written.size() - taken);
    std::string rest;
    for (const std::string_view word : written) rest += (rest.empty() ? "" : " ") + std::string(word);
    return PeriodHeader{std::move(rest), std::move(period)};
}

std::optional<Candidate> measure_in_period(const MappingInput& input, const SchemaIndex& schema,
                                           const HeaderColumn& header, const PeriodHeader& cut)
{
    if (cut.rest.empty()) return measure_above(*input.lexicon, schema, header);
    HeaderColumn whole = header;
    whole.levels.back() = cut.rest;
    whole.words.back() = read_header(cut.rest);
    const std::vector<Candidate> found = match(*input.lexicon, schema, whole);
    const Candidate* const surest = surest_measure(found);
    return surest == nullptr ? std::nullopt : std::optional<Candidate>(*surest);
}

namespace {

bool adds_up(const data::Field& field)
{
    return !field.stock && (field.type == data::FieldType::count || field.type == data::FieldType::euro);
}

struct Periods {
    std::vector<std::pair<std::size_t, Candidate>> columns;
    std::set<Period> met;
    std::set<int> years;
    bool is_repeated = false;
};

bool has_whole(const std::vector<std::vector<Candidate>>& candidates, const Mapping& mapping, const std::string& field)
{
    for (std::size_t at = 0; at < candidates.size(); ++at) {
        const Candidate* const own = surest_measure(candidates[at]);
        const MappedColumn& column = mapping.columns[at];
        if ((own != nullptr && own->field->id == field) || (is_read(column.outcome) && column.field->id == field))
            return true;
    }
    return false;
}

} // namespace

void find_periods(const MappingInput& input, const std::vector<std::vector<Candidate>>& candidates, Mapping& mapping)
{
    std::map<std::string, Periods> fields; // by kind of period and field
    for (std::size_t at = 0; at < candidates.size(); ++at) {
        const HeaderColumn& header = (*input.columns)[at];
        const Outcome outcome = mapping.columns[at].outcome;
        const bool is_open = outcome == Outcome::unknown || outcome == Outcome::question;
        if (!is_open || surest_measure(candidates[at]) != nullptr) continue;
        const std::optional<PeriodHeader> cut = cut_period(header);
        if (!cut) continue;
        std::optional<Candidate> measure = measure_in_period(input, *mapping.schema, header, *cut);
        if (!measure || !adds_up(*measure->field)) continue;
        Periods& periods = fields[cut->period.substr(0, 1) + measure->field->id];
        periods.is_repeated = !periods.met.insert(cut->period).second || periods.is_repeated;
        periods.years.insert(header.years.begin(), header.years.end());
        periods.columns.emplace_back(at, std::move(*measure));
    }
    for (const auto& [key, periods] : fields) {
        if (periods.columns.size() < 2 || periods.is_repeated || periods.years.size() > 1) continue;
        const std::string field = key.substr(1);
        const bool gives_way = has_whole(candidates, mapping, field);
        for (const auto& [at, measure] : periods.columns) {
            MappedColumn& column = mapping.columns[at];
            column.outcome = gives_way ? Outcome::left_out : Outcome::summand;
            column.field = measure.field;
            column.confidence = measure.confidence;
            column.reason = {gives_way ? "BIL-849" : "BIL-848", {(*input.columns)[at].path, field}};
            column.near = !gives_way;
            column.suggestions.clear();
        }
    }
}

} // namespace bilan::intake
