"""Turns of transcripts: whose they are, how far they reach, and what is said within them."""

from __future__ import annotations

import pytest

from extractors.attribution import FoundAttribution
from extractors.attribution.transcripts import find_turns, with_turns
from extractors.records import Span

TRANSCRIPTS = [
    (
        "OKORO: We will not sell.\n\nLEE: Why not?\n\nOKORO: It feeds us.\n\nLEE: And then?",
        [("OKORO", "We will not sell."), ("LEE", "Why not?"), ("OKORO", "It feeds us."), ("LEE", "And then?")],
    ),
    (
        "ADA OKORO (Brod): No.\n\nADA OKORO (Brod): Never.\n\nThe council met on Friday.",
        [("ADA OKORO", "No."), ("ADA OKORO", "Never.")],
    ),
    (
        '"LEE: Why not?\n\n"OKORO: It feeds us.\n\n"It always did.\n\n"(LAUGHTER.)\n\n"LEE: Thanks."',
        [("LEE", "Why not?"), ("OKORO", "It feeds us. / It always did."), ("LEE", "Thanks.")],
    ),
    (
        "“LEE: Why not?\n\n“OKORO: He said “no” to me.\n\n“LEE: And then?”\n\n“Bo,” the mayor said.",
        [("LEE", "Why not?"), ("OKORO", "He said “no” to me."), ("LEE", "And then?")],
    ),
    ('"LEE: Why?\n\n"VIDEO: A bridge falls.\n\n"LEE: And then?', [("LEE", "Why?"), ("LEE", "And then?")]),
]

NEAR_MISSES = [
    "BYLINE: Ada Okoro.",
    "WATCH: The bridge falls.\n\nWATCH: It falls again.",
    "“BROD: a town by the sea,” she read.",
    "PARIS — The council met on Friday.\n\nPARIS — The mayor resigned on Friday.",
]

TALK = "LEE: Why not?\n\nOKORO: The mayor said it feeds us.\n\nLEE: Thanks.\n\n“No,” Bo Lund said.\n\nOKORO: Yes."


def told(found: tuple[FoundAttribution, ...]) -> list[tuple[str, str]]:
    return [(one.source.exact if one.source else "", " / ".join(c.exact for c in one.contents)) for one in found]


def attribution(source: str, cue: str, content: str) -> FoundAttribution:
    spans = [Span.of(TALK, TALK.index(part), TALK.index(part) + len(part)) for part in (source, cue, content)]
    return FoundAttribution(spans[0], spans[1], (spans[2],), 0.7, "model")


@pytest.mark.parametrize(("text", "expected"), TRANSCRIPTS)
def test_each_turn_is_credited_to_its_name(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(find_turns(text)) == expected


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_what_only_looks_like_a_turn_is_left_alone(text: str) -> None:
    assert find_turns(text) == ()


@pytest.mark.parametrize(
    ("found", "stays"),
    [
        (attribution("The mayor", "said", "it feeds us"), True),
        (attribution("Bo Lund", "Lund said", "“No,”"), True),
        (attribution("OKORO", ":", "The mayor said it feeds us"), False),
        (attribution("Bo Lund", "Lund said", "Thanks."), False),
    ],
)
def test_a_turn_holds_what_is_said_in_it_and_no_one_else_does(found: FoundAttribution, stays: bool) -> None:
    every = with_turns((found,), find_turns(TALK))
    assert (found in every) is stays
    assert [one.contents[0].start for one in every] == sorted(one.contents[0].start for one in every)
