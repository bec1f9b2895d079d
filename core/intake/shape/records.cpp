// SPDX-License-Identifier: MPL-2.0
#include "intake/shape/records.hpp"

#include "intake/column_reader.hpp"
#include "intake/header/context.hpp"
#include "intake/header/measures.hpp"
#include "intake/header/quarters.hpp"
#include "intake/shape/contested.hpp"
#include "intake/shape/continuations.hpp"
#include "intake/shape/date_order.hpp"
#include "intake/shape/dittos.hpp"
#include "intake/shape/given_texts.hpp"
#include "intake/shape/group_name.hpp"
#include "intake/shape/heading_cells.hpp"
#include "intake/shape/merges.hpp"
#include "intake/shape/scratch.hpp"
#include "intake/shape/sex_rows.hpp"
#include "intake/shape/shared_rows.hpp"
#include "intake/shape/status_title.hpp"
#include "intake/shape/sums.hpp"
#include "intake/shape/ticks.hpp"
#include "intake/shape/wide_measures.hpp"
#include "intake/value/period_columns.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace bilan::intake {

namespace {

class Builder {
public:
    Builder(const TakeIn& take_in, const TableDraft& draft, const std::vector<Record>& records, const WideColumns& wide)
        : take_in_(&take_in), draft_(&draft), records_(&records), wide_(&wide), merges_(draft),
          across_(merged_across(draft)), shared_(draft)
    {
        context_ = {take_in.options->domain, draft.year, take_in.options->reference, has_american_dates(draft)};
        values_.schema = draft.mapping.schema->schema;
        values_.origin = {take_in.reading->file, draft.sheet(), draft.view->is_transposed()};
        values_.source_rows.reserve(records.size());
        for (const Record& record : records) {
            values_.source_rows.push_back(record.head.value_or(record.row));
            has_heads_ = has_heads_ || record.head.has_value();
        }
        for (const Row& row : draft.rows.rows) {
            has_continuations_ = has_continuations_ || row.kind == RowKind::continuation;
            has_headings_ = has_headings_ || row.fills_column || row.completed_by.has_value();
        }
    }

    data::TableValues run()
    {
        const std::optional<std::size_t> exercise = column_of("exercice");
        if (exercise) read_years(*exercise);
        for (std::size_t at = 0; at < draft_->headers.size(); ++at)
            if (at != exercise && draft_->mapping.columns[at].outcome == Outcome::mapped) {
                if (draft_->sexes && draft_->sexes->people == at)
                    add_sexes(at);
                else
                    add_column(at);
            }
        for (const auto& [field, columns] : ticked_lists(*draft_)) {
            TickedColumn ticked = read_ticks(*take_in_, *draft_, *records_, columns, context_);
            values_.origin.headers[field] = draft_->headers[columns.front()].path;
            put(std::move(ticked.column), ticked.cells);
        }
        for (const auto& [field, columns] : summands_of(*draft_)) add_sum(field, columns);
        for (const auto& [field, columns] : wide_->measures) add_measure(columns);
        if (!wide_->values.empty()) {
            keep_to_their_years(*draft_, *wide_, *records_, values_);
            say_what_varies();
            add_dimension();
        }
        if (!shared_.empty()) say_what_rows_share();
        if (!draft_->rows.group_field.empty()) add_group();
        add_contested();
        for (const Given& given : draft_->given) add_given(given);
        return std::move(values_);
    }

private:
    /// The dimension and what has a column a value of it: all else has the value of the whole row on each record. A
    /// number beside years is that of one of them.
    void say_what_varies()
    {
        std::set<std::string, std::less<>>& varying = values_.origin.varying;
        varying.insert(wide_->dimension);
        for (const data::Column& column : values_.columns)
            if (wide_->measures.contains(column.field.id) ||
                (wide_->dimension == "exercice" && is_measure(column.field)))
                varying.insert(column.field.id);
        const data::Field* const territory = territory_field(*values_.schema);
        values_.origin.counts_once =
            wide_->dimension == "pilier" || (territory != nullptr && wide_->dimension == territory->id);
    }

