// SPDX-License-Identifier: MPL-2.0
#include "intake/value/number_words.hpp"

#include "intake/value/plain_spelling.hpp"

#include <algorithm>
#include <span>

namespace bilan::intake {

namespace {

struct Word {
    std::string_view word;
    Affix affix;
};

constexpr Word words_before[] = {
    {"approximativement", Affix::approximate},
    {"environ", Affix::approximate},
    {"env.", Affix::approximate},
    {"env", Affix::approximate},
    {"approx.", Affix::approximate},
    {"approx", Affix::approximate},
    {"a peu pres", Affix::approximate},
    {"pres de", Affix::approximate},
    {"autour de", Affix::approximate},
    {"aux alentours de", Affix::approximate},
    {"plus ou moins", Affix::approximate},
    {"+/-", Affix::approximate},
    {"~", Affix::approximate},
    {"estimation", Affix::approximate},
    {"estime a", Affix::approximate},
    {"estime", Affix::approximate},
    {"estimes", Affix::approximate},
    {"une moyenne de", Affix::approximate},
    {"en moyenne", Affix::approximate},
    {"moyenne", Affix::approximate},
    {"quasiment", Affix::approximate},
    {"presque", Affix::approximate},
    {"plus d'", Affix::at_least},
    {"plus de", Affix::at_least},
    {"+ de", Affix::at_least},
    {"+ d'", Affix::at_least},
    {"+de", Affix::at_least},
    {">=", Affix::at_least},
    {">", Affix::at_least},
    {"au moins", Affix::at_least},
    {"au minimum", Affix::at_least},
    {"a partir de", Affix::at_least},
    {"minimum", Affix::at_least},
    {"mini", Affix::at_least},
    {"min.", Affix::at_least},
    {"min", Affix::at_least},
    {"superieur a", Affix::at_least},
    {"moins d'", Affix::at_most},
    {"moins de", Affix::at_most},
    {"- de", Affix::at_most},
    {"-de", Affix::at_most},
    {"<=", Affix::at_most},
    {"<", Affix::at_most},
    {"au plus", Affix::at_most},
    {"au maximum", Affix::at_most},
    {"jusqu'a", Affix::at_most},
    {"maximum", Affix::at_most},
    {"maxi", Affix::at_most},
    {"max.", Affix::at_most},
    {"max", Affix::at_most},
    {"inferieur a", Affix::at_most},
    {"euros", Affix::euro},
    {"euro", Affix::euro},
    {"eur", Affix::euro},
    {"€", Affix::euro},
    {"$", Affix::other_currency},
    {"£", Affix::other_currency},
    {"usd", Affix::other_currency},
    {"chf", Affix::other_currency},
    {"gbp", Affix::other_currency},
    {"xpf", Affix::other_currency},
    {"total", Affix::label},
    {"nombre", Affix::label},
    {"effectif", Affix::label},
    {"soit", Affix::label},
    {"nb", Affix::label},
    {"montant", Affix::label},
    {"n=", Affix::label},
    {"n =", Affix::label},
    {":", Affix::label},
    {"=", Affix::label},
};

constexpr Word words_after[] = {
    {"%", Affix::percent},
    {"pour cent", Affix::percent},
    {"pourcent", Affix::percent},
    {"pct", Affix::percent},
    {"milliers d'euros", Affix::thousand},
    {"milliers", Affix::thousand},
    {"millier", Affix::thousand},
    {"mille", Affix::thousand},
    {"keuros", Affix::thousand},
    {"keuro", Affix::thousand},
    {"keur", Affix::thousand},
    {"k€", Affix::thousand},
    {"k", Affix::thousand},
    {"millions d'euros", Affix::million},
    {"millions", Affix::million},
    {"million", Affix::million},
    {"meuros", Affix::million},
    {"meur", Affix::million},
    {"mio", Affix::million},
    {"m €", Affix::million},
    {"m€", Affix::million},
    {"milliards", Affix::billion},
    {"milliard", Affix::billion},
    {"mds", Affix::billion},
    {"md€", Affix::billion},
    {"md", Affix::billion},
    {"d'euros", Affix::euro},
    {"euros", Affix::euro},
    {"euro", Affix::euro},
    {"eur", Affix::euro},
    {"€", Affix::euro},
    {"ttc", Affix::label},
    {"ht", Affix::label},
    {"dollars", Affix::other_currency},
    {"$", Affix::other_currency},
    {"£", Affix::other_currency},
    {"usd", Affix::other_currency},
    {"chf", Affix::other_currency},
    {"gbp", Affix::other_currency},
    {"xpf", Affix::other_currency},
    {"fcfp", Affix::other_currency},
    {"fcfa", Affix::other_currency},
    {"francs", Affix::other_currency},
    {"(environ)", Affix::approximate},
    {"environ", Affix::approximate},
    {"env.", Affix::approximate},
    {"env", Affix::approximate},
    {"approx.", Affix::approximate},
    {"approx", Affix::approximate},
    {"(estimation)", Affix::approximate},
    {"(estime)", Affix::approximate},
    {"(est.)", Affix::approximate},
    {"estimes", Affix::approximate},
    {"estime", Affix::approximate},
    {"en moyenne", Affix::approximate},
    {"?", Affix::approximate},
    {"(?)", Affix::approximate},
    {"et plus", Affix::at_least},
    {"et +", Affix::at_least},
    {"ou plus", Affix::at_least},
    {"+", Affix::at_least},
    {"minimum", Affix::at_least},
    {"mini", Affix::at_least},
    {"et moins", Affix::at_most},
    {"ou moins", Affix::at_most},
    {"maximum", Affix::at_most},
    {"maxi", Affix::at_most},
    {"max", Affix::at_most},
    {"personnes", Affix::persons},
    {"personne", Affix::persons},
    {"pers.", Affix::persons},
    {"pers", Affix::persons},
    {"participants", Affix::persons},
    {"participantes", Affix::persons},
    {"participant", Affix::persons},
    {"beneficiaires", Affix::persons},
    {"beneficiaire", Affix::persons},
    {"benef.", Affix::persons},
    {"benef", Affix::persons},
    {"habitants", Affix::persons},
    {"habitantes", Affix::persons},
    {"jeunes", Affix::persons},
    {"jeune", Affix::persons},
    {"enfants", Affix::persons},
    {"enfant", Affix::persons},
    {"adultes", Affix::persons},
    {"adulte", Affix::persons},
    {"femmes", Affix::persons},
    {"femme", Affix::persons},
    {"hommes", Affix::persons},
    {"homme", Affix::persons},
    {"filles", Affix::persons},
    {"garcons", Affix::persons},
    {"stagiaires", Affix::persons},
    {"salaries", Affix::persons},
    {"eleves", Affix::persons},
    {"parents", Affix::persons},
    {"usagers", Affix::persons},
    {"seniors", Affix::persons},
    {"familles", Affix::families},
    {"famille", Affix::families},
    {"foyers", Affix::families},
    {"foyer", Affix::families},
    {"menages", Affix::families},
    {"groupes", Affix::families},
    {"heures", Affix::hours},
    {"heure", Affix::hours},
    {"hrs", Affix::hours},
    {"h", Affix::hours},
    {"etpt", Affix::unit},
    {"etp", Affix::unit},
    {"mois", Affix::unit},
    {"semaines", Affix::unit},
    {"semaine", Affix::unit},
    {"jours", Affix::unit},
    {"jour", Affix::unit},
    {"ans", Affix::unit},
    {"annees", Affix::unit},
    {"minutes", Affix::unit},
    {"actions", Affix::unit},
    {"action", Affix::unit},
    {"seances", Affix::unit},
    {"seance", Affix::unit},
    {"ateliers", Affix::unit},
    {"postes", Affix::unit},
    {"places", Affix::unit},
    {"reunions", Affix::unit},
    {"reunion", Affix::unit},
    {"dossiers", Affix::unit},
    {"projets", Affix::unit},
    {"entreprises", Affix::unit},
    {"contrats", Affix::unit},
    {"sorties", Affix::unit},
    {"situations", Affix::unit},
    {",-", Affix::label},
    {".-", Affix::label},
    {"**", Affix::label},
    {"*", Affix::label},
    {".", Affix::label},
    {",", Affix::label},
    {";", Affix::label},
};

std::optional<AffixMatch> longest_match(std::string_view text, std::span<const Word> words)
{
    std::optional<AffixMatch> best;
    for (const Word& word : words) {
        std::string_view rest = text;
        if (!take_word(rest, word.word) || (best && best->length >= word.word.size())) continue;
        best = AffixMatch{word.affix, word.word.size()};
    }
    return best;
}

} // namespace

std::optional<AffixMatch> affix_before(std::string_view text)
{
    return longest_match(text, words_before);
}

std::optional<AffixMatch> affix_after(std::string_view text)
{
    return longest_match(text, words_after);
}

char sex_of(std::string_view word)
{
    constexpr std::string_view women[] = {"f", "femme", "femmes", "fem", "fille", "filles"};
    constexpr std::string_view men[] = {"h", "homme", "hommes", "hom", "garcon", "garcons", "m", "g"};
    if (std::find(std::begin(women), std::end(women), word) != std::end(women)) return 'f';
    if (std::find(std::begin(men), std::end(men), word) != std::end(men)) return 'h';
    return 0;
}

} // namespace bilan::intake
