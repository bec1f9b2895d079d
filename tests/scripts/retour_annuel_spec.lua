-- SPDX-License-Identifier: MPL-2.0
-- The annual return: what a refused request, an empty score and unknown people do to its lines. Parts and the year before, which
-- need several workbooks, are in tests/app/annual_return_test.cpp.
local bilan = require "bilan"
local spec = require "bilan.spec"
local describe, it, expect = spec.describe, spec.it, spec.expect

local PROGRAMMING = [[
Exercice;Contrat de ville;Porteur;Intitulé;Statut;Montant demandé;Montant accordé;Montant payé;Bénéficiaires;Femmes;Hommes;Cotation instructeur
2025;Valmont;Avenir;Atelier;retenue;12000;10000;8000;50;30;20;G1
2025;Valmont;Club;Sport;retenue;8000;8000;8000;40;40;0;G2
2025;Valmont;Terre;Jardin;refusée;4000;0;;;;;G0
2025;Valmont;Ville;Médiation;retenue;20000;20000;NC;100;NC;NC;non coté
2025;Valmont;Lien;Poste;retenue;7000;7000;7000;NC;NC;NC;
]]

local function made(rows) return spec.build("retour_annuel", { files = { ["programme.csv"] = rows }, year = 2025 }) end

--- Words with plain spaces, as they are typed here.
local function plain(words) return bilan.text.replace(bilan.text.replace(words, "\u{A0}", " "), "\u{202F}", " ") end

--- The row of a table by its first cell.
local function line(trial, id, words)
  for _, row in ipairs(trial.tables[id].rows) do
    if plain(row[1]) == words then return row end
  end
  error("no line " .. words)
end

describe("annual return: a refused request", function()
  local trial = made(PROGRAMMING)
  it("is no action of the return, and its empty people are not missing", function()
    expect(trial.figures["Actions"]):to_be(4)
    expect(trial.figures["Porteurs"]):to_be(4)
    expect(trial.figures["Bénéficiaires cumulés"]):to_be(190, { base = 3, unknown = 1 })
    expect(plain(trial.warnings[1])):to_be("Actions hors de la programmation, non comptées : 1 refusée, ajournée, abandonnée ou annulée.")
  end)
  it("is told apart from those that were selected", function()
    expect(line(trial, "ret_suites", "retenue")[2]):to_be(4)
    expect(line(trial, "ret_suites", "refusée")[2]):to_be(1)
    expect(line(trial, "ret_suites", "refusée")[4]):to_be(4000)
  end)
  it("stays where it was awarded something, which is said; an amount that nobody knows speaks against no status, and is said", function()
    local odd = made "Exercice;Porteur;Intitulé;Statut;Montant accordé\n2025;A;Un;refusée;500\n2025;B;Deux;abandonnée;NC\n2025;C;Trois;ajournée;\n"
    expect(odd.figures["Actions"]):to_be(1)
    expect(odd.figures["Accordé P147"]):to_be(500, { unknown = 0 })
    expect(plain(odd.warnings[1])):to_be("Actions hors de la programmation, non comptées : 2 refusées, ajournées, abandonnées ou annulées (montant accordé inconnu pour 1).")
    expect(plain(odd.warnings[2])):to_be("Actions comptées malgré leur statut (refusée, annulée, sans décision…), un montant leur étant accordé ou payé : 1 (500 €). À vérifier.")
  end)
  it("cannot be told where no status is given: all actions count, and no table of statuses is made", function()
    local untold = made "Exercice;Porteur;Intitulé;Montant accordé\n2025;A;Un;500\n2025;B;Deux;0\n"
    expect(untold.figures["Actions"]):to_be(2)
    expect(untold.tables["ret_suites"]):to_be(nil)
  end)
end)

