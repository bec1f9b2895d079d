// SPDX-License-Identifier: MPL-2.0
//
// What a reader or writer has to say about a file, without knowing the user's language: a stable code of the host's
// message catalogue (`BIL-310`) and the words that fill its blanks. A plugin of another house, whose codes the
// catalogue does not hold, leaves the code empty and gives its sentence in French and in English as the two arguments.
#pragma once

#include <bilan/place.hpp>

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace bilan {

struct Problem {
    std::string code;
    Place place;
    std::vector<std::string> arguments;
};

/// Ends the reading or writing of one file. Nothing half-read is used. Visible across plugin borders by type.
class __attribute__((visibility("default"))) Refusal : public std::runtime_error {
public:
    explicit Refusal(Problem problem) : std::runtime_error(words_of(problem)), problem_(std::move(problem)) {}
    [[nodiscard]] const Problem& problem() const { return problem_; }

private:
    static std::string words_of(const Problem& problem)
    {
        std::string words = problem.code;
        for (const std::string& argument : problem.arguments) words += (words.empty() ? "" : " ") + argument;
        return words;
    }
    Problem problem_;
};

} // namespace bilan
