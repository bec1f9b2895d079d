-- SPDX-License-Identifier: MPL-2.0
-- Where employment actions pass people on: structures they are referred to, schemes of ordinary policy. Source: domain dossier
-- 3.4 (EMP10, EMP15).
local bilan = require "bilan"
local columns = require "bilan.columns"
local counted = require "bilan.counted"
local one_spelling = require "bilan.one_spelling"
local shared_sheet = require "bilan.shared_sheet"
local f = bilan.field

local emploi_relais = {}

--- EMP10: where people were referred to. Gives false when nobody names a structure.
function emploi_relais.referrals(run, actions, page)
  local named = actions:has "structure_orientation" and actions:where(f.structure_orientation:known()) or nil
  if not named or named:count() == 0 then return false end
  local rate, lines = run:indicator("EMP10", actions), {}
  for _, one in ipairs(one_spelling.counted(named, "structure_orientation")) do
    lines[#lines + 1] = { run:label("structure_orientation", one.name), one.n,
      named:where(f.structure_orientation:one_of(one.spellings)):figure(bilan.sum(f.nb_orientation)) }
  end
  local sheet, below = shared_sheet.place(page, "emp_orientations")
  run:table {
    id = "emp_orientations", sheet = sheet, below = below,
    title = { fr = "Structures vers lesquelles les actions orientent (EMP10)", en = "Where actions refer people to (EMP10)" },
    base = { fr = counted.actions(counted.things(named)).fr .. " sur " .. counted.things(actions) .. counted.verb(counted.things(named), " nomme", " nomment")
      .. " une structure ; plusieurs possibles. Taux "
      .. "d'orientation : " .. (rate.value and rate.text or "non calculable") .. ".",
      en = counted.actions(counted.things(named)).en .. " of " .. counted.things(actions) .. " name a structure; several possible. Referral rate: "
        .. (rate.value and rate.text or "not computable") .. "." },
    notes = { { fr = "Les orientations d'une action comptent en entier dans chaque structure qu'elle nomme : pas d'addition.",
      en = "The referrals of an action count whole in each structure it names: they do not add up." } },
    columns = { columns.text("Structure", "Structure"), columns.integer("Actions qui la nomment", "Actions that name it"),
      columns.integer("Orientations de ces actions", "Referrals of these actions") },
    rows = lines,
    chart = { type = "bars", category = 1, series = { 2 },
      title = { fr = "Structures d'orientation (plusieurs réponses possibles)", en = "Referred to (several answers possible)" },
      note = counted.note(counted.things(named)),
      alt = { fr = "Barres horizontales : actions qui nomment chaque structure, de la plus nommée à la moins nommée.",
        en = "Horizontal bars: actions that name each structure, most named first." } },
  }
  return true
end

--- EMP15: what QPV residents weigh in each ordinary scheme. Gives false when no action names one.
function emploi_relais.schemes(run, actions, page)
  local named = actions:has "dispositif_dc" and actions:where(f.dispositif_dc:known()) or nil
  if not named or named:count() == 0 then return false end
  local lines, read, by = {}, one_spelling.merged(named, "dispositif_dc")
  for _, group in ipairs(read:group({ by = by, measures = { { "n", bilan.count() },
    { "rate", bilan.ratio(f.benef_qpv, f.benef_total) } } }):rows()) do
    local is_known, none = group.rate.value ~= nil, bilan.state(group.rate.cause or "nd")
    lines[#lines + 1] = { run:label("dispositif_emploi", group[by]), group.n,
      is_known and group.rate.numerator or none, is_known and group.rate.denominator or none, is_known and group.rate or none,
      group.rate.unknown }
  end
  local sheet, below = shared_sheet.place(page, "emp_dispositifs")
  run:table {
    id = "emp_dispositifs", sheet = sheet, below = below,
    title = { fr = "Poids des QPV dans les dispositifs de droit commun (EMP15)", en = "QPV weight in ordinary schemes (EMP15)" },
    base = { fr = "Actions qui relèvent d'un dispositif de droit commun, où QPV et total sont connus.",
      en = "Actions of an ordinary scheme, where QPV and total are known." },
    columns = { columns.label("Dispositif", "Scheme"), columns.added("integer", "Actions", "Actions"),
      columns.added("integer", "Habitants des QPV", "QPV residents"),
      columns.added("integer", "sur (bénéficiaires)", "of (beneficiaries)"),
      columns.rate("Poids des QPV", "QPV weight", { ratio_of = { 3, 4 }, total = run:indicator("EMP15", actions) }),
      columns.integer("Actions inconnues", "Unknown actions") },
    rows = lines,
    chart = { type = "bars", category = 1, series = { 5 },
      title = { fr = "Poids des QPV par dispositif", en = "QPV weight by scheme" }, note = counted.note(counted.things(named)),
      alt = { fr = "Barres horizontales : part des habitants des QPV dans chaque dispositif.",
        en = "Horizontal bars: share of QPV residents in each scheme." } },
  }
  return true
end

return emploi_relais
