// SPDX-License-Identifier: MPL-2.0
#include "run/engine.hpp"

#include "base/text.hpp"
#include "intake/territory/reference.hpp"
#include "plugin/plugin_loader.hpp"
#include "run/reading.hpp"
#include "run/reference_files.hpp"

#include <algorithm>

namespace bilan::run {

namespace {

/// Asked only for a schema that nothing else knows: the reports of the campaign are run to see what they declare.
bool declares_schema(const script::SearchPath& path, const std::filesystem::path& campaign, std::string_view schema)
{
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(campaign / "reports", none)) {
        if (entry.path().extension() != ".lua") continue;
        try {
            if (script::load_domain(path, {entry.path()})->schema(schema) != nullptr) return true;
        } catch (const base::Error&) { // said when that report is run
        }
    }
    return false;
}

Answers answers_of(const std::vector<std::filesystem::path>& campaigns, const data::Domain& domain,
                   const script::SearchPath& path)
{
    return read_mappings(campaigns, domain, [&](const std::filesystem::path& campaign, std::string_view schema) {
        return declares_schema(path, campaign, schema);
    });
}

} // namespace

Engine::Engine(Home home, const std::vector<std::filesystem::path>& campaigns,
               const std::vector<std::string>& references, const std::vector<std::filesystem::path>& reports,
               Journal& journal)
    : journal_(journal), home_(std::move(home)), plugins_(std::make_shared<plugin::PluginRegistry>()),
      reports_(reports), campaigns_(campaigns)
{
    const auto note_opening = [this](const std::filesystem::path& file) {
        journal_.note("opening", base::JsonLine().member("plugin", base::to_utf8(file.filename().native())));
    };
    plugin::load_plugins(home_.plugins, note_opening, *plugins_);
    try {
        domain_ = script::load_domain(home_.scripts, reports);
    } catch (const base::Error& error) {
        if (reports.empty()) throw;
        report_failure_ = error; // `watch` waits until the script is mended
        domain_ = script::load_domain(home_.scripts);
    }
    lexicon_ = intake::prepare(*domain_);
    answers_ = answers_of(campaigns, *domain_, home_.scripts);
    reference_ = read_references(references, campaigns,
                                 [&](const InputFile& file) { return open_book(*this, file, ReadLimits()).book; });
}

Engine::Engine(const Engine& base, const std::vector<std::filesystem::path>& reports)
    : journal_(base.journal_), home_(base.home_), plugins_(base.plugins_), reports_(base.reports_),
      campaigns_(base.campaigns_), reference_(base.reference_)
{
    reports_.insert(reports_.end(), reports.begin(), reports.end());
    domain_ = script::load_domain(home_.scripts, reports_);
    lexicon_ = intake::prepare(*domain_);
    answers_ = answers_of(campaigns_, *domain_, home_.scripts);
}

std::vector<std::pair<std::string, std::string>> Engine::plugin_versions() const
{
    std::vector<std::pair<std::string, std::string>> versions;
    for (const plugin::Offer& offer : plugins_->plugins())
        versions.emplace_back(offer.plugin.name, offer.plugin.version);
    std::ranges::sort(versions);
    return versions;
}

std::string Engine::quarter_name(std::string_view code) const
{
    const intake::Quarter* const quarter = reference_ == nullptr ? nullptr : reference_->quarter(code);
    return quarter == nullptr ? std::string() : quarter->name;
}

} // namespace bilan::run
