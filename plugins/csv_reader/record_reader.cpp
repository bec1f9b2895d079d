// SPDX-License-Identifier: MPL-2.0
#include "record_reader.hpp"

#include <algorithm>

namespace csv_reader {
namespace {

/// However many loose quotes a file holds, a field of this size is still looked through for the quote that closes it.
constexpr std::size_t least_patience = 4096;

} // namespace

RecordReader::RecordReader(std::string_view text, const TableShape& shape, std::uint64_t first_line)
    : end_(text.data() + text.size()), at_(text.data()), cursor_(text, shape.separator), shape_(shape),
      patience_(shape.longest), line_(first_line)
{
}

bool RecordReader::next(Record& record)
{
    if (at_ == end_) return false;
    cut(record, nullptr);
    // Rows that a text with quotes of its own has swallowed may have the usual width by chance: « "12" écran;5 ».
    const bool is_odd = record.fields.size() != shape_.width || (record.stray_quotes && record.lines > 1);
    if (record.doubtful != nullptr && shape_.width > 1 && is_odd) settle_doubt(record);
    line_ += record.lines;
    return true;
}

/// A quoted field holds line breaks or lone quotes and the record has not the usual width, or holds both. If the record
/// has it once that quote is taken as an ordinary character, then that is what it was.
void RecordReader::settle_doubt(Record& record)
{
    const char* const start = record.fields[0].quoted ? record.fields[0].begin - 1 : record.fields[0].begin;
    const char* const quote = record.doubtful;
    at_ = start;
    cursor_.seek(start);
    cut(record, quote);
    if (record.fields.size() == shape_.width) return;
    at_ = start;
    cursor_.seek(start);
    cut(record, nullptr);
}

void RecordReader::cut(Record& record, const char* literal_quote)
{
    record.fields.clear();
    record.line = line_;
    record.lines = 0;
    record.doubtful = nullptr;
    record.loose_quote = nullptr;
    record.stray_quotes = false;
    record.inner_return = false;
    record.too_wide = false;
    for (const char* begin = at_;;) {
        const char* stop = nullptr;
        if (begin != end_ && *begin == '"') {
            if (begin != literal_quote) stop = cut_quoted(begin, record);
            if (stop == nullptr && record.loose_quote == nullptr) {
                record.loose_quote = begin;
                record.loose_line = line_ + record.lines;
            }
        }
        if (stop == nullptr) stop = cut_plain(begin, record);
        if (record.too_wide) {
            at_ = end_; // whoever takes the record refuses the file
            return;
        }
        if (stop == end_ || *stop == '\n' || *stop == '\r') {
            at_ = stop == end_ ? end_ : after_line_end(stop);
            ++record.lines;
            return;
        }
        begin = stop + 1;
    }
}

const char* RecordReader::cut_plain(const char* begin, Record& record)
{
    const char* stop = cursor_.next(begin);
    bool rough = false;
    while (stop != end_ && (*stop == '"' || is_inner_return(stop, record))) {
        if (*stop == '\r') {
            rough = true;
            record.inner_return = true;
            ++record.lines;
        }
        stop = cursor_.next(stop + 1);
    }
    keep(record, {begin, stop, false, rough});
    return stop;
}

/// The end of the field that the quote opens; nothing when the quote opens none.
const char* RecordReader::cut_quoted(const char* quote, Record& record)
{
    std::uint64_t breaks = 0;
    bool rough = false;
    bool lone = false;
    for (const char* from = quote + 1;;) {
        const char* const at = cursor_.next(from);
        // A giant without line breaks or quotes is a text too long, which is for others to refuse.
        const bool odd = breaks > 0 || rough || lone;
        if (at == end_ || (odd && static_cast<std::size_t>(at - quote) > patience_)) {
            if (odd) patience_ = std::max(patience_ / 2, least_patience);
            break;
        }
        from = at + 1;
        if (*at == '\n' || *at == '\r') {
            rough = rough || *at == '\r';
            breaks += *at == '\n' || from == end_ || *from != '\n' ? 1U : 0U;
            continue;
        }
        if (*at != '"') continue;
        if (from != end_ && *from == '"') {
            if (breaks > 0 && looks_opening(at) && ends_field(from + 1)) break; // an empty field of a later row
            rough = true;
            ++from;
            continue;
        }
        if (const char* const stop = field_end_after_quote(from)) {
            keep(record, {quote + 1, at, true, rough});
            record.lines += breaks;
            record.stray_quotes = record.stray_quotes || lone;
            if ((breaks > 0 || lone) && record.doubtful == nullptr) record.doubtful = quote;
            return stop;
        }
        if (breaks > 0 && looks_opening(at)) break; // the first quoted field of a later row
        lone = true;
    }
    cursor_.seek(quote + 1);
    return nullptr;
}

/// After a closing quote: the separator or line end that follows at once or after a few blanks; nothing otherwise.
const char* RecordReader::field_end_after_quote(const char* at) const
{
    constexpr std::ptrdiff_t few = 64;
    const char* const last = end_ - at > few ? at + few : end_;
    while (at != last && !ends_field(at) && (*at == ' ' || *at == '\t')) ++at;
    return ends_field(at) ? at : nullptr;
}

bool RecordReader::ends_field(const char* at) const
{
    return at == end_ || *at == shape_.separator || *at == '\n' || *at == '\r';
}

/// A quote inside a quoted field, right after a separator or line end, where one that opens a field would be.
bool RecordReader::looks_opening(const char* quote) const
{
    return ends_field(quote - 1);
}

/// In a file whose rows end with LF, a lone CR in a row that is not complete belongs to the text of a cell.
bool RecordReader::is_inner_return(const char* stop, const Record& record) const
{
    if (*stop != '\r' || !shape_.line_feeds || shape_.width < 2) return false;
    const char* const after = after_line_end(stop);
    if (after != stop + 1 || after == end_) return false;
    return shape_.returns_are_text || record.fields.size() + 1 < shape_.width;
}

/// LF, CR, CRLF, and the CRCRLF of files that went through text mode twice, each end one line.
const char* RecordReader::after_line_end(const char* stop) const
{
    if (*stop == '\n') return stop + 1;
    const char* after = stop + 1;
    if (after != end_ && *after == '\r' && after + 1 != end_ && after[1] == '\n') ++after;
    return after != end_ && *after == '\n' ? after + 1 : stop + 1;
}

} // namespace csv_reader
