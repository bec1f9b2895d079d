// SPDX-License-Identifier: MPL-2.0
//
// Every code that the plugin reports has its sentence in the host's catalogue.
#include "support/message_codes.hpp"

namespace bilan::test {
namespace {

TEST(SpreadsheetmlMessages, EveryCodeOfTheSourcesIsInTheCatalogue)
{
    expect_in_catalogue({"/plugins/spreadsheetml_reader"}, 4);
}

} // namespace
} // namespace bilan::test
