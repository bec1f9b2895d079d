# SPDX-License-Identifier: MPL-2.0
"""From a meaning to the cell a partner types. A column keeps one manner (`style`); clean files keep the plainest."""
import calendar
import datetime

from cells import Cell, as_day, empty, french, grouped
from headers import bare
from vocabularies import VOCABULARIES

MONTHS = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
          "décembre"]

STYLES = {  # kind: (clean manners, manners of messy files)
    "people": (["number"], ["number", "number", "text", "unit"]),
    "euro": (["number", "format"], ["number", "number", "format", "format", "french", "euro_sign", "thin", "dots", "k", "point"]),
    "number": (["number"], ["number", "comma"]),
    "rate": (["percent_format"], ["percent_format", "percent_text", "whole_percent", "comma_percent"]),
    "date": (["native"], ["native", "french", "dots", "iso", "words", "serial"]),
    "period": (["days"], ["days", "days", "dash", "months", "iso", "quarter", "half", "school", "year"]),
    "bool": (["oui_non"], ["oui_non", "o_n", "x", "native"]),
    "siret": (["text"], ["text", "spaced", "number"]),
    "dossier": (["text"], ["text", "number"]),
    "territory": (["semicolon"], ["semicolon", "slash", "comma", "line", "code_space", "named", "code_name"]),
    "enum": (["label"], ["label", "spelling", "spelling", "upper", "bare"]),
    "list": (["semicolon"], ["semicolon", "comma", "line", "bullets"]),
    "year": (["number"], ["number", "text"]),
    "code": (["text"], ["text", "number"]),
    "department": (["text"], ["text", "number"]),
}


def choose_style(rng, kind, level):
    clean, messy = STYLES.get(kind, (["plain"], ["plain"]))
    return rng.choice(clean if level == "clean" else messy)


def number_text(value, places):
    return french(value, places) if places else grouped(value)


def render_people(rng, style, value):
    if style == "text":
        return Cell(grouped(value, rng.choice(["\u00a0", " "])), value)
    if style == "unit" and rng.random() < 0.4:
        return Cell("%d %s" % (value, rng.choice(["pers.", "personnes"])), value)
    return Cell(value, value)


def render_euro(rng, style, value):
    shown = int(value) if value == int(value) else value
    if style == "number":
        return Cell(shown, value)
    if style == "format":
        return Cell(shown, value, number_format='#,##0.00\\ "€"')
    if style == "dots":
        return Cell(french(value, 2, "."), value)
    if style == "point":
        return Cell("%.2f" % value, value)
    if style == "k":
        return Cell(("%.10g" % (value / 1000)).replace(".", ",") + rng.choice([" k€", " K€"]), value)
    separator = "\u202f" if style == "thin" else rng.choice(["\u00a0", " "])
    text = french(value, 2, separator)
    return Cell(text + (" €" if style == "euro_sign" else ""), value)


def render_number(rng, style, value):
    if style == "comma":
        return Cell(("%g" % value).replace(".", ","), value)
    return Cell(value, value)


def render_rate(rng, style, value):
    percent = round(value * 100, 2)
    text = ("%g" % percent).replace(".", ",")
    if style == "percent_format":
        return Cell(value, value, number_format="0.0%")
    if style == "percent_text":
        return Cell(text + rng.choice(["\u00a0%", " %", "%"]), value)
    if style == "whole_percent":  # under a header that says %
        return Cell(percent, value)
    return Cell(text + "%", value)


def render_date(rng, style, value):
    day = as_day(value)
    if style == "native":
        return Cell(day, value, number_format="dd/mm/yyyy")
    if style == "serial":
        return Cell((day - datetime.date(1899, 12, 30)).days, value)
    if style == "words":
        return Cell("%d %s %d" % (day.day, MONTHS[day.month - 1], day.year), value)
    return Cell({"french": day.strftime("%d/%m/%Y"), "dots": day.strftime("%d.%m.%y"), "iso": value}[style], value)


