// SPDX-License-Identifier: MPL-2.0
//
// A small dataset of employment actions, made by hand. Fictitious.
#pragma once

#include "data/dataset.hpp"

#include <optional>
#include <string>
#include <vector>

namespace bilan::script {

/// The schema `emploi` of the domain with these fields filled; a missing value is « nc ».
class MadeDataset {
public:
    explicit MadeDataset(std::shared_ptr<const data::Schema> schema) : schema_(std::move(schema)) {}

    MadeDataset& texts(const std::string& field, const std::vector<std::string>& values)
    {
        data::Column& column = add(field, values.size());
        column.dictionary = std::make_shared<TextPool>();
        for (std::size_t row = 0; row < values.size(); ++row) {
            column.ids.push_back(column.dictionary->intern(values[row]));
            if (values[row].empty()) column.states[row] = data::State::not_given;
        }
        return *this;
    }
    MadeDataset& numbers(const std::string& field, const std::vector<std::optional<double>>& values)
    {
        data::Column& column = add(field, values.size());
        for (std::size_t row = 0; row < values.size(); ++row) {
            column.numbers.push_back(values[row].value_or(0));
            if (!values[row]) column.states[row] = data::State::not_given;
        }
        return *this;
    }
    [[nodiscard]] std::shared_ptr<const data::Dataset> made()
    {
        data::DatasetBuilder builder(schema_);
        values_.schema = schema_;
        values_.origin.file = "mde_2025.xlsx";
        values_.origin.sheet = "Bilan";
        builder.append(values_);
        return builder.finish();
    }

private:
    data::Column& add(const std::string& field, std::size_t rows)
    {
        data::Column column;
        column.field = *schema_->field(field);
        column.states.assign(rows, data::State::value);
        column.source_columns.assign(rows, static_cast<std::uint16_t>(values_.columns.size()));
        values_.source_rows.clear();
        for (std::size_t row = 0; row < rows; ++row) values_.source_rows.push_back(static_cast<std::uint32_t>(row + 1));
        values_.columns.push_back(std::move(column));
        return values_.columns.back();
    }
    std::shared_ptr<const data::Schema> schema_;
    data::TableValues values_;
};

} // namespace bilan::script
