-- SPDX-License-Identifier: MPL-2.0
-- Who the employment actions reached: age and sex, qualification, residence. A part is over what is known; what is not known
-- has lines of its own, so that a table always adds up to all beneficiaries. Nothing is ever split that a partner gave whole:
-- bands of age, the old level I, women and men of an age. Source: domain dossier 3.4.3, 3.4.4 and 3.4.6 (EMP02, EMP04).
local bilan = require "bilan"
local bands = require "bilan.bands"
local columns = require "bilan.columns"
local counted = require "bilan.counted"
local residents = require "bilan.residents"
local shared_sheet = require "bilan.shared_sheet"
local f = bilan.field

local emploi_publics = {}

local ADDED = { fr = "Bénéficiaires cumulés : une personne peut être comptée dans plusieurs actions.",
  en = "Added up over actions: a person may be counted several times." }

--- A table without this band has nobody in it.
local NOT_ASKED = { "abs" }

--- An expression: what is known of several fields, an unknown one taken for nothing.
local function known_sum(fields)
  local sum
  for _, field in ipairs(fields) do
    local part = f[field]:known_or(0)
    sum = sum and sum + part or part
  end
  return sum
end

local function any_known(fields)
  local known = {}
  for at, field in ipairs(fields) do known[at] = f[field]:known() end
  return bilan.any(known)
end

--- The rows that know every part: then the parts have one whole, and their shares add up (2.5.1). A cell left blank where the others
--- make up all beneficiaries is nobody.
local function knows_all(fields)
  local is_whole = known_sum(fields):eq(f.benef_total):known_or(false)
  local each = {}
  for at, field in ipairs(fields) do
    each[at] = bilan.any { f[field]:known(), f[field]:in_state { "abs", "so" }, bilan.all { f[field]:in_state { "vide" }, is_whole } }
  end
  return bilan.all(each)
end

--- The people of actions that know some parts only: their total; of one without a total, those of its known parts, which is a minimum.
local function people_of(actions, fields)
  local told = actions:figure(bilan.sum(f.benef_total))
  if told.unknown == 0 then return told end
  local others = actions:where(bilan.no(f.benef_total:known())):unpivot { fields = fields, name = "detail", value = "effectif" }
    :where(bilan.no(f.effectif:in_state { "abs" })):figure(bilan.sum(f.effectif))
  return told.value and told + others or others
end

--- The lines of a distribution: each part with its share, the people it is a share of, and the rows that know it; then those whose part
--- nobody knows, the actions that know some parts only, and those that give no detail. `everybody`: an expression, the people that
--- parts are shares of, each where it is known; without it all known parts of the rows that know them all.
function emploi_publics.distribution(run, actions, parts, unknown, everybody)
  local fields, lines = {}, {}
  for at, part in ipairs(parts) do fields[at] = part.field end
  local is_given = any_known(fields)
  if everybody then is_given = bilan.all { is_given, everybody:known() } end
  local given, without = actions:where(is_given), actions:where(bilan.no(is_given))
  local partial
  if not everybody then
    local complete = given:where(knows_all(fields))
    partial = given:where(bilan.no(knows_all(fields)))
    if complete:count() > 0 then given = complete end -- else the parts are counted, and none has a share
  end
  local has_shares = not partial or given:where(knows_all(fields)):count() > 0
  local is_left_out = partial and has_shares and partial:count() > 0
  local not_shown = is_left_out and counted.things(partial) or 0
  local whole = everybody or known_sum(fields)
  for _, part in ipairs(parts) do
    local nobody = part.nobody_where or (has_shares and not everybody and { "abs", "vide", "so" } or NOT_ASKED)
    local value = bilan.when(f[part.field]:in_state(nobody), 0, f[part.field])
    local share = given:figure(bilan.ratio(value, whole))
    lines[#lines + 1] = { part.cells, given:figure(bilan.sum(value)), has_shares and share.denominator or bilan.state "so",
      has_shares and share.value and share or bilan.state "nd", share.base, share.unknown + not_shown }
  end
  local nothing = bilan.state "so"
  local rest = (everybody or f.benef_total) - known_sum(fields)
  local figure = given:figure(bilan.sum(rest))
  if given:count() > 0 and figure.value ~= 0 then
    local share = everybody and given:figure(bilan.ratio(rest, everybody))
    lines[#lines + 1] = { { run:text(unknown) }, figure, share and share.denominator or nothing,
      share and share.value and share or nothing, figure.base, figure.unknown }
  end
  if is_left_out then
    lines[#lines + 1] = { { run:text { fr = "Actions au détail incomplet", en = "Actions with a part of the detail" } },
      people_of(partial, fields), nothing, nothing, 0, counted.things(partial) }
  end
  figure = without:figure(bilan.sum(f.benef_total))
  if without:count() > 0 and figure.value ~= 0 then
    lines[#lines + 1] = { { run:text { fr = "Actions sans ce détail", en = "Actions without this detail" } }, figure,
      nothing, nothing, 0, counted.things(without) }
  end
  return lines, counted.things(given)
