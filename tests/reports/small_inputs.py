# SPDX-License-Identifier: MPL-2.0
"""Cells of standard reports over inputs of a few rows, where an unknown, an order of files or a spelling could make a figure
silently wrong. Each case: the report, its files (csv texts by name, in the order they are given), and cells by table and
label. A cell is a value, or a value and the mark it is printed with (« ≥ », « * », or none); in the place of a label, "says"
is followed by words that must stand on the sheet of the table, "headers" by the headers of the table."""
import subprocess
import sys
import tempfile
from pathlib import Path

from finished_workbook import Check, FinishedWorkbook

FOLLOW_UP = ("Exercice;Cité de l'emploi;Enveloppe;Dépenses coordination;Dépenses d'actions;Financement du P 147 / CV;"
             "Autre financement de l'État (hors BOP 147)\n2025;Nord;100000;40000;40000;10000;10000\n2025;Sud;100000;20000;NC;5000;NC\n")
AXES = "Exercice;Cité de l'emploi;Axe;Nombre d'actions\n2025;Nord;2;10\n2025;Sud;2;12\n"
SURVEY = "Exercice;Cité de l'emploi;Nombre de partenaires\n2025;Nord;12\n2025;Sud;\n"
LAST_YEAR = "Exercice;Entreprise;Type de signataire\n2024;Une;entreprise\n2024;Deux;entreprise\n"
THIS_YEAR = "Exercice;Entreprise;Type de signataire;Bilan reçu\n2025;Une;réseau;oui\n2025;Deux;NC;NC\n"
KINDS = [("paq_signataires", 2024, {"entreprise": 2, "réseau": 0, "type non dit": 0}),
         ("paq_signataires", 2025, {"entreprise": 0, "réseau": 1, "type non dit": 1})]
COUNCILS = ("Exercice;Conseil citoyen;QPV couverts;Nombre de membres;État / activité\n2025;Un;QN02301N;10;actif\n"
            "2025;Deux;QN02302N;30;NC\n2025;Trois;QN02302N;30;actif\n2025;Quatre;QN02303N;10;non précisé\n")
SPELLINGS = ("Exercice;Intitulé;Porteur;Contrat de ville;Montant accordé;Statut\n2025;Une;Asso A;Valmont;1000;retenue\n"
             "2025;Deux;ASSO A;VALMONT;2000;retenue\n")
HEARD = ("Exercice;Intitulé;Porteur;Caractère spécifique LCD;Critère;Situations recueillies;Suite donnée\n"
         "2025;Une;A;spécifique LCD;origine;10;médiation\n2025;Deux;B;spécifique LCD;origine;NC;médiation\n"
         "2025;Trois;C;spécifique LCD;origine;2;\n2025;Quatre;D;spécifique LCD;origine;3;NC\n"
         "2025;Cinq;E;spécifique LCD;origine;20;plainte\n")
QUARTERS = ("Niveau;Code QPV;Nom du QPV;SIREN EPCI;EPCI;Année;Taux de pauvreté;DEFM catégories A, B, C;Source\n"
            "QPV;QN02301I;Les Tilleuls;200999910;CA de Valmont;2024;50 %;400;Insee\n"
            "QPV;QN02302M;Le Fort;200999910;CA de Valmont;2024;50 %;sans objet;Insee\n"
            "QPV;QN02303M;La Gare;200999910;CA de Valmont;2024;30 %;NC;Insee\n"
            "EPCI;;;200999910;CA de Valmont;2024;16 %;5000;Insee\n")
LEVELS = ("Exercice;Offre de services;Axe stratégique;Public;Niveau infra 3;Niveau 3;Niveau 4\n2025;Une;1;habitants;3;;1\n"
          "2025;Deux;2;habitants;NC;4;1\n")
