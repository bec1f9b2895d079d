// SPDX-License-Identifier: MPL-2.0
//
// Groups against the plainest loops, on random rows in every state, through both ways of combining keys.
#include "base/text.hpp"
#include "data/figures.hpp"
#include "data/query.hpp"
#include "data/table_maker.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

namespace bilan::data {
namespace {

using test::make_field;
using test::TableMaker;

std::shared_ptr<const Dataset> random_rows(unsigned seed, std::size_t rows)
{
    std::mt19937 random(seed);
    auto schema = std::make_shared<Schema>();
    schema->id = "hasard";
    schema->fields = {make_field("k", FieldType::text), make_field("n", FieldType::number),
                      make_field("q", FieldType::choices), make_field("x", FieldType::euro),
                      make_field("y", FieldType::count)};
    const auto cell = [&](std::string value) {
        return random() % 4 == 0 ? "!" + std::string(code(static_cast<State>(1 + random() % 8))) : value;
    };
    std::vector<std::vector<std::string>> columns(5);
    for (std::size_t row = 0; row < rows; ++row) {
        columns[0].push_back(cell("clé " + std::to_string(random() % 7)));
        columns[1].push_back(cell(std::to_string(random() % 5) + ".5"));
        columns[2].push_back(
            cell("Q" + std::to_string(random() % 3) + list_separator + "Q" + std::to_string(random() % 4)));
        columns[3].push_back(cell(std::to_string(random() % 100000) + ".37"));
        columns[4].push_back(cell(std::to_string(random() % 20)));
    }
    TableMaker table(schema);
    for (std::size_t column = 0; column < columns.size(); ++column)
        table.column(schema->fields[column].id, columns[column]);
    return table.dataset();
}

/// A key as a text that orders as groups do here.
std::vector<std::string> keys_of(const Dataset& dataset, const std::string& field, std::size_t row)
{
    const Column& column = *dataset.column(field);
    if (!column.is_known(row)) return {"~" + std::to_string(static_cast<int>(column.states[row]))};
    if (is_numeric(column.field.type)) return {base::shortest(column.numbers[row])};
    std::set<std::string> items;
    for (const std::string_view item : base::split(column.text(row), list_separator)) items.emplace(item);
    return {items.begin(), items.end()};
}

using Brute = std::map<std::vector<std::string>, std::vector<std::size_t>>;

Brute group_by_hand(const Dataset& dataset, const std::vector<std::string>& fields)
{
    Brute groups;
    for (std::size_t row = 0; row < dataset.rows(); ++row) {
        std::vector<std::vector<std::string>> keys(1);
        for (const std::string& name : fields) {
            std::vector<std::vector<std::string>> longer;
            for (const auto& key : keys)
                for (const std::string& item : keys_of(dataset, name, row)) {
                    longer.push_back(key);
                    longer.back().push_back(item);
                }
            keys = std::move(longer);
        }
        for (const auto& key : keys) groups[key].push_back(row);
    }
    return groups;
}

struct Expected {
    std::vector<double> known;
    std::uint64_t unknown = 0;
    std::uint64_t not_applicable = 0;
};

Expected values_by_hand(const Column& column, const std::vector<std::size_t>& rows)
{
    Expected expected;
    for (const std::size_t row : rows) {
        if (column.is_known(row)) expected.known.push_back(column.numbers[row]);
        expected.unknown += is_unknown(column.states[row]) ? 1U : 0U;
        expected.not_applicable += column.states[row] == State::not_applicable ? 1U : 0U;
    }
    std::ranges::sort(expected.known);
    return expected;
}

double value_by_hand(Aggregate aggregate, const std::vector<double>& sorted)
{
    long double sum = 0;
    for (const double number : sorted) sum += number;
    const std::size_t middle = sorted.size() / 2;
    switch (aggregate) {
    case Aggregate::mean: return static_cast<double>(sum / sorted.size());
    case Aggregate::minimum: return sorted.front();
    case Aggregate::maximum: return sorted.back();
    case Aggregate::median: return sorted.size() % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    case Aggregate::count_distinct: return static_cast<double>(std::set<double>(sorted.begin(), sorted.end()).size());
    default: return static_cast<double>(sum);
    }
}

void compare(const Dataset& dataset, const Brute& brute, Aggregate aggregate, const std::vector<Figure>& figures)
{
    ASSERT_EQ(figures.size(), brute.size());
    auto figure = figures.begin();
    for (const auto& [key, rows] : brute) {
        const Expected expected = values_by_hand(*dataset.column("x"), rows);
        EXPECT_EQ(figure->base, expected.known.size());
        EXPECT_EQ(figure->unknown, expected.unknown);
        EXPECT_EQ(figure->not_applicable, expected.not_applicable);
        ASSERT_EQ(figure->value.has_value(), !expected.known.empty());
        if (figure->value) {
            EXPECT_DOUBLE_EQ(*figure->value, value_by_hand(aggregate, expected.known));
        }
        ++figure;
    }
}

class Property : public testing::TestWithParam<unsigned> {};

TEST_P(Property, GroupsAgreeWithPlainLoops)
{
    const auto dataset = random_rows(GetParam(), 200 + 900 * GetParam());
    const Query query(dataset);
    const std::vector<std::vector<std::string>> all_keys = {{"k"},      {"n"},      {"q"},
                                                            {"k", "n"}, {"q", "k"}, {"n", "q", "k"}};
    for (const auto& keys : all_keys) {
        const Brute brute = group_by_hand(*dataset, keys);
        for (const Aggregate aggregate : {Aggregate::sum, Aggregate::mean, Aggregate::minimum, Aggregate::maximum,
                                          Aggregate::median, Aggregate::count_distinct}) {
            const Groups groups = query.group(keys, {{"x", {aggregate, field("x"), nullptr, nullptr, Unit::euro}}});
            compare(*dataset, brute, aggregate, groups.columns[0].figures);
        }
    }
}

Grouping grouped(const std::shared_ptr<const Dataset>& dataset, std::size_t dense_limit)
{
    Grouping grouping(Query(dataset).rows());
    for (const char* name : {"k", "q", "n"}) {
        Program program(*dataset, *field(name));
        grouping.split(encode_key(program, *grouping.rows(), nullptr, ListKeys::each_item), dense_limit);
    }
    return grouping;
}

TEST_P(Property, HashedAndDenseCombinationsAreTheSame)
{
    const auto dataset = random_rows(GetParam(), 3000);
    const Grouping dense = grouped(dataset, dense_combinations);
    const Grouping hashed = grouped(dataset, 0);
    EXPECT_EQ(*dense.rows(), *hashed.rows());
    EXPECT_EQ(*dense.groups(), *hashed.groups());
    ASSERT_EQ(dense.size(), hashed.size());
    for (std::size_t key = 0; key < 3; ++key) EXPECT_EQ(dense.codes(key), hashed.codes(key));
}

TEST_P(Property, TotalsOfPartsEqualTheTotalOfTheWhole)
{
    const auto dataset = random_rows(GetParam(), 20'000);
    const Query query(dataset);
    const Measure sum{Aggregate::sum, field("x"), nullptr, nullptr, Unit::euro};
    const double whole = query.figure(sum).value.value();
    const Groups groups = query.group({"k", "n"}, {{"x", sum}});
    double parts = 0;
    for (const Figure& figure : groups.columns[0].figures) parts += figure.value.value_or(0);
    EXPECT_EQ(base::for_people(parts, 2, base::Language::french), base::for_people(whole, 2, base::Language::french));
}

TEST_P(Property, RatiosAgreeWithPlainLoops)
{
    const auto dataset = random_rows(GetParam(), 5000);
    const Column& x = *dataset->column("x");
    const Column& y = *dataset->column("y");
    const Groups groups =
        Query(dataset).group({"q"}, {{"r", {Aggregate::ratio, field("x"), field("y"), nullptr, Unit::rate}}});
    auto figure = groups.columns[0].figures.begin();
    for (const auto& [key, rows] : group_by_hand(*dataset, {"q"})) {
        long double above = 0;
        long double below = 0;
        std::uint64_t base = 0;
        std::uint64_t unknown = 0;
        for (const std::size_t row : rows) {
            if (x.states[row] == State::not_applicable || y.states[row] == State::not_applicable) continue;
            if (!x.is_known(row) || !y.is_known(row)) {
                ++unknown;
                continue;
            }
            ++base;
            above += x.numbers[row];
            below += y.numbers[row];
        }
        EXPECT_EQ(figure->base, base);
        EXPECT_EQ(figure->unknown, unknown);
        EXPECT_EQ(figure->base + figure->unknown + figure->not_applicable, rows.size());
        if (below != 0) {
            EXPECT_DOUBLE_EQ(figure->value.value(), static_cast<double>(above / below));
        }
        ++figure;
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, Property, testing::Values(1U, 2U, 3U, 4U));

/// Lists repeat rows, conditions leave some out, sorting turns them round: 1, 2, 2, 4 has the ends of 1, 2, 3, 4.
TEST(Properties, ColumnsAreReadRowByRowWhateverTheOrder)
{
    auto schema = std::make_shared<Schema>();
    schema->id = "essai";
    schema->fields = {test::make_field("montant", FieldType::euro), test::make_field("nom", FieldType::text)};
    const auto dataset = test::TableMaker(schema)
                             .column("montant", {"1", "20", "300", "4000", "50000"})
                             .column("nom", {"a", "b", "c", "d", "e"})
                             .dataset();
    Program amounts(*dataset, *field("montant"));
    Program names(*dataset, *field("nom"));
    constexpr std::uint32_t all = 5;
    for (std::uint32_t number = 0; number < all * all * all * all; ++number) {
        std::vector<std::uint32_t> rows;
        for (std::uint32_t rest = number; rows.size() < 4; rest /= all) rows.push_back(rest % all);
        const Block amount = amounts.run(rows);
        const Block name = names.run(rows);
        for (std::size_t at = 0; at < rows.size(); ++at) {
            ASSERT_EQ(amount.numbers[at], dataset->column("montant")->numbers[rows[at]]) << number;
            ASSERT_EQ(name.ids[at], dataset->column("nom")->ids[rows[at]]) << number;
        }
    }
}

} // namespace
} // namespace bilan::data
