// SPDX-License-Identifier: MPL-2.0
//
// `spec.expect(value)`: what a test says of a value. A miss is a mistake at the test's own line, in both languages.
#pragma once

#include "base/error.hpp"
#include "script/api/sample.hpp"
#include "script/record.hpp"

namespace bilan::script {

struct Expectation {
    Sample value;
};

template <>
struct ObjectName<Expectation> {
    static constexpr const char* value = "bilan.Expectation";
};

[[nodiscard]] const GroupRecord& expectation_class();

/// The error that the function ends with; nothing when it ends well.
struct Caller;
[[nodiscard]] std::optional<base::Error> failure_of(const Caller& caller, const FunctionReference& function);

} // namespace bilan::script
