#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""The test of the score: a few files from fixed seeds, and the figures of thresholds.json that must not get worse."""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

SKIPPED = 77


def figures(folder, bilan, given):
    from score import score, summary
    totals, failures = score([folder], bilan, given=given)
    return summary(totals["ALL", "all"]), failures


def broken(found, limits, name):
    for key, floor in limits["floors"].items():
        if found[key] < floor:
            yield "%s: %s is %.2f, it was at least %.2f" % (name, key, found[key], floor)
    for key, ceiling in limits["ceilings"].items():
        if found[key] > ceiling:
            yield "%s: %s is %d, it was at most %d" % (name, key, found[key], ceiling)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bilan", required=True)
    options = parser.parse_args()
    try:
        import openpyxl  # noqa: F401
    except ImportError:
        print("openpyxl is missing (python3-openpyxl): the score is not taken")
        return SKIPPED
    here = pathlib.Path(__file__).parent
    limits = json.loads((here / "thresholds.json").read_text(encoding="utf-8"))
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        for number, schema in enumerate(limits["schemas"]):  # medium, hard and clean of each; xlsx and csv in turn
            subprocess.run([sys.executable, str(here / "generate.py"), "--seed", str(limits["seed"] + number), "--count", "3",
                            "--schema", schema, "--format", ("xlsx", "csv")[number % 2], "--out", folder], check=True)
        for name, given in (("schema given", True), ("schema left to find", False)):
            found, failures = figures(folder, options.bilan, given)
            print(name, json.dumps(found))
            mine = list(broken(found, limits, name))
            problems += mine
            if mine:
                from score import show
                print(show(failures, 5))
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
