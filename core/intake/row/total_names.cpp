// SPDX-License-Identifier: MPL-2.0
#include "intake/row/total_names.hpp"

#include "base/text.hpp"

#include <string_view>

namespace bilan::intake {

std::string named_by_total(const std::string& label)
{
    std::string_view folded = base::trim(std::string_view(label));
    const std::string whole = base::fold(folded);
    folded = whole;
    for (const std::string_view word : {"sous-total", "sous total", "soustotal", "s/total", "s/t", "total"}) {
        if (!folded.starts_with(word)) continue;
        folded.remove_prefix(word.size());
        const std::size_t name = folded.find_first_not_of(" :-");
        return name == std::string_view::npos ? std::string() : std::string(folded.substr(name));
    }
    return {};
}

bool names(const TableDraft& draft, std::uint32_t row, const std::string& named)
{
    const Line& line = draft.block.line(row);
    for (std::uint32_t column = line.first; line.filled > 0 && column <= line.last; ++column)
        if (draft.view->is_text(row, column) && base::fold(draft.view->label(row, column)) == named) return true;
    return false;
}

} // namespace bilan::intake
