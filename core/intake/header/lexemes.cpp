// SPDX-License-Identifier: MPL-2.0
#include "intake/header/lexemes.hpp"

#include "intake/header/words.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace bilan::intake {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array<Pair, 65> abbreviations{{
    {"nb", "nombre"},
    {"nbr", "nombre"},
    {"nbre", "nombre"},
    {"nbres", "nombre"},
    {"nombres", "nombre"},
    {"no", "numero"},
    {"num", "numero"},
    {"nos", "numero"},
    {"mt", "montant"},
    {"mnt", "montant"},
    {"mtt", "montant"},
    {"mont", "montant"},
    {"benef", "beneficiaire"},
    {"benefs", "beneficiaire"},
    {"benefic", "beneficiaire"},
    {"bnf", "beneficiaire"},
    {"part", "part"},
    {"pers", "personne"},
    {"hab", "habitant"},
    {"habs", "habitant"},
    {"subv", "subvention"},
    {"subvs", "subvention"},
    {"sub", "subvention"},
    {"autof", "autofinancement"},
    {"dt", "dont"},
    {"dep", "departement"},
    {"dept", "departement"},
    {"dpt", "departement"},
    {"reg", "region"},
    {"fem", "femme"},
    {"femin", "femme"},
    {"hom", "homme"},
    {"f", "femme"},
    {"h", "homme"},
    {"qp", "qpv"},
    {"qpvs", "qpv"},
    {"niv", "niveau"},
    {"quali", "qualification"},
    {"tx", "taux"},
    {"pct", "pourcentage"},
    {"prev", "prevu"},
    {"previ", "prevu"},
    {"real", "realise"},
    {"ref", "reference"},
    {"lib", "libelle"},
    {"denom", "denomination"},
    {"org", "organisme"},
    {"asso", "association"},
    {"assos", "association"},
    {"struct", "structure"},
    {"etabl", "etablissement"},
    {"thema", "thematique"},
    {"them", "thematique"},
    {"dispo", "dispositif"},
    {"accomp", "accompagnement"},
    {"form", "formation"},
    {"orient", "orientation"},
    {"tot", "total"},
    {"av", "avis"},
    {"obj", "objectif"},
    {"inscr", "inscrit"},
    {"bop147", "bop 147"},
    {"troisieme", "3e"},
    {"troisiemes", "3e"},
    {"3eme", "3e"},
}};

constexpr std::array<std::string_view, 47> stop_words{
    "de",  "du",  "des",     "d",     "l",   "la",    "le",   "les",  "un",     "une",   "en",  "a",
    "au",  "aux", "et",      "ou",    "par", "sur",   "pour", "dans", "ce",     "cette", "ces", "qui",
    "que", "y",   "compris", "est",   "sa",  "son",   "ses",  "avec", "s",      "se",    "the", "of",
    "il",  "eux", "leur",    "votre", "vos", "notre", "euro", "eur",  "aupres", "ht",    "ttc"};

constexpr std::array<std::string_view, 34> endings{
    "s",   "e",    "es",   "x",   "ne",    "nes",    "fe",   "fes",   "te",   "tes",   "le",    "les",
    "ve",  "ves",  "se",   "ses", "ere",   "eres",   "euse", "euses", "rice", "rices", "trice", "trices",
    "ice", "ices", "ales", "ale", "ienne", "iennes", "ee",   "ees",   "de",   "des"};

constexpr std::array<std::string_view, 36> instruction_words{
    "remplir",  "si",          "ne",       "pas",      "cf",         "voir",        "ex",         "exemple",
    "preciser", "indiquer",    "choisir",  "liste",    "cocher",     "obligatoire", "facultatif", "jj",
    "aaaa",     "format",      "saisir",   "menu",     "deroulante", "renseigner",  "selon",      "oui",
    "reponse",  "plusieurs",   "possible", "chiffre",  "caractere",  "completer",   "lettre",     "merci",
    "onglet",   "automatique", "calcul",   "optionnel"};

constexpr std::array<std::string_view, 30> weak_words{
    "nombre",   "montant",     "total",      "dont",    "action",    "projet",     "beneficiaire", "public",
    "personne", "participant", "effectif",   "touche",  "accueilli", "concerne",   "nombreux",     "indication",
    "valeur",   "part",        "subvention", "cas",     "echeant",   "presente",   "annee",        "ci",
    "dessus",   "globale",     "global",     "chiffre", "taux",      "pourcentage"};

template <class List>
bool holds(const List& list, std::string_view word)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

void merge(std::vector<std::string>& tokens, std::initializer_list<std::string_view> phrase, std::string_view by)
{
    for (std::size_t at = 0; at + phrase.size() <= tokens.size(); ++at) {
        if (!std::equal(phrase.begin(), phrase.end(), tokens.begin() + static_cast<std::ptrdiff_t>(at))) continue;
        tokens[at] = by;
        tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                     tokens.begin() + static_cast<std::ptrdiff_t>(at + phrase.size()));
    }
}

} // namespace

std::string in_full(std::string_view word)
{
    for (const auto& [short_form, long_form] : abbreviations)
        if (short_form == word) return std::string(long_form);
    return std::string(word);
}

std::string one_form(std::string_view word)
{
    std::string form(word);
    const auto ends = [&](std::string_view ending) {
        return form.size() > ending.size() + 2 && form.ends_with(ending);
    };
    if (form == "pourcentages") return "pourcentage";
    if (form == "taux" || form == "cas" || form == "avis" || form == "acces" || form == "mois" || form == "hors")
        return form;
    if (form.size() > 3 && (ends("s") || ends("x")) && !ends("ss")) form.pop_back();
    if (ends("ee")) form.pop_back();
    return form;
}

