// SPDX-License-Identifier: MPL-2.0
//
// expat under guard: no document type, so no entity is ever defined, expanded or fetched; depth, attributes and the
// size of one tag are bounded; damage is refused with the part and the line. For one thread, one part.
#pragma once

#include "archive/byte_source.hpp"
#include "archive/read_guard.hpp"
#include "xml/handler.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace bilan::xml {

namespace code {
inline constexpr std::string_view document_type = "BIL-315"; ///< {0} part
inline constexpr std::string_view malformed = "BIL-316";     ///< {0} part
inline constexpr std::string_view encoding = "BIL-321";      ///< {0} part {1} encoding
} // namespace code

class Parser {
public:
    /// All references must outlive the parser. `part` is the name that messages show.
    Parser(Handler& handler, std::string part, const archive::ReadGuard& guard);
    ~Parser();
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;

    void feed(std::string_view bytes);
    void finish();
    /// True as long as no declaration named another encoding than UTF-8.
    [[nodiscard]] bool is_utf8() const;
    /// True once the outermost element has begun.
    [[nodiscard]] bool has_root() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The whole of a part through one handler.
void parse(archive::ByteSource& source, Handler& handler, const std::string& part, const archive::ReadGuard& guard);

} // namespace bilan::xml
