// SPDX-License-Identifier: MPL-2.0
//
// Every code of the plugin has its sentence in both languages, and the sentences keep the rules of the house.
#include "csv_under_test.hpp"

#include <gmock/gmock.h>

#include <map>
#include <set>
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

/// The digits of `{0}`, `{1}` in a sentence.
std::multiset<char> blanks(std::string_view text)
{
    std::multiset<char> found;
    for (std::size_t at = 0; at + 2 < text.size(); ++at)
        if (text[at] == '{' && text[at + 2] == '}') found.insert(text[at + 1]);
    return found;
}

std::set<std::string> codes_in(std::string_view source)
{
    std::set<std::string> codes;
    for (std::size_t at = source.find("BIL-"); at != std::string_view::npos; at = source.find("BIL-", at + 1))
        codes.emplace(source.substr(at, 7));
    return codes;
}

bool has_plain_space_before_high_punctuation(std::string_view french)
{
    for (const std::string_view wrong : {" :", " ;", " ?", " !", " %", " »", "« "})
        if (french.find(wrong) != std::string_view::npos) return true;
    return false;
}

TEST(CsvMessages, EveryCodeOfTheSourcesHasBoth)
{
    const auto all = sentences();
    const auto folder = std::filesystem::path(BILAN_SOURCE_DIR) / "plugins/csv_reader";
    std::set<std::string> used;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        if (file.path().extension() == ".tsv") continue;
        used.merge(codes_in(bytes_of(file.path())));
    }
    std::set<std::string> known;
    for (const auto& [name, both] : all) {
        known.insert(name);
        EXPECT_EQ(blanks(both.french), blanks(both.english)) << name;
        EXPECT_TRUE(both.french.ends_with('.') && both.english.ends_with('.')) << name;
        EXPECT_FALSE(has_plain_space_before_high_punctuation(both.french)) << name;
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
