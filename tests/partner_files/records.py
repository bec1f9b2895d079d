# SPDX-License-Identifier: MPL-2.0
"""Records that agree with themselves: women and men add up, nothing granted above what was asked, exits add up."""
import datetime

import invented
from fields import AGE_BANDS, FUNDERS, LEVELS
from themes import THEMES
from vocabularies import VOCABULARIES


def split(rng, total, parts):
    """`total` people shared at random between `parts` groups, the groups adding up."""
    cuts = sorted(rng.randint(0, total) for _ in range(parts - 1))
    return [b - a for a, b in zip([0] + cuts, cuts + [total])]


class Frame:
    """What all records of one file share."""

    def __init__(self, rng, messy=False):
        self.messy = messy
        self.year = rng.randint(2022, 2025)
        self.territory = invented.Territory(rng, old=messy and rng.random() < 0.2)
        self.by_name = rng.random() < 0.4  # quarters written by name, without any code
        self.bands = rng.choice(AGE_BANDS)
        self.levels = rng.choice(LEVELS)
        self.titles = rng.sample(invented.TITLES, len(invented.TITLES))
        self.organisations = rng.sample(invented.ORGANISATIONS, 9)
        self.sirets = {name: invented.siret(rng, rng.random() < 0.15) for name, _ in self.organisations}
        self.numbers = set()

    def number(self, rng):
        while True:
            found = invented.dossier_number(rng)
            if found not in self.numbers:
                self.numbers.add(found)
                return found


def pick(rng, vocabulary):
    return rng.choice(sorted(VOCABULARIES[vocabulary]))


def places(rng, frame):
    codes = rng.sample(frame.territory.codes, 1 if rng.random() < 0.7 else rng.randint(2, 3))
    return [frame.territory.names[code] if frame.by_name else code for code in codes]


