// SPDX-License-Identifier: MPL-2.0
#include "intake/shared_records.hpp"

#include "base/text.hpp"
#include "intake/header/mapping.hpp"
#include "intake/header/measures.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace bilan::intake {

namespace {

const data::Column* column_of(const data::TableValues& table, std::string_view field)
{
    const auto found =
        std::ranges::find_if(table.columns, [&](const data::Column& column) { return column.field.id == field; });
    return found == table.columns.end() ? nullptr : &*found;
}

/// The field whose text names one record: the title of an action. None where a row may be that of an action, a funder
/// or a scheme.
const data::Field* title_of(const data::Schema& schema)
{
    const bool is_of_funding =
        std::ranges::any_of(schema.fields, [](const data::Field& field) { return field.id == "financeur"; });
    const auto named = std::ranges::find_if(schema.fields, [](const data::Field& field) {
        return field.type == data::FieldType::text && names_record(field);
    });
    return is_of_funding || named == schema.fields.end() ? nullptr : &*named;
}

/// A remark may differ between two tables without making two actions of one.
bool tells_apart(const data::Field& field)
{
    return field.type != data::FieldType::text || names_record(field);
}

/// Columns of two tables that hold the same field.
using Pairs = std::vector<std::pair<const data::Column*, const data::Column*>>;

Pairs shared_columns(const data::TableValues& one, const data::TableValues& other)
{
    Pairs pairs;
    for (const data::Column& column : one.columns)
        if (const data::Column* const same = column_of(other, column.field.id);
            same != nullptr && tells_apart(column.field))
            pairs.emplace_back(&column, same);
    return pairs;
}

bool agree(const Pairs& pairs, std::size_t row, std::size_t other_row)
{
    return std::ranges::all_of(pairs, [&](const auto& pair) {
        const auto& [one, other] = pair;
        if (!one->is_known(row) || !other->is_known(other_row)) return true;
        if (one->dictionary == nullptr) return one->numbers[row] == other->numbers[other_row];
        return base::fold(one->text(row)) == base::fold(other->text(other_row));
    });
}

/// « 7-9 », in the numbers of the sheet; letters where records run across.
std::string span_of(const data::TableOrigin& origin, std::uint32_t first, std::uint32_t last)
{
    const auto name = [&](std::uint32_t at) {
        return origin.transposed ? column_letters(at) : std::to_string(std::uint64_t{at} + 1);
    };
    return first == last ? name(first) : name(first) + '-' + name(last);
}

/// Records that stand in both tables.
struct Shared {
    std::size_t count = 0;
    std::uint32_t first = 0; ///< source row of the first one in the later table
    std::uint32_t earlier_first = 0;
    std::uint32_t earlier_last = 0;

    void add(std::uint32_t row, std::uint32_t earlier)
    {
        if (count == 0) first = row;
        earlier_first = count == 0 ? earlier : std::min(earlier_first, earlier);
        earlier_last = count == 0 ? earlier : std::max(earlier_last, earlier);
        ++count;
    }
};

Shared shared_records(const data::TableValues& earlier, const data::TableValues& later, std::string_view title)
{
    Shared shared;
    const data::Column* const one = column_of(earlier, title);
    const data::Column* const other = column_of(later, title);
    if (one == nullptr || other == nullptr) return shared;
    std::unordered_map<std::string, std::vector<std::size_t>> rows;
    for (std::size_t row = 0; row < one->size(); ++row)
        if (one->is_known(row)) rows[base::fold(one->text(row))].push_back(row);
    const Pairs pairs = shared_columns(earlier, later);
    for (std::size_t row = 0; row < other->size(); ++row) {
        if (!other->is_known(row)) continue;
        const auto found = rows.find(base::fold(other->text(row)));
        if (found == rows.end()) continue;
        const auto same = std::ranges::find_if(found->second, [&](std::size_t at) { return agree(pairs, at, row); });
        if (same != found->second.end()) shared.add(later.source_rows[row], earlier.source_rows[*same]);
    }
    return shared;
}

bool is_said_already(const FileReading& reading, const std::string& sheet)
{
    constexpr std::array<std::string_view, 3> codes{"BIL-959", "BIL-954", "BIL-506"};
    return std::ranges::any_of(reading.findings, [&](const Finding& finding) {
        return finding.place.sheet == sheet && std::ranges::find(codes, finding.message.code) != codes.end();
    });
}

} // namespace

void say_shared_records(const TakeIn& take_in)
{
    const std::vector<data::TableValues>& values = take_in.reading->values;
    for (std::size_t at = 1; at < values.size(); ++at) {
        const data::TableValues& later = values[at];
        const data::Field* const title = title_of(*later.schema);
        if (title == nullptr || is_said_already(*take_in.reading, later.origin.sheet)) continue;
        for (std::size_t before = 0; before < at; ++before) {
            const data::TableValues& earlier = values[before];
            if (earlier.schema != later.schema) continue;
            const Shared shared = shared_records(earlier, later, title->id);
            const std::size_t fewer = std::min(earlier.source_rows.size(), later.source_rows.size());
            if (shared.count == 0 || shared.count * 2 < fewer) continue;
            const base::Message message{"BIL-530",
                                        {std::to_string(shared.count), earlier.origin.sheet,
                                         span_of(earlier.origin, shared.earlier_first, shared.earlier_last)}};
            take_in.say(message.code, data::Severity::blocking,
                        {take_in.reading->file, later.origin.sheet,
                         later.origin.transposed ? std::nullopt : std::optional<std::uint32_t>(shared.first),
                         std::nullopt},
                        Done::kept, message);
            break;
        }
    }
}

} // namespace bilan::intake
