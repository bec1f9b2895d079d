// SPDX-License-Identifier: MPL-2.0
//
// Writes the sample workbook to a path, after telling what the lint finds: to be looked at by people, and run by the
// tests in other time zones and locales.
#include "base/message.hpp"
#include "support/plugin_under_test.hpp"
#include "support/sample_pages.hpp"
#include "workbook/lint.hpp"

#include <clocale>
#include <exception>
#include <iostream>

int main(int count, char** arguments)
try {
    if (count != 2) {
        std::cerr << "write_sample FILE.xlsx\n";
        return 2;
    }
    static_cast<void>(std::setlocale(LC_ALL, "")); // the writer must not care
    const bilan::Workbook workbook = bilan::test::sample_workbook();
    for (const bilan::workbook::LintProblem& problem : bilan::workbook::lint(workbook))
        std::cerr << problem.place << ": " << problem.message.code << ' '
                  << bilan::base::render(problem.message, bilan::base::Language::english) << '\n';
    const bilan::test::PluginUnderTest plugin("xlsx_writer");
    plugin.writers.front()->write(workbook, arguments[1]);
    return 0;
} catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
}
