// SPDX-License-Identifier: MPL-2.0
//
// Reads bytes through the built csv plugin and shows the outcome as short texts. For tests, one thread.
#pragma once

#include "support/plugin_under_test.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace bilan::test {

inline const Reader& csv_reader()
{
    static const PluginUnderTest plugin("csv_reader");
    return *plugin.readers.at(0);
}

inline Source source_of(std::string_view bytes, const std::string& name)
{
    const std::size_t dot = name.rfind('.');
    return {name, dot == std::string::npos ? "" : name.substr(dot + 1), std::as_bytes(std::span(bytes))};
}

inline Confidence csv_confidence(std::string_view bytes, const std::string& name = "essai.csv")
{
    return csv_reader().recognises(source_of(bytes, name));
}

inline std::string problem_text(const Problem& problem)
{
    std::string text = problem.code;
    if (problem.place.row) text += " row " + std::to_string(*problem.place.row);
    for (const std::string& argument : problem.arguments) text += " [" + argument + "]";
    return text;
}

/// What became of a file: its rows as `a|b|`, an empty cell as nothing and an error cell as `#`.
struct CsvOutcome {
    Book book;
    std::string refusal;
    std::vector<std::string> rows;
    std::vector<std::string> remarks;

    [[nodiscard]] std::string fact(std::string_view name) const
    {
        for (const auto& [key, value] : book.facts)
            if (key == name) return value;
        return {};
    }
};

inline CsvOutcome read_csv(std::string_view bytes, const std::string& name = "essai.csv", const ReadLimits& limits = {})
{
    CsvOutcome outcome;
    try {
        csv_reader().read(source_of(bytes, name), limits, outcome.book);
    } catch (const Refusal& refusal) {
        outcome.refusal = problem_text(refusal.problem());
        return outcome;
    }
    const Grid& grid = outcome.book.sheets.at(0);
    for (std::uint32_t row = 0; row < grid.rows(); ++row) {
        std::string& shown = outcome.rows.emplace_back();
        for (std::uint32_t column = 0; column < grid.columns(); ++column) {
            const Cell cell = grid.at(row, column);
            if (cell.type() == CellType::text) shown += outcome.book.text(cell);
            if (cell.type() == CellType::error) shown += "#";
            shown += "|";
        }
    }
    for (const Problem& remark : outcome.book.remarks) outcome.remarks.push_back(problem_text(remark));
    return outcome;
}

/// The folder `shared/data` beside the checkout, or beside a folder that holds it.
inline std::filesystem::path shared_data()
{
    std::filesystem::path folder = std::filesystem::path(BILAN_SOURCE_DIR).parent_path();
    while (folder.has_relative_path() && !std::filesystem::exists(folder / "shared/data"))
        folder = folder.parent_path();
    return folder / "shared/data";
}

inline std::string bytes_of(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

} // namespace bilan::test
