// SPDX-License-Identifier: MPL-2.0
//
// What one cell turned out to be: a value or the reason why there is none, and at most one note worth a finding. Value
// types, made by the readers of this folder, any thread.
#pragma once

#include "base/message.hpp"
#include "data/schema.hpp"
#include "data/state.hpp"
#include "intake/finding.hpp"

#include <optional>
#include <string>

namespace bilan::intake {

/// A finding without its place.
struct Note {
    std::string code; ///< control id where there is one, else the code of the message
    data::Severity severity = data::Severity::information;
    Done done = Done::kept;
    base::Message message;
};

struct Reading {
    data::State state = data::State::empty;
    double number = 0;
    std::string text; ///< of a text column; items of a list are joined by data::list_separator
    std::optional<Note> note;

    [[nodiscard]] static Reading of(double number) { return {data::State::value, number, {}, {}}; }
    [[nodiscard]] static Reading of(double number, Note note)
    {
        return {data::State::value, number, {}, std::move(note)};
    }
    [[nodiscard]] static Reading of(std::string text) { return {data::State::value, 0, std::move(text), {}}; }
    [[nodiscard]] static Reading of(std::string text, Note note)
    {
        return {data::State::value, 0, std::move(text), std::move(note)};
    }
    [[nodiscard]] static Reading none(data::State state) { return {state, 0, {}, {}}; }
    /// No value, because of what the note says.
    [[nodiscard]] static Reading refused(Note note) { return {data::State::error, 0, {}, std::move(note)}; }
};

} // namespace bilan::intake
