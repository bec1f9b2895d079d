// SPDX-License-Identifier: MPL-2.0
//
// `bilan console`: a conversation with a person at a terminal, or with what is piped in. One thread.
#pragma once

#include "app/line_editor.hpp"
#include "app/session.hpp"
#include "run/console_run.hpp"

#include <string>
#include <string_view>

namespace bilan::app {

class Conversation {
public:
    /// Both outlive it.
    Conversation(Session& session, run::ConsoleRun& run);

    /// Until its end. At a terminal `done`: the person has seen what failed; else the exit code of the first failure.
    [[nodiscard]] base::ExitCode hold();

private:
    void welcome();
    void talk(LineEditor* editor);
    [[nodiscard]] TypedLine read(LineEditor* editor);
    [[nodiscard]] TypedLine read_plain();
    /// False when the conversation is over.
    bool take(const std::string& line);
    void evaluate();
    bool obey(const std::string& line);
    void help();
    void show_fields(const std::string& dataset);
    void show_answer(const script::ConsoleAnswer& answer);
    void fail(const base::Error& error);
    [[nodiscard]] script::Completion complete(std::string_view before);

    Session& session_;
    run::ConsoleRun& run_;
    bool is_terminal_;
    std::string entry_; ///< lines so far of an entry that lacks its end
    base::ExitCode ended_ = base::ExitCode::done;
};

} // namespace bilan::app
