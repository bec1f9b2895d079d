# SPDX-License-Identifier: MPL-2.0
"""Which columns a partner's table has: a random choice of blocks per schema, with headers for the level."""
import fields
import headers
import variants
from fields import BIE, COMMON, EMPLOI, FINANCEMENT, FUNDERS, LCD, P147_NAMES, Field
from rendering import choose_style
from sheets import Column
from themes import THEMES, recipe_for


class Recipe:
    def __init__(self, rng, level, frame, title_year=False, plain=False):
        self.rng, self.level, self.frame = rng, level, frame
        self.columns, self.taken, self.schema = [], set(), None
        self.plain = plain  # one header row, one record a line
        self.deep = level != "clean" and not plain and rng.random() < (0.45 if level == "medium" else 0.6)
        self.title_year = title_year

    def add(self, field, header=None, group=None):
        """A column for `field`; with `group` and a deep header, two header rows."""
        text = header if header is not None else headers.label(self.rng, field, self.level)
        if field.id in self.taken or text.strip().lower() in {c.header[-1].strip().lower() for c in self.columns if not group}:
            if field.id in self.taken:
                return
            text = field.label
        style = choose_style(self.rng, field.kind, self.level)
        if style == "whole_percent" and "%" not in text:
            text += " (%)"
        self.taken.add(field.id)
        groups = [group] if isinstance(group, str) else list(group or ())
        self.columns.append(Column(field, groups + [text] if self.deep else [text], style))

    def maybe(self, chance, field, **more):
        if self.rng.random() < chance:
            self.add(field, **more)

    def common(self, *ids):
        for id in ids:
            self.add(COMMON[id])


def identity(recipe, axis=True):
    rng = recipe.rng
    if not recipe.title_year:
        recipe.maybe(0.6, COMMON["exercice"])
    recipe.maybe(0.45, COMMON["num_dossier"])
    recipe.common(*rng.sample(["intitule", "porteur"], 2))
    recipe.maybe(0.35, COMMON["siret"])
    if recipe.schema != "financement":
        recipe.maybe(0.25, COMMON["type_porteur"])
    if axis:
        recipe.maybe(0.5, COMMON["pilier"])
    recipe.maybe(0.65, COMMON["territoire"])
    recipe.maybe(0.25, COMMON["commune"])


def persons(recipe, bands=0.3, levels=False):
    rng = recipe.rng
    group = rng.choice(["Bénéficiaires", "Public", "Nombre de bénéficiaires"]) if recipe.deep else None
    recipe.add(COMMON["benef_total"], header="Total" if group else None, group=group)
    pair = rng.choice([("Femmes", "Hommes"), ("F", "H"), ("Féminin", "Masculin"), ("Fem.", "Hom."), ("Filles", "Garçons")])
    if recipe.level == "clean":
        pair = ("Femmes", "Hommes")
    for id, text in zip(("benef_f", "benef_h"), pair):
        recipe.add(COMMON[id], header=text, group=group)
    recipe.maybe(0.7, COMMON["benef_qpv"], group=group)
    if rng.random() < bands:
        recipe_bands(recipe, recipe.frame.bands, rng.choice(["Tranches d'âge", "Âge", "Tranche d'âge"]))
    if levels and rng.random() < bands:
        recipe_bands(recipe, recipe.frame.levels, rng.choice(["Niveau de qualification", "Niveau de formation"]))


def recipe_bands(recipe, bands, group):
    for id, spellings in bands:
        text = spellings[0] if recipe.level == "clean" else recipe.rng.choice(spellings)
        recipe.add(Field(id, "people", spellings[0]), header=text, group=group)


def money(recipe):
    rng = recipe.rng
    group = rng.choice(["Montants", "Subvention P147"]) if recipe.deep else None
    recipe.maybe(0.7, COMMON["cout_total"])
    for id, short in (("demande_p147", "Demandé"), ("propose_p147", "Proposé"), ("accorde_p147", "Accordé")):
        if id != "propose_p147" or rng.random() < 0.3:
            recipe.add(COMMON[id], header=short if group else None, group=group)
    if "paye_p147" not in recipe.taken:
        recipe.maybe(0.2, COMMON["paye_p147"])


def funders(recipe, with_state=False):
    """A funding plan: one column per funder, or demandé/accordé under each; `with_state`: P147 is one of the funders."""
    rng = recipe.rng
    names = rng.sample(sorted(FUNDERS.keys() - ({"fin_commune"} if recipe.level == "clean" else set())), rng.randint(2, 4))
    pairs = recipe.deep and recipe.level == "hard" and rng.random() < 0.5
    three = pairs and rng.random() < 0.3
    flat_pairs = not recipe.deep and recipe.level == "hard" and rng.random() < 0.4
    if with_state:
        pair(recipe, COMMON["demande_p147"], COMMON["accorde_p147"], rng.choice(P147_NAMES), three, not recipe.deep)
    for id in names:
        text = FUNDERS[id][0] if recipe.level == "clean" else rng.choice(FUNDERS[id])
        if text in ("Commune", "Ville", "Commune(s)") and "commune" in recipe.taken:
            continue
        granted = Field(id, "euro", text)
        if pairs or flat_pairs:
            pair(recipe, Field(id + "_demande", "euro", text), granted, text, three, flat_pairs)
        else:
            recipe.add(granted, header=text, group="Cofinancements" if recipe.deep else None)


