// SPDX-License-Identifier: MPL-2.0
#include "intake/control_frame.hpp"

#include <algorithm>
#include <string_view>

namespace bilan::intake {

namespace {

bool is_word_byte(char byte)
{
    const auto value = static_cast<unsigned char>(byte);
    return value >= 0x80 || (value >= '0' && value <= '9') || (value >= 'A' && value <= 'Z') ||
           (value >= 'a' && value <= 'z');
}

/// One of the longer words covers the place where this one was found.
bool is_covered(std::string_view text, std::size_t at, std::string_view word, const std::vector<std::string>& longer)
{
    return std::any_of(longer.begin(), longer.end(), [&](const std::string& other) {
        const std::size_t inside = other.find(word);
        return inside != std::string::npos && inside <= at && text.substr(at - inside).starts_with(other);
    });
}

/// The word stands in the text, letter by letter, and is no part of a longer one. Letters count as they are written:
/// « PACTE » is the scheme or not, « pacte » is any pact.
bool holds_word(std::string_view text, std::string_view word, const std::vector<std::string>& except)
{
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool begins = at == 0 || !is_word_byte(text[at - 1]);
        const bool stands_alone = begins && (end == text.size() || !is_word_byte(text[end]));
        if (stands_alone && !is_covered(text, at, word, except)) return true;
    }
    return false;
}

/// What one text says: the usual spelling, another, or nothing of it.
enum class Said : std::uint8_t { nothing, as_usual, otherwise };

Said said_by(std::string_view text, const data::Control& control)
{
    const std::vector<std::string>& words = control.words;
    const auto holds = [&](const std::string& word) { return holds_word(text, word, control.except); };
    if (std::any_of(words.begin() + 1, words.end(), holds)) return Said::otherwise;
    return holds(words.front()) ? Said::as_usual : Said::nothing;
}

} // namespace

void judge_spelling(const Frame& frame, Verdict& verdict)
{
    if (frame.control.words.size() < 2) return;
    std::vector<std::vector<Said>> said; // of each part, each text of its dictionary once
    for (const Part& part : frame.parts) {
        said.emplace_back();
        if (part.column == nullptr || part.column->dictionary == nullptr) continue;
        for (TextPool::Id id = 0; id < part.column->dictionary->size(); ++id)
            said.back().push_back(said_by(part.column->dictionary->at(id), frame.control));
    }
    judge_rows(frame.dataset, verdict, [&](std::uint32_t row, std::optional<Broken>& broken) {
        bool any = false;
        for (std::size_t at = 0; at < frame.parts.size(); ++at) {
            const Part& part = frame.parts[at];
            if (!part.is_known(row) || part.column->dictionary == nullptr) continue;
            const Said found = said[at][part.column->ids[row]];
            any = any || found != Said::nothing;
            if (found != Said::otherwise) continue;
            if (!broken) broken = Broken{row, {}, {}};
            broken->fields.push_back(part.field);
        }
        return any;
    });
}

} // namespace bilan::intake
