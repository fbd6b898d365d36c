"""What somebody decided about speakers tells whether two articles have a statement from one holder or from two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.records import Speaker
from matching.compare import compare
from matching.records import Alignment, Article, Decided
from tests.matching.reports import claim, person, report

WORDS = "“no car crosses the bridge before the cables are tested”"


def told(name: str, speaker: Speaker, identity: str | None) -> Article:
    """The same words in every article, from a speaker about whom there is a decision where an identity is given."""
    sentence = f"{speaker.name} told reporters in Orrin that {WORDS}."
    article = report(name, "2026-03-04", claim(sentence, says=WORDS, by=speaker, mention=speaker.name))
    return replace(
        article,
        extraction=replace(article.extraction, speakers=(speaker,)),
        decided=(Decided(speaker.id, identity, "Ilse Tarn"),) if identity else (),
    )


def aligned(*articles: Article) -> Alignment:
    [alignment] = compare(articles).alignments
    return alignment


def whys(alignment: Alignment) -> list[str]:
    return [one.kind for one in alignment.divergences] + [one.reason for one in alignment.undetermined]


@pytest.mark.parametrize(
    ("names", "identities", "agreement", "why"),
    [
        (("Ilse Tarn", "Ilse Tarn"), (None, None), "same_quote", []),
        (("Ilse Tarn", "Vera Osk"), (None, None), None, ["attribution"]),
        (("Ilse Tarn", "Vera Osk"), ("1", "1"), "same_quote", []),
        (("Ilse Tarn", "Ilse Tarn"), ("1", "2"), None, ["other_holder"]),
    ],
    ids=["one name", "two names", "two names merged", "one name split"],
)
def test_words_agree_where_one_holder_says_them(
    names: tuple[str, str], identities: tuple[str | None, str | None], agreement: str | None, why: list[str]
) -> None:
    articles = [told(f"a{n}", person(name), identities[n]) for n, name in enumerate(names)]
    found = aligned(*articles)
    assert (found.agreement, whys(found)) == (agreement, why)
