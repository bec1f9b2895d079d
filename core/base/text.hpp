// SPDX-License-Identifier: MPL-2.0
//
// UTF-8 text: comparing what partners write, and showing it safely. Pure functions, any thread, no locale.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::base {

/// The form in which two spellings are compared: compatibility decomposition, no accents, lower case, `œ` as `oe`, one
/// kind of apostrophe (') and dash (-), no zero-width or soft-hyphen characters, every run of white space (line breaks
/// and no-break spaces too) as one space, trimmed. « Bénéficiaires  » and `beneficiaires` fold alike. Invalid bytes
/// become U+FFFD.
[[nodiscard]] std::string fold(std::string_view text);

[[nodiscard]] bool is_utf8(std::string_view text);
/// Replaces each invalid byte by U+FFFD; valid text comes back as it is.
[[nodiscard]] std::string to_utf8(std::string_view text);
/// Composed form (NFC), white space kept. A text with more than 30 combining marks in a row stays as it is: sorting
/// them would take quadratic time, and no language writes that.
[[nodiscard]] std::string compose(std::string_view text);

/// Text for a message or a log: control characters, line breaks and bidirectional controls are written as `\n`,
/// `\u202e`; cut after `most` characters with `…`.
[[nodiscard]] std::string for_display(std::string_view text, std::size_t most = 80);

/// Without the white space (no-break spaces and zero-width characters too) at both ends.
[[nodiscard]] std::string_view trim(std::string_view text);
/// Number of code points; an invalid byte counts as one.
[[nodiscard]] std::size_t length(std::string_view text);
/// The first `most` code points.
[[nodiscard]] std::string_view head(std::string_view text, std::size_t most);

[[nodiscard]] std::string join(std::span<const std::string> parts, std::string_view between);
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);
[[nodiscard]] std::string replace_all(std::string_view text, std::string_view what, std::string_view by);

/// Damerau-Levenshtein distance over code points (an exchange of neighbours counts 1), of the first 1 000 of each text.
[[nodiscard]] std::size_t edit_distance(std::string_view left, std::string_view right);
/// The candidate nearest to `word` when it is near enough to be a likely slip (a third of its length, at most 3);
/// the first of equals. Both are folded first.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

} // namespace bilan::base
