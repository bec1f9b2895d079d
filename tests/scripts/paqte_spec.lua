-- SPDX-License-Identifier: MPL-2.0
-- PaQte: a signatory speaks once, whatever the number of its rows; without the return rate totals mean nothing.
local spec = require "bilan.spec"
local entites = require "bilan.entites"
local describe, it, expect = spec.describe, spec.it, spec.expect

local function figure(id, rows) return spec.run():indicator(id, rows) end

describe("paqte", function()
  local rows = spec.rows("paqte", [[
Exercice;Entreprise;Type;Taille;Engagement;Bilan reçu;Alternants;Alternants QPV;Embauches;Embauches QPV;Achats inclusifs;Parrains
2022;Une;entreprise;PME;charte;oui;4;1;20;6;15000;2
2022;UNE;entreprise;;PaQte départemental;;;;;;;
2022;Deux;réseau;ETI;charte;;0;0;10;NC;;
2022;Trois;entreprise;TPE;convention;non;;;;;;
2022;Quatre;entreprise;;intention;;;;;;;
]])

  it("puts the return rate before any total", function()
    expect(figure("PAQ09", rows)):to_be(0.5, { numerator = 2, denominator = 4, base = 4 })
    expect(figure("PAQ01", rows)):to_be(4, { base = 4 })
  end)
  it("takes the size where one row gives it", function()
    expect(figure("PAQ02", rows)):to_be(2 / 3, { numerator = 2, denominator = 3, unknown = 1 })
  end)
  it("follows the charter into the PaQte", function()
    expect(figure("PAQ03", rows)):to_be(0.5, { numerator = 1, denominator = 2, not_applicable = 3 })
  end)
  it("counts the axes on which a signatory does something", function()
    expect(figure("PAQ08_4", rows)):to_be(0.5, { base = 2, unknown = 2 })
    expect(figure("PAQ08_1", rows)):to_be(0.5)
    expect(figure("PAQ08_2", rows)):to_be(0)
  end)
  it("relates the quarters to what is known of both", function()
    local asked = entites.rows_for(rows, "entreprise", { "embauches_qpv", "embauches" })
    expect(figure("PAQ06", asked)):to_be(0.3, { numerator = 6, denominator = 20, base = 1, unknown = 3 })
  end)
  it("takes « NC » for no « non » and for no axis without action", function()
    local said = spec.rows("paqte", "Exercice;Entreprise;Bilan reçu;Alternants;Embauches;Parrains;Achats inclusifs\n" ..
      "2025;Une;oui;NC;5;3;100\n2025;Deux;NC;NC;NC;NC;NC\n2025;Trois;NC;;4;;\n2025;Quatre;;;;;\n")
    expect(figure("PAQ09", said)):to_be(2 / 3, { numerator = 2, denominator = 3, unknown = 1 })
    expect(figure("PAQ01", said)):to_be(4)
    expect(figure("PAQ08_3", said)):to_be(0, { base = 1, unknown = 3 })
    expect(figure("PAQ08_1", said)):to_be(1, { base = 1, unknown = 3 })
  end)
  it("divides by nothing in silence nowhere", function()
    local none = spec.rows("paqte", "Exercice;Entreprise;Alternants;Alternants QPV;Type\n2022;Une;0;0;entreprise\n2022;Deux;0;0;réseau\n")
    expect(figure("PAQ05", none)):to_be_unknown()
    expect(figure("PAQ05", none).denominator):to_be(0)
    expect(figure("PAQ03", none)):to_be_unknown()
  end)
end)

local bilan = require "bilan"
local double_entries = require "bilan.double_entries"
local quarters_once = require "bilan.quarters_once"
local signatory_list = require "bilan.signatory_list"
local f = bilan.field

