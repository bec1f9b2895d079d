// SPDX-License-Identifier: MPL-2.0
//
// Every example of docs/guide is run: a block marked `lua report` builds, one marked `lua build` runs in a build, one
// marked `lua error` ends with an error that holds each line of the block after it, one marked `lua console` is typed
// into a console and answered with each line of that block.
#include "report_workshop.hpp"

#include "base/text.hpp"
#include "script/console.hpp"
#include "script/control_reference.hpp"

#include <gmock/gmock.h>

#include <sstream>

namespace bilan::script {

namespace {

struct Example {
    std::string page;
    std::string kind; ///< `report`, `build`, `error`, or empty for what comes out
    std::string text;
};

std::vector<Example> examples()
{
    std::vector<Example> all;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(BILAN_SOURCE_DIR) / "docs" / "guide")) {
        std::ifstream page(entry.path());
        std::string line;
        bool inside = false;
        while (std::getline(page, line)) {
            if (line.starts_with("```")) {
                inside = !inside;
                if (inside)
                    all.push_back({entry.path().filename().string(),
                                   line.starts_with("```lua ") ? line.substr(7) : std::string(), ""});
            } else if (inside) {
                all.back().text += line + '\n';
            }
        }
    }
    return all;
}

/// What the console says to these lines: cells with two spaces between them.
std::string answered(Console& console, const std::string& lines)
{
    std::string text;
    std::string entry;
    std::istringstream stream(lines);
    for (std::string line; std::getline(stream, line);) {
        entry += (entry.empty() ? "" : "\n") + line;
        if (console.is_unfinished(entry)) continue;
        const ConsoleAnswer answer = console.evaluate(std::exchange(entry, {}));
        for (const Shown& shown : answer.shown) {
            text += shown.text + '\n' + base::join(shown.headers, "  ") + '\n';
            for (const std::vector<std::string>& row : shown.rows) text += base::join(row, "  ") + '\n';
        }
        for (const base::Error& failure : answer.failures) text += failure.sentence(base::Language::english) + '\n';
    }
    return text;
}

class Guide : public Reports {};

TEST_F(Guide, EveryExampleDoesWhatItsPageSays)
{
    inputs_.language = base::Language::english;
    const std::vector<Example> all = examples();
    std::size_t run = 0;
    Console console(path_, inputs_, folder_);
    for (std::size_t at = 0; at < all.size(); ++at) {
        const Example& example = all[at];
        const std::string where = example.page + ":\n" + example.text;
        if (example.kind == "report") {
            write("reports/essai.lua", example.text);
            EXPECT_FALSE(build_report(path_, describe_report(path_, "essai"), inputs_).pages.empty()) << where;
        } else if (example.kind == "build") {
            EXPECT_EQ(
                failing(
                    "do\n" + example.text +
                    "\nend\nrun:key_figures { { label = 'x', figure = run:dataset('emploi'):figure(bilan.count()) } }"),
                "no error")
                << where;
        } else if (example.kind == "error") {
            const std::string shown = failing(example.text);
            std::istringstream expected(all.at(at + 1).text);
            for (std::string line; std::getline(expected, line);) EXPECT_THAT(shown, testing::HasSubstr(line)) << where;
        } else if (example.kind == "console") {
            const std::string shown = answered(console, example.text);
            std::istringstream expected(all.at(at + 1).text);
            for (std::string line; std::getline(expected, line);) EXPECT_THAT(shown, testing::HasSubstr(line)) << where;
        } else {
            continue;
        }
        ++run;
    }
    EXPECT_GE(run, 14U);
}

TEST(Reference, PagesAreThoseOfTheTree)
{
    const auto folder = std::filesystem::path(BILAN_SOURCE_DIR) / "docs" / "reference";
    const auto pages = reference_pages();
    for (const auto& [name, text] : pages) {
        std::ifstream file(folder / name, std::ios::binary);
        const std::string found((std::istreambuf_iterator<char>(file)), {});
        EXPECT_EQ(found, text) << name << ": run bilan doc --pages docs/reference";
    }
    EXPECT_GE(pages.size(), 15U);
}

