// SPDX-License-Identifier: MPL-2.0
//
// The reference of what is no function: tables of options, words of an option, and the members of `bilan` that are
// values. Pure; any thread.
#pragma once

#include <string>
#include <vector>

namespace bilan::script {

/// `bilan.ChartOptions { … }` of every type of options that a text names.
[[nodiscard]] std::string option_lines(const std::string& text);
/// The page of `ChartOptions`, `bilan.ChartKind`, `bilan.fn`; empty when none is called so.
[[nodiscard]] std::string option_page(const std::string& name);
/// Which tables take an option of that name, each with what it means: `totals`; empty when none does.
[[nodiscard]] std::string tables_with(const std::string& option);
/// All names that have such a page, short.
[[nodiscard]] std::vector<std::string> option_names();
/// The keys that a table of this type may have, in the order of its record: of `bilan.GroupOptions`. Empty when there
/// is no such record.
[[nodiscard]] std::vector<std::string> keys_of_type(const std::string& type);
/// One Markdown page of them all.
[[nodiscard]] std::string options_page();

} // namespace bilan::script
