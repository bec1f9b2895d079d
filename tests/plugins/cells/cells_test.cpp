// SPDX-License-Identifier: MPL-2.0
#include "cells/error_text.hpp"
#include "cells/remarks.hpp"
#include "cells/serial_date.hpp"

#include <gtest/gtest.h>

namespace bilan::cells {
namespace {

TEST(SerialDate, CountsFromOneDayWhateverTheSystem)
{
    const auto serial = [](double stored, bool is_1904) {
        return normalised(stored, FormatClass::date, is_1904).serial;
    };
    EXPECT_EQ(serial(1, false), 2) << "1 January 1900";
    EXPECT_EQ(serial(59, false), 60) << "28 February 1900";
    EXPECT_EQ(serial(60, false), 60) << "29 February 1900 does not exist";
    EXPECT_EQ(serial(61, false), 61) << "1 March 1900";
    EXPECT_EQ(serial(45657.5, false), 45657.5);
    EXPECT_EQ(serial(0, true), 1462) << "1 January 1904";
    EXPECT_TRUE(normalised(60.5, FormatClass::date, false).is_leap_day_1900);
    for (const double stored : {-1.0, 0.0, 0.5, 2'958'466.0, 1e300})
        EXPECT_FALSE(normalised(stored, FormatClass::date, false).is_in_range) << stored;
    EXPECT_TRUE(normalised(2'958'465.99, FormatClass::date, false).is_in_range);
    EXPECT_FALSE(normalised(2'957'004, FormatClass::date, true).is_in_range);
    EXPECT_EQ(normalised(1.5, FormatClass::time, false).serial, 1.5) << "36 hours under h:mm are no date";
    EXPECT_EQ(normalised(0.5, FormatClass::time, true).serial, 0.5);
}

TEST(IsoDate, ReadsDatesTimesAndBoth)
{
    EXPECT_EQ(iso_date("2024-12-31")->serial, 45657);
    EXPECT_EQ(iso_date("1899-12-30")->serial, 0);
    EXPECT_EQ(iso_date("2024-12-31T06:00:00Z")->serial, 45657.25);
    EXPECT_EQ(iso_date("2024-12-31T06:00:00.000+02:00")->format, FormatClass::datetime);
    EXPECT_EQ(iso_date("18:00:00")->serial, 0.75);
    EXPECT_EQ(iso_date("18:00")->format, FormatClass::time);
    for (const char* text : {"", "2024", "2024-13-01", "2023-02-29", "2024-12-31T", "2024-12-31x", "31/12/2024",
                             "25:00", "06:00:61", "06:00:nan", "06:00:inf", "2024-12-31T06:00:00Zx"})
        EXPECT_FALSE(iso_date(text)) << text;
}

TEST(Remarks, CountWhatTheyDoNotShow)
{
    Remarks remarks("essai.xlsx", "Feuil1");
    for (std::uint32_t row = 0; row < 250; ++row) remarks.add("BIL-325", CellPosition{row, 0}, {"XFE1"});
    const std::vector<Problem> all = remarks.take();
    ASSERT_EQ(all.size(), 101U);
    EXPECT_EQ(all.back().code, "BIL-338");
    EXPECT_EQ(all.back().arguments, (std::vector<std::string>{"BIL-325", "150"}));
}

TEST(Remarks, CanBeTakenBack)
{
    Remarks remarks("essai.xlsx", "Feuil1");
    remarks.add("BIL-325", std::nullopt);
    const Remarks::Mark mark = remarks.mark();
    remarks.add("BIL-325", std::nullopt);
    remarks.add("BIL-326", std::nullopt);
    remarks.forget_after(mark);
    EXPECT_EQ(remarks.take().size(), 1U);
}

TEST(ErrorText, OfAnyLanguage)
{
    EXPECT_EQ(error_of("#DIV/0!"), CellError::division);
    EXPECT_EQ(error_of("#DIV/0 !"), CellError::division);
    EXPECT_EQ(error_of("#N/D"), CellError::not_available);
    EXPECT_EQ(error_of("#NOM\u202F?"), CellError::name);
    EXPECT_EQ(error_of("Err:524"), CellError::reference);
    EXPECT_EQ(error_of("Err :999"), CellError::other);
    EXPECT_EQ(error_of("Err. :502"), CellError::value);
    EXPECT_EQ(error_of("Erreur\u00A0:532"), CellError::division);
    EXPECT_EQ(error_of("#NV"), CellError::not_available);
    EXPECT_EQ(error_of("#CALC !"), CellError::calculation);
    EXPECT_EQ(error_of("#PROPAGATION !"), CellError::spill);
    for (const char* text : {"#WERT!", "#¡VALOR!", "#NEUF !"})
        EXPECT_EQ(error_of(text), CellError::other) << "of another language, or a newer one: " << text;
    for (const char* text : {"", "#", "#1", "# bénéficiaires", "Erreur", "Err:", "Err:12", "Err:abc", "#N/A oui",
                             "#Total!", "#!", "Erreur : 502 lignes"})
        EXPECT_FALSE(error_of(text)) << text;
}

TEST(ErrorText, OfExcel365KeepsItsName)
{
    for (const char* text : {"#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#BUSY!",
                             "#PYTHON!", "#GETTING_DATA", "#EXTERNAL!", "#TIMEOUT!"}) {
        ASSERT_TRUE(error_written(text)) << text;
        EXPECT_EQ(spelling(*error_written(text)), text);
        EXPECT_EQ(error_of(text), error_written(text));
    }
    EXPECT_FALSE(error_written("#ERROR!"));
    EXPECT_FALSE(error_written("#spill!"));
}

} // namespace
} // namespace bilan::cells
