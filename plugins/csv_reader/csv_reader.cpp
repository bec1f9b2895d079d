// SPDX-License-Identifier: MPL-2.0
//
// The plugin: delimited text (csv, tsv, txt) of any encoding and separator met in the field, as one sheet.
//
// A row of the grid is a record of the file, as a spreadsheet program would show it: an empty line is an empty row, a
// field with line breaks stays one row, and a first line `sep=;` is an instruction, not a row. Remarks about quotes
// name lines of the text file instead, because that is where one looks for a quote.
#include "encoding.hpp"
#include "kind.hpp"
#include "sheet_filler.hpp"
#include "wide_text.hpp"

#include <bilan/plugin.hpp>

#include <algorithm>
#include <array>

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

void announce(bilan::Book& book, const std::string& file, const EncodingGuess& encoding, const Layout& layout)
{
    const std::string separator = separator_name(layout.shape.separator);
    const bilan::Place place{file, {}, {}, {}};
    book.facts.emplace_back("encoding", name(encoding.encoding));
    book.facts.emplace_back("separator", separator);
    if (!encoding.sure && encoding.encoding != Encoding::mixed)
        book.remarks.push_back({"BIL-343", place, {std::string(name(encoding.encoding))}});
    if (layout.sure) return;
    const std::string rival = layout.rival == '\0' ? "none" : separator_name(layout.rival);
    book.remarks.push_back({"BIL-344", place, {separator, rival}});
}

class CsvReader final : public bilan::Reader {
public:
    [[nodiscard]] bilan::ReaderCard card() const override
    {
        return {"csv", {extensions.begin(), extensions.end()}, "Delimited text: csv, tsv and plain text tables."};
    }

    /// Text is what everything else is not, so the answers stay below those of formats with a signature.
    [[nodiscard]] bilan::Confidence recognises(const bilan::Source& source) const override
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

    void read(const bilan::Source& source, const bilan::ReadLimits& limits, bilan::Book& book) const override
    {
        const Kind kind = kind_of(source.text());
        if (kind == Kind::empty) throw bilan::Refusal({"BIL-340", {source.name, {}, {}, {}}, {}});
        if (kind == Kind::foreign) throw bilan::Refusal({"BIL-342", {source.name, {}, {}, {}}, {}});
        const Budget budget(limits, source.name);
        budget.hold(source.bytes.size(), limits.total_bytes, "total_bytes");
        const EncodingGuess encoding = guess_encoding(source.text());
        const OpenText open = open_text(source.text(), encoding, budget);
        const Layout layout = guess_layout(open.text, source.extension, limits);
        announce(book, source.name, encoding, layout);
        book.format = "csv";
        book.sheets.emplace_back().facts.name = stem(source.name);
        fill(book, budget, open, layout, source.name);
    }

private:
    static void fill(bilan::Book& book, const Budget& budget, const OpenText& open, const Layout& layout,
                     const std::string& file)
    {
        SheetFiller filler(book, budget, layout, open.text, FieldText(open.encoding, open.clean),
                           open.unpacked.capacity());
        RecordReader reader(open.text.substr(layout.passed), layout.shape, layout.declared ? 2 : 1);
        for (Record record; reader.next(record);) filler.put(record);
        filler.finish(file);
        if (open.damaged) book.remarks.push_back({"BIL-354", {file, {}, {}, {}}, {}});
    }
};

} // namespace
} // namespace csv_reader

BILAN_PLUGIN("csv-reader", "1.0.0")
{
    registry.add(std::make_unique<csv_reader::CsvReader>());
}
