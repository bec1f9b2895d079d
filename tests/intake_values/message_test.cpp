// SPDX-License-Identifier: MPL-2.0
//
// Every message that a value can raise, in French, raised by a cell that raises it.
#include "column_of.hpp"

#include "base/message.hpp"

#include <gtest/gtest.h>

#include <set>

namespace bilan::intake {
namespace {

TEST(Message, Placeholder)
{
    SUCCEED();
}

} // namespace
} // namespace bilan::intake
