-- SPDX-License-Identifier: MPL-2.0
-- What the funders' committee does to each score: whom it selects, how much of the demand it covers, and its effect on the
-- shares between the entry (asked) and the exit (awarded), in points. Source: domain dossier 3.1.4 (BIE07 to BIE09).
local bilan = require "bilan"
local both_amounts = require "bilan.both_amounts"
local columns = require "bilan.columns"
local cotation = require "bilan.cotation"
local indicators = require "bilan.indicators"
local programmed = require "bilan.programmed"
local f = bilan.field
local asked = indicators.asked

local comite = {}

--- BIE07 to BIE09: what the committee selects and covers, and its effect on the shares, in points.
function comite.effect(run, actions)
  local lines, both = {}, both_amounts.rows(actions)
  for _, score in ipairs(cotation.scores) do
    local function of(id, rows) return asked(run:indicator(id .. "_" .. score, rows or actions)) end
    local selected = run:indicator("BIE07_" .. score, actions)
    lines[#lines + 1] = { score, selected.denominator or 0, selected.numerator or 0, of "BIE07",
      actions:where { cotation = score }:figure(bilan.sum(f.demande_p147)),
      programmed.kept(actions):where { cotation = score }:figure(bilan.sum(f.accorde_p147)), of "BIE08", of "BIE08r",
      of("BIE09e", both), of("BIE04", both), run:indicator("BIE09_" .. score, actions) }
  end
  run:table {
    id = "bie_comite", sheet = { fr = "Effet du comité", en = "Effect of the committee" },
    title = { fr = "Du dépôt à la décision : ce que change le comité des financeurs",
      en = "From request to decision: what the funders' committee changes" },
    base = { fr = "Entrée : montants demandés par les actions cotées déposées. Sortie : montants accordés. L'effet est la "
      .. "part à la sortie moins la part à l'entrée, sur parts non arrondies. " .. both_amounts.base.fr,
      en = "Entry: amounts asked by scored actions. Exit: amounts awarded. The effect is the share at the exit less the "
      .. "share at the entry, of shares that are not rounded. " .. both_amounts.base.en },
    columns = { columns.label("Cotation", "Score"), columns.added("integer", "Actions déposées", "Actions submitted"),
      columns.added("integer", "Actions retenues", "Actions selected"),
      columns.rate("Taux de sélection", "Share selected", { ratio_of = { 3, 2 } }),
      columns.added("euro", "Demandé (€)", "Asked (€)"), columns.added("euro", "Accordé (€)", "Awarded (€)"),
      columns.rate("Accordé / demandé, toutes déposées", "Awarded / asked, all submitted", { ratio_of = { 6, 5 } }),
      columns.rate("Accordé / demandé, retenues", "Awarded / asked, selected"),
      columns.rate("Part à l'entrée", "Share at entry"), columns.rate("Part à la sortie", "Share at exit"),
      columns.points("Effet du comité (points)", "Effect of the committee (points)") },
    rows = lines,
    chart = { type = "bars", category = 1, series = { 11 }, note = cotation.note(actions),
      title = { fr = "Effet du comité sur la part de chaque cotation (points)", en = "Effect on the share of each score (points)" },
      alt = { fr = "Barres horizontales autour de zéro : points gagnés ou perdus par chaque cotation entre la demande et "
        .. "l'accord.", en = "Horizontal bars around zero: points won or lost by each score between request and award." } },
  }
end

--- Two lines, asked and awarded, for two bars that are compared.
function comite.entry_and_exit(run, actions)
  local both = both_amounts.rows(actions)
  local function moment(rows, words, field)
    local line = { run:text(words) }
    for _, score in ipairs(cotation.scores) do
      line[#line + 1] = rows:figure(bilan.sum(f[field], { where = f.cotation:eq(score) }))
    end
    line[#line + 1] = rows:figure(bilan.sum(f[field], { where = f.cotation:one_of(cotation.scores) }))
    return line
  end
  run:table {
    id = "bie_entree_sortie", sheet = { fr = "Entrée et sortie", en = "Entry and exit" },
    title = { fr = "Crédits par cotation à l'entrée et à la sortie du comité", en = "Credits by score before and after the committee" },
    base = { fr = "Actions cotées dont les deux montants P147 sont connus.", en = "Scored actions of which both P147 amounts are known." },
    columns = { columns.text("Moment", "Moment"), columns.euro("G0 (€)", "G0 (€)"), columns.euro("G1 (€)", "G1 (€)"),
      columns.euro("G2 (€)", "G2 (€)"), columns.euro("Actions cotées (€)", "Scored actions (€)") },
    rows = { moment(both, { fr = "Entrée : demandé", en = "Entry: asked" }, "demande_p147"),
      moment(programmed.kept(both), { fr = "Sortie : accordé", en = "Exit: awarded" }, "accorde_p147") },
    chart = { type = "share_bars", category = 1, series = { 2, 3, 4 }, note = cotation.note(actions),
      title = { fr = "Crédits par cotation, demandés puis accordés", en = "Credits by score, asked then awarded" },
      alt = { fr = "Deux barres à 100 % : part de G0, G1, G2 dans les crédits demandés, puis dans les crédits accordés.",
        en = "Two 100% bars: share of G0, G1, G2 in the credits asked, then in those awarded." } },
  }
end

return comite
