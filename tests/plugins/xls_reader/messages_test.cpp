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
    std::set<std::string> own = codes_in("/plugins/xls_reader/codes.hpp");
    std::erase_if(own, [](const std::string& code) { return code < "BIL-150"; }); // of reading.inc, shared by all
    EXPECT_EQ(codes_in("/core/base/catalogue/xls.inc"), own);
}

} // namespace
} // namespace bilan::test
