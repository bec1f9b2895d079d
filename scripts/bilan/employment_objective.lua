-- SPDX-License-Identifier: MPL-2.0
-- The objective that is quoted for the share of employment, beside the shares that evaluation reports give. Source: domain dossier
-- 3.4.6 (EMP14) and 3.9.
local bilan = require "bilan"
local absences = require "bilan.absences"
local columns = require "bilan.columns"
local f = bilan.field

local employment_objective = {}

--- Puts the table below that of the theme, where there is one; false when no report gives a share.
function employment_objective.table(run, reports, below)
  local objective = run.params.objectif_emploi
  local lines = { { run:text { fr = "Objectif cité (part de l'enveloppe départementale)", en = "Objective, as quoted" },
    objective, bilan.state "so" } }
  local is_given = absences.has(reports, "emp_part")
  if is_given then
    local given = reports:where(f.emp_part:known())
    lines[2] = { run:text { fr = "Rapports qui donnent une part", en = "Reports that give a share" },
      run:indicator("SYN_emploi_part", reports), given:count() }
    lines[3] = { run:text { fr = "— dont au moins égale à l'objectif", en = "— at least the objective" },
      given:figure(bilan.share(f.emp_part:ge(objective))), given:where(f.emp_part:ge(objective)):count() }
  end
  run:table {
    id = "syn_emploi_part", below = below,
    sheet = not below and { fr = "Objectif emploi", en = "Employment objective" } or nil,
    title = { fr = "Part de l'emploi dans l'enveloppe, et objectif cité", en = "Employment in the envelope, and objective" },
    notes = { { fr = "Le mode de calcul de l'objectif n'est pas publié : aucune part n'est calculée ici.",
      en = "No official rule was published for the objective: no share is computed here." } },
    columns = { columns.text("Élément", "Item"), columns.rate("Part", "Share"), columns.integer("Rapports", "Reports") },
    rows = lines,
  }
  return is_given
end

return employment_objective
