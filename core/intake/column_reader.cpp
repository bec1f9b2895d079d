// SPDX-License-Identifier: MPL-2.0
#include "intake/column_reader.hpp"

#include "base/text.hpp"
#include "intake/value/clean_text.hpp"
#include "intake/value/notes.hpp"
#include "intake/value/period_columns.hpp"
#include "intake/value/quoted.hpp"
#include "intake/value/state_words.hpp"

#include <algorithm>
#include <cassert>
#include <unordered_map>

namespace bilan::intake {

namespace {

/// What one distinct text gives, kept so that its other cells cost a look-up.
struct Known {
    Reading reading;
    std::optional<std::size_t> shown; ///< its number among the texts shown to the reader
    std::uint32_t id = 0;             ///< in the column's dictionary
    bool is_read = false;
};

/// Excel's errors as a csv file holds them.
bool is_error_text(std::string_view folded)
{
    constexpr std::string_view errors[] = {"#ref!",    "#div/0!", "#valeur!", "#value!", "#nom?",        "#name?",
                                           "#nombre!", "#num!",   "#nul!",    "#null!",  "#propagation!"};
    if (std::find(std::begin(errors), std::end(errors), folded) != std::end(errors)) return true;
    return folded.starts_with("err:") || (folded.size() > 2 && folded.find_first_not_of('#') == std::string_view::npos);
}

class ColumnMaker {
public:
    ColumnMaker(ValueReader& reader, const ColumnContext& context, const ColumnSource& source,
                std::vector<Finding>& findings)
        : reader_(reader), context_(context), source_(source), findings_(findings), use_(state_use(*context.field)),
          has_years_(reader.depends_on_year() && !source.years.empty())
    {
        assert(source.years.empty() || source.years.size() == source.cells.size());
    }

    data::Column make()
    {
        show_all();
        column_.field = *context_.field;
        if (is_numeric()) {
            column_.numbers.reserve(source_.cells.size());
        } else {
            column_.ids.reserve(source_.cells.size());
            column_.dictionary = std::make_shared<TextPool>();
        }
        column_.states.reserve(source_.cells.size());
        column_.source_columns.reserve(source_.cells.size());
        for (std::size_t record = 0; record < source_.cells.size(); ++record) read(record);
        for (Note& said : reader_.column_notes()) report(said, {}, std::nullopt);
        return std::move(column_);
    }

private:
    [[nodiscard]] bool is_numeric() const { return data::is_numeric(context_.field->type); }

    void show_all()
    {
        for (std::size_t record = 0; record < source_.cells.size(); ++record) {
            const Cell cell = source_.grid->at(source_.cells[record]);
            if (cell.type() == CellType::number || cell.type() == CellType::date) reader_.show_number(cell);
            if (cell.type() != CellType::text) continue;
            const auto [known, is_new] = known_.try_emplace(key_of(record, cell));
            if (!is_new) continue;
            if (has_years_) reader_.in_year(year_of(record));
            show(source_.book->text(cell), known->second);
        }
    }

    [[nodiscard]] std::optional<int> year_of(std::size_t record) const
    {
        return source_.years[record] ? source_.years[record] : context_.year;
    }

    /// The text, and where it matters the exercise of its row.
    [[nodiscard]] std::uint64_t key_of(std::size_t record, const Cell& cell) const
    {
        const int year = has_years_ ? year_of(record).value_or(0) : 0;
        return std::uint64_t{static_cast<std::uint32_t>(year)} << 32U | cell.text();
    }

    /// States are settled here; every other text is shown to the reader.
    void show(std::string_view text, Known& known)
    {
        const std::string folded = base::fold(base::head(base::trim(text), 200));
        if (!folded.empty() && !reader_.is_answer(folded) && !reader_.is_answer(without_note_mark(folded))) {
            if (const auto state = state_of(folded, use_)) return settle(known, Reading::none(*state));
            if (is_error_text(folded))
                return settle(known, Reading::refused(note(Cause::excel_error, {base::for_display(base::trim(text))})));
        }
        const bool has_marks = may_have_marks(text);
        if (folded.empty() || (has_marks && clean_text(text).text.empty()))
            return settle(known, Reading::none(data::State::empty));
        known.shown = shown_++;
        reader_.show_text(has_marks ? numbers_as_shown(text, known) : text);
    }

    /// Markup hides numbers too: `<b>61</b>`, `&nbsp;12`.
    std::string_view numbers_as_shown(std::string_view text, Known& known)
    {
        if (!is_numeric()) return text;
        CleanText clean = clean_text(text);
        if (!clean.had_markup) return text;
        known.reading.text = std::move(clean.text);
        return known.reading.text;
    }

    static void settle(Known& known, Reading reading)
    {
        known.reading = std::move(reading);
        known.is_read = true;
    }

