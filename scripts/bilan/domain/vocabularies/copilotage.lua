-- SPDX-License-Identifier: MPL-2.0
-- Who steers a cité. Source: domain dossier 3.7.2.
return {
  id = "copilotage",
  terms = {
    { id = "État-collectivité", label = { fr = "État-collectivité", en = "State and local authority" },
      spellings = { "État / collectivité", "État et collectivité", "copilotage État-collectivité",
        "État - collectivité" } },
    { id = "État seul", label = { fr = "État seul", en = "State alone" },
      spellings = { "État" } },
    { id = "collectivité seule", label = { fr = "collectivité seule", en = "local authority alone" },
      spellings = { "collectivité" } },
  },
}
