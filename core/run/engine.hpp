// SPDX-License-Identifier: MPL-2.0
//
// What every command works with: the plugins that could be loaded, the refusals, the domain. Made once; reading from it
// is safe from many threads.
#pragma once

#include "base/error.hpp"
#include "data/schema.hpp"
#include "intake/intake.hpp"
#include "plugin/plugin_registry.hpp"
#include "run/home.hpp"
#include "run/journal.hpp"
#include "run/mappings_file.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::run {

class Engine {
public:
    /// Loads the plugins of `home` and reads the domain. A plugin that is refused is no error here. Reads the lists of
    /// the territory named by `references` and those of the campaigns; throws what `read_references` throws. `reports`
    /// are files whose own schemas and vocabularies belong to the domain. `journal` outlives the engine.
    Engine(Home home, const std::vector<std::filesystem::path>& campaigns, const std::vector<std::string>& references,
           const std::vector<std::filesystem::path>& reports, Journal& journal);

    /// The same with the schemas and vocabularies of these reports too, which must be well formed: throws what keeps
    /// them out of the domain. Shares the plugins; `base` need not outlive it.
    Engine(const Engine& base, const std::vector<std::filesystem::path>& reports);

    [[nodiscard]] Journal& journal() const { return journal_; }
    [[nodiscard]] const Home& home() const { return home_; }
    [[nodiscard]] const plugin::PluginRegistry& plugins() const { return *plugins_; }
    [[nodiscard]] const std::shared_ptr<const data::Domain>& domain() const { return domain_; }
    /// The reports whose own schemas and vocabularies belong to the domain.
    [[nodiscard]] const std::vector<std::filesystem::path>& reports() const { return reports_; }
    /// Throws what kept the reports' own schemas out of the domain; the rest of the domain stands.
    void require_reports() const
    {
        if (report_failure_) throw base::Error(*report_failure_);
    }
    [[nodiscard]] bool has_failed_reports() const { return report_failure_.has_value(); }
    /// The headers of the domain, prepared once for all files.
    [[nodiscard]] const std::shared_ptr<const intake::Lexicon>& lexicon() const { return lexicon_; }
    /// Answers about headers that the campaigns remember.
    [[nodiscard]] const Answers& answers() const { return answers_; }
    /// The campaign folders of the run, first wins.
    [[nodiscard]] const std::vector<std::filesystem::path>& campaigns() const { return campaigns_; }
    /// Quarters and communes from the user's own lists; null when none was given.
    [[nodiscard]] const intake::Reference* reference() const { return reference_.get(); }
    /// The name of a quarter by its code, from the user's lists; empty when they have none.
    [[nodiscard]] std::string quarter_name(std::string_view code) const;
    /// Name and version of every loaded plugin, by name.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> plugin_versions() const;

private:
    Journal& journal_;
    Home home_;
    std::shared_ptr<plugin::PluginRegistry> plugins_;
    std::vector<std::filesystem::path> reports_;
    std::shared_ptr<const data::Domain> domain_;
    std::optional<base::Error> report_failure_;
    std::shared_ptr<const intake::Lexicon> lexicon_;
    Answers answers_;
    std::vector<std::filesystem::path> campaigns_;
    std::shared_ptr<const intake::Reference> reference_;
};

} // namespace bilan::run
