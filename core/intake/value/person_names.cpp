// SPDX-License-Identifier: MPL-2.0
#include "intake/value/person_names.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

namespace bilan::intake {

namespace {

// Folded and sorted; also the two halves of compound ones (« Jean-Pierre »).
constexpr std::string_view first_names[] = {
    "abdel",     "adele",      "adeline",    "adrien",    "agathe",     "agnes",      "ahmed",     "aicha",
    "alain",     "albert",     "alex",       "alexandra", "alexandre",  "alexia",     "alice",     "aline",
    "amandine",  "amelie",     "amina",      "amine",     "anais",      "andre",      "andree",    "angele",
    "anna",      "anne",       "annick",     "annie",     "anthony",    "antoine",    "arnaud",    "arthur",
    "audrey",    "aurelie",    "aurelien",   "axel",      "baptiste",   "bastien",    "beatrice",  "benedicte",
    "benjamin",  "benoit",     "bernadette", "bernard",   "bertrand",   "brigitte",   "bruno",     "camille",
    "carine",    "carole",     "caroline",   "catherine", "cecile",     "cedric",     "celia",     "celine",
    "chantal",   "charles",    "charlotte",  "chloe",     "christel",   "christelle", "christian", "christiane",
    "christine", "christophe", "claire",     "clara",     "claude",     "claudine",   "clement",   "colette",
    "corinne",   "cyril",      "damien",     "daniel",    "daniele",    "david",      "delphine",  "denis",
    "denise",    "didier",     "dominique",  "edith",     "elisabeth",  "elise",      "elodie",    "emilie",
    "emma",      "emmanuel",   "emmanuelle", "eric",      "estelle",    "etienne",    "eva",       "evelyne",
    "fabien",    "fabienne",   "fabrice",    "fanny",     "farid",      "fatima",     "fatoumata", "florence",
    "florian",   "francine",   "francis",    "franck",    "francois",   "francoise",  "frederic",  "frederique",
    "gabriel",   "gaelle",     "genevieve",  "georges",   "gerard",     "ghislaine",  "gilbert",   "gilles",
    "gregory",   "guillaume",  "guy",        "helene",    "henri",      "herve",      "hugo",      "hugues",
    "ines",      "ingrid",     "irene",      "isabelle",  "jacqueline", "jacques",    "jean",      "jeanne",
    "jennifer",  "jeremy",     "jerome",     "joel",      "joelle",     "jonathan",   "josette",   "josiane",
    "julie",     "julien",     "juliette",   "justine",   "karim",      "karine",     "kevin",     "khadija",
    "laetitia",  "laura",      "laure",      "laurence",  "laurent",    "lea",        "leila",     "leo",
    "lionel",    "lisa",       "louis",      "louise",    "luc",        "lucas",      "lucie",     "ludovic",
    "lydia",     "lydie",      "magali",     "malika",    "manon",      "manuel",     "marc",      "marcel",
    "margaux",   "marie",      "marine",     "marion",    "martine",    "mathieu",    "mathilde",  "maud",
    "maurice",   "maxime",     "melanie",    "michel",    "michele",    "mireille",   "mohamed",   "monique",
    "morgane",   "muriel",     "mustapha",   "myriam",    "nadia",      "nadine",     "nathalie",  "nicolas",
    "nicole",    "noemie",     "odile",      "olivier",   "pascal",     "pascale",    "patrice",   "patricia",
    "patrick",   "paul",       "pauline",    "philippe",  "pierre",     "quentin",    "rachid",    "raphael",
    "regis",     "rene",       "renee",      "richard",   "robert",     "romain",     "sabine",    "samia",
    "samira",    "sandra",     "sandrine",   "sarah",     "sebastien",  "serge",      "simon",     "simone",
    "solene",    "sonia",      "sophie",     "stephane",  "stephanie",  "suzanne",    "sylvain",   "sylvie",
    "tanguy",    "thibault",   "thierry",    "thomas",    "tiphaine",   "valentin",   "valerie",   "vanessa",
    "veronique", "victor",     "vincent",    "virginie",  "viviane",    "xavier",     "yann",      "yannick",
    "yasmina",   "yves",       "yvette",     "zoe"};

// Words of organisations, functions and places: a text that holds one of them is no name of a person.
constexpr std::string_view other_words[] = {
    "academie",     "action",        "adjoint",   "adjointe",   "agence",      "agglo",         "agglomeration",
    "animateur",    "animatrice",    "anru",      "asso",       "association", "ateliers",      "bassin",
    "cap",          "caf",           "cc",        "ca",         "ccas",        "cci",           "cdc",
    "cellule",      "centre",        "charge",    "chargee",    "chef",        "cheffe",        "cite",
    "club",         "collectif",     "commune",   "communaute", "conseil",     "consultant",    "consultante",
    "coordinateur", "coordinatrice", "ddets",     "delegation", "departement", "developpement", "directeur",
    "directrice",   "dreets",        "emploi",    "entreprise", "epci",        "fondation",     "france",
    "gip",          "grand",         "groupe",    "groupement", "insertion",   "maire",         "mairie",
    "maison",       "mde",           "metropole", "mission",    "pays",        "petr",          "plie",
    "pole",         "prefecture",    "referent",  "referente",  "regie",       "region",        "reseau",
    "responsable",  "service",       "syndicat",  "ville"};

template <class List>
bool holds(const List& list, std::string_view word)
{
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

bool is_first_name(std::string_view folded)
{
    for (const std::string_view half : base::split(folded, '-'))
        if (!holds(first_names, half)) return false;
    return !folded.empty();
}

bool is_letters(std::string_view folded)
{
    return !folded.empty() && std::all_of(folded.begin(), folded.end(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || letter == '-' || letter == '\'';
    });
}

bool begins_with_capital(std::string_view word)
{
    // An accented capital is two bytes, the first of them 0xC3 in UTF-8.
    return !word.empty() && ((word.front() >= 'A' && word.front() <= 'Z') || word.front() == '\xC3');
}

bool is_capital(std::string_view word)
{
    return std::none_of(word.begin(), word.end(), [](char letter) { return letter >= 'a' && letter <= 'z'; });
}

bool is_joining(std::string_view folded)
{
    return folded == "et" || folded == "&" || folded == "de" || folded == "du" || folded == "le" || folded == "la";
}

} // namespace

Naming naming_of(std::string_view text)
{
    std::size_t names = 0;
    std::size_t capitals = 0;
    bool has_first_name = false;
    bool has_address = false;
    for (const std::string_view word : base::split(text, ' ')) {
        std::string folded = base::fold(word);
        while (!folded.empty() && (folded.back() == '.' || folded.back() == ',')) folded.pop_back();
        if (folded.empty() || is_joining(folded)) continue;
        if (folded == "m" || folded == "mme" || folded == "mlle" || folded == "mr" || folded == "monsieur" ||
            folded == "madame") {
            has_address = true;
            continue;
        }
        if (!is_letters(folded) || !begins_with_capital(word) || holds(other_words, folded)) return Naming::other;
        ++names;
        if (is_capital(word) && folded.size() > 1) ++capitals;
        has_first_name = has_first_name || is_first_name(folded);
    }
    if (names == 0 || names > 6) return Naming::other;
    if (has_address || (has_first_name && names >= 2)) return Naming::person;
    // « Aldric VALMONT »; two words in capitals are as well initials of organisations.
    if (names >= 2 && names <= 4 && capitals > 0 && capitals < names) return Naming::person;
    return names >= 2 && names <= 4 && capitals == 0 ? Naming::perhaps : Naming::other;
}

} // namespace bilan::intake
