// SPDX-License-Identifier: MPL-2.0
//
// Little-endian numbers of zip records. The caller has made sure with `holds` that the bytes are there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace bilan::archive {

[[nodiscard]] inline bool holds(std::string_view bytes, std::uint64_t at, std::uint64_t size)
{
    return at <= bytes.size() && size <= bytes.size() - at;
}

[[nodiscard]] inline std::uint16_t field_16(std::string_view bytes, std::uint64_t at)
{
    const auto byte = [&](std::uint64_t i) { return static_cast<unsigned>(static_cast<unsigned char>(bytes[at + i])); };
    return static_cast<std::uint16_t>(byte(0) | byte(1) << 8U);
}

[[nodiscard]] inline std::uint32_t field_32(std::string_view bytes, std::uint64_t at)
{
    return field_16(bytes, at) | static_cast<std::uint32_t>(field_16(bytes, at + 2)) << 16U;
}

[[nodiscard]] inline std::uint64_t field_64(std::string_view bytes, std::uint64_t at)
{
    return field_32(bytes, at) | static_cast<std::uint64_t>(field_32(bytes, at + 4)) << 32U;
}

} // namespace bilan::archive
