// SPDX-License-Identifier: MPL-2.0
//
// A folder of its own for each test, with the project's library on the search path and reports that the test writes.
#pragma once

#include "script/modules.hpp"
#include "script/report.hpp"
#include "script/state.hpp"

#include <gtest/gtest.h>
#include <lua.hpp>

#include <filesystem>
#include <fstream>
#include <string>

#include <unistd.h>

namespace bilan::script {

class Workshop : public testing::Test {
protected:
    void SetUp() override
    {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        folder_ = std::filesystem::temp_directory_path() /
                  ("bilan_script_" + std::string(test->test_suite_name()) + '_' + test->name() + '_' +
                   std::to_string(::getpid())); // two checkouts may be tested at once
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_ / "reports");
        path_.libraries = {std::filesystem::path(BILAN_SOURCE_DIR) / "scripts"};
        path_.reports = {folder_ / "reports"};
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    std::filesystem::path write(const std::string& name, const std::string& text) const
    {
        const auto file = folder_ / name;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << text;
        return file;
    }

    [[nodiscard]] State::Settings settings() const
    {
        State::Settings settings;
        settings.path = path_;
        settings.seed = "test";
        settings.limits = limits_;
        return settings;
    }

    /// What the chunk returned, as `tostring` shows it.
    std::string run(const std::string& text) const
    {
        State state(settings());
        std::string answer;
        const auto file = write("reports/x.lua", text);
        state.report_folder() = file.parent_path();
        state.protect([&](lua_State* lua) {
            push_chunk(lua, file, "reports/x.lua");
            lua_call(lua, 0, 1);
            luaL_tolstring(lua, -1, nullptr);
            answer = lua_tostring(lua, -1);
        });
        return answer;
    }

    /// The sentence of the error that the chunk ends with; its result when it ends with none.
    std::string sentence(const std::string& text, base::Language language = base::Language::english) const
    {
        try {
            return "no error: " + run(text);
        } catch (const base::Error& error) {
            EXPECT_EQ(error.exit_code(), base::ExitCode::script);
            return error.sentence(language);
        }
    }

    std::filesystem::path folder_;
    SearchPath path_;
    Limits limits_;
};

} // namespace bilan::script
