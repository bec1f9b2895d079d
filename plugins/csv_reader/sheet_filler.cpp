// SPDX-License-Identifier: MPL-2.0
#include "sheet_filler.hpp"

#include "damage.hpp"

#include <algorithm>
#include <limits>

namespace csv_reader {
namespace {

/// In a loop of which the compiler makes vectors.
std::uint32_t count_filled(std::span<const Interner::Number> numbers)
{
    constexpr std::size_t batch = 16;
    std::uint32_t filled = 0;
    for (; numbers.size() >= batch; numbers = numbers.subspan(batch))
        for (std::size_t at = 0; at < batch; ++at) filled += numbers[at] == Interner::none ? 0U : 1U;
    for (const Interner::Number number : numbers) filled += number == Interner::none ? 0U : 1U;
    return filled;
}

} // namespace

SheetFiller::SheetFiller(bilan::Book& book, const Budget& budget, const Layout& layout, std::size_t source_bytes,
                         FieldText text, std::uint64_t text_in_memory)
    : book_(book), grid_(book.sheets.back()), budget_(budget), text_(std::move(text)), texts_(book.texts, source_bytes),
      text_in_memory_(text_in_memory), width_(layout.shape.width), other_tables_(layout.other_tables),
      separator_(layout.shape.separator), open_rows_(layout.open_rows)
{
}

bool SheetFiller::has_room(std::uint32_t rows, std::uint32_t fields) const
{
    const std::uint64_t end = std::uint64_t{row_} + rows;
    std::uint32_t narrowest = width_;
    for (std::size_t at = passed_tables_; at < other_tables_.size() && other_tables_[at].row < end; ++at) {
        const TableStart& table = other_tables_[at];
        narrowest = table.row <= row_ ? table.width : std::min(narrowest, table.width);
    }
    return end <= budget_.limits().rows && fields <= narrowest;
}

void SheetFiller::put(const Record& record)
{
    watch(record.fields.size());
    if (record.too_wide) budget_.refuse("columns", budget_.limits().columns);
    if (record.loose_quote != nullptr || record.stray_quotes || record.inner_return) note_quotes(record);
    enter_table();
    const std::size_t fields = record.fields.size();
    const std::size_t sound = fields > width_ && width_ > 1 ? sound_fields(record) : fields;
    FieldMarks marks;
    for (std::size_t index = 0; index < sound; ++index)
        if (record.fields[index].size() > 0) put_field(record.fields[index], static_cast<std::uint32_t>(index), marks);
    if (marks.any()) note_marks(marks);
    if (fields != width_ && !record.is_blank()) note_width(record, sound);
    note_narrow_header(fields, record.fields.back().size() == 0);
    if (row_ == std::numeric_limits<std::uint32_t>::max()) budget_.refuse("rows", budget_.limits().rows);
    ++row_;
}

void SheetFiller::put(const PlainRows& rows)
{
    watch(std::size_t{rows.rows()} * rows.width());
    numbers_.resize(rows.rows());
    marks_.assign(rows.rows(), {});
    hold_texts(rows);
    for (std::uint32_t column = 0; column < rows.width(); ++column) put_column(rows, column);
    if (!in_table_) {
        bool is_open = false;
        rows.each(rows.width() - 1,
                  [&](std::uint32_t row, std::string_view last) { is_open |= row == 0 && last.empty(); });
        note_narrow_header(rows.width(), is_open);
    }
    for (const FieldMarks& marks : marks_) {
        enter_table();
        if (rows.width() < width_) findings_.note(Damage::short_row, row_, shown_row(), width_);
        if (marks.any()) note_marks(marks);
        ++row_;
    }
}

void SheetFiller::put_column(const PlainRows& rows, std::uint32_t column)
{
    if (text_.is_clean() && rows.is_bare(column) && !rows.may_stand_for_others())
        texts_.number_all(rows.bare(column), column, numbers_);
    else
        number_one_by_one(rows, column);
    cells_ += count_filled(numbers_);
    grid_.put_texts(row_, column, numbers_);
}

/// Numbers the fields whose value is another text at once, since that does not last, and lists the others.
void SheetFiller::number_one_by_one(const PlainRows& rows, std::uint32_t column)
{
    rewritten_.clear();
    fields_.resize(rows.rows());
    const bool is_clean = text_.is_clean() && !rows.may_stand_for_others();
    const FieldText::Care care = text_.care();
    rows.each(column, [&](std::uint32_t row, std::string_view field) {
        fields_[row] = field;
        if (is_clean || !care.is_needed(field)) return;
        fields_[row] = field.substr(0, 0);
        const std::string_view value = text_.value({field.data(), field.data() + field.size()}, marks_[row]);
        rewritten_.push_back({row, texts_.number_of(value, column)});
    });
    texts_.number_all(std::span<const std::string_view>(fields_), column, numbers_);
    for (const Rewritten& field : rewritten_) numbers_[field.row] = field.number;
}

void SheetFiller::hold_texts(const PlainRows& rows) const
{
    const std::uint64_t most = budget_.limits().text_bytes;
    if (rows.bytes() <= most) return;
    std::size_t longest = 0;
    for (std::uint32_t column = 0; column < rows.width(); ++column)
        rows.each(column,
                  [&longest](std::uint32_t, std::string_view field) { longest = std::max(longest, field.size()); });
    budget_.hold(longest, most, "text_bytes");
}

void SheetFiller::finish(const std::string& file)
{
    budget_.hold_book(book_, cells_, text_in_memory_ + texts_.bytes());
    settle_long_rows(book_, separator_, long_rows_);
    findings_.publish(book_, file);
}

/// How many fields from the left stand where they belong. In a comma file, a row that is too long and holds what could
/// be the two halves of a number had an unquoted decimal comma: from there on nothing can be trusted.
std::size_t SheetFiller::sound_fields(const Record& record)
{
    const std::size_t fields = record.fields.size();
    if (separator_ != ',' || (open_rows_ && record.fields.back().size() == 0 && fields == std::size_t{width_} + 1))
        return fields;
    const auto split = first_split_number(record);
    if (!split || *split >= width_) return fields;
    const bilan::CellTag error(bilan::CellType::error);
    for (auto column = static_cast<std::uint32_t>(*split); column < width_; ++column)
        grid_.put(row_, column, error, static_cast<std::uint64_t>(bilan::CellError::other));
    cells_ += width_ - *split;
    return *split;
}

void SheetFiller::put_field(const Field& field, std::uint32_t column, FieldMarks& marks)
{
    const bilan::ReadLimits& limits = budget_.limits();
    if (field.size() > limits.text_bytes) budget_.refuse("text_bytes", limits.text_bytes);
    if (row_ >= limits.rows) budget_.refuse("rows", limits.rows);
    const std::string_view value = text_.value(field, marks);
    if (value.empty()) return;
    grid_.put_text(row_, column, texts_.number_of(value, column));
    ++cells_;
}

void SheetFiller::note_quotes(const Record& record)
{
    if (record.loose_quote != nullptr) findings_.note(Damage::loose_quote, row_, record.loose_line, width_);
    if (record.stray_quotes) findings_.note(Damage::stray_quotes, row_, record.line, width_);
    if (record.inner_return) findings_.note(Damage::inner_return, row_, shown_row(), width_);
}

void SheetFiller::note_marks(const FieldMarks& marks)
{
    if (marks.second_coding) findings_.note(Damage::second_coding, row_, shown_row(), width_);
    if (marks.unreadable) findings_.note(Damage::unreadable, row_, shown_row(), width_);
    if (marks.controls) findings_.note(Damage::controls, row_, shown_row(), width_);
}

/// A row counts its fields against its own table, not against one further down that happens to be as wide.
void SheetFiller::enter_table()
{
    if (passed_tables_ == other_tables_.size() || row_ < other_tables_[passed_tables_].row) return;
    width_ = other_tables_[passed_tables_++].width;
}

void SheetFiller::note_width(const Record& record, std::size_t sound)
{
    const std::size_t fields = record.fields.size();
    const auto count = static_cast<std::uint32_t>(fields);
    if (sound < fields) {
        findings_.note(Damage::split_number, row_, shown_row(), width_);
        long_rows_.push_back({row_, width_, count, static_cast<std::uint32_t>(sound)});
    } else if (fields < width_) {
        if (in_table_) findings_.note(Damage::short_row, row_, shown_row(), width_);
    } else if (width_ > 1) {
        const bool filled = std::any_of(record.fields.begin() + width_, record.fields.end(),
                                        [](const Field& field) { return field.size() > 0; });
        if (filled) findings_.note(Damage::long_row, row_, shown_row(), width_);
        const bool is_usual = !filled && open_rows_ && fields == std::size_t{width_} + 1;
        if (!is_usual) long_rows_.push_back({row_, width_, count, 0});
    }
}

/// A row right above the first whole one, with two thirds of its cells or more, is a header and no title: it is too
/// short.
/// `is_open`: the last field of the row is empty, as in files whose rows end with one separator more.
void SheetFiller::note_narrow_header(std::size_t fields, bool is_open)
{
    if (in_table_) return;
    in_table_ = fields >= width_;
    const bool is_whole = is_open && fields_above_ + 1 == width_;
    if (in_table_ && row_ > 0 && fields_above_ > 1 && !is_whole &&
        std::size_t{fields_above_} * 3 >= std::size_t{width_} * 2)
        findings_.note(Damage::short_row, row_ - 1, shown_row() - 1, width_);
    fields_above_ = static_cast<std::uint32_t>(std::min<std::size_t>(fields, width_));
}

/// Looks at the limits about every 65 000 fields, and after every giant row.
void SheetFiller::watch(std::size_t fields)
{
    constexpr std::size_t often = 65'536;
    unwatched_ += static_cast<std::uint32_t>(std::min(fields, often));
    if (unwatched_ < often) return;
    unwatched_ = 0;
    budget_.hold_book(book_, cells_, text_in_memory_ + texts_.bytes());
}

} // namespace csv_reader
