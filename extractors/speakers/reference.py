"""Who a pronoun or a description of a person refers to, from what the article named before it.

Places      sentences, paragraphs and quotations of the article by offset
Candidate   one person named shortly before, with what speaks for and against them
candidates  all of them
best        the one with the highest score

The score is linear in features a reader can check; their weights are learned (`training/speakers`) and lie in
`extractors/weights/pronouns`.
"""

from __future__ import annotations

import json
import math
import re
from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from extractors.marks import paragraphs
from extractors.records import Quote, Span
from extractors.speakers.capitals import ABBREVIATED
from extractors.speakers.persons import Naming, Person
from extractors.speakers.words import Gender

REACH = 1500
"""Code points a pronoun is followed back. Three paragraphs of news prose."""

FARTHEST = 6
"""Sentences and paragraphs of distance beyond which a candidate gets no worse."""

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[^\W\d_a-z])|\n\s*")
_PREPOSITION = re.compile(r"\b(?:of|for|with|to|by|from|against|about|on|at|between|and|than|like)\s$")
_SUBJECT_VERB = re.compile(
    r"(?:,[^,.]{3,80},)?\s(?:also\s|then\s|later\s|has\s|had\s|was\s|is\s|[a-z]+ly\s)?"
    r"(?:said|says|told|added|wrote|called|tweeted|asked|argued|[a-z]{3,}ed|has|had|was|is|will|did|would|does|made|took)\b"
)


class Places:
    """Where sentences and paragraphs begin and which stretches are quoted."""

    def __init__(self, text: str, quotes: Sequence[Quote]) -> None:
        self._text = text
        self._sentences = [end.end() for end in _SENTENCE_END.finditer(text) if not _abbreviates(text, end.start())]
        self._paragraphs = [start for start, _ in paragraphs(text)]
        outer = [quote.span for quote in quotes if quote.parent is None and len(quote.inner.exact.split()) > 2]
        self._starts = [span.start for span in outer]
        self._ends = [span.end for span in outer]

    def sentence(self, offset: int) -> int:
        return bisect_right(self._sentences, offset)

    def sentence_range(self, offset: int) -> tuple[int, int]:
        at = bisect_right(self._sentences, offset)
        start = self._sentences[at - 1] if at else 0
        return start, self._sentences[at] if at < len(self._sentences) else len(self._text)

    def paragraph(self, offset: int) -> int:
        return bisect_right(self._paragraphs, offset)

    def quoted(self, offset: int) -> bool:
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._ends[at]


def _abbreviates(text: str, end: int) -> bool:
    """Whether the full stop before an offset belongs to an abbreviation or an initial."""
    word = re.search(r"([^\W\d_]+)\.$", text[max(0, end - 12) : end])
    return word is not None and (word.group(1) in ABBREVIATED or len(word.group(1)) == 1)


@dataclass(frozen=True, slots=True)
class Candidate:
    person: Person
    features: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Referring:
    """A pronoun or description at `position`, and what is known around it.

    `spoke` are offsets at which speakers are mentioned, `outer` is who speaks the words it stands in, `said` are the
    stretches that it is the speaker of, and `goes_on` whether its cue adds to what was said before ("also said").
    """

    position: int
    gender: Gender | None
    spoke: Collection[int]
    outer: Person | None
    said: Sequence[Span] = ()
    goes_on: bool = False


def candidates(text: str, one: Referring, before: Sequence[Naming], places: Places) -> list[Candidate]:
    """Everybody named in `before`, the namings in reach in order, whose gender does not contradict.

    Whoever adds to what was said has spoken before: where anybody has, only those are candidates.
    """
    here, block = places.sentence(one.position), places.paragraph(one.position)
    inside = places.quoted(one.position)
    first_of: dict[int, int] = {}
    namings: dict[int, list[Naming]] = {}
    last_speaker: int | None = None
    for naming in before:
        if naming.end > one.position or (one.gender and naming.person.gender not in (one.gender, None)):
            continue
        first_of.setdefault(places.sentence(naming.start), naming.start)
        namings.setdefault(id(naming.person), []).append(naming)
        if naming.start in one.spoke and not _within(naming, one.said):
            last_speaker = id(naming.person)
    found = []
    for key, group in namings.items():
        last = group[-1]
        sentence = places.sentence(last.start)
        in_last = [naming for naming in group if places.sentence(naming.start) == sentence]
        quoted = places.quoted(last.start)
        tail = text[last.end : last.end + 100]
        features = {
            "sentences": float(min(here - sentence, FARTHEST)),
            "paragraphs": float(min(block - places.paragraph(last.start), FARTHEST)),
            "same_sentence": float(sentence == here),
            "first_in_sentence": float(any(naming.start == first_of[sentence] for naming in in_last)),
            "spoke": min(sum(naming.start in one.spoke for naming in group), 3) / 3,
            "spoke_last": float(last_speaker == key),
            "goes_on": float(last_speaker == key and one.goes_on),
            "last_spoke": float(any(naming.start in one.spoke for naming in in_last)),
            "in_quotation": float(quoted and not inside),
            "in_own_words": float(any(_within(naming, one.said) for naming in group)),
            "both_in_quotation": float(quoted and inside),
            "possessive": float(text[last.end : last.end + 2] in {"’s", "'s"} or tail[:2] in {"’ ", "' "}),
            "after_preposition": float(
                last.start not in one.spoke and bool(_PREPOSITION.search(text[max(0, last.start - 12) : last.start]))
            ),
            "subject": float(any(_SUBJECT_VERB.match(text, n.end, n.end + 120) is not None for n in in_last)),
            "named": math.log(1 + len(group)),
            "gender_known": float(bool(one.gender) and last.person.gender == one.gender),
            "gender_hinted": float(bool(one.gender) and not last.person.leaning and last.person.hint != 0),
            "full_name": float(last.person.first is not None),
            "outer_quoting": float(inside and one.outer is last.person),
            "outer_telling": float(not inside and one.outer is last.person),
        }
        found.append(Candidate(last.person, features))
    spoke = [candidate for candidate in found if candidate.features["spoke"]]
    return spoke if one.goes_on and spoke else found


def _within(naming: Naming, stretches: Sequence[Span]) -> bool:
    return any(span.start <= naming.start < span.end for span in stretches)


WEIGHTS = Path(__file__).parents[1] / "weights" / "pronouns" / "model.json"


@cache
def weights() -> Mapping[str, float]:
    """What every feature of a candidate counts."""
    read: dict[str, float] = json.loads(WEIGHTS.read_text(encoding="utf8"))["weights"]
    return read


def score(candidate: Candidate, weighed: Mapping[str, float]) -> float:
    return math.fsum(weighed.get(name, 0.0) * value for name, value in candidate.features.items())


def best(found: Sequence[Candidate]) -> Person | None:
    """The person of the highest score, of equals the one named first; None without any."""
    return max(found, key=lambda one: score(one, weights())).person if found else None
