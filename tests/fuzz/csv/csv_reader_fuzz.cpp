// SPDX-License-Identifier: MPL-2.0
//
// Any bytes: read as a table or refused in words, within the limits, twice the same, and never a text that is not
// UTF-8, and both ways of cutting rows give the same.
#include "csv_reader/csv_reader.hpp"
#include "support/any_bytes.hpp"

#include <cstdint>

namespace {

using bilan::test::demand;
using bilan::test::is_utf8;

/// Everything a book says, as one text.
std::string told(const bilan::Book& book)
{
    std::string all;
    for (const auto& [name, value] : book.facts) all += name + "=" + value + "\n";
    for (const bilan::Problem& remark : book.remarks) {
        all += remark.code;
        for (const std::string& argument : remark.arguments) all += " " + argument;
        all += "\n";
    }
    const bilan::Grid& grid = book.sheets.at(0);
    for (std::uint32_t row = 0; row < grid.rows(); ++row) {
        for (std::uint32_t column = 0; column < grid.columns(); ++column) {
            const bilan::Cell cell = grid.at(row, column);
            if (cell.type() == bilan::CellType::text) {
                const std::string_view text = book.text(cell);
                demand(!text.empty() && is_utf8(text));
                all += text;
            }
            all += cell.type() == bilan::CellType::error ? "\x01\x02" : "\x01";
        }
        all += "\n";
    }
    return all;
}

std::string outcome(const bilan::Reader& reader, const bilan::Source& source)
{
    bilan::ReadLimits limits;
    limits.rows = 2'000;
    limits.columns = 100;
    limits.text_bytes = 4'000;
    bilan::Book book;
    try {
        reader.read(source, limits, book);
    } catch (const bilan::Refusal& refusal) {
        demand(refusal.problem().code.starts_with("BIL-"));
        return refusal.what();
    }
    demand(book.sheets.size() == 1 && book.sheets[0].rows() <= limits.rows &&
           book.sheets[0].columns() <= limits.columns);
    return told(book);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const csv_reader::CsvReader rows(csv_reader::Way::rows);
    const csv_reader::CsvReader records(csv_reader::Way::records);
    const bilan::Source source{"essai.csv", "csv", std::as_bytes(std::span(data, size))};
    const bool ours = rows.recognises(source) > 0;
    const std::string first = outcome(rows, source);
    demand(ours || first == "BIL-342");
    demand(outcome(records, source) == first);
    return 0;
}
