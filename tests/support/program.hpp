// SPDX-License-Identifier: MPL-2.0
//
// Runs a program as a user would and keeps what it printed and how it ended.
#pragma once

#include "support/temporary_folder.hpp"

#include <cstdlib>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace bilan::support {

struct Ended {
    int exit = -1; ///< -1 when a signal ended it
    std::string out;
    std::string errors;
};

/// `environment` is added to a small fixed one: PATH, HOME (a folder without settings), TERM=dumb, LANG=C. `input` is
/// the file behind standard input.
inline Ended run_program(const std::vector<std::string>& words,
                         const std::vector<std::pair<std::string, std::string>>& environment = {},
                         const std::filesystem::path& input = "/dev/null")
{
    const TemporaryFolder folder;
    const std::string out = (folder / "out").string();
    const std::string errors = (folder / "errors").string();
    std::map<std::string, std::string> all{
        {"PATH", "/usr/bin:/bin"}, {"HOME", folder.path().string()}, {"TERM", "dumb"}, {"LANG", "C"}};
    for (const char* name : {"ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS"}) // of ./dev sanitize: the program's too
        if (const char* value = std::getenv(name)) all[name] = value;          // NOLINT(concurrency-mt-unsafe)
    for (const auto& [name, value] : environment) all[name] = value;
    std::vector<std::string> variables;
    for (const auto& [name, value] : all) variables.push_back(name + "=" + value);
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(::open(input.c_str(), O_RDONLY), STDIN_FILENO);
        ::dup2(::open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), STDOUT_FILENO);
        ::dup2(::open(errors.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), STDERR_FILENO);
        std::vector<char*> arguments;
        for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
        arguments.push_back(nullptr);
        std::vector<char*> settings;
        for (const std::string& variable : variables) settings.push_back(const_cast<char*>(variable.c_str()));
        settings.push_back(nullptr);
        ::execve(arguments.front(), arguments.data(), settings.data());
        ::_exit(127);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, bytes_of(out), bytes_of(errors)};
}

} // namespace bilan::support
