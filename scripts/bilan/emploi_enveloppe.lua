-- SPDX-License-Identifier: MPL-2.0
-- EMP14: what employment weighs in the P147 envelope. No official rule was published, so each variant that the files allow is
-- a line of its own, with its numerator, its denominator and its moment; none is chosen for the reader. Source: domain dossier
-- 3.4.6 (EMP14).
local bilan = require "bilan"
local amount_share = require "bilan.amount_share"
local columns = require "bilan.columns"
local of_the_whole = require "bilan.of_the_whole"
local surely = require "bilan.surely"
local f = bilan.field

local emploi_enveloppe = {}

--- An action of the employment pillar, or of another with employment as its topic; unknown where the pillar is unknown and
--- the topic does not say so.
local function speaks_of_employment(row, state)
  if row.pilier == "emploi" then return true end
  for word in string.gmatch(bilan.text.fold(row.thematique or ""), "%w+") do
    if word == "emploi" then return true end
  end
  if row.pilier == nil then return bilan.state(state.pilier) end
  return false
end

--- What may stand above the bar: the employment actions that were read, and those of the programming, where it was sent.
--- `is`: the condition on an action of the programming.
local function numerators(actions, programming)
  local list = {}
  if actions then list[1] = { words = { fr = "Actions emploi lues", en = "Employment actions read" }, rows = actions } end
  if not programming then return list end
  local function add(fr, en, is)
    if programming:where(is):count() > 0 then
      list[#list + 1] = { words = { fr = fr, en = en }, is = is }
    end
  end
  local of_pillar = f.pilier:eq "emploi"
  add("Pilier emploi, tous dispositifs", "Employment pillar, all schemes", of_pillar)
  if programming:has "dispositif" then
    add("Pilier emploi, hors cités de l'emploi et adultes-relais",
      "Employment pillar, without cités de l'emploi and adultes-relais",
      bilan.all { of_pillar, bilan.no(surely.one_of(f.dispositif, { "cité de l'emploi", "adultes-relais" })) })
  end
  if programming:has "thematique" then
    add("Pilier emploi, ou thématique emploi d'un autre pilier", "Employment pillar, or employment as topic of another",
      f.parle_emploi)
  end
  return list
end

--- One variant of actions of the programming in all of them: over the rows whose pillar is known (2.5.1).
local function in_programming(programming, above)
  local share = amount_share.of(programming, f.accorde_p147, above.is)
  if not share.denominator or share.denominator <= 0 then return nil end
  return { above = above.words, spent = programming:figure(bilan.sum(f.accorde_p147, { unit = "euro", where = above.is })),
    below = { fr = "Montant accordé, tous piliers", en = "Amount awarded, all pillars" },
    amount = share.denominator, share = share }
end

--- The variants: `{ words of the numerator, amount, words of the denominator, amount, share }`.
function emploi_enveloppe.variants(run, actions, programming)
  local envelope = of_the_whole.param(run, "enveloppe_departementale")
  if programming and programming:has "thematique" then
    programming = programming:derive { parle_emploi = speaks_of_employment }
  end
  local list = {}
  for _, above in ipairs(numerators(actions, programming)) do
    local options = { unit = "euro", where = above.is }
    local spent = (above.rows or programming):figure(bilan.sum(f.accorde_p147, options))
    if envelope then
      list[#list + 1] = { above = above.words, spent = spent, amount = envelope,
        below = { fr = "Enveloppe départementale (paramètre)", en = "Departmental envelope (parameter)" },
        share = spent.value and run:share("EMP14", spent, envelope) or nil }
    end
    local variant = above.is and in_programming(programming, above)
    if variant then list[#list + 1] = variant end
    if not envelope and not variant then
      list[#list + 1] = { above = above.words, spent = spent, below = { fr = "Enveloppe non donnée", en = "No envelope given" } }
    end
  end
  return list
end

--- The variants that have a share, as lines of the table of indicators: none is chosen for the reader.
function emploi_enveloppe.given(run, actions, programming)
  local list = {}
  for at, variant in ipairs(emploi_enveloppe.variants(run, actions, programming)) do
    if variant.share then
      local letter = string.char(64 + at)
      list[#list + 1] = { id = "EMP14_" .. letter, figure = variant.share, label = {
        fr = "Part de l'emploi dans l'enveloppe, variante " .. letter .. " : " .. variant.above.fr .. " / " .. variant.below.fr,
        en = "Share of employment in the envelope, variant " .. letter .. ": " .. variant.above.en .. " / " .. variant.below.en } }
    end
  end
  return list
end

--- M04: the variants, by their letters, whose denominator is not the envelope that was notified. Nothing without one.
function emploi_enveloppe.other_denominators(variants, envelope)
  local letters = {}
  for at, variant in ipairs(variants) do
    local amount = variant.amount
    if type(amount) ~= "number" then amount = amount and amount.value end
    if envelope and amount and math.abs(amount - envelope) > 1 then letters[#letters + 1] = string.char(64 + at) end
  end
  return letters
end

--- The table of variants with the line of the objective. `actions` or `programming` may be nil.
function emploi_enveloppe.table(run, actions, programming)
  local lines, has_share = {}, false
  local nothing = bilan.state "nd"
  local variants = emploi_enveloppe.variants(run, actions, programming)
  local others = emploi_enveloppe.other_denominators(variants, of_the_whole.param(run, "enveloppe_departementale"))
  local notes = { { fr = "L'objectif de 20 % est cité par la synthèse régionale 2016-2022 ; aucun mode de calcul officiel n'est publié.",
    en = "The 20 % objective is quoted by the regional synthesis 2016-2022; no official rule was published." } }
  if #others > 0 then
    local letters = bilan.text.join(others, ", ")
    notes[2] = { fr = "M04 : le dénominateur des variantes " .. letters .. " n'est pas l'enveloppe notifiée ; leur part n'est "
      .. "pas celle de l'enveloppe.", en = "M04: the denominator of variants " .. letters .. " is not the envelope notified; "
      .. "their share is not that of the envelope." }
  end
  for at, variant in ipairs(variants) do
    has_share = has_share or variant.share ~= nil
    lines[at] = { run:text { fr = "Variante ", en = "Variant " } .. string.char(64 + at), run:text(variant.above),
      run:text(variant.below), variant.spent, variant.amount or nothing, variant.share or nothing, variant.spent.base, variant.spent.unknown }
  end
  if #lines == 0 then
    local none = bilan.state "so"
    lines[1] = { run:text { fr = "Aucune", en = "None" }, run:text { fr = "Aucune action du pilier emploi", en = "No employment action" },
      "", none, none, none, 0, none }
  end
  local goal = bilan.number.percent(run.params.objectif_emploi, 0)
  run:table {
    id = "emp_enveloppe", sheet = { fr = "Enveloppe P147", en = "P147 envelope" },
    title = { fr = "Part de l'emploi dans l'enveloppe P147, variante par variante (EMP14)",
      en = "Employment in the P147 envelope, variant by variant (EMP14)" },
    base = of_the_whole.remark(run, "enveloppe_departementale") or run.params.enveloppe_departementale
      and { fr = "Montants accordés ; enveloppe donnée en paramètre. Les variantes ne s'additionnent ni ne se moyennent.",
        en = "Amounts awarded; envelope given as a parameter. Variants are neither added nor averaged." }
      or { fr = "Enveloppe départementale non donnée. Relancez avec --param enveloppe_departementale=MONTANT.",
        en = "No departmental envelope given. Run again with --param enveloppe_departementale=AMOUNT." },
    columns = { columns.text("Variante", "Variant"), columns.text("Numérateur", "Numerator"),
      columns.text("Dénominateur", "Denominator"), columns.euro("Emploi (€)", "Employment (€)"), columns.euro("sur (€)", "of (€)"),
      columns.rate("Part", "Share", { ratio_of = { 4, 5 } }), columns.integer("Actions connues", "Known actions"),
      columns.integer("Actions inconnues", "Unknown actions") },
    rows = lines,
    chart = has_share and { type = "columns", category = 1, series = { 6 }, target = run.params.objectif_emploi,
      target_label = { fr = "Objectif cité (" .. goal .. ")", en = "Objective as quoted (" .. goal .. ")" },
      title = { fr = "Part de l'emploi dans l'enveloppe", en = "Employment in the envelope" },
      alt = { fr = "Colonnes : part de l'emploi selon chaque variante, avec la ligne de l'objectif cité.",
        en = "Columns: share of employment in each variant, with the line of the quoted objective." } } or nil,
    notes = notes,
  }
end

return emploi_enveloppe
