-- SPDX-License-Identifier: MPL-2.0
-- Which actions count: one rule for every report, so that no two workbooks of the same files disagree. Source: domain dossier 2.3,
-- 3.1.4, 3.6.3, 4 and 5.
local bilan = require "bilan"
local spec = require "bilan.spec"
local programmed = require "bilan.programmed"

local describe, it, expect = spec.describe, spec.it, spec.expect

local function plain(words) return bilan.text.replace(bilan.text.replace(words, "\u{A0}", " "), "\u{202F}", " ") end

describe("the actions of the programming", function()
  local HEADER = "Exercice;Porteur;Intitulé;Statut;Montant accordé;Montant payé\n"
  local function kept(lines) return programmed.kept(spec.rows("action", HEADER .. lines)):count() end
  it("are those that the committee selected, whatever became of them, and those without a status", function()
    expect(kept "2025;A;a;retenue;NC;\n2025;A;b;réalisée;100;\n2025;A;c;partiellement réalisée;;\n2025;A;d;reportée;;\n2025;A;e;;;\n"):to_be(5)
  end)
  it("are not those that were refused, adjourned, given up or cancelled, nor requests without a decision", function()
    expect(kept "2025;A;a;refusée;0;\n2025;A;b;ajournée;;\n2025;A;c;abandonnée;NC;\n2025;A;d;annulée;;0\n2025;A;e;déposée;;\n2025;A;f;recevable;NC;\n"):to_be(0)
  end)
  it("are those to which an amount was awarded or paid all the same", function()
    expect(kept "2025;A;a;refusée;500;\n2025;A;b;annulée;;200\n2025;A;c;déposée;900;\n"):to_be(3)
  end)
end)

describe("the same files in every report", function()
  local FILES = { ["a.csv"] = "Exercice;Contrat de ville;N° de dossier;Porteur;Intitulé;Pilier;Quartier(s);Statut;Coût total;Demandé P147;"
    .. "Accordé P147;Région;CAF;Bénéficiaires;Femmes;Hommes;Cotation BIE;Caractère spécifique LCD\n"
    .. "2025;Valmont;20250001;A;Un;Emploi;QN02301N;retenue;20000;6000;5000;2000;3000;50;30;20;G1;spécifique LCD\n"
    .. "2025;Valmont;20250002;B;Deux;Emploi;QN02301N;réalisée;12000;8000;8000;2000;0;40;10;30;G0;\n"
    .. "2025;Valmont;20250003;C;Trois;Emploi;QN02301N;refusée;9000;5000;0;4000;0;900;900;0;G2;spécifique LCD\n"
    .. "2025;Valmont;20250004;D;Quatre;Emploi;QN02301N;déposée;9000;5000;;4000;4000;900;900;0;G2;spécifique LCD\n"
    .. "2025;Valmont;20250005;E;Cinq;Emploi;QN02301N;annulée;9000;5000;;1000;0;90;0;90;G0;\n" }
  local function made(report) return spec.build(report, { year = 2025, files = FILES }) end
  local back, scores, fight, ordinary, all = made "retour_annuel", made "bie", made "lcd", made "droit_commun", made "campagne"
  local function row(trial, id, words)
    for _, line in ipairs(trial.tables[id].rows) do
      if plain(line[1]) == words then return line end
    end
    error("no line " .. words)
  end
  it("are two actions, of 13 000 €", function()
    expect(back.figures["Actions"]):to_be(2)
    expect(back.figures["Accordé P147"]):to_be(13000, { unknown = 0 })
    expect(back.figures["Bénéficiaires cumulés"]):to_be(90)
    expect(fight.figures["LCD01"]):to_be(1, { base = 1, unknown = 1 })
    expect(row(all, "camp_bie_pilier", "Développement économique et emploi")[2]):to_be(2)
    expect(row(all, "camp_bie_pilier", "Développement économique et emploi")[3]):to_be(13000, { unknown = 0 })
    expect(all.tables["camp_quartiers"].rows[1][2]):to_be(2)
  end)
  it("have one share of women, which is that of no request", function()
    expect(row(back, "ret_publics", "Part des femmes (sexe connu)")[2]):to_be(40 / 90)
    expect(scores.figures["BIE12"]):to_be(40 / 90)
    expect(row(scores, "bie_public_pilier", "Développement économique et emploi")[4]):to_be(90)
    expect(scores.figures["BIE15"]):to_be(1, { denominator = 2 })
  end)
  it("have one share of ordinary policy, without the money of requests", function()
    expect(ordinary.figures["DC01_P1"]):to_be(7000 / 20000, { numerator = 7000, denominator = 20000 })
    expect(all.figures["DC01_P1"]):to_be(7000 / 20000)
    expect(ordinary.figures["DC03"]):to_be(1, { base = 2 })
  end)
  it("have one share of credits for equality, on one base", function()
    expect(scores.figures["BIE05"]):to_be(5000 / 13000, { base = 2, unknown = 0 })
    expect(all.figures["BIE05"]):to_be(5000 / 13000, { base = 2, unknown = 0 })
    expect(scores.tables["bie_cotation"].rows[3][6]):to_be(0, { unknown = 0 }) -- G2: two requests, none of them awarded
  end)
  it("count every request where the demand is what is asked", function()
    expect(scores.figures["BIE01"]):to_be(1, { denominator = 5 })
    expect(row(scores, "bie_comite", "G2")[2]):to_be(2)
  end)
  it("say on the first page how many are left out, and why", function()
    local left_out = "2 refusées, ajournées, abandonnées ou annulées, 1 sans décision (déposée ou recevable)."
    for _, trial in ipairs { back, fight, ordinary } do
      local said = plain(table.concat(trial.warnings, "\n"))
      expect(said:find("Actions hors de la programmation, non comptées : " .. left_out, 1, true) ~= nil):to_be(true)
    end
    for _, trial in ipairs { scores, all } do
      local said = plain(table.concat(trial.warnings, "\n"))
      expect(said:find("dans aucun montant accordé ni public (leurs demandes et cotations comptent) : " .. left_out, 1, true) ~= nil):to_be(true)
    end
  end)
end)

