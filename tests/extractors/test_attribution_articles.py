"""Whole texts through the real model: plain cases are read rightly, and no text, however broken, stops it."""

from itertools import pairwise

import pytest

from extractors.attribution import FoundAttribution, find_attributions
from extractors.encoder.graphs import Encoder
from extractors.quotations import find_quotes

PLAIN = "“We will not sell the dairy,” said Ada Okoro, the mayor of Brod. She added that the council meets on Friday."

BROKEN = {
    "empty": "",
    "white space": " \n\t\n\u00a0 ",
    "one mark": "“",
    "no newline": (PLAIN + " ") * 12,
    "empty paragraphs": "\n\n \n".join([PLAIN] * 4) + "\n\n\n",
    "no-break spaces": PLAIN.replace(" ", "\u00a0"),
    "emoji": PLAIN.replace("dairy", "🐄👩‍🌾 dairy 👍🏽"),
    "combining marks": PLAIN.replace("a", "a\u0301"),
    "all capitals": PLAIN.upper(),
    "windows line ends": PLAIN.replace(". ", ".\r\n\r\n"),
    "one endless word": "said " + "x" * 100_000 + " “yes.”",
    "ten thousand marks": "“" * 5_000 + "”" * 5_000,
    "marks and words": "“No,” " * 2_000,
    "unclosed": PLAIN.replace("”", ""),
    "other scripts": "市長は「売らない」と述べた。\nمرحبا بالعالم",
    "control and private signs": "\x00\x07 said \ue000 that \uffff “it is so”",
}


def read(text: str, encoder: Encoder) -> tuple[FoundAttribution, ...]:
    return find_attributions(text, find_quotes(text), encoder.encode(text), encoder)


@pytest.mark.parametrize(
    ("text", "source", "cue", "contents"),
    [
        ("“We will not sell the dairy,” said Ada Okoro.", "Ada Okoro", "said", ["“We will not sell the dairy,”"]),
        ("Ada Okoro said that the dairy was safe.", "Ada Okoro", "said", ["that the dairy was safe"]),
        (
            "According to the finance ministry, the dairy lost money last year.",
            "the finance ministry",
            "According to",
            ["the dairy lost money last year"],
        ),
        (
            "“The dairy,” Ada Okoro said, “is not for sale.”",
            "Ada Okoro",
            "said",
            ["“The dairy,”", "“is not for sale.”"],
        ),
        ("The minister denied that he had sold the dairy.", "The minister", "denied", ["that he had sold the dairy"]),
        ("She told reporters the vote would be repeated.", "She", "told", ["the vote would be repeated"]),
    ],
)
def test_a_plain_attribution_is_read(text: str, source: str, cue: str, contents: list[str], encoder: Encoder) -> None:
    (found,) = read(text, encoder)
    assert found.source is not None
    assert found.cue is not None
    assert (found.source.exact, found.cue.exact) == (source, cue)
    assert [content.exact for content in found.contents] == contents


def test_a_statement_of_the_paper_itself_is_attributed_to_nobody(encoder: Encoder) -> None:
    assert read("The dairy stands by the river. It employs forty people.", encoder) == ()


def test_a_passive_cue_may_have_no_source(encoder: Encoder) -> None:
    (found,) = read("The mayor was accused of selling the dairy to a friend.", encoder)
    assert found.source is None


def test_two_speakers_are_kept_apart(encoder: Encoder) -> None:
    text = "“The dairy is safe,” said Ada Okoro. “It is lost and everyone knows it,” replied Bo Lund."
    assert [a.source.exact for a in read(text, encoder) if a.source] == ["Ada Okoro", "Bo Lund"]


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_no_text_stops_the_reading(text: str, encoder: Encoder) -> None:
    found = read(text, encoder)
    for attribution in found:
        parts = [*attribution.contents, *(p for p in (attribution.source, attribution.cue) if p)]
        assert attribution.contents
        assert all(text[part.start : part.end] == part.exact for part in parts)
        assert all(one.end <= two.start for one, two in pairwise(attribution.contents))
        assert 0 <= attribution.score <= 1
        assert attribution.via is None or 0 <= attribution.via < len(found)
    starts = [attribution.contents[0].start for attribution in found]
    assert starts == sorted(starts)


@pytest.mark.parametrize("name", ["no-break spaces", "emoji", "combining marks", "windows line ends"])
def test_odd_signs_do_not_hide_an_attribution(name: str, encoder: Encoder) -> None:
    assert len(read(BROKEN[name], encoder)) == 2


def test_a_broken_quotation_costs_itself_and_not_the_document(encoder: Encoder) -> None:
    whole = read("He called the bridge “closed for now.\n\nThe river rose overnight.\n\n" + PLAIN, encoder)
    assert [c.exact for c in whole[-2].contents] == ["“We will not sell the dairy,”"]


def test_the_same_text_is_always_read_the_same(encoder: Encoder) -> None:
    assert read(PLAIN, encoder) == read(PLAIN, encoder)
