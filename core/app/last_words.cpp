// SPDX-License-Identifier: MPL-2.0
#include "app/last_words.hpp"

#include "base/error.hpp"
#include "plugin/at_work.hpp"
#include "run/atomic_file.hpp"
#include "run/temporary_folder.hpp"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstring>
#include <initializer_list>
#include <string>

#include <unistd.h>

namespace bilan::app {

namespace {

using plugin::Deed;

/// A sentence in which '\1', '\2', '\3' stand for the plugin's name, its version and the object of its deed.
using Sentence = std::array<char, 640>;

// Filled once before any thread starts, then only read: by a signal handler, which may not allocate.
Sentence while_examining;
Sentence while_reading;
Sentence while_writing;
Sentence while_calling;
Sentence of_our_own;
std::array<std::byte, 64UL * 1024> handler_stack; // the ordinary stack may be what ran out

void prepare(Sentence& sentence, const char* code, base::Language language)
{
    std::string text = "bilan: " + base::render({code, {"@1@", "@2@", "@3@"}}, language) + " [" + code + "]\n";
    for (const char blank : {'1', '2', '3'})
        for (std::size_t at = 0; (at = text.find(std::string("@") + blank + "@", at)) != std::string::npos;)
            text.replace(at, 3, 1, static_cast<char>(blank - '0'));
    const std::size_t length = std::min(text.size(), sentence.size() - 1);
    std::copy_n(text.data(), length, sentence.data());
    sentence[length] = '\0';
}

void say(const char* text, std::size_t length)
{
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, text, length);
}

void say(const Sentence& sentence, const plugin::AtWork* work)
{
    for (const char* at = sentence.data(); *at != '\0'; ++at) {
        if (work != nullptr && *at == '\1')
            say(work->name.data(), std::strlen(work->name.data()));
        else if (work != nullptr && *at == '\2')
            say(work->version.data(), std::strlen(work->version.data()));
        else if (work != nullptr && *at == '\3')
            say(work->object.data(), std::strlen(work->object.data()));
        else
            say(at, 1);
    }
}

const Sentence& sentence_of(Deed deed)
{
    switch (deed) {
    case Deed::recognising: return while_examining;
    case Deed::reading: return while_reading;
    case Deed::writing: return while_writing;
    case Deed::registering:
    case Deed::presenting:
    case Deed::calling: break;
    }
    return while_calling;
}

// Only what is safe in a signal handler: write, unlink and _exit.
extern "C" void say_last_words(int)
{
    run::forget_unfinished_output();
    run::forget_temporary_folders();
    const plugin::AtWork* const work = plugin::at_work();
    say(work == nullptr ? of_our_own : sentence_of(work->deed), work);
    ::_exit(static_cast<int>(work == nullptr ? base::ExitCode::internal : base::ExitCode::plugin));
}

} // namespace

void install_last_words(base::Language language)
{
    prepare(while_examining, "BIL-480", language);
    prepare(while_reading, "BIL-481", language);
    prepare(while_writing, "BIL-482", language);
    prepare(while_calling, "BIL-483", language);
    prepare(of_our_own, "BIL-197", language);

    stack_t stack{};
    stack.ss_sp = handler_stack.data();
    stack.ss_size = handler_stack.size();
    ::sigaltstack(&stack, nullptr);
    for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT}) {
        struct sigaction standing {};
        ::sigaction(signal, nullptr, &standing);
        if (standing.sa_handler != SIG_DFL) continue;
        struct sigaction action {};
        action.sa_handler = say_last_words;
        action.sa_flags = SA_ONSTACK;
        sigemptyset(&action.sa_mask);
        ::sigaction(signal, &action, nullptr);
    }
}

} // namespace bilan::app
