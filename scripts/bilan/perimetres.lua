-- SPDX-License-Identifier: MPL-2.0
-- The four perimeters of a share of ordinary policy, each with its card: two sums, the share, the lines it rests on
-- and what it counts. Source: domain dossier 3.6.3.
local bilan = require "bilan"
local amounts_used = require "bilan.amounts_used"
local columns = require "bilan.columns"
local counted = require "bilan.counted"
local indicators = require "bilan.indicators"
local ordinary_share = require "bilan.ordinary_share"

local perimetres = {}

--- Which amount of a line counts.
perimetres.amount = { fr = "Montant réalisé, à défaut prévu, à défaut accordé ; un montant demandé n'est pas un financement.",
  en = "Amount realised, else foreseen, else granted; what was asked for is no funding." }

--- What each perimeter counts, in words: it stands under the shares.
local PERIMETERS = {
  { id = "DC01_P1", code = "P1", name = { fr = "programmation, crédits publics", en = "programming, public credits" },
    words = { fr = "P1. Droit commun : État hors P147, collectivités hors enveloppe politique de la ville, CAF, bailleurs, "
      .. "autres publics. Spécifique : P147 et enveloppe politique de la ville des collectivités. Laissé de côté : fonds "
      .. "européens et privés, autofinancement, valorisation.",
      en = "P1. Ordinary: State outside P147, authorities outside their city-policy envelope, CAF, landlords, other public. "
      .. "Specific: P147 and that envelope. Left out: European and private funds, own funds, valued means." } },
  { id = "DC01_P1v", code = { fr = "P1 variante", en = "P1 variant" }, name = { fr = "enveloppe politique de la ville en droit commun",
      en = "city-policy envelope as ordinary" },
    words = { fr = "P1 variante. L'enveloppe politique de la ville des collectivités passe en droit commun ; seul P147 est spécifique.",
      en = "P1 variant. The authorities' city-policy envelope is ordinary; P147 alone is specific." } },
  { id = "DC01_P2", code = "P2", name = { fr = "P1, fonds européens et privés", en = "P1, European and private funds" },
    words = { fr = "P2. P1, et les fonds européens et privés en droit commun.",
      en = "P2. P1, with European and private funds as ordinary." } },
  { id = "DC01_P3", code = "P3", name = { fr = "P1 et moyens valorisés", en = "P1 and valued means" },
    words = { fr = "P3. P1, et le temps et les locaux valorisés en droit commun.",
      en = "P3. P1, with valued time and premises as ordinary." } },
  { id = "DC01_P4", code = "P4", name = { fr = "droit commun identifié, dans et hors programmation",
      en = "ordinary policy found, programmed or not" },
    words = { fr = "P4. P1, et les dispositifs de droit commun repérés sur les QPV hors programmation.",
      en = "P4. P1, and the ordinary schemes found in the quarters outside the programming." } },
}

local TWO_QUESTIONS = { fr = "Les parts de deux périmètres répondent à deux questions : elles ne se comparent ni ne se moyennent.",
  en = "Shares of two perimeters answer two questions: they are neither compared nor averaged." }

--- One line a perimeter: the share with everything that gives it a meaning.
function perimetres.cards(run, lines)
  local rows, notes = {}, { TWO_QUESTIONS, perimetres.amount }
  notes[3] = amounts_used.say(run, lines)
  local is_any_asked, most = false, 0
  for _, perimeter in ipairs(PERIMETERS) do
    local share = run:indicator(perimeter.id, lines)
    if share.value == 0 or share.value == 1 then
      run:warning { fr = run:text(perimeter.code) .. " : une part de 0 ou 100 % est à vérifier (contrôle D03).",
        en = run:text(perimeter.code) .. ": a share of 0 or 100 % should be checked (control D03)." }
    end
    local above, below = ordinary_share.sums(perimeter.id)
    local is_asked, none = share.base + share.unknown > 0, bilan.state "so" -- no line at all is no zero
    is_any_asked, most = is_any_asked or is_asked, math.max(most, share.base)
    rows[#rows + 1] = { run:text(perimeter.code), run:text(perimeter.name), is_asked and lines:figure(above) or none,
      is_asked and lines:figure(below) or none, indicators.rate(share), share.base, share.unknown, run:reliability(share) }
    local words, none_because = perimeter.words, ordinary_share.why_none(perimeter.id, lines)
    if none_because then
      words = { fr = words.fr .. " " .. none_because.fr, en = words.en .. " " .. none_because.en }
      if perimeter.id == "DC01_P1" then
        run:warning { fr = "Part du droit commun (P1). " .. none_because.fr, en = "Share of ordinary policy (P1). " .. none_because.en }
      end
    end
    notes[#notes + 1] = words
  end
  if not is_any_asked then return end
  run:table {
    id = "dc_perimetres",
    sheet = { fr = "Périmètres", en = "Perimeters" },
    title = { fr = "Part du droit commun : une carte par périmètre",
      en = "Share of ordinary policy: a card for each perimeter" },
    notes = notes,
    columns = {
      columns.text("Périmètre", "Perimeter"),
      columns.text("Ce qu'il compte", "What it counts"),
      columns.euro("Droit commun (€)", "Ordinary (€)"),
      columns.euro("Droit commun + spécifique (€)", "Ordinary + specific (€)"),
      columns.rate("Part du droit commun", "Share of ordinary policy", { ratio_of = { 3, 4 } }),
      columns.integer("Lignes connues", "Known lines"),
      columns.integer("Lignes inconnues", "Unknown lines"),
      columns.text("Solidité", "Reliability"),
    },
    rows = rows,
    chart = {
      type = "dots", category = 1, series = { 5 },
      title = { fr = "Part du droit commun selon le périmètre", en = "Share of ordinary policy by perimeter" },
      note = { fr = "N = " .. counted.fr(most, "ligne connue", "lignes connues") .. " au plus.",
        en = "N = " .. counted.en(most, "known line", "known lines") .. " at most." },
      alt = { fr = "La part du droit commun dans chaque périmètre, nommé à gauche de sa marque.",
        en = "The share of ordinary policy in each perimeter, which is named at the left of its mark." },
    },
  }
  run:chart_on_first_page "dc_perimetres"
end

return perimetres
