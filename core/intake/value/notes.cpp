// SPDX-License-Identifier: MPL-2.0
#include "intake/value/notes.hpp"

#include <cassert>

namespace bilan::intake {

namespace {

using data::Severity;

constexpr Severity blocking = Severity::blocking;
constexpr Severity alert = Severity::alert;
constexpr Severity information = Severity::information;

struct Line {
    std::string_view message;
    std::string_view control; ///< empty: the message's code is the finding's
    Severity severity;
    Done done;
};

/// In the order of Cause.
constexpr Line lines[] = {
    {"BIL-200", "", information, Done::converted},
    {"BIL-201", "", information, Done::converted},
    {"BIL-202", "", information, Done::converted},
    {"BIL-203", "", information, Done::converted},
    {"BIL-204", "", alert, Done::converted},
    {"BIL-205", "", alert, Done::converted},
    {"BIL-206", "", alert, Done::refused},
    {"BIL-207", "", alert, Done::converted},
    {"BIL-208", "", alert, Done::refused},
    {"BIL-209", "", alert, Done::converted},
    {"BIL-210", "", blocking, Done::refused},
    {"BIL-211", "", blocking, Done::refused},
    {"BIL-212", "", blocking, Done::refused},
    {"BIL-213", "", blocking, Done::refused},
    {"BIL-214", "", blocking, Done::refused},
    {"BIL-215", "C16", alert, Done::refused},
    {"BIL-216", "C16", alert, Done::refused},
    {"BIL-217", "C05", blocking, Done::kept},
    {"BIL-218", "C05", blocking, Done::kept},
    {"BIL-219", "", alert, Done::refused},
    {"BIL-220", "", alert, Done::converted},
    {"BIL-221", "", alert, Done::refused},
    {"BIL-222", "C23", alert, Done::refused},
    {"BIL-223", "C23", alert, Done::converted},
    {"BIL-224", "", alert, Done::converted},
    {"BIL-225", "", information, Done::converted},
    {"BIL-226", "C16", alert, Done::converted},
    {"BIL-227", "C16", alert, Done::converted},
    {"BIL-228", "C16", alert, Done::refused},
    {"BIL-229", "C16", alert, Done::kept},
    {"BIL-230", "", alert, Done::converted},
    {"BIL-231", "", alert, Done::converted},
    {"BIL-232", "", blocking, Done::refused},
    {"BIL-233", "", alert, Done::converted},
    {"BIL-234", "", alert, Done::converted},
    {"BIL-235", "", information, Done::converted},
    {"BIL-236", "", alert, Done::refused},
    {"BIL-237", "", blocking, Done::refused},
    {"BIL-238", "", alert, Done::kept},
    {"BIL-239", "", alert, Done::converted},
    {"BIL-240", "", blocking, Done::refused},
    {"BIL-241", "C15", alert, Done::refused},
    {"BIL-242", "C15", alert, Done::refused},
    {"BIL-243", "C15", alert, Done::refused},
    {"BIL-244", "", alert, Done::converted},
    {"BIL-245", "", information, Done::converted},
    {"BIL-246", "C11", alert, Done::converted},
    {"BIL-247", "C11", alert, Done::kept},
    {"BIL-248", "C11", alert, Done::kept},
    {"BIL-249", "C12", alert, Done::kept},
    {"BIL-250", "C12", alert, Done::kept},
    {"BIL-251", "C12", alert, Done::converted},
    {"BIL-252", "C12", alert, Done::refused},
    {"BIL-253", "C12", alert, Done::refused},
    {"BIL-254", "", alert, Done::refused},
    {"BIL-255", "", information, Done::converted},
    {"BIL-256", "", alert, Done::kept},
    {"BIL-257", "", information, Done::converted},
    {"BIL-258", "", blocking, Done::refused},
    {"BIL-259", "", alert, Done::converted},
    {"BIL-550", "", alert, Done::converted},
    {"BIL-551", "", alert, Done::converted},
    {"BIL-552", "", alert, Done::refused},
    {"BIL-553", "C15", alert, Done::kept},
    {"BIL-554", "", information, Done::converted},
    {"BIL-555", "", alert, Done::refused},
    {"BIL-557", "", alert, Done::converted},
    {"BIL-558", "", information, Done::converted},
    {"BIL-559", "", alert, Done::converted},
    {"BIL-579", "X04", alert, Done::converted},
    {"BIL-584", "X04", alert, Done::converted},
    {"BIL-588", "", alert, Done::kept},
    {"BIL-590", "", blocking, Done::refused},
    {"BIL-596", "", alert, Done::kept},
    {"BIL-598", "C11", alert, Done::kept},
    {"BIL-583", "", alert, Done::refused},
    {"BIL-511", "C23", alert, Done::refused},
    {"BIL-512", "C11", alert, Done::refused},
    {"BIL-513", "C11", alert, Done::refused},
    {"BIL-526", "", information, Done::kept},
    {"BIL-527", "", information, Done::converted},
    {"BIL-528", "", alert, Done::refused},
    {"BIL-529", "C23", alert, Done::kept},
    {"BIL-540", "", alert, Done::refused},
    {"BIL-544", "", alert, Done::refused},
    {"BIL-147", "C15", alert, Done::refused},
    {"BIL-046", "C23", alert, Done::kept},
    {"BIL-047", "", alert, Done::converted},
    {"BIL-048", "", alert, Done::refused},
    {"BIL-055", "", alert, Done::converted},
    {"BIL-035", "", alert, Done::converted},
};

} // namespace

Note note(Cause cause, std::vector<std::string> arguments)
{
    assert(static_cast<std::size_t>(cause) < std::size(lines));
    const Line& line = lines[static_cast<std::size_t>(cause)];
    return {std::string(line.control.empty() ? line.message : line.control), line.severity, line.done,
            base::Message{std::string(line.message), std::move(arguments)}};
}

Note note(Cause cause, data::Severity severity, std::vector<std::string> arguments)
{
    Note made = note(cause, std::move(arguments));
    made.severity = severity;
    return made;
}

} // namespace bilan::intake
