// SPDX-License-Identifier: MPL-2.0
//
// Vocabularies, lists of terms, yes and no: patterns 85, 87, 92, 95 to 99 and 102.
#include "column_of.hpp"

#include <gtest/gtest.h>

namespace bilan::intake {
namespace {

std::shared_ptr<const data::Vocabulary> vocabulary(std::string id, std::vector<data::Term> terms, bool open = false)
{
    auto made = std::make_shared<data::Vocabulary>();
    made->id = std::move(id);
    made->terms = std::move(terms);
    made->open = open;
    return made;
}

data::Term term(std::string id, std::string label, std::vector<std::string> spellings = {})
{
    return {std::move(id), {std::move(label), {}}, std::move(spellings), {}};
}

const data::Domain& domain()
{
    static const data::Domain made = [] {
        data::Domain one;
        one.vocabularies = {
            vocabulary("cotation",
                       {term("G0", "G0 : égalité non prise en compte", {"0"}),
                        term("G1", "G1 : objectif secondaire", {"1", "significatif"}),
                        term("G2", "G2 : objectif principal", {"2", "principal"}), term("non_cote", "non coté")}),
            vocabulary("statut",
                       {term("retenue", "retenue", {"retenu", "accordée", "financés"}),
                        term("refusée", "refusée", {"refusé"}), term("non précisé", "non précisé", {"non renseigné"})}),
            vocabulary("pilier",
                       {term("emploi", "Développement économique et emploi", {"emploi", "dev eco"}),
                        term("cadre_de_vie", "Renouvellement urbain et cadre de vie", {"cadre de vie"})},
                       true),
            vocabulary("critere",
                       {term("origine", "origine", {"racisme"}), term("sexe", "sexe"),
                        term("sport_culture", "sport, culture", {"sport et culture"}), term("handicap", "handicap")}),
            vocabulary("niveau", {term("niv_3", "Niveau 3", {"niveau V", "Niv V", "CAP/BEP", "CAP"}),
                                  term("niv_infra3", "infra 3", {"infra V", "niveau VI"}),
                                  term("niv_5", "Niveau 5", {"Bac+2", "Niv. 5"})}),
            vocabulary("sexe", {term("f", "femme", {"F", "fille", "Mme"}), term("h", "homme", {"H", "M"})}),
            vocabulary("recurrence", {term("première demande", "première demande",
                                           {"nouvelle action", "N", "nouvelle action : oui", "reconduction : non"}),
                                      term("renouvellement", "renouvellement",
                                           {"reconduction", "R", "reconduction : oui", "nouvelle action : non"}),
                                      term("CPO", "CPO", {"pluriannualité : oui"})}),
            vocabulary("schema", {term("paqte", "PaQte", {"PACTE"})}),
        };
        return one;
    }();
    return made;
}

std::string read(const char* name, const TestCell& cell, data::FieldType type = data::FieldType::choice)
{
    data::Field field = field_of(type);
    field.vocabulary = name;
    return read_one(field, cell, with_domain(domain()));
}

TEST(Term, FindsSpellings)
{
    EXPECT_EQ(read("cotation", "G1"), "G1");
    EXPECT_EQ(read("cotation", " g1 "), "G1");
    EXPECT_EQ(read("cotation", "G 1"), "G1");
    EXPECT_EQ(read("cotation", "G-1"), "G1");
    EXPECT_EQ(read("cotation", 1), "G1");
    EXPECT_EQ(read("cotation", "1 - significatif"), "G1");
    EXPECT_EQ(read("cotation", "G2 : objectif principal"), "G2");
    EXPECT_EQ(read("cotation", "non cotée"), "err C15");
    EXPECT_EQ(read("cotation", {CellTag(), 0}), "vide");
    EXPECT_EQ(read("statut", "RETENUE"), "retenue");
    EXPECT_EQ(read("statut", "Retenue."), "retenue");
    EXPECT_EQ(read("schema", "PAQTE"), "paqte");
    EXPECT_EQ(read("niveau", "Niv. V"), "niv_3");
    EXPECT_EQ(read("niveau", "infra V"), "niv_infra3");
    EXPECT_EQ(read("niveau", "Bac+2"), "niv_5");
    EXPECT_EQ(read("niveau", "CAP / BEP"), "niv_3");
    EXPECT_EQ(read("sexe", "Mme"), "f");
    EXPECT_EQ(read("sexe", "M"), "h");
}

TEST(Term, NeverGuesses)
{
    EXPECT_EQ(read("cotation", "G1/G2"), "err C15");
    EXPECT_EQ(read("cotation", "1 - 2"), "err C15");
    EXPECT_EQ(read("cotation", "-1"), "err C15");
    EXPECT_EQ(read("cotation", "G1 ?"), "err C15");
    EXPECT_EQ(read("cotation", "1,5"), "err C15");
    EXPECT_EQ(read("cotation", "G3"), "err C15");
    EXPECT_EQ(read("statut", "retneue"), "err C15");
    EXPECT_EQ(read("sexe", "1"), "err C15");
    EXPECT_EQ(read("cotation", "G1 (à confirmer)"), "G1 BIL-245");
    EXPECT_EQ(read("cotation", "G1 depuis 2021"), "G1 BIL-245");
}

TEST(Term, ReadsInclusiveForms)
{
    EXPECT_EQ(read("statut", "retenu(e)"), "retenue");
    EXPECT_EQ(read("statut", "refusé·e"), "refusée");
    EXPECT_EQ(read("statut", "refusé-e"), "refusée");
    EXPECT_EQ(read("statut", "refusé/e"), "refusée");
}

TEST(Term, ComesBeforeStates)
{
    EXPECT_EQ(read("statut", "non renseigné"), "non précisé");
    EXPECT_EQ(read("cotation", "NC"), "nc");
}

TEST(Term, OpenVocabulariesKeepOthersAsWritten)
{
    EXPECT_EQ(read("pilier", "Pilier 2 - Cadre de vie"), "cadre_de_vie");
    EXPECT_EQ(read("pilier", "1. Emploi"), "emploi");
    EXPECT_EQ(read("pilier", "Jeunesse &amp; sport"), "Jeunesse & sport");
    EXPECT_EQ(read("inconnu", "oui"), "oui");
}

TEST(Term, OpenVocabulariesSayWhatLooksLikeASlip)
{
    EXPECT_EQ(read("pilier", "Emplois"), "Emplois C15");
    EXPECT_EQ(read("pilier", "Cadre de vi"), "Cadre de vi C15");
    EXPECT_EQ(read("pilier", "Cadre bâti"), "Cadre bâti");
}

/// Values of a column under a header that may name a term.
std::string under(const char* header, const std::vector<TestCell>& cells, std::size_t row)
{
    data::Field field = field_of(data::FieldType::choice);
    field.vocabulary = "recurrence";
    ColumnOptions options = with_domain(domain());
    options.header = header;
    return ColumnOf(field, cells, options).line(row);
}

TEST(Term, HeadersThatNameATermAreAnsweredByYesAndNo)
{
    EXPECT_EQ(under("Reconduction", {"oui"}, 0), "renouvellement BIL-554");
    EXPECT_EQ(under("Reconduction", {"non"}, 0), "première demande BIL-554");
    EXPECT_EQ(under("Reconduction", {"X"}, 0), "renouvellement BIL-554");
    EXPECT_EQ(under("Action / Nouvelle action (O/N)", {"O", "N"}, 0), "première demande BIL-554");
    EXPECT_EQ(under("Action / Nouvelle action (O/N)", {"O", "N"}, 1), "renouvellement BIL-554");
    EXPECT_EQ(under("Nouvelle action ?", {"oui", "N"}, 1), "renouvellement BIL-554");
    EXPECT_EQ(under("Nouvelle action", {"N", "R"}, 0), "première demande");
    EXPECT_EQ(under("Pluriannualité", {"non"}, 0), "nc C15") << "it does not say what it is instead";
    EXPECT_EQ(under("Nature de la demande", {"oui"}, 0), "err C15");
    EXPECT_EQ(under("Nature de la demande", {"x"}, 0), "nc");
}

TEST(Term, AsksAboutTextsThatOnlyStandForATerm)
{
    data::Domain asking;
    data::Term origin = term("origine", "origine");
    origin.confirm = {"racisme", "couleur de peau"};
    asking.vocabularies = {vocabulary("critere", {std::move(origin), term("sexe", "sexe")})};
    const auto asked = [&](const TestCell& cell, data::FieldType type) {
        data::Field field = field_of(type);
        field.vocabulary = "critere";
        return read_one(field, cell, with_domain(asking));
    };
    EXPECT_EQ(asked("Racisme", data::FieldType::choice), "origine BIL-559") << "a vocabulary without a control";
    EXPECT_EQ(asked("origine", data::FieldType::choice), "origine");
    EXPECT_EQ(asked("2. racisme", data::FieldType::choice), "origine BIL-559");
    EXPECT_EQ(asked("sexe ; couleur de peau", data::FieldType::choices), "sexe|origine BIL-559");
    EXPECT_EQ(asked("sexe ; origine", data::FieldType::choices), "sexe|origine");
    EXPECT_EQ(asked("NC", data::FieldType::choice), "nc");
}

TEST(Term, ReadsLists)
{
    const auto list = data::FieldType::choices;
    EXPECT_EQ(read("critere", "Origine ; sexe", list), "origine|sexe");
    EXPECT_EQ(read("critere", "origine, sexe et handicap", list), "origine|sexe|handicap");
    EXPECT_EQ(read("critere", "- origine\n- sexe", list), "origine|sexe");
    EXPECT_EQ(read("critere", "=> origine\n• sexe", list), "origine|sexe");
    EXPECT_EQ(read("critere", "sport, culture", list), "sport_culture");
    EXPECT_EQ(read("critere", "sport, culture ; sexe", list), "sport_culture|sexe");
    EXPECT_EQ(read("critere", "racisme/sexe", list), "origine|sexe");
    EXPECT_EQ(read("critere", "sexe, sexe", list), "sexe");
    EXPECT_EQ(read("critere", "origine ; bidule", list), "err C15");
    EXPECT_EQ(read("pilier", "emploi ; Jeunesse", list), "emploi|Jeunesse");
}

TEST(Boolean, ReadsYesAndNo)
{
    const data::Field field = field_of(data::FieldType::boolean);
    for (const char* yes : {"oui", "OUI", "O", "X", "x", "1", "vrai", "QPV", "✓"})
        EXPECT_EQ(read_one(field, yes), "1") << yes;
    for (const char* no : {"non", "N", "0", "Faux", "hors QPV"}) EXPECT_EQ(read_one(field, no), "0") << no;
    EXPECT_EQ(read_one(field, {CellTag(CellType::boolean), 1}), "1");
    EXPECT_EQ(read_one(field, 0), "0");
    EXPECT_EQ(read_one(field, 2), "err C15");
    EXPECT_EQ(read_one(field, "en partie"), "err C15");
    EXPECT_EQ(read_one(field, "Oui (2022)"), "1 BIL-245");
    EXPECT_EQ(read_one(field, "Non - à faire"), "0 BIL-245");
    EXPECT_EQ(read_one(field, "oui (partiellement)"), "err C15");
    EXPECT_EQ(read_one(field, "oui / non"), "err C15");
    EXPECT_EQ(read_one(field, "NC"), "nc");
    EXPECT_EQ(read_one(field, "-"), "nc");
    const ColumnOf ticked(field, {"X", {CellTag(), 0}, "X"});
    EXPECT_EQ(ticked.line(1), "vide");
}

} // namespace
} // namespace bilan::intake
