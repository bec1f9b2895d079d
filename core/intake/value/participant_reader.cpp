// SPDX-License-Identifier: MPL-2.0
#include "intake/value/participant_reader.hpp"

#include "base/text.hpp"
#include "intake/value/clean_text.hpp"
#include "intake/value/first_names.hpp"
#include "intake/value/person_beside.hpp"
#include "intake/value/person_names.hpp"
#include "intake/value/quoted.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace bilan::intake {

namespace {

struct Piece {
    std::string_view text;
    std::string_view mark; ///< what stands before it
};

/// Cut at « / », a dash between spaces, a line break or a comma.
std::vector<Piece> pieces_of(std::string_view text)
{
    constexpr std::string_view marks[] = {" / ", "/ ", " /", " - ", " – ", " — ", "\n", ", ", ",", "/"};
    std::vector<Piece> pieces;
    std::string_view before;
    std::size_t begin = 0;
    const auto close = [&](std::size_t end) {
        const std::string_view piece = base::trim(text.substr(begin, end - begin));
        if (!piece.empty()) pieces.push_back({piece, before});
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto mark = std::find_if(std::begin(marks), std::end(marks),
                                       [&](std::string_view one) { return text.substr(at).starts_with(one); });
        if (mark == std::end(marks)) {
            ++at;
            continue;
        }
        close(at);
        at += mark->size();
        begin = at;
        before = *mark;
    }
    close(text.size());
    return pieces;
}

/// « Karim », which beside an organisation is somebody who works there.
bool is_lone_first_name(std::string_view piece)
{
    return piece.find(' ') == std::string_view::npos && is_compound_first_name(base::fold(piece));
}

/// « PLIE du Val (Jeanne VALMONT) » without what stands in brackets, where that is somebody. « (Grand Dax) » has the
/// form of a name too: what may be a person goes.
std::string without_persons_in_brackets(std::string_view text)
{
    std::string kept;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text[at] == '(' ? text.find(')', at) : std::string_view::npos;
        const std::string_view inside =
            end == std::string_view::npos ? std::string_view() : base::trim(text.substr(at + 1, end - at - 1));
        if (!inside.empty() &&
            (naming_of(inside) != Naming::other || holds_person(inside) || is_lone_first_name(inside))) {
            while (!kept.empty() && kept.back() == ' ') kept.pop_back();
            at = end + 1;
        } else {
            kept += text[at++];
        }
    }
    return std::string(base::trim(kept));
}

/// « ML » of « Sandrine B. (ML) »: where somebody stands before the brackets, who sent them stands within.
std::string_view sender_in_brackets(std::string_view text)
{
    const std::size_t open = text.find('(');
    const bool is_at_end = open != std::string_view::npos && open > 0 && text.find(')') + 1 == text.size();
    if (!is_at_end || naming_of(base::trim(text.substr(0, open))) != Naming::person) return text;
    return base::trim(text.substr(open + 1, text.size() - open - 2));
}

/// Blanks between the pieces may have changed.
std::string without_blanks(std::string text)
{
    std::erase_if(text, [](char sign) { return sign == ' ' || sign == '\n'; });
    return text;
}

} // namespace

std::string without_persons(std::string_view whole)
{
    const std::string without = without_persons_in_brackets(whole);
    const std::string_view text = sender_in_brackets(without);
    const std::vector<Piece> pieces = pieces_of(text);
    std::vector<Naming> namings;
    namings.reserve(pieces.size());
    for (const Piece& piece : pieces) namings.push_back(naming_of(piece.text));
    const bool names_one = std::find(namings.begin(), namings.end(), Naming::person) != namings.end();
    // « Aldric Valmont / Grand Dax »: nothing settles who is who, and the person comes first.
    const bool first_is_person = !names_one && pieces.size() > 1 && namings.front() == Naming::perhaps;
    std::string kept;
    for (std::size_t at = 0; at < pieces.size(); ++at) {
        if (namings[at] == Naming::person || (at == 0 && first_is_person)) continue;
        if (pieces.size() > 1 && is_lone_first_name(pieces[at].text)) continue;
        if (!kept.empty()) kept += pieces[at].mark == "\n" ? " " : pieces[at].mark;
        kept += namings[at] == Naming::other ? without_person_beside(pieces[at].text) : std::string(pieces[at].text);
    }
    return kept;
}

Reading ParticipantReader::read_text(std::size_t, std::string_view text)
{
    const CleanText clean = clean_text(text);
    if (clean.text.empty()) return Reading::none(data::State::empty);
    std::string kept = without_persons(clean.text);
    const bool is_whole = without_blanks(clean.text) == without_blanks(kept);
    if (is_whole) return Reading::of(clean.text);
    ++dropped_;
    if (kept.empty()) return Reading::none(data::State::not_given);
    return Reading::of(std::move(kept));
}

Reading ParticipantReader::read_cell(const Cell& cell)
{
    return Reading::of(printed(cell));
}

std::vector<Note> ParticipantReader::column_notes() const
{
    if (dropped_ == 0) return {};
    return {Note{"X04", data::Severity::alert, Done::converted, {"BIL-581", {std::to_string(dropped_)}}}};
}

} // namespace bilan::intake
