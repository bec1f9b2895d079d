// SPDX-License-Identifier: MPL-2.0
#include "app/conversation.hpp"

#include "app/findings_screen.hpp"
#include "app/name_page.hpp"
#include "app/shown_screen.hpp"
#include "app/signals.hpp"
#include "base/text.hpp"
#include "run/version.hpp"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <vector>

#include <unistd.h>

namespace bilan::app {

namespace {

constexpr std::size_t largest_entry = std::size_t{4} << 20U;

/// `:doc`, its French name, and what it does.
struct Order {
    const char* name;
    const char* french;
    base::Words sentence;
};

const std::vector<Order>& orders()
{
    static const std::vector<Order> all = {
        {"help", "aide", {"cette aide", "this help"}},
        {"doc",
         "reference",
         {":doc Query:join, la référence d'un nom\u00A0; seul, la liste",
          ":doc Query:join, the reference of a name; alone, the list"}},
        {"fields",
         "champs",
         {":champs emploi, les champs d'un jeu de données, et où ils sont connus",
          ":fields emploi, the fields of a dataset, and where they are known"}},
        {"quit", "quitter", {"finir (ou Ctrl+D)", "end (or Ctrl-D)"}},
    };
    return all;
}

/// `:doc sum`, which is no Lua even amid an entry: a call of a method has brackets.
bool is_order(std::string_view line)
{
    if (!line.starts_with(':')) return false;
    const std::string_view name = line.substr(1, std::min(line.find_first_of(" \t"), line.size()) - 1);
    return std::ranges::any_of(orders(),
                               [&](const Order& order) { return name == order.name || name == order.french; });
}

bool is_dumb()
{
    const char* terminal = std::getenv("TERM"); // NOLINT(concurrency-mt-unsafe)
    return terminal == nullptr || std::string_view(terminal) == "dumb";
}

} // namespace

Conversation::Conversation(Session& session, run::ConsoleRun& run)
    : session_(session), run_(run), is_terminal_(::isatty(STDIN_FILENO) != 0 && ::isatty(STDOUT_FILENO) != 0)
{
}

base::ExitCode Conversation::hold()
{
    if (!is_terminal_) {
        talk(nullptr);
        return ended_;
    }
    welcome();
    if (is_dumb()) { // without an editor, Ctrl-C leaves as anywhere else
        talk(nullptr);
        return base::ExitCode::done;
    }
    std::atomic<bool>& interrupted = run_.console().interruption();
    const InterruptFlag flag(interrupted);
    LineEditor editor(
        state_file("console_history"), [this](std::string_view before) { return complete(before); }, interrupted);
    talk(&editor);
    return base::ExitCode::done; // a person has seen what failed
}

void Conversation::welcome()
{
    if (session_.quiet || session_.json) return;
    session_.out() << session_.bold("bilan " + std::string(run::version()))
                   << session_.say({"\u00A0· console\u00A0· :aide, :quitter", "\u00A0· console\u00A0· :help, :quit"})
                   << '\n';
    if (!run_.reading().files.empty()) show_accounting(session_, run_.reading());
    for (const auto& [id, dataset] : run_.reading().datasets)
        session_.out() << "  " << session_.bold(id) << "  " << dataset->schema().label.in(session_.language()) << ", "
                       << session_.counted(dataset->rows(), {"ligne", "row"}, {"lignes", "rows"}) << '\n';
}

void Conversation::talk(LineEditor* editor)
{
    for (;;) {
        const TypedLine line = read(editor);
        if (line.end == LineEnd::interrupted) {
            for (const std::string_view lost : base::split(entry_, '\n'))
                if (!entry_.empty()) run_.console().pass_over(std::string(lost));
            entry_.clear();
            session_.out() << '\n' << session_.say({"(:quitter pour finir)", "(:quit to end)"}) << '\n';
            continue;
        }
        if (line.end == LineEnd::over) break;
        if (editor != nullptr) editor->remember(line.text);
        if (!take(line.text)) return;
        session_.out().flush();
    }
    if (!entry_.empty()) evaluate(); // says what it lacks
    if (is_terminal_) session_.out() << '\n';
    session_.out().flush();
}

TypedLine Conversation::read(LineEditor* editor)
{
    const int lines = entry_.empty() ? 0 : 1 + static_cast<int>(std::ranges::count(entry_, '\n'));
    const std::string prompt = std::to_string(run_.console().next_line() + lines) + (entry_.empty() ? "> " : "| ");
    if (editor != nullptr) return editor->read(prompt);
    if (is_terminal_) session_.out() << prompt << std::flush;
    return read_plain();
}

TypedLine Conversation::read_plain()
{
    TypedLine line;
    char letter = 0;
    while (std::cin.get(letter)) {
        line.end = LineEnd::entered;
        if (letter == '\n') return line;
        line.text += letter;
        if (line.text.size() + entry_.size() > largest_entry)
            throw base::Error(base::ExitCode::script, "console", {"BIL-634", {std::to_string(largest_entry >> 20U)}});
    }
    return line;
}

bool Conversation::take(const std::string& line)
{
    script::Console& console = run_.console();
    const std::string_view trimmed = base::trim(line);
    const bool is_for_us = entry_.empty() ? trimmed.empty() || trimmed.starts_with(':') : is_order(trimmed);
    if (is_for_us) {
        console.pass_over(line);
        return trimmed.empty() || obey(std::string(trimmed.substr(1)));
    }
    entry_ += (entry_.empty() ? "" : "\n") + line;
    if (!base::is_utf8(entry_) || !console.is_unfinished(entry_)) evaluate();
    return true;
}

void Conversation::evaluate()
{
    const std::string entry = std::exchange(entry_, {});
    if (!base::is_utf8(entry)) {
        const int line = run_.console().next_line();
        run_.console().pass_over(base::to_utf8(entry));
        fail(base::Error(base::ExitCode::script, "console:" + std::to_string(line), {"BIL-635", {}}));
        return;
    }
    show_answer(run_.console().evaluate(entry));
}

void Conversation::show_answer(const script::ConsoleAnswer& answer)
{
    for (const std::string& printed : answer.printed) {
        if (session_.json)
            show_json(session_, {printed, {}, {}, {}, {}});
        else
            session_.out() << printed << '\n';
    }
    for (const script::Shown& shown : answer.shown) {
        if (session_.json)
            show_json(session_, shown);
        else
            show(session_, shown, screen_width());
    }
    session_.out().flush();
    for (const base::Error& failure : answer.failures) fail(failure);
}

void Conversation::fail(const base::Error& error)
{
    const base::ExitCode code = session_.fail(error);
    const bool is_less = ended_ == base::ExitCode::done || ended_ == base::ExitCode::usage; // a misspelt order
    if (is_less) ended_ = code;
}

bool Conversation::obey(const std::string& line)
{
    const std::size_t space = line.find_first_of(" \t");
    const std::string name = line.substr(0, space);
    const std::string rest(
        base::trim(space == std::string::npos ? std::string_view() : std::string_view(line).substr(space)));
    const auto is = [&](const Order& order) { return name == order.name || name == order.french; };
    const auto order = std::ranges::find_if(orders(), is);
    try {
        if (order == orders().end())
            throw base::Error(base::ExitCode::usage, "", {"BIL-792", {base::for_display(name)}});
        const std::string_view known = order->name;
        if (known == "quit") return false;
        if (known == "help") help();
        if (known == "doc") session_.out() << name_page(session_, rest);
        if (known == "fields") show_fields(rest);
    } catch (const base::Error& error) {
        fail(error);
    }
    return true;
}

void Conversation::help()
{
    for (const Order& order : orders()) {
        const std::string name =
            std::string(":") + (session_.language() == base::Language::french ? order.french : order.name);
        session_.out() << "  " << name << std::string(12 - base::length(name), ' ') << session_.say(order.sentence)
                       << '\n';
    }
    session_.out() << session_.say(
        {"Tout le reste est du Lua\u00A0: une valeur s'affiche, un « local » reste pour la suite, _ est la dernière "
         "valeur.\n  emploi:group { by = { \"porteur\" }, measures = { { \"part\", bilan.ratio(f.benef_f, "
         "f.benef_total) } } }\n  run:indicator \"EMP05\"\n  run:read(\"budget.xlsx\")\nTab complète, Ctrl+C "
         "interrompt, Ctrl+R cherche dans l'historique.\n",
         "All else is Lua: a value is shown, a \"local\" stays for what follows, _ is the last value.\n"
         "  emploi:group { by = { \"porteur\" }, measures = { { \"part\", bilan.ratio(f.benef_f, f.benef_total) } } }\n"
         "  run:indicator \"EMP05\"\n  run:read(\"budget.xlsx\")\nTab completes, Ctrl-C interrupts, Ctrl-R searches "
         "the history.\n"});
}

void Conversation::show_fields(const std::string& dataset)
{
    if (!dataset.empty()) {
        const script::Shown shown = run_.console().fields(dataset);
        session_.json ? show_json(session_, shown) : show(session_, shown, screen_width());
        return;
    }
    for (const auto& [id, unused] : run_.reading().datasets) show_fields(id);
}

script::Completion Conversation::complete(std::string_view before)
{
    if (!entry_.empty() || !before.starts_with(':')) return run_.console().complete(before);
    script::Completion completion{1, {}};
    for (const Order& order : orders())
        for (const std::string& name : {std::string(order.name), std::string(order.french)})
            if (name.starts_with(before.substr(1))) completion.words.push_back(name);
    return completion;
}

} // namespace bilan::app
