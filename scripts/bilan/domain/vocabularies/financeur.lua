-- SPDX-License-Identifier: MPL-2.0
-- Funders. Source: domain dossier 7.4; conventions « Values ». The envelope that an authority keeps for city policy is specific money,
-- not ordinary: where a header says which it is, it is a funder of its own (3.6.3).

--- « EPCI (politique de la ville) », « Ville - enveloppe politique de la ville »: every name with every word for the envelope.
local function of_the_envelope(names)
  local spellings = {}
  for _, name in ipairs(names) do
    for _, words in ipairs { "politique de la ville", "PV", "enveloppe politique de la ville", "crédits politique de la ville", "contrat de ville" } do
      spellings[#spellings + 1] = name .. " (" .. words .. ")"
      spellings[#spellings + 1] = name .. " - " .. words
    end
    spellings[#spellings + 1] = name .. " enveloppe politique de la ville"
  end
  return spellings
end

return {
  id = "financeur",
  terms = {
    { id = "p147", label = { fr = "État P147 (politique de la ville)", en = "State, programme 147" },
      spellings = { "P147", "BOP 147", "Etat P147", "Etat CV", "Etat - Politique de la ville (P147)", "Etat - Politique de la ville", "Politique de la ville (P147)", "Etat-ANCT", "ANCT", "politique de la ville",
        "programme 147", "État (programme 147)", "État - programme 147", "Politique de la ville (État)", "Etat (CV)", "crédits politique de la ville", "contrat de ville", "État (147)", "État (P147)", "État (BOP 147)",
        "État (PV)", "État (politique de la ville)", "État - politique de la ville (BOP 147)",
        "État politique de la ville", "État" } },
    { id = "etat_autre", label = { fr = "État hors P147", en = "State outside P147" },
      spellings = { "Autres Etat", "Etat hors 147", "DRAC", "ARS", "BOP 104", "BOP 163", "MILDECA", "FIPD",
        "BOP 102", "BOP 103", "BOP 112", "BOP 119", "BOP 135", "BOP 137", "BOP 140", "BOP 141", "BOP 157", "BOP 177",
        "BOP 204", "BOP 206", "BOP 216", "BOP 219", "BOP 230", "BOP 304", "BOP 361", "P104", "P163", "P135", "P177",
        "Etat autre", "État hors politique de la ville", "État, hors politique de la ville", "autres services de l'État", "État hors P147", "DRAJES", "DILCRAH",
        "État (hors 147)", "État (autres)", "État (droit commun)", "État (DC)", "État (DRAC)", "État (ARS)",
        "État (FIPD)", "État (MILDECA)", "État (DRAJES)", "État (DILCRAH)", "État - DRAC", "État - ARS",
        "État - FIPD", "État - DRAJES",
        "autres crédits de l'État", "autres crédits État", "État (autres crédits)", "hors P147", "hors 147",
        "ARS …", "DRAC …", "DRAJES …", "région académique …" } },
    { id = "region", label = { fr = "Région", en = "Region" }, spellings = { "conseil régional …", "région …", "CR" } },
    { id = "departement", label = { fr = "Département", en = "Department" },
      spellings = { "CD …", "CD", "conseil départemental …", "conseil général …", "département …" } },
    { id = "epci", label = { fr = "EPCI", en = "Inter-municipal body" },
      spellings = { "agglo", "agglomération", "métropole …", "communauté d'agglomération …", "communauté d agglomération …", "communauté urbaine …", "CA",
        "communauté de communes …", "intercommunalité", "interco.", "… métropole", "… agglomération", "… agglo" } },
    { id = "commune", label = { fr = "Commune", en = "Municipality" },
      spellings = { "ville …", "communes", "commune …", "commune(s)", "mairie …" } },
    { id = "region_pv", label = { fr = "Région, enveloppe politique de la ville", en = "Region, city-policy envelope" },
      spellings = of_the_envelope { "région", "conseil régional" } },
    { id = "departement_pv", label = { fr = "Département, enveloppe politique de la ville", en = "Department, city-policy envelope" },
      spellings = of_the_envelope { "département", "conseil départemental", "CD" } },
    { id = "epci_pv", label = { fr = "EPCI, enveloppe politique de la ville", en = "Inter-municipal body, city-policy envelope" },
      spellings = of_the_envelope { "EPCI", "métropole", "agglo", "agglomération", "communauté d'agglomération", "intercommunalité" } },
    { id = "commune_pv", label = { fr = "Commune, enveloppe politique de la ville", en = "Municipality, city-policy envelope" },
      spellings = of_the_envelope { "ville", "commune", "communes" } },
    { id = "caf", label = { fr = "CAF", en = "Family allowance fund" },
      spellings = { "CAF …", "caisse d'allocations familiales …" } },
    { id = "bailleurs", label = { fr = "Bailleurs", en = "Social landlords" },
      spellings = { "bailleur …", "TFPB", "bailleurs sociaux", "bailleur social",
        "Bailleurs / TFPB", "OPH …", "OPAC …", "office public de l'habitat …", "… habitat" } },
    { id = "cdc", label = { fr = "Banque des territoires", en = "Banque des territoires" },
      spellings = { "CDC", "caisse des dépôts" } },
    { id = "france_travail", label = { fr = "France Travail", en = "France Travail" },
      spellings = { "pôle emploi" } },
    { id = "europe", label = { fr = "Europe", en = "Europe" },
      spellings = { "FSE", "FEDER", "FSE+", "fonds européens", "union européenne", "Europe (FSE, FEDER)" } },
    { id = "prive", label = { fr = "Fondations et privé", en = "Foundations and private" },
      spellings = { "fondations", "privé", "mécénat", "fondation …", "entreprises", "fonds privés", "financements privés", "financeurs privés",
        "Fondations / Privé", "Fondations / Privé / Mécénat" } },
    { id = "usagers", label = { fr = "Usagers", en = "Users" },
      spellings = { "participation", "participation des usagers", "participations des usagers", "participation usagers",
        "participations usagers", "usager" } },
    { id = "autofinancement", label = { fr = "Autofinancement", en = "Own funds" },
      spellings = { "fonds propres", "autofinancement", "autof." } },
    { id = "asp", label = { fr = "ASP et emplois aidés", en = "Subsidised jobs" },
      spellings = { "ASP", "emplois aidés", "CNASEA" } },
    { id = "valorisation", label = { fr = "Bénévolat et valorisation", en = "Volunteering valued" },
      spellings = { "bénévolat", "valorisation", "contributions volontaires" } },
    { id = "autre", label = { fr = "Autres", en = "Others" }, spellings = { "autres", "autre", "divers", "autres financeurs", "autre financeur", "autres financements", "autre financement" } },
  },
}
