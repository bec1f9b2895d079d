// SPDX-License-Identifier: MPL-2.0
#include "run/text_file.hpp"

#include "base/error.hpp"
#include "base/system_answer.hpp"

#include <cerrno>
#include <fstream>
#include <string>

namespace bilan::run {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void refuse(const fs::path& wanted, const fs::path& where, const std::string& answer)
{
    throw base::Error(base::ExitCode::unwritable, wanted.string(), {"BIL-423", {where.string(), answer}});
}

/// The folder in which making `folder` failed.
fs::path nearest_there(const fs::path& folder)
{
    std::error_code none;
    for (fs::path above = fs::absolute(folder, none); above.has_relative_path(); above = above.parent_path())
        if (fs::exists(above, none)) return above;
    return "/";
}

} // namespace

void make_folder(const fs::path& folder)
{
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (!failed && !fs::is_directory(folder, failed)) failed = std::make_error_code(std::errc::not_a_directory);
    if (failed) refuse(folder, nearest_there(folder), base::system_answer(failed.value()));
}

void write_text(const fs::path& file, std::string_view text)
{
    errno = 0;
    std::ofstream stream(file, std::ios::binary);
    stream << text;
    if (stream.flush()) return;
    const std::string answer = base::system_answer(errno == 0 ? EIO : errno);
    refuse(file, nearest_there(file.parent_path()), answer);
}

} // namespace bilan::run
