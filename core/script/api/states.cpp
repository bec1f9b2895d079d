// SPDX-License-Identifier: MPL-2.0
//
// `bilan.state`: a cell without a value, and why.
#include "script/api/groups.hpp"
#include "script/api/values.hpp"
#include "script/bind.hpp"
#include "script/class.hpp"

namespace bilan::script {

namespace {

std::shared_ptr<StateObject> state(const std::string& code)
{
    std::vector<std::string> codes;
    for (int index = 1; index <= static_cast<int>(data::State::no_column); ++index)
        codes.emplace_back(data::code(static_cast<data::State>(index)));
    const std::size_t found = choice_of(code, codes, Where("bilan.state"));
    return std::make_shared<StateObject>(StateObject{static_cast<data::State>(found + 1)});
}

std::string code_of(const std::shared_ptr<StateObject>& self)
{
    return std::string(data::code(self->state));
}

} // namespace

const GroupRecord& state_class()
{
    static const GroupRecord record =
        group("bilan.State", "Why a cell has no value.",
              {property<&code_of>("code", "`vide`, `nc`, `nd`, `so`, …"), metamethod<&code_of>("__tostring")});
    return record;
}

std::vector<FunctionRecord> state_functions()
{
    return {bind<&state>("state", "A cell that has no value, and why.",
                         {{"code", "`vide`, `nc`, `nd`, `so`, `nsp`, `secret`, `err` or `abs`"}})};
}

} // namespace bilan::script
