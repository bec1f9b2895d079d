# SPDX-License-Identifier: MPL-2.0
"""One written cell and what it means. `expect` says what the reader owes it:

plain    the value (or state) itself; a remark is allowed
finding  the value, and a finding that says it is doubtful
refused  no value (any state), and a finding: a person must decide
"""
import datetime


class Cell:
    """What stands in the sheet (`shown`, `number_format`) and what it means (`value` or `state`)."""
    __slots__ = ("shown", "number_format", "value", "state", "expect", "code", "extra", "private")

    def __init__(self, shown, value=None, state=None, expect="plain", number_format=None, code=None, extra=None, private=None):
        self.shown, self.value, self.state = shown, value, state
        self.expect, self.number_format, self.code = expect, number_format, code
        self.private = private  # a text about a person inside the cell, which must not be read
        self.extra = extra or {}  # further fields that the same cell gives: {"date_fin": "2024-12-31"}


class Formula:
    """A formula; `result` is what a calculating program would store, None when nothing is stored."""

    def __init__(self, text, result=None):
        self.text, self.result = text, result


def empty():
    return Cell(None, state="vide")


def iso(day):
    return day.isoformat()


def as_day(text):
    return datetime.date.fromisoformat(text)


def grouped(number, separator="\u00a0"):
    """1234567 -> 1 234 567 with the given separator."""
    whole = f"{abs(int(number)):,}".replace(",", separator)
    return ("-" if number < 0 else "") + whole


def french(number, places=2, separator="\u00a0"):
    """1234.5 -> 1 234,50."""
    whole, _, part = f"{abs(number):.{places}f}".partition(".")
    text = grouped(int(whole), separator) + ("," + part if places else "")
    return ("-" if number < 0 else "") + text
