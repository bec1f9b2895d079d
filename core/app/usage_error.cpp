// SPDX-License-Identifier: MPL-2.0
#include "app/usage_error.hpp"

#include "base/text.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::app {

namespace {

base::Error refused(std::string code, std::vector<std::string> arguments = {})
{
    return {base::ExitCode::usage, "", {std::move(code), std::move(arguments)}};
}

/// The command that was asked for, or the program itself.
const CLI::App& asked_of(const CLI::App& app)
{
    const auto chosen = app.get_subcommands([](const CLI::App* command) { return command->parsed(); });
    return chosen.empty() ? app : *chosen.front();
}

std::vector<std::string> known_words(const CLI::App& app)
{
    std::vector<std::string> known;
    const CLI::App& asked = asked_of(app);
    if (&asked == &app)
        for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
            known.push_back(command->get_name());
            for (const std::string& alias : command->get_aliases()) known.push_back(alias);
        }
    for (const CLI::App* place : {&asked, &app})
        for (const CLI::Option* option : place->get_options())
            for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
    return known;
}

/// `text` where it stands as a word of its own.
std::size_t find_word(std::string_view sentence, std::string_view text)
{
    constexpr std::string_view ends = " :,=";
    for (std::size_t at = sentence.find(text); at != std::string_view::npos; at = sentence.find(text, at + 1)) {
        const std::size_t end = at + text.size();
        const bool begins = at == 0 || ends.find(sentence[at - 1]) != std::string_view::npos;
        if (begins && (end == sentence.size() || ends.find(sentence[end]) != std::string_view::npos)) return at;
    }
    return std::string_view::npos;
}

/// The option that CLI11 speaks of: it names it by `get_name()`, before any value.
const CLI::Option* option_of(const CLI::App& app, std::string_view sentence)
{
    const CLI::Option* found = nullptr;
    std::size_t first = std::string_view::npos;
    for (const CLI::App* place : {&asked_of(app), &app})
        for (const CLI::Option* option : place->get_options())
            if (const std::size_t at = find_word(sentence, option->get_name()); at < first) {
                first = at;
                found = option;
            }
    return found;
}

std::string name_of(const CLI::Option& option, base::Language language)
{
    const std::vector<std::string>& names = option.get_lnames();
    if (names.empty()) return option.get_name();
    return "--" + (language == base::Language::french ? names.back() : names.front());
}

base::Error unknown_word(const CLI::App& app)
{
    const std::vector<std::string> extras = const_cast<CLI::App&>(app).remaining(true);
    const std::string extra = extras.empty() ? std::string("?") : extras.front();
    if (const std::optional<std::string> near = base::nearest(extra, known_words(app)))
        return refused("BIL-101", {base::for_display(extra), *near});
    return refused("BIL-102", {base::for_display(extra)});
}

} // namespace

base::Error usage_error(const CLI::App& app, const CLI::ParseError& error, base::Language language)
{
    if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) return unknown_word(app);
    const CLI::Option* const option = option_of(app, error.what());
    if (option == nullptr) return refused("BIL-103");
    const std::string name = name_of(*option, language);
    const std::string& description = option->get_description();
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) return refused("BIL-104", {name, description});
    if (option->results().empty() || dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr)
        return refused("BIL-109", {name, description});
    return refused("BIL-105", {base::for_display(option->results().back()), name, description});
}

} // namespace bilan::app