BIE_KNOWN = "Connus (actions\u00a0; BIE16\u00a0: porteurs)"
SCORES = ("Exercice;Intitulé;Porteur;Montant demandé;Montant accordé;Statut;Cotation BIE\n2025;Une;A;1000;1000;retenue;G0\n"
          "2025;Deux;B;3000;1000;retenue;G1\n2025;Trois;C;1000;NC;retenue;G0\n2025;Quatre;D;500;1000;retenue;non coté\n")
UNKNOWN_AMOUNT = ("Exercice;Intitulé;Porteur;Montant demandé;Montant accordé;Statut;Cotation BIE\n2025;Une;A;1000;1000;retenue;G0\n"
                  "2025;Deux;B;3000;NC;retenue;G2\n")
SHARES_OF_YEARS = ("Exercice;Intitulé;Porteur;Montant accordé;Statut;Cotation BIE\n2025;Une;A;1000;retenue;G0\n"
                   "2025;Deux;B;1000;retenue;G1\n2025;Trois;C;NC;retenue;G1\n2025;Quatre;D;NC;retenue;G0\n"
                   + "".join(f"2024;Ancienne {at};A;100;retenue;G0\n" for at in range(7)))
TWO_SOURCES = ("Niveau;Code QPV;Nom du QPV;SIREN EPCI;EPCI;Année;Population;Taux de pauvreté;DEFM catégories A, B, C;Source\n"
               "QPV;QN02301I;Les Tilleuls;200999910;CA de Valmont;2024;1000;50 %;;Insee\n"
               "QPV;QN02302M;Le Fort;200999910;CA de Valmont;2024;1500;40 %;;Insee\n"
               "EPCI;;;200999910;CA de Valmont;2024;;18 %;;Insee\n"
               "QPV;QN02301I;Les Tilleuls;200999910;CA de Valmont;2025;;;400;France Travail\n"
               "QPV;QN02302M;Le Fort;200999910;CA de Valmont;2025;;;200;France Travail\n")
GRID = ("Contrat de ville;Place du thème emploi;Place du thème LCD;Conclusion emploi\nUn;3;1;positif\nDeux;3;NC;NC\n"
        "Trois;3;sans objet;sans objet\nQuatre;3;2;mitigé\n")
REPORTS_ASKED = ("Exercice;Entreprise;Bilan reçu;Embauches\n2025;Une;oui;4\n2025;Deux;non;\n2025;Trois;sans objet;\n"
                 "2025;Quatre;sans objet;3\n")
SAME_OFFER = ("Exercice;Axe;Offre;Opérateur;Public;QPV concernés;Bénéficiaires\n2025;1;Forum;Ville A;habitants;QN02301I;100\n"
              "2025;1;FORUM;Ville A;habitants;QN02301I;100\n")
OWN_NEED = ("Participants;J'ai besoin de ressources sur...;Je peux être ressource sur ...\nCC des Monts;mobilité;mobilité, PLIE\n"
            "CC du Lac;PLIE, ESS;\nCC DU LAC;;ESS\n")
FUNDING = ("Exercice;Intitulé;Contrat de ville;Financeur;Nature du crédit;Montant réalisé\n2025;Une;Valmont;CAF;droit commun;2000\n"
           "2025;Une;Valmont;P147;;5000\n2025;Une;Valmont;Département;droit commun;NC\n")
BARE = ("Exercice;Action;Porteur;Entrées;Sorties;Nombre de bénéficiaires;Quartier\n2025;Une;A;10;10;10;QN02301N\n"
        "2025;Deux;B;10;10;20;QN02302N\n")
BARE_SCHEME = "Exercice;Action;Porteur;Entrées;Sorties;Nombre de bénéficiaires;Dispositif de droit commun\n2025;Une;A;10;10;10;CEJ\n"
RESIDENCE = ("Exercice;Action;Porteur;Entrées dans l'action;Sorties;Bénéficiaires (total);Dont habitants QPV;Hors QPV;"
             "Moins de 26 ans;26 ans et plus\n2025;Une;A;20;10;40;10;30;10;30\n2025;Deux;B;20;10;NC;10;30;NC;30\n")
