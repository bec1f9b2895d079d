// SPDX-License-Identifier: MPL-2.0
//
// What stands twice in a domain, and would then answer to nobody: terms and their spellings, headers of fields. Throws
// Mistake. Pure; any thread.
#pragma once

#include "data/schema.hpp"
#include "script/mistake.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace bilan::script {

/// An id that stands twice in a list of a domain: the second is the mistake, and it says where the first stands.
class IdTwice : public Mistake {
public:
    /// `owner`: id of what has the list, empty for the list of a report; `list`: `terms`.
    IdTwice(const Mistake& mistake, std::string owner, std::string list)
        : Mistake(mistake), owner_(std::move(owner)), list_(std::move(list))
    {
    }

    struct Located {
        base::Message message;
        int line = 0;
    };
    /// Looked for from a line on; the line is 0 where the list is not written out in the text.
    [[nodiscard]] Located in(std::string_view text, int from_line = 1) const;

private:
    std::string owner_;
    std::string list_;
};

/// Ids, labels and spellings, compared as spellings are; the same one twice under one term is no harm.
void refuse_terms_that_stand_twice(const data::Vocabulary& vocabulary);
/// Headers that two fields of the schema claim.
void refuse_headers_that_stand_twice(const data::Schema& schema);

} // namespace bilan::script
