// SPDX-License-Identifier: MPL-2.0
//
// The worked examples of domain.md 3.1.7 (budget and equality) and 3.4.7 (employment), to the printed digit.
#include "base/number.hpp"
#include "data/query.hpp"
#include "data/table_maker.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::data {
namespace {

using Operation::add;
using Operation::equal;
using Operation::multiply;
using Operation::one_of;
using Operation::subtract;
using test::make_field;
using test::TableMaker;

std::string percent(const Figure& figure)
{
    return figure.value ? base::percent_for_people(*figure.value, 1, base::Language::english) : "";
}

ExpressionPointer scored()
{
    return apply(one_of, {field("cotation_finale")}, {"G0", "G1", "G2"});
}

ExpressionPointer has_score(const std::string& score)
{
    return apply(equal, {field("cotation_finale"), constant(score)});
}

Measure ratio(ExpressionPointer numerator, ExpressionPointer denominator, ExpressionPointer where = nullptr)
{
    return {Aggregate::ratio, std::move(numerator), std::move(denominator), std::move(where), Unit::rate};
}

/// Part of an amount that goes to rows where a condition is true.
Measure share(const char* amount, const ExpressionPointer& condition, ExpressionPointer where = nullptr)
{
    return ratio(apply(multiply, {field(amount), condition}), field(amount), std::move(where));
}

class Bie : public testing::Test {
protected:
    static std::shared_ptr<const Dataset> actions()
    {
        auto schema = std::make_shared<Schema>();
        schema->id = "action";
        schema->fields = {make_field("intitule", FieldType::text), make_field("demande_p147", FieldType::euro),
                          make_field("accorde_p147", FieldType::euro), make_field("statut", FieldType::choice),
                          make_field("cotation_finale", FieldType::choice)};
        return TableMaker(schema)
            .column("intitule", {"A", "B", "C", "D", "E"})
            .column("demande_p147", {"10000", "8000", "4000", "6000", "2000"})
            .column("accorde_p147", {"6000", "8000", "4000", "0", "2000"})
            .column("statut", {"retenue", "retenue", "retenue", "refusée", "retenue"})
            .column("cotation_finale", {"G0", "G1", "G2", "G0", "non_cote"})
            .dataset();
    }

    const Query query{actions()};

    [[nodiscard]] std::vector<std::string> by_score(const Measure& measure) const
    {
        std::vector<std::string> all;
        const Groups groups = query.where(scored()).group({"cotation_finale"}, {{"x", measure}});
        for (const Figure& figure : groups.columns[0].figures) all.push_back(percent(figure));
        return all;
    }
};

TEST_F(Bie, RatesOfScoring)
{
    EXPECT_EQ(percent(query.figure(ratio(scored(), constant(1.0)))), "80.0%");
    EXPECT_EQ(percent(query.figure(share("accorde_p147", scored()))), "90.0%");
}

TEST_F(Bie, SharesOfCreditsByScore)
{
    const char* const expected[] = {"33.3%", "44.4%", "22.2%"};
    for (int score = 0; score < 3; ++score) {
        const auto condition = has_score("G" + std::to_string(score));
        EXPECT_EQ(percent(query.figure(share("accorde_p147", condition, scored()))), expected[score]);
    }
    const auto contributes = apply(one_of, {field("cotation_finale")}, {"G1", "G2"});
    EXPECT_EQ(percent(query.figure(share("accorde_p147", contributes, scored()))), "66.7%");
    const Figure of_all = query.figure(share("accorde_p147", contributes));
    EXPECT_EQ(percent(of_all), "60.0%");
    EXPECT_EQ(of_all.numerator, 12000);
    EXPECT_EQ(of_all.denominator, 20000);
}

TEST_F(Bie, SelectionAndCoverageByScore)
{
    const auto retained = apply(equal, {field("statut"), constant("retenue")});
    EXPECT_THAT(by_score(ratio(retained, constant(1.0))), testing::ElementsAre("50.0%", "100.0%", "100.0%"));
    EXPECT_THAT(by_score(ratio(field("accorde_p147"), field("demande_p147"))),
                testing::ElementsAre("37.5%", "100.0%", "100.0%"));
}

TEST_F(Bie, EffectOfTheCommittee)
{
    const char* const entry[] = {"57.1%", "28.6%", "14.3%"};
    const char* const effect[] = {"-23.8", "15.9", "7.9"};
    double sum = 0;
    for (int score = 0; score < 3; ++score) {
        const auto condition = has_score("G" + std::to_string(score));
        const Figure in = query.figure(share("demande_p147", condition, scored()));
        const Figure out = query.figure(share("accorde_p147", condition, scored()));
        EXPECT_EQ(in.denominator, 28000);
        EXPECT_EQ(percent(in), entry[score]);
        const double points = 100 * (*out.value - *in.value);
        EXPECT_EQ(base::shortest(base::round_half_away(points, 1)), effect[score]);
        sum += points;
    }
    EXPECT_NEAR(sum, 0, 1e-9);
}

class Employment : public testing::Test {
protected:
    static std::shared_ptr<const Dataset> actions()
    {
        auto schema = std::make_shared<Schema>();
        schema->id = "emploi";
        const std::pair<const char*, const char*> cells[] = {
            {"nb_entrees", "40"},        {"nb_abandons", "6"},        {"nb_en_cours", "4"},
            {"nb_sorties", "30"},        {"nb_emploi_durable", "10"}, {"nb_emploi_transition", "8"},
            {"nb_sortie_positive", "5"}, {"nb_autres_sorties", "4"},  {"nb_suite_inconnue", "2"},
            {"nb_neutralises", "1"},
        };
        for (const auto& [id, value] : cells) schema->fields.push_back(make_field(id, FieldType::count));
        TableMaker table(schema);
        for (const auto& [id, value] : cells) table.column(id, {value});
        return table.dataset();
    }

    const Query query{actions()};
    const ExpressionPointer durable = field("nb_emploi_durable");
    const ExpressionPointer access = apply(add, {durable, field("nb_emploi_transition")});
    const ExpressionPointer dynamic = apply(add, {access, field("nb_sortie_positive")});
    const ExpressionPointer counted = apply(subtract, {field("nb_sorties"), field("nb_neutralises")});
};

TEST_F(Employment, DropOuts)
{
    EXPECT_EQ(percent(query.figure(ratio(field("nb_abandons"), field("nb_entrees")))), "15.0%");
}

TEST_F(Employment, Exits)
{
    const Figure rate = query.figure(ratio(dynamic, counted));
    EXPECT_EQ(percent(rate), "79.3%");
    EXPECT_EQ(rate.numerator, 23);
    EXPECT_EQ(rate.denominator, 29);
    const auto known_outcomes = apply(subtract, {counted, field("nb_suite_inconnue")});
    EXPECT_EQ(percent(query.figure(ratio(dynamic, known_outcomes))), "85.2%");
    EXPECT_EQ(percent(query.figure(ratio(durable, counted))), "34.5%");
    EXPECT_EQ(percent(query.figure(ratio(access, counted))), "62.1%");
}

} // namespace
} // namespace bilan::data
