// SPDX-License-Identifier: MPL-2.0
//
// The catalogue, put together from one file per topic, ascending by code. To add a message: take the next free code of
// its block, write both languages with the same blanks, `{0}`, `{1}`; tests/base/catalogue_test.cpp holds the rules.
#include "base/message.hpp"

namespace bilan::base {

namespace {

// The order is that of the codes.
// clang-format off
constexpr CatalogueLine lines[] = {
#include "base/catalogue/slips_more.inc"
#include "base/catalogue/layouts.inc"
#include "base/catalogue/columns.inc"
#include "base/catalogue/scripts_more.inc"
#include "base/catalogue/partners.inc"
#include "base/catalogue/command_line.inc"
#include "base/catalogue/values.inc"
#include "base/catalogue/findings.inc"
#include "base/catalogue/tables.inc"
#include "base/catalogue/readers.inc"
#include "base/catalogue/html.inc"
#include "base/catalogue/xls.inc"
#include "base/catalogue/ods.inc"
#include "base/catalogue/files.inc"
#include "base/catalogue/output.inc"
#include "base/catalogue/plugins.inc"
#include "base/catalogue/reports.inc"
#include "base/catalogue/secrecy.inc"
#include "base/catalogue/repeats.inc"
#include "base/catalogue/territories.inc"
#include "base/catalogue/shapes.inc"
#include "base/catalogue/scripts.inc"
#include "base/catalogue/queries.inc"
#include "base/catalogue/workbook.inc"
#include "base/catalogue/analyses.inc"
#include "base/catalogue/tables_more.inc"
#include "base/catalogue/mistakes.inc"
#include "base/catalogue/slips.inc"
#include "base/catalogue/careful.inc"
#include "base/catalogue/lua.inc"
#include "base/catalogue/summaries.inc"
};
// clang-format on

} // namespace

std::span<const CatalogueLine> catalogue()
{
    return lines;
}

} // namespace bilan::base
