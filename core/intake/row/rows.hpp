// SPDX-License-Identifier: MPL-2.0
//
// What each row of a table is: a record, or something set aside and why. One thread.
#pragma once

#include "data/schema.hpp"
#include "intake/header/mapping.hpp"
#include "intake/table/region.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace bilan::intake {

class Reference;

enum class RowKind : std::uint8_t {
    record,
    total,
    subtotal,
    part_of_card,  ///< of a card of one action: « Prévu » beside « Réalisé », or a row of another indicator
    part_of_above, ///< « dont moins de 26 ans »: counted in the row above, or below
    recap,         ///< says again what the actions of a holder say, without a title of its own
    carried,       ///< « Report de la page 1 »: the sum of another page
    other_period,  ///< « Rappel 2024 », « Prévisionnel 2026 »
    statistic,     ///< average, share of the total, envelope, what is left of it
    repeated_header,
    technical, ///< units, numbering
    note,
    footer,
    filler,
    example,
    group_title,
    unused_title, ///< a title that nothing can take
    other_sex,    ///< counts the men of the action whose women the row above counts, or the other way round
    unread,       ///< filled in columns that nobody understands, and in no other
    continuation
};

/// What is worth a look about a row that is kept as a record.
enum class RowDoubt : std::uint8_t {
    none,
    lone_text,           ///< nothing but a name: perhaps a title
    may_continue,        ///< nothing but texts, without what names the record above: perhaps its continuation
    may_be_total,        ///< the last one, about the sum of the others
    may_be_part,         ///< « dont … », and in no row beside it
    may_be_unsaid_whole, ///< all its numbers are the sums of the rows below or above
    may_be_whole,        ///< « Tous » beside rows of the same action, and not their sum
    nameless,            ///< the others bear a title
    says_idem,           ///< « idem » for a title
    may_be_cancelled,    ///< « (annulé) Forum »
    may_be_template,     ///< « [titre de l'action] » beside something else, or « NC » all through
    may_be_heading       ///< « AXE 1 - Emploi » with amounts, and not the sum of what follows
};

/// A table may have a million of them, and is walked for each thing that is settled: small.
struct Row {
    using Index = std::uint32_t; ///< of a row among those of the table

    std::uint32_t row = 0;
    RowKind kind = RowKind::record;
    std::optional<std::uint32_t> label; ///< column of the text that tells the kind
    std::optional<Index> group;         ///< of a record: the title row above it
    std::optional<Index> previous;      ///< of a continuation, or perhaps one: the record above
    RowDoubt doubt = RowDoubt::none;
    bool is_by_sums = false;       ///< of a total: no word says so, its numbers do
    bool is_of_below = false;      ///< of a part: its whole stands below
    bool is_of_siblings = false;   ///< of a subtotal: it was compared with the rows of the same action
    bool is_by_groups = false;     ///< of a title: no sign says so, the records below it do
    bool is_below_example = false; ///< of an example: the word stands in the row above
    bool is_indicator = false;     ///< of a part of a card: a row of another indicator
    bool is_memory = false;        ///< of another period: « Pour mémoire », of whatever period it is
    bool bears_sum = false;        ///< of a title: its numbers are those of the rows below it, added up
    bool fills_column = false;     ///< of such a title: it has a column of its own, which the rows below leave empty
    std::optional<Index> completed_by = {}; ///< of the record of a card: the row that has its texts
    std::optional<Index> other_sex = {};    ///< of a record that counts one sex: the row of the other
    Index until = 0;                        ///< of such a title: behind the last row that it adds up
};

struct TableRows {
    std::vector<Row> rows;   ///< every row with something in it, below the header, ascending
    std::string group_field; ///< what the titles give to the rows below: `pilier`; empty: nothing
};

struct RowInput {
    const SheetView* view = nullptr;
    const Block* block = nullptr;
    const std::vector<HeaderColumn>* headers = nullptr;
    const Mapping* mapping = nullptr;
    const data::Domain* domain = nullptr;
    bool is_own_form = false;             ///< a sheet that bilan handed out: what stands in its rows was filled in
    const Reference* reference = nullptr; ///< lists of quarters; may be null
};

[[nodiscard]] TableRows classify_rows(const RowInput& input);

} // namespace bilan::intake
