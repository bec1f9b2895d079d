// SPDX-License-Identifier: MPL-2.0
#include "run/request_checks.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <filesystem>

namespace bilan::run {

void check_profile(const std::string& profile)
{
    if (profile == "interne") return;
    if (profile == "partenaires" || profile == "public")
        throw base::Error(base::ExitCode::secrecy, "", {"BIL-500", {profile}});
    throw base::Error(base::ExitCode::usage, "", {"BIL-153", {base::for_display(profile)}});
}

void check_reading(const Reading& reading, const script::ReportCard& card)
{
    const bool nothing_read = std::ranges::all_of(reading.files, [](const FileResult& file) { return !!file.failure; });
    if (nothing_read) throw base::Error(*reading.files.front().failure);
    if (card.datasets.empty()) return; // it reads its tables by itself: run:read
    const bool has_rows = std::ranges::any_of(card.datasets, [&](const std::string& schema) {
        return reading.datasets.contains(schema) && reading.datasets.at(schema)->rows() > 0;
    });
    if (!has_rows) throw base::Error(base::ExitCode::findings, card.id, {"BIL-158", {base::join(card.datasets, ", ")}});
    if (reading.rules_applied() == 0) throw base::Error(base::ExitCode::findings, card.id, {"BIL-159", {}});
}

void check_not_an_input(const std::filesystem::path& output, const Inputs& inputs)
{
    for (const InputFile& file : inputs.files) {
        std::error_code none;
        if (std::filesystem::equivalent(file.path, output, none))
            throw base::Error(base::ExitCode::unwritable, output.string(), {"BIL-425", {}});
    }
}

void check_force(const script::ReportCard& card, const ReportRequest& request)
{
    if (request.force.empty() || card.refuses_blocking) return;
    throw base::Error(base::ExitCode::usage, "", {"BIL-178", {card.id}});
}

void check_blocking(const Reading& reading, const script::ReportCard& card, const ReportRequest& request)
{
    const std::size_t blocking = reading.blocking();
    if (!card.refuses_blocking || blocking == 0 || !request.force.empty()) return;
    throw base::Error(base::ExitCode::findings, card.id, {"BIL-170", {std::to_string(blocking)}});
}

} // namespace bilan::run
