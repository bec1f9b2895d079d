-- SPDX-License-Identifier: MPL-2.0
-- Who a holder is: SIRET, else SIREN, else RNA, else its name.
local spec = require "bilan.spec"
local bilan = require "bilan"
local holders = require "bilan.holders"
local f = bilan.field
local describe, it, expect = spec.describe, spec.it, spec.expect

local HEADER = "Intitulé;Porteur;SIRET;N° RNA\n"

--- Names in the order of the rows, and how many holders there are.
local function read(text)
  local rows, names = holders.of(spec.rows("action", HEADER .. text)), {}
  for row in rows:each() do names[#names + 1] = row.porteur_lu or "?" end
  return table.concat(names, ", "), rows:figure(bilan.count_distinct(f.porteur_cle))
end

describe("holders", function()
  it("are one of two spellings with one SIRET", function()
    local names, n = read "Un;Cap Avenir;20003452800014;\nDeux;Association CAP AVENIR;200 034 528 00014;\n"
    expect(names):to_be "Cap Avenir, Cap Avenir"
    expect(n):to_be(1, { unknown = 0 })
  end)
  it("are two of one name with two SIRET, each with its own", function()
    local names, n = read "Un;Avenir;20003452800014;\nDeux;AVENIR;35600000009075;\n"
    expect(names):to_be "Avenir (20003452800014), AVENIR (35600000009075)"
    expect(n):to_be(2)
  end)
  it("are told by their name where no number is given, case and accents aside", function()
    local names, n = read "Un;Régie Nord;;\nDeux;REGIE  NORD;;\nTrois;Autre;;\n"
    expect(names):to_be "Régie Nord, Régie Nord, Autre"
    expect(n):to_be(2)
  end)
  it("keep their number where a row forgets it", function()
    local names, n = read "Un;Avenir;;\nDeux;Avenir;20003452800014;\nTrois;Avenir (siège);200034528;\n"
    expect(names):to_be "Avenir, Avenir, Avenir"
    expect(n):to_be(1)
  end)
  it("have a RNA, which may belong to a SIRET", function()
    local names, n = read "Un;Les Amis;;W123456789\nDeux;Amis;;W123456789\nTrois;Ecole;20003452800014;W987654321\nQuatre;Ecole B;;W987654321\n"
    expect(names):to_be "Les Amis, Les Amis, Ecole, Ecole"
    expect(n):to_be(2)
  end)
  it("are not made up of a name that two bear", function()
    local names, n = read "Un;Avenir;20003452800014;\nDeux;Avenir;35600000009075;\nTrois;Avenir;;\n"
    expect(names):to_be "Avenir (20003452800014), Avenir (35600000009075), Avenir (?)"
    expect(n):to_be(2, { unknown = 1, lower_bound = true })
  end)
  it("are unknown where a row names none", function()
    local _, n = read "Un;Avenir;;\nDeux;NC;;\n"
    expect(n):to_be(1, { unknown = 1, lower_bound = true })
  end)
  it("are the same in both years", function()
    local now = spec.rows("action", HEADER .. "Un;Cap Avenir;20003452800014;\n")
    local past = spec.rows("action", HEADER .. "Un;CAP AVENIR;;\n")
    local both = holders.registry { now, past }
    expect(both:of(now):distinct("porteur_cle")[1]):to_be(both:of(past):distinct("porteur_cle")[1])
  end)
end)
