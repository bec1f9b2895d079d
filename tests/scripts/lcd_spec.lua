-- SPDX-License-Identifier: MPL-2.0
-- The fight against discrimination: what counts as such, what actions cite, what is secret, where contracts stand.
local spec = require "bilan.spec"
local bilan = require "bilan"
local citations = require "bilan.citations"
local criteres = require "bilan.criteres_lcd"
local lcd_credits = require "bilan.lcd_credits"
local ptlcd = require "bilan.ptlcd"
local secret = require "bilan.secret"
local secret_sums = require "bilan.secret_sums"
local describe, it, expect = spec.describe, spec.it, spec.expect
local f = bilan.field

describe("lcd: indicators", function()
  local run = spec.run()
  local rows = spec.rows("action", "Porteur;Intitulé;Spécificité LCD;Montant accordé;Nb agents formés;Durée (h);Situations;" ..
    "Orientations;Porteur formé LCD\nA;a;spécifique;1000;10;7;6;3;oui\nB;b;volet;500;NC;3;4;1;non\n" ..
    "C;c;vivre-ensemble;300;;;;;NC\nD;d;;200;;;;;oui\n")
  it("keeps specific actions, parts and living together apart", function()
    expect(run:indicator("LCD01n", rows)):to_be(2)
    expect(run:indicator("LCD01", rows)):to_be_near(2 / 3)
    expect(run:indicator("LCD01", rows).unknown):to_be(1)
    expect(run:indicator("LCD02", rows)):to_be_near(1000 / 1800)
    expect(run:indicator("LCD02", rows).unknown):to_be(1)
    expect(run:indicator("LCD02v", rows)):to_be_near(500 / 1800)
    expect(run:indicator("LCD02c", rows)):to_be(0.9, { numerator = 1800, denominator = 2000 })
    expect(run:indicator("LCD11", rows)):to_be_near(1 / 3)
  end)
  it("adds up training and referrals where both terms are known", function()
    expect(run:indicator("LCD07", rows)):to_be(10, { base = 1 })
    expect(run:indicator("LCD07h", rows)):to_be(70)
    expect(run:indicator("LCD09", rows)):to_be(0.4, { numerator = 4, denominator = 10 })
    expect(run:indicator("LCD12", rows)):to_be_near(2 / 3)
    expect(run:indicator("LCD12", rows).unknown):to_be(1)
  end)
end)

describe("lcd: holders that were trained", function()
  local run = spec.run()
  it("count once each, whatever the number of their actions", function()
    local rows = spec.rows("action", "Intitulé;Porteur;Porteur formé LCD\na;Asso Droit;oui\nb;Ville;non\nc;Cie;NC\n" ..
      "d;Centre;non\ne;ASSO DROIT;oui\nf;Asso Droit;\n")
    expect(run:indicator("LCD12", rows)):to_be(1 / 3, { numerator = 1, denominator = 3, base = 3, unknown = 1 })
  end)
  it("are unknown where they say both, or where nobody says who they are", function()
    local rows = spec.rows("action", "Intitulé;Porteur;Porteur formé LCD\na;Un;oui\nb;Un;non\nc;;oui\nd;Deux;so\ne;Trois;oui\n")
    expect(run:indicator("LCD12", rows)):to_be(1, { numerator = 1, denominator = 1, unknown = 2 })
  end)
end)

describe("lcd: the first page", function()
  it("says beside the credits among how many euros they were found", function()
    local rows = spec.rows("action", "Porteur;Intitulé;Montant accordé;Caractère spécifique LCD\nA;a;1000;spécifique LCD\nB;b;3000;\n")
    expect(bilan.text.replace(lcd_credits.known(spec.run(), rows).fr, "\u{A0}", " ")):to_be(
      "Caractère LCD connu pour 25,0 % des crédits accordés")
    expect(lcd_credits.known(spec.run(), rows:where(f.accorde_p147:lt(0)))):to_be(nil)
  end)
end)

