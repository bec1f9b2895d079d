// SPDX-License-Identifier: MPL-2.0
//
// The plugin that writes workbooks as xlsx.
#include "chart_writer.hpp"
#include "formats.hpp"
#include "package.hpp"
#include "refusals.hpp"
#include "session.hpp"
#include "sheet_writer.hpp"

#include <bilan/plugin.hpp>

#include <algorithm>
#include <memory>
#include <vector>

namespace bilan::xlsx {

namespace {

class XlsxWriter final : public Writer {
public:
    [[nodiscard]] WriterCard card() const override
    {
        return {"xlsx", "xlsx",
                "Writes Excel workbooks (Office Open XML) with native tables, charts and names.\n"
                "Classeurs Excel (Office Open XML), avec de vrais tableaux, graphiques et noms."};
    }

    void write(const Workbook& workbook, const std::filesystem::path& target) const override
    {
        const PlainLocale plain;
        Session session(target);
        session.set_properties(workbook.properties);
        const Formats formats(session.workbook(), workbook.styles);
        Amendments amendments{
            workbook.properties.language, write_sheets(session, workbook, formats), workbook.sheets, {}};
        for (const DefinedName& name : workbook.names) session.define(name);
        const bool has_rows =
            std::ranges::any_of(workbook.sheets, [](const SheetPart& part) { return part.rows != nullptr; });
        if (has_rows) amendments.formats = formats.numbers();
        session.close();
        amend_package(target, amendments);
    }

private:
    static std::vector<ChartAmendments> write_sheets(Session& session, const Workbook& workbook, const Formats& formats)
    {
        std::vector<ChartAmendments> charts;
        for (const SheetPart& part : workbook.sheets) {
            lxw_worksheet& sheet = session.add_sheet(part.name);
            SheetWriter(sheet, part, formats).run();
            for (const ChartPart& chart : part.charts)
                charts.push_back(write_chart(session.workbook(), sheet, workbook, part, chart));
        }
        return charts;
    }
};

} // namespace

} // namespace bilan::xlsx

BILAN_PLUGIN("xlsx-writer", "1.0.0")
{
    registry.add(std::make_unique<bilan::xlsx::XlsxWriter>());
}
