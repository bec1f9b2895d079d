// SPDX-License-Identifier: MPL-2.0
#include "csv_reader.hpp"

#include "aligned_columns.hpp"
#include "encoding.hpp"
#include "kind.hpp"
#include "sheet_filler.hpp"
#include "unread_signs.hpp"
#include "wide_text.hpp"
#include "wrapped_lines.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace csv_reader {
namespace {

constexpr std::array extensions = {"csv", "tsv", "tab", "txt", "psv"};

bool is_usual(std::string_view extension)
{
    return std::find(extensions.begin(), extensions.end(), extension) != extensions.end();
}

std::string stem(const std::string& file)
{
    const std::size_t dot = file.rfind('.');
    return dot == std::string::npos || dot == 0 ? file : file.substr(0, dot);
}

/// The text of a file as bytes to cut: in place, or unpacked from two or four bytes a character.
struct OpenText {
    std::string unpacked;
    std::string_view text;
    Encoding encoding = Encoding::utf8; ///< of `text`
    bool damaged = false;
    bool clean = false; ///< good UTF-8 without controls throughout
};

OpenText open_text(std::string_view bytes, const EncodingGuess& guess, const Budget& budget)
{
    OpenText open;
    open.text = bytes.substr(guess.mark);
    open.encoding = guess.encoding;
    open.clean = guess.clean;
    if (is_wide(guess.encoding)) {
        budget.hold(open.text.size() / 2 * 3, budget.limits().memory_bytes, "memory_bytes");
        WideText wide = to_utf8(open.text, guess.encoding);
        open.damaged = wide.damaged;
        open.unpacked = std::move(wide.utf8);
        open.text = open.unpacked;
        open.encoding = Encoding::utf8;
        open.clean = !survey_bytes(open.text).controls;
    }
    if (open.text.ends_with('\x1A')) open.text.remove_suffix(1); // the end-of-file sign of DOS
    return open;
}

/// One column may be all that the file has, or what is left of several.
void remark_on_one_column(bilan::Book& book, const bilan::Place& place, std::string_view text)
{
    if (const char sign = unusual_separator(text); sign != '\0')
        book.remarks.push_back({"BIL-131", place, {std::string(1, sign)}});
    else if (has_fixed_columns(text))
        book.remarks.push_back({"BIL-133", place, {}});
}

/// The text with tabs where nothing but blanks parts its columns, for certain.
std::optional<std::string> with_tabs(const OpenText& open, const Layout& layout)
{
    if (layout.declared || layout.shape.separator != '\n' || unusual_separator(open.text) != '\0') return std::nullopt;
    return with_tabs_for_gaps(open.text, open.encoding == Encoding::utf8);
}

void announce(bilan::Book& book, const std::string& file, const EncodingGuess& encoding, const OpenText& open,
              const Layout& layout)
{
    const std::string separator = separator_name(layout.shape.separator);
    const bilan::Place place{file, {}, {}, {}};
    book.facts.emplace_back("encoding", name(encoding.encoding));
    book.facts.emplace_back("separator", separator);
    if (!encoding.sure && encoding.encoding != Encoding::mixed)
        book.remarks.push_back({"BIL-343", place, {std::string(name(encoding.encoding))}});
    if (layout.shape.separator == '\n') remark_on_one_column(book, place, open.text);
    if (is_utf7(open.text)) book.remarks.push_back({"BIL-140", place, {}});
    if (layout.sure) return;
    if (layout.rival == '\0')
        book.remarks.push_back({"BIL-355", place, {separator}});
    else
        book.remarks.push_back({"BIL-344", place, {separator, separator_name(layout.rival)}});
}

/// Text read in the hope that it is clean, so that a large file passes once through the processor and not twice: the
/// survey of its bytes goes on just ahead of the rows that are put.
class Hope {
public:
    explicit Hope(std::string_view bytes) : survey_(bytes), end_(bytes.data() + bytes.size()) {}

