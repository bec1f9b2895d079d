// SPDX-License-Identifier: MPL-2.0
//
// Patterns 70 to 83 of the domain dossier: what each row is.
#include "base/message.hpp"
#include "intake_tables/reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace bilan::intake::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

FileReading table(std::vector<std::vector<std::string>> rows, const std::string& schema = "action")
{
    BookMaker maker;
    rows.insert(rows.begin(), {"Intitulé", "Porteur", "Bénéficiaires", "Montant accordé", "Commentaire"});
    maker.sheet("Bilan", rows);
    return read(maker, schema);
}

TEST(RowKinds, TotalsAreSetAsideAndCompared)
{
    const FileReading reading = table(
        {{"Atelier", "Asso A", "12", "100"}, {"Sport", "Asso B", "30", "200"}, {"TOTAL GÉNÉRAL", "", "42", "310"}});
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 3U));
    EXPECT_THAT(rows_not_kept(reading), ElementsAre("4 BIL-591"));
    EXPECT_THAT(findings(reading, "C14"), ElementsAre("A4 TOTAL GÉNÉRAL"));
    EXPECT_EQ(sentence(reading, "C14"),
              "La ligne «\u00A0TOTAL GÉNÉRAL\u00A0» est un total qui ne dit pas la somme des lignes (Montant "
              "accordé)\u00A0: elle est mise de côté. Demandez au partenaire ce qui est juste.");
    EXPECT_EQ(base::render({"BIL-591", {"Total", "A"}}, base::Language::english),
              "The row \"Total\" is a total that is not the sum of the rows (A): it is set aside. Ask the partner what "
              "is right.");
    EXPECT_THAT(findings(reading, "BIL-280"), ElementsAre("D4 310"));
    EXPECT_EQ(sentence(reading, "BIL-280"),
              "Le total écrit est 310, la somme des lignes 300. Demandez au partenaire lequel est juste.");
    EXPECT_EQ(reading.tables[0].rows_read,
              reading.tables[0].rows_kept + reading.tables[0].rows_set_aside + reading.tables[0].rows_refused);
}

TEST(RowKinds, ATotalAboveWhatIsKnownMayHoldWhatIsNot)
{
    const FileReading open =
        table({{"Atelier", "Asso A", "12", "100"}, {"Sport", "Asso B", "NC", "200"}, {"Total", "", "42", "300"}});
    EXPECT_THAT(findings(open, "BIL-280"), IsEmpty());
    EXPECT_THAT(findings(open, "BIL-057"), ElementsAre("C4 42"));
    EXPECT_EQ(sentence(open, "BIL-057"),
              "Le total écrit est 42 et la somme des valeurs connues 12\u00A0; cellules dont la valeur n'est pas "
              "connue\u00A0: 1. La différence peut être la leur\u00A0: demandez ces valeurs au partenaire.");
    EXPECT_EQ(base::render({"BIL-057", {"42", "12", "1"}}, base::Language::english),
              "The total as written is 42 and the sum of the known values 12; cells whose value is not known: 1. The "
              "difference may be theirs: ask the partner for these values.");
    EXPECT_THAT(rows_not_kept(open), ElementsAre("4 BIL-279"));
    const FileReading wrong =
        table({{"Atelier", "Asso A", "12", "100"}, {"Sport", "Asso B", "NC", "200"}, {"Total", "", "10", "300"}});
    EXPECT_THAT(findings(wrong, "BIL-280"), ElementsAre("C4 10"));
    EXPECT_THAT(findings(wrong, "BIL-057"), IsEmpty());
}

TEST(RowKinds, WhoSignsBelowTheTableIsNotNamed)
{
    const FileReading reading = table(
        {{"Atelier", "Asso A", "12", "100"}, {"Sport", "Asso B", "30", "200"}, {"Zorglubine Valmont", "", "", ""}});
    EXPECT_THAT(rows_not_kept(reading), ElementsAre("4 BIL-282"));
    EXPECT_THAT(findings(reading, "BIL-282"), ElementsAre("A4"));
    EXPECT_THAT(findings(reading, "BIL-276"), IsEmpty());
}

