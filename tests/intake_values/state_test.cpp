// SPDX-License-Identifier: MPL-2.0
//
// Patterns 30 to 36 of domain.md 9.2.
#include "column_of.hpp"
#include "intake/value/state_words.hpp"

#include <gtest/gtest.h>

namespace bilan::intake {
namespace {

TEST(State, OfCountsOfPeople)
{
    const std::vector<std::pair<const char*, const char*>> cases = {
        {"NC", "nc"},
        {"nc", "nc"},
        {"N.C.", "nc"},
        {"information non transmise", "nc"},
        {"NC (en attente)", "nc"},
        {"nd (source : CAF)", "nd"},
        {"en cours de saisie", "nc"},
        {"non communiquÃ©", "nc"},
        {"pas de donnÃ©es", "nd"},
        {"NR", "nc"},
        {"NSP", "nsp"},
        {"nd", "nd"},
        {"n.d.", "nd"},
        {"N/D", "nd"},
        {"non communiqué", "nc"},
        {"Non renseigné", "nc"},
        {"donnée non disponible", "nd"},
        {"à compléter", "nc"},
        {"en attente", "nc"},
        {"à venir", "nc"},
        {"sans objet", "so"},
        {"s.o.", "so"},
        {"S/O", "so"},
        {"non concerné", "so"},
        {"Non concerné par la cité", "so"},
        {"N/A", "nd"},
        {"NA", "nd"},
        {"-", "nc"},
        {"--", "nc"},
        {"—", "nc"},
        {"/", "nc"},
        {"//", "nc"},
        {"///", "nc"},
        {"…", "nc"},
        {"x", "nc"},
        {"xx", "nc"},
        {"XXXXX", "nc"},
        {"?", "nc"},
        {"*", "nc"},
        {"s", "secret"},
        {"ns", "secret"},
        {"***", "secret"},
        {"c", "secret"},
        {"faible", "secret"},
        {"ne sait pas", "nsp"},
        {"", "vide"},
        {"   ", "vide"},
        {"\u00A0", "vide"},
        {"\u200B", "vide"},
        {"- -", "nc"},
        {"???", "nc"},
        {"NC*", "nc"},
        {"(NC)", "nc"},
        {"n.c. *", "nc"},
        {"n.d. (1)", "nd"},
        {"(s)", "secret"},
        {"(-)", "nc"},
        {"nc.", "nc"},
        {"n. d.", "nd"},
        {"S. O.", "so"},
        {"sans-objet", "so"},
        {"pas communiqué", "nc"},
        {"Non-communiqué.", "nc"},
        {"non_renseigné", "nc"},
        {"en attente.", "nc"},
    };
    for (const auto& [text, state] : cases) EXPECT_EQ(read_one(people_field(), text), state) << text;
}

TEST(State, WordsOfTextsStayTexts)
{
    const data::Field text = field_of(data::FieldType::text);
    EXPECT_EQ(read_one(text, "S"), "S");
    EXPECT_EQ(read_one(text, "Faible"), "Faible");
    EXPECT_EQ(read_one(text, "x"), "x");
    EXPECT_EQ(read_one(text, "en attente"), "nc"); // domain 2.2, whatever the column holds
    EXPECT_EQ(read_one(text, "NC"), "nc");
    EXPECT_EQ(read_one(text, "-"), "nc");
    EXPECT_EQ(read_one(text, "sans objet"), "so");
}

TEST(State, ADashWithACurrencyIsNotGiven)
{
    data::Field amount = people_field();
    amount.type = data::FieldType::euro;
    amount.people = false;
    EXPECT_EQ(read_one(amount, "-   €"), "nc") << "what Excel saves as csv of a zero in its format for accounts";
    EXPECT_EQ(read_one(amount, "- €"), "nc");
    EXPECT_EQ(read_one(amount, "-12 €").substr(0, 3), "-12");
}

TEST(State, EmptyCellsAndFormulas)
{
    const data::Field field = people_field();
    EXPECT_EQ(read_one(field, {CellTag(), 0}), "vide");
    EXPECT_EQ(read_one(field, {CellTag(CellType::empty, FormatClass::general, true), 0}), "err BIL-214");
    EXPECT_EQ(read_one(field, {CellTag(CellType::error), static_cast<double>(CellError::not_available)}), "nd");
    EXPECT_EQ(read_one(field, {CellTag(CellType::error), static_cast<double>(CellError::reference)}), "err BIL-213");
    EXPECT_EQ(read_one(field, 0), "0");
}

TEST(State, CellsThatTheCsvReaderCouldNotPlace)
{
    const TestCell shifted{CellTag(CellType::error), static_cast<double>(CellError::value)};
    const TestCell cut{CellTag(CellType::error), static_cast<double>(CellError::other)};
    const ColumnOf column(people_field(), {shifted, cut, 12}, in_csv());
    EXPECT_EQ(column.line(0), "err BIL-540");
    EXPECT_EQ(column.line(1), "err BIL-590");
    ASSERT_EQ(column.findings.size(), 2U);
    EXPECT_TRUE(column.findings[0].read.empty()) << "the file holds no such error";
    EXPECT_EQ(base::render(column.findings[0].message, base::Language::french),
              "Cette ligne du fichier csv a plus de cellules que le tableau de colonnes, et rien ne dit où est le "
              "séparateur de trop\u00A0: aucune valeur n'a été retenue ici. Mettez entre guillemets le texte qui "
              "contient le séparateur.");
    EXPECT_EQ(base::render(column.findings[0].message, base::Language::english),
              "This row of the csv file has more cells than the table has columns, and nothing says which separator is "
              "too much: no value was kept here. Put quotes around the text that holds the separator.");
}

TEST(State, AFormulaOfOdsThatShowsNothingIsNotSavedAgain)
{
    ColumnOptions in_ods;
    in_ods.format = "ods";
    const TestCell nothing{CellTag(CellType::empty, FormatClass::general, true), 0};
    const ColumnOf column(people_field(), {nothing, 12}, in_ods);
    EXPECT_EQ(column.line(0), "err BIL-544");
    ASSERT_EQ(column.findings.size(), 1U);
    EXPECT_EQ(base::render(column.findings[0].message, base::Language::french),
              "La formule ne montre rien\u00A0: un fichier ods ne dit pas si son résultat est vide ou n'a pas été "
              "calculé\u00A0; aucune valeur n'a été retenue. Effacez la formule si la cellule doit être vide, sinon "
              "saisissez sa valeur.");
    EXPECT_EQ(base::render(column.findings[0].message, base::Language::english),
              "The formula shows nothing: an ods file does not say whether its result is empty or was not computed; no "
              "value was kept. Delete the formula where the cell is to be empty, otherwise type its value.");
}

TEST(State, TheTableIsAscendingAndFolded)
{
    const auto words = state_words();
    for (std::size_t at = 0; at < words.size(); ++at) {
        EXPECT_EQ(base::fold(words[at].word), words[at].word);
        if (at > 0) {
            EXPECT_LT(words[at - 1].word, words[at].word);
        }
    }
}

} // namespace
} // namespace bilan::intake
