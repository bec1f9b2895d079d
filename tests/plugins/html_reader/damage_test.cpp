// SPDX-License-Identifier: MPL-2.0
//
// Hostile and damaged pages: read as far as a browser would, or refused by the limit that they pass.
#include "html_under_test.hpp"

namespace bilan::test {
namespace {

TEST(HtmlDamage, NothingOutsideThePageIsOpened)
{
    EXPECT_EQ(read_page("<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><html><table><tr><td>&x;</td></tr>"
                        "</table></html>"),
              "sheet Tableau 1\nA1 text \"&x;\"\n");
    EXPECT_EQ(read_page("<table><tr><td><img src='http://exemple.invalid/a'><iframe src='file:///etc/passwd'></iframe>a"
                        "</td></tr></table>"),
              "sheet Tableau 1\nA1 text \"a\"\n");
}

TEST(HtmlDamage, DepthIsBounded)
{
    std::string deep = "<table><tr><td>";
    for (int i = 0; i < 100'000; ++i) deep += "<b>";
    EXPECT_EQ(read_page(deep), "refused BIL-310 depth 256 essai.xls\n");
    std::string nested;
    for (int i = 0; i < 1'000; ++i) nested += "<table><tr><td>x";
    EXPECT_EQ(read_page(nested), "refused BIL-310 depth 256 essai.xls\n");
}

/// The parser would take minutes for what this refuses at once.
TEST(HtmlDamage, AttributesOfATagAreBounded)
{
    const auto page = [](int count) {
        std::string tag = "<td";
        for (int i = 0; i < count; ++i) tag += " a" + std::to_string(i) + "='x y > z'";
        return "<table><tr>" + tag + ">a</td></tr></table>";
    };
    EXPECT_EQ(read_page(page(1024)), "sheet Tableau 1\nA1 text \"a\"\n");
    EXPECT_EQ(read_page(page(1025)), "refused BIL-310 attributes 1024 essai.xls\n");
    EXPECT_EQ(read_page(page(200'000)), "refused BIL-310 attributes 1024 essai.xls\n");
    ReadLimits limits;
    limits.attributes = 2;
    EXPECT_EQ(read_page("<script>for (i=0;i<n;i++) a b c d e f</script><style>a < b c d e</style><!-- <p a b c> -->"
                        "<table x = 1 y='2' /><tr><td>2 < 3 et 4 et 5</td></tr></table>",
                        limits),
              "sheet Tableau 1\nA1 text \"2 < 3 et 4 et 5\"\n");
}

TEST(HtmlDamage, LimitsAreHeldByName)
{
    const std::string bytes = "<table><tr><td>aaaa</td><td>bbbb</td></tr><tr><td>c</td></tr></table>";
    ReadLimits limits;
    limits.cells = 1;
    EXPECT_EQ(read_page(bytes, limits), "refused BIL-310 cells 1 Tableau 1\n");
    limits = {};
    limits.rows = 1;
    EXPECT_EQ(read_page(bytes, limits), "refused BIL-310 rows 1 Tableau 1\n");
    limits = {};
    limits.columns = 1;
    EXPECT_EQ(read_page(bytes, limits), "refused BIL-310 columns 1 Tableau 1\n");
    limits = {};
    limits.sheets = 0;
    EXPECT_EQ(read_page(bytes, limits), "refused BIL-310 sheets 0 essai.xls\n");
    limits = {};
    limits.texts = 1;
    EXPECT_EQ(read_page(bytes, limits), "refused BIL-310 texts 1 Tableau 1\n");
    limits = {};
    limits.text_bytes = 3;
    EXPECT_EQ(read_page(bytes, limits), "refused BIL-310 text_bytes 3 essai.xls\n");
    limits = {};
    limits.total_bytes = 10;
    EXPECT_EQ(read_page(bytes, limits), "refused BIL-310 total_bytes 10 essai.xls\n");
    limits = {};
    limits.memory_bytes = 1'000;
    EXPECT_TRUE(read_page(bytes, limits).starts_with("refused BIL-310 memory_bytes 1000 "));
    limits = {};
    limits.time = std::chrono::milliseconds(-1'000);
    EXPECT_TRUE(read_page(bytes, limits).starts_with("refused BIL-310 time "));
}

TEST(HtmlDamage, APageThatEndsWithinATableIsCut)
{
    EXPECT_EQ(read_page("<table><tr><td>a</td><td>12</td></tr><tr><td>z</td><td styl"), "refused BIL-312\n");
    EXPECT_EQ(read_page("<table><tr><td>a<table><tr><td>b</table>"), "refused BIL-312\n") << "the outer table";
    EXPECT_EQ(read_page("<TABLE><tr><td>a</TABLE >"), "sheet Tableau 1\nA1 text \"a\"\n");
    EXPECT_EQ(read_page("<html><body><table><tr><td>a</body></html>"), "sheet Tableau 1\nA1 text \"a\"\n")
        << "never closed, but the page is whole";
    EXPECT_EQ(read_page("<table><tr><td>a<!-- <table> --></table>"), "sheet Tableau 1\nA1 text \"a\"\n");
    EXPECT_EQ(read_page("<table><tr><td>a<tablette></table>"), "sheet Tableau 1\nA1 text \"a\"\n");
    EXPECT_EQ(read_page("<script>document.write('<table>')</script><table title='<table>'><tr><td>a</table>"),
              "sheet Tableau 1\nA1 text \"a\"\n")
        << "no tags";
}

TEST(HtmlDamage, EveryTruncationAndManyFlipsEndInOrder)
{
    const std::string bytes = "<html><head><style>.x{mso-number-format:\"0%\"}</style><title>t</title></head><body>"
                              "<table><tr><td rowspan=2 x:num=\"1\">a</td><td class=x>b&eacute;</td></tr><tr><td>"
                              "<table><tr><td>c</td></tr></table></td></tr></table></body></html>";
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        const std::string text = read_page(bytes.substr(0, size));
        const bool is_refused = text == "refused BIL-356\n" || text == "refused BIL-312\n";
        EXPECT_TRUE(is_refused || text == read_page(bytes)) << "half a page passes for a whole one: " << size << text;
    }
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::string flipped = bytes;
        flipped[at] = static_cast<char>(flipped[at] ^ (1 << at % 8));
        const std::string text = read_page(flipped);
        EXPECT_TRUE(text.starts_with("refused BIL-3") || text.starts_with("sheet ")) << at << text;
    }
}

} // namespace
} // namespace bilan::test
