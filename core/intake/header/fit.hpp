// SPDX-License-Identifier: MPL-2.0
//
// How well the words of a header are those of a known spelling. Inner header of header/. Pure functions, any thread.
#pragma once

#include "intake/header/column.hpp"
#include "intake/header/lexicon.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::intake {

using Tokens = std::vector<std::string>;

inline constexpr double known_path = 0.995; ///< the words of a group and of its leaf, both as the schema has them

/// The words of a header, sorted for comparison.
struct Query {
    Tokens leaf;
    Tokens leaf_core;
    Tokens groups; ///< words of all levels above
    Tokens all;
    std::uint64_t all_bits = 0;         ///< token_bits of them
    std::span<const HeaderWords> above; ///< these levels
    std::string folded;
    std::string compared;
    std::string undated; ///< `compared` without its year; empty where it has none
    bool is_rate = false;
    char bound = 0; ///< bound_of the header as written
};

/// `level`: which level is taken as the header; those above are its groups.
[[nodiscard]] Query query_of(const SchemaIndex& schema, const HeaderColumn& column, std::size_t level);

/// « Bénéficiaires réels » are the beneficiaries: nothing but such words.
[[nodiscard]] bool is_all_neutral(const Tokens& core, bool counts);

struct Fit {
    double confidence = 0;
    std::string_view code;
};

/// How well the words of the leaf, and where needed of the groups, are those of the term.
[[nodiscard]] Fit fit(const Query& query, const Term& term, bool counts);

} // namespace bilan::intake
