// SPDX-License-Identifier: MPL-2.0
#include "script/api/run_pages.hpp"

#include "script/api/failure.hpp"
#include "script/api/limit_met.hpp"
#include "script/api/table_page.hpp"
#include "script/api/table_warnings.hpp"
#include "script/journal.hpp"
#include "script/mistake.hpp"
#include "script/modules.hpp"
#include "script/state.hpp"

#include <lua.hpp>

#include <algorithm>
#include <new>

namespace bilan::script {

namespace {

using Run = std::shared_ptr<Session>;

constexpr std::size_t most_first_page_charts = 2;

/// From 0, of the chart that a script names by its place; the first when it names none.
std::size_t place_of(const std::optional<std::int64_t>& chart)
{
    return static_cast<std::size_t>(std::max<std::int64_t>(chart.value_or(1), 1)) - 1;
}

/// Rows that end before their columns do are read as written, and said.
void say_short_rows(const Caller& caller, const TableOptions& options)
{
    const ShortRows& rows = options.short_rows;
    if (rows.count == 0) return;
    warn(caller, {"BIL-836",
                  {options.id, std::to_string(rows.count), std::to_string(rows.first), std::to_string(rows.cells),
                   std::to_string(options.columns.size())}});
}

struct Found {
    workbook::Page* page = nullptr;
    workbook::Table* table = nullptr;
};

/// The table of that id and its page; nothing when a part that failed took it away, or there is none.
Found find_table(BuiltReport& built, const std::string& id)
{
    for (auto page = built.pages.rbegin(); page != built.pages.rend(); ++page)
        for (workbook::Block& block : page->blocks)
            if (auto* const table = std::get_if<workbook::Table>(&block); table != nullptr && table->id == id)
                return {&*page, table};
    return {};
}

/// Adds a page, or its table to the page of another table.
workbook::Table& add_page(Session& session, const TableOptions& options)
{
    const Found above = options.below.empty() ? Found{} : find_table(session.built, options.below);
    if (!options.below.empty() && above.page == nullptr) throw Mistake("BIL-115", {options.below}, options.below);
    workbook::Page page = page_of(session, options);
    session.last_table = options.id;
    if (above.page == nullptr) {
        session.built.pages.push_back(std::move(page));
        return std::get<workbook::Table>(session.built.pages.back().blocks.back());
    }
    above.page->blocks.push_back(std::move(page.blocks.front()));
    return std::get<workbook::Table>(above.page->blocks.back());
}

/// What stands on the pages before a part, to go back to when it fails.
class Standing {
public:
    explicit Standing(const BuiltReport& built)
    {
        for (const workbook::Page& page : built.pages) blocks_.push_back(page.blocks.size());
    }

    void restore(BuiltReport& built) const
    {
        built.pages.resize(blocks_.size());
        for (std::size_t at = 0; at < blocks_.size(); ++at) {
            std::vector<workbook::Block>& blocks = built.pages[at].blocks;
            blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(blocks_[at]), blocks.end());
        }
    }

private:
    std::vector<std::size_t> blocks_;
};

/// What a table takes outside Lua: its cells and its words.
std::uint64_t bytes_of(const TableOptions& options)
{
    constexpr std::uint64_t times = 2; // once in the model, once laid out
    constexpr std::uint64_t cell = times * sizeof(workbook::Value);
    constexpr std::uint64_t cells_of_a_trace = 8; // the line of a figure in Traçabilité
    constexpr std::uint64_t trace = cells_of_a_trace * sizeof(workbook::Value);
    const std::uint64_t columns = options.columns.size() + options.formulas.size();
    std::uint64_t bytes = options.text_bytes + options.rows.size() * columns * cell;
    for (const auto& row : options.rows)
        for (const workbook::Value& value : row)
            if (const auto* const figure = std::get_if<data::Figure>(&value)) bytes += weight_of(*figure) + trace;
    if (options.groups != nullptr) {
        for (const data::FigureColumn& column : options.groups->groups.columns)
            for (const data::Figure& figure : column.figures) bytes += cell + weight_of(figure) + trace;
    }
    if (options.query != nullptr)
        bytes += options.query->query().rows()->size() * options.query->query().field_names().size() * cell;
    const auto add = [&](const base::Words& words) { bytes += words.french.size() + words.english.size(); };
    for (const base::Words& words :
         {options.title, options.sheet, options.subtitle, options.base_words, options.source})
        add(words);
    for (const base::Words& note : options.notes) {
        check_length(note, most_characters, "notes");
        add(note);
    }
    for (const ColumnOptions& column : options.columns) add(column.header);
    return bytes;
}

} // namespace

