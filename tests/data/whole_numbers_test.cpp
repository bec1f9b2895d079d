// SPDX-License-Identifier: MPL-2.0
//
// What is added without a look at rounding, and what is its own code: the short ways give what the long ones do.
#include "data/query.hpp"
#include "data/table_maker.hpp"
#include "data/whole_numbers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

namespace bilan::data {
namespace {

using test::make_field;
using test::TableMaker;
using testing::ElementsAre;

bool are_whole(const std::vector<double>& numbers, double least = -1000, double most = 1000)
{
    return are_whole_within(numbers.data(), numbers.size(), least, most);
}

TEST(WholeNumbers, OneThatIsNoneIsFoundWhereverItStands)
{
    for (const std::size_t count : {1U, 7U, 8U, 9U, 1024U, 1027U}) {
        std::vector<double> numbers(count, 12);
        EXPECT_TRUE(are_whole(numbers)) << count;
        for (const std::size_t at : {std::size_t{0}, count / 2, count - 1}) {
            for (const double other :
                 {0.5, 1001.0, -1001.0, 1e300, std::numeric_limits<double>::quiet_NaN(),
                  std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()}) {
                numbers[at] = other;
                EXPECT_FALSE(are_whole(numbers)) << other << " at " << at << " of " << count;
            }
            numbers[at] = -1000;
            EXPECT_TRUE(are_whole(numbers));
        }
    }
    EXPECT_TRUE(are_whole({}));
    EXPECT_FALSE(are_whole({-1}, 0, 10)) << "below the least";
}

TEST(WholeNumbers, AreAddedAsTheyAreOnlyWhileEverySumIsSureToBeExact)
{
    const std::vector<double> block(1024, 7);
    WholeSums sums;
    std::size_t blocks = 0;
    while (sums.take(block.data(), block.size())) ++blocks;
    EXPECT_EQ(blocks, 4095U) << "4 194 304 rows of at most 2^31 could leave the numbers below 2^53";
    const double tenth = 0.1;
    WholeSums mixed;
    EXPECT_TRUE(mixed.take(block.data(), block.size()));
    EXPECT_FALSE(mixed.take(&tenth, 1));
    EXPECT_FALSE(mixed.take(block.data(), block.size())) << "what is added already has a fraction";
}

std::shared_ptr<const Schema> schema()
{
    auto schema = std::make_shared<Schema>();
    schema->id = "essai";
    schema->fields = {make_field("cle", FieldType::number), make_field("montant", FieldType::euro)};
    return schema;
}

Query query(const std::vector<std::string>& keys, const std::vector<std::string>& amounts)
{
    return Query(TableMaker(schema()).column("cle", keys).column("montant", amounts).dataset());
}

/// Three blocks of whole euros, then one with cents that Neumaier alone adds up right.
TEST(WholeNumbers, ASumThatBeginsWithThemStaysExactWhenCentsFollow)
{
    std::vector<std::string> amounts(3072, "1000000000");
    for (int cent = 0; cent < 1000; ++cent) amounts.emplace_back("0.1");
    const Query all = query(std::vector<std::string>(amounts.size(), "1"), amounts);
    const Measure sum{Aggregate::sum, field("montant"), nullptr, nullptr, Unit::euro};
    EXPECT_EQ(all.figure(sum).value, 3072000000100.0);
    const Measure ratio{Aggregate::ratio, field("montant"), field("montant"), nullptr, Unit::rate};
    EXPECT_EQ(all.figure(ratio).numerator, 3072000000100.0);
    EXPECT_EQ(all.figure(ratio).value, 1);
}

std::shared_ptr<const Dataset> joined(const std::vector<std::string>& first, const std::vector<std::string>& second)
{
    const std::shared_ptr<const Schema> shared = schema();
    DatasetBuilder both(shared);
    both.append(TableMaker(shared, "a.xlsx").column("montant", first).values());
    both.append(TableMaker(shared, "b.xlsx").column("montant", second).values());
    return both.finish();
}

TEST(WholeNumbers, AColumnIsWholeWhenTheNumbersOfEveryFileAre)
{
    EXPECT_TRUE(joined({"1", "!nc"}, {"2"})->column("montant")->are_whole) << "an unknown adds nothing";
    EXPECT_FALSE(joined({"1", "2"}, {"0.1"})->column("montant")->are_whole);
    EXPECT_FALSE(joined({"1", "2"}, {"3000000000"})->column("montant")->are_whole) << "more than a row may hold";
    const std::vector<std::string> tenths(20, "0.1");
    const Measure sum{Aggregate::sum, field("montant"), nullptr, nullptr, Unit::euro};
    EXPECT_EQ(Query(joined({"10000000000000000"}, tenths)).figure(sum).value, 10000000000000002.0)
        << "rounded once, at the end";
}

std::vector<std::string> groups_of(const std::vector<std::string>& keys)
{
    const Measure count{Aggregate::count, nullptr, nullptr, nullptr, Unit::count};
    const Groups groups = query(keys, std::vector<std::string>(keys.size(), "1")).group({"cle"}, {{"n", count}});
    std::vector<std::string> shown;
    for (std::size_t at = 0; at < groups.size(); ++at) {
        const Key& key = groups.keys.front().values[at];
        const std::string name = std::holds_alternative<double>(key)
                                     ? std::to_string(std::get<double>(key)).substr(0, 7)
                                     : std::string(code(groups.keys.front().states[at]));
        shown.push_back(name + ": " + std::to_string(static_cast<int>(*groups.columns.front().figures[at].value)));
    }
    return shown;
}

TEST(WholeNumbers, KeysAreInOrderWhetherSmallOrNot)
{
    EXPECT_THAT(groups_of({"2025", "2024", "!nc", "2025", "0"}),
                ElementsAre("0.00000: 1", "2024.00: 1", "2025.00: 2", "nc: 1"));
    EXPECT_THAT(groups_of({"65535", "0", "65535"}), ElementsAre("0.00000: 1", "65535.0: 2"));
    EXPECT_THAT(groups_of({"65536", "0", "!vide", "65536"}), ElementsAre("0.00000: 1", "65536.0: 2", "vide: 1"));
    EXPECT_THAT(groups_of({"2025", "-1", "0.5", "!nc", "0.5"}),
                ElementsAre("-1.0000: 1", "0.50000: 2", "2025.00: 1", "nc: 1"));
}

/// The block in which one turns up that is not small comes after others that were read the short way.
TEST(WholeNumbers, AKeyThatTurnsUpLateIsNotLost)
{
    std::vector<std::string> keys(5000, "3");
    keys.back() = "100000";
    keys[4000] = "!nc";
    EXPECT_THAT(groups_of(keys), ElementsAre("3.00000: 4998", "100000.: 1", "nc: 1"));
}

} // namespace
} // namespace bilan::data
