// SPDX-License-Identifier: MPL-2.0
//
// Identifiers: domain.md 6.3 to 6.6, 7.2, patterns 22 and 23.
#include "column_of.hpp"

#include <gtest/gtest.h>

namespace bilan::intake {
namespace {

std::string read(const char* kind, const TestCell& cell)
{
    data::Field field = field_of(data::FieldType::code);
    field.code_kind = kind;
    return read_one(field, cell);
}

TEST(Code, Siret)
{
    EXPECT_EQ(read("siret", "20003452800014"), "20003452800014");
    EXPECT_EQ(read("siret", "20003452800014.0"), "20003452800014");
    EXPECT_EQ(read("siret", 20003452800014.0), "20003452800014");
    EXPECT_EQ(read("siret", "200 034 528 00014"), "20003452800014");
    EXPECT_EQ(read("siret", "200.034.528\u00A000014"), "20003452800014");
    EXPECT_EQ(read("siret", "SIRET : 20003452800014"), "20003452800014");
    EXPECT_EQ(read("siret", "20003452800041"), "20003452800041 C12");
    EXPECT_EQ(read("siret", "35600000009075"), "35600000009075");
    EXPECT_EQ(read("siret", "35600000000048"), "35600000000048");
    EXPECT_EQ(read("siret", "200034528"), "200034528 C12");
    EXPECT_EQ(read("siret", "5520044800003"), "05520044800003 C12");
    EXPECT_EQ(read("siret", 56038300077.0), "00056038300077 C12");
    EXPECT_EQ(read("siret", 6544100016.0), "00006544100016 C12");
    EXPECT_EQ(read("siret", 56038300078.0), "err C12");
    EXPECT_EQ(read("siret", "3,80476E+13"), "err C12");
    EXPECT_EQ(read("siret", 3.80476e13), "err C12");
    EXPECT_EQ(read("siret", "20003452800014 / 35600000000048"), "err C12");
    EXPECT_EQ(read("siret", "en préfecture"), "err C12");
    EXPECT_EQ(read("siret", "en cours d'attribution"), "err C12");
    EXPECT_EQ(read("siret", "NC"), "nc");
}

TEST(Code, SirenAndRna)
{
    EXPECT_EQ(read("siren", "200 034 528"), "200034528");
    EXPECT_EQ(read("siren", "200034529"), "200034529 C12");
    EXPECT_EQ(read("rna", "W691234567"), "W691234567");
    EXPECT_EQ(read("rna", "w 691 234 567"), "W691234567");
    EXPECT_EQ(read("rna", "W9N1234567"), "W9N1234567");
    EXPECT_EQ(read("rna", "691234567"), "691234567 BIL-256");
}

TEST(Code, Dossier)
{
    EXPECT_EQ(read("dossier", "00123456"), "00123456");
    EXPECT_EQ(read("dossier", 123456), "00123456 BIL-255");
    EXPECT_EQ(read("dossier", 100000), "00100000 BIL-255");
    EXPECT_EQ(read("dossier", "DA00123456-1"), "DA00123456-1");
    EXPECT_EQ(read("dossier", "da 00123456-1"), "DA00123456-1");
    EXPECT_EQ(read("dossier", "2024-015"), "2024-015");
    EXPECT_EQ(read("dossier", "1,2E+07"), "err BIL-252");
}

TEST(Code, DossierWithoutItsLabel)
{
    EXPECT_EQ(read("dossier", "N° 00484430"), "00484430 BIL-245");
    EXPECT_EQ(read("dossier", "n°484430"), "00484430 BIL-255");
    EXPECT_EQ(read("dossier", "DAUPHIN 484430"), "00484430 BIL-255");
    EXPECT_EQ(read("dossier", "DAUPHIN n° 00484430"), "00484430 BIL-245");
    EXPECT_EQ(read("dossier", "Dauphin : 00484430"), "00484430 BIL-245");
    EXPECT_EQ(read("dossier", "dossier DA00484430-1"), "DA00484430-1 BIL-245");
    EXPECT_EQ(read("dossier", "EX00484430"), "EX00484430");
    EXPECT_EQ(read("dossier", "N-12"), "00000012 BIL-255");
}

TEST(Code, DossierThatIsNone)
{
    EXPECT_EQ(read("dossier", "en cours"), "nc");
    EXPECT_EQ(read("dossier", "En cours de création"), "nc");
    EXPECT_EQ(read("dossier", "voir Mme Exemple"), "err BIL-555");
    EXPECT_EQ(read("dossier", "00484430 et 00484431"), "err BIL-254");
    EXPECT_EQ(read("dossier", "00484430 / 00484431"), "err BIL-254");
}

TEST(Code, SeveralCommunesAreNotOne)
{
    EXPECT_EQ(read("commune", "02571; 02691"), "02571; 02691 BIL-526");
    EXPECT_EQ(read("commune", "02571; 20691"), "02571; 20691 BIL-256"); // there is no commune of département 20
    EXPECT_EQ(read("commune", "69123 Lyon"), "69123 Lyon");             // a postcode looks the same
}

TEST(Code, CommuneAndDepartment)
{
    EXPECT_EQ(read("commune", 1053), "01053 BIL-255");
    EXPECT_EQ(read("insee", "01053"), "01053");
    EXPECT_EQ(read("insee", "oui"), "err BIL-552") << "« Ville » over yes and no is no municipality";
    EXPECT_EQ(read("insee", "Y"), "Y");
    EXPECT_EQ(read("commune", "2a004"), "2A004");
    EXPECT_EQ(read("commune", "Bourg-en-Bresse"), "Bourg-en-Bresse");
    EXPECT_EQ(read("commune", "69100 Villeurbanne"), "69100 Villeurbanne");
    EXPECT_EQ(read("commune", "20000"), "20000 BIL-256");
    EXPECT_EQ(read("commune", "123"), "123 BIL-256");
    EXPECT_EQ(read("departement", 1), "01");
    EXPECT_EQ(read("departement", "001"), "01");
    EXPECT_EQ(read("departement", "Ain"), "01");
    EXPECT_EQ(read("departement", "01 - Ain"), "01");
    EXPECT_EQ(read("departement", "Rhône (69)"), "69");
    EXPECT_EQ(read("departement", "2a"), "2A");
    EXPECT_EQ(read("departement", "Loire-Atlantique"), "44");
    EXPECT_EQ(read("departement", "20"), "20 BIL-256");
    EXPECT_EQ(read("departement", "02 - Ain"), "02 - Ain BIL-256");
    EXPECT_EQ(read("", "A-12 bis"), "A-12 bis");
}

} // namespace
} // namespace bilan::intake