describe("paqte, a signatory entered twice", function()
  local HEADER = "Exercice;Entreprise;Engagement;Axe PaQte;Alternants;Alternants QPV;Embauches\n"
  it("is in a sum once, figure for figure", function()
    local rows = spec.rows("paqte", HEADER .. "2025;Métal;charte;;5;5;0\n2025;MÉTAL;PaQte national;;5;5;0\n2025;Autre;charte;;5;5;0\n")
    local once = double_entries.once(rows)
    expect(once:figure(bilan.sum(f.alternants))):to_be(10, { base = 2 })
    expect(figure("PAQ05", once)):to_be(1, { denominator = 10 })
    expect(#double_entries.added(once)):to_be(0)
    expect(#double_entries.added(rows)):to_be(1)
  end)
  it("adds up where figures, axes or years differ, and is named", function()
    local rows = spec.rows("paqte", HEADER .. "2025;Métal;;2 - Former;5;;\n2025;Métal;;2 - Former;7;;\n2025;Autre;;2 - Former;3;;\n"
      .. "2025;Autre;;3 - Recruter;;;3\n2024;Autre;;2 - Former;3;;\n")
    expect(double_entries.once(rows):count()):to_be(5)
    expect(double_entries.added(rows)):to_equal { "Métal" }
  end)
end)

describe("paqte, the list of signatories", function()
  local REPORTS = "Exercice;Entreprise;Bilan reçu;Alternants\n2025;Une;oui;4\n2025;Partie;oui;2\n"
  it("tells who is none: reported, and not on it", function()
    local list = spec.rows("paqte", "Exercice;Entreprise;Engagement\n2025;UNE;charte\n2025;Deux;PaQte national\n")
    local rows, outside, has_list = signatory_list.read(list:union(spec.rows("paqte", REPORTS)))
    expect(has_list):to_be(true)
    expect(outside):to_equal { "Partie" }
    expect(figure("PAQ01", rows)):to_be(2)
    expect(figure("PAQ09", rows)):to_be(0.5, { numerator = 1, denominator = 2 })
  end)
  it("may be names alone, or who was asked for a report", function()
    local names = spec.rows("paqte", "Exercice;Signataire;Type\n2025;Une;entreprise\n")
    local _, outside = signatory_list.read(names:union(spec.rows("paqte", REPORTS)))
    expect(outside):to_equal { "Partie" }
    local asked, nobody, has_list = signatory_list.read(
      spec.rows("paqte", "Exercice;Entreprise;Type;Bilan reçu;Alternants\n2025;Une;réseau;oui;4\n2025;Deux;;non;\n2025;Trois;;;\n"))
    expect(has_list):to_be(true)
    expect(#nobody):to_be(0)
    expect(asked:count()):to_be(3) -- one that says « non » makes a list of all of its table
  end)
  it("is missing where reports came alone", function()
    local rows, outside, has_list = signatory_list.read(spec.rows("paqte", REPORTS))
    expect(has_list):to_be(false)
    expect(#outside):to_be(0)
    expect(rows:count()):to_be(2)
  end)
end)

describe("paqte, the quarters around", function()
  local HEADER = "Code QPV;EPCI;Année;Source;Population\n"
  local function people(text)
    local rows, series = quarters_once.read(spec.run(), spec.rows("territoire", HEADER .. text), "lib_epci", { "population" })
    return rows:figure(bilan.sum(f.population_retenu)), series "population", rows
  end
  it("count once, whatever the number of sources and years", function()
    local sum, series = people "QN06901M;M;2024;INSEE;3000\nQN06901M;M;2024;CAF;3100\nQN06902I;M;2024;INSEE;2000\nQN06901M;M;2023;INSEE;2900\n"
    expect(sum):to_be(5000, { base = 2, unknown = 0 })
    expect(series):to_be "INSEE 2024"
  end)
  it("are unknown where one source contradicts itself, and known where it repeats itself", function()
    expect((people "QN06901M;M;2024;INSEE;3000\nQN06901M;M;2024;INSEE;3100\nQN06902I;M;2024;INSEE;2000\nQN06902I;M;2024;INSEE;2000\n"))
      :to_be(2000, { base = 1, unknown = 1 })
  end)
  it("lie where any row says, and are of one map", function()
    local sum, _, rows = people "QN06901M;M;2024;INSEE;3000\nQN06901M;;2024;CAF;\nQP069001;M;2020;INSEE;9000\n"
    expect(sum):to_be(3000)
    expect(rows:distinct "lieu"):to_equal { "M" }
  end)
end)

describe("paqte, the workbook", function()
  local function built(list)
    return spec.build("paqte", { year = 2025, files = { ["liste.csv"] = "Exercice;Entreprise;Date de signature;Engagement;Embauches\n" .. list } })
  end
  it("tells no growth from a list that is not whole", function()
    local rows = built("2024;Une;01/02/2023;charte;4\n2025;Une;01/02/2023;charte;5\n2025;Deux;01/02/2022;charte;7\n").tables.paq_signataires.rows
    expect(rows[2][#rows[2]].code):to_be "nd"
    rows = built("2024;Une;01/02/2023;charte;4\n2025;Une;01/02/2023;charte;5\n2025;Deux;01/02/2025;charte;7\n").tables.paq_signataires.rows
    expect(rows[2][#rows[2]]):to_be(1)
  end)
  it("has no return rate where no list was sent", function()
    local trial = spec.build("paqte", { year = 2025, files = { ["bilans.csv"] = "Exercice;Entreprise;Embauches\n2025;Une;4\n2025;Deux;6\n" } })
    expect(trial.figures.PAQ09):to_be(nil)
    expect(trial.warnings[1]:find("Liste des signataires non reçue", 1, true)):to_be(1)
    expect(#trial.journal):to_be(0)
  end)
end)

describe("paqte, signatories by quarter", function()
  it("has a last line for those of no quarter, so that none is lost", function()
    local rows = spec.build("paqte", { year = 2025, files = { ["e.csv"] = "Exercice;Entreprise;Type;Embauches;QPV\n2025;Une;entreprise;4;QN04401M\n"
      .. "2025;Deux;entreprise;3;\n2025;Trois;entreprise;5;NC\n" } }).tables.paq_territoires.rows
    expect(#rows):to_be(2)
    expect(rows[2][1]):to_be "(non renseigné)"
    expect(rows[2][2]):to_be(2)
    expect(rows[2]["Embauches"]):to_be(8)
  end)
end)

describe("paqte, a part above its whole", function()
  local trial = spec.build("paqte", { year = 2025, files = { ["e.csv"] = "Exercice;Entreprise;Type;Embauches;Embauches QPV;QPV\n"
    .. "2025;Une;entreprise;40;10;QN04401M\n2025;Deux;entreprise;3;5;QN04402I\n" } })
  it("prints no share above 100 %, and says why", function()
    local said = {}
    for _, row in ipairs(trial.tables.paq_territoires.rows) do said[row[1]:match "^%S+"] = row["Part QPV des embauches"] end
    expect(said.QN04402I.code):to_be "nd"
    expect(said.QN04401M):to_be(0.25)
    expect(trial.tables.paq_territoires.notes[#trial.tables.paq_territoires.notes]:find("plus de 100", 1, true) ~= nil):to_be(true)
  end)
  it("says on the first page which share counts such a row", function()
    local words = bilan.text.replace(table.concat(trial.warnings, "\n"), "\u{A0}", " ")
    expect(words:find("(P03) : 1 ligne, comptée telle quelle dans « Part des QPV parmi les embauches »", 1, true) ~= nil):to_be(true)
  end)
  it("calls no indicator above 100 % solid", function()
    local over = spec.build("paqte", { year = 2025, files = { ["e.csv"] = "Exercice;Entreprise;Type;Embauches;Embauches QPV\n"
      .. "2025;Deux;entreprise;3;5\n" } })
    for _, row in ipairs(over.tables.paq_indicateurs.rows) do
      if row[1] == "PAQ06" then expect(bilan.text.replace(row["Solidité"], "\u{A0}", " ")):to_be "à vérifier : plus de 100 %" end
    end
  end)
end)

describe("paqte, one company under two names", function()
  it("is one where the SIRET says so, also for a row that gives the name alone", function()
    local trial = spec.build("paqte", { year = 2025, files = {
      ["liste.csv"] = "Année;Entreprise;Type;SIRET;Effectif;Date de signature;Engagement\n2025;Alpha SA;entreprise;73282932000074;GE;"
        .. "12/03/2024;PaQte national\n2025;Beta;entreprise;;PME;01/06/2024;PaQte départemental\n",
      ["bilan.csv"] = "Année;Entreprise;SIRET;Alternants;Alternants QPV;Embauches;Embauches QPV\n2025;ALPHA;732 829 320 00074;20;6;40;10\n"
        .. "2025;alpha;;;;5;1\n2025;Beta;;2;1;3;1\n" } })
    expect(trial.figures.PAQ09):to_be(1, { numerator = 2, denominator = 2 })
    expect(trial.figures.PAQ01):to_be(2)
    expect(trial.figures.PAQ05):to_be(7 / 22)
    expect(trial.figures.PAQ06):to_be(12 / 48)
    expect(table.concat(trial.warnings, "\n"):find("sans être sur la liste", 1, true)):to_be(nil)
  end)
  it("are two where two numbers share a name", function()
    local one_name = require "bilan.one_name"
    local rows = spec.rows("paqte", "Entreprise;Type;SIRET;Alternants\nAlpha;entreprise;73282932000074;1\nAlpha;entreprise;35600000000048;2\n")
    expect(one_name.of(rows, "entreprise"):figure(bilan.sum(f.alternants))):to_be(3)
  end)
end)

describe("paqte, a bare list of those who signed the charter", function()
  it("says of nobody that he did not report, nor that he did not renew", function()
    local rows = spec.rows("paqte", "Exercice;Entreprise;Taille;Engagement\n2018;Une;PME;charte\n2018;Deux;TPE;charte\n")
    expect(figure("PAQ09", rows)):to_be_unknown()
    expect(figure("PAQ09", rows).unknown):to_be(2)
    expect(figure("PAQ03", rows)):to_be_unknown()
    expect(figure("PAQ01", rows)):to_be(2)
  end)
end)

describe("paqte, the cards of the first page", function()
  it("are of indicators that have a value; the others are named", function()
    local trial = spec.build("paqte", { year = 2018, files = { ["l.csv"] = "Exercice;Entreprise;Taille;Engagement\n2018;Une;PME;charte\n"
      .. "2018;Deux;GE;PaQte national\n2018;Une;;convention\n" } })
    expect(trial.figures.PAQ06):to_be(nil)
    expect(trial.figures.PAQ01):to_be(2)
    expect(trial.figures.PAQ03):to_be(1)
    expect(bilan.text.replace(table.concat(trial.warnings, "\n"), "\u{A0}", " "):find("Chiffres clés sans valeur", 1, true) ~= nil):to_be(true)
  end)
end)

describe("paqte, figures that nobody communicated", function()
  it("are neither a report nor none", function()
    local rows = spec.rows("paqte", "Exercice;Entreprise;Type;Alternants;Embauches\n2025;Une;entreprise;NC;NC\n2025;Deux;entreprise;NC;NC\n2025;Trois;entreprise;;\n")
    expect(figure("PAQ09", rows)):to_be(0, { base = 1, unknown = 2 })
    rows = spec.rows("paqte", "Exercice;Entreprise;Type;Alternants;Embauches\n2025;Une;entreprise;NC;NC\n2025;Deux;entreprise;4;NC\n")
    expect(figure("PAQ09", rows)):to_be(1, { base = 1, unknown = 1 })
  end)
  it("make no return rate of 0 % where nothing is known", function()
    local rows = spec.rows("paqte", "Exercice;Entreprise;Type;Alternants\n2025;Une;entreprise;NC\n2025;Deux;entreprise;NC\n")
    expect(figure("PAQ09", rows)):to_be_unknown()
    expect(figure("PAQ09", rows).unknown):to_be(2)
  end)
end)

describe("paqte, whether reports came", function()
  local LIST = "Exercice;Entreprise;Type;Engagement;Effectif;Alternants\n2025;Une;entreprise;charte;PME;4\n2025;Deux;entreprise;charte;PME;\n"
  local function said(text)
    return bilan.text.replace(table.concat(spec.build("paqte", { year = 2025, files = { ["p.csv"] = text } }).warnings, "\n"), "\u{A0}", " ")
  end
  local WORDS = "« Bilan reçu » n'est demandé par aucun fichier : un signataire qui donne un chiffre compte comme un retour."
  it("is supposed where no file asks, and said", function() expect(said(LIST):find(WORDS, 1, true) ~= nil):to_be(true) end)
  it("is read from « Rapport reçu »", function()
    local text = LIST:gsub("Effectif", "Effectif;Rapport reçu"):gsub("PME", "PME;oui")
    expect(said(text):find(WORDS, 1, true)):to_be(nil)
    expect(spec.build("paqte", { year = 2025, files = { ["p.csv"] = text } }).figures.PAQ09):to_be(1)
  end)
end)

describe("paqte: more placements filled than offered", function()
  it("are to be checked, in the word of the table", function()
    local rows, run = spec.rows("paqte", "Entreprise;Stages de 3e offerts;Stages de 3e pourvus\nUne;3;12\nDeux;5;5\n"), spec.run()
    local filled = run:indicator("PAQ04", rows)
    expect(filled):to_be(17 / 8)
    expect(bilan.text.replace(run:reliability(filled, "PAQ04"), "\u{A0}", " ")):to_be "à vérifier : plus de 100 %"
    expect(bilan.text.replace(run:reliability(filled, "a share of the report"), "\u{A0}", " ")):to_be "à vérifier : plus de 100 %"
    expect(run:reliability(filled)):to_be "solide"
    expect(run:reliability(filled, "EMP12")):to_be "solide" -- what was done may be more than what was aimed at
  end)
end)

describe("paqte: two files that contradict each other on a signatory", function()
  it("leave its size unknown, whatever the names of the files, and are named", function()
    local function built(first, second)
      return spec.build("paqte", { year = 2025, files = {
        [first] = "Année;Entreprise;Type;Taille;Embauches\n2025;Alpha;entreprise;PME;10\n2025;Beta;entreprise;TPE;5\n",
        [second] = "Année;Entreprise;Taille;Alternants\n2025;ALPHA;GE;3\n" } })
    end
    for _, trial in ipairs { built("a.csv", "b.csv"), built("z.csv", "b.csv") } do
      for _, row in ipairs(trial.tables.paq_indicateurs.rows) do
        if row[1] == "PAQ02" then expect(row[3]):to_be(1, { numerator = 1, denominator = 1, unknown = 1 }) end
      end
      local said = bilan.text.replace(table.concat(trial.warnings, "\n"), "\u{A0}", " ")
      expect(said:lower():find("réponses contradictoires, comptées comme inconnues : alpha (taille)", 1, true) ~= nil):to_be(true)
    end
  end)
end)

describe("paqte: reports that nobody knows of", function()
  local trial = spec.build("paqte", { year = 2025, files = { ["p.csv"] =
    "Exercice;Entreprise;Date de signature;Embauches;Bilan reçu\n2025;Alpha;01/02/2024;NC;NC\n2025;Bravo;01/02/2024;NC;NC\n" } })
  it("are no « 0 of 0 »", function()
    expect((bilan.text.replace(trial.warnings[1], "\u{A0}", " "))):to_be(
      "Retours : on ne sait d'aucun des signataires (2) s'il a rendu un bilan.")
  end)
end)

describe("paqte: a company on the list and in the reports", function()
  local function told_twice(files)
    local n = 0
    for _, finding in ipairs(spec.build("paqte", { year = 2025, files = files }).findings) do
      if finding.code == "P05" then n = n + 1 end
    end
    return n
  end
  local list = "Exercice;Entreprise;Engagement;Date de signature\n2025;Alpha;charte;01/02/2023\n2025;Alpha;PaQte national;01/02/2024\n"
  it("is no duplicate of itself, nor is a charter of the PaQte that came after it", function()
    expect(told_twice { ["liste.csv"] = list, ["bilans.csv"] = "Exercice;Entreprise;Embauches;Alternants\n2025;Alpha;4;1\n" }):to_be(0)
  end)
  it("is one where a row says the same again", function()
    expect(told_twice { ["liste.csv"] = list .. "2025;Alpha;charte;01/02/2023\n" }):to_be(1)
    expect(told_twice { ["bilans.csv"] = "Exercice;Entreprise;Embauches;Alternants\n2025;Alpha;4;1\n2025;Alpha;6;1\n" }):to_be(1)
  end)
end)
