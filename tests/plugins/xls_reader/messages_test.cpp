// SPDX-License-Identifier: MPL-2.0
//
// Every code that the plugin reports has its sentence in the host's catalogue, and the other way round.
#include "support/message_codes.hpp"

namespace bilan::test {
namespace {

TEST(XlsMessages, EveryCodeOfTheSourcesIsInTheCatalogue)
{
    expect_in_catalogue({"/plugins/xls_reader", "/plugins/support/cells"}, 20);
}

TEST(XlsMessages, EveryCodeOfTheCatalogueIsInTheSources)
{
    EXPECT_EQ(codes_in("/core/base/catalogue/xls.inc"), codes_in("/plugins/xls_reader/codes.hpp"));
}

} // namespace
} // namespace bilan::test
