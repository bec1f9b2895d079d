// SPDX-License-Identifier: MPL-2.0
#include "html_reader/page_handler.hpp"

#include "html_reader/codes.hpp"
#include "html_reader/shown_date.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace bilan::html {
namespace {

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_heading(std::string_view name)
{
    return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

/// Elements whose text is none of the page.
bool is_silent(std::string_view name)
{
    return is_one_of(name, {"script", "style", "template", "noscript", "select", "textarea", "object", "svg"});
}

bool is_block(std::string_view name)
{
    return is_one_of(name, {"p", "div", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "address", "hr"}) ||
           is_heading(name);
}

bool strikes(std::string_view name)
{
    return is_one_of(name, {"s", "strike", "del"});
}

/// Collapsed as a name wants it: one blank between words.
std::string words_of(std::string_view text)
{
    CellText words;
    words.add(text, false);
    return std::string(words.shown());
}

} // namespace

Said Attributes::find(std::string_view name) const
{
    if (pairs_ == nullptr) return std::nullopt;
    for (const unsigned char** pair = pairs_; *pair != nullptr; pair += 2) {
        if (name != reinterpret_cast<const char*>(*pair)) continue;
        return pair[1] == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(pair[1]));
    }
    return std::nullopt;
}

PageHandler::PageHandler(Book& book, const archive::ReadGuard& guard, bool counts_from_1904)
    : book_(book), guard_(guard), context_{guard, book.texts, styles_, {}}, counts_from_1904_(counts_from_1904)
{
}

PageHandler::OpenTable& PageHandler::table()
{
    if (open_.empty()) start_table(Attributes(nullptr), false);
    return open_.back();
}

bool PageHandler::is_hidden(const Attributes& attributes) const
{
    return attributes.find("hidden") || hides(attributes.find("style").value_or("")) ||
           cell_styles_.is_hidden(attributes.find("class").value_or(""));
}

void PageHandler::start(std::string_view name, const Attributes& attributes)
{
    if (frames_.size() > guard_.limits().depth) guard_.refuse_limit("depth", guard_.limits().depth, guard_.file());
    Frame frame = frames_.back();
    frame.words = nullptr;
    if (name == "table") {
        start_table(attributes, frame.is_hidden || is_hidden(attributes));
    } else if (name == "tr") {
        start_row(attributes);
    } else if (name == "td" || name == "th") {
        start_cell(attributes);
        frame.is_hidden = false; // a hidden cell is read like a hidden column
    } else if ((name == "thead" || name == "tfoot") && !open_.empty()) {
        end_cell();
        open_.back().builder->begin_group(name == "thead" ? RowGroup::head : RowGroup::foot);
    } else if (name == "col") {
        table().builder->add_columns(attributes.find("span").value_or(""), is_hidden(attributes));
    } else {
        frame.is_hidden = frame.is_hidden || is_hidden(attributes);
        start_text_element(name, frame);
        if (!frame.is_hidden) start_field(name, attributes);
    }
    frames_.push_back(frame);
}

void PageHandler::start_text_element(std::string_view name, Frame& frame)
{
    const bool is_in_cell = !open_.empty() && open_.back().is_in_cell;
    frame.is_struck = frame.is_struck || strikes(name);
    frame.is_silent = frame.is_silent || is_silent(name);
    if (name == "title") {
        frame.words = &title_;
    } else if (name == "style") {
        style_sheet_.clear();
        frame.words = &style_sheet_;
    } else if (name == "caption" && !open_.empty()) {
        frame.words = &sheets_[open_.back().sheet].caption;
    } else if (is_heading(name) && !is_in_cell) {
        heading_.clear();
        frame.words = &heading_;
    } else if (frames_.back().words != nullptr) {
        frame.words = frames_.back().words; // an element within a title
    }
    if (!is_in_cell || frame.is_hidden) return;
    if (name == "br") open_.back().text.break_line();
    if (is_block(name)) open_.back().text.begin_block();
}

/// What is typed into a form is no text of its cell. Browsers show it: it is said that it is not read.
void PageHandler::start_field(std::string_view name, const Attributes& attributes)
{
    if (open_.empty() || !open_.back().is_in_cell || !is_one_of(name, {"input", "textarea", "select"})) return;
    const std::string type = attributes.find("type").value_or("");
    if (is_one_of(type, {"hidden", "button", "submit", "reset", "image"})) return;
    open_.back().builder->remarks().add_once(code::form_field, open_.back().at, {std::string(name)});
}

void PageHandler::end(std::string_view name)
{
    if (frames_.size() <= 1) return;
    const bool is_hidden = frames_.back().is_hidden;
    frames_.pop_back();
    if (name == "style") cell_styles_.add_sheet(style_sheet_);
    if (open_.empty()) return;
    if (name == "table") {
        end_table();
    } else if (name == "tr") {
        end_cell();
        open_.back().builder->end_row();
    } else if (name == "td" || name == "th") {
        end_cell();
    } else if (name == "thead" || name == "tfoot") {
        end_cell();
        open_.back().builder->begin_group(RowGroup::body);
    } else if (open_.back().is_in_cell && !is_hidden && is_block(name)) {
        open_.back().text.begin_block();
    }
}

void PageHandler::text(std::string_view piece)
{
    const Frame& frame = frames_.back();
    const std::uint32_t most = guard_.limits().text_bytes;
    if (frame.words != nullptr) {
        if (frame.words->size() + piece.size() > most) guard_.refuse_limit("text_bytes", most, guard_.file());
        *frame.words += piece;
        return;
    }
    if (open_.empty() || !open_.back().is_in_cell || frame.is_hidden || frame.is_silent) return;
    CellText& text = open_.back().text;
    if (text.size() + piece.size() > most) guard_.refuse_limit("text_bytes", most, guard_.file());
    text.add(piece, frame.is_struck);
}

