// SPDX-License-Identifier: MPL-2.0
//
// A column « Niveau » whose cells are levels of qualification, on the scale of 2019 or on the one before it.
#include "schemas/schema_reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::schemas {
namespace {

using intake::test::findings;
using intake::test::sentence;
using testing::ElementsAre;
using testing::IsEmpty;
using List = std::vector<std::string>;

TEST(Levels, RomanNumeralsBelowAHeaderThatDoesNotSaySo)
{
    const auto reading = read("Action;Porteur;Entrées;Niveau\nAtelier;A;12;VI\nChantier;B;10;V\nForum;C;15;IV\n"
                              "Cirque;D;8;V bis\nStage;E;4;I\n",
                              "emploi");
    EXPECT_EQ(values(reading)["niveau_qualif"], (List{"infra3", "3", "4", "infra3", "7_8"}));
    EXPECT_THAT(findings(reading, "C15"), IsEmpty());
    EXPECT_EQ(
        sentence(reading, "BIL-527"),
        "Niveaux de l'ancienne nomenclature, lus dans celle de 2019\u00A0: VI → infra 3 (sans diplôme)\u00A0; V → "
        "niveau 3 (CAP, BEP)\u00A0; IV → niveau 4 (bac)\u00A0; V bis → infra 3 (sans diplôme)\u00A0; I → niveau "
        "7 ou 8. Vérifiez que ce sont bien les niveaux d'avant 2019.");
    EXPECT_THAT(in_english(reading, "BIL-527"),
                testing::StartsWith("Levels of the former scale, read in that of 2019: VI → "));
}

TEST(Levels, ArabicNumeralsOfEitherScaleAreNoValue)
{
    const auto dated = read("Action;Porteur;Exercice;Entrées;Niveau de formation\nAtelier;A;2017;12;5\n"
                            "Chantier;B;2023;10;5\nForum;C;2017;15;CAP\nCirque;D;2023;8;V/IV\n",
                            "emploi");
    EXPECT_EQ(values(dated)["niveau_qualif"], (List{"<err>", "5", "3", "<err>"}));
    EXPECT_EQ(sentence(dated, "BIL-528"),
              "«\u00A05\u00A0» peut être un niveau de l'ancienne nomenclature ou de celle de 2019\u00A0; aucune valeur "
              "n'a été retenue. Demandez au partenaire, ou écrivez le diplôme.");
    EXPECT_EQ(in_english(dated, "BIL-528"), "\"5\" may be a level of the former scale or of that of 2019; no value was "
                                            "kept. Ask the partner, or write the diploma.");
    const auto mixed = read("Action;Porteur;Entrées;Niveau\nAtelier;A;12;Niveau 5\nChantier;B;10;Niv. V\n"
                            "Forum;C;15;3 (ex V)\nCirque;D;8;Bac+2\n",
                            "emploi");
    EXPECT_EQ(values(mixed)["niveau_qualif"], (List{"<err>", "3", "3", "5"}));
}

TEST(Levels, AnotherKindOfLevelIsLeftAlone)
{
    const auto scale = read("Action;Porteur;Entrées;Niveau;Diplômés\nAtelier;A;12;métropole;3\nForum;B;10;quartier;5\n"
                            "Cirque;C;8;commune;4\n");
    EXPECT_EQ(chosen(scale), "offre");
    EXPECT_EQ(values(scale)["echelle"], (List{"métropole", "quartier", "commune"}));
    EXPECT_EQ(values(scale).count("niveau_qualif"), 0U);
    const auto local = read("Action;Porteur;Entrées;Niveau\nAtelier;A;12;local\nForum;B;10;régional\n", "emploi");
    EXPECT_EQ(values(local).count("niveau_qualif"), 0U);
}

TEST(Levels, BareRomanLevels)
{
    const auto reading = schemas::read("Intitulé;Porteur;Entrées;VI;V;IV;III\nCuisine;Alpha;12;4;5;3;0\n", "emploi");
    Values read = values(reading);
    EXPECT_EQ(read["niv_infra3"], (List{"4"}));
    EXPECT_EQ(read["niv_3"], (List{"5"}));
    EXPECT_EQ(read["niv_4"], (List{"3"}));
    EXPECT_EQ(sentence(reading, "BIL-508"),
              "En-têtes de l'ancienne nomenclature des niveaux, lus dans celle de 2019\u00A0: VI → infra 3\u00A0; V → "
              "3\u00A0; IV → 4\u00A0; III → 5. Vérifiez que ce sont bien les niveaux d'avant 2019.");
    EXPECT_EQ(in_english(reading, "BIL-508"),
              "Headers of the former scale of levels, read in that of 2019: VI → infra 3\u00A0; V → 3\u00A0; IV → "
              "4\u00A0; III → 5. Check that they are the levels of before 2019.");
    EXPECT_THAT(findings(reading, "BIL-509"), IsEmpty());
    const auto axes = schemas::read("Intitulé;Porteur;Entrées;I;II;III;IV;V\nCuisine;Alpha;12;4;5;3;0;1\n", "emploi");
    EXPECT_EQ(values(axes).count("niv_3"), 0U) << "from the first on they number axes";
}

TEST(Levels, FiveBisIsButAPartOfItsLevel)
{
    const auto reading = schemas::read("Intitulé;Porteur;Entrées;V bis\nCuisine;Alpha;12;12\n", "emploi");
    EXPECT_EQ(sentence(reading, "BIL-509"),
              "«\u00A0V bis\u00A0» est lu comme infra 3, dont ce n'est qu'une part\u00A0: aucune colonne ne donne le "
              "niveau VI. Vérifiez que personne n'en relève, ou demandez cette colonne.");
    EXPECT_EQ(in_english(reading, "BIL-509"),
              "\"V bis\" is read as below level 3, of which it is but a part: no column gives level VI. Check that "
              "nobody is of it, or ask for that column.");
    EXPECT_THAT(findings(schemas::read("Intitulé;Porteur;Entrées;Niveaux VI et V bis\nCuisine;Alpha;12;12\n", "emploi"),
                         "BIL-509"),
                IsEmpty());
}

TEST(Levels, NumeralsOverTheSexesBesideALevelThatSaysSo)
{
    const auto reading = read("Action;Participants;;Infra V;;V;;IV et +;\n;F;H;F;H;F;H;F;H\nCode;25;15;8;5;10;6;7;4\n",
                              "emploi", {"B1:C1", "D1:E1", "F1:G1", "H1:I1"});
    EXPECT_EQ(values(reading)["benef_f"], (List{"25"}));
    EXPECT_EQ(values(reading)["niv_infra3"], (List{"13"}));
    EXPECT_EQ(values(reading)["niv_3"], (List{"16"}));
    EXPECT_EQ(values(reading)["niv_4_8"], (List{"11"}));
}

TEST(Levels, LevelsAtTheEntryAreLevels)
{
    const auto reading =
        read("Action;Opérateur;Entrées;Niveau à l'entrée;;\n;;;VI;V;II et I\nChantier;ML du Val;30;4;9;2\n"
             "Permis;ML du Val;22;2;8;0\n",
             "emploi");
    EXPECT_EQ(intake::test::values_of(reading, "niv_infra3"), (std::vector<std::string>{"4", "2"}));
    EXPECT_EQ(intake::test::values_of(reading, "niv_3"), (std::vector<std::string>{"9", "8"}));
    EXPECT_EQ(intake::test::values_of(reading, "niv_6_8"), (std::vector<std::string>{"2", "0"}));
}

} // namespace
} // namespace bilan::schemas
