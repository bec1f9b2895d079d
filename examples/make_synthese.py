#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Makes the coding grids of the regional synthesis: `make_synthese.py FOLDER` writes FOLDER/synthese and
FOLDER/synthese_dirty. The committed files are its output.

Forty-four invented contracts, coded so that the counts published by the regional synthesis of 2023 come out at once
(domain dossier, 3.9.3 and 10): only counts that were published are aimed at, everything else is drawn. The second
folder holds the same lines as twelve departments would send them.
"""
import random
import sys
from pathlib import Path

from messy_files import CsvFile, Sheet, Workbook

DEPARTMENTS = {"01": 4, "03": 3, "07": 4, "15": 2, "26": 5, "38": 6, "42": 4, "43": 2, "63": 3, "69": 6, "73": 2, "74": 3}
PLACES = """Fontclaire Valserre Montbrun Rochebelle Saint-Aubray Villeneuve-le-Gué Champfleuri Belcourt Pierrefeu
Grandval Aigremont Beaulac Clairmarais Combefroide Courbeval Doncière Entreponts Fayette-les-Bois Gerbeval Hautefaye
Issanges Joncherolles Lanterne-sur-Isle Marsolan Nivollière Orgerolles Pontaubert Quincerolles Ravinel Sablonnet
Taravelle Urbanges Vauclaire Ysserand Boisgency Chantemerle-Ville Dampvigny Escourtal Ferrolles Garancière Hérimont
Jussanges Lorangeon Mirebelle""".split()

CC_SUCCESSES = {"implication dans les instances et avec les partenaires": 16, "animation du quartier": 12,
                "relais de la parole des habitants": 11, "lien habitants-institutions": 6}
CC_DIFFICULTIES = {"mobilisation des membres dans la durée": 24, "Covid": 14, "définition initiale peu claire": 19,
                   "déception, absence d'effets": 11, "illégitimité": 11, "manque de visibilité": 11, "conflits": 7}
JOB_SUCCESSES = {"coordination": 14, "mobilisation d'acteurs de droit commun": 8, "aller-vers": 8}
JOB_DIFFICULTIES = {"coordination": 12, "mobilisation des habitants": 11, "moyens": 5, "inadéquation": 4,
                    "acteurs économiques": 3}
SHARES = [12, 18, 25, 30, 34, 41, 47, 52, 60, 68]
LEVELS = ["non évoqué", "seulement évoqué", "traité", "analyse approfondie"]

FIELDS = [("contrat", "Contrat de ville"), ("departement", "Département"), ("modalite", "Modalité de réalisation"),
          ("periode", "Période évaluée"), ("place_efh", "Place de l'égalité femmes-hommes"), ("bie", "BIE"),
          ("bie_consequence", "BIE : conséquences sur la programmation"),
          ("place_lcd", "Place de la lutte contre les discriminations"),
          ("place_cc", "Place des conseils citoyens"), ("cc_accompagnement", "Conseils citoyens : accompagnement"),
          ("cc_reussites", "Conseils citoyens : réussites"), ("cc_difficultes", "Conseils citoyens : difficultés"),
          ("place_dc", "Place du droit commun"), ("dc_part", "Part du droit commun (%)"),
          ("dc_perimetre", "Périmètre du calcul du droit commun"), ("dc_conclusion", "Droit commun : conclusion"),
          ("place_emploi", "Place de l'emploi"), ("emp_conclusion", "Emploi : conclusion"),
          ("emp_reussites", "Emploi : réussites"), ("emp_difficultes", "Emploi : difficultés"),
          ("codeur", "Codeur"), ("page", "Page")]


def records():
    """The coded reports. `draw` only says which reports, never how many."""
    draw = random.Random(2023)

    def ticked(counts, eligible):
        lists = {report: [] for report in range(1, 45)}
        for item, count in counts.items():
            for report in draw.sample(eligible, count):
                lists[report].append(item)
        return lists

    evoke_councils, evoke_jobs = list(range(1, 44)), list(range(1, 42))
    successes, difficulties = ticked(CC_SUCCESSES, evoke_councils), ticked(CC_DIFFICULTIES, evoke_councils)
    job_successes, job_difficulties = ticked(JOB_SUCCESSES, evoke_jobs), ticked(JOB_DIFFICULTIES, evoke_jobs)
    shares = draw.sample(SHARES, len(SHARES))
    lines = []
    for r in range(1, 45):
        lines.append({
            "contrat": "Contrat de ville de " + PLACES[r - 1],
            "modalite": draw.choice(["interne", "externe", "externe", "mixte"]),
            "periode": draw.choice(["2015-2022", "2015-2022", "2016-2022"]),
            "place_efh": 3 if r <= 5 else 2 if r <= 15 else 1 if r <= 30 else 0,
            "bie": "mise en œuvre" if r <= 5 else "sensibilisation" if r <= 8 else "non évoqué",
            "bie_consequence": "non" if r <= 8 else None,
            "place_lcd": 3 if r <= 2 else draw.choice([1, 1, 2]) if r <= 16 else 0,
            "place_cc": 3 if r <= 32 else draw.choice([1, 2]) if r <= 43 else 0,
            "cc_accompagnement": draw.choice(["oui en cours", "oui terminé"]) if r <= 23 else
                                 draw.choice(["non", None]) if r <= 43 else None,
            "cc_reussites": successes[r], "cc_difficultes": difficulties[r],
            "place_dc": 3 if r <= 26 else draw.choice([1, 2]) if r <= 43 else 0,
            "dc_part": shares[r - 1] if r <= 10 else None,
            "dc_perimetre": draw.choice(["P1", "P2", "P3", "P4"]) if r <= 8 else None,
            "dc_conclusion": "positif" if r <= 9 else "mitigé" if r <= 18 else "non atteint" if r <= 21 else
                             "sans conclusion" if r <= 43 else None,
            "place_emploi": 3 if r <= 26 else draw.choice([1, 2]) if r <= 41 else 0,
            "emp_conclusion": "positif" if r == 1 else draw.choice(["négatif", "négatif", "mitigé"]) if r <= 10 else
                              "sans conclusion" if r <= 26 else None,
            "emp_reussites": job_successes[r], "emp_difficultes": job_difficulties[r],
            "codeur": "AB" if r % 2 else "CD", "page": f"p. {draw.randint(4, 90)}",
        })
    draw.shuffle(lines)
    departments = [code for code, count in DEPARTMENTS.items() for _ in range(count)]
    draw.shuffle(departments)
    for line, code in zip(lines, departments):
        line["departement"] = code
    return lines


def clean_grid(lines):
    rows = [[header for _, header in FIELDS]]
    for line in lines:
        rows.append(["; ".join(value) if isinstance(value := line[field], list) else value for field, _ in FIELDS])
    return Workbook([Sheet("Grille", rows, header=0)])


def returns():
    """The two other populations: returns of project managers, and the survey of the departments of the State."""
    managers = [["Territoire", "Département", "Type de source", "Date de saisie", "Verbatim emploi", "Verbatim CC"]]
    said = {2: ("« Les partenaires se sont parlé, c'est déjà beaucoup. »", None), 7: (None, "« Il reste cinq personnes. »"),
            20: ("« Les entreprises ne viennent pas. »", "« On nous écoute enfin. »")}
    codes = [code for code, count in DEPARTMENTS.items() for _ in range(count)][:37]
    for index, (name, code) in enumerate(zip(PLACES, codes)):
        managers.append([f"Contrat de ville de {name}", code, "Chef·fe de projet PV", "2023-03-15",
                         *said.get(index, (None, None))])
    survey = [["Enquête auprès des DDETS (données fictives)"], [],
              ["Territoire", "Département", "Type de source", "Commentaire"]]
    for code in DEPARTMENTS:
        survey.append([f"DDETS du département {code}", code, "DDETS", None])
    return {"retours_chefs_de_projet.csv": CsvFile(managers),
            "enquete_ddets.xlsx": Workbook([Sheet("Enquête", survey, header=2)])}


# The same lines as twelve departments send them. A style changes how a line is written, never what it says.

def words(level):
    return LEVELS[level]


def numbered(level):
    return f"{level} - {LEVELS[level]}"


FEMININE = ["Non évoquée", "Seulement évoquée", "Traitée", "Analyse approfondie"]


def cells(line, headers, level=str, tick=None, joined="; ", share="{} %", unknown=None, department=str):
    """One line under `headers`: pairs of header and field, or (header, field, item) for a column with a tick."""
    row = []
    for _, field, *item in headers:
        value = line[field]
        if item:
            row.append(tick if item[0] in value else None)
        elif isinstance(value, list):
            row.append(joined.join(value) or None)
        elif field.startswith("place_"):
            row.append(level(value))
        elif field == "dc_part":
            row.append(share.format(value) if value is not None else unknown)
        elif field == "departement":
            row.append(department(value))
        else:
            row.append(value if value is not None else unknown if field == "dc_perimetre" else None)
    return row


def short(*names):
    """Columns with short headers, in the usual order; `names` replaces some of them."""
    usual = {"contrat": "Contrat", "departement": "Dépt", "modalite": "Interne / externe", "periode": "Période",
             "place_efh": "Place EFH", "bie": "BIE mentionné", "bie_consequence": "Conséquences BIE",
             "place_lcd": "Place LCD", "place_cc": "Place CC", "cc_accompagnement": "CC accompagné",
             "cc_reussites": "Réussites CC", "cc_difficultes": "Difficultés CC", "place_dc": "Place DC",
             "dc_part": "Part DC", "dc_perimetre": "Périmètre DC", "dc_conclusion": "Conclusion DC",
             "place_emploi": "Place emploi", "emp_conclusion": "Conclusion emploi", "emp_reussites": "Réussites emploi",
             "emp_difficultes": "Difficultés emploi"}
    usual.update(names[0] if names else {})
    return [(header, field) for field, header in usual.items()]


def ticked_columns(headers, group, separator):
    """The multiple answers as one column an item, under the name of their question."""
    questions = {"cc_reussites": CC_SUCCESSES, "cc_difficultes": CC_DIFFICULTIES, "emp_reussites": JOB_SUCCESSES,
                 "emp_difficultes": JOB_DIFFICULTIES}
    columns = []
    for header, field in headers:
        if field not in questions:
            columns.append((header, field))
            continue
        for item in questions[field]:
            columns.append((f"{group[field]}{separator}{item}", field, item))
    return columns


QUESTIONS = {"cc_reussites": "Réussites CC", "cc_difficultes": "Difficultés CC", "emp_reussites": "Réussites emploi",
             "emp_difficultes": "Difficultés emploi"}


def header_row(columns):
    return [column[0] for column in columns]


def dirty_files(lines):
    by_department = {code: [line for line in lines if line["departement"] == code] for code in DEPARTMENTS}

    def rows(code, columns, **style):
        return [cells(line, columns, **style) for line in by_department[code]]

    files = {}
    # 01: titles above, words for levels, a footer.
    columns = short()
    files["01_grille_codage.xlsx"] = Workbook([Sheet("Codage", [
        ["Grille de codage des évaluations locales"], ["DDETS 01 - document de travail, données fictives"], [],
        header_row(columns), *rows("01", columns, level=words, joined=" ; "), [],
        ["Source : rapports remis par les collectivités"]], header=3)])
    # 03: Windows-1252, capitals, no accents in headers.
    columns = [(header.upper().replace("É", "E").replace("È", "E"), field) for header, field in short()]
    files["03 - grille évaluations.csv"] = CsvFile([header_row(columns), *rows("03", columns, level=numbered)],
                                                   encoding="cp1252")
    # 07: one column an item with a cross, header in two rows.
    columns = ticked_columns(short(), QUESTIONS, " / ")
    groups = [header.split(" / ")[0] if item else None for header, _, *item in columns]
    top = [group if group not in groups[:at] else None for at, group in enumerate(groups)]
    low = [item[0] if item else header for header, _, *item in columns]
    merges = [(0, groups.index(group), len(groups) - 1 - groups[::-1].index(group)) for group in QUESTIONS.values()]
    files["07_codage_rapports.xlsx"] = Workbook([Sheet("Grille 07", [
        top, low, *rows("07", columns, level=lambda level: FEMININE[level], tick="X", unknown="NC")],
        header=1, merges=merges)])
    # 15: text of Excel, tabulations.
    columns = short()
    files["15_grille.txt"] = CsvFile([header_row(columns), *rows("15", columns, department=str)], encoding="utf-16",
                                     separator="\t")
    # 26: a page of explanations first, hidden lists, lost zeros do not matter here.
    columns = short({"contrat": "Collectivité", "modalite": "Éval. interne/externe"})
    files["26_grille_VF2 (def).xlsx"] = Workbook([
        Sheet("LISEZ-MOI", [["Comment remplir la grille"], ["Une ligne par rapport ; 0 à 3 pour la place du thème."]]),
        Sheet("Listes", [["Place"], *[[level] for level in LEVELS]], hidden=True),
        Sheet("Grille", [header_row(columns), *rows("26", columns, level=int, share="{},0%", unknown="n.d.")],
              header=0)])
    # 38: the header again in the middle, filler rows, an example line.
    columns = short()
    body = rows("38", columns, level=words, unknown="-")
    example = ["ex : Contrat de ville de X", "38", "interne", "2015-2022", "traité"] + [None] * (len(columns) - 5)
    files["38_codage.xlsx"] = Workbook([Sheet("Codage 38", [
        ["CODAGE DES RAPPORTS D'ÉVALUATION"], header_row(columns), example, *body[:3], ["--"] * len(columns),
        header_row(columns), *body[3:]], header=1)])
    # 42: one column an item with « oui », line breaks and stars in headers.
    columns = ticked_columns(short({"contrat": "Contrat de ville*", "place_efh": "Place\nEFH", "place_dc": "Place\nDC",
                                    "cc_accompagnement": "Accompagnement\ndu conseil citoyen"}), QUESTIONS, " : ")
    files["42_grille_codage.xlsx"] = Workbook([Sheet("42", [
        header_row(columns), *rows("42", columns, level=numbered, tick="oui", unknown="non communiqué")], header=0)])
    # 43: sep= line, everything quoted, blank columns at the end.
    columns = short()
    files["43_grille.csv"] = CsvFile([header_row(columns) + ["", ""],
                                      *[row + ["", ""] for row in rows("43", columns, level=words)]],
                                     encoding="utf-8-sig", first_line="sep=;", quoted=True)
    # 63: no-break spaces, a line of totals below.
    columns = short({"contrat": "Territoire"})
    files["63_grille_evaluation.xlsx"] = Workbook([Sheet("Feuil1", [
        header_row(columns), *rows("63", columns, level=lambda level: "\u00a0" + LEVELS[level] + " ",
                                   share="{}\u00a0%", unknown="…"),
        ["Total", len(by_department["63"])] + [None] * (len(columns) - 2)], header=0)])
    # 69: numbers as text, decomposed accents, rates as numbers.
    columns = short({"place_efh": "Niveau EFH", "place_lcd": "Niveau LCD", "place_cc": "Niveau CC",
                     "place_dc": "Niveau DC", "place_emploi": "Niveau emploi"})
    files["69_codage.xlsx"] = Workbook([Sheet("Métropole", [
        ["Grille de codage - 69"], [], header_row(columns),
        *[[decomposed(value) for value in row] for row in rows("69", columns, level=str, joined=";")]], header=2)])
    # 73: one sheet a year of the coding, none of them a surprise.
    columns = short({"emp_conclusion": "Jugement emploi", "dc_conclusion": "Jugement droit commun"})
    files["73_rapports.xlsx"] = Workbook([Sheet("Rapports codés", [
        [None] * 2, [None, *header_row(columns)],
        *[[None, *row] for row in rows("73", columns, level=words, joined="\n", unknown="///")]], header=1)])
    # 74: items with bullets in a cell, the department without words.
    columns = short()
    files["74_grille_codage.xlsx"] = Workbook([Sheet("Grille", [
        header_row(columns), *rows("74", columns, level=lambda level: LEVELS[level].upper(), joined=" ; ",
                                   unknown="NR", department=int)], header=0)])
    return files


def decomposed(value):
    import unicodedata
    return unicodedata.normalize("NFD", value) if isinstance(value, str) else value


def main(folder):
    lines = records()
    clean = {"grille_de_codage.xlsx": clean_grid(lines), **returns()}
    for name, files in {"synthese": clean, "synthese_dirty": {**dirty_files(lines), **returns()}}.items():
        entries = folder / name / "entrees"
        entries.mkdir(parents=True, exist_ok=True)
        for file, content in files.items():
            content.write(entries / file)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "examples"))
