-- SPDX-License-Identifier: MPL-2.0
-- The campaign: what its first page borrows of its themes, and the tables where themes meet.
local bilan = require "bilan"
local spec = require "bilan.spec"
local describe, it, expect = spec.describe, spec.it, spec.expect

local ACTIONS = [[
Exercice;Porteur;Intitulé;Pilier;Statut;Montant accordé;Région;Cotation instructeur;Caractère spécifique LCD
2025;Avenir;Atelier;Emploi;retenue;4000;1000;G1;spécifique LCD
2025;Club;Sport;Cohésion sociale;retenue;9000;0;G2;volet LCD d'une action
2025;Lien;Forum;Cohésion sociale;retenue;3000;0;;spécifique LCD
2025;Toit;Testing;Cadre de vie;refusée;0;0;;spécifique LCD
]]

local function made(rows) return spec.build("campagne", { files = { ["programme.csv"] = rows }, year = 2025 }) end
local trial = made(ACTIONS)

local function plain(words) return bilan.text.replace(words, "\u{A0}", " ") end

describe("campaign: equality and anti-discrimination", function()
  local lines = trial.tables["camp_bie_lcd"].rows
  it("never adds a part of an action to specific ones, nor counts a refused action", function()
    expect(lines[2][2]):to_be(2)
    expect(lines[2][3]):to_be(7000)
    expect(lines[3][3]):to_be(4000)
    expect(lines[4][3]):to_be(4000 + 9000 + 3000)
    expect(plain(lines[5][1])):to_be("À part, jamais ajouté : volet LCD d'une action")
    expect(lines[5][3]):to_be(9000)
  end)
  it("says of nothing that both meet where no file asks for it", function()
    local untold = made "Exercice;Porteur;Intitulé;Statut;Montant accordé;Cotation instructeur\n2025;Club;Sport;retenue;9000;G2\n2025;Toit;Forum;retenue;NC;G1\n"
    local rows = untold.tables["camp_bie_lcd"].rows
    expect(rows[1][3]):to_be(9000, { unknown = 1 })
    for at = 2, 5 do expect(bilan.is_figure(rows[at][3]) and rows[at][3].cause or rows[at][3].code):to_be "abs" end
    expect(rows[3][4]):to_be(2)
  end)
  it("has what is asked first on its page, and no figure without a value", function()
    local untold = made "Exercice;Porteur;Intitulé;Statut;Montant demandé;Montant accordé;Bénéficiaires\n2025;Club;Sport;retenue;9000;NC;5\n2025;Toit;Forum;refusée;100;0;7\n"
    expect(untold.figures["Actions de la programmation"]):to_be(1)
    expect(untold.figures["Bénéficiaires cumulés (doubles comptes possibles)"]):to_be(5)
    expect(untold.figures["DC01_P1"]):to_be(nil)
  end)
  it("agrees with the theme's own share", function()
    expect(trial.figures["LCD02"]):to_be_near(7000 / 16000)
  end)
  it("puts the pillar with the most credits first", function()
    local pillars = trial.tables["camp_bie_pilier"].rows
    expect(pillars[1]["Pilier"]):to_be("Cohésion sociale")
    expect(pillars[1]["Accordé P147 (€)"]):to_be(12000)
    expect(pillars[2]["Accordé P147 (€)"]):to_be(4000)
  end)
end)

describe("campaign: the themes", function()
  local function state_of(report, name)
    for _, line in ipairs(report.tables["camp_themes"].rows) do
      if line[1] == name then return line[2] end
    end
  end
  it("say that nothing of a theme stands in the rows that another theme shares with it", function()
    local silent = made "Exercice;Porteur;Intitulé;Statut;Montant accordé;Cotation instructeur\n2025;Avenir;Atelier;retenue;4000;G1\n"
    expect(state_of(silent, "LCD")):to_be("rien de ce thème dans les lignes reçues")
    expect(state_of(silent, "BIE")):to_be("dans ce classeur")
    expect(state_of(trial, "LCD")):to_be("dans ce classeur")
  end)
end)

