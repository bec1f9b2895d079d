// SPDX-License-Identifier: MPL-2.0
#include "separator.hpp"

#include "record_signs.hpp"

#include <algorithm>
#include <array>

namespace csv_reader {
namespace {

constexpr std::size_t sample_bytes = std::size_t{256} << 10U;
constexpr std::size_t short_sample_bytes = std::size_t{16} << 10U;
constexpr std::size_t least_records = 50; ///< of a short sample that settles it
constexpr std::array candidates = {';', '\t', ',', '|'};
constexpr char no_separator = '\n';

double share_of(const std::vector<RecordSigns>& sample, bool RecordSigns::*sign)
{
    const auto wide = std::count_if(sample.begin(), sample.end(), [](const RecordSigns& one) { return one.width > 1; });
    const auto marked = std::count_if(sample.begin(), sample.end(),
                                      [sign](const RecordSigns& one) { return one.width > 1 && one.*sign; });
    return wide == 0 ? 0.0 : static_cast<double>(marked) / static_cast<double>(wide);
}

/// From 0 (cuts nothing) to about 1 (every row into the same many fields, nothing torn apart).
double score(const std::vector<RecordSigns>& sample, char separator)
{
    const std::uint32_t width = usual_width(sample);
    if (width < 2) return 0;
    double usual = 0;
    double rows = 0;
    double wide = 0;
    for (const RecordSigns& signs : sample) {
        usual += signs.width == width ? 1 : 0;
        wide += signs.width > 1 ? 1 : 0;
        rows += signs.width > 1 ? 1 : 0.5; // titles and notes around a table have one field
    }
    double result = usual / rows * (1.0 - 1.0 / width) * (1.0 - 0.6 * share_of(sample, &RecordSigns::stray_quotes));
    if (separator != ',') return result;
    const double split = share_of(sample, &RecordSigns::parted_digits);
    const double spaced = share_of(sample, &RecordSigns::spaced);
    // One column of sentences or of amounts, below its title. Several fields, as many in nearly every row that has any,
    // are a table of counts that stand side by side: « 173,101,72 ».
    constexpr std::uint32_t fields_of_a_table = 4;
    const bool is_table = width >= fields_of_a_table && usual >= 0.8 * wide;
    if (split + spaced >= 1.0 && sample.front().width == 1 && !is_table) return 0;
    return result * (1.0 - 0.5 * split) * (1.0 - 0.5 * spaced);
}

double preference(char separator, std::string_view extension)
{
    constexpr double named = 1.3;
    if (separator == '\t' && (extension == "tsv" || extension == "tab")) return named;
    return separator == '|' && (extension == "psv" || extension == "pipe") ? named : 1.0;
}

/// Settles how many fields a row should have. In a comma file full of unquoted decimal commas most rows are longer
/// than the header, and the header is right.
void set_width(Layout& layout, const std::vector<RecordSigns>& sample)
{
    const std::uint32_t usual = usual_width(sample);
    layout.shape.width = usual;
    const auto longer_open = [&sample](std::uint32_t width) {
        return static_cast<std::size_t>(std::count_if(sample.begin(), sample.end(), [width](const RecordSigns& signs) {
            return signs.width > width && signs.open_end;
        }));
    };
    if (layout.shape.separator == ',') {
        const auto first = std::find_if(sample.begin(), sample.end(),
                                        [usual](const RecordSigns& signs) { return signs.width == usual; });
        const bool headed = first != sample.begin() && first != sample.end() && !first->words;
        if (headed && first[-1].words && first[-1].width < usual && first->split_number &&
            longer_open(first[-1].width) * 2 < sample.size())
            layout.shape.width = first[-1].width;
    }
    layout.open_rows = longer_open(layout.shape.width) * 2 >= sample.size();
}

using Signs = std::vector<RecordSigns>::const_iterator;

/// Whether a row of words is the header of a table of its own: of the rows down to the next such row, two at least and
/// more than half have as many fields.
bool heads_table(Signs header, Signs end)
{
    constexpr std::ptrdiff_t fewest_rows = 2;
    const auto next = std::find_if(header + 1, end, [header](const RecordSigns& signs) {
        return signs.words && signs.below_gap && signs.width != header->width;
    });
    const auto rows = std::count_if(
        header + 1, next, [header](const RecordSigns& signs) { return signs.width == header->width && !signs.words; });
    const auto others = std::count_if(header + 1, next, [header](const RecordSigns& signs) {
        return signs.width > 1 && signs.width != header->width;
    });
    return rows >= fewest_rows && rows > others;
}

/// Further tables of a comma file: each begins with a row of words below a gap. Below the header of its own table a row
/// of words is a record, which may have a comma too many.
void find_other_tables(Layout& layout, const std::vector<RecordSigns>& sample)
{
    std::uint32_t width = layout.shape.width;
    bool below_own_header = false;
    for (auto header = sample.begin(); header != sample.end(); ++header) {
        below_own_header = header->below_gap && (below_own_header || (header->words && header->width == width));
        if (!header->words || !header->below_gap || below_own_header || header->width == width) continue;
        if (!heads_table(header, sample.end())) continue;
        width = header->width;
        layout.other_tables.push_back({header->row, width});
    }
}

/// A first line `sep=;`, with or without quotes: Excel obeys it and shows the next line as row 1.
void obey_declaration(std::string_view text, Layout& layout)
{
    std::string_view line = text.substr(0, text.find_first_of("\r\n"));
    const std::size_t length = line.size();
    if (line.size() >= 7 && line.front() == '"' && line.back() == '"') line = line.substr(1, line.size() - 2);
    if (line.size() != 5 || (line[0] | 0x20) != 's' || (line[1] | 0x20) != 'e' || (line[2] | 0x20) != 'p') return;
    constexpr std::string_view possible = ";,\t|:^~#!&*/";
    if (line[3] != '=' || possible.find(line[4]) == std::string_view::npos) return;
    layout.shape.separator = line[4];
    layout.declared = true;
    layout.passed = length;
    if (text.substr(layout.passed).starts_with("\r")) ++layout.passed;
    if (text.substr(layout.passed).starts_with("\n")) ++layout.passed;
}

/// The beginning of the text, cut after a line if it can be.
std::string_view sample_of(std::string_view text, std::size_t most)
{
    if (text.size() <= most) return text;
    const std::string_view sample = text.substr(0, most);
    const std::size_t last = sample.find_last_of("\r\n");
    return last == std::string_view::npos ? sample : sample.substr(0, last + 1);
}

/// Returns what the chosen separator made of the sample.
std::vector<RecordSigns> choose_separator(std::string_view sample, std::string_view extension, Layout& layout)
{
    constexpr double least = 0.1;
    constexpr double comfortable = 0.3;
    constexpr double near = 0.6;
    double best = least;
    double second = 0;
    std::vector<RecordSigns> chosen;
    layout.shape.separator = no_separator;
    for (const char candidate : candidates) {
        if (sample.find(candidate) == std::string_view::npos)
            continue; // cuts nothing; nearly half the time of a small file
        TableShape shape = layout.shape;
        shape.separator = candidate;
        std::vector<RecordSigns> signs = cut_sample(sample, shape);
        const double reached = score(signs, candidate) * preference(candidate, extension);
        const char loser = reached > best ? layout.shape.separator : candidate;
        const double lost = std::min(reached, best);
        if (reached > best) {
            best = reached;
            chosen = std::move(signs);
            layout.shape.separator = candidate;
        }
        if (loser != no_separator && lost > second) {
            second = lost;
            layout.rival = loser;
        }
    }
    if (layout.shape.separator == no_separator) return cut_sample(sample, layout.shape);
    layout.sure = best >= comfortable && second < best * near;
    return chosen;
}

/// Every row has the same many fields and nothing came near: more rows would only cost time, as much as reading a small
/// file. Not so sure with commas, which also part numbers and sentences.
bool is_beyond_doubt(const Layout& layout, const std::vector<RecordSigns>& signs)
{
    const char separator = layout.shape.separator;
    if (!layout.sure || separator == ',' || separator == no_separator || signs.size() < least_records) return false;
    const std::uint32_t width = signs.front().width;
    return width > 1 && std::all_of(signs.begin(), signs.end(), [width](const RecordSigns& one) {
               return one.width == width && !one.stray_quotes;
           });
}

bool has_lone_return(std::string_view text)
{
    for (std::size_t at = text.find('\r'); at != std::string_view::npos; at = text.find('\r', at + 1))
        if (at + 1 < text.size() && text[at + 1] != '\n' && text[at + 1] != '\r') return true;
    return false;
}

/// Carriage returns in the texts of cells, among rows that end with LF: where every row is as wide as the widest once
/// they are taken for text, they are. `signs` is what the rows were without that.
void settle_returns(std::string_view sample, Layout& layout, std::vector<RecordSigns>& signs)
{
    if (!layout.shape.line_feeds || layout.shape.separator == no_separator || !has_lone_return(sample)) return;
    if (signs.empty()) return;
    TableShape shape = layout.shape;
    shape.width = std::max_element(signs.begin(), signs.end(), [](const RecordSigns& left, const RecordSigns& right) {
                      return left.width < right.width;
                  })->width;
    shape.returns_are_text = true;
    const auto is_uneven = [&](const RecordSigns& one) { return one.width != 1 && one.width != shape.width; };
    const bool is_broken =
        std::any_of(signs.begin(), signs.end(), [&](const RecordSigns& one) { return one.width != shape.width; });
    std::vector<RecordSigns> without = cut_sample(sample, shape);
    const auto rows =
        std::count_if(without.begin(), without.end(), [](const RecordSigns& one) { return one.width > 1; });
    if (shape.width < 2 || rows < 2 || !is_broken || std::any_of(without.begin(), without.end(), is_uneven)) return;
    layout.shape.returns_are_text = true;
    signs = std::move(without);
}

/// Returns what the separator made of a sample, a short one where that is enough.
std::vector<RecordSigns> settle_separator(std::string_view text, std::string_view extension, Layout& layout)
{
    const std::string_view sample = sample_of(text, sample_bytes);
    layout.shape.line_feeds = sample.find('\n') != std::string_view::npos;
    if (layout.declared) return cut_sample(sample, layout.shape);
    const std::string_view beginning = sample_of(sample, short_sample_bytes);
    if (beginning.size() < sample.size()) {
        Layout tried = layout;
        std::vector<RecordSigns> signs = choose_separator(beginning, extension, tried);
        if (is_beyond_doubt(tried, signs)) {
            layout = tried;
            return signs;
        }
    }
    return choose_separator(sample, extension, layout);
}

} // namespace

std::string separator_name(char separator)
{
    if (separator == no_separator) return "none";
    return separator == '\t' ? "tab" : std::string(1, separator);
}

Layout guess_layout(std::string_view text, std::string_view extension, const bilan::ReadLimits& limits)
{
    Layout layout;
    layout.shape.longest = limits.text_bytes;
    layout.shape.most_fields = std::max<std::size_t>(limits.columns, 1);
    obey_declaration(text, layout);
    std::vector<RecordSigns> signs = settle_separator(text.substr(layout.passed), extension, layout);
    settle_returns(sample_of(text.substr(layout.passed), sample_bytes), layout, signs);
    if (layout.sure) layout.rival = '\0';
    set_width(layout, signs);
    if (layout.shape.separator == ',') find_other_tables(layout, signs);
    return layout;
}

} // namespace csv_reader
