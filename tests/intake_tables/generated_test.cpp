// SPDX-License-Identifier: MPL-2.0
//
// Many messy sheets with known truth: at least 99 % of the rows found and of the columns mapped, every row accounted
// for.
#include "base/text.hpp"
#include "intake_tables/generator.hpp"
#include "intake_tables/reading.hpp"
#include "intake_tables/test_domain.hpp"

#include <gtest/gtest.h>

#include <set>
#include <sstream>

namespace bilan::intake::test {
namespace {

struct Score {
    std::size_t rows = 0;
    std::size_t rows_found = 0;
    std::size_t rows_invented = 0;
    std::size_t columns = 0;
    std::size_t columns_right = 0;
    std::size_t columns_wrong = 0; ///< a field that is not the true one
    std::size_t schemas_wrong = 0;
};

void count(const MessyTable& truth, const FileReading& reading, std::ostringstream& misses, Score& score)
{
    std::set<std::uint32_t> found;
    std::map<std::uint32_t, std::string> fields;
    for (const data::TableValues& values : reading.values)
        found.insert(values.source_rows.begin(), values.source_rows.end());
    std::string schema;
    for (const TableReading& table : reading.tables) {
        EXPECT_EQ(table.rows_read, table.rows_kept + table.rows_set_aside + table.rows_refused);
        EXPECT_EQ(table.rows_not_kept.size(), table.rows_set_aside);
        if (table.schema.empty() || !schema.empty()) continue;
        schema = table.schema;
        for (const ColumnReading& column : table.columns)
            if (!column.field.empty()) fields[column.column] = column.field;
    }
    if (schema != truth.schema) {
        ++score.schemas_wrong;
        misses << " schema=" << schema;
    }
    score.rows += truth.rows.size();
    score.columns += truth.fields.size();
    for (const std::uint32_t row : truth.rows) {
        if (found.erase(row) == 1)
            ++score.rows_found;
        else
            misses << " row " << row + 1;
    }
    score.rows_invented += found.size();
    for (const std::uint32_t row : found) misses << " extra row " << row + 1;
    for (const auto& [column, field] : truth.fields) {
        const auto read = fields.find(column);
        if (read != fields.end() && read->second == field)
            ++score.columns_right;
        else
            misses << ' ' << column_letters(column) << '=' << field << " read "
                   << (read == fields.end() ? "nothing" : read->second);
    }
    for (const auto& [column, field] : fields)
        if (const auto known = truth.fields.find(column); known == truth.fields.end() || known->second != field)
            ++score.columns_wrong;
}

TEST(Generated, RowsAreFoundAndColumnsMapped)
{
    const std::shared_ptr<const Lexicon> lexicon = prepare(domain());
    Score score;
    std::ostringstream report;
    for (std::uint32_t seed = 1; seed <= 600; ++seed) {
        MessyBook messy;
        make_messy(seed, messy);
        Options options;
        options.domain = &domain();
        options.lexicon = lexicon;
        std::ostringstream misses;
        count(messy.truth, take_in(messy.maker.book(), "fichier.xlsx", options), misses, score);
        if (!misses.str().empty())
            report << "seed " << seed << " (" << base::join(messy.truth.patterns, ", ") << "):" << misses.str() << '\n';
    }
    RecordProperty("rows", static_cast<int>(score.rows));
    EXPECT_GE(score.rows_found * 1000, score.rows * 995) << report.str();
    EXPECT_LE(score.rows_invented * 1000, score.rows) << report.str();
    EXPECT_GE(score.columns_right * 1000, score.columns * 995) << report.str();
    EXPECT_EQ(score.columns_wrong, 0U) << report.str();
    EXPECT_EQ(score.schemas_wrong, 0U) << report.str();
}

} // namespace
} // namespace bilan::intake::test
