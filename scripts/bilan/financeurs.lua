-- SPDX-License-Identifier: MPL-2.0
-- Funding lines, one a funder, from whatever shape partners send: a row a funder, a column a funder (`fin_*`), or the
-- funders' columns of a table of actions. Each line has the nature of its credit, declared or that of its funder. A table
-- that asks for P147 alone is a programming: what others pay for its actions is unknown, and no zero.
-- Source: domain dossier 3.6.3 (perimeters) and 7.4 (funders).
local bilan = require "bilan"
local counted = require "bilan.counted"
local exercice = require "bilan.exercice"
local plan_context = require "bilan.plan_context"
local programmed = require "bilan.programmed"
local surely = require "bilan.surely"
local f = bilan.field

local financeurs = {}

financeurs.specific = "spécifique politique de la ville"
financeurs.ordinary = { "droit commun", "droit commun renforcé QPV" }
financeurs.valued = "valorisation (temps, locaux)"

local ordinary = financeurs.ordinary[1]

--- What the credit of a funder is where its nature was not asked. « Autre » says nothing, and stays unknown.
local NATURE_OF = {
  p147 = financeurs.specific, region_pv = financeurs.specific, departement_pv = financeurs.specific, epci_pv = financeurs.specific,
  commune_pv = financeurs.specific,
  etat_autre = ordinary, region = ordinary, departement = ordinary, epci = ordinary, commune = ordinary,
  caf = ordinary, bailleurs = ordinary, cdc = ordinary, france_travail = ordinary, asp = ordinary,
  europe = "européen", prive = "privé", autofinancement = "autofinancement", usagers = "autofinancement",
  valorisation = financeurs.valued,
}

--- These pay for their own action: they are no funders of it.
financeurs.own = { autofinancement = true, usagers = true, valorisation = true }

local ABOUT = { "programmation_seule", "exercice", "num_dossier", "num_action", "intitule", "porteur", "siret", "pilier", "territoire",
  "commune", "contrat", "champ", "dispositif_dc", "perimetre" }

--- An authority's envelope for city policy, and who pays it.
financeurs.OF_ENVELOPE = { region_pv = "region", departement_pv = "departement", epci_pv = "epci", commune_pv = "commune" }