TEST(RowKinds, APartMayStandAboveItsWhole)
{
    const FileReading above = table({{"dont moins de 26 ans", "Asso A", "5", "20"},
                                     {"dont RSA", "Asso A", "2", "10"},
                                     {"Atelier", "Asso A", "12", "100"},
                                     {"Sport", "Asso B", "30", "200"}});
    EXPECT_THAT(rows_kept(above), ElementsAre(4U, 5U));
    EXPECT_THAT(rows_not_kept(above), ElementsAre("2 BIL-593", "3 BIL-593"));
    EXPECT_EQ(sentence(above, "BIL-593"),
              "La ligne «\u00A0dont moins de 26 ans\u00A0» dit une part de la ligne au-dessous, où elle est déjà "
              "comptée\u00A0: elle est mise de côté. Si c'est une action, donnez-lui un titre qui ne commence pas par "
              "«\u00A0dont\u00A0».");
    EXPECT_EQ(
        base::render({"BIL-593", {"dont RSA"}}, base::Language::english),
        "The row \"dont RSA\" tells a part of the row below, which counts it already: it is set aside. If it is an "
        "action, give it a title that does not begin with \"dont\".");
    const FileReading between = table(
        {{"Atelier", "Asso A", "12", "100"}, {"dont RSA", "Asso A", "20", "10"}, {"Sport", "Asso B", "30", "200"}});
    EXPECT_THAT(rows_kept(between), ElementsAre(2U, 3U, 4U));
    EXPECT_THAT(findings(between, "BIL-585"), ElementsAre("A3"));
    EXPECT_EQ(
        sentence(between, "BIL-585"),
        "La ligne commence par «\u00A0dont\u00A0» ou par un tiret sans tenir sûrement dans une ligne voisine\u00A0: "
        "elle est gardée comme une action. Vérifiez qu'elle n'est pas comptée deux fois.");
    EXPECT_EQ(base::render({"BIL-585", {}}, base::Language::english),
              "The row begins with \"dont\" or with a dash and is not surely within a row beside it: it is kept as an "
              "action. Check that it is not counted twice.");
}

/// One table a year under one header, each with its total: the last row is the total of them all.
TEST(RowKinds, AGrandTotalBelowTheTablesOfTwoYears)
{
    const auto reading_of = [](const std::string& total) {
        return table({{"2022"},
                      {"Atelier", "Asso A", "12", "100"},
                      {"Sport", "Asso B", "30", "200"},
                      {"Total 2022", "", "42", "300"},
                      {"2023"},
                      {"Danse", "Asso C", "5", "50"},
                      {"Sport", "Asso B", "20", "100"},
                      {"Total 2023", "", "25", "150"},
                      {"Total général", "", "67", total}});
    };
    EXPECT_THAT(findings(reading_of("450"), "BIL-280"), IsEmpty());
    const FileReading wrong = reading_of("470");
    ASSERT_EQ(wrong.tables.size(), 2U);
    EXPECT_THAT(findings(wrong, "BIL-280"), ElementsAre("D10 470"));
    EXPECT_EQ(sentence(wrong, "BIL-280"),
              "Le total écrit est 470, la somme des lignes 450. Demandez au partenaire lequel est juste.");
}

/// « 30-40 » is a band of ages in a header; among the records it is a count that nobody took exactly.
TEST(RowKinds, ARowOfSpansIsNoHeader)
{
    const FileReading reading = table({{"Chant", "Asso C", "15", "20"},
                                       {"Sport", "Asso B", "de 30 à 40", "30 – 40"},
                                       {"Danse", "Asso C", "12 à 15", "12-15"},
                                       {"Atelier", "Asso A", "30 à 40", "16-25"}});
    ASSERT_EQ(reading.tables.size(), 1U);
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 3U, 4U, 5U));
    EXPECT_THAT(values_of(reading, "benef_total"), ElementsAre("15", "<err>", "<err>", "<err>"));
    EXPECT_THAT(findings(reading, "BIL-206").size(), 6U);
}

TEST(RowKinds, SubtotalsBelongToTheirPart)
{
    const FileReading reading = table({{"Atelier", "Asso A", "12"},
                                       {"Sport", "Asso B", "30"},
                                       {"Sous-total pilier 1", "", "42"},
                                       {"Danse", "Asso C", "5"},
                                       {"Sous-total pilier 2", "", "5"},
                                       {"Ensemble", "", "47"}});
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 3U, 5U));
    EXPECT_THAT(findings(reading, "C14").size(), 3U);
    EXPECT_THAT(findings(reading, "BIL-280"), IsEmpty());
}

TEST(RowKinds, ANameThatBeginsLikeATotalIsARecord)
{
    const FileReading reading = table({{"Total respect", "Asso A", "12"},
                                       {"Sport", "Ensemble pour l'emploi", "30"},
                                       {"Sommes-nous égaux ?", "Asso B", "1"}});
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 3U, 4U));
}

TEST(RowKinds, ATotalWithoutALabel)
{
    const FileReading reading =
        table({{"Atelier", "Asso A", "12", "100"}, {"Sport", "Asso B", "30", "200"}, {"", "", "42", "300"}});
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 3U));
    EXPECT_THAT(rows_not_kept(reading), ElementsAre("4 BIL-840"));
}

TEST(RowKinds, NotesSourcesAndSignatures)
{
    const FileReading reading = table({{"Atelier", "Asso A", "12"},
                                       {"Sport", "Asso B", "30"},
                                       {"* hors adultes-relais"},
                                       {"Source : DDETS 44"},
                                       {},
                                       {"Fait à Nantes, le 3 mars", "", "", "Le président"},
                                       {"Ces chiffres sont provisoires"}});
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 3U));
    EXPECT_THAT(rows_not_kept(reading), ElementsAre("4 BIL-282", "5 BIL-282", "7 BIL-282", "8 BIL-282"));
}