QUARTERS_KNOWN = ("Niveau;Code QPV;Nom du QPV;EPCI;Année;Population;Source\nQPV;QN02301N;Les Tilleuls;CA de Valmont;2024;100;Insee\n"
                  "QPV;QN02309M;Le Fort;CA de Valmont;2024;200;Insee\n")
SOURCES_SPELLED = ("Niveau;Code QPV;Nom du QPV;EPCI;Année;Population;Source\nQPV;QN02301I;Les Tilleuls;CA de Valmont;2024;100;Insee\n"
                   "QPV;QN02302M;Le Fort;CA DE VALMONT;2024;200;INSEE\n")
PLACES_SPELLED = ("Exercice;Conseil citoyen;QPV couverts;EPCI;Nombre de membres;État / activité\n"
                  "2025;Un;QN02301N;CA de Valmont;10;actif\n2025;Deux;QN02302N;CA DE VALMONT;30;actif\n")
OFFERS_SPELLED = ("Exercice;Offre de services;Opérateur;Axe stratégique;Public;QPV concernés;Bénéficiaires (total)\n"
                  "2025;Garantie jeunes;ML;1;habitants;QN02301N;3\n2025;GARANTIE JEUNES;ML;2;habitants;QN02301N;3\n")
HOLDERS = ("Exercice;Action;Porteur;Nombre de bénéficiaires;Entrées;Abandons;Sorties;Emploi durable\n"
           "2025;Une;Mission locale;10;10;1;5;2\n2025;Deux;MISSION LOCALE;20;20;2;9;5\n2025;Trois;Autre;4;4;0;2;1\n")

