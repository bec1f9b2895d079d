-- SPDX-License-Identifier: MPL-2.0
-- Context data of the quarters: one series for each map, year and source; nothing unknown is compared, ranked or added.
local spec = require "bilan.spec"
local bilan = require "bilan"
local context_series = require "bilan.context_series"
local territory_identity = require "bilan.territory_identity"
local f = bilan.field
local describe, it, expect = spec.describe, spec.it, spec.expect

--- The series of rows as a partner sends them.
local function series_of(text, level)
  local rows = spec.rows("territoire", text):derive { annee = f.exercice * 1 }
  local read, territories = territory_identity.read(rows)
  local all, fractions = context_series.read(read, territories, level or "EPCI")
  return all, territories, fractions
end

local function find(all, id, vintage, year)
  for _, series in ipairs(all) do
    if series.indicator.id == id and series.vintage == vintage and series.year == year then return series end
  end
  return nil
end

local function line(series, key)
  for _, one in ipairs(series.lines) do
    if one.territory.key == key then return one end
  end
  return nil
end

local HEADER = "Niveau;Code QPV;Nom du QPV;SIREN EPCI;EPCI;Année;Taux de pauvreté;Revenu médian;Population;Source\n"
local WIDE = HEADER .. [[
QPV;QN02301I;Les Tilleuls;200999910;CA de Valmont;2024;40 %;12000;1000;Insee
QPV;QN02302M;Le Fort;200999910;CA de Valmont;2024;30 %;s;0;Insee
QPV;QN02303M;La Gare;200999910;CA de Valmont;2024;30 %;NC;NC;Insee
QPV;QN02304N;Le Port;200999928;CC des Rives;2024;faible;10000;500;Insee
QPV;QP023001;Les Tilleuls;200999910;CA de Valmont;2018;50 %;9000;1100;Insee
EPCI;;;200999910;CA de Valmont;2024;16 %;24000;90000;Insee
EPCI;;;200999928;CC des Rives;2023;15 %;20000;40000;Insee
]]

