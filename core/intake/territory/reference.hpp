// SPDX-License-Identifier: MPL-2.0
//
// What is known of the territory from lists that the user gives: priority quarters with their vintage, communes,
// which quarters of 2015 a quarter of 2024 took over. Filled once, then only read; any thread may read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace bilan::intake {

struct Quarter {
    std::string code; ///< `QP069010`, `QN06910M`
    std::string name; ///< as the list has it
    int vintage = 0;  ///< 2015 or 2024
    std::vector<std::string> communes;
    std::string department; ///< `69`, `2A`, `974`
    std::string epci;
};

struct Commune {
    std::string code;
    std::string name;
    std::string department;
    std::string epci;
};

/// The quarters of 2015 in which one of 2024 lies. The statut is the list's own word (« inchangé », « modifié »).
struct Succession {
    std::string code;
    std::string status;
    std::vector<std::string> former;
};

enum class ListKind : std::uint8_t { quarters_2015, quarters_2024, communes, successions, contracts };

/// One list as it was loaded.
struct ReferenceList {
    ListKind kind = ListKind::communes;
    std::string file;
    std::string digest;
    std::size_t entries = 0;
};

/// Where a name is looked for: what is known of the row, and of the run. Empty members limit nothing.
struct Scope {
    std::string commune;
    std::string department;
    std::string epci;
    [[nodiscard]] bool is_open() const { return commune.empty() && department.empty() && epci.empty(); }
};

/// What a name may be. One exact entry settles it; near ones are for a person to choose from.
template <class Entry>
struct Matches {
    std::vector<const Entry*> exact;
    std::vector<const Entry*> elsewhere; ///< of exactly this name, outside the scope; only where no exact one is inside
    std::vector<const Entry*> near;
};

class Reference {
public:
    void add(Quarter quarter);
    void add(Commune commune);
    void add(Succession succession);
    /// An intercommunality or a contract: its name and the SIREN of its intercommunality.
    void add_contract(std::string_view name, std::string epci);
    /// A commune as a list of quarters names it beside its code: known by that name, in no list of communes.
    void add_town(std::string_view name, std::string code);
    void add(ReferenceList list);
    /// Makes the indexes; nothing is added after.
    void finish();

    [[nodiscard]] bool has(ListKind kind) const;
    [[nodiscard]] const std::vector<ReferenceList>& lists() const { return lists_; }
    /// The files of a kind, as they are named in messages.
    [[nodiscard]] std::string files_of(ListKind kind) const;

    [[nodiscard]] const Quarter* quarter(std::string_view code) const;
    [[nodiscard]] const Commune* commune(std::string_view code) const;
    /// The quarters of the other vintage that go with a code, and the list's word for it.
    [[nodiscard]] std::vector<const Succession*> successions(std::string_view code) const;

    /// Exact in spite of case, accents, hyphens and « Quartier »; near in spite of a slip, an article, or a part left
    /// out. Exact matches outside the scope come as near ones.
    [[nodiscard]] Matches<Quarter> quarters_named(std::string_view name, int vintage, const Scope& scope) const;
    [[nodiscard]] Matches<Commune> communes_named(std::string_view name, const Scope& scope) const;
    /// The code of the one commune that lists of quarters call so, in the département of the scope if it has one; empty
    /// for none, and for several.
    [[nodiscard]] std::string town_named(std::string_view name, const Scope& scope) const;
    /// What « Contrat de ville de … », the name of a commune, an intercommunality or a département limits a run to;
    /// open when the text names none of them, or more than one.
    [[nodiscard]] Scope scope_of(std::string_view territory) const;
    /// True when a quarter of any vintage has exactly this name.
    [[nodiscard]] bool names_quarter(std::string_view name) const;

private:
    struct Name {
        std::string key;
        std::string loose; ///< without articles
        std::size_t place; ///< in its list
        bool operator<(const Name& other) const { return std::tie(key, place) < std::tie(other.key, other.place); }
    };
    template <class Entry, class Accept>
    static Matches<Entry> find(const std::vector<Entry>& entries, const std::vector<Name>& names,
                               const std::string& key, const Scope& scope, const Accept& accept);

    std::vector<Quarter> quarters_; ///< sorted by code, each once
    std::vector<Commune> communes_;
    std::vector<Succession> successions_;
    std::vector<ReferenceList> lists_;
    std::vector<Name> quarter_names_; ///< sorted
    std::vector<Name> commune_names_;
    std::map<std::string, std::set<std::string>, std::less<>> epcis_; ///< SIREN by key of the name
    std::map<std::string, std::set<std::string>, std::less<>> towns_; ///< codes of communes by key of the name
    std::multimap<std::string, std::size_t, std::less<>> successions_of_;
};

[[nodiscard]] ListKind quarters_of(int vintage);
/// A quarter lies in the scope; what the list does not say about it excludes nothing.
[[nodiscard]] bool lies_in(const Quarter& quarter, const Scope& scope);
/// 75101 → 75056, 69381 → 69123, 13201 → 13055: QPV lists use either.
[[nodiscard]] std::string whole_commune(std::string_view code);
/// `69` of 69123, `2A` of 2A004, `974` of 97411.
[[nodiscard]] std::string department_of_commune(std::string_view code);
/// `69` of QN06910M, `2A` of QP02A001, `974` of QN97401I.
[[nodiscard]] std::string department_of_quarter(std::string_view code);

} // namespace bilan::intake
