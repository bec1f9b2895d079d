// SPDX-License-Identifier: MPL-2.0
#include "script/console.hpp"

#include "base/text.hpp"
#include "script/api/interface.hpp"
#include "script/api/session.hpp"
#include "script/api/shown_value.hpp"
#include "script/console_completion.hpp"
#include "script/console_entry.hpp"
#include "script/decimal_comma.hpp"
#include "script/dropped_values.hpp"
#include "script/field_logic.hpp"
#include "script/figure_equality.hpp"
#include "script/foreign_signs.hpp"
#include "script/guarded.hpp"
#include "script/nesting.hpp"
#include "script/overrun.hpp"
#include "script/raised.hpp"
#include "script/sandbox.hpp"
#include "script/theme.hpp"
#include "script/value.hpp"

#include <lua.hpp>

#include <algorithm>
#include <new>

namespace bilan::script {

namespace {

const char names_key = 0; ///< the table that entries see as `_ENV`

constexpr const char* chunk_name = "@console";
constexpr std::string_view shown_as = "console";

State::Settings settings_of(const SearchPath& path, const RunInputs& inputs)
{
    State::Settings settings;
    settings.limits = inputs.limits;
    settings.language = inputs.language;
    settings.seed = shown_as;
    settings.path = path;
    return settings;
}

/// `__index` of the names: what the sandbox has, upvalue 1, stands behind what the entries named.
int index_names(lua_State* lua)
{
    lua_settop(lua, 2);
    lua_pushvalue(lua, 2);
    if (lua_rawget(lua, lua_upvalueindex(1)) != LUA_TNIL) return 1;
    const std::string name = lua_type(lua, 2) == LUA_TSTRING ? lua_tostring(lua, 2) : described(lua, 2);
    if (name == "_") throw Mistake("BIL-491", {}, "_");
    if (auto mistake = left_out_name(name)) throw std::move(*mistake);
    throw unknown_name("BIL-617", "BIL-618", name, "", names_in_reach(lua, 1, lua_upvalueindex(1)));
}

/// Leaves the table of names in the registry.
void make_names(lua_State* lua)
{
    lua_newtable(lua);
    lua_newtable(lua);
    push_environment(lua);
    luaL_getmetafield(lua, -1, "__index");
    lua_pushcclosure(lua, &guarded<&index_names>, 1);
    lua_setfield(lua, -3, "__index");
    lua_pop(lua, 1);
    lua_pushliteral(lua, "globals");
    lua_setfield(lua, -2, "__metatable");
    lua_setmetatable(lua, -2);
    lua_rawsetp(lua, LUA_REGISTRYINDEX, &names_key);
}

/// Pushes the function of a chunk, or the compiler's message when this is false.
bool compile(lua_State* lua, const std::string& code)
{
    const int status = luaL_loadbufferx(lua, code.data(), code.size(), chunk_name, "t");
    if (status == LUA_OK) {
        lua_rawgetp(lua, LUA_REGISTRYINDEX, &names_key);
        lua_setupvalue(lua, -2, 1); // `_ENV` is the only upvalue of a chunk
        return true;
    }
    if (status == LUA_ERRSYNTAX) return false;
    Fault fault = State::of(lua).fault_after(status);
    if (!State::of(lua).budget().ended()) {
        fault.file = shown_as;
        name_nesting(fault, code);
    }
    throw ScriptError(fault, State::of(lua).sources());
}

/// True when the compiler wants more than there is.
bool lacks_its_end(lua_State* lua, const std::string& code)
{
    if (compile(lua, code)) return false;
    const std::string said = base::to_utf8(lua_tostring(lua, -1));
    // `rows:count` without brackets: whoever typed it is at the end, and is told so
    return said.ends_with("near <eof>") && said.find("function arguments expected") == std::string::npos;
}

bool is_out_of_memory(State& state)
{
    const auto& ended = state.budget().ended();
    return ended && ended->message.code == "BIL-672";
}

/// Pushes the entry as a value when it is one, else as statements.
void push_entry(lua_State* lua, const std::string& entry, int line)
{
    const std::string lines(static_cast<std::size_t>(line - 1), '\n'); // so that Lua counts as the person does
    const std::string whole = lines + entry;
    auto wrong = field_logic(whole, {"f"});
    if (!wrong) wrong = figure_equality(whole);
    if (!wrong) wrong = decimal_comma(whole);
    if (!wrong) wrong = dropped_values(whole);
    if (wrong)
        throw ScriptError({wrong->mistake.message(), wrong->mistake.subject(), std::string(shown_as), wrong->line, {}},
                          State::of(lua).sources());
    if (compile(lua, lines + "return " + entry)) return;
    const std::string of_value = lua_tostring(lua, -1);
    lua_pop(lua, 1);
    if (compile(lua, lines + with_lasting_locals(entry))) return;
    const std::string of_statement = lua_tostring(lua, -1);
    Fault fault = syntax_fault(shown_as, is_meant_as_value(entry, of_statement) ? of_value : of_statement);
    name_foreign_sign(fault, lines + entry);
    throw ScriptError(fault, State::of(lua).sources());
}

} // namespace

/// What lasts from entry to entry, until the memory is full.
struct Console::Work {
    Work(const SearchPath& path, const RunInputs& run, const std::filesystem::path& folder,
         const std::atomic<bool>& interruption);

