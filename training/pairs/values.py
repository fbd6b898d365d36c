"""Values for the slots of `events.txt`, each in the forms that news writes it in."""

from __future__ import annotations

import random
from collections import defaultdict
from pathlib import Path

from training.pairs.altered import MONTHS, NUMBER_WORDS, WEEKDAYS


def _lists() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for line in Path(__file__).with_name("values.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, _, values = line.partition(": ")
            found[name] += values.split(", ")
    return found


_LISTS = _lists()


class Values:
    """The values of one event's slots, drawn when first asked for."""

    def __init__(self, lot: random.Random) -> None:
        self._lot = lot
        self._known: dict[str, list[str]] = {}
        self._low: dict[str, int] = {}

    def name(self, name: str, number: str) -> str:
        """The value's first form, as one would name it out of context."""
        return self._value(name, number)[0]

    def of(self, name: str, number: str, how: str | None, *, other: bool, again: bool) -> str:
        """`how` is "A" for a capital, "low" or "high" for an earlier and a later count; `other` asks for another value,
        `again` for any form of it.
        """
        forms = self._other(name, number) if other else self._value(name, number)
        form = self._lot.choice(forms) if again or name == "day" else forms[0]
        if how in ("low", "high"):
            low = self._low.setdefault(name, self._lot.randrange(3, 400))
            form = f"{low if how == 'low' else int(low * 1.4) + 2:,}"
        return form[0].upper() + form[1:] if how == "A" else form

    def _value(self, name: str, number: str) -> list[str]:
        key = name + number
        if key not in self._known:
            taken = [forms for k, forms in self._known.items() if k.startswith(name)]
            drawn = self._drawn(name)
            while drawn in taken:
                drawn = self._drawn(name)
            self._known[key] = drawn
        return self._known[key]

    def _other(self, name: str, number: str) -> list[str]:
        mine = self._value(name, number)
        drawn = self._drawn(name)
        while drawn[0] == mine[0]:
            drawn = self._drawn(name)
        self._known.setdefault(f"{name}{number}*", drawn)
        return self._known[f"{name}{number}*"]

    def _drawn(self, name: str) -> list[str]:
        lot = self._lot
        if name == "person":
            first, last = lot.choice(_LISTS["first name"]), lot.choice(_LISTS["last name"])
            office = lot.choice(_LISTS["office"])
            return [
                f"{first} {last}",
                last,
                f"{lot.choice(('Mr', 'Ms'))} {last}",
                f"{office} {first} {last}",
            ]
        if name == "org":
            firm, trade = lot.choice(_LISTS["firm"]), lot.choice(_LISTS["trade"])
            return [f"{firm} {trade}", firm, f"{firm} {trade} Group"]
        if name in ("place", "country"):
            return [lot.choice(_LISTS[name])]
        if name == "day":
            day = lot.choice(WEEKDAYS)
            return [day, day, f"{day} {lot.choice(('morning', 'evening'))}"]
        if name == "month":
            return [lot.choice(MONTHS)]
        if name == "year":
            return [str(lot.randrange(1950, 2024))]
        if name == "date":
            month, day = lot.choice(MONTHS), lot.randrange(1, 29)
            return [
                f"{month} {day}",
                f"{day} {month}",
                f"{month[:3]}. {day}" if len(month) > 5 else f"the {day}th of {month}",
            ]
        if name == "n":
            return _count(lot)
        if name == "small":
            word = lot.randrange(len(NUMBER_WORDS))
            return [NUMBER_WORDS[word], str(word + 2)]
        if name == "money":
            return _money(lot)
        return [lot.choice(_LISTS[name])]


def _count(lot: random.Random) -> list[str]:
    if lot.random() < 0.35:
        word = lot.randrange(len(NUMBER_WORDS))
        return [NUMBER_WORDS[word], str(word + 2)]
    value = lot.choice(
        (lot.randrange(13, 99), lot.randrange(100, 999), lot.randrange(1000, 9999), lot.randrange(10, 99) * 1000)
    )
    step = 10 ** (len(str(value)) - 1 if value > 99 else 1)
    low, up = value // step * step, value // step * step + step
    near = [f"about {value:,}", f"some {value:,}"]
    if value > low:
        near += [f"more than {low:,}", f"at least {low:,}"]
        near += (
            [f"nearly {up:,}"] if up - value < step / 3 else [f"just over {low:,}"] if value - low < step / 3 else []
        )
    return [f"{value:,}", *near]


def _money(lot: random.Random) -> list[str]:
    unit = lot.choice(("dollars", "euros", "crowns", "pounds", "francs"))
    sign = {"dollars": "$", "euros": "€", "pounds": "£"}.get(unit)
    value = lot.choice((lot.randrange(2, 99), lot.randrange(100, 900)))
    large = lot.choice(("million", "billion"))
    short = {"million": "m", "billion": "bn"}[large]
    forms = [f"{value} {large} {unit}", f"{value}{short} {unit}", f"about {value} {large} {unit}"]
    forms += [f"{sign}{value} {large}", f"{sign}{value}{short}"] if sign else []
    return [lot.choice(forms[:1] + forms[3:4]), *forms]
