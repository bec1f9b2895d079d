-- SPDX-License-Identifier: MPL-2.0
-- Indicators of the employment pillar over rows as partners send them.
local spec = require "bilan.spec"
local bilan = require "bilan"
local emploi_enveloppe = require "bilan.emploi_enveloppe"
local emploi_issues = require "bilan.emploi_issues"
local emploi_publics = require "bilan.emploi_publics"
local residents = require "bilan.residents"
local f = bilan.field
local describe, it, expect = spec.describe, spec.it, spec.expect

local ROWS = [[
Porteur;Intitulé;Bénéficiaires;Femmes;Hommes;Entrées;Sorties;Emploi durable;Emploi de transition;Sorties positives
Avenir;Atelier;10;4;6;10;8;2;1;1
Boussole;Forum;20;15;5;20;NC;3;2;0
Cap;Permis;NC;;;5;4;1;0;1
]]

describe("emploi", function()
  local rows = spec.rows("emploi", ROWS)

  it("adds beneficiaries where they are known", function()
    expect(rows:figure(bilan.sum(f.benef_total))):to_be(30, { base = 2, unknown = 1, lower_bound = true })
  end)
  it("takes women over those whose sex is known", function()
    expect(spec.run():indicator("EMP03", rows)):to_be(19 / 30, { numerator = 19, denominator = 30 })
  end)
  it("leaves a rate out where one term is unknown", function()
    local rate = rows:figure(bilan.ratio(f.nb_emploi_durable, f.nb_sorties))
    expect(rate):to_be(3 / 12, { base = 2, unknown = 1, unit = "rate" })
  end)
  it("says what is wrong", function()
    expect(function() rows:where { porter = "x" } end):to_fail "porteur"
    expect(function() expect(1):to_be(2) end):to_fail " 1."
  end)
end)

local STEPS = "Porteur;Intitulé;Entrées;Abandons;En cours;Sorties;Emploi durable;Emploi de transition;Sorties positives;"
  .. "Autres sorties;Sans nouvelles;Neutralisées\n"

local function worth(cell) return type(cell) == "number" and cell or cell.value end

local function cascade(text)
  local lines, levels = emploi_issues.cascade_lines(spec.run(), spec.rows("emploi", STEPS .. text))
  local values = {}
  for at, line in ipairs(lines) do values[at] = worth(line[3]) end
  return values, levels
end

describe("emploi, the cascade", function()
  it("is the worked example of the domain, to the digit", function()
    local values, levels = cascade "A;Parcours;40;6;4;30;10;8;5;4;2;1\n"
    expect(values):to_equal { 40, -6, -4, 30, -1, -4, -2, 23, -5, -8, 10 }
    expect(levels):to_equal { 1, 4, 8, 11 }
  end)
  it("shows what files leave unexplained, and shares nothing out", function()
    local values = cascade "A;Parcours;40;6;4;29;10;8;5;4;2;1\n"
    expect(values):to_equal { 40, -6, -4, -1, 29, -1, -4, -2, 1, 23, -5, -8, 10 }
  end)
  it("is not drawn when no action knows all steps", function()
    expect(emploi_issues.cascade(spec.run(), spec.rows("emploi", STEPS .. "A;Parcours;40;NC;4;29;10;8;5;4;2;1\n"))):to_be(false)
  end)
end)

describe("emploi, QPV against outside", function()
  local HEADER = "Porteur;Intitulé;Sorties;Emploi durable;Emploi de transition;Sorties positives;Sorties QPV;Sorties dynamiques QPV\n"
  it("has a gap in points over the rows that know both sides", function()
    local rows = spec.rows("emploi", HEADER .. "A;Parcours;30;10;5;5;10;5\n")
    local line = emploi_issues.gap_line(spec.run(), "A", rows, 5)
    expect(line[2]):to_be(0.5, { numerator = 5, denominator = 10 })
    expect(line[4]):to_be(0.75, { numerator = 15, denominator = 20 })
    expect(line[6]):to_be(-25, { unit = "points" })
  end)
  it("prints no rate over few exits", function()
    local rows = spec.rows("emploi", HEADER .. "A;Parcours;30;10;5;5;4;2\n")
    local line = emploi_issues.gap_line(spec.run(), "A", rows, 5)
    for column = 2, 6 do expect(line[column].code):to_be "secret" end
  end)
  it("has none where nobody left", function()
    local rows = spec.rows("emploi", HEADER .. "A;Parcours;30;10;5;5;0;0\n")
    expect(emploi_issues.gap_line(spec.run(), "A", rows, 5)[6].code):to_be "so"
  end)
end)

