// SPDX-License-Identifier: MPL-2.0
//
// What a column of a list of the territory holds, by its header. Inner header of reference_tables. Pure functions, any
// thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace bilan::intake {

enum class ReferenceRole : std::uint8_t {
    quarter_code,
    quarter_2024,
    quarter_2015,
    quarter_name,
    status,
    commune_code,
    commune_name,
    commune_kind,
    department,
    epci,
    epci_name,
    contract_name,
    name ///< « Libellé »: of whatever the table lists
};
inline constexpr std::size_t role_count = 13;

[[nodiscard]] std::optional<ReferenceRole> role_of(std::string_view header);

/// The header that `header`, which has no role, was probably meant to be, as the public lists write it.
[[nodiscard]] std::optional<std::string> header_meant(std::string_view header);

} // namespace bilan::intake
