"""What quotation marks make certain, whatever the model saw of the quotation."""

from collections.abc import Sequence

import pytest

from extractors.attribution.found import FoundAttribution
from extractors.attribution.quoted import COMPLETED, CONTINUED, settle_quotations
from extractors.quotations import find_quotes
from extractors.records import Span


def at(text: str, part: str) -> Span:
    start = text.index(part)
    return Span.of(text, start, start + len(part))


def seen(text: str, source: str | None, cue: str, *contents: str) -> FoundAttribution:
    """What the model is taken to have seen."""
    mention = at(text, source) if source else None
    return FoundAttribution(mention, at(text, cue), tuple(at(text, part) for part in contents), 0.9, "model")


def settled(text: str, found: Sequence[FoundAttribution]) -> list[list[str]]:
    return [[c.exact for c in a.contents] for a in settle_quotations(text, find_quotes(text), found)]


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ("“The ferry is safe,” said Mara Lind.", "The ferry is safe", ["“The ferry is safe,”"]),
        ("“The ferry is safe,” said Mara Lind.", "ferry is safe,”", ["“The ferry is safe,”"]),
        ("Mara Lind said: “The old ferry is safe.”", "“The old ferry is", ["“The old ferry is safe.”"]),
        ("Mara Lind said that “the old” ferry is safe.", "that “the old", ["that “the old”"]),
    ],
)
def test_a_quotation_mostly_seen_is_taken_whole(text: str, content: str, expected: list[str]) -> None:
    assert settled(text, [seen(text, "Mara Lind", "said", content)]) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "“The ferry is safe and will sail again in spring,” said Mara Lind.",
        "“The ferry, said Mara Lind. It sails again in spring and nobody doubts it.",
    ],
    ids=["mostly unseen", "never closed"],
)
def test_a_quotation_is_left_as_seen_when(text: str) -> None:
    assert settled(text, [seen(text, "Mara Lind", "said", "The ferry")]) == [["The ferry"]]


def test_both_halves_of_an_interrupted_quotation_are_completed() -> None:
    text = "“The ferry is safe,” said Mara Lind, “and it sails tonight.”"
    found = [seen(text, "Mara Lind", "said", "The ferry is safe", "and it sails tonight")]
    assert settled(text, found) == [["“The ferry is safe,”", "“and it sails tonight.”"]]


def test_a_quotation_does_not_belong_to_an_attribution_made_inside_it() -> None:
    text = "“I believe that the ferry will sail again,” Mara Lind said.\n“It has been repaired from bow to stern.”"
    inner = seen(text, "I", "believe", "that the ferry will sail again")
    assert settled(text, [inner]) == [["that the ferry will sail again"]]


@pytest.mark.parametrize(
    "text",
    [
        "“The ferry is safe,” said Mara Lind.\n“It has been repaired from bow to stern.”",
        "“The ferry is safe,” said Mara Lind. “It has been repaired from bow to stern.”",
        "Mara Lind said: “The ferry is safe,”\n\n“It has been repaired from bow to stern.”",
    ],
    ids=["next paragraph", "next sentence", "blank line between"],
)
def test_a_quotation_without_a_holder_goes_on_with_the_one_before(text: str) -> None:
    found = [seen(text, "Mara Lind", "said", "“The ferry is safe,”")]
    assert settled(text, found) == [["“The ferry is safe,”", "“It has been repaired from bow to stern.”"]]


def test_a_sentence_goes_on_after_its_holder_is_set_in() -> None:
    text = "“Nobody,” said Mara Lind, “sails.”"
    assert settled(text, [seen(text, "Mara Lind", "said", "“Nobody,”")]) == [["“Nobody,”", "“sails.”"]]


def test_a_holder_named_behind_the_last_paragraph_holds_those_before() -> None:
    text = "“We checked the ropes.\n“We checked the bell.\n“And the hull,” said Mara Lind."
    found = [seen(text, "Mara Lind", "said", "“And the hull,”")]
    assert settled(text, found) == [["“We checked the ropes.", "“We checked the bell.", "“And the hull,”"]]


def test_who_is_named_inside_a_quotation_does_not_hold_what_stands_before() -> None:
    text = "“LIND: We checked the ropes.\n“OLE: And the bell?\n“And the hull, too.”"
    found = [seen(text, "OLE", ":", "And the hull, too")]
    assert settled(text, found) == [["“And the hull, too.”"]]


