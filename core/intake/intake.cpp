// SPDX-License-Identifier: MPL-2.0
#include "intake/intake.hpp"

#include "base/text.hpp"
#include "intake/card_parts.hpp"
#include "intake/copied_sheets.hpp"
#include "intake/doubtful_columns.hpp"
#include "intake/draft.hpp"
#include "intake/exercice_doubts.hpp"
#include "intake/header/crosses.hpp"
#include "intake/headless.hpp"
#include "intake/hidden_sheet.hpp"
#include "intake/name_fields.hpp"
#include "intake/old_levels.hpp"
#include "intake/orientation.hpp"
#include "intake/own_headers.hpp"
#include "intake/positive_exits.hpp"
#include "intake/repeating_sheets.hpp"
#include "intake/row/totals.hpp"
#include "intake/say.hpp"
#include "intake/shape/given.hpp"
#include "intake/shape/records.hpp"
#include "intake/shape/wholes.hpp"
#include "intake/shared_records.hpp"
#include "intake/small_amounts.hpp"
#include "intake/table/card.hpp"
#include "intake/table_units.hpp"
#include "intake/territory/settle.hpp"
#include "intake/twin_tables.hpp"
#include "intake/understand.hpp"

#include <cassert>
#include <deque>
#include <utility>

namespace bilan::intake {

namespace {

class FileIntake {
public:
    FileIntake(const Book& book, const Options& options, const Lexicon& lexicon, FileReading& reading)
        : take_in_{&book, &options, &lexicon, &reading}, memo_(book)
    {
    }

    void run()
    {
        for (const Grid& grid : take_in_.book->sheets) read_sheet(grid);
        read_like_twins(drafts_);
        find_recaps(drafts_, !take_in_.options->schema.empty());
        give_values(take_in_, drafts_);
        take_table_units(take_in_, drafts_);
        question_old_levels(drafts_);
        question_positive_exits(drafts_);
        read_dynamic_exits(drafts_);
        read_training_exits(drafts_);
        question_other_years(drafts_);
        for (const TableDraft& draft : drafts_) finish(draft);
        soften_lost_crosses();
        settle_copied_sheets(take_in_, tables_of_values_);
        settle_repeating_sheets(take_in_, tables_of_values_);
        say_shared_records(take_in_);
    }

private:
    /// What is lost blocks until somebody settles it; what is put aside for good reasons does not.
    static Done done_with(data::Severity severity)
    {
        return severity == data::Severity::blocking ? Done::refused : Done::set_aside;
    }

    void pass_over(const Grid& grid, const char* code, data::Severity severity, base::Message message = {})
    {
        message.code = code;
        take_in_.reading->passed_over.push_back({grid.facts.name, message});
        Place place{take_in_.reading->file, grid.facts.name, std::nullopt, std::nullopt};
        take_in_.say(code, severity, std::move(place), done_with(severity), std::move(message));
    }

    void read_sheet(const Grid& grid)
    {
        views_.emplace_back(*take_in_.book, grid, memo_);
        if (grid.facts.visibility != Visibility::visible) {
            if (auto records = records_of_hidden_sheet(take_in_, views_.back()))
                return pass_over(grid, "BIL-091", data::Severity::alert, std::move(*records));
            return pass_over(grid, "BIL-290", data::Severity::information);
        }
        if (views_.back().rows() == 0) return pass_over(grid, "BIL-291", data::Severity::information);
        HeaderScout scout(views_.back(), *take_in_.lexicon);
        if (std::optional<Card> card = find_card(views_.back(), scout)) return read_card(grid, std::move(*card));
        const Orientation lies = orientation(views_.back(), scout, *take_in_.lexicon);
        if (lies != Orientation::rows && is_documentation(views_.back()))
            return pass_over(grid, "BIL-291", data::Severity::information);
        switch (lies) {
        case Orientation::form: return read_form(grid, find_form(views_.back(), scout));
        case Orientation::transposed: read_transposed(grid); return;
        case Orientation::rows: read_tables(views_.back(), scout); return;
        }
    }

