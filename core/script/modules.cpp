// SPDX-License-Identifier: MPL-2.0
#include "script/modules.hpp"

#include "base/mapped_file.hpp"
#include "base/text.hpp"
#include "script/api/interface.hpp"
#include "script/api/objects.hpp"
#include "script/decimal_comma.hpp"
#include "script/dropped_values.hpp"
#include "script/excerpt.hpp"
#include "script/field_logic.hpp"
#include "script/figure_equality.hpp"
#include "script/foreign_signs.hpp"
#include "script/journal.hpp"
#include "script/lost_results.hpp"
#include "script/lua_tokens.hpp"
#include "script/module_search.hpp"
#include "script/nesting.hpp"
#include "script/open_blocks.hpp"
#include "script/sandbox.hpp"
#include "script/state.hpp"
#include "script/value.hpp"

#include <lua.hpp>

#include <algorithm>

namespace bilan::script {

namespace {

constexpr std::size_t longest_script = std::size_t{4} << 20U;
constexpr std::string_view host_module = "bilan.host";
const char loaded_key = 0;

std::string read_text(const std::filesystem::path& file, const std::string& shown)
{
    const base::MappedFile mapped(file);
    const auto bytes = mapped.bytes();
    if (bytes.size() > longest_script)
        throw file_error(shown, file, {"BIL-634", {std::to_string(longest_script >> 20U)}});
    std::string text(bytes.size(), '\0');
    std::ranges::transform(bytes, text.begin(), [](std::byte byte) { return static_cast<char>(byte); });
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    if (text.starts_with(LUA_SIGNATURE[0]) || !base::is_utf8(text)) throw file_error(shown, file, {"BIL-635", {}});
    return text;
}

/// Letters, digits, `_` and dots between them: nothing that could be a path.
bool is_module_name(std::string_view name)
{
    const auto is_plain = [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') || letter == '_';
    };
    const auto parts = base::split(name, '.');
    return !name.empty() && name.size() < 200 && std::ranges::all_of(parts, [&](std::string_view part) {
        return !part.empty() && std::ranges::all_of(part, is_plain);
    });
}

/// The modules that are loaded: the library's are the same for all.
void push_loaded(lua_State* lua, std::string_view name)
{
    const int scope = is_of_library(name) ? 0 : State::of(lua).module_scope();
    if (scope != 0) {
        lua_rawgeti(lua, LUA_REGISTRYINDEX, scope);
        return;
    }
    if (lua_rawgetp(lua, LUA_REGISTRYINDEX, &loaded_key) == LUA_TTABLE) return;
    lua_pop(lua, 1);
    lua_newtable(lua);
    lua_pushvalue(lua, -1);
    lua_rawsetp(lua, LUA_REGISTRYINDEX, &loaded_key);
}

/// `bilan.report {`: a module that declares a report, which another includes.
bool declares_report(std::string_view code)
{
    std::string_view before;
    for (auto token = next_token(code, 0); token; token = next_token(code, token->end)) {
        if (before == "." && token->inside == "report" && token->kind == TokenKind::word) return true;
        if (token->kind != TokenKind::comment) before = token->kind == TokenKind::text ? "" : token->inside;
    }
    return false;
}

/// Marks a module as being loaded.
struct Loading {
    Loading(State& of_state, const Module& module, const std::string& name)
        : state(of_state), place(place_of(module.file))
    {
        if (!state.loading().insert(place).second) throw Mistake("BIL-636", {name}, name);
    }
    Loading(const Loading&) = delete;
    Loading& operator=(const Loading&) = delete;
    ~Loading() { state.loading().erase(place); }

