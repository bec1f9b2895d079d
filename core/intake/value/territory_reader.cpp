// SPDX-License-Identifier: MPL-2.0
#include "intake/value/territory_reader.hpp"

#include "base/text.hpp"
#include "intake/territory/reference.hpp"
#include "intake/value/boolean_reader.hpp"
#include "intake/value/clean_text.hpp"
#include "intake/value/list_items.hpp"
#include "intake/value/notes.hpp"
#include "intake/value/plain_spelling.hpp"
#include "intake/value/qpv_code.hpp"
#include "intake/value/quarter_words.hpp"
#include "intake/value/quoted.hpp"
#include "intake/value/unnamed.hpp"

#include <algorithm>

namespace bilan::intake {

namespace {

constexpr int first_year_of_2024_codes = 2024;

/// Letters are left beside the codes and a sign that joins two items touches them: « QP069010 et Bellevue ».
bool holds_more_than(std::string_view folded, const std::vector<QpvCode>& codes)
{
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= codes.size(); ++at) {
        const std::size_t end = at < codes.size() ? codes[at].begin : folded.size();
        const std::string_view between = trim_spaces(folded.substr(begin, end - begin));
        if (at < codes.size()) begin = codes[at].end;
        const bool is_joined = between.starts_with("et ") || between.starts_with('/') || between.starts_with('+') ||
                               between.starts_with('&') || between.ends_with(" et") || between.ends_with('/') ||
                               between.ends_with('+') || between.ends_with('&');
        if (at > 0 && at < codes.size() && codes[at - 1].end == codes[at].begin) return true; // without a sign
        if (at > 0 && at < codes.size() && (between == "a" || between == "au")) return true; // « QP069010 à QP069015 »
        if (is_joined && between != "et" && std::count_if(between.begin(), between.end(), is_letter) > 3) return true;
    }
    return false;
}

bool is_cross(std::string_view folded)
{
    return folded == "x" || folded == "xx";
}

/// An answer to yes or no. « Hors QPV » is an answer too, and the name of what lies outside.
bool is_flag(std::string_view folded)
{
    return folded != "hors qpv" && folded != "aucun" && folded != "aucune" && boolean_of(folded).has_value();
}

/// « Les Vernes » of « Les Vernes (60 %) », « Les Vernes (12 pers.) », « Les Vernes ? » and « Givors : Les Vernes ».
std::string_view name_alone(std::string_view piece)
{
    piece = base::trim(piece);
    if (piece.ends_with('?')) piece = base::trim(piece.substr(0, piece.find_last_not_of("? ") + 1));
    const std::size_t opened = piece.ends_with(')') ? piece.rfind('(') : std::string_view::npos;
    if (opened != std::string_view::npos && opened > 0 && opened + 1 < piece.size() && is_digit(piece[opened + 1])) {
        const std::string share = base::fold(piece.substr(opened));
        const bool is_share = share.find('%') != std::string::npos || share.find("pers") != std::string::npos ||
                              share.find("hab") != std::string::npos;
        if (is_share) piece = base::trim(piece.substr(0, opened));
    }
    const std::size_t colon = piece.find(" : ");
    return colon == std::string_view::npos ? piece : base::trim(piece.substr(colon + 3));
}

struct Exclusion {
    std::string kept;
    std::string excluded;
};

/// At « (hors … ) », « sauf … », when something stands before.
std::optional<Exclusion> cut_exclusion(std::string_view text)
{
    constexpr std::string_view marks[] = {
        "hors ", "sauf ", "excepté ", "excepte ", "à l'exception de ", "a l'exception de ", "à l’exception de "};
    std::string small(text);
    for (char& byte : small)
        if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
    for (const std::string_view mark : marks) {
        const std::size_t at = small.find(mark);
        if (at == std::string::npos || at == 0) continue;
        const char before = small[at - 1];
        if (before != ' ' && before != '(' && before != ',') continue;
        const bool is_bracketed = before == '(';
        const std::size_t end = is_bracketed ? std::min(small.find(')', at), small.size()) : small.size();
        std::string kept(text.substr(0, is_bracketed ? at - 1 : at));
        if (is_bracketed && end < text.size()) kept += text.substr(end + 1);
        while (!kept.empty() && (kept.back() == ',' || kept.back() == ' ')) kept.pop_back();
        const std::string_view excluded = base::trim(text.substr(at + mark.size(), end - at - mark.size()));
        if (!base::trim(kept).empty() && !excluded.empty()) return Exclusion{kept, std::string(excluded)};
    }
    return std::nullopt;
}

} // namespace

