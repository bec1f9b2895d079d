// SPDX-License-Identifier: MPL-2.0
//
// Privacy at the door: what names a person is found by header or by content and turns up in no output whatever.
// `bilan grid` is the reader's raw face and is left out.
#include "app/bilan.hpp"

#include "base/text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace bilan::support {
namespace {

using testing::HasSubstr;

struct PersonalColumn {
    const char* header;
    std::array<const char*, 3> values;
    const char* mark; ///< stands in all three values
};

// Invented persons; the numbers of social security have a right key and belong to nobody.
const std::vector<PersonalColumn> by_header{
    {"Nom et prénom du bénéficiaire", {"ZZALPHA Un", "ZZALPHA Deux", "ZZALPHA Trois"}, "ZZALPHA"},
    {"Date de naissance", {"11/11/1911", "11/11/1911", "11/11/1911"}, "1911"},
    {"NIR", {"zzbravo1", "zzbravo2", "zzbravo3"}, "zzbravo"},
    {"Courriel", {"zzcharlie1", "zzcharlie2", "zzcharlie3"}, "zzcharlie"},
    {"Tél. portable", {"zzdelta1", "zzdelta2", "zzdelta3"}, "zzdelta"},
    {"Adresse", {"1 rue Zzecho", "2 rue Zzecho", "3 rue Zzecho"}, "Zzecho"},
    {"Référent", {"Zzfox A", "Zzfox B", "Zzfox C"}, "Zzfox"},
    {"Contact", {"Zzgolf A", "Zzgolf B", "Zzgolf C"}, "Zzgolf"},
    {"Chef de projet", {"Zzhotel A", "Zzhotel B", "Zzhotel C"}, "Zzhotel"},
    {"Nom du référent", {"Zzindia A", "Zzindia B", "Zzindia C"}, "Zzindia"},
};
const std::vector<PersonalColumn> by_content{
    {"Colonne 1", {"zza@exemple.org", "zzb@exemple.org", "zzc@exemple.org"}, "exemple.org"},
    {"Colonne 2", {"06 99 00 11 01", "06 99 00 11 02", "06 99 00 11 03"}, "06 99 00 11"},
    {"Colonne 3", {"1 81 01 00 000 001 70", "1 81 01 00 000 002 69", "2 81 01 00 000 003 18"}, "01 00 000"},
    {"Participants", {"ZZJULIETT Jeanne", "Paul Zzjuliett", "Mme ZZJULIETT"}, "uliett"},
    {"Divers", {"DN 11/11/1911", "née le 11/11/1911", "D.N. : 11/11/1911"}, "1911"},
    {"Responsable", {"Marie ZZKILO", "ZZKILO Pierre", "M. ZZKILO"}, "ZZKILO"},
};

std::string table_with(const std::vector<PersonalColumn>& columns)
{
    std::string text = "Action;Porteur";
    for (const PersonalColumn& column : columns) text += std::string(";") + column.header;
    text += ";Bénéficiaires;Entrées;Sorties;Emploi durable\n";
    for (std::size_t row = 0; row < 3; ++row) {
        text += "Parcours " + std::to_string(row) + ";Association fictive";
        for (const PersonalColumn& column : columns) text += std::string(";") + column.values[row];
        text += ";12;12;8;3\n";
    }
    return text;
}

/// All that the program says and writes about the folder.
std::string all_outputs(const TemporaryFolder& folder)
{
    const std::string inputs = (folder.path() / "entrees").string();
    const std::string book = (folder.path() / "sortie.xlsx").string();
    std::string all;
    for (const std::vector<std::string>& words :
         std::vector<std::vector<std::string>>{{"read", inputs},
                                               {"read", "--schema", "emploi", inputs},
                                               {"check", inputs},
                                               {"check", "--json", inputs},
                                               {"inspect", inputs},
                                               {"run", "emploi", inputs, "-o", book, "--year", "2025"}}) {
        const Ended ended = bilan(words);
        all += ended.out + ended.errors;
    }
    const Ended unzipped = run_program({"/usr/bin/env", "unzip", "-p", book});
    EXPECT_GT(unzipped.out.size(), 1000U) << unzipped.errors;
    return all + unzipped.out;
}

void expect_no_trace(const std::vector<PersonalColumn>& columns)
{
    const TemporaryFolder folder;
    folder.write("entrees/a.csv", table_with(columns));
    const std::string all = all_outputs(folder);
    EXPECT_THAT(all, HasSubstr("\"benef_total\":12"));
    for (const PersonalColumn& column : columns) {
        EXPECT_EQ(count_of(all, column.mark), 0U) << column.header;
        EXPECT_GT(count_of(all, column.header), 0U) << column.header; // it was named, so it was seen
    }
}

TEST(Privacy, ColumnsNamedByTheirHeaderLeaveNoTrace)
{
    expect_no_trace(by_header);
}

TEST(Privacy, ColumnsToldByTheirContentLeaveNoTrace)
{
    expect_no_trace(by_content);
}

TEST(Privacy, OneFindingPerSheetNamesTheColumns)
{
    const TemporaryFolder folder;
    const std::string input = folder.write("a.csv", table_with(by_header)).string();
    const std::string out = bilan({"read", input}).out;
    EXPECT_EQ(count_of(out, "\"code\":\"C21\",\"severity\":\"B\""), 1U);
    EXPECT_THAT(out, HasSubstr("Nom et prénom du bénéficiaire, Date de naissance, NIR"));
}

TEST(Privacy, AListThatHasOnlyNamesIsCountedAndNotKept)
{
    for (const char* text : {"Nom;Prénom\nZZLIMA;Jeanne\nZZLIMA;Paul\nZZLIMA;Marie\n",
                             "Nom et prénom du bénéficiaire\nZZLIMA Jeanne\nZZLIMA Paul\nZZLIMA Marie\n"}) {
        const TemporaryFolder folder;
        const std::string input = folder.write("liste.csv", text).string();
        std::string all;
        for (const char* command : {"read", "check", "inspect"}) {
            const Ended ended = bilan({command, input});
            all += ended.out + ended.errors;
        }
        EXPECT_EQ(count_of(all, "LIMA"), 0U) << text;
        EXPECT_GE(count_of(all, "C21"), 2U) << text;
        EXPECT_THAT(all, HasSubstr("\"rows_read\":3,\"rows_kept\":0,\"rows_set_aside\":3")) << text;
    }
}

TEST(Privacy, ANameAloneInItsRowIsNoTitle)
{
    const TemporaryFolder folder;
    const std::string input =
        folder
            .write("a.csv", "Nom et prénom;Action;Porteur;Bénéficiaires;Entrées;Sorties\nZZMIKE JEANNE;;;;;\n"
                            "ZZMIKE Paul;Parcours;Association fictive;12;12;8\n")
            .string();
    for (const char* command : {"read", "check", "inspect"})
        EXPECT_EQ(count_of(bilan({command, input}).out, "MIKE"), 0U) << command;
}

/// What every finding says it read, of the lines of `bilan read`.
std::string all_read(const std::string& lines)
{
    std::string all;
    for (std::size_t at = 0; (at = lines.find("\"read\":\"", at)) != std::string::npos; ++at)
        all += lines.substr(at, lines.find("\",\"", at) - at) + '\n';
    return all;
}

TEST(Privacy, AFindingReadsNoPersonWhateverTheRowIs)
{
    const TemporaryFolder folder;
    // An example, a total, a title, a remark, a repeated row; names told by a first name, by capitals, or by nothing.
    const std::string input = folder
                                  .write("a.csv", "Participant;Type de structure;Besoins;Ressources\n"
                                                  "ex : Jeanne Zznovember / Grand Dax;EPCI;Locaux;Salle\n"
                                                  "Exemple : Zzaldric Zznovember;EPCI;Locaux;Salle\n"
                                                  "Grand Dax / Paul ZZNOVEMBER;Marie Zznovember;Locaux;Salle\n"
                                                  "Grand Dax / Paul ZZNOVEMBER;EPCI;Locaux;Salle\n"
                                                  "Pays de Retz - Zzaldric ZZNOVEMBER;Commune;Animateur;Bureaux\n"
                                                  "Zzaldric Zznovember;;;\n"
                                                  "Total Jeanne Zznovember;3;;\n"
                                                  "Fait par Jeanne Zznovember;;;\n")
                                  .string();
    for (const char* command : {"read", "check", "inspect"}) {
        const Ended ended = bilan({command, input});
        EXPECT_EQ(count_of(base::fold(ended.out + ended.errors), "november"), 0U) << command << '\n' << ended.out;
    }
    const Ended given = bilan({"read", "--schema", "demarche", input});
    EXPECT_GE(count_of(given.out, "BIL-285"), 2U) << given.out;
    EXPECT_GE(count_of(given.out, "[masqué]"), 1U) << given.out; // the doubtful type of structure is said, not shown
    EXPECT_EQ(count_of(base::fold(all_read(given.out)), "november"), 0U) << all_read(given.out);
    EXPECT_EQ(count_of(base::fold(given.out), "november"), 0U) << given.out;
}

TEST(Privacy, OrganisationsAndPlacesAreNoPersons)
{
    const TemporaryFolder folder;
    const std::string input = folder
                                  .write("a.csv", "Action;Nom du porteur;Quartier;Personnes adressées;Bénéficiaires\n"
                                                  "Parcours;Centre Jean Exemple;Marie Curie;4;12\n"
                                                  "Atelier;Lycée Paul Exemple;Pierre Curie;5;8\n")
                                  .string();
    const Ended ended = bilan({"read", "--schema", "action", input});
    EXPECT_EQ(count_of(ended.out, "C21"), 0U);
    EXPECT_THAT(ended.out, HasSubstr("\"porteur\":\"Centre Jean Exemple\""));
    EXPECT_THAT(ended.out, HasSubstr("\"territoire\":[\"Marie Curie\"]"));
}

} // namespace
} // namespace bilan::support
