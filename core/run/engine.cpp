// SPDX-License-Identifier: MPL-2.0
#include "run/engine.hpp"

#include "base/text.hpp"
#include "plugin/plugin_loader.hpp"
#include "run/reading.hpp"
#include "run/reference_files.hpp"

#include <algorithm>

namespace bilan::run {

Engine::Engine(Home home, const std::vector<std::filesystem::path>& campaigns,
               const std::vector<std::string>& references, const std::vector<std::filesystem::path>& reports,
               Journal& journal)
    : journal_(journal), home_(std::move(home)), campaigns_(campaigns)
{
    const auto note_opening = [this](const std::filesystem::path& file) {
        journal_.note("opening", base::JsonLine().member("plugin", base::to_utf8(file.filename().native())));
    };
    plugin::load_plugins(home_.plugins, note_opening, plugins_);
    try {
        domain_ = script::load_domain(home_.scripts, reports);
    } catch (const base::Error& error) {
        if (reports.empty()) throw;
        report_failure_ = error; // `watch` waits until the script is mended
        domain_ = script::load_domain(home_.scripts);
    }
    lexicon_ = intake::prepare(*domain_);
    answers_ = read_mappings(campaigns, *domain_);
    reference_ = read_references(references, campaigns,
                                 [&](const InputFile& file) { return open_book(*this, file, ReadLimits()).book; });
}

std::vector<std::pair<std::string, std::string>> Engine::plugin_versions() const
{
    std::vector<std::pair<std::string, std::string>> versions;
    for (const plugin::Offer& offer : plugins_.plugins())
        versions.emplace_back(offer.plugin.name, offer.plugin.version);
    std::ranges::sort(versions);
    return versions;
}

} // namespace bilan::run
