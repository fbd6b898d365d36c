"""Speakers without a name: what they are, how many, whose, who heard them. Titles of those with one."""

import pytest

from extractors.attribution.found import FoundAttribution
from extractors.records import Anonymity, Span
from extractors.speakers import resolve
from tests.extractors.speakers.passages import speakers


def told(phrase: str) -> Anonymity | None:
    (speaker,) = speakers(f"⟦{phrase}⟧ said no.")
    return speaker.anonymity


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("a senior official familiar with the talks", "official"),
        ("a spokeswoman for the port", "official"),
        ("police", "official"),
        ("investigators", "official"),
        ("a top senator", "official"),
        ("a source", "source_close_to"),
        ("two people briefed on the plan", "source_close_to"),
        ("a person close to Robert Hale", "source_close_to"),
        ("one person with knowledge of the deal", "source_close_to"),
        ("an analyst", "unnamed_expert"),
        ("experts on ports", "unnamed_expert"),
        ("a couple of economists", "unnamed_expert"),
        ("critics", "group"),
        ("dozens of residents", "group"),
        ("House Democrats", "group"),
        ("a resident", "individual"),
        ("an unidentified young man", "individual"),
        ("a poll", "poll"),
        ("a Quill survey of voters", "poll"),
        ("the report", "document"),
        ("court records", "document"),
        ("news reports", "unspecified_report"),
        ("local media", "unspecified_report"),
    ],
)
def test_the_kind_follows_from_the_noun(phrase: str, kind: str) -> None:
    anonymity = told(phrase)
    assert anonymity is not None
    assert anonymity.kind == kind


@pytest.mark.parametrize(
    ("phrase", "number"),
    [
        ("an official", 1),
        ("three officials", 3),
        ("at least three officials", 3),
        ("about 20 officials", 20),
        ("12 officials", 12),
        ("a dozen officials", 12),
        ("two dozen officials", 24),
        ("a couple of officials", 2),
        ("dozens of officials", None),
        ("several officials", None),
        ("officials", None),
    ],
)
def test_the_number_is_the_least_that_is_told(phrase: str, number: int | None) -> None:
    anonymity = told(phrase)
    assert anonymity is not None
    assert anonymity.number == number


@pytest.mark.parametrize(
    ("phrase", "affiliation"),
    [
        ("a spokesman for the Ministry of Works", "Ministry of Works"),
        ("a White House aide", "White House"),
        ("three senior Norland officials", "Norland"),
        ("a ministry spokesman", "ministry"),
        ("sources in the ministry", "ministry"),
        ("the port’s lawyers", "port"),
        ("economists at Norland Bank", "Norland Bank"),
        ("people close to Robert Hale", "Robert Hale"),
        ("a Quill poll", "Quill"),
        ("experts on ports", None),
        ("officials in Ghent", None),
        ("Some officials", None),
        ("news reports", None),
    ],
)
def test_the_affiliation_is_in_the_words_of_the_article(phrase: str, affiliation: str | None) -> None:
    anonymity = told(phrase)
    assert anonymity is not None
    assert anonymity.affiliation == affiliation


@pytest.mark.parametrize(
    "phrase", ["Ann Lee", "the Ministry of Works", "the Harbour Act", "the company", "the whole thing"]
)
def test_who_has_a_name_or_is_nobody_known_has_no_anonymity(phrase: str) -> None:
    assert told(phrase) is None


@pytest.mark.parametrize(
    ("text", "source", "first_hand"),
    [
        ("Two officials told the Ledger that it was late.", "The Ledger", True),
        ("Two officials said in an interview with CBN that it was late.", "CBN", True),
        ("Two officials told this newspaper that it was late.", None, True),
        ("Two officials told us that it was late.", None, True),
        ("Two officials told CBN that it was late.", "The Ledger", False),
        ("Two officials told reporters that it was late.", "The Ledger", False),
        ("Two officials said that it was late.", "The Ledger", False),
        ("Two officials told CBN that it was late.", None, False),
    ],
)
def test_the_outlet_heard_it_itself_where_it_says_so(text: str, source: str | None, first_hand: bool) -> None:
    cue = text.index("told") if "told" in text else text.index("said")
    found = FoundAttribution(
        Span.of(text, 0, 13), Span.of(text, cue, cue + 4), (Span.of(text, len(text) - 12, len(text)),), 0.9, "test"
    )
    (speaker,) = resolve(text, (found,), (), source).speakers
    assert speaker.anonymity is not None
    assert speaker.anonymity.first_hand is first_hand


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Sen. Robert Hale, a lawyer from Ghent, came. ⟦Hale⟧ said no.", ["Sen.", "a lawyer from Ghent"]),
        ("⟦Defense Secretary Ann Lee⟧ said no.", ["Defense Secretary"]),
        ("The minister’s lawyer, Bob Ray, came. ⟦Mr. Ray⟧ said no.", ["The minister’s lawyer", "Mr."]),
        ("The former press secretary Robert Hale came. ⟦Hale⟧ said no.", ["former press secretary"]),
        ("⟦Robert Hale⟧ said no.", []),
        ("⟦The ministry⟧ said no.", []),
    ],
)
def test_titles_are_held_where_the_article_gives_them(text: str, roles: list[str]) -> None:
    (speaker,) = speakers(text)
    assert [role.exact for role in speaker.roles] == roles
