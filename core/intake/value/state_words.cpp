// SPDX-License-Identifier: MPL-2.0
#include "intake/value/state_words.hpp"

#include "base/beginnings.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace bilan::intake {

namespace {

using data::State;

constexpr std::uint8_t everywhere = in_people | in_numbers | in_terms | in_texts;
constexpr std::uint8_t in_values = in_people | in_numbers | in_terms;
constexpr std::uint8_t in_all_numbers = in_people | in_numbers;

constexpr StateWord words[] = {
    {"#n/a", State::not_available, everywhere},
    {"#na", State::not_available, everywhere},
    {"**", State::secret, in_people},
    {"***", State::secret, in_all_numbers},
    {"?", State::not_given, everywhere},
    {"a completer", State::not_given, everywhere},
    {"a confirmer", State::not_given, everywhere},
    {"a definir", State::not_given, everywhere},
    {"a preciser", State::not_given, everywhere},
    {"a remplir", State::not_given, everywhere},
    {"a renseigner", State::not_given, everywhere},
    {"a venir", State::not_given, everywhere},
    {"attente", State::not_given, in_values},
    {"aucune donnee", State::not_available, everywhere},
    {"c", State::secret, in_people},
    {"confidentiel", State::secret, in_all_numbers},
    {"confidentielle", State::secret, in_all_numbers},
    {"donnee confidentielle", State::secret, in_all_numbers},
    {"donnee indisponible", State::not_available, everywhere},
    {"donnee manquante", State::not_given, in_values},
    {"donnee masquee", State::secret, in_all_numbers},
    {"donnee non communiquee", State::not_given, everywhere},
    {"donnee non disponible", State::not_available, everywhere},
    {"donnee non renseignee", State::not_given, everywhere},
    {"donnee non transmise", State::not_given, everywhere},
    {"donnees confidentielles", State::secret, in_all_numbers},
    {"donnees indisponibles", State::not_available, everywhere},
    {"donnees manquantes", State::not_given, in_values},
    {"donnees non communiquees", State::not_given, everywhere},
    {"donnees non disponibles", State::not_available, everywhere},
    {"donnees non transmises", State::not_given, everywhere},
    {"effectif faible", State::secret, in_people},
    {"effectifs faibles", State::secret, in_people},
    {"en attente", State::not_given, everywhere},
    {"en attente de donnees", State::not_given, in_values},
    {"en attente de reponse", State::not_given, in_values},
    {"en cours de collecte", State::not_given, in_values},
    {"en cours de consolidation", State::not_given, in_values},
    {"en cours de saisie", State::not_given, in_values},
    {"faible", State::secret, in_people},
    {"faible effectif", State::secret, in_people},
    {"faibles", State::secret, in_people},
    {"inconnu", State::not_given, in_values},
    {"inconnue", State::not_given, in_values},
    {"inconnus", State::not_given, in_values},
    {"indisponible", State::not_available, everywhere},
    {"indisponibles", State::not_available, everywhere},
    {"information non communiquee", State::not_given, everywhere},
    {"information non disponible", State::not_available, everywhere},
    {"information non transmise", State::not_given, everywhere},
    {"je ne sais pas", State::does_not_know, everywhere},
    {"manquant", State::not_given, in_values},
    {"manquante", State::not_given, in_values},
    {"masque", State::secret, in_all_numbers},
    {"masquee", State::secret, in_all_numbers},
    {"n c", State::not_given, everywhere},
    {"n-c", State::not_given, everywhere},
    {"n. c.", State::not_given, everywhere},
    {"n. d.", State::not_available, everywhere},
    {"n. r.", State::not_given, everywhere},
    {"n.a", State::not_available, everywhere},
    {"n.a.", State::not_available, everywhere},
    {"n.c", State::not_given, everywhere},
    {"n.c.", State::not_given, everywhere},
    {"n.d", State::not_available, everywhere},
    {"n.d.", State::not_available, everywhere},
    {"n.r", State::not_given, everywhere},
    {"n.r.", State::not_given, everywhere},
    {"n.s", State::secret, in_all_numbers},
    {"n.s.", State::secret, in_all_numbers},
    {"n.s.p", State::does_not_know, everywhere},
    {"n.s.p.", State::does_not_know, everywhere},
    {"n/a", State::not_available, everywhere},
    {"n/c", State::not_given, everywhere},
    {"n/d", State::not_available, everywhere},
    {"n/r", State::not_given, everywhere},
    {"na", State::not_available, everywhere},
    {"nc", State::not_given, everywhere},
    {"nc.", State::not_given, everywhere},
    {"nd", State::not_available, everywhere},
    {"nd.", State::not_available, everywhere},
    {"ne s'applique pas", State::not_applicable, everywhere},
    {"ne sais pas", State::does_not_know, everywhere},
    {"ne sait pas", State::does_not_know, everywhere},
    {"ne sait pas / ne se prononce pas", State::does_not_know, everywhere},
    {"ne se prononce pas", State::does_not_know, everywhere},
    {"non applicable", State::not_applicable, everywhere},
    {"non applicables", State::not_applicable, everywhere},
    {"non chiffre", State::not_given, in_values},
    {"non communique", State::not_given, everywhere},
    {"non communiquee", State::not_given, everywhere},
    {"non communiquees", State::not_given, everywhere},
    {"non communiques", State::not_given, everywhere},
    {"non comptabilise", State::not_given, in_values},
    {"non comptabilises", State::not_given, in_values},
    {"non compte", State::not_given, in_values},
    {"non concerne", State::not_applicable, everywhere},
    {"non concerne par la cite", State::not_applicable, everywhere},
    {"non concernee", State::not_applicable, everywhere},
    {"non concernees", State::not_applicable, everywhere},
    {"non concernes", State::not_applicable, everywhere},
    {"non connu", State::not_given, in_values},
    {"non connue", State::not_given, in_values},
    {"non connus", State::not_given, in_values},
    {"non determine", State::not_available, in_values},
    {"non determinee", State::not_available, in_values},
    {"non diffusable", State::secret, in_all_numbers},
    {"non dispo", State::not_available, everywhere},
    {"non disponible", State::not_available, everywhere},
    {"non disponibles", State::not_available, everywhere},
    {"non evalue", State::not_given, in_values},
    {"non fourni", State::not_given, everywhere},
    {"non fournie", State::not_given, everywhere},
    {"non fournis", State::not_given, everywhere},
    {"non mesure", State::not_given, in_values},
    {"non precise", State::not_given, everywhere},
    {"non precisee", State::not_given, everywhere},
    {"non precises", State::not_given, everywhere},
    {"non quantifie", State::not_given, in_values},
    {"non renseigne", State::not_given, everywhere},
    {"non renseignee", State::not_given, everywhere},
    {"non renseignees", State::not_given, everywhere},
    {"non renseignes", State::not_given, everywhere},
    {"non repondu", State::not_given, everywhere},
    {"non reponse", State::not_given, everywhere},
    {"non significatif", State::secret, in_all_numbers},
    {"non transmis", State::not_given, everywhere},
    {"non transmise", State::not_given, everywhere},
    {"non transmises", State::not_given, everywhere},
    {"not applicable", State::not_applicable, everywhere},
    {"not available", State::not_available, everywhere},
    {"nr", State::not_given, everywhere},
    {"nr.", State::not_given, everywhere},
    {"ns", State::secret, in_all_numbers},
    {"nsp", State::does_not_know, everywhere},
    {"pas communique", State::not_given, everywhere},
    {"pas communiquee", State::not_given, everywhere},
    {"pas communiques", State::not_given, everywhere},
    {"pas concerne", State::not_applicable, everywhere},
    {"pas concernee", State::not_applicable, everywhere},
    {"pas de donnee", State::not_available, everywhere},
    {"pas de donnees", State::not_available, everywhere},
    {"pas de reponse", State::not_given, everywhere},
    {"pas disponible", State::not_available, everywhere},
    {"pas renseigne", State::not_given, everywhere},
    {"s", State::secret, in_people},
    {"s. o.", State::not_applicable, everywhere},
    {"s.o", State::not_applicable, everywhere},
    {"s.o.", State::not_applicable, everywhere},
    {"s/o", State::not_applicable, everywhere},
    {"sans donnee", State::not_available, everywhere},
    {"sans donnees", State::not_available, everywhere},
    {"sans objet", State::not_applicable, everywhere},
    {"sans reponse", State::not_given, everywhere},
    {"sans-objet", State::not_applicable, everywhere},
    {"secret", State::secret, in_all_numbers},
    {"secret stat", State::secret, in_all_numbers},
    {"secret stat.", State::secret, in_all_numbers},
    {"secret statistique", State::secret, in_all_numbers},
    {"so", State::not_applicable, everywhere},
    {"tbd", State::not_given, in_values},
    {"trop faible", State::secret, in_people},
    {"x", State::not_given, in_values},
    {"xx", State::not_given, everywhere}, // and any longer run
};

static_assert(std::is_sorted(std::begin(words), std::end(words),
                             [](const StateWord& left, const StateWord& right) { return left.word < right.word; }));

/// A run of signs says « nothing here », however long: `--`, `- -`, `/ /`, `…`, `???`.
bool is_made_of(std::string_view folded, std::string_view signs)
{
    return folded.find_first_not_of(signs) == std::string_view::npos;
}

} // namespace

