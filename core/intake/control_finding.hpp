// SPDX-License-Identifier: MPL-2.0
//
// The finding of a broken control: where it is, the values compared, the words. Inner header of intake/.
#pragma once

#include "intake/control_rules.hpp"
#include "intake/finding.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace bilan::intake {

/// Tells the findings of one control. What many rows share is made once: the columns, the headers of a table, how a
/// distinct text is shown. All that it is given outlives it; one thread.
class FindingTeller {
public:
    FindingTeller(const data::Dataset& dataset, const data::Domain& domain, const data::Control& control,
                  const Verdict& verdict);
    [[nodiscard]] Finding finding_of(const Broken& broken);

private:
    /// A column that the rule compares.
    struct Compared {
        std::size_t index = 0;
        std::uint32_t table = 0; ///< whose headers `french` and `english` are
        bool has_headers = false;
        base::Words shown_header{};
        std::vector<std::optional<std::string>> texts{}; ///< as shown, by dictionary id
    };

    [[nodiscard]] const data::Column& column(const Compared& compared) const;
    [[nodiscard]] const std::string& shown_header(Compared& compared, std::size_t row, base::Language language);
    [[nodiscard]] const std::string& shown_text(Compared& compared, std::size_t row);
    /// « non coté », not `non_cote`.
    [[nodiscard]] std::string labels(const Compared& compared, std::size_t row, base::Language language) const;
    [[nodiscard]] std::string value_for_people(Compared& compared, std::size_t row, base::Language language);
    [[nodiscard]] std::string value_as_read(Compared& compared, std::size_t row);
    template <class Show>
    [[nodiscard]] std::string values(const Broken& broken, base::Language language, Show show);
    /// The rule asks for what the cell does not say: « Montant accordé » that is empty.
    [[nodiscard]] bool is_missed(std::size_t column, std::size_t row) const;
    [[nodiscard]] std::string unread_headers(std::size_t row, base::Language language);
    [[nodiscard]] const data::Column* anchor(const Broken& broken) const;
    [[nodiscard]] const data::Column* missed_anchor(std::size_t row) const;
    [[nodiscard]] Place place(const data::Column* at, std::size_t row) const;
    [[nodiscard]] std::string later_places(const Broken& broken, base::Language language);
    [[nodiscard]] std::string words_in(base::Language language, const Broken& broken, const std::string& other_place);

    const data::Dataset& dataset_;
    const data::Domain& domain_;
    const data::Control& control_;
    std::vector<Compared> compared_;                     ///< what may be shown
    std::vector<std::size_t> anchors_;                   ///< columns a finding may point at, the best first
    std::map<std::string, std::set<data::State>> asked_; ///< by field: the states that the rule forbids
};

} // namespace bilan::intake
