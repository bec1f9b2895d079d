// SPDX-License-Identifier: MPL-2.0
#include "intake/header/frame_words.hpp"

#include "base/text.hpp"
#include "intake/header/context.hpp"
#include "intake/header/lexemes.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::intake {

namespace {

constexpr std::size_t longest_header = 90; ///< a sentence is no such header

/// What leads to the record that the row is about, in the order in which they are tried.
constexpr std::array<std::string_view, 22> leads{" alloue au ",
                                                 " attribue au ",
                                                 " membres du ",
                                                 " membre du ",
                                                 " couverts par le ",
                                                 " couvert par le ",
                                                 " dans le ",
                                                 " dans la ",
                                                 " dans l'",
                                                 " par le ",
                                                 " par la ",
                                                 " par l'",
                                                 " pour le ",
                                                 " pour la ",
                                                 " pour l'",
                                                 " de chaque ",
                                                 " du ",
                                                 " de la ",
                                                 " de l'",
                                                 " des ",
                                                 " au ",
                                                 " a l'"};

/// What a record may be called besides, right behind its name.
constexpr std::array<std::string_view, 9> tails{" citoyens",   " citoyen",     " de services",
                                                " de service", " de l'emploi", " de ville",
                                                " signataire", " prioritaire", " d'evaluation"};

/// The year of the file, whichever it is; and that it took place.
constexpr std::array<std::string_view, 10> times{
    " mises en oeuvre", " mis en oeuvre", " au cours de l'annee", " durant l'annee", " dans l'annee",
    " sur l'annee",     " pour l'annee",  " de l'annee",          " sur l'exercice", " de l'exercice"};

/// Said of what takes place, without leaving anything out. No stage of a decision is among them: « proposé »,
/// « accordé », « retenu » are other figures.
constexpr std::array<std::string_view, 24> of_all{
    "mene",       "conduit",    "conduite",   "organise", "tenu",     "tenue",    "effectue",      "concerne",
    "accompagne", "principal",  "principale", "actuel",   "actuelle", "annuel",   "annuelle",      "correspondant",
    "officiel",   "officielle", "exact",      "exacte",   "general",  "generale", "effectivement", "reellement"};

/// Said of who or what takes part. What is named stays named; of what is counted they choose some: « Participants
/// recrutés », « Hommes évalués », « Budget cofinancé » are less than all of them.
constexpr std::array<std::string_view, 28> of_some{
    "mobilise",       "associe", "implique", "finance",    "cofinance", "subventionne", "soutenu",
    "soutenue",       "libre",   "eventuel", "eventuelle", "annonce",   "declare",      "signe",
    "recrute",        "evalue",  "rattache", "dedie",      "propre",    "reconnu",      "reconnue",
    "correspondante", "etudie",  "desservi", "desservie",  "inclu",     "monetaire",    "porte"};

bool is_letter(char sign)
{
    return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9') || sign < 0;
}

/// Takes `words` out where a word ends behind them, and what record's name may follow.
bool take_out(std::string& text, std::string_view words, bool has_tail)
{
    const std::size_t at = text.find(words);
    if (at == std::string::npos || at == 0) return false;
    std::size_t end = at + words.size();
    if (end < text.size() && text[end] == 's') ++end;
    if (end < text.size() && is_letter(text[end])) return false;
    for (const std::string_view tail : tails) {
        if (!has_tail || !std::string_view(text).substr(end).starts_with(tail)) continue;
        end += tail.size();
        break;
    }
    text.erase(at, end - at);
    return true;
}

bool take_out_subject(std::span<const std::string> subjects, std::string& text)
{
    for (const std::string& subject : subjects) {
        if (text.find(subject) == std::string::npos) continue; // most cells that are looked at are no header at all
        for (const std::string_view lead : leads)
            if (take_out(text, std::string(lead) + subject, true)) return true;
    }
    return false;
}

bool is_frame(std::string_view form, Frame frame)
{
    const auto holds = [&](std::span<const std::string_view> words) {
        return std::ranges::find(words, form) != words.end();
    };
    return holds(of_all) || (frame == Frame::of_names && holds(of_some));
}

/// Whether some word may be one of them; only then are the words looked at one by one.
bool may_hold_participles(std::string_view text)
{
    const auto holds = [&](std::span<const std::string_view> words) {
        return std::ranges::any_of(words, [&](std::string_view word) { return text.find(word) != text.npos; });
    };
    return text.starts_with("place ") || holds(of_all) || holds(of_some);
}

bool take_out_participles(std::string& text, Frame frame)
{
    if (!may_hold_participles(text)) return false;
    constexpr std::array<std::string_view, 4> of_places{"accorde", "donne", "reserve", "faite"};
    const bool is_place = text.starts_with("place "); // « Place accordée au droit commun » is no amount
    std::vector<std::string> kept;
    for (const std::string_view word : base::split(text, ' ')) {
        const std::string form = one_form(word);
        const bool is_one =
            is_frame(form, frame) || (is_place && std::ranges::find(of_places, form) != of_places.end());
        if (!is_one || kept.empty()) kept.emplace_back(word);
    }
    std::string rest = base::join(kept, " ");
    const bool has_any = rest.size() < text.size();
    text = std::move(rest);
    return has_any;
}

} // namespace

std::vector<std::string> subjects_of(const data::Schema& schema)
{
    std::vector<std::string> subjects;
    const std::string row = base::fold(schema.row.french);
    std::size_t from = 0;
    while (from <= row.size()) {
        const std::size_t to = std::min(row.find(" ou ", from), row.size());
        const std::string_view name = std::string_view(row).substr(from, to - from);
        const std::string_view noun = name.substr(0, name.find(' '));
        if (!is_weak(noun)) subjects.emplace_back(noun); // « action » never counts
        from = to + 4;
    }
    subjects.emplace_back("dispositif"); // which people come into, whatever the row calls itself
    if (field_by_id(schema, "code_qp") != nullptr) subjects.insert(subjects.end(), {"quartier", "qpv"});
    return subjects;
}

std::optional<std::string> without_frame(std::span<const std::string> subjects, std::string_view folded, Frame frame)
{
    if (folded.size() > longest_header || folded.find(' ') == folded.npos) return std::nullopt;
    std::string text(folded);
    bool is_changed = take_out_subject(subjects, text);
    for (const std::string_view time : times) is_changed = take_out(text, time, false) || is_changed;
    is_changed = take_out_participles(text, frame) || is_changed;
    return is_changed ? std::optional(std::string(base::trim(text))) : std::nullopt;
}

bool names_nothing(const HeaderWords& words)
{
    return std::ranges::all_of(words.tokens, [](const std::string& token) {
        return token != "effectif" && (is_attribute_word(token) || is_number_word(token) || token == "liste");
    });
}

std::optional<HeaderColumn> without_frame(const SchemaIndex& schema, const HeaderColumn& column, Frame frame)
{
    if (!column.has_header() || column.leaf().tokens.size() < 2) return std::nullopt;
    const std::optional<std::string> text =
        without_frame(subjects_of(*schema.schema), base::fold(column.levels.back()), frame);
    if (!text) return std::nullopt;
    HeaderColumn rest = column;
    rest.levels.back() = *text;
    rest.words.back() = read_header(*text);
    if (names_nothing(rest.leaf())) return std::nullopt;
    return rest;
}

} // namespace bilan::intake
