// SPDX-License-Identifier: MPL-2.0
#include "script/api/yearless_rows.hpp"

#include "base/number.hpp"
#include "base/text.hpp"
#include "data/program.hpp"
#include "script/api/mixed_years.hpp"
#include "script/journal.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace bilan::script {

namespace {

std::string counted(std::size_t rows, const Session& session)
{
    return base::for_people(static_cast<double>(rows), 0, session.inputs.language);
}

std::vector<std::uint32_t> without_year(const data::Query& all)
{
    const data::Column* const years = all.dataset().column(year_field);
    if (years == nullptr) return *all.rows();
    std::vector<std::uint32_t> rows;
    if (std::ranges::all_of(years->states, [](data::State state) { return state == data::State::value; })) return rows;
    for (const std::uint32_t row : *all.rows())
        if (!years->is_known(row)) rows.push_back(row);
    return rows;
}

/// Whether a condition holds the year above something: `f.exercice:ge(2023)` chooses no year, as all since then are
/// taken, but a row without one is none of them. Rows of another year (`ne`) are counted, not chosen.
class BoundedBelow {
public:
    explicit BoundedBelow(const data::Query& all) : all_(all) {}

    [[nodiscard]] bool is_met_in(const data::Expression& condition)
    {
        if (!visited_.insert(&condition).second) return false;
        const bool is_bound =
            condition.operation == data::Operation::greater || condition.operation == data::Operation::at_least;
        return std::ranges::any_of(condition.operands, [&](const data::ExpressionPointer& operand) {
            return (is_bound && all_.fields_in(operand).contains(year_field)) || is_met_in(*operand);
        });
    }

private:
    const data::Query& all_;
    std::set<const data::Expression*> visited_;
};

/// Those of the rows that the condition can say nothing of.
std::vector<std::uint32_t> undecided(const data::Query& all, const data::ExpressionPointer& condition,
                                     const std::vector<std::uint32_t>& rows, bool no_is_undecided)
{
    std::vector<std::uint32_t> left_out;
    data::Program program(all.dataset(), *all.expanded(condition));
    data::for_each_block(rows, [&](std::span<const std::uint32_t> block) {
        const data::Block outcome = program.run(block);
        for (std::size_t at = 0; at < block.size(); ++at)
            if (outcome.states[at] != data::State::value || (no_is_undecided && outcome.numbers[at] == 0))
                left_out.push_back(block[at]);
    });
    return left_out;
}

/// « a.xlsx (12), b.xlsx (3) », the first ones of many.
std::string files_of(const data::Dataset& dataset, const std::vector<std::uint32_t>& rows, const Session& session)
{
    constexpr std::size_t most_files = 8;
    std::map<std::string, std::size_t> by_file;
    for (const std::uint32_t row : rows) ++by_file[dataset.origin(row).file];
    std::vector<std::string> words;
    for (const auto& [file, count] : by_file) {
        if (words.size() == most_files) {
            words.emplace_back("…");
            break;
        }
        words.push_back(file + " (" + counted(count, session) + ')');
    }
    return base::join(words, ", ");
}

} // namespace

void say_yearless(const Caller* caller, Session& session, const data::Query& all,
                  const data::ExpressionPointer& condition)
{
    const std::string& id = all.dataset().schema().id;
    if (condition == nullptr || session.yearless_said.contains(id)) return;
    // a function of a script answers no where it read a year that is unknown
    const bool is_function = condition->operation == data::Operation::stored;
    const bool reads_year = is_function ? std::ranges::find(condition->read, year_field) != condition->read.end()
                                        : all.chosen_in(condition).contains(year_field) ||
                                              BoundedBelow(all).is_met_in(*all.expanded(condition));
    if (!reads_year) return;
    const std::vector<std::uint32_t> rows = undecided(all, condition, without_year(all), is_function);
    if (rows.empty()) return;
    session.yearless_said.insert(id);
    const std::string files = files_of(all.dataset(), rows, session);
    const std::string count = counted(rows.size(), session);
    if (caller != nullptr) warn(*caller, {"BIL-433", {count, id, files}});
    session.built.warnings.push_back(base::render({"BIL-607", {count, id, files}}, session.inputs.language));
}

} // namespace bilan::script