TEST(RowKinds, FillersExamplesUnitsAndRepeatedHeaders)
{
    const FileReading reading = table({{"texte", "texte", "nombre", "€", "texte libre"},
                                       {"ex : Jardin partagé", "Association X", "10", "500"},
                                       {"Atelier", "Asso A", "12", "100"},
                                       {"--", "--", "--", "--", "--"},
                                       {"Intitulé", "Porteur", "Bénéficiaires", "Montant accordé", "Commentaire"},
                                       {"Sport", "Asso B", "30", "200"},
                                       {"", "", "=0", "=0"}});
    EXPECT_THAT(rows_kept(reading), ElementsAre(4U, 7U));
    EXPECT_THAT(rows_not_kept(reading), ElementsAre("2 BIL-286", "3 BIL-285", "5 BIL-284", "6 BIL-281", "8 BIL-284"));
    EXPECT_EQ(
        sentence(reading, "BIL-285"),
        "La ligne est un exemple du modèle\u00A0: elle est mise de côté. Vérifiez qu'elle n'est pas une vraie ligne.");
}

TEST(RowKinds, TitleRowsGiveThePillar)
{
    const FileReading reading = table({{"PILIER 1 : COHÉSION SOCIALE"},
                                       {"Atelier", "Asso A", "12"},
                                       {"Sport", "Asso B", "30"},
                                       {"Axe emploi"},
                                       {"CV", "PLIE", "5"}});
    EXPECT_THAT(rows_kept(reading), ElementsAre(3U, 4U, 6U));
    EXPECT_THAT(values_of(reading, "pilier"), ElementsAre("cohesion_sociale", "cohesion_sociale", "emploi"));
    EXPECT_THAT(rows_not_kept(reading), ElementsAre("2 BIL-287", "5 BIL-287"));
    for (const auto& [place, cell] : reading.values[0].other_cells) EXPECT_EQ(cell.column, 0U);
    EXPECT_EQ(reading.values[0].other_cells.size(), 3U);
}

TEST(RowKinds, TitleRowsGiveTheFieldWhoseTermsTheyAre)
{
    const FileReading quarters = table({{"QUARTIER BELLEVUE"},
                                        {"Atelier", "Asso A", "12"},
                                        {"Sous-total", "", "12"},
                                        {"QPV Nord"},
                                        {"CV", "PLIE", "5"}});
    EXPECT_THAT(values_of(quarters, "territoire"), ElementsAre("QUARTIER BELLEVUE", "QPV Nord"));
    EXPECT_THAT(rows_not_kept(quarters), ElementsAre("2 BIL-287", "4 BIL-279", "5 BIL-287"));
    const FileReading decisions = table({{"RETENUE"}, {"Atelier", "Asso A", "12"}, {"REFUSÉE"}, {"CV", "PLIE", "5"}});
    EXPECT_THAT(values_of(decisions, "statut"), ElementsAre("retenue", "refusée"));
    EXPECT_THAT(values_of(decisions, "pilier"), ElementsAre("(no column)"));
}

TEST(RowKinds, ATitleOrASheetMaySayTheStatus)
{
    const FileReading titles = table({{"Atelier", "Asso A", "12", "100"},
                                      {"Sport", "Asso B", "30", "200"},
                                      {"Actions refusées :"},
                                      {"Danse", "Asso C", "10", "5000"}});
    EXPECT_THAT(rows_kept(titles), ElementsAre(2U, 3U, 5U));
    EXPECT_THAT(rows_not_kept(titles), ElementsAre("4 BIL-287"));
    EXPECT_THAT(values_of(titles, "statut"), ElementsAre("<vide>", "<vide>", "refusée"));
    BookMaker maker;
    maker.sheet("Retenus", {{"Intitulé", "Porteur", "Bénéficiaires", "Montant accordé"}, {"A", "Asso A", "1", "10"}});
    maker.sheet("Refusés", {{"Intitulé", "Porteur", "Bénéficiaires", "Montant accordé"}, {"B", "Asso B", "2", "20"}});
    const FileReading sheets = read(maker, "action");
    EXPECT_THAT(values_of(sheets, "statut", 0), ElementsAre("retenue"));
    EXPECT_THAT(values_of(sheets, "statut", 1), ElementsAre("refusée"));
    EXPECT_THAT(values_of(sheets, "territoire", 1), ElementsAre("(no column)"));
}

/// « Validé » may be said of the document; « Retenu » beside « Refusé », and « Refusées », are of the rows.
TEST(RowKinds, ASheetAloneCalledByAStatusGivesNone)
{
    const Rows rows = {{"Intitulé", "Porteur", "Bénéficiaires", "Montant accordé"}, {"A", "Asso A", "1", "10"}};
    BookMaker alone;
    alone.sheet("Retenue", rows);
    const FileReading reading = read(alone, "action");
    EXPECT_THAT(values_of(reading, "statut"), ElementsAre("(no column)"));
    EXPECT_EQ(
        sentence(reading, "BIL-546"),
        "La feuille s'appelle «\u00A0Retenue\u00A0»\u00A0: c'est peut-être la valeur de statut pour ses lignes "
        "(retenue), ou l'état du document\u00A0; rien n'en est repris. Si elle vaut pour les lignes, ajoutez-leur "
        "une colonne.");
    BookMaker two;
    two.sheet("Retenue", rows);
    two.sheet("Refusée", rows);
    EXPECT_THAT(findings(read(two, "action"), "BIL-546"), IsEmpty());
    EXPECT_EQ(findings(read(two, "action"), "BIL-298").size(), 2U);
}

