"""How much a claim is worth checking: the chance that another outlet, telling of the same event, states it too.

A logistic regression over what is read in the claim, fitted on annotated stories by `training/worth`: the claims that
editors elsewhere found worth stating are the checkable facts and the statements that count. It knows nothing of
subjects, names or outlets. Not covered: whether a claim is true, and claims whose news lies in a single rare word.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from extractors.claims.propositions import SUBJECTS, Proposition
from extractors.errors import MissingWeights
from extractors.records import Claim, Speaker

FEATURES: tuple[str, ...] = (
    "position",  # 0 for the first sentence of the article, 1 for the last
    "opening",  # in the first three sentences
    "words",  # logarithm of their number
    "quantities",  # any
    "times",  # any resolved
    "places",  # any
    "names",  # number of capitalised words inside, three at most
    "subject_named",  # a name is the subject
    "direct",  # wholly quoted
    "mixed",  # partly
    "indirect",  # credited, not quoted
    "speaker_named",  # to a speaker that the article names, or to a writing
    "first_or_second_person",  # "I", "we", "you" inside
    "unsettled",  # possible, hypothetical, expected
    "negated",
    "past",  # its predicate is in the past tense
    "dependent",  # an aside, an apposition or a clause beside another
    "question",
)


class Worth(Protocol):
    def scored(self, claim: Claim, row: Sequence[float]) -> Claim:
        """The claim with a score, given one number for each of `FEATURES`."""
        ...


@dataclass(frozen=True, slots=True)
class WorthModel:
    intercept: float
    coefficients: tuple[float, ...]

    def scored(self, claim: Claim, row: Sequence[float]) -> Claim:
        # Rounded, so that it is the same on every machine.
        total = self.intercept + math.fsum(w * x for w, x in zip(self.coefficients, row, strict=True))
        return replace(claim, score=round(1.0 / (1.0 + math.exp(-total)), 4))


def load_worth(folder: Path) -> WorthModel:
    """Raises MissingWeights when `folder` has no model.json, or one made for other features."""
    path = folder / "model.json"
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise MissingWeights(f"{path} is missing: install the package with its trained files.") from error
    if tuple(stored["coefficients"]) != FEATURES:
        raise MissingWeights(f"{path} was made for other features: make it again with training/worth")
    return WorthModel(stored["intercept"], tuple(stored["coefficients"].values()))


_PERSONS = frozenset({"i", "we", "you", "me", "us", "my", "our", "your", "i'm", "we're", "you're"})
_UNSETTLED = frozenset({"possible", "hypothetical", "expected"})
_DEPENDENT = frozenset({"acl:relcl", "acl", "appos", "advcl", "advcl:relcl"})
_OPENING_SENTENCES = 3  # in which a news report tells what happened
_MOST_NAMES = 3  # capitalised words that are counted; what has more is no more worth stating


def features_of(claim: Claim, proposition: Proposition, sentence: int, sentences: int) -> tuple[float, ...]:
    """One number for each of `FEATURES`. The claim stands in sentence number `sentence` of `sentences`, from 0."""
    words = [token for token in proposition.tokens if not token.is_punct]
    names = sum(token.pos_ == "PROPN" for token in words[1:])
    subjects = [child for child in proposition.head.children if child.dep_ in SUBJECTS]
    speaker = claim.attribution.speaker if claim.attribution else None
    row = {
        "position": sentence / max(1, sentences - 1),
        "opening": sentence < _OPENING_SENTENCES,
        "words": math.log(max(1, len(words))),
        "quantities": bool(claim.quantities),
        "times": bool(claim.times),
        "places": bool(claim.places),
        "names": min(_MOST_NAMES, names),
        "subject_named": any(subject.pos_ == "PROPN" for subject in subjects),
        "direct": claim.kind == "direct",
        "mixed": claim.kind == "mixed",
        "indirect": claim.kind == "indirect",
        "speaker_named": speaker is not None and (_is_named(speaker) or speaker.type == "document"),
        "first_or_second_person": any(token.lower_ in _PERSONS for token in words),
        "unsettled": claim.certainty in _UNSETTLED,
        "negated": claim.polarity == "negated",
        "past": proposition.head.tag_ in ("VBD", "VBN"),
        "dependent": proposition.head.dep_ in _DEPENDENT,
        "question": claim.text.rstrip("\"'”’").endswith("?"),
    }
    return tuple(float(row[name]) for name in FEATURES)


def _is_named(speaker: Speaker) -> bool:
    return not speaker.anonymous and speaker.type != "unknown"
