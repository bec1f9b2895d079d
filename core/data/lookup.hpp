// SPDX-License-Identifier: MPL-2.0
//
// A field of another dataset, found by key: what a join adds to a row. The rows of a query are never multiplied: a key
// that the other dataset has several times is unknown, its first row or the sum of its rows, as the script says. Made
// once, then only read; any thread. Shared by the expressions that use it, and keeps the other dataset alive.
#pragma once

#include "data/code_table.hpp"
#include "data/program.hpp"
#include "data/query.hpp"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace bilan::data {

/// How key texts are compared: as they are written, or without case and accents.
enum class KeyMatch : std::uint8_t { exact, folded };

/// What a key that several rows have stands for.
enum class Repeated : std::uint8_t { unknown, first, sum };

/// The rows of a query by the values of some fields. Rows with an unknown key are in no slot; a list puts its row into
/// the slot of each item, and into that of the list as it is written.
class KeyIndex {
public:
    static constexpr std::uint32_t none = CodeTable::none;

    KeyIndex(const Query& query, const std::vector<std::string>& fields, KeyMatch match);

    [[nodiscard]] std::size_t keys() const { return keys_.size(); }
    [[nodiscard]] bool is_text(std::size_t key) const { return keys_[key].is_text; }
    /// The code of a value; `none` when no row has it.
    [[nodiscard]] std::uint32_t code(std::size_t key, std::string_view text) const;
    [[nodiscard]] std::uint32_t code(std::size_t key, double number) const;
    /// The slot of the first keys and the code of the next one together; `none` when no row has both.
    [[nodiscard]] std::uint32_t next_slot(std::uint32_t slot, std::size_t key, std::uint32_t code) const;

    [[nodiscard]] std::size_t slots() const { return starts_.size() - 1; }
    /// Rows of the dataset, ascending.
    [[nodiscard]] std::span<const std::uint32_t> rows_of(std::uint32_t slot) const
    {
        return std::span(rows_).subspan(starts_[slot], starts_[slot + 1] - starts_[slot]);
    }
    [[nodiscard]] std::size_t repeated_slots() const { return repeated_; }
    /// A row whose key an earlier row has, for messages.
    [[nodiscard]] std::optional<std::uint32_t> repeated_row() const { return repeated_row_; }

private:
    struct KeyCodesByValue {
        bool is_text = false;
        std::unordered_map<std::string, std::uint32_t> texts;
        CodeTable numbers;
        CodeTable combined; ///< of a second key and later ones: slot so far × code
        std::size_t size = 0;
    };
    /// A row of the query in a slot of the keys so far; a list puts it in one for each item.
    struct Entry {
        std::uint32_t at = 0;
        std::uint32_t slot = 0;
    };
    void add_key(const Query& query, const std::string& field, std::vector<Entry>& entries);
    void sort_rows(const std::vector<std::uint32_t>& rows, const std::vector<Entry>& entries, std::size_t slot_count);
    [[nodiscard]] std::uint32_t text_code(KeyCodesByValue& codes, std::string_view text) const;
    [[nodiscard]] std::vector<std::vector<std::uint32_t>> codes_of(KeyCodesByValue& codes, const TextSet& texts) const;
    [[nodiscard]] std::string spelt(std::string_view text) const;

    KeyMatch match_;
    std::vector<KeyCodesByValue> keys_;
    std::vector<std::size_t> starts_; ///< by slot
    std::vector<std::uint32_t> rows_;
    std::size_t repeated_ = 0;
    std::optional<std::uint32_t> repeated_row_;
};

class Lookup {
public:
    /// Whether the other dataset has the key: 1 or 0, unknown where the key is.
    Lookup(std::shared_ptr<const KeyIndex> index, const Query& query);
    /// Throws base::Error (exit 6) when texts should be added up.
    Lookup(std::shared_ptr<const KeyIndex> index, const Query& query, const std::string& field, Repeated repeated);

    [[nodiscard]] const KeyIndex& index() const { return *index_; }
    [[nodiscard]] std::size_t keys() const { return index_->keys(); }
    [[nodiscard]] const Dataset& dataset() const { return *dataset_; }
    [[nodiscard]] const Field& field() const { return field_; }
    [[nodiscard]] bool is_text() const { return is_text_; }
    [[nodiscard]] const TextSet& texts() const { return texts_; }
    /// By slot, then one entry more for keys that the other dataset does not have: « nd ».
    [[nodiscard]] const std::vector<double>& numbers() const { return numbers_; }
    [[nodiscard]] const std::vector<std::uint32_t>& ids() const { return ids_; }
    [[nodiscard]] const std::vector<State>& states() const { return states_; }
    /// The rows that a value rests on.
    [[nodiscard]] std::span<const std::uint32_t> rows_of(std::uint32_t slot) const;

private:
    void settle_slot(std::uint32_t slot, Repeated repeated, const std::vector<double>& numbers,
                     const std::vector<std::uint32_t>& ids, const std::vector<State>& states);

    std::shared_ptr<const KeyIndex> index_;
    std::shared_ptr<const Dataset> dataset_;
    Field field_;
    Repeated repeated_;
    bool is_text_ = false;
    TextSet texts_;
    std::vector<double> numbers_;
    std::vector<std::uint32_t> ids_;
    std::vector<State> states_;
};

/// Slots of a lookup for rows of the dataset that looks: a program for each key. One thread.
class SlotFinder {
public:
    SlotFinder(const Dataset& dataset, const Expression& looked_up);
    [[nodiscard]] std::uint32_t slot_of(std::uint32_t row);
    /// `has_key` becomes false when a key of the row is unknown.
    [[nodiscard]] std::uint32_t slot_of(std::uint32_t row, bool& has_key);

private:
    const Lookup& lookup_;
    std::vector<Program> keys_;
};

} // namespace bilan::data
