// SPDX-License-Identifier: MPL-2.0
#include "intake/header/ruled_out.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <string_view>

namespace bilan::intake {

namespace {

using Words = std::span<const std::string_view>;

constexpr std::array<std::string_view, 9> money_words{"subvention", "cout",    "montant", "budget",       "financement",
                                                      "credit",     "depense", "recette", "cofinancement"};
constexpr std::array<std::string_view, 8> mean_words{"moyen",   "moyenne",  "moyennes", "moy",
                                                     "horaire", "unitaire", "median",   "mediane"};
// Without « public »: « fonds publics » are money.
constexpr std::array<std::string_view, 8> people_words{"beneficiaire", "participant", "personne", "jeune",
                                                       "stagiaire",    "habitant",    "usager",   "effectif"};
constexpr std::array<std::string_view, 2> number_words{"nombre", "effectif"};
constexpr std::array<std::string_view, 1> project_words{"projet"};
constexpr std::array<std::string_view, 1> mark_words{"note"};
constexpr std::array<std::string_view, 3> time_words{"heure", "jour", "semaine"};

bool is_one_of(Words words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

void gather(const HeaderWords& header, Words wanted, std::vector<std::string>& found)
{
    for (const std::vector<std::string>* tokens : {&header.tokens, &header.aside})
        std::copy_if(tokens->begin(), tokens->end(), std::back_inserter(found),
                     [&](const std::string& token) { return is_one_of(wanted, token); });
}

bool has_foreign(const std::vector<std::string>& said, const std::unordered_set<std::string>& own)
{
    return std::any_of(said.begin(), said.end(), [&](const std::string& word) { return !own.contains(word); });
}

/// The words of a text, and `/` as one.
std::vector<std::string> spoken(std::string_view folded)
{
    std::vector<std::string> words;
    std::string word;
    for (const char character : std::string(folded) + ' ') {
        const bool is_word = (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
        if (is_word) {
            word += character;
            continue;
        }
        if (!word.empty()) words.push_back(word);
        word.clear();
        if (character == '/') words.emplace_back("/");
    }
    return words;
}

/// « par bénéficiaire », « par heure »; after a word of money also « / pers. ».
bool says_per_head(const std::vector<std::string>& words, bool speaks_of_money)
{
    constexpr std::array<std::string_view, 27> heads{
        "beneficiaire", "beneficiaires", "benef",     "participant", "participants", "personne", "personnes",
        "pers",         "action",        "actions",   "projet",      "habitant",     "hab",      "jeune",
        "stagiaire",    "salarie",       "usager",    "parcours",    "sortie",       "heure",    "mois",
        "jour",         "seance",        "structure", "famille",     "enfant",       "tete"};
    for (std::size_t at = 0; at + 1 < words.size(); ++at) {
        const bool is_per = words[at] == "par" || (words[at] == "/" && speaks_of_money && at > 0);
        if (is_per && is_one_of(heads, words[at + 1])) return true;
    }
    return false;
}

/// « Nb QPV » is what partners write for people; nothing but one to five says how many places just as well.
bool may_count_places(const std::vector<std::string>& words, const ContentProfile& content)
{
    constexpr double most_places = 5; // of one action
    constexpr std::array<std::string_view, 3> numbers{"nb", "nbre", "nbr"};
    return words.size() == 2 && is_one_of(numbers, words[0]) && words[1] == "qpv" && content.largest > 0 &&
           content.largest <= most_places;
}

/// « Nombre de QPV », « Nb QPV touchés », « QPV (nombre) »: places, and no word of whoever lives there.
bool says_places(const std::vector<std::string>& words)
{
    constexpr std::array<std::string_view, 5> numbers{"nombre", "nb", "nbre", "nbr", "nombres"};
    constexpr std::array<std::string_view, 10> places{"qpv",      "qpvs",    "qp",         "quartier",    "quartiers",
                                                      "communes", "commune", "territoire", "territoires", "villes"};
    constexpr std::array<std::string_view, 8> of_places{"concerne", "concernes", "concernees", "touches",
                                                        "touchees", "couverts",  "couvertes",  "couvert"};
    constexpr std::array<std::string_view, 10> beside{"prioritaire", "prioritaires", "politique", "de", "la",
                                                      "ville",       "par",          "action",    "d",  "total"};
    if (words.size() == 2 && is_one_of(places, words[0])) return is_one_of(numbers, words[1]);
    std::size_t at = 1;
    if (at < words.size() && words[at] == "total") ++at;
    const bool is_number_of = at < words.size() && (words[at] == "de" || words[at] == "des");
    if (is_number_of) ++at;
    if (at >= words.size() || !is_one_of(numbers, words[0]) || !is_one_of(places, words[at])) return false;
    bool is_of_places = is_number_of;
    for (const std::string& word : std::span(words).subspan(at)) {
        is_of_places = is_of_places || is_one_of(of_places, word);
        if (!is_one_of(of_places, word) && !is_one_of(beside, word) && !is_one_of(places, word)) return false;
    }
    return is_of_places;
}

/// « (/5) », « sur 10 », « note de 1 à 5 »: a scale that is none of percents.
bool says_scale(std::string_view folded)
{
    constexpr std::array<std::string_view, 5> tops{"4", "5", "10", "20", "6"};
    const std::vector<std::string> words = spoken(folded);
    for (std::size_t at = 1; at < words.size(); ++at) {
        const bool is_of = words[at - 1] == "/" || words[at - 1] == "sur";
        const bool is_to = at > 1 && words[at - 1] == "a" && (words[at - 2] == "0" || words[at - 2] == "1");
        const bool is_range = words[at - 1] == "1" && folded.find("1-" + words[at]) != std::string_view::npos;
        if ((is_of || is_to || is_range) && is_one_of(tops, words[at])) return true;
    }
    return false;
}

/// « Durée (mois) », « Durée en jours »: no hours.
bool says_other_time(const HeaderColumn& column)
{
    constexpr std::array<std::string_view, 11> times{"mois", "jour",   "journe", "semaine", "an", "ans",
                                                     "anne", "minute", "min",    "seance",  "j"};
    constexpr std::array<std::string_view, 1> hours{"heure"};
    if (column.unit == "mois" || column.unit == "jours" || column.unit == "semaines") return true;
    std::vector<std::string> said;
    gather(column.leaf(), hours, said);
    if (!said.empty() || column.unit == "h") return false;
    gather(column.leaf(), times, said);
    // « Durée », « Durée de l'action » do not say of what.
    const bool says_no_unit =
        column.unit.empty() && std::ranges::all_of(column.leaf().tokens, [](const std::string& token) {
            return token == "dure" || token == "action" || token == "projet";
        });
    return !said.empty() || says_no_unit;
}

bool says_share(const HeaderColumn& column)
{
    return column.unit == "%" ||
           std::ranges::any_of(column.words, [](const HeaderWords& words) { return words.is_rate; });
}

/// Whole numbers without a sign, below a header that says no share: counts where it says « dont », steps of a scale
/// where none goes beyond 3, numbers of people where one goes beyond 100. Nobody can tell that 2 is 2 % there.
bool are_no_shares(const HeaderColumn& column)
{
    constexpr double highest_step = 3;
    constexpr double all_of_them = 100;
    constexpr std::uint32_t fewest = 2;
    const ContentProfile& content = column.content;
    if (says_share(column)) return false;
    if (content.numbers < fewest || content.fractions > 0 || content.largest <= 1) return false;
    const std::vector<std::string> words = spoken(base::fold(column.levels.back()));
    const bool is_part = !words.empty() && words.front() == "dont";
    return is_part || content.largest <= highest_step || content.largest > all_of_them;
}

/// « Satisfaction » above 4.2 and 3.8, which are 4.2 % or 4.2 of 5.
bool is_scale_of_satisfaction(const HeaderColumn& column)
{
    const double highest = says_share(column) ? 5 : 10;
    return column.content.largest > 1.5 && column.content.largest <= highest;
}

} // namespace

bool names_credits(const HeaderWords& group)
{
    constexpr std::array<std::string_view, 3> natures{"droit commun", "credit", "specifique"};
    return group.folded == "dc" ||
           std::ranges::any_of(natures, [&](std::string_view nature) { return group.folded.starts_with(nature); });
}

std::string unit_mark(std::string_view unit)
{
    return unit.empty() ? std::string() : '(' + std::string(unit) + ')';
}

RuledOut::RuledOut(const HeaderColumn& column)
{
    if (!column.has_header()) return;
    gather(column.leaf(), money_words, money_);
    gather(column.leaf(), people_words, people_);
    gather_group_of_money(column);
    gather(column.leaf(), time_words, times_);
    for (std::size_t level = 0; level < column.words.size(); ++level) {
        const std::vector<std::string> words = spoken(base::fold(column.levels[level]));
        // « Moyens humains » are no mean: as written, not as brought to one form.
        std::copy_if(words.begin(), words.end(), std::back_inserter(means_),
                     [](const std::string& word) { return is_one_of(mean_words, word); });
        is_per_head_ = is_per_head_ || says_per_head(words, !money_.empty());
    }
    is_euro_ = column.unit.ends_with("\xE2\x82\xAC");
    unit_ = unit_mark(column.unit);
    is_month_ = column.unit == "mois";
    is_time_ = column.unit == "h" || column.unit == "jours" || column.unit == "semaines";
    is_no_share_ = are_no_shares(column) || says_scale(base::fold(column.levels.back()));
    may_be_scale_ = is_scale_of_satisfaction(column);
    is_other_time_ = says_other_time(column);
    gather(column.leaf(), number_words, numbers_);
    gather(column.leaf(), project_words, projects_);
    gather(column.leaf(), mark_words, marks_);
    if (column.unit == "nb") numbers_.emplace_back("nombre");
    says_share_ = says_share(column);
    is_part_ = !column.leaf().tokens.empty() && column.leaf().tokens.front() == "dont";
    // Under a group « Bénéficiaires », « QPV (nombre) » counts people.
    const std::vector<std::string> words = spoken(base::fold(column.levels.back()));
    counts_places_ = column.words.size() == 1 && (says_places(words) || may_count_places(words, column.content));
}

/// « Droit commun / Réalisé », « Crédits spécifiques / Prévu »: no people, where no word of the header is of them.
void RuledOut::gather_group_of_money(const HeaderColumn& column)
{
    std::vector<std::string> people;
    for (const HeaderWords& words : column.words) gather(words, people_words, people);
    if (column.words.size() < 2 || !people.empty() || !money_.empty()) return;
    for (std::size_t level = 0; level + 1 < column.words.size(); ++level) {
        if (names_credits(column.words[level])) money_.emplace_back("credit");
    }
}

bool RuledOut::holds(const data::Field& field, const std::unordered_set<std::string>& words_of_field) const
{
    const bool counts = field.type == data::FieldType::count;
    const bool is_amount = field.type == data::FieldType::euro;
    const bool is_rate = field.type == data::FieldType::rate;
    if (is_rate && (is_no_share_ || (may_be_scale_ && words_of_field.contains("satisfaction")))) return true;
    // « Nb familles monoparentales »
    if (is_rate && !says_share_ && has_foreign(numbers_, words_of_field)) return true;
    if (is_rate && !says_share_ && has_foreign(marks_, words_of_field)) return true; // « Satisfaction (note) »
    // « Nb projets FPH » is no amount.
    const bool is_counted = has_foreign(numbers_, words_of_field) || has_foreign(projects_, words_of_field);
    if (is_amount && money_.empty() && !is_euro_ && is_counted) return true;
    if ((counts || is_amount) && (is_per_head_ || has_foreign(means_, words_of_field))) return true;
    // « Bénéficiaires réalisés » are no cost.
    if (is_amount && money_.empty() && !is_euro_ && has_foreign(people_, words_of_field)) return true;
    const bool is_name = field.type == data::FieldType::code || field.type == data::FieldType::choices;
    const bool is_number = field.type == data::FieldType::number;
    if ((counts || is_number || is_name) && has_foreign(money_, words_of_field)) return true;
    if ((counts || is_name) && is_euro_) return true;
    if (is_name && counts_places_) return true;
    if (is_part_ && field.type == data::FieldType::choices && field.vocabulary == "territoire")
        return true; // « dont QPV » counts people, in words too
    // « Durée moy. (h) » is what a field of that very header asks for.
    const bool is_own_unit = !unit_.empty() && words_of_field.contains(unit_);
    const bool is_timed = !is_own_unit && (is_time_ || has_foreign(times_, words_of_field));
    const bool is_of_time = !is_own_unit && (is_time_ || is_month_);
    if (is_amount) return is_of_time;
    if (counts) return field.people && (is_timed || is_of_time || counts_places_);
    const bool lasts = is_number && words_of_field.contains("dure");
    if (lasts && words_of_field.contains("heure") && is_other_time_) return true;
    return lasts && is_timed && !words_of_field.contains("heure");
}

} // namespace bilan::intake
