// SPDX-License-Identifier: MPL-2.0
//
// Rows as functions of a script see them: `row.benef_total` is looked up when it is asked for, a block of rows at a
// time, and nothing is copied before. `state.benef_total` says why a value is not there. One thread.
#pragma once

#include "data/program.hpp"
#include "script/api/objects.hpp"
#include "script/record.hpp"

#include <bilan/place.hpp>

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace bilan::script {

/// The values of one field, a block of rows at a time.
class RowField {
public:
    RowField(const data::Query& query, const std::string& name);

    /// REQUIRES: `row` is one of `rows`.
    void push_value(lua_State* lua, std::span<const std::uint32_t> rows, std::size_t row);
    void push_state(lua_State* lua, std::span<const std::uint32_t> rows, std::size_t row);

private:
    /// The place of a row in the block at hand, and whether it is there.
    [[nodiscard]] std::size_t place(std::size_t row) const { return row - first_; }
    [[nodiscard]] bool has(std::size_t row) const { return place(row) < loaded_; }
    void load(std::span<const std::uint32_t> rows, std::size_t row);
    void push_known(lua_State* lua, std::size_t at) const;

    data::Program program_;
    data::Block block_;
    std::size_t first_ = 0;
    std::size_t loaded_ = 0;
    data::FieldType type_ = data::FieldType::number;
    bool is_plain_number_ = false;
};

/// The fields asked for last, by the address of their name. Only for names that a table keeps alive: no other text can
/// then stand at that address.
class NameCache {
public:
    /// Null when the name was not met, or another took its place.
    [[nodiscard]] RowField* find(const void* name) const
    {
        const Entry& entry = entries_[slot(name)];
        return entry.name == name ? entry.field : nullptr;
    }
    void keep(const void* name, RowField& field) { entries_[slot(name)] = {name, &field}; }

private:
    struct Entry {
        const void* name = nullptr;
        RowField* field = nullptr;
    };
    static std::size_t slot(const void* name) { return reinterpret_cast<std::uintptr_t>(name) / 16 % 64; }

    std::array<Entry, 64> entries_{};
};

/// The rows of a query, and the fields that were asked for.
class RowReader {
public:
    explicit RowReader(std::shared_ptr<QueryObject> query);

    [[nodiscard]] std::span<const std::uint32_t> rows() const { return *rows_; }
    /// Where the row stands that comes at this turn.
    [[nodiscard]] std::size_t place_of(std::size_t turn) const { return places_.empty() ? turn : places_[turn]; }
    void take_order(std::vector<std::uint32_t> places) { places_ = std::move(places); }
    /// The number of a field that was not asked for before, from 1; throws Mistake with the nearest name.
    [[nodiscard]] std::size_t add(const std::string& name);
    [[nodiscard]] RowField& at(std::size_t number) { return *fields_[number - 1]; }
    [[nodiscard]] NameCache& names() { return names_; }
    /// The fields of the dataset behind all that was asked for.
    [[nodiscard]] const std::vector<std::string>& read() const { return read_; }
    [[nodiscard]] Place place(std::size_t row) const;

private:
    std::shared_ptr<QueryObject> query_;
    std::shared_ptr<const std::vector<std::uint32_t>> rows_;
    std::vector<std::uint32_t> places_; ///< empty: as the rows stand
    std::vector<std::unique_ptr<RowField>> fields_;
    std::vector<std::string> read_;
    NameCache names_;
};

void register_rows(lua_State* lua);

/// Pushes the table that the rows of one reader share: the number of each field by its name, the name by its number.
void push_row_names(lua_State* lua);
/// A row whose place can be moved; `names` is where the table of `push_row_names` stands.
struct RowHandle {
    std::shared_ptr<RowReader> reader;
    std::size_t row = 0;
};
RowHandle* push_row(lua_State* lua, const std::shared_ptr<RowReader>& reader, std::size_t row, int names);
RowHandle* push_row_states(lua_State* lua, const std::shared_ptr<RowReader>& reader, std::size_t row, int names);
inline constexpr std::size_t row_is_over = static_cast<std::size_t>(-1);

/// `mde_2025.xlsx › Bilan › ligne 9`.
[[nodiscard]] std::string words_of(const Place& place, base::Language language);

/// For the reference and the editor.
[[nodiscard]] const GroupRecord& row_class();

} // namespace bilan::script
