// SPDX-License-Identifier: MPL-2.0
//
// What `bilan watch` decides: which figures changed, which files a script is made of, which were saved.
#include "run/figure_changes.hpp"
#include "run/file_stamps.hpp"
#include "run/script_files.hpp"
#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::run {
namespace {

using support::TemporaryFolder;
using testing::ElementsAre;

workbook::PlacedFigure placed(const std::string& id, const std::string& label, double value, std::uint64_t base = 4,
                              data::Unit unit = data::Unit::count)
{
    workbook::PlacedFigure figure;
    figure.page = "synthese";
    figure.id = id;
    figure.label = label;
    figure.figure.value = value;
    figure.figure.base = base;
    figure.figure.unit = unit;
    return figure;
}

std::vector<std::string> words_of(const std::vector<workbook::PlacedFigure>& before,
                                  const std::vector<workbook::PlacedFigure>& after)
{
    std::vector<std::string> words;
    for (const FigureChange& change : changes_between(before, after))
        words.push_back(change.label + ": " + in_words(change, base::Language::english));
    return words;
}

TEST(FigureChanges, OnlyWhatChangedIsSaid)
{
    const auto rate = [](double value) { return placed("EMP06", "Rate", value, 5, data::Unit::rate); };
    EXPECT_THAT(words_of({placed("EMP01", "Actions", 4), rate(0.793)}, {placed("EMP01", "Actions", 4), rate(0.81)}),
                ElementsAre("Rate: 79.3% → 81.0%"));
    EXPECT_TRUE(words_of({rate(0.793)}, {rate(0.793)}).empty());
}

TEST(FigureChanges, NewAndGoneAreToldApart)
{
    EXPECT_THAT(words_of({placed("", "Old", 1)}, {placed("", "New", 2)}), ElementsAre("New: new: 2", "Old: gone: 1"));
}

TEST(FigureChanges, AnotherBaseIsAChangeThoughTheNumberIsTheSame)
{
    EXPECT_THAT(words_of({placed("", "People", 29, 4)}, {placed("", "People", 29, 5)}),
                ElementsAre("People: 29 (base 4, unknown 0) → 29 (base 5, unknown 0)"));
    EXPECT_THAT(words_of({placed("", "Rate", 2.0 / 3, 4, data::Unit::rate)},
                         {placed("", "Rate", 2.0 / 3, 5, data::Unit::rate)}),
                ElementsAre("Rate: 66.7% (base 4, unknown 0) → 66.7% (base 5, unknown 0)"))
        << "rounded: only the base changed";
    workbook::PlacedFigure unknown = placed("", "People", 0, 0);
    unknown.figure.value.reset();
    unknown.figure.cause = data::State::not_given;
    EXPECT_THAT(words_of({placed("", "People", 29)}, {unknown}), ElementsAre("People: 29 → nc"));
}

TEST(FigureChanges, EqualNamesAreMatchedInTheirOrder)
{
    EXPECT_THAT(
        words_of({placed("", "Total", 1), placed("", "Total", 2)}, {placed("", "Total", 1), placed("", "Total", 3)}),
        ElementsAre("Total: 2 → 3"));
}

TEST(ScriptFiles, ModulesAreFoundThroughEachOther)
{
    const TemporaryFolder folder;
    const auto script = folder.write("essai.lua", "local bilan = require 'bilan'\nlocal a = require(\"outils.a\")\n"
                                                  "-- require 'commentaire'\nlocal text = \"require 'texte'\"\n"
                                                  "--[[ require 'long' ]] local none = require '../dehors'\n"
                                                  "local absent = require 'absent'\nlocal my_require = 1\n");
    for (const char* name : {"commentaire", "texte", "long", "essai_2"}) folder.write(std::string(name) + ".lua", "");
    const auto a = folder.write("outils/a.lua", "return require 'b' + require 'essai'");
    const auto b = folder.write("b.lua", "return require 'outils.a'");
    EXPECT_THAT(script_files(script), ElementsAre(script, b, a));
}

TEST(FileStamps, SavedNewAndLostFilesAreNamed)
{
    const TemporaryFolder folder;
    const auto kept = folder.write("a", "1");
    const auto saved = folder.write("b", "1");
    const auto lost = folder.write("c", "1");
    const auto later = folder.path() / "d";
    const FileStamps before = stamps_of({kept, saved, lost, later});
    EXPECT_TRUE(saved_between(before, stamps_of({kept, saved, lost, later})).empty());
    folder.write("b", "other");
    std::filesystem::remove(lost);
    folder.write("d", "1");
    EXPECT_THAT(saved_between(before, stamps_of({kept, saved, lost, later})), ElementsAre(saved, lost, later));
    EXPECT_THAT(saved_between(before, stamps_of({kept, saved, lost})).size(), 3U);
}

} // namespace
} // namespace bilan::run
