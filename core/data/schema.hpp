// SPDX-License-Identifier: MPL-2.0
//
// What bilan knows of the domain, as data: schemas, their fields, vocabularies and controls. Filled by script/ from
// scripts/bilan/domain/*.lua (and a campaign's own files), then only read; any thread.
#pragma once

#include "base/companion.hpp"
#include "base/language.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::data {

enum class FieldType : std::uint8_t {
    text,
    count,   ///< whole number of persons or things, >= 0
    number,  ///< any number
    euro,    ///< amount in euros
    rate,    ///< 0.12 is 12 %
    year,    ///< 2025
    date,    ///< spreadsheet serial
    boolean, ///< 0 or 1
    choice,  ///< one term of a vocabulary
    choices, ///< several terms, or codes
    code,    ///< an identifier kept as text: SIRET, dossier, INSEE; `Field::code_kind` says which
};

/// True for the types whose values are numbers in a column; the others are texts of its dictionary.
[[nodiscard]] constexpr bool is_numeric(FieldType type)
{
    return type == FieldType::count || type == FieldType::number || type == FieldType::euro ||
           type == FieldType::rate || type == FieldType::year || type == FieldType::date || type == FieldType::boolean;
}

struct Field {
    std::string id; ///< `benef_qpv`
    base::Words label;
    base::Words help;    ///< what a partner is told of it beside the label; may be empty
    std::string example; ///< as somebody would write it, invented; empty: one is made from the type
    FieldType type = FieldType::text;
    std::string vocabulary;               ///< of choice and choices
    std::string code_kind;                ///< of code: `siret`, `rna`, `dossier`, `qpv`, `insee`, `departement`
    std::vector<std::string> headers;     ///< spellings seen as column headers, beside id and labels
    std::vector<std::string> not_headers; ///< headers that look like this field and are not (« % QPV »)
    std::vector<std::string> parts;       ///< headers of one part of it: columns of several parts are added up
    std::string part_of;                  ///< where only parts of this field have columns, it is one of them too
    bool required = false;
    bool people = false;         ///< counts persons: secrecy and double counts apply
    bool never_negative = false; ///< hours, means of people: a `number` that is at least 0, as counts and amounts are
    bool stock = false;          ///< as at a date (job seekers, residents): quarters of a year are not added up
    bool personal = false;       ///< names a person: never stored
    std::string parent;          ///< a part of this field: `benef_qpv` of `benef_total` (control C04)
};

/// Fields that are made as they are met: `age_16_25`, `niv_4`, `fin_region`, `crit_mixite`. `reader` names the header
/// reader of intake/ (`age_band`, `age_band_f`, `level`, `funder` …); fields of the schema come before its families.
struct FieldFamily {
    std::string prefix; ///< `age_`
    std::string reader;
    base::Words label;
    FieldType type = FieldType::count;
    bool people = false;
    std::string parent;
};

/// One field of a family: `age_16_25`. A family of choices has the vocabulary of its prefix.
[[nodiscard]] Field field_of(const FieldFamily& family, std::string_view suffix, base::Words label);

struct Term {
    std::string id; ///< `G1`
    base::Words label;
    std::vector<std::string> spellings;
    std::vector<std::string> confirm; ///< spellings that are taken for it, and asked about
};

struct Vocabulary {
    std::string id;
    std::string control;     ///< the control that asks about `confirm`: `L02`
    std::vector<Term> terms; ///< in display order, which is also the order of an ordered vocabulary
    bool open = false;       ///< other values are kept as written (a pillar of a local contract)
    base::Companion index{}; ///< how its spellings are looked up; made once the terms no longer change
};

enum class Severity : std::uint8_t { blocking, alert, information };
[[nodiscard]] std::string_view code(Severity severity); ///< `B`, `A`, `I`

/// A rule over the fields of one row, or over a dataset. What `kind` means and which members it uses:
/// - `sum_equals`: parts add up to `whole` (within `tolerance`); an unknown part listed in `optional` counts as 0 once
///   all others are known; rows with other unknowns are not judged; parts that are in `also` may lie outside `whole`
/// - `at_most`: each of `parts` is <= `whole`
/// - `sum_at_most`: parts together are <= `whole` (+ `also`)
/// - `at_least`: `whole` >= `limit`
/// - `order`: date of parts[0] <= date of parts[1]
/// - `unique`: rows agree in all of `parts` (folded texts) more than once
/// - `repeats`: rows that agree in all of `parts` have the same `whole`; one finding for all rows of one `whole`
/// - `condition`: `expression` (a Lua-built expression, see expression.hpp) must not be true
/// - `one_spelling`: the texts of `parts` write what the first of `words` names as it does, not as the others
/// - `in_contract`: the quarters of the row lie in its contract; judged while reading, with the lists of the territory
/// - `elsewhere`: not judged on rows: `reason` says where it is, or why it cannot be
struct Control {
    std::string id; ///< `C01`
    Severity severity = Severity::alert;
    base::Words label;  ///< the rule in words
    base::Words action; ///< what the partner or officer should do
    std::string kind;
    std::vector<std::string> parts;
    std::vector<std::string> optional;
    std::string whole;
    std::vector<std::string> also;
    double tolerance = 0;
    std::optional<double> limit;
    std::vector<std::string> words;
    std::vector<std::string> except; ///< longer words that hold one of them and mean something else: « loi PACTE »
    base::Words reason;              ///< where a rule is judged that is not judged on rows, or why it is not
    std::shared_ptr<const class Expression> expression;
};

/// A column of the sheet that partners are handed: a field, or one of a family under the name that people read.
struct Asked {
    std::string field;
    base::Words label;   ///< empty: the field's
    std::string example; ///< empty: the field's
};

struct Schema {
    std::string id; ///< `emploi`
    base::Words label;
    base::Words row; ///< what a row is about, as the sheet for partners says it: « une action »
    std::vector<Field> fields;
    std::vector<FieldFamily> families;
    std::vector<Control> controls;
    std::vector<std::string> hints; ///< words in file, sheet or title that speak for this schema
    /// Prefixes of the measures it is about: a table whose measures are all of them, three at least, is this schema's,
    /// though another has room for them beside much else (a plan of funders is a `financement`, no `action`).
    std::vector<std::string> made_of;
    std::vector<std::string> must_have; ///< fields that a schema of the user's own cannot do without
    std::vector<Asked> asked;           ///< what the sheet for partners asks, in this order; empty: all fields

    [[nodiscard]] const Field* field(std::string_view id) const;
    [[nodiscard]] const FieldFamily* family_of(std::string_view field_id) const;
};

struct Domain {
    std::vector<std::shared_ptr<const Schema>> schemas;
    std::vector<std::shared_ptr<const Vocabulary>> vocabularies;
    std::vector<Control> other_controls; ///< of no schema: judged while reading, whatever the schema

    [[nodiscard]] std::shared_ptr<const Schema> schema(std::string_view id) const;
    [[nodiscard]] const Vocabulary* vocabulary(std::string_view id) const;
};

} // namespace bilan::data
