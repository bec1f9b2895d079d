# SPDX-License-Identifier: MPL-2.0
"""Header texts: the canonical label, or one of the spellings met in the field, then worn by use."""
import unicodedata

NBSP = "\u00a0"


def bare(text):
    """Without accents, as old software writes."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def mojibake(text):
    """UTF-8 bytes read as Windows-1252."""
    try:
        return text.encode("utf-8").decode("cp1252")
    except UnicodeDecodeError:
        return text


def worn(rng, text, level):
    """One small change, or none: case, accents, spaces, star, colon, apostrophe, unit, instruction."""
    if level == "clean" or rng.random() < 0.45:
        return text
    changes = [lambda t: t.upper(), lambda t: t.lower(), bare, lambda t: t + " *", lambda t: t + " :", lambda t: " " + t + "  ",
               lambda t: t.replace(" ", NBSP), lambda t: t.replace("'", "’"), lambda t: t.replace(" ", "  ", 1)]
    if level == "hard":
        changes += [lambda t: t.replace(" ", "\n", 1), lambda t: unicodedata.normalize("NFD", t), mojibake,
                    lambda t: t.replace("e", "e\u00ad", 1), lambda t: "\u200b" + t,
                    lambda t: t + " (à remplir)", lambda t: t.upper() + "*"]
    return rng.choice(changes)(text)


def label(rng, field, level):
    if level == "clean":
        return field.label
    text = rng.choice((field.label,) + field.spellings * 2)
    if field.kind == "euro" and "(" not in text and rng.random() < 0.3:
        text += rng.choice([" (en €)", " (€)", " en euros"])
    return worn(rng, text, level)