TEST(Reference, OneNameAtATime)
{
    EXPECT_THAT(reference_of("join", base::Language::english),
                testing::HasSubstr("repeated? \"unknown\"|\"first\"|\"sum\""));
    EXPECT_THAT(reference_of("bilan.sum", base::Language::english),
                testing::HasSubstr("bilan.sum(expression, options?)"));
    EXPECT_THAT(reference_of("Query", base::Language::english), testing::HasSubstr("Query:pivot(options)"));
    EXPECT_THAT(reference_of("", base::Language::english), testing::HasSubstr("bilan.Figure"));
    for (const char* name : {"expect", "spec.expect", "bilan.spec.expect"})
        EXPECT_THAT(reference_of(name, base::Language::english),
                    testing::AllOf(testing::HasSubstr("bilan.spec.expect(value)  ->  bilan.Expectation"),
                                   testing::HasSubstr("  Expectation: to_be, to_be_near, to_equal, to_be_unknown, "
                                                      "to_fail  (bilan doc Expectation)")))
            << name;
    EXPECT_THAT(reference_of("bilan.spec", base::Language::english), testing::HasSubstr("Expectation: to_be"));
    EXPECT_THAT(reference_of("Figure", base::Language::english),
                testing::AllOf(testing::HasSubstr("Figure + Figure|number  The unit of both"),
                               testing::HasSubstr("-Figure  As 0 less the figure.")));
    for (const char* name : {"ChartOptions", "bilan.ChartOptions"})
        EXPECT_THAT(reference_of(name, base::Language::english),
                    testing::AllOf(testing::HasSubstr("bilan.ChartOptions\n    type bilan.ChartKind\n"),
                                   testing::HasSubstr("  bilan.Words {\n    fr string\n")));
    EXPECT_THAT(reference_of("ColumnOptions", base::Language::english),
                testing::HasSubstr("formula? bilan.Expression"));
    EXPECT_THAT(reference_of("CellParameter", base::Language::english), testing::HasSubstr("what formulas call it"));
    EXPECT_THAT(reference_of("ChartKind", base::Language::english), testing::HasSubstr("\"bars\", \"stacked_bars\""));
    EXPECT_THAT(reference_of("bilan.fn", base::Language::english), testing::HasSubstr("Functions that plugins bring"));
    EXPECT_THAT(reference_of("bilan.api", base::Language::english), testing::HasSubstr("bilan.api  ->  integer"));
    EXPECT_EQ(reference_of("run:table", base::Language::english), reference_of("Run:table", base::Language::english));
    try {
        (void)reference_of("jion", base::Language::english);
        FAIL();
    } catch (const base::Error& error) {
        EXPECT_EQ(error.sentence(base::Language::english), "There is no page \"jion\". Did you mean \"join\"?");
    }
    const auto domain = load_domain({{std::filesystem::path(BILAN_SOURCE_DIR) / "scripts"}, {}});
    EXPECT_THAT(reference_of(*domain, "C02", base::Language::english), testing::HasSubstr("C02  "));
    EXPECT_EQ(reference_of(*domain, "join", base::Language::english), reference_of("join", base::Language::english));
    for (const auto& [slip, meant] : std::vector<std::pair<std::string, std::string>>{
             {"Query:jion", "Query:join"}, {"run:tabel", "Run:table"}, {"L002", "L02"}, {"at_mots", "at_most"}}) {
        try {
            (void)reference_of(*domain, slip, base::Language::english);
            FAIL() << slip;
        } catch (const base::Error& error) {
            EXPECT_THAT(error.sentence(base::Language::english), testing::HasSubstr("Did you mean \"" + meant + "\"?"));
        }
    }
}

} // namespace

} // namespace bilan::script
