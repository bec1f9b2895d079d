// SPDX-License-Identifier: MPL-2.0
//
// The worked examples of the domain (3.1.7 and 3.6.4) to the digit, and every indicator of every theme on a small
// table: each is computed without an error.
#include "schemas/schema_reading.hpp"

#include "script/report.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

namespace bilan::schemas {
namespace {

std::shared_ptr<const data::Dataset> dataset(std::string_view text, const std::string& schema)
{
    intake::FileReading reading = read(text, schema);
    data::DatasetBuilder builder(domain().schema(schema));
    for (data::TableValues& table : reading.values) builder.append(std::move(table));
    return builder.finish();
}

/// Empty when `build` ran to its end, else the sentence of the error.
std::string run(const std::string& schema, std::string_view text, const std::string& build)
{
    const support::TemporaryFolder folder;
    folder.write("reports/essai.lua",
                 "local bilan = require 'bilan'\nlocal f = bilan.field\n"
                 "local function is(figure, expected)\n"
                 "  assert(figure.value and math.abs(figure.value - expected) < 1e-9,\n"
                 "    tostring(figure.value) .. ' is not ' .. expected)\nend\n"
                 "return bilan.report {\n  api = 1, id = 'essai', title = { fr = 'Essai', en = 'Trial' },\n"
                 "  datasets = { '" +
                     schema + "' },\n  build = function(run)\n    local rows = run:dataset '" + schema + "'\n" + build +
                     "\n    run:table { id = 'fin', title = 'Fin', columns = { { header = 'a', kind = 'text' } }, rows "
                     "= { { 'b' } } }\n"
                     "  end,\n}\n");
    script::SearchPath path;
    path.libraries = {std::filesystem::path(BILAN_SOURCE_DIR) / "scripts"};
    path.reports = {folder / "reports"};
    script::RunInputs inputs;
    inputs.domain = script::load_domain(path);
    inputs.datasets[schema] = dataset(text, schema);
    try {
        (void)script::build_report(path, script::describe_report(path, "essai"), inputs);
    } catch (const base::Error& error) {
        return error.sentence(base::Language::english);
    }
    return {};
}

TEST(Indicators, TheGenderMarkerOfTheWorkedExample)
{
    constexpr const char* actions = "Action;Porteur;Montant demandé;Montant accordé;Statut;Cotation\n"
                                    "A;P1;10000;6000;retenue;G0\nB;P2;8000;8000;retenue;G1\nC;P3;4000;4000;retenue;G2\n"
                                    "D;P4;6000;0;refusée;G0\nE;P5;2000;2000;retenue;non coté\n";
    EXPECT_EQ(run("action", actions, R"lua(
    local function of(id) return run:indicator(id, rows) end
    is(of "BIE01", 4 / 5)
    is(of "BIE02", 18000 / 20000)
    is(of "BIE04_G0", 6000 / 18000)
    is(of "BIE04_G1", 8000 / 18000)
    is(of "BIE04_G2", 4000 / 18000)
    is(of "BIE05", 12000 / 18000)
    is(of "BIE06", 12000 / 20000)
    is(of "BIE07_G0", 1 / 2)
    is(of "BIE07_G1", 1)
    is(of "BIE07_G2", 1)
    is(of "BIE08_G0", 6000 / 16000)
    is(of "BIE08_G1", 1)
    is(of "BIE08_G2", 1)
    is(of "BIE08r_G0", 6000 / 10000)
    is(of "BIE09e_G0", 16000 / 28000)
    is(of "BIE09e_G1", 8000 / 28000)
    is(of "BIE09e_G2", 4000 / 28000)
    is(of "BIE03_G0", 2 / 4)
    is(of "BIE10_G0", 6000))lua"),
              "");
}

TEST(Indicators, TheShareOfOrdinaryPolicyOfTheWorkedExample)
{
    constexpr const char* lines =
        "Action;Financeur;Nature du crédit;Montant prévu\n"
        "Une;P147;spécifique politique de la ville;5000\nUne;DRAC;droit commun;2000\n"
        "Une;Ville;droit commun;4000\nUne;Ville;spécifique politique de la ville;1000\n"
        "Une;CAF;droit commun;3000\nUne;FSE;européen;3000\n"
        "Une;Fonds propres;autofinancement;2000\nUne;Bénévolat;valorisation (temps, locaux);1500\n";
    EXPECT_EQ(run("financement", lines, R"lua(
    is(run:indicator("DC01_P1", rows), 9000 / 15000)
    is(run:indicator("DC01_P2", rows), 12000 / 18000)
    is(run:indicator("DC01_P3", rows), 10500 / 16500)
    is(run:indicator("DC01_P1v", rows), 10000 / 15000)
    is(run:indicator("DC02", rows), 3.0))lua"),
              "");
}

/// Schema → ids, and a table on which all of them can be asked.
TEST(Indicators, OfEveryThemeCanBeAsked)
{
    const std::vector<std::tuple<std::string, std::string, std::string>> cases{
        {"action", "Action;Porteur;Montant accordé\nA;P1;10\n",
         "'BIE11','BIE12','BIE14','BIE15','BIE16','BIE17','LCD01n','LCD01','LCD02','LCD02v','LCD07','LCD07h','LCD08',"
         "'LCD09','LCD11'"},
        {"conseil", "Conseil citoyen;Nb membres\nA;10\n",
         "'CC01q','CC02','CC03','CC03b','CC04','CC04b','CC05','CC06','CC07','CC08','CC08p','CC09','CC10','CC11','"
         "CC12'"},
        {"cite", "Cité;Nb de partenaires\nA;10\n",
         "'CIT01a','CIT01b','CIT02','CIT02m','CIT02x','CIT03','CIT04','CIT05','CIT05m','CIT06','CIT07','CIT08','CIT09',"
         "'CIT10','CIT12d','CIT12p','CIT12a','CIT13','CIT02r','CIT09s','CIT14a','CIT14b','CIT14c','CIT14d','CIT14e','"
         "CIT14f'"},
        {"paqte", "Entreprise;Embauches\nA;10\n",
         "'PAQ09','PAQ01','PAQ02','PAQ04','PAQ04r','PAQ04q','PAQ05','PAQ06','PAQ07','PAQ07p','PAQ03','PAQ08_1','PAQ08_"
         "2','PAQ08_3','PAQ08_4','PAQ10'"},
        {"rapport", "Contrat;Place EFH\nA;3\n",
         "'SYN_efh_evoque','SYN_efh_analyse_traite','SYN_bie_consequences','SYN_dc_chiffre','SYN_dc_conclut',"
         "'SYN_dc_negative','SYN_emploi_conclut','SYN_emploi_part','SYN_emploi_negative','SYN_lcd_traite','SYN_cc_"
         "analyse','SYN_dc_analyse_evoque','SYN_emploi_absent','SYN_bie',"
         "'SYN_bie_mise_en_oeuvre','SYN_cc_accompagnement','SYN_dc_positive','SYN_dc_not_reached','SYN05_min','SYN05_"
         "median',"
         "'SYN05_max'"},
        {"offre", "Offre;Opérateur\nA;B\n",
         "'OFF01','OFF02_total','OFF02_qpv','OFF02_f','OFF02_h','OFF02_abandons','OFF02_formation','OFF02_orientation',"
         "'OFF03_qpv','OFF03_f','OFF03_abandon','OFF03_dynamique','OFF03_dynamique_connue','OFF03_durable','OFF03_"
         "emploi','OFF03_formation','OFF03_orientation','OFF06'"},
        {"demarche", "Participants/ Territoire;Démarches\nPETR du Val;PLIE\n",
         "'MAT01','MAT02_demarches','MAT02_defis','MAT02_besoins','MAT02_ressources','MAT02'"},
        {"territoire", "Code QPV;Population\nQP069010;1200\n",
         "'TER01','EMP16a','EMP16','EMP16f','EMP16j','EMP16s','EMP16d','EMP16r','EMP16n'"},
        {"financement", "Financeur;Montant prévu\nCAF;10\n",
         "'DC01_P1v','DC01_P4','DC01_P1m','DC03','DC04','DC06','DC07','DC08'"},
    };
    for (const auto& [schema, text, ids] : cases)
        EXPECT_EQ(run(schema, text, "    for _, id in ipairs { " + ids + " } do run:indicator(id, rows) end"), "")
            << schema;
}

} // namespace
} // namespace bilan::schemas
