# SPDX-License-Identifier: MPL-2.0
"""The standard runs of the examples: which report, on which inputs, with which parameters."""
import json
import pathlib
import subprocess

YEAR = "2025"
TERRITORY = "Contrat de ville fictif de Valmont"
# Reports that read the partner files of the fictitious campaign rather than a folder of their own.
ON_THE_CAMPAIGN = {"emploi": "campagne"}


class ExampleRun:
    """One report on its example. `arguments` are those of `bilan`, without the output."""

    def __init__(self, report, folder):
        self.report = report
        self.inputs = folder / "entrees"
        given = folder / "parametres.txt"
        lines = given.read_text(encoding="utf-8").splitlines() if given.exists() else []
        parameters = [word for line in lines if line.strip() and not line.startswith("#") for word in ("--param", line)]
        self.arguments = ["run", report, str(self.inputs), "--year", YEAR, "--territory", TERRITORY, *parameters]

    def write(self, bilan, output, *further):
        """Runs the report; the text it said when there is no workbook afterwards, else None."""
        ended = subprocess.run([bilan, *self.arguments, "-o", str(output), *further], capture_output=True, text=True)
        return None if pathlib.Path(output).exists() else "%s: %s" % (self.report, ended.stderr)


def example_runs(bilan, examples):
    """Every report that the program has, with its example; a report without one is an error, not a gap."""
    listed = subprocess.run([bilan, "reports", "--json"], capture_output=True, text=True, check=True).stdout
    reports = [line["report"] for line in map(json.loads, listed.splitlines()) if line["type"] == "report"]
    runs = []
    for report in reports:
        folder = pathlib.Path(examples) / ON_THE_CAMPAIGN.get(report, report)
        if not (folder / "entrees").is_dir():
            raise SystemExit("%s has no example: make %s" % (report, folder / "entrees"))
        runs.append(ExampleRun(report, folder))
    return runs
