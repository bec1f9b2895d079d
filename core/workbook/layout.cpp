// SPDX-License-Identifier: MPL-2.0
#include "workbook/layout.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "workbook/names.hpp"
#include "workbook/page_layout.hpp"
#include "workbook/words.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace bilan::workbook {

namespace {

constexpr std::string_view contents_page = "sommaire";

[[noreturn]] void refuse(std::string place, std::string code, std::vector<std::string> arguments)
{
    throw base::Error(base::ExitCode::script, std::move(place), {std::move(code), std::move(arguments)});
}

/// Excel reads `&` in a footer as the beginning of a code.
std::string footer_text(std::string_view text, std::size_t longest)
{
    return base::replace_all(excel_head(one_line(text), longest), "&", "&&");
}

} // namespace

class Layout::Work {
public:
    Work(Theme theme, base::Language language) : styles_(std::move(theme), language) {}

    std::vector<PlacedFigure> add(Page page);
    Workbook finish(WorkbookProperties properties);

private:
    [[nodiscard]] const LaidPage* page(const std::string& id) const;
    [[nodiscard]] const PlacedTable* table(const std::string& id) const;
    void resolve_links(LaidPage& page);
    void link_back(LaidPage& page);
    void resolve_charts(LaidPage& page);
    void resolve_lists(LaidPage& page);
    void set_footer(SheetPart& sheet, const WorkbookProperties& properties) const;
    [[nodiscard]] std::vector<DefinedName> names() const;

    StyleBook styles_;
    TakenNames sheet_names_;
    std::set<std::string> table_names_;
    std::vector<LaidPage> pages_;
};

std::vector<PlacedFigure> Layout::Work::add(Page page)
{
    if (this->page(page.id) != nullptr) refuse(page.id, "BIL-731", {page.id});
    const std::string page_id = page.id;
    std::string name = legal_sheet_name(page.name.empty() ? page.title : page.name);
    if (name.empty()) name = layout_words(styles_.language()).page;
    name = sheet_names_.take(name, longest_sheet_name);
    LaidPage laid = PageLayout(std::move(page), name, styles_).run();
    for (const PlacedTable& table : laid.tables)
        if (!table_names_.insert(base::fold(identifier("T_", table.id))).second) refuse(page_id, "BIL-730", {table.id});
    for (PlacedFigure& figure : laid.figures) {
        figure.page = page_id;
        figure.sheet = name;
    }
    std::vector<PlacedFigure> figures = laid.figures;
    for (PlacedFigure& figure : laid.figures) figure.figure = {}; // only places and ids are needed from here on
    pages_.push_back(std::move(laid));
    return figures;
}

const LaidPage* Layout::Work::page(const std::string& id) const
{
    const auto found = std::find_if(pages_.begin(), pages_.end(), [&](const LaidPage& page) { return page.id == id; });
    return found == pages_.end() ? nullptr : &*found;
}

const PlacedTable* Layout::Work::table(const std::string& id) const
{
    for (const LaidPage& page : pages_)
        for (const PlacedTable& table : page.tables)
            if (table.id == id) return &table;
    return nullptr;
}

void Layout::Work::resolve_links(LaidPage& page)
{
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::string> targets;
    for (const PendingLink& link : page.links) {
        const LaidPage* target = this->page(link.page);
        if (target == nullptr) refuse(page.id, "BIL-732", {link.page});
        targets[{link.at.row, link.at.column}] = quoted_sheet(target->sheet.name) + "!A1";
    }
    if (targets.empty()) return;
    for (SheetCell& cell : page.sheet.cells)
        if (Link* link = std::get_if<Link>(&cell.value); link != nullptr && link->file.empty())
            link->target = targets[{cell.at.row, cell.at.column}];
}

