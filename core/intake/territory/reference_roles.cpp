// SPDX-License-Identifier: MPL-2.0
#include "intake/territory/reference_roles.hpp"

#include "base/text.hpp"
#include "intake/territory/place_name.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace bilan::intake {

namespace {

constexpr std::pair<std::string_view, ReferenceRole> headers[] = {
    {"codeqp", ReferenceRole::quarter_code},
    {"codqp", ReferenceRole::quarter_code},
    {"codeqpv", ReferenceRole::quarter_code},
    {"codqpv", ReferenceRole::quarter_code},
    {"codequartier", ReferenceRole::quarter_code},
    {"codeduquartier", ReferenceRole::quarter_code},
    {"qp", ReferenceRole::quarter_code},
    {"qpv", ReferenceRole::quarter_code},
    {"codeduqp", ReferenceRole::quarter_code},
    {"codeduqpv", ReferenceRole::quarter_code},
    {"codequartierprioritaire", ReferenceRole::quarter_code},
    {"libqp", ReferenceRole::quarter_name},
    {"libelleqp", ReferenceRole::quarter_name},
    {"libqpv", ReferenceRole::quarter_name},
    {"libelleqpv", ReferenceRole::quarter_name},
    {"nomqp", ReferenceRole::quarter_name},
    {"nomqpv", ReferenceRole::quarter_name},
    {"nomduquartier", ReferenceRole::quarter_name},
    {"nomquartier", ReferenceRole::quarter_name},
    {"libelleduquartier", ReferenceRole::quarter_name},
    {"libellequartier", ReferenceRole::quarter_name},
    {"nomduqpv", ReferenceRole::quarter_name},
    {"nomduqp", ReferenceRole::quarter_name},
    {"quartier", ReferenceRole::quarter_name},
    {"quartierprioritaire", ReferenceRole::quarter_name},
    {"labelqp", ReferenceRole::quarter_name},
    {"statut", ReferenceRole::status},
    {"inseecom", ReferenceRole::commune_code},
    {"codgeo", ReferenceRole::commune_code},
    {"codeinsee", ReferenceRole::commune_code},
    {"codecommune", ReferenceRole::commune_code},
    {"com", ReferenceRole::commune_code},
    {"depcom", ReferenceRole::commune_code},
    {"codecom", ReferenceRole::commune_code},
    {"codegeo", ReferenceRole::commune_code},
    {"codegeographique", ReferenceRole::commune_code},
    {"codeinseecommune", ReferenceRole::commune_code},
    {"inseecommune", ReferenceRole::commune_code},
    {"insee", ReferenceRole::commune_code},
    {"codeinseedelacommune", ReferenceRole::commune_code},
    {"codecommuneinsee", ReferenceRole::commune_code},
    {"libcom", ReferenceRole::commune_name},
    {"libgeo", ReferenceRole::commune_name},
    {"libellecommune", ReferenceRole::commune_name},
    {"nomcommune", ReferenceRole::commune_name},
    {"nomdelacommune", ReferenceRole::commune_name},
    {"commune", ReferenceRole::commune_name},
    {"communes", ReferenceRole::commune_name},
    {"libellegeographique", ReferenceRole::commune_name},
    {"libelledelacommune", ReferenceRole::commune_name},
    {"typecom", ReferenceRole::commune_kind},
    {"inseedep", ReferenceRole::department},
    {"dep", ReferenceRole::department},
    {"codedep", ReferenceRole::department},
    {"codedepartement", ReferenceRole::department},
    {"departement", ReferenceRole::department},
    {"sirenepci", ReferenceRole::epci},
    {"epci", ReferenceRole::epci},
    {"codeepci", ReferenceRole::epci},
    {"libepci", ReferenceRole::epci_name},
    {"nomepci", ReferenceRole::epci_name},
    {"libelleepci", ReferenceRole::epci_name},
    {"libcv", ReferenceRole::contract_name},
    {"nomcv", ReferenceRole::contract_name},
    {"libellecontratville", ReferenceRole::contract_name},
    {"libelle", ReferenceRole::name},
    {"nom", ReferenceRole::name},
};

std::string compact_header(std::string_view text)
{
    std::string key = name_key(base::head(text, 60));
    std::erase(key, ' ');
    return key;
}

} // namespace

std::optional<ReferenceRole> role_of(std::string_view text)
{
    const std::string key = compact_header(text);
    if (key.empty()) return std::nullopt;
    for (const auto& [header, role] : headers)
        if (header == key) return role;
    const bool is_label = key.starts_with("label") || key.starts_with("lib") || key.starts_with("nom");
    const bool speaks_of_quarter = key.find("qp") != std::string::npos;
    if (!speaks_of_quarter) return std::nullopt;
    if (is_label)
        return key.find("2015") == std::string::npos ? std::optional(ReferenceRole::quarter_name) : std::nullopt;
    if (key.find("2015") != std::string::npos) return ReferenceRole::quarter_2015;
    if (key.find("2024") != std::string::npos) return ReferenceRole::quarter_2024;
    return std::nullopt;
}

std::optional<std::string> header_meant(std::string_view header)
{
    if (role_of(header)) return std::nullopt;
    static const std::array<std::string, 17> usual{
        "code_qp", "lib_qp",    "code_qpv", "lib_qpv",  "nom_qpv", "insee_com", "lib_com",  "code_commune", "codgeo",
        "libgeo",  "insee_dep", "epci",     "lib_epci", "lib_cv",  "QP2024",    "QP2015_1", "code_insee"};
    return base::nearest(header, usual);
}

} // namespace bilan::intake
