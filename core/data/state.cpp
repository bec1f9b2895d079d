// SPDX-License-Identifier: MPL-2.0
#include "data/state.hpp"

#include <array>
#include <cstddef>

namespace bilan::data {

namespace {

struct Spoken {
    std::string_view code;
    base::Words words;
};

const Spoken& spoken(State state)
{
    static const std::array<Spoken, state_count> all = {{
        {"val", {"valeur connue", "known value"}},
        {"vide", {"non renseigné", "not filled in"}},
        {"nc", {"non communiqué", "not communicated"}},
        {"nd", {"non disponible", "not available"}},
        {"so", {"sans objet", "not applicable"}},
        {"nsp", {"ne sait pas", "does not know"}},
        {"secret", {"masqué (secret statistique)", "masked (statistical secrecy)"}},
        {"err", {"illisible", "unreadable"}},
        {"abs", {"colonne absente ou non reconnue", "column missing or not recognised"}},
    }};
    return all.at(static_cast<std::size_t>(state));
}

} // namespace

std::string_view code(State state)
{
    return spoken(state).code;
}

const base::Words& words(State state)
{
    return spoken(state).words;
}

std::optional<State> state_of(std::string_view code_of_state)
{
    for (std::size_t at = 0; at < state_count; ++at)
        if (code(static_cast<State>(at)) == code_of_state) return static_cast<State>(at);
    return std::nullopt;
}

} // namespace bilan::data
