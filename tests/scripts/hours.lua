-- SPDX-License-Identifier: MPL-2.0
--- A theme for `hours_spec.lua`: a field whose header writes its unit.
local bilan = require "bilan"
local f = bilan.field

return bilan.report {
  api = 1, id = "hours", title = { fr = "Heures", en = "Hours" }, datasets = { "seance" },
  schemas = {
    { id = "seance", label = { fr = "Séances", en = "Sessions" }, hints = { "seances" },
      fields = {
        { id = "atelier", type = "text", required = true, label = { fr = "Atelier", en = "Workshop" } },
        { id = "duree", type = "number", label = { fr = "Durée", en = "Length" }, headers = { "Durée moy. (h)" } },
        { id = "delai", type = "number", label = { fr = "Délai", en = "Delay" }, headers = { "Durée d'attente" } },
      } },
  },
  build = function(run)
    run:key_figures { { label = "Heures", figure = run:dataset("seance"):figure(bilan.mean(f.duree)) } }
  end,
}
