// SPDX-License-Identifier: MPL-2.0
#include "xls_reader/sheet_reader.hpp"

#include "cells/sheet_facts.hpp"
#include "xls_reader/codes.hpp"
#include "xls_reader/record_values.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace bilan::xls {
namespace {

constexpr std::uint32_t sheet_columns = 256;

class SheetReader {
public:
    SheetReader(RecordReader records, const Dialect& dialect, cells::BookContext& book, Grid& grid,
                cells::Remarks& remarks)
        : records_(records), dialect_(dialect), book_(book), grid_(grid), remarks_(remarks), cells_(book, grid, remarks)
    {
    }

    SheetOutcome read()
    {
        constexpr std::uint32_t between_looks = 0x10000;
        unsigned depth = 0; // charts on the sheet are streams of their own, with cells of their own
        for (std::uint32_t count = 1;; ++count) {
            Record record;
            if (!records_.next(record)) damaged();
            if (count % between_looks == 0) book_.guard.check_time(grid_.facts.name);
            if (record.type == record::begin_of_file) {
                ++depth;
            } else if (record.type == record::end_of_file) {
                if (depth-- <= 1) break;
            } else if (depth == 1) {
                if (awaited_) settle(record);
                take(record);
            }
        }
        if (awaited_) lose_result();
        return {records_.position(), is_dialog_};
    }

private:
    [[noreturn]] void damaged() const { book_.guard.refuse(code::damaged_sheet, {grid_.facts.name}); }

    void take(const Record& record)
    {
        const std::string_view data = record.data;
        switch (record.type) {
        case record::rk: return take_rk(data);
        case record::shared_label: return take_shared_label(data);
        case record::multiple_rk: return take_multiple_rk(data);
        case record::number: return take_number(data);
        case record::formula:
        case record::formula_3:
        case record::formula_4: return take_formula(data);
        case record::label:
        case record::rich_string: return take_label(data);
        case record::boolean_or_error: return take_boolean_or_error(data);
        case record::row: return take_row(data);
        case record::column_info: return take_columns(data);
        case record::merged_cells: return take_merges(data);
        case record::sheet_options:
            is_dialog_ = is_dialog_ || (data.size() >= 2 && (word_at(data, 0) & 0x10U) != 0);
            return;
        default: return;
        }
    }

    /// Where a cell stands and its style: the first six bytes of its record. Nothing beyond the borders of a sheet.
    std::optional<cells::CellSpot> spot(std::string_view data, std::size_t least)
    {
        if (data.size() < least) damaged();
        const cells::CellSpot spot{{word_at(data, 0), word_at(data, 2)}, word_at(data, 4)};
        return is_place(spot.at) ? std::optional(spot) : std::nullopt;
    }

    /// A second cell at one place replaces the first and is remarked upon. Only cells that come out of order can be
    /// one.
    bool is_place(CellPosition at)
    {
        if (at.column >= sheet_columns) {
            remarks_.add(code::bad_reference, std::nullopt, {cell_name(at)});
            return false;
        }
        const std::uint32_t order = at.row * sheet_columns + at.column + 1;
        if (order > furthest_)
            furthest_ = order;
        else if (grid_.at(at).is_filled())
            remarks_.add(code::duplicate_cell, at);
        return true;
    }

    void put_number(const cells::CellSpot& spot, double number)
    {
        if (!std::isfinite(number)) {
            const std::string text = std::isnan(number) ? "NaN" : number > 0 ? "inf" : "-inf";
            remarks_.add(code::bad_number, spot.at, {text});
            return cells_.put_text(spot, text);
        }
        if (spot.is_formula) return cells_.put_odd_number(spot, number);
        cells_.put_number(spot.at, spot.style, number);
    }

    void take_rk(std::string_view data)
    {
        if (const auto place = spot(data, 10)) put_number(*place, rk_number(long_at(data, 6)));
    }

    void take_multiple_rk(std::string_view data)
    {
        constexpr std::size_t head = 4;
        constexpr std::size_t one = 6;
        if (data.size() < head + one) damaged();
        CellPosition at{word_at(data, 0), word_at(data, 2)};
        for (std::size_t next = head; next + one <= data.size(); next += one, ++at.column) {
            if (is_place(at)) put_number({at, word_at(data, next)}, rk_number(long_at(data, next + 2)));
        }
    }

    void take_number(std::string_view data)
    {
        if (const auto place = spot(data, 14)) put_number(*place, double_at(data, 6));
    }

    void take_shared_label(std::string_view data)
    {
        const auto place = spot(data, 10);
        if (!place) return;
        const std::uint32_t index = long_at(data, 6);
        if (cells_.put_shared(place->at, place->style, index)) return;
        if (index >= book_.shared.count) return cells_.put_lost_text(*place, std::to_string(index));
        cells_.put_bits(*place, CellType::text, book_.shared.first + index);
    }

    void take_label(std::string_view data)
    {
        const auto place = spot(data, 8);
        TextReader reader(records_, data.substr(6), dialect_);
        if (!reader.long_text(text_)) damaged();
        if (place) cells_.put_text(*place, text_);
    }

