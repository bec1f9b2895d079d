// SPDX-License-Identifier: MPL-2.0
#include "intake/header/label_path.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace bilan::intake {

namespace {

bool is_digit(char character)
{
    return character >= '0' && character <= '9';
}

/// « 26 ans », « de 26 ans », « 6 mois » right of a dash: the dash is a sign. « 50 ans et plus » says its bound itself.
bool is_below_a_bound(std::string_view leaf)
{
    const std::string folded = base::fold(leaf);
    std::string_view rest = folded;
    if (rest.starts_with("de ")) rest.remove_prefix(3);
    const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
    if (digits == 0) return false;
    const std::string_view after = base::trim(rest.substr(digits));
    if (after.empty()) return rest.size() < folded.size(); // « - de 26 », and not « Niveau - 3 »
    return after == "ans" || after == "an" || after == "mois";
}

/// Words that are no answers: « Commentaire - porteur » heads remarks, and no holders.
bool holds_words(const ContentProfile& content)
{
    return content.texts > content.ticks && content.is_mostly(content.texts - content.ticks);
}

bool has_letter(std::string_view text)
{
    return std::ranges::any_of(base::fold(text), [](char letter) { return letter >= 'a' && letter <= 'z'; });
}

} // namespace

std::optional<LabelPath> label_path(std::string_view label)
{
    constexpr std::size_t longest_group = 60;
    constexpr std::array<std::string_view, 6> signs{" - ", " – ", " — ", " / ", " : ", "\u00A0: "};
    std::size_t first = std::string_view::npos;
    std::string_view found;
    for (const std::string_view sign : signs)
        if (const std::size_t at = label.find(sign); at < first) {
            first = at;
            found = sign;
        }
    if (first == std::string_view::npos) return std::nullopt;
    const LabelPath path{base::trim(label.substr(0, first)), base::trim(label.substr(first + found.size()))};
    const bool is_path = !path.leaf.empty() && base::length(path.group) <= longest_group && has_letter(path.group) &&
                         (has_letter(path.leaf) || is_digit(path.leaf.front()));
    if (!is_path || is_below_a_bound(path.leaf)) return std::nullopt;
    return path;
}

std::vector<std::string> shared_groups(const std::vector<std::string>& labels)
{
    std::map<std::string, std::string> first_leaf;
    std::vector<std::string> shared;
    for (const std::string& label : labels) {
        const std::optional<LabelPath> path = label_path(label);
        if (!path) continue;
        std::string group = base::fold(path->group);
        const std::string leaf = base::fold(path->leaf);
        const auto [known, is_new] = first_leaf.try_emplace(group, leaf);
        if (is_new || known->second == leaf || std::ranges::find(shared, group) != shared.end()) continue;
        shared.push_back(std::move(group));
    }
    return shared;
}

void part_shared_groups(const Lexicon& lexicon, std::vector<HeaderColumn>& headers)
{
    std::vector<std::string> labels;
    for (const HeaderColumn& header : headers)
        if (header.levels.size() == 1) labels.push_back(header.levels.front());
    const std::vector<std::string> shared = shared_groups(labels);
    for (HeaderColumn& header : headers) {
        if (header.levels.size() != 1 || lexicon.knows(header.words.front()) || holds_words(header.content)) continue;
        const std::string written = header.levels.front();
        const std::optional<LabelPath> path = label_path(written);
        if (!path || std::ranges::find(shared, base::fold(path->group)) == shared.end()) continue;
        header.levels = {std::string(path->group), std::string(path->leaf)};
        header.words = {read_header(path->group), read_header(path->leaf)};
        header.carried = {false, false};
    }
}

} // namespace bilan::intake
