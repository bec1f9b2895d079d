// SPDX-License-Identifier: MPL-2.0
//
// From the values of a key to codes in display order: first any code per value, then the order of the values that are
// there, then the final code of each row. Values are ordered once each, whatever the number of rows.
#include "base/error.hpp"
#include "base/text.hpp"
#include "data/code_table.hpp"
#include "data/grouping.hpp"
#include "data/whole_numbers.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>
#include <tuple>
#include <unordered_map>

namespace bilan::data {

namespace {

constexpr std::uint32_t unused = std::numeric_limits<std::uint32_t>::max();
/// A list of thousands of items on each of a million rows would fill any memory.
constexpr std::size_t most_entries = std::size_t{1} << 26U;

/// A key as it is met: codes are ids of texts or of numbers, then one per state from `first_state` on.
struct RawKey {
    std::vector<std::uint32_t> codes;
    std::uint32_t first_state = 0;
};

RawKey raw_texts(Program& program, std::span<const std::uint32_t> rows)
{
    RawKey raw;
    raw.first_state = static_cast<std::uint32_t>(program.texts().size());
    raw.codes.resize(rows.size());
    std::uint32_t* code = raw.codes.data();
    for_each_block(rows, [&](std::span<const std::uint32_t> block) {
        const Block values = program.run(block);
        for (std::size_t row = 0; row < block.size(); ++row) {
            const std::uint32_t of_state = raw.first_state + static_cast<std::uint32_t>(values.states[row]);
            *code++ = values.states[row] == State::value ? values.ids[row] : of_state;
        }
    });
    return raw;
}

/// Years, departments and most counts are small and whole: they are their own codes, without a table to look into.
constexpr std::uint32_t small_end = 65536;

/// Nothing where a number is not small and whole.
std::optional<RawKey> raw_small_numbers(Program& program, std::span<const std::uint32_t> rows)
{
    RawKey raw;
    raw.first_state = small_end;
    raw.codes.resize(rows.size());
    std::uint32_t* code = raw.codes.data();
    bool are_small = true;
    for_each_block(rows, [&](std::span<const std::uint32_t> block) {
        if (!are_small) return;
        const Block values = program.run(block);
        are_small = are_whole_within(values.numbers, block.size(), 0, small_end - 1);
        if (!are_small) return;
        for (std::size_t row = 0; row < block.size(); ++row) {
            const std::uint32_t of_state = small_end + static_cast<std::uint32_t>(values.states[row]);
            const auto of_number = static_cast<std::uint32_t>(static_cast<std::int32_t>(values.numbers[row]));
            *code++ = values.states[row] == State::value ? of_number : of_state;
        }
    });
    if (!are_small) return std::nullopt;
    return raw;
}

RawKey raw_numbers(Program& program, std::span<const std::uint32_t> rows, CodeTable& numbers)
{
    constexpr std::uint32_t state_mark = unused - static_cast<std::uint32_t>(state_count);
    RawKey raw;
    raw.codes.resize(rows.size());
    std::uint32_t* code = raw.codes.data();
    bool has_states = false;
    for_each_block(rows, [&](std::span<const std::uint32_t> block) {
        const Block values = program.run(block);
        for (std::size_t row = 0; row < block.size(); ++row) {
            if (values.states[row] == State::value) {
                *code++ = numbers.code_of(bits_of(values.numbers[row]));
            } else {
                *code++ = state_mark + static_cast<std::uint32_t>(values.states[row]);
                has_states = true;
            }
        }
    });
    raw.first_state = static_cast<std::uint32_t>(numbers.values().size());
    if (!has_states) return raw;
    const std::uint32_t down = state_mark - raw.first_state; // above every code, which then comes round above itself
    for (std::uint32_t& code_or_mark : raw.codes) code_or_mark = std::min(code_or_mark, code_or_mark - down);
    return raw;
}

/// Where a text stands: in the order of its vocabulary, or after it by folded text.
class TextOrder {
public:
    explicit TextOrder(const Vocabulary* vocabulary)
    {
        if (vocabulary == nullptr) return;
        for (const Term& term : vocabulary->terms) places_.emplace(term.id, places_.size());
    }

