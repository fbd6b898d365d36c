"""Attributions inside others, and plain ones that were passed over, read off the tree.

A case is a text with the content of what was found already in ⟦⟧ and its cue in ⟪⟫. Expected is every attribution that
comes on top: its source, its cue, its content, and whether it is nested.
"""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from extractors.attribution import FoundAttribution, completed, credited
from extractors.quotations import find_quotes
from extractors.records import Span

Told = tuple[str, str, str, bool]


def marked(given: str) -> tuple[str, tuple[FoundAttribution, ...]]:
    """The text without its marks, and the attribution they tell, if any."""
    text, at = "", 0
    places: dict[str, list[int]] = {mark: [] for mark in "⟦⟧⟪⟫"}
    for part in re.split(r"([⟦⟧⟪⟫])", given):
        if part and part in "⟦⟧⟪⟫":
            places[part].append(at)
        else:
            text += part
            at += len(part)
    if not places["⟦"]:
        return text, ()
    contents = tuple(Span.of(text, *ends) for ends in zip(places["⟦"], places["⟧"], strict=True))
    cue = Span.of(text, places["⟪"][0], places["⟫"][0])
    return text, (FoundAttribution(None, cue, contents, 0.9, "test"),)


def added(nlp: Language, given: str) -> list[Told]:
    text, found = marked(given)
    every = completed(nlp(text), find_quotes(text), found)
    return [
        (one.source.exact if one.source else "", one.cue.exact if one.cue else "", one.contents[0].exact, via)
        for one in every
        if one.found_by != "test"
        for via in [one.via is not None]
    ]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            "The Ledger ⟪reported⟫ ⟦that Ann Lee said the port was shut⟧.",
            ("Ann Lee", "said", "the port was shut", True),
        ),
        (
            "The Ledger ⟪reported⟫ ⟦that the mayor told his staff that the port was shut⟧.",
            ("the mayor", "told", "that the port was shut", True),
        ),
        ("The Ledger ⟪reported⟫ ⟦that Ann Lee denied the charge⟧.", ("Ann Lee", "denied", "the charge", True)),
        (
            "Aides ⟪said⟫ ⟦Ann Lee had promised to open the port⟧.",
            ("Ann Lee", "had promised", "to open the port", True),
        ),
        (
            "Officials ⟪said⟫ ⟦the plan was criticized by Ann Lee⟧.",
            ("Ann Lee", "was criticized", "the plan", True),
        ),
        (
            "“⟦The report found that the port was unsafe⟧,” Ann Lee ⟪said⟫.",
            ("The report", "found", "that the port was unsafe", True),
        ),
        (
            "He ⟪added⟫ ⟦that Ann Lee’s claim that the port was late is false⟧.",
            ("Ann Lee", "claim", "that the port was late", True),
        ),
        pytest.param(
            "He ⟪said⟫ ⟦Ann Lee had kept the plan, saying it was late⟧.",
            ("Ann Lee", "saying", "it was late", True),
            marks=pytest.mark.xfail(reason="the parser hangs a closing participle on the first verb of saying"),
        ),
        (
            "“We are ready to sell the port,” Ann Lee said in March.",
            ("Ann Lee", "said", "“We are ready to sell the port,”", False),
        ),
        (
            "⟦“We are ready to sell the port,”⟧ Ann Lee said, ⟪according to⟫ the Ledger.",
            ("Ann Lee", "said", "“We are ready to sell the port,”", True),
        ),
        ("In Lee’s view, the port was late.", ("Lee", "view", "the port was late", False)),
        ("In the mayor’s words, the port is lost.", ("the mayor", "words", "the port is lost", False)),
        (
            "The port is far too dear from the council’s perspective.",
            ("the council", "perspective", "The port is far too dear", False),
        ),
        ("Ann Lee warned that the port would shut.", ("Ann Lee", "warned", "that the port would shut", False)),
        (
            "Aides ⟪dismissed⟫ ⟦the port officer Ann Lee’s comment on Sunday that the port was far too late⟧.",
            ("the port officer Ann Lee", "comment", "that the port was far too late", True),
        ),
        (
            "Aides ⟪said⟫ ⟦that Ann Lee believes the port is safe⟧.",
            ("Ann Lee", "believes", "the port is safe", True),
        ),
        (
            "Ann Lee ⟪said⟫ ⟦that he believes the port is safe⟧.",
            ("he", "believes", "the port is safe", True),
        ),
        (
            "“⟦Like most people here, the mayor believes we cannot allow a port to close⟧,” Ann Lee ⟪said⟫.",
            ("the mayor", "believes", "we cannot allow a port to close", True),
        ),
        (
            "Bob Ray ⟪said⟫ ⟦that Ann Lee made clear that the port was safe⟧.",
            ("Ann Lee", "made clear", "that the port was safe", True),
        ),
        (
            "“⟦Ann Lee made it very clear that the port was late⟧,” Bob Ray ⟪said⟫.",
            ("Ann Lee", "made it very clear", "that the port was late", True),
        ),
        (
            "The Ledger ⟪reported⟫ ⟦that a tape showed Ann Lee saying that the port was late⟧.",
            ("Ann Lee", "saying", "that the port was late", True),
        ),
        (
            "The Ledger ⟪said⟫ ⟦it had quoted Ann Lee as saying that the port was late⟧.",
            ("Ann Lee", "as saying", "that the port was late", True),
        ),
        ("Aides ⟪said⟫ ⟦Ann Lee was hoping to open the port⟧.", ("Ann Lee", "was hoping", "to open the port", True)),
        ("Aides ⟪said⟫ ⟦Ann Lee has explained her plan⟧.", ("Ann Lee", "has explained", "her plan", True)),
        (
            "⟦“She told us, ‘Leave at once,’ and we ran,”⟧ the cook ⟪said⟫.",
            ("She", "told", "‘Leave at once,’", True),
        ),
        (
            "⟦“My boss told me, ‘You are a disgrace to the mill,’ and I left,”⟧ Lee ⟪said⟫.",
            ("My boss", "told", "‘You are a disgrace to the mill,’", True),
        ),
        ("⟦“He said: ‘Never again.’ I believed him,”⟧ the cook ⟪said⟫.", ("He", "said", "‘Never again.’", True)),
        (
            "⟦“The mayor told me that the mill would close,”⟧ Ann Lee ⟪said⟫.",
            ("The mayor", "told", "that the mill would close", True),
        ),
    ],
)
def test_a_report_inside_a_report_is_nested_and_a_missed_one_added(nlp: Language, given: str, expected: Told) -> None:
    assert added(nlp, given) == [expected]


