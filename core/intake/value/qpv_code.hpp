// SPDX-License-Identifier: MPL-2.0
//
// Codes of priority quarters: `QP069010` (2015-2023), `QN06910M` (2024 on), as people write and lose parts of them
// (domain.md 6.1, 6.2). Pure functions, any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::intake {

enum class QpvForm : std::uint8_t {
    exact,
    rewritten, ///< spaces, small letters, `QPV` for `QP`
    completed, ///< a lost zero or a lost `QP0` put back
    unknown,   ///< begins like a code and is none
};

struct QpvCode {
    std::string code;
    QpvForm form = QpvForm::exact;
    std::size_t begin = 0; ///< in the folded text
    std::size_t end = 0;
};

/// All codes of a folded text, in order.
[[nodiscard]] std::vector<QpvCode> find_qpv_codes(std::string_view folded);
/// A whole text of 4 to 6 digits as a 2015 code that lost its letters (`59005`): only numbers that quarters have.
[[nodiscard]] std::optional<std::string> qpv_of_digits(std::string_view digits);

/// 2015 or 2024 for a code, 0 for another text.
[[nodiscard]] int vintage_of(std::string_view code);

} // namespace bilan::intake