void pages::table(const Caller& caller, const Run& self, const TableOptions& options)
{
    constexpr std::size_t most_tables = 2'000; // more sheets than anybody turns
    if (self->table_ids.size() >= most_tables)
        end_at_limit(caller, Mistake("BIL-795", {std::to_string(most_tables)}, "table"));
    constexpr std::size_t most_charts = 50; // of one table: more than its sheet shows
    if (options.charts.size() > most_charts)
        throw Mistake("BIL-076", {options.id, std::to_string(options.charts.size()), std::to_string(most_charts)},
                      "charts");
    if (!self->table_ids.insert(options.id).second) {
        if (!self->heading.empty()) throw Mistake("BIL-896", {options.id, self->heading}, options.id);
        throw Mistake("BIL-684", {options.id}, options.id);
    }
    self->table_bytes += options.text_bytes;
    if (self->table_bytes > self->inputs.limits.memory_bytes) throw std::bad_alloc(); // which ends the script
    self->take_bytes(bytes_of(options), "table");
    say_short_rows(caller, options);
    say_odd_cells(caller, options);
    say_other_perimeter(caller, options);
    if (auto said = words_of_repaired_name(*self, options))
        write_line(caller.state, {"warning", std::move(*said), caller.file, caller.line});
    self->charts[options.id] = options.charts.size();
    self->built.lists_rows |= options.query != nullptr && !options.query->query().rows()->empty();
    workbook::Table& made = add_page(*self, options);
    say_mixed_years(caller, *self, options, made);
    say_counted_twice(*self, options, made);
    say_other_maps(caller, *self, options, made);
    note_rows_on_both_sides(*self, options, made);
    say_keys_alike(caller, *self, options);
}

/// A part that fails has a page that says why; the parts after it go on.
void pages::part(const Caller& caller, const Run& self, const base::Words& name,
                 const std::shared_ptr<FunctionReference>& block)
{
    const Standing before(self->built);
    try {
        self->state.protect([&](lua_State* lua) {
            block->push(lua);
            lua_call(lua, 0, 0);
        });
    } catch (const base::Error& error) {
        if (self->state.budget().ended()) throw; // a limit ends the whole report
        before.restore(self->built);
        add_failure(self->built, self->in_language(name), error, self->inputs.language);
        constexpr std::size_t most_failures = 100; // nobody mends more at a time, and each has a sheet
        if (self->built.failures.size() >= most_failures)
            end_at_limit(caller, Mistake("BIL-093", {std::to_string(most_failures)}, "part"));
    }
}

/// Builds another report into this workbook. Its tables are kept, its first page is not; its warnings are for the
/// report that includes it, which says them where they can be read.
std::optional<std::vector<std::string>> pages::include(const Run& self, const std::shared_ptr<ReportObject>& report,
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
    const Standing before(self->built);
    try {
        const ModuleScope within(self->state, report->module_scope);
        self->state.protect([&](lua_State* lua) {
            lua_rawgeti(lua, LUA_REGISTRYINDEX, report->build);
            push_object(lua, self);
            lua_call(lua, 1, 0);
        });
    } catch (const base::Error& error) {
        if (self->state.budget().ended()) throw; // a limit ends the whole report
        before.restore(self->built);
        add_failure(self->built, self->heading, error, self->inputs.language);
    }
    const auto own = self->built.warnings.begin() + static_cast<std::ptrdiff_t>(warnings);
    std::vector<std::string> said(own, self->built.warnings.end());
    self->built.warnings.resize(warnings);
    self->heading = heading;
    self->known_figures = known;
    return said;
}

void pages::note(const Run& self, const base::Words& words)
{
    workbook::Table* const table = find_table(self->built, self->last_table).table;
    if (table == nullptr) throw Mistake("BIL-685", {}, "note");
    constexpr std::size_t most_notes = 200;
    if (table->notes.size() >= most_notes) throw Mistake("BIL-995", {std::to_string(most_notes)}, "note");
    check_length(words, most_characters, "note");
    table->notes.push_back(self->in_language(words));
}

void pages::warning(const Run& self, const base::Words& words)
{
    constexpr std::size_t most_warnings = 500;
    if (self->built.warnings.size() >= most_warnings)
        throw Mistake("BIL-994", {std::to_string(most_warnings)}, "warning");
    check_length(words, most_characters, "warning");
    self->built.warnings.push_back(self->in_language(words));
}

bool pages::has_chart(const Run& self, const std::string& id, const std::optional<std::int64_t>& chart)
{
    const auto found = self->charts.find(id);
    return found != self->charts.end() && place_of(chart) < found->second;
}

void pages::chart_on_first_page(const Run& self, const std::string& id, const std::optional<std::int64_t>& chart)
{
    if (!has_chart(self, id, chart)) throw Mistake("BIL-686", {id}, id);
    const std::size_t index = place_of(chart);
    if (!self->heading.empty()) return; // an included report has no first page of its own
    if (self->built.first_page_charts.size() >= most_first_page_charts) throw Mistake("BIL-687", {}, id);
    self->built.first_page_charts.push_back({id, index});
}

} // namespace bilan::script
