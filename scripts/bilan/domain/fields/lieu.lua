-- SPDX-License-Identifier: MPL-2.0
-- Where something is, above the quarter and the commune. Source: domain dossier 2.1, 3.9 and 6.
return {
  { id = "contrat", type = "text", code_kind = "lieu",
    label = { fr = "Contrat de ville", en = "Contract" },
    example = "Contrat de ville fictif",
    headers = { "Contrat", "Nom du contrat", "Libellé contrat ville", "Libellé du contrat de ville", "Contrats de ville",
      "Nom du contrat de ville", "Code contrat ville", "Intitulé du contrat" } },
  { id = "departement", type = "code", code_kind = "departement",
    label = { fr = "Département", en = "Department" },
    example = "69",
    headers = { "Dép.", "Dépt", "Dpt", "Code département", "N° département", "insee_dep", "Département (code)",
      "Code dép.", "Num. département", "DEP" } },
  { id = "region", type = "text", code_kind = "lieu",
    label = { fr = "Région", en = "Region" },
    example = "Auvergne-Rhône-Alpes",
    headers = { "Rég.", "Nom de la région", "lib_reg", "Région administrative" } },
  { id = "epci", type = "text", code_kind = "lieu",
    label = { fr = "EPCI", en = "Inter-municipal body" },
    example = "Métropole de Fiction",
    headers = { "Agglomération", "Intercommunalité", "Nom de l'EPCI", "EPCI porteur", "Métropole", "EPCI de rattachement",
      "Nom EPCI", "Agglo",
      "Collectivité (EPCI)" } },
}
