-- SPDX-License-Identifier: MPL-2.0
-- The regional synthesis: reports coded once or twice, counts with their base, agreement of coders.
local spec = require "bilan.spec"
local bilan = require "bilan"
local agreement = require "bilan.agreement"
local coding = require "bilan.coding"
local counts = require "bilan.counts"
local declared_shares = require "bilan.declared_shares"
local multiple_answers = require "bilan.multiple_answers"
local f = bilan.field
local describe, it, expect = spec.describe, spec.it, spec.expect

local GRID = [[
Contrat de ville;Période évaluée;Place EFH;Place CC;Difficultés CC;BIE;Conséquences BIE;Part DC;Périmètre DC;Codeur;Type de source
Alpha;2015-2022;3;2;Covid;mise en œuvre;non;12 %;P1;AB;
Alpha;;2;2;Covid, conflits;sensibilisation;;30 %;P2;CD;
Bravo;;1;0;Covid;non évoqué;;;;CD;
Charlie;;;1;;non évoqué;;68 %;;CD;
Charlie;;;1;;non évoqué;;68 %;;CD;
Delta;;;;;;;;;AB;
Alpha;;;;;;;;;;Chef·fe de projet PV
DDETS Un;;;;;;;;;;DDETS
]]

describe("coding", function()
  local rows = spec.rows("rapport", GRID)
  local grid = coding.read(rows)

  it("counts a report once, whoever coded it", function()
    expect(grid.reports:count()):to_be(3)
    expect(grid.double):to_be(1)
    expect(grid.repeated):to_be(1)
  end)
  it("leaves other sources and contracts without a report out of the bases", function()
    expect(grid.others):to_be(2)
    expect(grid.without):to_be(1)
  end)
  it("keeps the code of who coded most, or of who is asked for", function()
    expect(grid.reports:where { contrat = "Alpha" }:figure(bilan.max(f.dc_part))):to_be(0.3)
    local other = coding.read(rows, "ab")
    expect(other.reports:where { contrat = "Alpha" }:figure(bilan.max(f.dc_part))):to_be(0.12)
    expect(other.reports:count()):to_be(3)
    expect(coding.read(rows, "zz").is_unknown_coder):to_be(true)
  end)
  it("takes all lines of a grid that codes none of the variables", function()
    expect(coding.read(spec.rows("rapport", "Contrat;Modalité\nA;interne\nB;externe\n")).reports:count()):to_be(2)
  end)
  it("knows a coder by the name, however it is spelled, and any number of coders", function()
    local same = coding.read(spec.rows("rapport", "Contrat;Place EFH;Codeur\nA;1;AB\nA;1;ab\nB;2;Élise\nB;3;ELISE\n"))
    expect(same.double):to_be(0)
    expect(same.repeated):to_be(2)
    expect(#same.coders):to_be(2)
    expect(#agreement.pairs(same.lines, same.coders)):to_be(0)
    local three = coding.read(spec.rows("rapport", "Contrat;Place EFH;Codeur\nA;1;AB\nA;1;CD\nA;2;EF\n"))
    expect(three.double):to_be(1)
    expect(#agreement.pairs(three.lines, three.coders)):to_be(3)
  end)
  it("takes two periods of one contract for two reports", function()
    local two = spec.rows("rapport", "Contrat;Période;Place EFH\nA;2015-2018;1\nA;2015-2022;3\nA;;2\n")
    expect(coding.read(two).reports:count()):to_be(3)
  end)
  it("keeps the fullest list of two lines of a report, whatever their order, and names what the other one says more", function()
    local head, short, long = "Contrat;Place CC;Difficultés CC;Réussites CC\n", "A;2;Covid;\n", "A;2;Conflits, défiance;Animation du quartier\n"
    for _, lines in ipairs { short .. long, long .. short } do
      local told = coding.read(spec.rows("rapport", head .. lines))
      expect(told.reports:count()):to_be(1)
      expect(told.repeated):to_be(1)
      expect(told.reports:where(f.cc_difficultes:one_of { "conflits" }):count()):to_be(1)
      expect(#told.shorter):to_be(1)
      expect(told.shorter[1]):to_be "A (Conseils citoyens\u{a0}: difficultés)"
    end
    expect(#coding.read(spec.rows("rapport", head .. "A;2;Covid;\nA;2;Covid;\n")).shorter):to_be(0)
  end)
end)

describe("counts", function()
  local run = spec.run()
  local reports = coding.read(spec.rows("rapport", GRID)).reports

  it("have each their own base", function()
    expect(run:indicator("SYN_efh_evoque", reports)):to_be(1, { numerator = 2, denominator = 2, unknown = 1 })
    expect(run:indicator("SYN_efh_analyse_traite", reports)):to_be(0, { numerator = 0, denominator = 1 })
    expect(run:indicator("SYN_cc_evoque", reports)):to_be(2 / 3, { numerator = 2, denominator = 3 })
    expect(run:indicator("SYN_bie", reports)):to_be(1 / 3, { numerator = 1, denominator = 3 })
  end)
  it("take what a report does not state for not stated, in the base", function()
    expect(run:indicator("SYN_bie_consequences", reports)):to_be(0, { numerator = 0, denominator = 1 })
    expect(run:indicator("SYN_dc_chiffre", reports)):to_be(2 / 3, { numerator = 2, denominator = 3 })
  end)
  it("take what does not apply out of the base, and what is unknown into the unknown", function()
    local asked = coding.read(spec.rows("rapport", "Contrat;Place emploi;Conclusion emploi;Place DC;Part DC;Conclusion DC\n"
      .. "A;3;positif;2;12 %;positif\nB;3;mitigé;2;sans objet;sans objet\nC;3;sans objet;2;sans objet;sans objet\n"
      .. "D;3;sans objet;2;NC;NC\nE;3;NC;2;40 %;mitigé\n")).reports
    expect(run:indicator("SYN_emploi_conclut", asked)):to_be(2 / 3, { numerator = 2, denominator = 3 })
    expect(run:indicator("SYN_dc_conclut", asked)):to_be(2 / 3, { numerator = 2, denominator = 3 })
    expect(run:indicator("SYN_dc_chiffre", asked)):to_be(2 / 3, { numerator = 2, denominator = 3 })
  end)
  it("say which of them stand outside of what should hold them", function()
    local outside = counts.nested(run, reports, { id = "n", sheet = "n", title = "n", counted = "n", pairs = {
      { part = "a", whole = "b", is_part = f.cc_difficultes:known(), is_whole = f.place_cc:one_of { "1", "2", "3" } } } })
    expect(outside):to_be(1)
  end)
end)

describe("multiple answers", function()
  local run = spec.run()

  it("are ranked over those that were asked", function()
    local rows = spec.rows("rapport", "Contrat;Difficultés CC;Place CC\nA;Covid, conflits;1\nB;Covid;1\nC;;1\nD;conflits;0\n")
    local ranked, answered = multiple_answers.ranked(run, rows:where(f.place_cc:eq "1"), "cc_difficultes",
      "difficultes_conseil")
    expect(answered):to_be(2)
    expect(#ranked):to_be(2)
    expect(ranked[1][1]):to_be "Covid"
    expect(ranked[1][2]):to_be(2)
    expect(ranked[2][2]):to_be(1)
  end)
  it("make no table where nobody answered", function()
    local rows = spec.rows("rapport", "Contrat;Place CC\nA;1\n")
    expect(multiple_answers.table(run, rows, { field = "cc_difficultes" })):to_be(false)
    expect(declared_shares.tables(run, rows, { field = "dc_part" })):to_be(false)
  end)
end)

describe("agreement", function()
  local function paired(both_yes, first_only, second_only, both_no)
    local list = {}
    for _, cell in ipairs { { both_yes, "o", "o" }, { first_only, "o", "n" }, { second_only, "n", "o" }, { both_no, "n", "n" } } do
      for _ = 1, cell[1] do list[#list + 1] = { cell[2], cell[3] } end
    end
    return list
  end

  it("is Cohen's kappa", function()
    local n, same, kappa = agreement.kappa(paired(20, 5, 10, 15)) -- Po = 0.7, Pe = 0.5
    expect(n):to_be(50)
    expect(same):to_be(35)
    expect(kappa):to_be_near(0.4, 1e-12)
    local _, _, worse = agreement.kappa(paired(0, 25, 25, 0))
    expect(worse):to_be_near(-1, 1e-12)
    local _, _, perfect = agreement.kappa(paired(25, 0, 0, 25))
    expect(perfect):to_be(1)
  end)
  it("is not defined where both use one code, nor over no report", function()
    local n, same, kappa = agreement.kappa(paired(4, 0, 0, 0))
    expect(n):to_be(4)
    expect(same):to_be(4)
    expect(kappa):to_be(nil)
    expect((agreement.kappa {})):to_be(0)
  end)
  it("compares what both coded, and tells where they differ", function()
    local grid = coding.read(spec.rows("rapport", GRID))
    local pairs_found = agreement.pairs(grid.lines, grid.coders)
    expect(#pairs_found):to_be(1)
    expect(pairs_found[1]):to_equal { "CD", "AB", 1 }
    local compared, differences = agreement.compare(grid.lines, { { "place_efh", "place_theme" },
      { "place_cc", "place_theme" } }, "AB", "CD")
    expect(#compared):to_be(2)
    expect(compared[1].same):to_be(0)
    expect(compared[2].same):to_be(1)
    expect(#differences):to_be(1)
    expect(differences[1].a):to_be "3"
  end)
end)

describe("synthese, the workbook", function()
  local HEADER = "Contrat de ville;Place LCD;Place CC;Accompagnement CC;Part DC\n"
  local trial = spec.build("synthese", { files = { ["grille.csv"] = HEADER
    .. "A;1;1;oui;12 %\nB;0;1;oui;150 %\nC;1;1;non;30 %\nD;0;1;;\nE;1;1;;\n" } })
  it("leaves a share above 100 % out of the range, and says so", function()
    expect(trial.tables.syn_dc_parts_etendue.rows[3][2]):to_be(0.3)
    expect(trial.warnings[1]:find("B (150,0", 1, true) ~= nil):to_be(true)
  end)
  it("calls no count solid whose answers are missing, where « non » is an answer", function()
    local lines = trial.tables.syn_cc.rows
    local last = lines[#lines]
    expect(last[2]):to_be(2)
    expect(last[3]):to_be(5)
    expect(last[5]):to_be(2)
    expect(last[6]):to_be "fragile"
    expect(lines[1][6]):to_be "solide"
  end)
end)

describe("synthesis: one count of one thing", function()
  local trial = spec.build("synthese", { files = { ["r.csv"] = "Contrat de ville;Place droit commun;Part du droit commun;Périmètre du droit "
    .. "commun;Conclusion droit commun\nCV1;traité;12 %;P1;positif\nCV2;traité;68;P2;\nCV3;non évoqué;;;\nCV4;traité;130;P1;mitigé\n" } })
  local said = {}
  for _, row in ipairs(trial.tables.syn_dc.rows) do said[bilan.text.replace(row[1], "\u{A0}", " ")] = row end
  it("takes no impossible share for one, on any sheet", function()
    expect(said["Droit commun : part chiffrée"][2]):to_be(2)
    for _, row in ipairs(trial.tables.syn_emboitement.rows) do
      if row[1] == "Chiffrent le droit commun" then expect(row[3]):to_be(2) end
    end
    expect(trial.tables.syn_dc_parts.notes ~= nil):to_be(true)
    expect(#trial.tables.syn_dc_parts.rows):to_be(2)
  end)
  it("says of how many reports no conclusion is coded", function()
    expect(said["Droit commun : conclusion donnée"][5]):to_be(2)
    expect(said["Droit commun : conclusion donnée"][6]):to_be "fragile"
  end)
  it("prints no word that no report says and the dossier does not ask for", function()
    expect(said["Droit commun : conclusion « négatif », parmi ceux qui concluent"]):to_be(nil)
    expect(said["Droit commun : conclusion « non atteint », parmi ceux qui concluent"] ~= nil):to_be(true)
  end)
end)

describe("agreement of coders, the table", function()
  it("says kappa by hundredths: 0.43 and 0.35 are not both 0.4", function()
    local trial = spec.build("synthese", { files = { ["g.csv"] = "Contrat de ville;Place / LCD;Place / Emploi;Codeur\n"
      .. "Un;3;1;AB\nDeux;0;2;AB\nTrois;3;0;AB\nUn;3;1;CD\nDeux;0;2;CD\nTrois;0;0;CD\n" } })
    local kappa = trial.tables.syn_accord.rows[1]["Kappa de Cohen"]
    expect(kappa):to_be_near(0.4)
    expect(kappa.text):to_be "0,40"
  end)
end)

describe("synthese: two lines of one report that nobody signed", function()
  local HEADER = "Contrat;Département;Place EFH;BIE;Place LCD\n"
  local function built(first, second)
    return spec.build("synthese", { files = { [first] = HEADER .. "Valmont;69;3;mise en œuvre;\nRive;38;2;sensibilisation;0\n",
      [second] = HEADER .. "VALMONT;69;1;mise en œuvre;1\n" } })
  end
  it("say together what they say, and leave unknown what they contradict each other on, in any order of files", function()
    for _, trial in ipairs { built("a.csv", "b.csv"), built("z.csv", "b.csv") } do
      local figures = trial.figures
      expect(figures.SYN_efh_evoque):to_be(1, { numerator = 1, denominator = 1, unknown = 1 })
      expect(figures.SYN_lcd_evoque):to_be(0.5, { numerator = 1, denominator = 2 })
      expect(figures.SYN_bie):to_be(1, { numerator = 2, denominator = 2 })
      local said = bilan.text.replace(table.concat(trial.warnings, "\n"), "\u{A0}", " "):lower()
      expect(said:find("réponses contradictoires, comptées comme inconnues : valmont (", 1, true) ~= nil):to_be(true)
    end
  end)
end)

describe("a declared share that no report can mean", function()
  it("is named with its number, and stops nothing", function()
    local trial = spec.build("synthese", { files = { ["g.csv"] = "Contrat;Place DC;Part DC\nAlpha;2;45 %\nBravo;2;250000 %\n" } })
    local said = bilan.text.replace(bilan.text.replace(table.concat(trial.warnings, "\n"), "\u{A0}", " "), "\u{202F}", " ")
    expect(said:find("hors de 0 à 100 % (S03), non retenue : Bravo (250 000 %)", 1, true) ~= nil):to_be(true)
  end)
end)
