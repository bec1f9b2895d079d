-- SPDX-License-Identifier: MPL-2.0
-- Controls that hold for every schema and are judged while a file is read, or not at all: no rule over rows says them.
-- They stand here so that the list of controls is whole (`bilan doc controls`). Source: domain dossier 2.6 and 3.10.
local ask = { fr = "Vérifier ces valeurs avec le partenaire.", en = "Check these values with the partner." }
local settled = { fr = "Rien à faire.", en = "Nothing to do." }
local reading = { fr = "Jugé à la lecture des cellules.", en = "Judged while cells are read." }

local function rule(id, severity, fr, en, action, reason)
  return { id = id, severity = severity, kind = "elsewhere", label = { fr = fr, en = en }, action = action,
    reason = reason or reading }
end

return {
  C05 = rule("C05", "B", "Un nombre de personnes est entier et positif", "A number of people is whole and not negative", ask),
  C11 = rule("C11", "A", "Les codes de QPV et de communes existent, dans leur millésime et leur commune",
    "Codes of quarters and municipalities exist, in their vintage and municipality", ask,
    { fr = "Jugé à la lecture ; avec des listes du territoire (--referentiel), chaque code et chaque nom.",
      en = "Judged while reading; with lists of the territory (--reference), each code and each name." }),
  C12 = rule("C12", "A", "Un SIRET a quatorze chiffres et sa clé est juste", "A SIRET has fourteen digits and a right key", ask),
  C14 = rule("C14", "B", "Une ligne de total n'est pas une donnée ; elle égale la somme des lignes",
    "A total row is no datum; it equals the sum of the rows", ask,
    { fr = "Jugé à la lecture des lignes : écartée, dite, et comparée à la somme.",
      en = "Judged while rows are read: set aside, said, and compared with the sum." }),
  C15 = rule("C15", "A", "Une valeur d'une liste est un terme de la liste", "A value of a list is a term of it", ask),
  C16 = rule("C16", "A", "Un pourcentage n'est pas un nombre de personnes, ni l'inverse",
    "A percentage is no number of people, nor the other way round", ask),
  C20 = rule("C20", "B", "Un effectif sous le seuil du secret n'est pas diffusé", "A count below the threshold is not published",
    { fr = "Ne pas diffuser.", en = "Do not publish." },
    { fr = "Non calculé : les profils de diffusion sont refusés, rien de ce que bilan écrit n'est à diffuser.",
      en = "Not computed: the profiles for publication are refused; nothing that bilan writes is to be published." }),
  C21 = rule("C21", "B", "Aucune colonne ne nomme des personnes", "No column names persons",
    { fr = "Demander au partenaire un fichier sans noms.", en = "Ask the partner for a file without names." },
    { fr = "Jugé à la lecture des en-têtes et des cellules : la colonne est écartée.",
      en = "Judged while headers and cells are read: the column is dropped." }),
  X01 = rule("X01", "A", "Une ligne sans première cellule continue la précédente", "A row without a first cell goes on with the one above",
    settled, { fr = "Jugé à la lecture des lignes (BIL-289, BIL-824).", en = "Judged while rows are read (BIL-289, BIL-824)." }),
  X02 = rule("X02", "A", "Un en-tête répété ou une ligne de remplissage n'est pas une donnée",
    "A repeated header or a filler row is no datum", settled,
    { fr = "Jugé à la lecture des lignes (BIL-281, BIL-284).", en = "Judged while rows are read (BIL-281, BIL-284)." }),
  X03 = rule("X03", "A", "Un prénom s'écrit d'une seule façon dans une ligne", "A first name is spelled in one way in a row", settled,
    { fr = "Non calculé : les noms de personnes sont retirés à la lecture et ne sont pas comparés.",
      en = "Not computed: names of persons are removed while reading and not compared." }),
  X04 = rule("X04", "A", "Les noms de personnes sont retirés avant diffusion", "Names of persons are removed before anything is handed out",
    settled, { fr = "Jugé à la lecture : colonne des participants, textes libres, noms des feuilles.",
      en = "Judged while reading: the column of participants, free texts, names of sheets." }),
}
