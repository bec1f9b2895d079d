-- SPDX-License-Identifier: MPL-2.0
-- Women and men among beneficiaries, over the actions that know both, with how many of them do. Parity of the public is no
-- score, and none is made of it. Source: domain dossier 3.1.2 and 3.1.4 (BIE12, BIE15, BIE19).
local bilan = require "bilan"
local columns = require "bilan.columns"
local counted = require "bilan.counted"
local indicators = require "bilan.indicators"
local one_unknown = require "bilan.one_unknown"
local sexes = require "bilan.sexes"
local f = bilan.field
local asked = indicators.asked

local public = {}

--- `options`: `field` (a group a line), `vocabulary`, `header`, `id`, `sheet`, `title`, `by` (words for the chart).
function public.by_sex(run, actions, options)
  local both, everybody = sexes.are_known(f, bilan), sexes.everybody(f, bilan)
  local lines = {}
  for _, one in ipairs(one_unknown.groups(actions, { by = options.field, measures = { { "f", bilan.sum(f.benef_f, { where = both }) },
    { "h", bilan.sum(f.benef_h, { where = both }) }, { "all", bilan.sum(everybody, { where = both }) },
    { "part", bilan.ratio(f.benef_f, everybody) }, { "known", bilan.ratio(both, 1) } } })) do
    local key, group = one.key, one.figures
    local label = key == nil and run:text { fr = "non renseigné", en = "not stated" }
      or options.words and options.words(key) or run:label(options.vocabulary, key)
    lines[#lines + 1] = { label, group.f, group.h, group.all, asked(group.part), group.known.numerator,
      group.known.denominator, group.known }
  end
  run:table {
    id = options.id, sheet = options.sheet, title = options.title,
    base = { fr = "Bénéficiaires cumulés (doubles comptes possibles) des actions dont femmes et hommes sont connus. Une part "
      .. "de femmes n'est pas une cotation.", en = "Beneficiaries added up (a person may be counted twice) of actions whose "
      .. "women and men are known. A share of women is not a score." },
    columns = { columns.label(options.header.fr, options.header.en), columns.added("integer", "Femmes", "Women"),
      columns.added("integer", "Hommes", "Men"), columns.added("integer", "Femmes + hommes", "Women + men"),
      columns.rate("Part des femmes", "Share of women", { ratio_of = { 2, 4 }, total = run:indicator("BIE12", actions) }),
      columns.added("integer", "Actions aux deux sexes connus", "Actions with both known"),
      columns.added("integer", "Actions", "Actions"),
      columns.rate("Couverture", "Coverage", { ratio_of = { 6, 7 }, total = run:indicator("BIE15", actions) }) },
    rows = lines,
    chart = #lines > 0 and { type = "stacked_bars", category = 1, series = { 2, 3 }, labels = false, title = options.title,
      note = { fr = "N = " .. counted.actions(counted.things(actions:where(both))).fr .. " aux deux sexes connus sur " .. counted.things(actions) .. ".",
        en = "N = " .. counted.actions(counted.things(actions:where(both))).en .. " with both known of " .. counted.things(actions) .. "." },
      alt = { fr = "Barres horizontales : femmes puis hommes bénéficiaires, " .. options.by.fr .. ".",
        en = "Horizontal bars: women then men, " .. options.by.en .. "." } } or nil,
  }
end

--- BIE19: credits in proportion to the public of each action, below the public by score.
function public.credits_by_sex(run, actions)
  local people = bilan.all { f.accorde_p147:known(), sexes.are_known(f, bilan), (f.benef_f + f.benef_h):gt(0) }
  local women, men = run:indicator("BIE19f", actions), run:indicator("BIE19h", actions)
  local n_women = actions:figure(bilan.sum(f.benef_f, { where = people }))
  local n_men = actions:figure(bilan.sum(f.benef_h, { where = people }))
  -- Of the actions that know all: those left out would add to the credits and to the people, so it is no minimum.
  local everybody = sexes.everybody(f, bilan)
  local function per_person(count)
    return actions:figure(bilan.ratio(f.accorde_p147 / everybody * count, count, { unit = "euro" }))
  end
  run:table {
    id = "bie_par_sexe", below = "bie_public_cotation",
    title = { fr = "Crédits accordés au prorata des femmes et des hommes bénéficiaires (BIE19, indicatif)",
      en = "Credits awarded in proportion to women and men (BIE19, indicative)" },
    base = { fr = "Chaque montant est partagé comme le public de son action ; actions au montant et aux deux sexes connus : "
      .. women.base .. " sur " .. counted.things(actions) .. ". Ce n'est pas un « budget des femmes ».",
      en = "Each amount is split as the public of its action; actions with amount and both sexes known: " .. women.base
      .. " of " .. counted.things(actions) .. ". This is no “budget for women”." },
    columns = { columns.label("Sexe", "Sex"), columns.added("euro", "Crédits au prorata (€)", "Credits in proportion (€)"),
      columns.added("integer", "Bénéficiaires cumulés", "Beneficiaries, added up"),
      columns.euro("Par bénéficiaire (€)", "Per beneficiary (€)", { ratio_of = { 2, 3 }, total = per_person(everybody) }) },
    rows = {
      { run:text { fr = "Femmes", en = "Women" }, women, n_women, asked(per_person(f.benef_f)) },
      { run:text { fr = "Hommes", en = "Men" }, men, n_men, asked(per_person(f.benef_h)) } },
  }
end

return public
