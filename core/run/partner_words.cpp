// SPDX-License-Identifier: MPL-2.0
#include "run/partner_words.hpp"

#include "base/sentence.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace bilan::run {

namespace {

/// Columns that nothing was made of: the partner is asked what they hold, whatever bilan took them for.
bool is_unread_column(std::string_view code)
{
    constexpr std::array<std::string_view, 6> codes{"BIL-266", "BIL-267", "BIL-271", "BIL-821", "BIL-825", "BIL-842"};
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

/// What only means something to whoever runs bilan.
bool is_for_the_officer(std::string_view sentence)
{
    constexpr std::array<std::string_view, 4> marks{"mappings.toml", "--", "bilan inspecter", "Rien à faire"};
    return std::any_of(marks.begin(), marks.end(),
                       [&](std::string_view mark) { return sentence.find(mark) != std::string_view::npos; });
}

/// The text without the sentences that are for the officer.
std::string kept_sentences(std::string_view text)
{
    std::string kept;
    while (!text.empty()) {
        const std::size_t size = std::min(base::sentence_end(text), text.size());
        if (!is_for_the_officer(text.substr(0, size))) kept += text.substr(0, size);
        text.remove_prefix(size);
    }
    return std::string(base::trim(kept));
}

/// What stands after « Demandez au partenaire » and what « Demandez au partenaire » becomes before it. The first that
/// fits is taken.
struct Turn {
    std::string_view begins;
    std::string_view words;
};

constexpr std::array<Turn, 9> turns{{{"d'", "Merci d'"},
                                     {"de ", "Merci de "},
                                     {"lequel ", "Dites-nous lequel "},
                                     {"laquelle ", "Dites-nous laquelle "},
                                     {"si ", "Dites-nous si "},
                                     {"dans ", "Dites-nous dans "},
                                     {"ce ", "Dites-nous ce "},
                                     {".", "Dites-le-nous."},
                                     {"", "Donnez-nous "}}};

/// What `rest`, the text after « Demandez », becomes; nothing when it asks nobody.
std::optional<std::string> turned(std::string_view rest)
{
    constexpr std::string_view partner = " au partenaire";
    if (rest.starts_with(partner)) {
        rest.remove_prefix(partner.size());
        if (rest.starts_with(' ')) rest.remove_prefix(1);
        for (const Turn& turn : turns)
            if (rest.starts_with(turn.begins)) return std::string(turn.words).append(rest.substr(turn.begins.size()));
    }
    const std::size_t at = rest.find(partner);
    if (at == std::string_view::npos || rest.substr(0, at).find_first_of(".;") != std::string_view::npos) return {};
    return std::string("Donnez-nous").append(rest.substr(0, at)).append(rest.substr(at + partner.size()));
}

/// « Demandez le nombre exact au partenaire » becomes « Donnez-nous le nombre exact ». Plain searches and no
/// regular expression: the sentence quotes what a partner wrote, and std::regex recurses once per character.
std::string asked_directly(std::string text)
{
    constexpr std::array<std::string_view, 4> verbs{"Demandez", "demandez", "Demander", "demander"};
    for (const std::string_view verb : verbs)
        for (std::size_t at = text.find(verb); at != std::string::npos; at = text.find(verb, at + 1)) {
            std::optional<std::string> direct = turned(std::string_view(text).substr(at + verb.size()));
            if (!direct) continue;
            if (verb.front() == 'd') direct->front() = direct->front() == 'M' ? 'm' : 'd';
            text.replace(at, std::string::npos, *direct);
        }
    text = base::replace_all(text, " dans le fichier du partenaire", " dans votre fichier");
    text = base::replace_all(text, "Faites-le confirmer par le partenaire", "Merci de nous le confirmer");
    for (const std::string_view beside : {" auprès du partenaire", " avec le partenaire"})
        text = base::replace_all(text, beside, "");
    return text;
}

/// A capital at the beginning of each sentence, which a replacement may have taken away.
std::string with_capitals(std::string text)
{
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] >= 'a' && text[at] <= 'z') text[at] = static_cast<char>(text[at] - 'a' + 'A');
        const std::size_t end = base::sentence_end(std::string_view(text).substr(at));
        if (end == std::string::npos) break;
        at += end;
    }
    return text;
}

} // namespace

std::string partner_words(const intake::Finding& finding)
{
    if (is_unread_column(finding.message.code))
        return base::render({finding.message.code == "BIL-842" ? "BIL-851" : "BIL-850",
                             {finding.message.code == "BIL-842" ? finding.message.arguments.front() : finding.header}},
                            base::Language::french);
    std::string kept = kept_sentences(finding.sentence(base::Language::french));
    if (kept.empty()) kept = base::render({"BIL-852", {}}, base::Language::french);
    return with_capitals(asked_directly(std::move(kept)));
}

} // namespace bilan::run
