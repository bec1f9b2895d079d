-- SPDX-License-Identifier: MPL-2.0
-- From entries to outcomes. The cascade is drawn over the actions that know every one of its steps, and a difference that the
-- partners leave unexplained is a step of its own: it is shown, not shared out. Source: domain dossier 3.4.5 and 3.4.6.
local bilan = require "bilan"
local absences = require "bilan.absences"
local columns = require "bilan.columns"
local counted = require "bilan.counted"
local exits = require "bilan.exits"
local one_unknown = require "bilan.one_unknown"
local secret = require "bilan.secret"
local shared_sheet = require "bilan.shared_sheet"
local f = bilan.field

local emploi_issues = {}

local STEPS = {
  { "nb_entrees", { fr = "Entrées", en = "Entries" } },
  { "nb_abandons", { fr = "Abandons", en = "Drop-outs" } },
  { "nb_en_cours", { fr = "En cours au 31/12", en = "In progress on 31 December" } },
  { "nb_sorties", { fr = "Sorties", en = "Exits" } },
  { "nb_emploi_durable", { fr = "— dont emploi durable", en = "— lasting employment" } },
  { "nb_emploi_transition", { fr = "— dont emploi de transition", en = "— transitional employment" } },
  { "nb_sortie_positive", { fr = "— dont sorties positives", en = "— positive exits" } },
  { "nb_autres_sorties", { fr = "— dont autres sorties", en = "— other exits" } },
  { "nb_suite_inconnue", { fr = "— dont sans nouvelles", en = "— no news" } },
  { "nb_neutralises", { fr = "— dont neutralisées", en = "— neutralised" } },
}

--- Women and men that are told by age band alone are no number of women: a band may be missing, and an age unknown.
local function women_and_men(actions)
  for _, field in ipairs(actions:fields()) do
    if field:match "^[fh]_age_" and absences.has(actions, field) then
      return { fr = "femmes et hommes de chaque action (donnés par tranche d'âge seulement)",
        en = "women and men of each action (given by age band only)" }
    end
  end
  return { fr = "femmes et hommes", en = "women and men" }
end

