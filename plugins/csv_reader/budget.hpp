// SPDX-License-Identifier: MPL-2.0
//
// Holds one file to the limits of the host and refuses it by the name of the limit it passes. For one thread.
#pragma once

#include <bilan/book.hpp>
#include <bilan/limits.hpp>

#include <chrono>

namespace csv_reader {

class Budget {
public:
    Budget(const bilan::ReadLimits& limits, std::string file)
        : limits_(limits), file_(std::move(file)), deadline_(std::chrono::steady_clock::now() + limits.time)
    {
    }

    [[nodiscard]] const bilan::ReadLimits& limits() const { return limits_; }

    /// Refuses when `value` is more than the limit allows.
    void hold(std::uint64_t value, std::uint64_t limit, const char* name) const
    {
        if (value > limit) refuse(name, limit);
    }

    /// To be asked now and then: the clock, and what the book holds.
    void hold_book(const bilan::Book& book, std::uint64_t cells, std::uint64_t text_in_memory) const
    {
        const bilan::Grid& grid = book.sheets.back();
        // Each column keeps a list of its segments, which a wide and long sheet makes weigh.
        constexpr std::uint64_t bytes_of_a_segment_entry = 48;
        const std::uint64_t segments = std::uint64_t{grid.rows()} / bilan::Grid::segment_rows + 1;
        const std::uint64_t lists = grid.columns() * segments * bytes_of_a_segment_entry;
        hold(cells, limits_.cells, "cells");
        hold(book.texts.size(), limits_.texts, "texts");
        hold(grid.bytes() + book.texts.bytes() + lists + text_in_memory, limits_.memory_bytes, "memory_bytes");
        if (std::chrono::steady_clock::now() > deadline_)
            refuse("time", static_cast<std::uint64_t>(limits_.time.count()));
    }

    [[noreturn]] void refuse(const char* name, std::uint64_t limit) const
    {
        throw bilan::Refusal({"BIL-341", {file_, {}, {}, {}}, {name, std::to_string(limit)}});
    }

private:
    bilan::ReadLimits limits_;
    std::string file_;
    std::chrono::steady_clock::time_point deadline_;
};

} // namespace csv_reader
