// SPDX-License-Identifier: MPL-2.0
//
// The beginning of a workbook stream, which says what all sheets share: the version, the date system, the styles, the
// shared texts and where each sheet begins. For one thread.
#pragma once

#include "archive/read_guard.hpp"
#include "cells/cell_store.hpp"
#include "xls_reader/text_reader.hpp"

#include <bilan/grid.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::xls {

enum class SheetKind : std::uint8_t { worksheet, chart, macro };

struct SheetEntry {
    std::string name;
    std::uint32_t position = 0; ///< of its first record in the stream
    Visibility visibility = Visibility::visible;
    SheetKind kind = SheetKind::worksheet;
};

/// What the first record of a part of the stream says.
struct Beginning {
    static constexpr std::uint16_t excel_5 = 0x0500; ///< and Excel 95
    static constexpr std::uint16_t excel_97 = 0x0600;
    static constexpr std::uint16_t globals = 0x0005;
    static constexpr std::uint16_t worksheet = 0x0010;
    static constexpr std::uint16_t chart = 0x0020;
    static constexpr std::uint16_t macro_sheet = 0x0040;

    std::uint16_t version = 0;
    std::uint16_t kind = 0;
};
/// Nothing when there is no such record at that place.
[[nodiscard]] std::optional<Beginning> beginning_at(std::string_view stream, std::size_t at);

struct Globals {
    std::unique_ptr<CodePage> page; ///< of the texts of Excel 5 and 95
    std::unique_ptr<std::uint64_t> undecoded = std::make_unique<std::uint64_t>(0);
    Dialect dialect;        ///< points to the two above
    bool says_wide = false; ///< a workbook of Excel 5, which holds no Unicode, announces it
    bool is_1904 = false;
    bool is_single_sheet = false; ///< the stream is one sheet without a workbook around it
    std::vector<SheetEntry> sheets;
    cells::Styles styles;
    cells::SharedStrings strings;
    std::size_t end = 0; ///< behind the last record of the globals
};

/// Shared texts go into `texts`. Refuses what is no workbook of Excel 5 or later, or ends too soon.
[[nodiscard]] Globals read_globals(std::string_view stream, TextPool& texts, const archive::ReadGuard& guard);

} // namespace bilan::xls