CASES = [
    ("offre_services", {"offres.csv": SAME_OFFER}, [
        ("controles", "says", "Une offre d'un opérateur n'est reçue qu'une fois par quartier"),
        ("off_axes", "says", "Offres différentes"),
    ]),
    ("bie", {"actions.csv": SCORES}, [
        ("bie_indicateurs", "BIE09_G1", {BIE_KNOWN: 2, "Inconnus": 1, "Solidité": "fragile"}),
        ("bie_indicateurs", "BIE10_G2", {"Valeur": "so"}),
    ]),
    ("bie", {"actions.csv": UNKNOWN_AMOUNT}, [("bie_indicateurs", "BIE10_G2", {"Valeur": "nc", "Inconnus": 1})]),
    ("bie", {"actions.csv": SHARES_OF_YEARS}, [
        ("bie_indicateurs", "BIE18", {BIE_KNOWN: 2, "Inconnus": 2, "Solidité": "fragile"})]),
    ("territoires", {"quartiers.csv": TWO_SOURCES}, [
        ("ter_taux_pauvrete_2024", "Les Tilleuls", {"Rang": 1, "QPV 2024": 0.5}),
        ("ter_ensemble", "Population municipale", {"Année": 2024, "Source": "Insee", "Valeur": 2500}),
    ]),
    ("retour_annuel", {"conseils.csv": COUNCILS}, [("ret_conseils", "Conseils décrits", {"Valeur": 4})]),
    ("paqte", {"p2025.csv": REPORTS_ASKED}, [("paq_indicateurs", "PAQ09", {"Numérateur": 2, "Dénominateur": 3})]),
    ("demarches", {"matrice.csv": OWN_NEED}, [
        ("mat_appariement", "mobilité", {"Constat": "besoin sans ressource (offert par le seul demandeur)"}),
        ("mat_appariement", "PLIE", {"Constat": "à mettre en relation"}),
        ("mat_appariement", "ESS", {"Constat": "besoin sans ressource (offert par le seul demandeur)"}),
    ]),
    ("droit_commun", {"plans.csv": FUNDING}, [
        ("dc_perimetres", "P1", {"Droit commun (€)": (2000, "≥"), "Droit commun + spécifique (€)": (7000, "≥")}),
        ("dc_contrats", "Valmont", {"Droit commun P1 (€)": (2000, "≥")}),
        ("dc_financeurs", "Département", {"Total (€)": "nc"}),
    ]),
    ("emploi", {"actions.csv": HOLDERS}, [("emp_porteur_sexe", "Mission locale", {"Bénéficiaires": 30})]),
    ("territoires", {"quartiers.csv": SOURCES_SPELLED}, [
        ("ter_ensemble", "Population municipale", {"Valeur": 300, "Quartiers connus": 2, "Source": "Insee"})]),
    ("conseils_citoyens", {"conseils.csv": PLACES_SPELLED}, [
        ("cc_par_epci", "CA de Valmont", {"Conseils en place": 2, "Membres (conseils en place)": 40})]),
    ("offre_services", {"offres.csv": OFFERS_SPELLED}, [
        ("off_manques", "QN02301N", {"Offres": 1, "Axe 1": 1, "Axe 2": 1}),
        ("off_matrice", "Garantie jeunes", {"QN02301N": 1}),
    ]),
    ("campagne", {"conseils.csv": COUNCILS, "quartiers.csv": QUARTERS_KNOWN, "offres.csv": OFFERS_SPELLED, "emploi.csv": HOLDERS}, [
        ("camp_quartiers", "QN02302N", {"Conseils en place": (1, "≥"), "Offres de services": 0}),
        ("camp_quartiers", "QN02301N", {"Conseils en place": 1, "Offres de services": 1}),
        ("camp_quartiers", "QN02309M", {"Conseils en place": 0, "Offres de services": 0}),
        ("camp_quartiers", "says", "Quartiers connus des seules données de contexte, qu'aucun thème ne cite : 1."),
        ("camp_quartiers", "says", "dont aucune ligne ne dit de quartier, donc absents de ce tableau : Actions emploi."),
    ]),
    ("synthese", {"grille.csv": GRID}, [
        ("syn_places", "Lutte contre les discriminations", {"Non codés": 1}),
        ("syn_emploi", "Emploi : conclusion donnée, parmi les analyses approfondies",
         {"Rapports": 2, "Sur (base N)": 3, "Sans réponse": 1}),
    ]),
    ("cites_emploi", {"suivi.csv": FOLLOW_UP, "axes.csv": AXES, "enquete.csv": SURVEY}, [
        ("cit_cites", "Nord", {"Enveloppe (€)": (100000, ""), "Cofinancements (€)": (20000, "")}),
        ("cit_cites", "Sud", {"Enveloppe (€)": (100000, ""), "Cofinancements (€)": (5000, "≥"),
                                "Partenaires": "vide"}),
        ("cit_depenses", 2025, {"Actions (€)": (40000, "≥"), "Dépenses (€)": 80000, "Enveloppe (€)": 100000, "Cités inconnues": 1}),
        ("cit_depenses", "says", "même sans total ni enveloppe ; il peut donc être partiel, ou dépasser les dépenses"),
        ("cit_indicateurs", "CIT09s", {"Valeur": (25000, "≥"), "Cités connues": 1, "Cités inconnues": 1}),
        ("cit_cofinancements", "Financement du P 147 / CV", {"Montant (€)": 15000, "Part": (0.5, "*")}),
        ("cit_cofinancements", "Autres financements", {"Montant (€)": "abs", "Part": "abs"}),
        ("cit_cofinancements", "Total", {"Montant (€)": (25000, "≥")}),
    ]),
    ("paqte", {"p2024.csv": LAST_YEAR, "p2025.csv": THIS_YEAR}, KINDS),
    ("paqte", {"p2025.csv": THIS_YEAR, "p2024.csv": LAST_YEAR}, KINDS),
    ("conseils_citoyens", {"conseils.csv": COUNCILS}, [
        ("cc_quartiers", "QN02301N", {"Conseils en place": (1, ""), "dont actifs ou essoufflés": (1, "")}),
        ("cc_quartiers", "QN02302N", {"Conseils en place": (1, "≥"), "dont actifs ou essoufflés": (1, "≥")}),
        ("cc_quartiers", "QN02303N", {"Conseils en place": "nc", "Remarque": None}),
    ]),
    ("retour_annuel", {"programme.csv": SPELLINGS}, [
        ("ret_contrats", "Valmont", {"Actions": 2, "Porteurs": 1, "Accordé P147 (€)": 3000}),
        ("ret_contrats", "Total", {"Porteurs": 1}),
    ]),
    ("lcd", {"actions.csv": HEARD}, [
        ("lcd_situations", ("suite donnée", "médiation"), {"Situations": (10, "≥")}),
        ("lcd_situations", ("suite donnée", "non renseigné ou sans objet"), {"Situations": (5, "")}),
    ]),
    ("territoires", {"quartiers.csv": QUARTERS}, [
        ("ter_ensemble", "Demandeurs d'emploi, catégories A, B, C", {"Quartiers connus": 1, "Quartiers inconnus": 1}),
    ]),
    ("offre_services", {"offres.csv": LEVELS}, [
        ("off_completude", "Niveau", {"Cellules connues": 1, "Cellules attendues": 2}),
        ("off_completude", "Total", {"Cellules connues": 0, "Cellules attendues": 2}),
        ("off_completude", "Tous les indicateurs", {"Cellules connues": 1, "Cellules attendues": 20}),
    ]),
    ("emploi", {"actions.csv": BARE_SCHEME}, [("emp_dispositifs", "CEJ", {"Actions": 1, "Habitants des QPV": "abs"})]),
    ("cites_emploi", {"cites.csv": "Exercice;Cité de l'emploi;ETP de coordination;Région\n2025;Nord;1;Auvergne\n2025;Sud;NC;AUVERGNE\n"}, [
        ("cit_cites", "headers", ["Cité de l'emploi", "Région", "ETP de coordination"]),
        ("cit_cites", "Sud", {"ETP de coordination": "nc"}),
        ("cit_regions", "Auvergne", {"Cités": 2}),
    ]),
    ("emploi", {"actions.csv": BARE}, [
        ("emp_porteur_sexe", "headers", ["Porteur", "Bénéficiaires"]),
        ("emp_quartiers", "headers", ["Quartier", "Actions", "Bénéficiaires des actions rattachées"]),
    ]),
    ("emploi", {"actions.csv": RESIDENCE}, [
        ("emp_indicateurs", "EMP01", {"Valeur": (40, "≥")}),
        ("emp_indicateurs", "EMP12", {"Valeur": "abs"}),
        ("emp_residence", "Total", {"Bénéficiaires": 80}),
        ("emp_residence", "says", "Le total du tableau n'est pas celui des bénéficiaires (EMP01)"),
        ("emp_age", "Total", {"Bénéficiaires": (70, "≥")}),
        ("emp_age", "says", "Le total du tableau n'est pas celui des bénéficiaires (EMP01)"),
    ]),
]


