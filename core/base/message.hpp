// SPDX-License-Identifier: MPL-2.0
//
// What bilan says to people: a stable code of the catalogue and the words that fill its blanks. Every sentence of the
// catalogue has the form "what. what to do." and stands in French and in English. Value types; any thread.
#pragma once

#include "base/language.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::base {

struct Message {
    std::string code; ///< `BIL-214`
    std::vector<std::string> arguments;
};

/// An argument that is said in the language of the sentence.
[[nodiscard]] std::string in_each_language(const Words& words);

/// One line of the catalogue. `{0}`, `{1}` stand for the arguments.
struct CatalogueLine {
    std::string_view code;
    std::string_view french;
    std::string_view english;
};

/// The whole catalogue, ascending by code.
[[nodiscard]] std::span<const CatalogueLine> catalogue();

/// The sentence without its code. Arguments are shown with `for_display`, so no file can break a message. An empty code
/// gives argument 0 in French and argument 1 in English (messages of plugins of another house); an unknown code gives
/// the code and its arguments, so that nothing is ever lost.
[[nodiscard]] std::string render(const Message& message, Language language);

} // namespace bilan::base
