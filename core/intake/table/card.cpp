// SPDX-License-Identifier: MPL-2.0
#include "intake/table/card.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <set>
#include <utility>

namespace bilan::intake {

namespace {

constexpr std::uint32_t most_rows = 80; ///< of a card
constexpr std::uint32_t most_columns = 8;

/// What may stand over the labels: nothing, or a word for all of them.
bool may_head_labels(std::string_view folded)
{
    constexpr std::array<std::string_view, 16> words{
        "",        "indicateur",    "indicateurs",    "rubrique",      "libelle",
        "item",    "donnee",        "donnees",        "critere",       "public",
        "age",     "tranche d'age", "tranches d'age", "beneficiaires", "intitule de l'indicateur",
        "elements"};
    return std::ranges::find(words, folded) != words.end();
}

/// « Écart », « Taux de réalisation », « Observations »: told by the parts, or about them.
bool is_about_parts(std::string_view folded)
{
    constexpr std::array<std::string_view, 7> openings{
        "ecart", "taux de realisation", "% de realisation", "observation", "comment", "remarque", "source"};
    return folded == "%" || folded == "taux" ||
           std::ranges::any_of(openings, [&](std::string_view word) { return folded.starts_with(word); });
}

struct Parts {
    std::uint32_t row = 0;
    std::vector<std::uint32_t> columns;
    std::vector<std::uint32_t> other;
};

/// The row that names the parts, right of the column of labels.
std::optional<Parts> parts_in(const SheetView& view, std::uint32_t row)
{
    Parts parts;
    parts.row = row;
    std::set<CardPart> said;
    for (std::uint32_t column = 1; column < view.columns(); ++column) {
        if (!view.is_filled(row, column)) continue;
        const std::string folded = base::fold(base::trim(view.label(row, column)));
        const CardPart part = card_part_of(folded);
        if (part == CardPart::none && !is_about_parts(folded)) return std::nullopt;
        if (part != CardPart::none && !said.insert(part).second) return std::nullopt;
        (part == CardPart::none ? parts.other : parts.columns).push_back(column);
    }
    const bool is_of_time =
        said.contains(CardPart::planned) && said.contains(CardPart::realised) && !said.contains(CardPart::all);
    const bool is_of_sex = said.contains(CardPart::women) && said.contains(CardPart::men);
    if (is_of_time == is_of_sex || !may_head_labels(base::fold(base::trim(view.label(row, 0))))) return std::nullopt;
    return parts;
}

std::optional<Parts> find_parts(const SheetView& view)
{
    for (std::uint32_t row = 0; row + 2 < view.rows(); ++row)
        if (std::optional<Parts> parts = parts_in(view, row)) return parts;
    return std::nullopt;
}

class Reader {
public:
    Reader(const SheetView& view, HeaderScout& scout, Parts parts)
        : view_(&view), scout_(&scout), parts_(std::move(parts))
    {
    }

    std::optional<Card> run()
    {
        for (std::uint32_t row = 0; row < parts_.row; ++row) read_above(row);
        for (std::uint32_t row = parts_.row + 1; row < view_->rows(); ++row)
            if (!read_below(row)) return std::nullopt;
        constexpr std::uint32_t fewest = 2;
        if (indicators_ < fewest || known_ < fewest || known_ * 2 < indicators_) return std::nullopt;
        card_.layout.header_row = parts_.row;
        for (const std::uint32_t column : parts_.columns) {
            card_.parts.push_back(view_->label(parts_.row, column));
            for (const std::uint32_t row : of_parts_)
                if (view_->is_filled(row, column)) card_.layout.columns.push_back({row, column, true});
        }
        card_.other = parts_.other;
        return std::move(card_);
    }

private:
    [[nodiscard]] std::vector<std::uint32_t> filled_right(std::uint32_t row) const
    {
        std::vector<std::uint32_t> filled;
        for (std::uint32_t column = 1; column < view_->columns(); ++column)
            if (view_->is_filled(row, column)) filled.push_back(column);
        return filled;
    }

    /// « Structure | MJC » is a field of the action, like « Porteur | MJC » among the indicators.
    bool take_field(std::uint32_t row, const std::vector<std::uint32_t>& filled)
    {
        if (filled.size() != 1 || !view_->is_text(row, 0) || !scout_->is_known(row, 0)) return false;
        card_.layout.columns.push_back({row, filled.front(), false});
        return true;
    }

    void read_above(std::uint32_t row)
    {
        const std::vector<std::uint32_t> filled = filled_right(row);
        if (filled.empty() && !view_->is_filled(row, 0)) return;
        if (!take_field(row, filled)) card_.titles.push_back(row);
    }

