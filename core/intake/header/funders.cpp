// SPDX-License-Identifier: MPL-2.0
#include "intake/header/funders.hpp"

#include "intake/header/families.hpp"
#include "intake/header/funder_words.hpp"
#include "intake/header/place_codes.hpp"
#include "intake/header/state_purse.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::intake {

namespace {

template <std::size_t Size>
bool holds(const std::array<std::string_view, Size>& words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Which of the amounts of a funder a header speaks of, also in brackets: « CAF (sollicité) ».
enum class Stage : std::uint8_t { granted, asked, proposed, paid, planned, other };

constexpr std::array<std::string_view, 3> asked{"demande", "sollicite", "depose"};
constexpr std::array<std::string_view, 2> proposed{"propose", "proposition"};
constexpr std::array<std::string_view, 8> said_of_grants{"demande", "accorde", "attribue", "sollicite",
                                                         "obtenu",  "notifie", "octroye",  "alloue"};
constexpr std::array<std::string_view, 4> paid{"paye", "verse", "liquide", "mandate"};
constexpr std::array<std::string_view, 11> other{"realise", "reste",  "ecart",    "solde",    "attente", "cours",
                                                 "refuse",  "espere", "envisage", "consomme", "justifie"};

Stage stage_of(const HeaderColumn& column)
{
    Stage stage = Stage::granted;
    const auto hear = [&](const std::vector<std::string>& tokens) {
        for (const std::string& token : tokens) {
            if (holds(asked, token)) stage = Stage::asked;
            if (holds(proposed, token)) stage = Stage::proposed;
            if (holds(paid, token)) stage = Stage::paid;
            if (token == "prevu" && stage == Stage::granted) stage = Stage::planned;
            if (holds(other, token)) stage = Stage::other;
        }
    };
    for (const HeaderWords& words : column.words) {
        hear(words.tokens);
        hear(words.aside);
    }
    return stage;
}

/// The State's own programme has fields of its own in the schemas of actions.
const data::Field* own_field(const SchemaIndex& schema, Stage stage)
{
    switch (stage) {
    case Stage::asked: return field_by_id(*schema.schema, "demande_p147");
    case Stage::proposed: return field_by_id(*schema.schema, "propose_p147");
    case Stage::paid: return field_by_id(*schema.schema, "paye_p147");
    case Stage::granted:
    case Stage::planned:
    case Stage::other: break;
    }
    return field_by_id(*schema.schema, "accorde_p147");
}

bool holds_word(const HeaderWords& words, std::string_view token)
{
    return std::find(words.tokens.begin(), words.tokens.end(), token) != words.tokens.end();
}

/// « Dont emplois aidés, nombre », « ETPT »: people, not money.
bool counts_people(const HeaderColumn& column)
{
    constexpr std::array<std::string_view, 5> counting{"nombre", "effectif", "etp", "etpt", "poste"};
    return std::any_of(counting.begin(), counting.end(),
                       [&](std::string_view token) { return holds_word(column.leaf(), token); });
}

/// « % Région », « Ville (%) », « Taux de cofinancement »: a share of the cost. « Part Région » is an amount.
bool says_percent(const HeaderColumn& column)
{
    return column.unit == "%" || std::ranges::any_of(column.words, [](const HeaderWords& words) {
               return words.unit == "%" || words.plain.find('%') != std::string::npos || holds_word(words, "taux") ||
                      holds_word(words, "pourcentage");
           });
}

/// « Bénévolat (heures) », « Emplois aidés (ETP) »: something else than money is counted.
bool is_of_other_unit(const HeaderColumn& column)
{
    constexpr std::array<std::string_view, 8> counted{"heure", "jour",     "mois",   "semaine",
                                                      "etp",   "effectif", "nombre", "personne"};
    if (!column.unit.empty() && column.unit != "milliers" && !column.unit.ends_with("\xE2\x82\xAC")) return true;
    return std::ranges::any_of(column.leaf().aside, [&](const std::string& token) { return holds(counted, token); });
}

struct Funder {
    std::string id;
    const HeaderWords* level = nullptr; ///< where it stands
    bool is_named = false;              ///< by its proper name
};

/// « Financeurs », « Montant accordé »: below it, names are those of who pays.
bool speaks_of_funding(const HeaderWords& words)
{
    constexpr std::array<std::string_view, 9> said{"financeur",     "cofinanceur", "financement",
                                                   "cofinancement", "produit",     "recette",
                                                   "ressource",     "subvention",  "plan"};
    return is_amount_word(words) ||
           std::ranges::any_of(words.tokens, [&](const std::string& token) { return holds(said, token); });
}

/// « Ville de Valmont », also above « Demandé » and « Accordé » or below « Financeurs ».
std::optional<Funder> named_funder_of(const Lexicon& lexicon, const HeaderColumn& column)
{
    for (std::size_t level = column.words.size(); level-- > 0;) {
        std::string name = lexicon.named_funder(column.words[level]);
        if (name.empty()) continue;
        for (std::size_t beside = 0; beside < column.words.size(); ++beside)
            if (beside != level && !speaks_of_funding(column.words[beside])) return std::nullopt;
        return Funder{std::move(name), &column.words[level], true};
    }
    return std::nullopt;
}

std::optional<Funder> payer_of(const Lexicon& lexicon, const HeaderColumn& column)
{
    const HeaderWords& leaf = column.leaf();
    if (const auto funder = read_funder(lexicon, leaf)) return Funder{*funder, &leaf};
    if (is_amount_word(leaf))
        for (std::size_t level = column.words.size() - 1; level > 0; --level)
            if (const auto funder = read_funder(lexicon, column.words[level - 1]))
                return Funder{*funder, &column.words[level - 1]};
    // « Fin. Région », « Région demandé »: the funder and words of money in one header
    HeaderWords rest = leaf;
    std::erase_if(rest.tokens, [](const std::string& token) {
        return is_weak(token) || token == "financement" || token == "prevu" || holds(said_of_grants, token);
    });
    // « Participation de la Ville » is what it gives; alone, it is that of who comes.
    if (rest.tokens.size() > 1) std::erase(rest.tokens, "participation");
    rest.folded.clear();
    if (!rest.tokens.empty())
        if (const auto funder = read_funder(lexicon, rest)) return Funder{*funder, &leaf};
    return named_funder_of(lexicon, column);
}

/// « EPCI (politique de la ville) »: the envelope that an authority keeps for it, which is no ordinary money.
bool says_envelope(const std::vector<std::string>& aside)
{
    const auto says = [&](std::string_view word) { return std::ranges::find(aside, word) != aside.end(); };
    return says("pv") || (says("ville") && (says("politique") || says("contrat")));
}

std::optional<Funder> funder_of(const Lexicon& lexicon, const HeaderColumn& column)
{
    constexpr std::array<std::string_view, 4> authorities{"region", "departement", "epci", "commune"};
    std::optional<Funder> funder = payer_of(lexicon, column);
    if (funder && std::ranges::find(authorities, funder->id) != authorities.end() &&
        says_envelope(funder->level->aside))
        funder->id += "_pv";
    return funder;
}

} // namespace

namespace {

bool is_of_funding(std::string_view token)
{
    constexpr std::array<std::string_view, 26> said{
        "financeur", "cofinanceur", "financement", "cofinancement", "financier",  "finance", "produit",
        "recette",   "ressource",   "subvention",  "montant",       "demande",    "accorde", "budget",
        "credit",    "sollicite",   "attribue",    "obtenu",        "vote",       "prevu",   "propose",
        "realise",   "notifie",     "octroye",     "alloue",        "proposition"};
    return holds(said, token);
}

/// Of « Commune » and « Région » by themselves: no word and no unit of the header is of money.
PlaceCodes codes_of_place(const Funder& funder, const HeaderColumn& column)
{
    const HeaderWords& leaf = column.leaf();
    const bool is_bare = std::ranges::all_of(leaf.tokens, [](const std::string& token) {
        constexpr std::array<std::string_view, 13> words{"commune", "ville", "mairie",   "departement",   "region",
                                                         "epci",    "agglo", "code",     "agglomeration", "numero",
                                                         "insee",   "dep",   "metropole"};
        return holds(words, token);
    });
    bool is_of_money = column.unit.ends_with("\xE2\x82\xAC");
    for (std::size_t level = 0; level + 1 < column.words.size(); ++level)
        is_of_money = is_of_money || std::ranges::any_of(column.words[level].tokens, is_of_funding);
    // « Région administrative »; a town by its name gives amounts that may look like codes.
    const bool may_be_place = is_bare || (funder.is_named && funder.id != "commune");
    if (!may_be_place || is_of_money || funder.level != &leaf) return PlaceCodes::no;
    return place_codes(column.content, funder.id);
}

/// « Emplois aidés » above 2 and 1: how many there are, as well as what they bring.
bool says_posts(const HeaderColumn& column)
{
    constexpr double many = 100;
    const bool is_of_money = column.unit.ends_with("\xE2\x82\xAC");
    return holds_word(column.leaf(), "emploi") && !is_of_money && column.content.largest > 0 &&
           column.content.largest < many;
}

/// « Part Ville » above 10, 20 and 5: percents as well as euros.
bool may_be_share(const HeaderColumn& column)
{
    constexpr double whole = 100;
    const bool says_part = holds_word(column.leaf(), "part") && !column.unit.ends_with("\xE2\x82\xAC");
    return says_part && column.content.largest > 0 && column.content.largest <= whole;
}

/// « Ville Nouvelle », « Ville Haute » name quarters as often as « Ville de Valmont » does who pays.
bool may_be_quarter(const HeaderWords& words)
{
    if (!words.folded.starts_with("ville ") && !words.folded.starts_with("ville-")) return false;
    const std::string_view next = std::string_view(words.folded).substr(6);
    return !next.starts_with("de ") && !next.starts_with("du ") && !next.starts_with("des ") && !next.starts_with("d'");
}

} // namespace

bool is_amount_word(const HeaderWords& words)
{
    return std::all_of(words.tokens.begin(), words.tokens.end(), [](const std::string& token) {
        return is_weak(token) || holds(said_of_grants, token) || token == "vote" || token == "prevu" ||
               token == "financement" || holds(proposed, token) || token == "realise";
    });
}

bool is_of_another_stage(const HeaderWords& leaf, const std::unordered_set<std::string>& words_of_field)
{
    return std::any_of(leaf.aside.begin(), leaf.aside.end(), [&](const std::string& token) {
        const bool is_stage =
            holds(asked, token) || holds(paid, token) || holds(other, token) || holds(proposed, token);
        return is_stage && !words_of_field.contains(token);
    });
}

std::optional<FamilyHit> read_funder_family(const Lexicon& lexicon, const SchemaIndex& schema,
                                            const data::FieldFamily& family, const HeaderColumn& column)
{
    const std::optional<Funder> funder = funder_of(lexicon, column);
    if (!funder || counts_people(column) || says_percent(column) || is_of_other_unit(column)) return std::nullopt;
    const PlaceCodes codes = codes_of_place(*funder, column);
    if (codes == PlaceCodes::surely) return std::nullopt;
    const Stage stage = stage_of(column);
    const HeaderWords& leaf = column.leaf();
    // A plan of funders (`made_of`) is of planned amounts; an action has been granted what it has.
    const bool is_planned = stage == Stage::planned && schema.schema->made_of.empty();
    const bool is_open_purse = names_unknown_purse(lexicon, *funder->level);
    if (funder->id == "p147")
        if (const data::Field* own = own_field(schema, stage)) {
            const bool is_asked = stage == Stage::other || is_open_purse || says_more_than_who(column.levels.back());
            return FamilyHit{*own, is_asked ? 0.6 : stage == Stage::planned ? 0.9 : 0.95, is_planned};
        }
    // « Participations » may be counted: money only where something says so.
    const bool may_count = leaf.tokens.size() == 1 && leaf.tokens.front() == "participation" &&
                           column.words.size() == 1 && column.unit.empty() && column.content.round == 0;
    // « Participation Ville » of 12 and 9 may be who came from the town hall.
    const bool may_be_people = funder->level == &leaf && holds_word(leaf, "participation") && leaf.tokens.size() > 1 &&
                               column.unit.empty() && column.content.round == 0;
    const bool may_be_posts = says_posts(column);
    const bool is_settled =
        !may_count && !may_be_posts &&
        (column.content.is_mostly(column.content.numbers) || funder->level != &leaf || column.words.size() > 1 ||
         holds_word(leaf, "financement") || column.unit == "\xE2\x82\xAC");
    const bool is_foreseen = stage == Stage::planned;
    const auto level = static_cast<std::size_t>(funder->level - column.words.data());
    const bool says_more = says_more_than_who(column.levels[level]) || says_more_than_who(column.levels.back());
    const bool is_unclear = says_more || stage == Stage::other || stage == Stage::paid || stage == Stage::proposed ||
                            codes == PlaceCodes::perhaps || may_be_share(column) || may_be_people || is_open_purse;
    const bool says_money = column.words.size() > 1 || column.unit == "\xE2\x82\xAC" || column.content.round > 0;
    const bool may_be_place = funder->is_named && !says_money && may_be_quarter(*funder->level);
    const double confidence = !is_settled || is_unclear || may_be_place ? 0.6 : is_foreseen ? 0.9 : 0.95;
    const std::string_view ending = stage == Stage::asked ? "_demande" : "";
    return FamilyHit{field_of_family(family, funder->id + std::string(ending), column.path), confidence, is_planned,
                     funder->is_named && !says_money};
}

} // namespace bilan::intake
