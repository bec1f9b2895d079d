// SPDX-License-Identifier: MPL-2.0
#include "script/option_reference.hpp"

#include "base/text.hpp"
#include "script/api/definition_types.hpp"

#include <cctype>
#include <string_view>

namespace bilan::script {

namespace {

constexpr std::string_view class_begins = "---@class ";
constexpr std::string_view alias_begins = "---@alias ";

/// A value that stands in `bilan`, beside its functions.
struct Member {
    const char* name;
    const char* type;
    const char* sentence;
};

constexpr Member members[] = {
    {"bilan.api", "integer",
     "The newest version of the interface that this program knows; `api` of a report names the one it is written for."},
    {"bilan.field", "bilan.Fields",
     "Gives an expression for any field: `bilan.field.benef_total`, or `f.benef_total`."},
    {"bilan.fn", "table<string, function>",
     "Functions that plugins bring, by their names: `bilan.fn.name(…)`. `bilan extensions` shows their words."},
};

const std::string& types()
{
    static const std::string all = option_types();
    return all;
}

/// The lines of a type, without its name; empty when there is none.
std::string_view block_of(std::string_view begins, const std::string& name)
{
    const std::size_t begin = types().find(std::string(begins) + name + '\n');
    if (begin == std::string::npos) return {};
    const std::size_t first = types().find('\n', begin) + 1;
    return std::string_view(types()).substr(first, types().find("\n\n", first) - first);
}

std::string fields_of(const std::string& name)
{
    std::string text;
    for (const std::string_view line : base::split(block_of(class_begins, name), '\n'))
        if (line.starts_with("---@field ")) text += "    " + std::string(line.substr(10)) + '\n';
    return text;
}

std::string words_of_alias(const std::string& name)
{
    std::string text;
    for (const std::string_view line : base::split(block_of(alias_begins, name), '\n'))
        if (line.starts_with("---| ")) text += (text.empty() ? "" : ", ") + std::string(line.substr(5));
    return text;
}

/// Names of all types that begin so, in their order.
std::vector<std::string> names_of(std::string_view begins)
{
    std::vector<std::string> names;
    for (const std::string_view line : base::split(types(), '\n'))
        if (line.starts_with(begins)) names.emplace_back(line.substr(begins.size()));
    return names;
}

std::string short_name(const std::string& name)
{
    return name.substr(name.rfind('.') + 1);
}

} // namespace

std::string option_lines(const std::string& text)
{
    std::string found;
    for (std::size_t at = text.find("bilan."); at != std::string::npos; at = text.find("bilan.", at + 1)) {
        std::size_t end = at;
        while (end < text.size() && (std::isalnum(static_cast<unsigned char>(text[end])) != 0 || text[end] == '.'))
            ++end;
        const std::string name = text.substr(at, end - at);
        if (block_of(class_begins, name).empty() || found.find(name + " {") != std::string::npos) continue;
        found += "  " + name + " {\n" + fields_of(name) + "  }\n";
    }
    return found;
}

std::string option_page(const std::string& name)
{
    std::string text;
    for (const Member& member : members)
        if (member.name == name || short_name(member.name) == name)
            text += std::string(member.name) + "  ->  " + member.type + "\n  " + member.sentence + '\n';
    for (const std::string& type : names_of(class_begins))
        if (type == name || short_name(type) == name)
            text += type + '\n' + fields_of(type) + option_lines(fields_of(type));
    for (const std::string& type : names_of(alias_begins))
        if (type == name || short_name(type) == name) text += type + "\n  " + words_of_alias(type) + '\n';
    return text;
}

std::string tables_with(const std::string& option)
{
    std::string text;
    for (const std::string& type : names_of(class_begins)) {
        const std::string fields = fields_of(type);
        for (const std::string_view line : base::split(fields, '\n')) {
            const std::string_view field = base::trim(line);
            if (!field.empty() && field.substr(0, field.find_first_of("? ")) == option)
                text += type + "\n    " + std::string(field) + '\n';
        }
    }
    return text;
}

std::vector<std::string> keys_of_type(const std::string& type)
{
    std::vector<std::string> keys;
    for (const std::string_view line : base::split(block_of(class_begins, type), '\n')) {
        constexpr std::string_view begins = "---@field ";
        if (!line.starts_with(begins) || line.substr(begins.size()).starts_with('[')) continue;
        const std::string_view field = line.substr(begins.size());
        keys.emplace_back(field.substr(0, field.find_first_of("? ")));
    }
    return keys;
}

std::vector<std::string> option_names()
{
    std::vector<std::string> names;
    for (const std::string_view begins : {class_begins, alias_begins})
        for (const std::string& type : names_of(begins)) names.push_back(short_name(type));
    for (const Member& member : members) names.emplace_back(member.name);
    return names;
}

std::string options_page()
{
    std::string text = "# Options\n\nTables and words that functions take, and the values that stand in `bilan`.\n\n"
                       "Generated by `bilan doc --pages`; do not edit.\n";
    for (const Member& member : members)
        text += std::string("\n## ") + member.name + "\n\n" + member.sentence + "\n\nA `" + member.type + "`.\n";
    for (const std::string& type : names_of(class_begins))
        text += "\n## " + type + "\n\n```\n" + fields_of(type) + "```\n";
    for (const std::string& type : names_of(alias_begins))
        text += "\n## " + type + "\n\nOne of " + base::replace_all(words_of_alias(type), "\"", "`") + ".\n";
    return text;
}

} // namespace bilan::script
