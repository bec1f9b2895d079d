// SPDX-License-Identifier: MPL-2.0
#include "script/hints.hpp"

namespace bilan::script {

namespace {

constexpr std::string_view measure = "bilan.Measure";

bool is_plain(std::string_view got)
{
    return got.starts_with("number ") || got.starts_with("string ") || got.starts_with("boolean ");
}

bool are_rows(std::string_view got)
{
    return got == "bilan.Groups" || got == "bilan.Query" || got == "bilan.Crossing";
}

} // namespace

std::string_view instead_of(std::string_view where, std::string_view got)
{
    const bool is_text = got.starts_with("string ");
    if (where == "Query:figure › measure" && is_text) return "rows:figure(bilan.sum(f.field))";
    if (where == "Query:join › options" && is_text) return "rows:join(others, { on = \"field\", fields = { … } })";
    if (where == "Query:compare › options" && got == "nil")
        return "rows:compare(before, { by = \"field\", measures = { … } })";
    if (where == "Query:where › condition" && got.starts_with("number ")) return "rows:where { field = value }";
    if (where == "Query:sorted › field" && got == "table") return "rows:sorted(\"field\", \"descending\")";
    if (where == "Run:read › file" && got == "table") return "run:read(\"budget.xlsx\", { sheet = \"2025\" })";
    if (where == "Run:indicator › query" && got == "table") return "run:indicator(\"EMP05\", rows:where { … })";
    if (where == "Run:key_figures › list" && got == "bilan.Figure")
        return "run:key_figures { { label = \"…\", figure = … } }";
    if (where == "Query:join › other" && got == "bilan.Groups")
        return "groups:join(others, { … }), rows:join(rows, { …, repeated = \"sum\" })";
    if (where == "pairs" && got == "bilan.Groups") return "for _, group in ipairs(groups) do … end";
    if (where.starts_with("bilan.ratio › ") && got == "bilan.Figure")
        return "bilan.ratio(f.above, f.below), or run:share(id, part, whole) of two figures";
    return {};
}

const char* hint_of(std::string_view where, std::string_view expected, std::string_view got)
{
    if (expected == measure && got == "bilan.Expression") return "BIL-900";
    if (expected == measure && got == "bilan.Figure") return "BIL-901";
    if (expected == measure && got == "function") return "BIL-929";
    if (expected == measure && got == "nil" && where.ends_with(" › measure")) return "BIL-885";
    if (expected.starts_with("bilan.Expression|table<") && got.starts_with("string ")) return "BIL-888";
    if (expected == "table" && got.starts_with("string ") && where.find("› columns[") != std::string_view::npos)
        return "BIL-889";
    if (expected.starts_with("string") && got == "bilan.Expression") return "BIL-492";
    if (where.ends_with(" › data") && got == "bilan.Figure") return "BIL-493";
    if (expected == "bilan.Figure" && got.starts_with("number ")) return "BIL-494";
    if (where.ends_with(" › rows") && expected == "list" && are_rows(got)) return "BIL-495";
    if (where.ends_with(" › options") && expected == "table" && got == "bilan.Expression") return "BIL-496";
    if (where.find("derive › fields") != std::string_view::npos && got == measure) return "BIL-498";
    if (expected == "function" && got == measure) return "BIL-884";
    if (expected == "string|bilan.KeyFigure" && got == "bilan.Query") return "BIL-911";
    if (expected.starts_with("{ [1]: string, [2]: bilan.Measure") && got == measure) return "BIL-902";
    if (expected.starts_with("bilan.Figure") && got == measure) return "BIL-903";
    if (expected == "bilan.Parameter" && is_plain(got)) return "BIL-904";
    if (!instead_of(where, got).empty()) return "BIL-699";
    if (where == "pairs" && got == "bilan.Query") return "BIL-905";
    return "BIL-601";
}

} // namespace bilan::script
