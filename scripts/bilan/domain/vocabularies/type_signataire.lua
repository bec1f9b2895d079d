-- SPDX-License-Identifier: MPL-2.0
-- Kinds of signatories of the PaQte. Source: domain dossier 3.8.2.
return {
  id = "type_signataire",
  terms = {
    { id = "entreprise", label = { fr = "entreprise", en = "company" },
      spellings = { "entreprises", "société" } },
    { id = "réseau", label = { fr = "réseau", en = "network" },
      spellings = { "réseaux", "réseau d'entreprises" } },
    { id = "club", label = { fr = "club", en = "club" },
      spellings = { "clubs", "club d'entreprises" } },
    { id = "fédération", label = { fr = "fédération", en = "federation" },
      spellings = { "fédérations", "fédération professionnelle", "branche" } },
    { id = "établissement public", label = { fr = "établissement public", en = "public body" },
      spellings = { "EP", "établissements publics", "ets public", "éts public", "etablissement pub." } },
  },
}
