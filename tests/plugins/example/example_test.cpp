// SPDX-License-Identifier: MPL-2.0
//
// The example as the host sees it: opened, asked for its cards, called through the border.
#include "plugin/plugin_loader.hpp"

#include <gtest/gtest.h>

namespace bilan::plugin {
namespace {

class ExamplePlugin : public testing::Test {
protected:
    ExamplePlugin()
    {
        const std::filesystem::path folder = std::filesystem::path(BILAN_PLUGIN_DIR).parent_path();
        load_plugins({&folder, 1}, {}, registry_);
        for (const Offer& offer : registry_.plugins())
            if (offer.plugin.name == "example") functions_ = offer.functions.front().get();
    }

    [[nodiscard]] FunctionValue call(std::string_view name, const std::vector<FunctionValue>& arguments) const
    {
        for (std::size_t at = 0; at < functions_->functions().size(); ++at)
            if (functions_->functions()[at].name == name) return functions_->call(at, arguments);
        ADD_FAILURE() << "no function " << name;
        return {};
    }
    void SetUp() override { ASSERT_NE(functions_, nullptr); }

private:
    PluginRegistry registry_;
    LoadedFunctions* functions_ = nullptr;
};

using Numbers = std::vector<double>;

TEST_F(ExamplePlugin, Answers)
{
    EXPECT_EQ(call("median", {Numbers{3, 1, 2}}), FunctionValue(2.0));
    EXPECT_EQ(call("herfindahl", {Numbers{5, 5}}), FunctionValue(0.5));
    EXPECT_EQ(call("share_of_largest", {Numbers{10, 60, 30}, {}}), FunctionValue(0.6));
    EXPECT_EQ(call("share_of_largest", {Numbers{10, 60, 30}, 2.0}), FunctionValue(0.9));
}

TEST_F(ExamplePlugin, HasNoAnswerForAnEmptyList)
{
    for (const char* name : {"median", "herfindahl"}) EXPECT_EQ(call(name, {Numbers{}}), FunctionValue()) << name;
    EXPECT_EQ(call("share_of_largest", {Numbers{}, {}}), FunctionValue());
}

TEST_F(ExamplePlugin, SaysWhatIsWrongWithItsArguments)
{
    const auto sentence = [&](std::string_view name, const std::vector<FunctionValue>& arguments) {
        try {
            (void)call(name, arguments);
        } catch (const base::Error& error) {
            EXPECT_EQ(error.exit_code(), base::ExitCode::script);
            return error.sentence(base::Language::english);
        }
        return std::string("nothing was thrown");
    };
    EXPECT_EQ(sentence("herfindahl", {Numbers{3, -1}}),
              "bilan.fn.herfindahl (example 1.0.0) refuses its arguments: part 2 is negative. Correct the call in the "
              "script.");
    for (const double count : {0.0, -1.0, 1.5, 1e9})
        EXPECT_EQ(sentence("share_of_largest", {Numbers{1}, count}),
                  "bilan.fn.share_of_largest (example 1.0.0) refuses its arguments: 'count' must be a whole number "
                  "from 1. Correct the call in the script.");
}

} // namespace
} // namespace bilan::plugin
