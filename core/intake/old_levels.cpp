// SPDX-License-Identifier: MPL-2.0
#include "intake/old_levels.hpp"

#include "base/text.hpp"
#include "intake/header/families.hpp"
#include "intake/header/header_pieces.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace bilan::intake {

namespace {

// From the lowest on.
constexpr std::array<std::string_view, 8> numerals{"vi", "vi et v bis", "v bis", "v", "iv", "iii", "ii", "i"};

std::optional<std::size_t> numeral_of(const HeaderColumn& header)
{
    if (!header.has_header()) return std::nullopt;
    std::string folded = header.leaf().folded;
    if (folded == "vbis") folded = "v bis";
    const auto found = std::ranges::find(numerals, folded);
    if (found == numerals.end()) return std::nullopt;
    return static_cast<std::size_t>(found - numerals.begin());
}

bool has_piece(std::string_view folded, std::string_view wanted)
{
    return std::ranges::count(header_pieces(folded), wanted) > 0;
}

/// The group over « F » or « H » alone, folded; empty for any other header.
std::string group_over_sex(const HeaderColumn& header)
{
    const bool is_of_sex = header.words.size() == 2 && header.leaf().tokens.size() == 1 &&
                           (header.leaf().tokens.front() == "femme" || header.leaf().tokens.front() == "homme");
    return is_of_sex ? header.words.front().folded : std::string();
}

/// « V » and « IV et + » over « F » and « H », beside « Infra V »: that word tells them.
void name_groups_of_levels(std::vector<HeaderColumn>& headers)
{
    const auto is_told = [](const HeaderColumn& header) {
        const std::string group = group_over_sex(header);
        return !group.empty() && read_level(group).has_value();
    };
    if (std::ranges::none_of(headers, is_told)) return;
    for (HeaderColumn& header : headers) {
        const std::string group = group_over_sex(header);
        const std::string numeral = group.substr(0, group.find(' '));
        const bool is_bare = !group.empty() && !read_level(group) && says_old_level(numeral);
        if (is_bare && read_level("niveau " + group))
            header.words.front() = read_header("Niveau " + header.levels.front());
    }
}

} // namespace

void name_bare_levels(std::vector<HeaderColumn>& headers)
{
    name_groups_of_levels(headers);
    std::vector<HeaderColumn*> bare;
    std::optional<std::size_t> last;
    for (HeaderColumn& header : headers) {
        const std::optional<std::size_t> numeral = numeral_of(header);
        if (!numeral) continue;
        // « I », « II », « III » number axes.
        if (header.levels.size() > 1 || (last && *numeral <= *last)) return;
        last = numeral;
        bare.push_back(&header);
    }
    constexpr std::size_t fewest = 2;
    constexpr std::size_t highest_first = 3; // « V »
    if (bare.size() < fewest || *numeral_of(*bare.front()) > highest_first) return;
    const std::string group = "Niveau";
    for (HeaderColumn* header : bare) {
        header->levels.insert(header->levels.begin(), group);
        header->words.insert(header->words.begin(), read_header(group));
        header->carried.insert(header->carried.begin(), false);
    }
}

void say_old_levels(const TakeIn& take_in, const TableDraft& draft)
{
    std::vector<std::string> read;
    const HeaderColumn* part = nullptr; // « V bis » alone
    bool has_lowest = false;
    const HeaderColumn* first = nullptr;
    for (std::size_t at = 0; at < draft.headers.size(); ++at) {
        const MappedColumn& column = draft.mapping.columns[at];
        const HeaderColumn& header = draft.headers[at];
        if (!is_read(column.outcome) || !column.field->id.starts_with("niv_") || !header.has_header() ||
            !says_old_level(header.leaf().folded))
            continue;
        const std::string& folded = header.leaf().folded;
        std::string level = column.field->id.substr(std::string_view("niv_").size());
        std::ranges::replace(level, '_', '-');
        read.push_back(header.path + " → " + (level == "infra3" ? std::string("infra 3") : level));
        if (first == nullptr) first = &header;
        has_lowest = has_lowest || has_piece(folded, "vi") || has_piece(folded, "infra");
        if (has_piece(folded, "bis")) part = &header;
    }
    if (first == nullptr) return;
    const auto place = [&](const HeaderColumn& header) {
        const std::uint32_t row = draft.block.has_header() ? draft.block.header.labels.back() : draft.block.first_row;
        return take_in.place(*draft.view, row, header.column);
    };
    take_in.say("BIL-508", data::Severity::information, place(*first), Done::converted,
                {"BIL-508", {base::join(read, "\u00A0; ")}}, first->path);
    if (part != nullptr && !has_lowest)
        take_in.say("BIL-509", data::Severity::alert, place(*part), Done::kept, {"BIL-509", {part->path}}, part->path);
}

} // namespace bilan::intake
