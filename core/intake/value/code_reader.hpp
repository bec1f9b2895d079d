// SPDX-License-Identifier: MPL-2.0
//
// Identifiers, kept as text: SIRET, RNA, dossier, INSEE codes, départements. What a spreadsheet took from them (zeros,
// digits) is put back when the rule is sure, and said. One column, one thread.
#pragma once

#include "intake/value/value_reader.hpp"

namespace bilan::intake {

class CodeReader final : public ValueReader {
public:
    explicit CodeReader(const ColumnContext& context);

    void show_text(std::string_view) override {}
    [[nodiscard]] Reading read_text(std::size_t index, std::string_view text) override;
    [[nodiscard]] Reading read_cell(const Cell& cell) override;

private:
    using Rule = Reading (*)(std::string_view text);
    [[nodiscard]] Reading read(std::string_view text) const;

    Rule rule_;
    bool asks_for_siren_ = false; ///< the header says SIREN, where a SIRET would do as well
};

} // namespace bilan::intake
