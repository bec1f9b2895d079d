// SPDX-License-Identifier: MPL-2.0
//
// The sheet for partners, made from every schema, filled in, written, read back: nothing is left to ask.
#include "run/collection_template.hpp"

#include "base/date.hpp"
#include "base/error.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "data/collection.hpp"
#include "intake/controls.hpp"
#include "intake/intake.hpp"
#include "run/collection_columns.hpp"
#include "script/report.hpp"
#include "support/plugin_under_test.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

namespace bilan::run {
namespace {

using data::Field;
using test::PluginUnderTest;

const std::shared_ptr<const data::Domain>& domain()
{
    static const std::shared_ptr<const data::Domain> loaded = [] {
        script::SearchPath path;
        path.libraries = {std::filesystem::path(BILAN_SOURCE_DIR) / "scripts"};
        return script::load_domain(path);
    }();
    return loaded;
}

CollectionOrder order_of(const std::string& schema)
{
    CollectionOrder order;
    order.schema = schema;
    order.partner = "Association fictive";
    order.year = 2025;
    return order;
}

/// The sheet to fill in: where its columns are, and what is written into it.
class Filled {
public:
    explicit Filled(CollectionOrder order) : schema_(domain()->schema(order.schema))
    {
        book_ = collection_workbook(*domain(), order);
        for (const SheetCell& cell : sheet().cells) {
            const auto* text = std::get_if<std::string>(&cell.value);
            if (text == nullptr) continue;
            for (const Field& field : data::asked_fields(*schema_))
                if (*text == field.id && (columns_.empty() || cell.at.row == code_row_)) {
                    code_row_ = cell.at.row;
                    columns_[field.id] = cell.at.column;
                }
        }
    }

    [[nodiscard]] SheetPart& sheet() { return book_.sheets.front(); }
    [[nodiscard]] const data::Schema& schema() const { return *schema_; }
    [[nodiscard]] std::size_t columns() const { return columns_.size(); }
    [[nodiscard]] std::uint32_t example_row() const { return code_row_ + 1; }

    void put(std::uint32_t row, std::uint32_t column, SheetValue value)
    {
        const auto cell = std::ranges::find(sheet().cells, CellPosition{row, column}, &SheetCell::at);
        ASSERT_NE(cell, sheet().cells.end());
        cell->value = std::move(value);
    }
    void put(std::size_t line, const Field& field, SheetValue value)
    {
        put(code_row_ + 2 + static_cast<std::uint32_t>(line), columns_.at(field.id), std::move(value));
    }
    [[nodiscard]] const SheetValue& example(const Field& field)
    {
        const CellPosition at{example_row(), columns_.at(field.id)};
        return std::ranges::find(sheet().cells, at, &SheetCell::at)->value;
    }
    /// A row like the example.
    void put_example(std::size_t line)
    {
        for (const Field& field : data::asked_fields(*schema_)) {
            const std::string text = data::example_of(field, *domain());
            if (field.type == data::FieldType::date)
                put(line, field, Date{base::serial_of(*base::parse_iso(text))});
            else if (data::is_numeric(field.type) && base::parse_number(text))
                put(line, field, *base::parse_number(text));
            else
                put(line, field, text);
        }
    }

