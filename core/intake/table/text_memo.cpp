// SPDX-License-Identifier: MPL-2.0
#include "intake/table/text_memo.hpp"

#include "base/openings.hpp"
#include "base/text.hpp"
#include "intake/table/whole_words.hpp"

#include <algorithm>
#include <array>

namespace bilan::intake {

namespace {

constexpr std::size_t longest_judged = 160; ///< characters; what decides stands at the beginning

// Whole words at the beginning of a folded text, the longest first among those that begin alike.
constexpr std::array<Opening, 73> openings{{
    {"soit un total", Word::total},
    {"soit au total", Word::total},
    {"soit total", Word::total},
    {"au total", Word::total},
    {"montant total", Word::total_phrase},
    {"sous-total", Word::subtotal},
    {"sous total", Word::subtotal},
    {"soustotal", Word::subtotal},
    {"s/total", Word::subtotal},
    {"s/t", Word::subtotal},
    {"s/s total", Word::subtotal},
    {"ss-total", Word::subtotal},
    {"ss total", Word::subtotal},
    {"s-total", Word::subtotal},
    {"subtotal", Word::subtotal},
    {"grand total", Word::total},
    {"total", Word::total},
    {"totaux", Word::total},
    {"cumul", Word::total},
    {"somme", Word::total},
    {"ensemble", Word::total},
    {"moyenne", Word::statistic},
    {"mediane", Word::statistic},
    {"% du total", Word::statistic},
    {"part du total", Word::statistic},
    {"en % du total", Word::statistic},
    {"montant moyen", Word::remainder},
    {"montant median", Word::remainder},
    {"cout moyen", Word::remainder},
    {"nombre moyen", Word::remainder},
    {"effectif moyen", Word::remainder},
    {"subvention moyenne", Word::remainder},
    {"ecart type", Word::remainder},
    {"nb d'actions", Word::statistic},
    {"nombre d'actions", Word::statistic},
    {"nombre total d'actions", Word::statistic},
    {"enveloppe", Word::remainder},
    {"reste a", Word::remainder},
    {"reste disponible", Word::remainder},
    {"reliquat", Word::remainder},
    {"solde", Word::remainder},
    {"disponible", Word::remainder},
    {"dont", Word::remainder},
    {"ecart", Word::remainder},
    {"taux", Word::remainder},
    {"nb moyen", Word::remainder},
    {"nbre moyen", Word::remainder},
    {"nb", Word::plain},
    {"n.b.", Word::note},
    {"nota", Word::note},
    {"commentaire :", Word::note},
    {"commentaires :", Word::note},
    {"observation :", Word::note},
    {"observations :", Word::note},
    {"champ :", Word::note},
    {"(*)", Word::note},
    {"(**)", Word::note},
    {"(1)", Word::note},
    {"(2)", Word::note},
    {"(3)", Word::note},
    {"a reporter", Word::carried},
    {"certifie", Word::footer},
    {"fait a", Word::footer},
    {"fait le", Word::footer},
    {"edite le", Word::footer},
    {"document edite", Word::footer},
    {"export du", Word::footer},
    {"extraction du", Word::footer},
    {"extrait le", Word::footer},
    {"mis a jour le", Word::footer},
    {"mise a jour le", Word::footer},
    {"date d'edition", Word::footer},
    {"date de mise a jour", Word::footer},
}};

// Names of associations begin with these too (« Source d'espoir », « Lecture pour tous »): alone, or before a colon.
constexpr std::array<Opening, 28> captions{{
    {"consolidation", Word::footer}, // ends the exports of a State application
    {"note", Word::note},
    {"notes", Word::note},
    {"remarque", Word::note},
    {"remarques", Word::note},
    {"lecture", Word::note},
    {"attention", Word::note},
    {"legende", Word::note},
    {"source", Word::footer},
    {"sources", Word::footer},
    {"signature", Word::footer},
    {"signatures", Word::footer},
    {"signe", Word::footer},
    {"cachet", Word::footer},
    {"visa", Word::footer},
    {"le president", Word::footer},
    {"la presidente", Word::footer},
    {"le directeur", Word::footer},
    {"la directrice", Word::footer},
    {"le tresorier", Word::footer},
    {"la tresoriere", Word::footer},
    {"le maire", Word::footer},
    {"la maire", Word::footer},
    {"le responsable", Word::footer},
    {"la responsable", Word::footer},
    {"lu et approuve", Word::footer},
    {"bon pour accord", Word::footer},
    {"nom et signature", Word::footer},
}};

// Words that may follow a total word without making it the name of something.
constexpr std::array<std::string_view, 12> total_tails{"general",    "generaux", "global", "colonne",
                                                       "colonnes",   "lignes",   "cumule", "annuel",
                                                       "des lignes", "final",    "ttc",    "ht"};

/// « 2023 », « exercice 2023 », « 2022-2023 » behind a total word.
bool is_period(std::string_view rest)
{
    for (const std::string_view word : {"exercice ", "annee ", "de l'annee ", "de l'exercice ", "au ", "en "})
        if (rest.starts_with(word)) rest.remove_prefix(word.size());
    const bool has_year = rest.starts_with("20") || rest.starts_with("19") || rest.find('/') == 2; // « au 30/06 »
    return has_year && rest.find_first_not_of("0123456789-/ ") == std::string_view::npos;
}

/// « Évolution », « Variation N/N-1 », « Évolution en % »: « Évolution numérique » is an action.
bool compares_periods(std::string_view text)
{
    for (const std::string_view word : {"evolution", "variation"}) {
        if (!opens_with(text, word)) continue;
        const std::string_view rest = base::trim(text.substr(word.size()));
        if (without_punctuation(rest).empty() || rest.front() == '%' || rest.front() == '(' || is_period(rest))
            return true;
        for (const std::string_view next : {"n", "en %", "en pourcentage", "par rapport a"})
            if (opens_with(rest, next)) return true;
    }
    return false;
}

Word total_kind(std::string_view text, const Opening& opening)
{
    const std::string_view rest = without_punctuation(text.substr(opening.words.size()));
    if (rest.empty() || std::find(total_tails.begin(), total_tails.end(), rest) != total_tails.end())
        return opening.word;
    // « Total : 7 000 € »
    const bool tells_sum = base::trim(text.substr(opening.words.size())).starts_with(':') && is_number(rest);
    if (tells_sum || is_period(rest) || opening.words.starts_with("soit")) return opening.word;
    if (opening.word == Word::subtotal) return Word::subtotal;
    // « Ensemble pour l'emploi » is an association, « Ensemble des actions » and « Ensemble QPV » are totals.
    const bool is_name = opening.words == "ensemble" || opening.words == "cumul" || opening.words == "somme";
    constexpr std::array<std::string_view, 7> places{"qpv",         "quartiers", "communes",        "territoires",
                                                     "departement", "agglo",     "contrat de ville"};
    const bool is_of_places =
        std::ranges::any_of(places, [&](std::string_view place) { return rest.starts_with(place); });
    if (is_name && !is_of_places && !rest.starts_with("de") && !rest.starts_with("du ")) return Word::plain;
    return Word::total_phrase;
}

/// « Moyenne par action », « Moyenne QPV »; « Moyenne section : langage » is an action, and « Moyenne Vallée Emploi »
/// an association: what such a word opens may be the name of anything, and counts only in a row without other texts.
Word average_kind(std::string_view text, const Opening& opening)
{
    constexpr std::array<std::string_view, 26> tails{
        "de",       "des",         "du",     "d'",      "par",    "en",     "sur",    "hors",   "(",
        "general",  "global",      "arithm", "pondere", "simple", "annuel", "nation", "france", "qpv",
        "quartier", "departement", "region", "epci",    "agglo",  "commun", "pilier", "tous"};
    if (opening.words != "moyenne" && opening.words != "mediane") return opening.word;
    const std::string_view rest = without_punctuation(text.substr(opening.words.size()));
    const bool is_statistic = rest.empty() || is_period(rest) || rest.find_first_of("0123456789%") == 0 ||
                              std::ranges::any_of(tails, [&](std::string_view tail) { return rest.starts_with(tail); });
    return is_statistic ? opening.word : Word::remainder;
}

bool is_example(std::string_view text)
{
    for (const std::string_view mark : {"ligne exemple", "ligne d'exemple", "lignes d'exemple"})
        if (text == mark || (text.starts_with(mark) && text.ends_with(':'))) return true;
    const bool may_be = std::string_view("ep([").find(text.front()) != std::string_view::npos || text.back() == ')';
    if (!may_be) return false;
    for (const std::string_view mark :
         {"ex :", "ex:", "ex. :", "ex.:", "exemple :", "exemple:", "example:", "example :", "par ex", "p. ex", "ex. "})
        if (text.starts_with(mark)) return true;
    return text == "exemple" || text == "ex" || text == "ex." || text.starts_with("(ex") ||
           text.ends_with("(exemple)") || text.ends_with("(ex)") || text.starts_with("exemple de ") ||
           text == "exemples" || text.starts_with("exemples :") || text.starts_with("exemples:") ||
           text.starts_with("exemples de ") || text.starts_with("[exemple");
}

bool is_filler(std::string_view text)
{
    for (const char character : text)
        if (std::string_view("-_./=*~ ").find(character) == std::string_view::npos) return false;
    return true;
}

Word word_of_folded(std::string_view text)
{
    if (text.empty()) return Word::blank;
    if (is_filler(text)) return Word::filler;
    if (is_number(text)) return Word::number;
    if (text.front() == '*') return Word::note;
    if (is_example(text)) return Word::example;
    if (text.starts_with("nb :") || text.starts_with("nb:") || text.starts_with("n.b")) return Word::note;
    if (compares_periods(text)) return Word::remainder;
    for (const Opening& opening : openings) {
        if (opening.words.front() != text.front() || !opens_with(text, opening.words)) continue;
        if (opening.word == Word::total || opening.word == Word::subtotal) return total_kind(text, opening);
        if (opening.word == Word::statistic) return average_kind(text, opening);
        return opening.word;
    }
    for (const Opening& caption : captions) {
        if (caption.words.front() != text.front() || !opens_with(text, caption.words)) continue;
        const std::string_view rest = base::trim(text.substr(caption.words.size()));
        const bool is_before_name = caption.words.starts_with("l") && rest.starts_with(','); // « Le président, … »
        if (rest.empty() || rest.front() == ':' || rest.front() == '!' || is_before_name) return caption.word;
    }
    return word_of_whole(text);
}

/// Most texts of a table begin with two letters that open none of the words above.
bool may_be_sign(std::string_view text)
{
    static const base::Openings openers = [] {
        base::Openings made;
        for (const Opening& opening : openings) made.add(opening.words);
        for (const Opening& caption : captions) made.add(caption.words);
        for (const std::string_view word : first_words_of_wholes()) made.add(word);
        for (const std::string_view mark : {"ex", "par ex", "ligne", "evolution", "variation"}) made.add(mark);
        return made;
    }();
    if (text.ends_with(')')) return true; // « (exemple) »
    for (const std::string_view end :
         {"cumul", "Cumul", "CUMUL", "cumulé", "cumulée"}) // « T1-T2 cumul », « année cumulée »
        if (text.ends_with(end)) return true;
    return openers.may_begin(text);
}

} // namespace

Word word_of(std::string_view text)
{
    if (base::trim(text).empty()) return Word::blank;
    const std::string folded = base::fold(base::head(text, longest_judged));
    const Word word = word_of_folded(folded);
    return word == Word::plain && folded.ends_with("(exemple)") ? Word::example : word;
}

Word TextMemo::word(TextPool::Id text)
{
    Word& word = words_[text];
    if (word != Word::unseen) return word;
    const std::string_view raw = book_->texts.at(text);
    word = may_be_sign(raw) ? word_of(raw) : Word::plain;
    return word;
}

const std::string& TextMemo::folded(TextPool::Id text)
{
    const auto [entry, is_new] = folded_.try_emplace(text);
    if (is_new) entry->second = base::fold(book_->texts.at(text));
    return entry->second;
}

} // namespace bilan::intake
