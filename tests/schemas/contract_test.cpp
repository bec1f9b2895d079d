// SPDX-License-Identifier: MPL-2.0
//
// Rows against the lists of the territory, schema by schema: quarters outside the contract (T03, O02), and figures on
// quarters, whose year says nothing of the map.
#include "schemas/schema_reading.hpp"

#include "intake_territory/made_reference.hpp"

#include <gtest/gtest.h>

namespace bilan::schemas {
namespace {

using intake::test::findings;
using intake::test::Rows;
using Texts = std::vector<std::string>;

intake::FileReading read_as(const std::string& schema, const Rows& rows, const std::string& territory = {})
{
    static const intake::Reference reference = intake::test::made_reference();
    intake::test::BookMaker maker;
    maker.sheet("Feuille", rows);
    intake::Options options;
    options.domain = &domain();
    options.schema = schema;
    options.reference = &reference;
    options.scope = reference.scope_of(territory);
    return intake::take_in(maker.book(), "fichier.xlsx", options);
}

TEST(Contract, HoldsTheQuartersOfACite)
{
    const Rows rows{{"Cité", "Contrat de ville", "QPV", "Nb de partenaires"},
                    {"Cité A", "Métropole de Fiction", "QN06901M", "4"},
                    {"Cité B", "Métropole de Fiction", "QN06902I ; QN04401M", "4"},
                    {"Cité C", "Contrat de ville CA du Port", "QN04401M", "4"},
                    {"Cité D", "Contrat inconnu", "QN04401M", "4"},
                    {"Cité E", "", "QN06901M", "4"},
                    {"Cité F", "CA du Port", "QN99999M", "4"}};
    const intake::FileReading reading = read_as("cite", rows);
    EXPECT_EQ(findings(reading, "T03"), Texts{"C3 QN04401M"})
        << "neither a contract that no list knows nor a quarter that none knows";
    EXPECT_EQ(intake::test::sentence(reading, "T03"),
              "Le quartier QN04401M est de l'intercommunalité 200000002 (liste qpv2024.csv), et le contrat de "
              "l'intercommunalité 200000001. Vérifiez le quartier ou le contrat.");
}

TEST(Contract, OfTheRunHoldsTheQuartersOfOffers)
{
    const Rows rows{{"Axe", "Offre de services", "Opérateur", "QPV", "Bénéficiaires"},
                    {"1", "Forum", "PLIE", "QN06901M", "4"},
                    {"1", "Ateliers", "PLIE", "QN04401M", "4"},
                    {"1", "Visites", "PLIE", "tous", "4"},
                    {"1", "Cafés", "PLIE", "QP069010", "4"}};
    EXPECT_EQ(findings(read_as("offre", rows, "Contrat de ville Métropole de Fiction"), "O02"), Texts{"D3 QN04401M"});
    EXPECT_EQ(findings(read_as("offre", rows), "O02"), Texts{}) << "nobody said which contract";
    const Rows actions{{"Intitulé de l'action", "Porteur", "Exercice", "Quartier"}, {"A", "P", "2024", "QN04401M"}};
    EXPECT_EQ(findings(read_as("action", actions, "Métropole de Fiction"), "O02"), Texts{}) << "a rule of offers";
}

TEST(Contract, FiguresOnQuartersAreOfTheMapOfTheirCodes)
{
    const Rows rows{{"Code QPV", "Année", "Population"}, {"QN06901M", "2021", "2100"}, {"QP069010", "2024", "900"}};
    EXPECT_EQ(findings(read_as("territoire", rows), "C11"), Texts{})
        << "what was counted in 2021 is published on the quarters of 2024";
    const Rows actions{{"Intitulé de l'action", "Porteur", "Exercice", "Quartier"}, {"A", "P", "2021", "QN06901M"}};
    EXPECT_EQ(findings(read_as("action", actions), "C11"), Texts{"D2 QN06901M"});
}

} // namespace
} // namespace bilan::schemas
