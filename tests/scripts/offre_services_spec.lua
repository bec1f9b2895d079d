-- SPDX-License-Identifier: MPL-2.0
-- Indicators of offers of services over rows as operators send them.
local spec = require "bilan.spec"
local bilan = require "bilan"
local completeness = require "bilan.completeness"
local f = bilan.field
local describe, it, expect = spec.describe, spec.it, spec.expect

local ROWS = [[
Axe;Offre;Opérateur;Public;QPV concernés;Bénéficiaires;dont QPV;Femmes;Hommes;Entrées;Abandons;Sorties;CDI;CDD < 6 mois;Sortie positive;Entrées en formation;Cible;Réalisé
1;Forum;Ville;habitants;QP002001;100;40;60;40;100;10;50;10;5;10;NC;90;100
1;Forum;Ville;habitants;QP002002;50;NC;20;30;;;;;;;3;60;50
2;Ateliers;PLIE;jeunes;QP002001;NC;;;;;;;;;;so;;
3;Locaux;Agglo;entreprises;QP002001;;;;;;;;;;;;5;6
2;Achats;Agglo;entreprises;QP002001;so;;;;;;;;;;;10;12
]]

describe("offres de services", function()
  local rows, run = spec.rows("offre", ROWS), spec.run()
  local function of(id) return run:indicator(id, rows) end

  it("count an offer once, whatever its quarters", function()
    expect(of "OFF01"):to_be(4)
  end)
  it("expect figures on people of offers to people only", function()
    expect(of "OFF02_total"):to_be(2 / 3, { numerator = 2, denominator = 3 })
    expect(of "OFF02_qpv"):to_be(1 / 3)
    expect(of "OFF02_formation"):to_be(1 / 2, { numerator = 1, denominator = 2, not_applicable = 1 })
  end)
  it("have rates of sums where both terms are known", function()
    expect(of "OFF03_qpv"):to_be(40 / 100, { base = 1 })
    expect(of "OFF03_f"):to_be(80 / 150, { base = 2 })
    expect(of "OFF03_abandon"):to_be(0.1)
    expect(of "OFF03_dynamique"):to_be(25 / 50)
    expect(of "OFF06"):to_be(168 / 165, { base = 4, unknown = 1 })
  end)
  it("are complete where known cells are expected ones, whoever has the column", function()
    local people = f.public:ne "entreprises"
    local set = { { words = "a", is = f.benef_total, where = people }, { words = "b", where = people } }
    local known, expected = completeness.table(run, rows, { id = "c", title = "c", header = "c", set = set })
    expect(known):to_be(2)
    expect(expected):to_be(6)
    expect(completeness.by(run, rows, { id = "d", title = "d", header = "d", counted = "n", set = set, field = "etat" })):to_be(false)
    expect(completeness.by(run, rows, { id = "d", title = "d", header = "d", counted = "n", set = set, field = "operateur" })):to_be(true)
  end)
end)

describe("offers whose residents are told from others", function()
  local rows = spec.rows("offre", [[
Exercice;Offre de services;Axe stratégique;Public;Bénéficiaires (total);Femmes;Hommes;Dont habitants QPV;Hors QPV
2025;Une;2;habitants;40;10;30;10;10
2025;Deux;2;habitants;NC;10;10;12;8
2025;Trois;3;entreprises;sans objet;10;sans objet;sans objet;sans objet
]])
  it("have the rate of the report on employment", function()
    expect(spec.run():indicator("OFF03_qpv", rows)):to_be(22 / 40, { numerator = 22, denominator = 40, base = 2, unknown = 0 })
  end)
  it("have no share of women where men are « sans objet »", function()
    expect(spec.run():indicator("OFF03_f", rows)):to_be(20 / 60, { numerator = 20, base = 2 })
    expect(spec.run():indicator("OFF03_f", rows:where { axe = "3" })):to_be_unknown()
  end)
end)

