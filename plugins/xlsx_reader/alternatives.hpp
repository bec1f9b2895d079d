// SPDX-License-Identifier: MPL-2.0
//
// Which branch of an `mc:AlternateContent` is read: the first choice whose namespaces Excel knows, else the fallback,
// as ECMA-376 part 3 (7.6) has it. A writer may wrap rows or cells in one, and both branches hold values. For one
// thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bilan::xlsx {

class Alternatives {
public:
    /// True for the namespace of the wrappers.
    [[nodiscard]] static bool is_of(std::string_view space);

    /// A namespace declaration, before the element that carries it.
    void bind(std::string_view prefix, std::string_view space);
    /// A wrapper begins: true when what it holds is read. `requires_` is its attribute of that name, prefixes apart by
    /// blanks.
    [[nodiscard]] bool enter(std::string_view local, std::string_view requires_);
    /// A wrapper ends.
    void leave(std::string_view local);

private:
    [[nodiscard]] bool is_known(std::string_view prefixes) const;

    std::vector<std::string> known_; ///< prefixes of namespaces that Excel understands
    std::vector<bool> is_taken_;     ///< per open wrapper: a branch was read
};

} // namespace bilan::xlsx
