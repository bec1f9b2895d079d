#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Reads every sample workbook with `bilan grid`, with openpyxl and with LibreOffice, and compares them cell by cell.

compare.py BILAN SOURCE_FOLDER [WORD]   only files whose path holds WORD

The files are those of shared/data beside the checkout. openpyxl reads xlsx and xlsm itself; LibreOffice saves every
file as xlsx again, in one call, and openpyxl reads that. A difference that differences.txt does not explain fails the
test, and so does an explanation that explains nothing any more. Ends with 77 when there is nothing to compare with.
"""

import collections
import datetime
import fnmatch
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import warnings
import zipfile

SKIPPED = 77
OWN = (".xlsx", ".xlsm")
ALL = OWN + (".ods", ".fods", ".xls")
MOST_XML = 40_000_000  # openpyxl takes minutes for more
DAY_ZERO = datetime.datetime(1899, 12, 30)
ERRORS = {"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"}


def shared_data(source: pathlib.Path):
    for folder in source.resolve().parents:
        if (folder / "shared/data").exists():
            return folder / "shared/data"
    return None


def is_too_large(path: pathlib.Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return max(entry.file_size for entry in archive.infolist()) > MOST_XML
    except (zipfile.BadZipFile, ValueError):
        return path.stat().st_size > MOST_XML / 10


def serial(moment: datetime.datetime) -> float:
    return (moment - DAY_ZERO) / datetime.timedelta(days=1)


def serial_of(text: str) -> float:
    """Of a date, a date with a time, or a time alone, of a day or more perhaps, which `bilan grid` prints for a format
    without a date."""
    if "-" not in text:
        hours, minutes, seconds = text.split(":")
        return (int(hours) * 3600 + int(minutes) * 60 + float(seconds)) / 86400
    return serial(datetime.datetime.fromisoformat(text))


def ours_of(bilan: str, path: pathlib.Path):
    """Cells as (sheet, cell) -> (kind, value), or the sentence that refuses the file."""
    ended = subprocess.run([bilan, "--lang", "en", "grid", str(path)], capture_output=True, timeout=60)
    if ended.returncode not in (0, 3):
        sys.exit(f"{path}: bilan grid ended with {ended.returncode}: {ended.stderr.decode()}")
    if ended.returncode == 3:
        return ended.stderr.decode().strip()
    cells = {}
    for line in ended.stdout.splitlines():
        cell = json.loads(line)
        kind, value = cell["type"], cell.get("value")
        if kind == "date":
            kind, value = ("moment" if "-" in value else "time"), serial_of(value)
        elif kind == "number":
            kind, value = ("moment" if cell["format"] in ("duration", "time") else "number"), float(value)
        elif kind == "text":
            value = value.replace("\r\n", "\n")
        if kind != "empty" and value != "":
            cells[cell["sheet"], cell["cell"]] = (kind, value)
    return cells


def theirs_of(path: pathlib.Path):
    import openpyxl

    try:
        book = openpyxl.load_workbook(path, data_only=True)
    except Exception as failure:  # whatever a library does with odd files
        return f"{type(failure).__name__}: {failure}"
    cells = {}
    for sheet in book.worksheets:
        for cell in list(sheet._cells.values()):  # iterating over rows would walk through a million empty ones
            value = cell.value
            if value is None or value == "":
                continue
            if isinstance(value, bool):
                told = ("bool", value)
            elif isinstance(value, (int, float)):
                told = ("number", float(value))
            elif isinstance(value, datetime.datetime):
                told = ("moment", serial(value.replace(tzinfo=None)))
            elif isinstance(value, datetime.date):
                told = ("moment", serial(datetime.datetime.combine(value, datetime.time())))
            elif isinstance(value, datetime.time):
                told = ("moment", serial(datetime.datetime.combine(DAY_ZERO.date(), value)))
            elif isinstance(value, datetime.timedelta):
                told = ("moment", value / datetime.timedelta(days=1))
            else:
                text = str(value).replace("\r\n", "\n")
                told = ("error" if text in ERRORS else "text", text)
            cells[sheet.title, cell.coordinate] = told
    return cells


def is_same(ours, theirs) -> bool:
    if ours is None or theirs is None:
        return False
    numbers = ("number", "moment", "time")
    if ours[0] in numbers and theirs[0] in numbers:
        second = 1.01 / 86_400
        if ours[0] == "time":
            return abs(ours[1] - theirs[1] % 1) <= second
        return abs(ours[1] - theirs[1]) <= max(1e-14 * abs(theirs[1]), second if "moment" in (ours[0], theirs[0]) else 0)
    return ours == theirs


def explanations(file: pathlib.Path):
    """Lines `reader | file | sheet | cell | why`, each but the last with * as in file names."""
    lines = [line.strip() for line in file.read_text(encoding="utf-8").splitlines()]
    return [[part.strip() for part in line.split("|", 4)] for line in lines if line and not line.startswith("#")]


def convert(files, names, folder: pathlib.Path):
    """LibreOffice saves all files again in one call; the result stands beside its name, where there is one."""
    office = shutil.which("soffice")
    if office is None:
        return {}
    inputs = folder / "in"
    inputs.mkdir()
    for path in files:
        shutil.copy(path, inputs / names[path])
    outputs = folder / "out"
    subprocess.run(
        [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx", "--outdir",
         str(outputs)] + [str(inputs / names[path]) for path in files],
        capture_output=True, timeout=600, check=False)
    found = {path: outputs / (pathlib.Path(names[path]).stem + ".xlsx") for path in files}
    return {path: made for path, made in found.items() if made.exists()}


class Comparison:
    def __init__(self, known):
        self.known = known
        self.used = collections.Counter()
        self.cells = 0
        self.unexplained = []

    def explain(self, reader, name, sheet, cell) -> bool:
        for number, (of_reader, of_file, of_sheet, of_cell, _) in enumerate(self.known):
            pairs = ((reader, of_reader), (name, of_file), (sheet, of_sheet), (cell, of_cell))
            if all(fnmatch.fnmatchcase(one, pattern) for one, pattern in pairs):
                self.used[number] += 1
                return True
        return False

    def compare(self, reader, name, ours, theirs):
        if isinstance(ours, str) or isinstance(theirs, str):
            if isinstance(ours, str) != isinstance(theirs, str) and not self.explain(reader, name, "", "file"):
                self.unexplained.append(f"{reader} | {name} | | file | ours: {str(ours)[:90]!r} theirs: {str(theirs)[:90]!r}")
            return
        self.cells += len(ours.keys() | theirs.keys())
        for place in sorted(ours.keys() | theirs.keys()):
            mine, other = ours.get(place), theirs.get(place)
            if not is_same(mine, other) and not self.explain(reader, name, *place):
                self.unexplained.append(f"{reader} | {name} | {place[0]} | {place[1]} | ours {mine!r} theirs {other!r}")


def main() -> int:
    bilan, source = sys.argv[1], pathlib.Path(sys.argv[2])
    word = sys.argv[3] if len(sys.argv) > 3 else ""
    try:
        import openpyxl  # noqa: F401
    except ImportError:
        print("skipped: no openpyxl")
        return SKIPPED
    data = shared_data(source)
    if data is None:
        print("skipped: no folder shared/data beside the checkout")
        return SKIPPED
    warnings.simplefilter("ignore")
    files = [path for path in sorted(data.rglob("*"))
             if path.suffix.lower() in ALL and word in str(path) and not is_too_large(path)]
    # The ending stands in the stem too: LibreOffice names what it saves after the stem alone.
    names = {path: str(path.relative_to(data)).replace("/", "__").replace(".", "_") + path.suffix for path in files}
    comparison = Comparison(explanations(pathlib.Path(__file__).with_name("differences.txt")))
    with tempfile.TemporaryDirectory() as folder:
        saved = convert(files, names, pathlib.Path(folder))
        for path in files:
            name = str(path.relative_to(data))
            ours = ours_of(bilan, path)
            if isinstance(ours, str) and "BIL-386" in ours:
                continue  # no reader for this kind of file in this build
            if path.suffix.lower() in OWN:
                comparison.compare("openpyxl", name, ours, theirs_of(path))
            if path in saved:
                comparison.compare("libreoffice", name, ours, theirs_of(saved[path]))
    stale = [known for number, known in enumerate(comparison.known) if comparison.used[number] == 0]
    by_file = collections.Counter()
    for line in comparison.unexplained:
        by_file[line.split(" | ")[1]] += 1
        if by_file[line.split(" | ")[1]] <= 8:
            print(line)
    for name, count in by_file.items():
        print(f"{count} in {name}")
    if not word:
        for line in stale:
            print("explains nothing any more:", " | ".join(line))
    print(f"{len(files)} files, {len(saved)} saved again by LibreOffice, {comparison.cells} cells compared, "
          f"{sum(comparison.used.values())} differences explained, {len(comparison.unexplained)} not")
    return 1 if comparison.unexplained or (stale and not word) else 0


if __name__ == "__main__":
    sys.exit(main())
