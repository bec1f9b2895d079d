// SPDX-License-Identifier: MPL-2.0
#include "intake/value/name_bearers.hpp"

#include <algorithm>
#include <iterator>

namespace bilan::intake {

namespace {

// All folded.
constexpr std::string_view bearers[] = {"agora",
                                        "allee",
                                        "amphitheatre",
                                        "asso",
                                        "association",
                                        "atelier",
                                        "auditorium",
                                        "avenue",
                                        "batiment",
                                        "bd",
                                        "bibliotheque",
                                        "boulevard",
                                        "centre",
                                        "cinema",
                                        "cite",
                                        "club",
                                        "college",
                                        "comite",
                                        "compagnie",
                                        "complexe",
                                        "conservatoire",
                                        "creche",
                                        "ecole",
                                        "ehpad",
                                        "elementaire",
                                        "espace",
                                        "esplanade",
                                        "fondation",
                                        "foyer",
                                        "groupe",
                                        "gymnase",
                                        "hall",
                                        "halle",
                                        "hopital",
                                        "ilot",
                                        "immeuble",
                                        "impasse",
                                        "institut",
                                        "jardin",
                                        "lieu",
                                        "logis",
                                        "ludotheque",
                                        "lycee",
                                        "mail",
                                        "maison",
                                        "maternelle",
                                        "mediatheque",
                                        "mjc",
                                        "musee",
                                        "parc",
                                        "passage",
                                        "piscine",
                                        "place",
                                        "pole",
                                        "pont",
                                        "primaire",
                                        "prix",
                                        "promenade",
                                        "quai",
                                        "quartier",
                                        "qpv",
                                        "residence",
                                        "rond-point",
                                        "rue",
                                        "saint",
                                        "sainte",
                                        "salle",
                                        "scolaire",
                                        "secteur",
                                        "site",
                                        "social",
                                        "square",
                                        "stade",
                                        "station",
                                        "theatre",
                                        "tour",
                                        "tournoi",
                                        "trophee",
                                        "villa",
                                        "public",
                                        "publique",
                                        "municipal",
                                        "municipale",
                                        "communal",
                                        "communale",
                                        "sportif",
                                        "sportive",
                                        "culturel",
                                        "culturelle",
                                        "polyvalent",
                                        "polyvalente",
                                        "loisirs",
                                        "loisir",
                                        "enfance",
                                        "jeunesse",
                                        "multisports",
                                        "intercommunal",
                                        "ville",
                                        "cs",
                                        "csc",
                                        "csx",
                                        "mpt",
                                        "mfr",
                                        "fjt",
                                        "esat",
                                        "cfa",
                                        "lep",
                                        "ehpa",
                                        "alsh",
                                        "clsh",
                                        "upe2a",
                                        "crous",
                                        "chrs",
                                        "mecs",
                                        "amicale",
                                        "us",
                                        "as",
                                        "asc",
                                        "fc",
                                        "sas",
                                        "sarl",
                                        "eurl",
                                        "scop",
                                        "scic",
                                        "ccas",
                                        "cias",
                                        "pimms",
                                        "mij",
                                        "bij",
                                        "mds",
                                        "cmp",
                                        "ime"};

constexpr std::string_view bodies[] = {
    "academie",     "action",        "adjoint",    "adjointe",   "agence",      "agglo",         "agglomeration",
    "animateur",    "animatrice",    "anru",       "asso",       "association", "ateliers",      "bassin",
    "ca",           "caf",           "cap",        "cc",         "ccas",        "cci",           "cdc",
    "cellule",      "centre",        "charge",     "chargee",    "chef",        "cheffe",        "cite",
    "club",         "collectif",     "commune",    "communaute", "conseil",     "consultant",    "consultante",
    "coordinateur", "coordinatrice", "ddets",      "delegation", "departement", "developpement", "directeur",
    "directrice",   "dreets",        "emploi",     "entreprise", "epci",        "fondation",     "france",
    "gip",          "grand",         "groupe",     "groupement", "insertion",   "maire",         "mairie",
    "maison",       "mde",           "metropole",  "ministre",   "mission",     "pays",          "petr",
    "plie",         "pole",          "prefecture", "prefet",     "prefete",     "president",     "presidente",
    "referent",     "referente",     "regie",      "region",     "reseau",      "responsable",   "service",
    "syndicat",     "ville"};

constexpr std::string_view announcers[] = {
    "accompagnatrice", "accompagnateur", "animateur",  "animatrice", "artiste",   "avec",         "charge",
    "chargee",         "coach",          "comedien",   "comedienne", "contact",   "coordinateur", "coordinatrice",
    "directeur",       "directrice",     "educateur",  "educatrice", "formateur", "formatrice",   "intervenant",
    "intervenante",    "mediateur",      "mediatrice", "par",        "president", "presidente",   "referent",
    "referente",       "responsable",    "suivi",      "tuteur",     "tutrice"};

constexpr std::string_view famous[] = {
    "albert camus",      "albert einstein",  "albert schweitzer", "alexandre dumas",    "andre malraux",
    "anne frank",        "antoine de saint", "arthur rimbaud",    "camille claudel",    "charles de gaulle",
    "charles foix",      "charles peguy",    "claude debussy",    "claude monet",       "daniel balavoine",
    "denis diderot",     "edith piaf",       "emile zola",        "eugenie cotton",     "francois mitterrand",
    "francois rabelais", "frederic chopin",  "gabriel peri",      "george sand",        "georges brassens",
    "georges pompidou",  "gerard philipe",   "guy moquet",        "henri barbusse",     "henri matisse",
    "henri wallon",      "irene joliot",     "jacques brel",      "jacques prevert",    "jean bosco",
    "jean jaures",       "jean mace",        "jean mermoz",       "jean monnet",        "jean moulin",
    "jean renoir",       "jean vilar",       "jean zay",          "jeanne d'arc",       "josephine baker",
    "jules ferry",       "jules verne",      "leo ferre",         "leo lagrange",       "louis aragon",
    "louis pasteur",     "louise labe",      "louise michel",     "lucie aubrac",       "marcel pagnol",
    "marcel paul",       "marie curie",      "martin luther",     "maurice ravel",      "maurice thorez",
    "nelson mandela",    "olympe de gouges", "pablo picasso",     "paul cezanne",       "paul eluard",
    "paul langevin",     "paul valery",      "pierre bourdieu",   "pierre brossolette", "pierre curie",
    "pierre mendes",     "pierre semard",    "robert desnos",     "robert doisneau",    "robert schuman",
    "romain rolland",    "rosa parks",       "saint exupery",     "salvador allende",   "simone de beauvoir",
    "simon de cyrene",   "simone signoret",  "simone veil",       "sophie germain",     "victor hugo",
    "victor schoelcher", "voltaire"};

template <class List>
bool holds(const List& list, std::string_view word)
{
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

} // namespace

bool bears_names(std::string_view folded)
{
    return holds(bearers, folded);
}

bool is_common_noun_of_bodies(std::string_view folded)
{
    return holds(bodies, folded);
}

bool announces_person(std::string_view folded)
{
    return holds(announcers, folded);
}

Address address_of(std::string_view folded)
{
    constexpr std::string_view one[] = {"m", "mr", "mme", "mlle", "madame", "monsieur", "mademoiselle"};
    constexpr std::string_view several[] = {"mm", "mmes", "mlles", "mesdames", "messieurs"};
    constexpr std::string_view titles[] = {"dr", "docteur", "pr", "professeur", "me", "maitre"};
    if (holds(one, folded)) return Address::one;
    if (holds(several, folded)) return Address::several;
    return holds(titles, folded) ? Address::title : Address::none;
}

bool is_famous_name(std::string_view folded)
{
    // « Simone Veil Ouest » is no person either.
    return std::any_of(std::begin(famous), std::end(famous), [&](std::string_view name) {
        return folded.starts_with(name) && (folded.size() == name.size() || folded[name.size()] == ' ');
    });
}

} // namespace bilan::intake
