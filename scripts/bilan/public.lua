-- SPDX-License-Identifier: MPL-2.0
-- Women and men among beneficiaries, over the actions that know both, with how many of them do. Parity of the public is no
-- score, and none is made of it. Source: domain dossier 3.1.2 and 3.1.4 (BIE12, BIE15).
local bilan = require "bilan"
local columns = require "bilan.columns"
local cotation = require "bilan.cotation"
local f = bilan.field
local asked = cotation.asked

local public = {}

--- `options`: `field` (a group a line), `vocabulary`, `header`, `id`, `sheet`, `title`, `by` (words for the chart).
function public.by_sex(run, actions, options)
  local both = bilan.all { f.benef_f:known(), f.benef_h:known() }
  local everybody = f.benef_f + f.benef_h
  local lines = {}
  for _, group in ipairs(actions:group { by = options.field, measures = { { "f", bilan.sum(f.benef_f, { where = both }) },
    { "h", bilan.sum(f.benef_h, { where = both }) }, { "all", bilan.sum(everybody, { where = both }) },
    { "part", bilan.ratio(f.benef_f, everybody) }, { "known", bilan.ratio(both, 1) } } }:rows()) do
    local key = group[options.field]
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
      note = { fr = "N = " .. actions:where(both):count() .. " actions aux deux sexes connus sur " .. actions:count() .. ".",
        en = "N = " .. actions:where(both):count() .. " actions with both known of " .. actions:count() .. "." },
      alt = { fr = "Barres horizontales : femmes puis hommes bénéficiaires, " .. options.by.fr .. ".",
        en = "Horizontal bars: women then men, " .. options.by.en .. "." } } or nil,
  }
end

return public
