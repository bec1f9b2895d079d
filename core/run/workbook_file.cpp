// SPDX-License-Identifier: MPL-2.0
#include "run/workbook_file.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "run/atomic_file.hpp"

#include <bilan/problem.hpp>

#include <string>

namespace bilan::run {

const Writer& writer_for(const Engine& engine, const std::filesystem::path& output)
{
    std::string extension = base::fold(output.extension().string());
    if (!extension.empty()) extension.erase(0, 1);
    if (const Writer* writer = engine.plugins().writer_for(extension)) return *writer;
    if (extension.empty()) throw base::Error(base::ExitCode::usage, output.string(), {"BIL-183", {}});
    throw base::Error(base::ExitCode::usage, output.string(), {"BIL-160", {extension}});
}

void write_workbook(const Writer& writer, const Workbook& workbook, const std::filesystem::path& output)
{
    write_atomically(output, [&](const std::filesystem::path& target) {
        try {
            writer.write(workbook, target);
        } catch (const Refusal& refusal) {
            throw base::Error(base::ExitCode::unwritable, output.string(),
                              {refusal.problem().code, refusal.problem().arguments});
        }
    });
}

} // namespace bilan::run
