-- SPDX-License-Identifier: MPL-2.0
-- Cités de l'emploi: a cité speaks once to a question, whatever the number of its rows; scales never mix.
local bilan = require "bilan"
local spec = require "bilan.spec"
local cofinancements = require "bilan.cofinancements"
local echelles = require "bilan.echelles"
local entites = require "bilan.entites"
local parts = require "bilan.parts"
local f = bilan.field
local describe, it, expect = spec.describe, spec.it, spec.expect

local function figure(id, rows) return spec.run():indicator(id, rows) end

describe("cités", function()
  local rows = spec.rows("cite", [[
Exercice;Cité;Axe;Nb de partenaires;Public cible (O/N);Taille de la cohorte;Nb d'actions;Enveloppe;Dépenses coordination;Autres financements;Maturité
2022;A;;14;oui;30;;100000;40000;5000;diagnostic
2022;a;2;;;;25;;;;
2022;B;;NC;non;s.o.;;;;;approfondissement
2022;B;3;;;;12;;;;
2022;C;;10;;;;50000;NC;;approfondissement
]])

  it("looks at the rows that answer, and once at a cité that does not", function()
    expect(figure("CIT02", entites.once(rows, "cite", { "nb_partenaires" }))):to_be(12, { base = 2, unknown = 1 })
    expect(figure("CIT03", entites.once(rows, "cite", { "public_cible" }))):to_be(0.5,
      { numerator = 1, denominator = 2, base = 2, unknown = 1 })
    expect(figure("CIT05m", entites.once(rows, "cite", { "cohorte_effectif" }))):to_be(30,
      { base = 1, unknown = 1, not_applicable = 1 })
    expect(figure("CIT01a", rows:where(f.axe:known()))):to_be(37, { base = 2, unknown = 0 })
  end)
  it("relates spending and co-funding to the envelope", function()
    expect(figure("CIT09", rows:where(f.enveloppe:known()))):to_be_near(5000 / 105000)
    expect(figure("CIT10", rows:where(f.enveloppe:known()))):to_be_near(40000 / 100000)
  end)
  it("says how far the cooperation is", function()
    expect(figure("CIT12a", entites.once(rows, "cite", { "maturite" }))):to_be(2 / 3, { numerator = 2, denominator = 3 })
    expect(figure("CIT12p", entites.once(rows, "cite", { "maturite" }))):to_be(0)
  end)
end)

describe("shares of co-funding", function()
  local rows = spec.rows("cite", [[
Cité;Nb de partenaires;Financement du P 147 / CV;Autre financement de l'État;Financement collectivités;Autres financements
A;4;60;;40;
B;4;100;NC;;
C;4;;;;
]])
  local fields = { "cofin_p147", "cofin_etat_autre", "cofin_collectivites", "cofin_autres" }
  local whole = parts.sum(f, bilan, fields)
  local function part(field) return parts.one(f, bilan, fields, field) end
  it("rest on the cités whose whole is known, not on what others leave out", function()
    expect(rows:figure(bilan.ratio(part "cofin_p147", whole))):to_be(0.6, { numerator = 60, denominator = 100, base = 1, unknown = 2 })
    expect(rows:figure(bilan.ratio(part "cofin_autres", whole))):to_be(0, { base = 1, unknown = 2 })
  end)
  it("are of amounts that are zero beside others, unknown where nothing is given", function()
    expect(rows:figure(bilan.sum(part "cofin_p147"))):to_be(160, { base = 2, unknown = 1, lower_bound = true })
    expect(rows:figure(bilan.sum(part "cofin_etat_autre"))):to_be(0, { base = 1, unknown = 2, lower_bound = true })
  end)
end)

