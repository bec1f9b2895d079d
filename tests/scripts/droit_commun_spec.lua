-- SPDX-License-Identifier: MPL-2.0
-- Ordinary policy: the worked example of the domain dossier (3.6.4), other plans, and what cannot be computed.
local bilan = require "bilan"
local spec = require "bilan.spec"
local financeurs = require "bilan.financeurs"
local ordinary_share = require "bilan.ordinary_share"
local f = bilan.field
local describe, it, expect = spec.describe, spec.it, spec.expect

local function lines(text) return financeurs.with_natures(spec.rows("financement", text)) end
local function figure(id, rows) return spec.run():indicator(id, rows) end

local WORKED = [[
Action;Financeur;Nature du crédit;Montant prévu
Une;P147;spécifique politique de la ville;5000
Une;DRAC;droit commun;2000
Une;Ville;droit commun;4000
Une;Ville;enveloppe politique de la ville;1000
Une;CAF;droit commun;3000
Une;FSE;européen;3000
Une;Fonds propres;autofinancement;2000
Une;Bénévolat;bénévolat;1500
]]

describe("a share without a value", function()
  local function why(text)
    local words = ordinary_share.why_none("DC01_P1", lines("Action;Financeur;Nature du crédit;Montant prévu\n" .. text))
    return words and words.fr:gsub("\u{a0}", " ") or nil
  end
  it("says which amounts to ask for", function()
    expect(why "A;P147;CS;100\nA;CAF;DC;50\n"):to_be(nil)
    expect(why "A;P147;CS;NC\nA;CAF;DC;50\n"):to_be("Non calculé : aucun des montants spécifiques (P147, enveloppe politique de la ville) "
      .. "n'est connu (lignes : 1). Demandez-les aux partenaires.")
    expect(why "A;P147;CS;100\nA;CAF;DC;NC\n"):to_be("Non calculé : aucun des montants de droit commun n'est connu (lignes : 1). "
      .. "Demandez-les aux partenaires.")
    expect(why "A;P147;CS;0\nA;CAF;DC;0\n"):to_be "Non calculé : les montants connus sont tous à 0 €."
    expect(why "A;Fondation;privé;100\n"):to_be("Non calculé : aucun financement de ce périmètre n'a été lu. Demandez le plan de financement des "
      .. "actions.")
    expect(why "A;P147;CS;100\nA;CAF;DC;-300\n"):to_be("Non calculé : des montants négatifs (corrections) ne laissent pas de part d'un "
      .. "tout. Vérifiez-les.")
  end)
end)

describe("droit commun, one line a funder", function()
  local rows = lines(WORKED)

  it("gives four right answers to one question", function()
    expect(figure("DC01_P1", rows)):to_be(0.6, { numerator = 9000, denominator = 15000, base = 5, unknown = 0 })
    expect(figure("DC01_P1v", rows)):to_be_near(10000 / 15000)
    expect(figure("DC01_P2", rows)):to_be_near(12000 / 18000)
    expect(figure("DC01_P3", rows)):to_be_near(10500 / 16500)
    expect(figure("DC02", rows)):to_be(3.0, { numerator = 15000, denominator = 5000 })
  end)
  it("counts an action once, with its funders", function()
    expect(figure("DC03", rows)):to_be(1, { numerator = 1, denominator = 1, base = 1 })
    expect(figure("DC04", rows)):to_be(5, { base = 1 })
  end)
  it("keeps a line whose nature is not said out of the share, and counts it", function()
    local doubtful = lines(WORKED .. "Deux;Région;NC;900\nDeux;P147;;100\n")
    expect(figure("DC01_P1", doubtful)):to_be_near(9000 / 15100)
    expect(figure("DC01_P1", doubtful).unknown):to_be(1)
    expect(figure("DC03", doubtful)):to_be(1, { base = 1, unknown = 1 })
  end)
  it("counts no action as cofunded by 0 euros, and none as not cofunded by an unknown amount", function()
    local plan = lines [[
Action;Financeur;Nature du crédit;Montant prévu
A;P147;CS;100
A;CAF;DC;0
B;P147;CS;100
B;CAF;DC;NC
C;CAF;DC;50
]]
    expect(figure("DC03", plan)):to_be(0.5, { numerator = 1, denominator = 2, base = 2, unknown = 1 })
    expect(figure("DC04", plan)):to_be(1, { base = 2, unknown = 1 })
  end)
  it("counts as unknown a line of which neither the funder nor the amount is known", function()
    local plan = "Action;Financeur;Nature du crédit;Montant prévu\nA;P147;CS;100\nA;CAF;DC;100\n"
    expect(figure("DC01_P1", lines(plan))):to_be(0.5, { base = 2, unknown = 0 })
    expect(figure("DC01_P1", lines(plan .. "B;Financeur mystère;NC;NC\n"))):to_be(0.5, { base = 2, unknown = 1 })
    expect(figure("DC01_P1", lines(plan .. "B;;;\n"))):to_be(0.5, { base = 2, unknown = 0 })
  end)
  it("is in no doubt for an unknown amount that could not be of ordinary policy", function()
    local plan = lines "Action;Financeur;Nature du crédit;Montant prévu\nA;P147;CS;100\nA;Fondation;privé;NC\nB;P147;CS;100\n"
    expect(figure("DC03", plan)):to_be(0, { base = 2, unknown = 0 })
  end)
end)

