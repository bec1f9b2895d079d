-- SPDX-License-Identifier: MPL-2.0
-- The score of an action on the gender marker: G0, G1, G2, or not scored, a fourth state that is never G0. The committee
-- speaks last, else the examiner; what holders declare of themselves is never taken for a score. Source: domain dossier
-- 3.1.1 and 3.1.4.
local bilan = require "bilan"
local amount_share = require "bilan.amount_share"
local columns = require "bilan.columns"
local counted = require "bilan.counted"
local indicators = require "bilan.indicators"
local of_the_whole = require "bilan.of_the_whole"
local one_unknown = require "bilan.one_unknown"
local programmed = require "bilan.programmed"
local f = bilan.field

local cotation = {}

cotation.scores = { "G0", "G1", "G2" }
cotation.states = { "G0", "G1", "G2", "non_cote" }
cotation.qualitative = {
  fr = "Le marqueur est qualitatif : une action G1 compte pour tout son montant, et une cotation G2 n'est pas meilleure "
    .. "qu'une cotation G1 par définition. Non coté n'est pas G0.",
  en = "The marker is qualitative: a G1 action counts for its whole amount, and G2 is not better than G1 by definition. "
    .. "Not scored is not G0." }

--- The rows with a further field `cotation`, one of the four states.
function cotation.rows(rows)
  if rows:count() == 0 then return rows:derive { cotation = f.cotation_instructeur } end -- no row says that it is a text
  return rows:derive {
    cotation = function(row) return row.cotation_finale or row.cotation_instructeur or "non_cote" end }
end

--- « G1 », « non coté »: the state in two words.
function cotation.short(run, state)
  return state == "non_cote" and run:label("cotation_bie", state) or state
end

--- What a chart says under its title: how many actions it rests on.
function cotation.note(rows)
  local all = counted.things(rows)
  local scored = all - counted.things(rows:where { cotation = "non_cote" })
  return { fr = "N = " .. counted.fr(scored, "action cotée", "actions cotées") .. " sur " .. all .. ".",
    en = "N = " .. counted.en(scored, "scored action", "scored actions") .. " of " .. all .. "." }
end

local asked = indicators.asked

--- BIE03, BIE04, BIE10: the key table, with « non coté » as a line of its own.
function cotation.table(run, actions)
  local scored, granted = f.cotation:one_of(cotation.scores), programmed.kept(actions)
  local lines = {}
  -- A sum over no row is zero, but not of a column that no file has.
  local function sum_of(rows, field) return actions:has(field) and rows:figure(bilan.sum(f[field])) or bilan.state "abs" end
  for _, state in ipairs(cotation.states) do
    local this, is_scored = actions:where { cotation = state }, state ~= "non_cote"
    lines[#lines + 1] = { run:label("cotation_bie", state), this:figure(bilan.count()),
      is_scored and asked(actions:figure(bilan.ratio(f.cotation:eq(state), 1, { where = scored }))) or bilan.state "so",
      asked(actions:figure(bilan.ratio(f.cotation:eq(state), 1))),
      sum_of(this, "demande_p147"), sum_of(programmed.kept(this), "accorde_p147"),
      is_scored and asked(run:indicator("BIE04_" .. state, actions)) or bilan.state "so",
      asked(amount_share.of(granted, f.accorde_p147, f.cotation:eq(state))),
      asked(programmed.kept(this):figure(bilan.ratio(f.accorde_p147, 1, { where = f.accorde_p147:gt(0), unit = "euro" }))) }
  end
  local silent = counted.things(actions:where(bilan.all { f.cotation:eq("non_cote"), bilan.no(f.cotation_finale:known()),
    bilan.no(f.cotation_instructeur:known()) }))
  run:table {
    id = "bie_cotation", sheet = { fr = "Cotations", en = "Scores" },
    title = { fr = "Actions et crédits P147 par cotation", en = "Actions and P147 credits by score" },
    base = { fr = "Toutes les actions déposées ; montants accordés : celles de la programmation. Sans cotation du comité ni de l'instructeur : " .. silent .. ".",
      en = "All actions submitted; amounts awarded: those of the programming. Without a score of the committee or the examiner: " .. silent .. "." },
    notes = { cotation.qualitative },
    columns = { columns.label("Cotation", "Score"), columns.added("integer", "Actions", "Actions"),
      columns.rate("Part des actions cotées", "Share of scored actions"),
      columns.rate("Part de toutes les actions", "Share of all actions"),
      columns.added("euro", "Demandé (€)", "Asked (€)"), columns.added("euro", "Accordé (€)", "Awarded (€)"),
      columns.rate("Part des crédits cotés", "Share of scored credits"),
      columns.rate("Part de tous les crédits", "Share of all credits"),
      columns.euro("Montant moyen accordé, hors zéro (€)", "Mean amount awarded, zero left out (€)") },
    rows = lines,
    charts = {
      { type = "bars", category = 1, series = { 6 }, note = cotation.note(actions),
        title = { fr = "Crédits P147 accordés par cotation (€)", en = "P147 credits awarded by score (€)" },
        alt = { fr = "Barres horizontales : crédits accordés aux actions G0, G1, G2 et non cotées.",
          en = "Horizontal bars: credits awarded to actions scored G0, G1, G2 and not scored." } },
      { type = "bars", category = 1, series = { 2 }, note = cotation.note(actions),
        title = { fr = "Actions par cotation", en = "Actions by score" },
        alt = { fr = "Barres horizontales : nombre d'actions G0, G1, G2 et non cotées.",
          en = "Horizontal bars: number of actions scored G0, G1, G2 and not scored." } },
    },
  }
