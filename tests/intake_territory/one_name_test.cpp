// SPDX-License-Identifier: MPL-2.0
//
// Quarters that partners spell each in their own way, over several tables.
#include "intake/territory/one_name.hpp"

#include "data/table_maker.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::intake {
namespace {

using data::test::list;
using data::test::make_field;
using testing::ElementsAre;

class OneName : public testing::Test {
protected:
    void SetUp() override
    {
        schema_->id = "action";
        schema_->fields = {make_field("territoire", data::FieldType::choices, "territoire"),
                           make_field("porteur", data::FieldType::text)};
    }
    data::TableValues table(const std::string& file, const std::vector<std::string>& quarters)
    {
        return data::test::TableMaker(schema_, file)
            .column("territoire", quarters)
            .header("territoire", "QPV")
            .values();
    }
    static std::vector<std::string> texts(const data::TableValues& table)
    {
        std::vector<std::string> texts;
        for (std::size_t row = 0; row < table.columns[0].states.size(); ++row)
            texts.emplace_back(table.columns[0].is_known(row) ? table.columns[0].text(row) : "-");
        return texts;
    }
    std::shared_ptr<data::Schema> schema_ = std::make_shared<data::Schema>();
};

TEST_F(OneName, TheMostFrequentSpellingStandsForAll)
{
    data::TableValues first = table("a.xlsx", {"qp le canal", "QP Le Canal", "!nc", "Bel-Air"});
    data::TableValues second = table("b.xlsx", {"QP LE CANAL", "QP Le Canal", "Bel Air", "L'Étoile"});
    const std::array<data::TableValues*, 2> tables{&first, &second};
    const std::vector<Finding> findings = give_one_name_to_places(tables);
    EXPECT_THAT(texts(first), ElementsAre("QP Le Canal", "QP Le Canal", "-", "Bel-Air"));
    EXPECT_THAT(texts(second), ElementsAre("QP Le Canal", "QP Le Canal", "Bel-Air", "L'Étoile"));
    ASSERT_EQ(findings.size(), 2U) << "once for each name";
    EXPECT_EQ(findings[0].place.file, "a.xlsx");
    EXPECT_EQ(findings[0].place.row, 1U);
    EXPECT_EQ(findings[0].place.column, 0U);
    EXPECT_EQ(findings[0].header, "QPV");
    EXPECT_EQ(findings[0].read, "qp le canal");
    EXPECT_EQ(findings[0].done, Done::converted);
    EXPECT_EQ(findings[0].sentence(base::Language::french),
              "Plusieurs graphies d'un même lieu (qp le canal, QP LE CANAL) deviennent «\u00A0QP Le Canal\u00A0», la "
              "plus fréquente. Si ce sont des lieux différents, distinguez leurs noms.");
    EXPECT_EQ(
        findings[0].sentence(base::Language::english),
        "Several spellings of one place (qp le canal, QP LE CANAL) become \"QP Le Canal\", the most frequent one. "
        "If these are different places, tell their names apart.");
    EXPECT_EQ(findings[1].place.file, "b.xlsx") << "Bel-Air came first";
}

TEST_F(OneName, ItemsOfAListStandOnce)
{
    data::TableValues one = table("a.xlsx", {"Nord", "Nord", list({"nord", "NORD", "Sud"}), list({"Sud", "Nord"})});
    const std::array<data::TableValues*, 1> tables{&one};
    EXPECT_EQ(give_one_name_to_places(tables).size(), 1U);
    EXPECT_THAT(texts(one), ElementsAre("Nord", "Nord", list({"Nord", "Sud"}), list({"Sud", "Nord"})));
}

TEST_F(OneName, NumbersAreOtherPlaces)
{
    data::TableValues one = table("a.xlsx", {"QPV 1", "QPV 11", "QPV 1-1", "QPV1", "Zone 2", "Zone 3", "qpv 1"});
    const std::array<data::TableValues*, 1> tables{&one};
    EXPECT_EQ(give_one_name_to_places(tables).size(), 1U);
    EXPECT_THAT(texts(one), ElementsAre("QPV 1", "QPV 11", "QPV 1-1", "QPV 1", "Zone 2", "Zone 3", "QPV 1"));
}

TEST_F(OneName, OtherTextsAreLeftAsTheyAre)
{
    data::TableValues one = data::test::TableMaker(schema_).column("porteur", {"Cap", "CAP"}).values();
    const std::array<data::TableValues*, 1> tables{&one};
    EXPECT_TRUE(give_one_name_to_places(tables).empty());
    EXPECT_THAT(texts(one), ElementsAre("Cap", "CAP"));
}

} // namespace
} // namespace bilan::intake