    /// The rows of one action are records of it, one a quarter.
    void say_what_rows_share()
    {
        for (std::size_t at = 0; at < draft_->headers.size(); ++at) {
            const MappedColumn& column = draft_->mapping.columns[at];
            if (!shared_.varies(at) || !is_read(column.outcome)) continue;
            values_.origin.varying.insert(column.field->id);
            if (column.also) values_.origin.varying.insert(column.also->id);
        }
        values_.origin.counts_once = true;
    }

    std::optional<std::size_t> column_of(std::string_view field) const
    {
        for (std::size_t at = 0; at < draft_->headers.size(); ++at) {
            const MappedColumn& column = draft_->mapping.columns[at];
            if (column.outcome == Outcome::mapped && column.field->id == field) return at;
        }
        return std::nullopt;
    }

    /// What a row says about its own exercise stands over what the title or the command says about all of them.
    void read_years(std::size_t exercise)
    {
        add_column(exercise);
        const data::Column& column = values_.columns.back();
        if (column.numbers.empty()) return;
        for (std::size_t record = 0; record < column.numbers.size(); ++record)
            years_.push_back(column.is_known(record) ? std::optional(static_cast<int>(column.numbers[record]))
                                                     : std::nullopt);
        if (std::adjacent_find(years_.begin(), years_.end(), std::not_equal_to<>()) != years_.end()) return;
        if (years_.front()) context_.year = years_.front();
        years_.clear();
    }

    ColumnSource source(const HeaderColumn& header) const
    {
        ColumnSource source;
        source.book = &draft_->view->book();
        source.grid = &draft_->view->grid();
        source.file = take_in_->reading->file;
        source.header = header.path;
        source.unit = header.unit;
        return source;
    }

    /// Puts the column beside the others, and right what a view and a filled-down cell change about its cells.
    void put(data::Column column, const std::vector<CellPosition>& cells)
    {
        const auto index = static_cast<std::uint32_t>(values_.columns.size());
        const bool transposed = draft_->view->is_transposed();
        for (std::uint32_t record = 0; record < cells.size(); ++record) {
            const CellPosition at = cells[record];
            const std::uint32_t row = transposed ? at.column : at.row;
            column.source_columns[record] = source_column(at, transposed);
            if (row != values_.source_rows[record]) values_.other_cells[{record, index}] = at;
        }
        values_.columns.push_back(std::move(column));
    }

    void add_column(std::size_t at)
    {
        const HeaderColumn& header = draft_->headers[at];
        const data::Field& field = *draft_->mapping.columns[at].field;
        values_.origin.headers[field.id] = header.path;
        ColumnSource from = source(header);
        const bool fills = merges_.fills_down(field);
        from.cells = cells_of(at, fills);
        from.years = years_;
        const std::optional<ScratchColumn> scratch =
            has_continuations_ ? with_continuations(*draft_, from, header.column, field) : std::nullopt;
        if (scratch) {
            from.book = &scratch->book();
            from.grid = &scratch->grid();
        }
        const std::optional<ScratchColumn> repeated = with_dittos(*take_in_, *draft_, from, field);
        if (repeated) {
            from.book = &repeated->book();
            from.grid = &repeated->grid();
        }
        const data::Field* end = field.id == "date_debut" ? field_by_id(*values_.schema, "date_fin") : nullptr;
        if (end != nullptr && !draft_->mapping.has("date_fin") && holds_periods(from, context_)) {
            PeriodColumns both = read_period_columns(from, field, *end, context_, take_in_->reading->findings);
            put(std::move(both.begin), from.cells);
            put(std::move(both.end), from.cells);
            return;
        }
        data::Column column = read_column(from, field, context_, take_in_->reading->findings);
        for (std::size_t record = 0; record < records_->size() && !across_.empty(); ++record) {
            const AcrossNumbers* const across = across_of(at, (*records_)[record].row);
            if (across == nullptr || across->is_state) continue;
            if (!column.numbers.empty()) column.numbers[record] = 0;
            column.states[record] = data::State::error;
        }
        put(std::move(column), from.cells);
    }

