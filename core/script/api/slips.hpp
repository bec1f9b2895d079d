// SPDX-License-Identifier: MPL-2.0
//
// Names and values that nothing bears but something similar does: a slip that would pass for an empty answer. For the
// thread of the script.
#pragma once

#include "data/query.hpp"

#include <string>

namespace bilan::script {

struct Caller;
class QueryObject;

/// Throws BIL-620 where `field` is no field of any schema and nearly one of these rows: `has` would be false for ever.
void refuse_misspelt(const QueryObject& rows, const std::string& field);

/// Says which texts of a condition no row holds, where a row holds a similar one: « Asociation Avenir ».
void say_unmet_texts(const Caller& caller, const QueryObject& rows, const data::Expression& condition);

} // namespace bilan::script
