// SPDX-License-Identifier: MPL-2.0
//
// Numbers as the file holds them: little-endian, at any address. The caller sees to it that they are there. Pure
// functions, any thread.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace bilan::xls {

template <class Number>
[[nodiscard]] inline Number number_at(std::string_view bytes, std::size_t at)
{
    Number number = 0;
    if constexpr (std::endian::native == std::endian::little) {
        std::memcpy(&number, bytes.data() + at, sizeof number);
    } else {
        for (std::size_t i = sizeof number; i > 0; --i)
            number = static_cast<Number>(number << 8U | static_cast<unsigned char>(bytes[at + i - 1]));
    }
    return number;
}

[[nodiscard]] inline std::uint8_t byte_at(std::string_view bytes, std::size_t at)
{
    return static_cast<std::uint8_t>(bytes[at]);
}
[[nodiscard]] inline std::uint16_t word_at(std::string_view bytes, std::size_t at)
{
    return number_at<std::uint16_t>(bytes, at);
}
[[nodiscard]] inline std::uint32_t long_at(std::string_view bytes, std::size_t at)
{
    return number_at<std::uint32_t>(bytes, at);
}
[[nodiscard]] inline double double_at(std::string_view bytes, std::size_t at)
{
    return std::bit_cast<double>(number_at<std::uint64_t>(bytes, at));
}

} // namespace bilan::xls