describe("droit commun, perimeters", function()
  local rows = lines [[
Action;Financeur;Nature du crédit;Montant prévu;Dispositif;Périmètre de calcul;Bénéficiaires;dont QPV;Engagement
Une;P147;CS;100;;P1;;;
Une;CAF;DC;300;;;;;
;Département;DC;600;Contrat local de santé;P4;200;50;pérennisation
;Région;DC;1000;École;;100;NC;expérimentation
]]

  it("puts schemes outside the programming in P4 alone", function()
    expect(figure("DC01_P1", rows)):to_be(0.75, { numerator = 300, denominator = 400 })
    expect(figure("DC01_P4", rows)):to_be(0.95, { numerator = 1900, denominator = 2000 })
    expect(figure("DC02", rows)):to_be(3)
  end)
  it("knows who benefits, and what became of experiments", function()
    expect(figure("DC06", rows)):to_be(0.25, { numerator = 50, denominator = 200, base = 1, unknown = 1 })
    expect(figure("DC08", rows)):to_be(0.5, { numerator = 1, denominator = 2 })
    expect(figure("DC07", rows)):to_be_unknown()
  end)
  it("prints nothing over nothing", function()
    local none = lines "Action;Financeur;Nature du crédit;Montant prévu\nA;FSE;européen;10\nB;FSE;européen;5\n"
    expect(figure("DC01_P1", none)):to_be_unknown()
    expect(figure("DC01_P1", none).denominator):to_be(0)
    expect(figure("DC02", none).denominator):to_be(0)
    expect(figure("DC01_P2", none)):to_be(1)
  end)
end)

describe("droit commun, natures", function()
  it("takes the nature of the funder when nobody was asked, and says so", function()
    local rows = lines "Action;Financeur;Montant prévu\nA;P147;100\nA;CAF;200\nA;FSE;50\nA;divers;10\n"
    expect(rows:where(f.nature_supposee):count()):to_be(2)
    expect(figure("DC01_P1", rows)):to_be_near(200 / 300)
    expect(figure("DC01_P1", rows).unknown):to_be(1)
  end)
  it("prefers what was realised, then foreseen", function()
    local rows = lines "Action;Financeur;Nature du crédit;Voté;Mandaté\nA;P147;CS;100;80\nA;CAF;DC;100;NC\n"
    expect(figure("DC01_P1", rows)):to_be(100 / 180)
  end)
end)

describe("droit commun, a side that nobody knows", function()
  local PLAN = "Action;Financeur;Nature du crédit;Champ;Montant prévu\n"
  local UNKNOWN = PLAN .. "A;P147;CS;éducation;6000\nA;Département;DC;éducation;NC\n"
  it("gives no share: an unknown is not 0 %", function()
    local rows = lines(UNKNOWN)
    expect(figure("DC01_P1", rows)):to_be_unknown("nd")
    expect(figure("DC01_P1", rows)):to_be(nil, { base = 1, unknown = 1 })
    expect(figure("DC02", rows)):to_be_unknown("nd")
  end)
  it("nor 100 %", function()
    expect(figure("DC01_P1", lines(PLAN .. "A;P147;CS;éducation;NC\nA;Département;DC;éducation;500\n"))):to_be_unknown("nd")
  end)
  it("is 0 % where an ordinary amount is known to be zero, or where nobody else pays", function()
    expect(figure("DC01_P1", lines(UNKNOWN .. "A;Région;DC;éducation;0\n"))):to_be(0, { base = 2, unknown = 1 })
    expect(figure("DC01_P1", lines(PLAN .. "A;P147;CS;éducation;6000\n"))):to_be(0, { base = 1, unknown = 0 })
  end)
  it("takes a line of unknown nature for what it may be", function()
    expect(figure("DC01_P1", lines(PLAN .. "A;P147;CS;éducation;6000\nA;Autre;NC;éducation;900\n"))):to_be_unknown("nd")
  end)
  it("is told so in the table of each field, whose shares have their solidity", function()
    local trial = spec.build("droit_commun", { files = { ["plan.csv"] = UNKNOWN .. "B;P147;CS;sport;50\nB;CAF;DC;sport;50\n"
      .. "B;Ville;DC;sport;NC\n" } })
    local said = {}
    for _, row in ipairs(trial.tables["dc_champs"].rows) do said[row["Champ"]] = row end
    expect(said["éducation"]["Part du droit commun (P1)"]):to_be_unknown("nd")
    expect(said["éducation"]["Solidité"]):to_be("non calculable")
    expect(said["sport"]["Part du droit commun (P1)"]):to_be(0.5)
    expect(said["sport"]["Solidité"]):to_be("fragile")
  end)
end)

