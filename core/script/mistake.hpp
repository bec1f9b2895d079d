// SPDX-License-Identifier: MPL-2.0
//
// What the author of a script did wrong, as an exception inside the room: a message of the catalogue and the word of
// the source line to underline. The trampoline of bind.hpp turns it into a Lua error at the caller's line; the script
// may catch that one with `pcall`. Value type; any thread.
#pragma once

#include "base/message.hpp"

#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bilan::script {

class Mistake : public std::runtime_error {
public:
    explicit Mistake(std::string code, std::vector<std::string> arguments = {}, std::string subject = {});

    [[nodiscard]] const base::Message& message() const { return message_; }
    /// The word to underline; empty when nothing in particular is wrong.
    [[nodiscard]] const std::string& subject() const { return subject_; }
    /// A text that stands shortly before the mistake in a data file (`id = "nb_entrees"`), to find its line.
    [[nodiscard]] const std::string& near() const { return near_; }
    void set_near(std::string near) { near_ = std::move(near); }

private:
    base::Message message_;
    std::string subject_;
    std::string near_;
};

/// `with_suggestion` has the blanks {0} what, {1} where, {2} nearest, {3} all; `without` the same but for the nearest.
[[nodiscard]] Mistake unknown_name(std::string_view with_suggestion, std::string_view without, std::string_view name,
                                   std::string_view where, std::span<const std::string> known);
/// The same where what is meant is known: `code` has the blanks {0} what, {1} where, {2} meant, {3} all.
[[nodiscard]] Mistake misspelt_name(std::string_view code, std::string_view name, std::string_view meant,
                                    std::string_view where, std::span<const std::string> known);

} // namespace bilan::script