end

--- What stands below the lines: the people that the actions give as a whole, where that is what the lines add up to. A part
--- that is a minimum would make a minimum of their sum. Else "sum".
---@param lines table[]  those of `distribution`
---@return bilan.Figure|string
function emploi_publics.total(actions, lines, everybody)
  local added, is_partial = 0, false
  for _, line in ipairs(lines) do
    added = added + (line[2].value or 0)
    is_partial = is_partial or line[2].lower_bound
  end
  local whole = actions:figure(bilan.sum(everybody and everybody:known_or(f.benef_total) or f.benef_total))
  return is_partial and whole.unknown == 0 and whole.value == added and whole or "sum"
end

--- A note where the total of a distribution is not EMP01; nil where every action says how many people it reached.
local function not_all_beneficiaries(actions)
  local unknown = actions:figure(bilan.sum(f.benef_total)).unknown
  if unknown == 0 then return nil end
  return { fr = "Le total du tableau n'est pas celui des bénéficiaires (EMP01) : le nombre de bénéficiaires manque dans " .. unknown
    .. (unknown == 1 and " ligne, comptée" or " lignes, comptées") .. " ici par le détail donné, s'il y en a un.",
    en = "The total of the table is not that of beneficiaries (EMP01): the number of beneficiaries is missing in " .. unknown
    .. (unknown == 1 and " row, counted" or " rows, counted") .. " here by the detail given, if there is one." }
end

