-- SPDX-License-Identifier: MPL-2.0
-- Names that differ by case, accents or blanks only are one name, wherever rows are grouped by it.
local spec = require "bilan.spec"
local bilan = require "bilan"
local multiple_answers = require "bilan.multiple_answers"
local one_spelling = require "bilan.one_spelling"
local one_unknown = require "bilan.one_unknown"
local f = bilan.field
local describe, it, expect = spec.describe, spec.it, spec.expect

describe("names spelled in two ways", function()
  local actions = spec.rows("action", "Intitulé;Porteur;Pilier;Montant accordé\n"
    .. "Une;A;Sport santé;1\nDeux;B;SPORT SANTÉ;2\nTrois;C;Sport  sante;4\nQuatre;D;Autre pilier;8\nCinq;E;NC;16\n")
  it("are one, as it is met first", function()
    local rows, by = one_spelling.merged(actions, "pilier")
    expect(by):to_be "pilier_lu"
    local groups = rows:group { by = by, measures = { { "m", bilan.sum(f.accorde_p147) } } }:rows()
    expect(#groups):to_be(3)
    expect(groups[2][by]):to_be "Sport santé"
    expect(groups[2].m):to_be(7)
    expect(groups[3][by]):to_be(nil)
  end)
  it("are one in the tables that have one group of unknowns", function()
    local groups = one_unknown.groups(actions, { by = "pilier", measures = { { "m", bilan.sum(f.accorde_p147) } }, sorted = "m" })
    expect(#groups):to_be(3)
    expect(groups[2].key):to_be "Sport santé"
    expect(groups[2].figures.m):to_be(7)
  end)
  it("leave a field alone that has none, or that nobody sent", function()
    local _, by = one_spelling.merged(actions, "porteur")
    expect(by):to_be "porteur"
    local _, absent = one_spelling.merged(actions, "commune")
    expect(absent):to_be "commune"
  end)
  it("are one among several answers, as most rows write them", function()
    local rows = spec.rows("emploi", "Action;Entrées;Sorties;Structure d'orientation\n"
      .. "Une;1;1;CLUB TRUC, Autre\nDeux;2;2;Club Truc\nTrois;1;1;Club Truc\nQuatre;1;1;Autre\nCinq;1;1;NC\n")
    local names = one_spelling.counted(rows, "structure_orientation")
    expect(#names):to_be(2)
    expect(names[1].name):to_be "Club Truc"
    expect(names[1].n):to_be(3)
    local ranked, answered = multiple_answers.ranked(spec.run(), rows, "structure_orientation", "structure_orientation")
    expect(answered):to_be(4)
    expect(#ranked):to_be(2)
    expect(ranked[2][2]):to_be(2)
  end)
end)
