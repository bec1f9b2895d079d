// SPDX-License-Identifier: MPL-2.0
//
// Options, arguments and help in the language of the person, and what the common options do everywhere.
#include "app/bilan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::support {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

TEST(Options, OptionsAndArgumentsAreNamedAsTheLanguageHasThem)
{
    const TemporaryFolder folder;
    const std::string output = (folder / "o.xlsx").string();
    EXPECT_THAT(bilan({"produire", "emploi", examples, "-o", output, "--profil", "nul"}).errors,
                AllOf(HasSubstr("Donnez à --profil interne"), Not(HasSubstr("--profile"))));
    EXPECT_THAT(bilan({"produire", "emploi", examples, "-o", output, "--separer", "nul"}).errors,
                AllOf(HasSubstr("Donnez à --separer"), Not(HasSubstr("--split"))));
    EXPECT_THAT(bilan({"produire", "emploi", examples, "-o", output, "--forcer", "motif"}).errors,
                AllOf(HasSubstr("Retirez --forcer"), Not(HasSubstr("--force "))));
    EXPECT_THAT(
        bilan({"produire", "emploi", examples, "-o", output, "--precedent", examples + "/ccas_valmont.xlsx"}).errors,
        AllOf(HasSubstr("Donnez à --precedent"), Not(HasSubstr("--previous"))));
    EXPECT_THAT(bilan({"run", "emploi", examples, "-o", output, "--split", "nul", "--lang", "en"}).errors,
                HasSubstr("Give --split a text field"));
    const std::string help = bilan({"new", "--aide"}).out;
    EXPECT_THAT(help, AllOf(HasSubstr("bilan nouveau [OPTIONS] GENRE NOM [DOSSIER]"), HasSubstr("sinon, NOM"),
                            Not(HasSubstr("KIND")), Not(HasSubstr("NAME")), Not(HasSubstr("DIR"))));
    EXPECT_THAT(bilan({"new", "--help", "--lang", "en"}).out, HasSubstr("bilan new [OPTIONS] KIND NAME [DIR]"));
    EXPECT_THAT(bilan({"--aide"}).out, HasSubstr("  produire, run  "));
    EXPECT_THAT(bilan({"--help", "--lang", "en"}).out, HasSubstr("  run, produire  "));
}

TEST(Options, TheHelpOfARunIsSaidOnceWithTheReportsParameters)
{
    const std::string help = bilan({"produire", "emploi", "--aide"}).out;
    EXPECT_EQ(count_of(help, "Exemples"), 1U) << help;
    EXPECT_EQ(count_of(help, "Sortie 0"), 1U);
    EXPECT_THAT(help, HasSubstr("objectif_emploi  taux, entre 0 et 1\u00A0; sinon 0,2\n"));
    EXPECT_THAT(bilan({"run", "emploi", "--help", "--lang", "en"}).out,
                HasSubstr("objectif_emploi  rate, between 0 and 1; otherwise 0.2\n"));
    EXPECT_EQ(count_of(bilan({"produire", "--aide"}).out, "Exemples"), 1U);
}

TEST(Options, KindsOfThingsToStartFromHaveTheirFrenchNames)
{
    const TemporaryFolder folder;
    for (const auto& [kind, file] : std::vector<std::pair<std::string, std::string>>{
             {"rapport", "x.lua"}, {"campagne", "mappings.toml"}, {"extension", "x.cpp"}}) {
        EXPECT_EQ(bilan({"nouveau", kind, "x", (folder / kind).string()}).exit, 0) << kind;
        EXPECT_TRUE(std::filesystem::exists(folder / kind / file)) << kind;
    }
    EXPECT_THAT(bilan({"nouveau", "raport", "x"}).errors,
                HasSubstr("«\u00A0raport\u00A0» ne convient pas à GENRE (rapport, campagne ou extension)"));
}

TEST(Options, QuietMeansTheSameEverywhere)
{
    const TemporaryFolder folder;
    const std::string output = (folder / "o.xlsx").string();
    const Ended checked = bilan({"check", examples, "-q"});
    EXPECT_EQ(checked.exit, 1);
    EXPECT_EQ(count_of(checked.out, "\n"), 2U) << checked.out;
    EXPECT_THAT(checked.out, HasSubstr("1\u00A0constat bloquant · 0\u00A0constat à regarder · "));
    const Ended made = bilan({"run", "emploi", examples, "-o", output, "--quiet"});
    EXPECT_EQ(made.exit, 1);
    EXPECT_THAT(made.out, AllOf(HasSubstr("1\u00A0constat bloquant · "), HasSubstr(output), Not(HasSubstr("C01")),
                                Not(HasSubstr("Suite"))));
    EXPECT_THAT(bilan({"check", examples}).out, AllOf(HasSubstr("C01"), HasSubstr("Suite")));
    EXPECT_THAT(bilan({"reports", "-q"}).out, Not(HasSubstr("Suite")));
}

