// SPDX-License-Identifier: MPL-2.0
#include "cells/remarks.hpp"

#include "cells/codes.hpp"

#include <algorithm>

namespace bilan::cells {

void Remarks::add(std::string_view code, std::optional<CellPosition> at, std::vector<std::string> arguments)
{
    ++total_;
    auto kind = std::find_if(kinds_.begin(), kinds_.end(), [&](const Kind& known) { return known.code == code; });
    if (kind == kinds_.end()) kind = kinds_.insert(kinds_.end(), Kind{code, 0});
    if (++kind->count > most_of_a_kind) return;
    Problem problem;
    problem.code = code;
    problem.place = {file_, sheet_, std::nullopt, std::nullopt};
    if (at) {
        problem.place.row = at->row;
        problem.place.column = at->column;
    }
    problem.arguments = std::move(arguments);
    problems_.push_back(std::move(problem));
}

void Remarks::add_once(std::string_view code, std::optional<CellPosition> at, std::vector<std::string> arguments)
{
    const bool is_said = std::any_of(once_.begin(), once_.end(), [&](const auto& said) {
        return said.first == code && said.second == arguments.front();
    });
    if (is_said) return;
    if (once_.size() < most_of_a_kind) once_.emplace_back(code, arguments.front());
    add(code, at, std::move(arguments));
}

Remarks::Mark Remarks::mark() const
{
    Mark mark{problems_.size(), kinds_.size(), once_.size(), total_, {}};
    for (const Kind& kind : kinds_) mark.counts.push_back(kind.count);
    return mark;
}

void Remarks::forget_after(const Mark& mark)
{
    if (total_ == mark.total) return;
    problems_.resize(mark.problems);
    kinds_.resize(mark.kinds);
    once_.resize(mark.once);
    for (std::size_t i = 0; i < kinds_.size(); ++i) kinds_[i].count = mark.counts[i];
    total_ = mark.total;
}

std::vector<Problem> Remarks::take()
{
    for (const Kind& kind : kinds_) {
        if (kind.count <= most_of_a_kind) continue;
        Problem problem;
        problem.code = code::more_remarks;
        problem.place = {file_, sheet_, std::nullopt, std::nullopt};
        problem.arguments = {std::string(kind.code), std::to_string(kind.count - most_of_a_kind)};
        problems_.push_back(std::move(problem));
    }
    return std::move(problems_);
}

} // namespace bilan::cells
