// SPDX-License-Identifier: MPL-2.0
//
// What `build` writes into the workbook by `run`: tables and their notes, parts that may fail, included reports, the
// words and charts of the first page. One thread: that of the state.
#pragma once

#include "script/api/session.hpp"
#include "script/api/table_options.hpp"
#include "script/bind.hpp"
#include "script/function_reference.hpp"

namespace bilan::script::pages {

void table(const Caller& caller, const std::shared_ptr<Session>& self, const TableOptions& options);
/// A part that fails has a page that says why; the parts after it go on, as long as there are not too many such pages.
void part(const Caller& caller, const std::shared_ptr<Session>& self, const base::Words& name,
          const std::shared_ptr<FunctionReference>& block);
/// Builds another report into this workbook and gives the warnings of its first page; nothing without any row of it.
std::optional<std::vector<std::string>> include(const std::shared_ptr<Session>& self,
                                                const std::shared_ptr<ReportObject>& report,
                                                const std::optional<base::Words>& name);
void note(const std::shared_ptr<Session>& self, const base::Words& words);
void warning(const std::shared_ptr<Session>& self, const base::Words& words);
/// True when a table made so far, here or in an included report, has this chart.
[[nodiscard]] bool has_chart(const std::shared_ptr<Session>& self, const std::string& id,
                             const std::optional<std::int64_t>& chart);
void chart_on_first_page(const std::shared_ptr<Session>& self, const std::string& id,
                         const std::optional<std::int64_t>& chart);

} // namespace bilan::script::pages
