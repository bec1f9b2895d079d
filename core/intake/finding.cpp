// SPDX-License-Identifier: MPL-2.0
#include "intake/finding.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>

namespace bilan::intake {

namespace {

/// For each finding the rank of its sheet: files in the order given, those that were not announced last, by name; in a
/// file by the name of the sheet. Neighbours are mostly of one sheet, so few are looked up.
std::vector<std::uint32_t> sheet_ranks(const std::vector<Finding>& findings, const std::vector<std::string>& files)
{
    using Sheet = std::tuple<std::size_t, std::string_view, std::string_view>;
    std::map<std::string_view, std::size_t> order;
    for (const std::string& file : files) order.emplace(file, order.size());
    std::map<Sheet, std::uint32_t> ranks;
    std::vector<std::uint32_t*> found;
    found.reserve(findings.size());
    const Place* before = nullptr;
    for (const Finding& finding : findings) {
        const Place& place = finding.place;
        if (before == nullptr || before->file != place.file || before->sheet != place.sheet) {
            const auto file = order.find(place.file);
            const std::size_t rank = file == order.end() ? order.size() : file->second;
            found.push_back(&ranks[Sheet{rank, place.file, place.sheet}]);
        } else {
            found.push_back(found.back());
        }
        before = &place;
    }
    std::uint32_t next = 0;
    for (auto& [sheet, rank] : ranks) rank = next++;
    std::vector<std::uint32_t> all;
    all.reserve(found.size());
    for (const std::uint32_t* const rank : found) all.push_back(*rank);
    return all;
}

/// Where a finding comes among the others, as numbers: small, there may be millions.
struct Order {
    std::uint64_t cell = 0; ///< row, then column
    std::uint32_t sheet = 0;
    std::uint32_t at = 0; ///< among the findings
};

/// What is said of no row in particular comes before the rows. No sheet has so many rows that the last one is lost.
std::uint64_t place_of(std::optional<std::uint32_t> at)
{
    return at ? std::min<std::uint64_t>(std::uint64_t{*at} + 1, 0xFFFF'FFFF) : 0;
}

std::vector<Order> order_of(const std::vector<Finding>& findings, const std::vector<std::string>& files)
{
    const std::vector<std::uint32_t> sheets = sheet_ranks(findings, files);
    std::vector<Order> order;
    order.reserve(findings.size());
    for (std::uint32_t at = 0; at < findings.size(); ++at) {
        const Place& place = findings[at].place;
        order.push_back({place_of(place.row) << 32U | place_of(place.column), sheets[at], at});
    }
    return order;
}

} // namespace

std::string_view code(Done done)
{
    switch (done) {
    case Done::kept: return "kept";
    case Done::converted: return "converted";
    case Done::set_aside: return "set_aside";
    case Done::refused: break;
    }
    return "refused";
}

std::string Finding::sentence(base::Language language) const
{
    const bool from_data = message.code.empty() && message.arguments.empty();
    return from_data ? words.in(language) : base::render(message, language);
}

bool blocks(const Finding& finding)
{
    return finding.severity == data::Severity::blocking && finding.done != Done::set_aside &&
           finding.done != Done::converted;
}

void sort_findings(std::vector<Finding>& findings, const std::vector<std::string>& files)
{
    std::vector<Order> order = order_of(findings, files); // sorted in place of the findings, which are heavy to move
    const auto comes_before = [&](const Order& left, const Order& right) {
        if (left.sheet != right.sheet) return left.sheet < right.sheet;
        if (left.cell != right.cell) return left.cell < right.cell;
        return std::tie(findings[left.at].code, left.at) < std::tie(findings[right.at].code, right.at);
    };
    if (std::ranges::is_sorted(order, comes_before)) return;
    std::ranges::sort(order, comes_before);
    std::vector<Finding> sorted;
    sorted.reserve(findings.size());
    for (const Order& one : order) sorted.push_back(std::move(findings[one.at]));
    findings = std::move(sorted);
}

void say_once(std::vector<Finding>& findings)
{
    const auto is_same_cell = [](const Finding& left, const Finding& right) {
        return left.place.row && left.place.column && left.place.row == right.place.row &&
               left.place.column == right.place.column && left.place.sheet == right.place.sheet &&
               left.place.file == right.place.file;
    };
    const auto is_same = [](const Finding& left, const Finding& right) {
        return left.code == right.code && left.header == right.header && left.read == right.read &&
               left.done == right.done && left.message.code == right.message.code &&
               left.message.arguments == right.message.arguments && left.words.french == right.words.french;
    };
    std::size_t kept = 0;
    for (std::size_t at = 0; at < findings.size(); ++at) {
        bool is_said = false;
        for (std::size_t before = kept; before > 0 && is_same_cell(findings[before - 1], findings[at]) && !is_said;
             --before)
            is_said = is_same(findings[before - 1], findings[at]);
        if (is_said) continue;
        if (kept != at) findings[kept] = std::move(findings[at]);
        ++kept;
    }
    findings.resize(kept);
}

} // namespace bilan::intake