def people(rng, record):
    women, men = rng.randint(2, 130), rng.randint(2, 130)
    total = women + men
    record.update(benef_prevu_f=women + rng.randint(0, 5), benef_prevu_h=men + rng.randint(0, 5))
    record.update(benef_f=women, benef_h=men, benef_total=total, benef_sexe_nc=0,
                  benef_qpv=rng.randint(total // 3, total), benef_poche=0,
                  benef_prevu=record["benef_prevu_f"] + record["benef_prevu_h"])


def money(rng, record):
    cost = rng.choice([1, 0.5]) * rng.randint(40, 1600) * 50 + rng.choice([0, 0, 0, 0.5, 12.35])
    asked = rng.randint(10, max(11, int(cost * 0.6) // 50)) * 50.0
    asked = min(asked, cost)
    granted = round(asked * rng.choice([0.4, 0.5, 0.75, 1, 1]) / 10) * 10.0
    if record["statut"] in ("refusee", "ajournee"):
        granted = 0.0
    record.update(cout_total=cost, demande_p147=asked, propose_p147=granted, accorde_p147=min(granted, asked),
                  paye_p147=min(granted, asked), realise=round(cost * rng.choice([0.9, 1, 0.97]), 2))
    for funder in FUNDERS:
        amount = rng.choice([0, 0, 500, 800, 1200, 1500, 2300, 4000])
        record[funder + "_demande"] = float(amount + rng.choice([0, 0, 200]))
        record[funder] = float(amount)


def dates(rng, record, frame):
    start = datetime.date(frame.year, rng.randint(1, 8), rng.randint(13, 28))
    end = datetime.date(frame.year, rng.randint(9, 12), rng.randint(13, 28))
    record.update(date_debut=start.isoformat(), date_fin=end.isoformat())


def bands(rng, record, frame):
    for group in (frame.bands, frame.levels):
        for (field, _), count in zip(group, split(rng, record["benef_total"], len(group))):
            record[field] = count


def action(rng, frame, index):
    name, kind = rng.choice(frame.organisations)
    record = {
        "exercice": frame.year, "num_dossier": frame.number(rng), "num_action": frame.number(rng),
        "intitule": frame.titles[index % len(frame.titles)] + ("" if index < len(frame.titles) else " %d" % index),
        "porteur": name, "siret": frame.sirets[name], "rna": invented.rna(rng), "type_porteur": kind,
        "pilier": rng.choice(["cohesion_sociale", "cadre_de_vie", "emploi", "valeurs"]),
        "dispositif": pick(rng, "dispositif"), "territoire": places(rng, frame),
        "commune": rng.choice(frame.territory.towns),
        "statut": rng.choice(["retenue"] * 6 + ["realisee", "refusee", "ajournee"]),
        "recurrence": pick(rng, "recurrence"), "mode_comptage": pick(rng, "mode_comptage"),
        "cotation_instructeur": rng.choice(["G0", "G1", "G2", "G1", "non_cote"]),
        "cotation_porteur": rng.choice(["G0", "G1", "G2"]), "cotation_finale": rng.choice(["G0", "G1", "G2"]),
        "justification": rng.choice(["Objectif d'égalité écrit au projet", "Horaires adaptés aux mères isolées",
                                     "Communication sans stéréotypes, recrutement mixte de l'équipe"]),
        "condition_ega": pick(rng, "condition_ega"), "formation_porteur": rng.random() < 0.5,
        "critere": rng.sample(sorted(VOCABULARIES["critere"]), rng.randint(1, 2)),
        "specificite": pick(rng, "specificite"), "nb_formes": rng.randint(0, 40), "duree_h": rng.choice([3, 6, 7.5, 14]),
        "nb_situations": rng.randint(5, 60), "suite": pick(rng, "suite"),
    }
    people(rng, record)
    money(rng, record)
    dates(rng, record, frame)
    bands(rng, record, frame)
    return record


def emploi(rng, frame, index):
    record = action(rng, frame, index)
    running, left = rng.randint(0, 12), rng.randint(0, 9)
    out = max(0, record["benef_total"] - running - left)
    left = record["benef_total"] - running - out
    durable, transition, positive, other = split(rng, out, 4)
    record.update(
        axe_strategique=rng.choice("123"), nb_entrees=record["benef_total"], nb_en_cours=running, nb_sorties=out,
        nb_abandons=left, nb_emploi_durable=durable, nb_emploi_transition=transition, nb_sortie_positive=positive,
        nb_autres_sorties=other, nb_creation=min(durable, rng.randint(0, 3)), nb_formation=positive,
        nb_orientation=rng.randint(0, out), structure_orientation=rng.sample(
            sorted(VOCABULARIES["structure_orientation"]), rng.randint(1, 2)),
        brsa=rng.randint(0, record["benef_total"]), deld=rng.randint(0, record["benef_total"]),
        th=rng.randint(0, record["benef_total"] // 3), duree_moy=rng.choice([2, 3.5, 4, 6, 7.5, 9]),
        satisfaction=rng.choice([0.62, 0.75, 0.8, 0.86, 0.91, 0.955]))
    return record


def financement(rng, frame, index):
    record = action(rng, frame, index // 3)
    if index % 3 and getattr(frame, "last", None):  # several lines of one action: one per funder
        record = {**record, **frame.last}
    else:
        frame.last = {key: record[key] for key in ("num_dossier", "intitule", "porteur", "siret", "territoire", "pilier")}
    planned = rng.randint(4, 600) * 50.0
    total = rng.randint(20, 400)
    record.update(
        financeur=pick(rng, "financeur"), nature_credit=pick(rng, "nature_credit"), montant_prevu=planned,
        montant_realise=round(planned * rng.choice([0.8, 0.95, 1]), 2), champ=pick(rng, "champ"),
        dispositif_dc=rng.choice(["PLIE", "CEJ", "CLAS", "REAAP", "Garantie jeunes"]),
        moyens_humains=rng.choice([0.2, 0.5, 1, 1.5, 2]), benef_total=total, benef_qpv=rng.randint(0, total),
        type_engagement=pick(rng, "type_engagement"), perimetre=pick(rng, "perimetre"), statut_dc=pick(rng, "statut_dc"),
        fin_p147=record["accorde_p147"], montant_accorde=planned, part_beneficiaire=rng.choice([1, 1, 1, 0.5, 0.25]))
    return record


MAKERS = {"action": action, "emploi": emploi, "financement": financement,
          **{schema: maker for schema, (_, maker) in THEMES.items()}}
