"""Broken text through the whole pipeline: nothing stops it, and every span still points at its own words."""

import random
from collections.abc import Callable, Iterator
from functools import cache

import pytest

from extractors.pipeline import Pipeline
from extractors.records import ArticleText, Extraction, Span

STORY = (
    "Ferry strike enters third day\n\n"
    "“We will not sail until the rota is changed,” said Ada Okoro, who leads the crews’ union in Port Hamble. "
    "The operator, Hamble Lines, disputed that on Monday, saying 1,240 passengers had been carried.\n"
    "According to the harbour office, two of nine boats left before noon; a third turned back.\r\n"
    "OKORO: We offered talks. LIND: They did not.\n"
    "• Fares rose 4.5% in March – the union wants them frozen until 2027.\u00a0"
    "The minister, Jon Lind, “won’t comment”.\n"
    "He was accused of delaying a report that cost £1.2m. “They told us, ‘Wait,’ and we waited,” a deckhand said.\n"
)

ODD = "“”\"'‘’«»—–-…·•()[]{}<>&@#%$£€\\/|~^`\t\n\r\u00a0\u200b\u200d\u0301\ufeff\u2028😀👩‍👩‍👧\x1b漢ألאкßİŉ½²"
"""Signs that text from the web holds where they do not belong."""

ROUNDS = 12
"""Texts of each kind of damage; 12 of them found every fault that 100 found while this was written."""

Damage = Callable[[str, random.Random], str]


def letters_lost(text: str, order: random.Random) -> str:
    return "".join(c for c in text if order.random() > 0.05)


def signs_put_in(text: str, order: random.Random) -> str:
    return "".join(c + (order.choice(ODD) if order.random() < 0.05 else "") for c in text)


def letters_misread(text: str, order: random.Random) -> str:
    """As by a scanner."""
    taken = str.maketrans({"l": "1", "O": "0", "e": "c", "m": "rn", "“": ",,"})
    return "".join(c.translate(taken) if order.random() < 0.3 else c for c in text)


def cut_anywhere(text: str, order: random.Random) -> str:
    start = order.randrange(len(text))
    return text[start : start + order.randrange(1, 400)]


def lines_joined(text: str, order: random.Random) -> str:
    return "".join(" " if c in "\r\n" and order.random() < 0.8 else c for c in text)


def words_shuffled(text: str, order: random.Random) -> str:
    words = text.split(" ")
    order.shuffle(words)
    return " ".join(words)


def loud(text: str, order: random.Random) -> str:
    return "".join(c.upper() if order.random() < 0.9 else c for c in text)


def marks_changed(text: str, order: random.Random) -> str:
    return "".join(order.choice("“”\"'’``") if c in "“”‘’" else c for c in text)


def said_again(text: str, order: random.Random) -> str:
    parts = text.split("\n")
    return "\n".join(order.choice(parts) for _ in range(30))


DAMAGES = (
    letters_lost,
    signs_put_in,
    letters_misread,
    cut_anywhere,
    lines_joined,
    words_shuffled,
    loud,
    marks_changed,
    said_again,
)


@cache
def pipeline() -> Pipeline:
    return Pipeline.load()


def spans_of(found: Extraction) -> Iterator[Span]:
    for attribution in found.attributions:
        yield from attribution.spans
        yield from (part for part in (attribution.cue, attribution.mention) if part)
    for speaker in found.speakers:
        yield from (*speaker.mentions, *speaker.roles)
    for claim in found.claims:
        yield from claim.spans
    for quote in found.quotes:
        yield quote.span


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_no_damage_stops_the_pipeline_or_moves_a_span(damage: Damage) -> None:
    for number in range(ROUNDS):
        text = damage(STORY, random.Random(number))  # noqa: S311 - repeatable, no secret
        if text.strip():
            found = pipeline().extract(ArticleText(text))
            assert all(text[span.start : span.end] == span.exact for span in spans_of(found)), number


def test_the_whole_story_yields_quotes_attributions_and_claims() -> None:
    found = pipeline().extract(ArticleText(STORY))
    assert len(found.quotes) >= 3
    assert len(found.attributions) >= 4
    assert len(found.claims) >= 6
