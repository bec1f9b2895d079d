// SPDX-License-Identifier: MPL-2.0
#include "cells/shown_format.hpp"

#include <gtest/gtest.h>

namespace bilan::cells {
namespace {

TEST(ShownFormat, CodesOfAFixedLength)
{
    EXPECT_EQ(shown_as("\"QP\"000000", 12).code, "QP000012");
    EXPECT_EQ(shown_as("\\2\\A000", 12).code, "2A012");
    EXPECT_EQ(shown_as("\"75\"000", 12).code, "75012");
    EXPECT_EQ(shown_as("\"DA\"000", 12345).code, "DA12345");
    EXPECT_EQ(shown_as("\"QP\"000000", 1.5).showing, Showing::as_stored);
    EXPECT_EQ(shown_as("\"QP\"000000", -1).showing, Showing::as_stored);
    EXPECT_FALSE(is_odd_format("\"EUR\"00"));
}

TEST(ShownFormat, OtherDigitsAndWords)
{
    for (const char* code :
         {"0\"000\"", "#,##0\"000 €\"", "#,##0\" 000\"", "0\\0\\0\\0", "0.0\"‰\"", "0\" milliers\"",
          "0.0\" millions d'euros HT\"", "0\" K\"", "\"1\"0.0", "\"<\"0", "0\"h\"00", "\"oui\";\"non\";\"non\"",
          "[=1]\"oui\";\"non\"", ";;;", "0,000\"000\"", "0\" % du total\""}) {
        EXPECT_TRUE(is_odd_format(code)) << code;
        EXPECT_EQ(shown_as(code, 1).showing, Showing::otherwise) << code;
    }
    EXPECT_EQ(shown_as("0;0;\"nc\"", 0).showing, Showing::otherwise);
    EXPECT_EQ(shown_as("0;0;\"nc\"", 1).showing, Showing::as_stored);
}

TEST(ShownFormat, UsualFormatsSayNothing)
{
    for (const char* code : {"General",
                             "Standard",
                             "0",
                             "00000",
                             "000 000 000 00000",
                             "0.00",
                             "#,##0.00\\ \"€\"",
                             "#,##0 €;[Red]-#,##0 €",
                             "_-* #,##0.00\\ \"€\"_-;\\-* #,##0.00\\ \"€\"_-;_-* \"-\"??\\ \"€\"_-;_-@_-",
                             "0%",
                             "0.0%",
                             "0\" jours\"",
                             "0\" m2\"",
                             "0\"h\"",
                             "0\" km\"",
                             "0.00E+00",
                             "# ?/?",
                             "0;-0;;@",
                             "0;-0;\"-\"",
                             "0;-0;\"0 €\"",
                             "@",
                             "0.0,\" k€\"",
                             "0,,\" M€\"",
                             "0#\" \"##\" \"##\" \"##\" \"##",
                             "[<=9999999]###-####;(###) ###-####",
                             "dd/mm/yyyy",
                             "[h]:mm",
                             "d \"20\"mmmm",
                             "\"n° \"0",
                             "# ##0 jours",
                             "0\" hab.\"",
                             "[Rouge][<0]0;0",
                             ""}) {
        EXPECT_FALSE(is_odd_format(code)) << code;
    }
}

TEST(ShownFormat, TheSectionOfANumberDecidesItsClass)
{
    constexpr std::string_view code = "[<1]hh:mm;dd/mm/yyyy";
    EXPECT_TRUE(is_odd_format(code));
    EXPECT_EQ(shown_as(code, 0.5).format, FormatClass::time);
    EXPECT_EQ(shown_as(code, 45'000).format, FormatClass::date);
    EXPECT_EQ(shown_as("[>40000]dd/mm/yyyy;0", 12).format, FormatClass::number);
    EXPECT_EQ(shown_as("0;-0;\"-\"", 0).format, std::nullopt);
}

} // namespace
} // namespace bilan::cells
