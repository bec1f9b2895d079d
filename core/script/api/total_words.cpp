// SPDX-License-Identifier: MPL-2.0
#include "script/api/total_words.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace bilan::script {

namespace {

bool is_sum(const data::Measure& measure)
{
    return measure.aggregate == data::Aggregate::sum || measure.aggregate == data::Aggregate::count;
}

bool is_rate_of_all(const data::Measure& measure)
{
    const bool is_quotient = measure.aggregate == data::Aggregate::ratio || measure.aggregate == data::Aggregate::known;
    return is_quotient && measure.unit == data::Unit::rate;
}

base::Words words_of(const data::Measure& measure)
{
    using data::Aggregate;
    const bool is_date = measure.unit == data::Unit::date;
    switch (measure.aggregate) {
    case Aggregate::count:
    case Aggregate::sum: return {"chaque ligne comptée une fois", "each row counted once"};
    case Aggregate::mean: return {"moyenne", "mean"};
    case Aggregate::median: return {"médiane", "median"};
    case Aggregate::quantile: return {"quantile", "quantile"};
    case Aggregate::deviation: return {"écart type", "standard deviation"};
    case Aggregate::minimum:
        return is_date ? base::Words{"première date", "earliest date"} : base::Words{"minimum", "minimum"};
    case Aggregate::maximum:
        return is_date ? base::Words{"dernière date", "latest date"} : base::Words{"maximum", "maximum"};
    case Aggregate::count_distinct: return {"valeurs différentes", "different values"};
    case Aggregate::ratio: return {"rapport des sommes", "ratio of the sums"};
    case Aggregate::known: break;
    }
    return {"part des lignes renseignées", "share of the rows known"};
}

/// « maximum (« Coût », « Âge ») ».
std::string in_words(const base::Words& what, const std::vector<base::Words>& headers, base::Language language)
{
    const bool is_french = language == base::Language::french;
    std::vector<std::string> quoted;
    quoted.reserve(headers.size());
    for (const base::Words& header : headers)
        quoted.push_back(is_french ? "«\u00A0" + header.french + "\u00A0»" : '"' + header.english + '"');
    return what.in(language) + " (" + base::join(quoted, ", ") + ')';
}

} // namespace

void TotalWords::take(const data::Measure& measure, const base::Words& header, bool is_repeated)
{
    if (is_sum(measure) && !is_repeated) {
        has_sums_ = true;
        return;
    }
    if (is_rate_of_all(measure)) {
        has_rates_ = true;
        return;
    }
    const base::Words what = words_of(measure);
    auto same = std::ranges::find(apart_, what, [](const auto& entry) { return entry.first; });
    if (same == apart_.end()) same = apart_.insert(apart_.end(), {what, {}});
    same->second.push_back(header);
}

base::Words TotalWords::label() const
{
    if (apart_.empty() && (has_sums_ || !has_rates_)) return {"Total", "Total"};
    return {"Ensemble", "Overall"};
}

std::optional<base::Words> TotalWords::note() const
{
    if (apart_.empty()) return std::nullopt;
    std::vector<std::string> french;
    std::vector<std::string> english;
    const bool is_all = apart_.size() == 1 && !has_sums_ && !has_rates_; // of every column: none needs its name
    for (const auto& [what, headers] : apart_) {
        if (is_all) {
            french.push_back(what.french);
            english.push_back(what.english);
            continue;
        }
        french.push_back(in_words(what, headers, base::Language::french));
        english.push_back(in_words(what, headers, base::Language::english));
    }
    return base::Words{
        "Ensemble\u00A0: calculé sur toutes les lignes, non additionné\u00A0: " + base::join(french, "\u00A0; ") + '.',
        "Overall: computed over all rows, not added up: " + base::join(english, "; ") + '.'};
}

bool is_repeated(const std::vector<data::Figure>& figures, const data::Figure& whole)
{
    const auto asked = [](const data::Figure& figure) { return figure.base + figure.unknown + figure.not_applicable; };
    std::uint64_t together = 0;
    for (const data::Figure& figure : figures) together += asked(figure);
    return together > asked(whole);
}

TotalWords words_of_totals(const CrossingObject& crossing)
{
    const data::Crossing& made = crossing.crossing;
    TotalWords words;
    words.take(crossing.measure, {},
               is_repeated(made.row_totals, made.total) || is_repeated(made.column_totals, made.total));
    return words;
}

} // namespace bilan::script