    void take_boolean_or_error(std::string_view data)
    {
        const auto place = spot(data, 8);
        if (!place) return;
        if (byte_at(data, 7) == 0) return cells_.put_bits(*place, CellType::boolean, byte_at(data, 6) != 0 ? 1 : 0);
        put_error(*place, byte_at(data, 6));
    }

    void put_error(const cells::CellSpot& spot, std::uint8_t number)
    {
        const std::optional<CellError> error = error_of(number);
        if (!error) remarks_.add(code::unknown_error, spot.at, {std::to_string(number)});
        cells_.put_bits(spot, CellType::error, static_cast<std::uint64_t>(error.value_or(CellError::other)));
    }

    void take_formula(std::string_view data)
    {
        auto place = spot(data, 14);
        if (!place) return;
        place->is_formula = true;
        const FormulaResult result = formula_result(data.substr(6));
        switch (result.kind) {
        case FormulaResult::Kind::number: return put_number(*place, result.number);
        case FormulaResult::Kind::boolean: return cells_.put_bits(*place, CellType::boolean, result.byte != 0 ? 1 : 0);
        case FormulaResult::Kind::error: return put_error(*place, result.byte);
        case FormulaResult::Kind::empty_text: return cells_.put_text(*place, "");
        case FormulaResult::Kind::text: awaited_ = place; return;
        case FormulaResult::Kind::none: return cells_.put_bits(*place, CellType::empty, 0);
        }
    }

    /// The text of a formula stands in a record of its own, which other parts of the formula may precede.
    void settle(const Record& record)
    {
        if (record.type == record::continued || record.type == record::shared_formula ||
            record.type == record::array_formula || record.type == record::data_table)
            return;
        if (record.type != record::string) return lose_result();
        TextReader reader(records_, record.data, dialect_);
        if (!reader.long_text(text_)) damaged();
        cells_.put_text(*awaited_, text_);
        awaited_.reset();
    }

    void lose_result()
    {
        remarks_.add(code::lost_result, awaited_->at);
        cells_.put_bits(*awaited_, CellType::empty, 0);
        awaited_.reset();
    }

    void take_row(std::string_view data)
    {
        constexpr unsigned hidden = 0x20;
        constexpr unsigned own_height = 0x40;
        if (data.size() < 13) return;
        const bool is_flat = (byte_at(data, 12) & own_height) != 0 && (word_at(data, 6) & 0x7FFFU) == 0;
        if (is_flat || (byte_at(data, 12) & hidden) != 0) cells::hide_row(grid_.facts, word_at(data, 0));
    }

    void take_columns(std::string_view data)
    {
        constexpr unsigned hidden = 0x01;
        if (data.size() < 9 || ((byte_at(data, 8) & hidden) == 0 && word_at(data, 4) != 0)) return;
        const std::uint32_t first = word_at(data, 0);
        const std::uint32_t last = std::min<std::uint32_t>(word_at(data, 2), sheet_columns - 1);
        if (first <= last) grid_.facts.hidden_columns.push_back({first, last});
    }

    void take_merges(std::string_view data)
    {
        constexpr std::size_t one = 8;
        const std::size_t count =
            data.size() < 2 ? 0 : std::min<std::size_t>(word_at(data, 0), (data.size() - 2) / one);
        for (std::size_t at = 2; at < 2 + count * one; at += one) {
            const CellRange range{word_at(data, at), word_at(data, at + 4), word_at(data, at + 2),
                                  word_at(data, at + 6)};
            if (range.first_row > range.last_row || range.first_column > range.last_column ||
                range.last_column >= sheet_columns)
                remarks_.add(code::bad_range, std::nullopt, {range_name(range)});
            else
                grid_.facts.merges.push_back(range);
        }
    }

    RecordReader records_;
    const Dialect& dialect_;
    cells::BookContext& book_;
    Grid& grid_;
    cells::Remarks& remarks_;
    cells::CellStore cells_;
    std::optional<cells::CellSpot> awaited_; ///< a formula whose text has still to come
    std::string text_;
    std::uint32_t furthest_ = 0; ///< the furthest cell so far, in row order and counted from 1
    bool is_dialog_ = false;
};

} // namespace

SheetOutcome read_sheet(std::string_view stream, std::size_t position, const Dialect& dialect, cells::BookContext& book,
                        Grid& grid, cells::Remarks& remarks)
{
    const SheetOutcome outcome = SheetReader(RecordReader(stream, position), dialect, book, grid, remarks).read();
    const ReadLimits& limits = book.guard.limits();
    if (grid.rows() > limits.rows) book.guard.refuse_limit("rows", limits.rows, grid.facts.name);
    if (grid.columns() > limits.columns) book.guard.refuse_limit("columns", limits.columns, grid.facts.name);
    cells::order_hidden(grid.facts);
    cells::remark_on_overlaps(grid.facts.merges, remarks);
    cells::remark_on_covered_values(grid, book.guard, remarks);
    book.finished_bytes += grid.bytes();
    return outcome;
}

} // namespace bilan::xls
