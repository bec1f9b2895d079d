#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Fictitious partner files with their truth by cell, from a seed: the same seed gives the same files.

    generate.py --seed 1 --count 80 --out DIR [--schema action] [--level hard] [--format csv]

Beside each file stands FILE.truth.json; score.py compares what bilan reads with it. Nothing here knows how bilan reads:
files and truth follow from the domain alone.
"""
import argparse
import json
import pathlib
import random
import tempfile

import layouts
import raw_xlsx
import writing
from files import PartnerFile
from recipes import RECIPES

LEVELS = ["clean", "medium", "hard"]
ROUND = ["medium", "hard", "clean", "hard", "medium"]  # the levels in turn: most files are not tidy
FORMATS = ["xlsx", "xlsx", "csv", "xls", "ods"]


def truth_of(file, name, details):
    sheets = []
    for sheet in file.sheets:
        sheet_name = pathlib.Path(name).stem if file.flat else sheet.name
        sheets.append({"name": sheet_name, "kind": sheet.kind, "columns": sheet.columns, "rows": sheet.rows,
                       "set_aside": sheet.set_aside, "nominative": sheet.nominative, "private": sorted(sheet.private)})
    return {"file": name, "schema": file.schema, "level": file.level, "patterns": sorted(set(file.patterns)),
            "details": details, "sheets": sheets}


def make_one(seed, index, schema, level, kind, folder):
    """Writes one file; xls and ods are left as xlsx for the batch conversion."""
    rng = random.Random("%d/%d/%s/%s/%s" % (seed, index, schema, level, kind))
    file = PartnerFile(schema, level, rng, kind)
    layouts.lay_out(file)
    name = "%s_%s_%03d.%s" % (schema, level, index, kind)
    details = {}
    if kind == "csv":
        details = writing.write_csv(file.sheets[0], folder / name, rng, level)
    elif kind == "xlsx" and level == "hard" and rng.random() < 0.4:
        details = raw_xlsx.write(file.sheets, folder / name, rng)
    else:
        writing.write_xlsx(file.sheets, folder / (pathlib.Path(name).stem + ".xlsx"))
    return file, name, details


def plan(options):
    """(schema, level, format) of each file: every schema and level in turn, formats drawn."""
    schemas = [options.schema] if options.schema else sorted(RECIPES)
    levels = [options.level] if options.level else ROUND
    formats = {None: FORMATS, "quick": ["xlsx", "csv"]}.get(options.format, [options.format])
    rng = random.Random(options.seed)
    for index in range(options.count):
        yield (index, schemas[index % len(schemas)], levels[(index // len(schemas)) % len(levels)],
               rng.choice(formats))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--schema", choices=sorted(RECIPES))
    parser.add_argument("--level", choices=LEVELS)
    parser.add_argument("--format", choices=sorted(set(FORMATS)) + ["quick"], help="quick: xlsx and csv only")
    options = parser.parse_args()
    folder = pathlib.Path(options.out)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as bench:
        waiting = {"xls": [], "ods": []}
        truths = {}
        for index, schema, level, kind in plan(options):
            target = pathlib.Path(bench) if kind in waiting else folder
            file, name, details = make_one(options.seed, index, schema, level, kind, target)
            truths[name] = truth_of(file, name, details)
            if kind in waiting:
                waiting[kind].append(target / (pathlib.Path(name).stem + ".xlsx"))
        for kind, paths in waiting.items():
            if not writing.convert(paths, kind, folder):
                print("LibreOffice did not write %d %s files: they are left out" % (len(paths), kind))
                for path in paths:
                    truths.pop(path.stem + "." + kind, None)
    for name, truth in truths.items():
        (folder / (name + ".truth.json")).write_text(json.dumps(truth, ensure_ascii=False, indent=1), encoding="utf-8")
    print("%d files in %s" % (len(truths), folder))


if __name__ == "__main__":
    main()
