// SPDX-License-Identifier: MPL-2.0
//
// The card of one action, as a table of one row: « | Prévu | Réalisé » or « Indicateur | Femmes | Hommes | Total » over
// rows of indicators becomes « Prévu / Coût total », « Femmes / Moins de 26 ans ». One thread.
#pragma once

#include "intake/table/region.hpp"
#include "intake/table/sheet_view.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::intake {

/// What a column of a card says of the action.
enum class CardPart : std::uint8_t { none, planned, realised, women, men, all };

/// `folded`: base::fold of a header.
[[nodiscard]] CardPart card_part_of(std::string_view folded);

struct Card {
    CardLayout layout;
    std::vector<std::string> parts;    ///< as written, from left to right
    std::vector<std::uint32_t> other;  ///< columns that are no part: « Écart », « Observations »
    std::vector<std::uint32_t> titles; ///< rows above that are no label beside its value
    [[nodiscard]] std::uint32_t row() const { return layout.header_row; } ///< of the parts
};

/// The card that the sheet is, from its parts down to its last row; nothing for any other sheet.
[[nodiscard]] std::optional<Card> find_card(const SheetView& view, HeaderScout& scout);

/// The form that the sheet is: « Nom du conseil : | CC Nord », a label and its value in each row, most labels known;
/// nothing for any other sheet. It has no parts.
[[nodiscard]] std::optional<Card> find_form(const SheetView& view, HeaderScout& scout);

/// The one table of a view that lies like the card.
[[nodiscard]] Block block_of(const SheetView& view, const Card& card);

} // namespace bilan::intake
