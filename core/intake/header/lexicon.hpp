// SPDX-License-Identifier: MPL-2.0
//
// The headers that the schemas know, indexed for comparison. Built once from a domain, then only read; any thread.
#pragma once

#include "data/schema.hpp"
#include "intake/header/words.hpp"
#include "intake/value/vocabulary_index.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace bilan::intake {

/// One spelling of one field.
struct Term {
    std::uint32_t field = 0; ///< index in Schema::fields
    std::string text;        ///< as the schema has it
    std::string folded;
    std::vector<std::string> tokens; ///< sorted, each once
    std::vector<std::string> core;   ///< the tokens that are not weak
    std::uint64_t core_bits = 0;     ///< token_bits of them
    bool is_label = false;           ///< id or label, not a synonym
    bool is_rate = false;
    bool is_path = false; ///< « Bénéficiaires / Total »: speaks of the group too
    char bound = 0;       ///< bound_of(text)
};

struct SchemaIndex {
    std::shared_ptr<const data::Schema> schema;
    std::vector<Term> terms;
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_token;
    std::vector<std::uint32_t> without_core;                   ///< « Total », « Action »: terms of weak words only
    std::vector<std::unordered_set<std::string>> field_tokens; ///< all words ever used for a field
    std::unordered_set<std::string> core_tokens;               ///< words that mean something in this schema
    std::vector<std::vector<std::string>> excluded;            ///< per field: folded not_headers
    std::vector<std::vector<std::string>> family_labels;       ///< per family: the words of its label
};

/// A funder as a column header: `region`, `caf`, with its spellings as sorted tokens.
struct FunderSpelling {
    std::string id;
    std::vector<std::string> tokens;
    std::string folded;
};

class Lexicon {
public:
    explicit Lexicon(const data::Domain& domain);

    [[nodiscard]] const data::Domain& domain() const { return *domain_; }
    [[nodiscard]] const std::vector<SchemaIndex>& schemas() const { return schemas_; }
    /// The first funder that is spelt so: `folded`, or the words of it, sorted. Null: none is.
    [[nodiscard]] const FunderSpelling* funder(const std::string& folded, const std::vector<std::string>& tokens) const;
    /// The funder that a proper name is of, as « Ville de Valmont » and « CAF 69 » are; empty for none, also where the
    /// words say something of a place: « Ville de résidence ».
    [[nodiscard]] std::string named_funder(const HeaderWords& words) const;
    /// Some schema has this very header, perhaps with words that say of which record or when; or an age band, a level,
    /// a funder is read from it.
    [[nodiscard]] bool knows(const HeaderWords& words) const;
    /// The schema of this index has this very header.
    [[nodiscard]] bool knows_in(const SchemaIndex& index, const HeaderWords& words) const;
    [[nodiscard]] bool is_field_id(std::string_view folded) const;
    /// An id of one or two letters that no label and no other spelling has: down a side, as like as not a name.
    [[nodiscard]] bool is_short_id(const std::string& folded) const { return short_ids_.contains(folded); }
    /// In how many schemas a field of this id stands.
    [[nodiscard]] std::uint32_t schemas_with(std::string_view field) const;

private:
    void add(const data::Schema& schema, SchemaIndex& index);
    void add_english(const data::Schema& schema, SchemaIndex& index);
    void gather_funders();
    void gather_short_ids();
    [[nodiscard]] bool knows_as_it_is(const HeaderWords& words) const;
    [[nodiscard]] bool begins_like_a_family(const HeaderWords& words) const;

    const data::Domain* domain_;
    std::vector<SchemaIndex> schemas_;
    std::vector<FunderSpelling> funders_;
    VocabularyIndex funder_names_{nullptr};
    std::unordered_map<std::string, std::size_t> funder_texts_; ///< the first with this folded text
    std::unordered_map<std::string, std::size_t> funder_keys_;  ///< the first with these tokens
    std::vector<std::string> subjects_;                         ///< what rows are about, in any schema
    std::unordered_set<std::string> folded_;
    std::unordered_set<std::string> short_ids_;
    std::unordered_set<std::string> token_keys_;   ///< sorted tokens joined by spaces
    std::unordered_set<std::string> family_words_; ///< « satisfaction » of « Satisfaction : mission locale »
    std::unordered_map<std::string, std::uint32_t> field_counts_;
};

/// Sorted, each once.
[[nodiscard]] std::vector<std::string> as_set(std::vector<std::string> tokens);
/// A bit for each token: tokens whose bits another set lacks are not all in it.
[[nodiscard]] std::uint64_t token_bits(const std::vector<std::string>& tokens);
/// Every element of `part` is in `whole`; both sorted.
[[nodiscard]] bool holds_all(const std::vector<std::string>& whole, const std::vector<std::string>& part);

} // namespace bilan::intake