std::span<const StateWord> state_words()
{
    return words;
}

bool may_be_state(std::string_view text)
{
    static const base::Beginnings beginnings = [] {
        base::Beginnings made;
        for (const StateWord& line : words)
            if (!line.word.empty()) made.add_whole(line.word);
        made.add_opening("x"); // a run of crosses, however long
        made.seal();
        return made;
    }();
    return beginnings.may_begin(text);
}

StateUse state_use(const data::Field& field)
{
    switch (field.type) {
    case data::FieldType::count: // a register masks few firms as it masks few people
        return field.people || field.stock ? in_people : in_numbers;
    case data::FieldType::rate: return in_people;
    case data::FieldType::number: // an income of few households is masked as their number is
    case data::FieldType::euro: return field.people ? in_people : in_numbers;
    case data::FieldType::year:
    case data::FieldType::date: return in_numbers;
    case data::FieldType::boolean:
    case data::FieldType::choice:
    case data::FieldType::choices:
    case data::FieldType::code: return in_terms;
    case data::FieldType::text: break;
    }
    return in_texts;
}

std::string_view without_note_mark(std::string_view folded)
{
    const auto without_end = [](std::string_view text, std::string_view signs) {
        return text.substr(0, text.find_last_not_of(signs) + 1);
    };
    const std::size_t opened = folded.ends_with(')') ? folded.rfind('(') : std::string_view::npos;
    std::string_view word = folded;
    if (opened == 0) {
        word = folded.substr(1, folded.size() - 2);
    } else if (opened != std::string_view::npos && opened + 2 < folded.size() &&
               folded.substr(opened + 1, folded.size() - opened - 2).find_first_not_of("0123456789*") ==
                   std::string_view::npos) {
        word = folded.substr(0, opened);
    }
    word = without_end(word, "* ");
    return word.empty() || word.find_first_not_of("0123456789") == std::string_view::npos ? folded : word;
}

