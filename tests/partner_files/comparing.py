# SPDX-License-Identifier: MPL-2.0
"""One file: what was read against its truth. Gives counts, and each failure with all one needs to find its cause."""
import collections
import json
import re
import subprocess
import unicodedata

from vocabularies import VOCABULARIES

ADDRESS = re.compile(r"^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$")


def number_of(letters):
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def slug(text):
    plain = "".join(c for c in unicodedata.normalize("NFKD", str(text)) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "_", plain.lower().replace("œ", "oe")).strip("_")


SAME = collections.defaultdict(set)  # slug of an id or of one of its labels -> ids
for _vocabulary in VOCABULARIES.values():
    for _id, _labels in _vocabulary.items():
        for _label in [_id] + _labels:
            SAME[slug(_label)].add(_id)
            SAME[slug(re.sub(r"\(.*?\)", "", _label))].add(_id)


def plain_text(text):
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text.replace("\u00a0", " ").replace("\u202f", " "))).strip()


def same(expected, got):
    """Equal as values: numbers to a cent of a cent, texts but for white space, words of a vocabulary by their id."""
    if isinstance(expected, bool) or isinstance(got, bool):
        return expected is got or got == ("oui" if expected else "non")
    if isinstance(expected, (int, float)) and isinstance(got, (int, float)):
        return abs(expected - got) < 1e-6 * max(1, abs(expected))
    if isinstance(expected, list):
        got = got if isinstance(got, list) else [got]
        return len(expected) == len(got) and all(same(a, b) for a, b in zip(expected, got))
    if isinstance(expected, str) and isinstance(got, str):
        return plain_text(expected) == plain_text(got) or expected in SAME.get(slug(got), ())
    return False


def read(bilan, path, schema):
    """The parsed lines of `bilan read`, its exit code and its raw text."""
    command = [bilan, "read"] + (["--schema", schema] if schema else []) + [str(path)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=60)
    except subprocess.TimeoutExpired:
        return [], "timeout", ""
    text = done.stdout.decode("utf-8", errors="replace")
    records = []
    for line in text.splitlines():
        try:
            records.append(json.loads(line))
        except ValueError:
            records.append({"type": "garbage", "text": line})
    return records, done.returncode, text


class Findings:
    """Where the findings are: on cells, on rows, on columns (their header), on sheets."""

    def __init__(self, records):
        self.all = [r for r in records if r["type"] == "finding"]
        self.cells, self.rows, self.columns, self.sheets, self.aside = (collections.defaultdict(list) for _ in range(5))
        for finding in self.all:
            sheet, where = finding.get("sheet"), ADDRESS.match(finding.get("cell") or "")
            if where and where.group(3):
                self._spread(sheet, where, finding)
            elif where:
                self.cells[sheet, where.group(0)].append(finding)
                self.rows[sheet, int(where.group(2)), "cell"].append(finding)
                if finding.get("done") == "set_aside" and finding.get("header"):
                    self.aside[sheet, where.group(1)].append(finding)  # a whole column left out
            elif finding.get("row"):
                self.rows[sheet, finding["row"]].append(finding)
            elif finding.get("header"):
                self.columns[sheet, plain_text(finding["header"])].append(finding)
            else:
                self.sheets[sheet].append(finding)

    def _spread(self, sheet, where, finding):
        for row in range(int(where.group(2)), min(int(where.group(4)), int(where.group(2)) + 5000) + 1):
            self.rows[sheet, row].append(finding)

    def on_row(self, sheet, row):
        return self.rows.get((sheet, row), []) + self.rows.get((sheet, row, "cell"), [])

    def near(self, sheet, row, cell, column):
        """All that excuses a cell: findings on it, on its row as a whole, on its column."""
        found = list(self.cells.get((sheet, cell), [])) if cell else []
        found += self.rows.get((sheet, row), [])
        if column:
            found += [f for f in self.aside.get((sheet, re.match("[A-Z]+", cell).group(0)), []) if f not in found] if cell else []
            for header in column["header_cells"]:
                found += self.cells.get((sheet, header), [])
            found += self.columns.get((sheet, plain_text(column["header"])), [])
        return found


