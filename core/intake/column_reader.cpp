// SPDX-License-Identifier: MPL-2.0
#include "intake/column_reader.hpp"

#include "base/text.hpp"
#include "intake/cell_cursor.hpp"
#include "intake/key_numbers.hpp"
#include "intake/value/clean_text.hpp"
#include "intake/value/error_words.hpp"
#include "intake/value/notes.hpp"
#include "intake/value/period_columns.hpp"
#include "intake/value/quoted.hpp"
#include "intake/value/state_words.hpp"

#include <algorithm>
#include <cassert>
#include <unordered_map>

namespace bilan::intake {

namespace {

/// What one distinct text gives, kept so that its other cells cost a look-up. Small: a column may have a million.
struct Known {
    static constexpr std::uint32_t none = 0xFFFF'FFFF;
    double number = 0;
    std::uint32_t shown = none; ///< its number among the texts shown to the reader
    std::uint32_t id = 0;       ///< in the column's dictionary
    std::uint32_t said = none;  ///< what there is to say of it
    data::State state = data::State::empty;
    bool is_read = false;
};

/// What is said of each cell that holds a text.
struct Said {
    Note note;
    std::string printed; ///< the text as people may see it
};

class ColumnMaker {
public:
    ColumnMaker(ValueReader& reader, const ColumnContext& context, const ColumnSource& source,
                std::vector<Finding>& findings)
        : reader_(reader), context_(context), source_(source), findings_(findings), cells_(*source.grid),
          use_(state_use(*context.field)), has_years_(reader.depends_on_year() && !source.years.empty()),
          keys_(has_years_ ? 0 : source.book->texts.size())
    {
        assert(source.years.empty() || source.years.size() == source.cells.size());
    }

    data::Column make()
    {
        show_all();
        column_.field = *context_.field;
        if (is_numeric()) {
            column_.numbers.resize(source_.cells.size());
        } else {
            column_.ids.resize(source_.cells.size());
            column_.dictionary = std::make_shared<TextPool>();
            column_.dictionary->reserve(shown_);
        }
        column_.states.resize(source_.cells.size());
        column_.source_columns.resize(source_.cells.size());
        for (std::size_t record = 0; record < source_.cells.size(); ++record) read(record);
        for (const Note& said : reader_.column_notes()) report(said, {}, std::nullopt);
        return std::move(column_);
    }

private:
    [[nodiscard]] bool is_numeric() const { return data::is_numeric(context_.field->type); }