--- Puts a distribution on its sheet. `options`: `id`, `sheet` or `below`, `title`, `parts` (`{ field =, cells = texts of the first
--- columns }`), `heads` (the columns of `cells`), `unknown`, `base`, `notes`, `alt`.
local function distribution_table(run, actions, options)
  local lines, given = emploi_publics.distribution(run, actions, options.parts, options.unknown, options.everybody)
  local heads, width = {}, #options.heads
  for at, head in ipairs(options.heads) do heads[at] = head end
  local whole = options.everybody and columns.integer("sur (public)", "of (people)")
    or columns.integer("sur (connus)", "of (known)")
  local total = { total = emploi_publics.total(actions, lines, options.everybody) }
  for _, column in ipairs { columns.integer("Bénéficiaires", "Beneficiaries", total), whole,
    columns.rate("Part", "Share", { ratio_of = { width + 1, width + 2 } }), columns.integer("Actions connues", "Known actions"),
    columns.integer("Actions inconnues", "Unknown actions") } do
    heads[#heads + 1] = column
  end
  local rows = {}
  for at, line in ipairs(lines) do
    local row = {}
    for column = 1, width do row[column] = line[1][column] or "" end
    for column = 2, 6 do row[width + column - 1] = line[column] end
    rows[at] = row
  end
  local some = { fr = counted.actions(given).fr .. " sur " .. counted.things(actions),
    en = counted.actions(given).en .. " of " .. counted.things(actions) }
  local coverage = { fr = some.fr .. counted.verb(given, " donne ce détail. ", " donnent ce détail. "),
    en = some.en .. (given == 1 and " gives this detail. " or " give this detail. ") }
  local notes = {}
  for at, note in ipairs(options.notes or {}) do notes[at] = note end
  notes[#notes + 1] = not_all_beneficiaries(actions)
  local title = { fr = options.title.fr .. " (" .. some.fr .. ")", en = options.title.en .. " (" .. some.en .. ")" }
  run:table {
    id = options.id, sheet = options.sheet, below = options.below, title = options.title, notes = #notes > 0 and notes or nil,
    base = { fr = coverage.fr .. options.base.fr, en = coverage.en .. options.base.en }, columns = heads, rows = rows,
    chart = { type = "bars", category = 1, series = { width + 3 }, title = title, alt = options.alt },
  }
end

--- Bands that other partners use stand below the first ones.
local function titled(words, is_further)
  return is_further and { fr = words.fr .. ", autres tranches", en = words.en .. ", other bands" } or words
end

--- Women and men by age: bands that partners fill in for both, mirrored. Gives false when nobody does.
function emploi_publics.pyramid(run, actions)
  local is_there = false
  for index, set in ipairs(bands.sets(actions, "f_age_")) do
    local lines, fields = {}, {}
    for _, band in ipairs(set) do
      local men = "h" .. string.sub(band.field, 2)
      if actions:has(men) then
        local women, others = actions:figure(bilan.sum(f[band.field])), actions:figure(bilan.sum(f[men]))
        fields[#fields + 1], fields[#fields + 2] = band.field, men
        lines[#lines + 1] = { run:text(band.label), women, others, women.base, others.base, women.unknown }
      end
    end
    if #lines > 0 then
      local given = counted.things(actions:where(any_known(fields)))
      run:table {
        id = "emp_pyramide" .. (is_there and "_" .. index or ""), below = is_there and "emp_pyramide" or nil,
        sheet = not is_there and { fr = "Âge et sexe", en = "Age and sex" } or nil,
        title = titled({ fr = "Femmes et hommes par tranche d'âge", en = "Women and men by age band" }, is_there),
        base = { fr = counted.actions(given).fr .. " sur " .. counted.things(actions) .. counted.verb(given, " croise", " croisent")
          .. " l'âge et le sexe. " .. ADDED.fr,
          en = counted.actions(given).en .. " of " .. counted.things(actions) .. " cross age and sex. " .. ADDED.en },
        notes = { { fr = "Tranches telles que les partenaires les ont données par sexe ; une tranche n'est jamais découpée, ni "
          .. "répartie entre femmes et hommes.",
          en = "Bands as partners give them by sex; a band is never split, nor shared out between women and men." } },
        columns = { columns.label("Tranche d'âge", "Age band"), columns.added("integer", "Femmes", "Women"),
          columns.added("integer", "Hommes", "Men"), columns.integer("Actions connues (femmes)", "Known actions (women)"),
          columns.integer("Actions connues (hommes)", "Known actions (men)"),
          columns.integer("Actions sans ce détail", "Actions without this detail") },
        rows = lines,
        chart = { type = "pyramid", category = 1, series = { 2, 3 },
          title = { fr = "Femmes et hommes par âge", en = "Women and men by age" },
          note = { fr = "N = " .. counted.fr(given, "action qui croise", "actions qui croisent")
            .. " l'âge et le sexe, sur " .. counted.things(actions) .. ".",
            en = "N = " .. counted.actions(given).en .. " that cross age and sex, of " .. counted.things(actions) .. "." },
          alt = { fr = "Pyramide : femmes à gauche, hommes à droite, une barre par tranche d'âge.",
            en = "Pyramid: women at the left, men at the right, a bar for each age band." } },
      }
      is_there = true
    end
  end
  return is_there
end

--- One table for each set of age bands that partners use together.
function emploi_publics.ages(run, actions)
  for index, set in ipairs(bands.sets(actions, "age_")) do
    local parts = {}
    for at, band in ipairs(set) do parts[at] = { field = band.field, cells = { run:text(band.label) } } end
    distribution_table(run, actions, {
      id = "emp_age" .. (index > 1 and "_" .. index or ""), parts = parts, below = index > 1 and "emp_age" or nil,
      sheet = index == 1 and { fr = "Tranches d'âge", en = "Age bands" } or nil,
      heads = { columns.label("Tranche d'âge", "Age band") }, unknown = { fr = "Âge inconnu", en = "Age unknown" },
      title = titled({ fr = "Bénéficiaires par tranche d'âge", en = "Beneficiaries by age band" }, index > 1),
      base = { fr = "Tranches telles que les partenaires les ont utilisées ensemble ; une tranche n'est jamais découpée.",
        en = "Bands as partners use them together; a band is never split." },
      alt = { fr = "Barres horizontales : part de chaque tranche d'âge parmi les bénéficiaires dont l'âge est connu.",
        en = "Horizontal bars: share of each age band among beneficiaries whose age is known." } })
  end
end

--- Levels of qualification, in the scale of 2019 and the one before it, with the words of the first partner that used each.
function emploi_publics.levels(run, actions)
  local parts = {}
  for _, set in ipairs(bands.sets(actions, "niv_")) do
    for _, level in ipairs(set) do parts[#parts + 1] = level end
  end
  if #parts == 0 then return false end
  table.sort(parts, function(a, b) return a.order < b.order end)
  for at, level in ipairs(parts) do
    local scale = bands.scales(level.field)
    parts[at] = { field = level.field, cells = { run:text(scale.new), scale.old, run:text(scale.content),
      actions:header(level.field) or "" } }
  end
  distribution_table(run, actions, {
    id = "emp_niveau", parts = parts, sheet = { fr = "Niveaux", en = "Levels" },
    heads = { columns.label("Niveau (2019)", "Level (2019)"), columns.text("Ancien niveau", "Former level"),
      columns.text("Diplômes", "Diplomas"), columns.text("Écrit par les partenaires", "As partners write it") },
    unknown = { fr = "Niveau inconnu", en = "Level unknown" },
    title = { fr = "Bénéficiaires par niveau de qualification, nouvelle et ancienne nomenclature",
      en = "Beneficiaries by qualification level, present and former scale" },
    base = { fr = "Nomenclature du décret de 2019 ; les niveaux en chiffres romains sont ceux d'avant.",
      en = "Scale of the decree of 2019; roman numerals are of the one before." },
    notes = { { fr = "L'ancien niveau I ne se partage pas entre 7 et 8 : il garde sa ligne.",
      en = "The former level I cannot be told apart into 7 and 8: it keeps its line." } },
    alt = { fr = "Barres horizontales : part de chaque niveau, du plus bas au plus haut, parmi les niveaux connus.",
      en = "Horizontal bars: share of each level, lowest first, among the levels that are known." } })
  return true
end

--- A note where the share of residents in this table is not EMP02; nil where it is. Here it is of the whole public; there of the people
--- whose residence is known, which where no file asks for those outside is supposed of all.
local function not_the_rate(run, actions, lines)
  local rate, share = run:indicator("EMP02", actions), lines[1][4]
  local value = bilan.is_figure(share) and share.value
  if not rate.value or not value or math.abs(rate.value - value) < 0.0005 then return nil end
  return { fr = "EMP02 (" .. rate.text .. ") a une autre base : les actions dont la résidence de tous est connue, ou supposée hors QPV là "
    .. "où le fichier ne la demande pas. Ici, la part est celle de tout le public, sans rien supposer.",
    en = "EMP02 (" .. rate.text .. ") has another base: the actions of which the residence of all is known, or supposed to be outside "
    .. "where no file asks for it. Here the share is of the whole public, and nothing is supposed." }
end

--- Where beneficiaries live: QPV, pockets of poverty, elsewhere, not said. `page`: the sheet that it shares.
function emploi_publics.residence(run, actions, page)
  local parts = {}
  for _, one in ipairs { { "benef_qpv", { fr = "Habitants des QPV", en = "QPV residents" } },
    { "benef_poche", { fr = "Poches de pauvreté", en = "Pockets of poverty" } },
    { "benef_hors_qpv", { fr = "Hors QPV", en = "Outside QPV" } } } do
    if actions:has(one[1]) then
      -- Pockets that are left blank are none; a table that does not ask for residents says nothing of them.
      local is_pocket = one[1] == "benef_poche"
      parts[#parts + 1] = { field = one[1], cells = { run:text(one[2]) },
        nobody_where = is_pocket and { "abs", "vide", "so" } or { "so" } }
    end
  end
  if #parts == 0 then return end
  local everybody = f.benef_total:known_or(residents.known(f, bilan))
  local notes = { { fr = "Parts du public des actions qui donnent un détail. Une résidence non précisée n'est pas comptée hors QPV.",
    en = "Shares of the people of the actions that give a detail. A residence that is not stated is not counted as outside." } }
  notes[2] = not_the_rate(run, actions, emploi_publics.distribution(run, actions, parts, { fr = "", en = "" }, everybody))
  local sheet, below = shared_sheet.place(page, "emp_residence")
  distribution_table(run, actions, {
    id = "emp_residence", parts = parts, sheet = sheet, below = below,
    heads = { columns.label("Résidence", "Residence") },
    everybody = everybody,
    unknown = { fr = "Autres, résidence non précisée", en = "Others, residence not stated" },
    title = { fr = "Bénéficiaires selon leur résidence", en = "Beneficiaries by residence" }, base = ADDED,
    notes = notes,
    alt = { fr = "Barres horizontales : part de chaque résidence, puis de celles qui ne sont pas précisées.",
      en = "Horizontal bars: share of each residence, then of those that are not stated." } })
end

return emploi_publics
