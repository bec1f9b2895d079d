// SPDX-License-Identifier: MPL-2.0
//
// Free texts: patterns 91 to 97.
#include "column_of.hpp"

#include "intake/value/quoted.hpp"
#include "intake/value/unnamed.hpp"

#include <gtest/gtest.h>

#include <utility>

namespace bilan::intake {
namespace {

const data::Field text = field_of(data::FieldType::text, "intitule");

TEST(Text, DecodedTwiceIsRepaired)
{
    const data::Field field = field_of(data::FieldType::text);
    EXPECT_EQ(read_one(field, "CafÃ© des aÃ®nÃ©s"), "Café des aînés BIL-257");
    EXPECT_EQ(read_one(field, "Âge d'or"), "Âge d'or");
}

TEST(Text, IsTrimmedAndKept)
{
    EXPECT_EQ(read_one(text, "  Chantier éducatif \u00A0"), "Chantier éducatif");
    EXPECT_EQ(read_one(text, "ligne 1\nligne 2"), "ligne 1\nligne 2");
    EXPECT_EQ(read_one(text, "ligne 1\r\nligne 2"), "ligne 1\nligne 2");
    EXPECT_EQ(read_one(text, "X Y / PETR du Pays"), "X Y / PETR du Pays");
    EXPECT_EQ(read_one(text, "Ecole e\u0301lémentaire"), "Ecole élémentaire");
    EXPECT_EQ(read_one(text, "moins < que > plus"), "moins < que > plus");
    EXPECT_EQ(read_one(text, "R&D"), "R&D");
}

TEST(Text, PlacesBearTheNamesOfPersons)
{
    data::Field place = field_of(data::FieldType::text, "lib_qp");
    EXPECT_EQ(read_one(place, "Gabriel Valmont"), "nc X04");
    place.code_kind = "lieu";
    EXPECT_EQ(read_one(place, "Gabriel Valmont"), "Gabriel Valmont");
    EXPECT_EQ(read_one(place, "Le Parc, tél. 06 12 34 56 78"), "Le Parc, tél. […] X04");
}

TEST(Text, KeepsNoDateOfBirth)
{
    EXPECT_EQ(read_one(text, "Contacter Jeanne Durandeau : GPECT"), "Contacter […] : GPECT X04");
    EXPECT_EQ(read_one(text, "Jeanne pilote la GPECT"), "[…] pilote la GPECT X04");
    EXPECT_EQ(read_one(text, "Contacter la Mission locale"), "Contacter la Mission locale");
    EXPECT_EQ(read_one(text, "Né le 12/03/1980, suivi depuis"), "[…], suivi depuis X04");
    EXPECT_EQ(read_one(text, "Jeune née en mars 1975"), "Jeune […] X04");
    EXPECT_EQ(read_one(text, "NÉE LE 1er février 99"), "nc X04");
    EXPECT_EQ(read_one(text, "Date de naissance : 12-03-80"), "Date de […] X04");
    EXPECT_EQ(read_one(text, "né(e) 1980"), "nc X04");
    EXPECT_EQ(read_one(text, "Un projet né en 2020 d'un constat"), "Un projet […] d'un constat X04");
    EXPECT_EQ(read_one(text, "DN 12/03/1980"), "nc X04");
    EXPECT_EQ(read_one(text, "D.N. : 1/2/90, suivi"), "[…], suivi X04");
    EXPECT_EQ(read_one(text, "Nee le 12.03.75"), "nc X04");
    EXPECT_EQ(read_one(text, "nés les 3 juin 1988 et 4 mai 1990"), "nc X04");
    EXPECT_EQ(read_one(text, "Conduite DN 1200"), "Conduite DN 1200");
    EXPECT_EQ(quoted("suivi, né le 4 mai 1991"), masked) << "no message tells it either";
    EXPECT_EQ(read_one(text, "Projet né de la demande des habitants"), "Projet né de la demande des habitants");
    EXPECT_EQ(read_one(text, "Néanmoins 12 jeunes"), "Néanmoins 12 jeunes");
    EXPECT_EQ(read_one(text, "Naissance d'un jardin"), "Naissance d'un jardin");
}

TEST(Text, LosesMarkup)
{
    EXPECT_EQ(read_one(text, "<b>Chantier</b> &eacute;ducatif"), "Chantier éducatif BIL-257");
    EXPECT_EQ(read_one(text, "Un<br/>deux"), "Un\ndeux BIL-257");
    EXPECT_EQ(read_one(text, "Sport&#32;et culture"), "Sport et culture BIL-257");
    EXPECT_EQ(read_one(text, "=&gt; **61%**"), "=> 61% BIL-257");
    EXPECT_EQ(read_one(text, "&nbsp;"), "vide");
}

TEST(Text, PrintsCellsAsPeopleDo)
{
    EXPECT_EQ(read_one(text, 100000), "100000");
    EXPECT_EQ(read_one(text, 1e14), "100000000000000");
    EXPECT_EQ(read_one(text, 12.5), "12,5");
    EXPECT_EQ(read_one(text, 0.1 + 0.2), "0,3");
    EXPECT_EQ(read_one(text, percent_cell(0.125)), "12,5\u00A0%");
    EXPECT_EQ(read_one(text, date_cell(2024, 12, 31)), "31/12/2024");
    EXPECT_EQ(read_one(text, {CellTag(CellType::boolean), 1}), "VRAI");
    for (const char* error : {"#REF!", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#BUSY!",
                              "#PYTHON!", "#GETTING_DATA", "#EXTERNAL!"})
        EXPECT_EQ(read_one(text, error), "err BIL-213") << error;
}

TEST(Text, LosesThePersonsThatItNames)
{
    const std::pair<const char*, const char*> texts[] = {
        {"Atelier couture (Mme Durand)", "Atelier couture X04"},
        {"Association fictive - Jeanne Valmont", "Association fictive X04"},
        {"Jeanne VALMONT, Association fictive", "Association fictive X04"},
        {"Association fictive (VALMONT Jeanne)", "Association fictive X04"},
        {"MJC Bellevue - Paul Valmont", "MJC Bellevue X04"},
        {"Accompagnement de Mme Martine Durand vers l'emploi", "Accompagnement de […] vers l'emploi X04"},
        {"Café des parents animé par Paul Valmont", "Café des parents animé par […] X04"},
        {"Accompagnement de Jeanne Valmont", "Accompagnement de […] X04"},
        {"Karim a trouvé un CDI, Fatou suit une formation", "[…] a trouvé un CDI, […] suit une formation X04"},
        {"Suivi de Samira et de Kevin", "Suivi de […] et de […] X04"},
        {"Contact : Jean-Paul de Valmont", "Contact X04"},
        {"Atelier, M. Durand et Mme Valmont", "Atelier, […] et […] X04"},
        {"Mme Durand", "nc X04"},
        {"Jeanne Valmont", "nc X04"},
    };
    for (const auto& [written, kept] : texts) EXPECT_EQ(read_one(text, written), kept) << written;
}

TEST(Text, LosesPersonsHoweverTheyAreAddressed)
{
    const std::pair<const char*, const char*> texts[] = {
        {"Suivi par Mme\u00A0Valmont", "Suivi par […] X04"},
        {"Atelier de M.\u202FValmont", "Atelier de […] X04"},
        {"Mme\nValmont", "nc X04"},
        {"Atelier de mme valmont", "Atelier de […] X04"},
        {"vu avec m. valmont", "vu avec […] X04"},
        {"MM. Valmont et Castel, puis le maire", "puis le maire X04"},
        {"Reçues : Mmes Valmont, Castel et Durand", "Reçues X04"},
        {"Rendez-vous avec M Valmont", "Rendez-vous avec […] X04"},
        {"Vu par le Dr Valmont", "Vu par le […] X04"},
        {"Permanence de Maître Valmont", "Permanence de […] X04"},
        {"sœur de Fatima Valmont", "sœur de […] X04"},
        {"«\u00A0Mme Valmont\u00A0»", "«\u00A0\u00A0» X04"},
    };
    for (const auto& [written, kept] : texts) EXPECT_EQ(read_one(text, written), kept) << written;
    for (const char* kept : {"madame la maire", "Mme ou M.", "Bâtiment M Nord", "un mur de 12 m. carrés", "DR Nord",
                             "Rue du Docteur Valmont", "Maître d'ouvrage", "PR Nord", "M14 Sud", "monsieur et madame"})
        EXPECT_EQ(read_one(text, kept), kept);
}

TEST(Text, PlacesAndCodesLoseOnlyWhoIsAddressedOrCanBeReached)
{
    EXPECT_EQ(unnamed("Séances de Mme Valmont"), "Séances de […]");
    EXPECT_EQ(unnamed("jeanne@exemple.fr"), "[…]");
    EXPECT_EQ(unnamed("Heures (06 12 34 56 78)"), "Heures ([…])");
    for (const char* kept : {"Jean Jaurès", "Docteur Valmont", "M. Accordé", "Mt. Demandé", "Femmes / Hommes",
                             "Mme / M.", "Nombre de Mme reçues par la DR", "Madame la préfète"})
        EXPECT_EQ(unnamed(kept), std::nullopt) << kept;
    EXPECT_EQ(unnamed_code("0612345678"), std::nullopt);
    EXPECT_EQ(unnamed_code("Mme Valmont"), "");
    data::Field commune;
    commune.id = "commune";
    commune.type = data::FieldType::code;
    commune.code_kind = "insee";
    EXPECT_EQ(read_one(commune, "chez Mme Valmont"), "chez […] X04");
    EXPECT_EQ(read_one(commune, "Valmont"), "Valmont");
    data::Field place = field_of(data::FieldType::text, "lib_qp");
    place.code_kind = "lieu";
    EXPECT_EQ(read_one(place, "chez Mme Valmont"), "chez […] X04");
}

TEST(Text, KeepsTheNamesThatPlacesAndBodiesBear)
{
    for (const char* name : {"École Jean Valmont",
                             "Espace Simone Veil",
                             "Centre social - Louise Valmont",
                             "Centre social (Paul Valmont)",
                             "Léo Lagrange Ouest",
                             "Rue Pierre Valmont",
                             "Maison de quartier Paul Valmont",
                             "Monsieur le Maire",
                             "Fête de la Saint Jean",
                             "Marie et compagnie",
                             "Groupe M Jeunes",
                             "Quartier Jean Jaurès",
                             "Théâtre de Claire",
                             "Stade Marcel-Valmont : travaux",
                             "Charlotte, la petite fille",
                             "MM. les élus",
                             "Les Jeudis de Camille",
                             "La Maison Florence est ouverte",
                             "Claire à Nantes",
                             "Les jardins de Martin",
                             "Suivi de Lorient"})
        EXPECT_EQ(read_one(text, name), name);
}

TEST(Text, NobodyIsNamedInAFinding)
{
    for (const char* personal : {"Mme Dupont", "jeanne.martin@exemple.fr", "06 12 34 56 78", "06.12.34.56.78",
                                 "2 85 01 69 123 456 78", "M. Martin 12", "Monsieur Bernard", "+33 6 12 34 56 78",
                                 "06/12/34/56/78", "Programme de Mme Valmont", "MM. Valmont et Castel"}) {
        EXPECT_TRUE(may_name_a_person(personal)) << personal;
        const ColumnOf column(people_field(), {personal});
        ASSERT_NE(column.finding(0), nullptr) << personal;
        EXPECT_EQ(column.finding(0)->read, "[masqué]") << personal;
        EXPECT_EQ(column.finding(0)->message.arguments.front(), "[masqué]") << personal;
    }
    EXPECT_FALSE(may_name_a_person("12 femmes"));
    EXPECT_FALSE(may_name_a_person("comme prévu"));
}

TEST(Text, LosesTheContactDataThatItHolds)
{
    EXPECT_EQ(read_one(text, "Rappeler au 06 12 34 56 78 après 17h"), "Rappeler au […] après 17h X04");
    EXPECT_EQ(read_one(text, "tel 0612345678, bureau 04.78.00.00.01"), "tel […], bureau […] X04");
    EXPECT_EQ(read_one(text, "+33 (0)6 12 34 56 78"), "nc X04");
    EXPECT_EQ(read_one(text, "écrire à prenom.nom@exemple.fr."), "écrire à […]. X04");
    EXPECT_EQ(read_one(text, "NIR 1 88 05 75 123 456 78"), "NIR […] X04");
    EXPECT_EQ(read_one(text, "n° 2880575123456"), "n° […] X04");
}

TEST(Text, KeepsOtherNumbers)
{
    for (const char* kept :
         {"SIRET 200 046 977 00019", "12345678900012", "budget de 1 200 000 000 €", "du 01/09/2024 au 30/06/2025",
          "lots 12, 15, 20, 18, 22 et 30", "action n° 2024-0612345678-B", "100 % @ distance", "2 jours / 3 mois"})
        EXPECT_EQ(read_one(text, kept), kept);
}

} // namespace
} // namespace bilan::intake
