// SPDX-License-Identifier: MPL-2.0
//
// `run`: what a report's `build` works with.
#include "base/text.hpp"
#include "script/api/check.hpp"
#include "script/api/groups.hpp"
#include "script/api/key_figures.hpp"
#include "script/api/mixed_years.hpp"
#include "script/api/run_pages.hpp"
#include "script/api/session.hpp"
#include "script/api/sql.hpp"
#include "script/bind.hpp"
#include "script/class.hpp"
#include "script/state.hpp"

#include <algorithm>

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

std::shared_ptr<QueryObject> dataset(const Run& self, const std::string& id)
{
    const auto found = self->inputs.datasets.find(id);
    const auto& declared = self->built.card.datasets;
    if (std::ranges::find(declared, id) == declared.end())
        throw unknown_name("BIL-681", "BIL-682", id, self->built.card.id, declared);
    if (found == self->inputs.datasets.end() && !self->inputs.part.empty())
        throw Mistake("BIL-438", {id, self->inputs.part}, id);
    if (found == self->inputs.datasets.end()) throw Mistake("BIL-683", {id}, id);
    return std::make_shared<QueryObject>(QueryObject{data::Query(found->second, self->inputs.domain.get()), self});
}

std::optional<std::shared_ptr<QueryObject>> previous(const Run& self, const std::string& id)
{
    const auto& declared = self->built.card.datasets;
    if (std::ranges::find(declared, id) == declared.end())
        throw unknown_name("BIL-681", "BIL-682", id, self->built.card.id, declared);
    self->built.asked_for_previous = true;
    const auto found = self->inputs.previous.find(id);
    if (found == self->inputs.previous.end()) return std::nullopt;
    const data::Query rows(found->second, self->inputs.domain.get());
    return std::make_shared<QueryObject>(QueryObject{rows.known_as_chosen_by({std::string(year_field)}), self});
}

std::string limited_to(const Run& self)
{
    return self->inputs.part;
}

bool has_dataset(const Run& self, const std::string& id)
{
    const auto found = self->inputs.datasets.find(id);
    return found != self->inputs.datasets.end() && found->second->rows() > 0;
}

bool has_param(const Run& self, const std::string& name)
{
    return self->parameters.contains(name);
}

std::vector<data::Figure> key_figures(const Caller& caller, const Run& self, const KeyFigureList& list,
                                      const std::optional<std::shared_ptr<QueryObject>>& query)
{
    std::vector<data::Figure> figures;
    for (const KeyFigureItem& item : list.items)
        figures.push_back(add_key_figure(caller, self, item, query.value_or(list.query)));
    return figures;
}

data::Figure indicator(const Run& self, const std::string& id, const std::optional<std::shared_ptr<QueryObject>>& query)
{
    return indicator_figure(self, id, query.value_or(nullptr));
}

std::shared_ptr<QueryObject> read(const Caller& caller, const Run& self, const std::string& file,
                                  const std::optional<ReadOptions>& options)
{
    return read_table(caller, self, file, options.value_or(ReadOptions{}));
}

