// SPDX-License-Identifier: MPL-2.0
#include "app/ask_parameters.hpp"

#include "base/text.hpp"
#include "run/parameters.hpp"
#include "script/parameter_values.hpp"
#include "script/parameter_words.hpp"

#include <iostream>
#include <variant>

#include <unistd.h>

namespace bilan::app {

namespace {

bool is_open(const script::ParameterCard& parameter, const run::ReportRequest& request)
{
    const bool is_year = parameter.type == "year" && request.year;
    return std::holds_alternative<std::monostate>(parameter.initial) && !is_year &&
           !request.parameters.contains(parameter.name);
}

/// Throws base::Error when the answer does not suit.
void check(const script::ParameterCard& parameter, const std::string& answer, const run::ReportRequest& request)
{
    script::ReportCard card;
    card.parameters = {parameter};
    script::RunInputs inputs;
    inputs.language = request.language;
    inputs.parameters = run::parameters_of(card, {{parameter.name, answer}});
    (void)script::parameters_of(card, inputs);
}

void ask(Session& session, const script::ParameterCard& parameter, run::ReportRequest& request)
{
    const std::string label = session.say(parameter.label);
    for (std::string line;;) {
        session.errors() << (label.empty() ? "" : base::for_display(label) + " – ") << parameter.name << " ("
                         << session.say(script::type_words(parameter))
                         << session.say({"\u00A0; Entrée\u00A0: sans valeur)\u00A0: ", "; Enter: no value): "})
                         << std::flush;
        if (!std::getline(std::cin, line)) {
            session.errors() << '\n';
            return;
        }
        const std::string answer(base::trim(line));
        if (answer.empty()) return;
        try {
            check(parameter, answer, request);
        } catch (const base::Error& error) {
            session.errors() << session.sentence_of(error) << '\n';
            continue;
        }
        request.parameters[parameter.name] = answer;
        return;
    }
}

} // namespace

void ask_parameters(Session& session, run::ReportRequest& request)
{
    const bool can_answer = ::isatty(STDIN_FILENO) != 0 && ::isatty(STDERR_FILENO) != 0;
    if (!can_answer || session.json) return; // -q is quiet of what it tells, not of what it must know
    const run::Home home = run::find_home(run::program_path(), session.campaigns);
    const script::ReportCard card = script::describe_report(home.scripts, request.report);
    for (const script::ParameterCard& parameter : card.parameters)
        if (is_open(parameter, request)) ask(session, parameter, request);
}

} // namespace bilan::app
