"""The score of a divergence: how likely the two statements do diverge in what a rule has read in them.

A logistic regression over `EVIDENCE` whose coefficients ship as JSON (`matching/weights/relation`, made by
`training/relation`). Every family of rules adds its own share to the common coefficients, as far as there was enough
to learn it from: a difference in quoted words needs no other evidence, a difference between two dates needs much.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from extractors.errors import MissingWeights
from matching.reading.judging import Difference
from matching.records import GRADE_OF, Agreement, Divergence, DivergenceKind
from matching.relation.evidence import EVIDENCE, logit_of
from matching.scoring import probability

WEIGHTS = Path(__file__).parents[1] / "weights" / "relation" / "model.json"

UNDETERMINED, DOUBT = "undetermined", "doubt"
"""Names beside the classes of agreement: no class can be told; and what a divergence that was not kept takes off."""

# What the reading network's logit for the kind counts beside the evidence, and the logit at which it says nothing. It
# has seen the training data, so it is weighed on the development contrasts: of 0.3 to 0.8 and 0 to -2 these keep
# most of the recall of the evidence alone with two thirds of its near misses and of its noise.
READ_WEIGHT = 0.8
READ_MIDDLE = -2.0
# Logits that reading may add or take off at most: no pair is said to diverge by reading alone. Of 1.5 to 3 and no
# bound, the least near misses of the development contrasts for the same recall.
MOST_READ = 2.0
# The same for an outlet's own voice against a holder, unbounded: most of what reading has learned from stories is of
# this kind, and little else tells where a reader would remark on it. Of 0.5 to 1.6, the most right of what is reported
# in the development stories.
OWN_VOICE_WEIGHT = 1.6
_OWN_VOICE = "attribution.own_voice"
# Kinds that reading is not asked about. It does not calculate: on the development contrasts it took off a third of what
# rules had rightly found of the first two. And it never learned to tell "other": of the 320 aligned pairs of the
# development stories for which it says so most surely, 31 are annotated so; 61 of all 1,140 are.
_UNREAD: frozenset[DivergenceKind] = frozenset({"number", "update", "other"})

# Rules that read one kind of difference in several ways and share what is known of them.
_FAMILIES: Mapping[str, str] = {
    "date.hours_apart": "date",
    "date.days_apart": "date",
    "date.after_deadline": "date",
    "update.later_state": "update.state",
    "update.settled": "update.state",
    "update.contrary": "update.state",
    "place.names_apart": "place",
    "place.spots_apart": "place",
    "place.opposite_sides": "place",
}


def family_of(rule: str) -> str:
    """`scope.area`, `scope.quantity` and so on are one family, and so are the frames of `role`."""
    kind = rule.split(".")[0]
    return kind if kind in ("scope", "role") else _FAMILIES.get(rule, rule)


@dataclass(frozen=True, slots=True)
class RelationModel:
    """`common` runs along `EVIDENCE`, and so does each family's addition; `thresholds` are probabilities by
    grade, or by kind or rule where one has its own.

    `sureness` is intercept and slope by which the score of the likeliest divergence tells how sure a whole alignment's
    relation is; `agreements` holds the logit of "agree" for each class of agreement, and what a doubt takes off.
    """

    version: str
    intercept: float
    common: tuple[float, ...]
    families: Mapping[str, tuple[float, tuple[float, ...]]]
    thresholds: Mapping[str, float]
    sureness: tuple[float, float]
    agreements: Mapping[str, float]

    def score(self, divergence: Divergence, row: Sequence[float], read: Difference | None = None) -> float:
        """In [0, 1]. A rule of no known family scores as the evidence alone has it; so does what was not `read`."""
        rule = divergence.rule
        more, own = self.families.get(family_of(rule), (0.0, (0.0,) * len(row)))
        weighed = math.fsum((a + b) * x for a, b, x in zip(self.common, own, row, strict=True))
        return probability(self.intercept + more + weighed + _seconded(divergence, read))

    def sure(self, surest: float, agreement: Agreement | None, likeliest: float) -> float:
        """How sure the relation of an alignment is, in [0, 1]; `surest` is 0.0 where it is "agree"."""
        return self.diverging(surest) if surest else self.agreeing(agreement, likeliest)

    def diverging(self, surest: float) -> float:
        """How sure "diverge" is, in [0, 1], by the score of the likeliest divergence of an alignment."""
        return probability(self.sureness[0] + self.sureness[1] * logit_of(surest))

    def agreeing(self, agreement: Agreement | None, likeliest: float) -> float:
        """How sure "agree" is, in [0, 1]: by the class of the agreement, less where a divergence was nearly read."""
        known = self.agreements[agreement or UNDETERMINED]
        return probability(known - self.agreements[DOUBT] * likeliest)

    def holds(self, divergence: Divergence, score: float) -> bool:
        names = (divergence.rule, divergence.kind, GRADE_OF[divergence.kind])
        return score >= next(self.thresholds[name] for name in names if name in self.thresholds)


def _seconded(divergence: Divergence, read: Difference | None) -> float:
    """What reading adds to the logit of a divergence."""
    if read is None or divergence.kind in _UNREAD:
        return 0.0
    said = read.kinds.get(divergence.kind, READ_MIDDLE) - READ_MIDDLE
    if divergence.rule.startswith(_OWN_VOICE):
        return OWN_VOICE_WEIGHT * said
    return max(-MOST_READ, min(MOST_READ, READ_WEIGHT * said))


@lru_cache(maxsize=4)
def load_relation_model(path: Path = WEIGHTS) -> RelationModel:
    """Raises MissingWeights when the file is absent or made for other evidence."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise MissingWeights(f"{path} is not installed: reinstall, or make it with training/relation") from error
    if tuple(stored["common"]) != EVIDENCE:
        raise MissingWeights(f"{path} was made for other evidence: make it again with training/relation")
    return model_of(stored)


def model_of(stored: Mapping[str, Any]) -> RelationModel:
    """The model that a `model.json` describes."""
    return RelationModel(
        stored["version"],
        stored["intercept"],
        tuple(stored["common"][name] for name in EVIDENCE),
        {
            name: (own["intercept"], tuple(own["evidence"].get(key, 0.0) for key in EVIDENCE))
            for name, own in stored["families"].items()
        },
        stored["thresholds"],
        (stored["sureness"]["intercept"], stored["sureness"]["slope"]),
        stored["agreements"],
    )
