// SPDX-License-Identifier: MPL-2.0
//
// Gives the cells of one table their meaning and puts them into its grid: value types, dates, durations, errors,
// damage. Both ways of reading a table end here, so that they cannot differ in it. For one thread.
#pragma once

#include "cells/cell_store.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace bilan::ods {

/// A cell as the XML says it, nothing interpreted.
struct CellInput : cells::CellSpot {
    std::string_view type; ///< `office:value-type`; empty when the cell does not say
    std::optional<std::string_view> number;
    std::optional<std::string_view> date;
    std::optional<std::string_view> time;
    std::optional<std::string_view> boolean;
    std::optional<std::string_view> string;
    std::string_view shown; ///< its paragraphs, joined
    bool is_error = false;  ///< LibreOffice says that it is one

    /// Nothing that could be a value.
    [[nodiscard]] bool is_bare() const
    {
        return type.empty() && !is_formula && shown.empty() && (!string || string->empty());
    }
};

class CellBuilder : public cells::CellStore {
public:
    /// `null_date` is the day that the document counts as 0, in days since 30 December 1899.
    CellBuilder(cells::BookContext& book, Grid& grid, cells::Remarks& remarks, double null_date)
        : CellStore(book, grid, remarks), null_date_(null_date)
    {
    }

    /// Any cell. A text without letters and without a formula is no value.
    void put(const CellInput& cell);
    /// A number that the cell's style makes a rate, an amount or a date.
    void put_float(const cells::CellSpot& spot, double number)
    {
        if (is_date_style(spot.style)) return put_serial(spot, number);
        if (!spot.is_formula) return CellStore::put_number(spot.at, spot.style, number);
        if (shows_more(spot.style)) return put_odd_number(spot, number);
        put_bits(spot, CellType::number, std::bit_cast<std::uint64_t>(number));
    }
    void put_percentage(const cells::CellSpot& spot, double number) { put_as(spot, FormatClass::percent, number); }
    void put_currency(const cells::CellSpot& spot, double number)
    {
        if (shows_more(spot.style)) return put_odd_number(spot, number);
        put_as(spot, FormatClass::currency, number);
    }
    /// A text, looked for among those met last only: labels are found there, and a column of identifiers, each of them
    /// once, does not pay for a search through all.
    void put_text(const cells::CellSpot& spot, std::string_view text);
    /// `2024-12-31`. False for what is no date.
    [[nodiscard]] bool put_date(const cells::CellSpot& spot, std::string_view text);
    /// `PT12H30M00S`. False for what is no duration.
    [[nodiscard]] bool put_time(const cells::CellSpot& spot, std::string_view text);
    /// Puts what stands at `from` once more.
    void copy(CellPosition from, CellPosition to);

    /// What was put since a mark can be put again without being counted or remarked upon twice.
    struct Mark {
        cells::Remarks::Mark remarks;
        std::uint64_t cells = 0;
    };
    [[nodiscard]] Mark mark() { return {remarks().mark(), book().cells}; }
    void rewind(const Mark& mark);
    /// Refuses before `count` more cells are put, if that is where it would end.
    void make_room(std::uint64_t count);

private:
    [[nodiscard]] bool is_date_style(std::uint32_t style) const
    {
        return book().styles.number_tag(style).type() == CellType::date;
    }
    /// A unit, or another thing than the number.
    [[nodiscard]] bool shows_more(std::uint32_t style) const
    {
        return book().styles.number_tag(style).type() == CellType::text;
    }
    void put_as(const cells::CellSpot& spot, FormatClass format, double number);
    void put_with(const cells::CellSpot& spot, CellType type, FormatClass format, double number);
    void put_serial(const cells::CellSpot& spot, double days);
    void put_number(const CellInput& cell);
    void put_string(const CellInput& cell, std::string_view text);
    void put_boolean(const CellInput& cell);
    [[nodiscard]] bool put_error(const CellInput& cell);
    void put_untold(const CellInput& cell);
    void put_shown(const CellInput& cell, std::string_view code, std::string_view read);

    /// A text of the pool and half of its hash, never 0 for one that is there.
    struct Known {
        std::uint32_t mark = 0;
        std::uint32_t id = 0;
    };

    double null_date_;
    std::array<Known, 4096> known_{};
};

} // namespace bilan::ods
