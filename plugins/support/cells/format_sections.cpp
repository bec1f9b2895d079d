// SPDX-License-Identifier: MPL-2.0
#include "cells/format_sections.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace bilan::cells {
namespace {

constexpr std::size_t most_sections = 4; ///< the fourth is of texts

std::optional<Condition> condition_in(std::string_view inside)
{
    const std::size_t size = std::min(inside.find_first_not_of("<>="), inside.size());
    Condition condition{inside.substr(0, size), 0};
    const std::string_view bound = inside.substr(size);
    const auto [end, error] = std::from_chars(bound.data(), bound.data() + bound.size(), condition.bound);
    if (size == 0 || error != std::errc() || end != bound.data() + bound.size()) return std::nullopt;
    return condition;
}

/// Takes one section off the front of a format.
class SectionReader {
public:
    explicit SectionReader(std::string_view code) : rest_(code) {}

    Section read()
    {
        const std::string_view whole = rest_;
        while (!rest_.empty() && rest_.front() != ';') step();
        section_.code = whole.substr(0, whole.size() - rest_.size());
        if (!rest_.empty()) rest_.remove_prefix(1);
        return std::move(section_);
    }
    [[nodiscard]] std::string_view rest() const { return rest_; }

private:
    void step()
    {
        const char letter = rest_.front();
        if (letter == '"') return quoted();
        if (letter == '[') return bracketed();
        if (letter == '\\') return literal(rest_.substr(std::min<std::size_t>(1, rest_.size()), 1), 2);
        if (letter == '_' || letter == '*') return skip(2);
        if (letter == '0' || letter == '#' || letter == '?') return digit(letter);
        if (letter == ',') return comma();
        if (letter == '@') section_.takes_texts = true;
        if (letter == '%') section_.is_divided = true;
        if (letter == '.' || letter == '/' || letter == '@' || letter == '%') section_.is_only_zeros = false;
        if (letter == 'G' || letter == 'S' || letter == 'g' || letter == 's') return word();
        if (is_letter(letter) && static_cast<unsigned char>(letter) < 0x80) {
            section_.is_only_zeros = false; // an exponent, or a unit of time
            return skip(1);
        }
        literal(rest_.substr(0, 1), 1);
    }

    void skip(std::size_t size) { rest_.remove_prefix(std::min(size, rest_.size())); }

    void word()
    {
        for (const std::string_view general : {"General", "GENERAL", "general", "Standard", "STANDARD", "standard"}) {
            if (!rest_.starts_with(general)) continue;
            end_literals();
            section_.is_only_zeros = false;
            return skip(general.size());
        }
        section_.is_only_zeros = false;
        skip(1);
    }
    void digit(char letter)
    {
        end_literals();
        if (letter == '0')
            ++section_.zeros;
        else
            section_.is_only_zeros = false;
        section_.is_divided = false;
        skip(1);
    }
    void comma()
    {
        if (section_.has_number) section_.is_divided = true; // until another digit follows
        section_.is_only_zeros = false;
        skip(1);
    }
    /// A digit of the number: what was behind the last one stands within.
    void end_literals()
    {
        if (section_.has_number) section_.between += std::exchange(section_.after, {});
        section_.has_number = true;
    }
    void literal(std::string_view text, std::size_t size)
    {
        (section_.has_number ? section_.after : section_.before) += text;
        skip(size);
    }
    void quoted()
    {
        const std::size_t end = std::min(rest_.find('"', 1), rest_.size());
        literal(rest_.substr(1, end - 1), end + 1);
    }
    void bracketed()
    {
        const std::size_t end = std::min(rest_.find(']'), rest_.size());
        const std::string_view inside = rest_.substr(1, end - 1);
        if (inside.starts_with('$')) return literal(inside.substr(1, inside.find('-', 1) - 1), end + 1);
        if (const std::optional<Condition> condition = condition_in(inside)) section_.condition = condition;
        skip(end + 1);
    }

    std::string_view rest_;
    Section section_;
};

} // namespace

std::vector<Section> sections_of(std::string_view code)
{
    std::vector<Section> sections;
    bool goes_on = true;
    while (goes_on && sections.size() < most_sections) {
        SectionReader reader(code);
        sections.push_back(reader.read());
        goes_on = sections.back().code.size() < code.size();
        code = reader.rest();
    }
    if (sections.size() == most_sections || (sections.size() > 1 && sections.back().takes_texts)) sections.pop_back();
    return sections;
}

} // namespace bilan::cells
