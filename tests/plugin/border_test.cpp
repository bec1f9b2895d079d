// SPDX-License-Identifier: MPL-2.0
#include "plugin/border.hpp"

#include <bilan/problem.hpp>

#include <gtest/gtest.h>

#include <new>
#include <stdexcept>

namespace bilan::plugin {
namespace {

const Identity plugin{"csv-reader", "1.2.0", "a compiler 1.0", "/extensions/1/csv_reader.so"};

template <class Thrown>
base::Error error_of(Deed deed, Thrown thrown)
{
    try {
        border(plugin, deed, "retour.csv", [&] { throw thrown; });
    } catch (const base::Error& error) {
        return error;
    }
    throw std::logic_error("the border let it through");
}

TEST(Border, GivesBackWhatTheActionGives)
{
    int number = 1;
    EXPECT_EQ(border(plugin, Deed::reading, "", [] { return std::string("answer"); }), "answer");
    int& same = border(plugin, Deed::reading, "", [&]() -> int& { return number; });
    EXPECT_EQ(&same, &number);
    border(plugin, Deed::reading, "", [&] { number = 2; });
    EXPECT_EQ(number, 2);
}

TEST(Border, NamesPluginVersionFileDeedAndReason)
{
    const base::Error error = error_of(Deed::reading, std::out_of_range("row 12"));
    EXPECT_EQ(error.exit_code(), base::ExitCode::plugin);
    EXPECT_STREQ(error.what(),
                 "/extensions/1/csv_reader.so: Plugin csv-reader 1.2.0 failed while it read \"retour.csv\" "
                 "(row 12). Save that file in another format, and report the failure to the author of "
                 "the plugin.");
}

TEST(Border, EachDeedHasItsSentence)
{
    EXPECT_EQ(error_of(Deed::registering, 1).message().code, "BIL-472");
    EXPECT_EQ(error_of(Deed::presenting, 1).message().code, "BIL-473");
    EXPECT_EQ(error_of(Deed::recognising, 1).message().code, "BIL-474");
    EXPECT_EQ(error_of(Deed::reading, 1).message().code, "BIL-475");
    EXPECT_EQ(error_of(Deed::writing, 1).message().code, "BIL-476");
    EXPECT_EQ(error_of(Deed::calling, 1).message().code, "BIL-478");
    EXPECT_EQ(error_of(Deed::calling, std::runtime_error("x")).message().code, "BIL-477");
}

TEST(Border, SaysTheTypeOfWhatIsNoException)
{
    EXPECT_EQ(error_of(Deed::registering, 1).message().arguments.back(), "int");
    EXPECT_EQ(error_of(Deed::registering, "text").message().arguments.back(), "char const*");
}

TEST(Border, LetsRefusalsErrorsAndLackOfMemoryPass)
{
    const auto cross = [](auto thrown) { border(plugin, Deed::reading, "x", [&] { throw thrown; }); };
    EXPECT_THROW(cross(Refusal({"BIL-383", {}, {"x"}})), Refusal);
    EXPECT_THROW(cross(std::bad_alloc()), std::bad_alloc);
    try {
        cross(base::Error(base::ExitCode::unreadable, "x", {"BIL-390", {}}));
        FAIL();
    } catch (const base::Error& error) {
        EXPECT_EQ(error.exit_code(), base::ExitCode::unreadable);
    }
}

} // namespace
} // namespace bilan::plugin
