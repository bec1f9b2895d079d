-- SPDX-License-Identifier: MPL-2.0
-- The four axes of the PaQte, with the figures of each, and what a company says over all its rows (one a year, or one
-- an axis). Source: domain dossier 3.8.1 to 3.8.3.
local bilan = require "bilan"
local entites = require "bilan.entites"

local paqte = {}

--- Figures by axis, in words; `quarters` is the part of the priority quarters in one of them.
paqte.axes = {
  { id = "sensibiliser", figures = {
    { "stages3_offerts", words = { fr = "Stages de 3e offerts", en = "Placements of the 3e offered" } },
    { "stages3_pourvus", quarters = "stages3_qpv", words = { fr = "Stages de 3e pourvus", en = "Placements of the 3e filled" } },
    { "stages3_rep", words = { fr = "— dont collégiens REP / REP+", en = "— of whom from REP / REP+" } },
    { "interventions", words = { fr = "Interventions, visites, témoignages", en = "Talks and visits" } },
    { "jeunes_sensibilises", quarters = "jeunes_sensibilises_qpv", words = { fr = "Jeunes sensibilisés", en = "Young people reached" } },
    { "parrains", words = { fr = "Salariés parrains ou mentors", en = "Sponsors and mentors" } },
  } },
  { id = "former", figures = {
    { "alternants", quarters = "alternants_qpv", words = { fr = "Alternants accueillis", en = "Apprentices" } },
    { "stagiaires_longs", quarters = "stagiaires_longs_qpv", words = { fr = "Stagiaires de longue durée", en = "Long placements" } },
  } },
  { id = "recruter", figures = {
    { "embauches", quarters = "embauches_qpv", words = { fr = "Embauches", en = "Hires" } },
    { "embauches_cdi", words = { fr = "— dont CDI ou CDD de 6 mois et plus", en = "— of whom in lasting contracts" } },
    { "emplois_francs", words = { fr = "— dont emplois francs", en = "— of whom emplois francs" } },
    { "recruteurs_formes", words = { fr = "Recruteurs formés à la non-discrimination", en = "Recruiters trained" } },
  } },
  { id = "acheter", figures = {
    { "achats_inclusifs", words = { fr = "Achats inclusifs (€)", en = "Inclusive purchases (€)" } },
    { "fournisseurs_qpv", words = { fr = "Fournisseurs implantés en QPV", en = "Suppliers settled in a quarter" } },
    { "heures_clauses", words = { fr = "Heures de clauses d'insertion", en = "Hours of social clauses" } },
  } },
}

--- Every figure of the axes with its part of the quarters, and the total of the purchases.
paqte.fields = { "achats_total" }
for _, axis in ipairs(paqte.axes) do
  for _, figure in ipairs(axis.figures) do
    table.insert(paqte.fields, figure[1])
    if figure.quarters then table.insert(paqte.fields, figure.quarters) end
  end
end

--- True for a row that gives one of them.
function paqte.gives_figures(row)
  for _, field in ipairs(paqte.fields) do
    if row[field] ~= nil then return true end
  end
  return false
end

local UNSAID = { nc = true, nd = true, nsp = true, secret = true, err = true }
paqte.UNSAID = UNSAID

--- What one row says of an axis: « actif », « inconnu » (a figure is said not to be known, none is above zero), « inactif »,
--- or nil where its cells are empty.
local function said_of(axis, row, state)
  local answer
  for _, figure in ipairs(axis.figures) do
    local value = row[figure[1]]
    if value ~= nil and value > 0 then return "actif" end
    if UNSAID[state[figure[1]]] then answer = "inconnu" end
    if value ~= nil then answer = answer or "inactif" end
  end
  return answer
end

--- The same over the rows of a company.
local function activity(rows, axis)
  local said = {}
  for _, row in ipairs(rows) do said[row["axe_" .. axis.id] or ""] = true end
  return said.actif and "actif" or said.inconnu and "inconnu" or said.inactif and "inactif" or nil
end