    /// The cell of the column that each record has: nearly always the one in its own row.
    [[nodiscard]] std::vector<CellPosition> cells_of(std::size_t at, bool fills) const
    {
        const std::uint32_t column = draft_->headers[at].column;
        std::vector<CellPosition> cells;
        cells.reserve(records_->size());
        if (across_.empty() && !has_heads_ && !(fills && (has_headings_ || merges_.has_any(column)))) {
            for (const Record& record : *records_) cells.push_back(draft_->view->on_sheet(record.row, column));
            return cells;
        }
        std::optional<HeadingCells> headings;
        if (fills) headings.emplace(*draft_, column);
        for (const Record& record : *records_) {
            std::uint32_t row = headings ? headings->row_of(record.entry, merges_.top(record.row, column)) : record.row;
            if (record.head && !shared_.varies(at)) row = *record.head;
            const AcrossNumbers* const across = across_of(at, record.row);
            const bool is_state = across != nullptr && across->is_state;
            cells.push_back(draft_->view->on_sheet(row, is_state ? across->merge.first_column : column));
        }
        return cells;
    }

    /// The women and the men of each record, which two rows count in one column.
    void add_sexes(std::size_t at)
    {
        for (const auto& [id, sex] : {std::pair("benef_f", Sex::women), std::pair("benef_h", Sex::men)}) {
            const data::Field* const field = field_by_id(*values_.schema, id);
            if (field == nullptr) continue;
            values_.origin.headers[field->id] = draft_->headers[at].path;
            ColumnSource from = source(draft_->headers[at]);
            for (const Record& record : *records_) {
                const std::optional<std::uint32_t> row = row_of_sex(*draft_, record.entry, sex);
                const std::uint32_t beside = draft_->view->columns(); // an empty cell
                from.cells.push_back(
                    draft_->view->on_sheet(row.value_or(record.row), row ? draft_->headers[at].column : beside));
            }
            put(read_column(from, *field, context_, take_in_->reading->findings), from.cells);
        }
    }

    /// The merge that the cell of a column of numbers shares with another one, or null.
    const AcrossNumbers* across_of(std::size_t at, std::uint32_t row) const
    {
        const auto found = std::ranges::find_if(across_, [&](const AcrossNumbers& across) {
            return across.merge.first_row <= row && row <= across.merge.last_row &&
                   std::ranges::find(across.columns, at) != across.columns.end();
        });
        return found == across_.end() ? nullptr : &*found;
    }

    /// Each part is read under its own header and unit.
    void add_sum(const std::string& whole, const std::vector<std::size_t>& columns)
    {
        const auto is_also = [&](std::size_t at) { return draft_->mapping.columns[at].field->id != whole; };
        const MappedColumn& first = draft_->mapping.columns[columns.front()];
        const data::Field& field = is_also(columns.front()) ? *first.also : *first.field;
        std::vector<Finding> said; ///< of a column that is read for a field of its own too
        std::vector<PlacedColumn> parts;
        for (const std::size_t at : columns) {
            ColumnSource from = source(draft_->headers[at]);
            for (const Record& record : *records_)
                from.cells.push_back(draft_->view->on_sheet(record.row, draft_->headers[at].column));
            std::vector<Finding>& findings = is_also(at) ? said : take_in_->reading->findings;
            data::Column part = read_column(from, field, context_, findings);
            parts.push_back({std::move(part), std::move(from.cells)});
        }
        values_.origin.headers[field.id] = paths_of(*draft_, columns, " + ");
        PlacedColumn sum = sum_of(std::move(parts), draft_->view->is_transposed());
        put(std::move(sum.column), sum.cells);
    }

    /// Fields that no column gives because several do.
    void add_contested()
    {
        std::map<std::string, std::vector<std::size_t>> fields = contested_fields(*draft_);
        for (const data::Column& column : values_.columns) fields.erase(column.field.id);
        for (const auto& [field, columns] : fields) {
            PlacedColumn contested = contested_column(*draft_, *records_, columns);
            values_.origin.headers[field] = paths_of(*draft_, columns, " / ");
            put(std::move(contested.column), contested.cells);
        }
    }

