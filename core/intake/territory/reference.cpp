// SPDX-License-Identifier: MPL-2.0
#include "intake/territory/reference.hpp"

#include "base/text.hpp"
#include "intake/territory/place_name.hpp"
#include "intake/value/departments.hpp"

#include <algorithm>

namespace bilan::intake {

namespace {

/// Sorted by code, each code once: the first list that names it is believed.
template <class Entry>
void settle_codes(std::vector<Entry>& entries)
{
    const auto before = [](const Entry& left, const Entry& right) { return left.code < right.code; };
    std::stable_sort(entries.begin(), entries.end(), before);
    const auto same = [](const Entry& left, const Entry& right) { return left.code == right.code; };
    entries.erase(std::unique(entries.begin(), entries.end(), same), entries.end());
}

template <class Entry>
const Entry* by_code(const std::vector<Entry>& entries, std::string_view code)
{
    const auto found =
        std::lower_bound(entries.begin(), entries.end(), code,
                         [](const Entry& entry, std::string_view wanted) { return entry.code < wanted; });
    return found != entries.end() && found->code == code ? &*found : nullptr;
}

template <class Name>
auto range_of(const std::vector<Name>& names, std::string_view key)
{
    const auto first = std::lower_bound(names.begin(), names.end(), key,
                                        [](const Name& name, std::string_view wanted) { return name.key < wanted; });
    auto last = first;
    while (last != names.end() && last->key == key) ++last;
    return std::pair(first, last);
}

bool lies_in(const Commune& commune, const Scope& scope)
{
    if (!scope.commune.empty() && whole_commune(commune.code) != whole_commune(scope.commune)) return false;
    if (!scope.department.empty() && commune.department != scope.department) return false;
    return scope.epci.empty() || commune.epci.empty() || commune.epci == scope.epci;
}

/// « Contrat de ville de la », « Commune de » before a name, as a key.
std::string_view without_kind(std::string_view key)
{
    for (const std::string_view kind : {"contrat de ville ", "contrat ", "ville ", "commune ", "departement "})
        if (key.starts_with(kind)) key.remove_prefix(kind.size());
    for (const std::string_view article : {"de la ", "de l ", "des ", "de ", "du ", "d "})
        if (key.starts_with(article)) return key.substr(article.size());
    return key;
}

} // namespace

/// Exact matches in the scope; else those of the name outside it, and the near ones inside. A name is not compared with
/// all communes of the country.
template <class Entry, class Accept>
Matches<Entry> Reference::find(const std::vector<Entry>& entries, const std::vector<Name>& names,
                               const std::string& key, const Scope& scope, const Accept& accept)
{
    constexpr std::size_t most_compared = 5000;
    Matches<Entry> matches;
    if (key.empty()) return matches;
    const auto [first, last] = range_of(names, key);
    for (auto name = first; name != last; ++name) {
        const Entry& entry = entries[name->place];
        if (accept(entry)) (lies_in(entry, scope) ? matches.exact : matches.elsewhere).push_back(&entry);
    }
    if (!matches.exact.empty()) {
        matches.elsewhere.clear();
        return matches;
    }
    if (scope.is_open() && entries.size() > most_compared) return matches;
    const std::string loose = without_articles(key);
    for (const Name& name : names) {
        const Entry& entry = entries[name.place];
        if (name.key == key || !accept(entry) || !lies_in(entry, scope)) continue;
        if (loose == name.loose || is_part_of(loose, name.loose) || differ_by_a_slip(loose, name.loose))
            matches.near.push_back(&entry);
    }
    return matches;
}

void Reference::add(Quarter quarter)
{
    quarters_.push_back(std::move(quarter));
}

void Reference::add(Commune commune)
{
    communes_.push_back(std::move(commune));
}

void Reference::add(Succession succession)
{
    successions_.push_back(std::move(succession));
}

void Reference::add_contract(std::string_view name, std::string epci)
{
    if (epci.size() == 9) epcis_[std::string(without_kind(name_key(name)))].insert(std::move(epci));
}

void Reference::add_town(std::string_view name, std::string code)
{
    if (!name.empty()) towns_[name_key(name)].insert(std::move(code));
}

void Reference::add(ReferenceList list)
{
    lists_.push_back(std::move(list));
}

void Reference::finish()
{
    settle_codes(quarters_);
    settle_codes(communes_);
    const auto index = [](std::vector<Name>& names, std::string key, std::size_t place) {
        std::string loose = without_articles(key);
        if (!key.empty()) names.push_back({std::move(key), std::move(loose), place});
    };
    for (std::size_t at = 0; at < quarters_.size(); ++at) index(quarter_names_, quarter_key(quarters_[at].name), at);
    for (std::size_t at = 0; at < communes_.size(); ++at) index(commune_names_, name_key(communes_[at].name), at);
    std::sort(quarter_names_.begin(), quarter_names_.end());
    std::sort(commune_names_.begin(), commune_names_.end());
    for (std::size_t at = 0; at < successions_.size(); ++at) {
        successions_of_.emplace(successions_[at].code, at);
        for (const std::string& former : successions_[at].former) successions_of_.emplace(former, at);
    }
}

bool Reference::has(ListKind kind) const
{
    return std::any_of(lists_.begin(), lists_.end(), [&](const ReferenceList& list) { return list.kind == kind; });
}

std::string Reference::files_of(ListKind kind) const
{
    std::vector<std::string> files;
    for (const ReferenceList& list : lists_)
        if (list.kind == kind && std::find(files.begin(), files.end(), list.file) == files.end())
            files.push_back(list.file);
    return base::join(files, ", ");
}

const Quarter* Reference::quarter(std::string_view code) const
{
    return by_code(quarters_, code);
}

const Commune* Reference::commune(std::string_view code) const
{
    return by_code(communes_, code);
}

std::vector<const Succession*> Reference::successions(std::string_view code) const
{
    std::vector<const Succession*> found;
    const auto [first, last] = successions_of_.equal_range(code);
    for (auto at = first; at != last; ++at) found.push_back(&successions_[at->second]);
    return found;
}

Matches<Quarter> Reference::quarters_named(std::string_view name, int vintage, const Scope& scope) const
{
    return find(quarters_, quarter_names_, quarter_key(name), scope,
                [&](const Quarter& quarter) { return quarter.vintage == vintage; });
}

Matches<Commune> Reference::communes_named(std::string_view name, const Scope& scope) const
{
    return find(communes_, commune_names_, name_key(name), scope, [](const Commune&) { return true; });
}

std::string Reference::town_named(std::string_view name, const Scope& scope) const
{
    std::set<std::string> codes; // whole communes: a list of quarters may name their arrondissements
    if (const auto known = towns_.find(name_key(name)); known != towns_.end())
        for (const std::string& code : known->second)
            if (scope.department.empty() || department_of_commune(code) == scope.department)
                codes.insert(whole_commune(code));
    return codes.size() == 1 ? *codes.begin() : std::string();
}

Scope Reference::scope_of(std::string_view territory) const
{
    Scope scope;
    const std::string key = name_key(territory);
    const std::string_view name = without_kind(key);
    if (const auto epci = epcis_.find(name); epci != epcis_.end() && epci->second.size() == 1) {
        scope.epci = *epci->second.begin();
        return scope;
    }
    const auto [first, last] = range_of(commune_names_, name);
    if (last - first == 1) {
        scope.commune = communes_[first->place].code;
        return scope;
    }
    if (first == last) scope.department = department_of(name).value_or("");
    return scope;
}

bool Reference::names_quarter(std::string_view name) const
{
    const auto [first, last] = range_of(quarter_names_, quarter_key(name));
    return first != last;
}

ListKind quarters_of(int vintage)
{
    return vintage == 2015 ? ListKind::quarters_2015 : ListKind::quarters_2024;
}

bool lies_in(const Quarter& quarter, const Scope& scope)
{
    const bool is_in_commune =
        scope.commune.empty() || quarter.communes.empty() ||
        std::any_of(quarter.communes.begin(), quarter.communes.end(),
                    [&](const std::string& code) { return whole_commune(code) == whole_commune(scope.commune); });
    if (!is_in_commune) return false;
    if (!scope.department.empty() && !quarter.department.empty() && quarter.department != scope.department)
        return false;
    return scope.epci.empty() || quarter.epci.empty() || quarter.epci == scope.epci;
}

std::string whole_commune(std::string_view code)
{
    const auto is_between = [&](std::string_view first, std::string_view last) {
        return code.size() == first.size() && code >= first && code <= last;
    };
    if (is_between("75101", "75120")) return "75056";
    if (is_between("69381", "69389")) return "69123";
    if (is_between("13201", "13216")) return "13055";
    return std::string(code);
}

std::string department_of_commune(std::string_view code)
{
    if (code.size() != 5) return {};
    return std::string(code.substr(0, code.starts_with("97") || code.starts_with("98") ? 3 : 2));
}

std::string department_of_quarter(std::string_view code)
{
    if (code.size() != 8) return {};
    const std::string_view three = code.substr(2, 3);
    return std::string(three.front() == '0' ? three.substr(1) : three);
}

} // namespace bilan::intake