@pytest.mark.parametrize(
    "given",
    [
        "Ann Lee ⟪said⟫: ⟦“I think the port is late.”⟧",
        "Ann Lee ⟪asked⟫: ⟦“What if he says that it was late?”⟧",
        "Ann Lee ⟪said⟫ ⟦the mayor would say that it was late⟧.",
        "Ann Lee ⟪said⟫ ⟦the mayor did not say that it was late⟧.",
        "Ann Lee ⟪said⟫ ⟦you could say it was late⟧.",
        "Ann Lee ⟪said⟫ ⟦the mayor found that he was late⟧.",
        "Ann Lee ⟪said⟫ ⟦she wants to hear what people say about the port⟧.",
        "Ann Lee ⟪said⟫ ⟦the mayor made a clear plan⟧.",
        "Ann Lee ⟪said⟫ ⟦it was late⟧.",
        "The port was shut on Friday.",
        "In Ann Lee’s garden, roses bloom in May.",
        "The words of Ann Lee were read.",
    ],
)
def test_what_is_supposed_or_wished_is_no_report_inside_another(nlp: Language, given: str) -> None:
    assert added(nlp, given) == []


@pytest.mark.parametrize(
    "given",
    [
        "Ann Lee ⟪said⟫ ⟦the tide suggests that the port is late⟧.",
        "Ann Lee ⟪said⟫ ⟦the storms announced that winter was near⟧.",
        "Ann Lee ⟪said⟫ ⟦the crisis demands that the port be shut⟧.",
    ],
)
def test_what_is_nobody_reports_nothing(nlp: Language, given: str) -> None:
    assert added(nlp, given) == []


@pytest.mark.parametrize(
    "given",
    [
        "Ann Lee ⟪said⟫ ⟦the mayor praised her⟧.",
        "Ann Lee ⟪said⟫ ⟦the mayor was asked to shut the port⟧.",
        "Ann Lee denied the charge.",
    ],
    ids=["no more than a pronoun", "asked of the subject, not by it", "a deed that nobody tells of"],
)
def test_a_deed_needs_a_doer_a_thing_and_somebody_who_tells_of_it(nlp: Language, given: str) -> None:
    assert added(nlp, given) == []


