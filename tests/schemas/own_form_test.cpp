// SPDX-License-Identifier: MPL-2.0
//
// The sheet that partners are handed, after they changed it: columns deleted, headers and the example written over.
#include "schemas/schema_reading.hpp"

#include "base/text.hpp"
#include "data/collection.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace bilan::schemas {
namespace {

using intake::test::findings;
using intake::test::rows_kept;
using intake::test::rows_not_kept;
using intake::test::sentence;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// The sheet of actions as text; a partner does with it what she wants.
class Form {
public:
    Form()
    {
        const data::Schema& schema = *domain().schema("action");
        for (const data::Field& field : data::asked_fields(schema)) {
            ids_.push_back(field.id);
            labels_.push_back(field.label.french);
            example_.push_back(data::asked_example(schema, field, domain()));
            row_.emplace_back();
        }
        example_.front().insert(0, data::example_mark(base::Language::french));
        fill("intitule", "Forum");
        fill("porteur", "Bêta");
        fill("exercice", "2025");
        fill("cout_total", "1000");
        fill("accorde_p147", "500");
        fill("benef_total", "7");
    }

    void label(const std::string& id, std::string text) { labels_[at(id)] = std::move(text); }
    void example(const std::string& id, std::string text) { example_[at(id)] = std::move(text); }
    void fill(const std::string& id, std::string text) { row_[at(id)] = std::move(text); }
    void drop(const std::string& id)
    {
        const auto column = static_cast<std::ptrdiff_t>(at(id));
        for (std::vector<std::string>* row : {&ids_, &labels_, &example_, &row_}) row->erase(row->begin() + column);
    }
    void lose_mark() { has_mark_ = false; }

    [[nodiscard]] intake::FileReading read() const
    {
        std::string text = has_mark_ ? data::sheet_mark("action", base::Language::french) + "\n\n" : std::string();
        for (const std::vector<std::string>* row : {&labels_, &ids_, &example_, &row_})
            text += base::join(*row, ";") + '\n';
        return schemas::read(text);
    }

private:
    [[nodiscard]] std::size_t at(const std::string& id) const
    {
        return static_cast<std::size_t>(std::ranges::find(ids_, id) - ids_.begin());
    }

    std::vector<std::string> ids_;
    std::vector<std::string> labels_;
    std::vector<std::string> example_;
    std::vector<std::string> row_;
    bool has_mark_ = true;
};

TEST(OwnForm, AsItWasHandedOut)
{
    const auto reading = Form().read();
    EXPECT_THAT(rows_kept(reading), ElementsAre(5U));
    for (const std::string code : {"BIL-510", "BIL-514", "BIL-515", "BIL-516"})
        EXPECT_THAT(findings(reading, code), IsEmpty()) << code;
}

TEST(OwnForm, TheExampleWrittenOverInPart)
{
    Form form;
    form.example("intitule", "Cuisine");
    form.example("porteur", "Alpha");
    const auto reading = form.read();
    EXPECT_THAT(rows_kept(reading), ElementsAre(4U, 5U));
    EXPECT_THAT(sentence(reading, "BIL-510"),
                testing::AllOf(testing::StartsWith("La ligne est écrite sur l'exemple du modèle et garde ce qu'il "
                                                   "contenait\u00A0: Contrat de ville\u00A0; N° de dossier"),
                               testing::HasSubstr("Bénéficiaires (total)"),
                               testing::EndsWith("Elle est comptée\u00A0; vérifiez ces cellules, ou videz-les.")));
    EXPECT_THAT(in_english(reading, "BIL-510"),
                testing::StartsWith("The row is written over the example of the template and keeps what it held: "));
}

TEST(OwnForm, TheExampleWithoutItsMarkIsAnExampleStill)
{
    Form form;
    form.drop("intitule");
    const auto reading = form.read();
    EXPECT_THAT(rows_not_kept(reading), ElementsAre("4 BIL-285"));
    EXPECT_EQ(sentence(reading, "BIL-516"),
              "Des colonnes du modèle ont été retirées\u00A0: Intitulé de l'action (intitule). Le tableau est lu sans "
              "elles\u00A0; ce qu'elles demandaient reste inconnu.");
    EXPECT_EQ(in_english(reading, "BIL-516"), "Columns of the template were taken out: Title of the action (intitule). "
                                              "The table is read without them; what they asked stays unknown.");
}

TEST(OwnForm, WithoutTheLineThatSaysSo)
{
    Form form;
    form.lose_mark();
    form.drop("intitule");
    EXPECT_THAT(rows_not_kept(form.read()), ElementsAre("3 BIL-285"));
}

TEST(OwnForm, HeadersOfTheirOwn)
{
    Form form;
    form.label("accorde_p147", "Notre enveloppe");
    const auto reading = form.read();
    EXPECT_EQ(values(reading)["accorde_p147"], (std::vector<std::string>{"500"}));
    EXPECT_EQ(sentence(reading, "BIL-514"),
              "L'en-tête «\u00A0Notre enveloppe\u00A0» n'est pas celui du modèle\u00A0; la colonne est lue comme "
              "Subvention accordée (P147) (accorde_p147), d'après l'identifiant qui est en dessous. Si elle dit autre "
              "chose, effacez cet identifiant.");
    EXPECT_EQ(in_english(reading, "BIL-514"),
              "The header \"Notre enveloppe\" is not that of the template; the column is read as Grant awarded (P147) "
              "(accorde_p147), by the id that stands below it. If it says something else, delete that id.");
}

TEST(OwnForm, AHeaderThatSaysAnotherFieldThanItsId)
{
    Form form;
    form.label("accorde_p147", "Montant payé");
    const auto reading = form.read();
    EXPECT_EQ(values(reading).count("accorde_p147"), 0U);
    EXPECT_EQ(sentence(reading, "BIL-515"),
              "L'en-tête «\u00A0Montant payé\u00A0» dit autre chose que l'identifiant qui est en dessous, Subvention "
              "accordée (P147) (accorde_p147)\u00A0: la colonne n'est pas reprise. Effacez l'identifiant, ou remettez "
              "l'en-tête du modèle.");
    EXPECT_THAT(in_english(reading, "BIL-515"),
                testing::StartsWith("The header \"Montant payé\" says something else than the id below it, "));
}

} // namespace
} // namespace bilan::schemas