describe("lcd: citations", function()
  local run = spec.run()
  local rows = spec.rows("action", "Porteur;Intitulé;Critère(s) visé(s)\nA;a;origine, ethnie, nationalité\nB;b;ethnie\n" ..
    "C;c;origine\nD;d;NC\n"):where(f.critere:known())
  it("shows ethnic group, nation and alleged race as one line, an action once", function()
    local lines = citations.lines(run, rows, "critere", "critere_lcd", criteres.groups)
    expect(#lines):to_be(2)
    expect(lines[1].count):to_be(2)
    expect(lines[2].count):to_be(2)
    expect(#citations.lines(run, rows, "critere", "critere_lcd")):to_be(3)
  end)
  it("says which law names a criterion", function()
    expect(criteres.law "origine"):to_be "loi 2008, CP"
    expect(criteres.law "domiciliation_bancaire"):to_be "loi 2008"
    expect(criteres.law "opinions_philosophiques"):to_be "Défenseur des droits"
    expect(criteres.law "lanceur_alerte"):to_be "CP"
  end)
end)

describe("lcd: plans by contract", function()
  it("counts a contract once, and none whose rows disagree or say nothing", function()
    local rows = spec.rows("action", "Contrat de ville;Porteur;Intitulé;État du PTLCD\nX;A;a;plan en cours\nX;B;b;plan en cours\n" ..
      "Y;C;c;inexistant\nZ;D;d;plan adopté\nZ;E;e;abandonné\nW;F;f;\n;G;g;plan adopté\n")
    expect(ptlcd.coverage(rows)):to_be(0.5, { base = 2, unknown = 2, numerator = 1 })
  end)
  it("takes rows without any contract for one", function()
    local rows = spec.rows("action", "Porteur;Intitulé;État du PTLCD\nA;a;plan évalué\nB;b;\n")
    expect(ptlcd.coverage(rows)):to_be(1, { base = 1, unknown = 0 })
  end)
end)

describe("lcd: secrecy", function()
  local function shown(counts, alone)
    local cells = secret.masked(counts, nil, alone)
    for at, cell in ipairs(cells) do cells[at] = type(cell) == "number" and cell or cell.code end
    return cells
  end
  it("hides one to four, never zero or five", function()
    expect(shown { 0, 1, 4, 5 }):to_equal { 0, "secret", "secret", 5 }
  end)
  it("hides a second one where a single one would be found by subtraction", function()
    expect(shown { 14, 3, 6, 0 }):to_equal { 14, "secret", "secret", 0 }
    expect(shown({ 14, 3, 6 }, true)):to_equal { 14, "secret", 6 }
  end)
end)

describe("lcd: secrecy of sums that overlap", function()
  --- Cells by the rows that they add up; the total is printed.
  local function shown(counts, cells)
    local total, made = { of = {} }, {}
    for row in ipairs(counts) do total.of[row] = true end
    for at, rows in ipairs(cells) do
      made[at] = { of = {} }
      for _, row in ipairs(rows) do made[at].of[row] = true end
    end
    return secret_sums.masked(counts, made, { total })
  end
  it("hides the line that gives a small row by subtraction, whatever its block, and no more", function()
    -- criteria: 44 and 42; domains: 44 and 42; the row of 2 is what they differ by
    expect((shown({ 42, 2 }, { { 1, 2 }, { 1 }, { 1, 2 }, { 1 } }))):to_equal { false, true, false, true }
    -- criteria 12 and 3 (small); a domain of 15 less 12 would give the 3 back
    expect((shown({ 12, 3, 20 }, { { 1 }, { 2 }, { 1, 2 }, { 3 } }))):to_equal { true, true, false, false }
  end)
  it("leaves what gives nothing away", function()
    local hidden, small = shown({ 12, 8, 20 }, { { 1, 2 }, { 2, 3 }, { 3 } })
    expect(hidden):to_equal { false, false, false }
    expect(small):to_be(0)
    expect((shown({ 0, 9 }, { { 1 }, { 2 } }))):to_equal { false, false }
  end)
  it("hides a second one where lines add up to the total", function()
    local hidden, small = shown({ 14, 3, 6 }, { { 1 }, { 2 }, { 3 } })
    expect(hidden):to_equal { false, true, true }
    expect(small):to_be(1)
  end)
end)

describe("lcd: the workbook", function()
  local HEADER = "Intitulé;Porteur;Exercice;Statut;Spécificité LCD;Public visé;Critère(s) visé(s)\n"
  local trial = spec.build("lcd", { year = 2025, files = { ["lcd.csv"] = HEADER .. "a;A;2025;retenue;spécifique;habitants;origine\n"
    .. "b;B;2025;refusée;spécifique;jeunes;origine\nc;C;2025;;volet;agents;âge\n" } })
  it("leaves a refused action out, and says so", function()
    expect(trial.tables.lcd_indicateurs.rows[1][3]):to_be(2)
    expect(bilan.text.replace(trial.warnings[1], "\u{A0}", " ")):to_be("Actions hors de la programmation, non comptées : 1 refusée, ajournée, abandonnée ou annulée.")
  end)
  it("reads the publics of « Public visé » in words", function()
    expect(#trial.tables.lcd_publics.rows):to_be(2)
  end)
end)

describe("lcd, where no file says which actions are against discrimination", function()
  it("counts the criteria and domains that actions cite, and says so", function()
    local report = spec.build("lcd", { year = 2025, files = { ["a.csv"] =
      "Porteur;Intitulé;Exercice;Critères de discrimination;Domaine LCD;Subvention accordée (P147)\n"
      .. "Avenir;Atelier;2025;origine;emploi;5000\nCap;Forum;2025;sexe;logement;3000\n" } })
    expect(#report.tables.lcd_criteres.rows):to_be(2)
    expect(report.tables.lcd_indicateurs):to_be(nil)
    local said = bilan.text.join(report.warnings, " ")
    expect(said:find("Aucun fichier ne dit quelles actions luttent contre les discriminations", 1, true) ~= nil):to_be(true)
  end)
end)

describe("lcd: training of which nobody says of what", function()
  it("is named as what it was read as, and not said to be absent from the files", function()
    local trial = spec.build("lcd", { year = 2025, files = { ["a.csv"] = "Exercice;Porteur;Intitulé;Spécificité;Critère;Porteur formé\n"
      .. "2025;A;Une;spécifique;origine;oui\n2025;B;Deux;spécifique;sexe;non\n" } })
    expect(table.concat(trial.warnings, "\n"):find("Porteur formé", 1, true) ~= nil):to_be(true)
  end)
end)

describe("lcd: what actions of living together did", function()
  local trial = spec.build("lcd", { year = 2025, files = { ["a.csv"] =
    "Exercice;Porteur;Intitulé;Spécificité;Critère;Professionnels formés;Durée (heures);Situations recueillies;Orientations\n"
    .. "2025;A;Une;spécifique LCD;origine;10;7;20;10\n2025;B;Deux;vivre-ensemble sans objet LCD;origine;30;7;40;40\n2025;C;Trois;NC;origine;5;2;8;4\n" } })
  local value = {}
  for _, row in ipairs(trial.tables.lcd_indicateurs.rows) do value[row[1]] = row[3] end
  it("is none of what was done against discrimination", function()
    expect(value.LCD07):to_be(15)
    expect(value.LCD07h):to_be(80)
    expect(value.LCD08):to_be(28)
    expect(value.LCD09):to_be(0.5, { numerator = 14, denominator = 28 })
  end)
  it("is in no table of the situations either", function()
    for _, row in ipairs(trial.tables.lcd_situations.rows) do
      if row[2] == "origine" then expect(row["Situations"]):to_be(28) end
    end
  end)
end)
