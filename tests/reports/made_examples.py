# SPDX-License-Identifier: MPL-2.0
"""The committed examples are what their programs make: the same files, with the same contents."""
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

PROGRAMS = {"make_synthese.py": ["synthese", "synthese_dirty"], "make_conseils.py": ["conseils_citoyens"],
            "make_demarches.py": ["demarches"], "make_offres.py": ["offre_services", "offre_services_publie"],
            "make_droit_commun.py": ["droit_commun", "droit_commun_calcul"],
            "make_cites_emploi.py": ["cites_emploi", "cites_emploi_publie"], "make_paqte.py": ["paqte", "paqte_publie"],
            "make_territoires.py": ["territoires"], "make_emploi.py": ["emploi"]}


def contents(path):
    """The bytes of a file, or of the parts of a workbook: how they were compressed is of no interest."""
    if path.suffix != ".xlsx":
        return path.read_bytes()
    with zipfile.ZipFile(path) as book:
        return {name: book.read(name) for name in book.namelist()}


def files(folder):
    return {str(path.relative_to(folder)): path for path in sorted(folder.rglob("*")) if path.is_file()}


def main(source):
    try:
        import openpyxl  # noqa: F401
    except ImportError:
        print("openpyxl is not installed: skipped")
        return 77
    examples, wrong = Path(source) / "examples", []
    for program, folders in PROGRAMS.items():
        with tempfile.TemporaryDirectory() as made:
            subprocess.run([sys.executable, str(examples / program), made], check=True)
            for folder in folders:
                new, committed = files(Path(made) / folder), files(examples / folder)
                wrong += [f"{folder}: {name}" for name in sorted(new.keys() ^ committed.keys())]
                wrong += [f"{folder}: {name}" for name in sorted(new.keys() & committed.keys())
                          if contents(new[name]) != contents(committed[name])]
    for line in wrong:
        print("not what the program makes:", line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
