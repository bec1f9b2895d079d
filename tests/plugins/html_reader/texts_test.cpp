// SPDX-License-Identifier: MPL-2.0
//
// The text of a cell, as a browser shows it.
#include "html_under_test.hpp"

namespace bilan::test {
namespace {

/// The only cell of a table.
std::string cell(const std::string& content)
{
    const std::string text = read_rows("<tr><td>" + content + "</td></tr>");
    const std::string head = "A1 text \"";
    return text.starts_with(head) ? text.substr(head.size(), text.size() - head.size() - 2) : text;
}

TEST(HtmlTexts, BlanksCollapse)
{
    EXPECT_EQ(cell("  un \n\t deux  "), "un deux");
    EXPECT_EQ(cell("<b>gras</b> <i>italique</i>"), "gras italique");
    EXPECT_EQ(cell("un<b> deux</b> <span> trois</span>"), "un deux trois");
    EXPECT_EQ(cell("&nbsp;1&nbsp;234"), "\u00A01\u00A0234") << "no-break spaces are characters";
}

TEST(HtmlTexts, LineBreaksAndParagraphs)
{
    EXPECT_EQ(cell("un<br>deux<br/>trois"), "un\ndeux\ntrois");
    EXPECT_EQ(cell("un <br> deux<br>"), "un\ndeux");
    EXPECT_EQ(cell("un<br><br>deux"), "un\n\ndeux");
    EXPECT_EQ(cell("<p>un</p><p>deux</p>trois"), "un\ndeux\ntrois");
    EXPECT_EQ(cell("<div>un</div><ul><li>deux<li>trois</ul>"), "un\ndeux\ntrois");
}

TEST(HtmlTexts, Entities)
{
    EXPECT_EQ(cell("&eacute;&amp;&lt;b&gt;&quot;&#233;&#xE9;&euro;&#128512;"), "é&<b>\"éé€😀");
    EXPECT_EQ(cell("Dupont & Fils &inconnue; R&D"), "Dupont & Fils &inconnue; R&D");
}

TEST(HtmlTexts, ReferencesOfOldAreReadAsBrowsersDo)
{
    EXPECT_EQ(cell("12 &#128;, l&#146;&#x9C;uvre &#x80"), "12 €, l’œuvre €") << "numbers of Windows-1252";
    EXPECT_EQ(cell("caf&eacute, 1&nbsp234 &copy 2024 &ampx"), "café, 1\u00A0234 © 2024 &x") << "no semicolon";
    EXPECT_EQ(cell("&notin; &euro &inconnue"), "∉ &euro &inconnue") << "names that need theirs";
    EXPECT_EQ(cell("&amp;eacute &amp;#128;"), "&eacute &#128;") << "written out, not meant";
}

TEST(HtmlTexts, WhatABrowserDoesNotShowIsLeftOut)
{
    EXPECT_EQ(cell("a<script>var x = '<td>';</script><style>.x{}</style><!-- rien -->b"), "ab");
    EXPECT_EQ(cell("<span style=\"display:none\">20250131</span>31/01/2025"), "31/01/2025");
    EXPECT_EQ(read_rows("<tr><td>choix <select><option>un<option>deux</select></td></tr>"),
              "A1 text \"choix\"\nBIL-135 Tableau 1 A1 [select]\n");
}

TEST(HtmlTexts, StrikingThroughCountsWhenItCoversEverything)
{
    EXPECT_EQ(read_rows("<tr><td><s>rien</s></td><td><del>a</del> b</td><td><strike><b>12</b></strike></td></tr>"),
              "A1 text \"rien\" struck\nB1 text \"a b\"\nC1 text \"12\" struck\n");
}

TEST(HtmlTexts, TextOutsideOfCellsIsNoCell)
{
    EXPECT_EQ(read_page("Avant<table>dedans<tr>ligne<td>a</td>entre<td>b</td></tr></table>apr&egrave;s"),
              "sheet Tableau 1\nA1 text \"a\"\nB1 text \"b\"\n");
}

} // namespace
} // namespace bilan::test