    using Place = std::tuple<std::size_t, std::string, std::string_view>;
    [[nodiscard]] Place of(std::string_view text) const
    {
        if (const auto place = places_.find(text); place != places_.end()) return {place->second, {}, text};
        return {places_.size(), base::fold(text), text};
    }

private:
    std::unordered_map<std::string_view, std::size_t> places_;
};

const Vocabulary* vocabulary_of(const TextSet& texts, const Domain* domain)
{
    const Field* const field = texts.field();
    return domain == nullptr || field == nullptr || field->vocabulary.empty() ? nullptr
                                                                              : domain->vocabulary(field->vocabulary);
}

/// The codes in use, ascending.
std::vector<std::uint32_t> used_codes(const RawKey& raw)
{
    std::vector<std::uint8_t> seen(raw.first_state + state_count);
    for (const std::uint32_t code : raw.codes) seen[code] = 1;
    std::vector<std::uint32_t> used;
    for (std::uint32_t code = 0; code < seen.size(); ++code)
        if (seen[code] != 0) used.push_back(code);
    return used;
}

/// Gives every used code its final place; `order` sorts the codes below `first_state`, states follow.
template <class KeyOf>
KeyCodes settle(RawKey raw, const std::vector<std::uint32_t>& known, const std::vector<std::uint32_t>& used,
                KeyOf key_of)
{
    KeyCodes key;
    std::vector<std::uint32_t> place(raw.first_state + state_count, unused);
    for (const std::uint32_t code : known) {
        place[code] = static_cast<std::uint32_t>(key.values.size());
        key.values.push_back(key_of(code));
        key.states.push_back(State::value);
    }
    for (const std::uint32_t code : used) {
        if (code < raw.first_state) continue;
        place[code] = static_cast<std::uint32_t>(key.values.size());
        key.values.emplace_back(std::monostate{});
        key.states.push_back(static_cast<State>(code - raw.first_state));
    }
    for (std::uint32_t& code : raw.codes) code = place[code];
    key.codes = std::move(raw.codes);
    return key;
}

std::vector<std::uint32_t> below(const std::vector<std::uint32_t>& used, std::uint32_t first_state)
{
    return {used.begin(), std::ranges::lower_bound(used, first_state)};
}

template <class TextOf>
void sort_texts(std::vector<std::uint32_t>& codes, const TextOrder& order, TextOf text_of)
{
    std::vector<std::pair<TextOrder::Place, std::uint32_t>> places;
    places.reserve(codes.size());
    for (const std::uint32_t code : codes) places.emplace_back(order.of(text_of(code)), code);
    std::ranges::sort(places);
    std::ranges::transform(places, codes.begin(), [](const auto& place) { return place.second; });
}

KeyCodes encode_small_numbers(RawKey raw)
{
    const std::vector<std::uint32_t> used = used_codes(raw);
    const std::vector<std::uint32_t> known = below(used, raw.first_state);
    return settle(std::move(raw), known, used, [](std::uint32_t code) { return Key(static_cast<double>(code)); });
}

KeyCodes encode_numbers(Program& program, std::span<const std::uint32_t> rows)
{
    if (std::optional<RawKey> small = raw_small_numbers(program, rows)) return encode_small_numbers(*std::move(small));
    CodeTable numbers;
    RawKey raw = raw_numbers(program, rows, numbers);
    const std::vector<std::uint32_t> used = used_codes(raw);
    std::vector<std::uint32_t> known = below(used, raw.first_state);
    const auto number_of = [&](std::uint32_t code) { return std::bit_cast<double>(numbers.values()[code]); };
    std::ranges::sort(known, {}, number_of);
    return settle(std::move(raw), known, used, [&](std::uint32_t code) { return Key(number_of(code)); });
}

/// The items of all lists of a key, numbered in order of first appearance.
class Items {
public:
    /// The items of one list, each once.
    std::vector<std::uint32_t> of(std::string_view list)
    {
        ++lists_;
        std::vector<std::uint32_t> codes;
        for (const std::string_view item : base::split(list, list_separator))
            if (!item.empty()) take(item, codes);
        if (codes.empty()) take("", codes); // a row stays accounted for
        return codes;
    }
    [[nodiscard]] std::string_view text(std::uint32_t code) const { return texts_[code]; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(texts_.size()); }

private:
    void take(std::string_view item, std::vector<std::uint32_t>& codes)
    {
        const auto [found, is_new] = codes_.emplace(item, size());
        if (is_new) {
            texts_.push_back(item);
            last_list_.push_back(0);
        }
        if (last_list_[found->second] == lists_) return;
        last_list_[found->second] = lists_;
        codes.push_back(found->second);
    }