    State& state;
    std::string place;
};

/// Leaves what the module gives on the stack.
void load_module(lua_State* lua, const Module& module)
{
    State& state = State::of(lua);
    push_chunk(lua, module.file, module.shown);
    const bool is_report = !module.is_library && declares_report(state.sources()[module.shown].text);
    if (!is_report) {
        lua_pushvalue(lua, 1);
        lua_call(lua, 1, 1);
        return;
    }
    lua_newtable(lua);
    const int scope = luaL_ref(lua, LUA_REGISTRYINDEX);
    const ModuleScope within(state, scope);
    lua_pushvalue(lua, 1);
    lua_call(lua, 1, 1);
    if (const auto* report = to_object<ReportObject>(lua, -1); report != nullptr) (*report)->module_scope = scope;
}

} // namespace

std::string shown_name(const std::filesystem::path& file)
{
    return shown_name(file.has_parent_path() ? file.parent_path() : std::filesystem::path("."), file);
}

std::string shown_name(const std::filesystem::path& library, const std::filesystem::path& file)
{
    const std::filesystem::path whole = std::filesystem::absolute(library).lexically_normal();
    const std::filesystem::path folder = whole.filename().empty() ? whole.parent_path().filename() : whole.filename();
    const auto relative = std::filesystem::absolute(file).lexically_normal().lexically_relative(whole);
    return (folder / relative).generic_string();
}

base::Error file_error(const std::string& shown, const std::filesystem::path& file, base::Message message)
{
    base::Error error(base::ExitCode::script, shown, std::move(message));
    error.stand_at(file.string());
    return error;
}

ScriptError mistake_in(const std::filesystem::path& file, const Mistake& mistake)
{
    const std::string shown = shown_name(file);
    const Sources sources{{shown, {read_text(file, shown), file.string()}}};
    return {{mistake.message(), mistake.subject(), shown, line_of(mistake, sources.at(shown).text), {}}, sources};
}

void push_chunk(lua_State* lua, const std::filesystem::path& file, const std::string& shown)
{
    State& state = State::of(lua);
    const std::string& text = (state.sources()[shown] = {read_text(file, shown), file.string()}).text;
    const int status = luaL_loadbufferx(lua, text.data(), text.size(), ("@" + shown).c_str(), "t");
    if (status == LUA_ERRSYNTAX) {
        Fault fault = syntax_fault(shown, lua_tostring(lua, -1));
        name_foreign_sign(fault, text);
        name_open_block(fault, text);
        throw ScriptError(fault, state.sources());
    }
    if (status != LUA_OK) {
        Fault fault = state.fault_after(status);
        if (!state.budget().ended()) { // the compiler has no frame to name, only that of whoever asks for the module
            fault.file = shown;
            name_nesting(fault, text);
        }
        if (fault.file.empty()) fault.file = shown;
        throw ScriptError(fault, state.sources());
    }
    auto wrong = field_logic(text);
    if (!wrong) wrong = figure_equality(text);
    if (!wrong) wrong = decimal_comma(text);
    if (!wrong) wrong = dropped_values(text);
    if (wrong)
        throw ScriptError({wrong->mistake.message(), wrong->mistake.subject(), shown, wrong->line, {}},
                          state.sources());
    if (!state.is_library(shown))
        for (const LostResult& lost : lost_results(text))
            write_line(state,
                       {"warning", base::render({"BIL-894", {lost.method}}, state.language()), shown, lost.line});
    push_environment(lua);
    lua_setupvalue(lua, -2, 1); // `_ENV` is the only upvalue of a chunk
}

int require_module(lua_State* lua)
{
    State& state = State::of(lua);
    const std::string name = Value<std::string>::read(lua, 1, Where("require"));
    lua_settop(lua, 1);
    push_loaded(lua, name); // 2
    if (lua_getfield(lua, 2, name.c_str()) != LUA_TNIL) return 1;
    lua_pop(lua, 1);
    if (name == host_module) {
        push_interface(lua);
    } else {
        if (!is_module_name(name)) throw Mistake("BIL-637", {name}, name);
        const auto module = find_module(lua, name);
        if (!module) throw unknown_name("BIL-018", "BIL-638", name, {}, module_names(lua));
        if (module->is_library) state.add_library_file(module->shown);
        const Loading loading(state, *module, name);
        load_module(lua, *module);
        if (lua_isnil(lua, -1)) throw Mistake("BIL-639", {name}, name);
    }
    lua_pushvalue(lua, -1);
    lua_setfield(lua, 2, name.c_str());
    return 1;
}

std::vector<std::filesystem::path> lua_files(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;
    std::error_code problem;
    for (std::filesystem::directory_iterator entry(folder, problem), end; !problem && entry != end;
         entry.increment(problem))
        if (entry->path().extension() == ".lua") files.push_back(entry->path());
    std::ranges::sort(files);
    return files;
}

} // namespace bilan::script