def render_period(rng, style, value):
    """A period in one cell around the year of `value`: both its ends are owed."""
    year = as_day(value).year
    first, last = rng.randint(1, 6), rng.randint(7, 12)
    quarter = rng.randint(1, 4)
    half = rng.randint(1, 2)

    def span(begin, end):
        days = calendar.monthrange(year, end)[1]
        return "%d-%02d-01" % (year, begin), "%d-%02d-%02d" % (year, end, days)

    months = span(first, last)
    french_days = ["/".join(reversed(day.split("-"))) for day in months]
    text, ends = {
        "days": ("du %s au %s" % tuple(french_days), months), "dash": ("%s - %s" % tuple(french_days), months),
        "iso": ("%s/%s" % months, months),
        "months": ("%s à %s %d" % (MONTHS[first - 1], MONTHS[last - 1], year), months),
        "quarter": ("T%d %d" % (quarter, year), span(3 * quarter - 2, 3 * quarter)),
        "half": ("S%d %d" % (half, year), span(6 * half - 5, 6 * half)),
        "school": ("%d-%d" % (year - 1, year), ("%d-09-01" % (year - 1), "%d-08-31" % year)),
        "year": ("courant %d" % year, span(1, 12))}[style]
    return Cell(text, ends[0], extra={"date_fin": ends[1]}, expect="finding" if style == "year" else "plain")


def render_bool(rng, style, value):
    if style == "x":
        return Cell("X", True) if value else empty()
    if style == "native":
        return Cell(value, value)
    pair = ("oui", "non") if style == "oui_non" else ("O", "N")
    return Cell(pair[0 if value else 1], value)


def render_siret(rng, style, value):
    if style == "spaced":
        return Cell("%s %s %s %s" % (value[:3], value[3:6], value[6:9], value[9:]), value)
    if style == "number":
        return Cell(int(value), value, number_format="0")
    return Cell(value, value)


def render_dossier(rng, style, value):
    if style == "number" and value.isdigit():
        return Cell(int(value), value)
    return Cell(value, value)


def render_territory(rng, style, value, names, messy):
    if style == "named" and value[0] in names:
        return Cell("; ".join("%s (%s)" % (names[code], code) for code in value), value)
    if style == "code_name" and value[0] in names:
        return Cell("\n".join("%s - %s" % (code, names[code]) for code in value), value)
    if style == "code_space" and value[0] in names:
        return Cell("; ".join(code[:2] + " " + code[2:] for code in value), value)
    if messy and rng.random() < 0.04:
        return Cell(rng.choice(["tous QPV", "Tous les QPV", "l'ensemble des quartiers"]), ["tous"])
    if messy and value[0] in names and rng.random() < 0.02:
        text = rng.choice(["Tous sauf %s", "Ensemble des QPV (hors %s)"]) % names[value[0]]
        return Cell(text, [text], expect="finding")
    joint = {"slash": " / ", "comma": ", ", "line": "\n"}.get(style, "; ")
    return Cell(joint.join(value), value)


def render_enum(rng, style, value, vocabulary):
    labels = VOCABULARIES[vocabulary][value]
    if style in ("upper", "bare"):
        return Cell(labels[0].upper() if style == "upper" else bare(labels[0]), value)
    return Cell(labels[0] if style == "label" else rng.choice(labels), value)


def render_list(rng, style, value, vocabulary):
    joint = {"comma": ", ", "line": "\n", "bullets": "\n- "}.get(style, "; ")
    return Cell(("- " if style == "bullets" else "") + joint.join(VOCABULARIES[vocabulary][item][0] for item in value), value)


def render(rng, column, value, frame):
    """The cell of `value` in `column`; None is an empty cell."""
    if value is None:
        return empty()
    kind, style = column.field.kind, column.style
    if kind == "territory":
        return render_territory(rng, style, value, frame.territory.names, column.field.id == "territoire" and frame.messy)
    if kind in ("enum", "list"):
        maker = render_enum if kind == "enum" else render_list
        return maker(rng, style, value, column.field.vocabulary)
    if kind == "year":
        return Cell(value if style == "number" else str(value), value)
    if kind in ("code", "department"):
        return Cell(int(value) if style == "number" and value.isdigit() else value, value)
    maker = {"people": render_people, "euro": render_euro, "number": render_number, "rate": render_rate, "date": render_date,
             "period": render_period,
             "bool": render_bool, "siret": render_siret, "dossier": render_dossier}.get(kind)
    return maker(rng, style, value) if maker else Cell(value, value)