describe("what a cité does not say", function()
  local rows = spec.rows("cite", [[
Exercice;Cité de l'emploi;QPV;Enveloppe;Financement collectivités territoriales porteuses;Dépenses d'actions
2025;Nord;tous;100000;;
2025;Sud;QN06901M, QN06902M;100000;25000;40000
]])
  local run = spec.run()
  it("is no zero", function()
    expect(run:indicator("CIT09", rows)):to_be(0.2, { numerator = 25000, denominator = 125000, base = 1, unknown = 1 })
    expect(run:indicator("CIT10", rows)):to_be(0.4, { base = 1, unknown = 1 })
  end)
  it("makes the whole unknown where it is said to be, not where a cell is empty", function()
    local said = spec.rows("cite", [[
Exercice;Cité de l'emploi;Enveloppe;Dépenses coordination;Dépenses d'actions;Financement du P 147 / CV;Autres financements
2025;Nord;100000;40000;40000;10000;10000
2025;Sud;100000;20000;NC;5000;NC
2025;Est;100000;30000;;5000;
]])
    expect(run:indicator("CIT10", said)):to_be(110000 / 200000, { denominator = 200000, base = 2, unknown = 1 })
    expect(run:indicator("CIT09", said)):to_be(25000 / 225000, { numerator = 25000, base = 2, unknown = 1 })
    expect(run:indicator("CIT09s", said)):to_be(30000, { base = 2, unknown = 1, lower_bound = true })
  end)
  it("loses no co-funding that stands beside an unknown one, in the indicator as in the table", function()
    local header = "Cité de l'emploi;ETP;Financement du P 147 / CV;Autre financement de l'État;Autres financements\n"
    local partly = spec.rows("cite", header .. "Nord;1;10000;;10000\nSud;1;5000;NC;NC\nEst;1;;;\n")
    expect(run:indicator("CIT09s", partly)):to_be(25000, { base = 1, unknown = 2, lower_bound = true })
    expect(cofinancements.amounts(partly):figure(bilan.sum(f.montant))):to_be(25000, { lower_bound = true })
    local none = spec.rows("cite", header .. "Nord;1;NC;;10000\nSud;1;5000;NC;NC\n")
    expect(run:indicator("CIT09s", none)):to_be(15000, { lower_bound = true })
  end)
  it("counts quarters, of which « all » is none", function()
    expect(run:indicator("CIT13", rows)):to_be(2)
  end)
end)

describe("scales", function()
  local rows = spec.rows("cite", [[
Exercice;Cité;Satisfaction / Mission locale;Satisfaction / Pilotage local;Satisfaction / Ville
2022;A;Très satisfaisante;Tout à fait d'accord à d'accord;Elle ne s'en saisit pas
2022;B;Plutôt satisfaisante;Plutôt pas d'accord;Elle commence à s'en saisir
2022;C;Pas très satisfaisante;Ne sait pas;
2022;D;Non concerné par la cité;Pas du tout d'accord;Elle a développé une stratégie spécifique
]])
  local answers = echelles.answers(rows)
  local function of(field) return answers:where { question = field } end

  it("leaves out who is not concerned and who does not know", function()
    expect(figure("CIT11_satisfaction", of "sat_mission_locale")):to_be(2 / 3, { numerator = 2, denominator = 3 })
    expect(figure("CIT11_accord", of "sat_pilotage_local")):to_be(1 / 3, { numerator = 1, denominator = 3 })
    expect(figure("CIT11_appropriation", of "sat_ville")):to_be(2 / 3)
  end)
  it("never mixes them", function()
    expect(figure("CIT11_accord", of "sat_mission_locale")):to_be_unknown()
    expect(figure("CIT11_accord", answers)):to_be(1 / 3)
  end)
  it("counts the answers given on another scale, and no missing one (T02)", function()
    local mixed = echelles.answers(spec.rows("cite", "Exercice;Cité;Satisfaction / Pilotage\n2022;A;Très satisfaisante\n" ..
      "2022;B;Forte\n2022;C;NC\n2022;D;Non concerné par la cité\n2022;E;Faible\n"))
    local by_id = {}
    for _, scale in ipairs(echelles.list) do by_id[scale.id] = scale end
    expect(echelles.on_other_scales(mixed, by_id.satisfaction)):to_be(2)
    expect(echelles.on_other_scales(mixed, by_id.force)):to_be(1)
    expect(echelles.on_other_scales(of "sat_mission_locale", by_id.satisfaction)):to_be(0)
  end)
  it("names a question in the partner's words", function()
    expect(echelles.question(rows, "sat_mission_locale")):to_be "Mission locale"
    expect(rows:header "sat_ville"):to_be "Satisfaction / Ville"
    expect(rows:header "cite"):to_be "Cité"
    local asked = spec.rows("cite", "Cité;Exercice;Nb de partenaires;Implication de l'État/collectivité\nA;2022;4;Forte\nB;2022;5;Très forte\n")
    expect(echelles.question(asked, "sat_implication_etat_collectivite")):to_be "Implication de l'État/collectivité"
  end)
end)