describe("what became of the people of an offer", function()
  local TEXT = [[
Action;Entrées;Abandons;Sorties;Emploi durable;Emploi de transition;Sorties positives;Sorties dynamiques;Sorties neutralisées;Suite inconnue;Entrées en formation;Orientations vers une structure
Une;40;6;30;10;8;5;;1;2;4;10
Deux;;5;20;;;;8;;0;;
Trois;10;NC;NC;;;;;;;;
]]
  local run = spec.run()
  local offers, actions = spec.rows("offre", (TEXT:gsub("^Action", "Offre de services"))), spec.rows("emploi", TEXT)
  it("is counted as that of an action", function()
    expect(run:indicator("OFF03_abandon", offers)):to_be(11 / 65, { numerator = 11, denominator = 65, base = 2, unknown = 1 })
    expect(run:indicator("OFF03_dynamique", offers)):to_be(31 / 49, { numerator = 31, denominator = 49, base = 2, unknown = 1 })
    expect(run:indicator("OFF03_dynamique_connue", offers)):to_be(31 / 47)
    expect(run:indicator("OFF03_orientation", offers)):to_be(10 / 30, { base = 1, unknown = 2 })
  end)
  it("has the figures of the report on employment", function()
    for off, emp in pairs { OFF03_abandon = "EMP05", OFF03_dynamique = "EMP06", OFF03_dynamique_connue = "EMP06b",
      OFF03_durable = "EMP07", OFF03_emploi = "EMP08", OFF03_formation = "EMP09", OFF03_orientation = "EMP10" } do
      local theirs = run:indicator(emp, actions)
      expect(run:indicator(off, offers)):to_be(theirs.value, { numerator = theirs.numerator, denominator = theirs.denominator,
        base = theirs.base, unknown = theirs.unknown })
    end
  end)
end)

