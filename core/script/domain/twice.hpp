// SPDX-License-Identifier: MPL-2.0
//
// What stands twice in a domain, and would then answer to nobody: terms and their spellings, headers of fields. Throws
// Mistake. Pure; any thread.
#pragma once

#include "data/schema.hpp"

namespace bilan::script {

/// Ids, labels and spellings, compared as spellings are; the same one twice under one term is no harm.
void refuse_terms_that_stand_twice(const data::Vocabulary& vocabulary);
/// Headers that two fields of the schema claim.
void refuse_headers_that_stand_twice(const data::Schema& schema);

} // namespace bilan::script
