// SPDX-License-Identifier: MPL-2.0
//
// A number that knows what it rests on: unit, base, unknowns, coverage and the cells it came from. Value type; the
// sources are shared with the query that made it and are only walked when somebody asks.
#pragma once

#include "data/dataset.hpp"
#include "data/source_fields.hpp"
#include "data/state.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::data {

/// A rate of one half is 0.5; the difference of two rates is counted in points, of which one has a hundred. A date is
/// the number of its day, as in a column of dates; the difference of two is a number of days.
enum class Unit : std::uint8_t { number, count, people, euro, rate, points, year, date };
inline constexpr double points_in_one = 100;

struct Measure;
class ChosenRows;
using FieldSet = std::set<std::string, std::less<>>;

/// What one query read for its figures, shared by the figures of all its groups.
struct Reading {
    std::shared_ptr<const Dataset> dataset;
    std::shared_ptr<const std::vector<std::uint32_t>> rows;
    std::shared_ptr<const std::vector<std::uint32_t>> groups; ///< parallel to rows; may be null
    std::vector<SourceField> fields;
    std::shared_ptr<const Measure> measure; ///< the rule that read them
    std::vector<ExpressionPointer> lookups; ///< fields of other datasets, found by key
    ExpressionPointer restriction; ///< further condition on the rows (both parts of a ratio known); may be null
    std::shared_ptr<const FieldSet> chosen_by; ///< fields whose values chose or grouped the rows; may be null
    ExpressionPointer condition;               ///< what chose the rows among all of the dataset; may be null
};

/// The rows and fields behind a figure. Either all rows of the reading, or those whose `groups` entry is `group`.
struct Sources {
    std::shared_ptr<const Reading> reading; ///< never null
    std::uint32_t group = 0;

    const Reading* operator->() const { return reading.get(); }
};

struct Figure {
    std::optional<double> value;
    State cause = State::empty; ///< why there is no value: commonest unknown; `so` for a zero denominator
    Unit unit = Unit::number;
    std::uint64_t base = 0;           ///< rows that gave the value
    std::uint64_t unknown = 0;        ///< rows that should have
    std::uint64_t not_applicable = 0; ///< rows out of the base
    std::uint64_t masked = 0;         ///< of the unknown: rows that the partner masked
    std::int8_t decimals = -1;        ///< digits shown behind the comma; below 0: as the unit has it
    bool lower_bound = false;         ///< there are unknown rows, and they would only add to it
    std::optional<double> numerator;  ///< of a ratio
    std::optional<double> denominator;
    std::vector<Sources> sources;

    /// known / (known + unknown); 1 when there is nothing to know.
    [[nodiscard]] double coverage() const
    {
        return base + unknown == 0 ? 1.0 : static_cast<double>(base) / static_cast<double>(base + unknown);
    }
};

/// One cell behind a figure. A count of rows has no cell: then the place is that of the row, without a field.
struct SourceCell {
    Place place;
    std::string field;
    double value = 0; ///< 0 for a text, 1 for a row; that of all of them where several cells made it
};

/// The same as a reference into its dataset, good while it is walked.
struct SourceReference {
    const Dataset* dataset = nullptr;
    std::uint32_t row = 0;
    std::optional<std::size_t> column;     ///< nothing: no column has it, or it is a row that counts
    std::string_view field = {};           ///< empty for a row that counts
    std::optional<CellPosition> cell = {}; ///< nothing: no cell gave it, or it is a row that counts
};

/// Rows of one table that a figure read: the same cells as a reference each, handed on at once, good while they are
/// walked. A value that several cells made stands for all of them.
struct SourceRun {
    const Dataset* dataset = nullptr;
    std::uint32_t table = 0;
    std::span<const std::uint32_t> rows;                      ///< ascending, never empty
    std::span<const std::optional<std::size_t>> columns = {}; ///< whose known cells are read; none: the rows count
};

/// Walks the rows behind a figure in runs of one table. REQUIRES: no field of another dataset was looked up for it.
/// `chosen` serves many figures, one after the other.
void walk_runs(const Figure& figure, ChosenRows& chosen, const std::function<void(const SourceRun&)>& take);
/// True when values of another dataset, found by key, stand behind the figure.
[[nodiscard]] bool has_lookups(const Figure& figure);
/// Walks the known cells behind a figure, in row then field order; a value may have several. Stops when `take` says so.
void walk_references(const Figure& figure, ChosenRows& chosen, const std::function<bool(const SourceReference&)>& take);
/// The same in words.
void walk_sources(const Figure& figure, const std::function<bool(const SourceCell&)>& take);

} // namespace bilan::data
