// SPDX-License-Identifier: MPL-2.0
#include "run/previous_year.hpp"

#include "base/error.hpp"
#include "base/mapped_file.hpp"
#include "intake/own_rows.hpp"
#include "run/digest.hpp"

#include <algorithm>

namespace bilan::run {

PreviousYear read_previous_year(const Engine& engine, const std::filesystem::path& workbook, const ReadLimits& limits)
{
    PreviousYear year;
    year.file = {workbook, workbook.filename().string(), sha256(base::MappedFile(workbook).bytes())};
    const OpenedBook opened = open_book(engine, year.file, limits);
    if (!is_own_workbook(*opened.book)) throw base::Error(base::ExitCode::usage, year.file.name, {"BIL-166", {}});
    for (const Grid& sheet : opened.book->sheets) {
        auto values = intake::read_own_rows(*opened.book, sheet, year.file.name, *engine.domain(), year.lost);
        if (!values || values->source_rows.empty()) continue;
        const std::string schema = values->schema->id;
        data::DatasetBuilder builder(values->schema);
        builder.append(std::move(*values));
        year.datasets.emplace(schema, builder.finish());
    }
    if (year.datasets.empty()) throw base::Error(base::ExitCode::usage, year.file.name, {"BIL-167", {}});
    std::ranges::sort(year.lost);
    year.lost.erase(std::unique(year.lost.begin(), year.lost.end()), year.lost.end());
    return year;
}

} // namespace bilan::run
