-- SPDX-License-Identifier: MPL-2.0
-- Shares that contracts declare, each computed on a perimeter of its own. They are put side by side, never averaged, and
-- the perimeter stands in the label of each bar. Source: domain dossier 3.6.3, 3.9.2 (SYN05).
local bilan = require "bilan"
local counted = require "bilan.counted"
local f = bilan.field

local declared_shares = {}

--- « Contrat de ville de X (P1) »: a perimeter that nobody stated is a question mark.
local function line_of(run, row, options)
  local perimeter = row[options.perimeter]
  local name = row.contrat or run:text { fr = "contrat non renseigné", en = "contract not stated" }
  return { name .. " (" .. (perimeter or "?") .. ")", row.departement or bilan.state "vide",
    perimeter and run:label(options.vocabulary, perimeter) or bilan.state "vide", row[options.field] }
end

local function range_table(run, given, options)
  local lines = {}
  for _, measure in ipairs { { "min", { fr = "Minimum", en = "Minimum" } }, { "median", { fr = "Médiane", en = "Median" } },
    { "max", { fr = "Maximum", en = "Maximum" } } } do
    local figure = run:indicator(options.indicator .. measure[1], given)
    lines[#lines + 1] = { run:text(measure[2]), figure, figure.base }
  end
  run:table {
    id = options.id .. "_etendue", below = options.id,
    title = run:text(options.title) .. run:text { fr = " : minimum, médiane, maximum", en = ": range" },
    base = { fr = "La médiane mêle des périmètres différents : elle situe les déclarations, elle ne mesure rien.",
      en = "The median mixes perimeters: it places what was declared, it measures nothing." },
    columns = { { header = { fr = "Mesure", en = "Measure" }, kind = "text" },
      { header = options.title, kind = "rate" },
      { header = { fr = "Rapports qui chiffrent", en = "Reports that give one" }, kind = "integer" } },
    rows = lines,
  }
end

--- « 120,0 % »; beyond 1 000 %, which is no slip of a script but what a report says, the number alone.
local function shown(run, share)
  if math.abs(share) <= 10 then return bilan.number.percent(share) end
  return bilan.number.text(share * 100) .. run:text { fr = " %", en = "%" }
end

--- First page: shares that are none (S03), which stand in no figure.
local function warn_of_impossible(run, rows, options)
  local names = {}
  for row in rows:each() do
    names[#names + 1] = (row.contrat or "?") .. " (" .. shown(run, row[options.field]) .. ")"
  end
  if #names == 0 then return end
  local list = bilan.text.join(names, ", ")
  run:warning { fr = run:text(options.title) .. " hors de 0 à 100 % (S03), non retenue : " .. list .. ".",
    en = run:text(options.title) .. " outside 0 to 100% (S03), left out: " .. list .. "." }
end

--- The shares, greatest first, and their range below. False when nobody gives a share. `options`: `id`, `sheet`,
--- `title`, `field`, `perimeter`, `vocabulary` (of the perimeter), `indicator` (`SYN05_`).
function declared_shares.tables(run, rows, options)
  local told = rows:has(options.field) and rows:where(f[options.field]:known())
  local is_share = bilan.all { f[options.field]:ge(0), f[options.field]:le(1) }
  local given = told and told:where(is_share)
  if told then warn_of_impossible(run, told:where(bilan.no(is_share)), options) end
  if not given or given:count() == 0 then return false end
  local lines = {}
  for row in given:each() do lines[#lines + 1] = line_of(run, row, options) end
  table.sort(lines, function(a, b)
    if a[4] ~= b[4] then return a[4] > b[4] end
    return a[1] < b[1]
  end)
  local n, of = given:count(), rows:count()
  run:table {
    id = options.id, sheet = options.sheet,
    title = run:text(options.title) .. run:text { fr = " déclarée, par contrat et périmètre",
      en = " as declared, by contract and perimeter" },
    base = { fr = counted.fr(n, "rapport", "rapports") .. " sur " .. of .. counted.verb(n, " chiffre", " chiffrent") .. " une part. Deux parts ne se comparent qu'à périmètre égal et "
      .. "ne se moyennent pas.",
      en = n .. " of " .. of .. " reports give a share. Two shares compare within one perimeter only and are not averaged." },
    columns = {
      { header = { fr = "Contrat (périmètre)", en = "Contract (perimeter)" }, kind = "text" },
      { header = { fr = "Département", en = "Department" }, kind = "code" },
      { header = { fr = "Périmètre déclaré", en = "Perimeter as declared" }, kind = "text" },
      { header = options.title, kind = "rate" },
    },
    rows = lines,
    chart = n > 1 and { type = "bars", category = 1, series = { 4 },
      title = run:text(options.title) .. run:text { fr = " déclarée (périmètre entre parenthèses)",
        en = " as declared (perimeter in brackets)" },
      alt = { fr = "Barres horizontales : part déclarée par chaque contrat qui la chiffre, de la plus grande à la plus petite, à "
        .. "des périmètres différents.",
        en = "Horizontal bars: share that each contract declares, largest first, perimeters differ." } } or nil,
  }
  range_table(run, given, options)
  return true
end

return declared_shares
