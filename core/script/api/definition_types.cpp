// SPDX-License-Identifier: MPL-2.0
#include "script/api/definition_types.hpp"

#include "script/api/sql.hpp"
#include "script/api/table_options.hpp"

namespace bilan::script {

std::string alias(const std::string& name, const std::vector<std::string>& words)
{
    std::string text = "\n---@alias " + name + '\n';
    for (const std::string& word : words) text += "---| \"" + word + "\"\n";
    return text;
}

namespace {

constexpr const char* classes = R"lua(
---@class bilan.Words
---@field fr string
---@field en? string  the French words when left out

---@class bilan.MeasureOptions
---@field where? bilan.Expression|table<string, any>  further condition on the rows
---@field unit? bilan.Unit

---@class bilan.BinOptions
---@field labels? string[]  one more than bounds

---@class bilan.Source
---@field file string
---@field sheet string
---@field row? integer
---@field cell? string  `C12`; none when no cell gave the value
---@field field string

---@class bilan.SpecRunOptions
---@field year? integer  `run.year`
---@field params? table<string, boolean|number|string>  what `run.params` holds

---@class bilan.SpecBuildOptions
---@field files table<string, string>  the text of a csv by the name of its file
---@field year? integer
---@field territory? string
---@field params? table<string, boolean|number|string>

---@class bilan.Trial
---@field tables table<string, bilan.TrialTable>  by their ids
---@field figures table<string, bilan.Figure>  key figures by their id, else by their label
---@field warnings string[]  those of the first page
---@field journal string[]
---@field findings bilan.TrialFinding[]  of the reading and of the rules

---@class bilan.TrialTable
---@field title string
---@field headers string[]
---@field rows table<integer|string, any>[]  cells by place and by header: `rows[1]["Parcelles"]`
---@field notes string[]

---@class bilan.TrialFinding
---@field code string  id of the rule (`J01`) or of the message (`BIL-214`)
---@field text string
---@field file string
---@field row? integer  from 1

---@class bilan.GroupOptions
---@field by string|string[]  fields
---@field measures { [1]: string, [2]: bilan.Measure }[]
---@field lists? "each_item"|"as_written"

---@class bilan.CrossOptions
---@field rows string  a field
---@field columns string  a field
---@field measure bilan.Measure

---@class bilan.ReadOptions
---@field sheet? string  the first that holds a table when left out
---@field header? integer  row of the headers, from 1
---@field as? string  the name `sql` knows it by; that of the file when left out
---@field totals? boolean  true keeps rows that say « Total » among the others; they are set aside when left out
---@field types? table<string, bilan.ReadType>  of columns, by the names of their fields; found when left out

---@class bilan.PivotOptions
---@field rows string|string[]  fields
---@field columns string  a field
---@field measure bilan.Measure
---@field lists? "each_item"|"as_written"

---@class bilan.UnpivotOptions
---@field fields (string|{ [1]: string, [2]: string })[]  names, or `{ label, name }`
---@field name string  the field that says which it was
---@field value string  the field that says how much
---@field keep? string[]  fields repeated on each row

---@class bilan.JoinOptions
---@field on string|string[]|table<string, string>  keys; `{ here = "there" }` when their names differ. A list there is found by each of its items
---@field fields? string|string[]  what is taken from the other; `inner` may take nothing, `anti` does not
---@field kind? "left"|"inner"|"anti"  all rows, those that find a row of the other, those that find none
---@field prefix? string  put before their names
---@field match? "exact"|"folded"  `folded` ignores case and accents
---@field repeated? "unknown"|"first"|"sum"  of a key that the other dataset has several times
---@field quiet? boolean  the script tells its reader itself what finds nothing, and what stands several times

---@class bilan.CompareLabels
---@field now? string|bilan.Words  `2025`
---@field before? string|bilan.Words  `2024`
---@field change? string|bilan.Words
---@field growth? string|bilan.Words

---@class bilan.CompareOptions
---@field by string|string[]  fields
---@field measures { [1]: string, [2]: bilan.Measure }[]
---@field coverage? number  0.8 when left out
---@field labels? bilan.CompareLabels  words behind the header of each measure
---@field lists? "each_item"|"as_written"

---@class bilan.FigureParts
---@field base? integer
---@field unknown? integer
---@field not_applicable? integer
---@field numerator? number
---@field denominator? number
---@field unit? bilan.Unit
---@field cause? string
---@field lower_bound? boolean

---@class bilan.GivenOptions
---@field base? integer  rows that gave the number; no words about rows when both are left out
---@field unknown? integer  rows that should have
---@field decimals? integer  digits shown behind the comma, 0 to 10

---@class bilan.MadeColumnOptions
---@field as? string  name of the column that is made
---@field direction? "ascending"|"descending"

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
---@field includes? bilan.Report[]  reports that `build` adds by `run:include`: their datasets and parameters are its own too
---@field blocking? "warn"|"refuse"  a workbook despite blocking findings, with a warning; or none without --force
---@field schemas? bilan.SchemaDefinition[]  schemas of its own, as in a file of bilan/domain/schemas
---@field vocabularies? bilan.VocabularyDefinition[]  vocabularies of its own, as in a file of bilan/domain/vocabularies
---@field indicators? bilan.IndicatorDefinition[]  indicators of its own, as in a file of bilan/domain/indicators
---@field controls? bilan.AddedControlDefinition[]  further rules for schemas that are there
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
---@field decimals? integer  digits behind the comma, 0 to 10; left out: as the kind has it
---@field total? "none"|"label"|"sum"|"count"|"given"|"formula"|number|bilan.Figure  how it is made, or its value
---@field total_value? number|string|boolean|bilan.Figure
---@field ratio_of? (integer|string)[]  numerator and denominator
---@field formula? bilan.Expression  over columns and parameters of the table, by name: a live formula of the workbook

---@class bilan.CellParameter
---@field name string  what formulas call it
---@field label string|bilan.Words
---@field value number
---@field kind? bilan.ColumnKind

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
---@field neutral? integer|string  of `likert`: the column of the middle of the scale
---@field neutral_apart? boolean  of `likert`: beside the others instead of half on each side
---@field favourable? integer  of `likert`: how many of the last columns are; half of them when left out
---@field totals? (integer|string)[]  of `waterfall`: rows that are levels, by place or by words

---@class bilan.TableOptions
---@field id string
---@field title string|bilan.Words
---@field sheet? string|bilan.Words  name of the sheet; the title when left out
---@field below? string  id of a table made before: stands below it, on its sheet, instead of a sheet of its own
---@field subtitle? string|bilan.Words
---@field base? string|bilan.Words
---@field source? string|bilan.Words
---@field notes? (string|bilan.Words)[]
---@field columns? bilan.ColumnOptions[]  beside `data`: further columns of formulas
---@field rows? table[]
---@field data? bilan.Groups|bilan.Crossing|bilan.Query  instead of columns and rows
---@field headers? table<string, string|bilan.Words>  of the columns that `data` makes, by their names
---@field totals? boolean  a last row: sums where they add up, else the measure over all rows, and the row is « Ensemble »; of listed rows the sums of counts and euros
---@field chart? bilan.ChartOptions
---@field charts? bilan.ChartOptions[]
---@field parameters? bilan.CellParameter[]  cells above the table that its reader may change
---@field heat? (integer|string)[]  columns shaded by value, on one scale
)lua";

} // namespace

std::string option_types()
{
    return alias("bilan.Unit", unit_names()) + alias("bilan.ColumnKind", column_kind_names()) +
           alias("bilan.ChartKind", chart_kind_names()) + alias("bilan.ReadType", read_type_names()) + classes +
           domain_types();
}

} // namespace bilan::script
