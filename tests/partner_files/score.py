#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Scores `bilan read` on files made by generate.py: with the schema given, and left alone to find it.

    score.py DIR... --bilan PATH [--schema action] [--show 20] [--json FILE]
"""
import argparse
import collections
import concurrent.futures
import json
import pathlib
import sys

from comparing import Comparison, plain_text, read

HARM = ["crash or refusal", "private text leaked", "wrong silently", "invented silently", "row invented", "row lost silently",
        "missing silently", "doubt not said", "wrong state silently", "set aside without a word", "control missed",
        "sheet not announced", "wrong with a finding", "invented with a finding", "row lost with a finding", "missing with a finding"]
SILENT = ["wrong silently", "invented silently"]


def compare(job):
    path, truth_path, bilan, given = job
    truth = json.loads(truth_path.read_text(encoding="utf-8"))
    records, code, raw = read(bilan, path, truth["schema"] if given else None)
    comparison = Comparison(truth, records, raw, code)
    for failure in comparison.failures:
        failure["path"] = "%s/%s" % (path.parent.name, path.name)
    return truth["schema"], truth["level"], dict(comparison.counts), comparison.failures


def share(part, whole):
    return 100.0 * part / whole if whole else 100.0


def summary(counts):
    """The figures of one line of the table."""
    return {
        "files": counts["files"], "rows": counts["rows"], "cells": counts["cells"],
        "rows_found": share(counts["rows_found"], counts["rows"]), "rows_invented": counts["row invented"],
        "right": share(counts["right"], counts["cells"]), "silently_wrong": sum(counts[kind] for kind in SILENT),
        "doubt_not_said": counts["doubt not said"], "wrong_state": counts["wrong state silently"],
        "wrong_found": counts["wrong with a finding"] + counts["invented with a finding"],
        "missing_found": counts["missing with a finding"], "missing_silently": counts["missing silently"],
        "schema": share(counts["schema_known"], counts["files"]), "aside": share(counts["aside_explained"], counts["aside"]),
        "controls_missed": counts["control missed"] + counts["sheet not announced"], "leaks": counts["private text leaked"]}


HEAD = ["schema", "level", "files", "cells", "rows %", "rows+", "right %", "SILENT", "doubt", "state", "wrong!", "miss!", "miss", "schema %",
        "aside %", "ctrl", "leak"]
KEYS = ["files", "cells", "rows_found", "rows_invented", "right", "silently_wrong", "doubt_not_said", "wrong_state", "wrong_found",
        "missing_found", "missing_silently", "schema", "aside", "controls_missed", "leaks"]


def table(totals):
    lines = ["  ".join("%-11s" % h if i < 1 else "%8s" % h for i, h in enumerate(HEAD))]
    for (schema, level), counts in sorted(totals.items(), key=lambda item: (item[0][0] == "ALL", item[0])):
        figures = summary(counts)
        texts = ["%8.2f" % figures[key] if isinstance(figures[key], float) else "%8d" % figures[key] for key in KEYS]
        lines.append("  ".join(["%-11s" % schema, "%8s" % level] + texts))
    return "\n".join(lines)


def cause(failure):
    """Failures of one kind on one field with one header are one cause."""
    got = failure["got"] if isinstance(failure["got"], str) and len(str(failure["got"])) < 12 else type(failure["got"]).__name__
    reason = str(failure["expected"])[:12] if failure["field"] is None else got
    return failure["kind"], failure["field"], plain_text(failure["header"] or "").lower(), reason


def show(failures, count):
    groups = collections.defaultdict(list)
    for failure in failures:
        groups[cause(failure)].append(failure)
    ranked = sorted(groups.items(), key=lambda item: (HARM.index(item[0][0]), -len(item[1]), str(item[0])))
    by_kind = collections.defaultdict(list)
    for key, members in ranked:
        by_kind[key[0]].append((key, members))
    lines = []
    for kind in HARM:
        if kind not in by_kind:
            continue
        lines.append("\n## %s: %d" % (kind, sum(len(m) for _, m in by_kind[kind])))
        for key, members in by_kind[kind][:count]:
            lines.append("- %d × field `%s`, header « %s »" % (len(members), key[1], (members[0]["header"] or "").replace("\n", "⏎")))
            for failure in members[:2]:
                lines.append("    %s › %s › %s: expected %r, got %r, findings %s" % (
                    failure["path"], failure["sheet"], failure["cell"], failure["expected"], failure["got"], failure["findings"]))
    return "\n".join(lines)


def score(folders, bilan, schema=None, given=True, jobs=2):
    """(totals by schema and level, failures) over the files of the folders."""
    work = []
    for truth_path in sorted(path for folder in folders for path in pathlib.Path(folder).glob("*.truth.json")):
        path = truth_path.with_name(truth_path.name[:-len(".truth.json")])
        if path.exists() and (not schema or truth_path.name.startswith(schema + "_")):
            work.append((path, truth_path, bilan, given))
    totals, failures = collections.defaultdict(collections.Counter), []
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        for name, level, counts, found in pool.map(compare, work):
            for key in ((name, level), (name, "all"), ("ALL", level), ("ALL", "all")):
                totals[key].update(counts)
            failures += found
    return totals, failures


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--bilan", required=True)
    parser.add_argument("--schema")
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--only", choices=["given", "found"], help="one of the two runs only")
    parser.add_argument("--json")
    options = parser.parse_args()
    result = {}
    for name, given in (("given", True), ("found", False)):
        if options.only in (None, name):
            totals, failures = score(options.folders, options.bilan, options.schema, given)
            print("\n# schema %s" % ("given" if given else "left to find"))
            print(table(totals))
            if options.show:
                print(show(failures, options.show))
            result[name] = {"scores": {"%s/%s" % key: summary(counts) for key, counts in sorted(totals.items())}, "failures": failures}
    if options.json:
        pathlib.Path(options.json).write_text(json.dumps(result, ensure_ascii=False, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