describe("offers: given up, rates only, empty cells", function()
  local HEADER = "Offre de services;Opérateur;Axe stratégique;QPV concernés;Mise en œuvre;Bénéficiaires;dont QPV;Taux d'habitants des QPV;Abandons;Sorties;Emploi durable;Emploi de transition;Sorties positives\n"
  local function made(rows) return spec.build("offre_services", { files = { ["offres.csv"] = HEADER .. rows } }) end
  local function page(trial) return bilan.text.replace(bilan.text.join(trial.warnings, "\n"), "\u{A0}", " ") end

  it("an offer that was given up covers no quarter", function()
    local trial = made "Bus;M;1;QN06901M;abandonné;0;0;;;;;;\nAtelier;M;2;QN06901M;réalisé;10;5;;;;;;\n"
    local gaps = trial.tables["off_manques"].rows[1]
    expect(gaps["Offres"]):to_be(1)
    expect(gaps["Axe 1"]):to_be(0)
    expect(gaps["Axes sans offre"]):to_be("1, 3")
    expect(#trial.tables["off_matrice"].rows):to_be(1)
    expect(page(trial):find("Offres abandonnées, qui ne couvrent aucun quartier : 1.", 1, true) ~= nil):to_be(true)
  end)
  it("a rate without its numbers was read: it is not missing", function()
    local trial = made "Bus;M;1;QN06901M;réalisé;100;;80 %;;;;;\nAtelier;N;2;QN06901M;réalisé;20;;50 %;;;;;\n"
    expect(trial.tables["off_completude"].rows[2]["Cellules connues"]):to_be(2)
    local words = page(trial)
    expect(words:find("Donné en taux seulement, sans les nombres", 1, true) ~= nil):to_be(true)
    expect(words:match("absent du classeur : ([^\n]*)"):find("habitants des QPV", 1, true)):to_be(nil)
    expect(#trial.journal):to_be(0)
  end)
  it("says of empty cells that they are empty, not that no file has the column", function()
    local rows = spec.rows("offre", HEADER .. "Bus;M;3;QN06901M;réalisé;100;80;;0;10;;;\n")
    expect(spec.run():indicator("OFF03_dynamique", rows)):to_be_unknown("vide")
  end)
  it("OFF02 is an indicator like others", function()
    local run = spec.run()
    local rows = spec.rows("offre", HEADER .. "Bus;M;1;QN06901M;réalisé;100;80;;0;;;;\n")
    expect(run:indicator_label "OFF02"):to_be("Complétude des indicateurs communs")
    expect(run:indicator("OFF02", rows)):to_be(0.4, { numerator = 4, denominator = 10 })
  end)
end)

describe("offers: what people and companies have not in common", function()
  local HEADER = "Axe stratégique;Offre de services;Opérateur;Public;Nb de bénéficiaires total;dont QPV;Abandons;Nb inscrits;Cible;Réalisé\n"
  local PEOPLE = "Axe 2;Référents;PLIE;habitants;100;60;10;100;120;100\nAxe 1;Forum;Ville;habitants;300;NC;;;0;300\n"
  local COMPANIES = "Axe 3;Pépinière;Métropole;entreprises;;;;;10;12\n"
  local function built(text) return spec.build("offre_services", { year = 2025, files = { ["o.csv"] = HEADER .. text } }) end
  it("is no share of what was aimed at: not where the target is 0", function()
    expect(built(PEOPLE).figures.OFF06):to_be(100 / 120, { base = 1, unknown = 0 })
  end)
  it("is in no key figure where units are mixed, and is said", function()
    local trial = built(PEOPLE .. COMPANIES)
    expect(trial.figures.OFF06):to_be(nil)
    expect(table.concat(trial.warnings, "\n"):find("personnes et entreprises", 1, true) ~= nil):to_be(true)
  end)
  it("asks companies nothing about people", function()
    local trial = built(PEOPLE .. COMPANIES)
    expect(trial.figures.OFF03_abandon):to_be(0.1, { base = 1, unknown = 1 })
  end)
end)

describe("offers: what is known of the common indicators", function()
  local HEADER = "Offre de services;Opérateur;Axe stratégique;QPV concernés;Bénéficiaires;- de 26 ans;26 ans et plus;Niveau 3;Niveau 4;Emploi durable;Emploi de transition\n"
  local function known(rows)
    local trial, cells = spec.build("offre_services", { files = { ["offres.csv"] = HEADER .. rows } }), {}
    for _, row in ipairs(trial.tables["off_completude"].rows) do cells[bilan.text.replace(row[1], "\u{A0}", " ")] = row["Cellules connues"] end
    return cells
  end
  it("a blank band is nobody only where the others make up the total", function()
    expect(known("Bus;M;1;QN06901M;10;10;;4;6;1;2\n")["Âge"]):to_be(1)
    expect(known("Bus;M;1;QN06901M;10;4;;4;6;1;2\n")["Âge"]):to_be(0)
    expect(known("Bus;M;1;QN06901M;10;4;6;4;;1;2\n")["Niveau"]):to_be(0)
    expect(known("Bus;M;1;QN06901M;;4;;4;;1;2\n")["Âge"]):to_be(1) -- no total says more
  end)
  it("people by quarter are those of an offer of one quarter", function()
    expect(known("Bus;M;1;QN06901M;10;;;;;;\n")["Par QPV"]):to_be(1)
    expect(known("Bus;M;1;QN06901M ; QN06902I;10;;;;;;\n")["Par QPV"]):to_be(0)
    expect(known("Bus;M;1;tous les QPV;10;;;;;;\n")["Par QPV"]):to_be(0)
    expect(known("Bus;M;1;QN06901M;NC;;;;;;\n")["Par QPV"]):to_be(0)
  end)
  it("jobs are both kinds, where both are asked", function()
    expect(known("Bus;M;1;QN06901M;10;;;;;1;NC\n")["Suite : emploi"]):to_be(0)
    expect(known("Bus;M;1;QN06901M;10;;;;;1;2\n")["Suite : emploi"]):to_be(1)
  end)
end)

describe("offers whose quarters are not known", function()
  local trial = spec.build("offre_services", { year = 2025, files = { ["o.csv"] = "Exercice;Axe;Offre;Public;QPV concernés;Bénéficiaires\n"
    .. "2025;1;Forum;habitants;QN00101M;10\n2025;2;Ateliers;habitants;NC;5\n2025;2;Permis;habitants;;5\n2025;2;Permis;habitants;QN00102M;5\n" } })
  it("are no « 0 » in the matrix, and an axis without an offer may be theirs", function()
    local cells = {}
    for _, row in ipairs(trial.tables.off_matrice.rows) do cells[row[1]] = row end
    expect(cells["Forum"]["QN00102M"]):to_be(0)
    expect(cells["Ateliers"]["QN00101M"].code):to_be "nc"
    expect(cells["Ateliers"]["QPV couverts"].code):to_be "nc"
    expect(cells["Permis"]["QN00101M"]):to_be(0)
    expect(cells["Permis"]["QN00102M"]):to_be(1)
    local said = bilan.text.replace(table.concat(trial.warnings, "\n"), "\u{A0}", " ")
    expect(said:find("Offres dont les quartiers ne sont pas connus, comptées dans aucun : 2. Un axe sans offre peut être le leur.", 1, true) ~= nil)
      :to_be(true)
  end)
end)

describe("one offer in several rows", function()
  local HEADER = "Exercice;Axe;Offre;Opérateur;Public;QPV concernés;Bénéficiaires\n"
  local trial = spec.build("offre_services", { year = 2025, files = {
    ["a.csv"] = HEADER .. "2025;1;Forum;Ville A;habitants;QN00101M;100\n2025;1;Forum;Ville A;habitants;QN00102M;50\n",
    ["b.csv"] = HEADER .. "2025;1;FORUM;Mission C;habitants;QN00101M;100\n" } })
  it("is one offer, however it is spelled", function()
    expect(trial.figures.OFF01):to_be(1)
    expect(trial.tables.off_axes.rows[1][2]):to_be(1)
    expect(trial.tables.off_completude_operateur.rows[2]["Lignes (offre et quartier)"]):to_be(2)
  end)
  it("has its people in the rows of two operators, which the first page says", function()
    local said = bilan.text.replace(table.concat(trial.warnings, "\n"), "\u{A0}", " ")
    expect(said:find("Offres déclarées par plusieurs opérateurs sur les mêmes quartiers (O04), leurs bénéficiaires sont additionnés : FORUM.", 1, true)
      ~= nil):to_be(true)
  end)
end)

describe("offers: rates over nothing", function()
  local trial = spec.build("offre_services", { year = 2025, files = { ["o.csv"] =
    "Exercice;Offre de services;Axe stratégique;Bénéficiaires;Femmes;Hommes;Abandons;Entrées\n2025;Forum;1;0;0;0;0;0\n" } })
  it("are said to be so: their values were read", function()
    local said = bilan.text.replace(table.concat(trial.warnings, "\n"), "\u{A0}", " ")
    expect(said:find("Taux sans valeur, leur dénominateur étant nul : Part des femmes ; Taux d'abandon.", 1, true) ~= nil):to_be(true)
    expect(said:match "donc absent du classeur[^\n]*":find("Part des femmes", 1, true)):to_be(nil)
  end)
end)

describe("offers: achieved of target by axis", function()
  local trial = spec.build("offre_services", { year = 2025, files = { ["o.csv"] =
    "Exercice;Offre de services;Axe stratégique;Public;Cible;Réalisé\n2025;Forum;1;habitants;40;20\n2025;Club;1;entreprises;10;10\n2025;Stage;2;habitants;8;4\n" } })
  it("never adds people to companies", function()
    local said = {}
    for _, row in ipairs(trial.tables["off_axes_indicateurs"].rows) do
      if row["Indicateur"] == "Réalisé sur cible" and tostring(row["Dénominateur"]):match "^[1-9]" then said[#said + 1] = row["Axe"] .. " " .. tostring(row["Dénominateur"]) end
    end
    expect(table.concat(said, " | ")):to_be("axe 1, offres aux personnes 40 | axe 1, offres aux entreprises 10 | axe 2 8")
  end)
end)
