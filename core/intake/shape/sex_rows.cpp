// SPDX-License-Identifier: MPL-2.0
#include "intake/shape/sex_rows.hpp"

#include "base/text.hpp"
#include "intake/header/context.hpp"
#include "intake/header/measures.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bilan::intake {

namespace {

std::optional<Sex> sex_in(const TableDraft& draft, std::uint32_t row, std::size_t says)
{
    return sex_in_words(base::fold(base::trim(draft.view->label(row, draft.headers[says].column))));
}

class SexRows {
public:
    explicit SexRows(TableDraft& draft) : draft_(&draft) {}

    void run()
    {
        const std::optional<std::size_t> says = column_of_sex();
        const std::optional<std::size_t> people = says ? column_of_people() : std::nullopt;
        if (!people || !says_both(*says)) return;
        says_ = *says;
        people_ = *people;
        std::vector<std::size_t> heads;
        for (std::size_t entry = 0; entry < draft_->rows.rows.size(); ++entry) {
            if (draft_->rows.rows[entry].kind != RowKind::record) continue;
            const bool is_of_head = !heads.empty() && is_same_action(heads.back(), entry);
            if (is_of_head && !may_join(heads.back(), entry)) return leave_people_out();
            if (is_of_head)
                joined_.emplace_back(heads.back(), entry);
            else
                heads.push_back(entry);
        }
        for (const auto& [head, other] : joined_) {
            draft_->rows.rows[head].other_sex = static_cast<Row::Index>(other);
            draft_->rows.rows[other].kind = RowKind::other_sex;
            draft_->rows.rows[other].previous = head;
            draft_->rows.rows[other].doubt = RowDoubt::none;
        }
        draft_->sexes = SexColumns{says_, people_};
        set_aside({"BIL-033", {draft_->headers[says_].path, draft_->headers[people_].path}});
    }

private:
    [[nodiscard]] std::optional<std::size_t> column_of_sex() const
    {
        for (std::size_t at = 0; at < draft_->headers.size(); ++at) {
            const HeaderColumn& header = draft_->headers[at];
            if (is_read(draft_->mapping.columns[at].outcome) || header.words.size() != 1) continue;
            const std::vector<std::string>& tokens = header.leaf().tokens;
            const bool is_named = tokens.size() == 1 && (tokens.front() == "sexe" || tokens.front() == "genre");
            if (is_named || holds_sexes(header.content)) return at;
        }
        return std::nullopt;
    }

    /// The people of a table without women and men of its own.
    [[nodiscard]] std::optional<std::size_t> column_of_people() const
    {
        const data::Schema& schema = *draft_->mapping.schema->schema;
        for (const std::string_view field : {"benef_f", "benef_h"})
            if (field_by_id(schema, field) == nullptr || draft_->mapping.has(field)) return std::nullopt;
        for (std::size_t at = 0; at < draft_->headers.size(); ++at) {
            const MappedColumn& column = draft_->mapping.columns[at];
            if (column.outcome == Outcome::mapped && column.field->id == "benef_total") return at;
        }
        return std::nullopt;
    }

    /// Every record counts women or men, and some of each.
    [[nodiscard]] bool says_both(std::size_t says) const
    {
        bool has_women = false;
        bool has_men = false;
        for (const Row& row : draft_->rows.rows) {
            if (row.kind != RowKind::record) continue;
            const std::optional<Sex> sex = sex_in(*draft_, row.row, says);
            if (!sex) return false;
            (*sex == Sex::women ? has_women : has_men) = true;
        }
        return has_women && has_men;
    }

    /// What both rows say of the action agrees; the second one may leave it empty.
    [[nodiscard]] bool is_same_action(std::size_t head, std::size_t other) const
    {
        bool is_named = false;
        for (std::size_t at = 0; at < draft_->headers.size(); ++at) {
            const MappedColumn& column = draft_->mapping.columns[at];
            if (!is_read(column.outcome) || is_measure(*column.field)) continue;
            const std::string here = text_of(head, at);
            const std::string there = text_of(other, at);
            if (!there.empty() && here != there) return false;
            is_named = is_named || (names_record(*column.field) && !here.empty());
        }
        return is_named;
    }

    [[nodiscard]] std::string text_of(std::size_t entry, std::size_t at) const
    {
        return base::fold(draft_->view->label(draft_->rows.rows[entry].row, draft_->headers[at].column));
    }

    /// The other sex, once, and no other number that differs.
    [[nodiscard]] bool may_join(std::size_t head, std::size_t other) const
    {
        const bool is_joined = !joined_.empty() && joined_.back().first == head;
        const std::uint32_t here = draft_->rows.rows[head].row;
        const std::uint32_t there = draft_->rows.rows[other].row;
        if (is_joined || sex_in(*draft_, here, says_) == sex_in(*draft_, there, says_)) return false;
        for (std::size_t at = 0; at < draft_->headers.size(); ++at) {
            if (at == people_ || !is_read(draft_->mapping.columns[at].outcome)) continue;
            const std::uint32_t column = draft_->headers[at].column;
            const Cell one = draft_->view->at(here, column);
            const Cell two = draft_->view->at(there, column);
            const bool are_numbers = one.type() == CellType::number && two.type() == CellType::number;
            if (are_numbers && one.number != two.number) return false;
        }
        return true;
    }

    void leave_people_out()
    {
        set_aside({"BIL-034", {draft_->headers[people_].path, draft_->headers[says_].path}});
        MappedColumn& column = draft_->mapping.columns[people_];
        column = MappedColumn{};
        column.outcome = Outcome::left_out;
    }

    void set_aside(base::Message reason)
    {
        MappedColumn& column = draft_->mapping.columns[says_];
        column = MappedColumn{};
        column.outcome = Outcome::left_out;
        column.reason = std::move(reason);
    }

    TableDraft* draft_;
    std::size_t says_ = 0;
    std::size_t people_ = 0;
    std::vector<std::pair<std::size_t, std::size_t>> joined_; ///< a record, and the row of the other sex
};

} // namespace

void settle_sex_rows(TableDraft& draft)
{
    if (draft.mapping.schema != nullptr) SexRows(draft).run();
}

std::optional<std::uint32_t> row_of_sex(const TableDraft& draft, std::size_t entry, Sex sex)
{
    const Row& head = draft.rows.rows[entry];
    if (!draft.sexes) return std::nullopt;
    if (sex_in(draft, head.row, draft.sexes->says) == sex) return head.row;
    return head.other_sex ? std::optional(draft.rows.rows[*head.other_sex].row) : std::nullopt;
}

} // namespace bilan::intake
