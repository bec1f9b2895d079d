// SPDX-License-Identifier: MPL-2.0
#include "plugin/plugin_registry.hpp"

#include "base/text.hpp"

namespace bilan::plugin {

namespace {

std::string shown(const std::filesystem::path& file)
{
    return base::to_utf8(file.native());
}

/// Names of one kind that may be given once; `code` is the message that a second one gets.
struct Names {
    const char* code;
    std::vector<std::string> names;
};

/// All that must be unique in an offer. Names of functions come together: scripts see them side by side.
std::vector<Names> names_of(const Offer& offer)
{
    Names readers{"BIL-466", {}};
    Names writers{"BIL-467", {}};
    Names extensions{"BIL-468", {}};
    Names functions{"BIL-469", {}};
    for (const auto& reader : offer.readers) readers.names.push_back(reader->card().name);
    for (const auto& writer : offer.writers) {
        writers.names.push_back(writer->card().name);
        extensions.names.push_back(base::fold(writer->card().extension));
    }
    for (const auto& provider : offer.functions)
        for (const FunctionCard& card : provider->functions()) functions.names.push_back(card.name);
    return {readers, writers, extensions, functions};
}

/// Refuses `newcomer` when it gives a name that `other`, which may be itself, gives too.
void refuse_same_names(const Offer& newcomer, const Offer& other)
{
    const std::vector<Names> mine = names_of(newcomer);
    const std::vector<Names> theirs = names_of(other);
    const bool is_itself = &newcomer == &other;
    for (std::size_t kind = 0; kind < mine.size(); ++kind) {
        const std::vector<std::string>& names = mine[kind].names;
        for (std::size_t at = 0; at < names.size(); ++at) {
            const auto end =
                is_itself ? theirs[kind].names.begin() + static_cast<std::ptrdiff_t>(at) : theirs[kind].names.end();
            if (std::find(theirs[kind].names.begin(), end, names[at]) == end) continue;
            throw base::Error(base::ExitCode::plugin, shown(newcomer.plugin.file),
                              {mine[kind].code,
                               {newcomer.plugin.name, newcomer.plugin.version, names[at], other.plugin.name,
                                other.plugin.version, shown(other.plugin.file)}});
        }
    }
}

} // namespace

void PluginRegistry::take(Offer offer)
{
    for (const Offer& other : plugins_) {
        if (other.plugin.name == offer.plugin.name)
            throw base::Error(
                base::ExitCode::plugin, shown(offer.plugin.file),
                {"BIL-465", {offer.plugin.name, offer.plugin.version, other.plugin.version, shown(other.plugin.file)}});
        refuse_same_names(offer, other);
    }
    refuse_same_names(offer, offer);
    plugins_.push_back(std::move(offer));
}

ReaderChoice PluginRegistry::best_reader(const Source& source) const
{
    ReaderChoice choice;
    for (const Offer& offer : plugins_) {
        for (const auto& reader : offer.readers) {
            try {
                const Confidence confidence = reader->recognises(source);
                if (confidence <= choice.confidence) continue;
                choice.reader = reader.get();
                choice.confidence = confidence;
            } catch (const base::Error& failure) {
                choice.failures.push_back(failure);
            }
        }
    }
    return choice;
}

const LoadedWriter* PluginRegistry::writer_for(std::string_view extension) const
{
    const std::string wanted = base::fold(extension);
    for (const Offer& offer : plugins_)
        for (const auto& writer : offer.writers)
            if (base::fold(writer->card().extension) == wanted) return writer.get();
    return nullptr;
}

std::vector<FunctionProvider*> PluginRegistry::function_providers() const
{
    std::vector<FunctionProvider*> providers;
    for (const Offer& offer : plugins_)
        for (const auto& provider : offer.functions) providers.push_back(provider.get());
    return providers;
}

} // namespace bilan::plugin
