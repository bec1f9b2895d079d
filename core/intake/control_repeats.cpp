// SPDX-License-Identifier: MPL-2.0
#include "intake/control_frame.hpp"

#include "base/text.hpp"

#include <cstring>
#include <unordered_map>

namespace bilan::intake {

namespace {

std::string bytes_of(double number)
{
    number += 0.0; // both zeros are one number
    std::string bytes(sizeof number, '\0');
    std::memcpy(bytes.data(), &number, sizeof number);
    return bytes;
}

/// A column as texts that are equal when people would call the values equal; each dictionary entry is folded once.
class Comparable {
public:
    explicit Comparable(const Part& part) : part_(part)
    {
        if (part.column == nullptr || part.column->dictionary == nullptr) return;
        for (TextPool::Id id = 0; id < part.column->dictionary->size(); ++id) {
            folded_.emplace_back();
            // A list agrees with another where they share an item.
            for (const std::string_view item : base::split(part.column->dictionary->at(id), data::list_separator))
                folded_.back().push_back(base::fold(item));
        }
    }

    /// What the row says, one text for each item of a list. REQUIRES: the row is known.
    [[nodiscard]] std::vector<std::string> texts(std::size_t row) const
    {
        if (part_.column->dictionary != nullptr) return folded_[part_.column->ids[row]];
        return {bytes_of(part_.number(row))};
    }
    [[nodiscard]] const Part& part() const { return part_; }

private:
    const Part& part_;
    std::vector<std::vector<std::string>> folded_;
};

/// Every combination of what the parts of a row say; nothing when a part that must be known is not.
std::vector<std::string> keys_of(const std::vector<Comparable>& parts, const data::Control& control, std::size_t row)
{
    std::vector<std::string> keys{{}};
    bool any = false;
    for (const Comparable& part : parts) {
        const bool is_known = part.part().is_known(row);
        if (!is_known && !part.part().optional) return {};
        any = any || is_known;
        const bool is_number = is_known && data::is_numeric(part.part().column->field.type);
        if (is_number && control.limit && part.part().number(row) < *control.limit) return {};
        std::vector<std::string> longer;
        for (const std::string& text : is_known ? part.texts(row) : std::vector<std::string>{{}})
            for (std::string key : keys) { // with sizes, so that no two lists of texts give one key
                if (is_known)
                    key.append(std::to_string(text.size())).append(1, ':').append(text);
                else
                    key.append(1, '-');
                longer.push_back(std::move(key));
            }
        keys = std::move(longer);
    }
    return any ? keys : std::vector<std::string>();
}

bool is_same_source(const data::Dataset& dataset, std::uint32_t left, std::uint32_t right)
{
    return dataset.table(left) == dataset.table(right) && dataset.source_row(left) == dataset.source_row(right);
}

} // namespace

void judge_unique(const Frame& frame, Verdict& verdict)
{
    const std::vector<Comparable> parts(frame.parts.begin(), frame.parts.end());
    if (parts.empty()) return;
    std::unordered_map<std::string, std::uint32_t> first_rows;
    judge_rows(frame.dataset, verdict, [&](std::uint32_t row, std::optional<Broken>& broken) {
        const std::vector<std::string> keys = keys_of(parts, frame.control, row);
        // One row of the partner that became several (quarters side by side) is no duplicate of itself, and one that
        // is a duplicate is said once.
        const bool is_told = row > 0 && is_same_source(frame.dataset, row, row - 1);
        for (const std::string& key : keys) {
            const auto [first, is_new] = first_rows.emplace(key, row);
            if (!is_new && !is_told && !broken && !is_same_source(frame.dataset, row, first->second))
                broken = Broken{row, {}, first->second};
        }
        return !keys.empty();
    });
}

void judge_agrees(const Frame& frame, Verdict& verdict)
{
    const std::vector<Comparable> parts(frame.parts.begin(), frame.parts.end());
    if (parts.empty() || frame.whole.column == nullptr) return;
    const Comparable whole(frame.whole);
    std::unordered_map<std::string, std::uint32_t> first_rows;
    judge_rows(frame.dataset, verdict, [&](std::uint32_t row, std::optional<Broken>& broken) {
        if (!frame.whole.is_known(row)) return false;
        const std::vector<std::string> keys = keys_of(parts, frame.control, row);
        for (const std::string& key : keys) {
            const auto [first, is_new] = first_rows.emplace(key, row);
            if (!is_new && !broken && whole.texts(row) != whole.texts(first->second))
                broken = Broken{row, {}, first->second};
        }
        return !keys.empty();
    });
}

} // namespace bilan::intake