    void read(std::size_t record)
    {
        const CellPosition position = source_.cells[record];
        const Cell cell = source_.grid->at(position);
        switch (cell.type()) {
        case CellType::empty: return read_empty(cell, position);
        case CellType::error: return read_error(cell, position);
        case CellType::text: return read_text(record, cell);
        default: break;
        }
        const Reading reading = reader_.read_cell(cell);
        take(reading, intern(reading), position, cell);
    }

    void read_empty(const Cell& cell, CellPosition position)
    {
        if (!cell.tag.is_formula()) return take(Reading::none(data::State::empty), 0, position, cell);
        take(Reading::refused(note(Cause::no_stored_value)), 0, position, cell);
    }

    void read_error(const Cell& cell, CellPosition position)
    {
        if (cell.error() == CellError::not_available)
            return take(Reading::none(data::State::not_available), 0, position, cell);
        // A csv file has no formulas: its reader marks the cells behind a decimal comma that looks like a separator.
        if (source_.book->format == "csv") return take(Reading::refused(note(Cause::decimal_comma)), 0, position, cell);
        take(Reading::refused(note(Cause::excel_error, {printed(cell)})), 0, position, cell);
    }

    void read_text(std::size_t record, const Cell& cell)
    {
        Known& known = known_.find(key_of(record, cell))->second;
        if (!known.is_read) {
            if (has_years_) reader_.in_year(year_of(record));
            const std::string clean = std::move(known.reading.text);
            const std::string_view text = source_.book->text(cell);
            settle(known, reader_.read_text(*known.shown, clean.empty() ? text : std::string_view(clean)));
            known.id = intern(known.reading);
        }
        take(known.reading, known.id, source_.cells[record], cell);
    }

    std::uint32_t intern(const Reading& reading)
    {
        if (is_numeric() || reading.state != data::State::value) return 0;
        return column_.dictionary->intern(reading.text);
    }

    void take(const Reading& reading, std::uint32_t id, CellPosition position, const Cell& cell)
    {
        const bool is_value = reading.state == data::State::value;
        if (is_numeric()) {
            column_.numbers.push_back(is_value ? reading.number : 0);
        } else {
            column_.ids.push_back(is_value ? id : 0);
        }
        column_.states.push_back(reading.state);
        column_.source_columns.push_back(static_cast<std::uint16_t>(position.column));
        if (reading.note) report(*reading.note, shown(cell), position);
    }

    /// Quarters bear the names of persons and are shown; other cells that hold such a name are not.
    [[nodiscard]] std::string shown(const Cell& cell) const
    {
        const bool is_place = holds_places(*context_.field) && cell.type() == CellType::text;
        return is_place ? quoted_place(source_.book->text(cell)) : printed(cell, *source_.book);
    }

    void report(const Note& said, std::string read, std::optional<CellPosition> position)
    {
        Finding finding;
        finding.code = said.code;
        finding.severity = said.severity;
        finding.done = said.done;
        finding.message = said.message;
        finding.header = source_.header;
        finding.read = std::move(read);
        finding.place.file = source_.file;
        finding.place.sheet = source_.grid->facts.name;
        if (position) {
            finding.place.row = position->row;
            finding.place.column = position->column;
        } else if (!source_.cells.empty()) {
            finding.place.column = source_.cells.front().column;
        }
        findings_.push_back(std::move(finding));
    }

    ValueReader& reader_;
    const ColumnContext& context_;
    const ColumnSource& source_;
    std::vector<Finding>& findings_;
    StateUse use_;
    bool has_years_;
    data::Column column_;
    std::unordered_map<std::uint64_t, Known> known_; ///< looked up only, never walked
    std::size_t shown_ = 0;
};

} // namespace

ColumnContext context_of(const ColumnSource& source, const data::Field& field, const ReadingContext& context)
{
    ColumnContext made;
    made.field = &field;
    made.domain = context.domain;
    made.year = context.year;
    made.reference = context.reference;
    made.unit = source.unit;
    made.header = source.header;
    made.numbers_are_texts = source.book->format == "csv" || source.book->format == "html";
    made.is_date_1904 = source.grid->facts.date_1904;
    return made;
}

data::Column read_with(ValueReader& reader, const ColumnContext& context, const ColumnSource& source,
                       std::vector<Finding>& findings)
{
    return ColumnMaker(reader, context, source, findings).make();
}

data::Column read_column(const ColumnSource& source, const data::Field& field, const ReadingContext& context,
                         std::vector<Finding>& findings)
{
    assert(!field.personal); // columns that name persons are dropped before anything is read
    const ColumnContext made = context_of(source, field, context);
    const std::unique_ptr<ValueReader> reader = reader_for(made);
    return read_with(*reader, made, source, findings);
}

} // namespace bilan::intake