    void read_transposed(const Grid& grid)
    {
        const std::vector<std::string> titles = titles_above(views_.back());
        views_.emplace_back(*take_in_.book, grid, memo_, true);
        HeaderScout scout(views_.back(), *take_in_.lexicon);
        const std::size_t before = drafts_.size();
        read_tables(views_.back(), scout);
        for (std::size_t at = before; at < drafts_.size(); ++at)
            drafts_[at].titles.insert(drafts_[at].titles.end(), titles.begin(), titles.end());
        take_in_.say("BIL-292", data::Severity::information, take_in_.place(views_.back()), Done::converted,
                     {"BIL-292", {}});
    }

    void read_card(const Grid& grid, Card card)
    {
        const SheetView& sheet = views_.back();
        take_in_.say("BIL-520", data::Severity::information, take_in_.place(sheet, card.row(), 0), Done::converted,
                     {"BIL-520", {base::join(card.parts, ", ")}});
        for (const std::uint32_t column : card.other)
            take_in_.say("BIL-521", data::Severity::information, take_in_.place(sheet, card.row(), column),
                         Done::set_aside, {"BIL-521", {sheet.label(card.row(), column)}});
        const SheetView& view = views_.emplace_back(*take_in_.book, grid, memo_, card.layout);
        drafts_.push_back(understand(take_in_, view, block_of(view, card)));
    }

    /// A form that does not say what it is about is no record.
    void read_form(const Grid& grid, const std::optional<Card>& form)
    {
        if (form) {
            const SheetView& view = views_.emplace_back(*take_in_.book, grid, memo_, form->layout);
            TableDraft draft = understand(take_in_, view, block_of(view, *form));
            const bool is_named =
                draft.mapping.schema != nullptr && std::ranges::any_of(draft.mapping.columns, [](const auto& column) {
                    return column.outcome == Outcome::mapped && names_record(*column.field);
                });
            if (is_named) {
                take_in_.say("BIL-136", data::Severity::information, take_in_.place(view), Done::converted,
                             {"BIL-136", {}});
                drafts_.push_back(std::move(draft));
                return;
            }
        }
        pass_over(grid, "BIL-293", data::Severity::alert);
    }

    /// Lone texts of the first rows, which a transposed view would take for a column.
    static std::vector<std::string> titles_above(const SheetView& view)
    {
        std::vector<std::string> titles;
        const std::vector<Line> lines = view.lines(0, view.columns() - 1);
        for (std::uint32_t row = 0; row < view.rows() && lines[row].filled <= 1; ++row)
            if (lines[row].filled == 1) titles.push_back(view.label(row, lines[row].first));
        return titles;
    }

    void read_tables(const SheetView& view, HeaderScout& scout)
    {
        bool has_table = false;
        std::vector<Block> blocks = find_blocks(view, scout);
        const std::size_t count = blocks.size();
        for (Block& block : blocks) {
            if (is_pivot(view, block)) {
                has_table = true;
                pass_over(view.grid(), "BIL-296", data::Severity::alert);
            } else if (block.has_header()) {
                has_table = true;
                if (block.perhaps_list)
                    take_in_.say("BIL-548", data::Severity::alert,
                                 take_in_.place(view, block.header.labels.back(), *block.perhaps_list), Done::kept,
                                 {"BIL-548", {}});
                drafts_.push_back(understand(take_in_, view, std::move(block)));
            } else if (const std::uint32_t crossed = count == 1 ? rows_of_crosses(view, block) : 0; crossed > 1) {
                has_table = true;
                pass_over(view.grid(), "BIL-534", data::Severity::blocking, {{}, {std::to_string(crossed)}});
            } else if (count == 1 && looks_like_records(view, block)) {
                has_table = true;
                pass_over(view.grid(), "BIL-294", data::Severity::alert);
            } else if (count > 1) {
                say_headless(take_in_, view, block);
            }
        }
        if (!has_table) pass_over(view.grid(), "BIL-291", data::Severity::information);
    }

