// SPDX-License-Identifier: MPL-2.0
//
// Tables that no schema knows, as scripts read them: which rows are records, what type a column is.
#include "intake/plain_table.hpp"

#include "book_maker.hpp"
#include "intake/number_of.hpp"

#include <gmock/gmock.h>

namespace bilan::intake {
namespace {

using data::FieldType;
using testing::ElementsAre;
using testing::IsEmpty;

PlainTable read(const test::Rows& rows, bool keeps_totals = false, std::map<std::string, FieldType> types = {})
{
    test::BookMaker maker;
    maker.sheet("F", rows);
    PlainOptions options;
    options.id = "t";
    options.keeps_totals = keeps_totals;
    options.types = std::move(types);
    return read_plain_table(maker.book(), "t.xlsx", options);
}

const data::Column& column(const PlainTable& table, const std::string& id)
{
    for (const data::Column& each : table.values.columns)
        if (each.field.id == id) return each;
    throw std::out_of_range(id);
}

std::vector<std::string> texts(const data::Column& column)
{
    std::vector<std::string> texts;
    for (std::size_t row = 0; row < column.size(); ++row) texts.emplace_back(column.text(row));
    return texts;
}

std::vector<std::string> sentences(const PlainTable& table, base::Language language)
{
    std::vector<std::string> said;
    for (const base::Message& remark : table.remarks) said.push_back(base::render(remark, language));
    return said;
}

TEST(PlainTable, TotalsAndNotesAreSetAsideAndSaid)
{
    const test::Rows rows = {{"Nom", "Montant"},      {"A", "12"},          {"Sous-total", "12"}, {"B", "3"},
                             {"Total général", "15"}, {"Source : enquête"}, {"Moyenne", "7"}};
    const PlainTable table = read(rows);
    EXPECT_THAT(texts(column(table, "nom")), ElementsAre("A", "B"));
    EXPECT_THAT(column(table, "montant").numbers, ElementsAre(12, 3));
    ASSERT_EQ(table.findings.size(), 4U);
    EXPECT_EQ(table.findings[0].code, "C14");
    EXPECT_EQ(table.findings[0].place.row, 2U);
    EXPECT_EQ(table.findings[0].done, Done::set_aside);
    EXPECT_FALSE(blocks(table.findings[0]));
    EXPECT_EQ(table.findings[2].read, "") << "a remark may name somebody";
    EXPECT_EQ(table.findings[3].code, "BIL-822");
    EXPECT_THAT(
        sentences(table, base::Language::french),
        ElementsAre("«\u00A0t.xlsx\u00A0»\u00A0: 3 ligne(s) de total mise(s) de côté, qui compteraient deux fois "
                    "ce qu'elles additionnent\u00A0: Sous-total, Total général, Moyenne. Pour les lire comme les "
                    "autres lignes, écrivez totals = true dans run:read."));
    EXPECT_THAT(sentences(table, base::Language::english),
                ElementsAre("\"t.xlsx\": 3 row(s) of totals were set aside, which would count twice what they add up: "
                            "Sous-total, Total général, Moyenne. To read them as rows like others, write totals = true "
                            "in run:read."));
    EXPECT_THAT(texts(column(read(rows, true), "nom")),
                ElementsAre("A", "Sous-total", "B", "Total général", "Moyenne"));
}

TEST(PlainTable, ARowIsNoTotalByAWordAlone)
{
    EXPECT_THAT(
        texts(column(read({{"Sexe", "Lieu", "N"}, {"Femmes", "Nord", "1"}, {"Total Énergies", "Sud", "2"}}), "sexe")),
        ElementsAre("Femmes", "Total Énergies"));
    EXPECT_THAT(texts(column(read({{"Lieu", "Sexe", "N"}, {"Nord", "Femmes", "1"}, {"Nord", "Total", "2"}}), "sexe")),
                ElementsAre("Femmes", "Total"))
        << "a value of the second column, as long tables have it";
    EXPECT_THAT(texts(column(read({{"Mot"}, {"Somme"}, {"Total"}}), "mot")), ElementsAre("Somme", "Total"));
    EXPECT_THAT(texts(column(read({{"Poste", "N"}, {"Total", "2"}}), "poste")), ElementsAre("Total"))
        << "where nothing else would be left";
}

TEST(PlainTable, ZerosBeforeANumberAreACode)
{
    const PlainTable table =
        read({{"Nom", "Département", "Code", "N"}, {"A", "'01", "'007", "0"}, {"B", "69", "12", "10"}});
    EXPECT_THAT(texts(column(table, "departement")), ElementsAre("01", "69"));
    EXPECT_THAT(texts(column(table, "code")), ElementsAre("007", "12"));
    EXPECT_EQ(column(table, "n").field.type, FieldType::number);
    EXPECT_THAT(column(read({{"Nom", "Taux"}, {"A", "'0,5"}, {"B", "'0"}}), "taux").numbers, ElementsAre(0.5, 0));
}

TEST(PlainTable, AmountsInThousandsAreEurosInNameToo)
{
    const PlainTable table =
        read({{"Nom", "Montant (k€)", "Coût en milliers d'euros", "Aide (€)"}, {"A", "12", "3", "4"}});
    EXPECT_THAT(column(table, "montant").numbers, ElementsAre(12000));
    EXPECT_EQ(column(table, "montant").field.label.french, "Montant (€)");
    EXPECT_EQ(column(table, "cout_en_milliers_d_euros").field.label.french, "Coût en €");
    EXPECT_EQ(column(table, "aide").field.label.french, "Aide (€)");
    EXPECT_EQ(table.values.origin.headers.at("montant"), "Montant (k€)");
    EXPECT_THAT(sentences(table, base::Language::french),
                ElementsAre("«\u00A0t.xlsx\u00A0»\u00A0: «\u00A0Montant (k€)\u00A0» est lu en euros et s'appelle "
                            "«\u00A0Montant (€)\u00A0».",
                            testing::HasSubstr("Coût en €")));
    EXPECT_EQ(sentences(table, base::Language::english).front(),
              "\"t.xlsx\": \"Montant (k€)\" is read in euros and is called \"Montant (€)\".");
}

TEST(PlainTable, TextsThatAreAllDaysAreDates)
{
    const PlainTable table = read({{"Nom", "Début", "Fin", "Mois", "Rue"},
                                   {"A", "'01/02/2025", "'2025-03-01", "'mars 2025", "'1/2"},
                                   {"B", "'NC", "'2025-03-31", "'avril 2025", "'3"}});
    EXPECT_EQ(column(table, "debut").field.type, FieldType::date);
    EXPECT_EQ(column(table, "debut").numbers[0], 45689);
    EXPECT_EQ(column(table, "debut").states[1], data::State::not_given);
    EXPECT_EQ(column(table, "fin").field.type, FieldType::date);
    EXPECT_EQ(column(table, "mois").field.type, FieldType::text) << "a month is no day";
    EXPECT_NE(column(table, "rue").field.type, FieldType::date);
    EXPECT_THAT(table.remarks, IsEmpty());
}

TEST(PlainTable, ACellThatIsNotOfItsColumnIsSaid)
{
    test::Rows rows = {{"Nom", "Part"}};
    for (int row = 0; row < 30; ++row) rows.push_back({"A", "12"});
    rows[3][1] = "30 à 40";
    rows[5][1] = "env. 18";
    const PlainTable table = read(rows);
    EXPECT_EQ(column(table, "part").states[2], data::State::error);
    EXPECT_EQ(column(table, "part").numbers[4], 18);
    ASSERT_EQ(table.findings.size(), 2U);
    EXPECT_EQ(table.findings[0].place.row, 3U);
    EXPECT_EQ(table.findings[0].done, Done::refused);
    EXPECT_EQ(table.findings[1].place.row, 5U);
    EXPECT_THAT(
        sentences(table, base::Language::french),
        ElementsAre("«\u00A0t.xlsx\u00A0»\u00A0: 1 cellule(s) de «\u00A0part\u00A0» ne se lisent pas et restent "
                    "inconnues\u00A0: B4. Corrigez-les, ou dites de quel type est la colonne dans "
                    "run:read\u00A0: types = { part = 'text' }."));
    EXPECT_THAT(sentences(table, base::Language::english),
                ElementsAre("\"t.xlsx\": 1 cell(s) of \"part\" cannot be read and stay unknown: B4. Correct them, or "
                            "say in run:read of what type the column is: types = { part = 'text' }."));
    EXPECT_THAT(read({{"Nom", "Lieu"}, {"A", "30 à 40"}, {"B", "rue 2"}}).findings, IsEmpty())
        << "what was tried and not taken says nothing";
}

TEST(PlainTable, AHeaderWithAUnitIsOverNumbers)
{
    const PlainTable table = read({{"Nom", "Montant (k€)", "Rue", "Aide (€)"},
                                   {"A", "3", "12", "oui"},
                                   {"B", "1250", "rue 12", "non"},
                                   {"C", "12", "3", "5"}});
    EXPECT_EQ(column(table, "montant").field.type, FieldType::euro);
    EXPECT_EQ(column(table, "montant").states[1], data::State::error) << "too far from the others to be in k€";
    EXPECT_THAT(table.remarks, testing::SizeIs(2));
    EXPECT_THAT(texts(column(table, "rue")), ElementsAre("12", "rue 12", "3"));
    EXPECT_THAT(texts(column(table, "aide")), ElementsAre("oui", "non", "5")) << "no amounts for all its header says";
}

TEST(PlainTable, TheTypeOfAColumnIsTheAuthorsToSay)
{
    const test::Rows rows = {{"Nom", "Canton", "Part", "Jour", "Montant (k€)"},
                             {"A", "1", "12", "2025-03-01", "2"},
                             {"B", "12", "30 à 40", "NC", "3"}};
    const PlainTable table = read(rows, false,
                                  {{"canton", FieldType::code},
                                   {"part", FieldType::rate},
                                   {"jour", FieldType::text},
                                   {"montant", FieldType::euro}});
    EXPECT_EQ(column(table, "canton").field.type, FieldType::code);
    EXPECT_THAT(texts(column(table, "canton")), ElementsAre("1", "12"));
    EXPECT_EQ(column(table, "part").field.type, FieldType::rate);
    EXPECT_EQ(column(table, "part").states[1], data::State::error);
    EXPECT_EQ(column(table, "jour").field.type, FieldType::text);
    EXPECT_THAT(column(table, "montant").numbers, ElementsAre(2000, 3000));
    EXPECT_EQ(column(table, "montant").field.label.french, "Montant (€)");
}

TEST(PlainTable, ATextIsTheNumberThatItsCellWouldBe)
{
    EXPECT_EQ(number_of("1 200,50"), 1200.5);
    EXPECT_EQ(number_of("2 k€"), 2000);
    EXPECT_EQ(number_of("env. 18"), 18);
    EXPECT_EQ(number_of("45 %"), 0.45);
    EXPECT_EQ(number_of("12"), 12);
    for (const char* const text : {"", "NC", "30 à 40", "plus de 50", "1.234", "rue 12 bis du port"})
        EXPECT_EQ(number_of(text), std::nullopt) << text;
}

} // namespace
} // namespace bilan::intake
