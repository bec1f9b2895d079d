// SPDX-License-Identifier: MPL-2.0
//
// A program at a terminal of its own: keys go in, what the screen was told comes out.
#pragma once

#include <chrono>
#include <csignal>
#include <string>
#include <utility>
#include <vector>

#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

namespace bilan::support {

class AtTerminal {
public:
    /// The environment is these variables alone.
    AtTerminal(const std::vector<std::string>& words, const std::vector<std::string>& environment)
    {
        winsize size{};
        size.ws_col = 120;
        size.ws_row = 40;
        child_ = ::forkpty(&terminal_, nullptr, nullptr, &size);
        if (child_ != 0) return;
        std::vector<char*> arguments;
        for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
        arguments.push_back(nullptr);
        std::vector<char*> settings;
        for (const std::string& variable : environment) settings.push_back(const_cast<char*>(variable.c_str()));
        settings.push_back(nullptr);
        ::execve(arguments.front(), arguments.data(), settings.data());
        ::_exit(127);
    }
    AtTerminal(const AtTerminal&) = delete;
    AtTerminal& operator=(const AtTerminal&) = delete;
    ~AtTerminal()
    {
        if (child_ > 0) {
            ::kill(child_, SIGKILL);
            ::waitpid(child_, nullptr, 0);
        }
        ::close(terminal_);
    }

    /// Waits until the program reads keys one by one; not for long before an interrupt, which is for one that does not.
    void type(const std::string& keys) const
    {
        if (keys.empty()) return;
        constexpr int wait_milliseconds = 20;
        const int longest = keys.starts_with('\x03') ? 1'000 : 20'000;
        for (int wait = 0; wait < longest / wait_milliseconds; ++wait) {
            termios modes{};
            if (::tcgetattr(terminal_, &modes) != 0 || (modes.c_lflag & ICANON) == 0) break;
            ::usleep(wait_milliseconds * 1'000);
        }
        (void)!::write(terminal_, keys.data(), keys.size());
    }
    /// The same for a program that reads whole lines.
    void answer(const std::string& line) const { (void)!::write(terminal_, (line + '\r').data(), line.size() + 1); }
    /// What came since the last call, up to and with `text`; everything that came when it does not within a minute.
    [[nodiscard]] std::string until(const std::string& text)
    {
        const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(60);
        while (std::chrono::steady_clock::now() < patience) {
            if (const std::size_t at = waiting_.find(text); at != std::string::npos) {
                std::string seen = waiting_.substr(0, at + text.size());
                waiting_.erase(0, at + text.size());
                return seen;
            }
            pollfd ready{terminal_, POLLIN, 0};
            char bytes[4096];
            if (::poll(&ready, 1, 100) <= 0) continue;
            const ssize_t got = ::read(terminal_, bytes, sizeof bytes);
            if (got <= 0) break;
            waiting_.append(bytes, static_cast<std::size_t>(got));
        }
        return std::exchange(waiting_, {});
    }
    /// Its exit code after these keys; -1 when it does not end within a minute. They are typed again each second: a key
    /// that comes between the prompt and the moment the program takes the terminal over is lost, to people too.
    [[nodiscard]] int end_by(const std::string& keys)
    {
        constexpr int patience = 60;
        for (int second = 0; second < patience; ++second) {
            type(keys);
            for (int tenth = 0; tenth < 10; ++tenth) {
                int status = 0;
                if (::waitpid(child_, &status, WNOHANG) == child_) {
                    child_ = -1;
                    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
                }
                pollfd ready{terminal_, POLLIN, 0};
                char bytes[4096];
                const bool speaks = ::poll(&ready, 1, 100) > 0 && ::read(terminal_, bytes, sizeof bytes) > 0;
                if (!speaks)
                    ::usleep(20'000); // a terminal that was hung up answers at once, before its program has ended
            }
        }
        return -1;
    }

private:
    int terminal_ = -1;
    pid_t child_ = -1;
    std::string waiting_;
};

} // namespace bilan::support