std::string_view same_stage(std::string_view word)
{
    constexpr std::array<Pair, 15> stages{{
        {"previsionnel", "prevu"},
        {"previsionnelle", "prevu"},
        {"prevision", "prevu"},
        {"prevue", "prevu"},
        {"attendu", "prevu"},
        {"attendue", "prevu"},
        {"escompte", "prevu"},
        {"vise", "prevu"},
        {"visee", "prevu"},
        {"reel", "realise"},
        {"reelle", "realise"},
        {"realisee", "realise"},
        {"constate", "realise"},
        {"atteint", "realise"},
        {"obtenue", "obtenu"},
    }};
    for (const auto& [spelling, stage] : stages)
        if (spelling == word) return stage;
    return word;
}

bool is_stop_word(std::string_view word)
{
    return holds(stop_words, word);
}

bool is_ending(std::string_view text)
{
    return holds(endings, text);
}

bool is_instruction(std::string_view folded)
{
    std::size_t words = 0;
    std::string word;
    for (const char character : std::string(folded) + ' ') {
        if ((character >= 'a' && character <= 'z') || (character >= '0' && character <= '9')) {
            word += character;
            continue;
        }
        if (holds(instruction_words, word) || holds(instruction_words, one_form(word))) return true;
        if (!word.empty()) ++words;
        word.clear();
    }
    return words > 4;
}

bool is_share(std::string_view folded)
{
    if (!folded.starts_with("part ")) return false;
    const std::string_view of = folded.substr(5);
    return of.starts_with("de ") || of.starts_with("des ") || of.starts_with("du ") || of.starts_with("d'") ||
           of.starts_with("femme") || of.starts_with("homme") || of.starts_with("qpv") || of.starts_with("hab") ||
           of == "f" || of == "h";
}

bool are_both_sexes(const std::vector<std::string>& words)
{
    return words.size() == 2 && words[0] != words[1] &&
           std::ranges::all_of(words, [](const std::string& word) { return word == "femme" || word == "homme"; });
}

namespace {

/// « Alternants résidant en QPV » are those of the QPV; « Habitants des QPV » alone are people, and no quarter.
void merge_residents(std::vector<std::string>& tokens)
{
    constexpr std::array<std::string_view, 7> living{"habitant",  "residant",   "resident", "issu",
                                                     "domicilie", "originaire", "habite"};
    for (std::size_t at = 1; at + 1 < tokens.size(); ++at) {
        const bool is_said = holds(living, tokens[at]) && tokens[at + 1] == "qpv";
        const auto before = std::span(tokens).first(at);
        if (!is_said || std::ranges::all_of(before, [](const std::string& token) { return is_weak(token); })) continue;
        tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(at));
        return;
    }
}

} // namespace

void merge_phrases(std::vector<std::string>& tokens)
{
    merge(tokens, {"quartier", "prioritaire", "politique", "ville"}, "qpv");
    merge(tokens, {"quartier", "prioritaire"}, "qpv");
    merge(tokens, {"quartier", "qpv"}, "qpv");
    merge_residents(tokens);
    merge(tokens, {"bop", "147"}, "p147");
    merge(tokens, {"programme", "147"}, "p147");
    merge(tokens, {"pole", "emploi"}, "france travail");
}

bool is_weak(std::string_view token)
{
    return holds(weak_words, token);
}

bool is_attribute_word(std::string_view token)
{
    constexpr std::array<std::string_view, 8> words{"numero", "code", "reference",   "nom",
                                                    "type",   "id",   "identifiant", "date"};
    return holds(words, token);
}

bool is_number_word(std::string_view token)
{
    constexpr std::array<std::string_view, 9> words{"nombre",  "montant",     "total", "effectif", "valeur",
                                                    "chiffre", "pourcentage", "taux",  "part"};
    return holds(words, token);
}

std::optional<std::string> unit_of(std::string_view folded)
{
    std::string_view text = base::trim(folded);
    if (text.starts_with("en ")) text = base::trim(text.substr(3));
    if (text.ends_with(" ttc") || text.ends_with(" ht")) text = base::trim(text.substr(0, text.find_last_of(' ')));
    constexpr std::array<Pair, 27> units{{
        {"\xE2\x82\xAC", "\xE2\x82\xAC"},
        {"euro", "\xE2\x82\xAC"},
        {"euros", "\xE2\x82\xAC"},
        {"eur", "\xE2\x82\xAC"},
        {"k\xE2\x82\xAC", "k\xE2\x82\xAC"},
        {"ke", "k\xE2\x82\xAC"},
        {"keuros", "k\xE2\x82\xAC"},
        {"keuro", "k\xE2\x82\xAC"},
        {"milliers d'euros", "k\xE2\x82\xAC"},
        {"millier d'euros", "k\xE2\x82\xAC"},
        {"m\xE2\x82\xAC", "M\xE2\x82\xAC"},
        {"millions d'euros", "M\xE2\x82\xAC"},
        {"me", "M\xE2\x82\xAC"},
        {"%", "%"},
        {"pourcentage", "%"},
        {"pct", "%"},
        {"h", "h"},
        {"heure", "h"},
        {"heures", "h"},
        {"mois", "mois"},
        {"jours", "jours"},
        {"semaines", "semaines"},
        {"etp", "ETP"},
        {"etpt", "ETPT"},
        {"nb", "nb"},
        {"nombre", "nb"},
        {"milliers", "milliers"},
    }};
    for (const auto& [spelling, unit] : units)
        if (spelling == text) return std::string(unit);
    return std::nullopt;
}

} // namespace bilan::intake
