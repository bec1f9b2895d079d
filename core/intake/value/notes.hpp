// SPDX-License-Identifier: MPL-2.0
//
// Every note that reading a value can make, by its cause: control id, severity, deed and message stand together in
// notes.cpp. Arguments are shown to people: texts of cells go through `quoted` first. Pure functions, any thread.
#pragma once

#include "intake/value/reading.hpp"

#include <string>
#include <string_view>

namespace bilan::intake {

enum class Cause : std::uint8_t {
    text_number,           ///< 200
    unit_glued,            ///< 201
    multiple,              ///< 202
    column_in_multiple,    ///< 203
    estimate,              ///< 204
    bound,                 ///< 205
    several_numbers,       ///< 206
    parts,                 ///< 207
    unsettled,             ///< 208
    settled,               ///< 209
    damaged,               ///< 210
    look_alike,            ///< 211
    no_number,             ///< 212
    excel_error,           ///< 213
    no_stored_value,       ///< 214
    percent_count,         ///< 215, C16
    fraction_count,        ///< 216, C16
    negative_count,        ///< 217, C05
    broken_count,          ///< 218, C05
    date_as_number,        ///< 219
    number_as_date,        ///< 220
    time_as_number,        ///< 221
    other_currency,        ///< 222, C23
    mixed_units,           ///< 223, C23
    scientific,            ///< 224
    column_in_percent,     ///< 225
    count_as_rate,         ///< 226, C16
    odd_fraction,          ///< 227, C16
    unsettled_rate,        ///< 228, C16
    rate_above_one,        ///< 229, C16
    american_date,         ///< 230
    date_without_year,     ///< 231
    impossible_date,       ///< 232
    period_start,          ///< 233
    vague_period,          ///< 234
    serial_date,           ///< 235
    doubtful_serial,       ///< 236
    no_date,               ///< 237
    improbable_date,       ///< 238
    first_year,            ///< 239
    no_year,               ///< 240
    near_term,             ///< 241, C15
    no_term,               ///< 242, C15
    no_boolean,            ///< 243, C15
    doubtful_list,         ///< 244
    rewritten,             ///< 245
    code_completed,        ///< 246, C11
    code_unknown,          ///< 247, C11
    other_vintage,         ///< 248, C11
    siret_invalid,         ///< 249, C12
    siren_as_siret,        ///< 250, C12
    siret_zero,            ///< 251, C12
    digits_lost,           ///< 252, C12
    siret_unreadable,      ///< 253, C12
    several_codes,         ///< 254
    zeros_put_back,        ///< 255
    odd_code,              ///< 256
    markup_removed,        ///< 257
    boolean_as_number,     ///< 258
    month_day_settled,     ///< 259
    month_day_open,        ///< 550
    excluded_quarter,      ///< 551
    flag_as_quarter,       ///< 552
    near_open_term,        ///< 553, C15
    term_of_header,        ///< 554
    no_code,               ///< 555
    lost_space,            ///< 557
    text_date,             ///< 558
    term_to_confirm,       ///< 559, the control of the vocabulary
    person_removed,        ///< 579, X04
    contact_removed,       ///< 584, X04
    unnamed_quarters,      ///< 854
    decimal_comma,         ///< 856
    negative_amount,       ///< 596
    no_quarter_code,       ///< 598, C11
    no_exercise,           ///< 583
    euros_in_thousands,    ///< 511, C23
    contract_as_quarter,   ///< 512, C11
    period_as_quarter,     ///< 513, C11
    codes_listed,          ///< 526
    old_levels,            ///< 527
    level_of_either_scale, ///< 528
    perhaps_thousands,     ///< 529, C23
    shifted_cell,          ///< 540
    formula_shows_nothing, ///< 544
    open_answer,           ///< 147, C15
    perhaps_in_multiple,   ///< 046, C23
    column_in_thousands,   ///< 047
    ones_in_thousands,     ///< 048
    end_only,              ///< 055
    footnote_sign,         ///< 035
};

[[nodiscard]] Note note(Cause cause, std::vector<std::string> arguments = {});
/// The same with another severity.
[[nodiscard]] Note note(Cause cause, data::Severity severity, std::vector<std::string> arguments);

} // namespace bilan::intake
