// SPDX-License-Identifier: MPL-2.0
#include "run/journal.hpp"

#include "base/error.hpp"
#include "base/system_answer.hpp"

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace bilan::run {

Journal::Journal(const std::filesystem::path& file)
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): the system's own call
    : file_(::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0644))
{
    if (file_ < 0)
        throw base::Error(base::ExitCode::unwritable, file.string(), {"BIL-426", {base::system_answer(errno)}});
}

Journal::~Journal()
{
    if (file_ >= 0) ::close(file_);
}

void Journal::note(std::string_view type, const base::JsonLine& members)
{
    if (!keeps()) return;
    const auto since = std::chrono::steady_clock::now() - start_;
    base::JsonLine line;
    line.member("ms", std::chrono::duration_cast<std::chrono::milliseconds>(since).count()).member("type", type);
    const std::string text = line.followed_by(members).text() + '\n';
    // One write, so that lines of several threads do not mix.
    [[maybe_unused]] const ssize_t written = ::write(file_, text.data(), text.size());
}

} // namespace bilan::run
