// SPDX-License-Identifier: MPL-2.0
#include "intake/value/named_persons.hpp"

#include "base/text.hpp"
#include "intake/value/addressed_names.hpp"
#include "intake/value/first_names.hpp"
#include "intake/value/name_bearers.hpp"
#include "intake/value/name_run.hpp"
#include "intake/value/name_words.hpp"

#include <algorithm>
#include <vector>

namespace bilan::intake {

namespace {

/// A name has a form of address or a first name in it: most texts have neither, and few words must be looked at.
bool may_name_somebody(std::string_view text)
{
    constexpr std::size_t longest_address = 12;
    for (std::string_view word = next_name_word(text, 0); !word.empty();
         word = next_name_word(text, static_cast<std::size_t>(word.end() - text.begin()))) {
        const auto first = static_cast<unsigned char>(word.front());
        const bool is_wide = first > 0xC3; // « ｍ » in a width of its own
        const bool may_address = first == 'm' || first == 'M' || first == 'D' || first == 'P' || is_wide;
        if (may_address && (is_wide || word.size() <= longest_address) && address_of(base::fold(word)) != Address::none)
            return true;
        if (begins_with_capital(word) && may_be_first_name(word) && is_compound_first_name(base::fold(word)))
            return true;
    }
    return false;
}

class PersonFinder {
public:
    explicit PersonFinder(std::string_view text) : text_(text), words_(name_words_of(text)) {}

    /// Words first..last-1 of each name, ascending.
    struct Name {
        std::size_t first = 0;
        std::size_t last = 0;
    };
    /// Those that a form of address tells.
    std::vector<Name> run_of_addressed()
    {
        std::vector<Name> names;
        for (std::size_t at = 0; at < words_.size(); ++at) {
            const std::size_t last = end_of_addressed(text_, words_, at, Wording::label);
            if (last == at) continue;
            names.push_back({at, last});
            at = last - 1;
        }
        return names;
    }
    std::vector<Name> run()
    {
        std::vector<Name> names;
        for (std::size_t at = 0; at < words_.size();) {
            Name name{at, end_of_addressed(text_, words_, at, Wording::sentence)};
            if (name.last == at && words_[at].has_capital) name.last = end_of_unaddressed(at, names);
            if (name.last <= at) {
                ++at;
                continue;
            }
            names.push_back(name);
            at = name.last;
        }
        return names;
    }
    [[nodiscard]] const NameWord& word(std::size_t at) const { return words_[at]; }

private:
    [[nodiscard]] std::size_t end_of_unaddressed(std::size_t at, const std::vector<Name>& before) const
    {
        if (begins_name(at)) return end_of_name(at);
        return is_alone(at, before) ? at + 1 : at;
    }

    [[nodiscard]] bool is_first(std::size_t at) const { return is_compound_first_name(words_[at].folded); }

    /// A first name and another name beside it, in either order.
    [[nodiscard]] bool begins_name(std::size_t at) const
    {
        if (at + 1 >= words_.size() || words_[at + 1].after_mark) return false;
        const bool is_usual = is_first(at) && (may_be_name(words_[at + 1]) || joins_names(words_[at + 1].folded));
        const bool is_turned = words_[at].is_capitals && !words_[at + 1].is_capitals && words_[at + 1].has_capital &&
                               is_first(at + 1) && !is_structure(at);
        return (is_usual || is_turned) && may_be_name(words_[at]);
    }

    /// « MJC » of « MJC Louis Aragon », and initials that nobody knows before somebody famous: no family name.
    [[nodiscard]] bool is_structure(std::size_t at) const
    {
        return bears_names(words_[at].folded) || is_famous(at + 1, end_of_run(words_, at + 1));
    }

    [[nodiscard]] std::size_t end_of_name(std::size_t at) const
    {
        const std::size_t end = end_of_run(words_, at);
        if (end < at + 2 || is_famous(at, end) || is_borne(words_, at)) return at;
        const bool is_part = words_[at].after_mark && words_[end - 1].before_mark;
        const bool is_written_as_name = has_one_in_capitals(at, end);
        return is_part || is_written_as_name || is_announced(at) ? end : at;
    }

    /// « Karim a trouvé un emploi », « Suivi de Samira et de Kevin »: a first name that does something, or for whom it
    /// is done.
    [[nodiscard]] bool is_alone(std::size_t at, const std::vector<Name>& before) const
    {
        constexpr std::size_t shortest = 3;
        if (words_[at].folded.size() < shortest || !is_first(at) || !may_be_name(words_[at]) || is_borne(words_, at))
            return false;
        if (at + 1 < words_.size() && !words_[at + 1].after_mark && does_something(at + 1)) return true;
        const bool is_followed = at + 1 < words_.size() && !words_[at + 1].after_mark && may_be_name(words_[at + 1]);
        if (is_followed) return false;
        std::size_t link = at;
        while (link > 0 && (leads_to_name(words_[link - 1].folded) || words_[link - 1].folded == "et")) --link;
        if (link > 0 && link < at && is_done_for_somebody(words_[link - 1].folded)) return true;
        return !before.empty() && before.back().last == link && link < at;
    }