TEST(RowKinds, AFunderAsATitleIsNeitherAPillarNorASecondHeader)
{
    const FileReading reading =
        table({{"Caf"}, {"Atelier", "Asso A", "12", "100"}, {"RÉGION"}, {"CV", "PLIE", "5", "200"}});
    EXPECT_THAT(rows_kept(reading), ElementsAre(3U, 5U));
    EXPECT_THAT(values_of(reading, "intitule"), ElementsAre("Atelier", "CV"));
    EXPECT_THAT(values_of(reading, "pilier"), ElementsAre("(no column)"));
    EXPECT_THAT(rows_not_kept(reading), ElementsAre("2 BIL-276", "4 BIL-276"));
}

TEST(RowKinds, AContinuationIsAppended)
{
    const FileReading reading = table({{"Atelier", "Asso A", "12", "100", "Une action qui"},
                                       {"", "", "", "", "s'est bien passée"},
                                       {"Sport", "Asso B", "30", "200", "ok"}});
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 4U));
    EXPECT_THAT(values_of(reading, "commentaire"), ElementsAre("Une action qui s'est bien passée", "ok"));
    EXPECT_THAT(rows_not_kept(reading), ElementsAre("3 BIL-289"));
    EXPECT_EQ(
        sentence(reading, "BIL-289"),
        "La ligne continue la ligne 2\u00A0: son texte y est ajouté. Vérifiez que ce n'est pas une autre action.");
}

TEST(Rows, ATotalWhoseFormulasNobodyComputedIsComparedWithNothing)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Intitulé", "Porteur", "Bénéficiaires"},
                          {"Atelier", "Asso A", "12"},
                          {"Sport", "Asso B", "30"},
                          {"TOTAL", "", "=#NOM?"}});
    const FileReading reading = read(maker);
    EXPECT_THAT(rows_not_kept(reading), ElementsAre("4 BIL-100"));
    const Finding& total = *std::ranges::find(reading.findings, "C14", &Finding::code);
    EXPECT_THAT(total.sentence(base::Language::french),
                HasSubstr("La ligne «\u00A0TOTAL\u00A0» est un total sans nombre, faute de formules calculées ou de "
                          "valeurs\u00A0: elle est mise de côté et ne peut être comparée à rien. Pour la vérifier, "
                          "ouvrez le fichier dans un tableur et enregistrez-le."));
    EXPECT_THAT(total.sentence(base::Language::english),
                HasSubstr("The row \"TOTAL\" is a total without a number, for want of computed formulas or of values: "
                          "it is set aside and can be compared with nothing. To check it, open the file in a "
                          "spreadsheet program and save it."));
}

/// « => partenaires » typed below a remark is a formula for Excel, which stores no value of it: whose row it is is
/// asked.
TEST(RowKinds, AFormulaWithoutAValueBelowATextMayGoOn)
{
    BookMaker maker;
    Grid& grid = maker.sheet("Bilan", {{"Intitulé", "Porteur", "Bénéficiaires", "Montant accordé", "Commentaire"},
                                       {"Atelier", "Asso A", "12", "100", "Une action qui"},
                                       {},
                                       {"Sport", "Asso B", "30", "200", "ok"}});
    grid.put(2, 4, CellTag(CellType::empty, FormatClass::general, true), 0);
    const FileReading reading = read(maker, "action");
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 3U, 4U));
    EXPECT_THAT(findings(reading, "BIL-824"), ElementsAre("E3"));
    EXPECT_THAT(findings(reading, "BIL-214"), ElementsAre("E3"));
}

TEST(RowKinds, AContinuationOnTheNextPage)
{
    BookMaker maker;
    maker.sheet("Actions", {{"Porteur", "Intitulé", "Commentaire", "Bénéficiaires"},
                            {"Asso A", "Atelier", "Sorties le mercredi", "12"},
                            {"Porteur", "Intitulé", "Commentaire", "Bénéficiaires"},
                            {"", "", "et le samedi", ""},
                            {"Asso B", "Sport", "Stages", "7"}});
    const FileReading reading = read(maker, "action");
    EXPECT_THAT(values_of(reading, "commentaire"), ElementsAre("Sorties le mercredi et le samedi", "Stages"));
}

TEST(RowKinds, ARecordThatIsNearlyEmptyIsStillARecord)
{
    const FileReading reading =
        table({{"Atelier", "Asso A", "12"}, {"Sport", "Asso B"}, {"Danse", "Asso C", "", "200"}});
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 3U, 4U));
}

TEST(RowKinds, BlankRowsBetweenRecordsAreNothing)
{
    const FileReading reading =
        table({{"Atelier", "Asso A", "12"}, {}, {"Sport", "Asso B", "30"}, {}, {}, {"Danse", "Asso C", "3"}});
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 4U, 7U));
    EXPECT_EQ(reading.tables[0].rows_read, 3U);
}

