// SPDX-License-Identifier: MPL-2.0
//
// What ends a run: a place, a message of the catalogue and an exit code. Messy data never comes this way (it is a
// finding), nor do bugs (they are assertions).
#pragma once

#include "base/message.hpp"

#include <stdexcept>
#include <string>
#include <utility>

namespace bilan::base {

/// The exit codes of the command line; they stand in the manual and never change meaning.
enum class ExitCode : int {
    done = 0,
    findings = 1, ///< blocking findings, or nothing to report
    usage = 2,
    unreadable = 3,
    unwritable = 4,
    secrecy = 5,
    script = 6,
    plugin = 7,
    internal = 70,
    interrupted = 130,
};

class Error : public std::runtime_error {
public:
    /// `place` is what the sentence begins with: `emploi_2025.xlsx › Bilan › C12`, a path, `reports/x.lua:14`; may be
    /// empty.
    /// `excerpt` is lines of a source text that are shown, as they are, under the sentence; usually none.
    Error(ExitCode exit_code, std::string place, Message message, std::string excerpt = {});

    [[nodiscard]] ExitCode exit_code() const { return exit_code_; }
    [[nodiscard]] const std::string& place() const { return place_; }
    [[nodiscard]] const Message& message() const { return message_; }
    [[nodiscard]] const std::string& excerpt() const { return excerpt_; }
    /// `place: what. what to do.`, then the excerpt on lines of its own.
    [[nodiscard]] std::string sentence(Language language) const;

    /// The place as it can be opened here, a path as it was typed (`../x.lua:14`). It differs from machine to machine,
    /// so it is for the terminal and no workbook shows it.
    void stand_at(std::string here) { here_ = std::move(here); }
    /// That place; the one that holds everywhere when none was told.
    [[nodiscard]] const std::string& here() const { return here_.empty() ? place_ : here_; }
    [[nodiscard]] std::string sentence_here(Language language) const;

private:
    ExitCode exit_code_;
    std::string place_;
    Message message_;
    std::string excerpt_;
    std::string here_;
};

} // namespace bilan::base
