// SPDX-License-Identifier: MPL-2.0
//
// A small territory that exists nowhere: two départements, names that agree, a quarter over two communes.
#pragma once

#include "intake/territory/reference_tables.hpp"
#include "intake_tables/book_maker.hpp"

namespace bilan::intake::test {

inline const Rows quarters_2024{
    {"fid", "code_qp", "lib_qp", "insee_dep", "insee_com", "lib_com", "siren_epci"},
    {"1", "QN06901M", "La Plaine - La Forge", "69", "'69901", "Villefictive", "200000001"},
    {"2", "QN06902I", "Bellevue", "69", "'69901", "Villefictive", "200000001"},
    {"3", "QN06903N", "Saint-Éloi", "69", "69902; 69903", "Bourgfictif; Hameaufictif", "200000001"},
    {"4", "QN04401M", "Bellevue", "44", "'44901", "Portfictif", "200000002"},
};
inline const Rows quarters_2015{{"Code QP", "Nom du quartier"}, {"QP069010", "La Plaine"}, {"QP069011", "La Forge"}};
inline const Rows communes{
    {"Communes au 01/01/2020"},
    {"Code géographique", "Libellé géographique", "EPCI", "Libellé de l'EPCI", "Département"},
    {"CODGEO", "LIBGEO", "EPCI", "LIBEPCI", "DEP"},
    {"'69901", "Villefictive", "200000001", "Métropole de Fiction", "69"},
    {"'69902", "Bourgfictif", "200000001", "Métropole de Fiction", "69"},
    {"'69903", "Hameaufictif", "200000001", "Métropole de Fiction", "69"},
    {"'69904", "Saint-Denis-le-Fictif", "200000001", "Métropole de Fiction", "69"},
    {"'44901", "Portfictif", "200000002", "CA du Port", "44"},
    {"'44902", "Saint-Denis-le-Fictif", "200000002", "CA du Port", "44"},
    {"1053", "Bourgperdu", "200000003", "CC Perdue", "1"},
};
inline const Rows successions{
    {"QP2024", "Label_QP2024", "Statut", "QP2015_1", "Label_QP2015_1", "QP2015_2", "Label_QP2015_2"},
    {"QN06901M", "La Plaine - La Forge", "modifié", "QP069010", "La Plaine", "QP069011", "La Forge"},
};

inline bool add_list(const Rows& rows, const std::string& file, Reference& reference)
{
    BookMaker maker;
    maker.sheet("Liste", rows);
    return read_reference(maker.book(), file, "abc", reference);
}

/// All lists, or those named.
inline Reference made_reference(bool with_2015 = true, bool with_communes = true, bool with_successions = true)
{
    Reference reference;
    add_list(quarters_2024, "qpv2024.csv", reference);
    if (with_2015) add_list(quarters_2015, "qpv2015.csv", reference);
    if (with_communes) add_list(communes, "communes.xlsx", reference);
    if (with_successions) add_list(successions, "passage.csv", reference);
    reference.finish();
    return reference;
}

} // namespace bilan::intake::test
