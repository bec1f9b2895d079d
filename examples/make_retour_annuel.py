#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""The fictitious partner files of the annual return: three contracts, their actions and their citizens' councils.

    make_retour_annuel.py FOLDER

Numbers come from a fixed arithmetic, so that the same program always makes the same bytes.
"""
import pathlib
import sys

HOLDERS = ["Association Tremplin fictive", "Régie de Bellefontaine", "CCAS de Valmont", "Maison des parents fictive",
           "Ligue sportive de l'Aubrac", "Atelier des possibles", "Mission locale du Valmontois"]
TOPICS = [("Développement économique et emploi", "Chantier d'insertion"), ("Cohésion sociale", "Aide aux devoirs"),
          ("Cadre de vie et renouvellement urbain", "Jardin partagé"), ("Cohésion sociale", "Ateliers parents"),
          ("Développement économique et emploi", "Permis pour l'emploi"), ("Cohésion sociale", "Sport pour toutes")]
SCHEMES = ["Contrat de ville (AAP)", "VVV", "Adultes-relais", "PRE", "FONJEP", "Contrat de ville (AAP)"]
SCORES = ["G0", "G1", "G2", "G1", ""]
KINDS = ["renouvellement", "CPO (pluriannuelle)", "première demande"]
CONTRACTS = {"Valmont": 17, "Rive-d'Aure": 11, "Pays de Brenne": 7}


def euros(amount):
    """`12 500,00 €` as partners type it."""
    return "{:,.2f} €".format(amount).replace(",", " ").replace(".", ",")


def actions(contract, count):
    yield "Programmation %s 2025;;;;;;;;;;;;;;" % contract
    yield ("Exercice;Contrat de ville;Porteur;Intitulé de l'action;Pilier;Dispositif;Nature de la demande;"
           "Cotation instructeur;Montant proposé;P147 accordé;Payé;Bénéficiaires;Femmes;Hommes;dont QPV")
    granted = paid = reached = 0
    for at in range(count):
        pillar, topic = TOPICS[(at * 5 + count) % len(TOPICS)]
        proposed = 3000 + 750 * ((at * 7 + count) % 13)
        awarded = proposed - 250 * (at % 3)
        settled = awarded if at % 4 else awarded // 2
        people = 18 + (at * 11) % 47
        women = people * (40 + at % 25) // 100
        inside = "NC" if at % 9 == 5 else people * (55 + at % 30) // 100
        granted, paid, reached = granted + awarded, paid + settled, reached + people
        yield ";".join(str(cell) for cell in (
            2025, contract, HOLDERS[(at + count) % len(HOLDERS)], "%s %s" % (topic, chr(65 + at)), pillar,
            SCHEMES[(at + 2 * count) % len(SCHEMES)], KINDS[at % 3], SCORES[at % 5], euros(proposed), euros(awarded),
            euros(settled), people, women, people - women, inside))
    yield "Total;;;;;;;;;%s;%s;%d;;;" % (euros(granted), euros(paid), reached)


def councils():
    yield "Exercice;Contrat de ville;Nom du conseil citoyen;Quartier;Nombre de membres;Femmes;Hommes;Nombre de réunions;État"
    yield "2025;Valmont;Conseil des Tilleuls;Les Tilleuls;18;10;8;6;actif"
    yield "2025;Valmont;Conseil du Moulin;Le Moulin;12;5;7;2;actif mais essoufflé"
    yield "2025;Rive-d'Aure;Conseil des Berges;Les Berges;15;9;6;5;actif"
    yield "2025;Pays de Brenne;Conseil de la Gare;La Gare;9;4;5;0;en sommeil"


def main():
    folder = pathlib.Path(sys.argv[1])
    for contract, count in CONTRACTS.items():
        name = contract.lower().replace("'", "_").replace("-", "_").replace(" ", "_")
        (folder / ("programmation_%s.csv" % name)).write_text("\n".join(actions(contract, count)) + "\n", encoding="utf-8")
    (folder / "conseils_citoyens.csv").write_text("\n".join(councils()) + "\n", encoding="utf-8")


main()