    /// False when the row is none of a card.
    bool read_below(std::uint32_t row)
    {
        const std::vector<std::uint32_t> filled = filled_right(row);
        if (filled.empty()) return true; // a title of some indicators, a remark below them
        if (!view_->is_text(row, 0) || !labels_.insert(base::fold(view_->label(row, 0))).second) return false;
        if (std::ranges::any_of(filled, [&](std::uint32_t column) { return !is_of_card(column); })) return false;
        const bool is_text =
            std::ranges::none_of(parts_.columns, [&](std::uint32_t column) { return view_->is_number(row, column); });
        if (is_text && take_field(row, filled)) return true;
        ++indicators_;
        if (scout_->is_known(row, 0)) ++known_;
        of_parts_.push_back(row);
        return true;
    }

    [[nodiscard]] bool is_of_card(std::uint32_t column) const
    {
        return std::ranges::find(parts_.columns, column) != parts_.columns.end() ||
               std::ranges::find(parts_.other, column) != parts_.other.end();
    }

    const SheetView* view_;
    HeaderScout* scout_;
    Parts parts_;
    Card card_;
    std::set<std::string> labels_;
    std::vector<std::uint32_t> of_parts_; ///< rows
    std::uint32_t indicators_ = 0;
    std::uint32_t known_ = 0;
};

} // namespace

CardPart card_part_of(std::string_view folded)
{
    struct Named {
        std::string_view word;
        CardPart part;
    };
    constexpr std::array<Named, 20> names{{{"prevu", CardPart::planned},
                                           {"prevus", CardPart::planned},
                                           {"previsionnel", CardPart::planned},
                                           {"prevision", CardPart::planned},
                                           {"previsions", CardPart::planned},
                                           {"objectif", CardPart::planned},
                                           {"attendu", CardPart::planned},
                                           {"realise", CardPart::realised},
                                           {"realises", CardPart::realised},
                                           {"realisation", CardPart::realised},
                                           {"effectif reel", CardPart::realised},
                                           {"femmes", CardPart::women},
                                           {"femme", CardPart::women},
                                           {"filles", CardPart::women},
                                           {"hommes", CardPart::men},
                                           {"homme", CardPart::men},
                                           {"garcons", CardPart::men},
                                           {"total", CardPart::all},
                                           {"ensemble", CardPart::all},
                                           {"total general", CardPart::all}}};
    const auto found = std::ranges::find(names, folded, &Named::word);
    return found == names.end() ? CardPart::none : found->part;
}

std::optional<Card> find_card(const SheetView& view, HeaderScout& scout)
{
    if (view.rows() > most_rows || view.columns() > most_columns || view.columns() < 3) return std::nullopt;
    std::optional<Parts> parts = find_parts(view);
    if (!parts) return std::nullopt;
    return Reader(view, scout, std::move(*parts)).run();
}

std::optional<Card> find_form(const SheetView& view, HeaderScout& scout)
{
    constexpr std::uint32_t fewest = 5; // known labels: a few may as well head a letter
    if (view.rows() > most_rows || view.columns() < 2) return std::nullopt;
    Card card;
    std::set<std::string> labels;
    std::uint32_t known = 0;
    const std::vector<Line> lines = view.lines(0, view.columns() - 1);
    for (std::uint32_t row = 0; row < view.rows(); ++row) {
        const Line& line = lines[row];
        if (line.filled < 2) continue;
        const bool is_pair = line.filled == 2 && line.first == 0 && view.is_text(row, 0);
        if (!is_pair || !labels.insert(base::fold(view.label(row, 0))).second) return std::nullopt;
        if (scout.is_known(row, 0)) ++known;
        if (card.layout.columns.empty()) card.layout.header_row = row;
        card.layout.columns.push_back({row, line.last, false});
    }
    if (known < fewest || std::size_t{known} * 3 < card.layout.columns.size() * 2) return std::nullopt;
    for (std::uint32_t row = 0; row < card.layout.header_row; ++row)
        if (lines[row].filled > 0) card.titles.push_back(row);
    return card;
}

Block block_of(const SheetView& view, const Card& card)
{
    Block block;
    block.last_column = static_cast<std::uint32_t>(card.layout.columns.size()) - 1;
    block.titles = card.titles;
    block.header.labels = {card.row() + 1};
    if (!card.parts.empty()) block.header.labels.insert(block.header.labels.begin(), card.row());
    block.first_row = block.last_row = card.row() + 2;
    const std::uint32_t last = std::max(block.last_column, view.columns() - 1);
    block.strip = std::make_shared<const Strip>(Strip{0, last, view.lines(0, last)});
    return block;
}

} // namespace bilan::intake
