// SPDX-License-Identifier: MPL-2.0
#include "intake/territory/verdict.hpp"

#include "base/text.hpp"
#include "intake/territory/place_name.hpp"
#include "intake/value/identifiers.hpp"
#include "intake/value/plain_spelling.hpp"
#include "intake/value/qpv_code.hpp"
#include "intake/value/quoted.hpp"

#include <algorithm>

namespace bilan::intake {

namespace {

constexpr int first_year_of_2024_codes = 2024;
constexpr std::size_t most_candidates = 5;

void say(TerritoryVerdict& verdict, std::string message, std::vector<std::string> arguments)
{
    verdict.said.push_back(
        {"C11", data::Severity::alert, Done::kept, base::Message{std::move(message), std::move(arguments)}});
}

void settle(TerritoryVerdict& verdict, std::string code, const std::string& message, std::vector<std::string> arguments)
{
    verdict.settled = std::move(code);
    verdict.said.push_back(
        {message, data::Severity::information, Done::converted, base::Message{message, std::move(arguments)}});
}

std::string name_of_commune(const Reference& reference, const std::string& code)
{
    const Commune* commune = reference.commune(code);
    return commune == nullptr ? code : commune->name + " (" + code + ")";
}

std::string communes_of(const Reference& reference, const Quarter& quarter)
{
    std::vector<std::string> names;
    for (const std::string& code : quarter.communes) names.push_back(name_of_commune(reference, code));
    return base::join(names, ", ");
}

std::string described(const Reference& reference, const Quarter& quarter)
{
    const std::string where = quarter.communes.empty() ? std::string() : ", " + communes_of(reference, quarter);
    return quarter.code + " (" + quarter.name + where + ")";
}

std::string described(const Reference&, const Commune& commune)
{
    return commune.code + " (" + commune.name + ", " + commune.department + ")";
}

template <class Entry>
std::string candidates(const Reference& reference, const std::vector<const Entry*>& entries)
{
    std::vector<std::string> names;
    for (const Entry* entry : entries) {
        if (names.size() == most_candidates) {
            names.emplace_back("…");
            break;
        }
        names.push_back(described(reference, *entry));
    }
    return base::join(names, ", ");
}

void judge_place(const Reference& reference, const Quarter& quarter, const Scope& scope, TerritoryVerdict& verdict)
{
    const std::string list = reference.files_of(quarters_of(quarter.vintage));
    Scope commune;
    commune.commune = scope.commune;
    if (!lies_in(quarter, commune)) {
        say(verdict, "BIL-565",
            {quarter.code, communes_of(reference, quarter), list, name_of_commune(reference, scope.commune)});
    } else if (!scope.department.empty() && quarter.department != scope.department) {
        say(verdict, "BIL-573", {quarter.code, quarter.department, scope.department});
    } else if (quarter.communes.size() > 1) {
        say(verdict, "BIL-566", {quarter.code, communes_of(reference, quarter), list});
        verdict.said.back().severity = data::Severity::information;
    }
}

void judge_vintage(const Reference& reference, const std::string& code, int vintage, int year,
                   TerritoryVerdict& verdict)
{
    std::vector<std::string> others;
    for (const Succession* succession : reference.successions(code)) {
        const std::string status = succession->status.empty() ? std::string() : " (" + succession->status + ")";
        if (vintage == 2015)
            others.push_back(succession->code + status);
        else
            for (const std::string& former : succession->former) others.push_back(former + status);
    }
    const std::string list = reference.files_of(ListKind::successions);
    if (others.empty())
        say(verdict, "BIL-574", {code, std::to_string(vintage), std::to_string(year), list});
    else
        say(verdict, "BIL-564", {code, std::to_string(vintage), std::to_string(year), base::join(others, ", "), list});
}

void judge_code(const Reference& reference, const std::string& code, const Scope& scope, std::optional<int> year,
                TerritoryVerdict& verdict)
{
    const int vintage = vintage_of(code);
    const ListKind kind = quarters_of(vintage);
    if (!reference.has(kind)) {
        (vintage == 2015 ? verdict.unchecked.quarters_2015 : verdict.unchecked.quarters_2024) = true;
    } else if (const Quarter* quarter = reference.quarter(code)) {
        judge_place(reference, *quarter, scope, verdict);
    } else {
        say(verdict, "BIL-561", {code, reference.files_of(kind)});
    }
    const bool is_other = year && (*year >= first_year_of_2024_codes) != (vintage == 2024);
    if (is_other && reference.has(ListKind::successions)) judge_vintage(reference, code, vintage, *year, verdict);
}

/// The vintages in which a name may be looked for: that of the exercise, else those that are there.
std::vector<int> vintages_for(std::optional<int> year)
{
    if (!year) return {2015, 2024};
    return {*year >= first_year_of_2024_codes ? 2024 : 2015};
}

void judge_name(const Reference& reference, std::string_view name, const Scope& scope, std::optional<int> year,
                TerritoryVerdict& verdict)
{
    Matches<Quarter> found;
    std::vector<std::string> lists;
    for (const int vintage : vintages_for(year)) {
        if (!reference.has(quarters_of(vintage))) {
            if (year) (vintage == 2015 ? verdict.unchecked.quarters_2015 : verdict.unchecked.quarters_2024) = true;
            continue;
        }
        lists.push_back(reference.files_of(quarters_of(vintage)));
        const Matches<Quarter> of_vintage = reference.quarters_named(name, vintage, scope);
        found.exact.insert(found.exact.end(), of_vintage.exact.begin(), of_vintage.exact.end());
        found.elsewhere.insert(found.elsewhere.end(), of_vintage.elsewhere.begin(), of_vintage.elsewhere.end());
        found.near.insert(found.near.end(), of_vintage.near.begin(), of_vintage.near.end());
    }
    if (lists.empty()) return;
    const std::string list = base::join(lists, ", ");
    if (found.exact.size() == 1)
        settle(verdict, found.exact.front()->code, "BIL-560", {quoted_place(name), found.exact.front()->code, list});
    else if (!found.exact.empty())
        say(verdict, "BIL-562", {quoted_place(name), candidates(reference, found.exact), list});
    else if (!found.near.empty())
        say(verdict, "BIL-563", {quoted_place(name), candidates(reference, found.near), list});
    else if (!found.elsewhere.empty())
        say(verdict, "BIL-058", {quoted_place(name), candidates(reference, found.elsewhere), list});
    else
        say(verdict, "BIL-567", {quoted_place(name), list});
}

/// « 44109 - Nantes », « 69100 Villeurbanne », « Nantes (44) »: the name, and the digits beside it.
struct CommuneText {
    std::string digits;
    std::string name;
};

CommuneText split_commune(std::string_view text)
{
    CommuneText parts;
    const std::string key = name_key(text);
    for (const std::string_view word : base::split(key, ' ')) {
        const bool is_number = (word.size() == 5 || word.size() == 2 || word.size() == 3) &&
                               (are_all_digits(word) || word == "2a" || word == "2b");
        if (is_number && parts.digits.empty()) {
            parts.digits = word;
        } else {
            parts.name += parts.name.empty() ? std::string(word) : ' ' + std::string(word);
        }
    }
    return parts;
}

bool is_commune_code(std::string_view text)
{
    const bool is_corsica = text.starts_with("2A") || text.starts_with("2B");
    return text.size() == 5 && are_all_digits(text.substr(is_corsica ? 2 : 0));
}

void judge_commune_code(const Reference& reference, const std::string& code, const Scope& scope,
                        TerritoryVerdict& verdict)
{
    const Commune* commune = reference.commune(code);
    if (commune == nullptr) return say(verdict, "BIL-571", {code, reference.files_of(ListKind::communes)});
    if (!scope.department.empty() && commune->department != scope.department)
        say(verdict, "BIL-572", {described(reference, *commune), scope.department});
}

void judge_commune_name(const Reference& reference, std::string_view text, Scope scope, TerritoryVerdict& verdict)
{
    const CommuneText parts = split_commune(text);
    const Commune* beside = parts.digits.size() == 5 ? reference.commune(parts.digits) : nullptr;
    const std::string list = reference.files_of(ListKind::communes);
    if (beside != nullptr && name_key(beside->name) == parts.name)
        return settle(verdict, beside->code, "BIL-568", {quoted_place(text), beside->code, list});
    // A postcode begins with its département.
    if (!parts.digits.empty() && scope.department.empty())
        scope.department = parts.digits.size() == 5 ? department_of_commune(parts.digits) : parts.digits;
    const Matches<Commune> found = reference.communes_named(parts.name, scope);
    if (found.exact.size() == 1)
        settle(verdict, found.exact.front()->code, "BIL-568", {quoted_place(text), found.exact.front()->code, list});
    else if (!found.exact.empty())
        say(verdict, "BIL-569", {quoted_place(text), candidates(reference, found.exact), list});
    else if (!found.near.empty())
        say(verdict, "BIL-570", {quoted_place(text), candidates(reference, found.near), list});
    else if (!found.elsewhere.empty())
        say(verdict, "BIL-058", {quoted_place(text), candidates(reference, found.elsewhere), list});
    else
        say(verdict, "BIL-571", {quoted_place(text), list});
}

} // namespace

TerritoryVerdict judge_quarter(const Reference& reference, std::string_view item, const Scope& scope,
                               std::optional<int> year)
{
    TerritoryVerdict verdict;
    const std::string folded = base::fold(item);
    const std::vector<QpvCode> codes = find_qpv_codes(folded);
    if (codes.size() == 1 && codes.front().form == QpvForm::exact && codes.front().code == item) {
        judge_code(reference, codes.front().code, scope, year, verdict);
    } else if (codes.empty() && !folded.starts_with("tous") && !folded.starts_with("toutes ") &&
               !folded.starts_with("ensemble ") && !folded.starts_with("l'ensemble ") && !folded.starts_with("hors ")) {
        judge_name(reference, item, scope, year, verdict);
    }
    return verdict;
}

TerritoryVerdict judge_commune(const Reference& reference, std::string_view text, const Scope& scope)
{
    TerritoryVerdict verdict;
    if (!reference.has(ListKind::communes)) {
        verdict.unchecked.communes = true;
    } else if (is_commune_code(text)) {
        judge_commune_code(reference, std::string(text), scope, verdict);
    } else {
        judge_commune_name(reference, text, scope, verdict);
    }
    return verdict;
}

} // namespace bilan::intake
