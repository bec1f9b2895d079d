-- SPDX-License-Identifier: MPL-2.0
-- Scores held against others: those of the examiner against what holders say of themselves, those of a year against the
-- years before. Source: domain dossier 3.1.4 (BIE11, BIE18).
local bilan = require "bilan"
local columns = require "bilan.columns"
local cotation = require "bilan.cotation"
local counted = require "bilan.counted"
local exercice = require "bilan.exercice"
local indicators = require "bilan.indicators"
local programmed = require "bilan.programmed"
local shared_sheet = require "bilan.shared_sheet"
local f = bilan.field
local asked = indicators.asked

local cotation_compared = {}

--- BIE11: the holder's own score against the examiner's. `page`: the sheet that it shares.
function cotation_compared.with_holder(run, actions, page)
  local lines = {}
  local function line(state, words)
    local own = actions:where(state and f.cotation_porteur:eq(state) or bilan.no(f.cotation_porteur:known()))
    local cells = { words }
    for _, score in ipairs(cotation.states) do
      cells[#cells + 1] = own:figure(bilan.count(f.cotation_instructeur:eq(score):known_or(false)))
    end
    cells[#cells + 1] = counted.things(own:where(bilan.no(f.cotation_instructeur:known())))
    cells[#cells + 1] = counted.things(own)
    lines[#lines + 1] = cells
  end
  for _, state in ipairs(cotation.states) do line(state, cotation.short(run, state)) end
  line(nil, run:text { fr = "non renseignée", en = "not stated" })
  local both = run:indicator("BIE11", actions)
  local sheet, below = shared_sheet.place(page, "bie_concordance")
  run:table {
    id = "bie_concordance", sheet = sheet, below = below,
    title = { fr = "Cotation du porteur (lignes) et de l'instructeur (colonnes), en actions",
      en = "Score of the holder (lines) and of the examiner (columns), in actions" },
    base = { fr = "Concordance (BIE11) : " .. both.text .. ", soit " .. counted.fr(both.numerator or 0, "action", "actions") .. " sur "
      .. (both.denominator or 0) .. " cotées G0, G1 ou G2 par les deux.", en = "Agreement (BIE11): " .. both.text .. ", "
      .. counted.en(both.numerator or 0, "action", "actions") .. " of " .. (both.denominator or 0) .. " scored G0, G1 or G2 by both." },
    columns = { columns.label("Porteur", "Holder"), columns.added("integer", "G0", "G0"), columns.added("integer", "G1", "G1"),
      columns.added("integer", "G2", "G2"), columns.added("integer", "non coté", "not scored"),
      columns.added("integer", "non renseignée", "not stated"), columns.added("integer", "Actions", "Actions") },
    rows = lines,
  }
end

--- BIE18: credits by score over the years that the files hold, each on its own actions.
function cotation_compared.over_years(run)
  local all = cotation.rows(programmed.kept(exercice.all(run, "action")))
  local years = all:distinct "annee"
  if #years < 2 then return end
  local lines = {}
  for _, year in ipairs(years) do
    local line = { string.format("%d", year) }
    local rows = all:where(f.annee:eq(year))
    for _, state in ipairs(cotation.states) do
      line[#line + 1] = rows:figure(bilan.sum(f.accorde_p147, { where = f.cotation:eq(state) }))
    end
    line[#line + 1], line[#line + 2] = rows:figure(bilan.sum(f.accorde_p147)), asked(run:indicator("BIE02", rows))
    line[#line + 1] = asked(run:indicator("BIE05", rows))
    lines[#lines + 1] = line
  end
  run:table {
    id = "bie_evolution", sheet = { fr = "Évolution", en = "Over the years" },
    title = { fr = "Crédits accordés par cotation et par exercice", en = "Credits awarded by score and year" },
    base = { fr = "L'évolution (BIE18) n'est calculée que si les crédits cotés suffisent les deux années ; les partenaires qui "
      .. "ont répondu peuvent différer.", en = "The change (BIE18) is computed only when enough credits are scored in both "
      .. "years; the partners who answered may differ." },
    columns = { columns.code("Exercice", "Year"), columns.euro("G0 (€)", "G0 (€)"), columns.euro("G1 (€)", "G1 (€)"),
      columns.euro("G2 (€)", "G2 (€)"), columns.euro("Non coté (€)", "Not scored (€)"),
      columns.euro("Accordé (€)", "Awarded (€)"), columns.rate("Taux de cotation (BIE02)", "Scored (BIE02)"),
      columns.rate("Part G1 + G2 (BIE05)", "G1 + G2 (BIE05)") },
    rows = lines,
    chart = { type = "stacked_columns", category = 1, series = { 2, 3, 4, 5 },
      title = { fr = "Crédits accordés par cotation (€)", en = "Credits awarded by score (€)" },
      note = counted.note(counted.things(all:where(f.annee:known()))),
      alt = { fr = "Colonnes empilées par exercice : crédits G0, G1, G2 et non cotés.",
        en = "Stacked columns by year: G0, G1, G2 and not scored credits." } },
  }
end

return cotation_compared
