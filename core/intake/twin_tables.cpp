// SPDX-License-Identifier: MPL-2.0
#include "intake/twin_tables.hpp"

#include "intake/header/measures.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <utility>

namespace bilan::intake {

namespace {

std::set<std::string> paths_of(const TableDraft& draft)
{
    std::set<std::string> paths;
    for (std::size_t at = 0; at < draft.headers.size(); ++at)
        if (draft.headers[at].has_header() && !draft.personal[at]) paths.insert(draft.headers[at].path);
    return paths;
}

/// Three in four of their headers are the same.
bool are_twins(const std::set<std::string>& left, const std::set<std::string>& right)
{
    constexpr std::size_t fewest = 3;
    const auto same = static_cast<std::size_t>(
        std::ranges::count_if(left, [&](const std::string& path) { return right.contains(path); }));
    return same >= fewest && same * 4 >= std::max(left.size(), right.size()) * 3;
}

/// Only its cells speak against the one field that it may be.
bool is_open(const TableDraft& draft, std::size_t at)
{
    const MappedColumn& column = draft.mapping.columns[at];
    if (draft.personal[at] || !draft.headers[at].has_header()) return false;
    const bool is_asked = column.outcome == Outcome::contradicted ||
                          (column.outcome == Outcome::question && !column.reason.code.starts_with("BIL-8"));
    return is_asked && draft.headers[at].content.filled > 0;
}

/// The column of the twin with this very header, surely read as a measure; null for none.
const MappedColumn* read_in(const TableDraft& twin, const std::string& path)
{
    const MappedColumn* found = nullptr;
    for (std::size_t at = 0; at < twin.headers.size(); ++at) {
        if (twin.headers[at].path != path) continue;
        if (found != nullptr) return nullptr; // twice: which one is meant?
        found = &twin.mapping.columns[at];
    }
    const bool is_sure = found != nullptr && found->outcome == Outcome::mapped && !found->near &&
                         found->reason.code != "BIL-053" && is_measure(*found->field);
    return is_sure ? found : nullptr;
}

void read_like(const TableDraft& twin, TableDraft& draft)
{
    for (std::size_t at = 0; at < draft.headers.size(); ++at) {
        MappedColumn& column = draft.mapping.columns[at];
        if (!is_open(draft, at)) continue;
        const std::string& path = draft.headers[at].path;
        const MappedColumn* const like = read_in(twin, path);
        const bool is_suggested =
            like != nullptr && std::ranges::find(column.suggestions, like->field->id) != column.suggestions.end();
        if (!is_suggested || draft.mapping.has(like->field->id)) continue;
        column.outcome = Outcome::mapped;
        column.field = like->field;
        column.confidence = like->confidence;
        column.reason = {"BIL-053", {path, like->field->id, twin.sheet()}};
        column.near = true;
        column.suggestions.clear();
        ++draft.mapping.mapped;
    }
}

} // namespace

void read_like_twins(std::vector<TableDraft>& drafts)
{
    std::vector<std::set<std::string>> paths;
    paths.reserve(drafts.size());
    for (const TableDraft& draft : drafts) paths.push_back(paths_of(draft));
    for (std::size_t at = 0; at < drafts.size(); ++at) {
        const auto has_open = [&] {
            for (std::size_t column = 0; column < drafts[at].headers.size(); ++column)
                if (is_open(drafts[at], column)) return true;
            return false;
        };
        if (!drafts[at].has_schema() || !has_open()) continue;
        for (std::size_t other = 0; other < drafts.size(); ++other)
            if (other != at && drafts[other].has_schema() &&
                drafts[other].mapping.schema == drafts[at].mapping.schema && are_twins(paths[at], paths[other]))
                read_like(drafts[other], drafts[at]);
    }
}

} // namespace bilan::intake