describe("a funding plan of an action that was not selected", function()
  it("is in no share, though its own lines say no status", function()
    local trial = spec.build("droit_commun", { year = 2025, files = {
      ["programme.csv"] = "N° de dossier;Exercice;Porteur;Intitulé;Statut;Montant accordé\n20250001;2025;A;Un;retenue;1000\n20250002;2025;B;Deux;refusée;0\n",
      ["plan.csv"] = "N° de dossier;Exercice;Porteur;Intitulé;Financeur;Nature du crédit;Montant prévu\n20250001;2025;A;Un;P147;CS;1000\n"
        .. "20250001;2025;A;Un;Région;DC;1000\n20250002;2025;B;Deux;Région;DC;8000\n" } })
    expect(trial.figures["DC01_P1"]):to_be(0.5, { numerator = 1000, denominator = 2000 })
    local said = plain(table.concat(trial.warnings, "\n"))
    expect(said:find("Lignes de plans d'actions non retenues ou sans décision, hors de la programmation et de ses montants : 1.", 1, true) ~= nil):to_be(true)
  end)
end)

describe("a perimeter that adds nothing to P1", function()
  local trial = spec.build("droit_commun", { year = 2025, files = { ["plan.csv"] =
    "N° de dossier;Exercice;Porteur;Intitulé;Contrat de ville;Financeur;Nature du crédit;Montant prévu\n20250001;2025;A;Un;Valmont;P147;CS;1000\n"
    .. "20250001;2025;A;Un;Valmont;Région;DC;1000\n20250001;2025;A;Un;Valmont;FSE;européen;2000\n" } })
  it("has no share: what nobody told of is not nothing", function()
    expect(trial.figures["DC01_P1"]):to_be(0.5)
    expect(trial.figures["DC01_P2"]):to_be(0.75)
    expect(trial.figures["DC01_P3"]):to_be(nil)
    expect(trial.figures["DC01_P4"]):to_be(nil)
  end)
  it("says so beside the shares", function()
    local notes = trial.tables["dc_perimetres"].notes
    local said = plain(table.concat(notes, "\n"))
    local _, n = said:gsub("Non calculé : aucun montant de ce que ce périmètre ajoute n'a été lu", "")
    expect(n):to_be(2)
  end)
end)

