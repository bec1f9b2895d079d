// SPDX-License-Identifier: MPL-2.0
//
// `Groups:join`: figures of other groups by key; rows stand for the groups of their key. What does not fit is said in
// the journal. One thread.
#pragma once

#include "script/api/query_options.hpp"
#include "script/bind.hpp"

namespace bilan::script {

/// What groups are joined to.
struct GroupsOrRows {
    std::shared_ptr<GroupsObject> groups;
    std::shared_ptr<QueryObject> rows; ///< or these
};

template <>
struct Value<GroupsOrRows> {
    static std::string name() { return "bilan.Groups|bilan.Query"; }
    static GroupsOrRows read(lua_State* lua, int at, const Where& where);
};

[[nodiscard]] std::shared_ptr<GroupsObject> joined_groups(const Caller& caller,
                                                          const std::shared_ptr<GroupsObject>& self,
                                                          const GroupsOrRows& other, const JoinOptions& options);

} // namespace bilan::script
