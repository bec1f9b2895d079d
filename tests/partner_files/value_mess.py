# SPDX-License-Identifier: MPL-2.0
"""Cells that go wrong one by one: unknowns, estimates, bounds, damage (domain 9.1 to 9.3, and the decided states)."""
from rendering import MONTHS
from cells import Cell, as_day, empty

UNKNOWN = [("NC", "nc"), ("N.C.", "nc"), ("non communiqué", "nc"), ("NR", "nc"), ("?", "nc"), ("-", "nc"), ("--", "nc"), ("…", "nc"),
           ("en attente", "nc"), ("à compléter", "nc"), ("nd", "nd"), ("n.d.", "nd"), ("non disponible", "nd"),
           ("sans objet", "so"), ("s.o.", "so"), ("non concerné", "so"), ("—", "nc"), ("/", "nc"),
           ("NC*", "nc"), ("(NC)", "nc"), ("n.d. (1)", "nd")]
PLAIN_UNKNOWN = [pair for pair in UNKNOWN if pair[0] in ("NC", "N.C.", "-", "?", "n.d.", "sans objet")]  # « en attente » may be a text
SECRET = ["<5", "moins de 5", "***", "1 à 4", "s"]


def unknown(rng, column, value):
    """A word for « we do not know »; secret only where people are counted."""
    if rng.random() < 0.35:
        return empty()
    if column.field.kind == "people" and rng.random() < 0.2:
        return Cell(rng.choice(SECRET), state="secret")
    text, state = rng.choice(PLAIN_UNKNOWN if column.field.kind == "text" else UNKNOWN)
    return Cell(text, state=state)


def _people(rng, field, value):
    small = rng.randint(2, 15)
    several = [  # two counts in one cell, where the whole public is counted
        lambda: Cell("%d (dont %d QPV)" % (value, min(value, small)), value, expect="finding"),
        lambda: Cell("%dF/%dH" % (value - value // 2, value // 2), value, expect="finding") if value > 3 else Cell(value, value),
    ] if field == "benef_total" else []
    return rng.choice(several + [
        lambda: Cell("environ %d" % value, value, expect="finding"),
        lambda: Cell("~%d" % value, value, expect="finding"),
        lambda: Cell("plus de %d" % (value + 5), value + 5, expect="finding"),
        lambda: Cell("une dizaine", 10, expect="finding"),
        lambda: Cell("%d à %d" % (value + 10, value + 20), expect="refused"),
        lambda: Cell("%dO" % rng.randint(1, 9), expect="refused"),
        lambda: Cell("l%d" % rng.randint(2, 9), expect="refused"),
        lambda: Cell("%d\r" % value, value),
        lambda: Cell("#N/A", state="nd"),
        lambda: Cell("près de %d" % value, value, expect="finding"),
        lambda: Cell("%d %%" % rng.randint(20, 95), expect="refused", code="C16"),
        lambda: Cell("beaucoup", state="err", expect="refused"),
        lambda: Cell(value + 1.5, value + 1.5, expect="finding", code="C05"),
        lambda: Cell(-value, -value, expect="finding", code="C05") if value else Cell(value, value),
    ])()


def _euro(rng, value):
    whole = int(value)
    return rng.choice([
        lambda: Cell("EUR %d" % whole, float(whole)),
        lambda: Cell("%d euros" % whole, float(whole)),
        lambda: Cell("environ %d" % whole, float(whole), expect="finding"),
        lambda: Cell("%d 00 K" % rng.randint(2, 9), expect="refused"),
        lambda: Cell("voir devis", state="err", expect="refused"),
        lambda: Cell("%d à %d" % (whole + 100, whole + 500), expect="refused"),
        lambda: Cell("1'%03d,50" % (whole % 1000), 1000 + whole % 1000 + 0.5),
        lambda: Cell("%d.%03d,50" % (2, whole % 1000), 2000 + whole % 1000 + 0.5),
        lambda: Cell("#REF!", state="err", expect="plain"),
        lambda: Cell("(%d %03d)" % (1 + whole % 9, whole % 1000), -1000.0 * (1 + whole % 9) - whole % 1000),
        lambda: Cell("%d k€" % (1 + whole % 90), 1000.0 * (1 + whole % 90), expect="finding"),
        lambda: Cell("1,%d M€" % (1 + whole % 9), 1000000.0 + 100000 * (1 + whole % 9), expect="finding"),
    ])()


def _date(rng, value):
    day = as_day(value)
    return rng.choice([
        lambda: Cell("%d/%d/%d" % (day.month, day.day, day.year), value, expect="finding"),
        lambda: Cell("31/02/%d" % day.year, expect="refused"),
        lambda: Cell(day.strftime("%d-%m-%Y"), value),
        lambda: Cell(day.strftime("%d/%m/%y"), value),
        lambda: Cell("%s %d" % (MONTHS[day.month - 1], day.year), value[:8] + "01", expect="finding"),
        lambda: Cell("%d %s %d" % (day.day, MONTHS[day.month - 1], day.year), value),
    ])()


def _enum(rng, column, value):
    if column.field.vocabulary == "cotation":
        return Cell("G1/G2", expect="refused")
    if column.field.vocabulary == "statut":
        return Cell("à revoir en bureau", expect="refused", code="C15")
    return None


def _siret(rng, value):
    return rng.choice([lambda: Cell(value[:9], value[:9], expect="finding", code="C12"),
                       lambda: Cell("%s,%sE+13" % (value[0], value[1:6]), expect="refused", code="C12")])()


def troubled(rng, column, value):
    """A doubtful or damaged cell for this column, or None when the kind has no such pattern."""
    kind = column.field.kind
    if kind == "people":
        return _people(rng, column.field.id, value)
    if kind == "euro" and column.scale == 1:
        return _euro(rng, value)
    if kind == "date":
        return _date(rng, value)
    if kind == "siret":
        return _siret(rng, value)
    if kind == "enum":
        return _enum(rng, column, value)
    return None
