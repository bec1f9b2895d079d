// SPDX-License-Identifier: MPL-2.0
//
// A key that is misspelt or unknown is answered with every key that may stand there: those of the record.
#include "report_workshop.hpp"

#include "base/text.hpp"
#include "script/option_reference.hpp"

#include <gmock/gmock.h>

namespace bilan::script {

namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

struct Options {
    const char* type;
    const char* call; ///< with `zzz` among its keys
};

constexpr Options all_options[] = {
    {"bilan.GroupOptions", "rows:group { by = 'porteur', measures = { { 'n', bilan.count() } }, zzz = 1 }"},
    {"bilan.CrossOptions", "rows:cross { rows = 'porteur', columns = 'statut', measure = bilan.count(), zzz = 1 }"},
    {"bilan.PivotOptions", "rows:pivot { rows = 'porteur', columns = 'statut', measure = bilan.count(), zzz = 1 }"},
    {"bilan.UnpivotOptions", "rows:unpivot { fields = { 'benef_f' }, name = 'x', value = 'y', zzz = 1 }"},
    {"bilan.JoinOptions", "rows:join(rows, { on = 'porteur', kind = 'anti', zzz = 1 })"},
    {"bilan.CompareOptions", "rows:compare(rows, { by = 'porteur', measures = { { 'n', bilan.count() } }, zzz = 1 })"},
    {"bilan.CompareLabels", "rows:compare(rows, { by = 'porteur', measures = { { 'n', bilan.count() } }, labels = { "
                            "zzz = 1 } })"},
    {"bilan.TableOptions", "run:table { id = 'a', title = 'A', data = rows, zzz = 1 }"},
    {"bilan.TableOptions", "run:table { id = 'a', title = 'A', columns = { { header = 'x' } }, rows = {}, zzz = 1 }"},
    {"bilan.ChartOptions",
     "run:table { id = 'a', title = 'A', data = rows, chart = { type = 'bars', alt = 'x', zzz = 1 "
     "} }"},
    {"bilan.ColumnOptions", "run:table { id = 'a', title = 'A', columns = { { header = 'x', zzz = 1 } }, rows = {} }"},
    {"bilan.CellParameter", "run:table { id = 'a', title = 'A', data = rows, parameters = { { name = 'x', label = 'X', "
                            "value = 1, zzz = 1 } } }"},
    {"bilan.KeyFigure", "run:key_figures { { label = 'x', figure = rows:figure(bilan.count()), zzz = 1 } }"},
    {"bilan.GivenOptions", "bilan.given(1, 'count', { zzz = 1 })"},
    {"bilan.MeasureOptions", "bilan.sum(f.benef_f, { zzz = 1 })"},
    {"bilan.BinOptions", "bilan.bins(f.benef_f, { 1 }, { zzz = 1 })"},
    {"bilan.ReadOptions", "run:read('x.csv', { zzz = 1 })"},
    {"bilan.MadeColumnOptions",
     "rows:group { by = 'porteur', measures = { { 'n', bilan.count() } } }:rank('n', { zzz = 1 })"},
    {"bilan.FigureParts", "require('bilan.spec').expect(rows:figure(bilan.count())):to_be(1, { zzz = 1 })"},
};

class OptionKeys : public Reports {};

TEST_F(OptionKeys, AnUnknownOneIsAnsweredWithAllOfTheRecord)
{
    for (const Options& options : all_options) {
        const std::vector<std::string> keys = keys_of_type(options.type);
        EXPECT_FALSE(keys.empty()) << options.type;
        EXPECT_THAT(
            failing("local rows = run:dataset 'emploi'\nlocal made = " + std::string(options.call)),
            AllOf(HasSubstr("Unknown key \"zzz\""), HasSubstr("Possible keys: " + base::join(keys, ", ") + '.')))
            << options.type;
    }
}

TEST_F(OptionKeys, AMisspeltOneAndAMissingOneAreToo)
{
    EXPECT_THAT(failing("return run:dataset('emploi'):group { bye = 'porteur', measures = {} }"),
                HasSubstr("Did you mean \"by\"? Possible keys: by, measures, lists."));
    EXPECT_THAT(
        failing("return run:dataset('emploi'):group 'porteur'"),
        HasSubstr("\"Query:group › options\" expects table { by, measures, lists } and gets string \"porteur\"."));
    EXPECT_THAT(failing("run:table { id = 'a', title = 'A', columns = { { header = 'x' } }, rows = {}, headers = {} }"),
                AllOf(HasSubstr("Unknown key \"headers\""), Not(HasSubstr("data, headers"))))
        << "of tables that data makes";
}

TEST_F(OptionKeys, OfAThemeOfOnesOwnToo)
{
    const auto said = [&](const std::string& part) {
        write("reports/essai.lua", report("run:note 'x'", part));
        try {
            (void)load_domain(path_, {folder_ / "reports/essai.lua"});
            return std::string("no error");
        } catch (const base::Error& error) {
            return error.sentence(base::Language::english);
        }
    };
    const auto keys = [](const char* type) {
        return HasSubstr("Possible keys: " + base::join(keys_of_type(type), ", ") + '.');
    };
    EXPECT_THAT(said("schemas = { { id = 'x', label = 'X', zzz = 1 } },\n"), keys("bilan.SchemaDefinition"));
    const std::string field = "schemas = { { id = 'x', label = 'X', fields = { { id = 'a', label = 'A', ";
    EXPECT_THAT(said(field + "type = 'text', zzz = 1 } } } },\n"), keys("bilan.FieldDefinition"));
    EXPECT_THAT(said(field + "tipe = 'text' } } } },\n"), keys("bilan.FieldDefinition"));
    EXPECT_THAT(said("vocabularies = { { id = 'x', zzz = 1 } },\n"), keys("bilan.VocabularyDefinition"));
    EXPECT_THAT(said("vocabularies = { { id = 'x', terms = { { id = 'a', label = 'A', zzz = 1 } } } },\n"),
                keys("bilan.TermDefinition"));
    const std::string rule = "id = 'X1', severity = 'A', kind = 'at_most', label = 'L', action = 'A', zzz = 1 } }";
    EXPECT_THAT(said("controls = { { schema = 'emploi', " + rule + ",\n"), keys("bilan.AddedControlDefinition"));
    EXPECT_THAT(said("schemas = { { id = 'x', label = 'X', controls = { { " + rule + " } },\n"),
                keys("bilan.ControlDefinition"));
}

} // namespace

} // namespace bilan::script