def pair_rows(expected, got):
    """Truth rows and read rows matched by the cells they come from; first the pairs that share most."""
    def spots(row):
        return {(field, cell) for field, cell in row["cells"].items()}

    scores = []
    by_cell = collections.defaultdict(list)
    for number, row in enumerate(got):
        for cell in set(row["cells"].values()):
            by_cell[cell].append(number)
    for index, row in enumerate(expected):
        shared = collections.Counter(n for cell in set(row["cells"].values()) for n in by_cell.get(cell, ()))
        for number, count in shared.items():
            exact = len(spots(row) & spots(got[number]))
            dimensions = sum(same(value, got[number]["values"].get(field)) for field, value in row["values"].items())
            scores.append((-count - exact - dimensions / 100, index, number))
    pairs, used = {}, set()
    for _, index, number in sorted(scores):
        if index not in pairs and number not in used:
            pairs[index] = number
            used.add(number)
    return pairs, [number for number in range(len(got)) if number not in used]


class Comparison:
    def __init__(self, truth, records, raw, code):
        self.truth, self.raw, self.code = truth, raw, code
        self.findings = Findings(records)
        self.rows = [r for r in records if r["type"] == "row"]
        self.schemas = {r.get("schema") for r in self.rows}
        self.counts, self.failures = collections.Counter(), []
        self.counts["files"] += 1
        if code not in (0, 1):
            self.fail("crash or refusal", None, None, None, None, "exit 0 or 1", "exit %s" % code, [])
        for sheet in truth["sheets"]:
            self.sheet(sheet)
        self.counts["schema_known"] += bool(self.schemas == {truth["schema"]} or not any(s["rows"] for s in truth["sheets"]))

    def fail(self, kind, sheet, cell, column, shown, expected, got, findings):
        self.counts[kind] += 1
        self.failures.append({
            "kind": kind, "file": self.truth["file"], "sheet": sheet, "cell": cell,
            "field": column.get("field") if column else None, "header": column["header"] if column else None,
            "read": findings[0].get("read") if findings else shown, "expected": expected, "got": got,
            "findings": sorted({"%s %s %s" % (f["code"], f.get("severity"), f.get("done")) for f in findings})})

    def sheet(self, sheet):
        name = sheet["name"]
        got = [row for row in self.rows if row.get("sheet") == name]
        pairs, extra = pair_rows(sheet["rows"], got)
        self.counts["rows"] += len(sheet["rows"])
        self.counts["rows_found"] += len(pairs)
        aside = {entry["row"]: entry["reason"] for entry in sheet["set_aside"]}
        for number in extra:
            row = got[number]
            self.fail("row invented", name, "row %s" % row.get("row"), None, None, aside.get(row.get("row"), "no row"),
                      json.dumps(row["values"], ensure_ascii=False)[:160], self.findings.on_row(name, row.get("row")))
        for index, expected in enumerate(sheet["rows"]):
            if index in pairs:
                self.row(sheet, expected, got[pairs[index]])
            else:
                self.lost_row(sheet, expected)
        self.aside(sheet, got)
        self.privacy(sheet)

    def column(self, sheet, field, cell):
        """The column a truth cell belongs to; for a value from elsewhere, nothing but the field."""
        return self.column_at(sheet, cell) or {"field": field, "header": "", "header_cells": []}

    def lost_row(self, sheet, expected):
        whole = self.findings.sheets.get(sheet["name"], []) + self.findings.sheets.get(None, [])
        found = self.findings.on_row(sheet["name"], expected["row"]) or [
            f for f in whole if f.get("done") in ("set_aside", "refused")]
        kind = "row lost with a finding" if found else "row lost silently"
        self.fail(kind, sheet["name"], "row %d" % expected["row"], None, None,
                  json.dumps(expected["values"], ensure_ascii=False)[:160], None, found)
        cells = len(expected["values"]) + len(expected["states"])
        self.counts["cells"] += cells
        self.counts["missing with a finding" if found else "missing silently"] += cells

    def row(self, sheet, expected, got):
        name, row = sheet["name"], expected["row"]
        for field, value in expected["values"].items():
            self.value(sheet, expected, got, field, value)
        for field, state in expected["states"].items():
            self.state(sheet, expected, got, field, state)
        for field, value in got["values"].items():
            if field not in expected["values"] and field not in expected["states"]:
                dropped = (self.column_at(sheet, got["cells"].get(field)) or {}).get("dropped")
                if dropped == "free" or dropped == "rate" and field.startswith("taux_"):
                    continue  # a share read as a share: what must not be is a count
                cell = got["cells"].get(field)
                near = self.findings.near(name, row, cell, self.column_at(sheet, cell))
                self.fail("invented with a finding" if near else "invented silently", name, cell,
                          {**(self.column_at(sheet, cell) or {"header": ""}), "field": field}, None, None, value, near)
        codes = {f["code"] for f in self.findings.on_row(name, row)}
        for owed in expected["findings"]:
            if owed["field"] not in got["values"] and owed["field"] not in got["states"]:
                continue  # the column was not understood: counted as missing already
            self.counts["controls"] += 1
            at = self.findings.cells.get((name, expected["cells"].get(owed["field"])), [])
            if owed["code"] not in codes | {f["code"] for f in at}:
                self.fail("control missed", name, expected["cells"].get(owed["field"]), {"field": owed["field"], "header": ""}, None,
                          owed["code"], sorted(codes), [])

    def column_at(self, sheet, cell):
        where = ADDRESS.match(cell or "")
        if not where:
            return None
        row, column = int(where.group(2)), number_of(where.group(1))
        for candidate in sheet["columns"]:
            top, left, bottom, right = candidate["span"]
            if top <= row <= bottom and left <= column <= right:
                return candidate
        return None

    def value(self, sheet, expected, got, field, value):
        name, cell = sheet["name"], expected["cells"].get(field)
        column = {**self.column(sheet, field, cell), "field": field}
        near = self.findings.near(name, expected["row"], cell, column)
        self.counts["cells"] += 1
        if field not in got["values"]:
            self.fail("missing with a finding" if near else "missing silently", name, cell, column, None, value,
                      got["states"].get(field), near)
        elif not same(value, got["values"][field]):
            self.fail("wrong with a finding" if near else "wrong silently", name, cell, column, None, value,
                      got["values"][field], near)
        else:
            self.counts["right"] += 1
            if expected["expect"].get(field) == "finding" and not near:
                self.fail("doubt not said", name, cell, column, None, value, got["values"][field], near)

    def state(self, sheet, expected, got, field, state):
        name, cell = sheet["name"], expected["cells"].get(field)
        column = {**self.column(sheet, field, cell), "field": field}
        near = self.findings.near(name, expected["row"], cell, column)
        self.counts["cells"] += 1
        if field in got["values"]:
            self.fail("invented with a finding" if near else "invented silently", name, cell, column, None, state,
                      got["values"][field], near)
        elif field not in got["states"]:
            self.fail("missing with a finding" if near else "missing silently", name, cell, column, None, state, None, near)
        elif state not in ("any", got["states"][field]):
            self.fail("wrong with a finding" if near else "wrong state silently", name, cell, column, None, state,
                      got["states"][field], near)
        else:
            self.counts["right"] += 1
            if expected["expect"].get(field) == "refused" and not near:
                self.fail("doubt not said", name, cell, column, None, "a finding", got["states"][field], near)

    def aside(self, sheet, got):
        name = sheet["name"]
        rows = {row.get("row") for row in got}
        for entry in sheet["set_aside"]:
            self.counts["aside"] += 1
            found = self.findings.on_row(name, entry["row"])
            wanted = {"total": "C14", "subtotal": "C14"}.get(entry["reason"])
            explained = bool(found) and (wanted is None or any(f["code"] == wanted for f in found))
            if explained and entry["row"] not in rows:
                self.counts["aside_explained"] += 1
            elif entry["row"] not in rows:
                self.fail("set aside without a word", name, "row %d" % entry["row"], None, None, entry["reason"], None, found)
        if sheet["kind"] in ("hidden", "form"):
            self.counts["sheets_aside"] += 1
            if not any(f.get("sheet") == name for f in self.findings.all):
                self.fail("sheet not announced", name, None, None, None, sheet["kind"], None, [])

    def privacy(self, sheet):
        if sheet["nominative"]:
            self.counts["controls"] += 1
        if sheet["nominative"] and not any(f["code"] == "C21" and f.get("sheet") == sheet["name"] for f in self.findings.all):
            self.fail("control missed", sheet["name"], None, None, None, "C21", None, [])
        leaked = [text for text in sheet["private"] if len(text) > 3 and text in self.raw]
        if leaked:
            self.fail("private text leaked", sheet["name"], None, None, None, None, leaked[:2], [])
