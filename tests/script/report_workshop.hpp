// SPDX-License-Identifier: MPL-2.0
//
// Reports that a test writes, built on a dataset made by hand: five actions, one unknown value, one other year.
#pragma once

#include "made_dataset.hpp"
#include "workshop.hpp"

#include <string>

namespace bilan::script {

class Reports : public Workshop {
protected:
    void SetUp() override
    {
        Workshop::SetUp();
        inputs_.domain = load_domain(path_);
        MadeDataset made(inputs_.domain->schema("emploi"));
        made.numbers("exercice", {2025, 2025, 2025, 2025, 2024})
            .texts("porteur", {"Avenir", "Boussole", "Avenir", "Cap", "Cap"})
            .texts("statut", {"réalisée", "réalisée", "en cours", "réalisée", "réalisée"})
            .numbers("benef_total", {10, 20, 30, std::nullopt, 99})
            .numbers("benef_f", {4, 15, 12, 5, 50})
            .numbers("benef_h", {6, 5, 18, 5, 49})
            .numbers("accorde_p147", {1000, 2000, 3000, 500, 9000});
        inputs_.datasets["emploi"] = made.made();
        inputs_.year = 2025;
        inputs_.territory = "Ville fictive";
        inputs_.files = 2;
    }

    /// A report whose build is this.
    static std::string report(const std::string& build, const std::string& more = "")
    {
        return "local bilan = require 'bilan'\nlocal f = bilan.field\nreturn bilan.report {\n"
               "  api = 1, id = 'essai', title = { fr = 'Essai', en = 'Trial' }, datasets = { 'emploi' },\n" +
               more + "  build = function(run)\n" + build + "\n  end,\n}\n";
    }
    BuiltReport built(const std::string& build, const std::string& more = "")
    {
        write("reports/essai.lua", report(build, more));
        return build_report(path_, describe_report(path_, "essai"), inputs_);
    }
    /// The sentence of the error; line 7 is the first of the build.
    std::string failing(const std::string& build, base::Language language = base::Language::english)
    {
        try {
            const BuiltReport report = built(build, "  params = { seuil = bilan.param.rate(0.80) },\n");
            return report.failures.empty() ? "no error" : report.failures.front().sentence(language);
        } catch (const base::Error& error) {
            return error.sentence(language);
        }
    }

    RunInputs inputs_;
};

} // namespace bilan::script
