// SPDX-License-Identifier: MPL-2.0
#include "run/uncounted_columns.hpp"

#include "run/concern.hpp"

#include <algorithm>
#include <string_view>

namespace bilan::run {

namespace {

/// A question about a column of numbers, of which nobody knows yet what it counts, or which of two fields it is.
bool is_left_open(const intake::ColumnReading& column)
{
    const std::string& code = column.reason.code;
    return column.field.empty() && column.holds_numbers && (code == "BIL-821" || code == "BIL-267");
}

} // namespace

std::vector<UncountedColumns> uncounted_columns(const Reading& reading, const std::vector<std::string>& datasets)
{
    std::vector<UncountedColumns> all;
    for (const FileResult& file : reading.files) {
        UncountedColumns columns{file.file.name, {}};
        const auto add = [&](const std::string& header) {
            if (std::ranges::find(columns.headers, header) == columns.headers.end()) columns.headers.push_back(header);
        };
        for (const intake::TableReading& table : file.reading.tables) {
            if (std::ranges::find(datasets, table.schema) == datasets.end()) continue;
            for (const intake::ColumnReading& column : table.columns)
                if (is_left_open(column)) add(column.header);
        }
        for (const intake::Finding& finding : reading.findings) // unknown columns of numbers have one for all
            if (finding.code == "BIL-842" && finding.place.file == columns.file && concerns(finding, reading, datasets))
                add(finding.message.arguments.front());
        if (!columns.headers.empty()) all.push_back(std::move(columns));
    }
    return all;
}

} // namespace bilan::run
