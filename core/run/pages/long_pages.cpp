// SPDX-License-Identifier: MPL-2.0
#include "run/pages/long_pages.hpp"

#include <algorithm>
#include <cassert>
#include <string>
#include <utility>

namespace bilan::run::pages {

namespace {

/// Some rows of another source, in its order.
class RowsBetween final : public workbook::RowSource {
public:
    RowsBetween(std::shared_ptr<const workbook::RowSource> whole, std::size_t first, std::size_t count)
        : whole_(std::move(whole)), first_(first), count_(count)
    {
    }

    [[nodiscard]] std::size_t rows() const override { return count_; }
    [[nodiscard]] workbook::Value value(std::size_t row, std::size_t column) const override
    {
        return whole_->value(first_ + row, column);
    }

private:
    std::shared_ptr<const workbook::RowSource> whole_;
    std::size_t first_;
    std::size_t count_;
};

} // namespace

std::vector<workbook::Page> in_sheets(workbook::Page page, std::size_t most)
{
    std::vector<workbook::Page> pages;
    const auto* const table = page.blocks.empty() ? nullptr : std::get_if<workbook::LongTable>(&page.blocks.front());
    const std::size_t rows = table == nullptr ? 0 : table->source->rows();
    if (rows <= most) {
        pages.push_back(std::move(page));
        return pages;
    }
    assert(page.blocks.size() == 1);
    const auto whole = table->source;
    for (std::size_t first = 0; first < rows; first += most) {
        workbook::Page part = page;
        auto& rows_here = std::get<workbook::LongTable>(part.blocks.front());
        rows_here.source = std::make_shared<RowsBetween>(whole, first, std::min(most, rows - first));
        if (first > 0) {
            const std::string number = std::to_string(first / most + 1);
            part.id += "_" + number;
            part.name += " " + number;
            part.title += " (" + number + ")";
            rows_here.id = part.id;
        }
        pages.push_back(std::move(part));
    }
    return pages;
}

} // namespace bilan::run::pages
