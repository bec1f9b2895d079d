# SPDX-License-Identifier: MPL-2.0
"""Tables of `action` that are not the usual list: State exports, planned and real, years or quarters as columns."""
from fields import COMMON, Field
from sheets import Column


def other(recipe, header, style, kind="unknown"):
    recipe.columns.append(Column(None, [header], style, dropped=kind))


def gispro(recipe):
    """The old State system; the EJ number and the service have no field."""
    rng = recipe.rng
    other(recipe, rng.choice(["Libellé DD/DR/PN", "Service prescripteur"]), "note")
    recipe.add(COMMON["num_dossier"], header=rng.choice(["Projet - Code dossier", "Numéro De Projet", "Code projet"]))
    recipe.add(COMMON["num_action"], header=rng.choice(["Action - Code dossier", "Numéro de l’Action Prj", "Numéro De l'Action Prj"]))
    recipe.add(COMMON["porteur"], header=rng.choice(["Tiers", "TIERS", "Raison Sociale Longue"]))
    recipe.add(COMMON["siret"], header=rng.choice(["Code Siret", "Code SIRET", "SIRET", "SIRET,"]))
    recipe.add(COMMON["intitule"], header="Libellé de l'action")
    recipe.maybe(0.5, COMMON["dispositif"], header="Libellé de la procédure de l'action")
    recipe.maybe(0.6, COMMON["propose_p147"], header="Montant proposé du dossier d'action")
    recipe.add(COMMON["accorde_p147"], header=rng.choice(["Montant engagé", "Mt engagé"]))
    other(recipe, rng.choice(["N° doc. Précédent\nn° EJ CHORUS", "EJ CHORUS", "N° doc. précédent (EJ)"]), "ej")


def dauphin(recipe):
    """The national export of actions."""
    recipe.add(COMMON["num_action"], header="Numéro de l'action PRJ")
    recipe.add(COMMON["intitule"], header="Libellé de l'action")
    recipe.add(COMMON["porteur"], header="Raison sociale longue")
    recipe.add(COMMON["type_porteur"], header="Type de tiers")
    recipe.add(COMMON["pilier"], header="Thème")
    recipe.add(COMMON["accorde_p147"], header="Mt engagé")
    other(recipe, "Région", "region")


def chorus(recipe):
    """Payments: the beneficiary is the organisation paid."""
    rng = recipe.rng
    other(recipe, "N° EJ", "ej")
    recipe.add(COMMON["porteur"], header=rng.choice(["Bénéficiaire", "Tiers"]))
    recipe.add(COMMON["siret"], header="Code taxe 1")
    recipe.add(COMMON["intitule"], header="Libellé de l'action")
    other(recipe, "Centre financier", "centre")
    other(recipe, "Domaine fonctionnel", "domaine")
    if not recipe.title_year:
        recipe.add(COMMON["exercice"], header="Exercice comptable")
    recipe.add(COMMON["paye_p147"], header=rng.choice(["EUR", "Montant payé"]))
    other(recipe, "Date de dernière opération sur la DP", "day")


def osiris(recipe):
    """Two header rows, the first merged by groups."""
    recipe.deep = True
    recipe.add(COMMON["num_dossier"], header="N° Dossier", group="Dossier/action")
    recipe.add(COMMON["intitule"], header="Intitulé de l'action", group="Dossier/action")
    recipe.add(COMMON["porteur"], header="Raison sociale", group="Bénéficiaire")
    recipe.add(COMMON["siret"], header="N° Siret", group="Bénéficiaire")
    recipe.maybe(0.5, COMMON["rna"], header="N° RNA", group="Bénéficiaire")
    recipe.maybe(0.6, COMMON["territoire"], header="Quartier(s)", group="Territoires")
    recipe.maybe(0.6, COMMON["commune"], header="Commune", group="Territoires")
    recipe.add(COMMON["cout_total"], header="Coût du projet", group="Montants et versements")
    recipe.add(COMMON["demande_p147"], header="Montant demandé", group="Montants et versements")
    recipe.add(COMMON["accorde_p147"], header="Accordé", group="Montants et versements")


def scdl(recipe):
    """Published grants, with the stars and spaces of real files; « objet » and « nature » settle nothing, so they owe nothing."""
    rng = recipe.rng
    other(recipe, rng.choice(["nomAttribuant", "Nom de l'attribuant*"]), "town", "free")
    other(recipe, rng.choice(["dateConvention", "Date de convention*"]), "day", "free")
    other(recipe, " Référence de la décision ", "note", "free")
    recipe.add(COMMON["porteur"], header="Nom du bénéficiaire*")
    recipe.add(COMMON["siret"], header="Identification du bénéficiaire*")
    recipe.add(COMMON["intitule"], header="Nom du projet")
    recipe.add(COMMON["accorde_p147"], header="Montant Total Attribué")
    other(recipe, "Aide notifiée Ã  l'Europe", "yes_no", "free")


