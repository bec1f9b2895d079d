-- SPDX-License-Identifier: MPL-2.0
-- Indicators of citizens' councils over rows as partners send them.
local bilan = require "bilan"
local spec = require "bilan.spec"
local single_answers = require "bilan.single_answers"
local describe, it, expect = spec.describe, spec.it, spec.expect

local ROWS = [[
Conseil citoyen;QPV;Nombre de membres;Collège habitants;Femmes collège habitants;Hommes collège habitants;Femmes;Hommes;Jeunes;Membres actifs;Nb de réunions;Mode de désignation;Accompagnement;Instances;Budget;État
Un;QP002001;20;12;6;6;11;9;2;10;6;tirage au sort;oui en cours;COPIL;1000;actif
Deux;QP002001, QP002002;10;;2;4;5;5;0;NC;2;mixte;non;aucune;NC;essoufflé
Trois;QP002003;NC;;;;7;3;;4;;volontariat;oui terminé;;3000;en sommeil
Quatre;QP002004;;;;;;;;;;;;;;jamais installé
Cinq;tous QPV;8;3;;;;;1;8;4;;;;;non précisé
]]

describe("councils that are not there, or hold nobody", function()
  local run = spec.run()
  local rows = spec.rows("conseil", [[
Conseil citoyen;QPV;Nombre de membres;Collège habitants;Femmes collège habitants;Hommes collège habitants;Femmes;Hommes;État
Un;QP002001;20;10;5;5;;;dissous
Deux;QP002002;20;12;6;;8;12;actif
Trois;QP002003;0;0;0;0;0;0;actif
]])
  it("do not cover a quarter once dissolved", function()
    expect(run:indicator("CC01q", rows)):to_be(2)
  end)
  it("have no women of the college over men of the council", function()
    expect(run:indicator("CC04", rows)):to_be(5 / 10, { base = 2, unknown = 1 })
  end)
  it("are at no parity and no half of nobody", function()
    expect(run:indicator("CC04e", rows)):to_be(1, { base = 1, unknown = 1 })
    expect(run:indicator("CC03b", rows)):to_be(1, { base = 2, unknown = 0 })
  end)
end)

describe("councils whose state is not known", function()
  local run = spec.run()
  local rows = spec.rows("conseil", "Conseil citoyen;QPV;État\nUn;QP002001;actif\nDeux;QP002002;NC\nTrois;QP002003;non précisé\n")
  it("may cover a quarter or not", function()
    expect(run:indicator("CC01q", rows)):to_be(1, { base = 1, unknown = 2, lower_bound = true })
    expect(run:indicator("CC02", rows)):to_be(1, { base = 1, unknown = 2 })
  end)
  it("have no figure where none says its state, and not for a fault of the file", function()
    local unsaid = spec.rows("conseil", "Conseil citoyen;QPV;État\nUn;QP002001;non précisé\nDeux;QP002002;non précisé\n")
    expect(run:indicator("CC01q", unsaid)):to_be_unknown "nc"
    expect(run:indicator("CC02", unsaid)):to_be_unknown "nc"
  end)
  it("are supposed to be there where nobody asked", function()
    expect(run:indicator("CC01q", spec.rows("conseil", "Conseil citoyen;QPV\nUn;QP002001\nDeux;QP002002\n"))):to_be(2, { unknown = 0 })
  end)
end)

