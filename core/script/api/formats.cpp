// SPDX-License-Identifier: MPL-2.0
//
// `bilan.text` and `bilan.number`: words and numbers as people write them, in the run's language.
#include "base/date.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "intake/number_of.hpp"
#include "script/api/groups.hpp"
#include "script/bind.hpp"
#include "script/class.hpp"
#include "script/mistake.hpp"
#include "script/sandbox_patterns.hpp"
#include "script/state.hpp"

#include <algorithm>
#include <cmath>

namespace bilan::script {

namespace {

constexpr std::int64_t most_decimals = 10;
constexpr std::size_t most_parts = 1'000'000;
constexpr std::uint64_t bytes_per_step = 64; ///< what copying costs, compared with a step of Lua

/// Before anything is built: Lua counts only its own memory, and a text that grows in a loop would fill all there is.
void check_length(const Caller& caller, std::uint64_t bytes, const char* function, const char* subject)
{
    if (bytes > longest_text) throw Mistake("BIL-626", {function, std::to_string(longest_text)}, subject);
    caller.state.budget().spend(bytes / bytes_per_step);
}

std::string fold(const std::string& text)
{
    return base::fold(text);
}
std::string trim(const std::string& text)
{
    return std::string(base::trim(text));
}
std::int64_t length(const std::string& text)
{
    return static_cast<std::int64_t>(base::length(text));
}

std::string head(const std::string& text, std::int64_t most)
{
    return std::string(base::head(text, most < 0 ? 0 : static_cast<std::size_t>(most)));
}

std::vector<std::string> split(const std::string& text, const std::string& separator)
{
    if (separator.size() != 1) throw Mistake("BIL-667", {separator}, "split");
    if (static_cast<std::size_t>(std::ranges::count(text, separator.front())) >= most_parts)
        throw Mistake("BIL-626", {"bilan.text.split", std::to_string(most_parts)}, "split");
    std::vector<std::string> parts;
    for (const std::string_view part : base::split(text, separator.front())) parts.emplace_back(part);
    return parts;
}

std::string join(const Caller& caller, const std::vector<std::string>& parts, const std::optional<std::string>& between)
{
    const std::string separator = between.value_or(", ");
    std::uint64_t bytes = separator.size() * parts.size();
    for (const std::string& part : parts) bytes += part.size();
    check_length(caller, bytes, "bilan.text.join", "join");
    return base::join(parts, separator);
}

std::string replace(const Caller& caller, const std::string& text, const std::string& what, const std::string& by)
{
    if (what.empty()) return text;
    std::uint64_t bytes = text.size();
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size()))
        bytes += by.size() - what.size(); // the sum is right, whichever is longer
    check_length(caller, bytes, "bilan.text.replace", "replace");
    return base::replace_all(text, what, by);
}

std::string quoted(const Caller& caller, const std::string& text)
{
    return caller.state.language() == base::Language::french ? "«\u00A0" + text + "\u00A0»" : '"' + text + '"';
}

std::string plural(const Caller& caller, double count, const std::string& one, const std::string& many)
{
    // French counts 0 and 1,5 in the singular, English only 1.
    const bool is_one = caller.state.language() == base::Language::french ? std::abs(count) < 2 : count == 1;
    return is_one ? one : many;
}

int checked_decimals(const std::optional<std::int64_t>& decimals, int otherwise)
{
    if (!decimals) return otherwise;
    if (*decimals < 0 || *decimals > most_decimals)
        throw Mistake("BIL-664", {"decimals", "0", std::to_string(most_decimals)}, "decimals");
    return static_cast<int>(*decimals);
}

std::string number(const Caller& caller, double value, const std::optional<std::int64_t>& decimals)
{
    const int otherwise = std::trunc(value) == value ? 0 : 1;
    return base::for_people(value, checked_decimals(decimals, otherwise), caller.state.language());
}

std::string percent(const Caller& caller, double rate, const std::optional<std::int64_t>& decimals)
{
    constexpr double greatest_rate = 10; // 1000 %: beyond, somebody wrote per cent
    if (std::abs(rate) > greatest_rate)
        throw Mistake("BIL-027", {"bilan.number.percent", base::shortest(rate)}, base::shortest(rate));
    return base::percent_for_people(rate, checked_decimals(decimals, 1), caller.state.language());
}

std::string euro(const Caller& caller, double amount, const std::optional<std::int64_t>& decimals)
{
    return base::for_people(amount, checked_decimals(decimals, 0), caller.state.language()) + "\u00A0€";
}

double round(double value, const std::optional<std::int64_t>& decimals)
{
    return base::round_half_away(value, checked_decimals(decimals, 0));
}

std::optional<std::string> date(const Caller& caller, double serial)
{
    const auto civil = base::civil_of(serial);
    if (!civil) return std::nullopt;
    return base::for_people(*civil, caller.state.language());
}

/// A cell of a partner, read as one of a column of numbers.
std::optional<double> read(const std::string& text)
{
    return intake::number_of(text);
}

constexpr const char* decimals_sentence = "digits after the comma";

} // namespace

const GroupRecord& text_group()
{
    static const GroupRecord record = group(
        "bilan.text", "Words as people write them.",
        {bind<&fold>("fold", "The form in which spellings are compared: no accents, lower case.",
                     {{"text", "any text"}}),
         bind<&trim>("trim", "Without white space at both ends, no-break spaces too.", {{"text", "any text"}}),
         bind<&length>("length", "Number of characters, not of bytes.", {{"text", "any text"}}),
         bind<&head>("head", "The first characters.", {{"text", "any text"}, {"most", "how many at most"}}),
         bind<&split>("split", "The parts between separators.", {{"text", "any text"}, {"separator", "one character"}}),
         bind<&join>("join", "The parts with something between them.",
                     {{"parts", "list of texts"}, {"between", "`, ` when left out"}}),
         bind<&replace>("replace", "With every occurrence replaced; no pattern.",
                        {{"text", "any text"}, {"what", "what to look for"}, {"by", "what to put there"}}),
         bind<&quoted>("quoted", "In the quotation marks of the run's language.", {{"text", "any text"}}),
         bind<&plural>("plural", "The form that goes with a number.",
                       {{"count", "the number"}, {"one", "singular"}, {"many", "plural"}})});
    return record;
}

const GroupRecord& number_group()
{
    static const GroupRecord record = group(
        "bilan.number", "Numbers as people read them, in the run's language.",
        {bind<&number>("text", "`1 234,5` or `1,234.5`.", {{"value", "any number"}, {"decimals", decimals_sentence}}),
         bind<&percent>("percent", "`12,3 %` or `12.3%` of 0.123.",
                        {{"rate", "a rate"}, {"decimals", decimals_sentence}}),
         bind<&euro>("euro", "`1 500 €`.", {{"amount", "euros"}, {"decimals", decimals_sentence}}),
         bind<&round>("round", "Half away from zero.", {{"value", "any number"}, {"decimals", decimals_sentence}}),
         bind<&read>(
             "read",
             "The number that a text says, read as a partner's cell: 1200.5 of `1 200,50`, 2000 of `2 k€`, 18 of "
             "`env. 18`, 0.45 of `45 %`; nil where it says none.",
             {{"text", "any text"}}),
         bind<&date>("date", "`31/12/2025` or `2025-12-31`.", {{"serial", "a date of a dataset"}})});
    return record;
}

} // namespace bilan::script