describe("annual return: no action of the programming", function()
  local trial = spec.build("retour_annuel", { year = 2025, params = { enveloppe_notifiee = 5000 }, files = { ["p.csv"] =
    "Exercice;Porteur;Intitulé;Statut;Montant demandé;Montant accordé;Montant payé\n2025;A;Un;refusée;500;0;\n2025;B;Deux;déposée;900;;\n" } })
  it("awards and pays nothing, which is no « 0 € » and no line to fill in", function()
    expect(trial.figures["Actions"]):to_be(0)
    expect(trial.figures["Payé"]):to_be(nil)
    expect(line(trial, "ret_enveloppe", "Payé")["Remarque"]):to_be("aucune ligne comptée")
    expect(line(trial, "ret_enveloppe", "Accordé / notifié")["Remarque"]):to_be("aucune ligne comptée")
    expect(line(trial, "ret_bie", "G1 : actions")[2]):to_be(0)
    expect(plain(trial.warnings[#trial.warnings])):to_be("Lignes du retour sans valeur, à compléter : Engagé ; Conseils citoyens.")
  end)
  it("is not taken for an envelope that nobody gave, where 0 € was awarded", function()
    local none = spec.build("retour_annuel", { year = 2025, params = { enveloppe_notifiee = 5000 },
      files = { ["p.csv"] = "Exercice;Porteur;Intitulé;Montant accordé\n2025;A;Un;0\n" } })
    expect(line(none, "ret_enveloppe", "Accordé / notifié")[2]):to_be(0)
    local unknown = spec.build("retour_annuel", { year = 2025, params = { enveloppe_notifiee = 5000 },
      files = { ["p.csv"] = "Exercice;Porteur;Intitulé;Montant accordé\n2025;A;Un;NC\n" } })
    expect(line(unknown, "ret_enveloppe", "Accordé / notifié")["Remarque"]):to_be("aucune valeur connue")
  end)
end)

describe("annual return: scores", function()
  local trial = made(PROGRAMMING)
  it("an empty cell is unknown, not « non coté »", function()
    expect(line(trial, "ret_bie", "Non cotées : actions")[2]):to_be(1, { base = 3, unknown = 1 })
    expect(line(trial, "ret_bie", "Non cotées : montants accordés")[2]):to_be(20000, { unknown = 1 })
    expect(line(trial, "ret_bie", "Cotation non renseignée : actions")[2]):to_be(1, { unknown = 0 })
    expect(line(trial, "ret_bie", "Cotation non renseignée : montants accordés")[2]):to_be(7000)
    expect(line(trial, "ret_bie", "G1 : actions")[2]):to_be(1, { base = 3, unknown = 1 })
  end)
end)

describe("annual return: what a share rests on", function()
  local trial = made(PROGRAMMING)
  it("stands beside it, and half of the rows are no solid ground", function()
    local share = line(trial, "ret_publics", "Part des femmes (sexe connu)")
    expect(share[2]):to_be_near(70 / 90)
    expect(share["Numérateur"]):to_be(70)
    expect(share["Dénominateur"]):to_be(90)
    expect(share["Solidité"]):to_be("fragile")
    expect(line(trial, "ret_objectifs", "Part de l'emploi dans les montants accordés")["Solidité"]):to_be("non calculable")
  end)
end)

describe("annual return: the first page", function()
  local function page(rows) return plain(bilan.text.join(made(rows).warnings, "\n")) end
  local HEADER = "Exercice;Contrat de ville;Porteur;Intitulé;Nature de la demande;Montant accordé\n"
  it("names the lines without a value, and a rubric without any by its name", function()
    expect(page(PROGRAMMING):match "Lignes du retour sans valeur, à compléter : ([^\n]*)"):to_be("Notifié ; "
      .. "Programmé (proposé aux actions) ; Engagé ; Accordé / notifié ; Emploi et pluriannuel ; Habitants des QPV ; "
      .. "Part des habitants des QPV ; Conseils citoyens.")
  end)
  it("asks whether contracts with names alike are one", function()
    local words = page(HEADER .. "2025;CV Valoir;A;Un;;10\n2025;Contrat de ville du Valoir;B;Deux;;20\n2025;cv valoir;C;Trois;;30\n"
      .. "2025;CV Cerne;D;Quatre;;40\n")
    expect(words:match "Contrats aux noms voisins, comptés à part : ([^\n]*)"):to_be(
      "« Contrat de ville du Valoir », « CV Valoir ». Si c'est le même, écrivez un seul nom.")
    expect(page(HEADER .. "2025;CV Valoir;A;Un;;10\n2025;CV Cerne;B;Deux;;20\n"):find("voisins", 1, true)):to_be(nil)
  end)
  it("asks the same of cités and of councils, each by the words that say what it is", function()
    local cites = spec.build("cites_emploi", { year = 2025, files = { ["c.csv"] =
      "Année;Nom de la cité;Nb de partenaires\n2025;Cité de l'emploi de Port-Fictif;3\n2025;Port-Fictif;4\n2025;Valmont;5\n" } })
    expect(plain(bilan.text.join(cites.warnings, "\n")):match "Cités aux noms voisins, comptées à part : ([^\n]*)"):to_be(
      "« Cité de l'emploi de Port-Fictif », « Port-Fictif ». Si c'est la même, écrivez un seul nom.")
    local councils = spec.build("conseils_citoyens", { year = 2025, files = { ["c.csv"] =
      "Année;Conseil citoyen;Nb membres;Nb de réunions\n2025;CC Parc;8;3\n2025;Conseil citoyen du Parc;9;3\n2025;CC Gare;5;2\n" } })
    expect(plain(bilan.text.join(councils.warnings, "\n")):match "Conseils citoyens aux noms voisins, comptés à part : ([^\n]*)"):to_be(
      "« CC Parc », « Conseil citoyen du Parc ». Si c'est le même, écrivez un seul nom.")
  end)
  it("has the share of the envelope and the multi-year share", function()
    local trial = spec.build("retour_annuel", { year = 2025, params = { enveloppe_notifiee = 400 },
      files = { ["p.csv"] = HEADER .. "2025;V;A;Un;CPO (pluriannuelle);100\n2025;V;B;Deux;renouvellement;100\n" } })
    expect(trial.figures["Part du pluriannuel"]):to_be(0.5)
    expect(trial.figures["Accordé / notifié"]):to_be(0.5, { numerator = 200, denominator = 400 })
  end)
end)

describe("annual return: an envelope of 0 €", function()
  it("is a zero below the bar, not a parameter that was not given", function()
    local trial = spec.build("retour_annuel", { year = 2025, params = { enveloppe_notifiee = 0 }, files = { ["programme.csv"] = PROGRAMMING } })
    local found = false
    for _, table_of in pairs(trial.tables) do
      for _, row in ipairs(table_of.rows) do
        for _, cell in pairs(row) do found = found or cell == "dénominateur nul" end
      end
    end
    expect(found):to_be(true)
  end)
end)

describe("annual return: councils", function()
  local trial = spec.build("retour_annuel", { year = 2025, files = { ["c.csv"] = "Exercice;Conseil citoyen;QPV couverts;État\n2025;Un;QN06901M;actif\n"
    .. "2025;Deux;QN06901M;dissous\n2025;Trois;QN06902I;jamais installé\n" } })
  it("are those described, of which those in place", function()
    expect(line(trial, "ret_conseils", "Conseils décrits")[2]):to_be(3)
    expect(line(trial, "ret_conseils", "dont en place (installés, non dissous)")[2]):to_be(1)
  end)
end)

describe("annual return: the objectives", function()
  it("are quoted from those who wrote them down", function()
    local notes = plain(table.concat(made(PROGRAMMING).tables["ret_objectifs"].notes, " "))
    expect(notes:find("L'objectif de 20 % (emploi) est cité par la synthèse régionale 2016-2022, sans que le texte qui le fonde ait été retrouvé", 1, true) ~= nil):to_be(true)
    expect(notes:find("textes du ministère", 1, true)):to_be(nil)
  end)
end)

describe("annual return: a year of which nothing is programmed, beside the year before", function()
  it("has no action, and neither an amount nor people that would be 0", function()
    local trame = require "bilan.retour_annuel_trame"
    local change = require "bilan.change_by_holder"
    local HEADER = "Exercice;Porteur;Intitulé;Statut;Montant accordé;Bénéficiaires\n"
    local registry = require "bilan.holders"
    local now, past = spec.rows("action", HEADER .. "2025;A;Un;refusée;;\n"), spec.rows("action", HEADER .. "2024;A;Un;retenue;1000;10\n")
    local both = registry.registry { now, past }
    local received = both:of(now)
    local put = {}
    local run = { limited_to = "", text = function(_, words) return words.fr end, warning = function() end,
      label = function(_, _, id) return id end,
      table = function(_, made_table) put[made_table.id] = made_table.rows end }
    change.table(run, { received = received, counted = require("bilan.programmed").kept(received) }, both:of(past),
      { trame.measures.actions, trame.measures.porteurs, trame.measures.accorde, trame.measures.benef })
    expect(put.ret_evolution[1][2]):to_be(0)
    expect(put.ret_evolution[1][4]):to_be(-1)
    expect(put.ret_evolution[2][2]):to_be(0)
    for at = 3, 4 do
      for _, column in ipairs { 2, 4, 5, 7, 8, 9 } do expect(put.ret_evolution[at][column]):to_be(bilan.state "so") end
    end
    expect(put.ret_evolution[3][3]):to_be(1000)
  end)
end)

describe("annual return: amounts of the employment pillar that nobody knows", function()
  it("are no employment share of 0 %", function()
    local trial = spec.build("retour_annuel", { year = 2025, files = { ["a.csv"] = "Exercice;Porteur;Intitulé;Pilier;Nature de la demande;"
      .. "Montant accordé\n2025;A;Un;Emploi;renouvellement;NC\n2025;B;Deux;Cadre de vie;renouvellement;1000\n" } })
    expect(trial.figures["Part de l'emploi"]):to_be_unknown "nc"
    expect(line(trial, "ret_objectifs", "Part de l'emploi dans les montants accordés")[2]):to_be_unknown "nc"
    expect(trial.figures["Part du pluriannuel"]):to_be(0, { numerator = 0, denominator = 1000 })
  end)
end)

describe("annual return: actions of several departments", function()
  local head = "Exercice;Contrat de ville;Porteur;Intitulé;Statut;Quartier(s);Code INSEE;Montant accordé\n"
  local trial = made(head .. "2025;Alpha;A;Un;retenue;QN00101M;;100\n2025;Alpha;B;Deux;retenue;;;50\n2025;Corse;C;Trois;retenue;;2A004;30\n"
    .. "2025;Outremer;D;Quatre;retenue;QN97401I;;20\n2025;Mixte;E;Cinq;retenue;QN06901M;38185;10\n2025;Mixte;F;Six;retenue;;;5\n")
  it("have a table by department, read in the codes, else in the other actions of the contract", function()
    expect(line(trial, "ret_departements", "01")[4]):to_be(150)
    expect(line(trial, "ret_departements", "2A")[4]):to_be(30)
    expect(line(trial, "ret_departements", "974")[4]):to_be(20)
  end)
  it("are of none where codes name two, or where a contract is in two", function()
    expect(line(trial, "ret_departements", "(non renseigné)")[2]):to_be(2)
    expect(line(trial, "ret_departements", "(non renseigné)")[4]):to_be(15)
  end)
  it("have no such table where there is one department", function()
    expect(made(head .. "2025;Alpha;A;Un;retenue;QN00101M;;100\n2025;Alpha;B;Deux;retenue;;;50\n").tables["ret_departements"]):to_be(nil)
  end)
end)

describe("annual return: one holder with more than half of the money", function()
  local head = "Exercice;Porteur;SIRET;Intitulé;Statut;Montant accordé\n"
  local function said(rows)
    for _, warning in ipairs(made(head .. rows).warnings) do
      if plain(warning):find("C17", 1, true) then return plain(warning) end
    end
    return nil
  end
  it("is named with its share of what is known", function()
    expect(said "2025;Avenir;;Un;retenue;300\n2025;AVENIR;;Deux;retenue;400\n2025;Club;;Trois;retenue;600\n2025;Cap;;Quatre;retenue;NC\n"):to_be(
      "Un porteur reçoit plus de la moitié des montants accordés connus (C17) : Avenir, 53,8 % (700 € sur 1 300 €).")
  end)
  it("is not where it has half, or where there is no other", function()
    expect(said "2025;Avenir;;Un;retenue;300\n2025;Club;;Deux;retenue;300\n"):to_be(nil)
    expect(said "2025;Avenir;;Un;retenue;300\n"):to_be(nil)
  end)
end)

describe("annual return: a share over nothing", function()
  local nothing = made "Exercice;Porteur;Intitulé;Pilier;Statut;Montant accordé;Montant payé\n2025;A;Un;Emploi;retenue;0;0\n"
  it("has a denominator of zero, which is no value to be filled in", function()
    local columns = line(nothing, "ret_enveloppe", "Payé / accordé")
    expect(plain(columns["Remarque"])):to_be "dénominateur nul"
    for _, warning in ipairs(nothing.warnings) do
      expect(plain(warning):find("Payé / accordé", 1, true)):to_be(nil)
      expect(plain(warning):find("Part de l'emploi dans", 1, true)):to_be(nil)
    end
  end)
end)

describe("annual return: a year that is said not to apply", function()
  it("is a year that nobody gives: the row is supposed to be of the run's", function()
    local trial = made "Exercice;Porteur;Intitulé;Statut;Montant accordé\n2025;A;Un;retenue;100\nsans objet;B;Deux;retenue;50\n;C;Trois;retenue;25\n"
    expect(trial.figures["Actions"]):to_be(3)
    expect(trial.figures["Accordé P147"]):to_be(175)
    expect(plain(trial.warnings[1])):to_be "Lignes sans exercice (actions), supposées de 2025 : 2."
  end)
end)
