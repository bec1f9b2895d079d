// SPDX-License-Identifier: MPL-2.0
#include "app/commands/commands.hpp"
#include "base/json.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace bilan::app {

namespace {

constexpr std::size_t longest_sentence = 300;

/// A card's sentence in the language of the session: the French one stands behind a line break, where there is one.
std::string_view sentence_of(const Session& session, std::string_view sentence)
{
    const std::size_t line_end = std::min(sentence.find('\n'), sentence.size());
    const std::string_view french = base::trim(sentence.substr(line_end));
    const bool is_french = session.language() == base::Language::french && !french.empty();
    return is_french ? french : sentence.substr(0, line_end);
}

void show_offer(Session& session, const plugin::Offer& offer)
{
    session.out() << "  " << session.bold(offer.plugin.name) << ' ' << offer.plugin.version << "  "
                  << offer.plugin.file.filename().string() << '\n';
    for (const auto& reader : offer.readers)
        session.out() << session.say({"    lit ", "    reads "}) << reader->card().name << "  "
                      << base::for_display(sentence_of(session, reader->card().sentence), longest_sentence) << '\n';
    for (const auto& writer : offer.writers)
        session.out() << session.say({"    écrit ", "    writes "}) << writer->card().name << "  "
                      << base::for_display(sentence_of(session, writer->card().sentence), longest_sentence) << '\n';
    for (const auto& provider : offer.functions)
        for (const FunctionCard& function : provider->functions())
            session.out() << session.say({"    fonction bilan.fn.", "    function bilan.fn."}) << function.name << "  "
                          << base::for_display(sentence_of(session, function.sentence), longest_sentence) << '\n';
}

void plugin_lines(Session& session, const plugin::PluginRegistry& registry)
{
    for (const plugin::Offer& offer : registry.plugins()) {
        std::vector<std::string> readers;
        std::vector<std::string> writers;
        std::vector<std::string> functions;
        for (const auto& reader : offer.readers) readers.push_back(reader->card().name);
        for (const auto& writer : offer.writers) writers.push_back(writer->card().name);
        for (const auto& provider : offer.functions)
            for (const FunctionCard& function : provider->functions()) functions.push_back(function.name);
        base::JsonLine line;
        line.member("type", "plugin").member("name", offer.plugin.name).member("version", offer.plugin.version);
        line.member("file", offer.plugin.file.filename().string()).member("readers", readers);
        session.out() << line.member("writers", writers).member("functions", functions).text() << '\n';
    }
    for (const auto& [type, list] : {std::pair{"refused", &registry.refused()}, {"warning", &registry.warnings()}})
        for (const plugin::Refused& refused : *list)
            session.out() << base::JsonLine()
                                 .member("type", type)
                                 .member("file", refused.file.filename().string())
                                 .member("code", refused.message.code)
                                 .member("message", base::render(refused.message, session.language()))
                                 .text()
                          << '\n';
}

void show_plugins(Session& session, const plugin::PluginRegistry& registry)
{
    for (const plugin::Offer& offer : registry.plugins()) show_offer(session, offer);
    for (const plugin::Refused& refused : registry.refused())
        session.out() << session.red(session.say({"  refusée\u00A0: ", "  refused: "})) << refused.file.string() << '\n'
                      << "    " << base::render(refused.message, session.language()) << " [" << refused.message.code
                      << "]\n";
    for (const plugin::Refused& warning : registry.warnings())
        session.out() << session.say({"  attention\u00A0: ", "  warning: "}) << warning.file.string() << '\n'
                      << "    " << base::render(warning.message, session.language()) << '\n';
}

base::ExitCode plugins(Session& session)
{
    const plugin::PluginRegistry& registry = session.engine().plugins();
    if (session.json)
        plugin_lines(session, registry);
    else
        show_plugins(session, registry);
    return registry.refused().empty() ? base::ExitCode::done : base::ExitCode::plugin;
}

} // namespace

void add_plugins(CLI::App& app, Session& session, Chosen& chosen)
{
    CLI::App* command =
        add_command(app, session, "plugins", "extensions",
                    {"Les extensions chargées, et celles qui ont été refusées", "Plugins loaded, and those refused"},
                    {"  bilan extensions", "  bilan plugins"});
    command->callback([&session, &chosen] { chosen.work = [&session] { return plugins(session); }; });
}

} // namespace bilan::app