    void add_measure(const std::map<std::size_t, std::size_t>& columns)
    {
        const MeasureReading reading{[this](const HeaderColumn& header) { return source(header); },
                                     [this](const ColumnSource& from, const data::Field& field) {
                                         return read_column(from, field, context_, take_in_->reading->findings);
                                     }};
        MeasureColumn measure = read_measure(*draft_, *records_, columns, reading);
        put(std::move(measure.column), measure.cells);
    }

    void add_dimension()
    {
        const data::Field* field = field_by_id(*values_.schema, wide_->dimension);
        if (field == nullptr || draft_->mapping.has(wide_->dimension)) return;
        std::vector<std::string> texts;
        for (const Record& record : *records_)
            texts.push_back(record.is_whole ? std::string() : wide_->values[*record.wide]);
        add_texts(*field, texts);
    }

    void add_given(const Given& given)
    {
        const data::Field* field = field_by_id(*values_.schema, given.field);
        const bool is_wide = !wide_->values.empty() && wide_->dimension == given.field;
        const bool is_there = std::ranges::any_of(
            values_.columns, [&](const data::Column& column) { return column.field.id == given.field; });
        if (field != nullptr && !is_wide && !is_there)
            add_texts(*field, std::vector<std::string>(records_->size(), given.text));
    }

    [[nodiscard]] const Given* given_for(const std::string& field) const
    {
        const auto found = std::ranges::find(draft_->given, field, &Given::field);
        return found == draft_->given.end() ? nullptr : &*found;
    }

    void add_texts(const data::Field& field, const std::vector<std::string>& texts)
    {
        values_.columns.push_back(read_given_texts(*draft_, field, texts, context_));
    }

    void add_group()
    {
        const data::Field* field = field_by_id(*values_.schema, draft_->rows.group_field);
        const bool has_titles = std::any_of(records_->begin(), records_->end(), [&](const Record& record) {
            return draft_->rows.rows[record.entry].group.has_value();
        });
        if (field == nullptr || !has_titles) return;
        ScratchColumn scratch(draft_->view->grid().facts);
        ColumnSource from = source({});
        for (const Record& record : *records_) {
            const std::optional<std::size_t> group = draft_->rows.rows[record.entry].group;
            if (!group) { // above the first title what stands above the table holds
                const Given* const given = given_for(field->id);
                const CellPosition beside = draft_->view->on_sheet(record.row, draft_->view->columns());
                from.cells.push_back(given == nullptr ? beside : given->at.value_or(beside));
                if (given != nullptr) scratch.put(from.cells.back(), given->text);
                continue;
            }
            const Row& title = draft_->rows.rows[*group];
            const CellPosition at = draft_->view->on_sheet(title.row, title.label.value_or(0));
            const std::string label = draft_->view->label(title.row, title.label.value_or(0));
            const data::Term* const status = field->id == "statut" ? status_of_title(label, *context_.domain) : nullptr;
            const std::string commune = field->id == "commune" ? commune_of_title(label) : std::string();
            const std::string_view name = commune.empty() ? name_of_group(label) : std::string_view(commune);
            scratch.put(at, status != nullptr ? std::string_view(status->id) : name);
            from.cells.push_back(at);
        }
        from.book = &scratch.book();
        from.grid = &scratch.grid();
        put(read_column(from, *field, context_, take_in_->reading->findings), from.cells);
    }

    const TakeIn* take_in_;
    const TableDraft* draft_;
    const std::vector<Record>* records_;
    const WideColumns* wide_;
    VerticalMerges merges_;
    std::vector<AcrossNumbers> across_;
    SharedRows shared_;
    ReadingContext context_;
    bool has_continuations_ = false;        ///< among the rows of the table
    bool has_headings_ = false;             ///< a row may give its cell to others
    bool has_heads_ = false;                ///< a record may stand in several rows
    std::vector<std::optional<int>> years_; ///< of each record, when they differ
    data::TableValues values_;
};

} // namespace

data::TableValues values_of(const TakeIn& take_in, const TableDraft& draft, const std::vector<Record>& records,
                            const WideColumns& wide)
{
    return Builder(take_in, draft, records, wide).run();
}

} // namespace bilan::intake
