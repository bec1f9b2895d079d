// SPDX-License-Identifier: MPL-2.0
//
// Names as Excel accepts them: sheets, tables, defined names, headers, references. Pure functions; the books of names
// already taken belong to one layout.
#pragma once

#include <bilan/place.hpp>

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

namespace bilan::workbook {

inline constexpr std::size_t longest_sheet_name = 31; ///< UTF-16 units, as all lengths of Excel
inline constexpr std::size_t longest_header = 255;
inline constexpr std::size_t longest_text = 32'767;

/// Length in UTF-16 units.
[[nodiscard]] std::size_t excel_length(std::string_view text);
/// The longest beginning of at most `most` units; `…` ends it when something was cut.
[[nodiscard]] std::string excel_head(std::string_view text, std::size_t most);
/// Valid UTF-8 without the control characters that XML refuses.
[[nodiscard]] std::string clean_text(std::string_view text);
/// clean_text on one line: every run of white space is one space.
[[nodiscard]] std::string one_line(std::string_view text);

/// Hands out names that differ in more than case and accents: `Emploi`, `Emploi (2)`.
class TakenNames {
public:
    /// `wanted` as it is or with a number, no longer than `most`.
    [[nodiscard]] std::string take(std::string_view wanted, std::size_t most);

private:
    std::set<std::string> folded_;
};

/// Without `[]:*?/\`, apostrophes at the ends and blanks; may be empty.
[[nodiscard]] std::string legal_sheet_name(std::string_view wanted);
/// `id` with everything but ASCII letters, digits and `_` as `_`, behind `prefix`.
[[nodiscard]] std::string identifier(std::string_view prefix, std::string_view id);
/// `'Synthèse'`
[[nodiscard]] std::string quoted_sheet(std::string_view sheet);
/// `'Synthèse'!$C$7`
[[nodiscard]] std::string absolute_reference(std::string_view sheet, CellPosition at);
/// `'Listes'!$A$5:$A$9`
[[nodiscard]] std::string absolute_range(std::string_view sheet, const CellRange& range);
/// `T_emploi[Montant '[€']]`: a column of a table, its special characters escaped.
[[nodiscard]] std::string column_reference(std::string_view table, std::string_view header);

} // namespace bilan::workbook