/// Excel tells the names of its sheets and the system of its dates in a comment for itself.
void PageHandler::comment(std::string_view text)
{
    constexpr std::string_view open = "<x:Name>";
    if (text.find("<x:ExcelWorkbook>") == text.npos) return;
    if (text.find("<x:Date1904") != text.npos) context_.is_1904 = true;
    for (std::size_t at = text.find(open); at != text.npos; at = text.find(open, at + 1)) {
        const std::string_view name = text.substr(at + open.size());
        announced_names_.emplace_back(name.substr(0, name.find('<')));
        if (announced_names_.size() >= guard_.limits().sheets) return;
    }
}

void PageHandler::start_table(const Attributes& /*attributes*/, bool is_hidden)
{
    if (book_.sheets.size() >= guard_.limits().sheets)
        guard_.refuse_limit("sheets", guard_.limits().sheets, guard_.file());
    if (!open_.empty() && open_.back().is_in_cell && !open_.back().is_nest_said) {
        open_.back().builder->remarks().add(code::nested_table, open_.back().at);
        open_.back().is_nest_said = true;
    }
    Grid& grid = book_.sheets.emplace_back();
    grid.facts.name = "Tableau " + std::to_string(book_.sheets.size()); // until all names are known
    grid.facts.visibility = is_hidden ? Visibility::hidden : Visibility::visible;
    grid.facts.date_1904 = context_.is_1904 || counts_from_1904_;
    Sheet& sheet = sheets_.emplace_back();
    sheet.remarks = std::make_unique<cells::Remarks>(guard_.file(), grid.facts.name);
    sheet.heading = std::exchange(heading_, {});
    OpenTable& opened = open_.emplace_back();
    opened.sheet = book_.sheets.size() - 1;
    opened.builder = std::make_unique<TableBuilder>(context_, grid, *sheet.remarks);
}

void PageHandler::start_row(const Attributes& attributes)
{
    OpenTable& opened = table();
    end_cell();
    opened.builder->begin_row(is_hidden(attributes));
    hold_memory();
}

void PageHandler::start_cell(const Attributes& attributes)
{
    OpenTable& opened = table();
    end_cell();
    opened.text.clear();
    opened.attributes = {attributes.find("x:num"),  attributes.find("x:str"), attributes.find("x:fmla"),
                         attributes.find("x:bool"), attributes.find("x:err"), attributes.find("sdval"),
                         attributes.find("sdnum"),  counts_from_1904_};
    opened.at = opened.builder->begin_cell(attributes.find("rowspan").value_or(""),
                                           attributes.find("colspan").value_or(""), is_hidden(attributes));
    opened.format = format_in(attributes.find("style").value_or(""))
                        .value_or(cell_styles_.format_of(attributes.find("class").value_or("")).value_or(CellFormat()));
    opened.is_in_cell = true;
}

void PageHandler::end_cell()
{
    OpenTable& opened = open_.back();
    if (!opened.is_in_cell) return;
    opened.is_in_cell = false;
    if (const std::optional<double> number = value_number(opened.attributes))
        tells_1904_ = tells_1904_ || shows_1904(opened.text.shown(), *number);
    put_value(opened.builder->cells(), opened.at, opened.attributes, opened.text.shown(), opened.format,
              opened.text.is_struck());
}

void PageHandler::end_table()
{
    end_cell();
    sheets_[open_.back().sheet].places = open_.back().builder->finish();
    context_.finished_bytes += book_.sheets[open_.back().sheet].bytes();
    open_.pop_back();
    hold_memory();
}

/// A page may hold tables open within one another; all that they hold counts.
void PageHandler::hold_memory() const
{
    std::uint64_t bytes = context_.finished_bytes + book_.texts.bytes();
    for (const OpenTable& opened : open_) bytes += book_.sheets[opened.sheet].bytes();
    const std::uint64_t most = guard_.limits().memory_bytes;
    if (bytes > most) guard_.refuse_limit("memory_bytes", most, guard_.file());
}

std::string PageHandler::name_of(std::size_t sheet, std::size_t filled, std::size_t index) const
{
    std::string caption = words_of(sheets_[sheet].caption);
    if (!caption.empty()) return caption;
    if (announced_names_.size() == filled) return words_of(announced_names_[index]);
    std::string heading = words_of(sheets_[sheet].heading);
    if (!heading.empty()) return heading;
    const std::string title = words_of(title_);
    return filled == 1 && !title.empty() ? title : "Tableau " + std::to_string(index + 1);
}

void PageHandler::finish()
{
    while (!open_.empty()) end_table();
    std::vector<std::size_t> filled;
    for (std::size_t i = 0; i < book_.sheets.size(); ++i) {
        if (book_.sheets[i].rows() > 0) filled.push_back(i);
    }
    std::deque<Grid> kept;
    std::set<std::string> taken;
    for (std::size_t index = 0; index < filled.size(); ++index) {
        const std::size_t sheet = filled[index];
        const std::string name = name_of(sheet, filled.size(), index);
        std::string unique = name;
        for (int number = 2; !taken.insert(unique).second; ++number)
            unique = name + " (" + std::to_string(number) + ")";
        kept.push_back(std::move(book_.sheets[sheet]));
        kept.back().facts.name = unique;
        for (Problem& problem : sheets_[sheet].remarks->take()) {
            problem.place.sheet = unique;
            const std::vector<std::uint32_t>& places = sheets_[sheet].places;
            if (problem.place.row && *problem.place.row < places.size()) problem.place.row = places[*problem.place.row];
            book_.remarks.push_back(std::move(problem));
        }
    }
    book_.sheets = std::move(kept);
}

} // namespace bilan::html
