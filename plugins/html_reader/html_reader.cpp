// SPDX-License-Identifier: MPL-2.0
#include "html_reader/html_reader.hpp"

#include "html_reader/codes.hpp"
#include "html_reader/encoding.hpp"
#include "html_reader/page_parser.hpp"
#include "html_reader/page_tags.hpp"
#include "html_reader/references.hpp"

#include <algorithm>
#include <string>

namespace bilan::html {
namespace {

constexpr std::size_t looked_at = std::size_t{1} << 18U;

/// A table below a line of text, as a program prints it that says something first. A separator above it would be that
/// of a csv file whose cells hold tags.
bool is_below_text(std::string_view head)
{
    constexpr std::size_t longest = 2'048;
    std::size_t at = head.npos;
    for (const std::string_view tag : {"\n<table", "\n<html", "\n<!doctype html"}) at = std::min(at, head.find(tag));
    if (at > longest || head.substr(0, at).find_first_of(";\t|\"<") != head.npos) return false;
    return head.find("<tr", at) != head.npos &&
           (head.find("<td", at) != head.npos || head.find("<th", at) != head.npos);
}

/// The file of the first sheet of a page that is only the frame of several, as Excel saves a workbook: `x_files/a.htm`.
std::string framed_file(const std::string& page)
{
    const std::string head = beginning(page, looked_at);
    if (head.find("<frameset") == head.npos && head.find("<x:worksheetsource") == head.npos) return {};
    for (const std::string_view attribute : {"worksheetsource href=\"", "<frame src=\""}) {
        std::size_t at = head.find(attribute);
        if (at == head.npos) continue;
        at += attribute.size();
        return head.substr(at, std::min(head.find('"', at), head.size()) - at);
    }
    return {};
}

/// A page, or a piece of one that begins with a tag.
bool begins_like_a_page(std::string_view head)
{
    const std::size_t first = head.find_first_not_of(" \t\r\n");
    if (first == head.npos || head[first] != '<') return false;
    head.remove_prefix(first);
    // An xml declaration stands before XHTML and before much that is none.
    const std::string_view start = std::string_view(head).substr(0, 1024);
    return !head.starts_with("<?xml") || start.find("<html") != start.npos ||
           (start.find("<table") != start.npos && start.find("<tr") != start.npos);
}

/// A date far down the page may tell from which day all of them are counted: the page is read again then.
void read_tables(const std::string& page, const archive::ReadGuard& guard, Book& book)
{
    PageHandler handler(book, guard);
    parse_page(page, handler, guard);
    if (!handler.must_count_from_1904()) return;
    book = Book();
    PageHandler again(book, guard, true);
    parse_page(page, again, guard);
}

} // namespace

ReaderCard HtmlReader::card() const
{
    return {"html",
            {"html", "htm", "xhtml"},
            "Tables of web pages, under any name.\n"
            "Tableaux de pages web, sous n'importe quel nom."};
}

Confidence HtmlReader::recognises(const Source& source) const
{
    constexpr Confidence sure = 90;
    constexpr Confidence below_text = 70;
    constexpr Confidence page = 50;                // to be refused by name when nobody else takes it
    if (source.text().starts_with("PK")) return 0; // a zip, as most files are
    const std::string head = beginning(source.text(), looked_at);
    if (!begins_like_a_page(head)) return is_below_text(head) ? below_text : Confidence{0};
    if (head.find("<table") != head.npos) return sure;
    const bool is_page = head.find("<html") != head.npos || head.find("<!doctype html") != head.npos;
    return is_page || head.find("<tr") != head.npos ? page : Confidence{0};
}

void HtmlReader::read(const Source& source, const ReadLimits& limits, Book& book) const
{
    const archive::ReadGuard guard(source, limits);
    if (source.bytes.size() > limits.total_bytes) guard.refuse_limit("total_bytes", limits.total_bytes, source.name);
    PageText page = decoded(source.text());
    const TagSurvey tags = survey_tags(page.text);
    if (tags.most_attributes > limits.attributes) guard.refuse_limit("attributes", limits.attributes, source.name);
    page.text = with_known_references(std::move(page.text));
    read_tables(page.text, guard, book);
    if (tags.is_cut) guard.refuse(code::cut_short);
    if (book.sheets.empty()) {
        if (const std::string file = framed_file(page.text); !file.empty()) guard.refuse(code::frames, {file});
        guard.refuse(code::no_table);
    }
    book.format = "html";
    book.facts.emplace_back("encoding", page.encoding);
    const Place place{source.name, {}, {}, {}};
    if (!page.is_sound) book.remarks.push_back({std::string(code::undecodable), place, {page.encoding}});
    if (!page.announced.empty())
        book.remarks.push_back({std::string(code::other_encoding), place, {page.announced, page.encoding}});
}

} // namespace bilan::html
