"""Which speakers of an archive are one, by the names their stories give them."""

from __future__ import annotations

from itertools import permutations

import pytest

from extractors.records import Extraction, Span, Speaker
from matching.identity_keys import identities
from matching.name_forms import Identity, Marks, marks_of, told_apart
from matching.records import Article

PERSON, BODY, GROUP = "person", "organisation", "group"


def article(number: int, text: str, *speakers: tuple[str, str]) -> Article:
    found = tuple(
        Speaker(f"s{n}", name, kind, kind == GROUP, (Span(0, 1, text[0]),))  # type: ignore[arg-type]
        for n, (name, kind) in enumerate(speakers, 1)
    )
    read = Extraction("", "en", "1", (), (), (), found, ())
    return Article(f"a{number}", f"Outlet {number}", None, None, None, text, read)


def keys(story: str | None, *speakers: tuple[str, str], text: str = "They spoke.") -> list[Identity]:
    """The identities of speakers, each of an article of its own."""
    articles = [article(n, text, one) for n, one in enumerate(speakers, 1)]
    found = identities(articles, story)
    return [found[one.id, "s1"] for one in articles]


@pytest.mark.parametrize(
    ("speakers", "groups"),
    [
        ([("Tarrow", PERSON), ("Peter Tarrow", PERSON)], 1),
        ([("Peter Tarrow", PERSON), ("W. Peter Tarrow", PERSON)], 1),
        ([("Peter Tarrow", PERSON), ("Perry Tarrow", PERSON)], 2),
        ([("Peter Tarrow", PERSON), ("Perry Tarrow", PERSON), ("Tarrow", PERSON), ("Tarrow", PERSON)], 4),
        ([("Tarrow", PERSON), ("Tarrow", PERSON)], 1),
        ([("José Álvarez", PERSON), ("Jose Alvarez", PERSON)], 1),
        ([("Bill Hale", PERSON), ("William Hale", PERSON)], 1),
        ([("Keld Line", BODY), ("Keld Line", PERSON)], 1),
        ([("the Keld Line", BODY), ("Keld Line", BODY)], 1),
        ([("Pilots’ Union", BODY), ("Pilots' Union", BODY)], 1),
        ([("NATO", BODY), ("OSCE", BODY)], 2),
        ([("City Council", BODY), ("City Council", BODY)], 1),
        ([("officials", GROUP), ("officials", GROUP)], 2),
        ([("the minister", PERSON), ("the minister", PERSON)], 2),
        ([("Letter", "document"), ("Letter", "document")], 2),
    ],
    ids=lambda value: " / ".join(name for name, _ in value) if isinstance(value, list) else str(value),
)
def test_within_a_story(speakers: list[tuple[str, str]], groups: int) -> None:
    assert len({one.key for one in keys("sto_1", *speakers)}) == groups


@pytest.mark.parametrize(
    ("speaker", "meets"),
    [
        (("Peter Tarrow", PERSON), True),
        (("W. Peter Tarrow", PERSON), True),
        (("Tarrow", PERSON), False),
        (("Keld Line", BODY), True),
        (("NATO", BODY), True),
        (("City Council", BODY), False),
        (("officials", GROUP), False),
    ],
)
def test_across_stories(speaker: tuple[str, str], meets: bool) -> None:
    one, other = keys("sto_1", speaker), keys("sto_2", speaker)
    if speaker[1] == GROUP:
        other = [identities([article(9, "They spoke.", speaker)], "sto_2")["a9", "s1"]]
    assert (one[0].key == other[0].key) is meets


def test_a_last_name_takes_the_full_one_of_its_story_into_the_archive() -> None:
    short = keys("sto_1", ("Tarrow", PERSON), ("Peter Tarrow", PERSON))[0]
    assert short == keys("sto_2", ("Peter Tarrow", PERSON))[0]


@pytest.mark.parametrize("text", ["Mrs. Tarrow spoke.", "Perry Tarrow looked on while Tarrow spoke."])
def test_an_article_that_shows_another_bearer_is_not_joined(text: str) -> None:
    articles = [article(1, text, ("Tarrow", PERSON)), article(2, "Peter Tarrow spoke.", ("Peter Tarrow", PERSON))]
    found = identities(articles, "sto_1")
    assert found["a1", "s1"].key != found["a2", "s1"].key


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Alan Marsh Jr. spoke after Alan Marsh had left.", 2),
        ("Alan Marsh Jr. spoke, and Alan Q. Marsh, Jr. sat down.", 1),
    ],
)
def test_father_and_son(text: str, persons: int) -> None:
    articles = [article(1, text, ("Alan Marsh Jr.", PERSON)), article(2, "They spoke.", ("Alan Marsh", PERSON))]
    assert len({one.key for one in identities(articles, "sto_1").values()}) == persons


def test_a_father_and_a_son_of_different_stories_are_two() -> None:
    [father], [son] = keys("sto_1", ("Alan Marsh", PERSON)), keys("sto_2", ("Alan Marsh Jr.", PERSON))
    assert father.key != son.key


def test_two_unnamed_speakers_of_one_article_are_two() -> None:
    found = identities([article(1, "They spoke.", ("officials", GROUP), ("officials", GROUP))], None)
    assert len({one.key for one in found.values()}) == 2


def test_the_order_of_articles_changes_nothing() -> None:
    articles = [
        article(n, "They spoke.", one)
        for n, one in enumerate(
            [("Tarrow", PERSON), ("Peter Tarrow", PERSON), ("P. Tarrow", PERSON), ("Ann Tarrow", PERSON)]
        )
    ]
    found = [identities(order, "sto_1") for order in permutations(articles)]
    assert all(one == found[0] for one in found)


@pytest.mark.parametrize(
    ("name", "marks"),
    [
        ("Lee Hale", Marks()),
        ("Lee B. Hale", Marks(("b",))),
        ("Lee Boyd C. Hale", Marks(("b", "c"))),
        ("Lee Hale Jr.", Marks((), "jr")),
        ("Hale", Marks()),
    ],
)
def test_what_a_name_says_besides_first_and_last(name: str, marks: Marks) -> None:
    assert marks_of(name) == marks


@pytest.mark.parametrize(
    ("names", "persons"),
    [
        (["Lee Hale"], 1),
        (["Lee Hale", "Lee B. Hale"], 1),
        (["Lee B. Hale", "Lee B. C. Hale", "Lee Hale Jr."], 1),
        (["Lee B. Hale", "Lee C. Hale"], 2),
        (["Lee B. Hale", "Lee C. Hale", "Lee Hale"], 3),
        (["Lee Hale Sr.", "Lee Hale Jr."], 2),
        (["Lee B. Hale Jr.", "Lee Hale Jr.", "Lee Hale Sr."], 2),
    ],
    ids=lambda value: " / ".join(value) if isinstance(value, list) else str(value),
)
def test_bearers_of_one_first_and_last_name(names: list[str], persons: int) -> None:
    assert len(set(told_apart(marks_of(name) for name in names).values())) == persons
