// SPDX-License-Identifier: MPL-2.0
#include "plugin/staging.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace bilan::plugin {

namespace {

[[noreturn]] void refuse(const Identity& plugin, std::string code)
{
    throw base::Error(base::ExitCode::plugin, base::to_utf8(plugin.file.native()),
                      {std::move(code), {plugin.name, plugin.version}});
}

/// Scripts write functions and their parameters as names of Lua.
bool is_script_name(std::string_view name)
{
    const auto is_letter = [](char letter) { return (letter >= 'a' && letter <= 'z') || letter == '_'; };
    const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    return !name.empty() && is_letter(name.front()) &&
           std::ranges::all_of(name, [&](char letter) { return is_letter(letter) || is_digit(letter); });
}

bool is_complete(const FunctionCard& card)
{
    if (!is_script_name(card.name) || card.sentence.empty()) return false;
    bool is_optional = false;
    for (const FunctionParameter& parameter : card.parameters) {
        if (!is_script_name(parameter.name) || parameter.sentence.empty()) return false;
        if (is_optional && !parameter.optional) return false; // nobody could leave out the earlier one
        is_optional = parameter.optional;
    }
    return true;
}

/// A null pointer can be added, but not called.
template <class Kind>
void refuse_nothing(const Identity& plugin, const std::vector<std::unique_ptr<Kind>>& things)
{
    for (const auto& thing : things)
        if (thing == nullptr) refuse(plugin, "BIL-470");
}

} // namespace

Offer Staging::offer(const Identity& plugin)
{
    refuse_nothing(plugin, readers_);
    refuse_nothing(plugin, writers_);
    refuse_nothing(plugin, providers_);
    if (readers_.empty() && writers_.empty() && providers_.empty()) refuse(plugin, "BIL-471");

    Offer offer{plugin, {}, {}, {}};
    for (auto& reader : readers_) {
        offer.readers.push_back(std::make_unique<LoadedReader>(plugin, std::move(reader)));
        const ReaderCard card = offer.readers.back()->card();
        if (card.name.empty() || card.sentence.empty()) refuse(plugin, "BIL-470");
    }
    for (auto& writer : writers_) {
        offer.writers.push_back(std::make_unique<LoadedWriter>(plugin, std::move(writer)));
        const WriterCard card = offer.writers.back()->card();
        if (card.name.empty() || card.extension.empty() || card.sentence.empty()) refuse(plugin, "BIL-470");
    }
    for (auto& provider : providers_) {
        offer.functions.push_back(std::make_unique<LoadedFunctions>(plugin, std::move(provider)));
        const LoadedFunctions& functions = *offer.functions.back();
        if (functions.name().empty() || !std::ranges::all_of(functions.functions(), is_complete))
            refuse(plugin, "BIL-470");
    }
    return offer;
}

} // namespace bilan::plugin
