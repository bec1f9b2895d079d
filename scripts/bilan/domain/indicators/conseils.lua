-- SPDX-License-Identifier: MPL-2.0
-- Citizens' councils. Source: domain dossier 3.3.3. Unknown states stand apart and leave the base.

local conseils = require "bilan.conseils"
local both_sexes = require "bilan.sexes"

local known = { fr = "conseils où la réponse est connue", en = "councils whose answer is known" }

--- Share of councils of which `condition` is true, among those of which it is known.
local function share(id, fr, en, formula, condition, where, supposes)
  return { id = id, dataset = "conseil", unit = "rate", label = { fr = fr, en = en }, formula = formula, unknowns = known,
    supposes = supposes,
    measure = function(f, bilan)
      return bilan.ratio(condition(f, bilan), 1, where and { where = where(f, bilan) } or nil)
    end }
end

--- Members of the college of residents: as given, or else women and men of the college.
local function residents(f)
  return f.nb_hab:known_or(f.nb_f_hab + f.nb_h_hab)
end

--- Women and men of the college of residents; of the whole council where the file does not ask for those of the college, for
--- the women of one and the men of the other are no share. A college that is unknown stays unknown.
local function sexes(f, bilan)
  local is_not_asked = bilan.all { f.nb_f_hab:in_state { "abs" }, f.nb_h_hab:in_state { "abs" } }
  return bilan.when(is_not_asked, f.nb_f, f.nb_f_hab), bilan.when(is_not_asked, f.nb_h, f.nb_h_hab)
end

local whole_council = { field = "nb_f_hab", words = {
  fr = "collège habitants non détaillé : conseil entier s'il est donné", en = "college not given: whole council where it is" } }

local function mean(id, fr, en, field)
  return { id = id, dataset = "conseil", unit = "number", label = { fr = fr, en = en },
    formula = { fr = "moyenne des conseils où la valeur est connue", en = "mean over the councils where it is known" },
    unknowns = known, measure = function(f, bilan) return bilan.mean(f[field]) end }
end

