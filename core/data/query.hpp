// SPDX-License-Identifier: MPL-2.0
//
// Questions to a dataset: rows chosen by a condition, figures over them, by groups or crossed. Queries are values and
// lazy: nothing is computed before a figure is asked for. A query belongs to one thread; datasets are shared by many.
#pragma once

#include "data/measure.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace bilan::data {

/// A value of a key column: nothing (unknown), a number or a text.
using Key = std::variant<std::monostate, double, std::string>;

struct KeyColumn {
    std::string field;
    std::vector<Key> values;
    std::vector<State> states; ///< why a key is unknown
};

struct FigureColumn {
    std::string name;
    Measure measure;
    std::vector<Figure> figures;
    /// The figure of all rows together when it is not the measure over them: of a share, a change, a pivoted column.
    std::optional<Figure> total{};
    /// From other figures (`measure` says the unit only), of the year before or for one value of a pivoted field (it is
    /// the measure of those figures, over other rows).
    bool is_made = false;
};

/// The answer of a grouping: one line per group that has rows, keys first. Groups come in the order of the vocabulary,
/// or ascending (numbers, folded texts); unknown keys last, one group per cause. More than 2 000 000 figures are
/// refused (exit 6).
struct Groups {
    std::vector<KeyColumn> keys;
    std::vector<FigureColumn> columns;
    [[nodiscard]] std::size_t size() const { return keys.empty() ? 0 : keys.front().values.size(); }
};

/// A crossing: lines × columns of one measure, with the totals of the same measure over each line, column and all
/// (computed over the rows, never by adding cells: rates and distinct counts do not add).
struct Crossing {
    KeyColumn rows;
    KeyColumn columns;
    std::vector<std::vector<Figure>> cells; ///< [row][column]
    std::vector<Figure> row_totals;
    std::vector<Figure> column_totals;
    Figure total;
};

/// How a row that carries several items of a list field is grouped: once under each item (totals then do not add up,
/// and say so), or once under the list as it is written.
enum class ListKeys : std::uint8_t { each_item, as_written };

/// What fields were made of, by their names.
using FieldsBehind = std::map<std::string, FieldSet, std::less<>>;

class Query {
public:
    explicit Query(std::shared_ptr<const Dataset> dataset, const Domain* domain = nullptr);

    [[nodiscard]] const Dataset& dataset() const { return *dataset_; }
    /// Rows for which the condition is true; a second call narrows further.
    [[nodiscard]] Query where(const ExpressionPointer& condition) const;
    /// A further column, computed when it is used. It may take the name of a field, whose old meaning it may use.
    /// `where` and `derive` throw base::Error (exit 6) at once for an unknown name or a text where a number is wanted.
    [[nodiscard]] Query derive(std::string name, const ExpressionPointer& expression) const;
    /// The same rows with these fields alone, in this order. Conditions on others stay.
    [[nodiscard]] Query select(std::vector<std::string> names) const;

    /// True for a column of the dataset, a field of its schema that no table has, a name of one of its families, or a
    /// derived name.
    [[nodiscard]] bool has_field(std::string_view name) const;
    [[nodiscard]] std::vector<std::string> field_names() const;
    /// What is known of a field: a column's, the schema's, or that of the dataset a derived one was taken from; else
    /// null.
    [[nodiscard]] const Field* field(std::string_view name) const;
    [[nodiscard]] bool is_derived(std::string_view name) const;
    /// With the expressions of derived columns in the place of their names.
    [[nodiscard]] ExpressionPointer expanded(const ExpressionPointer& expression) const;
    [[nodiscard]] const std::shared_ptr<const Dataset>& shared_dataset() const { return dataset_; }
    [[nodiscard]] const Domain* domain() const { return domain_; }
    /// The same rows, which the values of these fields have chosen already: before they became this dataset.
    [[nodiscard]] Query known_as_chosen_by(const FieldSet& fields) const;
    /// The same rows; these of their fields were made of others, before they became this dataset.
    [[nodiscard]] Query known_as_made_of(FieldsBehind behind) const;
    /// The fields that the values of a field were made of, itself among them when it is none of those derived.
    [[nodiscard]] FieldSet fields_behind(const std::string& name) const;
    /// The fields that an expression reads, those behind derived ones as well.
    [[nodiscard]] FieldSet fields_in(const ExpressionPointer& expression) const;
    /// Fields whose values a condition chooses (`fields_that_choose`), those behind derived ones as well.
    [[nodiscard]] FieldSet chosen_in(const ExpressionPointer& condition) const;
    /// Fields whose values chose the rows, those behind derived ones as well.
    [[nodiscard]] const FieldSet& chosen_by() const { return chosen_by_; }
    /// The very same conditions and derived columns over the very same dataset, so that every figure is the same.
    [[nodiscard]] bool is_same_as(const Query& other) const;

    [[nodiscard]] std::shared_ptr<const std::vector<std::uint32_t>> rows() const;
    [[nodiscard]] Figure figure(const Measure& measure) const;
    [[nodiscard]] Groups group(const std::vector<std::string>& fields,
                               const std::vector<std::pair<std::string, Measure>>& measures,
                               ListKeys lists = ListKeys::each_item) const;
    [[nodiscard]] Crossing cross(const std::string& rows, const std::string& columns, const Measure& measure) const;
    /// Groups of the rows' fields with one column of figures for each value of `columns`.
    [[nodiscard]] Groups pivot(const std::vector<std::string>& rows, const std::string& columns, const Measure& measure,
                               ListKeys lists = ListKeys::each_item) const;
    /// Different known values of a field, in the order of `group`.
    [[nodiscard]] KeyColumn distinct(const std::string& field) const;

private:
    struct Work;

    [[nodiscard]] FieldSet with_behind(const std::vector<std::string>& names) const;

    std::shared_ptr<const Dataset> dataset_;
    const Domain* domain_ = nullptr;
    ExpressionPointer condition_;
    std::map<std::string, ExpressionPointer, std::less<>> derived_;
    std::vector<std::string> derived_names_; ///< in the order they were derived in
    FieldSet chosen_by_;
    FieldsBehind behind_;
    std::vector<std::string> selected_; ///< empty: all
    mutable std::shared_ptr<const std::vector<std::uint32_t>> rows_;
};

} // namespace bilan::data
