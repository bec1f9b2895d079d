// SPDX-License-Identifier: MPL-2.0
#include "script/pattern.hpp"

#include "base/text.hpp"
#include "script/mistake.hpp"

#include <string>

namespace bilan::script {

namespace {

constexpr std::size_t most_captures = 32;
constexpr int deepest = 200;

bool is_lower(unsigned char letter)
{
    return letter >= 'a' && letter <= 'z';
}
bool is_upper(unsigned char letter)
{
    return letter >= 'A' && letter <= 'Z';
}
bool is_digit(unsigned char letter)
{
    return letter >= '0' && letter <= '9';
}
bool is_space(unsigned char letter)
{
    return letter == ' ' || (letter >= '\t' && letter <= '\r');
}
bool is_letter(unsigned char letter)
{
    return is_lower(letter) || is_upper(letter);
}
bool is_graphic(unsigned char letter)
{
    return letter > ' ' && letter < 0x7f;
}
bool is_control(unsigned char letter)
{
    return letter < ' ' || letter == 0x7f;
}
bool is_hexadecimal(unsigned char letter)
{
    return is_digit(letter) || (letter >= 'a' && letter <= 'f') || (letter >= 'A' && letter <= 'F');
}

/// `%a`, and `%A` for all others; any other letter stands for itself.
bool in_class(unsigned char letter, unsigned char name)
{
    const unsigned char lower = is_upper(name) ? static_cast<unsigned char>(name + ('a' - 'A')) : name;
    bool is_in = false;
    switch (lower) {
    case 'a': is_in = is_letter(letter); break;
    case 'c': is_in = is_control(letter); break;
    case 'd': is_in = is_digit(letter); break;
    case 'g': is_in = is_graphic(letter); break;
    case 'l': is_in = is_lower(letter); break;
    case 'p': is_in = is_graphic(letter) && !is_letter(letter) && !is_digit(letter); break;
    case 's': is_in = is_space(letter); break;
    case 'u': is_in = is_upper(letter); break;
    case 'w': is_in = is_letter(letter) || is_digit(letter); break;
    case 'x': is_in = is_hexadecimal(letter); break;
    default: return letter == name;
    }
    return is_upper(name) ? !is_in : is_in;
}

struct Depth {
    explicit Depth(int& depth) : depth_(depth) { ++depth_; }
    ~Depth() { --depth_; }
    Depth(const Depth&) = delete;
    Depth& operator=(const Depth&) = delete;

private:
    int& depth_;
};

} // namespace

Pattern::Pattern(std::string_view subject, std::string_view pattern, std::uint64_t most_steps)
    : subject_(subject), pattern_(pattern), anchored_(pattern.starts_with('^')), most_steps_(most_steps)
{
    if (anchored_) pattern_.remove_prefix(1);
}

void Pattern::malformed() const
{
    throw Mistake("BIL-627", {std::string(pattern_)});
}

void Pattern::step()
{
    if (++steps_ > most_steps_)
        throw Mistake("BIL-628", {base::for_display(pattern_), std::to_string(subject_.size())});
}

std::optional<Pattern::Match> Pattern::match_at(std::size_t at)
{
    captures_.clear();
    const Place end = match(at, 0);
    if (!end) return std::nullopt;
    for (const Capture& capture : captures_)
        if (capture.kind == Capture::Kind::open) malformed();
    return Match{at, *end, captures_};
}

std::optional<Pattern::Match> Pattern::search(std::size_t from)
{
    for (std::size_t at = from; at <= subject_.size(); ++at) {
        if (auto found = match_at(at)) return found;
        if (anchored_) return std::nullopt;
    }
    return std::nullopt;
}

std::size_t Pattern::item_end(std::size_t item) const
{
    const char first = pattern_[item++];
    if (first == '%') {
        if (!has(item)) malformed();
        return item + 1;
    }
    if (first != '[') return item;
    if (has(item) && pattern_[item] == '^') ++item;
    do { // a `]` right after the opening stands for itself
        if (!has(item)) malformed();
        if (pattern_[item++] == '%') {
            if (!has(item)) malformed();
            ++item;
        }
    } while (!has(item) || pattern_[item] != ']');
    return item + 1;
}

bool Pattern::in_set(unsigned char letter, std::size_t item, std::size_t end) const
{
    std::size_t at = item + 1;
    const bool negated = pattern_[at] == '^';
    if (negated) ++at;
    for (const std::size_t last = end - 1; at < last; ++at) {
        const auto one = static_cast<unsigned char>(pattern_[at]);
        if (one == '%') {
            if (in_class(letter, static_cast<unsigned char>(pattern_[++at]))) return !negated;
        } else if (at + 2 < last && pattern_[at + 1] == '-') {
            if (one <= letter && letter <= static_cast<unsigned char>(pattern_[at + 2])) return !negated;
            at += 2;
        } else if (one == letter) {
            return !negated;
        }
    }
    return negated;
}

bool Pattern::fits(std::size_t at, std::size_t item, std::size_t end)
{
    step();
    if (at >= subject_.size()) return false;
    const auto letter = static_cast<unsigned char>(subject_[at]);
    switch (pattern_[item]) {
    case '.': return true;
    case '%': return in_class(letter, static_cast<unsigned char>(pattern_[item + 1]));
    case '[': return in_set(letter, item, end);
    default: return letter == static_cast<unsigned char>(pattern_[item]);
    }
}

Pattern::Place Pattern::match(std::size_t at, std::size_t item)
{
    const Depth depth(depth_);
    if (depth_ > deepest) throw Mistake("BIL-628", {base::for_display(pattern_), std::to_string(subject_.size())});
    while (has(item)) {
        step();
        if (pattern_[item] == '$' && item + 1 == pattern_.size()) return at == subject_.size() ? Place(at) : Place();
        bool goes_on = false;
        const Place next = item_match(at, item, goes_on);
        if (!goes_on || !next) return next;
        at = *next;
    }
    return at;
}

/// One item. `goes_on`: it matched up to the returned place and `item` is the next one; else the answer is final.
Pattern::Place Pattern::item_match(std::size_t at, std::size_t& item, bool& goes_on)
{
    const char first = pattern_[item];
    const char second = has(item + 1) ? pattern_[item + 1] : '\0';
    if (first == '(')
        return second == ')' ? open_capture(at, item + 2, Capture::Kind::position)
                             : open_capture(at, item + 1, Capture::Kind::open);
    if (first == ')') return close_capture(at, item + 1);
    if (first == '%' && (second == 'b' || second == 'f' || is_digit(static_cast<unsigned char>(second)))) {
        const Place end = second == 'b'   ? balanced(at, item)
                          : second == 'f' ? frontier(at, item)
                                          : back_reference(at, item);
        item = second == 'b' ? item + 4 : second == 'f' ? item_end(item + 2) : item + 2;
        goes_on = true;
        return end;
    }
    const std::size_t end = item_end(item);
    const char suffix = has(end) ? pattern_[end] : '\0';
    if (suffix == '*') return repeat_most(at, item, end);
    if (suffix == '-') return repeat_least(at, item, end);
    const bool is_here = fits(at, item, end);
    if (suffix == '+') return is_here ? repeat_most(at + 1, item, end) : Place();
    if (suffix == '?') {
        if (is_here)
            if (const Place found = match(at + 1, end + 1)) return found;
        item = end + 1;
        goes_on = true;
        return at;
    }
    if (!is_here) return {};
    item = end;
    goes_on = true;
    return at + 1;
}

Pattern::Place Pattern::repeat_most(std::size_t at, std::size_t item, std::size_t end)
{
    std::size_t count = 0;
    while (fits(at + count, item, end)) ++count;
    for (;; --count) {
        if (const Place found = match(at + count, end + 1)) return found;
        if (count == 0) return {};
    }
}

Pattern::Place Pattern::repeat_least(std::size_t at, std::size_t item, std::size_t end)
{
    for (;; ++at) {
        if (const Place found = match(at, end + 1)) return found;
        if (!fits(at, item, end)) return {};
    }
}

Pattern::Place Pattern::open_capture(std::size_t at, std::size_t item, Capture::Kind kind)
{
    if (captures_.size() >= most_captures) malformed();
    captures_.push_back({at, 0, kind});
    const std::size_t count = captures_.size();
    const Place found = match(at, item);
    if (!found) captures_.resize(count - 1);
    return found;
}

Pattern::Place Pattern::close_capture(std::size_t at, std::size_t item)
{
    std::size_t index = captures_.size();
    while (index > 0 && captures_[index - 1].kind != Capture::Kind::open) --index;
    if (index == 0) malformed();
    captures_[index - 1].kind = Capture::Kind::text;
    captures_[index - 1].length = at - captures_[index - 1].begin;
    const Place found = match(at, item);
    if (!found) captures_[index - 1].kind = Capture::Kind::open;
    return found;
}

Pattern::Place Pattern::balanced(std::size_t at, std::size_t item)
{
    if (!has(item + 3)) malformed();
    const char opening = pattern_[item + 2];
    const char closing = pattern_[item + 3];
    if (at >= subject_.size() || subject_[at] != opening) return {};
    std::size_t open = 1;
    for (std::size_t next = at + 1; next < subject_.size(); ++next) {
        step();
        if (subject_[next] == closing) {
            if (--open == 0) return next + 1;
        } else if (subject_[next] == opening) {
            ++open;
        }
    }
    return {};
}

Pattern::Place Pattern::frontier(std::size_t at, std::size_t item)
{
    const std::size_t set = item + 2;
    if (!has(set) || pattern_[set] != '[') malformed();
    const std::size_t end = item_end(set);
    const auto before = static_cast<unsigned char>(at == 0 ? '\0' : subject_[at - 1]);
    const auto here = static_cast<unsigned char>(at < subject_.size() ? subject_[at] : '\0');
    return !in_set(before, set, end) && in_set(here, set, end) ? Place(at) : Place();
}

Pattern::Place Pattern::back_reference(std::size_t at, std::size_t item)
{
    const auto index = static_cast<std::size_t>(pattern_[item + 1] - '1');
    if (pattern_[item + 1] == '0' || index >= captures_.size() || captures_[index].kind != Capture::Kind::text)
        malformed();
    const std::string_view text = subject_.substr(captures_[index].begin, captures_[index].length);
    steps_ += text.size();
    return subject_.substr(at).starts_with(text) ? Place(at + text.size()) : Place();
}

} // namespace bilan::script