    /// Nothing before the place is known to be anything but clean UTF-8.
    [[nodiscard]] bool holds_to(const char* place)
    {
        survey_.advance(place);
        return survey_.found().bad == 0 && !survey_.found().controls;
    }
    [[nodiscard]] bool came_true() { return holds_to(end_) && is_clean_utf8(survey_.found()); }

private:
    Survey survey_;
    const char* end_;
};

/// Cuts and puts all rows: many at once while they are plain, one by one when they are not. After rows that were not,
/// ever more of them go by before plain ones are tried again, so that a file without any costs nothing more. False when
/// a hope was in vain.
bool take_rows(RecordReader& reader, PlainRows& plain, SheetFiller& filler, Hope* hope)
{
    constexpr std::uint32_t most_patience = 256;
    std::uint32_t patience = 1;
    for (Record record;;) {
        if (filler.has_room(plain.most_rows(), plain.width()) && plain.cut(reader.place()) > 0) {
            if (hope != nullptr && !hope->holds_to(plain.end())) return false;
            filler.put(plain);
            reader.pass(plain.end(), plain.rows());
            if (plain.rows() >= patience) {
                patience = 1;
                continue;
            }
        }
        for (std::uint32_t count = 0; count < patience; ++count) {
            if (!reader.next(record)) return hope == nullptr || hope->came_true();
            if (hope != nullptr && !hope->holds_to(reader.place())) return false;
            filler.put(record);
        }
        patience = std::min(patience * 2, most_patience);
    }
}

/// False when a hope was in vain.
bool fill(bilan::Book& book, const Budget& budget, const OpenText& open, const Layout& layout, const std::string& file,
          Hope* hope, Way way)
{
    SheetFiller filler(book, budget, layout, open.text.size(), FieldText(open.encoding, open.clean),
                       open.unpacked.capacity());
    RecordReader reader(open.text.substr(layout.passed), layout.shape, layout.declared ? 2 : 1);
    if (way == Way::rows) {
        PlainRows plain(open.text, layout.shape);
        if (!take_rows(reader, plain, filler, hope)) return false;
    } else {
        for (Record record; reader.next(record);) filler.put(record);
    }
    filler.finish(file);
    if (book.sheets.back().rows() == 0) book.remarks.push_back({"BIL-143", {file, {}, {}, {}}, {}});
    if (open.damaged) book.remarks.push_back({"BIL-354", {file, {}, {}, {}}, {}});
    return true;
}

/// False when a hope was in vain; what the book holds then is of no use.
bool read_text(const bilan::Source& source, const EncodingGuess& encoding, const Budget& budget, bilan::Book& book,
               Hope* hope, Way way)
{
    const bilan::ReadLimits& limits = budget.limits();
    OpenText open = open_text(source.text(), encoding, budget);
    Layout layout = guess_layout(open.text, source.extension, limits);
    if (std::optional<std::string> bare = unwrapped(open.text, source.extension, limits, layout)) {
        budget.hold(bare->size(), limits.memory_bytes, "memory_bytes");
        open.unpacked = std::move(*bare);
        open.text = open.unpacked;
        book.remarks.push_back({"BIL-132", {source.name, {}, {}, {}}, {separator_name(layout.shape.separator)}});
    }
    if (std::optional<std::string> tabbed = with_tabs(open, layout)) {
        budget.hold(tabbed->size(), limits.memory_bytes, "memory_bytes");
        open.unpacked = std::move(*tabbed);
        open.text = open.unpacked;
        layout = guess_layout(open.text, source.extension, limits);
        layout.sure = true;
        book.remarks.push_back({"BIL-149", {source.name, {}, {}, {}}, {std::to_string(layout.shape.width)}});
    }
    if (hope != nullptr && !open.unpacked.empty()) return false; // the survey goes along with the bytes of the file
    announce(book, source.name, encoding, open, layout);
    book.format = "csv";
    book.sheets.emplace_back().facts.name = stem(source.name);
    return fill(book, budget, open, layout, source.name, hope, way);
}

/// Of a file that begins as clean UTF-8 and is large enough for it to matter; a small one stays near the processor
/// anyway.
std::optional<EncodingGuess> hopeful_guess(std::string_view bytes)
{
    constexpr std::size_t large = std::size_t{1} << 20U;
    constexpr std::size_t sample_bytes = std::size_t{64} << 10U;
    if (bytes.size() < large) return std::nullopt;
    const std::string_view sample = bytes.substr(0, bytes.substr(0, sample_bytes).rfind('\n') + 1); // no half character
    const EncodingGuess guess = guess_encoding(sample);
    return !sample.empty() && guess.clean ? std::optional(guess) : std::nullopt;
}

} // namespace

bilan::ReaderCard CsvReader::card() const
{
    return {"csv",
            {extensions.begin(), extensions.end()},
            "Delimited text: csv, tsv and plain text tables.\n"
            "Texte à séparateurs\u00A0: tableaux csv, tsv et texte simple."};
}

/// Text is what everything else is not, so the answers stay below those of formats with a signature.
bilan::Confidence CsvReader::recognises(const bilan::Source& source) const
{
    constexpr bilan::Confidence table = 60;
    constexpr bilan::Confidence named = 40;
    constexpr bilan::Confidence unnamed_table = 30; // prose and source code are regular at times
    constexpr bilan::Confidence text = 10;
    const Kind kind = kind_of(source.text());
    if (kind == Kind::foreign) return 0;
    if (kind == Kind::empty) return is_usual(source.extension) ? named : 1;
    const std::string_view sample = source.text().substr(0, std::size_t{64} << 10U);
    const EncodingGuess encoding = guess_encoding(sample);
    if (is_wide(encoding.encoding)) return table;
    const Layout layout = guess_layout(sample.substr(encoding.mark), source.extension, {});
    const bool regular = layout.declared || (layout.sure && layout.shape.width > 1);
    if (is_usual(source.extension)) return regular ? table : named;
    return regular ? unnamed_table : text;
}

void CsvReader::read(const bilan::Source& source, const bilan::ReadLimits& limits, bilan::Book& book) const
{
    const Kind kind = kind_of(source.text());
    if (kind == Kind::empty) throw bilan::Refusal({"BIL-340", {source.name, {}, {}, {}}, {}});
    if (kind == Kind::foreign) throw bilan::Refusal({"BIL-342", {source.name, {}, {}, {}}, {}});
    const Budget budget(limits, source.name);
    budget.hold(source.bytes.size(), limits.total_bytes, "total_bytes");
    if (const auto guess = way_ == Way::rows ? hopeful_guess(source.text()) : std::nullopt) {
        Hope hope(source.text().substr(guess->mark));
        if (read_text(source, *guess, budget, book, &hope, way_)) return;
        book = bilan::Book();
    }
    read_text(source, guess_encoding(source.text()), budget, book, nullptr, way_);
}

} // namespace csv_reader
