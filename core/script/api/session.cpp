// SPDX-License-Identifier: MPL-2.0
#include "script/api/session.hpp"

#include "script/mistake.hpp"
#include "script/state.hpp"

#include <lua.hpp>

#include <algorithm>
#include <new>

namespace bilan::script {

Session::Session(State& of_state, const RunInputs& of_inputs, BuiltReport& of_built)
    : state(of_state), inputs(of_inputs), built(of_built)
{
    state.know_year(inputs.year.has_value());
    state.know_fields([domain = inputs.domain](const std::string& name) {
        return domain != nullptr &&
               std::ranges::any_of(domain->schemas, [&](const auto& schema) { return schema->field(name) != nullptr; });
    });
}

void Session::take_bytes(std::uint64_t bytes, const char* subject)
{
    const std::uint64_t most = inputs.limits.made_bytes;
    if (bytes > most || made_bytes > most - bytes) throw Mistake("BIL-120", {std::to_string(most >> 20U)}, subject);
    made_bytes += bytes;
}

void Session::hold(const std::shared_ptr<const void>& made, std::size_t bytes)
{
    held_.emplace_back(made, bytes);
    held_bytes_ += bytes;
    if (held_bytes_ <= inputs.limits.memory_bytes) return;
    state.protect([](lua_State* lua) { lua_gc(lua, LUA_GCCOLLECT); }); // queries that nobody has any more let go
    std::erase_if(held_, [](const auto& each) { return each.first.expired(); });
    held_bytes_ = 0;
    for (const auto& [unused, weight] : held_) held_bytes_ += weight;
    if (held_bytes_ > inputs.limits.memory_bytes) throw std::bad_alloc();
}

const data::Vocabulary* Session::vocabulary_of(const data::Query& query, std::string_view field) const
{
    const data::Field* known = query.field(field);
    if (known == nullptr || known->vocabulary.empty() || inputs.domain == nullptr) return nullptr;
    return inputs.domain->vocabulary(known->vocabulary);
}

std::string Session::label_of(const data::Vocabulary* vocabulary, const std::string& term) const
{
    if (vocabulary == nullptr) return term;
    const auto found = std::ranges::find(vocabulary->terms, term, &data::Term::id);
    return found == vocabulary->terms.end() ? term : in_language(found->label);
}

} // namespace bilan::script
