// SPDX-License-Identifier: MPL-2.0
//
// One value of a sheet as the file holds it, before anyone asks what it means. Value types, any thread.
#pragma once

#include <cstdint>
#include <string_view>

namespace bilan {

/// What a cell holds. `empty` together with the formula flag is a formula whose value was never stored.
enum class CellType : std::uint8_t { empty, boolean, number, date, text, error };

/// What the number format of a cell says about its number.
enum class FormatClass : std::uint8_t { general, number, percent, currency, date, datetime, time, duration };

enum class CellError : std::uint8_t {
    null,
    division,
    value,
    reference,
    name,
    number,
    not_available,
    getting_data,
    other,
    // Of Excel 365, behind `other` so that the numbers before stay what they were.
    spill,
    calculation,
    field,
    blocked,
    connection,
    unknown,
    busy,
    python,
    external,
    timeout
};
inline constexpr CellError last_cell_error = CellError::timeout;

/// Excel's own spelling: `#DIV/0!`.
[[nodiscard]] constexpr std::string_view spelling(CellError error)
{
    switch (error) {
    case CellError::null: return "#NULL!";
    case CellError::division: return "#DIV/0!";
    case CellError::value: return "#VALUE!";
    case CellError::reference: return "#REF!";
    case CellError::name: return "#NAME?";
    case CellError::number: return "#NUM!";
    case CellError::not_available: return "#N/A";
    case CellError::getting_data: return "#GETTING_DATA";
    case CellError::spill: return "#SPILL!";
    case CellError::calculation: return "#CALC!";
    case CellError::field: return "#FIELD!";
    case CellError::blocked: return "#BLOCKED!";
    case CellError::connection: return "#CONNECT!";
    case CellError::unknown: return "#UNKNOWN!";
    case CellError::busy: return "#BUSY!";
    case CellError::python: return "#PYTHON!";
    case CellError::external: return "#EXTERNAL!";
    case CellError::timeout: return "#TIMEOUT!";
    case CellError::other: break;
    }
    return "#ERROR!";
}

/// Words of the JSON face of the readers (`bilan grid`).
[[nodiscard]] constexpr std::string_view spelling(CellType type)
{
    switch (type) {
    case CellType::empty: return "empty";
    case CellType::boolean: return "bool";
    case CellType::number: return "number";
    case CellType::date: return "date";
    case CellType::text: return "text";
    case CellType::error: break;
    }
    return "error";
}

[[nodiscard]] constexpr std::string_view spelling(FormatClass format)
{
    switch (format) {
    case FormatClass::general: return "general";
    case FormatClass::number: return "number";
    case FormatClass::percent: return "percent";
    case FormatClass::currency: return "currency";
    case FormatClass::date: return "date";
    case FormatClass::datetime: return "datetime";
    case FormatClass::time: return "time";
    case FormatClass::duration: break;
    }
    return "duration";
}

/// One byte beside each eight-byte value: type (3 bits), format class (3 bits), formula, struck through.
class CellTag {
public:
    constexpr CellTag() = default;
    constexpr explicit CellTag(CellType type, FormatClass format = FormatClass::general, bool formula = false,
                               bool struck = false)
        : bits_(static_cast<std::uint8_t>(static_cast<unsigned>(type) | static_cast<unsigned>(format) << 3U |
                                          (formula ? 0x40U : 0U) | (struck ? 0x80U : 0U)))
    {
    }
    static constexpr CellTag from_bits(std::uint8_t bits)
    {
        CellTag tag;
        tag.bits_ = bits;
        return tag;
    }
    [[nodiscard]] constexpr std::uint8_t bits() const { return bits_; }
    [[nodiscard]] constexpr CellType type() const { return static_cast<CellType>(bits_ & 7U); }
    [[nodiscard]] constexpr FormatClass format() const { return static_cast<FormatClass>(bits_ >> 3U & 7U); }
    [[nodiscard]] constexpr bool is_formula() const { return (bits_ & 0x40U) != 0; }
    [[nodiscard]] constexpr bool is_struck() const { return (bits_ & 0x80U) != 0; }
    /// True for a cell that is there: a value, or a formula whose value was never stored.
    [[nodiscard]] constexpr bool is_filled() const { return (bits_ & 0x47U) != 0; }

private:
    std::uint8_t bits_ = 0;
};

/// A cell taken out of its grid. Dates are days since 30 December 1899 (Excel's 1900 system from 1 March 1900 on),
/// whatever the date system of the file; durations are numbers of days with format `duration`.
struct Cell {
    CellTag tag;
    union {
        double number;          ///< number, date
        std::uint64_t bits = 0; ///< the eight bytes as stored
    };
    [[nodiscard]] CellType type() const { return tag.type(); }
    [[nodiscard]] bool is_filled() const { return tag.is_filled(); }
    [[nodiscard]] std::uint32_t text() const { return static_cast<std::uint32_t>(bits); }
    [[nodiscard]] bool boolean() const { return bits != 0; }
    [[nodiscard]] CellError error() const { return static_cast<CellError>(bits); }
};

} // namespace bilan
