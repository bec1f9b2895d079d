// SPDX-License-Identifier: MPL-2.0
#include "data/lookup.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <numeric>

namespace bilan::data {

namespace {

/// A list of thousands of items on each of a million rows would fill any memory.
constexpr std::size_t most_entries = std::size_t{1} << 26U;

} // namespace

KeyIndex::KeyIndex(const Query& query, const std::vector<std::string>& fields, KeyMatch match) : match_(match)
{
    std::vector<Entry> entries(query.rows()->size());
    for (std::uint32_t at = 0; at < entries.size(); ++at) entries[at].at = at;
    for (const std::string& name : fields) add_key(query, name, entries);
    sort_rows(*query.rows(), entries, keys_.empty() ? 0 : keys_.back().size);
    for (std::uint32_t slot = 0; slot + 1 < starts_.size(); ++slot) {
        if (rows_of(slot).size() < 2) continue;
        if (repeated_++ == 0) repeated_row_ = rows_of(slot)[1];
    }
}

std::string KeyIndex::spelt(std::string_view text) const
{
    return match_ == KeyMatch::folded ? base::fold(text) : std::string(text);
}

std::uint32_t KeyIndex::text_code(KeyCodesByValue& codes, std::string_view text) const
{
    return codes.texts.emplace(spelt(text), static_cast<std::uint32_t>(codes.texts.size())).first->second;
}

/// For each text the codes that find its rows: its own, and of a list those of its items as well.
std::vector<std::vector<std::uint32_t>> KeyIndex::codes_of(KeyCodesByValue& codes, const TextSet& texts) const
{
    std::vector<std::vector<std::uint32_t>> found(texts.size());
    for (std::uint32_t id = 0; id < found.size(); ++id) {
        found[id].push_back(text_code(codes, texts.at(id)));
        if (!texts.is_list()) continue;
        for (const std::string_view item : base::split(texts.at(id), list_separator))
            if (!item.empty()) found[id].push_back(text_code(codes, item));
        std::sort(found[id].begin(), found[id].end());
        found[id].erase(std::unique(found[id].begin(), found[id].end()), found[id].end());
    }
    return found;
}

void KeyIndex::add_key(const Query& query, const std::string& name, std::vector<Entry>& entries)
{
    const ExpressionPointer key = query.expanded(field(name));
    Program program(query.dataset(), *key);
    const bool is_first = keys_.empty();
    KeyCodesByValue& codes = keys_.emplace_back();
    codes.is_text = program.is_text();
    const auto codes_of_text =
        codes.is_text ? codes_of(codes, program.texts()) : std::vector<std::vector<std::uint32_t>>();
    std::vector<std::uint32_t> value_of; // by place in the query: a text, or the code of a number
    value_of.reserve(query.rows()->size());
    for_each_block(*query.rows(), [&](std::span<const std::uint32_t> block) {
        const Block values = program.run(block);
        for (std::size_t row = 0; row < block.size(); ++row) {
            if (values.states[row] != State::value)
                value_of.push_back(none);
            else
                value_of.push_back(codes.is_text ? values.ids[row]
                                                 : codes.numbers.code_of(bits_of(values.numbers[row])));
        }
    });
    std::vector<Entry> found;
    found.reserve(entries.size());
    for (const Entry& entry : entries) {
        const std::uint32_t value = value_of[entry.at];
        if (value == none) continue;
        for (const std::uint32_t code :
             codes.is_text ? std::span(codes_of_text[value]) : std::span(&value, std::size_t{1})) {
            if (found.size() >= most_entries)
                throw base::Error(base::ExitCode::script, "", {"BIL-697", {std::to_string(most_entries)}});
            found.push_back(
                {entry.at, is_first ? code : codes.combined.code_of((std::uint64_t{entry.slot} << 32U) | code)});
        }
    }
    entries = std::move(found);
    const std::size_t different = codes.is_text ? codes.texts.size() : codes.numbers.values().size();
    codes.size = is_first ? different : codes.combined.values().size();
}

void KeyIndex::sort_rows(const std::vector<std::uint32_t>& rows, const std::vector<Entry>& entries,
                         std::size_t slot_count)
{
    starts_.assign(slot_count + 1, 0);
    for (const Entry& entry : entries) ++starts_[entry.slot + 1];
    std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
    rows_.resize(starts_.back());
    std::vector<std::size_t> next(starts_.begin(), starts_.end() - 1);
    for (const Entry& entry : entries) rows_[next[entry.slot]++] = rows[entry.at];
}

std::uint32_t KeyIndex::code(std::size_t key, std::string_view text) const
{
    const auto found = keys_[key].texts.find(spelt(text));
    return found == keys_[key].texts.end() ? none : found->second;
}

std::uint32_t KeyIndex::code(std::size_t key, double number) const
{
    return keys_[key].numbers.find_code(bits_of(number));
}

std::uint32_t KeyIndex::next_slot(std::uint32_t slot, std::size_t key, std::uint32_t code) const
{
    if (slot == none || code == none) return none;
    if (key == 0) return code;
    return keys_[key].combined.find_code((std::uint64_t{slot} << 32U) | code);
}

Lookup::Lookup(std::shared_ptr<const KeyIndex> index, const Query& query)
    : index_(std::move(index)), dataset_(query.shared_dataset()), repeated_(Repeated::first)
{
    field_.label = {"trouvé", "found"};
    field_.type = FieldType::boolean;
    states_.assign(index_->slots() + 1, State::value);
    numbers_.assign(index_->slots() + 1, 0.0);
    for (std::uint32_t slot = 0; slot < index_->slots(); ++slot)
        if (!index_->rows_of(slot).empty()) numbers_[slot] = 1.0;
}

Lookup::Lookup(std::shared_ptr<const KeyIndex> index, const Query& query, const std::string& name, Repeated repeated)
    : index_(std::move(index)), dataset_(query.shared_dataset()), repeated_(repeated)
{
    const ExpressionPointer lent = query.expanded(data::field(name));
    Program program(*dataset_, *lent);
    is_text_ = program.is_text();
    texts_ = is_text_ ? program.texts() : TextSet();
    if (const Field* known = query.field(name); known != nullptr) field_ = *known;
    field_.id = name;
    if (query.field(name) == nullptr) field_.type = is_text_ ? FieldType::text : FieldType::number;
    if (repeated == Repeated::sum && is_text_) throw base::Error(base::ExitCode::script, "", {"BIL-692", {name}});

    std::vector<double> numbers(dataset_->rows());
    std::vector<std::uint32_t> ids(dataset_->rows());
    std::vector<State> states(dataset_->rows());
    for_each_block(*query.rows(), [&](std::span<const std::uint32_t> block) {
        const Block values = program.run(block);
        for (std::size_t row = 0; row < block.size(); ++row) {
            states[block[row]] = values.states[row];
            if (is_text_)
                ids[block[row]] = values.ids[row];
            else
                numbers[block[row]] = values.numbers[row];
        }
    });
    const std::size_t slots = index_->slots() + 1;
    (is_text_ ? ids_.resize(slots) : numbers_.resize(slots));
    states_.assign(slots, State::not_available);
    for (std::uint32_t slot = 0; slot + 1 < slots; ++slot) settle_slot(slot, repeated, numbers, ids, states);
}

void Lookup::settle_slot(std::uint32_t slot, Repeated repeated, const std::vector<double>& numbers,
                         const std::vector<std::uint32_t>& ids, const std::vector<State>& states)
{
    const std::span<const std::uint32_t> rows = index_->rows_of(slot);
    if (rows.empty()) return; // a text that only rows left out by a condition have
    states_[slot] = rows.size() > 1 && repeated == Repeated::unknown ? State::error : states[rows.front()];
    if (is_text_) {
        ids_[slot] = ids[rows.front()];
        return;
    }
    numbers_[slot] = numbers[rows.front()];
    if (repeated != Repeated::sum) return;
    for (const std::uint32_t row : rows.subspan(1)) { // one unknown part makes the sum unknown, as in any sum
        numbers_[slot] += numbers[row];
        if (states_[slot] == State::value) states_[slot] = states[row];
    }
}

std::span<const std::uint32_t> Lookup::rows_of(std::uint32_t slot) const
{
    if (slot >= index_->slots()) return {};
    const std::span<const std::uint32_t> rows = index_->rows_of(slot);
    return repeated_ == Repeated::first && !rows.empty() ? rows.first(1) : rows;
}

SlotFinder::SlotFinder(const Dataset& dataset, const Expression& looked_up) : lookup_(*looked_up.lookup)
{
    for (const ExpressionPointer& key : looked_up.operands) keys_.emplace_back(dataset, *key);
}

std::uint32_t SlotFinder::slot_of(std::uint32_t row)
{
    bool has_key = true;
    return slot_of(row, has_key);
}

std::uint32_t SlotFinder::slot_of(std::uint32_t row, bool& has_key)
{
    std::uint32_t slot = 0;
    for (std::size_t key = 0; key < keys_.size(); ++key) {
        const Block value = keys_[key].run({&row, 1});
        has_key = value.states[0] == State::value;
        if (!has_key) return KeyIndex::none;
        const std::uint32_t code = keys_[key].is_text() ? lookup_.index().code(key, keys_[key].texts().at(value.ids[0]))
                                                        : lookup_.index().code(key, value.numbers[0]);
        slot = lookup_.index().next_slot(slot, key, code);
    }
    return slot;
}

} // namespace bilan::data