    void show_all()
    {
        for (std::size_t record = 0; record < source_.cells.size(); ++record) {
            const Cell cell = cells_.at(source_.cells[record]);
            if (cell.type() == CellType::number || cell.type() == CellType::date) reader_.show_number(cell);
            if (cell.type() != CellType::text) continue;
            if (texts_.empty()) texts_.reserve(source_.cells.size() - record);
            const KeyNumbers::Found found = keys_.number_of(key_of(record, cell));
            texts_.push_back(found.number);
            if (!found.is_new) continue;
            if (has_years_) reader_.in_year(year_of(record));
            show(source_.book->text(cell), known_.emplace_back());
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
        bool is_empty = false;
        const std::string repaired = may_be_mojibake(text) ? clean_text(text).text : std::string();
        const std::string_view meant = repaired.empty() ? text : std::string_view(repaired);
        if (may_be_state(meant) || may_be_error(meant)) {
            const std::string folded = base::fold(base::head(base::trim(meant), 200));
            is_empty = folded.empty();
            if (!is_empty && !reader_.is_answer(folded) && !reader_.is_answer(without_note_mark(folded))) {
                if (const auto state = state_of(folded, use_)) return settle(known, Reading::none(*state), text);
                if (is_error_text(folded))
                    return settle(
                        known, Reading::refused(note(Cause::excel_error, {base::for_display(base::trim(text))})), text);
            }
        }
        const bool has_marks = may_have_marks(text);
        if (is_empty || (has_marks && clean_text(text).text.empty()))
            return settle(known, Reading::none(data::State::empty), text);
        known.shown = shown_++;
        reader_.show_text(has_marks ? numbers_as_shown(text, known.shown) : text);
    }

    /// Markup hides numbers too: `<b>61</b>`, `&nbsp;12`, and so do spaces read in the wrong encoding: « 1Â 008 ».
    std::string_view numbers_as_shown(std::string_view text, std::uint32_t shown)
    {
        if (!is_numeric()) return text;
        CleanText clean = clean_text(text);
        if (!clean.had_markup) return text;
        return cleaned_[shown] = std::move(clean.text);
    }

    void settle(Known& known, Reading reading, std::string_view text)
    {
        known.is_read = true;
        known.state = reading.state;
        known.number = reading.number;
        known.id = intern(reading);
        if (!reading.note) return;
        known.said = static_cast<std::uint32_t>(said_.size());
        said_.push_back({std::move(*reading.note), shown(text)});
    }

    void read(std::size_t record)
    {
        const Cell cell = cells_.at(source_.cells[record]);
        switch (cell.type()) {
        case CellType::empty: return read_empty(record, cell);
        case CellType::error: return read_error(record, cell);
        case CellType::text: return read_text(record, cell);
        default: break;
        }
        if (is_numeric())
            if (const std::optional<double> number = reader_.plain_number(cell))
                return put(record, data::State::value, *number, 0);
        if (has_years_) reader_.in_year(year_of(record));
        take(record, reader_.read_cell(cell), cell);
    }

    void read_empty(std::size_t record, const Cell& cell)
    {
        if (!cell.tag.is_formula()) return take(record, Reading::none(data::State::empty), cell);
        const bool is_ods = source_.book->format == "ods"; // which stores a result "" as it stores none at all
        take(record, Reading::refused(note(is_ods ? Cause::formula_shows_nothing : Cause::no_stored_value)), cell);
    }

    void read_error(std::size_t record, const Cell& cell)
    {
        if (cell.error() == CellError::not_available)
            return take(record, Reading::none(data::State::not_available), cell);
        // A csv file has no formulas: its reader marks the cells behind a decimal comma that looks like a separator,
        // and those that a separator too many may have shifted.
        if (source_.book->format == "csv") {
            const Cause cause = cell.error() == CellError::value ? Cause::shifted_cell : Cause::decimal_comma;
            put(record, data::State::error, 0, 0);
            return report(note(cause), {}, source_.cells[record]);
        }
        take(record, Reading::refused(note(Cause::excel_error, {printed(cell)})), cell);
    }

    void read_text(std::size_t record, const Cell& cell)
    {
        Known& known = known_[texts_[next_text_++]];
        if (!known.is_read) {
            if (has_years_) reader_.in_year(year_of(record));
            const std::string_view text = source_.book->text(cell);
            const auto clean = cleaned_.find(known.shown);
            Reading reading = reader_.read_text(known.shown, clean == cleaned_.end() ? text : clean->second);
            if (!reading.note && clean != cleaned_.end() && may_be_mojibake(text))
                reading.note = note(Cause::markup_removed, {quoted(clean->second)});
            settle(known, std::move(reading), text);
        } else if (known.shown != Known::none) {
            reader_.meet_again(known.shown);
        }
        put(record, known.state, known.number, known.id);
        if (known.said != Known::none) report(said_[known.said].note, said_[known.said].printed, source_.cells[record]);
    }

    std::uint32_t intern(const Reading& reading)
    {
        if (is_numeric() || reading.state != data::State::value) return 0;
        return column_.dictionary->intern(reading.text);
    }

    void put(std::size_t record, data::State state, double number, std::uint32_t id)
    {
        const bool is_value = state == data::State::value;
        if (is_numeric()) {
            column_.numbers[record] = is_value ? number : 0;
        } else {
            column_.ids[record] = is_value ? id : 0;
        }
        column_.states[record] = state;
        column_.source_columns[record] = static_cast<std::uint16_t>(source_.cells[record].column);
    }

    void take(std::size_t record, const Reading& reading, const Cell& cell)
    {
        put(record, reading.state, reading.number, intern(reading));
        if (reading.note) report(*reading.note, printed(cell), source_.cells[record]);
    }

    /// Quarters bear the names of persons and are shown; other cells that hold such a name are not.
    [[nodiscard]] std::string shown(std::string_view text) const
    {
        return holds_places(*context_.field) ? quoted_place(text) : quoted(text);
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
    CellCursor cells_;
    StateUse use_;
    bool has_years_;
    data::Column column_;
    KeyNumbers keys_;
    std::vector<Known> known_;         ///< by number of `keys_`
    std::vector<std::uint32_t> texts_; ///< the number of each cell of text, in order
    std::size_t next_text_ = 0;        ///< of `texts_`
    std::vector<Said> said_;
    std::unordered_map<std::uint32_t, std::string> cleaned_; ///< numbers without their markup, by `shown`; not walked
    std::uint32_t shown_ = 0;
};

} // namespace

ColumnContext context_of(const ColumnSource& source, const data::Field& field, const ReadingContext& context)
{
    ColumnContext made;
    made.field = &field;
    made.domain = context.domain;
    made.year = context.year;
    made.reference = context.reference;
    made.has_american_dates = context.has_american_dates;
    made.unit = source.unit;
    made.header = source.header;
    made.numbers_are_texts = source.book->format == "csv" || source.book->format == "html";
    made.is_date_1904 = source.grid->facts.date_1904;
    made.has_leap_day_1900 = source.book->format.starts_with('x'); // xlsx, xls, xml
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
    return read_with(*reader_for(made), made, source, findings);
}

} // namespace bilan::intake
