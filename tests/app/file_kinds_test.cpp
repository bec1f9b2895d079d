// SPDX-License-Identifier: MPL-2.0
//
// A file is what its bytes say: read whatever its name, and a name that says otherwise is announced; what is no
// spreadsheet is one sentence.
#include "app/bilan.hpp"

#include "support/biff_builder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::support {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string read(const std::string& name, const std::string& bytes)
{
    const TemporaryFolder folder;
    return bilan({"read", folder.write(name, bytes).string()}).out;
}

std::string refused(const std::string& name, const std::string& bytes)
{
    const TemporaryFolder folder;
    const Ended ended = bilan({"grid", folder.write(name, bytes).string()});
    EXPECT_EQ(ended.exit, 3);
    return ended.errors;
}

const std::string page = "<html><table><tr><td>Porteur</td></tr><tr><td>Association fictive</td></tr></table></html>";

TEST(FileKinds, AWrongExtensionIsAnnounced)
{
    const std::string workbook = test::BiffBuilder(test::biff::shared(0, 0, 0)).file();
    EXPECT_THAT(read("export.xls", page), HasSubstr("\"code\":\"BIL-378\""));
    EXPECT_THAT(read("export.xls", page),
                HasSubstr("L'extension «\u00A0xls\u00A0» n'est pas celle du contenu, qui est du html"));
    EXPECT_THAT(read("export.html", page), Not(HasSubstr("BIL-378")));
    EXPECT_THAT(read("bilan.xlsx", workbook), HasSubstr("BIL-378"));
    EXPECT_THAT(read("bilan.xls", workbook), Not(HasSubstr("BIL-378")));
    EXPECT_THAT(read("bilan", workbook), Not(HasSubstr("BIL-378"))) << "no extension promises nothing";
}

TEST(FileKinds, OtherContainersGetASentenceEach)
{
    const auto holding = [](const char* name) { return test::OleBuilder().add(name, "x").bytes(); };
    EXPECT_THAT(refused("a.xlsx", holding("EncryptedPackage")), HasSubstr("[BIL-382]"));
    EXPECT_THAT(refused("a.xls", holding("WordDocument")), HasSubstr("[BIL-386]"));
    EXPECT_THAT(refused("a.xls", holding("__properties_version1.0")), HasSubstr("[BIL-389]"));
    EXPECT_THAT(refused("a.xls", "MIME-Version: 1.0\n\n<html><table>"), HasSubstr("[BIL-379]"));
    EXPECT_THAT(
        refused("a.xls", "<?xml version='1.0'?><feuille xmlns:ss='urn:schemas-microsoft-com:office:spreadsheet'/>"),
        HasSubstr("[BIL-397]"));
    EXPECT_THAT(refused("a.html", "<html><p>Bonjour</p></html>"), HasSubstr("[BIL-356]"));
}

} // namespace
} // namespace bilan::support
