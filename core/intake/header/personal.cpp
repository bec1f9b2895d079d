// SPDX-License-Identifier: MPL-2.0
#include "intake/header/personal.hpp"

#include "intake/header/quarters.hpp"
#include "intake/value/name_bearers.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <iterator>
#include <string_view>

namespace bilan::intake {

namespace {

bool has(const HeaderWords& words, std::string_view token)
{
    return std::find(words.tokens.begin(), words.tokens.end(), token) != words.tokens.end();
}

bool has_one_of(const HeaderWords& words, std::initializer_list<std::string_view> tokens)
{
    return std::any_of(tokens.begin(), tokens.end(), [&](std::string_view token) { return has(words, token); });
}

/// « Référent », « Contact », « Chef de projet »: somebody, unless it is the name or the number of something else.
bool names_somebody(const HeaderWords& words)
{
    constexpr std::size_t most_tokens = 4;
    if (words.tokens.empty() || words.tokens.size() > most_tokens || words.is_rate) return false;
    const bool is_of_something = has_one_of(
        words, {"structure",   "service",  "organisme", "association", "entreprise", "etablissement", "nombre",
                "fonction",    "type",     "mode",      "prise",       "date",       "premier",       "avis",
                "cotation",    "statut",   "formation", "poste",       "qpv",        "duree",         "taux",
                "commentaire", "verbatim", "extrait",   "citation",    "parole",     "propos",        "retour"});
    if (is_of_something) return false;
    return has_one_of(words, {"referent", "contact", "interlocuteur"}) ||
           (has(words, "chef") && has(words, "projet")) || (has(words, "charge") && has(words, "mission"));
}

/// « Président », « Nom de l'instructrice »: a person, unless a group above asks something else of them (« Cotation »
/// over « Instructeur ») or what stands below are bodies and answers.
bool names_holder_of_office(const HeaderColumn& column)
{
    constexpr std::size_t most_tokens = 2;
    const HeaderWords& leaf = column.leaf();
    const bool is_office =
        has_one_of(leaf, {"president", "presidente", "instructeur", "instructrice", "referente", "interlocutrice",
                          "tresorier", "tresoriere", "directeur", "directrice", "secretaire"});
    const bool is_bare = leaf.tokens.size() == 1 || (leaf.tokens.size() == most_tokens && has(leaf, "nom"));
    if (!is_office || !is_bare || leaf.is_rate || column.words.size() > 1) return false;
    const ContentProfile& content = column.content;
    if (content.filled == 0 || content.texts != content.filled || content.ticks > 0) return false;
    return std::none_of(content.some_texts.begin(), content.some_texts.end(), [](const std::string& text) {
        constexpr std::size_t shortest = 3; // « G1 »
        const std::string_view first = std::string_view(text).substr(0, text.find_first_of(" '-"));
        const bool is_sex = first == "femme" || first == "homme" || first == "feminin" || first == "masculin";
        return text.size() < shortest || is_sex || (is_common_noun_of_bodies(first) && text != "grand") ||
               bears_names(first) || text.find_first_of("0123456789") != std::string::npos;
    });
}

/// « Responsable », « Suivi par », « Animatrice »: what somebody does.
bool is_role(std::string_view token)
{
    constexpr std::string_view others[] = {
        "accompagnateur", "accompagnatrice", "agent",        "animatrice",    "candidat",       "candidate",
        "conseiller",     "conseillere",     "coordinateur", "coordonnateur", "coordonnatrice", "correspondant",
        "correspondante", "instructeur",     "instructrice", "membre",        "prescripteur",   "prescriptrice",
        "representant",   "representante",   "salarie",      "salariee",      "signataire",     "stagiaire"};
    return announces_person(token) || std::find(std::begin(others), std::end(others), token) != std::end(others);
}

/// Roles that organisations play too, words for people: what stands below decides.
bool may_name_somebody(const HeaderWords& words)
{
    return std::any_of(words.tokens.begin(), words.tokens.end(), is_role) ||
           has_one_of(words, {"participant", "participante", "beneficiaire", "personne", "nom", "identite", "jeune",
                              "usager", "usagere", "inscrit", "inscrite", "eleve", "adherent", "adherente", "habitant",
                              "habitante", "enfant", "parent"});
}

/// Places bear the names of persons.
bool names_a_place(const HeaderWords& words)
{
    return has_one_of(words, {"quartier", "qpv",     "territoire", "commune", "ville",     "lieu",    "site",
                              "ecole",    "college", "lycee",      "secteur", "adresse",   "salle",   "equipement",
                              "gymnase",  "rue",     "voie",       "antenne", "residence", "conseil", "etablissement"});
}

/// So do organisations and actions.
bool names_a_thing(const HeaderWords& words)
{
    return has_one_of(words, {"porteur", "structure", "association", "organisme", "operateur", "action", "intitule",
                              "projet", "titre", "libelle", "denomination", "tiers", "raison", "entreprise"});
}

/// « Responsable de l'action », « Président de l'association ».
bool begins_with_role(const HeaderWords& words)
{
    return !words.tokens.empty() && is_role(words.tokens.front());
}

bool is_numeric_content(const ContentProfile& content)
{
    constexpr double largest_count = 1e6;
    return content.is_mostly(content.numbers) && content.largest < largest_count;
}

/// `names_bodies`: the header asks for an organisation or an action. An address written there by the way is taken out
/// of its cell, and the other cells are read.
bool is_personal_content(const ContentProfile& content, bool names_bodies)
{
    const bool has_mails = names_bodies ? content.mails * 2 > content.filled : content.mails * 3 >= content.filled;
    return content.filled >= 2 &&
           (has_mails || content.phones * 2 >= content.filled || content.national_ids * 2 >= content.filled ||
            content.told_births * 2 >= content.filled);
}

/// At least half of the cells, and not by chance.
bool holds_persons(const ContentProfile& content)
{
    return content.persons >= 2 && content.persons * 2 >= content.filled;
}

/// Half of the cells or more are persons and can be nothing else: under the header of an organisation too.
bool calls_persons(const ContentProfile& content)
{
    return content.called >= 3 && content.called * 2 >= content.filled;
}

/// Lone first names: one advisor may have all rows; without a role in the header they must be many and differ, for
/// « Manuel » and « Florence » have other meanings.
bool holds_first_names(const ContentProfile& content, bool has_role)
{
    const std::uint32_t names = content.first_names + content.persons;
    if (has_role) return content.first_names >= 2 && names * 2 >= content.filled;
    return content.different_first_names >= 3 && names * 3 >= content.filled * 2;
}

/// « N° EJ », « N° tiers Chorus »: ten digits after a zero are no telephone there.
bool numbers_a_thing(const HeaderWords& words)
{
    return words.tokens.size() >= 2 && has(words, "numero") &&
           !has_one_of(words, {"telephone", "tel", "portable", "mobile", "gsm", "contact", "personne", "fixe"});
}

/// « Association / Nom » is the name of the association.
bool is_name_of_a_thing(const HeaderColumn& column)
{
    return column.words.size() > 1 && is_lone_name(column.leaf()) &&
           names_a_thing(column.words[column.words.size() - 2]);
}

/// « Nom » beside codes of quarters that all differ: the name of each quarter, which may well be « Jean Moulin ». In a
/// list of persons the codes come back.
bool stand_for_quarters(std::span<const HeaderColumn> columns)
{
    return std::any_of(columns.begin(), columns.end(), [](const HeaderColumn& column) {
        constexpr std::uint32_t fewest = 2;
        const ContentProfile& content = column.content;
        return content.filled >= fewest && content.different_texts == content.filled &&
               std::all_of(content.some_texts.begin(), content.some_texts.end(), is_quarter_code);
    });
}

/// Of a column « Nom » there: a first name and a name that no place bears.
bool calls_somebody(const ContentProfile& content)
{
    return content.called > 0 && content.called * 2 >= content.filled;
}

/// « Observations », « Commentaires »: a person is told of there by the way.
bool takes_remarks(const HeaderWords& words)
{
    constexpr std::array<std::string_view, 6> remarks{"commentaire", "observation", "remarque",
                                                      "precision",   "description", "descriptif"};
    return std::ranges::any_of(
        words.tokens, [&](const std::string& token) { return std::ranges::find(remarks, token) != remarks.end(); });
}

bool is_personal(const HeaderColumn& column, bool has_first_names)
{
    if (column.content.filled == 0 && !column.content.is_alone) return false; // nobody is named in an empty column
    ContentProfile content = column.content;
    if (column.has_header() && numbers_a_thing(column.leaf())) content.phones = 0;
    if (column.has_header() && takes_remarks(column.leaf())) content.told_births = 0; // taken out of each text
    const bool names_bodies = column.has_header() && names_a_thing(column.leaf()) && !is_personal_header(column.leaf());
    if (is_personal_content(content, names_bodies)) return true;
    if (column.has_header() && is_name_of_a_thing(column)) return false;
    if (!column.has_header()) return holds_persons(content) || holds_first_names(content, false);
    const HeaderWords& leaf = column.leaf();
    // « Personnes adressées par la mission locale » counts.
    if (is_personal_header(leaf) && !is_numeric_content(content)) return true;
    if (is_lone_name(leaf) && has_first_names) return true;
    // « Référent institutionnel : oui » says whether there is one, not who.
    const bool is_yes_or_no = content.ticks > 0 && content.may_be_ticks();
    if (names_somebody(leaf))
        return !is_yes_or_no && content.texts * 2 >= content.filled; // in a list of names alone too
    if (names_holder_of_office(column)) return true;
    if (!begins_with_role(leaf)) {
        if (names_a_place(leaf)) return false;
        if (names_a_thing(leaf)) return calls_persons(content);
    }
    const bool has_role = may_name_somebody(leaf);
    if (calls_persons(content) || holds_first_names(content, has_role)) return true;
    return holds_persons(content) && (has_role || content.persons * 4 >= content.filled * 3);
}

/// Dates before the years of any contract, in a list of persons.
bool holds_birth_dates(const ContentProfile& content)
{
    return content.births >= 2 && content.births * 2 >= content.filled;
}

} // namespace

bool is_lone_name(const HeaderWords& words)
{
    return words.folded == "nom" || words.folded == "noms" || words.folded == "nom de famille" ||
           words.folded == "nom usuel" || words.folded == "nom d'usage" || words.folded == "nom de naissance";
}

bool is_personal_header(const HeaderWords& words)
{
    constexpr std::size_t most_tokens = 6;
    if (words.tokens.size() > most_tokens) return false;
    const bool always = has_one_of(words, {"prenom", "mail", "email", "courriel", "telephone", "tel", "portable", "nir",
                                           "naissance", "gsm", "adresse", "interlocuteur", "mobile"});
    const bool is_mail = has(words, "e") && has(words, "mail");
    const bool is_security_number = has(words, "securite") && has(words, "sociale");
    const bool is_somebody = has(words, "nom") && has_one_of(words, {"referent", "responsable", "contact", "personne",
                                                                     "stagiaire", "famille", "usage", "participant",
                                                                     "jeune", "salarie", "candidat", "conseiller"});
    return always || is_mail || is_security_number || is_somebody || words.folded == "ne le" ||
           words.folded == "nee le" || words.folded == "ne(e) le" || words.folded == "ddn" || words.folded == "dn" ||
           words.folded == "d.n." || words.folded == "ne(e)" || words.folded == "contact" ||
           words.folded == "contacts" || words.folded == "nom prenom" || words.folded == "nom/prenom";
}

std::vector<bool> personal_columns(std::span<const HeaderColumn> columns)
{
    std::vector<bool> personal(columns.size(), false);
    const bool has_first_names = std::any_of(columns.begin(), columns.end(), [](const HeaderColumn& column) {
        return std::any_of(column.words.begin(), column.words.end(),
                           [](const HeaderWords& words) { return has(words, "prenom"); });
    });
    const bool are_quarters = !has_first_names && stand_for_quarters(columns);
    for (std::size_t at = 0; at < columns.size(); ++at) {
        const HeaderColumn& column = columns[at];
        const bool names_quarter = are_quarters && column.has_header() && is_lone_name(column.leaf()) &&
                                   !is_personal_content(column.content, false) && !calls_somebody(column.content);
        personal[at] = !names_quarter && is_personal(column, has_first_names);
    }
    if (std::find(personal.begin(), personal.end(), true) == personal.end()) return personal;
    for (std::size_t at = 0; at < columns.size(); ++at)
        personal[at] = personal[at] || holds_birth_dates(columns[at].content);
    return personal;
}

} // namespace bilan::intake