describe("emploi, the public", function()
  local rows = spec.rows("emploi", "Porteur;Intitulé;Bénéficiaires;- de 26 ans;26 ans et plus\nA;Parcours;20;8;10\nB;Forum;7;;\n"
    .. "C;Atelier;5;NC;5\n")
  it("is wholly in a distribution: parts, unknown, actions without the detail", function()
    local parts = { { field = "age_0_25", cells = { "jeunes" } }, { field = "age_26_p", cells = { "autres" } } }
    local lines, given = emploi_publics.distribution(spec.run(), rows, parts, { fr = "Âge inconnu" })
    local values, total = {}, 0
    for at, line in ipairs(lines) do
      values[at] = worth(line[2])
      total = total + values[at]
    end
    expect(values):to_equal { 8, 10, 2, 5, 7 }
    expect(total):to_be(32)
    expect(given):to_be(1)
    expect(lines[1][2]):to_be(8, { base = 1, unknown = 0 })
    expect(lines[3][4].code):to_be "so"
    expect(lines[4][4].code):to_be "so"
  end)
  it("has shares of one whole, over the actions that know every part", function()
    local parts = { { field = "age_0_25", cells = { "jeunes" } }, { field = "age_26_p", cells = { "autres" } } }
    local lines = emploi_publics.distribution(spec.run(), rows, parts, { fr = "Âge inconnu" })
    expect(lines[1][4]):to_be(8 / 18, { base = 1 })
    expect(lines[2][4]):to_be(10 / 18, { base = 1 })
    expect(lines[1][6]):to_be(1) -- the action with « NC »
  end)
  it("takes a blank cell for nobody where the others make up all beneficiaries, and only there", function()
    local blanks = spec.rows("emploi", "Porteur;Intitulé;Bénéficiaires;- de 26 ans;26 ans et plus\nA;Parcours;8;8;\nB;Forum;9;4;\nC;Atelier;4;1;3\n")
    local parts = { { field = "age_0_25", cells = { "jeunes" } }, { field = "age_26_p", cells = { "autres" } } }
    local lines = emploi_publics.distribution(spec.run(), blanks, parts, { fr = "Âge inconnu" })
    expect(lines[1][4]):to_be(9 / 12, { base = 2 })
    expect(lines[2][4]):to_be(3 / 12, { base = 2 })
  end)
  it("counts the parts and gives no share where no action knows them all", function()
    local odd = spec.rows("emploi", "Porteur;Intitulé;Bénéficiaires;- de 26 ans;26 ans et plus\nA;Parcours;20;8;NC\nB;Forum;20;NC;9\n")
    local parts = { { field = "age_0_25", cells = { "jeunes" } }, { field = "age_26_p", cells = { "autres" } } }
    local lines = emploi_publics.distribution(spec.run(), odd, parts, { fr = "Âge inconnu" })
    expect(lines[1][2]):to_be(8, { base = 1, unknown = 1, lower_bound = true })
    expect(lines[1][4].code):to_be "nd"
    expect(lines[2][4].code):to_be "nd"
  end)
  it("has the total of the public, which is no minimum because a part of it is one", function()
    local kinds = spec.rows("emploi", "Porteur;Intitulé;Bénéficiaires;dont QPV;Hors QPV\nA;Parcours;100;30;70\nB;Forum;60;50;NC\n")
    local parts = { { field = "benef_qpv", cells = { "QPV" } }, { field = "benef_hors_qpv", cells = { "autres" } } }
    local lines = emploi_publics.distribution(spec.run(), kinds, parts, { fr = "non dit" }, f.benef_total)
    expect(emploi_publics.total(kinds, lines, f.benef_total)):to_be(160, { unknown = 0, lower_bound = false })
    lines[2][2] = lines[1][2]
    expect(emploi_publics.total(kinds, lines, f.benef_total)):to_be "sum"
  end)
end)