--- What the key figures ask for and no action tells, in the words of the columns.
function emploi_issues.columns_missing(actions)
  local list = {}
  for _, wanted in ipairs {
    { "benef_qpv", { fr = "habitants des QPV", en = "QPV residents" } },
    { "benef_f", women_and_men(actions) },
    { "nb_abandons", { fr = "abandons", en = "drop-outs" } },
    { "nb_emploi_durable", { fr = "sorties en emploi durable", en = "exits to lasting employment" } },
    { "nb_emploi_transition", { fr = "sorties en emploi de transition", en = "exits to transitional employment" } },
    { "accorde_p147", { fr = "subventions P147 accordées", en = "P147 grants awarded" } },
  } do
    if not absences.has(actions, wanted[1]) then list[#list + 1] = wanted[2] end
  end
  if not absences.has(actions, "nb_sortie_positive") and not absences.has(actions, "nb_sorties_dynamiques") then
    list[#list + 1] = { fr = "sorties positives ou sorties dynamiques", en = "positive exits or dynamic exits" }
  end
  return list
end

--- Each step with the actions that know it: sums that do not rest on the same actions, and say so.
function emploi_issues.steps(run, actions)
  local rows = {}
  for _, step in ipairs(STEPS) do
    local figure = actions:figure(bilan.sum(f[step[1]]))
    rows[#rows + 1] = { run:text(step[2]), figure, figure.base, figure.unknown, figure.coverage }
  end
  run:table {
    id = "emp_sorties", sheet = { fr = "Entrées et issues", en = "Entries and outcomes" },
    title = { fr = "Entrées, sorties et issues : ce que les actions en savent",
      en = "Entries, exits and outcomes: what is known" },
    base = { fr = "Chaque étape repose sur les actions qui la connaissent ; les issues sont une partie des sorties.",
      en = "Each step rests on the actions that know it; outcomes are parts of the exits." },
    columns = { columns.text("Étape", "Step"), columns.integer("Personnes cumulées", "People, added up"),
      columns.integer("Actions connues", "Known actions"), columns.integer("Actions inconnues", "Unknown actions"),
      columns.rate("Couverture", "Coverage") },
    rows = rows,
    chart = { type = "bars", category = 1, series = { 2 },
      title = { fr = "Entrées, sorties et issues", en = "Entries, exits and outcomes" }, note = counted.note(counted.things(actions)),
      alt = { fr = "Barres horizontales : entrées, abandons, en cours, sorties, puis chaque issue.",
        en = "Horizontal bars: entries, drop-outs, in progress, exits, then each outcome." } },
  }
end

--- Steps of the cascade, in a word for the chart and in full. A level is what is left; `takes` is what goes away before the next.
local CASCADE = {
  { level = f.nb_entrees, short = { fr = "Entrées", en = "Entries" },
    words = { fr = "Entrées dans les actions", en = "Entries into the actions" } },
  { takes = f.nb_abandons, short = { fr = "Abandons", en = "Drop-outs" }, words = { fr = "Abandons", en = "Drop-outs" } },
  { takes = f.nb_en_cours, short = { fr = "En cours", en = "Present" },
    words = { fr = "Parcours en cours au 31/12", en = "In progress on 31 December" } },
  { level = f.nb_sorties, short = { fr = "Sorties", en = "Exits" },
    words = { fr = "Sorties de l'année", en = "Exits of the year" } },
  { takes = f.nb_neutralises:known_or(0), short = { fr = "Neutralisées", en = "Neutralised" },
    words = { fr = "Sorties neutralisées", en = "Neutralised exits" } },
  { takes = f.nb_autres_sorties, short = { fr = "Autres", en = "Other" }, words = { fr = "Autres sorties", en = "Other exits" } },
  { takes = f.nb_suite_inconnue:known_or(0), short = { fr = "Sans nouvelles", en = "No news" },
    words = { fr = "Sans nouvelles", en = "No news" } },
  { level = f.nb_emploi_durable + f.nb_emploi_transition + f.nb_sortie_positive, short = { fr = "Dynamiques", en = "Dynamic" },
    words = { fr = "Sorties dynamiques", en = "Dynamic exits" } },
  { takes = f.nb_sortie_positive, short = { fr = "Positives", en = "Positive" },
    words = { fr = "Sorties positives (formation, SIAE)", en = "Positive exits (training, SIAE)" } },
  { takes = f.nb_emploi_transition, short = { fr = "Transition", en = "Transition" },
    words = { fr = "Emploi de transition", en = "Transitional employment" } },
  { level = f.nb_emploi_durable, short = { fr = "Durable", en = "Lasting" },
    words = { fr = "Emploi durable", en = "Lasting employment" } },
}

local ASKED = { "nb_entrees", "nb_abandons", "nb_en_cours", "nb_sorties", "nb_emploi_durable", "nb_emploi_transition",
  "nb_sortie_positive", "nb_autres_sorties" }

--- The lines of the cascade over actions that know every step, and which of them are levels. `left` is what should be there.
function emploi_issues.cascade_lines(run, complete)
  local lines, levels, left = {}, {}, nil
  for _, step in ipairs(CASCADE) do
    local figure = complete:figure(bilan.sum(step.takes or step.level))
    local short, words = run:text(step.short), run:text(step.words)
    if step.takes then
      lines[#lines + 1] = { short, words, -figure.value }
      left = left - figure.value
    else
      if left and left ~= figure.value then
        lines[#lines + 1] = { run:text { fr = "Écart", en = "Gap" }, run:text { fr = "Non expliqué par les fichiers, avant « " .. words
          .. " »", en = "Not explained by the files, before “" .. words .. "”" }, figure.value - left }
      end
      lines[#lines + 1] = { short, words, figure }
      levels[#levels + 1], left = #lines, figure.value
    end
  end
  return lines, levels
end

--- The waterfall from entries to lasting employment. Gives false when no action knows all of its steps.
function emploi_issues.cascade(run, actions)
  local known = {}
  for at, field in ipairs(ASKED) do
    if not actions:has(field) then return false end
    known[at] = f[field]:known()
  end
  local complete = actions:where(bilan.all(known))
  local n, all = counted.things(complete), counted.things(actions)
  if n == 0 then return false end
  local lines, levels = emploi_issues.cascade_lines(run, complete)
  local function not_given(field) return counted.things(complete:where(bilan.no(field:known()))) end
  local unsaid, unheard = not_given(f.nb_neutralises), not_given(f.nb_suite_inconnue)
  local is_fragile = n / all < run.params.seuil_couverture
  run:table {
    id = "emp_cascade", sheet = { fr = "Cascade", en = "Waterfall" },
    title = { fr = "De l'entrée à l'emploi durable", en = "From entry to lasting employment" },
    base = { fr = counted.actions(n).fr .. " sur " .. all .. counted.verb(n, " connaît", " connaissent") .. " toutes les étapes"
        .. (is_fragile and " : lecture fragile." or "."),
      en = counted.actions(n).en .. " of " .. all .. " know every step" .. (is_fragile and ": fragile." or ".") },
    notes = { { fr = "Là où elles ne sont pas renseignées, les sorties neutralisées (" .. counted.actions(unsaid).fr .. ") et sans nouvelles ("
      .. counted.actions(unheard).fr .. ") comptent pour zéro. Un écart est la différence que les fichiers laissent (M01, M02).",
      en = "Where they are not given, neutralised exits (" .. counted.actions(unsaid).en .. ") and exits without news ("
        .. counted.actions(unheard).en .. ") count as zero. A gap is the difference that the files leave (M01, M02)." } },
    columns = { columns.text("Étape", "Step"), columns.text("Ce que c'est", "What it is"),
      columns.integer("Personnes cumulées", "People, added up") },
    rows = lines,
    chart = { type = "waterfall", category = 1, series = { 3 }, totals = levels,
      title = { fr = "De l'entrée à l'emploi durable", en = "From entry to lasting employment" }, note = counted.note(n, all),
      alt = { fr = "Cascade : des entrées, on retire abandons et parcours en cours pour arriver aux sorties, puis les autres "
        .. "sorties pour arriver aux sorties dynamiques et à l'emploi durable.",
        en = "Waterfall: entries less drop-outs and people in progress give the exits; less other exits, the dynamic exits and "
          .. "lasting employment." } },
  }
  return true
end

local OUTCOMES = {
  { "nb_emploi_durable", "Emploi durable", "Lasting" }, { "nb_emploi_transition", "Emploi de transition", "Transitional" },
  { "nb_sortie_positive", "Sorties positives", "Positive" }, { "nb_autres_sorties", "Autres sorties", "Other" },
  { "nb_suite_inconnue", "Sans nouvelles", "No news" },
}

--- Outcomes by holder, as shares of the exits that count: those that some action gives. Gives false when none is given.
function emploi_issues.by_holder(run, actions)
  local measures, made, series = {}, { columns.label("Porteur", "Holder") }, {}
  for _, outcome in ipairs(OUTCOMES) do
    if absences.has(actions, outcome[1]) then
      measures[#measures + 1] = { outcome[1], bilan.sum(f[outcome[1]]) }
      made[#made + 1] = columns.added("integer", outcome[2], outcome[3])
      series[#series + 1] = #made
    end
  end
  if #series == 0 then return false end
  local gap = exits.counted(f) -- of each action: what one leaves unsaid is not made up for by another that says too much
  for _, measure in ipairs(measures) do gap = gap - f[measure[1]]:known_or(0) end
  local unsaid = #made + 1
  made[unsaid] = columns.added("integer", "Issue non précisée", "Outcome not stated")
  series[#series + 1] = unsaid
  made[#made + 1] = columns.rate("Taux de sorties dynamiques", "Rate of dynamic exits", { total = run:indicator("EMP06", actions) })
  measures[#measures + 1] = { "non_precisee", bilan.sum(bilan.when(gap:gt(0), gap, 0)) }
  measures[#measures + 1] = { "taux", run:measure "EMP06" }
  local rows = {}
  for _, one in ipairs(one_unknown.groups(actions, { by = "porteur_lu", measures = measures, sorted = "taux" })) do
    local line = { one.key or run:text(absences.NOT_GIVEN) }
    for at, measure in ipairs(measures) do line[at + 1] = one.figures[measure[1]] end
    rows[#rows + 1] = line
  end
  run:table {
    id = "emp_issues_porteur", sheet = { fr = "Issues par porteur", en = "Outcomes by holder" },
    title = { fr = "Issues par porteur", en = "Outcomes by holder" },
    base = { fr = "Taux de sorties dynamiques : EMP06, sur les sorties non neutralisées. Une sortie dont le fichier ne dit pas "
        .. "l'issue est « non précisée ».",
      en = "Rate of dynamic exits: EMP06, over exits that are not neutralised. An exit whose outcome no file tells is “not "
        .. "stated”, action by action." },
    columns = made, rows = rows,
    chart = { type = "share_bars", category = 1, series = series,
      title = { fr = "Répartition des issues par porteur", en = "Outcomes by holder" }, note = counted.note(counted.things(actions)),
      alt = { fr = "Barres à 100 % : part de chaque issue parmi les sorties, par porteur.",
        en = "100 % bars: share of each outcome among exits, by holder." } },
  }
  return true
end

--- EMP11q and EMP11h as the table of indicators may show them: neither where one rests on few exits, for both are parts of EMP06.
function emploi_issues.hidden_rates(run, actions)
  local threshold = run.params.seuil_effectif
  for _, id in ipairs { "EMP11q", "EMP11h" } do
    if secret.hides(run:indicator(id, actions).denominator or 0, threshold) then return { EMP11q = "secret", EMP11h = "secret" } end
  end
  return nil
end

--- EMP11 on rows that know both sides. A rate over fewer exits than the threshold of persons is not printed.
function emploi_issues.gap_line(run, words, rows, threshold)
  local quarters, outside = run:indicator("EMP11q", rows), run:indicator("EMP11h", rows)
  local is_few = secret.hides(quarters.denominator or 0, threshold) or secret.hides(outside.denominator or 0, threshold)
  local is_none = not quarters.value or not outside.value
  local hidden = bilan.state(is_few and "secret" or "so")
  if is_few or is_none then
    return { words, hidden, is_few and hidden or quarters.denominator, hidden, is_few and hidden or outside.denominator, hidden,
      quarters.base }
  end
  return { words, quarters, quarters.denominator, outside, outside.denominator, quarters - outside, quarters.base }
end

--- EMP11: dynamic exits of QPV residents against those of others, over the actions that tell the two apart. Gives false when
--- none does.
function emploi_issues.quarters_against_outside(run, actions, page)
  local rows = actions:where(bilan.all { f.nb_sorties_qpv:known(), f.nb_sorties_dynamiques_qpv:known(), f.nb_sorties:known(),
    (f.nb_emploi_durable + f.nb_emploi_transition + f.nb_sortie_positive):known_or(f.nb_sorties_dynamiques):known() })
  local n, all, threshold = counted.things(rows), counted.things(actions), run.params.seuil_effectif
  if n == 0 then return false end
  local lines = { emploi_issues.gap_line(run, run:text { fr = "Toutes les actions", en = "All actions" }, rows, threshold) }
  for _, holder in ipairs(rows:distinct "porteur_lu") do
    lines[#lines + 1] = emploi_issues.gap_line(run, holder, rows:where { porteur_lu = holder }, threshold)
  end
  local sheet, below = shared_sheet.place(page, "emp_ecart_qpv")
  run:table {
    id = "emp_ecart_qpv", sheet = sheet, below = below,
    title = { fr = "Sorties dynamiques : habitants des QPV et autres sortants (EMP11)",
      en = "Dynamic exits: QPV residents and others (EMP11)" },
    base = { fr = counted.actions(n).fr .. " sur " .. all .. counted.verb(n, " distingue", " distinguent")
      .. " les sortants des QPV. Sorties neutralisées comprises des deux côtés, leur résidence n'étant pas dite. Un taux sur moins de "
      .. threshold .. " sorties n'est pas montré.",
      en = counted.actions(n).en .. " of " .. all .. " tell exits of QPV residents apart. Neutralised exits are included on both sides, as "
        .. "nobody says where these people live. A rate over fewer than " .. threshold .. " exits is not shown." },
    columns = { columns.text("Porteur", "Holder"), columns.rate("Habitants des QPV", "QPV residents"),
      columns.integer("sur (sorties QPV)", "of (QPV exits)"), columns.rate("Hors QPV", "Outside QPV"),
      columns.integer("sur (sorties hors QPV)", "of (exits outside)"), columns.points("Écart (points)", "Gap (points)"),
      columns.integer("Actions", "Actions") },
    rows = lines,
    chart = { type = "bars", category = 1, series = { 2, 4 },
      title = { fr = "Taux de sorties dynamiques, QPV et hors QPV", en = "Rate of dynamic exits, QPV and outside" },
      note = counted.note(n, all),
      alt = { fr = "Barres horizontales : taux de sorties dynamiques des habitants des QPV et des autres sortants, par porteur.",
        en = "Horizontal bars: rate of dynamic exits of QPV residents and of others, by holder." } },
  }
  return true
end

return emploi_issues