TEST(Options, JsonIsGivenOrRefusedNeverIgnored)
{
    for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
             {"doc", "--json"}, {"meta", "--json"}, {"new", "report", "x", "--json"}}) {
        const Ended ended = bilan(words);
        EXPECT_EQ(ended.exit, 2) << words.front();
        EXPECT_EQ(ended.out, "");
        EXPECT_THAT(ended.errors, HasSubstr(R"("code":"BIL-110")")) << words.front();
    }
    EXPECT_FALSE(std::filesystem::exists("x"));
    const Ended doctor = bilan({"doctor", "--json"});
    EXPECT_EQ(doctor.exit, 0);
    EXPECT_EQ(count_of(doctor.out, "\n"), 1U);
    EXPECT_THAT(doctor.out, AllOf(HasSubstr(R"({"type":"doctor","bilan":")"), HasSubstr(R"("csv-reader )"),
                                  HasSubstr(R"("plugins_refused":0)"), HasSubstr(R"("emploi",)")));
}

TEST(Options, FieldsAreListedForWhoAnswersAboutHeaders)
{
    EXPECT_THAT(bilan({"reference", "champs"}).out, HasSubstr("emploi  Actions du pilier emploi  ("));
    EXPECT_THAT(bilan({"doc", "emploi"}).out, AllOf(HasSubstr("\n  benef_total  "),
                                                    HasSubstr("  (nombre de personnes)\n"), HasSubstr("\n  age_…  ")));
    EXPECT_THAT(bilan({"doc", "emploi", "--lang", "en"}).out, HasSubstr("  (number of people)\n"));
    EXPECT_THAT(bilan({"doc", "statut"}).out,
                AllOf(HasSubstr("action.statut  "), HasSubstr("  en-têtes connus\u00A0: "), HasSubstr(" ; Statut ; "),
                      HasSubstr("  réponses\u00A0: déposée ; ")));
    EXPECT_THAT(bilan({"doc", "benef_qpv"}).out, HasSubstr("  partie de benef_total\n"));
    EXPECT_THAT(bilan({"doc", "benef_totl"}).errors, HasSubstr("«\u00A0benef_total\u00A0»"));
    const TemporaryFolder folder;
    folder.write("a.csv", "Action;Porteur;Zorglub;Entrées;Sorties\nParcours;Association;12;12;8\n");
    EXPECT_THAT(bilan({"inspect", (folder / "a.csv").string()}).out,
                HasSubstr("      # les champs\u00A0: bilan reference emploi\n"));
}

TEST(Options, WhereNamesOfQuartersAreLookedForIsSaidToEveryCommandThatReads)
{
    for (const char* command : {"check", "read", "inspect", "console", "run", "watch"})
        EXPECT_THAT(bilan({command, "--aide"}).out, HasSubstr("--territoire")) << command;
}

TEST(Options, PluginsAreDescribedInTheLanguage)
{
    EXPECT_THAT(bilan({"extensions"}).out,
                AllOf(HasSubstr("Classeurs Excel (Office Open XML)."), HasSubstr("La médiane de nombres"),
                      Not(HasSubstr("Excel workbooks"))));
    EXPECT_THAT(bilan({"plugins", "--lang", "en"}).out,
                AllOf(HasSubstr("Excel workbooks (Office Open XML)."), Not(HasSubstr("Classeurs"))));
}

TEST(Options, ALimitThatARefusalNamesCanBeMoved)
{
    const TemporaryFolder folder;
    const std::string file = folder.write("a.csv", "Porteur;Femmes\nA;1\nB;2\n").string();
    for (const char* command : {"grid", "read"}) {
        const Ended refused = bilan({command, file, "--limit", "cells=3"});
        EXPECT_EQ(refused.exit, 3) << command;
        EXPECT_THAT(refused.errors, HasSubstr("--limite cells=VALEUR")) << command;
        EXPECT_EQ(bilan({command, file, "--limite", "cells=6"}).exit, 0) << command;
    }
    const Ended cut = bilan({"grid", file, "--limit", "output_bytes=100"});
    EXPECT_EQ(cut.exit, 3);
    EXPECT_THAT(cut.errors, HasSubstr("[BIL-144]"));
    EXPECT_LE(cut.out.size(), 100U);
    EXPECT_EQ(bilan({"grid", file, "--limit", "output_bytes=10000"}).exit, 0);
    EXPECT_EQ(bilan({"read", file, "--limit", "output_bytes=10000"}).exit, 2) << "it prints no cells";
    for (const char* words : {"cell=3", "cells", "cells=0", "cells=many", "rows=99999999999"}) {
        const Ended ended = bilan({"check", file, "--limit", words});
        EXPECT_EQ(ended.exit, 2) << words;
        EXPECT_THAT(ended.errors, HasSubstr("[BIL-111]")) << words;
    }
}

} // namespace
} // namespace bilan::support