end

--- B10: by how much the credits of all scores together miss the whole programming, in euros; nil within one euro. Also how many
--- awarded amounts are unknown, which may make up for what is missing.
---@return number?, integer
function cotation.programming_gap(actions, programming)
  local awarded = programmed.kept(actions):figure(bilan.sum(f.accorde_p147))
  local gap = (awarded.value or 0) - programming
  if math.abs(gap) <= 1 then return nil, awarded.unknown end
  return gap, awarded.unknown
end

local function measures()
  local list = { { "actions", bilan.count() } }
  local scored = f.cotation:one_of(cotation.scores)
  local function granted(condition) return { where = bilan.all { programmed.is(), condition } } end
  for _, state in ipairs(cotation.states) do
    list[#list + 1] = { "n_" .. state, bilan.count(f.cotation:eq(state)) }
    list[#list + 1] = { "m_" .. state, bilan.sum(f.accorde_p147, granted(f.cotation:eq(state))) }
  end
  list[#list + 1] = { "cotes", bilan.sum(f.accorde_p147, granted(scored)) }
  list[#list + 1] = { "egalite", bilan.sum(f.accorde_p147, granted(f.cotation:one_of { "G1", "G2" })) }
  list[#list + 1] = { "part", bilan.ratio(f.accorde_p147 * f.cotation:one_of { "G1", "G2" }, f.accorde_p147,
    granted(scored)) }
  return list
end

--- Actions and credits of each state by the values of a field, the largest credits first, with the share that contributes
--- to equality (BIE05). `options`: `field`, `vocabulary`, `header`, `id`, `sheet`, `title`, `base`, `alt`; `several` when
--- an action may stand in several lines, which then have no total; further `notes`.
function cotation.by(run, rows, options)
  local lines = {}
  for _, one in ipairs(one_unknown.groups(rows, { by = options.field, measures = measures(), sorted = "cotes" })) do
    local key, group = one.key, one.figures
    local words = key == nil and run:text { fr = "non renseigné", en = "not stated" }
      or options.vocabulary and run:label(options.vocabulary, key) or key
    local line = { words, group.actions }
    for _, state in ipairs(cotation.states) do line[#line + 1] = group["n_" .. state] end
    for _, state in ipairs(cotation.states) do line[#line + 1] = group["m_" .. state] end
    lines[#lines + 1] = line
    line[#line + 1], line[#line + 2], line[#line + 3] = group.cotes, group.egalite,
      amount_share.beside(group.egalite, asked(group.part))
  end
  local made = options.several and function(kind, fr, en) return columns[kind](fr, en) end or columns.added
  run:table {
    id = options.id, sheet = options.sheet, title = options.title, base = options.base,
    notes = { cotation.qualitative, table.unpack(options.notes or {}) },
    columns = {
      options.several and columns.text(options.header.fr, options.header.en)
        or columns.label(options.header.fr, options.header.en),
      made("integer", "Actions", "Actions"),
      made("integer", "Actions G0", "G0 actions"), made("integer", "Actions G1", "G1 actions"),
      made("integer", "Actions G2", "G2 actions"), made("integer", "Actions non cotées", "Actions not scored"),
      made("euro", "G0 (€)", "G0 (€)"), made("euro", "G1 (€)", "G1 (€)"), made("euro", "G2 (€)", "G2 (€)"),
      made("euro", "Non coté (€)", "Not scored (€)"),
      made("euro", "Crédits cotés (€)", "Scored credits (€)"), made("euro", "dont G1 + G2 (€)", "of which G1 + G2 (€)"),
      columns.rate("Part G1 + G2 des crédits cotés", "G1 + G2 of scored credits", { ratio_of = { 12, 11 },
        total = not options.several and run:indicator("BIE05", rows) or nil }),
    },
    rows = lines,
    chart = #lines > 0 and {
      type = "share_bars", category = 1, series = { 7, 8, 9 }, note = cotation.note(rows),
      title = { fr = options.title.fr .. ", en part des crédits cotés", en = options.title.en .. ", share of scored credits" },
      alt = options.alt,
    } or nil,
  }
end

--- B10: the amounts of the scores make up the programming that was given.
function cotation.check_programming(run, actions)
  local remark = of_the_whole.remark(run, "programmation")
  if remark then run:warning(remark) end
  local programming = of_the_whole.param(run, "programmation")
  if not programming then return end
  local gap, unknown = cotation.programming_gap(actions, programming)
  if not gap then return end
  local whole, difference = bilan.number.euro(programming), bilan.number.euro(gap)
  local why = { fr = "", en = "" }
  if gap < 0 and unknown > 0 then
    why = { fr = ", que " .. counted.fr(unknown, "montant inconnu peut expliquer", "montants inconnus peuvent expliquer"),
      en = ", which " .. counted.en(unknown, "unknown amount", "unknown amounts") .. " may explain" }
  end
  run:warning { fr = "B10 : la somme des crédits par cotation n'est pas le total de la programmation (" .. whole .. ") ; écart : "
    .. difference .. why.fr .. ".", en = "B10: the credits by score do not add up to the whole programming (" .. whole .. "); gap: "
    .. difference .. why.en .. "." }
end

return cotation
