#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Fails when a file includes what its room may not see (ARCHITECTURE.md, "Who may include whom")."""

import pathlib
import re
import subprocess
import sys

# The rooms that a room may include, itself left out. The contract (<bilan/...>) is open to all.
ROOMS = {
    "include": set(),
    "base": set(),
    "plugin": {"base"},
    "data": {"base"},
    "intake": {"base", "data"},
    "store": {"base", "data"},
    "workbook": {"base", "data"},
    "script": {"base", "data", "intake", "store", "workbook"},
    "run": {"base", "plugin", "data", "intake", "store", "workbook", "script"},
    "app": {"base", "plugin", "data", "intake", "store", "workbook", "script", "run"},
}

# Third-party headers and the one room or plugin that knows each.
OWNERS = {
    "lua": {"core/script"},
    "Poco/": {"core/run", "core/store"},
    "CLI/": {"core/app"},
    "histedit": {"core/app"},
    "utf8proc": {"core/base"},
    "sqlite3": {"core/store"},
    "dlfcn": {"core/plugin"},
    "xlsxwriter": {"plugins/xlsx_writer"},
    "expat": {"plugins/xlsx_reader", "plugins/ods_reader", "plugins/support"},
    "isa-l": {"plugins/support"},
    "zlib": {"plugins/support", "plugins/xlsx_writer"},
    "libdeflate": {"plugins/support"},
    "uchardet": {"plugins/csv_reader"},
    "libxml": {"plugins/html_reader"},
    "nettle": {"plugins/xls_reader"},
    "toml++": {"core/run"},
}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)


def home_of(path: pathlib.Path) -> str:
    return "/".join(path.parts[:2])


def wrong_includes(path: pathlib.Path):
    home = home_of(path)
    room = path.parts[1] if path.parts[0] == "core" else None
    for mark, target in INCLUDE.findall(path.read_text(encoding="utf-8")):
        if mark == '"' and "/" in target and target.split("/")[0] in ROOMS:
            other = target.split("/")[0]
            if room is None:
                yield f"{target}: a plugin includes the contract and its own libraries, nothing else of bilan"
            elif other != room and other not in ROOMS[room]:
                yield f"{target}: {room} may include {', '.join(sorted(ROOMS[room])) or 'nothing but the contract'}"
        if mark == "<" and not target.startswith("bilan/"):
            for start, owners in OWNERS.items():
                if target.startswith(start) and home not in owners:
                    yield f"<{target}>: only {', '.join(sorted(owners))} may know it"


def main() -> int:
    listed = subprocess.run(["git", "ls-files", "core", "plugins"], capture_output=True, text=True, check=True)
    failed = False
    for name in listed.stdout.split("\n"):
        if not name.endswith((".cpp", ".hpp", ".h")):
            continue
        for wrong in wrong_includes(pathlib.Path(name)):
            print(f"{name}: includes {wrong}", file=sys.stderr)
            failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