    std::unordered_map<std::string_view, std::uint32_t> codes_;
    std::vector<std::string_view> texts_;
    std::vector<std::uint32_t> last_list_; ///< the last list an item was seen in
    std::uint32_t lists_ = 0;
};

/// Replaces codes of lists by codes of their items, a row once under each.
KeyCodes encode_items(const RawKey& lists, const TextSet& texts, const TextOrder& order)
{
    const std::vector<std::uint32_t> used = used_codes(lists);
    Items items;
    std::vector<std::vector<std::uint32_t>> items_of(lists.first_state);
    for (const std::uint32_t code : below(used, lists.first_state)) items_of[code] = items.of(texts.at(code));

    RawKey raw;
    raw.first_state = items.size();
    std::vector<std::uint32_t> origins;
    for (std::uint32_t row = 0; row < lists.codes.size(); ++row) {
        const std::uint32_t code = lists.codes[row];
        const bool is_known = code < lists.first_state;
        const std::uint32_t state = raw.first_state + (is_known ? 0 : code - lists.first_state);
        const std::span<const std::uint32_t> codes =
            is_known ? std::span(std::as_const(items_of[code])) : std::span(&state, 1);
        for (const std::uint32_t item : codes) {
            raw.codes.push_back(item);
            origins.push_back(row);
        }
        if (raw.codes.size() > most_entries)
            throw base::Error(base::ExitCode::script, "", {"BIL-697", {std::to_string(most_entries)}});
    }
    const std::vector<std::uint32_t> used_items = used_codes(raw);
    std::vector<std::uint32_t> known = below(used_items, raw.first_state);
    const auto item_of = [&](std::uint32_t code) { return items.text(code); };
    sort_texts(known, order, item_of);
    KeyCodes key =
        settle(std::move(raw), known, used_items, [&](std::uint32_t code) { return Key(std::string(item_of(code))); });
    key.origins = std::move(origins);
    return key;
}

} // namespace

KeyCodes encode_key(Program& program, std::span<const std::uint32_t> rows, const Domain* domain, ListKeys lists)
{
    if (!program.is_text()) return encode_numbers(program, rows);
    const TextSet& texts = program.texts();
    const TextOrder order(vocabulary_of(texts, domain));
    RawKey raw = raw_texts(program, rows);
    if (texts.is_list() && lists == ListKeys::each_item) return encode_items(raw, texts, order);
    const std::vector<std::uint32_t> used = used_codes(raw);
    std::vector<std::uint32_t> known = below(used, raw.first_state);
    const auto text_of = [&](std::uint32_t code) { return texts.at(code); };
    if (!texts.is_ordered()) sort_texts(known, order, text_of);
    return settle(std::move(raw), known, used, [&](std::uint32_t code) { return Key(std::string(text_of(code))); });
}

} // namespace bilan::data
