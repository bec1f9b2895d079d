// SPDX-License-Identifier: MPL-2.0
//
// One table while it is being understood: where it is, what its columns and rows are. Belongs to one take-in.
#pragma once

#include "intake/intake.hpp"
#include "intake/row/rows.hpp"

#include <optional>
#include <string>
#include <vector>

namespace bilan::intake {

/// A value that no cell of the record gives: the year of a title, the quarter of a sheet name.
struct Given {
    std::string field;
    std::string text;
    std::optional<CellPosition> at = {}; ///< the cell of a line above the table
};

/// « Sexe » and « Nb de bénéficiaires », as indices of the headers: each row counts women or men.
struct SexColumns {
    std::size_t says = 0;
    std::size_t people = 0;
};

struct TableDraft {
    const SheetView* view = nullptr;
    Block block;
    std::vector<std::string> titles; ///< texts above the table
    std::vector<HeaderColumn> headers;
    std::vector<bool> personal;
    Mapping mapping; ///< without a schema when none fits
    double confidence = 0;
    base::Message schema_reason;
    std::string left_out; ///< code of the reason why the table is not read though a schema fits
    TableRows rows;
    std::vector<Given> given;
    std::optional<SexColumns> sexes = {};
    std::optional<int> year;

    /// The column of the view names persons.
    [[nodiscard]] bool is_personal(std::uint32_t column) const;
    /// The cell names a person, or its column does.
    [[nodiscard]] bool may_name_person(std::uint32_t row, std::uint32_t column) const;
    /// The label of a cell as a finding may show it.
    [[nodiscard]] std::string shown(std::uint32_t row, std::uint32_t column) const;
    [[nodiscard]] bool has_schema() const { return mapping.schema != nullptr && left_out.empty(); }
    [[nodiscard]] const std::string& sheet() const { return view->grid().facts.name; }
};

/// Everything that stays the same while one file is taken in.
struct TakeIn {
    const Book* book = nullptr;
    const Options* options = nullptr;
    const Lexicon* lexicon = nullptr;
    FileReading* reading = nullptr;

    void say(std::string code, data::Severity severity, Place place, Done done, base::Message message,
             std::string header = {}, std::string read = {}) const;
    [[nodiscard]] Place place(const SheetView& view) const;
    [[nodiscard]] Place place(const SheetView& view, std::uint32_t row, std::uint32_t column) const;
};

} // namespace bilan::intake
