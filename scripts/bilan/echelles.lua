-- SPDX-License-Identifier: MPL-2.0
-- Answer scales of the questionnaires, and their tables: one table a scale, one line a question. Scales never mix,
-- since no answer stands on two of them. « Non concerné » is out of every base, « ne sait pas » has a column of its
-- own. Source: domain dossier 3.7.2 (exact wordings) and 3.7.3 (CIT11).
local bilan = require "bilan"
local absences = require "bilan.absences"
local columns = require "bilan.columns"
local shared_sheet = require "bilan.shared_sheet"
local f = bilan.field

local echelles = {}

--- Answers from the most to the least favourable; `favourable` says how many of them count as a good answer. « Tout à
--- fait d'accord à d'accord » already joins two boxes: no other is added to it.
echelles.list = {
  { id = "force", favourable = 2, neutral = 3, answers = { "Très forte", "Forte", "Moyenne", "Faible" },
    name = { fr = "Intensité", en = "Strength" }, good = { fr = "très forte ou forte", en = "very strong or strong" } },
  { id = "satisfaction", favourable = 2,
    answers = { "Très satisfaisante", "Plutôt satisfaisante", "Pas très satisfaisante", "Pas du tout satisfaisante" },
    name = { fr = "Satisfaction", en = "Satisfaction" },
    good = { fr = "très ou plutôt satisfaisante", en = "very or rather satisfactory" } },
  { id = "accord", favourable = 1,
    answers = { "Tout à fait d'accord à d'accord", "Plutôt pas d'accord", "Pas du tout d'accord" },
    name = { fr = "Accord", en = "Agreement" }, good = { fr = "tout à fait d'accord à d'accord", en = "agree" } },
  { id = "appropriation", favourable = 2,
    answers = { "Elle a développé une stratégie spécifique", "Elle commence à s'en saisir", "Elle ne s'en saisit pas" },
    name = { fr = "Appropriation", en = "Take-up" },
    good = { fr = "s'en saisit ou a une stratégie", en = "uses it or has a strategy" } },
}

--- The favourable answers of a scale.
function echelles.good_answers(scale)
  return { table.unpack(scale.answers, 1, scale.favourable) }
end

