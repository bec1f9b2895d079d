# SPDX-License-Identifier: MPL-2.0
"""The counts that the regional synthesis of 2023 published (domain dossier 10, lines 1 to 7), percentages included, in the
cells of two workbooks: the coding grid in one clean file, and the same lines as twelve departments send them."""
import sys
from pathlib import Path

from finished_workbook import Check, percent, run

THEMES = {"efh": "Égalité femmes-hommes", "lcd": "Lutte contre les discriminations", "cc": "Conseils citoyens",
          "dc": "Droit commun", "emploi": "Emploi"}
# Table, line, x, N, percentage where the documents give one.
COUNTED = [
    ("efh", "évoqué ou plus", 30, 44, 68.2), ("efh", "traité ou plus", 15, 44, None),
    ("efh", "analyse approfondie, parmi ceux qui le traitent", 5, 15, None), ("efh", "non évoqué", 14, 44, None),
    ("efh", "BIE : mentionné", 8, 44, 18.2), ("efh", "BIE : sensibilisation", 3, 44, None),
    ("efh", "BIE : mise en œuvre", 5, 44, None),
    ("efh", "BIE : conséquences sur la programmation, parmi ceux qui le mentionnent", 0, 8, 0.0),
    ("lcd", "évoqué ou plus", 16, 44, 36.4), ("lcd", "analyse approfondie", 2, 44, None),
    ("lcd", "non évoqué", 28, 44, None),
    ("cc", "évoqué ou plus", 43, 44, 97.7), ("cc", "analyse approfondie", 32, 44, 72.7), ("cc", "non évoqué", 1, 44, None),
    ("cc", "Conseils citoyens : accompagnés ou l'ayant été", 23, 44, 52.3),
    ("dc", "évoqué ou plus", 43, 44, 97.7), ("dc", "analyse approfondie, parmi ceux qui l'évoquent", 26, 43, 60.5),
    ("dc", "non évoqué", 1, 44, None), ("dc", "part chiffrée", 10, 44, 22.7), ("dc", "conclusion donnée", 21, 44, 47.7),
    ("dc", "conclusion « positif », parmi ceux qui concluent", 9, 21, 42.9),
    ("dc", "conclusion « mitigé », parmi ceux qui concluent", 9, 21, 42.9),
    ("dc", "conclusion « non atteint », parmi ceux qui concluent", 3, 21, 14.3),
    ("emploi", "évoqué ou plus", 41, 44, 93.2),
    ("emploi", "analyse approfondie, parmi ceux qui l'évoquent", 26, 41, 63.4), ("emploi", "non évoqué", 3, 44, None),
    ("emploi", "conclusion donnée, parmi les analyses approfondies", 10, 26, 38.5),
]
RANKED = {
    "cc_reussites": {"implication dans les instances et avec les partenaires": 16, "animation du quartier": 12,
                     "relais de la parole des habitants": 11, "lien habitants-institutions": 6},
    "cc_difficultes": {"mobilisation des membres dans la durée": 24, "Covid": 14, "définition initiale peu claire": 19,
                       "déception, absence d'effets": 11, "illégitimité": 11, "manque de visibilité": 11, "conflits": 7},
    "emp_reussites": {"coordination": 14, "mobilisation d'acteurs de droit commun": 8, "aller-vers": 8},
    "emp_difficultes": {"coordination": 12, "mobilisation des habitants": 11, "moyens": 5, "inadéquation": 4,
                        "acteurs économiques": 3},
}
BASES = {"cc_reussites": 43, "cc_difficultes": 43, "emp_reussites": 41, "emp_difficultes": 41}


def plain(text):
    """Without the no-break spaces of French typography."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def check(bilan, folder):
    check = Check(folder.parent.name)
    book = run(bilan, "synthese", folder)
    check.equal("reports", book.named("ind_SYN00"), 44)
    sources = {plain(row[0]): row[1] for row in book.rows("syn_sources")}
    for label, number in {"Rapports d'évaluation codés": 44, "Chef·fe de projet politique de la ville": 37, "DDETS": 12,
                          "Thèmes codés": 5}.items():
        check.equal(label, sources.get(label), number)
    for theme, words, count, base, rate in COUNTED:
        label = words if ":" in words else f"{THEMES[theme]} : {words}"
        found = [row for row in book.rows("syn_" + theme) if plain(row[0]) == label]
        check.equal(f"lines « {label} »", len(found), 1)
        for row in found:
            check.equal(label, row[1:3], [count, base])
            check.equal(f"{label}: share", abs(row[3] - count / base) < 1e-12, True)
            if rate is not None:
                check.equal(f"{label}: percentage", percent(row[3]), rate)
    for field, answers in RANKED.items():
        rows = book.rows("syn_" + field)
        check.equal(f"{field}: answers", {plain(row[0]): row[1] for row in rows}, answers)
        check.equal(f"{field}: ranks", [row[1] for row in rows], sorted(answers.values(), reverse=True))
        check.equal(f"{field}: base", {row[2] for row in rows}, {BASES[field]})
    parts = {plain(row[0]): row[1:] for row in book.rows("syn_dc_parts_etendue")}
    check.equal("smallest share", parts["Minimum"], [0.12, 10])
    check.equal("largest share", parts["Maximum"], [0.68, 10])
    check.equal("objective", book.rows("syn_emploi_part")[0][1], 0.2)
    return check.end()


def main(bilan, source):
    examples = Path(source) / "examples"
    results = [check(bilan, examples / name / "entrees") for name in ("synthese", "synthese_dirty")]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
