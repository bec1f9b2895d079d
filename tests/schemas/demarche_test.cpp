// SPDX-License-Identifier: MPL-2.0
//
// Persons and places are invented.
#include "schemas/schema_reading.hpp"

#include "intake/value/participant_reader.hpp"

#include <gtest/gtest.h>

namespace bilan::schemas {
namespace {

using List = std::vector<std::string>;

constexpr const char* clean =
    "Participants/ Territoire;Démarches territorialisées pour l'emploi, où en est mon territoire? Quelles actions déjà "
    "engagées?;Mes défis (objectifs) à court terme et moyen terme;J'ai besoin de ressources sur...;Je peux être "
    "ressource "
    "sur ... (GPECT, mise en réseau des acteurs, réflexion stratégique formalisée...)\n"
    "Jeanne Valmont / PETR du Haut-Val;GPECT en cours;Mobilité des jeunes;Observatoire;Mise en réseau\n"
    "Aldric ROCHASSAC - PLIE du Port;Clauses d'insertion;;TZCLD;\n"
    "CC des Deux Rives, Michel Fournel;PaQte et club d'entreprises;Attractivité;;GPECT\n";

TEST(Demarche, TheMatrixWithoutItsPersons)
{
    for (const char* schema : {"demarche", ""}) {
        const auto reading = read(clean, schema);
        ASSERT_EQ(chosen(reading), "demarche");
        Values read = values(reading);
        EXPECT_EQ(read["participant"], (List{"PETR du Haut-Val", "PLIE du Port", "CC des Deux Rives"}));
        EXPECT_EQ(read["demarches"], (List{"GPECT en cours", "Clauses d'insertion", "PaQte et club d'entreprises"}));
        EXPECT_EQ(read["defis"], (List{"Mobilité des jeunes", "<vide>", "Attractivité"}));
        EXPECT_EQ(read["besoins"], (List{"Observatoire", "TZCLD", "<vide>"}));
        EXPECT_EQ(read["ressources"], (List{"Mise en réseau", "<vide>", "GPECT"}));
        ASSERT_EQ(intake::test::findings(reading, "X04").size(), 1U);
        EXPECT_EQ(
            intake::test::sentence(reading, "X04"),
            "Des noms de personnes ont été retirés (nombre de textes\u00A0: 3)\u00A0; seuls l'organisme, la fonction "
            "et le territoire sont gardés. Demandez au partenaire des fichiers sans noms.");
        for (const intake::Finding& finding : reading.findings)
            for (const char* name : {"Valmont", "ROCHASSAC", "Fournel"})
                EXPECT_EQ((finding.sentence(base::Language::french) + finding.read).find(name), std::string::npos)
                    << finding.code;
    }
}

// A filler row, a row continued with an empty first cell, a repeated header.
TEST(Demarche, MessyMatrix)
{
    const auto reading = read("Participants/ Territoire;Démarches;Mes défis;Mes besoins;Je peux être ressource sur\n"
                              "Claire Dumont / Agglo du Val;PLIE;Aller-vers;Financement;Diagnostic\n"
                              ";et SPIE;;;\n"
                              "--;--;--;--;--\n"
                              "Participants/ Territoire;Démarches;Mes défis;Mes besoins;Je peux être ressource sur\n"
                              "Ville de Port-Fictif;TZCLD;;;\n",
                              "demarche");
    Values read = values(reading);
    EXPECT_EQ(read["participant"], (List{"Agglo du Val", "Ville de Port-Fictif"}));
    EXPECT_EQ(read["demarches"], (List{"PLIE et SPIE", "TZCLD"}));
    EXPECT_EQ(read["besoins"], (List{"Financement", "<vide>"}));
}

// X01: the text of a column may begin on the second row.
TEST(Demarche, AContinuationMayFillAColumnThatIsEmptyAbove)
{
    const auto reading = read("Participants/ Territoire;Démarches;Mes défis;Mes besoins;Je peux être ressource sur\n"
                              "Agglo du Val;PLIE;Aller-vers;;Diagnostic\n"
                              ";et SPIE;;mobilité;\n"
                              "Ville de Port-Fictif;TZCLD;Attirer;;\n"
                              ";;;Financement;\n"
                              "Pays du Lac;GPECT;Saisonniers;;\n",
                              "demarche");
    Values read = values(reading);
    EXPECT_EQ(read["participant"], (List{"Agglo du Val", "Ville de Port-Fictif", "Pays du Lac"}));
    EXPECT_EQ(read["demarches"], (List{"PLIE et SPIE", "TZCLD", "GPECT"}));
    EXPECT_EQ(read["besoins"], (List{"mobilité", "Financement", "<vide>"}));
    EXPECT_EQ(intake::test::findings(reading, "BIL-289").size(), 2U);
}

TEST(Demarche, WhoIsAPerson)
{
    using intake::without_persons;
    EXPECT_EQ(without_persons("Mme Valmont, PETR du Haut-Val"), "PETR du Haut-Val");
    EXPECT_EQ(without_persons("Jeanne Valmont et Paul Fournel / Grand Val"), "Grand Val");
    EXPECT_EQ(without_persons("Jeanne Valmont – chargée de mission emploi – CA du Port"),
              "chargée de mission emploi – CA du Port");
    EXPECT_EQ(without_persons("Val Fictif / Jeanne Valmont"), "Val Fictif");
    EXPECT_EQ(without_persons("Aldric Valmont / Mission locale du Port"), "Mission locale du Port");
    EXPECT_EQ(without_persons("PETR du Haut-Val"), "PETR du Haut-Val");
    EXPECT_EQ(without_persons("Jeanne V. (ML)"), "ML");
    EXPECT_EQ(without_persons("Jeanne V. PLIE du Val"), "PLIE du Val");
    EXPECT_EQ(without_persons("Maison de l'emploi / CC du Val"), "Maison de l'emploi / CC du Val");
    EXPECT_EQ(without_persons("Jeanne Valmont"), "");
    EXPECT_EQ(without_persons("Centre social Simone Fictive"), "Centre social Simone Fictive");
}

} // namespace
} // namespace bilan::schemas