    [[nodiscard]] intake::FileReading read(const std::string& schema = {}) const
    {
        static const PluginUnderTest writer("xlsx_writer");
        static const PluginUnderTest reader("xlsx_reader");
        const support::TemporaryFolder folder;
        const std::filesystem::path path = folder.path() / "collecte.xlsx";
        writer.writers.front()->write(book_, path);
        std::ifstream file(path, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
        Book book;
        reader.readers.front()->read({"collecte.xlsx", "xlsx", std::as_bytes(std::span(bytes))}, {}, book);
        drop_explanations(book);
        intake::Options options;
        options.domain = domain().get();
        options.schema = schema;
        options.year = 2025;
        return intake::take_in(book, "collecte.xlsx", options);
    }

private:
    std::shared_ptr<const data::Schema> schema_;
    Workbook book_;
    std::uint32_t code_row_ = 0;
    std::map<std::string, std::uint32_t> columns_;
};

std::vector<std::string> said(const std::vector<intake::Finding>& findings)
{
    std::vector<std::string> sentences;
    for (const intake::Finding& finding : findings)
        sentences.push_back(finding.code + " " + finding.header + ": " + finding.sentence(base::Language::french));
    return sentences;
}

using Nothing = std::vector<std::string>;

class OfEverySchema : public testing::TestWithParam<const char*> {};

TEST_P(OfEverySchema, IsReadBackWithoutAQuestion)
{
    Filled filled(order_of(GetParam()));
    filled.put_example(0);
    const intake::FileReading reading = filled.read();
    EXPECT_EQ(said(reading.findings), Nothing{});
    ASSERT_EQ(reading.tables.size(), 1U);
    const intake::TableReading& table = reading.tables.front();
    EXPECT_EQ(table.schema, GetParam());
    EXPECT_EQ(table.rows_kept, 1U);
    EXPECT_EQ(table.rows_set_aside, 1U) << "the example";
    EXPECT_EQ(table.columns.size(), filled.columns());
    for (const intake::ColumnReading& column : table.columns) EXPECT_NE(column.field, "") << column.header;

    data::DatasetBuilder builder(domain()->schema(GetParam()));
    builder.append(reading.values.front());
    EXPECT_EQ(said(intake::run_controls(builder.finish(), *domain(), 2025).findings), Nothing{});
}

TEST_P(OfEverySchema, TakesEveryAnswerThatItOffers)
{
    Filled filled(order_of(GetParam()));
    const CollectionWords words(*domain(), filled.schema(), base::Language::french);
    std::size_t lines = 1;
    for (const Field& field : data::asked_fields(filled.schema())) lines = std::max(lines, words.choices(field).size());
    for (std::size_t line = 0; line < lines; ++line) {
        filled.put_example(line);
        for (const Field& field : data::asked_fields(filled.schema())) {
            const std::vector<std::string> choices = words.choices(field);
            if (!choices.empty()) filled.put(line, field, choices[line % choices.size()]);
            // Nothing is repeated but the answers: a copied row is no answer.
            if (field.type == data::FieldType::text) filled.put(line, field, "Cas " + std::to_string(line + 1));
        }
    }
    const intake::FileReading reading = filled.read();
    EXPECT_EQ(said(reading.findings), Nothing{});
    ASSERT_EQ(reading.values.size(), 1U);
    EXPECT_EQ(reading.values.front().source_rows.size(), lines);
}

TEST_P(OfEverySchema, HandedOutAndSentBackEmptyHoldsNothing)
{
    const intake::FileReading reading = Filled(order_of(GetParam())).read();
    EXPECT_EQ(said(reading.findings), Nothing{});
    for (const intake::TableReading& table : reading.tables) EXPECT_EQ(table.rows_kept, 0U);
}

TEST_P(OfEverySchema, HasAnEnglishEditionThatIsReadAlike)
{
    CollectionOrder order = order_of(GetParam());
    order.language = base::Language::english;
    Filled filled(order);
    filled.put_example(0);
    const intake::FileReading reading = filled.read();
    EXPECT_EQ(said(reading.findings), Nothing{});
    EXPECT_EQ(reading.tables.front().schema, GetParam());
    EXPECT_EQ(reading.tables.front().rows_kept, 1U);
}

TEST_P(OfEverySchema, HasAnExampleOfItsYearThatIsKnownAgain)
{
    CollectionOrder order = order_of(GetParam());
    order.year = 2031;
    Filled filled(order);
    for (const Field& field : data::asked_fields(filled.schema())) {
        const double* const year = std::get_if<double>(&filled.example(field));
        if (field.id == "exercice" && year != nullptr) {
            EXPECT_EQ(*year, 2031);
        }
    }
    const intake::FileReading reading = filled.read();
    EXPECT_EQ(said(reading.findings), Nothing{});
    for (const intake::TableReading& table : reading.tables) EXPECT_EQ(table.rows_kept, 0U);
}

TEST_P(OfEverySchema, IsPrintedSoThatItCanBeRead)
{
    constexpr double most_characters = 230; // of a landscape page
    Filled filled(order_of(GetParam()));
    double characters = 0;
    for (const ColumnWidth& width : filled.sheet().widths) characters += width.characters;
    const double pages = filled.sheet().print.pages_wide;
    characters += (pages - 1) * filled.sheet().widths.front().characters; // it comes back on each page
    EXPECT_LE(characters / pages, most_characters);
    EXPECT_LE((pages - 1) * most_characters, characters + most_characters);
    for (const Field& field : data::asked_fields(filled.schema())) {
        if (const auto* text = std::get_if<std::string>(&filled.example(field))) {
            EXPECT_LE(base::length(*text), 44U) << field.id;
        }
    }
}

TEST_P(OfEverySchema, KeepsARowOfWhichOneAnswerIsThereYet)
{
    Filled filled(order_of(GetParam()));
    std::vector<Field> texts;
    for (const Field& field : data::asked_fields(filled.schema()))
        if (field.type == data::FieldType::text) texts.push_back(field);
    ASSERT_FALSE(texts.empty());
    filled.put(0, texts.front(), std::string("Cas un"));
    filled.put(1, texts.back(), std::string("Cas deux"));
    filled.put(3, texts.front(), std::string("Merci de nous rappeler si besoin.")); // below an empty row
    const intake::TableReading table = filled.read().tables.front();
    EXPECT_EQ(table.rows_kept, 2U);
    EXPECT_EQ(table.rows_set_aside, 2U) << "the example and the remark";
}

INSTANTIATE_TEST_SUITE_P(Collection, OfEverySchema,
                         testing::Values("action", "cite", "conseil", "demarche", "emploi", "financement", "offre",
                                         "paqte", "rapport", "territoire"),
                         [](const auto& one) { return std::string(one.param); });

TEST(Collection, ExampleThatWasWrittenOverIsSaid)
{
    Filled filled(order_of("action"));
    const data::Schema& schema = filled.schema();
    const auto of_example = [&](const char* field, SheetValue value) {
        for (const SheetCell& cell : filled.sheet().cells)
            if (const auto* text = std::get_if<std::string>(&cell.value); text != nullptr && *text == field)
                return filled.put(filled.example_row(), cell.at.column, std::move(value));
        FAIL() << field;
    };
    of_example("benef_total", 31.0);
    const intake::FileReading changed = filled.read();
    ASSERT_EQ(changed.findings.size(), 1U);
    EXPECT_EQ(changed.findings.front().code, "BIL-847");
    EXPECT_EQ(changed.findings.front().severity, data::Severity::alert);
    EXPECT_EQ(changed.findings.front().sentence(base::Language::french),
              "La ligne d'exemple du modèle contient autre chose que l'exemple\u00A0: elle n'est pas reprise. Si c'est "
              "une saisie, effacez «\u00A0Exemple\u00A0:\u00A0» dans sa première cellule, puis relancez.");
    EXPECT_EQ(changed.tables.front().rows_kept, 0U);

    // Without its mark it is a row like any other.
    of_example(data::asked_fields(schema).front().id.c_str(), std::string("Chantier éducatif"));
    EXPECT_EQ(filled.read().tables.front().rows_kept, 1U);
}

TEST(Collection, SaysItsSchemaUnlessAnotherIsAskedFor)
{
    Filled filled(order_of("offre"));
    filled.put_example(0);
    EXPECT_EQ(filled.read().tables.front().schema, "offre");
    EXPECT_EQ(filled.read("emploi").tables.front().schema, "emploi");
}

TEST(Collection, OffersListsAndHelpBesideTheCells)
{
    const Workbook book = collection_workbook(*domain(), order_of("action"));
    ASSERT_EQ(book.sheets.size(), 3U);
    EXPECT_EQ(book.sheets[0].name, "Saisie");
    EXPECT_EQ(book.sheets[1].name, "Notice");
    EXPECT_EQ(book.sheets[2].name, "Listes");
    std::size_t lists = 0;
    for (const InputRule& rule : book.sheets[0].input_rules) {
        EXPECT_FALSE(rule.title.empty());
        EXPECT_FALSE(rule.help.empty()) << rule.title;
        if (rule.takes != Takes::list) continue;
        ++lists;
        EXPECT_TRUE(rule.list.starts_with("'Listes'!$A$")) << rule.list;
    }
    EXPECT_GE(lists, 6U);
}

TEST(Collection, PrintsWhatIsFilledInWithItsNameOnEachPage)
{
    const Workbook made = collection_workbook(*domain(), order_of("action"));
    const auto named = [&](const std::string& name) {
        const auto found = std::ranges::find(made.names, name, &DefinedName::name);
        return found == made.names.end() ? std::string() : found->formula;
    };
    EXPECT_EQ(named("Saisie!_xlnm.Print_Titles"), "='Saisie'!$A:$A,'Saisie'!$8:$8");
    const std::string area = named("Saisie!_xlnm.Print_Area");
    EXPECT_TRUE(area.starts_with("=OFFSET('Saisie'!$A$1:$A$1,0,0,MAX(10,SUMPRODUCT(MAX(('Saisie'!$A$1:")) << area;
    EXPECT_FALSE(made.sheets.front().print.area.has_value()) << "the two hundred empty rows would be printed";
    EXPECT_FALSE(made.sheets.front().print.repeated_rows.has_value());
    for (std::size_t at = 1; at < made.sheets.size(); ++at) EXPECT_TRUE(made.sheets[at].print.area.has_value());
}

TEST(Collection, AsksForNoNamesOfPersons)
{
    for (const auto& schema : domain()->schemas)
        for (const Field& field : data::asked_fields(*schema)) EXPECT_FALSE(field.personal) << field.id;
}

TEST(Collection, OfAnUnknownSchemaIsRefusedWithTheNearest)
{
    try {
        (void)collection_workbook(*domain(), order_of("emplois"));
        FAIL();
    } catch (const base::Error& error) {
        EXPECT_EQ(error.exit_code(), base::ExitCode::usage);
        EXPECT_EQ(error.message().code, "BIL-182");
    }
}

} // namespace
} // namespace bilan::run
