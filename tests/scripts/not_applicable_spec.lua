-- SPDX-License-Identifier: MPL-2.0
-- « Sans objet » in one cell takes that cell out of its rate, and nothing else out of a workbook: a row of which it is asked that
-- something is not said of it stays. Source: domain dossier 2.2.
local spec = require "bilan.spec"
local bilan = require "bilan"
local conseils = require "bilan.conseils"
local emploi_enveloppe = require "bilan.emploi_enveloppe"
local programmed = require "bilan.programmed"
local surely = require "bilan.surely"
local f = bilan.field
local describe, it, expect = spec.describe, spec.it, spec.expect

local function plain(words) return bilan.text.replace(words, "\u{A0}", " ") end

describe("a condition that is never unknown", function()
  local rows = spec.rows("action", "Porteur;Intitulé;Statut;Montant accordé;Critère\nA;a;refusée;5;origine, sexe\nA;b;sans objet;sans objet;sans objet\n"
    .. "A;c;NC;NC;NC\nA;d;;;\n")
  it("holds where the field says so, and its contrary everywhere else", function()
    for _, condition in ipairs { surely.one_of(f.statut, { "refusée" }), surely.is(f.critere, "sexe"), surely.above(f.accorde_p147, 0) } do
      expect(rows:where(condition):count()):to_be(1)
      expect(rows:where(bilan.no(condition)):count()):to_be(3)
    end
  end)
end)

describe("« sans objet » as a status", function()
  it("leaves the action in the programming", function()
    local rows = spec.rows("action", "Porteur;Intitulé;Statut;Montant accordé;Femmes;Hommes\nA;a;sans objet;NC;10;20\nA;b;sans objet;sans objet;10;20\n"
      .. "A;c;refusée;sans objet;1;1\n")
    expect(programmed.kept(rows):count()):to_be(2)
    expect(spec.run():indicator("BIE12", rows)):to_be(1 / 3, { base = 2 })
  end)
  it("leaves the lines of a plan where they are", function()
    local trial = spec.build("droit_commun", { year = 2025, files = { ["a.csv"] = "Exercice;Intitulé de l'action;Porteur;Financeur;"
      .. "Nature du crédit;Montant prévu;Statut\n2025;Un;A;P147;spécifique;6000;retenue\n2025;Un;A;CAF;droit commun;2000;sans objet\n" } })
    expect(trial.figures["DC01_P1"]):to_be(0.25, { base = 2 })
    expect(table.concat(trial.warnings):find("non retenues", 1, true)):to_be(nil)
  end)
end)

describe("« sans objet » as the nature of a credit", function()
  local trial = spec.build("droit_commun", { year = 2025, files = { ["a.csv"] = "Exercice;Intitulé de l'action;Porteur;Financeur;"
    .. "Nature du crédit;Montant prévu\n2025;Un;A;P147;spécifique;6000\n2025;Un;A;DRAC;sans objet;1500\n2025;Un;A;CAF;droit commun;2000\n"
    .. "2025;Un;A;Autofinancement;sans objet;4000\n" } })
  it("is unknown of money that others pay, and own funds stay own funds", function()
    expect(trial.figures["DC01_P1"]):to_be(0.25, { numerator = 2000, denominator = 8000, base = 2, unknown = 1 })
  end)
end)

describe("« sans objet » of what an action does against discrimination", function()
  local rows = spec.rows("action", "Porteur;Intitulé;Spécificité LCD;Nb agents formés;Situations;Orientations\nA;a;sans objet;10;25;5\n"
    .. "A;b;spécifique;2;15;15\nA;c;vivre-ensemble;100;100;100\n")
  it("takes nothing that it heard out of the sums", function()
    expect(spec.run():indicator("LCD07", rows)):to_be(12, { base = 2 })
    expect(spec.run():indicator("LCD08", rows)):to_be(40, { base = 2 })
    expect(spec.run():indicator("LCD09", rows)):to_be(0.5, { base = 2 })
  end)
end)

describe("« sans objet » of a council", function()
  local rows = spec.rows("conseil", "Conseil citoyen;État;Nombre de membres;Membres actifs;Femmes collège habitants;Hommes collège habitants\n"
    .. "Un;actif;20;10;6;4\nDeux;sans objet;10;5;5;sans objet\nTrois;jamais installé;5;0;1;1\n")
  it("as its state leaves it among those that are asked", function()
    expect(conseils.asked(rows):count()):to_be(2)
  end)
  it("as its men makes no share of its women", function()
    local asked = conseils.asked(rows)
    expect(spec.run():indicator("CC04", asked)):to_be(0.6, { numerator = 6, denominator = 10, base = 1, unknown = 0 })
    expect(spec.run():indicator("CC04b", asked)):to_be(0, { base = 1 })
    expect(spec.run():indicator("CC04e", asked)):to_be(0, { base = 1 })
  end)
end)

describe("« sans objet » as the scheme of an action", function()
  it("is not a cité de l'emploi: the action is in the variant without them", function()
    local programming = spec.rows("action", "Porteur;Intitulé;Pilier;Dispositif;Montant accordé\nA;a;emploi;sans objet;1000\n"
      .. "A;b;emploi;cité de l'emploi;500\nA;c;cadre de vie;;500\n")
    local run, without = { params = {}, share = function(_, _, above, below) return above / below end }, nil
    for _, variant in ipairs(emploi_enveloppe.variants(run, nil, programming)) do
      if plain(variant.above.fr):find("hors cités", 1, true) then without = variant end
    end
    expect(without.spent):to_be(1000)
    expect(without.share):to_be(0.5)
  end)
end)

describe("« sans objet » of the exits of residents", function()
  local rows = spec.rows("emploi", "Porteur;Intitulé;Sorties;Emploi durable;Emploi de transition;Sorties positives;Sorties QPV;Sorties dynamiques QPV\n"
    .. "A;a;20;5;3;2;10;4\nB;b;20;5;3;2;sans objet;5\nC;c;20;5;3;2;10;sans objet\nD;d;20;5;3;2;10;NC\n")
  it("takes the action out of both sides of the comparison", function()
    local run = spec.run()
    expect(run:indicator("EMP11q", rows)):to_be(0.4, { numerator = 4, denominator = 10, base = 1, unknown = 1 })
    expect(run:indicator("EMP11h", rows)):to_be(0.6, { numerator = 6, denominator = 10, base = 1, unknown = 1 })
  end)
end)