def test_a_quotation_that_another_passes_on_takes_those_behind_it_along(nlp: Language) -> None:
    text, found = marked("⟦“It is late,”⟧ Ann Lee said, ⟪according to⟫ the Ledger. ⟦“We sell the port on Monday.”⟧")
    contents = [
        [part.exact for part in one.contents]
        for one in completed(nlp(text), find_quotes(text), found)
        if one.source and one.source.exact == "Ann Lee"
    ]
    assert contents == [["“It is late,”", "“We sell the port on Monday.”"]]


LEE_SPEAKS = "Ann Lee spoke of the port on Monday, saying it was late.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LEE_SPEAKS + "“We were told of it far too late.”", ("Ann Lee", "“We were told of it far too late.”")),
        (
            "The harbour board issued a statement on Monday:\n\n“The port was closed for good reasons.”",
            ("The harbour board", "“The port was closed for good reasons.”"),
        ),
        (
            "The harbour board issued a statement on Monday:\n\n“The port was closed for good reasons.\n\nIt rained.",
            ("The harbour board", "“The port was closed for good reasons."),
        ),
        (LEE_SPEAKS + "“Too late.”", None),
        (LEE_SPEAKS + "The tide rose.\n\n“We were told of it far too late.”", None),
        (LEE_SPEAKS + "“We were told of it far too late,” it read.", None),
        ("The tide rose.\n\n“We were told of it far too late.”", None),
    ],
    ids=["told before", "led up to", "not closed", "too short", "not right before", "not alone", "nobody told of"],
)
def test_a_quotation_that_is_its_paragraph_belongs_to_whoever_spoke_before(
    nlp: Language, text: str, expected: tuple[str, str] | None
) -> None:
    every = completed(nlp(text), find_quotes(text), found_in(text, "Ann Lee", "saying", "it was late"))
    alone = [
        (one.source.exact, one.contents[0].exact) for one in every if one.found_by == "layout:alone" and one.source
    ]
    assert alone == ([] if expected is None else [expected])


def found_in(text: str, source: str, cue: str, content: str) -> tuple[FoundAttribution, ...]:
    """An attribution of these parts, if the text has them."""
    if cue not in text:
        return ()
    spans = [Span.of(text, text.index(part), text.index(part) + len(part)) for part in (source, cue, content)]
    return (FoundAttribution(spans[0], spans[1], (spans[2],), 0.9, "test"),)


def test_the_words_that_report_become_part_of_what_is_passed_on(nlp: Language) -> None:
    text, found = marked("⟦“We are ready to sell the port,”⟧ Ann Lee said, ⟪according to⟫ the Ledger.")
    outer = next(one for one in completed(nlp(text), find_quotes(text), found) if one.found_by == "test")
    assert [part.exact for part in outer.contents] == ["“We are ready to sell the port,”", "Ann Lee", "said"]


def test_three_holders_make_a_chain(nlp: Language) -> None:
    text, found = marked("The Ledger ⟪reported⟫ ⟦that Ann Lee said the mayor told her that the port was shut⟧.")
    every = completed(nlp(text), (), found)
    assert [(one.cue.exact if one.cue else "", one.via) for one in every] == [
        ("reported", None),
        ("said", 0),
        ("told", 1),
    ]


def test_a_quotation_is_credited_to_the_innermost_holder(nlp: Language) -> None:
    text, found = marked("The Ledger ⟪reported⟫ ⟦that Ann Lee said “the port is shut for good”⟧.")
    every = completed(nlp(text), find_quotes(text), found)
    (quote,) = credited(find_quotes(text), every)
    assert quote.attribution == "a2"


WORDS = [
    "Ann",
    "Lee",
    "said",
    "that",
    "it",
    "was",
    "late",
    "denied",
    "by",
    "claim",
    "’s",
    "“",
    "”",
    ",",
    ".",
    "\n\n",
    "if",
    "who",
]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).map(" ".join), st.data())
@settings(max_examples=60, deadline=None)
def test_any_text_keeps_what_was_found_and_its_order(nlp: Language, text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = (FoundAttribution(None, None, (Span.of(text, start, end),), 0.9, "test"),)
    every = completed(nlp(text), find_quotes(text), found)
    assert [one.contents[0].start for one in every if one.found_by == "test"] == [start]  # its end may move
    assert all(text[part.start : part.end] == part.exact for one in every for part in one.contents)
    assert [one.contents[0].start for one in every] == sorted(one.contents[0].start for one in every)
    assert all(one.via is None or one.via != at for at, one in enumerate(every))
