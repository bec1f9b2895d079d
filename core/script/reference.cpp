// SPDX-License-Identifier: MPL-2.0
//
// The reference, printed from the records: one name at a time for `bilan doc`, pages for docs/reference.
#include "base/text.hpp"
#include "script/api/definition_types.hpp"
#include "script/api/interface.hpp"
#include "script/report.hpp"

#include <algorithm>
#include <set>
#include <span>

namespace bilan::script {

namespace {

std::string short_name(const std::string& name)
{
    const std::size_t dot = name.rfind('.');
    return dot == std::string::npos ? name : name.substr(dot + 1);
}

/// `Figure + Figure|number`, `-Figure`.
std::string operation(const FunctionRecord& record)
{
    static const std::map<std::string, std::string> signs = {
        {"__add", "+"}, {"__sub", "-"}, {"__mul", "*"}, {"__div", "/"}, {"__lt", "<"}, {"__le", "<="}, {"__eq", "=="}};
    const std::string self = short_name(record.owner);
    const auto sign = signs.find(record.name);
    if (sign == signs.end()) return '-' + self;
    return self + ' ' + sign->second + ' ' + base::replace_all(record.parameters.front().type, "bilan.", "");
}

/// `Query:join(other, options)`, `Figure.base`, `bilan.sum(expression, options)`.
std::string signature(const FunctionRecord& record)
{
    if (record.role == Role::metamethod) return operation(record);
    std::string text = record.spoken();
    if (record.role == Role::property) return text;
    text += '(';
    for (std::size_t at = 0; at < record.parameters.size(); ++at) {
        const ParameterRecord& parameter = record.parameters[at];
        text += (at > 0 ? ", " : "") + parameter.name + (parameter.optional ? "?" : "");
    }
    return text + ')';
}

bool is_named(const FunctionRecord& record)
{
    return record.role != Role::item && (record.role != Role::metamethod || !record.sentence.empty());
}

/// Lua decides what stands on which side of an operator: its parameters have no names.
std::span<const ParameterRecord> named_parameters(const FunctionRecord& record)
{
    if (record.role == Role::metamethod) return {};
    return record.parameters;
}

std::string described(const FunctionRecord& record)
{
    std::string text = signature(record);
    if (!record.result.empty()) text += "  ->  " + record.result;
    text += "\n  " + record.sentence + '\n';
    for (const ParameterRecord& parameter : named_parameters(record))
        text += "    " + parameter.name + (parameter.optional ? "?" : "") + "  (" + parameter.type + ")  " +
                parameter.sentence + '\n';
    return text;
}

std::vector<const GroupRecord*> all_groups()
{
    std::vector<const GroupRecord*> all = function_groups();
    all.insert(all.end(), object_groups().begin(), object_groups().end());
    return all;
}

/// The lines of the options types that a record names: `---@field by string[]  fields`.
std::string option_lines(const std::string& text)
{
    static const std::string types = option_types();
    std::string found;
    for (std::size_t at = text.find("bilan."); at != std::string::npos; at = text.find("bilan.", at + 1)) {
        std::size_t end = at;
        while (end < text.size() && (std::isalnum(static_cast<unsigned char>(text[end])) != 0 || text[end] == '.'))
            ++end;
        const std::string name = text.substr(at, end - at);
        const std::size_t begin = types.find("---@class " + name + '\n');
        if (begin == std::string::npos || found.find(name + " {") != std::string::npos) continue;
        found += "  " + name + " {\n";
        const std::string_view block = std::string_view(types).substr(begin, types.find("\n\n", begin) - begin);
        for (const std::string_view line : base::split(block, '\n'))
            if (line.starts_with("---@field ")) found += "    " + std::string(line.substr(10)) + '\n';
        found += "  }\n";
    }
    return found;
}

/// What the objects that a function gives can do: `Expectation: to_be, to_equal… (bilan doc Expectation)`.
std::string further(const std::set<std::string>& given, const std::string& self)
{
    std::string text;
    for (const GroupRecord* group : object_groups()) {
        if (group->name == self || !given.contains(group->name)) continue;
        std::vector<std::string> members;
        for (const FunctionRecord& record : group->functions)
            if (record.role == Role::method || record.role == Role::property) members.push_back(record.name);
        if (members.empty()) continue;
        const std::string type = short_name(group->name);
        text.append("  ").append(type).append(": ").append(base::join(members, ", "));
        text.append("  (bilan doc ").append(type).append(")\n");
    }
    return text;
}

/// `Query:where` and `Query.where`, `bilan.spec.expect` and `spec.expect`; an operator by its type alone.
bool is_called(const FunctionRecord& record, const std::string& name)
{
    if (record.role == Role::metamethod) return false;
    const std::string spoken = record.spoken();
    return record.name == name || spoken == name || base::replace_all(spoken, ":", ".") == name ||
           spoken.ends_with('.' + name);
}

std::string cell(const std::string& text)
{
    return base::replace_all(text, "|", "\\|");
}

std::string page_of(const GroupRecord& group)
{
    std::string text =
        "# " + group.name + "\n\n" + group.sentence + "\n\nGenerated by `bilan doc --pages`; do not edit.\n";
    for (const FunctionRecord& record : group.functions) {
        if (!is_named(record)) continue;
        text += "\n## " + signature(record) + "\n\n" + record.sentence + '\n';
        if (!named_parameters(record).empty()) text += "\n| parameter | type | what it is |\n| --- | --- | --- |\n";
        for (const ParameterRecord& parameter : named_parameters(record))
            text += "| `" + parameter.name + (parameter.optional ? "?" : "") + "` | `" + cell(parameter.type) + "` | " +
                    cell(parameter.sentence) + " |\n";
        if (!record.result.empty()) text += "\nGives `" + record.result + "`.\n";
        const std::string options = option_lines(described(record));
        if (!options.empty()) text += "\n```\n" + options + "```\n";
    }
    return text;
}

} // namespace

std::string reference_of(const std::string& name, base::Language language)
{
    std::string text;
    std::vector<std::string> names;
    for (const GroupRecord* group : all_groups()) {
        if (name.empty()) text += group->name + "  " + group->sentence + '\n';
        if (!name.empty() && (group->name == name || short_name(group->name) == name)) {
            text += group->name + "\n  " + group->sentence + '\n';
            std::set<std::string> given;
            for (const FunctionRecord& record : group->functions) {
                if (is_named(record)) text += "    " + signature(record) + "  " + record.sentence + '\n';
                given.insert(record.result);
            }
            text += further(given, group->name);
        }
        names.push_back(group->name);
        for (const FunctionRecord& record : group->functions) {
            if (!is_named(record)) continue;
            if (record.role != Role::metamethod) names.push_back(record.name);
            if (is_called(record, name))
                text += described(record) + option_lines(described(record)) + further({record.result}, group->name);
        }
    }
    (void)language; // the interface has one language of names; its words are English, as the editor's
    if (!text.empty()) return text;
    const auto near = base::nearest(name, names);
    throw base::Error(base::ExitCode::usage, "",
                      near ? base::Message{"BIL-787", {name, *near}} : base::Message{"BIL-788", {name}});
}

std::map<std::string, std::string> reference_pages()
{
    std::map<std::string, std::string> pages;
    std::string index = "# Reference\n\nGenerated by `bilan doc --pages`; do not edit.\n\n";
    for (const GroupRecord* group : all_groups()) {
        const std::string file = base::replace_all(base::fold(group->name), ".", "_") + ".md";
        pages[file] = page_of(*group);
        index += "- [" + group->name + "](" + file + "): " + group->sentence + '\n';
    }
    pages["README.md"] = index;
    return pages;
}

} // namespace bilan::script