void TerritoryReader::List::say(Note said)
{
    if (!note || static_cast<int>(said.severity) < static_cast<int>(note->severity)) note = std::move(said);
}

TerritoryReader::TerritoryReader(const ColumnContext& context)
    : reference_(context.reference),
      index_(context.domain == nullptr ? nullptr : context.domain->vocabulary(context.field->vocabulary)),
      year_(context.year), asks_for_codes_(context.field->code_kind == "qpv")
{
}

bool TerritoryReader::is_answer(std::string_view folded) const
{
    return is_cross(folded) || index_.find_folded(folded) != nullptr;
}

void TerritoryReader::show_text(std::string_view text)
{
    const CleanText clean = clean_text(text);
    const std::string folded = base::fold(clean.text);
    if (is_cross(folded)) return;
    if (is_flag(folded)) {
        has_flags_ = true;
        return;
    }
    has_names_ = true;
    has_codes_ = has_codes_ || (asks_for_codes_ && !find_qpv_codes(folded).empty());
    const auto pieces = cut_at_strong(clean.text);
    for (const std::string_view piece : pieces)
        if (pieces.size() > 1 || (cut_at_weak(piece).size() == 1 && cut_at_commas(piece).size() == 1))
            names_.insert(base::fold(piece));
}

bool TerritoryReader::is_known(std::string_view name) const
{
    return index_.find(name) != nullptr || names_.contains(base::fold(name)) ||
           (reference_ != nullptr && reference_->names_quarter(name));
}

void TerritoryReader::check_vintage(const std::string& code, List& list) const
{
    const int vintage = vintage_of(code);
    if (vintage == 0 || !year_) return;
    // With the list of successions more can be said, where codes are compared with the lists.
    if (reference_ != nullptr && reference_->has(ListKind::successions)) return;
    const int expected = *year_ >= first_year_of_2024_codes ? 2024 : 2015;
    if (vintage != expected)
        list.say(note(Cause::other_vintage, {code, std::to_string(vintage), std::to_string(*year_)}));
}

bool TerritoryReader::add_codes(std::string_view piece, List& list) const
{
    const std::string folded = base::fold(piece);
    std::string digits = folded;
    std::erase(digits, ' ');
    if (const auto completed = qpv_of_digits(digits)) {
        list.items.push_back(*completed);
        list.say(note(Cause::code_completed, {quoted_place(piece), *completed}));
        return true;
    }
    const std::vector<QpvCode> codes = find_qpv_codes(folded);
    for (const QpvCode& code : codes) {
        list.items.push_back(code.code);
        check_vintage(code.code, list);
        const bool is_small = code.form == QpvForm::exact && piece.find(code.code) == std::string_view::npos;
        if (code.form == QpvForm::unknown) list.say(note(Cause::code_unknown, {quoted_place(piece)}));
        if (code.form == QpvForm::completed) list.say(note(Cause::code_completed, {quoted_place(piece), code.code}));
        if (code.form == QpvForm::rewritten || is_small)
            list.say(note(Cause::rewritten, {quoted_place(piece), code.code}));
    }
    if (!codes.empty() && holds_more_than(folded, codes)) list.is_doubtful = true;
    return !codes.empty();
}

void TerritoryReader::add_names(std::string_view piece, bool is_alone, List& list) const
{
    if (reference_ != nullptr && reference_->names_quarter(piece)) { // « Saint-Pierre et Saint-Paul » is one quarter
        list.items.emplace_back(piece);
        return;
    }
    if (const std::string_view name = name_alone(piece); name.size() < piece.size() && !name.empty()) {
        list.is_doubtful = true;
        return add_names(name, is_alone, list);
    }
    // « EPCI » among codes: an area that would be summed up with the quarters.
    const bool is_bare_number = piece.size() < 5 && piece.find_first_not_of("0123456789") == std::string_view::npos;
    if (is_bare_number || (asks_for_codes_ && has_codes_))
        list.say(note(Cause::no_quarter_code, {quoted_place(piece)}));
    const auto parts = cut_at_weak(piece);
    const bool are_known =
        std::all_of(parts.begin(), parts.end(), [&](std::string_view part) { return is_known(part); });
    if (parts.size() < 2 || !is_alone || (names_.contains(base::fold(piece)) && !are_known)) {
        const auto names = cut_at_dashes(piece);
        const bool are_names =
            std::all_of(names.begin(), names.end(), [&](std::string_view name) { return is_known(name); });
        if (names.size() > 1 && are_names && is_alone && !index_.find(piece)) {
            list.items.insert(list.items.end(), names.begin(), names.end());
        } else {
            list.items.emplace_back(piece);
        }
        return;
    }
    list.items.insert(list.items.end(), parts.begin(), parts.end());
    list.is_doubtful = list.is_doubtful || !are_known;
}

