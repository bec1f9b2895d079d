// SPDX-License-Identifier: MPL-2.0
//
// Return codes of libxlsxwriter as refusals with a code of the catalogue. Pure functions, any thread.
#pragma once

#include <bilan/problem.hpp>

#include <xlsxwriter.h>

#include <string>
#include <string_view>
#include <vector>

namespace bilan::xlsx {

namespace codes {
inline constexpr std::string_view not_written = "BIL-400";
inline constexpr std::string_view temporary_files = "BIL-401";
inline constexpr std::string_view memory = "BIL-402";
inline constexpr std::string_view sheet = "BIL-403";
inline constexpr std::string_view cell = "BIL-404";
inline constexpr std::string_view table = "BIL-405";
inline constexpr std::string_view chart = "BIL-406";
inline constexpr std::string_view name = "BIL-407";
inline constexpr std::string_view set_up = "BIL-408";
inline constexpr std::string_view property = "BIL-409";
inline constexpr std::string_view number = "BIL-410";
inline constexpr std::string_view incomplete = "BIL-411";
inline constexpr std::string_view too_large = "BIL-412";
} // namespace codes

[[noreturn]] void refuse(std::string_view code, Place place, std::vector<std::string> arguments);

/// Throws unless `error` is none. The library's own words are added as the last argument; lack of memory or of disk
/// has its own code, wherever it shows.
void check(lxw_error error, std::string_view code, const Place& place, std::vector<std::string> arguments = {});

} // namespace bilan::xlsx
