// SPDX-License-Identifier: MPL-2.0
//
// The program: understand the command line, hand over to one command, turn what went wrong into a sentence and a code.
#include "app/arguments.hpp"
#include "app/language_choice.hpp"
#include "app/last_words.hpp"
#include "app/session.hpp"
#include "app/signals.hpp"

#include "base/error.hpp"
#include "base/memory.hpp"

#include <exception>
#include <iostream>

int main(int count, char** words)
{
    using namespace bilan;
    base::prepare_heap();
    app::Session session(app::choose_language(count, words), std::cout, std::cerr);
    try {
        app::install_signal_handlers();
        app::install_last_words(session.language());
        return static_cast<int>(app::obey(count, words, session));
    } catch (const base::Error& error) {
        return static_cast<int>(session.fail(error));
    } catch (const std::bad_alloc&) {
        return static_cast<int>(session.fail(base::Error(base::ExitCode::internal, "bilan", {"BIL-198", {}})));
    } catch (const std::exception& error) {
        return static_cast<int>(
            session.fail(base::Error(base::ExitCode::internal, "bilan", {"BIL-199", {error.what()}})));
    }
}
