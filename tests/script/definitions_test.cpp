// SPDX-License-Identifier: MPL-2.0
#include "script/report.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace bilan::script {

namespace {

/// After a change of the interface: `script_test --gtest_filter=Definitions.* --gtest_also_run_disabled_tests`.
TEST(Definitions, CommittedFileIsUpToDate)
{
    std::ifstream file(BILAN_SOURCE_DIR "/scripts/meta/bilan.d.lua", std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    EXPECT_EQ(text.str(), editor_definitions()) << "write it again: see DISABLED_WriteFile";
}

TEST(Definitions, DISABLED_WriteFile)
{
    std::ofstream(BILAN_SOURCE_DIR "/scripts/meta/bilan.d.lua", std::ios::binary) << editor_definitions();
}

} // namespace

} // namespace bilan::script