--- Axes on which a company acts; no number where it gives no figure, or where one axis more could be.
local function active_axes(rows)
  local count, is_given, is_unknown = 0, false, false
  for _, axis in ipairs(paqte.axes) do
    local answer = activity(rows, axis)
    if answer == "actif" then count = count + 1 end
    if answer == "inconnu" then is_unknown = true end
    if answer == "actif" or answer == "inactif" then is_given = true end
  end
  if not is_given then return bilan.state "nd" end
  return is_unknown and bilan.state "nc" or count
end

local function gives_a_figure(rows)
  for _, row in ipairs(rows) do
    if row.donne_un_chiffre then return true end
  end
  return false
end

--- « Oui » of any row, else « non » of any row, else nil.
local function said(rows, field)
  local answer
  for _, row in ipairs(rows) do
    if row[field] == true then return true end
    if row[field] == false then answer = false end
  end
  return answer
end

--- As it is said; a signatory that says nothing and gives a figure has answered. « NC » is no « non », whether it stands for the
--- report or for its figures, and of one whose rows all say « sans objet » no report is asked.
local function has_answered(rows)
  local declared = said(rows, "retour")
  if declared ~= nil then return declared end
  if gives_a_figure(rows) then return true end
  local is_concerned = false
  for _, row in ipairs(rows) do
    if row.retour_inconnu then return bilan.state "nc" end
    is_concerned = is_concerned or not row.retour_sans_objet
  end
  return not is_concerned and bilan.state "so"
end

local PACTS = { ["PaQte national"] = true, ["PaQte départemental"] = true, convention = true }

--- A list of the signatories of the charter alone says of nobody that he did not sign what came after it.
local function has_renewed(is_any_pact)
  return function(rows)
    local charter, pact = false, false
    for _, row in ipairs(rows) do
      if row.engagement == "charte" then charter = true end
      if PACTS[row.engagement] then pact = true end
    end
    if not charter then return bilan.state "so" end
    return is_any_pact and pact or not is_any_pact and bilan.state "nd"
  end
end

--- True where some row is about a pact.
local function has_pacts(rows)
  for _, engagement in ipairs(rows:has "engagement" and rows:distinct "engagement" or {}) do
    if PACTS[engagement] then return true end
  end
  return false
end

--- True where some table asks for what a report holds: a bare list of names is no proof that nobody reported.
local function are_reports_asked(rows)
  for _, field in ipairs { "retour", "existant", "mis_en_oeuvre", "axe", table.unpack(paqte.fields) } do
    if rows:has(field) then return true end
  end
  return false
end

local function is_small(rows)
  for _, row in ipairs(rows) do
    if row.taille then return row.taille == "TPE" or row.taille == "PME" end
  end
  return bilan.state "nd"
end

--- True where some figure is « NC »: not communicated, which is neither a report nor none.
local function says_that_figures_are_unknown(state)
  for _, field in ipairs(paqte.fields) do
    if UNSAID[state[field]] then return true end
  end
  return false
end

--- The same rows with what each says of the axes and of its report, unknown ones told from empty ones.
local function told(rows)
  local is_asked = are_reports_asked(rows)
  local fields = {
    retour_inconnu = function(_, state) return not is_asked or UNSAID[state.retour] or says_that_figures_are_unknown(state) end,
    retour_sans_objet = function(_, state) return state.retour == "so" end,
    donne_un_chiffre = function(row)
      for _, axis in ipairs(paqte.axes) do
        for _, figure in ipairs(axis.figures) do
          if row[figure[1]] ~= nil then return true end
        end
      end
      return false
    end,
  }
  for _, axis in ipairs(paqte.axes) do
    fields["axe_" .. axis.id] = function(row, state) return said_of(axis, row, state) or "muet" end
  end
  return rows:derive(fields)
end

--- Rows with what each signatory says once: `est_signataire`, `a_repondu`, `est_petite`, `a_renouvele`, `nb_axes`.
function paqte.by_company(rows)
  return entites.say_once(told(rows), "entreprise", {
    est_signataire = function() return true end,
    a_repondu = has_answered,
    est_petite = is_small,
    a_renouvele = has_renewed(has_pacts(rows)),
    nb_axes = active_axes,
  })
end

return paqte
