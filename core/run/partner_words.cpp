// SPDX-License-Identifier: MPL-2.0
#include "run/partner_words.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <regex>
#include <string_view>
#include <utility>
#include <vector>

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

/// The text without the sentences that are for the officer. Sentences end with a full stop and a space.
std::string kept_sentences(std::string_view text)
{
    std::string kept;
    while (!text.empty()) {
        const std::size_t end = text.find(". ");
        const std::size_t size = end == std::string_view::npos ? text.size() : end + 2;
        if (!is_for_the_officer(text.substr(0, size))) kept += text.substr(0, size);
        text.remove_prefix(size);
    }
    return std::string(base::trim(kept));
}

/// « Demandez le nombre exact au partenaire » becomes « Donnez-nous le nombre exact ».
std::string asked_directly(std::string text)
{
    static const std::vector<std::pair<std::regex, const char*>> ways = [] {
        std::vector<std::pair<std::regex, const char*>> made;
        const auto add = [&](const char* pattern, const char* words) {
            made.emplace_back(std::regex(pattern, std::regex::icase), words);
        };
        add("demande[rz] au partenaire d'", "merci d'");
        add("demande[rz] au partenaire de ", "merci de ");
        add("demande[rz] au partenaire (lequel|laquelle|si|dans|ce) ", "dites-nous $1 ");
        add("demande[rz] au partenaire\\.", "dites-le-nous.");
        add("demande[rz] au partenaire ", "donnez-nous ");
        add("demande[rz] ([^.;]*?) au partenaire", "donnez-nous $1");
        add(" dans le fichier du partenaire", " dans votre fichier");
        add(" (auprès du|avec le) partenaire", "");
        return made;
    }();
    for (const auto& [pattern, words] : ways) text = std::regex_replace(text, pattern, words);
    return text;
}

/// A capital at the beginning of each sentence, which a replacement may have taken away.
std::string with_capitals(std::string text)
{
    bool begins = true;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (begins && text[at] >= 'a' && text[at] <= 'z') text[at] = static_cast<char>(text[at] - 'a' + 'A');
        begins = at > 0 && text[at] == ' ' && text[at - 1] == '.' && (at + 2 < text.size());
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
