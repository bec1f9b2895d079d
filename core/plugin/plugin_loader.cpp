// SPDX-License-Identifier: MPL-2.0
#include "plugin/plugin_loader.hpp"

#include "base/text.hpp"
#include "plugin/border.hpp"
#include "plugin/card.hpp"
#include "plugin/plugin_folder.hpp"
#include "plugin/rehearsal.hpp"
#include "plugin/shared_library.hpp"
#include "plugin/staging.hpp"

#include <algorithm>
#include <stdexcept>

namespace bilan::plugin {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const fs::path& file, std::string code, std::vector<std::string> arguments)
{
    throw base::Error(base::ExitCode::plugin, base::to_utf8(file.native()), {std::move(code), std::move(arguments)});
}

SharedLibrary open(const fs::path& file)
{
    if (auto end = end_of_opening(file)) refuse(file, "BIL-460", {*end});
    try {
        return SharedLibrary(file);
    } catch (const std::runtime_error& failure) {
        refuse(file, "BIL-451", {failure.what()});
    }
}

Identity check_card(const SharedLibrary& library, const fs::path& file)
{
    const void* const card = library.address(BILAN_CARD_SYMBOL);
    if (card == nullptr) refuse(file, "BIL-452", {BILAN_CARD_SYMBOL});
    return identity_of(*static_cast<const bilan_plugin_card*>(card), host_card(), file);
}

Offer ask(const SharedLibrary& library, const Identity& plugin)
{
    using Register = void (*)(Registry&);
    const auto call_register = reinterpret_cast<Register>(library.address(BILAN_REGISTER_SYMBOL));
    if (call_register == nullptr) refuse(plugin.file, "BIL-459", {plugin.name, plugin.version, BILAN_REGISTER_SYMBOL});
    Staging staging;
    border(plugin, Deed::registering, "", [&] { call_register(staging); });
    return staging.offer(plugin);
}

void load(const fs::path& file, PluginRegistry& registry)
{
    try {
        const SharedLibrary library = open(file);
        registry.take(ask(library, check_card(library, file)));
    } catch (const base::Error& failure) {
        registry.refuse({file, failure.message()});
    } catch (const Refusal& refusal) { // a word about a file, from a plugin that was given none
        registry.refuse({file, {refusal.problem().code, refusal.problem().arguments}});
    }
}

} // namespace

void load_plugins(std::span<const fs::path> folders, const BeforeOpening& before_opening, PluginRegistry& registry)
{
    std::vector<fs::path> seen;
    for (const fs::path& folder : folders) {
        const PluginFolder found = look_into(folder);
        for (const Refused& warning : found.warnings) registry.warn(warning);
        for (const Refused& refused : found.refused) registry.refuse(refused);
        for (const fs::path& file : found.files) {
            if (std::ranges::find(seen, file) != seen.end()) continue;
            seen.push_back(file);
            if (before_opening) before_opening(file);
            load(file, registry);
        }
    }
}

} // namespace bilan::plugin