std::shared_ptr<QueryObject> sql(const Caller& caller, const Run& self, const std::string& statement,
                                 const std::optional<SqlTables>& tables)
{
    return sql_rows(caller, self, statement, tables.value_or(SqlTables{}));
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

std::string reliability_of(const Run& self, const data::Figure& figure, const std::optional<std::string>& id)
{
    return reliability(*self, figure, id);
}

data::Figure share(const Caller& caller, const Run& self, const std::string& id, const FigureOrNumber& part,
                   const FigureOrNumber& whole)
{
    return share_of(caller, *self, id, part, whole);
}

std::string text(const Run& self, const base::Words& words)
{
    return self->in_language(words);
}

/// A slip in the name of a term. Rows may hold what is none: it is shown as it is.
void refuse_misspelt_term(const data::Vocabulary& vocabulary, const std::string& term)
{
    std::vector<std::string> terms;
    for (const data::Term& known : vocabulary.terms) terms.push_back(known.id);
    if (vocabulary.open || std::ranges::find(terms, term) != terms.end()) return;
    if (const auto meant = base::nearest(term, terms))
        throw misspelt_name("BIL-017", term, *meant, vocabulary.id, terms);
}

std::string label(const Run& self, const std::string& vocabulary, const std::string& term)
{
    if (vocabulary == "territoire" && self->inputs.quarter_name) {
        const std::string name = self->inputs.quarter_name(term);
        if (!name.empty()) return name + " (" + term + ")";
    }
    const data::Vocabulary* known =
        self->inputs.domain == nullptr ? nullptr : self->inputs.domain->vocabulary(vocabulary);
    if (known != nullptr) {
        refuse_misspelt_term(*known, term);
        return self->label_of(known, term);
    }
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
         method<&has_param>(
             "has_param",
             "True when this report, or the one that includes it, declares this parameter, given or not: "
             "`params` has no other. For indicators and modules that several reports use.",
             {{"name", "`population_qpv`"}}),
         property<&year>("year", "The exercise; nil when the run has none."),
         property<&territory>("territory", "The territory, as it is to be written."),
         property<&profile>("profile", "`interne`, `partenaires` or `public`."),
         property<&language>("language", "`fr` or `en`."),
         property<&files>("files", "Number of partner files read."),
         method<&dataset>("dataset", "All rows of a dataset that the report declares.", {{"id", "`emploi`"}}),
         method<&has_dataset>("has_dataset", "True when the inputs gave rows of this dataset.", {{"id", "`emploi`"}}),
         property<&limited_to>("limited_to",
                               "What this workbook is limited to (`--split`); empty when it is everything."),
         method<&previous>("previous",
                           "Rows of the year before, from the workbook given by `--previous`; nil when there is none.",
                           {{"id", "`emploi`"}}),
         method<&read>(
             "read",
             "Rows of a further file: of an input, or of a file of the report's or campaign's folder. "
             "Fields are named after the headers, types are those of the columns: amounts in k€ become euros, texts "
             "that are all days are dates, « 007 » is a code. Rows that say « Total » and notes are set aside, and "
             "said "
             "in the journal.",
             {{"file", "its name: `budget.xlsx`"},
              {"options",
               "`sheet`: its name; `header`: row of the headers, from 1; `as`: its name for `sql`; `totals`: "
               "true keeps rows that say total; `types`: what a column is, where its cells do not show it: `{ canton "
               "= \"code\" }`"}}),
         method<&sql>("sql",
                      "Rows of one SELECT over the datasets of the report and the tables that were read. Unknown "
                      "values are NULL; sources end here.",
                      {{"statement", "`[[SELECT porteur, sum(benef_total) AS benef FROM emploi GROUP BY porteur]]`"},
                       {"tables", "further tables by name: `{ choisies = query }`"}}),
         method<&pages::part>("part", "A part of the report: when it fails, its sheet says why and the others stand.",
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
                                 {{"figure", "any figure"},
                                  {"id", "what it is the figure of: a share of more than 100 % is then to be checked, "
                                         "unless this indicator `may_exceed`"}}),
         method<&share>("share",
                        "A part of a whole as a rate, noted in the sheet Méthode. Other units, and a part above its "
                        "whole, are warned of.",
                        {{"id", "what the line is called"}, {"part", "above the bar"}, {"whole", "below the bar"}}),
         method<&key_figures>("key_figures", "Puts figures on the first page, in this order.",
                              {{"list", "ids of indicators, or `{ id, label, figure, note }`"},
                               {"query", "rows of the indicators; those of the run's year when left out"}}),
         method<&pages::table>(
             "table", "A sheet with one table.",
             {{"options", "`id`, `title`, and `columns` with `rows`, or `data` of a grouping or crossing"}}),
         method<&pages::include>(
             "include",
             "Another report's tables, as they are in its own workbook, its sheets under its name. Gives the "
             "warnings of its first page, to be said here; nil when the inputs hold none of its rows. Name "
             "it in `includes` of the definition. A module that both require is loaded for each apart; those of "
             "`bilan` are one and the same.",
             {{"report", "what `require` gives of a standard report or one beside this one: `require \"emploi\"`"},
              {"name", "in front of its sheets; its title when left out"}}),
         method<&pages::note>("note", "A note under the last table.", {{"words", "a text, or `{ fr = …, en = … }`"}}),
         method<&pages::warning>("warning", "A warning on the first page.",
                                 {{"words", "a text, or `{ fr = …, en = … }`"}}),
         method<&pages::chart_on_first_page>("chart_on_first_page", "Shows a chart of a table on the first page too.",
                                             {{"table", "id of the table"}, {"chart", "which one, from 1"}}),
         method<&pages::has_chart>(
             "has_chart",
             "True when a table made so far, of this report or of one that it includes, has this chart: "
             "`chart_on_first_page` takes no other.",
             {{"table", "id of the table"}, {"chart", "which one, from 1"}}),
         method<&text>("text", "The words in the run's language.", {{"words", "`{ fr = …, en = … }`"}}),
         method<&label>("label", "The label of a term in the run's language.",
                        {{"vocabulary", "id of a vocabulary"}, {"term", "id of a term"}})});
    return record;
}

} // namespace bilan::script
