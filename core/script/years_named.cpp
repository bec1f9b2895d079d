// SPDX-License-Identifier: MPL-2.0
#include "script/years_named.hpp"

#include "base/text.hpp"
#include "data/measure.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace bilan::script {

void add_years(const data::Dataset& dataset, std::span<const std::uint32_t> rows, std::set<int>& years)
{
    const data::Column* const column = dataset.column(data::year_field);
    if (column == nullptr || column->numbers.empty()) return;
    double last = 0;
    for (const std::uint32_t row : rows) {
        if (!column->is_known(row) || column->numbers[row] == last) continue;
        last = column->numbers[row];
        years.insert(static_cast<int>(last));
    }
}

namespace {

bool is_read(const ReportCard& card, const std::string& schema)
{
    return card.datasets.empty() || std::ranges::find(card.datasets, schema) != card.datasets.end();
}

} // namespace

std::set<int> years_read(const RunInputs& inputs, const ReportCard& card)
{
    std::set<int> years;
    for (const auto& [schema, dataset] : inputs.datasets)
        if (is_read(card, schema)) add_years(*dataset, *data::Query(dataset).rows(), years);
    return years;
}

bool is_year_unsaid(const RunInputs& inputs, const ReportCard& card)
{
    const auto could_say = [&](const auto& known) {
        return is_read(card, known.first) && known.second->rows() > 0 &&
               data::Query(known.second).has_field(data::year_field);
    };
    return !inputs.year && std::ranges::any_of(inputs.datasets, could_say) && years_read(inputs, card).empty();
}

std::string words_of_years(const std::set<int>& years, base::Language language)
{
    std::vector<std::pair<int, int>> spans;
    for (const int year : years) {
        if (!spans.empty() && spans.back().second + 1 == year)
            spans.back().second = year;
        else
            spans.emplace_back(year, year);
    }
    std::vector<std::string> words;
    for (const auto& [first, last] : spans) {
        words.push_back(std::to_string(first));
        if (last == first + 1) words.push_back(std::to_string(last));
        if (last > first + 1)
            words.back() += (language == base::Language::french ? " à " : " to ") + std::to_string(last);
    }
    return base::join(words, ", ");
}

} // namespace bilan::script
