// SPDX-License-Identifier: MPL-2.0
#include "intake/header/lexicon.hpp"

#include "base/text.hpp"
#include "intake/header/families.hpp"
#include "intake/header/frame_words.hpp"
#include "intake/header/ruled_out.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

namespace bilan::intake {

namespace {

std::string token_key(const std::vector<std::string>& tokens)
{
    return base::join(tokens, " ");
}

bool is_path(std::string_view text)
{
    return text.find(" / ") != std::string_view::npos;
}

void put_term(SchemaIndex& index, std::uint32_t field, std::string_view text, bool is_label, const HeaderWords& words,
              std::vector<std::string> tokens)
{
    Term term;
    term.field = field;
    term.text = text;
    term.folded = words.compared;
    term.tokens = as_set(std::move(tokens));
    std::copy_if(term.tokens.begin(), term.tokens.end(), std::back_inserter(term.core),
                 [](const std::string& token) { return !is_weak(token); });
    term.core_bits = token_bits(term.core);
    term.is_label = is_label;
    term.is_rate = words.is_rate;
    term.is_path = is_path(text);
    term.bound = bound_of(text);
    const auto at = static_cast<std::uint32_t>(index.terms.size());
    for (const std::string& token : term.core) index.by_token[token].push_back(at);
    if (term.core.empty()) index.without_core.push_back(at);
    index.field_tokens[field].insert(term.tokens.begin(), term.tokens.end());
    index.core_tokens.insert(term.core.begin(), term.core.end());
    index.terms.push_back(std::move(term));
}

void put_spelling(SchemaIndex& index, std::uint32_t field, std::string_view text, bool is_label)
{
    if (text.empty()) return;
    const HeaderWords words = read_header(text);
    std::vector<std::string> all = words.tokens;
    all.insert(all.end(), words.aside.begin(), words.aside.end());
    put_term(index, field, text, is_label, words, std::move(all));
    if (!words.unit.empty()) index.field_tokens[field].insert(unit_mark(words.unit));
}

bool is_only_weak(std::string_view text)
{
    const std::vector<std::string> tokens = read_header(text).tokens;
    return std::all_of(tokens.begin(), tokens.end(), [](const std::string& token) { return is_weak(token); });
}

} // namespace

std::vector<std::string> as_set(std::vector<std::string> tokens)
{
    std::sort(tokens.begin(), tokens.end());
    tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
    return tokens;
}

std::uint64_t token_bits(const std::vector<std::string>& tokens)
{
    std::uint64_t bits = 0;
    for (const std::string& token : tokens) bits |= std::uint64_t{1} << std::hash<std::string>()(token) % 64;
    return bits;
}

bool holds_all(const std::vector<std::string>& whole, const std::vector<std::string>& part)
{
    return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

Lexicon::Lexicon(const data::Domain& domain) : domain_(&domain)
{
    gather_funders();
    for (const std::shared_ptr<const data::Schema>& schema : domain.schemas) {
        schemas_.emplace_back();
        schemas_.back().schema = schema;
        add(*schema, schemas_.back());
        const std::vector<std::string> own = subjects_of(*schema);
        subjects_.insert(subjects_.end(), own.begin(), own.end());
    }
    subjects_ = as_set(std::move(subjects_));
    gather_short_ids();
}

void Lexicon::gather_short_ids()
{
    constexpr std::size_t longest = 2;
    for (const auto& [id, count] : field_counts_)
        if (id.size() <= longest) short_ids_.insert(id);
    for (const SchemaIndex& index : schemas_)
        for (const Term& term : index.terms)
            if (term.text != index.schema->fields[term.field].id) short_ids_.erase(term.folded);
}

void Lexicon::add(const data::Schema& schema, SchemaIndex& index)
{
    index.field_tokens.resize(schema.fields.size());
    index.excluded.resize(schema.fields.size());
    for (std::uint32_t at = 0; at < schema.fields.size(); ++at) {
        const data::Field& field = schema.fields[at];
        ++field_counts_[field.id];
        put_spelling(index, at, base::replace_all(field.id, "_", " "), true);
        put_spelling(index, at, field.label.french, true);
        for (const std::string& header : field.headers) put_spelling(index, at, header, false);
        for (const std::string& part : field.parts) put_spelling(index, at, part, false);
        for (const std::string& header : field.not_headers) index.excluded[at].push_back(read_header(header).plain);
    }
    for (const data::FieldFamily& family : schema.families) {
        index.family_labels.push_back(read_header(family.label.french).tokens);
        const std::vector<std::string>& label = index.family_labels.back();
        if (family.reader == "suffix" && !label.empty()) family_words_.insert(label.front());
    }
    add_english(schema, index);
    for (const Term& term : index.terms) {
        folded_.insert(term.folded);
        token_keys_.insert(token_key(term.tokens));
    }
}

/// « Public », « Theme » in a French file are no English: a label that is French for something else does not count.
void Lexicon::add_english(const data::Schema& schema, SchemaIndex& index)
{
    std::unordered_set<std::string> french;
    for (const Term& term : index.terms) french.insert(term.folded);
    for (std::uint32_t at = 0; at < schema.fields.size(); ++at) {
        const std::string& label = schema.fields[at].label.english;
        if (!french.contains(base::fold(label)) && !is_only_weak(label)) put_spelling(index, at, label, true);
    }
}

void Lexicon::gather_funders()
{
    for (const std::shared_ptr<const data::Vocabulary>& vocabulary : domain_->vocabularies) {
        if (vocabulary->id != "financeur") continue;
        funder_names_ = VocabularyIndex(vocabulary.get());
        for (const data::Term& term : vocabulary->terms) {
            std::vector<std::string> spellings = term.spellings;
            spellings.push_back(term.label.french);
            spellings.push_back(base::replace_all(term.id, "_", " "));
            for (const std::string& spelling : spellings) {
                if (spelling.starts_with("…")) continue; // a name must stand before
                const HeaderWords words = read_header(spelling);
                if (words.tokens.empty()) continue;
                FunderSpelling funder{term.id, as_set(words.tokens), words.folded};
                funder_texts_.emplace(funder.folded, funders_.size());
                funder_keys_.emplace(token_key(funder.tokens), funders_.size());
                funders_.push_back(std::move(funder));
            }
        }
    }
}

const FunderSpelling* Lexicon::funder(const std::string& folded, const std::vector<std::string>& tokens) const
{
    const auto text = funder_texts_.find(folded);
    const auto key = funder_keys_.find(token_key(tokens));
    const std::size_t first = std::min(text == funder_texts_.end() ? funders_.size() : text->second,
                                       key == funder_keys_.end() ? funders_.size() : key->second);
    return first < funders_.size() ? &funders_[first] : nullptr;
}

std::string Lexicon::named_funder(const HeaderWords& words) const
{
    constexpr std::array<std::string_view, 27> roles{
        "residence", "intervention", "naissance", "origine", "domicile", "concerne",     "siege",
        "code",      "insee",        "nom",       "porteur", "demande",  "accorde",      "beneficiaire",
        "nombre",    "habitant",     "numero",    "adresse", "postal",   "implantation", "realisation",
        "action",    "projet",       "referent",  "contact", "lieu",     "population"};
    constexpr std::size_t longest = 60;
    if (words.folded.size() > longest || words.is_rate || words.tokens.size() < 2) return {};
    const auto says_role = [&](const std::string& token) { return std::ranges::find(roles, token) != roles.end(); };
    if (std::ranges::any_of(words.tokens, says_role)) return {};
    const data::Term* const term = funder_names_.find(words.folded);
    return term == nullptr ? std::string() : term->id;
}

bool Lexicon::is_field_id(std::string_view folded) const
{
    return field_counts_.contains(std::string(folded));
}

std::uint32_t Lexicon::schemas_with(std::string_view field) const
{
    const auto found = field_counts_.find(std::string(field));
    return found == field_counts_.end() ? 0 : found->second;
}

bool Lexicon::knows(const HeaderWords& words) const
{
    if (knows_as_it_is(words)) return true;
    const std::optional<std::string> rest = without_frame(subjects_, words.plain, Frame::of_names);
    if (!rest) return false;
    const HeaderWords left = read_header(*rest);
    return !names_nothing(left) && (folded_.contains(left.compared) || folded_.contains(left.folded) ||
                                    token_keys_.contains(token_key(as_set(left.tokens))));
}

bool Lexicon::knows_as_it_is(const HeaderWords& words) const
{
    if (words.plain.empty()) return false;
    if (folded_.contains(words.compared) || folded_.contains(words.folded) || is_field_id(words.plain)) return true;
    if (!words.tokens.empty() && token_keys_.contains(token_key(as_set(words.tokens)))) return true;
    if (read_age_band(words.bare) || read_age_of_sex({&words, 1}) || read_level(words.bare)) return true;
    return read_funder(*this, words).has_value() || begins_like_a_family(words);
}

bool Lexicon::knows_in(const SchemaIndex& index, const HeaderWords& words) const
{
    if (words.plain.empty()) return false;
    const std::vector<std::string> tokens = as_set(words.tokens);
    return read_age_band(words.bare) || read_level(words.bare) || read_funder(*this, words) ||
           std::ranges::any_of(index.terms, [&](const Term& term) {
               return term.folded == words.compared || term.folded == words.folded ||
                      (!tokens.empty() && term.tokens == tokens);
           });
}

/// « Satisfaction : coordination des acteurs »: the family, then the one of it.
bool Lexicon::begins_like_a_family(const HeaderWords& words) const
{
    constexpr std::size_t longest = 100; ///< a sentence about it is no header
    return words.tokens.size() > 1 && words.plain.size() <= longest && family_words_.contains(words.tokens.front());
}

} // namespace bilan::intake
