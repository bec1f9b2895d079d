// SPDX-License-Identifier: MPL-2.0
#include "intake/value/choice_reader.hpp"

#include "base/message.hpp"
#include "base/text.hpp"
#include "intake/value/boolean_reader.hpp"
#include "intake/value/clean_text.hpp"
#include "intake/value/notes.hpp"
#include "intake/value/number_text.hpp"
#include "intake/value/plain_spelling.hpp"
#include "intake/value/quoted.hpp"
#include "intake/value/term_spans.hpp"

#include <algorithm>

namespace bilan::intake {

namespace {

/// The last level of a header, without what stands in brackets and without its question mark.
std::string asked_by(std::string_view header)
{
    const std::size_t level = header.rfind(" / ");
    std::string folded = base::fold(level == std::string_view::npos ? header : header.substr(level + 3));
    folded.resize(std::min(folded.size(), folded.find('(')));
    while (!folded.empty() && !is_letter(folded.back())) folded.pop_back();
    return folded;
}

bool asks_for_yes_or_no(std::string_view header)
{
    const std::string folded = base::fold(header);
    return folded.find("o/n") != std::string::npos || folded.find("oui/non") != std::string::npos ||
           folded.find("oui / non") != std::string::npos;
}

/// A slip of the pen in an open vocabulary, and nothing that may be a name of its own.
bool is_slip(std::string_view text, std::string_view term)
{
    const std::string folded = base::fold(text);
    constexpr std::size_t shortest = 5;
    constexpr std::size_t long_enough_for_two = 12;
    if (folded.size() < shortest) return false;
    return base::edit_distance(folded, base::fold(term)) <= (folded.size() >= long_enough_for_two ? 2U : 1U);
}

} // namespace

Note unknown_term(const VocabularyIndex& index, std::string_view text)
{
    if (const auto near = index.nearest(text)) return note(Cause::near_term, {quoted(text), *near});
    const bool is_answer = boolean_of(base::fold(text)).has_value(); // « oui », to a question with other answers
    return note(is_answer ? Cause::open_answer : Cause::no_term, {quoted(text), index.choices()});
}

Note to_confirm(const VocabularyIndex& index, const std::vector<base::Words>& taken)
{
    Note said = note(Cause::term_to_confirm, {joined(taken, {", ", ", "})});
    if (!index.control().empty()) said.code = index.control();
    return said;
}

base::Words taken_for(const data::Term& term, std::string_view text)
{
    const auto shown = [&](const std::string& label) {
        return quoted(text) + " → " + (label.empty() ? term.id : label);
    };
    return {shown(term.label.french), shown(term.label.english)};
}

std::string joined(const std::vector<base::Words>& taken, const base::Words& between)
{
    base::Words all;
    for (const base::Words& one : taken) {
        const bool is_first = &one == &taken.front();
        all.french.append(is_first ? std::string() : between.french).append(one.french);
        all.english.append(is_first ? std::string() : between.english).append(one.english);
    }
    return base::in_each_language(all);
}

/// What the vocabulary says of an answer under a header: « reconduction : non » is a spelling of « première demande ».
ChoiceReader::ChoiceReader(const ColumnContext& context)
    : vocabulary_(context.domain == nullptr ? nullptr : context.domain->vocabulary(context.field->vocabulary)),
      index_(vocabulary_), asked_(asked_by(context.header)), yes_(index_.find(asked_ + " : oui")),
      no_(index_.find(asked_ + " : non"))
{
    if (asked_.empty()) yes_ = no_ = nullptr;
    if (yes_ == nullptr) yes_ = index_.find(asked_);
    is_yes_or_no_ = is_asked() && asks_for_yes_or_no(context.header);
}

bool ChoiceReader::is_answer(std::string_view folded) const
{
    return index_.find_folded(folded) != nullptr || (is_asked() && boolean_of(folded));
}

void ChoiceReader::show_text(std::string_view text)
{
    if (!is_asked()) return;
    const std::string folded = base::fold(text);
    is_yes_or_no_ = is_yes_or_no_ || folded == "oui" || folded == "non" || folded == "o";
}

std::optional<Reading> ChoiceReader::answer_of(std::string_view text) const
{
    const auto answer = is_asked() ? boolean_of(base::fold(text)) : std::nullopt;
    if (!answer) return std::nullopt;
    if (const data::Term* const term = *answer ? yes_ : no_)
        return Reading::of(term->id, note(Cause::term_of_header, {quoted(text), asked_, term->id}));
    if (index_.find(text) != nullptr) return std::nullopt;
    // « Pluriannualité : non » does not say what it is instead.
    Reading open = Reading::none(data::State::not_given);
    open.note = note(Cause::open_answer, data::Severity::information, {quoted(text), index_.choices()});
    return open;
}

Reading ChoiceReader::read_text(std::size_t, std::string_view text)
{
    CleanText clean = clean_text(text);
    if (is_yes_or_no_)
        if (auto answer = answer_of(clean.text)) return std::move(*answer);
    if (const data::Term* term = index_.find(clean.text)) {
        if (!index_.asks_about(*term, clean.text)) return Reading::of(term->id);
        return Reading::of(term->id, to_confirm(index_, {taken_for(*term, clean.text)}));
    }
    if (auto answer = answer_of(clean.text)) return std::move(*answer);
    if (index_.is_open()) {
        const auto near = index_.nearest(clean.text);
        if (!near || !is_slip(clean.text, *near)) return Reading::of(std::move(clean.text));
        Note said = note(Cause::near_open_term, {quoted(clean.text), *near});
        return Reading::of(std::move(clean.text), std::move(said));
    }
    if (const data::Term* term = index_.find_before_comment(clean.text))
        return Reading::of(term->id, note(Cause::rewritten, {quoted(text), term->id}));
    if (vocabulary_ != nullptr)
        if (const data::Term* const term = term_of_number(*vocabulary_, read_number_text(clean.text)))
            return Reading::of(term->id, note(Cause::rewritten, {quoted(text), term->id}));
    return Reading::refused(unknown_term(index_, clean.text));
}

Reading ChoiceReader::read_cell(const Cell& cell)
{
    if (cell.type() == CellType::boolean) return read_text(0, cell.boolean() ? "oui" : "non");
    if (cell.type() == CellType::number && vocabulary_ != nullptr)
        if (const data::Term* const term = term_of_number(*vocabulary_, cell.number))
            return Reading::of(term->id, note(Cause::rewritten, {printed(cell), term->id}));
    return read_text(0, printed(cell));
}

} // namespace bilan::intake
