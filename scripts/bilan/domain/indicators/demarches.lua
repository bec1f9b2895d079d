-- SPDX-License-Identifier: MPL-2.0
-- Needs and resources of territorial approaches. Source: domain dossier 3.10.

--- Whether a participant filled in a column: an empty cell is an answer, a cell that nobody can read is none.
local function is_filled(f, bilan, field)
  return bilan.when(bilan.no(f[field]:in_state { "err" }), f[field]:known(), bilan.state "err"):eq(1)
end

local unknowns = { fr = "une cellule vide compte comme non renseignée ; une cellule illisible est inconnue",
  en = "an empty cell counts as not filled in; a cell that cannot be read is unknown" }

--- Share of participants that filled in a column.
local function filled(id, fr, en, field)
  return { id = id, dataset = "demarche", unit = "rate",
    label = { fr = "Participants qui renseignent : " .. fr, en = "Participants who filled in: " .. en },
    formula = { fr = "participants avec un texte / participants", en = "participants with a text / participants" },
    unknowns = unknowns,
    measure = function(f, bilan) return bilan.ratio(is_filled(f, bilan, field), 1) end }
end

return {
  { id = "MAT01", dataset = "demarche", unit = "number",
    label = { fr = "Participants", en = "Participants" },
    formula = { fr = "nombre de lignes", en = "number of rows" }, unknowns = { fr = "aucune", en = "none" },
    measure = function(_, bilan) return bilan.count() end },
  filled("MAT02_demarches", "démarches", "approaches", "demarches"),
  filled("MAT02_defis", "défis", "challenges", "defis"),
  filled("MAT02_besoins", "besoins", "needs", "besoins"),
  filled("MAT02_ressources", "ressources", "resources", "ressources"),
  { id = "MAT02", dataset = "demarche", unit = "rate",
    label = { fr = "Participants qui renseignent les quatre colonnes", en = "Participants who filled in all four columns" },
    formula = { fr = "participants avec quatre textes / participants", en = "participants with four texts / participants" },
    unknowns = unknowns,
    measure = function(f, bilan)
      return bilan.ratio(bilan.all { is_filled(f, bilan, "demarches"), is_filled(f, bilan, "defis"), is_filled(f, bilan, "besoins"),
        is_filled(f, bilan, "ressources") }, 1)
    end },
}