TEST(RowKinds, NumberedRowsThatNobodyFilledIn)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"N°", "Intitulé", "Porteur", "Bénéficiaires"},
                          {"1", "Atelier", "Asso A", "12"},
                          {"2", "Sport", "Asso B", "30"},
                          {"3"},
                          {"4"}});
    const FileReading reading = read(maker);
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 3U));
    EXPECT_THAT(rows_not_kept(reading), ElementsAre("4 BIL-284", "5 BIL-284"));
}

TEST(RowKinds, ATitleInTheColumnOfNumbersIsNoFiller)
{
    BookMaker maker;
    maker.sheet("Actions", {{"N°", "Porteur", "Intitulé", "Bénéficiaires"},
                            {"COHÉSION SOCIALE", "", "", ""},
                            {"1", "Asso A", "Atelier", "12"},
                            {"2bis", "", "", ""},
                            {"EMPLOI", "", "", ""},
                            {"3", "Asso B", "Coaching", "7"}});
    const FileReading reading = read(maker, "action");
    EXPECT_THAT(values_of(reading, "pilier"), ElementsAre("cohesion_sociale", "emploi"));
    EXPECT_THAT(rows_not_kept(reading), ElementsAre("2 BIL-287", "4 BIL-284", "5 BIL-287"));
}

TEST(RowKinds, TheTotalOfAYearIsATotal)
{
    BookMaker maker;
    maker.sheet("Actions", {{"Porteur", "Intitulé", "Bénéficiaires"},
                            {"Asso A", "Atelier", "12"},
                            {"Total Énergie", "Visite", "5"},
                            {"Total 2023", "2 porteurs", "17"}});
    EXPECT_THAT(values_of(read(maker, "action"), "porteur"), ElementsAre("Asso A", "Total Énergie"));
}

TEST(RowKinds, TheLastRowThatAddsUpIsATotalWhateverItIsCalled)
{
    for (const std::string label : {"R/C", "Bilan ML", "Σ", "Récapitulatif", "Toutes actions", ""}) {
        const FileReading reading = table({{"Atelier", "Asso A", "12", "1 000,50"},
                                           {"Sport", "Asso B", "30", "200"},
                                           {"Chant", "Asso C", "NC", "0"},
                                           {label, "", "42", "1 200,50 €"},
                                           {"Fait à Valmont, le 3 mars"}});
        EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 3U, 4U)) << label;
        EXPECT_THAT(rows_not_kept(reading), ElementsAre("5 BIL-840", "6 BIL-282")) << label;
    }
    const FileReading reading =
        table({{"Atelier", "Asso A", "12", "100"}, {"Sport", "Asso B", "30", "200"}, {"R/C", "", "42", "300"}});
    EXPECT_EQ(sentence(reading, "C14"),
              "La ligne «\u00A0R/C\u00A0» vaut la somme des lignes au-dessus d'elle\u00A0: elle "
              "est prise pour un total et mise de côté. Si c'est une action, placez-la "
              "ailleurs qu'à la fin.");
}

TEST(RowKinds, ATotalWithAMistakeInItIsKeptAndAskedAbout)
{
    const FileReading reading =
        table({{"Atelier", "Asso A", "12", "100"}, {"Sport", "Asso B", "30", "200"}, {"R/C", "", "42", "310"}});
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 3U, 4U));
    EXPECT_THAT(findings(reading, "BIL-841"), ElementsAre("A4"));
    EXPECT_EQ(
        sentence(reading, "BIL-841"),
        "La dernière ligne, «\u00A0R/C\u00A0», vaut la somme des lignes au-dessus d'elle, ou presque, et elle est "
        "gardée\u00A0: si c'est un total, écrivez «\u00A0Total\u00A0» devant\u00A0; sinon, rien à faire.");
}

TEST(RowKinds, ARecordLikeAnotherOneIsNoTotal)
{
    const FileReading reading =
        table({{"Atelier", "Asso A", "0", "0"}, {"Sport", "Asso B", "30", "200"}, {"Chant", "Asso C", "30", "200"}});
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 3U, 4U));
    EXPECT_TRUE(findings(reading, "BIL-841").empty());
}

TEST(RowKinds, ARecordNamedInFullIsNotSetAsideForItsSums)
{
    const FileReading reading =
        table({{"Atelier", "Asso A", "10", "100"}, {"Sport", "Asso B", "10", "100"}, {"Chant", "Asso C", "20", "200"}});
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 3U, 4U));
    EXPECT_THAT(findings(reading, "BIL-841"), ElementsAre("A4")); // kept, and said
}

