// SPDX-License-Identifier: MPL-2.0
#include "intake/value/list_reader.hpp"

#include "base/text.hpp"
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

bool ListReader::add_terms(std::string_view piece, Found& found) const
{
    if (const data::Term* term = index_.find(piece)) {
        found.items.push_back(term->id);
        if (index_.asks_about(*term, piece)) found.taken.push_back(taken_for(*term, piece));
        return true;
    }
    for (const auto cut : {cut_at_commas, cut_at_weak, cut_at_dashes}) {
        const auto parts = cut(piece);
        Found of_parts;
        const bool are_terms = parts.size() > 1 && std::all_of(parts.begin(), parts.end(), [&](std::string_view part) {
                                   return add_terms(part, of_parts);
                               });
        if (!are_terms) continue;
        found.items.insert(found.items.end(), of_parts.items.begin(), of_parts.items.end());
        found.taken.insert(found.taken.end(), of_parts.taken.begin(), of_parts.taken.end());
        return true;
    }
    return false;
}

Reading ListReader::reading_of(const Found& found) const
{
    if (found.items.empty()) return Reading::none(data::State::not_given);
    if (found.taken.empty()) return Reading::of(joined_items(found.items));
    return Reading::of(joined_items(found.items), to_confirm(index_, found.taken));
}

Reading ListReader::read_text(std::size_t, std::string_view text)
{
    const CleanText clean = clean_text(text);
    Found found;
    if (add_terms(clean.text, found)) return reading_of(found);
    // No difficulty is none in the list, and not one of that name.
    const std::string folded = base::fold(clean.text);
    if (folded == "aucun" || folded == "aucune" || folded == "neant") return Reading::none(data::State::not_applicable);
    for (const std::string_view piece : cut_at_strong(clean.text)) {
        if (add_terms(piece, found)) continue;
        if (!index_.is_open()) return Reading::refused(unknown_term(index_, piece));
        for (const std::string_view part : cut_at_commas(piece))
            if (!add_terms(part, found)) found.items.emplace_back(part);
    }
    return reading_of(found);
}

Reading ListReader::read_cell(const Cell& cell)
{
    return read_text(0, printed(cell));
}

} // namespace bilan::intake