    /// « a » and « est », not « à » and « Est ».
    [[nodiscard]] bool does_something(std::size_t at) const
    {
        constexpr std::string_view verbs[] = {"a",        "est",      "suit",      "va",        "vient",   "avait",
                                              "sera",     "souhaite", "recherche", "travaille", "habite",  "cherche",
                                              "commence", "reprend",  "poursuit",  "participe", "obtient", "trouve",
                                              "pilote",   "anime",    "coordonne", "gère",      "dirige",  "porte"};
        const std::string_view written = text_.substr(words_[at].begin, words_[at].end - words_[at].begin);
        return std::find(std::begin(verbs), std::end(verbs), written) != std::end(verbs);
    }

    [[nodiscard]] bool has_one_in_capitals(std::size_t first, std::size_t last) const
    {
        std::size_t capitals = 0;
        for (std::size_t at = first; at < last; ++at)
            if (words_[at].is_capitals) ++capitals;
        return capitals > 0 && capitals < last - first;
    }

    [[nodiscard]] bool is_famous(std::size_t first, std::size_t last) const
    {
        std::string name;
        for (std::size_t at = first; at < last; ++at) name += (name.empty() ? "" : " ") + words_[at].folded;
        return is_famous_name(name);
    }

    /// « Animatrice Jeanne Valmont », « Accompagnement de Jeanne Valmont ».
    [[nodiscard]] bool is_announced(std::size_t at) const
    {
        if (at == 0 || announces_person(words_[at - 1].folded) || is_asked_for(words_[at - 1].folded)) return at > 0;
        std::size_t before = at;
        while (before > 0 && leads_to_name(words_[before - 1].folded)) --before;
        return before > 0 && before < at && is_done_for_somebody(words_[before - 1].folded);
    }

    /// « Contacter Jeanne Valmont ».
    static bool is_asked_for(std::string_view folded)
    {
        constexpr std::string_view words[] = {"contact", "contacter", "contactez", "joindre", "appeler", "solliciter"};
        return std::find(std::begin(words), std::end(words), folded) != std::end(words);
    }

    static bool is_done_for_somebody(std::string_view folded)
    {
        constexpr std::string_view words[] = {"accompagnement", "suivi",       "situation", "entretien", "dossier",
                                              "temoignage",     "recrutement", "embauche",  "cas",       "parcours",
                                              "fils",           "fille",       "mere",      "pere",      "soeur",
                                              "frere",          "epouse",      "mari",      "maman",     "papa"};
        return std::find(std::begin(words), std::end(words), folded) != std::end(words);
    }

    std::string_view text_;
    std::vector<NameWord> words_;
};

/// Without the marks and blanks that stand alone now.
std::string tidied(std::string text)
{
    for (const std::string_view empty : {"()", "( )", "[]"}) text = base::replace_all(text, empty, "");
    std::string one_spaced;
    for (const char character : text)
        if (character != ' ' || (!one_spaced.empty() && one_spaced.back() != ' ')) one_spaced += character;
    constexpr std::string_view marks = " -/,;:";
    std::string_view rest = one_spaced;
    while (!rest.empty() && marks.find(rest.front()) != std::string_view::npos) rest.remove_prefix(1);
    while (!rest.empty() && marks.find(rest.back()) != std::string_view::npos) rest.remove_suffix(1);
    for (const std::string_view dash : {"–", "—"}) {
        if (rest.ends_with(dash)) rest.remove_suffix(dash.size());
        if (rest.starts_with(dash)) rest.remove_prefix(dash.size());
    }
    return std::string(base::trim(rest));
}

WithoutPersons without(std::string_view text, const PersonFinder& finder, const std::vector<PersonFinder::Name>& names)
{
    if (names.empty()) return {std::string(text), 0};
    WithoutPersons kept{{}, names.size()};
    std::size_t at = 0;
    for (const PersonFinder::Name& name : names) {
        const NameWord& first = finder.word(name.first);
        const NameWord& last = finder.word(name.last - 1);
        kept.text += text.substr(at, first.begin - at);
        if (!first.after_mark || !last.before_mark) kept.text += "[…]"; // inside a sentence, which goes on
        at = last.end;
    }
    kept.text += text.substr(at);
    kept.text = tidied(std::move(kept.text));
    return kept;
}

} // namespace

WithoutPersons without_named_persons(std::string_view text)
{
    if (!may_name_somebody(text)) return {std::string(text), 0};
    PersonFinder finder(text);
    return without(text, finder, finder.run());
}

WithoutPersons without_addressed_persons(std::string_view text)
{
    if (!may_name_somebody(text)) return {std::string(text), 0};
    PersonFinder finder(text);
    return without(text, finder, finder.run_of_addressed());
}

bool names_persons(std::string_view text)
{
    return may_name_somebody(text) && !PersonFinder(text).run().empty();
}

} // namespace bilan::intake
