// SPDX-License-Identifier: MPL-2.0
//
// The tables of a theme of one's own: schemas, fields, vocabularies, rules, indicators.
#include "script/api/definition_types.hpp"
#include "script/control_kinds.hpp"
#include "script/domain/read_domain.hpp"

namespace bilan::script {

namespace {

constexpr const char* classes = R"lua(
---@class bilan.SchemaDefinition
---@field id string
---@field label string|bilan.Words
---@field row? string|bilan.Words  what one of its rows is about
---@field hints? string[]  words of names of files and sheets
---@field include? string[]  fields that several schemas share: `commun`, `commun.exercice`
---@field fields? bilan.FieldDefinition[]
---@field families? bilan.FamilyDefinition[]  fields that are made as they are met
---@field controls? (string|bilan.ControlDefinition)[]  a shared rule by its name, or its own
---@field asked? (string|bilan.AskedField)[]  columns of the sheet for partners, in their order
---@field made_of? string[]  the schema's tables hold nothing but fields that begin so

---@class bilan.FieldDefinition
---@field id string
---@field type bilan.FieldType
---@field label string|bilan.Words
---@field headers? string[]  further ways to write its header
---@field not_headers? string[]  headers that look like it and are not
---@field parts? string[]  headers of one part of it
---@field part_of? string  a field that this one is a part of where only its parts have columns
---@field parent? string  the field that it is a part of
---@field vocabulary? string  of a `choice` or `choices`
---@field code_kind? bilan.CodeKind  of a `code`
---@field required? boolean  names the row; has a star on the sheet for partners
---@field people? boolean  counts persons
---@field never_negative? boolean  a `number` that adds up to a minimum where rows are unknown
---@field stock? boolean  counted at a date: columns of several quarters are not added up
---@field personal? boolean  of a person: kept out of what is handed out
---@field help? string|bilan.Words  what the sheet for partners says of it
---@field example? string  its cell in the example row of that sheet

---@class bilan.FamilyDefinition
---@field prefix string  `age_`
---@field reader bilan.FamilyReader
---@field label string|bilan.Words
---@field type? bilan.FieldType
---@field people? boolean
---@field parent? string

---@class bilan.AskedField
---@field field string
---@field label? string|bilan.Words
---@field example? string

---@class bilan.VocabularyDefinition
---@field id string
---@field terms? bilan.TermDefinition[]
---@field open? boolean  keeps unknown values as written
---@field control? string  id of the rule that asks about spellings to be confirmed

---@class bilan.TermDefinition
---@field id string
---@field label string|bilan.Words
---@field spellings? string[]
---@field confirm? string[]  spellings that are taken for it and asked about
)lua";

constexpr const char* rule_fields = R"lua(---@field id string  `J01`
---@field severity "B"|"A"|"I"  blocks, to be looked at, for information
---@field label string|bilan.Words  what must hold
---@field action string|bilan.Words  what to do
---@field kind bilan.ControlKind
---@field parts? string[]  fields
---@field whole? string  a field
---@field also? string[]  fields
---@field optional? string[]  those of `parts` that may be unknown
---@field tolerance? number
---@field limit? number
---@field expression? bilan.Expression  what is wrong
---@field words? string[]  spellings, the right one first
---@field except? string[]
---@field reason? string|bilan.Words  where a rule is judged that is not judged on rows
)lua";

constexpr const char* further_classes = R"lua(
---@class bilan.IndicatorDefinition
---@field id string
---@field label string|bilan.Words
---@field dataset string  id of the schema over whose rows it is
---@field formula string|bilan.Words  in words
---@field unknowns? string|bilan.Words  what becomes of unknown values
---@field note? string|bilan.Words
---@field unit? bilan.Unit
---@field measure? fun(f: bilan.Fields, bilan: table, params: table<string, any>): bilan.Measure
---@field figure? fun(run: bilan.Run, rows: bilan.Query, params: table<string, any>): bilan.Figure?  instead of `measure`, of one made of others
---@field supposes? bilan.Supposition
---@field may_exceed? boolean  of a rate that is no part of a whole: above 100 % it is not « to be checked »

---@class bilan.Supposition
---@field field string
---@field words string|bilan.Words
)lua";

std::vector<std::string> kind_names()
{
    std::vector<std::string> names;
    for (const ControlKind& kind : control_kinds()) names.emplace_back(kind.name);
    return names;
}

/// A rule of a schema of one's own, and one for a schema that is there: the same record, but for the schema.
std::string rule_classes()
{
    return "\n---@class bilan.ControlDefinition\n" + std::string(rule_fields) +
           "\n---@class bilan.AddedControlDefinition\n---@field schema string  id of the schema that the rule is "
           "for\n" +
           rule_fields;
}

} // namespace

std::string domain_types()
{
    return alias("bilan.FieldType", field_type_names()) + alias("bilan.CodeKind", code_kind_names()) +
           alias("bilan.FamilyReader", family_reader_names()) + alias("bilan.ControlKind", kind_names()) + classes +
           rule_classes() + further_classes;
}

} // namespace bilan::script
