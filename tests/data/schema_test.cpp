// SPDX-License-Identifier: MPL-2.0
#include "data/schema.hpp"
#include "data/state.hpp"

#include <gtest/gtest.h>

namespace bilan::data {
namespace {

TEST(State, CodesAreThoseOfTheDossier)
{
    const std::string_view codes[] = {"val", "vide", "nc", "nd", "so", "nsp", "secret", "err", "abs"};
    for (std::size_t at = 0; at < state_count; ++at) {
        EXPECT_EQ(code(static_cast<State>(at)), codes[at]);
        EXPECT_EQ(state_of(codes[at]), static_cast<State>(at));
        EXPECT_FALSE(words(static_cast<State>(at)).french.empty());
        EXPECT_FALSE(words(static_cast<State>(at)).english.empty());
    }
    EXPECT_EQ(state_of("inconnu"), std::nullopt);
    EXPECT_EQ(words(State::not_given), (base::Words{"non communiqué", "not communicated"}));
}

TEST(State, NotApplicableIsNotUnknown)
{
    EXPECT_FALSE(is_unknown(State::value));
    EXPECT_FALSE(is_unknown(State::not_applicable));
    EXPECT_TRUE(is_unknown(State::secret));
    EXPECT_TRUE(is_unknown(State::no_column));
}

TEST(Schema, FindsFieldsAndTheLongestFamily)
{
    Schema schema;
    schema.fields.resize(1);
    schema.fields[0].id = "age_moyen";
    schema.families.resize(2);
    schema.families[0].prefix = "fin_";
    schema.families[1].prefix = "fin_region_";
    EXPECT_EQ(schema.field("age_moyen"), schema.fields.data());
    EXPECT_EQ(schema.field("age"), nullptr);
    EXPECT_EQ(schema.family_of("fin_caf"), schema.families.data());
    EXPECT_EQ(schema.family_of("fin_region_sud"), schema.families.data() + 1);
    EXPECT_EQ(schema.family_of("fin_"), nullptr);
    EXPECT_EQ(schema.family_of("niv_4"), nullptr);
}

TEST(Domain, FindsSchemasAndVocabularies)
{
    auto schema = std::make_shared<Schema>();
    schema->id = "emploi";
    auto vocabulary = std::make_shared<Vocabulary>();
    vocabulary->id = "cotation";
    const Domain domain{{schema}, {vocabulary}, {}};
    EXPECT_EQ(domain.schema("emploi"), schema);
    EXPECT_EQ(domain.schema("action"), nullptr);
    EXPECT_EQ(domain.vocabulary("cotation"), vocabulary.get());
    EXPECT_EQ(domain.vocabulary("pilier"), nullptr);
}

TEST(Severity, HasTheLettersOfTheDossier)
{
    EXPECT_EQ(code(Severity::blocking), "B");
    EXPECT_EQ(code(Severity::alert), "A");
    EXPECT_EQ(code(Severity::information), "I");
}

} // namespace
} // namespace bilan::data
