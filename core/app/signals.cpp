// SPDX-License-Identifier: MPL-2.0
#include "app/signals.hpp"

#include "base/error.hpp"
#include "run/atomic_file.hpp"

#include <csignal>
#include <initializer_list>

#include <unistd.h>

namespace bilan::app {

namespace {

// Only what is safe in a signal handler: unlink and _exit.
extern "C" void leave(int)
{
    bilan::run::forget_unfinished_output();
    ::_exit(static_cast<int>(bilan::base::ExitCode::interrupted));
}

} // namespace

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
