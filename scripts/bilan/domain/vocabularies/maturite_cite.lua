-- SPDX-License-Identifier: MPL-2.0
-- How far the cooperation of a cité is, in order. Source: domain dossier 3.7.2.
return {
  id = "maturite_cite",
  terms = {
    { id = "diagnostic", label = { fr = "diagnostic", en = "diagnosis" },
      spellings = { "phase de diagnostic" } },
    { id = "premières actions", label = { fr = "premières actions", en = "first actions" },
      spellings = { "première action" } },
    { id = "approfondissement", label = { fr = "approfondissement", en = "deepening" },
      spellings = { "approfondi" } },
  },
}
