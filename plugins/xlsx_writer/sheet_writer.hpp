// SPDX-License-Identifier: MPL-2.0
//
// One sheet of the model into one sheet of the library, charts excepted. Lives for one sheet; one thread.
#pragma once

#include "formats.hpp"

#include <bilan/workbook.hpp>

#include <xlsxwriter.h>

namespace bilan::xlsx {

class SheetWriter {
public:
    SheetWriter(lxw_worksheet& target, const SheetPart& sheet, const Formats& formats)
        : target_(target), sheet_(sheet), formats_(formats)
    {
    }

    /// Sizes first (charts are anchored by them), then merges and tables, then every cell over them.
    void run();

private:
    void set_sizes();
    void set_up_view();
    void set_up_print();
    void write_merges();
    void write_table(const TablePart& table);
    void write_cell(const SheetCell& cell);
    void write_shading(const ShadedCells& shading);
    void write_rule(const InputRule& rule);
    void quiet_warnings();
    [[nodiscard]] Place place(CellPosition at) const;
    void check_set_up(lxw_error error) const;

    lxw_worksheet& target_;
    const SheetPart& sheet_;
    const Formats& formats_;
};

} // namespace bilan::xlsx