def mark_of(cell):
    return next((mark for mark in ("≥", "*") if mark in cell.number_format), "")


def plain(value):
    """A text with plain spaces; anything else as it is."""
    return value.replace("\u00a0", " ").replace("\u202f", " ") if isinstance(value, str) else value


def cells_of(book, table, label):
    sheet, reference = book.tables["T_" + table]
    header, *rows = [list(row) for row in sheet[reference]]
    labels = label if isinstance(label, tuple) else (label,)
    found = [row for row in rows if tuple(plain(cell.value) for cell in row[:len(labels)]) == labels]
    assert len(found) == 1, f"{table}: {len(found)} rows « {label} », {[row[0].value for row in rows]}"
    return {title.value: cell for title, cell in zip(header, found[0])}


def headers(book, table):
    sheet, reference = book.tables["T_" + table]
    return [plain(cell.value) for cell in sheet[reference][0]]


def says(book, table, words):
    """True when a cell of the table's sheet, its base and notes included, holds these words."""
    sheet, _ = book.tables["T_" + table]
    return any(words in str(plain(cell.value)) for row in sheet.iter_rows() for cell in row)


def write(bilan, report, files, output, *options, year="2025"):
    for name, text in files.items():
        (output.parent / name).write_text(text, encoding="utf-8")
    ended = subprocess.run([str(Path(bilan).resolve()), "run", report, *files, "-o", str(output), "--year", year, *options],
                           cwd=output.parent, capture_output=True, text=True, check=False)
    assert output.exists(), f"exit {ended.returncode}\n{ended.stdout}\n{ended.stderr}"
    return FinishedWorkbook(output)


