// SPDX-License-Identifier: MPL-2.0
#include "intake/value/date_text.hpp"

#include "intake/value/date_moment.hpp"
#include "intake/value/plain_spelling.hpp"

#include <algorithm>

namespace bilan::intake {

namespace {

/// First and last day of a moment whose year is known.
void complete(const Moment& moment, int year, DateText& date)
{
    date.first = {year, moment.first_month, std::min(moment.first_day, base::days_in_month(year, moment.first_month))};
    const int last_year = year + moment.years - 1;
    const int days = base::days_in_month(last_year, moment.last_month);
    // The end of February depends on the year, which may have come late.
    const bool is_whole_month = !moment.is_day && moment.last_day >= 28;
    date.last = {last_year, moment.last_month, is_whole_month ? days : std::min(moment.last_day, days)};
}

DateText of_moment(const Moment& moment, const DateOptions& options)
{
    DateText date;
    if (!moment.is_read) return date;
    date.is_month_first = moment.is_month_first;
    date.is_day_first = moment.is_day_first;
    date.is_order_open = moment.is_order_open;
    date.is_vague = moment.is_vague;
    date.shape = moment.is_day ? DateShape::day : moment.years > 2 ? DateShape::span : DateShape::period;
    if (moment.is_impossible) {
        date.shape = DateShape::impossible;
        return date;
    }
    if (!moment.year && !options.year) {
        date.shape = DateShape::no_year;
        return date;
    }
    const int year = moment.year.value_or(options.year.value_or(0));
    date.is_year_guessed = !moment.year.has_value();
    if (moment.is_day && !base::is_valid({year, moment.first_month, moment.first_day})) {
        date.shape = DateShape::impossible;
        return date;
    }
    complete(moment, year, date);
    return date;
}

/// Gives the first side of a period what only the second says: « du 3 au 5 mars », « mars à juin 2024 ».
bool share(Moment& from, Moment& to, const DateOptions& options)
{
    if (to.is_day_only || !to.is_read) return false;
    if (from.is_day_only) {
        if (!to.is_day) return false;
        from.is_read = from.is_day = true;
        from.year = to.year;
        from.first_month = from.last_month = to.first_month;
    }
    if (!from.is_read || from.is_impossible || to.is_impossible) return from.is_read;
    const bool is_over_new_year = from.first_month > to.last_month;
    if (!from.year && to.year) from.year = *to.year - (is_over_new_year ? 1 : 0);
    if (!from.year && !to.year && options.year && is_over_new_year) to.year = *options.year + 1;
    if (from.year && !to.year) to.year = *from.year + (is_over_new_year ? 1 : 0);
    return true;
}

DateText join(Moment from, Moment to, const DateOptions& options)
{
    DateText date;
    if (!share(from, to, options)) return date;
    const DateText begin = of_moment(from, options);
    const DateText end = of_moment(to, options);
    if (begin.shape == DateShape::impossible || end.shape == DateShape::impossible) {
        date.shape = DateShape::impossible;
        return date;
    }
    if (begin.shape == DateShape::no_year || end.shape == DateShape::no_year) {
        date.shape = DateShape::no_year;
        return date;
    }
    if (!begin.has_date() || !end.has_date() || end.last < begin.first) return date;
    date = begin;
    date.shape = DateShape::span;
    date.last = end.last;
    date.is_year_guessed = begin.is_year_guessed || end.is_year_guessed;
    date.is_month_first = begin.is_month_first || end.is_month_first;
    date.is_day_first = begin.is_day_first || end.is_day_first;
    date.is_vague = begin.is_vague || end.is_vague;
    return date;
}

bool is_connector(const DateToken& token, bool is_word)
{
    constexpr std::string_view words[] = {"au", "a", "et", "jusqu'au", "jusqu'a"};
    if (is_word) return std::find(std::begin(words), std::end(words), token.text) != std::end(words);
    return token.text == "-" || token.text == "/" || token.text == ">";
}

/// The tokens after a connector, without the rest of an arrow.
std::span<const DateToken> after(std::span<const DateToken> tokens, std::size_t at)
{
    tokens = tokens.subspan(at + 1);
    while (!tokens.empty() && (tokens.front().text == ">" || tokens.front().text == "-")) tokens = tokens.subspan(1);
    return tokens;
}

/// « 12, 13 » of « 12, 13 et 14 avril »: the first of the days, and no month of 2013.
std::span<const DateToken> first_of_days(std::span<const DateToken> tokens)
{
    constexpr int last_day = 31;
    const bool are_days = tokens.size() >= 3 && std::ranges::all_of(tokens, [](const DateToken& token) {
                              return token.kind == DateTokenKind::number
                                         ? token.digits <= 2 && token.value >= 1 && token.value <= last_day
                                         : token.text == ",";
                          });
    return are_days ? tokens.first(1) : tokens;
}

DateText read_span(std::span<const DateToken> tokens, const DateOptions& options)
{
    DateText best;
    for (const bool is_word : {true, false}) {
        for (std::size_t at = 1; at + 1 < tokens.size(); ++at) {
            if (!is_connector(tokens[at], is_word)) continue;
            auto before = tokens.first(at);
            if (before.back().text == "=" || before.back().text == "-") before = before.first(at - 1);
            if (!before.empty() && before.front().text == "entre") before = before.subspan(1);
            before = first_of_days(before);
            const DateText read = join(read_moment(before, options.is_month_first),
                                       read_moment(after(tokens, at), options.is_month_first), options);
            if (read.has_date()) return read;
            if (best.shape == DateShape::nothing) best = read;
        }
        // « du 01/03 au 30/06 »: both sides were read and only the year is missing; `/` is not where to cut.
        if (best.shape != DateShape::nothing) return best;
    }
    return best;
}

} // namespace

DateText read_date_text(std::string_view text, const DateOptions& options)
{
    const std::string spelling = plain_spelling(text);
    const DateTokens found = split_date(spelling);
    const std::span<const DateToken> tokens(found.tokens.data(), found.count);
    if (tokens.empty()) return {};
    const DateText whole = of_moment(read_moment(tokens, options.is_month_first), options);
    if (whole.has_date() || whole.shape == DateShape::impossible) return whole;
    const DateText span = read_span(tokens, options);
    return span.shape == DateShape::nothing ? whole : span;
}

} // namespace bilan::intake
