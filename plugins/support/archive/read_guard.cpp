// SPDX-License-Identifier: MPL-2.0
#include "archive/read_guard.hpp"

namespace bilan::archive {

ReadGuard::ReadGuard(const Source& source, const ReadLimits& limits) : ReadGuard(source.name, limits)
{
    memory_ = source.memory;
}

ReadGuard::ReadGuard(std::string file, const ReadLimits& limits)
    : file_(std::move(file)), limits_(limits), deadline_(std::chrono::steady_clock::now() + limits.time)
{
}

void ReadGuard::refuse(std::string_view code, std::vector<std::string> arguments) const
{
    Problem problem;
    problem.code = code;
    problem.place.file = file_;
    problem.arguments = std::move(arguments);
    throw Refusal(std::move(problem));
}

void ReadGuard::refuse_limit(std::string_view limit, std::uint64_t value, std::string_view where) const
{
    refuse(code::limit_exceeded, {std::string(limit), std::to_string(value), std::string(where)});
}

void ReadGuard::check_time(std::string_view where) const
{
    if (std::chrono::steady_clock::now() <= deadline_) return;
    refuse_limit("time", static_cast<std::uint64_t>(limits_.time.count()), where);
}

void ReadGuard::passed(std::string_view bytes) const
{
    if (memory_ != nullptr) memory_->pass(std::as_bytes(std::span(bytes)));
}

} // namespace bilan::archive
