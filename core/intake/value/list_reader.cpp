// SPDX-License-Identifier: MPL-2.0
#include "intake/value/list_reader.hpp"

#include "intake/value/choice_reader.hpp"
#include "intake/value/clean_text.hpp"
#include "intake/value/list_items.hpp"
#include "intake/value/notes.hpp"
#include "intake/value/quoted.hpp"

#include <algorithm>

namespace bilan::intake {

ListReader::ListReader(const ColumnContext& context)
    : index_(context.domain == nullptr ? nullptr : context.domain->vocabulary(context.field->vocabulary))
{
}

bool ListReader::add_terms(std::string_view piece, std::vector<std::string>& items) const
{
    if (const data::Term* term = index_.find(piece)) {
        items.push_back(term->id);
        return true;
    }
    for (const auto cut : {cut_at_commas, cut_at_weak, cut_at_dashes}) {
        const auto parts = cut(piece);
        std::vector<std::string> found;
        const bool are_terms = parts.size() > 1 && std::all_of(parts.begin(), parts.end(), [&](std::string_view part) {
                                   return add_terms(part, found);
                               });
        if (!are_terms) continue;
        items.insert(items.end(), found.begin(), found.end());
        return true;
    }
    return false;
}

Reading ListReader::read_text(std::size_t, std::string_view text)
{
    const CleanText clean = clean_text(text);
    std::vector<std::string> items;
    if (add_terms(clean.text, items)) return Reading::of(joined_items(items));
    for (const std::string_view piece : cut_at_strong(clean.text)) {
        if (add_terms(piece, items)) continue;
        if (!index_.is_open()) return Reading::refused(unknown_term(index_, piece));
        for (const std::string_view part : cut_at_commas(piece))
            if (!add_terms(part, items)) items.emplace_back(part);
    }
    if (items.empty()) return Reading::none(data::State::not_given);
    return Reading::of(joined_items(items));
}

Reading ListReader::read_cell(const Cell& cell)
{
    return read_text(0, printed(cell));
}

} // namespace bilan::intake
