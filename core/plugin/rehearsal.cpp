// SPDX-License-Identifier: MPL-2.0
#include "plugin/rehearsal.hpp"

#include <cerrno>
#include <csignal>
#include <cstring>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace bilan::plugin {

namespace {

constexpr unsigned longest_seconds = 10;
constexpr int alive = 42; ///< a library that calls exit(0) must not look like one that was opened

/// `noexcept` matters: without it an exception from a static constructor would fly on into the code of the parent, of
/// which the child is a copy. The child dies in silence; its parent finds the words.
[[noreturn]] void open_and_leave(const char* file) noexcept
{
    const rlimit no_core{0, 0};
    ::setrlimit(RLIMIT_CORE, &no_core);
    const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    ::dup2(nowhere, STDOUT_FILENO);
    ::dup2(nowhere, STDERR_FILENO);
    for (const int signal : {SIGABRT, SIGALRM, SIGSEGV, SIGBUS, SIGFPE, SIGILL}) ::signal(signal, SIG_DFL);
    ::alarm(longest_seconds);
    ::dlopen(file, RTLD_NOW | RTLD_LOCAL);
    ::_exit(alive);
}

} // namespace

std::optional<std::string> end_of_opening(const std::filesystem::path& file)
{
    const pid_t child = ::fork();
    if (child < 0) return std::nullopt; // no process to spare: the real opening decides
    if (child == 0) open_and_leave(file.c_str());
    int status = 0;
    while (::waitpid(child, &status, 0) < 0)
        if (errno != EINTR) return std::nullopt;
    if (WIFSIGNALED(status)) return ::strsignal(WTERMSIG(status));
    if (WEXITSTATUS(status) != alive) return "exit " + std::to_string(WEXITSTATUS(status));
    return std::nullopt;
}

} // namespace bilan::plugin