    const RunInputs& inputs;
    BuiltReport built;
    State state;
    std::shared_ptr<Session> session = std::make_shared<Session>(state, inputs, built);

    void open(lua_State* lua);
    void run(lua_State* lua, const std::string& entry, int line, ConsoleAnswer& answer);
    /// An entry that made pages has them as its answer; else its values are.
    void show_values(lua_State* lua, int values, ConsoleAnswer& answer) const;
    void forget_pages();
};

Console::Work::Work(const SearchPath& path, const RunInputs& run, const std::filesystem::path& folder,
                    const std::atomic<bool>& interruption)
    : inputs(run), state(settings_of(path, run))
{
    for (const auto& schema : inputs.domain->schemas) built.card.datasets.push_back(schema->id);
    built.card.id = shown_as;
    state.report_folder() = folder;
    state.budget().heed(interruption);
    take_themes(state, inputs.themes, *session);
    state.protect([this](lua_State* lua) { open(lua); });
}

/// What every entry starts from. Throws what the library throws.
void Console::Work::open(lua_State* lua)
{
    make_names(lua);
    add_functions(lua, inputs.functions);
    push_entry(lua, "bilan = require 'bilan'; f = bilan.field", 1);
    lua_call(lua, 0, 0);
    lua_rawgetp(lua, LUA_REGISTRYINDEX, &names_key);
    push_object(lua, session);
    lua_setfield(lua, -2, "run");
    for (const auto& [id, dataset] : inputs.datasets) {
        push_object(lua,
                    std::make_shared<QueryObject>(QueryObject{data::Query(dataset, inputs.domain.get()), session}));
        lua_setfield(lua, -2, id.c_str());
    }
}

void Console::Work::run(lua_State* lua, const std::string& entry, int line, ConsoleAnswer& answer)
{
    push_entry(lua, entry, line);
    lua_call(lua, 0, LUA_MULTRET);
    const int values = lua_gettop(lua);
    if (values > 0) {
        lua_rawgetp(lua, LUA_REGISTRYINDEX, &names_key);
        lua_pushvalue(lua, 1);
        lua_setfield(lua, -2, "_");
        lua_settop(lua, values);
    }
    answer.shown = shown_pages(built, inputs.language);
    if (built.pages.empty() && built.key_figures.empty()) show_values(lua, values, answer);
}

void Console::Work::show_values(lua_State* lua, int values, ConsoleAnswer& answer) const
{
    std::vector<Shown> shown;
    for (int at = 1; at <= values; ++at)
        if (values > 1 || !lua_isnil(lua, at)) shown.push_back(shown_value(lua, at, *session));
    answer.shown.insert(answer.shown.begin(), shown.begin(), shown.end()); // warnings of indicators come behind
}

/// Each entry begins with no pages, so that the same table can be tried again.
void Console::Work::forget_pages()
{
    built.pages.clear();
    built.key_figures.clear();
    built.warnings.clear();
    built.failures.clear();
    built.first_page_charts.clear();
    session->table_ids.clear();
    session->charts.clear();
    session->heading.clear();
}

Console::Console(const SearchPath& path, const RunInputs& inputs, const std::filesystem::path& folder)
    : begin_([this, &path, &inputs, folder] { return std::make_unique<Work>(path, inputs, folder, interruption_); }),
      work_(begin_())
{
}

Console::~Console() = default;

bool Console::is_unfinished(const std::string& entry)
{
    bool is_unfinished = false;
    work_->state.protect([&](lua_State* lua) {
        const bool is_whole = compile(lua, "return " + entry) || compile(lua, entry);
        is_unfinished = !is_whole && (lacks_its_end(lua, "return " + entry) || lacks_its_end(lua, entry));
    });
    return is_unfinished;
}

ConsoleAnswer Console::evaluate(const std::string& entry)
{
    ConsoleAnswer answer;
    Work& work = *work_;
    const int line = next_line();
    pass_over(entry);
    work.forget_pages();
    interruption_ = false;
    work.state.start_over();
    try {
        const Watchdog watchdog = watch_over(work.state, work.inputs);
        work.state.protect([&](lua_State* lua) { work.run(lua, entry, line, answer); });
    } catch (const base::Error& error) {
        answer.failures.push_back(error);
    } catch (const std::exception& thrown) {
        const bool lacks_memory = dynamic_cast<const std::bad_alloc*>(&thrown) != nullptr;
        const Mistake mistake =
            lacks_memory ? above_memory(work.state) : raising_of(thrown, std::string(shown_as)).mistake;
        answer.failures.emplace_back(base::ExitCode::script, std::string(shown_as) + ':' + std::to_string(line),
                                     mistake.message());
    }
    answer.failures.insert(answer.failures.begin(), work.built.failures.begin(), work.built.failures.end());
    for (JournalLine& said : work.state.journal()) answer.printed.push_back(std::move(said.text));
    work.state.journal().clear();
    if (is_out_of_memory(work.state)) { // what fills it is among the names: nothing could be run any more
        work_ = begin_();
        work_->state.sources()[std::string(shown_as)].text = lines_;
        answer.failures.emplace_back(base::ExitCode::script, "", base::Message{"BIL-793", {}});
    }
    return answer;
}

void Console::pass_over(const std::string& line)
{
    lines_ += line + '\n';
    work_->state.sources()[std::string(shown_as)].text += line + '\n';
}

int Console::next_line() const
{
    return 1 + static_cast<int>(std::ranges::count(lines_, '\n'));
}

Completion Console::complete(std::string_view text)
{
    Completion completion;
    work_->state.start_over(); // reading a name may run a function of the person's own
    try {
        work_->state.protect([&](lua_State* lua) {
            lua_rawgetp(lua, LUA_REGISTRYINDEX, &names_key);
            completion = completion_of(lua, lua_gettop(lua), before_cursor(text), *work_->session);
        });
    } catch (const base::Error&) {
        return {}; // a name that cannot be read has nothing behind it
    }
    return completion;
}

Shown Console::fields(const std::string& dataset) const
{
    const auto found = work_->inputs.datasets.find(dataset);
    if (found != work_->inputs.datasets.end())
        return shown_fields(found->second->schema(), found->second.get(), work_->inputs.language);
    if (const auto schema = work_->inputs.domain->schema(dataset); schema != nullptr)
        return shown_fields(*schema, nullptr, work_->inputs.language);
    std::vector<std::string> ids;
    for (const auto& schema : work_->inputs.domain->schemas) ids.push_back(schema->id);
    throw base::Error(base::ExitCode::usage, "", unknown_name("BIL-612", "BIL-613", dataset, ":fields", ids).message());
}

} // namespace bilan::script
