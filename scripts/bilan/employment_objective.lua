-- SPDX-License-Identifier: MPL-2.0
-- The share of employment that evaluation reports give, beside the objective that is quoted for it. Source: domain dossier 3.4.6
-- (EMP14) and 3.9.
local bilan = require "bilan"
local columns = require "bilan.columns"
local f = bilan.field

local employment_objective = {}

--- The objective that the synthesis quotes for employment, and the reports that give their share.
function employment_objective.table(run, reports)
  local objective = run.params.objectif_emploi
  local lines = { { run:text { fr = "Objectif cité (part de l'enveloppe départementale)", en = "Objective, as quoted" },
    objective, bilan.state "so" } }
  local words = run:text { fr = "Rapports qui donnent une part", en = "Reports that give a share" }
  if reports:has "emp_part" then
    local given = reports:where(f.emp_part:known())
    lines[2] = { words, run:indicator("SYN_emploi_part", reports), given:count() }
    lines[3] = { run:text { fr = "— dont au moins égale à l'objectif", en = "— at least the objective" },
      given:figure(bilan.share(f.emp_part:ge(objective))), given:where(f.emp_part:ge(objective)):count() }
  else
    lines[2] = { words, bilan.state "abs", bilan.state "abs" }
  end
  run:table {
    id = "syn_emploi_part", sheet = { fr = "Objectif emploi", en = "Employment objective" },
    title = { fr = "Part de l'emploi dans l'enveloppe, et objectif cité", en = "Employment in the envelope, and objective" },
    notes = { { fr = "Le mode de calcul de l'objectif n'est pas publié : aucune part n'est calculée ici.",
      en = "No official rule was published for the objective: no share is computed here." } },
    columns = { columns.text("Élément", "Item"), columns.rate("Part", "Share"), columns.integer("Rapports", "Reports") },
    rows = lines,
  }
end

return employment_objective