TEST(RowKinds, ARowThatIsTheSumOfItsNeighboursIsAskedAbout)
{
    const FileReading above = table({{"Sports", "Asso A", "50", "3000"},
                                     {"Club", "Asso A", "30", "1000"},
                                     {"Chant", "Asso A", "20", "2000"},
                                     {"Forum", "Asso B", "24", "500"}});
    EXPECT_THAT(rows_kept(above), ElementsAre(2U, 3U, 4U, 5U));
    EXPECT_THAT(findings(above, "BIL-029"), ElementsAre("A2"));
    EXPECT_EQ(
        sentence(above, "BIL-029"),
        "Les nombres de la ligne «\u00A0Sports\u00A0» sont les sommes des lignes voisines, et elle est gardée et "
        "comptée avec elles. Si c'est un sous-total, écrivez «\u00A0Sous-total\u00A0» devant\u00A0; sinon, rien à "
        "faire.");
    const FileReading below = table({{"Club", "Asso A", "30", "1000"},
                                     {"Chant", "Asso A", "20", "2000"},
                                     {"Sports", "Asso A", "50", "3000"},
                                     {"Forum", "Asso B", "24", "500"}});
    EXPECT_THAT(findings(below, "BIL-029"), ElementsAre("A4"));
    const FileReading other = table({{"Sports", "Asso A", "50", "3001"},
                                     {"Club", "Asso A", "30", "1000"},
                                     {"Chant", "Asso A", "20", "2000"},
                                     {"Forum", "Asso B", "3", "30"},
                                     {"Cours", "Asso B", "2", "20"},
                                     {"Visite", "Asso B", "1", "10"}});
    EXPECT_THAT(findings(other, "BIL-029"), testing::IsEmpty()) << "one sum fails, and small counts are sums by chance";
}

TEST(RowKinds, ContinuationsWithoutEndAreNotSwallowed)
{
    std::vector<std::vector<std::string>> rows{{"Atelier", "Asso A", "12", "100", "Une action"}};
    for (int row = 0; row < 5000; ++row) rows.push_back({"", "", "", "", "suite"});
    rows.push_back({"Sport", "Asso B", "30", "200", "ok"});
    const FileReading reading = table(rows);
    EXPECT_EQ(reading.tables[0].rows_read, 5002U);
    EXPECT_GT(findings(reading, "BIL-276").size(), 100U); // nobody knows what they belong to
    EXPECT_LT(findings(reading, "BIL-289").size(), 1000U);
}

TEST(RowKinds, ARowWithANameOfItsOwnIsNoContinuation)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Pilier", "Intitulé", "Porteur", "Thématique", "Montant accordé"},
                          {"Emploi", "Atelier", "Asso A", "CV", "100"},
                          {"", "Coaching", "Asso B"},
                          {"Emploi", "Forum", "Asso C", "Rencontres", "100"},
                          {"", "et jardinage"},
                          {"Emploi", "Sport", "Asso B", "Jeux", "200"},
                          {"", "Danse", "", "Loisirs"},
                          {"Emploi", "Chant", "Asso B", "Jeux", "200"}});
    const FileReading reading = read(maker, "action");
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 3U, 4U, 6U, 7U, 8U));
    EXPECT_THAT(values_of(reading, "intitule"),
                ElementsAre("Atelier", "Coaching", "Forum et jardinage", "Sport", "Danse", "Chant"));
    EXPECT_THAT(findings(reading, "BIL-824"), ElementsAre("B7"));
    EXPECT_EQ(sentence(reading, "BIL-824"), "La ligne ne dit pas tout ce qui nomme une action\u00A0: elle est gardée "
                                            "comme une action, mais continue peut-être la ligne 6. Vérifiez.");
}

TEST(RowKinds, LinesOfTheFootAreNoActions)
{
    const FileReading reading = table({{"Atelier", "Asso A", "12", "100"},
                                       {"Solde", "Asso B", "30", "200"},
                                       {"Total", "", "42", "300"},
                                       {"Dont QPV", "", "10"},
                                       {"Enveloppe", "", "", "1000"},
                                       {"Reste à programmer", "", "", "700"}});
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 3U));
    EXPECT_THAT(rows_not_kept(reading), ElementsAre("4 BIL-279", "5 BIL-822", "6 BIL-822", "7 BIL-822"));
    EXPECT_EQ(sentence(reading, "BIL-822"), "La ligne «\u00A0Dont QPV\u00A0» commente le tableau (moyenne, enveloppe, "
                                            "reste, «\u00A0dont\u00A0»)\u00A0: elle est mise de côté. Rien à faire.");
}

TEST(RowKinds, PartsOfTheRowAboveAreCountedThere)
{
    const FileReading reading = table({{"Permis", "Cap", "45", "12000"},
                                       {"dont moins de 26 ans", "Cap", "15"},
                                       {"dont RSA", "Cap", "5"},
                                       {"dont bénévoles", "Cap", "50"},
                                       {"Code", "Cap", "15", "4000"}});
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 5U, 6U));
    EXPECT_THAT(rows_not_kept(reading), ElementsAre("3 BIL-951", "4 BIL-951"));
    EXPECT_THAT(findings(reading, "BIL-951"), ElementsAre("A3 dont moins de 26 ans", "A4 dont RSA"));
    EXPECT_EQ(sentence(reading, "BIL-951"),
              "La ligne «\u00A0dont moins de 26 ans\u00A0» dit une part de la ligne au-dessus, où elle est déjà "
              "comptée\u00A0: elle est mise de côté. Si c'est une action, donnez-lui un titre qui ne commence ni par "
              "«\u00A0dont\u00A0» ni par un tiret.");
    EXPECT_EQ(base::render({"BIL-951", {"dont RSA"}}, base::Language::english),
              "The row \"dont RSA\" states a part of the row above, which counts it already: it is set aside. If it is "
              "an action, give it a title that begins neither with \"dont\" nor with a dash.");
}

