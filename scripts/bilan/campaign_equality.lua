-- SPDX-License-Identifier: MPL-2.0
-- Where the actions of a campaign meet gender budgeting and the fight against discrimination: credits and scores of each pillar,
-- and credits without double counting. A part of an action (« volet ») stands apart and is never added. Source: domain dossier
-- 3.2.4 (LCD02) and 4.
local bilan = require "bilan"
local absences = require "bilan.absences"
local columns = require "bilan.columns"
local counted = require "bilan.counted"
local one_unknown = require "bilan.one_unknown"
local programmed = require "bilan.programmed"
local score = require "bilan.score"
local f = bilan.field

local campaign_equality = {}

local SPECIFIC, PART = "spécifique LCD", "volet LCD d'une action"

local function scored(wanted) return score.is(f, bilan, { wanted }) end

--- The credits of each pillar, which a head of service asks for first.
local function chart_of(actions, lines)
  local credits = actions:figure(bilan.sum(f.accorde_p147))
  if #lines < 2 or not credits.value or credits.value == 0 then return nil end
  local n = counted.things(actions)
  return { type = "bars", category = 1, series = { 3 },
    title = { fr = "Crédits P147 accordés par pilier (€)", en = "P147 credits awarded by pillar (€)" },
    note = { fr = "N = " .. counted.fr(n, "action", "actions") .. ", dont montant connu : " .. credits.base .. ".",
      en = "N = " .. counted.en(n, "action", "actions") .. ", of which amount known: " .. credits.base .. "." },
    alt = { fr = "Barres horizontales : crédits accordés de chaque pilier, le plus doté en haut.",
      en = "Horizontal bars: credits awarded to each pillar, the largest on top." } }
end

--- Credits and scores of the actions of each pillar: employment is the pillar that covers equality least (domain dossier 4). True where
--- its chart stands on the first page.
function campaign_equality.by_pillar(run, submitted)
  local actions = programmed.kept(submitted)
  local is_scored = bilan.any { scored "G0", scored "G1", scored "G2" }
  local lines = {}
  for _, one in ipairs(one_unknown.groups(actions, { by = "pilier", sorted = "credits", measures = {
    { "n", bilan.count() }, { "credits", bilan.sum(f.accorde_p147) }, { "scored", bilan.count(is_scored) },
    { "equality", bilan.count(bilan.any { scored "G1", scored "G2" }) },
  } })) do
    local group = one.figures
    lines[#lines + 1] = { one.key and run:label("pilier", one.key) or run:text(absences.NOT_GIVEN), group.n, group.credits, group.scored, group.equality,
      group.scored.value > 0 and group.equality / group.scored or bilan.state "so" }
  end
  local chart = chart_of(actions, lines)
  run:table {
    id = "camp_bie_pilier", sheet = { fr = "Égalité et LCD", en = "Equality, discrimination" },
    title = { fr = "Crédits des actions et contribution à l'égalité, par pilier", en = "Credits of actions and their part in equality, by pillar" },
    base = { fr = "Actions de la programmation. Cotation du comité, à défaut de l'instructeur ; la part est calculée sur les actions cotées.",
      en = "Actions of the programming. Score of the committee, else of the examiner; the share is over scored actions." },
    columns = { columns.label("Pilier", "Pillar"), columns.added("integer", "Actions", "Actions"),
      columns.added("euro", "Accordé P147 (€)", "Awarded P147 (€)"), columns.added("integer", "Actions cotées", "Scored"),
      columns.added("integer", "dont G1 ou G2", "of which G1 or G2"),
      columns.rate("Part G1 ou G2", "Share of G1 or G2", { ratio_of = { 5, 4 },
        total = actions:figure(bilan.ratio(bilan.any { scored "G1", scored "G2" }, 1, { where = is_scored })) }) },
    rows = lines, chart = chart,
  }
  if chart then run:chart_on_first_page "camp_bie_pilier" end
  return chart ~= nil
end

--- Credits of equality and of anti-discrimination: an action of both is counted once in the line of either.
function campaign_equality.and_discrimination(run, submitted)
  local actions = programmed.kept(submitted)
  local equality, specific = score.is(f, bilan, { "G1", "G2" }), f.specificite:eq(SPECIFIC)
  local lines = {}
  local is_asked = actions:has "specificite" -- else nothing is known of what meets it, and « ≥ 0 » would say no more
  for _, line in ipairs {
    { { fr = "Contribuent à l'égalité (G1, G2)", en = "Contribute to equality (G1, G2)" }, equality },
    { { fr = "Luttent contre les discriminations (spécifiques LCD)", en = "Fight discrimination (specific)" }, specific },
    { { fr = "Les deux à la fois", en = "Both at once" }, bilan.all { equality, specific }, needs_both = true },
    { { fr = "L'un ou l'autre, comptées une fois", en = "Either, counted once" }, bilan.any { equality, specific }, needs_both = true },
    { { fr = "À part, jamais ajouté : volet LCD d'une action", en = "Apart, never added: part of an action" }, f.specificite:eq(PART) },
  } do
    local amount = actions:figure(bilan.sum(f.accorde_p147, { where = line[2] }))
    local absent = line.needs_both and not is_asked and bilan.state "abs" or nil
    lines[#lines + 1] = { run:text(line[1]), absent or actions:figure(bilan.count(line[2])), absent or amount,
      absent and actions:count() or amount.unknown }
  end
  run:table {
    id = "camp_bie_lcd", below = "camp_bie_pilier",
    title = { fr = "Crédits pour l'égalité et contre les discriminations, sans double compte",
      en = "Credits for equality and against discrimination, without double counting" },
    base = { fr = "Actions de la programmation : celles qui sont refusées, ajournées, abandonnées, annulées ou sans décision n'y sont pas. Les deux premières lignes ne "
      .. "s'additionnent pas : la troisième est dans chacune. Un volet compte pour le montant entier de son action.",
      en = "Actions of the programming: those refused, adjourned, given up, cancelled or without a decision are not. The first two lines do not add up: "
        .. "the third is in each. A part counts for the whole amount of its action." },
    columns = { columns.text("Actions qui…", "Actions that…"), columns.integer("Actions", "Actions"),
      columns.euro("Accordé P147 (€)", "Awarded P147 (€)"),
      columns.integer("Actions inconnues (montant, caractère LCD)", "Unknown actions (amount, character)") },
    rows = lines,
  }
end

return campaign_equality
