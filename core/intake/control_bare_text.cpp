// SPDX-License-Identifier: MPL-2.0
//
// A text that is missing or says nothing: « Public mixte. », « Action ouverte à toutes et à tous » as the reason of a
// score.
#include "base/text.hpp"
#include "intake/control_frame.hpp"
#include "intake/value/name_words.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace bilan::intake {

namespace {

/// Nothing but words of the list, whatever their order, marks and capitals.
bool says_nothing_more(std::string_view text, const std::vector<std::string>& words)
{
    for (std::string_view written = next_name_word(text, 0); !written.empty();
         written = next_name_word(text, static_cast<std::size_t>(written.end() - text.begin()))) {
        std::string folded = base::fold(written);
        std::ranges::replace_if(
            folded, [](char mark) { return mark == '-' || mark == '\''; }, ' '); // « l'atelier »
        for (const std::string_view word : base::split(folded, ' '))
            if (!word.empty() && std::ranges::find(words, word) == words.end()) return false;
    }
    return true;
}

} // namespace

void judge_bare_text(const Frame& frame, std::span<const std::uint32_t> rows, Verdict& verdict)
{
    std::vector<std::string> words;
    for (const std::string& word : frame.control.words) words.push_back(base::fold(word));
    for (const Part& part : frame.parts) {
        if (part.column == nullptr || part.column->dictionary == nullptr) continue;
        const TextPool& texts = *part.column->dictionary;
        std::vector<bool> is_bare(texts.size());
        for (TextPool::Id id = 0; id < texts.size(); ++id) is_bare[id] = says_nothing_more(texts.at(id), words);
        for (const std::uint32_t row : rows) {
            const data::State state = part.state(row);
            if (state == data::State::no_column || state == data::State::not_applicable) continue;
            ++verdict.judged;
            if (!part.is_known(row) || is_bare[part.column->ids[row]]) verdict.broken.push_back({row, {}, {}});
        }
    }
}

} // namespace bilan::intake