TEST(RowKinds, LinesWithADashThatAddUpToTheRowAboveArePartsOfIt)
{
    const FileReading parts = table({{"Forum", "Cap", "30", "8000"},
                                     {"- forum de printemps", "Cap", "10", "3000"},
                                     {"- forum d'automne", "Cap", "20", "5000"},
                                     {"Code", "Cap", "15", "4000"}});
    EXPECT_THAT(rows_kept(parts), ElementsAre(2U, 5U));
    EXPECT_THAT(rows_not_kept(parts), ElementsAre("3 BIL-951", "4 BIL-951"));
    const FileReading some = table(
        {{"Forum", "Cap", "30", "8000"}, {"• printemps", "Cap", "10", "3000"}, {"• automne", "Cap", "20", "4000"}});
    EXPECT_THAT(rows_kept(some), ElementsAre(2U, 3U, 4U));
    EXPECT_EQ(findings(some, "BIL-585").size(), 2U) << "the people add up, the money does not";
    const FileReading others = table(
        {{"Forum", "Cap", "30", "8000"}, {"- printemps", "Cap", "11", "3100"}, {"- automne", "Cap", "21", "4000"}});
    EXPECT_THAT(rows_kept(others), ElementsAre(2U, 3U, 4U));
    EXPECT_THAT(findings(others, "BIL-585"), IsEmpty());
}

TEST(RowKinds, TheNumbersOfTheColumnsAreNoRecordWhereverTheyStand)
{
    const FileReading reading =
        table({{"Forum", "Cap", "30", "8000"}, {"1", "2", "3", "4", "5"}, {"Code", "Cap", "15", "4000"}});
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 4U));
    EXPECT_THAT(rows_not_kept(reading), ElementsAre("3 BIL-286"));
}

TEST(RowKinds, ARowWithoutAWordThatAddsUpTheRowsAboveIsASubtotal)
{
    const FileReading reading = table({{"Jardin", "Asso J", "30", "3000"},
                                       {"Cuisine", "Asso J", "12", "1000"},
                                       {"", "", "42", "4000"},
                                       {"Couture", "Asso K", "15", "2500"},
                                       {"Vélo", "Asso K", "9", "800"},
                                       {"", "", "25", "3300"}});
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 3U, 5U, 6U, 7U)) << "25 is not 24";
    EXPECT_THAT(rows_not_kept(reading), ElementsAre("4 BIL-840"));
}

TEST(RowKinds, ARowWithoutAWordThatAddsUpAllRowsIsATotalInSpiteOfSubtotals)
{
    const FileReading reading = table({{"Atelier", "Asso A", "10", "1000"},
                                       {"Sport", "Asso B", "20", "2000"},
                                       {"Sous-total Insertion", "", "30", "3000"},
                                       {"Cuisine", "Asso C", "5", "500"},
                                       {"", "", "35", "3500"},
                                       {"Moyenne", "", "11,7", "1166,7"}});
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 3U, 5U));
    EXPECT_THAT(findings(reading, "C14"), ElementsAre("A4 Sous-total Insertion", "C6"));
}

TEST(RowKinds, TotalsAboveTheirRowsAreComparedWithWhatStandsBelow)
{
    const FileReading right =
        table({{"TOTAL", "", "60", "16000"}, {"Permis", "Cap", "45", "12000"}, {"Code", "Cap", "15", "4000"}});
    EXPECT_THAT(findings(right, "BIL-280"), testing::IsEmpty());
    const FileReading wrong =
        table({{"TOTAL", "", "61", "16000"}, {"Permis", "Cap", "45", "12000"}, {"Code", "Cap", "15", "4000"}});
    EXPECT_THAT(findings(wrong, "BIL-280"), ElementsAre("C2 61"));
    EXPECT_EQ(sentence(wrong, "BIL-280"),
              "Le total écrit est 61, la somme des lignes 60. Demandez au partenaire lequel est juste.");
}

TEST(RowKinds, ATotalOfAMeasureOfOneYearIsComparedWithTheRowsOfThatYear)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Intitulé", "Porteur", "Montant accordé 2024", "Montant accordé 2025", "Bénéficiaires"},
                          {"Permis", "Cap", "1000", "2000", "40"},
                          {"Code", "Cap", "500", "700", "60"},
                          {"TOTAL", "", "1500", "2700", "100"}});
    const FileReading reading = read(maker, "action");
    EXPECT_THAT(findings(reading, "BIL-280"), testing::IsEmpty());
    EXPECT_EQ(findings(reading, "BIL-956").size(), 1U);
}

