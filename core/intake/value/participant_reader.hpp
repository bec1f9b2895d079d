// SPDX-License-Identifier: MPL-2.0
//
// « X Y / PETR du Val », « X Y - PLIE », « CC du Val, X Y »: who took part, without the person. What names somebody is
// dropped and never quoted. One column, one thread.
#pragma once

#include "intake/value/value_reader.hpp"

#include <string>
#include <string_view>

namespace bilan::intake {

class ParticipantReader final : public ValueReader {
public:
    void show_text(std::string_view) override {}
    [[nodiscard]] Reading read_text(std::size_t index, std::string_view text) override;
    [[nodiscard]] Reading read_cell(const Cell& cell) override;
    [[nodiscard]] std::vector<Note> column_notes() const override;

private:
    std::size_t dropped_ = 0;
};

/// The text without its persons; empty when it holds nothing else.
[[nodiscard]] std::string without_persons(std::string_view text);

} // namespace bilan::intake
