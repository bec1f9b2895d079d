// SPDX-License-Identifier: MPL-2.0
//
// Workbooks whose structure is protected are encrypted by Excel under a password that everyone has, so that protecting
// them hides nothing and they open without a question. Those are read as Excel reads them; a password of somebody's own
// is neither known nor tried. For one thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace bilan::xls {

/// The records of the stream in clear; nothing when the password is another one or the method an older one.
/// `file_pass` is the record that says how the stream is encrypted.
[[nodiscard]] std::optional<std::string> decrypted(std::string_view stream, std::string_view file_pass);

} // namespace bilan::xls
