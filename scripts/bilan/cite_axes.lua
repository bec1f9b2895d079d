-- SPDX-License-Identifier: MPL-2.0
-- What the cités de l'emploi did, by axis. Source: domain dossier 3.7.3 (CIT01, T04).
local bilan = require "bilan"
local columns = require "bilan.columns"
local f = bilan.field

local cite_axes = {}

--- Rows of the cités that tell of what they did, and of no axis anywhere: their actions are of none of the lines above.
local function without_axis(rows, of_axis)
  local has_axis = {}
  for row in of_axis:each() do has_axis[bilan.text.fold(row.cite or "")] = true end
  return rows:where(function(row)
    return not has_axis[bilan.text.fold(row.cite or "")] and (row.nb_actions ~= nil or row.nb_benef ~= nil)
  end)
end

--- CIT01 by axis. No total: a person may have been met in two axes.
function cite_axes.table(run, rows)
  local of_axis = rows:where(f.axe:known())
  if of_axis:count() == 0 then return end
  local lines = {}
  local untold = without_axis(rows, of_axis)
  for _, group in ipairs(of_axis:group { by = "axe", measures = { { "actions", run:measure "CIT01a" },
    { "public", run:measure "CIT01b" }, { "cites", bilan.count_distinct(f.cite) } } }:rows()) do
    lines[#lines + 1] = { run:label("axe_cite", group.axe), group.cites, group.actions, group.actions.base,
      group.actions.unknown, group.public, group.public.base, group.public.unknown }
  end
  if untold:count() > 0 then
    local actions, public = run:indicator("CIT01a", untold), run:indicator("CIT01b", untold)
    lines[#lines + 1] = { run:text { fr = "(cités qui ne disent aucun axe)", en = "(cités that tell of no axis)" },
      untold:figure(bilan.count_distinct(f.cite)), actions, actions.base, actions.unknown, public, public.base, public.unknown }
  end
  run:table {
    id = "cit_axes", sheet = { fr = "Axes", en = "Axes" },
    title = { fr = "Actions et bénéficiaires par axe", en = "Actions and beneficiaries by axis" },
    base = { fr = "Bénéficiaires cumulés : une personne peut être comptée dans plusieurs actions et plusieurs axes ; pas de total.",
      en = "Added up: a person may be counted in several actions and axes; no total." },
    columns = {
      columns.text("Axe", "Axis"),
      columns.integer("Cités", "Cités"),
      columns.integer("Actions", "Actions"),
      columns.integer("Actions : lignes connues", "Actions: known rows"),
      columns.integer("Actions : lignes inconnues", "Actions: unknown rows"),
      columns.integer("Bénéficiaires (participations)", "Beneficiaries (participations)"),
      columns.integer("Bénéficiaires : lignes connues", "Beneficiaries: known rows"),
      columns.integer("Bénéficiaires : lignes inconnues", "Beneficiaries: unknown rows"),
    },
    rows = lines,
    charts = {
      { type = "columns", category = 1, series = { 6 },
        title = { fr = "Bénéficiaires par axe (participations)", en = "Beneficiaries by axis (participations)" },
        alt = { fr = "Colonnes : bénéficiaires cumulés de chaque axe.", en = "Columns: beneficiaries of each axis." } },
      { type = "columns", category = 1, series = { 3 }, title = { fr = "Actions par axe", en = "Actions by axis" },
        alt = { fr = "Colonnes : nombre d'actions de chaque axe.", en = "Columns: number of actions of each axis." } },
    },
  }
  run:chart_on_first_page "cit_axes"
end

return cite_axes
