// SPDX-License-Identifier: MPL-2.0
#include "app/commands/limits.hpp"

#include "base/number.hpp"
#include "base/text.hpp"

#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace bilan::app {

namespace {

using Member =
    std::variant<std::uint64_t ReadLimits::*, std::uint32_t ReadLimits::*, std::chrono::milliseconds ReadLimits::*>;

struct Limit {
    std::string_view name; ///< as refusals say it
    Member member;
};

const std::vector<Limit>& all_limits()
{
    static const std::vector<Limit> all{
        {"part_bytes", &ReadLimits::part_bytes},
        {"total_bytes", &ReadLimits::total_bytes},
        {"ratio", &ReadLimits::ratio},
        {"ratio_free_bytes", &ReadLimits::ratio_free_bytes},
        {"entries", &ReadLimits::entries},
        {"depth", &ReadLimits::depth},
        {"attributes", &ReadLimits::attributes},
        {"texts", &ReadLimits::texts},
        {"text_bytes", &ReadLimits::text_bytes},
        {"cells", &ReadLimits::cells},
        {"memory_bytes", &ReadLimits::memory_bytes},
        {"rows", &ReadLimits::rows},
        {"columns", &ReadLimits::columns},
        {"sheets", &ReadLimits::sheets},
        {"time", &ReadLimits::time},
    };
    return all;
}

constexpr std::string_view output_name = "output_bytes";

[[noreturn]] void refuse(const std::string& words, bool has_output)
{
    std::vector<std::string> names;
    for (const Limit& limit : all_limits()) names.emplace_back(limit.name);
    if (has_output) names.emplace_back(output_name);
    throw base::Error(base::ExitCode::usage, "", {"BIL-111", {base::for_display(words), base::join(names, ", ")}});
}

void set(ReadLimits& limits, std::uint64_t* output, const std::string& words)
{
    const auto refuse = [output](const std::string& bad) { app::refuse(bad, output != nullptr); };
    const std::size_t equals = words.find('=');
    if (equals == std::string::npos) refuse(words);
    const std::optional<std::int64_t> value = base::parse_integer(std::string_view(words).substr(equals + 1));
    if (!value || *value <= 0) refuse(words);
    if (output != nullptr && std::string_view(words).substr(0, equals) == output_name) {
        *output = static_cast<std::uint64_t>(*value);
        return;
    }
    for (const Limit& limit : all_limits()) {
        if (limit.name != std::string_view(words).substr(0, equals)) continue;
        const auto number = static_cast<std::uint64_t>(*value);
        if (const auto* large = std::get_if<std::uint64_t ReadLimits::*>(&limit.member)) {
            limits.*(*large) = number;
        } else if (const auto* small = std::get_if<std::uint32_t ReadLimits::*>(&limit.member)) {
            if (number > std::numeric_limits<std::uint32_t>::max()) refuse(words);
            limits.*(*small) = static_cast<std::uint32_t>(number);
        } else {
            limits.*std::get<std::chrono::milliseconds ReadLimits::*>(limit.member) = std::chrono::milliseconds(*value);
        }
        return;
    }
    refuse(words);
}

} // namespace

void add_limits(CLI::App& command, const Session& session, ReadLimits& limits, std::uint64_t* output)
{
    command
        .add_option_function<std::vector<std::string>>(
            "--limit,--limite",
            [&limits, output](const std::vector<std::string>& all) {
                for (const std::string& words : all) set(limits, output, words);
            },
            session.say({"pour un fichier sûr que bilan refuse\u00A0: nom=valeur de la limite qu'il nomme",
                         "for a trusted file that bilan refuses: name=value of the limit that it names"}))
        ->take_all()
        ->allow_extra_args(false);
}

} // namespace bilan::app
