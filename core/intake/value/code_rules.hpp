// SPDX-License-Identifier: MPL-2.0
//
// How a text is read as each kind of identifier. `text` is clean and not empty. Pure functions, any thread.
#pragma once

#include "intake/value/reading.hpp"

#include <string_view>

namespace bilan::intake {

[[nodiscard]] Reading read_siret(std::string_view text);
[[nodiscard]] Reading read_siren(std::string_view text);
[[nodiscard]] Reading read_rna(std::string_view text);
/// 8 digits, zeros put back; `DA00000000-1` and the numbers of other systems as written.
[[nodiscard]] Reading read_dossier(std::string_view text);
/// An INSEE code, zero put back, or a name as written.
[[nodiscard]] Reading read_commune(std::string_view text);
[[nodiscard]] Reading read_department(std::string_view text);
[[nodiscard]] Reading read_any_code(std::string_view text);

/// `3,80476E+13`: the digits are gone.
[[nodiscard]] bool is_scientific(std::string_view text);

} // namespace bilan::intake
