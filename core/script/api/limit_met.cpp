// SPDX-License-Identifier: MPL-2.0
#include "script/api/limit_met.hpp"

#include "script/state.hpp"

namespace bilan::script {

void end_at_limit(const Caller& caller, const Mistake& mistake)
{
    caller.state.budget().end_with({mistake.message(), mistake.subject(), caller.file, caller.line, {}});
    throw Mistake(mistake);
}

} // namespace bilan::script