describe("conseils citoyens", function()
  local rows, run = spec.rows("conseil", ROWS), spec.run()
  local function of(id) return run:indicator(id, rows) end

  it("cover quarters once, by councils that exist", function()
    expect(of "CC01q"):to_be(3)
  end)
  it("are active over those that were set up", function()
    expect(of "CC02"):to_be(2 / 3, { numerator = 2, denominator = 3, unknown = 1 })
  end)
  it("hold residents, counted from women and men where the college is not given", function()
    expect(of "CC03"):to_be(21 / 38, { numerator = 21, denominator = 38, unknown = 2 })
    expect(of "CC03b"):to_be(2 / 3)
  end)
  it("hold women, of the college where the file asks for it", function()
    expect(of "CC04"):to_be(8 / 18, { base = 2, unknown = 3 })
    expect(of "CC04b"):to_be(1 / 2)
    expect(of "CC04e"):to_be(1 / 2)
    expect(of "CC05"):to_be(3 / 38)
  end)
  it("are drawn by lot, kept alive, supported", function()
    expect(of "CC06"):to_be(2 / 3, { base = 3, unknown = 2 })
    expect(of "CC07"):to_be(18 / 28, { base = 2, unknown = 3 })
    expect(of "CC08"):to_be(4, { base = 3 })
    expect(of "CC09"):to_be(2 / 3)
  end)
  it("sit in no body only where that is said", function()
    expect(of "CC10"):to_be(1 / 2, { base = 2, unknown = 3 })
  end)
  it("have a mean budget of those that are known", function()
    expect(of "CC11"):to_be(2000, { base = 2, unknown = 3, unit = "euro" })
    expect(of "CC12"):to_be_unknown "abs"
  end)
  it("make no table of an answer that nobody gave", function()
    local silent = rows:where { nom_cc = "Cinq" }
    local question = { id = "e", sheet = { fr = "e", en = "e" }, title = { fr = "e", en = "e" }, field = "etat",
      vocabulary = "etat_conseil", unstated = { "non précisé" }, counted = { fr = "Conseils", en = "Councils" } }
    expect(single_answers.table(run, silent, question)):to_be(false)
    expect(single_answers.table(run, rows, question)):to_be(true)
  end)
end)

local conseils = require "bilan.conseils"

describe("councils and their rows", function()
  local run = spec.run()
  it("are not asked for members where they were never set up", function()
    local rows = spec.rows("conseil", "Conseil citoyen;Nombre de membres;Collège habitants;État\nUn;20;12;actif\nDeux;;;jamais installé\n"
      .. "Trois;NC;NC;\n")
    expect(run:indicator("CC03", conseils.asked(rows))):to_be(0.6, { base = 1, unknown = 1 })
  end)
  it("count once where a file has a row a member", function()
    local HEADER = "Conseil citoyen;Exercice;QPV;Nombre de membres\n"
    local rows = spec.rows("conseil", HEADER .. "A;2025;QN06901M;\na;2025;QN06901M;\nA;2025;QN06901M;12\n"
      .. "A;2024;QN06901M;\nB;2025;QN06901M;\nA;2025;QN06902I;\n")
    expect(conseils.once(rows):count()):to_be(4) -- the first two rows say nothing more than that of 12 members
    local turned = spec.rows("conseil", HEADER .. "A;2025;QN06902I;\nB;2025;QN06901M;\nA;2024;QN06901M;\nA;2025;QN06901M;12\n"
      .. "a;2025;QN06901M;\nA;2025;QN06901M;\n")
    expect(conseils.once(turned):count()):to_be(4)
  end)
  it("count as two where they contradict each other, and once where nothing tells them apart", function()
    local HEADER = "Conseil citoyen;Exercice;QPV;Nombre de membres\n"
    expect(conseils.once(spec.rows("conseil", HEADER .. "A;2025;QN06901M;12\nA;2025;QN06901M;15\n")):count()):to_be(2)
    expect(conseils.once(spec.rows("conseil", HEADER .. "A;2025;QN06901M;12\nA;2025;;12\n")):count()):to_be(1)
  end)
end)

describe("councils, the workbook", function()
  it("names a quarter of several councils, and judges a weary one without a meeting", function()
    local trial = spec.build("conseils_citoyens", { year = 2025, files = { ["cc.csv"] = "Conseil citoyen;Exercice;QPV;Nb de réunions;État\n"
      .. "CC Les Ormes;2025;QN06901M;6;actif\nConseil des Ormes;2025;QN06901M;0;essoufflé\n" } })
    local said = table.concat(trial.warnings, "\n")
    expect(said:find("QN06901M (CC Les Ormes, Conseil des Ormes)", 1, true) ~= nil):to_be(true)
    local codes = {}
    for _, finding in ipairs(trial.findings) do codes[finding.code] = true end
    expect(codes.K08):to_be(true)
  end)
end)