describe("territoires", function()
  local all = series_of(WIDE)
  local poverty, income = find(all, "taux_pauvrete", "2024", 2024), find(all, "revenu_median", "2024", 2024)

  it("compare rates by points and amounts by a ratio", function()
    local first = line(poverty, "QN02301I")
    expect(math.abs(first.gap.value - 24) < 1e-9):to_be(true)
    expect(first.gap.unit):to_be "points"
    expect(line(income, "QN02301I").ratio):to_be(0.5, { unit = "rate", numerator = 12000, denominator = 24000 })
    expect(line(income, "QN02301I").gap):to_be(nil)
  end)
  it("rank equal values alike and nothing unknown", function()
    expect(#context_series.rank(poverty)):to_be(3)
    expect(line(poverty, "QN02301I").rank):to_be(1)
    expect(line(poverty, "QN02302M").rank):to_be(2)
    expect(line(poverty, "QN02303M").rank):to_be(2)
    expect(line(poverty, "QN02303M").shared):to_be(2)
    expect(line(poverty, "QN02304N").rank):to_be(nil)
    context_series.rank(income)
    expect(line(income, "QN02302M").rank):to_be(nil)
    expect(line(income, "QN02302M").figure):to_be_unknown "secret"
    expect(line(income, "QN02303M").figure):to_be_unknown "nc"
  end)
  it("rank a zero that somebody counted", function()
    local population = find(all, "population", "2024", 2024)
    expect(#context_series.rank(population)):to_be(3)
    expect(line(population, "QN02302M").rank):to_be(3)
  end)
  it("say why a value is not compared", function()
    expect(line(poverty, "QN02304N").why.fr):to_be "valeur du quartier inconnue (secret)"
    expect(line(income, "QN02304N").why.fr):to_be "référence d'une autre année (2023)"
    expect(line(income, "QN02304N").ratio):to_be(nil)
    expect(poverty.compared):to_be(3)
  end)
  it("never put two maps or two years into one series", function()
    local old = find(all, "taux_pauvrete", "2015", 2018)
    expect(#old.lines):to_be(1)
    expect(#poverty.lines):to_be(4)
    expect(line(old, "QP023001").why.fr):to_be "référence d'une autre année (2024)"
    local years = series_of(HEADER .. "QPV;QN02301I;Les Tilleuls;;;2024;40 %;;;\nQPV;QN02302M;Le Fort;;;2022;30 %;;;\n")
    expect(#find(years, "taux_pauvrete", "2024", 2024).lines):to_be(1)
    expect(find(years, "taux_pauvrete", "2024", 2024).is_retained):to_be(true)
    expect(find(years, "taux_pauvrete", "2024", 2022).is_retained):to_be(false)
    expect(line(find(years, "taux_pauvrete", "2024", 2024), "QN02301I").why.fr):to_be "territoire de référence non dit"
  end)
  it("neither compare nor rank what has no year", function()
    local undated = find(series_of(HEADER .. "QPV;QN02301I;Les Tilleuls;200999910;CA;;40 %;;;\nEPCI;;;200999910;CA;;16 %;;;\n"),
      "taux_pauvrete", "2024", 0)
    expect(line(undated, "QN02301I").why.fr):to_be "année non dite"
    expect(#context_series.rank(undated)):to_be(0)
  end)
  it("keep two sources apart, and a source nobody names with the only one there is", function()
    local two = HEADER .. "QPV;QN02301I;A;200999910;CA;2024;40 %;;;Insee\nEPCI;;;200999910;CA;2024;16 %;;;Caf\n"
    expect(line(find(series_of(two), "taux_pauvrete", "2024", 2024), "QN02301I").why.fr)
      :to_be "référence d'une autre source (Caf)"
    local one = HEADER .. "QPV;QN02301I;A;200999910;CA;2024;40 %;;;\nEPCI;;;200999910;CA;2024;16 %;;;Caf\n"
    expect(line(find(series_of(one), "taux_pauvrete", "2024", 2024), "QN02301I").why):to_be(nil)
  end)
  it("choose between two values of one year: neither", function()
    local twice = HEADER .. "QPV;QN02301I;A;200999910;CA;2024;40 %;;;\nQPV;QN02301I;A;200999910;CA;2024;45 %;;1000;\n"
      .. "QPV;QN02302M;B;200999910;CA;2024;40 %;;;\nQPV;QN02302M;B;200999910;CA;2024;40 %;;;\n"
    local series = find(series_of(twice), "taux_pauvrete", "2024", 2024)
    expect(string.find(line(series, "QN02301I").why.fr, "^plusieurs valeurs pour la même année %(40[,.]0.*45[,.]0.*%)$")):to_be(1)
    expect(line(series, "QN02301I").is_known):to_be(false)
    expect(line(series, "QN02302M").is_known):to_be(true)
    expect(#context_series.rank(series)):to_be(1)
  end)
  it("find the reference by its name where no code is given, unless two bear it", function()
    local named = HEADER .. "QPV;QN02301I;A;;CA de Valmont;2024;40 %;;;\nEPCI;;;200999910;ca de VALMONT;2024;16 %;;;\n"
    expect(line(find(series_of(named), "taux_pauvrete", "2024", 2024), "QN02301I").why):to_be(nil)
    local homonyms = named .. "EPCI;;;200999928;CA de Valmont;2024;18 %;;;\n"
    expect(line(find(series_of(homonyms), "taux_pauvrete", "2024", 2024), "QN02301I").why.fr)
      :to_be "territoire de référence non dit"
    local torn = named .. "QPV;QN02301I;A;;CC des Rives;2023;41 %;;;\n"
    expect(line(find(series_of(torn), "taux_pauvrete", "2024", 2024), "QN02301I").why.fr)
      :to_be "plusieurs territoires de référence"
  end)
  it("take a name beside its municipality for a quarter's, and the municipality's for its own", function()
    local _, territories = series_of("Quartier;Commune;Année;Population\nLes Tilleuls;Valmont;2024;2100\nValmont;Valmont;2024;40000\n"
      .. "Ailleurs;;2024;9\n")
    expect(territories["QPV les tilleuls"].vintage):to_be "?"
    expect(territories["commune valmont"].level):to_be "commune"
    local n = 0
    for _ in pairs(territories) do n = n + 1 end
    expect(n):to_be(2)
  end)
  it("make shares of job seekers of the two counts", function()
    local seekers = series_of("Code QPV;EPCI;Niveau;Année;DEFM ABC;DEFM femmes\nQN02301I;CA;QPV;2024;200;90\n"
      .. "QN02302M;CA;QPV;2024;100;<5\nQN02303M;CA;QPV;2024;0;0\n;CA;EPCI;2024;4000;2000\n")
    local women = find(seekers, "EMP16f", "2024", 2024)
    expect(line(women, "QN02301I").figure):to_be(0.45, { numerator = 90, denominator = 200 })
    expect(math.abs(line(women, "QN02301I").gap.value + 5) < 1e-9):to_be(true)
    expect(line(women, "QN02302M").figure):to_be_unknown "secret"
    expect(line(women, "QN02303M").figure):to_be_unknown "so"
    expect(find(seekers, "defm_a", "2024", 2024)):to_be(nil)
  end)
end)

local ROWS = "Territoire;Niveau;EPCI;Indicateur;Année;Valeur;Unité;Source\n"

describe("territoires, one indicator a row", function()
  it("read percents and euros into the same indicators", function()
    local all = series_of(ROWS .. "QN02301I;QPV;CA;Taux de pauvreté;2024;40;%;Caf\nCA;EPCI;CA;Taux de pauvreté;2024;16;%;Caf\n"
      .. "QN02301I;QPV;CA;Revenu médian;2024;12000;€;Caf\n")
    local one = line(find(all, "taux_pauvrete", "2024", 2024), "QN02301I")
    expect(one.figure):to_be(0.4, { unit = "rate" })
    expect(math.abs(one.gap.value - 24) < 1e-9):to_be(true)
    expect(line(find(all, "revenu_median", "2024", 2024), "QN02301I").figure):to_be(12000, { unit = "euro" })
  end)
  it("leave rates that are written in two ways unknown", function()
    local all = series_of(ROWS .. "QN02301I;QPV;CA;Taux de pauvreté;2024;0,4;%;Caf\nCA;EPCI;CA;Taux de pauvreté;2024;16;%;Caf\n")
    local one = line(find(all, "taux_pauvrete", "2024", 2024), "QN02301I")
    expect(one.is_known):to_be(false)
    expect(one.why.en):to_be "rates written 0.4 here and 40 there: to be settled by the source"
  end)
  it("say when a rate in percents was taken for a fraction", function()
    local rows = ROWS .. "QN02301I;QPV;CA;Taux de pauvreté;2024;0,4;%;Caf\nCA;EPCI;CA;Taux de pauvreté;2024;0,16;%;Caf\n"
    local all, _, fractions = series_of(rows)
    expect(line(find(all, "taux_pauvrete", "2024", 2024), "QN02301I").figure):to_be(0.4)
    expect(#fractions):to_be(1)
    local _, _, none = series_of(ROWS .. "QN02301I;QPV;CA;Taux de pauvreté;2024;40;%;Caf\n")
    expect(#none):to_be(0)
  end)
  it("take no unit for granted", function()
    local all = series_of(ROWS .. "QN02301I;QPV;CA;Revenu médian;2024;12;k€;Caf\nQN02301I;QPV;CA;Indice;2024;3;;Caf\n"
      .. "CA;EPCI;CA;Indice;2024;6;;Caf\n")
    expect(find(all, "revenu_median", "2024", 2024)):to_be(nil)
    for _, series in ipairs(all) do expect(series.compared):to_be(0) end
    expect(#all):to_be(2)
  end)
  it("count whose row nobody can tell", function()
    local rows = spec.rows("territoire", ROWS .. "QN02301I;;;Taux de pauvreté;2024;40;%;Caf\nAilleurs;;;Taux de pauvreté;2024;9;%;\n")
    local read = territory_identity.read(rows)
    expect(read:where(f.cle:eq ""):count()):to_be(1)
  end)
end)

describe("territoires, what adds up", function()
  local COUNTS = "Code QPV;Commune;EPCI;Niveau;Année;Source;Population;DEFM ABC;DEFM femmes\n"
  local function built(text) return spec.build("territoires", { files = { ["q.csv"] = COUNTS .. text } }) end
  it("keeps the share of all quarters where one has nobody", function()
    local rows = built("QN02301I;;CA;QPV;2024;FT;900;300;150\nQN02302M;;CA;QPV;2024;FT;800;0;0\nQN02303M;;CA;QPV;2024;FT;700;120;66\n").tables.ter_ensemble.rows
    expect(rows[3][1]):to_be "Part des femmes parmi les demandeurs d'emploi"
    expect(rows[3][6]):to_be(216)
    expect(rows[3][7]):to_be(420)
    expect(rows[3][8]):to_be(3)
  end)
  it("says what is not added up for a quarter that has two rows of one series", function()
    local trial = built("QN02301I;;CA;QPV;2024;FT;900;;\nQN02301I;;CA;QPV;2024;FT;900;;\n")
    expect(table.concat(trial.warnings, "\n"):find("Non additionné, car un quartier y a plusieurs lignes", 1, true) ~= nil):to_be(true)
  end)
  it("adds up the values of one indicator a row", function()
    local trial = spec.build("territoires", { files = { ["q.csv"] = "Niveau;Code;Territoire;EPCI;Indicateur;Année;Valeur;Unité;Source\n"
      .. "QPV;QN02301I;Nord;CA;Population;2024;900;hab.;Insee\nQPV;QN02302M;Sud;CA;Population;2024;NC;hab.;Insee\n"
      .. "QPV;QN02303M;Est;CA;Population;2024;700;hab.;Insee\nQPV;QN02301I;Nord;CA;Taux de pauvreté;2024;40;%;Insee\n" } })
    local row = trial.tables.ter_ensemble.rows[1]
    expect(row[1]):to_be "Population municipale"
    expect(row[5]):to_be(1600, { base = 2, unknown = 1 })
    expect(table.concat(trial.warnings, "\n"):find("Non additionné", 1, true)):to_be(nil)
  end)
  it("names the two territories that a quarter lies in", function()
    local all = series_of("Code QPV;Commune;Niveau;Année;Population\nQN02301I;\"Valmont; Port-Fictif\";QPV;2024;900\n;Valmont;commune;2024;9000\n", "commune")
    expect(line(find(all, "population", "2024", 2024), "QN02301I").why.fr):to_be "plusieurs territoires de référence (Valmont; Port-Fictif)"
  end)
end)

describe("territories: a quarter's code and name", function()
  it("are read from « Code » and « Territoire », where the row says that it is one", function()
    local _, territories = series_of("Niveau;Code;Territoire;EPCI;Indicateur;Année;Valeur;Unité\n"
      .. "QPV;QN02301I;Nord;CA;Taux de pauvreté;2024;40;%\nQPV;QP023001;Ancien;CA;Taux de pauvreté;2018;47;%\n"
      .. "EPCI;;CA;;Taux de pauvreté;2024;16;%\n")
    expect(territories.QN02301I.name):to_be "Nord"
    expect(territories.QN02301I.vintage):to_be "2024"
    expect(territories.QP023001.name):to_be "Ancien"
    expect(territories.QP023001.vintage):to_be "2015"
  end)
  it("keep the code as a name where the only name may be that of the territory around it", function()
    local _, territories = series_of("Code QPV;Territoire;EPCI;Année;Population\nQN02301I;CA;CA;2024;900\nQN02302M;Sud;CA;2024;800\n")
    expect(territories.QN02301I.name):to_be(nil)
    expect(territories.QN02302M.name):to_be "Sud"
  end)
end)

describe("territories: counts of few people", function()
  it("are shown to the service, and said not to be published", function()
    local trial = spec.build("territoires", { files = { ["t.csv"] = "Code QPV;Niveau;Année;DEFM ABC;Population\nQN03801M;QPV;2024;3;2000\n"
      .. "QN03802M;QPV;2024;120;1500\n" } })
    expect(table.concat(trial.warnings, "\n"):find("C20", 1, true) ~= nil):to_be(true)
    local none = spec.build("territoires", { files = { ["t.csv"] = "Code QPV;Niveau;Année;DEFM ABC;Population\nQN03801M;QPV;2024;0;2000\n"
      .. "QN03802M;QPV;2024;120;1500\n" } })
    expect(table.concat(none.warnings, "\n"):find("C20", 1, true)):to_be(nil)
  end)
end)

describe("territories: a share of nobody", function()
  it("does not apply, which is no unknown value", function()
    local trial = spec.build("territoires", { files = { ["t.csv"] = "Niveau;Code QPV;EPCI;Année;DEFM ABC;DEFM femmes;Source\n"
      .. "QPV;QN03801M;CA;2024;0;0;INSEE\nQPV;QN03802M;CA;2024;200;120;INSEE\nEPCI;;CA;2024;9000;4500;INSEE\n" } })
    local said = {}
    for _, row in ipairs(trial.tables.ter_profils_2024.rows) do
      if row["Code"] == "QN03801M" then said[row["Indicateur"]] = row["Comparaison"] end
    end
    expect(said["Femmes parmi les demandeurs d'emploi"]):to_be "valeur du quartier sans objet (dénominateur nul)"
  end)
end)

describe("territories: quarters without any territory of reference", function()
  local trial = spec.build("territoires", { files = { ["t.csv"] =
    "Code du quartier;Nom du quartier;Exercice;Source;Taux de pauvreté (%)\nQN04401M;Nord;2021;INSEE;45\n" } })
  it("say on the first page that nothing was compared, and why", function()
    expect((bilan.text.replace(trial.warnings[1], "\u{A0}", " "))):to_be("Aucune valeur n'a pu être comparée à un territoire de référence (EPCI) : "
      .. "territoire de référence non dit. Complétez ou corrigez ces valeurs, ou prenez un autre niveau : --param reference=NIVEAU.")
  end)
end)

describe("territories: gaps of a rate that few quarters can be compared on", function()
  local head = "Code du quartier;Nom du quartier;Niveau géographique;EPCI;Exercice;Source;Taux de pauvreté (%);Taux de chômage (%)\n"
  local trial = spec.build("territoires", { files = { ["t.csv"] = head .. ";;EPCI;Agglo;2021;INSEE;15;8\n;;EPCI;Métropole;2021;INSEE;12;NC\n"
    .. "QN04401M;Nord;QPV;Agglo;2021;INSEE;45;20\nQN04402M;Sud;QPV;Métropole;2021;INSEE;40;21\nQN04403M;Est;QPV;Métropole;2021;INSEE;35;22\n" } })
  it("leave the other rates their quarters, and are said to stand on their own sheet", function()
    local gaps = trial.tables["ter_ecarts_2024"]
    expect(#gaps.rows):to_be(3)
    expect((bilan.text.replace(gaps.notes[1], "\u{A0}", " "))):to_be(
      "Comparé pour moins de la moitié des quartiers, donc sur sa seule feuille : Taux de chômage (1 quartier).")
  end)
end)

describe("territories: more quarters than a first page can show", function()
  local lines = { "Code du quartier;Nom du quartier;Niveau géographique;EPCI;Exercice;Source;Taux de pauvreté (%);Revenu médian (€)",
    ";;EPCI;Agglo;2021;INSEE;15;21000" }
  for at = 1, 16 do
    local rate = at > 10 and 30 or 20 + at -- six equal ones, of which the table holds what it can
    lines[#lines + 1] = ("QN044%02dM;Quartier %02d;QPV;Agglo;2021;INSEE;%d;%d"):format(at, at, rate, 9000 + 100 * at)
  end
  local trial = spec.build("territoires", { files = { ["t.csv"] = table.concat(lines, "\n") .. "\n" } })
  it("have a table of those that stand worst: the highest rates with the equal ones, the lowest amounts", function()
    local rates = trial.tables["ter_premiers_taux_pauvrete_2024"].rows
    expect(#rates):to_be(10)
    expect(rates[1]["QPV 2024"]):to_be(0.30)
    expect(rates[7]["QPV 2024"]):to_be(0.30)
    expect(rates[10]["QPV 2024"]):to_be(0.27)
    local amounts = trial.tables["ter_premiers_revenu_median_2024"].rows
    expect(#amounts):to_be(10)
    expect(amounts[1]["Quartier"]):to_be "Quartier 01"
    expect(amounts[10]["QPV 2024"]):to_be(10000)
  end)
end)

describe("territories: a source that does not apply", function()
  it("is a source that nobody gives", function()
    local trial = spec.build("territoires", { files = { ["t.csv"] = "Code du quartier;Nom du quartier;Exercice;Source;Taux de pauvreté (%)\n"
      .. "QN04401M;Nord;2021;sans objet;45\nQN04402M;Sud;2021;;40\n" } })
    expect(#trial.tables["ter_taux_pauvrete_2024"].rows):to_be(2)
  end)
end)
