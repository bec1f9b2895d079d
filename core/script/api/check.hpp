// SPDX-License-Identifier: MPL-2.0
//
// Sees, before data/ computes anything, that an expression fits a dataset: its fields exist, its constants have their
// type, its terms are in the vocabulary. Throws Mistake with the nearest name. Pure; any thread.
#pragma once

#include "data/query.hpp"

#include <string>

namespace bilan::script {

class Mistake;
class Session;

void check_field(const data::Query& query, const std::string& name);
/// `domain`: where the vocabularies are; null when none is known.
void check_expression(const data::Domain* domain, const data::Query& query, const data::Expression& expression);
void check_expression(const Session& session, const data::Query& query, const data::Expression& expression);
void check_measure(const Session& session, const data::Query& query, const data::Measure& measure);

/// What is to be said of an id that is no schema's; `where` it stands.
[[nodiscard]] Mistake unknown_schema(const data::Domain& domain, const std::string& id, const std::string& where);

/// How a script writes the date of a text, `bilan.date(2025, 9, 1)`; an example where the text is none.
[[nodiscard]] std::string written_date(const std::string& text);
/// A number that people take for a year, and no day of our time.
[[nodiscard]] bool is_year(double number);

/// The type of a column, of a field that no table has, or of a member of a family.
[[nodiscard]] std::optional<data::FieldType> type_of(const data::Query& query, std::string_view field);

} // namespace bilan::script
