// SPDX-License-Identifier: MPL-2.0
#include "script/api/part_of_whole.hpp"

#include "data/figure_text.hpp"
#include "script/api/values.hpp"
#include "script/journal.hpp"
#include "script/state.hpp"

namespace bilan::script {

namespace {

/// People and counts have one unit here: which of the two a sum is depends on its field alone.
bool have_one_unit(data::Unit part, data::Unit whole)
{
    using data::Unit;
    const auto counted = [](Unit unit) { return unit == Unit::people ? Unit::count : unit; };
    return part == Unit::number || whole == Unit::number || counted(part) == counted(whole);
}

} // namespace

void warn_of_no_part(const Caller& caller, const std::string& id, const data::Figure& part, const data::Figure& whole)
{
    const bool is_above = part.value && whole.value && *whole.value > 0 && *part.value > *whole.value;
    if (!is_above && have_one_unit(part.unit, whole.unit)) return;
    const base::Language language = caller.state.language();
    const auto unit = [](const data::Figure& figure) { return unit_names()[static_cast<std::size_t>(figure.unit)]; };
    warn_once(caller,
              {"BIL-148",
               {id, marked_for_people(part, language), unit(part), marked_for_people(whole, language), unit(whole)}});
}

} // namespace bilan::script
