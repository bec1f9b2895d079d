// SPDX-License-Identifier: MPL-2.0
#include "app/shown_screen.hpp"

#include "base/json.hpp"
#include "base/text.hpp"

#include <algorithm>

#include <sys/ioctl.h>
#include <unistd.h>

namespace bilan::app {

namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t usual_width = 100;

std::size_t width_of(const script::Shown& shown, std::size_t column)
{
    std::size_t width = base::length(shown.headers[column]);
    for (const std::vector<std::string>& row : shown.rows) width = std::max(width, base::length(row[column]));
    return width;
}

std::string padded(const std::string& text, std::size_t width, bool to_the_right)
{
    const std::string spaces(width - std::min(width, base::length(text)), ' ');
    return to_the_right ? spaces + text : text + spaces;
}

std::string without_spaces_behind(std::string line)
{
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

void show_table(Session& session, const script::Shown& shown, std::size_t width)
{
    std::vector<std::size_t> widths;
    std::size_t used = 0;
    for (std::size_t column = 0; column < shown.headers.size(); ++column) {
        const std::size_t own = width_of(shown, column);
        if (column > 0 && used + gap + own > width) break;
        used += (column > 0 ? gap : 0) + own;
        widths.push_back(own);
    }
    const auto line = [&](const std::vector<std::string>& cells) {
        std::string text;
        for (std::size_t column = 0; column < widths.size(); ++column)
            text += (column > 0 ? std::string(gap, ' ') : "") +
                    padded(cells[column], widths[column], shown.are_numbers[column]);
        return without_spaces_behind(std::move(text));
    };
    session.out() << session.bold(line(shown.headers)) << '\n';
    for (std::size_t column = 0; column < widths.size(); ++column) {
        if (column > 0) session.out() << std::string(gap, ' ');
        for (std::size_t at = 0; at < widths[column]; ++at) session.out() << "─";
    }
    session.out() << '\n';
    for (const std::vector<std::string>& row : shown.rows) session.out() << line(row) << '\n';
    if (widths.size() == shown.headers.size()) return;
    const auto others = std::span(shown.headers).subspan(widths.size());
    session.out() << "… "
                  << session.counted(others.size(), {"colonne de plus", "more column"},
                                     {"colonnes de plus", "more columns"})
                  << session.say({"\u00A0: ", ": "}) << base::join(others, ", ") << '\n';
}

} // namespace

void show(Session& session, const script::Shown& shown, std::size_t width)
{
    if (!shown.text.empty()) session.out() << shown.text << '\n';
    if (!shown.headers.empty()) show_table(session, shown, width);
    if (!shown.note.empty()) session.out() << shown.note << '\n';
}

void show_json(Session& session, const script::Shown& shown)
{
    base::JsonLine line;
    line.member("type", "answer").member("text", shown.text);
    if (!shown.headers.empty()) {
        std::string rows;
        for (const std::vector<std::string>& row : shown.rows) {
            std::string cells;
            for (const std::string& cell : row) cells += (cells.empty() ? "" : ",") + base::json_text(cell);
            rows += (rows.empty() ? "[" : ",[") + cells + ']';
        }
        line.member("headers", std::span(shown.headers)).raw("rows", '[' + rows + ']');
        line.member("note", shown.note);
    }
    session.out() << line.text() << '\n';
}

std::size_t screen_width()
{
    winsize size{};
    const bool is_known = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return is_known ? size.ws_col : usual_width;
}

} // namespace bilan::app
