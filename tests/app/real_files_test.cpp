// SPDX-License-Identifier: MPL-2.0
//
// Real layouts of French administrations: every command ends in rows, or in one clear sentence. The files are not part
// of the project; without them the test says that it skips.
#include "app/bilan.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace bilan::support {
namespace {

std::vector<std::filesystem::path> real_files()
{
    std::vector<std::filesystem::path> files;
    const std::filesystem::path folder = BILAN_SOURCE_DIR "/../shared/data/partner";
    std::error_code none;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, none))
        if (entry.is_regular_file()) files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

TEST(RealFiles, EveryCommandEndsInRowsOrInOneSentence)
{
    const std::vector<std::filesystem::path> files = real_files();
    if (files.empty()) GTEST_SKIP() << "no real files at ../shared/data/partner";
    for (const std::filesystem::path& file : files) {
        for (const char* command : {"grid", "inspect", "read"}) {
            const Ended ended = bilan({command, file.string()});
            EXPECT_TRUE(ended.exit == 0 || ended.exit == 1 || ended.exit == 3)
                << command << ' ' << file << " ended with " << ended.exit << '\n'
                << ended.errors;
            EXPECT_FALSE(ended.out.empty() && ended.errors.empty()) << command << ' ' << file;
            EXPECT_TRUE(ended.exit != 3 || count_of(ended.errors, "\n") == 1U) << command << ' ' << file << '\n'
                                                                               << ended.errors;
        }
    }
}

struct Seen {
    const char* file;
    const char* table; ///< where a look by eye finds it: header and records
};

TEST(RealFiles, TablesAreWhereTheEyeFindsThem)
{
    const std::filesystem::path folder = BILAN_SOURCE_DIR "/../shared/data";
    if (!std::filesystem::exists(folder / "partner")) GTEST_SKIP() << "no real files at ../shared/data/partner";
    constexpr Seen seen[] = {
        {"partner/csv_detective/a_test_file.csv", "A1:K407"},
        {"partner/csv_detective/dates.csv", "A1:D11"},
        {"partner/csv_detective/file.xlsx", "A2:AJ7"},
        {"partner/csv_detective/ids_fr.csv", "A1:G11"},
        {"partner/datasubvention/SCDL.xlsx", "A4:N14"},
        {"partner/datasubvention/SCDL_DILCRAH_2019.csv", "A1:N5"},
        {"partner/datasubvention/SuiviActionsEvaluation_test.xlsx", "A1:AI4"},
        {"partner/datasubvention/export-chorus.xlsx", "A2:P6"},
        {"partner/datasubvention/infbud-53.tests.csv", "A5:O8"},
        {"partner/datasubvention/old-chorus-export.xlsx", "A1:O5"},
        {"partner/scdl/DEP_Aube_Donnees_essentielles_conventions_subvention.xlsx", "A1:N9"},
        {"partner/scdl/DEP_Somme_TB_20180330_DONNEES_CONVENTIONS.csv", "A1:M12"},
        {"partner/scdl/SCDL_DEP_Haute Garonne_datalocale-subvention.csv", "A1:N70"},
        {"partner/scdl/exemple_valide.csv", "A1:P30"},
        {"ref/derived/qpv2024_list_from_geojson.csv", "A1:J1610"},
        {"ref/insee_epci/Intercommunalite-Metropole_au_01-01-2020_v1.xlsx", "A5:F34974"},
    };
    for (const Seen& table : seen) {
        const Ended ended = bilan({"inspect", (folder / table.file).string()});
        EXPECT_EQ(count_of(ended.out, std::string("› ") + table.table + " :"), 1U) << table.file << '\n' << ended.out;
    }
}

TEST(RealFiles, WhatIsUnderstoodOfAnExportOfActions)
{
    const std::filesystem::path folder = BILAN_SOURCE_DIR "/../shared/data/partner";
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no real files at ../shared/data/partner";
    // Two header rows, the group carried to the right, and a footer: one action.
    const std::string actions =
        bilan({"inspect", (folder / "datasubvention/SuiviActionsEvaluation_test.xlsx").string()}).out;
    EXPECT_EQ(count_of(actions, "lignes lues 2 = gardées 1 + écartées 1 + refusées 0"), 1U) << actions;
    const auto line_of = [&](const std::string& header) {
        const std::size_t at = actions.find(header);
        return at == std::string::npos ? std::string() : actions.substr(at, actions.find('\n', at) - at);
    };
    EXPECT_EQ(count_of(line_of("Dossier/action / Etat dossier"), "→ statut ("), 1U) << actions;
    EXPECT_EQ(count_of(line_of("Bénéficiaire / N° Siret"), "→ siret ("), 1U) << actions;
    EXPECT_EQ(count_of(line_of("Bénéficiaire / Type structure"), "→ type_porteur ("), 1U) << actions;
    EXPECT_EQ(count_of(line_of("Montants et versements / Accordé"), "→ accorde_p147 ("), 1U) << actions;
    // The public data on grants, as nine administrations fill them in.
    for (const char* file :
         {"scdl/exemple_valide.csv", "scdl/DEP_Aube_Donnees_essentielles_conventions_subvention.xlsx",
          "scdl/SCDL_DEP_Haute Garonne_datalocale-subvention.csv", "datasubvention/SCDL.xlsx",
          "datasubvention/SCDL_DILCRAH_2019.csv"}) {
        const std::string grants = bilan({"inspect", (folder / file).string()}).out;
        for (const char* field : {"→ financeur (", "→ porteur (", "→ siret (", "→ intitule (", "→ montant_accorde ("})
            EXPECT_EQ(count_of(grants, field), 1U) << file << '\n' << grants;
    }
    // SIREN of municipal bodies are no money, and « code » alone is the code of nothing.
    const std::string ids = bilan({"inspect", (folder / "csv_detective/ids_fr.csv").string()}).out;
    EXPECT_EQ(count_of(ids, "→ fin_epci"), 0U) << ids;
    EXPECT_EQ(count_of(ids, "→ num_dossier"), 0U) << ids;
}

} // namespace
} // namespace bilan::support
