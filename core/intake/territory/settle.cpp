// SPDX-License-Identifier: MPL-2.0
#include "intake/territory/settle.hpp"

#include "base/text.hpp"
#include "intake/header/context.hpp"
#include "intake/territory/verdict.hpp"
#include "intake/value/qpv_code.hpp"
#include "intake/value/quoted.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

namespace bilan::intake {

namespace {

bool holds_quarters(const data::Field& field)
{
    return field.code_kind == "qpv" || field.vocabulary == "territoire";
}

bool holds_communes(const data::Field& field)
{
    return field.code_kind == "insee" || field.code_kind == "commune";
}

class Settler {
public:
    Settler(const TakeIn& take_in, const TableDraft& draft, data::TableValues& values)
        : take_in_(&take_in), draft_(&draft), values_(&values)
    {
        for (std::size_t at = 0; at < values.columns.size(); ++at) {
            const data::Field& field = values.columns[at].field;
            if (holds_quarters(field) && !data::is_numeric(field.type)) quarters_.push_back(at);
            if (holds_communes(field)) commune_ = at;
            if (field.code_kind == "departement") department_ = at;
            if (field.id == "exercice") exercise_ = at;
            if (field.id == "contrat") contract_ = at;
            if (field.id == "epci" && !contract_) contract_ = at;
        }
        for (const data::Field& field : values.schema->fields)
            is_about_quarters_ = is_about_quarters_ || field.code_kind == "qpv";
        for (const data::Control& control : values.schema->controls)
            if (control.kind == "in_contract") in_contract_ = &control;
    }

    void run()
    {
        const Reference* const reference = take_in_->options->reference;
        if (reference == nullptr) return note_unchecked();
        for (std::size_t record = 0; record < values_->source_rows.size(); ++record) {
            Scope scope = take_in_->options->scope;
            if (const std::string department = text(department_, record); !department.empty())
                scope.department = department;
            limit_to_contract(*reference, record, scope);
            settle_commune(*reference, record, scope);
            const std::string commune = text(commune_, record);
            if (reference->commune(commune) != nullptr)
                scope.commune = commune;
            else if (std::string town = reference->town_named(commune, scope); !town.empty())
                scope.commune = std::move(town);
            for (const std::size_t column : quarters_) settle_quarters(*reference, column, record, scope);
        }
    }

private:
    using Key = std::array<std::string, 3>;

    [[nodiscard]] std::string text(std::optional<std::size_t> column, std::size_t record) const
    {
        if (!column || !values_->columns[*column].is_known(record)) return {};
        return std::string(values_->columns[*column].text(record));
    }

    /// The year whose map of quarters the row speaks of.
    [[nodiscard]] std::optional<int> year_of(std::size_t record) const
    {
        if (is_about_quarters_) return std::nullopt;
        if (exercise_ && values_->columns[*exercise_].is_known(record))
            return static_cast<int>(values_->columns[*exercise_].numbers[record]);
        return draft_->year;
    }

    /// The contract of the row, where the lists know its intercommunality.
    void limit_to_contract(const Reference& reference, std::size_t record, Scope& scope)
    {
        const std::string contract = text(contract_, record);
        if (contract.empty()) return;
        const auto [known, is_new] = epcis_.try_emplace(contract);
        if (is_new) known->second = reference.scope_of(contract).epci;
        if (!known->second.empty()) scope.epci = known->second;
    }

    /// Without any list: what would have been looked up.
    void note_unchecked()
    {
        Unchecked& unchecked = take_in_->reading->unchecked;
        const auto has_value = [&](std::size_t column) {
            const std::vector<data::State>& states = values_->columns[column].states;
            return std::find(states.begin(), states.end(), data::State::value) != states.end();
        };
        for (const std::size_t column : quarters_)
            if (has_value(column)) unchecked.quarters_2015 = unchecked.quarters_2024 = true;
        if (commune_ && has_value(*commune_)) unchecked.communes = true;
    }

    void settle_commune(const Reference& reference, std::size_t record, Scope scope)
    {
        const std::string written = text(commune_, record);
        if (written.empty()) return;
        // Without a column of départements, the codes of the row's quarters tell where to look for a name.
        for (const std::size_t column : quarters_) {
            const std::string quarter(base::split(text(column, record), data::list_separator).front());
            if (scope.department.empty() && vintage_of(quarter) != 0) scope.department = department_of_quarter(quarter);
        }
        const auto [known, is_new] = communes_.try_emplace({written, scope.department, {}});
        if (is_new) known->second = judge_commune(reference, written, scope);
        take(known->second, written, *commune_, record);
        if (!known->second.settled.empty()) put(*commune_, record, known->second.settled);
    }

