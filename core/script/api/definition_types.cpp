// SPDX-License-Identifier: MPL-2.0
#include "script/api/definition_types.hpp"

#include "script/api/table_options.hpp"

namespace bilan::script {

namespace {

std::string alias(const std::string& name, const std::vector<std::string>& words)
{
    std::string text = "\n---@alias " + name + '\n';
    for (const std::string& word : words) text += "---| \"" + word + "\"\n";
    return text;
}

constexpr const char* classes = R"lua(
---@class bilan.Words
---@field fr string
---@field en? string  the French words when left out

---@class bilan.MeasureOptions
---@field where? bilan.Expression|table<string, any>  further condition on the rows
---@field unit? bilan.Unit

---@class bilan.GroupOptions
---@field by string[]  fields
---@field measures { [1]: string, [2]: bilan.Measure }[]
---@field lists? "each_item"|"as_written"

---@class bilan.CrossOptions
---@field rows string  a field
---@field columns string  a field
---@field measure bilan.Measure

---@class bilan.ParameterOptions
---@field label? string|bilan.Words

---@class bilan.ChoiceOptions
---@field label? string|bilan.Words
---@field choices string[]

---@class bilan.ReportDefinition
---@field api integer  the version of the interface that this was written for
---@field id string
---@field title string|bilan.Words
---@field datasets string[]  ids of schemas
---@field params? table<string, bilan.Parameter>
---@field build fun(run: bilan.Run)

---@class bilan.KeyFigure
---@field id? string
---@field label string|bilan.Words
---@field figure bilan.Figure
---@field note? string|bilan.Words

---@class bilan.KeyFigureList
---@field query? bilan.Query
---@field [integer] string|bilan.KeyFigure

---@class bilan.ColumnOptions
---@field header string|bilan.Words
---@field name? string
---@field kind? bilan.ColumnKind
---@field total? "none"|"label"|"sum"|"count"|"given"|number|bilan.Figure  how it is made, or its value
---@field total_value? number|string|boolean|bilan.Figure
---@field ratio_of? (integer|string)[]  numerator and denominator

---@class bilan.ChartOptions
---@field type bilan.ChartKind
---@field alt string|bilan.Words  the message in one or two sentences
---@field title? string|bilan.Words
---@field category? integer|string  a column
---@field series? (integer|string)[]  columns
---@field value_title? string|bilan.Words
---@field target? number  a line across
---@field target_label? string|bilan.Words
---@field note? string|bilan.Words
---@field labels? boolean

---@class bilan.TableOptions
---@field id string
---@field title string|bilan.Words
---@field sheet? string|bilan.Words  name of the sheet; the title when left out
---@field subtitle? string|bilan.Words
---@field base? string|bilan.Words
---@field source? string|bilan.Words
---@field notes? (string|bilan.Words)[]
---@field columns? bilan.ColumnOptions[]
---@field rows? table[]
---@field data? bilan.Groups|bilan.Crossing  instead of columns and rows
---@field headers? table<string, string|bilan.Words>  of the columns that `data` makes
---@field totals? boolean
---@field chart? bilan.ChartOptions
---@field charts? bilan.ChartOptions[]
)lua";

} // namespace

std::string option_types()
{
    return alias("bilan.Unit", unit_names()) + alias("bilan.ColumnKind", column_kind_names()) +
           alias("bilan.ChartKind", chart_kind_names()) + classes;
}

} // namespace bilan::script
