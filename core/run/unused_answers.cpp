// SPDX-License-Identifier: MPL-2.0
#include "run/unused_answers.hpp"

#include "base/text.hpp"

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace bilan::run {

namespace {

using Met = std::set<std::pair<std::string, std::string>>; ///< schema, folded spelling of a header

/// The spellings by which an answer may name this column: whole, its lower levels alone, with the letter of the column.
void meet(const std::string& schema, const intake::ColumnReading& column, Met& met)
{
    constexpr std::string_view between = " / ";
    met.emplace(schema, base::fold(column.header + " [" + column_letters(column.column) + ']'));
    std::string_view rest = column.header;
    met.emplace(schema, base::fold(rest));
    for (std::size_t at = rest.find(between); at != std::string_view::npos; at = rest.find(between)) {
        rest.remove_prefix(at + between.size());
        met.emplace(schema, base::fold(rest));
    }
}

} // namespace

std::optional<intake::Finding> unused_answers(const Answers& answers, const Reading& reading)
{
    Met met;
    for (const FileResult& file : reading.files)
        for (const intake::TableReading& table : file.reading.tables)
            for (const intake::ColumnReading& column : table.columns) meet(table.schema, column, met);
    constexpr std::size_t most_named = 5;
    std::set<std::pair<std::string, std::string>> unused;
    std::vector<std::string> named;
    for (const GivenAnswer& given : answers.given) {
        const std::pair key{given.schema, base::fold(given.header)};
        if (met.contains(key) || !unused.insert(key).second || unused.size() > most_named) continue;
        named.push_back(given.schema + " › " + base::for_display(given.header));
    }
    if (unused.empty()) return std::nullopt;
    if (unused.size() > most_named) named.emplace_back("…");
    intake::Finding finding;
    finding.code = "BIL-185";
    finding.message = {finding.code, {std::to_string(unused.size()), base::join(named, ", ")}};
    return finding;
}

} // namespace bilan::run
