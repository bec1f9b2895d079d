// SPDX-License-Identifier: MPL-2.0
#include "intake/value/first_names.hpp"

#include "base/openings.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <iterator>

namespace bilan::intake {

namespace {

// Folded, in order; also the two halves of compound ones (« Jean-Pierre »).
constexpr std::string_view first_names[] = {
    "abdel",      "abdelkader", "abdoulaye",  "adam",      "adele",     "adeline",   "adrien",     "agathe",
    "agnes",      "ahmed",      "aicha",      "alain",     "albert",    "alex",      "alexandra",  "alexandre",
    "alexia",     "alexis",     "ali",        "alice",     "aline",     "amadou",    "amandine",   "amelie",
    "amina",      "aminata",    "amine",      "ana",       "anais",     "andre",     "andrea",     "andree",
    "angele",     "angelique",  "anissa",     "anna",      "anne",      "annick",    "annie",      "anthony",
    "antoine",    "antonio",    "arnaud",     "arthur",    "assia",     "audrey",    "aurelie",    "aurelien",
    "axel",       "aya",        "baptiste",   "bastien",   "beatrice",  "benedicte", "benjamin",   "benoit",
    "bernadette", "bernard",    "bertrand",   "bilal",     "brigitte",  "bruno",     "camille",    "carine",
    "carlos",     "carole",     "caroline",   "catherine", "cecile",    "cedric",    "celia",      "celine",
    "chantal",    "charles",    "charlotte",  "cheikh",    "chloe",     "christel",  "christelle", "christian",
    "christiane", "christine",  "christophe", "claire",    "clara",     "claude",    "claudine",   "clement",
    "colette",    "corinne",    "cyril",      "damien",    "daniel",    "daniele",   "danielle",   "david",
    "delphine",   "denis",      "denise",     "didier",    "dominique", "dylan",     "edith",      "elena",
    "elisabeth",  "elise",      "elodie",     "emilie",    "emma",      "emmanuel",  "emmanuelle", "enzo",
    "eric",       "estelle",    "etienne",    "eva",       "evelyne",   "fabien",    "fabienne",   "fabrice",
    "fanny",      "farid",      "farida",     "fatima",    "fatou",     "fatoumata", "florence",   "florian",
    "francine",   "francis",    "franck",     "francois",  "francoise", "frederic",  "frederique", "gabriel",
    "gaelle",     "genevieve",  "georges",    "gerard",    "ghislaine", "gilbert",   "gilles",     "gregory",
    "guillaume",  "guy",        "hakim",      "hassan",    "helene",    "henri",     "herve",      "hugo",
    "hugues",     "ibrahim",    "ines",       "ingrid",    "irene",     "isabelle",  "ismael",     "jacqueline",
    "jacques",    "jamila",     "jean",       "jeanne",    "jennifer",  "jeremy",    "jerome",     "jessica",
    "joel",       "joelle",     "johanna",    "jonathan",  "jordan",    "jose",      "josette",    "josiane",
    "julie",      "julien",     "juliette",   "justine",   "karim",     "karima",    "karine",     "kevin",
    "khadija",    "khaled",     "laetitia",   "laura",     "laure",     "laurence",  "laurent",    "lea",
    "leila",      "leo",        "liliane",    "lina",      "lionel",    "lisa",      "louis",      "louise",
    "luc",        "lucas",      "lucie",      "ludovic",   "lydia",     "lydie",     "magali",     "malika",
    "mamadou",    "manon",      "manuel",     "marc",      "marcel",    "margaux",   "maria",      "mariam",
    "marie",      "marine",     "marion",     "marjorie",  "martine",   "maryse",    "mathieu",    "mathilde",
    "maud",       "maurice",    "maxime",     "mehdi",     "melanie",   "melissa",   "michel",     "michele",
    "mireille",   "mohamed",    "mohammed",   "monique",   "morgane",   "moussa",    "muriel",     "mustapha",
    "myriam",     "nadege",     "nadia",      "nadine",    "nassim",    "nathalie",  "nathan",     "nicolas",
    "nicole",     "noemie",     "nora",       "odile",     "olivier",   "omar",      "oumar",      "ousmane",
    "pascal",     "pascale",    "patrice",    "patricia",  "patrick",   "paul",      "pauline",    "philippe",
    "pierre",     "quentin",    "rachid",     "raphael",   "raymond",   "regine",    "regis",      "remi",
    "rene",       "renee",      "richard",    "robert",    "roger",     "romain",    "rosa",       "sabine",
    "sabrina",    "said",       "salima",     "samia",     "samir",     "samira",    "samuel",     "sandra",
    "sandrine",   "sara",       "sarah",      "sebastien", "serge",     "severine",  "simon",      "simone",
    "sofia",      "solene",     "sonia",      "sophie",    "soumaya",   "stephane",  "stephanie",  "suzanne",
    "sylvain",    "sylvie",     "tanguy",     "theo",      "therese",   "thibault",  "thierry",    "thomas",
    "tiphaine",   "valentin",   "valerie",    "vanessa",   "veronique", "victor",    "vincent",    "virginie",
    "viviane",    "xavier",     "yacine",     "yann",      "yannick",   "yasmina",   "yasmine",    "youssef",
    "yves",       "yvette",     "zoe"};

static_assert(std::is_sorted(std::begin(first_names), std::end(first_names)));

} // namespace

bool may_be_first_name(std::string_view written)
{
    static const base::Openings openings = [] {
        base::Openings made;
        for (const std::string_view name : first_names) made.add(name);
        return made;
    }();
    return openings.may_begin(written);
}

bool is_first_name(std::string_view folded)
{
    return std::binary_search(std::begin(first_names), std::end(first_names), folded);
}

bool is_compound_first_name(std::string_view folded)
{
    if (folded.find('-') == std::string_view::npos) return is_first_name(folded);
    for (const std::string_view half : base::split(folded, '-'))
        if (!is_first_name(half)) return false;
    return !folded.empty();
}

} // namespace bilan::intake