return {
  { id = "CC01q", dataset = "conseil", unit = "number",
    label = { fr = "QPV couverts par un conseil installé", en = "Quarters covered by a council that was set up" },
    formula = { fr = "nombre de QPV différents des conseils installés et non dissous ; « tous les quartiers » n'est pas un QPV ; le taux "
      .. "demande le nombre de QPV du contrat",
      en = "different quarters of councils that were set up and not dissolved; “all quarters” is none; the rate needs the number of "
        .. "quarters" },
    unknowns = { fr = "un conseil dont l'état n'est pas connu ne couvre rien et est compté : le nombre est un minimum ; tous sont "
      .. "supposés installés si le fichier ne demande pas l'état", en = "a council of unknown state covers nothing and is counted: a "
      .. "minimum; all are supposed to be set up where the file does not ask for the state" },
    supposes = { field = "etat", words = { fr = "état non demandé : conseils supposés installés",
      en = "state not asked for: councils supposed to be set up" } },
    measure = function(f, bilan)
      return bilan.count_distinct(f.qpv, { where = bilan.all { conseils.is_in_place(), bilan.no(f.qpv:one_of { "tous" }) } })
    end },
  share("CC02", "Conseils actifs", "Active councils",
    { fr = "actifs ou essoufflés / installés un jour (dissous compris) dont l'état est connu",
      en = "active or weary / ever set up (dissolved ones too), of known state" },
    conseils.is_alive,
    function(f) return f.etat:ne("jamais installé") end),
  { id = "CC03", dataset = "conseil", unit = "rate",
    label = { fr = "Part du collège habitants", en = "Share of residents" },
    formula = { fr = "membres du collège habitants (à défaut, ses femmes + ses hommes) / membres",
      en = "college of residents (failing that, its women + its men) / members" }, unknowns = known,
    measure = function(f, bilan) return bilan.ratio(residents(f), f.nb_membres) end },
  share("CC03b", "Conseils où les habitants sont au moins la moitié", "Councils with at least half residents",
    { fr = "conseils où habitants / membres >= 50 %", en = "councils where residents / members >= 50 %" },
    -- Over 0 where the council has no members: the question does not apply.
    function(f) return (residents(f) / f.nb_membres):ge(0.5) end),
  { id = "CC04", dataset = "conseil", unit = "rate", supposes = whole_council,
    label = { fr = "Part des femmes (collège habitants, à défaut conseil entier)",
      en = "Share of women (college of residents, else whole council)" },
    formula = { fr = "femmes / (femmes + hommes) du collège habitants ; du conseil si le fichier ne demande pas le collège",
      en = "women / (women + men) of the college of residents; of the council where the file does not ask for the college" }, unknowns = known,
    measure = function(f, bilan)
      local women, men = sexes(f, bilan)
      return bilan.ratio(women, both_sexes.together(bilan, women, men))
    end },
  share("CC04b", "Conseils proches de la parité (45 à 55 % de femmes)", "Councils near parity",
    { fr = "conseils où la part des femmes du collège habitants, à défaut du conseil, est entre 45 et 55 %",
      en = "councils with 45 to 55 % women among residents, or failing that members" },
    function(f, bilan)
      local women, men = sexes(f, bilan)
      local part = women / both_sexes.together(bilan, women, men)
      return bilan.all { part:ge(0.45), part:le(0.55) }
    end, nil, whole_council),
  share("CC04e", "Conseils à parité exacte (une personne d'écart au plus)", "Councils at parity (one person apart at most)",
    { fr = "conseils où femmes et hommes du collège habitants, à défaut du conseil, diffèrent d'une personne au plus",
      en = "councils whose women and men, residents or failing that members, differ by one at most" },
    function(f, bilan)
      local women, men = sexes(f, bilan)
      local gap = women - men
      return bilan.all { gap:le(1), gap:ge(-1) } / both_sexes.together(bilan, women, men):gt(0) -- over 0, so not asked, where there is nobody
    end, nil, whole_council),
  { id = "CC05", dataset = "conseil", unit = "rate",
    label = { fr = "Part des jeunes", en = "Share of young members" },
    formula = { fr = "membres de moins de 26 ans / membres", en = "members under 26 / members" }, unknowns = known,
    measure = function(f, bilan) return bilan.ratio(f.nb_moins_26, f.nb_membres) end },
  share("CC06", "Recours au tirage au sort", "Drawing by lot",
    { fr = "tirage au sort ou mixte / mode connu", en = "by lot or mixed / known" },
    function(f) return f.mode_designation:one_of { "tirage au sort", "mixte" } end),
  { id = "CC07", dataset = "conseil", unit = "rate",
    label = { fr = "Taux de maintien", en = "Members still active" },
    formula = { fr = "membres actifs / membres", en = "active members / members" }, unknowns = known,
    measure = function(f, bilan) return bilan.ratio(f.nb_actifs, f.nb_membres) end },
  mean("CC08", "Réunions par an", "Meetings a year", "nb_reunions"),
  mean("CC08p", "Présence moyenne", "Mean attendance", "presence_moy"),
  share("CC09", "Conseils accompagnés", "Councils with support",
    { fr = "accompagnement en cours ou terminé / connu", en = "support under way or ended / known" },
    function(f) return f.accompagnement:one_of { "oui", "oui en cours", "oui terminé" } end),
  share("CC10", "Participation à une instance au moins", "Councils that sit in a body",
    { fr = "conseils qui siègent dans une instance au moins / conseils où la réponse est connue (« aucune » en est une)",
      en = "councils that sit in a body / councils whose answer is known (“none” is one)" },
    function(f, bilan) return bilan.no(f.participation_instances:one_of { "aucune" }) end),
  { id = "CC11", dataset = "conseil", unit = "euro",
    label = { fr = "Budget moyen par conseil", en = "Mean budget" },
    formula = { fr = "budgets / conseils où il est connu", en = "budgets / councils where it is known" }, unknowns = known,
    measure = function(f, bilan) return bilan.mean(f.budget, { unit = "euro" }) end },
  mean("CC12", "Durée moyenne d'engagement (années)", "Mean years of involvement", "duree_engagement"),
}
