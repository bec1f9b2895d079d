-- SPDX-License-Identifier: MPL-2.0
-- Structures to which people are referred. Source: domain dossier 3.4.2.
return {
  id = "structure_orientation", open = true,
  terms = {
    { id = "France Travail", label = { fr = "France Travail", en = "France Travail" },
      spellings = { "Pôle emploi", "ANPE", "FT", "France Travail (Pôle emploi)" } },
    { id = "mission locale", label = { fr = "mission locale", en = "mission locale" },
      spellings = { "ML", "missions locales" } },
    { id = "PLIE", label = { fr = "PLIE", en = "PLIE" } },
    { id = "Cap emploi", label = { fr = "Cap emploi", en = "Cap emploi" } },
    { id = "SIAE", label = { fr = "SIAE", en = "SIAE" },
      spellings = { "ACI", "EI", "ETTI", "AI", "chantier d'insertion", "structure d'insertion" } },
    { id = "CD (RSA)", label = { fr = "CD (RSA)", en = "Département (RSA)" },
      spellings = { "conseil départemental", "CD", "département" } },
    { id = "E2C", label = { fr = "E2C", en = "E2C" },
      spellings = { "école de la 2e chance", "école de la deuxième chance" } },
    { id = "EPIDE", label = { fr = "EPIDE", en = "EPIDE" } },
    { id = "APEC", label = { fr = "APEC", en = "APEC" } },
    { id = "CIDFF", label = { fr = "CIDFF", en = "CIDFF" } },
    { id = "autre", label = { fr = "autre", en = "other" }, spellings = { "autres" } },
  },
}