    void settle_quarters(const Reference& reference, std::size_t column, std::size_t record, const Scope& scope)
    {
        const std::string written = text(column, record);
        if (written.empty()) return;
        const std::optional<int> year = year_of(record);
        std::string settled;
        for (const std::string_view item : base::split(written, data::list_separator)) {
            const Key key{std::string(item), scope.commune + '/' + scope.department, std::to_string(year.value_or(0))};
            const auto [known, is_new] = verdicts_.try_emplace(key);
            if (is_new) known->second = judge_quarter(reference, item, scope, year);
            take(known->second, item, column, record);
            const std::string& code = known->second.settled;
            if (!settled.empty()) settled += data::list_separator;
            settled += code.empty() ? std::string(item) : code;
            say_outside(reference, code.empty() ? std::string(item) : code, scope, column, record);
        }
        if (settled != written) put(column, record, settled);
    }

    /// Control `in_contract`: a quarter of another intercommunality than that of the contract.
    void say_outside(const Reference& reference, const std::string& code, const Scope& scope, std::size_t column,
                     std::size_t record)
    {
        const Quarter* const quarter = in_contract_ == nullptr ? nullptr : reference.quarter(code);
        if (quarter == nullptr || scope.epci.empty() || quarter->epci.empty()) return;
        if (quarter->epci.find(scope.epci) != std::string::npos) return; // a quarter may lie in two
        TerritoryVerdict verdict;
        verdict.said.push_back(
            {in_contract_->id,
             in_contract_->severity,
             Done::kept,
             {"BIL-578", {code, quarter->epci, scope.epci, reference.files_of(quarters_of(quarter->vintage))}}});
        take(verdict, code, column, record);
    }

    void put(std::size_t column, std::size_t record, std::string_view settled)
    {
        data::Column& of = values_->columns[column];
        of.ids[record] = of.dictionary->intern(settled);
    }

    void take(const TerritoryVerdict& verdict, std::string_view written, std::size_t column, std::size_t record)
    {
        Unchecked& unchecked = take_in_->reading->unchecked;
        unchecked.add(verdict.unchecked);
        if (verdict.said.empty()) return;
        Place place = place_of(column, record);
        // What no cell gave (the name of a sheet) is said once.
        if (!place.row && !said_once_.insert({column, std::string(written)}).second) return;
        const auto& headers = values_->origin.headers;
        const auto header = headers.find(values_->columns[column].field.id);
        for (const TerritoryVerdict::Said& said : verdict.said)
            take_in_->say(said.code, said.severity, place, said.done, said.message,
                          header == headers.end() ? std::string() : header->second, quoted_place(written));
    }

    [[nodiscard]] Place place_of(std::size_t column, std::size_t record) const
    {
        Place place = take_in_->place(*draft_->view);
        const auto index = std::pair(static_cast<std::uint32_t>(record), static_cast<std::uint32_t>(column));
        if (const auto other = values_->other_cells.find(index); other != values_->other_cells.end()) {
            place.row = other->second.row;
            place.column = other->second.column;
            return place;
        }
        const std::uint32_t cell = values_->columns[column].source_columns[record];
        if (cell == data::Column::no_cell) return place;
        place.row = values_->source_rows[record];
        place.column = cell;
        if (values_->origin.transposed) std::swap(place.row, place.column);
        return place;
    }

    const TakeIn* take_in_;
    const TableDraft* draft_;
    data::TableValues* values_;
    std::vector<std::size_t> quarters_;
    std::optional<std::size_t> commune_;
    std::optional<std::size_t> department_;
    std::optional<std::size_t> exercise_;
    std::optional<std::size_t> contract_;
    /// Figures on quarters are of the map that their codes are of, whatever the year they were counted in.
    bool is_about_quarters_ = false;
    const data::Control* in_contract_ = nullptr; ///< of the schema; null when it has none
    std::map<std::string, std::string> epcis_;   ///< of contracts as they are written
    std::map<Key, TerritoryVerdict> verdicts_;
    std::map<Key, TerritoryVerdict> communes_;
    std::set<std::pair<std::size_t, std::string>> said_once_;
};

} // namespace

void settle_territories(const TakeIn& take_in, const TableDraft& draft, data::TableValues& values)
{
    Settler(take_in, draft, values).run();
}

} // namespace bilan::intake
