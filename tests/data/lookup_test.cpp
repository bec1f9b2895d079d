// SPDX-License-Identifier: MPL-2.0
//
// Fields of another dataset found by key: no row is multiplied, and the cells stay those of the other file.
#include "data/lookup.hpp"

#include "base/error.hpp"
#include "data/table_maker.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::data {
namespace {

using test::make_field;
using test::TableMaker;
using testing::ElementsAre;

Query actions()
{
    auto schema = std::make_shared<Schema>();
    schema->id = "actions";
    schema->fields = {make_field("dossier", FieldType::code), make_field("exercice", FieldType::year),
                      make_field("benef", FieldType::count)};
    return Query(TableMaker(schema)
                     .column("dossier", {"A", "B", "C", "!nc", "é", "B"})
                     .column("exercice", {"2024", "2024", "2024", "2024", "2024", "2025"})
                     .column("benef", {"1", "2", "3", "4", "5", "6"})
                     .dataset());
}

Query budget()
{
    auto schema = std::make_shared<Schema>();
    schema->id = "budget";
    schema->fields = {make_field("numero", FieldType::code), make_field("an", FieldType::year),
                      make_field("montant", FieldType::euro), make_field("porteur", FieldType::text)};
    return Query(TableMaker(schema, "budget.xlsx", "Feuil1")
                     .column("numero", {"B", "A", "B", "E", "!nc", "B"})
                     .column("an", {"2024", "2024", "2024", "2024", "2024", "2025"})
                     .column("montant", {"100", "10", "200", "!nd", "1", "400"})
                     .column("porteur", {"Bis", "Un", "Ter", "Cinq", "Nul", "Quatre"})
                     .dataset());
}

Query joined(const std::string& field, Repeated repeated, KeyMatch match = KeyMatch::exact)
{
    const auto index = std::make_shared<const KeyIndex>(budget(), std::vector<std::string>{"numero"}, match);
    auto lookup = std::make_shared<const Lookup>(index, budget(), field, repeated);
    return actions().derive(field, looked_up(std::move(lookup), {data::field("dossier")}));
}

std::vector<std::string> values_of(const Query& query, const std::string& name)
{
    std::vector<std::string> shown;
    Program program(query.dataset(), *query.expanded(data::field(name)));
    for (const std::uint32_t row : *query.rows()) {
        const Block value = program.run({&row, 1});
        if (value.states[0] != State::value)
            shown.push_back("!" + std::string(code(value.states[0])));
        else
            shown.push_back(value.ids != nullptr ? std::string(program.texts().at(value.ids[0]))
                                                 : base::shortest(value.numbers[0]));
    }
    return shown;
}

TEST(Lookup, AKeyThatComesSeveralTimesIsUnknownUnlessToldOtherwise)
{
    EXPECT_THAT(values_of(joined("montant", Repeated::unknown), "montant"),
                ElementsAre("10", "!err", "!nd", "!nc", "!nd", "!err"));
    EXPECT_THAT(values_of(joined("montant", Repeated::first), "montant"),
                ElementsAre("10", "100", "!nd", "!nc", "!nd", "100"));
    EXPECT_THAT(values_of(joined("montant", Repeated::sum), "montant"),
                ElementsAre("10", "700", "!nd", "!nc", "!nd", "700"));
    EXPECT_THAT(values_of(joined("porteur", Repeated::first), "porteur"),
                ElementsAre("Un", "Bis", "!nd", "!nc", "!nd", "Bis"));
    EXPECT_THROW(joined("porteur", Repeated::sum), base::Error);
}

TEST(Lookup, SpellingsMayBeFolded)
{
    EXPECT_THAT(values_of(joined("porteur", Repeated::first, KeyMatch::folded), "porteur"),
                ElementsAre("Un", "Bis", "!nd", "!nc", "Cinq", "Bis"));
}

TEST(Lookup, SeveralKeysAreMetTogether)
{
    const auto index =
        std::make_shared<const KeyIndex>(budget(), std::vector<std::string>{"numero", "an"}, KeyMatch::exact);
    auto lookup = std::make_shared<const Lookup>(index, budget(), "montant", Repeated::unknown);
    const Query query =
        actions().derive("montant", looked_up(std::move(lookup), {data::field("dossier"), data::field("exercice")}));
    EXPECT_THAT(values_of(query, "montant"), ElementsAre("10", "!err", "!nd", "!nc", "!nd", "400"));
    EXPECT_EQ(index->repeated_slots(), 1U);
    EXPECT_EQ(index->repeated_row(), 2U);
}

/// What each quarter gets of offers that serve one quarter or several.
std::vector<std::string> offers_of(Repeated repeated, KeyMatch match = KeyMatch::exact)
{
    auto needs = std::make_shared<Schema>();
    needs->id = "besoins";
    needs->fields = {make_field("quartier", FieldType::text), make_field("theme", FieldType::text)};
    auto offers = std::make_shared<Schema>();
    offers->id = "offres";
    offers->fields = {make_field("quartiers", FieldType::choices), make_field("theme", FieldType::text),
                      make_field("places", FieldType::count)};
    const Query there(TableMaker(offers)
                          .column("quartiers", {test::list({"Nord", "Sud"}), "Nord", test::list({"Sud", "SUD"}), "!nc"})
                          .column("theme", {"code", "code", "code", "code"})
                          .column("places", {"30", "18", "5", "9"})
                          .dataset());
    const Query here(TableMaker(needs)
                         .column("quartier", {"Nord", "Sud", "Est", "Nord"})
                         .column("theme", {"code", "code", "code", "chant"})
                         .dataset());
    const auto index = std::make_shared<const KeyIndex>(there, std::vector<std::string>{"quartiers", "theme"}, match);
    auto lookup = std::make_shared<const Lookup>(index, there, "places", repeated);
    return values_of(here.derive("places", looked_up(std::move(lookup), {field("quartier"), field("theme")})),
                     "places");
}

TEST(Lookup, AListIsFoundByEachOfItsItems)
{
    EXPECT_THAT(offers_of(Repeated::sum), ElementsAre("48", "35", "!nd", "!nd"));
    EXPECT_THAT(offers_of(Repeated::first), ElementsAre("30", "30", "!nd", "!nd"));
    EXPECT_THAT(offers_of(Repeated::unknown), ElementsAre("!err", "!err", "!nd", "!nd"));
    EXPECT_THAT(offers_of(Repeated::sum, KeyMatch::folded), ElementsAre("48", "35", "!nd", "!nd"))
        << "an item that a list writes twice is one";
}

TEST(Lookup, AListIsFoundByItselfAsWell)
{
    auto schema = std::make_shared<Schema>();
    schema->id = "offres";
    schema->fields = {make_field("quartiers", FieldType::choices), make_field("places", FieldType::count)};
    const Query rows(TableMaker(schema)
                         .column("quartiers", {test::list({"Nord", "Sud"}), "Est", test::list({"Sud", "Est"})})
                         .column("places", {"30", "18", "5"})
                         .dataset());
    const auto index = std::make_shared<const KeyIndex>(rows, std::vector<std::string>{"quartiers"}, KeyMatch::exact);
    auto lookup = std::make_shared<const Lookup>(index, rows, "places", Repeated::unknown);
    EXPECT_THAT(values_of(rows.derive("autres", looked_up(std::move(lookup), {field("quartiers")})), "autres"),
                ElementsAre("30", "!err", "5"));
}

TEST(Lookup, FiguresRestOnTheCellsOfTheOtherFile)
{
    const Figure figure =
        joined("montant", Repeated::first).figure({Aggregate::sum, field("montant"), nullptr, nullptr, Unit::euro});
    EXPECT_EQ(figure.value, 210);
    EXPECT_EQ(figure.base, 3U);
    EXPECT_EQ(figure.unknown, 3U);
    EXPECT_TRUE(figure.lower_bound);
    std::vector<std::string> cells;
    walk_sources(figure, [&](const SourceCell& cell) {
        cells.push_back(cell.place.file + " " + cell_name({*cell.place.row, *cell.place.column}));
        return true;
    });
    EXPECT_THAT(cells, ElementsAre("a.xlsx A2", "budget.xlsx C3", "a.xlsx A3", "budget.xlsx C2", "a.xlsx A7"))
        << "what two rows find is named once";
}

TEST(Lookup, TextsAndNumbersAreNoCommonKey)
{
    const auto index = std::make_shared<const KeyIndex>(budget(), std::vector<std::string>{"an"}, KeyMatch::exact);
    auto lookup = std::make_shared<const Lookup>(index, budget(), "porteur", Repeated::first);
    EXPECT_THROW((void)actions().derive("porteur", looked_up(std::move(lookup), {data::field("dossier")})),
                 base::Error);
}

TEST(Bands, ABoundBelongsToTheBandAbove)
{
    const auto bands = apply(Operation::banded, {field("benef")}, {2.0, 5.0, "petit", "moyen", "grand"});
    const Query query = actions().derive("taille", bands);
    EXPECT_THAT(values_of(query, "taille"), ElementsAre("petit", "moyen", "moyen", "moyen", "grand", "grand"));
    const Groups groups = query.group({"taille"}, {{"n", {}}});
    EXPECT_EQ(std::get<std::string>(groups.keys[0].values[0]), "petit") << "in the order of the bands, not of letters";
    EXPECT_EQ(std::get<std::string>(groups.keys[0].values[2]), "grand");
    EXPECT_EQ(bands->text(), "bins(benef; 2; 5)");
}

} // namespace
} // namespace bilan::data
