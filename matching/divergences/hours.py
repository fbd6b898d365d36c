"""The part of the day at which something happened, as hours from midnight, read from the words of a telling.

Parts of the day are wide and meet at their edges; clock times ("8 p.m.", "9.30am") allow an hour either way. Only a
telling that names exactly one part or time of day has hours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.records import Span
from matching.divergences.telling import Telling

# Hours either way that reports of one moment may differ by.
_SLACK = 1.0

_PARTS: tuple[tuple[str, float, float], ...] = (
    (r"(?:in the )?small hours(?: of the morning)?|in the early hours", 0.0, 6.0),
    (r"(?:shortly |just )?before (?:dawn|sunrise|first light|daybreak)", 1.0, 7.0),
    (r"(?:at |around )?(?:dawn|sunrise|first light|daybreak)", 4.0, 8.0),
    (r"mid-?morning", 9.0, 11.5),
    (r"(?:in the |that |this )?morning", 4.0, 12.0),
    (r"(?:at |around |by )?(?:noon|midday|lunchtime)", 11.0, 14.0),
    (r"(?:in the |that |this |mid-)?afternoon", 12.0, 18.5),
    (r"(?:at |around )?(?:dusk|sunset|nightfall)", 16.0, 22.0),
    (r"(?:in the |that |this )?evening", 17.0, 24.0),
    (r"(?:at |around )?midnight", 23.0, 25.0),
    (r"(?:at |in the |that |last |over)?night", 18.0, 30.0),
)
_CLOCK = re.compile(r"\b(?:at |about |around |by )*(\d{1,2})(?:[.:](\d{2}))? ?([ap])\.?m\b\.?")
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_IN_WORDS = re.compile(
    rf"(?<![\w.:,])(?P<part>(?:half|(?:a )?quarter) (?:past|to) )?(?P<hour>{'|'.join(_NUMBERS)}|1[0-2]|[1-9])"
    r"(?: o'clock)? (?P<when>in the morning|in the afternoon|in the evening|at night|that night)\b"
)
_PAST = {"half past": 0.5, "quarter past": 0.25, "quarter to": -0.25}
_PATTERN = re.compile("|".join(rf"(?P<p{index}>\b(?:{pattern})\b)" for index, (pattern, _, _) in enumerate(_PARTS)))


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours `[first, last]` after midnight; beyond 24.0 they belong to the following day."""

    first: float
    last: float
    span: Span

    @property
    def in_words(self) -> str:
        return f"{self.first:04.1f} to {self.last:04.1f} hours"

    def meets(self, other: Hours) -> bool:
        """Also across midnight: "at night" and "in the small hours" may be one time."""
        return any(
            self.first - _SLACK <= other.last + day and other.first + day <= self.last + _SLACK
            for day in (-24.0, 0.0, 24.0)
        )


def hours_of(telling: Telling) -> Hours | None:
    found = []
    for match in _CLOCK.finditer(telling.low):
        hour = int(match[1]) % 12 + (12 if match[3] == "p" else 0) + int(match[2] or 0) / 60
        found.append(Hours(hour, hour, telling.span(*match.span())))
    written = list(_IN_WORDS.finditer(telling.low))
    for match in written:
        hour = _hour(match)
        found.append(Hours(hour, hour, telling.span(*match.span())))
    for match in _PATTERN.finditer(telling.low):
        if any(whole.start() <= match.start() < whole.end() for whole in written):
            continue
        index = next(int(name[1:]) for name, value in match.groupdict().items() if value)
        _, first, last = _PARTS[index]
        found.append(Hours(first, last, telling.span(*match.span())))
    return found[0] if len(found) == 1 else None


def _hour(match: re.Match[str]) -> float:
    """Hours after midnight of "half past three in the afternoon"; twelve "at night" is midnight."""
    named = match["hour"]
    past = _PAST.get((match["part"] or "").removeprefix("a ").strip(), 0.0)
    hour = ((int(named) if named.isdigit() else _NUMBERS.index(named) + 1) + past) % 12
    is_late = match["when"] in ("in the afternoon", "in the evening") or (match["when"].endswith("night") and hour >= 6)
    return hour + (12 if is_late else 0)