describe("cités, the workbook", function()
  local FOLLOWED = "Cité;Exercice;Nb de partenaires;Nb d'actions;Bénéficiaires\nA;2022;12;9;180\nA;2023;14;10;200\nB;2023;NC;8;110\n"
  local AXES = "Cité;Exercice;Axe;Nb d'actions;Bénéficiaires\nA;2023;2;10;200\n"
  local ASKED = "Cité;Exercice;Satisfaction : mission locale;Satisfaction : entreprises\nA;2023;Très satisfaisante;Non concerné par la cité\n"
    .. "B;2023;Plutôt satisfaisante;Non concerné par la cité\n"
  local function built(year)
    return spec.build("cites_emploi", { year = year, files = { ["suivi.csv"] = FOLLOWED, ["axes.csv"] = AXES, ["questions.csv"] = ASKED } })
  end
  it("keeps a question that concerns nobody, with a base of 0", function()
    local lines = built(2023).tables.cit_satisfaction.rows
    expect(lines[2][1]):to_be "Entreprises"
    expect(lines[2][6]):to_be(0)
    expect(lines[2][#lines[2] - 1]):to_be(2)
    expect(lines[2][11].code):to_be "so"
  end)
  it("keeps the actions of a cité that tells of no axis", function()
    local lines = built(2023).tables.cit_axes.rows
    expect(lines[#lines][1]):to_be "(cités qui ne disent aucun axe)"
    expect(lines[#lines][3]):to_be(8)
  end)
  it("takes the latest year of what does not add up, and no two years for a contradiction", function()
    local trial = built(nil)
    expect(trial.tables.cit_indicateurs.rows[1][3]):to_be(14)
    expect(trial.tables.cit_indicateurs.rows[1]["Connus (cités\u{A0}; CIT09, CIT10\u{A0}: cités et années)"]):to_be(1)
    expect(table.concat(trial.warnings, "\n"):find "Valeurs contradictoires"):to_be(nil)
  end)
end)

describe("cités de l'emploi: a co-funding that is left empty beside others", function()
  it("is zero in the whole, and no known amount of its origin", function()
    local trial = spec.build("cites_emploi", { year = 2025, files = { ["suivi.csv"] = "Année;Nom de la cité;Enveloppe;Financement du P 147 / CV;"
      .. "Autre financement de l'État (hors BOP 147)\n2025;A;50000;1000;500\n2025;C;50000;12000;\n" } })
    local line = trial.tables.cit_cofinancements.rows[2]
    expect(line[2]):to_be(500, { base = 1, unknown = 1, lower_bound = true })
    expect(line[3]):to_be(1)
    expect(line[4]):to_be(1)
  end)
end)

describe("cités de l'emploi: the envelope in one file, the money in another", function()
  local SPENT = "Année;Cité;Dépenses coordination;Dépenses actions;Financement du P 147 / CV\n2025;CITE DE L'EMPLOI DE VALMONT;20000;10000;5000\n"
  local function figures(envelopes)
    return spec.build("cites_emploi", { year = 2025, files = { ["dep.csv"] = SPENT, ["suivi.csv"] =
      "Année;Nom de la cité;Nb de partenaires;ETP;Enveloppe\n" .. envelopes } }).figures
  end
  it("are one row of that cité and year", function()
    local found = figures "2025;Cité de l'emploi de Valmont;10;1;50000\n"
    expect(found.CIT10):to_be(0.6, { numerator = 30000, denominator = 50000, base = 1, unknown = 0 })
    expect(found.CIT09):to_be(5000 / 55000, { base = 1, unknown = 0 })
  end)
  it("stay apart where two rows give an envelope", function()
    local found = figures "2025;Cité de l'emploi de Valmont;10;1;50000\n2025;Cité de l'emploi de Valmont;10;1;20000\n"
    expect(found.CIT10):to_be_unknown()
  end)
end)

describe("cités de l'emploi: one envelope on several rows", function()
  local function built(files) return spec.build("cites_emploi", { year = 2025, files = files }) end
  local function said(trial, words)
    return bilan.text.replace(table.concat(trial.warnings, "\n"), "\u{A0}", " "):find(words, 1, true) ~= nil
  end
  local SPENT = "Année;Cité;Enveloppe;Dépenses coordination;Dépenses actions\n2025;Valmont;50000;20000;10000\n2025;Rive;50000;NC;1000\n"
  local FUNDED = "Année;Nom de la cité;Enveloppe;Financement du P 147 / CV\n2025;VALMONT;50000;5000\n2025;Rive;50000;0\n"
  local trial = built { ["dep.csv"] = SPENT, ["cofin.csv"] = FUNDED, ["suivi.csv"] = "Année;Cité;Nb de partenaires\n2025;Valmont;4\n2025;Rive;6\n" }
  it("is one envelope: neither the card nor the known cités count it twice", function()
    expect(trial.figures.CIT10):to_be(0.6, { numerator = 30000, denominator = 50000, base = 1, unknown = 1 })
    expect(trial.figures.CIT09):to_be(5000 / 105000, { base = 2, unknown = 0 })
    expect(trial.tables.cit_cites.rows[1]["Enveloppe (€)"]):to_be(50000)
    expect(trial.tables.cit_cites.rows[2]["Enveloppe (€)"]):to_be(50000)
  end)
  it("is none where two amounts stand side by side, and the first page says so", function()
    local odd = built { ["dep.csv"] = SPENT, ["cofin.csv"] = FUNDED:gsub("VALMONT;50000", "VALMONT;60000") }
    expect(odd.figures.CIT10):to_be_unknown()
    expect(odd.figures.CIT09):to_be(0, { numerator = 0, denominator = 50000, base = 1, unknown = 1 })
    expect(odd.tables.cit_cites.rows[2]["Enveloppe (€)"]):to_be_unknown()
    expect(said(odd, "Enveloppe : plusieurs montants pour une même année, aucun n'est retenu : VALMONT.")):to_be(true)
  end)
  it("gives no rate where it may be that of each axis or of all", function()
    local odd = built { ["axes.csv"] = "Année;Cité;Axe;Enveloppe;Total des dépenses\n2025;Valmont;2;50000;20000\n2025;Valmont;3;50000;10000\n" }
    expect(odd.figures.CIT10):to_be_unknown()
    expect(odd.tables.cit_cites.rows[1]["Enveloppe (€)"]):to_be(50000)
    expect(said(odd, "Enveloppe : même montant sur les lignes de plusieurs axes, de chacun ou de tous ? Pas de taux : Valmont.")):to_be(true)
  end)
end)

describe("cités de l'emploi: what one table asks and another does not", function()
  local trial = spec.build("cites_emploi", { year = 2025, files = {
    ["suivi.csv"] = "Année;Nom de la cité;Nb de partenaires;Cheminement de la coopération\n2025;A;10;diagnostic\n2025;B;12;\n2025;C;12;NC\n",
    ["axes.csv"] = "Année;Nom de la cité;Axe;Nombre d'actions\n2025;A;1;4\n2025;B;1;5\n2025;C;1;5\n2025;D;1;5\n" } })
  local said = {}
  for _, row in ipairs(trial.tables.cit_cites.rows) do said[row[1]] = row["Stade de coopération"] end
  it("keeps why nothing is known of a cité", function()
    expect(said.A):to_be "diagnostic"
    expect(said.B.code):to_be "vide"
    expect(said.C.code):to_be "nc"
    expect(said.D.code):to_be "abs"
  end)
end)

describe("cités de l'emploi: shares of answers", function()
  it("are rates, of which no developer is told", function()
    local trial = spec.build("cites_emploi", { year = 2025, files = { ["q.csv"] =
      "Année;Nom de la cité;Satisfaction mission locale\n2025;A;très satisfaisante\n2025;B;plutôt satisfaisante\n2025;C;NSP\n" } })
    local row = trial.tables.cit_satisfaction.rows[1]
    expect(row["Très satisfaisante (%)"]):to_be(0.5, { numerator = 1, denominator = 2 })
    expect(#trial.journal):to_be(0)
  end)
end)

describe("cités: spending by kind above the total", function()
  local function plain(text) return bilan.text.replace(text, "\u{A0}", " ") end
  local function made(rows)
    return spec.build("cites_emploi", { files = { ["a.csv"] =
      "Nom de la cité;Exercice;Enveloppe;Dépenses totales;Dépenses coordination;Dépenses actions\n" .. rows } })
  end
  it("is said on the first page, and the table names its years", function()
    local trial = made "Nord;2021;100000;40000;30000;20000\nSud;2021;100000;50000;10000;40000\nNord;2022;100000;9000;4000;5000\n"
    expect(plain(bilan.text.join(trial.warnings, "\n")):match "Dépenses par nature[^\n]*"):to_be(
      "Dépenses par nature > dépenses totales (C04) : 1 ligne, le total déclaré est retenu ; à confirmer auprès de la cité.")
    expect(plain(trial.tables.cit_depenses.notes[1])):to_be("Le détail par nature dépasse les dépenses : 2021. Des cités donnent leur "
      .. "détail sans total ni enveloppe, ou un détail supérieur à leur total.")
  end)
  it("is not where the detail of a year is of other cités", function()
    local trial = made "Nord;2021;100000;40000;20000;20000\nSud;2021;;50000;10000;40000\n"
    expect(plain(bilan.text.join(trial.warnings, "\n")):find("C04", 1, true)):to_be(nil)
    expect(plain(trial.tables.cit_depenses.notes[1]):match "dépenses : (%d+)%."):to_be "2021"
  end)
end)

describe("cités de l'emploi: two files that contradict each other", function()
  local HEADER = "Année;Cité;Nb de partenaires;Stade de la coopération;Coordonnateur resté en poste\n"
  local function built(first, second)
    return spec.build("cites_emploi", { year = 2025, files = {
      [first] = HEADER .. "2025;Alpha;12;Diagnostic;oui\n2025;Beta;10;Diagnostic;oui\n",
      [second] = HEADER .. "2025;ALPHA;20;Approfondissement;oui\n" } })
  end
  local here, there = built("a.csv", "b.csv"), built("z.csv", "b.csv")
  it("leave what they dispute unknown, whatever the names of the files", function()
    for _, trial in ipairs { here, there } do
      expect(trial.figures.CIT02):to_be(10, { base = 1, unknown = 1 })
      expect(trial.figures.CIT12a):to_be(0, { numerator = 0, denominator = 1, unknown = 1 })
      expect(trial.figures.CIT00):to_be(2)
    end
  end)
  it("agree on a name that they spell in two ways", function()
    local trial = spec.build("cites_emploi", { year = 2025, files = {
      ["a.csv"] = "Année;Cité;Région;Nb de partenaires\n2025;Alpha;Hauts-de-France;12\n",
      ["b.csv"] = "Année;Cité;Région;ETP\n2025;Alpha;HAUTS-DE-FRANCE;1\n" } })
    expect(table.concat(trial.warnings, "\n"):find("contradictoires", 1, true)):to_be(nil)
  end)
  it("keep what they agree on, and the first page names what they do not", function()
    for _, row in ipairs(here.tables.cit_indicateurs.rows) do
      if row[1] == "CIT07" then expect(row[3]):to_be(1, { numerator = 2, denominator = 2 }) end
    end
    local said = bilan.text.replace(table.concat(here.warnings, "\n"), "\u{A0}", " ")
    expect(said:find("Réponses contradictoires, comptées comme inconnues : ALPHA (", 1, true) ~= nil):to_be(true)
    expect(said:find("(Coordonnateur", 1, true)):to_be(nil)
  end)
end)

describe("cités: a row that names no cité, and a year that does not apply", function()
  local trial = spec.build("cites_emploi", { files = { ["c.csv"] = "Cité de l'emploi;Exercice;Enveloppe;Dépenses totales;Région\n"
    .. "Alpha;2025;100000;50000;Sud\nNC;2025;100000;40000;Sud\nBravo;sans objet;100000;30000;Nord\n" } })
  it("stand in the way of no table, and are said", function()
    expect(#trial.tables["cit_cites"].rows):to_be(2)
    expect((bilan.text.replace(trial.tables["cit_cites"].notes[1], "\u{A0}", " "))):to_be(
      "Lignes sans nom de cité, dans aucune ligne de ce tableau : 1. Demandez de quelle cité elles parlent.")
  end)
end)
