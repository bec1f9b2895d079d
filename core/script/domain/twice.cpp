// SPDX-License-Identifier: MPL-2.0
#include "script/domain/twice.hpp"

#include "base/text.hpp"
#include "script/mistake.hpp"

#include <map>
#include <set>

namespace bilan::script {

namespace {

[[noreturn]] void refuse(const char* code, const std::string& what, const std::string& id, const std::string& first,
                         const std::string& second)
{
    Mistake mistake(code, {what, id, first, second}, what);
    mistake.set_near('"' + second + '"');
    throw mistake;
}

} // namespace

void refuse_terms_that_stand_twice(const data::Vocabulary& vocabulary)
{
    std::set<std::string> ids;
    std::map<std::string, std::string> owners; // by spelling, folded
    for (const data::Term& term : vocabulary.terms) {
        if (!ids.insert(term.id).second) throw Mistake("BIL-891", {term.id, vocabulary.id}, term.id);
        std::vector<std::string> spellings = term.spellings;
        spellings.insert(spellings.end(), {term.id, term.label.french});
        for (const std::string& spelling : spellings) {
            const auto [owner, is_new] = owners.emplace(base::fold(spelling), term.id);
            if (!is_new && owner->second != term.id) refuse("BIL-892", spelling, vocabulary.id, owner->second, term.id);
        }
    }
}

void refuse_headers_that_stand_twice(const data::Schema& schema)
{
    std::map<std::string, std::string> owners;
    for (const data::Field& field : schema.fields)
        for (const std::string& header : field.headers) {
            const auto [owner, is_new] = owners.emplace(base::fold(header), field.id);
            if (!is_new && owner->second != field.id) refuse("BIL-893", header, schema.id, owner->second, field.id);
        }
}

} // namespace bilan::script
