// SPDX-License-Identifier: MPL-2.0
//
// Any bytes as a sheet of texts and numbers, one line a row and one tab a column: taken in without a crash, every row
// accounted for, every place inside the sheet, and twice the same.
#include "base/text.hpp"
#include "intake/intake.hpp"
#include "intake_tables/book_maker.hpp"
#include "intake_tables/test_domain.hpp"

#include <cstdint>
#include <cstdlib>

namespace {

using namespace bilan; // a fuzz target is one page of glue

constexpr std::size_t most_bytes = 4'000;
constexpr std::size_t most_columns = 60;

void demand(bool holds)
{
    if (!holds) std::abort();
}

intake::test::Rows rows_of(std::string_view text)
{
    intake::test::Rows rows;
    for (const std::string_view line : base::split(text, '\n')) {
        std::vector<std::string>& row = rows.emplace_back();
        for (const std::string_view cell : base::split(line, '\t'))
            if (row.size() < most_columns) row.emplace_back(cell);
    }
    return rows;
}

void check(const intake::FileReading& reading, std::uint32_t rows)
{
    for (const intake::TableReading& table : reading.tables) {
        demand(table.rows_read == table.rows_kept + table.rows_set_aside + table.rows_refused);
        demand(table.rows_not_kept.size() == table.rows_set_aside + table.rows_refused);
        demand(table.range.last_row < rows);
    }
    for (const data::TableValues& values : reading.values)
        for (const std::uint32_t row : values.source_rows) demand(row < std::max(rows, std::uint32_t{most_columns}));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const auto lexicon = intake::prepare(intake::test::domain());
    const std::string text = base::to_utf8({reinterpret_cast<const char*>(data), std::min(size, most_bytes)});
    intake::test::BookMaker maker;
    const Grid& grid = maker.sheet("Feuil1", rows_of(text));
    intake::Options options;
    options.domain = &intake::test::domain();
    options.lexicon = lexicon;
    const intake::FileReading reading = intake::take_in(maker.book(), "essai.xlsx", options);
    check(reading, grid.rows());
    const intake::FileReading again = intake::take_in(maker.book(), "essai.xlsx", options);
    demand(reading.tables.size() == again.tables.size() && reading.findings.size() == again.findings.size());
    return 0;
}
