// SPDX-License-Identifier: MPL-2.0
#include "base/json.hpp"

#include <gtest/gtest.h>

#include <array>

namespace bilan::base {
namespace {

TEST(Json, MembersComeInTheOrderInWhichTheyAreSaid)
{
    const std::array<std::string, 2> quarters{"QN05701M", "QN05702M"};
    JsonLine line;
    line.member("type", "row").member("row", std::int64_t{12}).member("rate", 0.5).member("kept", true);
    line.member("qpv", quarters).null("cell").raw("values", R"({"a":1})").member("file", std::string("été.xlsx"));
    EXPECT_EQ(line.text(), R"({"type":"row","row":12,"rate":0.5,"kept":true,"qpv":["QN05701M","QN05702M"],)"
                           R"("cell":null,"values":{"a":1},"file":"été.xlsx"})");
    EXPECT_EQ(JsonLine().text(), "{}");
    EXPECT_EQ(JsonLine().member("none", std::span<const std::string>()).text(), R"({"none":[]})");
}

TEST(Json, OneLineGoesOnWithTheMembersOfAnother)
{
    JsonLine line;
    line.member("a", true).followed_by(JsonLine()).followed_by(JsonLine().member("b", std::int64_t{2}));
    EXPECT_EQ(line.text(), R"({"a":true,"b":2})");
    EXPECT_EQ(JsonLine().followed_by(line).text(), line.text());
}

TEST(Json, EscapesWhatJsonWantsEscaped)
{
    EXPECT_EQ(json_text("a\"b\\c\n\r\t\x01/é"), R"("a\"b\\c\n\r\t\u0001/é")");
    EXPECT_EQ(json_text(std::string_view("\0", 1)), R"("\u0000")");
    EXPECT_EQ(json_text("\xE9"), "\"\uFFFD\"");
    EXPECT_EQ(JsonLine().member("a\"b", "c").text(), R"({"a\"b":"c"})");
}

} // namespace
} // namespace bilan::base
