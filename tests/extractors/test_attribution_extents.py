"""Contents whole: joined where nobody claims what is between, ended with phrases and before what another claims.

A case is a text with the content as the model left it in ⟦⟧ and its cue in ⟪⟫; expected is the content that comes out.
"""

import re
from dataclasses import replace

import pytest
from spacy.language import Language

from extractors.attribution.extents import whole
from extractors.attribution.found import FoundAttribution
from extractors.records import Span
from tests.extractors.test_attribution_completing import marked

ENDINGS = [
    ("Ann Lee ⟪criticized⟫ ⟦the board of⟧ the port.", "the board of the port"),
    (
        "Ann Lee ⟪has faced questions about⟫ ⟦the accounts of the⟧ harbour board on Monday.",
        "the accounts of the harbour board",
    ),
    ("Ann Lee ⟪said⟫ ⟦the port would need three⟧ new cranes.", "the port would need three new cranes"),
    (
        "Ann Lee ⟪said⟫ ⟦the port was closed after years of hard⟧ times.",
        "the port was closed after years of hard times",
    ),
    ("Ann Lee ⟪said⟫ ⟦the board should not⟧ sell the port.", "the board should not sell the port"),
    ("⟦The port, its cranes and its docks,⟧ are for sale, Ann Lee ⟪said⟫.", "The port, its cranes and its docks"),
    ("(Ann Lee ⟪said⟫ ⟦that the port was shut)⟧. The cranes stood still.", "that the port was shut"),
    ("⟦The port is shut —⟧ Ann Lee ⟪said⟫ so.", "The port is shut"),
    # as it is
    ("Ann Lee ⟪said⟫ ⟦that the port (and its docks)⟧ would close.", "that the port (and its docks)"),
    ("Ann Lee ⟪praised⟫ ⟦the board⟧ of the port.", "the board"),
    ("⟦“The port is shut,”⟧ Ann Lee ⟪said⟫.", "“The port is shut,”"),
    ("⟦It⟧ ⟪was criticized⟫ by the board.", "It"),
    ("Ann Lee ⟪said⟫ ⟦the port was shut⟧", "the port was shut"),
]


@pytest.mark.parametrize(("given", "expected"), ENDINGS)
def test_contents_end_with_whole(nlp: Language, given: str, expected: str) -> None:
    text, found = marked(given)
    (one,) = whole(nlp(text), found)
    assert [content.exact for content in one.contents] == [expected]


@pytest.mark.parametrize(
    ("text", "content", "other", "expected"),
    [
        ("Lee praised the port because the mayor keeps it.", "the port because", "the mayor", "the port"),
        ("Lee spoke of the ship in the harbour.", "the ship in", "the harbour", "the ship"),
        ("Lee spoke of the big ship.", "the big", "ship", "the big"),
    ],
)
def test_words_that_another_claims_are_left_to_it(
    nlp: Language, text: str, content: str, other: str, expected: str
) -> None:
    def one(part: str) -> FoundAttribution:
        at = text.index(part)
        return FoundAttribution(None, None, (Span.of(text, at, at + len(part)),), 0.9, "test")

    first, second = whole(nlp(text), (one(content), one(other)))
    assert [part.exact for part in (*first.contents, *second.contents)] == [expected, other]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            "[The port closed] on Tuesday [for want of cranes], he (said).",
            ["The port closed on Tuesday for want of cranes"],
        ),
        ("He (said) [that], in his view, [the port was shut].", ["that, in his view, the port was shut"]),
        ("He (criticized) [the board], [its chair] and [its clerk].", ["the board, its chair and its clerk"]),
        ("[The port], he (said), [was shut].", ["The port", "was shut"]),
        ("[“No.”] The mayor paused. [“It is shut,”] he (said).", ["“No.”", "“It is shut,”"]),
        ("He (said) [the port was shut.]\n\n[The cranes were sold.]", ["the port was shut.", "The cranes were sold."]),
    ],
)
def test_what_nobody_claims_parts_no_content(nlp: Language, given: str, expected: list[str]) -> None:
    text = re.sub(r"[][()]", "", given)
    found = FoundAttribution(None, None, (), 0.9, "test")
    for part in re.finditer(r"\[.*?\]|\(.*?\)", given):
        start = len(re.sub(r"[][()]", "", given[: part.start()]))
        span = Span.of(text, start, start + len(part[0]) - 2)
        more = {"cue": span} if part[0][0] == "(" else {"contents": (*found.contents, span)}
        found = replace(found, **more)
    (one,) = whole(nlp(text), (found,))
    assert [content.exact for content in one.contents] == expected


@pytest.mark.parametrize(
    ("text", "mention", "expected"),
    [
        ("E.U. ministers said the port was shut.", "U. ministers", "E.U. ministers"),
        ("The U.S. said the port was shut.", "The U.S", "The U.S."),
        ("Ann Lee’s brother said the port was shut.", "Ann Lee", "Ann Lee"),
    ],
)
def test_mentions_are_of_whole_words(nlp: Language, text: str, mention: str, expected: str) -> None:
    start = text.index(mention)
    source, content = (
        Span.of(text, at, at + len(part))
        for at, part in ((start, mention), (text.index("the port"), "the port was shut"))
    )
    (one,) = whole(nlp(text), (FoundAttribution(source, None, (content,), 0.9, "test"),))
    assert one.source is not None
    assert one.source.exact == expected


def test_a_content_ends_before_whoever_speaks_next(nlp: Language) -> None:
    text = "While aides told us the port was shut, they are cautious that it may open."

    def part(words: str) -> Span:
        return Span.of(text, text.index(words), text.index(words) + len(words))

    aides = FoundAttribution(part("aides"), part("told"), (part("the port was shut, they"),), 0.9, "test")
    they = FoundAttribution(part("they"), part("are cautious"), (part("that it may open"),), 0.9, "test")
    first, second = whole(nlp(text), (aides, they))
    assert [content.exact for content in (*first.contents, *second.contents)] == [
        "the port was shut",
        "that it may open",
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "expected"),
    [
        (
            "“It is shut,” said Ann Lee of the port. Her brother Bob agreed.",
            "Ann Lee of the port. Her",
            "said",
            "Ann Lee of the port",
        ),
        ("The port is shut. Ann Lee said so on Monday.", "shut. Ann Lee", "said", "Ann Lee"),
        ("Sen. Ann Lee said so on Monday.", "Sen. Ann Lee", "said", "Sen. Ann Lee"),
    ],
)
def test_a_mention_keeps_to_its_sentence(nlp: Language, text: str, source: str, cue: str, expected: str) -> None:
    def span(part: str) -> Span:
        return Span.of(text, text.index(part), text.index(part) + len(part))

    content = Span.of(text, len(text) - 7, len(text) - 1)
    (one,) = whole(nlp(text), [FoundAttribution(span(source), span(cue), (content,), 0.9, "test")])
    assert one.source is not None
    assert one.source.exact == expected