describe("citizens' councils, one that was dissolved", function()
  local trial = spec.build("conseils_citoyens", { year = 2025, params = { nb_qpv = 4 }, files = { ["cc.csv"] =
    "Conseil citoyen;Exercice;Commune;QPV;Nombre de membres;Membres actifs;État\n2025;2025;Ville-A;QN06901M;20;10;actif\n"
    .. "Parc;2025;Ville-C;QN06902M;15;16;dissous\n" } })
  local function plain(words) return bilan.text.replace(words, "\u{A0}", " ") end
  it("has no members where no council is in place", function()
    local last = trial.tables.cc_par_commune.rows[2]
    expect(last[1]):to_be "Ville-C"
    expect(last[2]):to_be(0)
    expect(last[5].value or last[5]):to_be(0)
  end)
  it("is said to be in some bases and not in others", function()
    local words = plain(table.concat(trial.tables.cc_indicateurs.notes, "\n"))
    expect(words:find("1 conseil dissous : hors de la couverture des QPV (CC01)", 1, true) ~= nil):to_be(true)
  end)
  it("leaves the coded figures of the first page in the table of indicators", function()
    expect(trial.tables.cc_indicateurs.rows[1][1]):to_be "CC01"
    expect(trial.tables.cc_indicateurs.rows[1][3]):to_be(0.25, { numerator = 1, denominator = 4 })
  end)
  it("says which share has a part above its whole", function()
    expect(plain(table.concat(trial.warnings, "\n")):find("(K06) : 1 ligne", 1, true) ~= nil):to_be(true)
  end)
end)

describe("conseils: bodies that nobody says not to sit in", function()
  local HEADER = "Exercice;Conseil citoyen;QPV couverts;Participation aux instances\n"
  local function made(rows) return spec.build("conseils_citoyens", { year = 2025, files = { ["c.csv"] = HEADER .. rows } }) end
  local WORDS = "la part de 100 % n'est pas un résultat"
  local function said(trial) return bilan.text.replace(table.concat(trial.warnings, "\n"), "\u{A0}", " "):find(WORDS, 1, true) ~= nil end
  it("give no share on the first page, which says why", function()
    local trial = made "2025;Un;QN06901M;comité de pilotage\n2025;Deux;QN06902I;\n"
    expect(trial.figures.CC10):to_be(nil)
    expect(said(trial)):to_be(true)
  end)
  it("give one where some council answers « aucune »", function()
    local trial = made "2025;Un;QN06901M;comité de pilotage\n2025;Deux;QN06902I;aucune\n"
    expect(trial.figures.CC10):to_be(0.5)
    expect(said(trial)):to_be(false)
  end)
end)

describe("conseils: women of the whole council", function()
  it("are called so, and said to stand for the college in each of the three indicators", function()
    local run = spec.run()
    local rows = spec.rows("conseil", "Conseil citoyen;Femmes;Hommes\nUn;6;4\n")
    expect(run:indicator_label "CC04"):to_be "Part des femmes (collège habitants, à défaut conseil entier)"
    for _, id in ipairs { "CC04", "CC04b", "CC04e" } do
      local note = run:supposition(id, rows)
      expect(note ~= nil):to_be(true)
    end
  end)
end)

describe("conseils: how many were described", function()
  it("says how many of them were never set up or are dissolved", function()
    local conseils = require "bilan.conseils"
    local rows = spec.rows("conseil", "Conseil citoyen;État\nUn;actif\nDeux;jamais installé\nTrois;dissous\nQuatre;dissous\n")
    local card = conseils.card(rows)
    expect(card.figure):to_be(4)
    expect(bilan.text.replace(card.note.fr, "\u{A0}", " ")):to_be "dont jamais installés : 1, dissous : 2"
  end)
end)
