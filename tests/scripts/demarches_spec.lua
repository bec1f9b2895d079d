-- SPDX-License-Identifier: MPL-2.0
-- Themes read in free texts, and kinds of territories read in names.
local spec = require "bilan.spec"
local territory_kinds = require "bilan.territory_kinds"
local themes = require "bilan.themes"
local describe, it, expect = spec.describe, spec.it, spec.expect

local function named(id)
  for _, theme in ipairs(themes.dictionary) do
    if theme.id == id then return theme end
  end
end

describe("themes", function()
  it("are whole words, whatever their case, accents and punctuation", function()
    expect(themes.is_in("Candidature : CITÉS DE L’EMPLOI !", named "cité de l'emploi")):to_be(true)
    expect(themes.is_in("=> 100% inclusion", named "SPIE/100 % inclusion")):to_be(true)
    expect(themes.is_in("nécessaire", named "ESS")):to_be(false)
    expect(themes.is_in("multiplie", named "PLIE")):to_be(false)
    expect(themes.is_in("l'aller vers", named "aller-vers")):to_be(true)
    expect(themes.is_in(nil, named "ESS")):to_be(false)
    expect(themes.is_in("", named "ESS")):to_be(false)
  end)
  it("take a name that is a word too in capitals only", function()
    local paqte = named "PaQte/club d'entreprises"
    expect(themes.is_in("un PACTE signé", paqte)):to_be(true)
    expect(themes.is_in("PACTE", paqte)):to_be(true)
    expect(themes.is_in("un pacte local", paqte)):to_be(false)
    expect(themes.is_in("COMPACTE", paqte)):to_be(false)
    expect(themes.is_in("paqte", paqte)):to_be(true)
  end)
  it("are not what a text says it does not need, nor a law", function()
    expect(themes.is_in("pas besoin de GPECT", named "GPECT")):to_be(false)
    expect(themes.is_in("Pas besoin de PLIE ; GPECT", named "GPECT")):to_be(true)
    expect(themes.is_in("Pas besoin de PLIE ; GPECT", named "PLIE")):to_be(false)
    expect(themes.is_in("aucun besoin\n- mobilité", named "mobilité")):to_be(true)
    expect(themes.is_in("=> pas besoin de PLIE => GPECT", named "GPECT")):to_be(true)
    local paqte = named "PaQte/club d'entreprises"
    expect(themes.is_in("loi PACTE, adresses utiles", paqte)):to_be(false)
    expect(themes.is_in("loi PACTE ; un PACTE local", paqte)):to_be(true)
    expect(themes.is_in("emploi PACTE", paqte)):to_be(true)
  end)
  it("are asked of rows, in several fields", function()
    local rows = spec.rows("demarche", "Participant;Besoins;Ressources\nPETR du Val;GPECT;\nVille d'Orval;;gpect\nCC du Lac;;\n")
    expect(rows:where(themes.mentioned({ "besoins", "ressources" }, named "GPECT")):count()):to_be(2)
    expect(rows:where(themes.mentioned({ "besoins" }, named "GPECT")):count()):to_be(1)
  end)
end)

describe("kinds of territories", function()
  it("are read in the name, or not at all", function()
    for name, kind in pairs { ["CC des Deux Rives"] = "EPCI", ["Agglo du Val"] = "EPCI", ["PETR du Haut-Val"] = "PETR",
      ["Ville de Port-Fictif"] = "commune", ["Maison de l’emploi du Val"] = "MDE/PLIE", ["Région fictive"] = "région",
      ["Syndicat mixte du Plateau"] = "syndicat mixte" } do
      expect(territory_kinds.of(name)):to_be(kind)
    end
    expect(territory_kinds.of "Pays des Étangs"):to_be(nil)
    expect(territory_kinds.of "Accès Emploi"):to_be(nil)
    expect(territory_kinds.of(nil)):to_be(nil)
  end)
end)

describe("how many filled in a column (MAT02)", function()
  local rows = spec.rows("demarche", "Participants/ Territoire;Mes défis;J'ai besoin de ressources sur...\nUne;PLIE;mobilité\nDeux;;GPECT\nTrois;#REF!;ESS\n")
  it("counts an empty cell as not filled in, and knows nothing of one that cannot be read", function()
    expect(spec.run():indicator("MAT02_defis", rows)):to_be(0.5, { numerator = 1, denominator = 2, base = 2, unknown = 1 })
    expect(spec.run():indicator("MAT02_besoins", rows)):to_be(1, { base = 3, unknown = 0 })
  end)
end)

describe("approaches: one that offers what it needs itself", function()
  local trial = spec.build("demarches", { files = { ["d.csv"] =
    "Participant;Démarches engagées;Défis;Besoins;Ressources\nCC du Lac;Un club;;GPECT;GPECT\nVille du Val;Un atelier;;;\n" } })
  it("is put in touch with nobody: there is no such table", function()
    expect(trial.tables["mat_appariement"] ~= nil):to_be(true)
    expect(trial.tables["mat_contacts"]):to_be(nil)
  end)
end)