void TerritoryReader::add_piece(std::string_view piece, bool is_alone, List& list) const
{
    const std::string folded = base::fold(piece);
    if (means_all(folded)) {
        list.items.emplace_back("tous");
    } else if (const data::Term* term = index_.find(piece)) {
        list.items.push_back(term->id);
    } else if (!add_codes(piece, list)) {
        if (names_a_contract(folded)) return list.say(note(Cause::contract_as_quarter, {quoted_place(piece)}));
        if (names_a_period(folded)) return list.say(note(Cause::period_as_quarter, {quoted_place(piece)}));
        if (!means_several(folded)) return add_names(piece, is_alone, list);
        list.items.emplace_back(piece);
        list.say(note(Cause::unnamed_quarters, {quoted_place(piece)}));
    }
}

std::optional<Reading> TerritoryReader::read_flag(std::string_view folded, std::string_view text) const
{
    if (folded == "aucun" || folded == "aucune") return Reading::none(data::State::not_applicable);
    const bool is_lone_cross = is_cross(folded) && has_names_ && !has_flags_;
    if (is_lone_cross) return Reading::none(data::State::not_given);
    if (is_cross(folded) || is_flag(folded))
        return Reading::refused(note(Cause::flag_as_quarter, {quoted_place(text)}));
    return std::nullopt;
}

std::string TerritoryReader::without_excluded(const std::string& text, List& list) const
{
    const auto cut = cut_exclusion(text);
    if (!cut) return text;
    const std::string kept = base::fold(cut->kept);
    if (means_all(kept) || means_several(kept)) {
        list.items.push_back(text); // « tous sauf … » can be told in no list
        list.say(note(Cause::unnamed_quarters, {quoted_place(text)}));
        return {};
    }
    if (find_qpv_codes(base::fold(cut->excluded)).empty() && !is_known(cut->excluded)) return text;
    list.say(note(Cause::excluded_quarter, {quoted_place(text), quoted_place(cut->kept), quoted_place(cut->excluded)}));
    return cut->kept;
}

void TerritoryReader::add_all(std::string_view text, List& list) const
{
    const auto pieces = cut_at_strong(text);
    for (const std::string_view piece : pieces) {
        if (index_.find(piece) != nullptr) {
            add_piece(piece, true, list);
            continue;
        }
        for (const std::string_view part : cut_at_commas(piece)) add_piece(part, pieces.size() == 1, list);
    }
}

Reading TerritoryReader::read_text(std::size_t, std::string_view text)
{
    const CleanText clean = clean_text(text);
    if (auto flag = read_flag(base::fold(clean.text), text)) return std::move(*flag);
    const std::optional<std::string> rest = unnamed(clean.text);
    List list;
    add_all(without_excluded(rest ? *rest : clean.text, list), list);
    if (rest && !list.note) list.note = note(Cause::person_removed);
    if (list.items.empty()) {
        Reading none = Reading::none(data::State::not_given);
        none.note = std::move(list.note);
        return none;
    }
    std::string joined = joined_items(list.items);
    if (list.is_doubtful)
        list.say(note(Cause::doubtful_list,
                      {quoted_place(text), std::to_string(list.items.size()), base::join(list.items, " ; ")}));
    Reading reading = Reading::of(std::move(joined));
    reading.note = std::move(list.note);
    return reading;
}

Reading TerritoryReader::read_cell(const Cell& cell)
{
    if (cell.type() != CellType::number) return Reading::refused(note(Cause::boolean_as_number, {printed(cell)}));
    return read_text(0, printed(cell));
}

} // namespace bilan::intake