--- What a question is about, in the partner's words: « Satisfaction / Mission locale » is about « Mission locale ».
function echelles.question(rows, field)
  local header = rows:header(field) or bilan.text.replace(field:gsub("^sat_", ""), "_", " ")
  local parts = bilan.text.split(bilan.text.replace(header, " / ", "\n"), "\n") -- not « État/collectivité », one word of a question
  local words = bilan.text.trim(parts[#parts])
  words = words:gsub("^[Ss]atisfaction%s*[:%-/]?%s*", "")
  for _, article in ipairs { "^des ", "^de la ", "^du ", "^de l'", "^de " } do words = words:gsub(article, "") end
  if words == "" then words = header end
  return words:sub(1, 1):upper() .. words:sub(2)
end

--- All answers of a dataset, a row each: `question` (the field) and `reponse`.
function echelles.answers(rows)
  local fields = {}
  for _, field in ipairs(rows:fields()) do
    if field:match "^sat_" and rows:has(field) then fields[#fields + 1] = field end
  end
  if #fields == 0 then return nil end
  return rows:unpivot { fields = fields, name = "question", value = "reponse", keep = { "cite" } }
end

--- T02: answers to a question that stand in none of the columns of its table: they were given on another scale. Answers,
--- « ne sait pas », « non concerné » and « sans réponse » then do not make N.
function echelles.on_other_scales(answers, scale)
  return answers:where(bilan.all { f.reponse:known(), bilan.no(f.reponse:one_of(scale.answers)) }):count()
end

local function line(run, answers, scale, question)
  local of_scale = answers:where(f.reponse:one_of(scale.answers))
  local base = of_scale:count()
  local cells = { question }
  for _, answer in ipairs(scale.answers) do
    cells[#cells + 1] = of_scale:where(f.reponse:eq(answer)):figure(bilan.count())
  end
  cells[#cells + 1] = base
  for _, answer in ipairs(scale.answers) do
    cells[#cells + 1] = base > 0 and of_scale:figure(bilan.share(f.reponse:eq(answer))) or bilan.state "so"
  end
  cells[#cells + 1] = run:indicator("CIT11_" .. scale.id, answers)
  for _, states in ipairs { { "nsp" }, { "so" }, { "vide", "nc", "nd", "secret", "err" } } do
    cells[#cells + 1] = answers:where(f.reponse:in_state(states)):figure(bilan.count())
  end
  return cells
end

local function columns_of(run, scale)
  local shown = { columns.text("Acteur ou question", "Actor or question") }
  local size = #scale.answers
  for _, answer in ipairs(scale.answers) do
    shown[#shown + 1] = { header = run:label("sat", answer), kind = "integer" }
  end
  shown[#shown + 1] = columns.integer("Base (réponses)", "Base (answers)")
  for at, answer in ipairs(scale.answers) do
    local label = run:label("sat", answer)
    shown[#shown + 1] = { header = label .. " (%)", kind = "rate", ratio_of = { 1 + at, 2 + size } }
  end
  local good = run:text { fr = "Part favorable : ", en = "Favourable: " } .. run:text(scale.good)
  shown[#shown + 1] = { header = good, kind = "rate" }
  shown[#shown + 1] = columns.integer("Ne sait pas", "Does not know")
  shown[#shown + 1] = columns.integer("Non concerné", "Not concerned")
  shown[#shown + 1] = columns.integer("Sans réponse", "No answer")
  return shown
end

--- Questions that nobody answered on any scale stand with the others, base 0, in the table of most questions: « non concerné »
--- is an answer of whom it was asked. Gives the words of those that no table can hold.
local function add_silent(run, rows, answers, found, met)
  local most, silent = nil, {}
  for _, one in ipairs(found) do
    if not most or #one.lines > #most.lines then most = one end
  end
  for _, field in ipairs(answers:distinct "question") do
    local of_field = answers:where { question = field }
    if not met[field] and most then
      table.insert(most.lines, line(run, of_field, most.scale, echelles.question(rows, field)))
    elseif not met[field] then
      silent[#silent + 1] = { fr = echelles.question(rows, field), en = echelles.question(rows, field) }
    end
  end
  return silent
end

local function scale_table(run, scale, lines, id, page)
  local good = #lines[1] - 3 -- before « ne sait pas », « non concerné » and « sans réponse »
  table.sort(lines, function(a, b)
    local left, right = a[good].value or -1, b[good].value or -1
    if left ~= right then return left > right end
    return a[1] < b[1]
  end)
  for _, one in ipairs(lines) do
    if not one[good].value then one[good] = bilan.state "so" end -- nobody answered on the scale
  end
  local size, series = #scale.answers, {}
  for at = size, 1, -1 do series[#series + 1] = 2 + size + at end
  local own = { fr = "Échelle " .. scale.name.fr, en = "Scale " .. scale.name.en }
  local sheet, below = shared_sheet.place(#lines == 1 and page or nil, id .. "_" .. scale.id, own)
  run:table {
    id = id .. "_" .. scale.id, sheet = sheet, below = below,
    title = { fr = "Réponses au questionnaire sur l'échelle « " .. scale.name.fr .. " »",
      en = "Answers to the questionnaire on the scale of " .. scale.name.en },
    base = { fr = "Base : réponses, hors « non concerné » et « ne sait pas ».",
      en = "Base: answers, without \"not concerned\" and \"does not know\"." },
    columns = columns_of(run, scale), rows = lines,
    chart = #lines > 1 and {
      type = "likert", category = 1, series = series, favourable = scale.favourable,
      neutral = scale.neutral and 2 + size + scale.neutral,
      title = { fr = "Réponses par acteur ou question : " .. scale.name.fr,
        en = "Answers by actor or question: " .. scale.name.en },
      alt = { fr = "Barres divergentes : réponses défavorables à gauche, favorables à droite, par acteur ou question.",
        en = "Diverging bars: unfavourable answers to the left, favourable ones to the right." },
    } or nil,
  }
end

--- A table for each scale that somebody answered on, with bars where several questions compare; those of one question share a sheet. A question answered on two scales stands in both, and is said.
function echelles.tables(run, rows, id)
  local answers = echelles.answers(rows)
  if not answers then return end
  local met, found, page = {}, {}, shared_sheet.new { fr = "Échelles à une question", en = "Scales of one question" }
  for _, scale in ipairs(echelles.list) do
    local lines = {}
    for _, field in ipairs(answers:distinct "question") do
      local of_field = answers:where { question = field }
      if of_field:where(f.reponse:one_of(scale.answers)):count() > 0 then
        local question = echelles.question(rows, field)
        lines[#lines + 1] = line(run, of_field, scale, question)
        local others = echelles.on_other_scales(of_field, scale)
        if others > 0 and not met[field] then
          run:warning { fr = "Question répondue sur plusieurs échelles, lue dans chacune (T02 : " .. others .. " réponses sur "
            .. of_field:count() .. " sont d'une autre échelle que « " .. scale.name.fr .. " ») : " .. question .. ".",
            en = "Question answered on several scales, read in each (T02: " .. others .. " answers of " .. of_field:count()
              .. " are on another scale than \"" .. scale.name.en .. "\"): " .. question .. "." }
        end
        met[field] = true
      end
    end
    if #lines > 0 then found[#found + 1] = { scale = scale, lines = lines } end
  end
  absences.name(run, add_silent(run, rows, answers, found, met))
  for _, one in ipairs(found) do scale_table(run, one.scale, one.lines, id, page) end
end

return echelles
