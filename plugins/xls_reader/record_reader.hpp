// SPDX-License-Identifier: MPL-2.0
//
// The stream of a workbook as records: a type, a length, that many bytes. For one thread; views into the stream.
#pragma once

#include "xls_reader/bytes.hpp"

#include <cstdint>
#include <string_view>

namespace bilan::xls {

namespace record {
inline constexpr std::uint16_t formula = 0x0006;
inline constexpr std::uint16_t end_of_file = 0x000A;
inline constexpr std::uint16_t date_mode = 0x0022;
inline constexpr std::uint16_t file_pass = 0x002F;
inline constexpr std::uint16_t font = 0x0031;
inline constexpr std::uint16_t continued = 0x003C;
inline constexpr std::uint16_t code_page = 0x0042;
inline constexpr std::uint16_t column_info = 0x007D;
inline constexpr std::uint16_t sheet_options = 0x0081;
inline constexpr std::uint16_t bound_sheet = 0x0085;
inline constexpr std::uint16_t multiple_rk = 0x00BD;
inline constexpr std::uint16_t rich_string = 0x00D6;
inline constexpr std::uint16_t cell_style = 0x00E0;
inline constexpr std::uint16_t merged_cells = 0x00E5;
inline constexpr std::uint16_t shared_strings = 0x00FC;
inline constexpr std::uint16_t shared_label = 0x00FD;
inline constexpr std::uint16_t number = 0x0203;
inline constexpr std::uint16_t label = 0x0204;
inline constexpr std::uint16_t boolean_or_error = 0x0205;
inline constexpr std::uint16_t formula_3 = 0x0206; ///< of Excel 3 and 4; some writers never changed it
inline constexpr std::uint16_t string = 0x0207;
inline constexpr std::uint16_t row = 0x0208;
inline constexpr std::uint16_t array_formula = 0x0221;
inline constexpr std::uint16_t data_table = 0x0236;
inline constexpr std::uint16_t rk = 0x027E;
inline constexpr std::uint16_t formula_4 = 0x0406;
inline constexpr std::uint16_t number_format = 0x041E;
inline constexpr std::uint16_t shared_formula = 0x04BC;
inline constexpr std::uint16_t begin_of_file = 0x0809;
} // namespace record

struct Record {
    std::uint16_t type = 0;
    std::string_view data;
};

class RecordReader {
public:
    explicit RecordReader(std::string_view stream, std::size_t at = 0) : stream_(stream), at_(at) {}

    /// False at the end of the stream, and for a record that goes beyond it.
    [[nodiscard]] bool next(Record& record)
    {
        if (!peek(record)) return false;
        at_ += head_bytes + record.data.size();
        return true;
    }
    [[nodiscard]] bool peek(Record& record) const
    {
        if (stream_.size() < head_bytes || at_ > stream_.size() - head_bytes) return false;
        const std::size_t size = word_at(stream_, at_ + 2);
        if (size > stream_.size() - at_ - head_bytes) return false;
        record = {word_at(stream_, at_), stream_.substr(at_ + head_bytes, size)};
        return true;
    }
    /// Where the next record begins.
    [[nodiscard]] std::size_t position() const { return at_; }

private:
    static constexpr std::size_t head_bytes = 4;

    std::string_view stream_;
    std::size_t at_ = 0;
};

} // namespace bilan::xls
