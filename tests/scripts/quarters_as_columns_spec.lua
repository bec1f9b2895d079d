-- SPDX-License-Identifier: MPL-2.0
-- A table whose quarters are columns gives several rows of one action: every count of actions, every share and every secret number
-- takes it once. Source: domain dossier 0.3 (9: one row is not one fact), 8.1.
local spec = require "bilan.spec"
local bilan = require "bilan"
local describe, it, expect = spec.describe, spec.it, spec.expect

local function plain(words) return bilan.text.replace(bilan.text.replace(words, "\u{A0}", " "), "\u{202F}", " ") end

--- A report on one table, the public of each action told by quarter in three columns at the end.
local function made(report, header, lines)
  local text = header .. ";Nb de bénéficiaires;QN06901M;QN06902I;QN06903M\n"
  for _, line in ipairs(lines) do text = text .. line .. ";30;10;12;8\n" end
  return spec.build(report, { year = 2025, files = { ["a.csv"] = text } })
end

--- The cells of the row that begins with a word.
local function row_of(trial, id, label)
  for _, row in ipairs(trial.tables[id].rows) do
    if plain(tostring(row[1])) == label then return row end
  end
end

describe("bie: actions whose quarters are columns", function()
  local trial = made("bie", "Exercice;N° de dossier;Porteur;Intitulé;Statut;Demandé P147;Accordé P147;Cotation porteur;Cotation BIE;Objectif d'égalité",
    { "2025;20250001;A;Un;retenue;9000;6000;G2;G2;oui", "2025;20250002;B;Deux;retenue;9000;5000;G1;;non", "2025;20250003;C;Trois;retenue;9000;500;;G1;partiel" })
  it("stand once in the matrix of the two scores", function()
    expect(row_of(trial, "bie_concordance", "G2")[7]):to_be(1)
    expect(row_of(trial, "bie_concordance", "G1")[6]):to_be(1)
    expect(row_of(trial, "bie_concordance", "non renseignée")[7]):to_be(1)
  end)
  it("answer each criterion of the grid once", function()
    local row = trial.tables.bie_criteres.rows[1]
    expect(row[2]):to_be(1)
    expect(row[5]):to_be(3)
    expect(row[6]):to_be(1 / 3)
  end)
end)

describe("lcd: actions whose quarters are columns", function()
  local HEADER = "Exercice;N° de dossier;Contrat de ville;Porteur;Intitulé;Accordé P147;Caractère spécifique LCD;Critère;Domaine LCD;"
    .. "Type d'action LCD;Situations recueillies;Orientations;État du PTLCD;PTLCD"
  local trial = made("lcd", HEADER, { "2025;20250001;CV A;A;Un;6000;spécifique;origine;emploi;testing;3;1;plan adopté;oui",
    "2025;20250002;CV A;B;Deux;5000;spécifique;sexe;logement;médiation;30;10;plan adopté;oui",
    "2024;20240001;CV A;A;Un;6000;spécifique;origine;emploi;testing;30;1;plan adopté;oui" })
  it("have in each quarter the share of the two counts", function()
    local row = row_of(trial, "lcd_quartiers", "QN06902I")
    expect(row[2]):to_be(2)
    expect(row[3]):to_be(2)
    expect(row[4]):to_be(1)
    expect(row[5]):to_be(11000)
  end)
  it("keep a small number of situations secret, and what would give it", function()
    expect(row_of(trial, "lcd_situations", "critère")[3].code):to_be "secret"
    for _, row in ipairs(trial.tables.lcd_situations.rows) do expect(row[3].code):to_be "secret" end
  end)
  it("are one action of a year and of a contract", function()
    local row = row_of(trial, "lcd_evolution", "testing")
    expect(row[2]):to_be(1)
    expect(row[3]):to_be(1)
    expect(row_of(trial, "lcd_ptlcd", "CV A")[3]):to_be(2)
  end)
end)

describe("droit commun: actions whose quarters are columns", function()
  local trial = made("droit_commun", "Exercice;N° de dossier;Porteur;Intitulé;Pilier;Accordé P147",
    { "2025;20250001;A;Un;emploi;6000", "2025;20250002;B;Deux;emploi;5000" })
  it("are counted once among those without a plan", function()
    expect(plain(table.concat(trial.warnings, "\n")):find("2 actions dont aucun fichier ne donne les autres financeurs : le P147 (11 000 €)", 1, true)
      ~= nil):to_be(true)
  end)
end)

describe("emploi: a programming whose quarters are columns", function()
  it("gives each employment action its grant", function()
    local trial = spec.build("emploi", { year = 2025, files = {
      ["a.csv"] = "Exercice;N° de dossier;Porteur;Intitulé;Pilier;Accordé P147;Cotation BIE;Nb de bénéficiaires;QN06901M;QN06902I\n"
        .. "2025;20250001;PLIE;Plateforme;emploi;6000;G1;30;10;20\n2025;20250002;MJC;Deux;cadre de vie;5000;G1;30;10;20\n",
      ["b.csv"] = "Exercice;Opérateur;Action;Nb de bénéficiaires;Entrées;Sorties;Emploi durable\n2025;PLIE;Plateforme;30;20;18;5\n" } })
    expect(plain(table.concat(trial.warnings, "\n")):find("Subvention P147 prise dans la programmation (même porteur, même intitulé) : 1 action", 1, true)
      ~= nil):to_be(true)
    expect(trial.figures["EMP13"]):to_be(200)
  end)
end)

describe("droit commun: ordinary money of a pillar", function()
  local trial = spec.build("droit_commun", { year = 2025, files = {
    ["a.csv"] = "Exercice;Porteur;Intitulé;Pilier;P147;Région;CAF\n2025;A;Un;emploi;1000;500;0\n",
    ["b.csv"] = "Exercice;Porteur;Intitulé;Pilier;Statut;Accordé P147\n2025;B;Deux;emploi;retenue;700\n2025;B;Trois;cadre de vie;retenue;900\n" } })
  it("is a minimum beside an action whose plan nobody sent, and unknown where there is no other", function()
    for _, row in ipairs(trial.tables.dc_piliers.rows) do
      if plain(row[1]) == "Développement économique et emploi" then expect(row[2]):to_be(500, { lower_bound = true, unknown = 1 })
      else expect(row[2].value):to_be(nil) end
    end
  end)
end)