def pair(recipe, asked, granted, text, three, flat):
    """What one funder was asked and what it gives: under its name, or with the word beside the name."""
    if flat:
        words = recipe.rng.choice([("%s (demandé)", "%s (accordé)"), ("%s demandé", "%s accordé"), ("%s - Demandé", "%s - Accordé")])
        recipe.add(asked, header=words[0] % text)
        recipe.add(granted, header=words[1] % text)
        return
    top = ("Cofinancements",) if three else ()
    recipe.add(asked, header="Demandé", group=top + (text,))
    recipe.add(granted, header="Accordé", group=top + (text,))


def action(recipe):
    rng = recipe.rng
    special = variants.choose(recipe)
    if special:
        special(recipe)
        return
    identity(recipe)
    recipe.maybe(0.25, COMMON["dispositif"])
    if rng.random() < 0.25:
        recipe.common("date_debut", "date_fin")
    elif recipe.level != "clean" and rng.random() < 0.15:
        variants.period(recipe)
    recipe.maybe(0.4, COMMON["statut"])
    recipe.maybe(0.2, COMMON["recurrence"])
    if recipe.level == "hard" and rng.random() < 0.2:
        recipe.maybe(0.7, COMMON["cout_total"])
        funders(recipe, with_state=True)
    else:
        money(recipe)
        if rng.random() < 0.35:
            funders(recipe)
    if recipe.deep and recipe.level == "hard" and rng.random() < 0.25:
        variants.planned_and_real(recipe)
    else:
        persons(recipe)
    recipe.maybe(0.15, COMMON["mode_comptage"])
    if rng.random() < 0.4:
        for field in BIE:
            recipe.maybe(0.5, field)
    elif rng.random() < 0.25:
        for field in LCD:
            if field.id != "suite":
                recipe.maybe(0.6, field)


def emploi(recipe):
    rng = recipe.rng
    identity(recipe, axis=False)
    recipe.maybe(0.2, EMPLOI[0])
    persons(recipe, bands=0.45, levels=True)
    by_id = {field.id: field for field in EMPLOI}
    for id in ("nb_entrees", "nb_sorties", "nb_abandons"):
        recipe.add(by_id[id])
    recipe.maybe(0.5, by_id["nb_en_cours"])
    group = rng.choice(["Sorties par motif", "Type de sortie"]) if recipe.deep else None
    for id in ("nb_emploi_durable", "nb_emploi_transition", "nb_autres_sorties"):
        recipe.add(by_id[id], group=group)
    for id in ("nb_orientation", "structure_orientation", "brsa", "deld", "th", "duree_moy", "satisfaction"):
        recipe.maybe(0.3, by_id[id])
    recipe.maybe(0.4, COMMON["cout_total"])
    recipe.maybe(0.5, COMMON["accorde_p147"])


def financement(recipe):
    rng = recipe.rng
    if recipe.level != "clean" and not recipe.plain and rng.random() < 0.2:
        variants.published_grants(recipe)
        return
    identity(recipe)
    if rng.random() < 0.3:  # one column per funder
        recipe.add(COMMON["cout_total"])
        recipe.add(Field("fin_p147", "euro", "État (P147)"), header=rng.choice(P147_NAMES),
                   group="Financements" if recipe.deep else None)
        names = rng.sample(sorted(FUNDERS), rng.randint(4, 6))
        for id in names:
            text = FUNDERS[id][0] if recipe.level == "clean" else rng.choice(FUNDERS[id])
            if text in ("Commune", "Ville", "Commune(s)") and "commune" in recipe.taken:
                continue
            recipe.add(Field(id, "euro", text), header=text, group="Financements" if recipe.deep else None)
        return
    by_id = {field.id: field for field in FINANCEMENT}
    if recipe.deep and recipe.level == "hard" and rng.random() < 0.3:
        variants.funders_planned_and_real(recipe, by_id)
        return
    recipe.add(by_id["financeur"])
    recipe.maybe(0.7, by_id["nature_credit"])
    group = "Montants" if recipe.deep else None
    for id in ("montant_prevu", "montant_realise"):
        recipe.add(by_id[id], group=group)
    for id in ("champ", "moyens_humains", "type_engagement", "perimetre", "dispositif_dc"):
        recipe.maybe(0.3, by_id[id])
    if rng.random() < 0.3:
        recipe.common("benef_total", "benef_qpv")


RECIPES = {"action": action, "emploi": emploi, "financement": financement, **{schema: recipe_for(schema) for schema in THEMES}}


def columns(rng, schema, level, frame, title_year=False, plain=False):
    recipe = Recipe(rng, level, frame, title_year, plain)
    recipe.schema = schema
    RECIPES[schema](recipe)
    return recipe.columns
