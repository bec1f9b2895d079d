// SPDX-License-Identifier: MPL-2.0
//
// Every code that the plugin reports has its sentence in the host's catalogue, and the other way round.
#include "support/message_codes.hpp"

namespace bilan::test {
namespace {

TEST(HtmlMessages, EveryCodeOfTheSourcesIsInTheCatalogue)
{
    expect_in_catalogue({"/plugins/html_reader"}, 4);
}

TEST(HtmlMessages, EveryCodeOfTheCatalogueIsInTheSources)
{
    EXPECT_EQ(codes_in("/core/base/catalogue/html.inc"), codes_in("/plugins/html_reader/codes.hpp"));
}

} // namespace
} // namespace bilan::test
