-- SPDX-License-Identifier: MPL-2.0
-- The prohibited criteria of discrimination: a versioned list, and how they are shown together. How many there are depends
-- on what is counted (24, 25, 26 or 27): bilan never says a number of them, it names the list. Source: domain dossier
-- 3.2.1; loi n° 2008-496 art. 1, code pénal art. 225-1 to 225-1-2, list of the Défenseur des droits.
local criteres = {}

criteres.version = "2022-03"
criteres.source = {
  fr = "Liste des critères, version " .. criteres.version .. " : loi n° 2008-496 du 27 mai 2008, code pénal art. 225-1 à "
    .. "225-1-2, liste du Défenseur des droits, loi n° 2022-401 du 21 mars 2022.",
  en = "List of criteria, version " .. criteres.version .. ": law 2008-496 of 27 May 2008, criminal code art. 225-1 to "
    .. "225-1-2, list of the Défenseur des droits, law 2022-401 of 21 March 2022." }

--- Terms that are one line in a table; every other term of the vocabulary is a line of its own.
criteres.groups = {
  { terms = { "ethnie", "nation", "race" }, words = { fr = "ethnie, nation, prétendue race",
    en = "ethnic group, nation, alleged race" } },
}

local no_law_of_2008 = { opinions_philosophiques = true, lanceur_alerte = true, harcelement_sexuel = true, bizutage = true }
local no_criminal_law = { domiciliation_bancaire = true, opinions_philosophiques = true }

--- « loi 2008, CP »: where a criterion stands. A criterion that no law names has an empty text.
function criteres.law(term)
  if term == "tous" then return "" end
  local laws = {}
  if not no_law_of_2008[term] then laws[#laws + 1] = "loi 2008" end
  if not no_criminal_law[term] then laws[#laws + 1] = "CP" end
  if term == "opinions_philosophiques" then laws[#laws + 1] = "Défenseur des droits" end
  return table.concat(laws, ", ")
end

return criteres
