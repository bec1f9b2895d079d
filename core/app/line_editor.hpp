// SPDX-License-Identifier: MPL-2.0
//
// Lines typed at a terminal, with editing, completion and a history that lasts. One at a time; one thread.
#pragma once

#include "script/console.hpp"

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace bilan::app {

enum class LineEnd : std::uint8_t {
    entered,
    interrupted, ///< Ctrl-C: the line is given up
    over,        ///< Ctrl-D, or the terminal went away
};

struct TypedLine {
    std::string text;
    LineEnd end = LineEnd::over;
};

class LineEditor {
public:
    using Completer = std::function<script::Completion(std::string_view before_cursor)>;

    /// `history` is read now and written line by line; empty: none is kept. A history that cannot be written is no
    /// error. `interrupted` is set by the handler of Ctrl-C and outlives the editor.
    LineEditor(std::filesystem::path history, Completer completer, std::atomic<bool>& interrupted);
    LineEditor(const LineEditor&) = delete;
    LineEditor& operator=(const LineEditor&) = delete;
    ~LineEditor();

    [[nodiscard]] TypedLine read(const std::string& prompt);
    /// Puts a line into the history.
    void remember(const std::string& line);

private:
    struct Work;
    std::unique_ptr<Work> work_;
};

/// `bilan/NAME` below XDG_STATE_HOME or ~/.local/state; empty when there is no home.
[[nodiscard]] std::filesystem::path state_file(std::string_view name);

} // namespace bilan::app
