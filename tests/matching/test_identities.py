"""One name for every speaker of a story, whichever article says it how."""

from dataclasses import replace

import pytest

from extractors.records import Attribution, Claim, Extraction, Span, Speaker
from matching.identities import one_identity
from matching.records import Article, Decided
from matching.speakers import compare_speakers


def article(name: str, text: str, *speakers: Speaker) -> Article:
    """An article with one attributed claim for each speaker."""
    span = Span.of(text, 0, len(text))
    attributions = tuple(
        Attribution(f"a{i}", "indirect", (span,), speaker, None, None, "neutral", None, 0.9, "test")
        for i, speaker in enumerate(speakers, 1)
    )
    claims = tuple(
        Claim(f"c{i}", "indirect", text, (span,), span, one, "affirmed", "established", (), (), (), (), 0.9)
        for i, one in enumerate(attributions, 1)
    )
    return Article(
        name, name, None, None, None, text, Extraction("", "en", "1", attributions, claims, (), speakers, ())
    )


def person(name: str, mentions: int = 1) -> Speaker:
    return Speaker("s1", name, "person", False, tuple(Span(i, i + 1, "x") for i in range(mentions)))


def organisation(name: str) -> Speaker:
    return Speaker("s1", name, "organisation", False, ())


def group(name: str, *, anonymous: bool = False) -> Speaker:
    return Speaker("s1", name, "group", anonymous, ())


def names(*speakers: Speaker, texts: tuple[str, ...] = ()) -> list[str]:
    """What the only speaker of each article is called in the story."""
    stories = [
        article(f"article {i}", texts[i] if texts else "They spoke.", speaker) for i, speaker in enumerate(speakers)
    ]
    return [one.extraction.speakers[0].name for one in one_identity(stories)]


@pytest.mark.parametrize(
    ("speakers", "expected"),
    [
        ([person("Hale"), person("Robert Hale")], ["Robert Hale"] * 2),
        ([person("Robert B. Hale"), person("Robert Hale"), person("Robert Hale")], ["Robert Hale"] * 3),
        ([person("Robert B. Hale", 3), person("Robert Hale", 1)], ["Robert B. Hale"] * 2),
        ([person("Robert S. Hale III"), person("Robert Hale"), person("Robert Hale")], ["Robert Hale"] * 3),
        ([person("Robert Hale III", 3), person("Robert B. Hale")], ["Robert B. Hale"] * 2),
        ([person("Bill Hale"), person("William Hale"), person("William Hale")], ["William Hale"] * 3),
        ([person("Felipe Calder"), person("Felipe Cálder")], ["Felipe Cálder"] * 2),
        ([person("Robert Hale"), person("Ann Hale")], ["Robert Hale", "Ann Hale"]),
        ([person("Robert Hale"), person("Ann Hale"), person("Hale")], ["Robert Hale", "Ann Hale", "Hale"]),
        ([person("Bob Hale"), person("Bill Hale")], ["Bob Hale", "Bill Hale"]),
        ([person("J. Hale"), person("John Hale"), person("Jane Hale")], ["J. Hale", "John Hale", "Jane Hale"]),
        ([person("Hale"), person("Stone")], ["Hale", "Stone"]),
        ([person("Robert B. Hale"), person("Robert C. Hale")], ["Robert B. Hale", "Robert C. Hale"]),
        ([organisation("Bay Pilots’ Union"), organisation("Bay Pilots' Union")], ["Bay Pilots' Union"] * 2),
        ([organisation("NRA"), organisation("North River Alliance")], ["North River Alliance"] * 2),
        ([organisation("N.R.A."), organisation("North River Alliance")], ["North River Alliance"] * 2),
        (
            [organisation("NRA"), organisation("North River Alliance"), organisation("New Rail Agency")],
            ["NRA", "North River Alliance", "New Rail Agency"],
        ),
        (
            [organisation("the House committee"), organisation("House Select Committee on Ports")],
            ["House Select Committee on Ports"] * 2,
        ),
        (
            [
                organisation("House Committee"),
                organisation("House Works Committee"),
                organisation("House Ports Committee"),
            ],
            ["House Committee", "House Works Committee", "House Ports Committee"],
        ),
        ([organisation("Ledger"), organisation("Daily Ledger")], ["Daily Ledger"] * 2),
        (
            [organisation("Ledger"), organisation("Daily Ledger"), organisation("Ghent Ledger")],
            ["Ledger", "Daily Ledger", "Ghent Ledger"],
        ),
        ([organisation("Zorblat"), organisation("Zorblat News")], ["Zorblat News"] * 2),
        ([organisation("Hale's office"), person("Robert Hale")], ["Robert Hale's office", "Robert Hale"]),
        ([organisation("Hollis' office"), person("Ann Hollis")], ["Ann Hollis's office", "Ann Hollis"]),
        (
            [group("Hale and other ministers"), person("Robert Hale")],
            ["Robert Hale and other ministers", "Robert Hale"],
        ),
        ([group("officials", anonymous=True), group("officials", anonymous=True)], ["officials", "officials"]),
        ([person("Hale"), organisation("Hale County Council")], ["Hale", "Hale County Council"]),
        (
            [organisation("U.S. Guild of Pilots"), organisation("United States Guild of Pilots")] * 2,
            ["United States Guild of Pilots"] * 4,
        ),
        (
            [
                organisation("Works Department"),
                organisation("U.S. Department of Works"),
                organisation("Works Department"),
            ],
            ["Works Department"] * 3,
        ),
        ([organisation("Norland Works Ministry"), organisation("Ministry of Works")], ["Norland Works Ministry"] * 2),
        (
            [organisation("The panel probing the Elm fire"), organisation("Elm Fire Panel")],
            ["Elm Fire Panel"] * 2,
        ),
        ([organisation("The task force"), organisation("Harbour Task Force")], ["Harbour Task Force"] * 2),
        (
            [organisation("The task force"), organisation("Harbour Task Force"), organisation("Bay Task Force")],
            ["The task force", "Harbour Task Force", "Bay Task Force"],
        ),
        (
            [organisation("The panel on water"), organisation("Elm Fire Panel")],
            ["The panel on water", "Elm Fire Panel"],
        ),
    ],
)
def test_the_speakers_of_a_story_go_by_one_name(speakers: list[Speaker], expected: list[str]) -> None:
    assert names(*speakers) == expected


