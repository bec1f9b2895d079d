// SPDX-License-Identifier: MPL-2.0
//
// What a page says, element by element, as sheets of a book: each table is one, those within a cell of another too.
// For one thread.
#pragma once

#include "html_reader/cell_styles.hpp"
#include "html_reader/cell_text.hpp"
#include "html_reader/cell_value.hpp"
#include "html_reader/table_builder.hpp"

#include <bilan/book.hpp>

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::html {

/// The attributes of an element: pairs of name and value, the value null when there is none; ended by a null name.
class Attributes {
public:
    explicit Attributes(const unsigned char** pairs) : pairs_(pairs) {}
    [[nodiscard]] Said find(std::string_view name) const;

private:
    const unsigned char** pairs_;
};

class PageHandler {
public:
    /// `counts_from_1904`: what a reading before has found of the page.
    PageHandler(Book& book, const archive::ReadGuard& guard, bool counts_from_1904 = false);

    void start(std::string_view name, const Attributes& attributes);
    void end(std::string_view name);
    void text(std::string_view piece);
    void comment(std::string_view text);
    /// Closes what is open, drops tables without a value and names the others.
    void finish();
    /// True when a date that the page shows tells that its numbers count from 1904: they were read otherwise.
    [[nodiscard]] bool must_count_from_1904() const { return tells_1904_ && !counts_from_1904_; }

private:
    /// What holds from an element down to those within it.
    struct Frame {
        bool is_hidden = false;
        bool is_struck = false;
        bool is_silent = false;       ///< a script, a list of choices: no text to read
        std::string* words = nullptr; ///< a title or a style sheet that collects its text
    };
    struct OpenTable {
        std::size_t sheet = 0;
        std::unique_ptr<TableBuilder> builder;
        CellAttributes attributes;
        CellText text;
        CellPosition at;
        CellFormat format;
        bool is_in_cell = false;
        bool is_nest_said = false;
    };
    struct Sheet {
        std::unique_ptr<cells::Remarks> remarks;
        std::string caption;
        std::string heading;               ///< of the page, before the table
        std::vector<std::uint32_t> places; ///< of its rows, where those that the page shows stand in another order
    };

    void start_table(const Attributes& attributes, bool is_hidden);
    void start_row(const Attributes& attributes);
    void start_cell(const Attributes& attributes);
    void start_text_element(std::string_view name, Frame& frame);
    void start_field(std::string_view name, const Attributes& attributes);
    void end_table();
    void end_cell();
    [[nodiscard]] bool is_hidden(const Attributes& attributes) const;
    [[nodiscard]] OpenTable& table();
    void hold_memory() const;
    [[nodiscard]] std::string name_of(std::size_t sheet, std::size_t filled, std::size_t index) const;

    Book& book_;
    const archive::ReadGuard& guard_;
    cells::Styles styles_ = page_styles();
    cells::BookContext context_;
    CellStyles cell_styles_;
    std::vector<Frame> frames_{Frame{}};
    std::vector<OpenTable> open_;
    std::deque<Sheet> sheets_;                 ///< beside those of the book
    std::vector<std::string> announced_names_; ///< by Excel, in a comment
    std::string title_;
    std::string heading_;
    std::string style_sheet_;
    bool counts_from_1904_;
    bool tells_1904_ = false;
};

} // namespace bilan::html
