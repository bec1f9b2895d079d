// SPDX-License-Identifier: MPL-2.0
//
// A file taken in, as short texts that a test can compare.
#pragma once

#include "intake/intake.hpp"
#include "intake_tables/book_maker.hpp"

#include <map>
#include <string>
#include <vector>

namespace bilan::intake::test {

[[nodiscard]] FileReading read(const BookMaker& maker, const std::string& schema = {},
                               const Mappings* mappings = nullptr);

/// `field` of the column whose header is `header`; `?a,b` a question, `!` personal, empty: not understood.
[[nodiscard]] std::string field_of(const FileReading& reading, const std::string& header, std::size_t table = 0);
/// Values of a field of a table as texts, unknowns as their state in angle brackets.
[[nodiscard]] std::vector<std::string> values_of(const FileReading& reading, const std::string& field,
                                                 std::size_t table = 0);
/// All findings with this code: `A12 read`.
[[nodiscard]] std::vector<std::string> findings(const FileReading& reading, const std::string& code);
/// French sentence of the first finding with this code.
[[nodiscard]] std::string sentence(const FileReading& reading, const std::string& code);
/// Rows as the user counts them, with the code of the reason: `7 BIL-279`.
[[nodiscard]] std::vector<std::string> rows_not_kept(const FileReading& reading, std::size_t table = 0);
/// Source rows of the records as the user counts them.
[[nodiscard]] std::vector<std::uint32_t> rows_kept(const FileReading& reading, std::size_t table = 0);

} // namespace bilan::intake::test