def test_a_quotation_is_carried_through_all_its_paragraphs() -> None:
    parts = ["“We checked it twice.", "“We checked the ropes too.", "“And the bell.”"]
    text = "“The ferry is safe,” Mara Lind said. " + "\n".join(parts)
    found = [seen(text, "Mara Lind", "said", "“The ferry is safe,”", "“We checked it twice.")]
    assert settled(text, found) == [["“The ferry is safe,”", *parts]]


@pytest.mark.parametrize(
    "text",
    [
        "“The ferry is safe,” said Mara Lind. Olav Brandt shook his head. “It has been painted, and that is all.”",
        "“The ferry is safe,” said Mara Lind.\nOlav Brandt shook his head: “It has been painted, and that is all.”",
        "“The ferry is safe,” said Mara Lind.\n“A fine ship.”",
        "“The ferry is safe,” said Mara Lind. Olav Brandt shook his head.\n“It has been painted, and that is all.”",
        "“The ferry is safe,” said Mara Lind.\nThe harbour was empty.\n“It has been painted, and that is all.”",
    ],
    ids=[
        "another sentence between",
        "not alone in its paragraph",
        "too short",
        "other words after the first",
        "a paragraph between",
    ],
)
def test_a_quotation_is_left_alone_when(text: str) -> None:
    found = [seen(text, "Mara Lind", "said", "“The ferry is safe,”")]
    assert settled(text, found) == [["“The ferry is safe,”"]]


def test_a_quotation_with_its_own_holder_keeps_it() -> None:
    text = "“The ferry is safe,” said Mara Lind.\n“It has been painted, and that is all,” replied Olav Brandt."
    found = [
        seen(text, "Mara Lind", "said", "“The ferry is safe,”"),
        seen(text, "Olav Brandt", "replied", "“It has been painted, and that is all,”"),
    ]
    assert settled(text, found) == [["“The ferry is safe,”"], ["“It has been painted, and that is all,”"]]


@pytest.mark.parametrize(
    ("text", "content", "by"),
    [
        ("“The ferry is safe,” said Mara Lind.", "“The ferry is safe,”", "model"),
        ("“The ferry is safe,” said Mara Lind.", "The ferry is safe", COMPLETED),
        ("“The ferry is safe,” said Mara Lind.\n“It has been repaired at last.”", "“The ferry is safe,”", CONTINUED),
    ],
)
def test_what_decided_is_named(text: str, content: str, by: str) -> None:
    (attribution,) = settle_quotations(text, find_quotes(text), [seen(text, "Mara Lind", "said", content)])
    assert attribution.found_by == by


def test_an_attribution_inside_the_content_of_another_is_nested_in_it() -> None:
    text = "Mara Lind said that the mayor had promised that the ferry would sail."
    outer = seen(text, "Mara Lind", "said", "that the mayor had promised that the ferry would sail")
    inner = seen(text, "the mayor", "had promised", "that the ferry would sail")
    first, second = settle_quotations(text, (), [inner, outer])
    assert (first.via, second.via) == (None, 0)


def test_nesting_never_goes_round_in_a_circle() -> None:
    text = "Ana said that Bo thought so and Bo thought that Ana said so"
    one = FoundAttribution(None, at(text, "Ana said"), (at(text, "Bo thought so"),), 0.5, "model")
    two = FoundAttribution(None, at(text, "Bo thought so"), (at(text, "Ana said that"),), 0.5, "model")
    vias = [a.via for a in settle_quotations(text, (), [one, two])]
    assert sorted(vias, key=str) in ([0, None], [1, None])


def test_attributions_come_in_reading_order() -> None:
    text = "“The ferry is safe,” said Mara Lind. Olav Brandt said that it leaked."
    found = [
        seen(text, "Olav Brandt", "Brandt said", "that it leaked"),
        seen(text, None, "said", "“The ferry is safe,”"),
    ]
    assert settled(text, found) == [["“The ferry is safe,”"], ["that it leaked"]]


def test_a_thousand_carried_quotations_stay_one_attribution() -> None:
    line = "“It has been repaired from bow to stern.”"
    text = "\n".join(["“The ferry is safe,” said Mara Lind.", *[line] * 1000])
    (contents,) = settled(text, [seen(text, "Mara Lind", "said", "“The ferry is safe,”")])
    assert contents == ["“The ferry is safe,”", *[line] * 1000]