void Layout::Work::link_back(LaidPage& page)
{
    const LaidPage* contents = this->page(std::string(contents_page));
    if (contents == nullptr || contents == &page) return;
    const std::string words(layout_words(styles_.language()).back);
    const SheetCell cell{page.back, Link{quoted_sheet(contents->sheet.name) + "!A1", words},
                         styles_.text(TextRole::link)};
    const auto place = std::find_if(page.sheet.cells.begin(), page.sheet.cells.end(),
                                    [&](const SheetCell& other) { return other.at.row > page.back.row; });
    page.sheet.cells.insert(place, cell);
}

void Layout::Work::resolve_charts(LaidPage& page)
{
    for (const PendingChart& pending : page.charts) {
        const PlacedTable* source = table(pending.table);
        if (source == nullptr || pending.chart >= source->charts.size()) refuse(page.id, "BIL-733", {pending.table});
        if (!source->has_rows || source->charts[pending.chart].problem) continue;
        ChartPart part = chart_part(*source, pending.chart, styles_.theme());
        part.at = pending.at;
        part.offset = pending.offset;
        part.width = pending.width;
        part.height = pending.height;
        page.sheet.charts.push_back(std::move(part));
    }
}

void Layout::Work::resolve_lists(LaidPage& page)
{
    for (const PendingList& pending : page.lists)
        for (const LaidPage& other : pages_)
            for (const PlacedTable& table : other.tables)
                if (table.id == pending.table)
                    page.sheet.input_rules[pending.rule].list = absolute_range(other.sheet.name, table.range(0));
}

/// « Report · territory · year · sheet »: a page that was printed and lies alone says whose it is.
void Layout::Work::set_footer(SheetPart& sheet, const WorkbookProperties& properties) const
{
    constexpr std::size_t longest_title = 90;
    constexpr std::size_t longest_subject = 60; // a footer holds 255 characters with its codes
    std::string words = footer_text(properties.title, longest_title);
    if (!properties.subject.empty()) words += " · " + footer_text(properties.subject, longest_subject);
    const std::string font = "&\"" + styles_.theme().font + ",Regular\"&8 ";
    sheet.print.footer = "&L" + font + words + " · &A&R" + font + std::string(layout_words(styles_.language()).page_of);
}

std::vector<DefinedName> Layout::Work::names() const
{
    std::vector<DefinedName> names;
    std::set<std::string> taken;
    for (const LaidPage& page : pages_)
        for (const PlacedFigure& figure : page.figures) {
            if (figure.id.empty()) continue;
            // An indicator shown on several pages is named where it comes first.
            const std::string name = identifier("ind_", figure.id);
            if (!taken.insert(base::fold(name)).second) continue;
            names.push_back({name, "=" + absolute_reference(page.sheet.name, figure.at)});
        }
    for (const LaidPage& page : pages_)
        for (const PlacedParameter& parameter : page.parameters)
            names.push_back({parameter.name, "=" + absolute_reference(page.sheet.name, parameter.at)});
    return names;
}

Workbook Layout::Work::finish(WorkbookProperties properties)
{
    std::stable_sort(pages_.begin(), pages_.end(),
                     [](const LaidPage& left, const LaidPage& right) { return left.order < right.order; });
    for (LaidPage& page : pages_) {
        resolve_links(page);
        link_back(page);
        resolve_charts(page);
        resolve_lists(page);
        set_footer(page.sheet, properties);
    }
    if (!pages_.empty()) pages_.front().sheet.tab = styles_.theme().accent;
    Workbook workbook;
    workbook.names = names();
    workbook.properties = std::move(properties);
    workbook.styles = styles_.styles();
    for (LaidPage& page : pages_) workbook.sheets.push_back(std::move(page.sheet));
    pages_.clear();
    return workbook;
}

Layout::Layout(Theme theme, base::Language language) : work_(std::make_shared<Work>(std::move(theme), language)) {}

std::vector<PlacedFigure> Layout::add(Page page)
{
    return work_->add(std::move(page));
}

Workbook Layout::finish(WorkbookProperties properties)
{
    return work_->finish(std::move(properties));
}

} // namespace bilan::workbook
