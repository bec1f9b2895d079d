// SPDX-License-Identifier: MPL-2.0
#include "wrapped_lines.hpp"

#include "record_signs.hpp"

#include <algorithm>

namespace csv_reader {
namespace {

constexpr std::size_t sample_bytes = std::size_t{64} << 10U;

bool is_wrapped(const Record& record)
{
    return record.fields.size() == 1 && record.fields[0].quoted && !record.stray_quotes &&
           record.loose_quote == nullptr;
}

/// Half of the first lines stand in quotes, two at least.
bool looks_wrapped(std::string_view text, const TableShape& shape)
{
    constexpr std::size_t fewest = 2;
    std::size_t lines = 0;
    std::size_t wrapped = 0;
    RecordReader reader(text, shape);
    for (Record record; reader.next(record);) {
        if (record.is_blank()) continue;
        if (record.lines != 1) return false;
        ++lines;
        wrapped += is_wrapped(record) ? 1U : 0U;
    }
    return wrapped >= fewest && wrapped * 2 >= lines;
}

/// Each line without the quotes around it; those within are single again.
std::string without_quotes(std::string_view text, const TableShape& shape)
{
    std::string bare;
    bare.reserve(text.size());
    RecordReader reader(text, shape);
    for (Record record; reader.next(record); bare += '\n') {
        const std::string_view raw = record.fields[0].raw();
        if (!is_wrapped(record)) {
            bare += raw;
            continue;
        }
        for (std::size_t at = 0; at < raw.size(); ++at) {
            bare += raw[at];
            if (raw.substr(at).starts_with("\"\"")) ++at;
        }
    }
    return bare;
}

bool is_regular(std::string_view text, const TableShape& shape)
{
    const std::vector<RecordSigns> signs = cut_sample(text, shape);
    return shape.width > 1 && std::ranges::all_of(signs, [&shape](const RecordSigns& one) {
               return one.width == shape.width && !one.stray_quotes;
           });
}

} // namespace

std::optional<std::string> unwrapped(std::string_view text, std::string_view extension, const bilan::ReadLimits& limits,
                                     Layout& layout)
{
    if (layout.declared || (layout.sure && layout.shape.width > 1)) return std::nullopt;
    TableShape lines = layout.shape;
    lines.separator = '\n';
    lines.width = 1;
    std::string_view sample = text.substr(0, sample_bytes);
    if (sample.size() < text.size()) sample = sample.substr(0, sample.find_last_of("\r\n") + 1);
    if (sample.find('"') == sample.npos || !looks_wrapped(sample, lines)) return std::nullopt;
    const std::string beginning = without_quotes(sample, lines);
    const Layout bare = guess_layout(beginning, extension, limits);
    if (!bare.sure || !is_regular(beginning, bare.shape)) return std::nullopt;
    std::string whole = without_quotes(text, lines);
    layout = guess_layout(whole, extension, limits);
    return whole;
}

} // namespace csv_reader
