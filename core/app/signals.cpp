// SPDX-License-Identifier: MPL-2.0
#include "app/signals.hpp"

#include "base/error.hpp"
#include "run/atomic_file.hpp"
#include "run/temporary_folder.hpp"

#include <atomic>
#include <csignal>
#include <initializer_list>

#include <unistd.h>

namespace bilan::app {

namespace {

// Only what is safe in a signal handler: unlink and _exit.
extern "C" void leave(int)
{
    bilan::run::forget_unfinished_output();
    bilan::run::forget_temporary_folders();
    ::_exit(static_cast<int>(bilan::base::ExitCode::interrupted));
}

std::atomic<std::atomic<bool>*> flag = nullptr;

extern "C" void raise_flag(int)
{
    if (std::atomic<bool>* const raised = flag.load()) *raised = true;
}

void on_interrupt(void (*handler)(int))
{
    struct sigaction action {};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask); // no SA_RESTART: a read that waits for a person comes back
    ::sigaction(SIGINT, &action, nullptr);
}

} // namespace

InterruptFlag::InterruptFlag(std::atomic<bool>& raised)
{
    flag = &raised;
    on_interrupt(&raise_flag);
}

InterruptFlag::~InterruptFlag()
{
    on_interrupt(&leave);
    flag = nullptr;
}

void install_signal_handlers()
{
    struct sigaction action {};
    action.sa_handler = leave;
    sigemptyset(&action.sa_mask);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) ::sigaction(signal, &action, nullptr);
    action.sa_handler = SIG_IGN;
    // A reader that goes away (`bilan grid f | head`) or a full disk limit is seen as a failed write, not a death.
    for (const int signal : {SIGPIPE, SIGXFSZ}) ::sigaction(signal, &action, nullptr);
}

} // namespace bilan::app