describe("employment: a share of QPV residents without their number", function()
  it("is estimated apart, never in EMP02", function()
    local rows = spec.rows("emploi", "Porteur;Intitulé;Entrées;Sorties;Bénéficiaires;dont QPV;% QPV\nA;a;9;9;40;;60 %\n" ..
      "B;b;9;9;20;;25 %\nC;c;9;9;10;8;80 %\nD;d;9;9;NC;;50 %\n")
    expect(spec.run():indicator("EMP02", rows)):to_be(0.8, { numerator = 8, denominator = 10 })
    expect(spec.run():indicator("EMP02e", rows)):to_be(29 / 60, { numerator = 29, denominator = 60, unknown = 1 })
  end)
end)

describe("emploi, where the public lives", function()
  it("has shares of one public, where the whole is unknown but its parts are not", function()
    local rows = spec.rows("emploi", "Porteur;Intitulé;Bénéficiaires;dont QPV;Hors QPV\nA;Parcours;100;30;70\nB;Forum;NC;50;10\n")
    expect(spec.run():indicator("EMP02", rows)):to_be(0.5, { numerator = 80, denominator = 160 })
    local parts = { { field = "benef_qpv", cells = { "QPV" } }, { field = "benef_hors_qpv", cells = { "autres" } } }
    local lines = emploi_publics.distribution(spec.run(), rows, parts, { fr = "non dit" },
      f.benef_total:known_or(residents.known(f, bilan)))
    expect(#lines):to_be(2)
    expect(lines[1][4]):to_be(0.5)
    expect(lines[2][4]):to_be(0.5)
  end)
  it("takes pockets of poverty that are unknown for no zero", function()
    local rows = spec.rows("emploi", "Porteur;Intitulé;Bénéficiaires;dont QPV;Hors QPV;Poches de pauvreté\nA;Parcours;100;40;20;ND\n")
    local share = spec.run():indicator("EMP02", rows)
    expect(share.value):to_be(nil)
    expect(share.unknown):to_be(1)
  end)
  it("leaves a row out whose public outside is asked for and unknown; where no file asks, all others live outside", function()
    local asked = spec.rows("emploi", "Porteur;Intitulé;Bénéficiaires;dont QPV;Hors QPV\nA;Parcours;40;30;10\nB;Forum;25;20;NC\n")
    expect(spec.run():indicator("EMP02", asked)):to_be(0.75, { numerator = 30, denominator = 40, unknown = 1 })
    local silent = spec.rows("emploi", "Porteur;Intitulé;Bénéficiaires;dont QPV\nA;Parcours;40;30\nB;Forum;25;20\n")
    expect(spec.run():indicator("EMP02", silent)):to_be(50 / 65, { numerator = 50, denominator = 65, unknown = 0 })
  end)
  it("leaves a whole that only its quarters are known of out of the shares", function()
    local rows = spec.rows("emploi", "Porteur;Intitulé;Bénéficiaires;dont QPV;Hors QPV\nA;Parcours;100;30;70\nB;Forum;NC;50;NC\n")
    local parts = { { field = "benef_qpv", cells = { "QPV" } } }
    local lines, given = emploi_publics.distribution(spec.run(), rows, parts, { fr = "non dit" },
      f.benef_total:known_or(residents.known(f, bilan)))
    expect(given):to_be(1)
    expect(lines[1][4]):to_be(0.3)
  end)
end)

describe("emploi, steps that contradict each other", function()
  local HEADER = "Porteur;Intitulé;Entrées;Sorties;Emploi durable;Emploi de transition;Sorties positives\n"
  local function warned(rows)
    local report = spec.build("emploi", { files = { ["a.csv"] = HEADER .. rows }, year = 2025 })
    return bilan.text.join(report.warnings, " ")
  end
  it("are told on the first page, with the actions", function()
    local text = warned("A;Parcours;40;20;10;8;5\nB;Forum;10;30;2;1;1\n")
    expect(text:find("Plus de sorties dynamiques que de sorties pour 1 action (Parcours)", 1, true) ~= nil):to_be(true)
    expect(text:find("Plus de sorties et d'abandons que d'entrées pour 1 action (Forum)", 1, true) ~= nil):to_be(true)
  end)
  it("are not, where there is none", function()
    local text = warned("A;Parcours;40;23;10;8;5\n")
    expect(text:find "Plus de sorties"):to_be(nil)
  end)
end)

describe("emploi, outcomes by holder", function()
  it("shows the exits whose outcome no file tells", function()
    local report = spec.build("emploi", { files = { ["a.csv"] = "Porteur;Intitulé;Entrées;Sorties;Emploi de transition;"
      .. "Autres sorties\nA;Parcours;40;10;2;3\n" }, year = 2025 })
    local line = report.tables.emp_issues_porteur.rows[1]
    expect(line["Issue non précisée"]):to_be(5)
  end)
end)

describe("emploi, drop-outs", function()
  it("are of those who left where nobody knows who came", function()
    local rows = spec.rows("emploi", "Porteur;Intitulé;Abandons;Sorties;Entrées\nA;Parcours;5;20;NC\nB;Forum;6;30;40\n")
    expect(spec.run():indicator("EMP05", rows)):to_be(11 / 65, { numerator = 11, denominator = 65 })
  end)
end)

describe("emploi, the envelope", function()
  it("is no share of actions whose pillar nobody knows", function()
    local programming = spec.rows("action", "Intitulé;Porteur;Pilier;Accordé P147;Statut\nUn;A;Emploi;20000;retenue\n"
      .. "Deux;B;Cohésion sociale;30000;retenue\nTrois;C;NC;50000;retenue\n")
    local variants = emploi_enveloppe.variants({ params = {} }, nil, programming)
    expect(#variants):to_be(1)
    expect(variants[1].share):to_be(0.4, { numerator = 20000, denominator = 50000, unknown = 1 })
    expect(variants[1].spent):to_be(20000, { lower_bound = true })
    expect(variants[1].amount):to_be(50000)
  end)
  it("has a line for each variant that the files allow", function()
    local actions = spec.rows("emploi", "Porteur;Intitulé;Montant accordé P147\nA;Parcours;100\n")
    local programming = spec.rows("action", "Intitulé;Porteur;Pilier;Thématique;Dispositif;Accordé P147;Statut\n"
      .. "Un;A;Emploi;;Cité de l'emploi;60;retenue\nDeux;B;Emploi;;PRE;40;retenue\nTrois;C;Cohésion sociale;Accès à l'emploi;PRE;20;retenue\n"
      .. "Quatre;D;Cohésion sociale;Lecture;PRE;80;retenue\n")
    local run = { params = {}, share = function(_, _, part, whole) return part / whole end }
    local amounts = {}
    for at, variant in ipairs(emploi_enveloppe.variants(run, actions, programming)) do
      amounts[at] = { variant.spent.value, variant.amount and worth(variant.amount) or "" }
    end
    expect(amounts):to_equal { { 100, "" }, { 100, 200 }, { 40, 200 }, { 120, 200 } }
    run.params.enveloppe_departementale = 1000
    expect(#emploi_enveloppe.variants(run, actions, programming)):to_be(7)
    expect(#emploi_enveloppe.variants(run, nil, nil)):to_be(0)
  end)
  it("says which denominators are not the envelope notified (M04)", function()
    local list = { { amount = 1000 }, { amount = 200 }, {} }
    expect(emploi_enveloppe.other_denominators(list, 1000)):to_equal { "B" }
    expect(emploi_enveloppe.other_denominators({ { amount = 1000.5 } }, 1000)):to_equal {}
    expect(emploi_enveloppe.other_denominators(list, nil)):to_equal {}
  end)
end)

describe("emploi: beside the programming", function()
  local trial = spec.build("emploi", { year = 2025, params = { enveloppe_departementale = 250000 }, files = {
    ["ml.csv"] = "Exercice;Opérateur;Intitulé;Bénéficiaires;Entrées;Abandons;En cours;Sorties;Emploi durable;Emploi de transition;"
      .. "Sorties positives;Autres sorties;Structure d'orientation\n2025;ML;Parcours A;40;40;6;4;30;10;8;5;9;France Travail\n"
      .. "2025;ML;Parcours C;20;20;3;2;15;4;NC;2;;PLIE\n2025;ML;Club RH" .. (";sans objet"):rep(10) .. "\n",
    ["prog.csv"] = "N° action;Exercice;Porteur;Intitulé;Pilier;Statut;Demandé P147;Accordé P147;Nb bénéficiaires;dont QPV\n"
      .. "00000001;2025;ml;PARCOURS A;Emploi;retenue;20000;20000;40;25\n00000002;2025;ML;Parcours C;Emploi;retenue;10000;NC;20;5\n"
      .. "00000003;2025;X;Jardin;Cadre de vie;retenue;50000;40000;60;30\n" } })
  local said = bilan.text.replace(table.concat(trial.warnings, "\n"), "\u{A0}", " ")
  it("takes the grant of the same action, and does not call it missing", function()
    expect(trial.figures.EMP14n):to_be(20000, { base = 1 })
    expect(said:find("prise dans la programmation (même porteur, même intitulé) : 1 action", 1, true) ~= nil):to_be(true)
    expect(said:find("subventions P147 accordées", 1, true)):to_be(nil)
  end)
  it("shows each variant of the share among the indicators", function()
    local found = {}
    for _, row in ipairs(trial.tables.emp_indicateurs.rows) do found[row[1]] = row[3] end
    expect(found.EMP14_A):to_be_near(0.08)
    expect(found.EMP13):to_be(500, { base = 1 })
  end)
  it("has one number of actions that concern people", function()
    expect(trial.tables.emp_orientations.rows ~= nil):to_be(true)
    local line
    for _, row in ipairs(trial.tables.emp_indicateurs.rows) do
      if row[1] == "EMP11q" then line = row end
    end
    expect(line[7]):to_be(2)
  end)
end)

describe("emploi: outcomes that are not stated", function()
  it("are not made up for by an action that states too many", function()
    local trial = spec.build("emploi", { year = 2025, files = { ["ml.csv"] = "Exercice;Opérateur;Intitulé;Bénéficiaires;Sorties;"
      .. "Emploi durable;Emploi de transition;Sorties positives;Autres sorties\n2025;ML;A;40;30;20;5;5;2\n2025;ML;C;20;15;4;0;2;0\n" } })
    expect(trial.tables.emp_issues_porteur.rows[1]["Issue non précisée"]):to_be(9)
  end)
end)

describe("emploi: exits of few people", function()
  local HEADER = "Exercice;Opérateur;Intitulé;Bénéficiaires;Sorties;Emploi durable;Emploi de transition;Sorties positives;Autres sorties;"
    .. "Sorties QPV;Sorties dynamiques QPV\n"
  local function rates(text)
    local found = {}
    for _, row in ipairs(spec.build("emploi", { year = 2025, files = { ["e.csv"] = HEADER .. text } }).tables.emp_indicateurs.rows) do
      if row[1]:match "^EMP11" then found[row[1]] = row end
    end
    return found
  end
  it("are in no rate, on any sheet, nor in the one that would tell it", function()
    local found = rates "2025;ML;A;40;30;10;8;5;7;27;20\n2025;PLIE;B;4;3;1;1;1;0;2;2\n"
    expect(found.EMP11h[3].code):to_be "secret"
    expect(found.EMP11q[3].code):to_be "secret"
    expect(found.EMP11h[5].code):to_be "secret"
  end)
  it("are compared on the same actions", function()
    local found = rates "2025;ML;A;40;30;10;8;5;7;10;6\n2025;PLIE;B;40;NC;NC;NC;NC;NC;20;2\n"
    expect(found.EMP11q[3]):to_be(0.6, { base = 1, unknown = 1 })
    expect(found.EMP11h[3]):to_be(17 / 20, { base = 1, unknown = 1 })
  end)
end)

describe("emploi: residence", function()
  local function note(rows)
    local trial = spec.build("emploi", { year = 2025, files = { ["e.csv"] = "Exercice;Opérateur;Intitulé;Bénéficiaires;dont QPV;Poches de "
      .. "pauvreté;Hors QPV;Entrées\n" .. rows } })
    return table.concat(trial.tables.emp_residence.notes, "\n"):find("EMP02", 1, true) ~= nil, trial
  end
  it("says why its share is not EMP02, where it is not", function()
    local is_said, trial = note "2025;ML;A;40;20;5;15;40\n2025;ML;B;30;10;5;NC;30\n"
    expect(trial.figures.EMP02):to_be(0.5, { base = 1, unknown = 1 })
    expect(is_said):to_be(true)
    expect((note "2025;ML;A;40;20;5;15;40\n")):to_be(false)
  end)
end)

describe("emploi: « Sorties positives » that stand alone", function()
  local function said(rows)
    return table.concat(spec.build("emploi", { year = 2025, files = { ["e.csv"] = "Exercice;Opérateur;Intitulé;Bénéficiaires;Entrées;Sorties;"
      .. "Emploi durable;Emploi de transition;Sorties positives\n" .. rows } }).warnings, "\n"):find("Sorties dynamiques", 1, true) ~= nil
  end
  it("may be all dynamic exits, which is asked", function()
    expect(said "2025;ML;A;40;40;30;;;23\n"):to_be(true)
    expect(said "2025;ML;A;40;40;30;10;8;5\n"):to_be(false)
  end)
end)

describe("emploi, QPV residents against others, where exits were neutralised", function()
  it("takes them off neither side, as nobody says where these people live", function()
    local rows = spec.rows("emploi", "Porteur;Intitulé;Entrées;Sorties;Sorties neutralisées;Emploi durable;Emploi de transition;Sorties positives;"
      .. "Sorties QPV;Sorties dynamiques QPV\nA;Parcours;300;263;15;60;42;40;128;60\n")
    expect(spec.run():indicator("EMP11q", rows)):to_be(60 / 128, { numerator = 60, denominator = 128 })
    expect(spec.run():indicator("EMP11h", rows)):to_be(82 / 135, { numerator = 82, denominator = 135 })
    expect(spec.run():indicator("EMP06", rows)):to_be(142 / 248)
  end)
end)

describe("emploi: quarters and holders that are not told", function()
  it("stand together in one last line, the greatest public first", function()
    local trial = spec.build("emploi", { year = 2025, files = { ["a.csv"] = "Exercice;Opérateur;Action;Quartier(s);Nb de bénéficiaires;"
      .. "Entrées;Sorties;Emploi durable;Emploi de transition;Sorties positives\n2025;A;Un;QN06901M;10;10;8;1;1;1\n2025;B;Deux;QN06902I;30;30;20;9;9;2\n"
      .. "2025;;Trois;;40;40;20;1;1;1\n2025;NC;Quatre;NC;50;50;20;1;1;1\n" } })
    local function first_column(id)
      local words = {}
      for at, row in ipairs(trial.tables[id].rows) do words[at] = row[1] end
      return words
    end
    expect(first_column "emp_quartiers"):to_equal { "QN06902I", "QN06901M", "(non renseigné)" }
    expect(trial.tables.emp_quartiers.rows[3][3]):to_be(90)
    expect(first_column "emp_porteur_sexe"):to_equal { "B", "A", "(non renseigné)" }
    expect(first_column "emp_issues_porteur"):to_equal { "B", "A", "(non renseigné)" }
  end)
end)