def compare(check, book, report, expected):
    for table, label, cells in expected:
        if label == "says":
            check.equal(f"{report}, {table} says « {cells} »", says(book, table, cells), True)
            continue
        if label == "headers":
            check.equal(f"{report}, {table}, headers", headers(book, table), cells)
            continue
        found = cells_of(book, table, label)
        for column, value in cells.items():
            cell, what = found[column], f"{report}, {table}, {label}, {column}"
            check.equal(what, (cell.value, mark_of(cell)) if isinstance(value, tuple) else cell.value, value)


def year_after_year(bilan, check):
    """Two minimums have no difference where less than 80 % of the rows of one are known."""
    header = "Exercice;Intitulé;Porteur;Montant accordé;Statut\n"
    with tempfile.TemporaryDirectory() as folder:
        past, now = Path(folder) / "avant.xlsx", Path(folder) / "classeur.xlsx"
        write(bilan, "retour_annuel", {"p2024.csv": header + "2024;Une;A;1000;retenue\n2024;Deux;B;500;retenue\n"}, past, year="2024")
        book = write(bilan, "retour_annuel", {"p2025.csv": header + "2025;Une;A;900;retenue\n2025;Deux;B;NC;retenue\n"}, now,
                     "--previous", str(past))
        compare(check, book, "retour_annuel", [("ret_evolution", "Accordé P147 (€)", {
            "Exercice (N)": (900, "≥"), "Précédent (N-1)": (1500, ""), "Écart": "nd"}),
            ("ret_evolution", "Actions", {"Écart": 0})])
        write(bilan, "retour_annuel", {"p2024.csv": header + "2024;Une;A;1000;refusée\n2024;Deux;;3000;refusée\n"}, past, year="2024")
        book = write(bilan, "retour_annuel", {"p2025.csv": header + "2025;Une;A;900;refusée\n2025;Deux;;2000;refusée\n"}, now,
                     "--previous", str(past))
        compare(check, book, "retour_annuel", [
            ("ret_evolution", "Accordé P147 (€)", {"Porteurs partis (N-1)": 0, "Écart des lignes sans porteur": -1000})])


def in_english(bilan, check):
    """Terms of a list are said in the language of the workbook, in cards too."""
    with tempfile.TemporaryDirectory() as folder:
        book = write(bilan, "demarches", {"e.csv": OWN_NEED}, Path(folder) / "classeur.xlsx", "--lang", "en")
        compare(check, book, "demarches", [("mat_fiches", "CC des Monts", {"Kind": "inter-municipal body"})])


def main(bilan):
    check = Check("small_inputs")
    for report, files, expected in CASES:
        with tempfile.TemporaryDirectory() as folder:
            compare(check, write(bilan, report, files, Path(folder) / "classeur.xlsx"), report, expected)
    year_after_year(bilan, check)
    in_english(bilan, check)
    return 0 if check.end() else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
