// SPDX-License-Identifier: MPL-2.0
#include "intake/plain_rows.hpp"

#include <optional>

namespace bilan::intake {

namespace {

bool says_total(Word word)
{
    return word == Word::total || word == Word::subtotal || word == Word::total_phrase || word == Word::statistic;
}

/// The first text of the row says what the row is; beside another text it may be the name of anything.
std::optional<AsideRow> aside(const SheetView& view, const Line& line, std::uint32_t row, bool keeps_totals)
{
    if (!line.has_sign) return std::nullopt;
    const Word word = view.word(row, line.first_text);
    const bool says_nothing_else = word == Word::total || word == Word::subtotal; // one « NC » may stand beside it
    const bool is_total =
        says_total(word) && line.numbers > 0 && !keeps_totals && line.texts <= (says_nothing_else ? 2U : 1U);
    const bool is_note = (word == Word::note || word == Word::footer) && line.filled == 1;
    if (!is_total && !is_note) return std::nullopt;
    return AsideRow{row, line.first_text, word};
}

} // namespace

PlainRows plain_rows(const SheetView& view, std::uint32_t header, bool keeps_totals)
{
    PlainRows found;
    if (view.columns() == 0) return found;
    const std::vector<Line> lines = view.lines(0, view.columns() - 1);
    const bool has_one_column = view.columns() == 1; // a list of words: « Total » is one of them
    for (std::uint32_t row = header + 1; row < view.rows(); ++row) {
        if (lines[row].filled == 0) continue;
        const auto no_record = has_one_column ? std::optional<AsideRow>() : aside(view, lines[row], row, keeps_totals);
        if (no_record)
            found.aside.push_back(*no_record);
        else
            found.records.push_back(row);
    }
    if (!found.records.empty()) return found;
    for (const AsideRow& each : found.aside) found.records.push_back(each.row);
    found.aside.clear();
    return found;
}

} // namespace bilan::intake