TEST(RowKinds, APartBelowARepeatedHeaderIsOfTheRowAboveTheHeader)
{
    const FileReading reading = table({{"Permis", "Cap", "45", "12000"},
                                       {"Intitulé", "Porteur", "Bénéficiaires", "Montant accordé", "Commentaire"},
                                       {"dont RSA", "Cap", "15"},
                                       {"Code", "Cap", "15", "4000"}});
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 5U));
    EXPECT_THAT(findings(reading, "BIL-951"), ElementsAre("A4 dont RSA"));
}

TEST(RowKinds, RowsOfAnotherPeriodAreNoActions)
{
    const FileReading reading = table({{"Permis", "Cap", "45", "12000"},
                                       {"Rappel N-1", "Cap", "44", "11000"},
                                       {"Code", "Cap", "15", "4000"},
                                       {"Ensemble", "", "60", "16000"},
                                       {"Rappel 2024", "Cap", "50", "15000"},
                                       {"Prévisionnel 2026", "Cap", "70", "20000"},
                                       {"P.M.", "Cap", "1", "20"}});
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 4U));
    EXPECT_THAT(rows_not_kept(reading), ElementsAre("3 BIL-952", "5 BIL-279", "6 BIL-952", "7 BIL-952", "8 BIL-952"));
    EXPECT_EQ(sentence(reading, "BIL-952"),
              "La ligne «\u00A0Rappel N-1\u00A0» rappelle ou prévoit une autre période\u00A0: elle est mise de côté et "
              "n'est comptée nulle part. Si c'est une action de l'exercice, donnez-lui son titre.");
    EXPECT_EQ(
        base::render({"BIL-952", {"Rappel N-1"}}, base::Language::english),
        "The row \"Rappel N-1\" recalls or foresees another period: it is set aside and counted nowhere. If it is "
        "an action of the year, give it its title.");
}

TEST(RowKinds, ActionsThatBeginLikeARecallAreRecords)
{
    const FileReading reading = table({{"Rappel des droits", "Cap", "45", "12000"},
                                       {"Rappel des droits 2025", "Cap", "15", "4000"},
                                       {"Pour mémoire", "Cap", "15", "4000"},
                                       {"Prévision et prévention", "Cap", "9", "300"},
                                       {"Rappel à la loi", "", "8", "200"}});
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 3U, 4U, 5U, 6U));
}

TEST(RowKinds, StatisticsBelowTheActionsAreNoActions)
{
    const FileReading reading = table({{"Atelier", "Asso A", "12", "1000"},
                                       {"Sport", "Asso B", "30", "2400"},
                                       {"Évolution numérique", "", "30", "2400"},
                                       {"Maximum", "Asso C", "3", "24"},
                                       {"Montant moyen", "", "21", "1700"},
                                       {"Maximum :", "", "30", "2400"},
                                       {"Min.", "", "12", "1000"},
                                       {"Évolution N/N-1", "", "", "0.05"},
                                       {"Variation 2023-2024", "", "", "0.05"},
                                       {"Évolution (%)", "", "", "0.05"}});
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 3U, 4U, 5U));
    EXPECT_THAT(rows_not_kept(reading),
                ElementsAre("6 BIL-822", "7 BIL-822", "8 BIL-822", "9 BIL-822", "10 BIL-822", "11 BIL-822"));
}

TEST(RowKinds, NamesThatBeginLikeARemarkAreRecords)
{
    const FileReading reading = table({{"Source d'espoir", "Asso A"},
                                       {"Signature plurielle", "Asso B", "30"},
                                       {"Lecture pour tous", "Visa pour l'emploi"},
                                       {"Source : DDETS", "le 3 mars"}});
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 3U, 4U));
    EXPECT_THAT(rows_not_kept(reading), ElementsAre("5 BIL-282"));
}

TEST(RowKinds, ATextAloneBetweenRecords)
{
    const FileReading reading = table({{"Atelier", "Asso A", "12"},
                                       {"Danse"},
                                       {"Sport", "Asso B", "30"},
                                       {},
                                       {"Actions reportées"},
                                       {"Cuisine", "Asso C", "3"},
                                       {"Actions annulées"},
                                       {"Intitulé", "Porteur", "Bénéficiaires", "Montant accordé", "Commentaire"},
                                       {"Chant", "Asso D", "4"}});
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 3U, 4U, 7U, 10U));
    EXPECT_THAT(rows_not_kept(reading), ElementsAre("6 BIL-287", "8 BIL-287", "9 BIL-281"));
    EXPECT_THAT(values_of(reading, "statut"), ElementsAre("<vide>", "<vide>", "<vide>", "reportée", "annulée"));
    EXPECT_THAT(findings(reading, "BIL-823"), ElementsAre("A3"));
    EXPECT_EQ(sentence(reading, "BIL-823"), "La ligne ne contient qu'un texte\u00A0: elle est gardée, sans valeurs. "
                                            "Vérifiez que ce n'est pas un titre.");
}

} // namespace
} // namespace bilan::intake::test
