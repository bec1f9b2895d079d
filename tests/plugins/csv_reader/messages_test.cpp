// SPDX-License-Identifier: MPL-2.0
//
// Every code of the plugin has its sentence in both languages, and the sentences keep the rules of the house.
#include "csv_under_test.hpp"

#include <gmock/gmock.h>

#include <map>
#include <regex>
#include <sstream>

namespace bilan::test {
namespace {

struct Sentences {
    std::string french;
    std::string english;
};

std::map<std::string, Sentences> sentences()
{
    std::map<std::string, Sentences> all;
    std::istringstream lines(bytes_of(std::filesystem::path(BILAN_SOURCE_DIR) / "plugins/csv_reader/messages.tsv"));
    for (std::string line; std::getline(lines, line);) {
        std::istringstream fields(line);
        std::string code;
        Sentences both;
        std::getline(fields, code, '\t');
        std::getline(fields, both.french, '\t');
        std::getline(fields, both.english, '\t');
        all.emplace(code, both);
    }
    return all;
}

std::multiset<std::string> blanks(const std::string& text)
{
    static const std::regex blank(R"(\{\d\})");
    return {std::sregex_token_iterator(text.begin(), text.end(), blank), {}};
}

TEST(CsvMessages, EveryCodeOfTheSourcesHasBoth)
{
    const auto all = sentences();
    static const std::regex code("BIL-\\d+");
    const auto folder = std::filesystem::path(BILAN_SOURCE_DIR) / "plugins/csv_reader";
    std::set<std::string> used;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        if (file.path().extension() == ".tsv") continue;
        const std::string source = bytes_of(file.path());
        used.insert(std::sregex_token_iterator(source.begin(), source.end(), code), {});
    }
    std::set<std::string> known;
    for (const auto& [name, both] : all) {
        known.insert(name);
        EXPECT_EQ(blanks(both.french), blanks(both.english)) << name;
        EXPECT_TRUE(both.french.ends_with('.') && both.english.ends_with('.')) << name;
        EXPECT_FALSE(std::regex_search(both.french, std::regex(" (:|;|\\?|!|%|»)|« "))) << name << ": no-break spaces";
    }
    EXPECT_EQ(used, known);
}

TEST(CsvMessages, WordingOfTheOnesThatMatterMost)
{
    const auto all = sentences();
    EXPECT_EQ(all.at("BIL-340").french, "Le fichier est vide. Demandez au partenaire de le renvoyer.");
    EXPECT_EQ(all.at("BIL-351").english,
              "A decimal comma without quotes is taken for the separator; from there on the cells of the row are "
              "errors, none was shifted. Rows: {1} ({0} in all, {2} columns expected). Export the file again with the "
              "separator \";\", or quote these numbers.");
}

} // namespace
} // namespace bilan::test
