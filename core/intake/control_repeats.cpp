// SPDX-License-Identifier: MPL-2.0
#include "intake/control_frame.hpp"

#include "base/text.hpp"
#include "data/code_table.hpp"

#include <algorithm>
#include <span>
#include <string_view>

namespace bilan::intake {

namespace {

using Codes = std::vector<std::uint32_t>;

/// A column as numbers that are equal when people would call the values equal; each dictionary entry is folded once.
class Comparable {
public:
    explicit Comparable(const Part& part) : part_(part)
    {
        if (part.column == nullptr || part.column->dictionary == nullptr) return;
        const TextPool& texts = *part.column->dictionary;
        TextPool items;
        codes_.reserve(texts.size());
        starts_.reserve(texts.size() + 1);
        starts_.push_back(0);
        for (TextPool::Id id = 0; id < texts.size(); ++id) {
            // A list agrees with another where they share an item.
            for (const std::string_view item : base::split(texts.at(id), data::list_separator))
                codes_.push_back(items.intern(base::fold(item)));
            starts_.push_back(static_cast<std::uint32_t>(codes_.size()));
        }
    }

    /// What the row says, one code for each item of a list; good until the next call. REQUIRES: the row is known.
    [[nodiscard]] std::span<const std::uint32_t> codes(std::size_t row)
    {
        if (part_.column->dictionary != nullptr) {
            const TextPool::Id id = part_.column->ids[row];
            return std::span(codes_).subspan(starts_[id], starts_[id + 1] - starts_[id]);
        }
        number_ = numbers_.code_of(data::bits_of(part_.number(row)));
        return {&number_, 1};
    }
    [[nodiscard]] const Part& part() const { return part_; }

private:
    const Part& part_;
    Codes codes_;  ///< of all items, by dictionary id
    Codes starts_; ///< where those of an id begin
    data::CodeTable numbers_;
    std::uint32_t number_ = 0;
};

/// The combinations of what the parts of a row say, each a number of its own.
class Keys {
public:
    Keys(const std::vector<Part>& parts, const data::Control& control)
        : control_(control), parts_(parts.begin(), parts.end()), steps_(parts.size())
    {
    }

    /// Every combination; nothing when a part that must be known is not.
    const Codes& of(std::size_t row)
    {
        keys_.assign(1, 0);
        bool any = false;
        for (std::size_t at = 0; at < parts_.size(); ++at) {
            Comparable& part = parts_[at];
            const bool is_known = part.part().is_known(row);
            if (is_known ? !counts(part, row) : !part.part().optional) return none_;
            any = any || is_known;
            longer_.clear();
            if (!is_known) add(at, unknown);
            if (is_known)
                for (const std::uint32_t code : part.codes(row)) add(at, code);
            keys_.swap(longer_);
        }
        return any ? keys_ : none_;
    }

private:
    static constexpr std::uint32_t unknown = data::CodeTable::none; ///< the code of no value

    [[nodiscard]] bool counts(const Comparable& part, std::size_t row) const
    {
        const bool is_number = data::is_numeric(part.part().column->field.type);
        return !is_number || !control_.limit || part.part().number(row) >= *control_.limit;
    }

    void add(std::size_t step, std::uint32_t code)
    {
        for (const std::uint32_t key : keys_) longer_.push_back(steps_[step].code_of(std::uint64_t{key} << 32U | code));
    }

    const data::Control& control_;
    std::vector<Comparable> parts_;
    std::vector<data::CodeTable> steps_; ///< a combination and one more part to the longer combination
    Codes keys_;
    Codes longer_;
    const Codes none_;
};

/// The first row of each key.
class FirstRows {
public:
    /// `row` itself when the key is new.
    std::uint32_t of(std::uint32_t key, std::uint32_t row)
    {
        if (key >= rows_.size()) rows_.resize(std::size_t{key} + 1, data::CodeTable::none);
        if (rows_[key] == data::CodeTable::none) rows_[key] = row;
        return rows_[key];
    }

private:
    Codes rows_;
};

bool is_same_source(const data::Dataset& dataset, std::uint32_t left, std::uint32_t right)
{
    return dataset.table(left) == dataset.table(right) && dataset.source_row(left) == dataset.source_row(right);
}

} // namespace

void judge_unique(const Frame& frame, Verdict& verdict)
{
    if (frame.parts.empty()) return;
    Keys keys(frame.parts, frame.control);
    FirstRows first_rows;
    judge_rows(frame.dataset, verdict, [&](std::uint32_t row, std::optional<Broken>& broken) {
        const Codes& of_row = keys.of(row);
        // One row of the partner that became several (quarters side by side) is no duplicate of itself, and one that
        // is a duplicate is said once.
        const bool is_told = row > 0 && is_same_source(frame.dataset, row, row - 1);
        for (const std::uint32_t key : of_row) {
            const std::uint32_t first = first_rows.of(key, row);
            if (first != row && !is_told && !broken && !is_same_source(frame.dataset, row, first))
                broken = Broken{row, {}, first};
        }
        return !of_row.empty();
    });
}

void judge_repeats(const Frame& frame, Verdict& verdict)
{
    if (frame.parts.empty() || frame.whole.column == nullptr) return;
    std::vector<Part> parts = frame.parts;
    parts.push_back(frame.whole);
    Keys keys(parts, frame.control);
    FirstRows first_rows;
    Codes told; ///< by key, one more than the place of its finding
    for (std::uint32_t row = 0; row < frame.dataset.rows(); ++row) {
        const Codes& of_row = keys.of(row);
        if (of_row.empty()) continue;
        ++verdict.judged;
        if (row > 0 && is_same_source(frame.dataset, row, row - 1)) continue; // one row of the partner, made several
        const std::uint32_t key = of_row.front();
        const std::uint32_t first = first_rows.of(key, row);
        if (first == row || is_same_source(frame.dataset, row, first)) continue;
        if (key >= told.size()) told.resize(std::size_t{key} + 1);
        if (told[key] != 0) {
            verdict.broken[told[key] - 1].later_rows.push_back(row);
            continue;
        }
        verdict.broken.push_back({row, {}, first, {}});
        told[key] = static_cast<std::uint32_t>(verdict.broken.size());
    }
}

void judge_agrees(const Frame& frame, Verdict& verdict)
{
    if (frame.parts.empty() || frame.whole.column == nullptr) return;
    Keys keys(frame.parts, frame.control);
    FirstRows first_rows;
    Comparable whole(frame.whole);
    judge_rows(frame.dataset, verdict, [&](std::uint32_t row, std::optional<Broken>& broken) {
        if (!frame.whole.is_known(row)) return false;
        const Codes& of_row = keys.of(row);
        for (const std::uint32_t key : of_row) {
            const std::uint32_t first = first_rows.of(key, row);
            if (first == row || broken) continue;
            const std::span<const std::uint32_t> of_this = whole.codes(row);
            const Codes said(of_this.begin(), of_this.end());
            if (!std::ranges::equal(said, whole.codes(first))) broken = Broken{row, {}, first};
        }
        return !of_row.empty();
    });
}

} // namespace bilan::intake
