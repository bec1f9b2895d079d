// SPDX-License-Identifier: MPL-2.0
#include "intake/finding.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string_view>
#include <tuple>

namespace bilan::intake {

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
    std::map<std::string_view, std::size_t> order;
    for (const std::string& file : files) order.emplace(file, order.size());
    const auto place_of = [&](const Finding& finding) {
        const auto place = order.find(finding.place.file);
        return place == order.end() ? order.size() : place->second; // files that were not announced come last, by name
    };
    std::ranges::stable_sort(findings, [&](const Finding& left, const Finding& right) {
        const std::size_t left_file = place_of(left);
        const std::size_t right_file = place_of(right);
        if (left_file != right_file) return left_file < right_file;
        const auto key = [](const Finding& finding) {
            const Place& place = finding.place;
            return std::tie(place.file, place.sheet, place.row, place.column, finding.code);
        };
        return key(left) < key(right);
    });
}

} // namespace bilan::intake