    /// Beside tables that are read, crosses without a header are no lost file: a questionnaire, as like as not.
    void soften_lost_crosses()
    {
        if (take_in_.reading->values.empty()) return;
        for (Finding& finding : take_in_.reading->findings) {
            if (finding.code != "BIL-534") continue;
            finding.severity = data::Severity::alert;
            finding.done = Done::set_aside;
        }
    }

    void finish(const TableDraft& draft)
    {
        take_in_.reading->tables.push_back(reading_of(draft));
        say_columns(take_in_, draft);
        if (!draft.has_schema()) {
            const base::Message reason =
                draft.left_out.empty() ? draft.schema_reason : base::Message{draft.left_out, {}};
            const data::Severity severity = severity_of_loss(draft);
            take_in_.say(reason.code, severity, take_in_.place(*draft.view), done_with(severity), reason);
            set_all_aside(draft, reason);
            return;
        }
        if (draft.schema_reason.code == "BIL-278" || draft.schema_reason.code == "BIL-592")
            take_in_.say(draft.schema_reason.code, data::Severity::alert, take_in_.place(*draft.view), Done::kept,
                         draft.schema_reason);
        say_rows(take_in_, draft);
        say_facts(take_in_, draft);
        say_first_of_groups(take_in_, draft);
        say_mixed_years(take_in_, draft);
        say_touching_ages(take_in_, draft);
        say_ambiguous_exits(take_in_, draft);
        say_old_levels(take_in_, draft);
        say_deleted_columns(take_in_, draft);
        say_small_amounts(take_in_, draft);
        const WideColumns wide = wide_columns(draft);
        const std::vector<Record> records = records_of(draft, wide);
        say_repeated_measures(take_in_, draft, records);
        data::TableValues values = values_of(take_in_, draft, records, wide);
        compare_totals(take_in_, draft, records, values);
        compare_wholes(take_in_, draft, records, values);
        settle_territories(take_in_, draft, values);
        say_odd_years(take_in_, draft, values);
        say_missing_fields(take_in_, draft, values);
        take_in_.reading->values.push_back(std::move(values));
        tables_of_values_.push_back(take_in_.reading->tables.size() - 1);
    }

    /// A matrix of crosses that is not read is a whole file lost, however few its figures.
    [[nodiscard]] data::Severity severity_of_loss(const TableDraft& draft) const
    {
        constexpr std::ptrdiff_t several = 2;
        if (draft.left_out == "BIL-295") return data::Severity::information;
        const bool is_matrix = std::ranges::count_if(draft.headers, holds_crosses) >= several;
        const bool is_all = std::ranges::none_of(drafts_, [](const TableDraft& other) { return other.has_schema(); });
        return is_matrix && is_all && draft.left_out.empty() ? data::Severity::blocking : data::Severity::alert;
    }

    void set_all_aside(const TableDraft& draft, const base::Message& reason)
    {
        TableReading& reading = take_in_.reading->tables.back();
        for (const Row& row : draft.rows.rows) {
            ++reading.rows_read;
            ++reading.rows_set_aside;
            reading.rows_not_kept.push_back({row.row, Done::set_aside, reason});
        }
    }

    TakeIn take_in_;
    TextMemo memo_;
    std::deque<SheetView> views_;
    std::vector<TableDraft> drafts_;
    std::vector<std::size_t> tables_of_values_; ///< of each of the reading's values, the index of its table
};

} // namespace

std::shared_ptr<const Lexicon> prepare(const data::Domain& domain)
{
    return std::make_shared<const Lexicon>(domain);
}

FileReading take_in(const Book& book, const std::string& file, const Options& options)
{
    assert(options.domain != nullptr);
    FileReading reading;
    reading.file = file;
    const std::shared_ptr<const Lexicon> lexicon = options.lexicon ? options.lexicon : prepare(*options.domain);
    FileIntake(book, options, *lexicon, reading).run();
    name_fields(reading, *options.domain);
    sort_findings(reading.findings, {file});
    say_once(reading.findings);
    return reading;
}

} // namespace bilan::intake
