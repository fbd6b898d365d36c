"""Pairs of invented sentences from `events.txt`: one event in two tellings that agree, or that diverge in a known kind.

event -> two lines of one sense (agree), of two senses (diverge), or of sense x and another (no common claim)
      -> slots filled, on the right at times in another form, or with another value (diverge in the slot's kind)
"""

from __future__ import annotations

import itertools
import random
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from training.pairs.altered import Told
from training.pairs.values import Values

EVENTS = Path(__file__).with_name("events.txt")
LESS, ELSEWHERE = "0", "x"
"""Senses: says less than the others; is about something else."""

_SLOT = re.compile(r"\{(\w+?)(\d?)(?::(\w+))?\}")
_KINDS = {
    "person": "entity", "org": "entity", "country": "entity", "place": "place", "day": "date", "month": "date",
    "year": "date", "date": "date", "n": "number", "small": "number", "money": "number", "body": "entity",
}  # fmt: skip
"""What differs when a slot has another value on the right."""


@dataclass(frozen=True, slots=True)
class Made:
    """A pair, whether its sentences carry a common claim, and who is credited on either side."""

    told: Told
    carries: bool
    speakers: tuple[str | None, str | None] = (None, None)


@dataclass(frozen=True, slots=True)
class Event:
    kind: str
    lines: dict[str, tuple[str, ...]]


def events() -> list[Event]:
    found: list[tuple[str, dict[str, list[str]]]] = []
    for line in EVENTS.read_text(encoding="utf-8").splitlines():
        if line.startswith("@ "):
            found.append((line[2:].strip(), defaultdict(list)))
        elif line.strip() and not line.startswith("#"):
            found[-1][1][line[0]].append(line[2:].strip())
    return [Event(kind, {sense: tuple(lines) for sense, lines in senses.items()}) for kind, senses in found]


def made(event: Event, lot: random.Random) -> Made:
    """One pair of tellings of an event."""
    full = [sense for sense in event.lines if sense not in (LESS, ELSEWHERE)]
    turn = lot.random()
    one = lot.choice(full)
    kind: str | None = None
    carries = True
    values = Values(lot)
    altered: str | None = None
    if turn < 0.42 and len(full) > 1:
        two, kind = lot.choice([sense for sense in full if sense != one]), event.kind
    elif turn < 0.5 and LESS in event.lines:
        two = LESS
    elif turn < 0.55 and ELSEWHERE in event.lines:
        two, carries = ELSEWHERE, False
    else:
        two = one
    left, right = _two(event.lines[one], event.lines[two], lot)
    if two == one and lot.random() < 0.4:
        shared = sorted(_slots(left) & _slots(right))
        shared = [slot for slot in shared if slot[0] in _KINDS and slot not in _deciding(event)]
        if shared:
            slot = lot.choice(shared)
            altered, kind = slot[0] + slot[1], _KINDS[slot[0]]
    first = _filled(left, values, None, again=False)
    second = _filled(right, values, altered, again=lot.random() < 0.5)
    told = Told(
        first.text,
        second.text,
        kind,
        first.marked if kind else (),
        second.marked if kind else (),
    )
    if altered:
        told = Told(told.left, told.right, kind, _filled_at(first, altered), _filled_at(second, altered))
    pair = Made(told, carries, (first.speaker, second.speaker))
    return pair if lot.random() < 0.5 else _turned(pair)


def _turned(pair: Made) -> Made:
    told = pair.told
    return Made(
        Told(told.right, told.left, told.kind, told.right_marks, told.left_marks), pair.carries, pair.speakers[::-1]
    )


def _two(ones: Sequence[str], twos: Sequence[str], lot: random.Random) -> tuple[str, str]:
    one = lot.choice(ones)
    others = [line for line in twos if line != one] or list(twos)
    return one, lot.choice(others)


def _slots(line: str) -> set[tuple[str, str]]:
    return {(match.group(1), match.group(2)) for match in _SLOT.finditer(line)}


def _deciding(event: Event) -> set[tuple[str, str]]:
    """Slots of roles: exchanged between senses, so that another value would not be the only difference."""
    lines = itertools.chain(*event.lines.values())
    return {slot for line in lines for slot in _slots(line) if event.kind == "role" and slot[0] != "day"}


@dataclass(slots=True)
class _Telling:
    text: str
    marked: tuple[tuple[int, int], ...]
    slots: dict[str, list[tuple[int, int]]]
    speaker: str | None


def _filled_at(telling: _Telling, slot: str) -> tuple[tuple[int, int], ...]:
    return tuple(telling.slots.get(slot, ()))


def _filled(line: str, values: Values, altered: str | None, *, again: bool) -> _Telling:
    """A line with its slots filled and its brackets taken off. `again`: names and figures may come in another form."""
    out: list[str] = []
    length, at = 0, 0
    marked: list[tuple[int, int]] = []
    opened = 0
    slots: dict[str, list[tuple[int, int]]] = defaultdict(list)
    while at < len(line):
        match = _SLOT.match(line, at)
        if match:
            name, number, how = match.groups()
            value = values.of(name, number, how, other=altered == name + number, again=again)
            slots[name + number].append((length, length + len(value)))
            out.append(value)
            length += len(value)
            at = match.end()
        elif line[at] == "[":
            opened = length
            at += 1
        elif line[at] == "]":
            marked.append((opened, length))
            at += 1
        else:
            out.append(line[at])
            length += 1
            at += 1
    text = "".join(out)
    capital = text[0].upper() + text[1:]
    return _Telling(capital, tuple(marked), slots, _speaker(line, values))


def _speaker(line: str, values: Values) -> str | None:
    """Who a line credits, where it names somebody by a slot next to a verb of saying."""
    match = re.search(
        r"\[?\{(person|org)(\d?)\}\]? (?:said|argued|insisted|vowed|called|told)"
        r"|(?:said|[Aa]ccording to) \[?\{(person|org)(\d?)\}"
        r"|, \[?\{(person|org)(\d?)\}\]? (?:said|argued)",
        line,
    )
    if match is None:
        return None
    name, number = next((n, m) for n, m in zip(match.groups()[::2], match.groups()[1::2], strict=True) if n)
    return values.name(name, number)