--- Funders whose nature is supposed where no table asks for it; P147 has its own, whatever was asked, and an envelope is called so.
local SUPPOSED = {}
for funder in pairs(NATURE_OF) do
  if funder ~= "p147" and not financeurs.OF_ENVELOPE[funder] then SUPPOSED[#SUPPOSED + 1] = funder end
end

--- The amount of a line: what was realised, else foreseen, else granted. What was asked for is no funding. A line without
--- any is as unknown as the first of them that its table asks for: a column that nobody sent hides no « NC ».
function financeurs.amount(fields)
  local none = fields.montant_accorde
  for _, field in ipairs { "montant_prevu", "montant_realise" } do
    none = bilan.when(fields[field]:in_state { "abs" }, none, fields[field])
  end
  return fields.montant_realise:known_or(fields.montant_prevu):known_or(fields.montant_accorde):known_or(none)
end

--- The amount of a line as a share counts it: unknown on P147 that a programming gives of an action whose funding plan nobody
--- sent, for what others pay is then as unknown, and no zero.
function financeurs.amount_with_plan(fields)
  return financeurs.amount(fields) * fields.plan_connu:eq(true)
end

local SAID_UNKNOWN = { "nc", "nd", "nsp", "secret", "err" }

--- True on rows that tell of money, be it that a funder or an amount is not known; others tell of a scheme's public, or of a facet.
function financeurs.is_funding(fields)
  local said = { fields.financeur:known(), fields.nature_credit:known(), financeurs.amount(fields):known(),
    fields.financeur:in_state(SAID_UNKNOWN) }
  for _, amount in ipairs { "montant_realise", "montant_prevu", "montant_accorde" } do said[#said + 1] = fields[amount]:in_state(SAID_UNKNOWN) end
  return bilan.any(said)
end

--- True on lines outside the programming: said so (P4), or a scheme that belongs to no action.
function financeurs.outside(fields)
  local of_an_action = bilan.any { fields.intitule:known(), fields.porteur:known(), fields.num_action:known(),
    fields.num_dossier:known() }
  return fields.perimetre:eq("P4"):known_or(bilan.all { fields.dispositif_dc:known(), bilan.no(of_an_action) })
end

--- The lines that a perimeter looks at: without the natures `out`, and of the programming unless `everywhere`. A line
--- whose nature is unknown stays, as an unknown.
function financeurs.lines_without(fields, out, everywhere)
  local conditions = { financeurs.is_funding(fields), bilan.no(surely.one_of(fields.nature_credit, out)) }
  if not everywhere then conditions[3] = bilan.no(financeurs.outside(fields)) end
  return bilan.all(conditions)
end

financeurs.not_public = { "européen", "privé", "autofinancement", financeurs.valued }

--- What tells one action from another within a contract; nil when nothing does.
function financeurs.action_of(row)
  if row.num_action or row.num_dossier then return tostring(row.num_action or row.num_dossier) end
  if not row.intitule then return nil end
  return bilan.text.fold((row.contrat or "") .. " / " .. (row.porteur or "") .. " / " .. row.intitule)
end

local action_of = financeurs.action_of

--- The same by title alone, for two tables that may not both give numbers and contracts.
local function title_of(row)
  return row.intitule and bilan.text.fold((row.porteur or "") .. " / " .. row.intitule)
end

--- By which keys two rows are of one action, the surest first.
local function keys_of(row)
  local keys = {}
  keys[#keys + 1] = action_of(row)
  keys[#keys + 1] = title_of(row)
  return keys
end

local function funder_columns(rows)
  local columns = {}
  for _, field in ipairs(rows:fields()) do
    local funder = field:match "^fin_(.+)$"
    if funder and not funder:match "_demande$" and rows:has(field) then columns[#columns + 1] = { funder, field } end
  end
  return columns
end

--- The same rows with `programmation_seule`: true where their table asks for no funder but P147 and the holder himself. That is a
--- programming, whatever it was read as, and no funding plan.
local function marked(rows, columns)
  return rows:derive { programmation_seule = function(_, state)
    for _, column in ipairs(columns) do
      if column[1] ~= "p147" and not financeurs.own[column[1]] and state[column[2]] ~= "abs" then return false end
    end
    return true
  end }
end

--- A column a funder becomes a line a funder. A funder without a column in a partner's table gives no line.
local function unpivoted(rows, columns)
  local keep = {}
  for _, field in ipairs(ABOUT) do
    if rows:has(field) then keep[#keep + 1] = field end
  end
  return rows:unpivot { fields = columns, name = "financeur", value = "montant_accorde", keep = keep }
    :where(bilan.no(f.montant_accorde:in_state { "abs" }))
end

--- Both, or the one that there is.
local function together(one, other) return one and other and one:union(other) or one or other end

--- Funding plans as lines, and the lines of programmings that were read as plans; either may be nil.
local function of_plans(rows)
  local columns = funder_columns(rows)
  if #columns == 0 then return rows, nil end
  local given = {}
  for _, column in ipairs(columns) do given[#given + 1] = bilan.no(f[column[2]]:in_state { "abs" }) end
  local is_wide = bilan.all { bilan.any(given), bilan.no(f.financeur:known()) }
  local wide = marked(rows:where(is_wide), columns)
  local plans = rows:where(bilan.no(is_wide)):union(unpivoted(wide:where(bilan.no(f.programmation_seule)), columns))
  local programming = wide:where(f.programmation_seule)
  return plans, programming:count() > 0 and { rows = programming, columns = columns } or nil
end

--- Whether the tables of actions have an action of this key in the programming: by the keys of all their actions; empty where all
--- of them are.
local function programming_by_key(actions)
  local is_kept, kept = {}, programmed.kept(actions)
  if kept:count() == actions:count() then return is_kept end
  for _, of in ipairs { { rows = actions, is = false }, { rows = kept, is = true } } do
    for row in of.rows:each() do
      for _, key in ipairs(keys_of(row)) do is_kept[key] = of.is end
    end
  end
  return is_kept
end

--- Whether the surest key that the tables of actions know of this line is one of no programmed action.
local function is_left_out(row, is_kept)
  for _, key in ipairs(keys_of(row)) do
    if is_kept[key] ~= nil then return not is_kept[key] end
  end
  return false
end

--- The rows of plans without those of actions that are in no programming, which the first page counts: their own status says so,
--- whatever they foresee, or that of their action. `actions`: the tables of actions, or nil.
local function of_kept_actions(run, rows, actions)
  local kept = rows:has "statut_dc" and rows:where(bilan.no(surely.one_of(f.statut_dc, programmed.OUTSIDE))) or rows
  local is_kept = actions and programming_by_key(actions) or {}
  if next(is_kept) then kept = kept:where(function(row) return not is_left_out(row, is_kept) end) end
  local left_out = rows:count() - kept:count()
  if left_out > 0 then
    run:warning { fr = "Lignes de plans d'actions non retenues ou sans décision, hors de la programmation et de ses montants : " .. left_out .. ".",
      en = "Lines of plans of actions not selected or without a decision, out of the programming and its amounts: " .. left_out .. "." }
  end
  return kept
end

--- The rows of actions that no funding plan tells of already; the first page counts the others.
local function untold(run, actions, plans)
  local told = {}
  if plans then
    for row in plans:each() do
      told[action_of(row) or ""], told[title_of(row) or ""] = true, true
    end
    told[""] = nil
  end
  if not next(told) then return actions end
  local kept = actions:where(function(row) return not (told[action_of(row) or ""] or told[title_of(row) or ""]) end)
  local twice = actions:count() - kept:count()
  if twice > 0 then
    run:warning { fr = "Actions déjà décrites par un plan de financement, non comptées une seconde fois : " .. twice .. ".",
      en = "Actions that a funding plan tells of already, not counted twice: " .. twice .. "." }
  end
  return kept
end

--- Lines of the programmed actions that no funding plan tells of already; nil when no table of actions tells of money.
local function of_actions(run, all, plans)
  local actions = programmed.rows(run, all)
  local columns = funder_columns(actions)
  local kept = untold(run, actions, plans)
  columns[#columns + 1] = actions:has "accorde_p147" and { "p147", "accorde_p147" } or nil
  if #columns == 0 then return nil end
  return unpivoted(marked(kept, columns), columns):as "financement"
end

--- Says of how many actions, and of how much P147, nobody sent the other funders.
local function warn_without_plan(run, lines)
  local bare = lines:where(bilan.all { f.sans_plan, f.financeur:eq "p147" })
  local n = counted.things(bare)
  if n == 0 then return end
  local sum = bare:figure(bilan.sum(financeurs.amount(f), { unit = "euro" })).text
  run:warning { fr = counted.fr(n, "action dont aucun fichier ne donne", "actions dont aucun fichier ne donne")
    .. " les autres financeurs : le P147 (" .. sum .. ") n'entre pas dans les parts, le droit commun étant inconnu.",
    en = counted.en(n, "action", "actions") .. " of which no file gives the other funders: P147 (" .. sum
      .. ") is not in the shares, ordinary money being unknown." }
end

--- The lines with what is known of their plans: those that come from nowhere else are lines of plans.
function financeurs.with_plans(lines)
  for _, field in ipairs(lines:fields()) do
    if field == "plan_connu" then return lines end
  end
  local is_any_marked = lines:has "programmation_seule"
  return lines:derive { sans_plan = function(row) return is_any_marked and row.programmation_seule == true end }
    :derive { plan_connu = function(row) return not row.sans_plan or bilan.state "nd" end }
end

--- The lines with the nature of each credit: declared; P147 is always specific; elsewhere the funder's when no table
--- asked for it. An answer that says nothing (« NC ») stays unknown; so does « sans objet » of money that others pay.
function financeurs.with_natures(lines)
  lines = financeurs.with_plans(lines)
  local settled = lines:derive {
    nature_supposee = bilan.all { f.nature_credit:in_state { "abs" }, f.financeur:one_of(SUPPOSED):known_or(false) },
    nature = function(row, state)
      if row.nature_credit then return row.nature_credit end
      if row.financeur == "p147" then return financeurs.specific end
      if state.nature_credit == "so" then return financeurs.own[row.financeur] and NATURE_OF[row.financeur] or bilan.state "nd" end
      if state.nature_credit ~= "abs" then return bilan.state(state.nature_credit) end
      return row.financeur and NATURE_OF[row.financeur] or bilan.state "nd"
    end,
  }
  if settled:where(f.nature:known()):count() == 0 then -- nothing was declared, and nothing can be supposed
    return lines:derive { nature_supposee = function() return false end }
  end
  local others = {}
  for _, field in ipairs(settled:fields()) do
    if field ~= "nature_credit" then others[#others + 1] = field end
  end
  return settled:select(others):derive { nature_credit = f.nature }
end

--- All rows of the run's year, funding plans as lines with their natures; nil when no file tells of money. What was
--- supposed is said on the first page.
function financeurs.lines(run)
  local plans, programming
  local sent = run:has_dataset "action" and exercice.rows(run, "action") or nil
  if run:has_dataset "financement" then
    plans, programming = of_plans(of_kept_actions(run, exercice.rows(run, "financement"), sent))
  end
  local actions = sent and of_actions(run, sent, plans) or nil
  if programming then
    actions = together(actions, unpivoted(untold(run, programming.rows, together(plans, actions)), programming.columns))
  end
  if plans and run:has_dataset "action" then plans = plan_context.of(plans, run:dataset "action", keys_of) end
  local lines = together(plans, actions)
  if not lines then return nil end
  lines = financeurs.with_natures(lines)
  warn_without_plan(run, lines)
  local supposed = counted.things(lines:where(f.nature_supposee))
  if supposed > 0 then
    run:warning { fr = "Nature du crédit non demandée, supposée d'après le financeur : " .. counted.fr(supposed, "ligne", "lignes") .. ".",
      en = "Nature of the credit not asked, taken from the funder: " .. counted.en(supposed, "line", "lines") .. "." }
  end
  return lines
end

return financeurs