describe("a pillar that does not apply", function()
  local HEADER = "Exercice;Contrat de ville;N° de dossier;Porteur;Intitulé;Pilier;Statut;Coût total;Demandé P147;Accordé P147;Région;Femmes;Hommes;Cotation BIE\n"
  local ROWS = "2025;Valmont;20250001;A;Un;Emploi;retenue;20000;6000;5000;2000;5;5;G1\n2025;Valmont;20250002;B;Deux;sans objet;retenue;20000;6000;5000;2000;5;5;G1\n"
    .. "2025;Valmont;20250003;C;Trois;NC;retenue;20000;6000;5000;2000;5;5;G0\n2025;Valmont;20250004;D;Quatre;;retenue;20000;6000;5000;2000;5;5;G0\n"
  local function made(report) return spec.build(report, { year = 2025, files = { ["a.csv"] = HEADER .. ROWS } }) end
  it("stops no report, and stands with those that nobody gave", function()
    for report, id in pairs { droit_commun = "dc_piliers", bie = "bie_public_pilier", retour_annuel = "ret_piliers", campagne = "camp_bie_pilier" } do
      local trial = made(report)
      expect(#trial.tables[id].rows):to_be(2)
      expect(#trial.journal):to_be(0)
    end
  end)
end)

describe("actions whose quarters are columns", function()
  local HEADER = "Exercice;N° de dossier;Porteur;Intitulé;Statut;Demandé P147;Accordé P147;Femmes;Hommes;Nb de bénéficiaires;QN06901M;QN06902I;QN06903M;Cotation BIE\n"
  local ROWS = "2025;20250001;A;Un;retenue;9000;6000;10;8;18;8;4;6;G2\n2025;20250002;B;Deux;retenue;9000;5000;10;20;30;10;10;10;G0\n"
    .. "2025;20250003;C;Trois;refusée;9000;0;10;20;30;10;10;10;G1\n"
  local function made(report) return spec.build(report, { year = 2025, files = { ["a.csv"] = HEADER .. ROWS } }) end
  it("are one action each in every sentence", function()
    local scores, back, ordinary = made "bie", made "retour_annuel", made "droit_commun"
    local function said(trial) return plain(table.concat(trial.warnings, "\n")) end
    for _, trial in ipairs { back, ordinary } do
      expect(said(trial):find("Actions hors de la programmation, non comptées : 1 refusée", 1, true) ~= nil):to_be(true)
    end
    expect(scores.figures["BIE01"]):to_be(1, { denominator = 3 })
  end)
  it("are one line of a list, with all their quarters, and one of the simulation", function()
    local scores = made "bie"
    expect(#scores.tables["bie_liste_g2"].rows):to_be(1)
    expect(scores.tables["bie_liste_g2"].rows[1]["Accordé (€)"]):to_be(6000)
    expect(plain(scores.tables["bie_liste_g2"].rows[1]["Quartier(s)"])):to_be "QN06901M, QN06902I, QN06903M"
    expect(#scores.tables["bie_simulation"].rows):to_be(2)
  end)
end)

describe("an authority's envelope for city policy, named by its header", function()
  local trial = spec.build("droit_commun", { year = 2025, files = { ["a.csv"] =
    "Exercice;N° de dossier;Porteur;Intitulé;Statut;Demandé P147;Accordé P147;EPCI (politique de la ville);Métropole (droit commun);Ville;CAF\n"
    .. "2025;20250001;A;Un;retenue;6000;5000;1000;2000;4000;3000\n" } })
  it("is specific money, and ordinary in the variant alone", function()
    expect(trial.figures["DC01_P1"]):to_be(9000 / 15000, { numerator = 9000, denominator = 15000 })
    for _, row in ipairs(trial.tables.dc_indicateurs.rows) do
      if row[1] == "DC01_P1v" then expect(row[3]):to_be(10000 / 15000) end
      if row[1] == "DC04" then expect(row[3]):to_be(4) end -- P147, EPCI, municipality, CAF
    end
  end)
  it("has a line of its own among the funders", function()
    local found = {}
    for _, row in ipairs(trial.tables.dc_financeurs.rows) do found[row[1]] = true end
    expect(found["EPCI, enveloppe politique de la ville"]):to_be(true)
    expect(found["EPCI"]):to_be(true)
  end)
end)
