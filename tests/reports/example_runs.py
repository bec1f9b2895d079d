# SPDX-License-Identifier: MPL-2.0
"""The standard runs of the examples: which report, on which inputs, with which parameters."""
import json
import pathlib
import subprocess

YEAR = "2025"
TERRITORY = "Contrat de ville fictif de Valmont"
# Reports that read another folder than the one of their name: the partner files of the fictitious campaign, or the
# inputs of every theme together.
INPUTS = {
    "emploi": ["campagne", "emploi"],
    "campagne": ["campagne", "emploi", "bie", "lcd", "conseils_citoyens", "droit_commun", "cites_emploi", "paqte",
                 "offre_services", "demarches", "territoires"],
}


class ExampleRun:
    """One report on its example. `arguments` are those of `bilan`, without the output."""

    def __init__(self, report, inputs, parameters):
        self.report = report
        self.inputs = inputs
        self.parameters = parameters
        given = [word for line in parameters for word in ("--param", line)]
        self.arguments = ["run", report, *map(str, inputs), "--year", YEAR, "--territory", TERRITORY, *given]

    def on(self, inputs):
        """The same run on other inputs."""
        return ExampleRun(self.report, inputs, self.parameters)

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
        folders = [pathlib.Path(examples) / name for name in INPUTS.get(report, [report])]
        for folder in folders:
            if not (folder / "entrees").is_dir():
                raise SystemExit("%s has no example: make %s" % (report, folder / "entrees"))
        parameters = []
        for folder in folders:
            given = folder / "parametres.txt"
            lines = given.read_text(encoding="utf-8").splitlines() if given.exists() else []
            parameters += [line for line in lines if line.strip() and not line.startswith("#") and line not in parameters]
        runs.append(ExampleRun(report, [folder / "entrees" for folder in folders], parameters))
    return runs