namespace {

/// « nc » of « NC (en attente) »: a state of two letters and more and a comment without a number; empty for all else.
std::string_view before_comment(std::string_view folded)
{
    const std::size_t opened = folded.ends_with(')') ? folded.find('(') : std::string_view::npos;
    if (opened == std::string_view::npos || opened < 2) return {};
    if (folded.substr(opened).find_first_of("0123456789") != std::string_view::npos) return {};
    const std::size_t end = folded.find_last_not_of(' ', opened - 1);
    return end == std::string_view::npos || end == 0 ? std::string_view() : folded.substr(0, end + 1);
}

} // namespace

std::optional<State> state_of(std::string_view folded, StateUse use)
{
    if (folded.empty()) return State::empty;
    if (is_made_of(folded, "x")) folded = folded.substr(0, 2); // however long a run of crosses is
    const auto* const found =
        std::lower_bound(std::begin(words), std::end(words), folded,
                         [](const StateWord& line, std::string_view word) { return line.word < word; });
    if (found != std::end(words) && found->word == folded) {
        if ((found->uses & use) != 0) return found->state;
        return std::nullopt;
    }
    if (is_made_of(folded, "-_/.?\\ ")) return State::not_given;
    constexpr std::string_view euro = "\u20AC"; // « -   € » in a csv of Excel: a zero, perhaps, that shows none
    if (use == in_numbers && folded.size() > euro.size() && folded.ends_with(euro) &&
        is_made_of(folded.substr(0, folded.size() - euro.size()), "- "))
        return State::not_given;
    if (is_made_of(folded, "* ")) return use == in_people && folded.size() > 2 ? State::secret : State::not_given;
    const std::string_view word = without_note_mark(folded);
    if (word.size() < folded.size()) return state_of(word, use);
    if (const std::string_view head = before_comment(folded); !head.empty()) return state_of(head, use);
    if (folded.ends_with('.') || folded.ends_with(';')) return state_of(folded.substr(0, folded.size() - 1), use);
    if (folded.find_first_of("-_") == std::string_view::npos) return std::nullopt;
    std::string apart(folded); // « non-communiqué »
    std::ranges::replace_if(
        apart, [](char byte) { return byte == '-' || byte == '_'; }, ' ');
    return state_of(apart, use);
}

} // namespace bilan::intake
