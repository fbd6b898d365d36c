"""The demonstration stories are whole: they load, what they plant stands in them, and every kind occurs."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from api.bundled import bundled
from api.commands.seeding import BadStory, Planted, SeedArticle, SeedStory, load_stories
from matching.records import Agreement, DivergenceKind

STORIES = load_stories(bundled("seeds"))
ARTICLES = [(story, article) for story in STORIES for article in story.articles]
PLANTED = [(story, item) for story in STORIES for item in story.planted]


def named(pair: tuple[SeedStory, SeedArticle]) -> str:
    return f"{pair[0].id}/{pair[1].id}"


def kinds(outcome: str) -> set[str]:
    return {item.kind for _, item in PLANTED if item.outcome == outcome}


def test_there_are_at_least_five_stories_and_one_is_the_talks_of_january_2022() -> None:
    assert len(STORIES) >= 5
    assert "nato-russia-talks" in {story.id for story in STORIES}


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.id)
def test_a_story_has_three_or_four_articles_of_different_sources(story: SeedStory) -> None:
    assert 3 <= len(story.articles) <= 4
    assert len({article.source for article in story.articles}) == len(story.articles)


@pytest.mark.parametrize("pair", ARTICLES, ids=named)
def test_an_article_is_as_long_as_a_short_news_report(pair: tuple[SeedStory, SeedArticle]) -> None:
    assert 180 <= len(pair[1].text.split()) <= 350


@pytest.mark.parametrize("pair", ARTICLES, ids=named)
def test_an_article_says_who_published_it_and_under_which_headline(pair: tuple[SeedStory, SeedArticle]) -> None:
    assert pair[1].publisher
    assert pair[1].title


def test_every_class_of_agreement_occurs() -> None:
    assert kinds("agreement") == set(get_args(Agreement))


def test_every_kind_of_divergence_occurs() -> None:
    assert kinds("divergence") == set(get_args(DivergenceKind))


def test_near_misses_occur_for_the_kinds_that_are_easily_mistaken() -> None:
    assert {"number", "date", "polarity", "entity", "cause", "attribution"} <= kinds("quiet")


@pytest.mark.parametrize("pair", PLANTED, ids=lambda pair: f"{pair[0].id}-{pair[1].kind}")
def test_a_planted_passage_is_the_text_at_its_offsets(pair: tuple[SeedStory, Planted]) -> None:
    texts = {article.id: article.text for article in pair[0].articles}
    spans = [(side.article, side.span) for side in pair[1].sides if side.span]
    assert spans
    assert [texts[article][span.start : span.end] for article, span in spans] == [span.exact for _, span in spans]


@pytest.mark.parametrize("pair", PLANTED, ids=lambda pair: f"{pair[0].id}-{pair[1].kind}")
def test_only_an_omission_has_a_silent_side(pair: tuple[SeedStory, Planted]) -> None:
    silent = [side for side in pair[1].sides if side.span is None]
    assert len(silent) == (1 if pair[1].kind == "omission" else 0)


@pytest.mark.parametrize("pair", PLANTED, ids=lambda pair: f"{pair[0].id}-{pair[1].kind}")
def test_agreements_and_divergences_are_between_articles(pair: tuple[SeedStory, Planted]) -> None:
    articles = [side.article for side in pair[1].sides]
    assert len(articles) >= 2
    assert pair[1].outcome == "quiet" or len(set(articles)) == len(articles)


def test_an_omission_is_of_something_two_earlier_articles_agree_on() -> None:
    for story, item in PLANTED:
        if item.kind != "omission":
            continue
        said, silent = item.sides
        published = {article.id: article.published.isoformat() for article in story.articles}
        agreement = next(other for other in story.planted if other.outcome == "agreement" and said in other.sides)
        assert sum(published[side.article] < published[silent.article] for side in agreement.sides) >= 2


def test_a_reprinted_paragraph_is_the_same_in_both_articles() -> None:
    copies = [item for _, item in PLANTED if item.kind == "copy"]
    assert copies
    assert all(len({side.span.exact for side in item.sides if side.span}) == 1 for item in copies)


def test_no_sentence_is_in_two_articles_unless_it_is_planted_as_a_copy_or_a_quotation() -> None:
    alike = [item for _, item in PLANTED if item.kind in {"copy", "same_quote"}]
    copied = " ".join(side.span.exact for item in alike for side in item.sides if side.span)
    sentences = Counter(
        sentence for _, article in ARTICLES for sentence in set(re.split(r"(?<=[.?!”\"])\s+", article.text))
    )
    repeated = {sentence for sentence, count in sentences.items() if count > 1 and len(sentence.split()) > 6}
    assert {sentence for sentence in repeated if sentence not in copied} == set()


def test_quotation_marks_come_straight_and_curly() -> None:
    texts = [article.text for _, article in ARTICLES]
    assert any("“" in text for text in texts)
    assert any('"' in text for text in texts)


# Outlets people know: a demonstration must not put words into their mouths.
REAL = ("reuters", "associated press", "bbc", "cnn", "new york times", "guardian", "fox", "economist", "bloomberg")


@pytest.mark.parametrize("pair", ARTICLES, ids=named)
def test_sources_and_agencies_are_invented(pair: tuple[SeedStory, SeedArticle]) -> None:
    article = pair[1]
    mentioned = f"{article.source} {article.publisher} {article.title} {article.text}".lower()
    assert [name for name in REAL if re.search(rf"\b{name}\b", mentioned)] == []


BAD_STORIES = [
    ("no_source", {"story.yaml": "title: T\nsummary: S", "a.txt": "No lines before the text."}, "source"),
    ("no_title", {"story.yaml": "summary: S"}, "`title` is missing"),
    ("no_mapping", {"story.yaml": "- T"}, "key: value"),
    ("broken_yaml", {"story.yaml": "title: [T"}, "story.yaml"),
    (
        "absent_passage",
        {
            "story.yaml": "title: T\nsummary: S",
            "a.txt": "---\nsource: A\npublished: 2024-01-01\n---\nIt rained.",
            "b.txt": "---\nsource: B\npublished: 2024-01-01\n---\nIt snowed.",
            "expected.yaml": "agreements: [{class: copy, sides: {a: It rained., b: It rained.}, note: N}]",
        },
        "0 times in b",
    ),
    (
        "unknown_kind",
        {
            "story.yaml": "title: T\nsummary: S",
            "a.txt": "---\nsource: A\npublished: 2024-01-01\n---\nIt rained.",
            "expected.yaml": "agreements: [{class: colour}]",
        },
        "'colour' is none of",
    ),
]


@pytest.mark.parametrize(
    ("files", "message"), [case[1:] for case in BAD_STORIES], ids=[case[0] for case in BAD_STORIES]
)
def test_a_story_that_is_not_whole_is_refused_with_its_file(
    tmp_path: Path, files: dict[str, str], message: str
) -> None:
    folder = tmp_path / "story"
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(BadStory, match=re.escape(message)):
        load_stories(tmp_path)
