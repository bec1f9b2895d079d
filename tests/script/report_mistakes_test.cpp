// SPDX-License-Identifier: MPL-2.0
//
// Mistakes that consultants make in a report, each with the whole text that they see. Line 7 is the first of `build`.
#include "report_workshop.hpp"

namespace bilan::script {

namespace {

struct Slip {
    const char* build;
    const char* shown;
};

class ReportMistakes : public Reports {};

TEST_F(ReportMistakes, HaveAPinnedMessage)
{
    inputs_.language = base::Language::english;
    inputs_.limits.instructions = 5'000'000; // endless loops end soon
    inputs_.limits.made_cells = 1'000'000;
    const Slip slips[] = {
#include "report_mistakes.inc"
    };
    EXPECT_GE(std::size(slips), 40U);
    for (const Slip& slip : slips) EXPECT_EQ(failing(slip.build), slip.shown) << slip.build;
}

} // namespace

} // namespace bilan::script
