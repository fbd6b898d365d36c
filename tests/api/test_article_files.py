"""Articles in plain text files, with and without lines of front matter."""

from __future__ import annotations

import datetime as dt

import pytest

from api.commands.article_files import read_article


def test_a_file_without_front_matter_is_all_text() -> None:
    read = read_article(b"It rained.\n\nThen it stopped.\n", "a.txt")
    assert read.text == "It rained.\n\nThen it stopped."
    assert (read.title, read.source, read.publisher, read.published, read.url) == (None,) * 5


def test_front_matter_says_what_is_known_of_the_article() -> None:
    raw = (
        b"---\ntitle: Rain\nsource: Northline\npublisher: North Press\npublished: 2024-03-12\n"
        b"url: https://n.example/r\n---\n\nIt rained."
    )
    read = read_article(raw, "a.txt")
    assert (read.title, read.source, read.publisher) == ("Rain", "Northline", "North Press")
    assert (read.published, read.url, read.text) == (dt.date(2024, 3, 12), "https://n.example/r", "It rained.")


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("title: Rain: what we know", "Rain: what we know"),
        ('title: "Rain," they said', '"Rain," they said'),
        ("Title:Rain", "Rain"),
        ("title:   Rain  ", "Rain"),
        ("title: C'était l'été", "C'était l'été"),
        ("title:", None),
    ],
)
def test_a_value_runs_to_the_end_of_its_line(line: str, title: str | None) -> None:
    assert read_article(f"---\n{line}\n---\nIt rained.".encode(), "a.txt").title == title


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_ends_of_lines_are_kept_in_the_text(end: str) -> None:
    raw = end.join(["---", "title: Rain", "---", "", "It rained.", "", "It stopped.", ""]).encode()
    read = read_article(raw, "a.txt")
    assert read.title == "Rain"
    assert read.text == f"It rained.{end}{end}It stopped."


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert read_article(b"\xef\xbb\xbfIt rained.", "a.txt").text == "It rained."


@pytest.mark.parametrize(
    "text",
    ["--- \nIt rained, and no line of hyphens follows.", "---\n" + "It rained: again.\n" * 60 + "---\nIt stopped."],
    ids=["never_closed", "closed_far_below"],
)
def test_a_rule_of_hyphens_is_not_taken_for_front_matter(text: str) -> None:
    read = read_article(text.encode(), "a.txt")
    assert read.text == text
    assert read.unknown == ()


def test_keys_that_mean_nothing_are_named() -> None:
    assert read_article(b"---\nlayout: post\ntags: a\ntitle: T\n---\nIt rained.", "a.txt").unknown == ("layout", "tags")


@pytest.mark.parametrize(
    ("value", "published"),
    [
        ("2024-03-12", dt.date(2024, 3, 12)),
        ("2024-03-12T08:30:00Z", dt.datetime(2024, 3, 12, 8, 30, tzinfo=dt.UTC)),
        ("2024-03-12T08:30:00+01:00", dt.datetime(2024, 3, 12, 7, 30, tzinfo=dt.UTC)),
    ],
)
def test_a_date_is_a_day_or_a_moment(value: str, published: dt.date) -> None:
    assert read_article(f"---\npublished: {value}\n---\nIt rained.".encode(), "a.txt").published == published
