// SPDX-License-Identifier: MPL-2.0
//
// `run`: what a report's `build` works with.
#include "script/api/check.hpp"
#include "script/api/failure.hpp"
#include "script/api/groups.hpp"
#include "script/api/key_figures.hpp"
#include "script/api/session.hpp"
#include "script/api/sql.hpp"
#include "script/api/table_page.hpp"
#include "script/bind.hpp"
#include "script/class.hpp"
#include "script/function_reference.hpp"
#include "script/state.hpp"

#include <algorithm>
#include <new>

namespace bilan::script {

/// The parameters of a run as a table that cannot be written to.
struct ParameterTable {
    const std::map<std::string, ParameterValue>* values = nullptr;
};

template <>
struct Value<ParameterTable> {
    static std::string name() { return "table<string, any>"; }
    static void push(lua_State* lua, const ParameterTable& table)
    {
        lua_createtable(lua, 0, static_cast<int>(table.values->size()));
        for (const auto& [name, value] : *table.values) {
            if (std::holds_alternative<std::monostate>(value))
                push_nothing(lua); // declared, and not given
            else
                Value<ParameterValue>::push(lua, value);
            lua_setfield(lua, -2, name.c_str());
        }
        make_read_only(lua, "run.params");
    }
};

namespace {

using Run = std::shared_ptr<Session>;

constexpr std::size_t most_first_page_charts = 2;

std::shared_ptr<QueryObject> dataset(const Run& self, const std::string& id)
{
    const auto found = self->inputs.datasets.find(id);
    const auto& declared = self->built.card.datasets;
    if (std::ranges::find(declared, id) == declared.end())
        throw unknown_name("BIL-681", "BIL-682", id, self->built.card.id, declared);
    if (found == self->inputs.datasets.end()) throw Mistake("BIL-683", {id}, id);
    return std::make_shared<QueryObject>(QueryObject{data::Query(found->second, self->inputs.domain.get()), self});
}

std::optional<std::shared_ptr<QueryObject>> previous(const Run& self, const std::string& id)
{
    const auto& declared = self->built.card.datasets;
    if (std::ranges::find(declared, id) == declared.end())
        throw unknown_name("BIL-681", "BIL-682", id, self->built.card.id, declared);
    const auto found = self->inputs.previous.find(id);
    if (found == self->inputs.previous.end()) return std::nullopt;
    return std::make_shared<QueryObject>(QueryObject{data::Query(found->second, self->inputs.domain.get()), self});
}

std::string limited_to(const Run& self)
{
    return self->inputs.part;
}

bool has_dataset(const Run& self, const std::string& id)
{
    return self->inputs.datasets.contains(id);
}

std::vector<data::Figure> key_figures(const Run& self, const KeyFigureList& list,
                                      const std::optional<std::shared_ptr<QueryObject>>& query)
{
    std::vector<data::Figure> figures;
    for (const KeyFigureItem& item : list.items)
        figures.push_back(add_key_figure(self, item, query.value_or(list.query)));
    return figures;
}

data::Figure indicator(const Run& self, const std::string& id, const std::optional<std::shared_ptr<QueryObject>>& query)
{
    return indicator_figure(self, id, query.value_or(nullptr));
}

void table(const Caller& caller, const Run& self, const TableOptions& options)
{
    constexpr std::size_t most_tables = 2'000; // more sheets than anybody turns
    if (self->built.pages.size() >= most_tables) throw Mistake("BIL-795", {std::to_string(most_tables)}, "table");
    if (!self->table_ids.insert(options.id).second) {
        if (!self->heading.empty()) throw Mistake("BIL-896", {options.id, self->heading}, options.id);
        throw Mistake("BIL-684", {options.id}, options.id);
    }
    self->table_bytes += options.text_bytes;
    if (self->table_bytes > self->inputs.limits.memory_bytes) throw std::bad_alloc(); // which ends the script
    if (options.short_rows.count > 0) {
        const ShortRows& rows = options.short_rows;
        const base::Message message{"BIL-836",
                                    {options.id, std::to_string(rows.count), std::to_string(rows.first),
                                     std::to_string(rows.cells), std::to_string(options.columns.size())}};
        caller.state.journal().push_back(
            {"warning", base::render(message, caller.state.language()), caller.file, caller.line});
    }
    if (auto said = words_of_repaired_name(*self, options))
        caller.state.journal().push_back({"warning", std::move(*said), caller.file, caller.line});
    self->charts[options.id] = options.charts.size();
    self->built.pages.push_back(page_of(*self, options));
}

/// A part that fails has a page that says why; the parts after it go on.
void part(const Run& self, const base::Words& name, const std::shared_ptr<FunctionReference>& block)
{
    const std::size_t pages = self->built.pages.size();
    try {
        self->state.protect([&](lua_State* lua) {
            block->push(lua);
            lua_call(lua, 0, 0);
        });
    } catch (const base::Error& error) {
        if (self->state.budget().ended()) throw; // a limit ends the whole report
        self->built.pages.resize(pages);
        add_failure(self->built, self->in_language(name), error, self->inputs.language);
    }
}

/// Builds another report into this workbook. Its tables are kept, its first page is not; its warnings are for the
/// report that includes it, which says them where they can be read.
std::optional<std::vector<std::string>> include(const Run& self, const std::shared_ptr<ReportObject>& report,
                                                const std::optional<base::Words>& name)
{
    const bool has_rows = std::ranges::any_of(report->card.datasets, [&](const std::string& schema) {
        const auto found = self->inputs.datasets.find(schema);
        return found != self->inputs.datasets.end() && found->second->rows() > 0;
    });
    if (!has_rows) return std::nullopt;
    for (const ParameterCard& parameter : report->card.parameters)
        if (!self->parameters.contains(parameter.name)) throw Mistake("BIL-769", {report->card.id}, "include");
    const std::string heading = std::exchange(self->heading, self->in_language(name.value_or(report->card.title)));
    const std::deque<KnownFigure> known = std::exchange(self->known_figures, {});
    const std::size_t warnings = self->built.warnings.size();
    const std::size_t pages = self->built.pages.size();
    try {
        self->state.protect([&](lua_State* lua) {
            lua_rawgeti(lua, LUA_REGISTRYINDEX, report->build);
            push_object(lua, self);
            lua_call(lua, 1, 0);
        });
    } catch (const base::Error& error) {
        if (self->state.budget().ended()) throw; // a limit ends the whole report
        self->built.pages.resize(pages);
        add_failure(self->built, self->heading, error, self->inputs.language);
    }
    const auto own = self->built.warnings.begin() + static_cast<std::ptrdiff_t>(warnings);
    std::vector<std::string> said(own, self->built.warnings.end());
    self->built.warnings.resize(warnings);
    self->heading = heading;
    self->known_figures = known;
    return said;
}

void note(const Run& self, const base::Words& words)
{
    auto* const table =
        self->built.pages.empty() ? nullptr : std::get_if<workbook::Table>(&self->built.pages.back().blocks.front());
    if (table == nullptr) throw Mistake("BIL-685", {}, "note");
    constexpr std::size_t most_notes = 200;
    if (table->notes.size() >= most_notes) throw Mistake("BIL-995", {std::to_string(most_notes)}, "note");
    table->notes.push_back(self->in_language(words));
}

std::shared_ptr<QueryObject> read(const Run& self, const std::string& file, const std::optional<ReadOptions>& options)
{
    return read_table(self, file, options.value_or(ReadOptions{}));
}

std::shared_ptr<QueryObject> sql(const Caller& caller, const Run& self, const std::string& statement,
                                 const std::optional<SqlTables>& tables)
{
    return sql_rows(caller, self, statement, tables.value_or(SqlTables{}));
}

void warning(const Run& self, const base::Words& words)
{
    constexpr std::size_t most_warnings = 500;
    if (self->built.warnings.size() >= most_warnings)
        throw Mistake("BIL-994", {std::to_string(most_warnings)}, "warning");
    self->built.warnings.push_back(self->in_language(words));
}

void chart_on_first_page(const Run& self, const std::string& id, const std::optional<std::int64_t>& chart)
{
    const auto found = self->charts.find(id);
    const auto index = static_cast<std::size_t>(std::max<std::int64_t>(chart.value_or(1), 1)) - 1;
    if (found == self->charts.end() || index >= found->second) throw Mistake("BIL-686", {id}, id);
    if (!self->heading.empty()) return; // an included report has no first page of its own
    if (self->built.first_page_charts.size() >= most_first_page_charts) throw Mistake("BIL-687", {}, id);
    self->built.first_page_charts.push_back({id, index});
}

std::string indicator_label(const Run& self, const std::string& id)
{
    return self->in_language(indicator_of(*self, id).label);
}

std::string supposed(const Run& self, const std::string& id, const std::shared_ptr<QueryObject>& query)
{
    return supposition(self, id, query);
}

std::shared_ptr<MeasureObject> measure(const Run& self, const std::string& id)
{
    return std::make_shared<MeasureObject>(measure_of(*self, indicator_of(*self, id)));
}

std::string reliability_of(const Run& self, const data::Figure& figure)
{
    return reliability(*self, figure);
}

data::Figure share(const Run& self, const std::string& id, const FigureOrNumber& part, const FigureOrNumber& whole)
{
    return share_of(*self, id, part, whole);
}

std::string text(const Run& self, const base::Words& words)
{
    return self->in_language(words);
}

std::string label(const Run& self, const std::string& vocabulary, const std::string& term)
{
    const data::Vocabulary* known =
        self->inputs.domain == nullptr ? nullptr : self->inputs.domain->vocabulary(vocabulary);
    if (known != nullptr) return self->label_of(known, term);
    std::vector<std::string> ids;
    if (self->inputs.domain != nullptr)
        for (const auto& each : self->inputs.domain->vocabularies) ids.push_back(each->id);
    throw unknown_name("BIL-612", "BIL-613", vocabulary, "bilan/domain/vocabularies", ids);
}

ParameterTable params(const Run& self)
{
    return {&self->parameters};
}
std::string territory(const Run& self)
{
    return self->inputs.territory;
}
std::string profile(const Run& self)
{
    return self->inputs.profile;
}
std::int64_t files(const Run& self)
{
    return static_cast<std::int64_t>(self->inputs.files);
}
std::string language(const Run& self)
{
    return self->inputs.language == base::Language::french ? "fr" : "en";
}
std::optional<std::int64_t> year(const Run& self)
{
    if (!self->inputs.year) return std::nullopt;
    return *self->inputs.year;
}

} // namespace

const GroupRecord& run_class()
{
    static const GroupRecord record = group(
        "bilan.Run", "What a report's `build` works with.",
        {property<&params>("params", "Parameters by name, given or initial."),
         property<&year>("year", "The exercise; nil when the run has none."),
         property<&territory>("territory", "The territory, as it is to be written."),
         property<&profile>("profile", "`interne`, `partenaires` or `public`."),
         property<&language>("language", "`fr` or `en`."),
         property<&files>("files", "Number of partner files read."),
         method<&dataset>("dataset", "All rows of a dataset that the report declares.", {{"id", "`emploi`"}}),
         method<&has_dataset>("has_dataset", "True when the inputs gave this dataset.", {{"id", "`emploi`"}}),
         property<&limited_to>("limited_to",
                               "What this workbook is limited to (`--split`); empty when it is everything."),
         method<&previous>("previous",
                           "Rows of the year before, from the workbook given by `--previous`; nil when there is none.",
                           {{"id", "`emploi`"}}),
         method<&read>(
             "read",
             "Rows of a further file: of an input, or of a file of the report's or campaign's folder. "
             "Fields are named after the headers, types are those of the columns.",
             {{"file", "its name: `budget.xlsx`"},
              {"options", "`sheet`: its name; `header`: row of the headers, from 1; `as`: its name for `sql`"}}),
         method<&sql>("sql",
                      "Rows of one SELECT over the datasets of the report and the tables that were read. Unknown "
                      "values are NULL; sources end here.",
                      {{"statement", "`[[SELECT porteur, sum(benef_total) AS benef FROM emploi GROUP BY porteur]]`"},
                       {"tables", "further tables by name: `{ choisies = query }`"}}),
         method<&part>("part", "A part of the report: when it fails, its sheet says why and the others stand.",
                       {{"name", "name of the sheet then"}, {"block", "a function that calls `run:table`"}}),
         method<&indicator>("indicator", "The figure of an indicator, whose definition goes to the sheet Méthode.",
                            {{"id", "`EMP05`"}, {"query", "rows; those of the run's year when left out"}}),
         method<&indicator_label>("indicator_label", "The label of an indicator in the run's language.",
                                  {{"id", "`EMP05`"}}),
         method<&supposed>("supposition",
                           "What an indicator takes for given where a partner says nothing, and in how many rows.",
                           {{"id", "`EMP06`"}, {"query", "rows; those of the run's year when left out"}}),
         method<&measure>("measure", "The measure of an indicator, to use in `group` or `cross`.", {{"id", "`EMP05`"}}),
         method<&reliability_of>("reliability", "One word for a table: solid, fragile, minimum or not computable.",
                                 {{"figure", "any figure"}}),
         method<&share>("share", "A part of a whole as a rate, noted in the sheet Méthode.",
                        {{"id", "what the line is called"}, {"part", "above the bar"}, {"whole", "below the bar"}}),
         method<&key_figures>("key_figures", "Puts figures on the first page, in this order.",
                              {{"list", "ids of indicators, or `{ id, label, figure, note }`"},
                               {"query", "rows of the indicators; those of the run's year when left out"}}),
         method<&table>("table", "A sheet with one table.",
                        {{"options", "`id`, `title`, and `columns` with `rows`, or `data` of a grouping or crossing"}}),
         method<&include>(
             "include",
             "Another report's tables, as they are in its own workbook, its sheets under its name. Gives the "
             "warnings of its first page, to be said here; nil when the inputs hold none of its rows. Name "
             "it in `includes` of the definition.",
             {{"report", "what `require` gives: `require \"emploi\"`"},
              {"name", "in front of its sheets; its title when left out"}}),
         method<&note>("note", "A note under the last table.", {{"words", "a text, or `{ fr = …, en = … }`"}}),
         method<&warning>("warning", "A warning on the first page.", {{"words", "a text, or `{ fr = …, en = … }`"}}),
         method<&chart_on_first_page>("chart_on_first_page", "Shows a chart of a table on the first page too.",
                                      {{"table", "id of the table"}, {"chart", "which one, from 1"}}),
         method<&text>("text", "The words in the run's language.", {{"words", "`{ fr = …, en = … }`"}}),
         method<&label>("label", "The label of a term in the run's language.",
                        {{"vocabulary", "id of a vocabulary"}, {"term", "id of a term"}})});
    return record;
}

} // namespace bilan::script