describe("campaign: the first page", function()
  it("has a figure of each theme that was received", function()
    expect(trial.figures["BIE01"]):to_be(0.5)
    expect(trial.figures["DC01_P1"]):to_be_near(1000 / 17000)
  end)
  it("says how many warnings each theme has, and repeats none of them", function()
    local last = plain(trial.warnings[#trial.warnings])
    expect(last:match "^Avertissements des thèmes %(BIE %d+, LCD %d+, Droit commun %d+%), à lire" ~= nil):to_be(true)
    expect(#trial.warnings):to_be(2)
    expect(plain(trial.warnings[1])):to_be("Actions hors de la programmation, dans aucun montant accordé ni public (leurs demandes et cotations comptent) : 1 refusée, ajournée, abandonnée ou annulée.")
  end)
end)

describe("campaign: employment alone", function()
  it("fills its first page with what became of the people", function()
    local alone = spec.build("campagne", { year = 2025, files = { ["ml.csv"] = "Exercice;Opérateur;Intitulé;Bénéficiaires;Femmes;Hommes;"
      .. "Entrées;Abandons;En cours;Sorties;Emploi durable;Emploi de transition;Sorties positives;Autres sorties\n"
      .. "2025;ML;Parcours A;40;22;18;40;6;4;30;10;8;5;7\n" } })
    expect(alone.figures.EMP05):to_be(0.15)
    expect(alone.figures.EMP06):to_be_near(23 / 30)
    expect(alone.figures.EMP07 ~= nil):to_be(true)
  end)
  it("keeps to its short list beside other themes", function()
    expect(trial.figures.EMP06):to_be(nil)
  end)
end)

describe("campaign: councils", function()
  local trial = spec.build("campagne", { year = 2025, files = { ["c.csv"] = "Exercice;Conseil citoyen;QPV couverts;État\n2025;Un;QN06901M;actif\n"
    .. "2025;Deux;QN06901M;dissous\n2025;Trois;QN06902I;jamais installé\n" } })
  it("are in a quarter where they are in place, as in their own workbook", function()
    local rows = trial.tables["camp_quartiers"].rows
    expect(rows[1]["Conseils en place"]):to_be(1)
    expect(rows[2]["Conseils en place"]):to_be(0)
    expect(trial.figures.CC00):to_be(3)
  end)
end)

describe("campaign: the quarters of offers and signatories", function()
  local one = spec.build("campagne", { year = 2025, files = {
    ["o.csv"] = "Exercice;Offre de services;Opérateur;QPV concernés;Mise en œuvre\n2025;Forum;A;QN06901M;en cours\n2025;FORUM;B;QN06901M;en cours\n"
      .. "2025;Atelier;A;QN06901M;abandonné\n2025;Permis;A;tous les QPV;en cours\n2025;Stage;A;NC;en cours\n2025;Bilan;A;;en cours\n",
    ["liste.csv"] = "Exercice;Entreprise;Type de signataire;Date de signature;Quartier\n2025;Alpha;entreprise;01/02/2024;QN06901M\n"
      .. "2025;Bravo;entreprise;01/02/2024;\n",
    ["bilans.csv"] = "Exercice;Entreprise;Embauches;Alternants\n2025;Alpha;4;1\n2025;Bravo;2;0\n2025;Hors liste;9;0\n" } })
  local rows = one.tables["camp_quartiers"].rows
  local function of(quarter)
    for _, row in ipairs(rows) do
      if row["Quartier"] == quarter then return row end
    end
    error("no line " .. quarter)
  end
  it("count an offer once, and none that was given up", function()
    expect(of("QN06901M")["Offres de services"]):to_be(1)
    expect(of("Tous les quartiers")["Offres de services"]):to_be(1)
  end)
  it("have one line for all whose quarters are not known, whatever the cause", function()
    expect(of("(non renseigné)")["Offres de services"]):to_be(2)
  end)
  it("count a signatory where one of its rows names a quarter, and no company that is on no list", function()
    expect(of("QN06901M")["Signataires du PaQte"]):to_be(1)
    expect(of("(non renseigné)")["Signataires du PaQte"]):to_be(1)
  end)
end)