def test_a_last_name_is_left_alone_where_its_article_names_another_bearer() -> None:
    texts = ("Hale spoke after Ann Hale had left.", "Robert Hale spoke.")
    assert names(person("Hale"), person("Robert Hale"), texts=texts) == ["Hale", "Robert Hale"]


def test_an_article_that_tells_two_apart_keeps_them_apart() -> None:
    first = article("a", "They spoke.", person("Ann Hale"), Speaker("s2", "Hale", "person", False, ()))
    second = article("b", "They spoke.", person("Ann Hale"))
    assert [one.name for one in one_identity([first, second])[0].extraction.speakers] == ["Ann Hale", "Hale"]


def test_attributions_and_claims_follow_their_speaker() -> None:
    changed, _ = one_identity([article("a", "He spoke.", person("Hale")), article("b", "So.", person("Robert Hale"))])
    (attribution,) = changed.extraction.attributions
    (claim,) = changed.extraction.claims
    assert attribution.speaker == changed.extraction.speakers[0]
    assert claim.attribution == attribution
    assert attribution.speaker is not None
    assert (attribution.speaker.id, attribution.speaker.name) == ("s1", "Robert Hale")


def test_the_order_of_the_articles_changes_nothing() -> None:
    stories = [
        article("a", "They spoke.", person("Bill Hale", 2)),
        article("b", "They spoke.", person("William Hale", 2)),
        article("c", "They spoke.", person("Hale")),
    ]
    assert one_identity(stories[::-1])[::-1] == one_identity(stories)


def decided(name: str, speaker: Speaker, identity: str | None = None, called: str = "Ann Hale") -> Article:
    """An article with one speaker, about whom there is a decision where an identity is given."""
    told = article(name, "They spoke.", speaker)
    return told if identity is None else replace(told, decided=(Decided(speaker.id, identity, called),))


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        ([decided("a", person("Ann Hale"), "1"), decided("b", person("Ann Stone"), "1")], ["Ann Hale", "Ann Hale"]),
        ([decided("a", person("Ann Hale"), "1"), decided("b", person("Hale"))], ["Ann Hale", "Ann Hale"]),
        ([decided("a", person("Ann Stone"), "1"), decided("b", person("Bo Stone"))], ["Ann Hale", "Bo Stone"]),
        ([decided("a", group("aides", anonymous=True), "1"), decided("b", group("aides"))], ["Ann Hale", "aides"]),
        ([decided("a", person("Moss"), "1", "Moss (judge)"), decided("b", person("Moss"))], ["Moss (judge)", "Moss"]),
    ],
    ids=["two names", "a last name beside it", "another of the last name", "nobody is named", "a name is given"],
)
def test_a_decision_comes_before_names(articles: list[Article], expected: list[str]) -> None:
    assert [one.extraction.speakers[0].name for one in one_identity(articles)] == expected


def test_what_is_named_after_a_speaker_follows_the_decision() -> None:
    told = article("a", "They spoke.", person("Ann Stone"), replace(group("Ann Stone’s office"), id="s2"))
    one, _ = one_identity([replace(told, decided=(Decided("s1", "1", "Ann Hale"),)), decided("b", person("Bo"))])
    assert [speaker.name for speaker in one.extraction.speakers] == ["Ann Hale", "Ann Hale's office"]
    assert [speaker.identity for speaker in one.extraction.speakers] == ["1", None]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (("Ann Hale", "1"), ("Bo Stone", "1"), "same"),
        (("Ann Hale", "1"), ("Ann Hale", "2"), "different"),
        (("Ann Hale", "1"), ("Ann Hale", None), "same"),
        (("Ann Hale", "1"), ("Bo Stone", None), "different"),
        (("officials", "1"), ("aides", "2"), "different"),
        (("officials", None), ("aides", None), "unclear"),
    ],
)
def test_of_two_speakers_who_are_decided_names_are_not_asked(
    left: tuple[str, str | None], right: tuple[str, str | None], expected: str
) -> None:
    one, other = (replace(person(name), identity=identity) for name, identity in (left, right))
    assert compare_speakers(one, other) == expected