def published_grants(recipe):
    """The public data on grants (decree 2017-779) as funding: who gives, to whom, how much, which part of it is his."""
    rng = recipe.rng
    recipe.deep = False
    official = rng.random() < 0.4

    def name(camel, words):
        return words if official else camel

    recipe.add(Field("financeur", "enum", "Financeur", vocabulary="financeur"), header=name("nomAttribuant", "Nom de l'attribuant"))
    other(recipe, name("idAttribuant", "Identification de l'attribuant"), "establishment", "free")
    other(recipe, name("dateConvention", "Date de convention"), "day", "free")
    other(recipe, name("referenceDecision", "Référence de la décision"), "note", "free")
    recipe.add(COMMON["porteur"], header=name("nomBeneficiaire", "Nom du bénéficiaire"))
    recipe.add(COMMON["siret"], header=name("idBeneficiaire", "Identification du bénéficiaire"))
    recipe.maybe(0.4, COMMON["rna"], header="rnaBeneficiaire")
    other(recipe, "objet", "note", "free")
    recipe.add(Field("montant_accorde", "euro", "Montant"), header=name("montant", "Montant total de la subvention"))
    other(recipe, "nature", "kind_of_aid", "free")
    other(recipe, name("conditionsVersement", "Conditions de versement"), "payment", "free")
    recipe.add(Field("part_beneficiaire", "number", "Part"), header=name(
        "pourcentageSubvention", "Pourcentage du montant de la subvention attribué au bénéficiaire"))


def planned_and_real(recipe):
    """F and H twice: what was planned, what came."""
    planned, real = recipe.rng.choice([("Public prévu", "Public touché"), ("Bénéficiaires prévus", "Bénéficiaires réels")])
    for group, total, women, men in ((planned, "benef_prevu", "benef_prevu_f", "benef_prevu_h"), (real, "benef_total", "benef_f", "benef_h")):
        for id, text in ((total, "Total"), (women, "F"), (men, "H")):
            recipe.add(Field(id, "people", text), header=text, group=group)


def period(recipe):
    """Begin and end in one cell."""
    recipe.add(Field("date_debut", "period", "Période"), header=recipe.rng.choice(["Période", "Calendrier", "Dates de réalisation"]))
    recipe.columns[-1].safe = True


def wide(recipe, field, dimension, values, texts, group=None):
    """One column per value of a dimension."""
    for value, text in zip(values, texts):
        column = Column(field, [group, text] if group else [text], "number")
        column.wide, column.safe = {dimension: value}, True
        column.key = "%s@%s" % (field.id, text)
        recipe.columns.append(column)


def funders_planned_and_real(recipe, by_id):
    """Each funder over two columns, planned and real: one row per funder."""
    funders = recipe.rng.sample([("region", "Région"), ("departement", "Département"), ("caf", "CAF"), ("bailleurs", "Bailleurs"),
                                 ("p147", "État (P147)"), ("epci", "EPCI")], 3)
    for id, text in funders:
        for field, short in (("montant_prevu", "Prévisionnel"), ("montant_realise", "Réalisé")):
            column = Column(by_id[field], [text, short], "number")
            column.wide, column.safe, column.key = {"financeur": id}, True, "%s@%s" % (field, id)
            recipe.columns.append(column)


def years(recipe):
    """« Montant accordé 2023 », « Montant accordé 2024 »: one row per year."""
    rng, year = recipe.rng, recipe.frame.year
    recipe.deep = False
    recipe.common("porteur", "intitule")
    recipe.maybe(0.5, COMMON["territoire"])
    word = rng.choice(["Montant voté", "Accordé", "Subvention accordée (P147)"])
    wide(recipe, COMMON["accorde_p147"], "exercice", [year - 1, year], ["%s %d" % (word, year - 1), "%s %d" % (word, year)])


def quarters(recipe):
    """Beneficiaries by quarter, one column per quarter under a common title."""
    recipe.deep = True
    recipe.common("intitule", "porteur")
    recipe.maybe(0.5, COMMON["pilier"])
    codes = recipe.rng.sample(recipe.frame.territory.codes, 3)
    texts = [recipe.frame.territory.names[code] for code in codes] if recipe.frame.by_name else codes
    wide(recipe, COMMON["benef_total"], "territoire", [[text] for text in texts], texts, "Nombre de bénéficiaires")


def choose(recipe):
    """A special table, or None for the usual list."""
    if recipe.level == "clean" or recipe.plain:
        return None
    rng = recipe.rng
    if recipe.level == "medium":
        return rng.choice([gispro, dauphin, osiris, scdl]) if rng.random() < 0.2 else None
    draw = rng.random()
    if draw < 0.15:
        return rng.choice([gispro, dauphin, osiris, chorus, scdl])
    if draw < 0.27 and not recipe.title_year:
        return rng.choice([years, quarters, quarters])
    return None
