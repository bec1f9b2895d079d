// SPDX-License-Identifier: MPL-2.0
//
// Rows as functions of a script see them: `row.benef_total` is looked up when it is asked for, a block of rows at a
// time, and nothing is copied before. `state.benef_total` says why a value is not there. One thread.
#pragma once

#include "data/program.hpp"
#include "script/api/objects.hpp"
#include "script/record.hpp"

#include <bilan/place.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace bilan::script {

/// The values of the rows of a query by field.
class RowReader {
public:
    explicit RowReader(std::shared_ptr<QueryObject> query);

    [[nodiscard]] std::size_t rows() const { return rows_->size(); }
    /// The number of a field; throws Mistake with the nearest name.
    [[nodiscard]] std::size_t field(const std::string& name);
    void push_value(lua_State* lua, std::size_t field, std::size_t row);
    void push_state(lua_State* lua, std::size_t field, std::size_t row);
    [[nodiscard]] Place place(std::size_t row) const;

private:
    struct Source {
        data::Program program;
        data::Block block;
        std::optional<std::size_t> loaded; ///< which block
        data::FieldType type = data::FieldType::number;
    };
    Source& load(std::size_t field, std::size_t row);

    std::shared_ptr<QueryObject> query_;
    std::shared_ptr<const std::vector<std::uint32_t>> rows_;
    std::vector<std::unique_ptr<Source>> sources_;
    std::vector<std::string> names_;
};

void register_rows(lua_State* lua);

/// Pushes the table of field numbers that the rows of one reader share.
void push_row_names(lua_State* lua);
/// A row whose place can be moved; `names` is where the table of `push_row_names` stands.
struct RowHandle {
    std::shared_ptr<RowReader> reader;
    std::size_t row = 0;
    bool says_states = false;
};
RowHandle* push_row(lua_State* lua, const std::shared_ptr<RowReader>& reader, std::size_t row, int names);
RowHandle* push_row_states(lua_State* lua, const std::shared_ptr<RowReader>& reader, std::size_t row, int names);
inline constexpr std::size_t row_is_over = static_cast<std::size_t>(-1);

/// `mde_2025.xlsx › Bilan › ligne 9`.
[[nodiscard]] std::string words_of(const Place& place, base::Language language);

/// For the reference and the editor.
[[nodiscard]] const GroupRecord& row_class();

} // namespace bilan::script
