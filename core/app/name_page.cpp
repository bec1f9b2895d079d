// SPDX-License-Identifier: MPL-2.0
#include "app/name_page.hpp"

#include "app/session.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "script/control_reference.hpp"
#include "script/value_type_name.hpp"

#include <bilan/function.hpp>

#include <optional>
#include <string_view>

namespace bilan::app {

namespace {

constexpr std::size_t longest_sentence = 300;

/// As the words of bilan itself are shown; a plugin's own texts move no terminal.
std::string page_of(const FunctionCard& card)
{
    const auto shown = [](std::string_view text) { return base::for_display(text, longest_sentence); };
    std::string names;
    std::string lines;
    for (const FunctionParameter& parameter : card.parameters) {
        const std::string name = shown(parameter.name) + (parameter.optional ? "?" : "");
        names += (names.empty() ? "" : ", ") + name;
        lines += "    " + name + "  (" + std::string(script::value_type_name(parameter.type)) + ")  " +
                 shown(parameter.sentence) + '\n';
    }
    const std::string_view sentence = std::string_view(card.sentence).substr(0, card.sentence.find('\n'));
    return "bilan.fn." + shown(card.name) + '(' + names + ")  ->  " +
           std::string(script::value_type_name(card.result)) + "?\n  " + shown(sentence) + '\n' + lines;
}

std::optional<std::string> word_of_plugin(Session& session, std::string_view name)
{
    for (const auto& provider : session.engine().plugins().function_providers())
        for (const FunctionCard& card : provider->functions())
            if (card.name == name) return page_of(card);
    return std::nullopt;
}

} // namespace

std::string name_page(Session& session, const std::string& name)
{
    std::string_view word = name;
    if (word.starts_with("bilan.")) word.remove_prefix(6);
    const bool is_of_plugins = word.starts_with("fn.");
    if (is_of_plugins) word.remove_prefix(3);
    const std::optional<std::string> page = word.empty() ? std::nullopt : word_of_plugin(session, word);
    if (is_of_plugins && page) return *page;
    try {
        return script::reference_of(*session.engine().domain(), name, session.language());
    } catch (const base::Error&) {
        if (page) return *page;
        throw;
    }
}

} // namespace bilan::app
