// SPDX-License-Identifier: MPL-2.0
#include "record_signs.hpp"

#include "damage.hpp"

#include <algorithm>
#include <map>

namespace csv_reader {
namespace {

constexpr std::size_t sample_records = 2'000;

bool begins_number(const Field& field)
{
    return field.size() > 0 &&
           ((*field.begin >= '0' && *field.begin <= '9') || *field.begin == '-' || *field.begin == '+');
}

std::size_t filled_fields(const Record& record)
{
    return static_cast<std::size_t>(
        std::count_if(record.fields.begin(), record.fields.end(), [](const Field& field) { return field.size() > 0; }));
}

bool is_words(const Record& record)
{
    return record.fields.size() > 1 && filled_fields(record) * 5 >= record.fields.size() * 4 &&
           std::none_of(record.fields.begin(), record.fields.end(), begins_number);
}

/// A quote without its partner in an unquoted field: the separator may have been one inside quotes.
bool tears_quotes(const Record& record)
{
    return std::any_of(record.fields.begin(), record.fields.end(), [](const Field& field) {
        return !field.quoted && std::count(field.begin, field.end, '"') % 2 != 0;
    });
}

RecordSigns signs_of(const Record& record, char separator, bool has_quotes)
{
    RecordSigns signs;
    signs.width = static_cast<std::uint32_t>(record.fields.size());
    if (separator == ',') { // the others part no numbers
        signs.words = is_words(record);
        signs.split_number = first_split_number(record).has_value();
        signs.parted_digits = parts_digits(record);
    }
    signs.open_end = signs.width > 1 && record.fields.back().size() == 0;
    signs.stray_quotes = record.stray_quotes || record.loose_quote != nullptr || (has_quotes && tears_quotes(record));
    for (std::size_t index = 1; index < record.fields.size() && !signs.spaced; ++index)
        signs.spaced = record.fields[index].size() > 0 && *record.fields[index].begin == ' ';
    return signs;
}

} // namespace

std::vector<RecordSigns> cut_sample(std::string_view sample, const TableShape& shape)
{
    std::vector<RecordSigns> signs;
    const bool has_quotes = sample.find('"') != sample.npos;
    RecordReader reader(sample, shape);
    bool below_gap = true;
    std::uint32_t row = 0;
    for (Record record; signs.size() < sample_records && reader.next(record); ++row) {
        const bool is_gap = filled_fields(record) <= 1;
        if (!record.is_blank()) {
            signs.push_back(signs_of(record, shape.separator, has_quotes));
            signs.back().row = row;
            signs.back().below_gap = below_gap && !is_gap;
        }
        below_gap = is_gap || (below_gap && std::none_of(record.fields.begin(), record.fields.end(), begins_number));
    }
    return signs;
}

std::uint32_t usual_width(const std::vector<RecordSigns>& sample)
{
    std::map<std::uint32_t, std::size_t> counts;
    for (const RecordSigns& signs : sample)
        if (signs.width > 1) ++counts[signs.width];
    std::uint32_t width = 1;
    std::size_t most = 0;
    for (const auto& [candidate, count] : counts) {
        if (count < most) continue;
        width = candidate;
        most = count;
    }
    return width;
}

} // namespace csv_reader