describe("droit commun, which amounts were used", function()
  local function first_page(text)
    local list = spec.build("droit_commun", { files = { ["plan.csv"] = text } }).warnings
    for at, words in ipairs(list) do
      local plain = bilan.text.replace(bilan.text.replace(words, "\u{A0}", " "), "\u{202F}", " ")
      if plain:match "^Montants prévus" then return plain end
      list[at] = plain
    end
    return nil
  end
  local HEADER = "Action;Financeur;Nature du crédit;Montant prévu;Montant réalisé\n"
  it("says how much is foreseen beside what was realised", function()
    expect(first_page(HEADER .. "A;P147;CS;6000;NC\nA;CAF;DC;500;400\nA;FSE;européen;50;NC\n")):to_be(
      "Montants prévus ou accordés, faute de réalisé (P1) : 1 ligne, 6 000 € ; montants réalisés : 1 ligne, 400 €.")
  end)
  it("is silent where all amounts are of one kind", function()
    expect(first_page(HEADER .. "A;P147;CS;6000;6000\nA;CAF;DC;500;400\n")):to_be(nil)
    expect(first_page(HEADER .. "A;P147;CS;6000;\nA;CAF;DC;500;\n")):to_be(nil)
  end)
end)

describe("droit commun, schemes alone", function()
  local trial = spec.build("droit_commun", { files = { ["d.csv"] = "Dispositif de droit commun;Champ de politique publique;Type d'engagement;Bénéficiaires du dispositif;dont QPV\n"
    .. "CEJ;emploi;renforcé;400;120\nPEC;emploi;maintenu;200;NC\n" } })
  it("has no amount of the programming, not even 0 €", function()
    expect(trial.figures["DC01_P1m"]):to_be(nil)
    expect(trial.figures["DC01_P1"]):to_be(nil)
    expect(trial.figures["DC06"]):to_be(0.3, { base = 1, unknown = 1 })
    expect(trial.tables["dc_perimetres"]):to_be(nil)
  end)
  it("says why, and lectures nobody on Lua", function()
    local page = bilan.text.join(trial.warnings, " ")
    expect(page:find("Aucune ligne de financement d'une action reçue", 1, true) ~= nil):to_be(true)
    expect(#trial.journal):to_be(0)
  end)
end)

describe("droit commun, a plan beside the programming", function()
  local ACTIONS = "N° de dossier;Exercice;Contrat de ville;Porteur;Intitulé;Pilier;Montant accordé;Région\n"
  local PLAN = "N° de dossier;Exercice;Porteur;Intitulé;Financeur;Nature du crédit;Montant réalisé\n"
  local function made(plan)
    return spec.build("droit_commun", { year = 2025, files = { ["plan.csv"] = PLAN .. plan,
      ["programme.csv"] = ACTIONS .. "20250001;2025;Valmont;Avenir;Atelier;Cohésion sociale;900;100\n" } })
  end
  it("takes the pillar and the contract of its action, which the plan does not say", function()
    local trial = made "20250001;2025;Avenir;Atelier;P147;CS;1000\n20250001;2025;Avenir;Atelier;Région;DC;3000\n"
    expect(trial.tables["dc_piliers"].rows[1]["Pilier"]):to_be("Cohésion sociale")
    expect(trial.tables["dc_piliers"].rows[1]["Part du droit commun (P1)"]):to_be(0.75)
    expect(trial.tables["dc_contrats"].rows[1]["Contrat"]):to_be("Valmont")
    expect(#trial.tables["dc_contrats"].rows):to_be(1)
  end)
  it("takes nothing of another action", function()
    local trial = made "20250007;2025;Autre;Forum;P147;CS;1000\n20250007;2025;Autre;Forum;Région;DC;3000\n"
    expect(#trial.tables["dc_contrats"].rows):to_be(2)
    expect(#trial.journal):to_be(0)
  end)
end)

describe("droit commun, a programming whose plans nobody sent", function()
  local PLAN = "Exercice;N° action;Porteur;Intitulé;Financeur;Nature du crédit;Montant prévu\n2025;10000001;A;Une;P147;CS;5000\n"
    .. "2025;10000001;A;Une;CAF;DC;5000\n2025;10000002;B;Deux;P147;CS;1000\n"
  local COLUMNS = "N° action;Exercice;Porteur;Intitulé;Statut;Demandé P147;Accordé P147;Coût total"
  local ROWS = { "10000001;2025;A;Une;retenue;5000;5000;10000", "10000002;2025;B;Deux;retenue;1000;1000;1000",
    "10000003;2025;C;Trois;retenue;7000;7000;9000" }
  local function figures(people)
    local text = COLUMNS .. (people and ";Nb bénéficiaires;Femmes;Hommes;dont QPV" or "") .. "\n"
    for _, row in ipairs(ROWS) do text = text .. row .. (people and ";20;10;10;5" or "") .. "\n" end
    local trial = spec.build("droit_commun", { year = 2025, files = { ["plan.csv"] = PLAN, ["prog.csv"] = text } })
    return trial.figures, bilan.text.replace(table.concat(trial.warnings, "\n"), "\u{A0}", " ")
  end
  for _, people in ipairs { true, false } do
    it("counts no P147 twice, and takes no unknown funder for none; read as " .. (people and "actions" or "funding"), function()
      local found, said = figures(people)
      expect(found.DC01_P1):to_be_near(5000 / 11000)
      expect(found.DC01_P1):to_be(5000 / 11000, { base = 3, unknown = 1 })
      expect(found.DC02.denominator):to_be(6000)
      expect(found.DC03):to_be(0.5, { base = 2, unknown = 1 })
      expect(found.DC01_P1m.lower_bound):to_be(true)
      expect(said:find("non comptées une seconde fois : 2", 1, true) ~= nil):to_be(true)
      expect(said:find("1 action dont aucun fichier ne donne les autres financeurs", 1, true) ~= nil):to_be(true)
    end)
  end
  it("has no share of a programming alone, not even 0 %", function()
    local trial = spec.build("droit_commun", { year = 2025, files = { ["prog.csv"] = COLUMNS .. "\n" .. ROWS[1] .. "\n" } })
    expect(trial.figures.DC01_P1):to_be_unknown()
  end)
end)

describe("droit commun, corrections below zero", function()
  it("gives no share below 0 %", function()
    local rows = lines "Action;Financeur;Nature du crédit;Montant prévu\nA;P147;CS;1000\nA;Région;DC;-500\n"
    expect(figure("DC01_P1", rows)):to_be_unknown "nd"
  end)
end)

describe("droit commun, a wide plan with the status of its actions", function()
  it("counts no refused action", function()
    local trial = spec.build("droit_commun", { year = 2025, files = { ["w.csv"] = "Exercice;Contrat de ville;N° action;Porteur;Intitulé;Pilier;"
      .. "Statut;Coût total;BOP 147 demandé;BOP 147 accordé;Région demandé;Région accordé;Département;Ville;CAF\n"
      .. "2025;CV;10000001;A;Un;Cohésion sociale;retenue;20000;6000;5000;3000;2000;0;4000;3000\n"
      .. "2025;CV;10000002;B;Deux;Emploi;retenue;12000;8000;8000;2000;2000;0;0;0\n"
      .. "2025;CV;10000003;C;Trois;Emploi;refusée;9000;5000;2000;2000;1000;1000;0;0\n" } })
    expect(trial.figures.DC01_P1):to_be(11000 / 24000, { numerator = 11000, denominator = 24000 })
    expect(trial.figures.DC03):to_be(1, { base = 2 })
    for _, finding in ipairs(trial.findings) do expect(finding.code == "C15"):to_be(false) end
  end)
end)

describe("droit commun, a perimeter of which nothing was read", function()
  local trial = spec.build("droit_commun", { year = 2025, files = { ["a.csv"] =
    "Exercice;Porteur;Intitulé;P147;Région\n2025;A;Un;1000;500\n" } })
  it("is not available in the indicators as on its card, and no « sans objet »", function()
    for _, row in ipairs(trial.tables.dc_indicateurs.rows) do
      if row[1] == "DC01_P2" then expect({ row[3].code, row[9] }):to_equal { "nd", "non calculable" } end
      if row[1] == "DC06" then expect({ row[3].code, row[9] }):to_equal { "so", "sans objet" } end
    end
    expect(trial.tables.dc_perimetres.rows[3][5].cause):to_be "nd"
  end)
end)

describe("droit commun: a P147 of which no amount is known", function()
  it("leaves the leverage unknown: what others pay is not divided by nothing", function()
    local rows = spec.rows("financement", "Année;Action;Financeur;Nature du crédit;Montant prévu\n2025;A;P147;spécifique politique de la ville;\n"
      .. "2025;A;CAF;droit commun;3000\n2025;A;Ville;droit commun;1000\n")
    expect(spec.run():indicator("DC02", rows)):to_be_unknown "nd"
  end)
end)
