// SPDX-License-Identifier: MPL-2.0
//
// Headers, codes and places without persons: they bear first names of persons (« Jean Jaurès ») but no form of address
// and no contact data (« Séances de Mme Durand », an e-mail address typed into a header). Pure functions, any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace bilan::intake {

/// Nothing when there is nobody in the text; else the rest of it, `[…]` where somebody stood, which may be empty.
[[nodiscard]] std::optional<std::string> unnamed(std::string_view text);
/// The same for codes, whose digits are no telephone number.
[[nodiscard]] std::optional<std::string> unnamed_code(std::string_view text);

} // namespace bilan::intake
