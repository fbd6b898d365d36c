"""Attributions that the layout makes: what is one, what only looks like one, and who goes first."""

from __future__ import annotations

import pytest

from extractors.attribution import FoundAttribution
from extractors.attribution.fixed_forms import find_fixed_forms, with_fixed_forms
from extractors.quotations import find_quotes
from extractors.records import Span

FORMS = [
    ("Okoro: “We will not sell.”", [("Okoro", ":", "“We will not sell.”")]),
    ("Mayor Ada Okoro: “We will not sell.”", [("Mayor Ada Okoro", ":", "“We will not sell.”")]),
    ("Ada Okoro (Brod): “We will not sell.”", [("Ada Okoro", ":", "“We will not sell.”")]),
    (
        "Okoro: Not for sale.\n\nOkoro: It feeds us.\n\nOkoro: It will.",
        [("Okoro", ":", "Not for sale."), ("Okoro", ":", "It feeds us."), ("Okoro", ":", "It will.")],
    ),
    ("“We will not sell.” — Ada Okoro", [("Ada Okoro", "—", "“We will not sell.”")]),
    ("“We will not sell.”\n— Ada Okoro", [("Ada Okoro", "—", "“We will not sell.”")]),
    ("“We will not sell.”\n\n- Ada Okoro, mayor of Brod", [("Ada Okoro", "-", "“We will not sell.”")]),
    ('"We will not sell." -- Ada Okoro', [("Ada Okoro", "--", '"We will not sell."')]),
    (
        "We will not sell. #brod — Ada Okoro (@adaokoro) March 4, 2026",
        [("Ada Okoro (@adaokoro)", "—", "We will not sell. #brod")],
    ),
]

FORMS += [
    ("Okoro — “We will not sell.”", [("Okoro", "—", "“We will not sell.”")]),
    ("“We will not sell.” — Ada Okoro.", [("Ada Okoro", "—", "“We will not sell.”")]),
    ("“We will not sell.” — Ada Okoro Jr.", [("Ada Okoro Jr.", "—", "“We will not sell.”")]),
    (
        "“Not for sale.” Ada Okoro, nurse\n\n“Sell it.” Bo Lund, student\n\n“Why not?” Nils Orr",
        [("Ada Okoro", "", "“Not for sale.”"), ("Bo Lund", "", "“Sell it.”"), ("Nils Orr", "", "“Why not?”")],
    ),
    (
        "Ada Okoro, nurse: Not for sale.\n\nBo Lund, student: Sell it.\n\nNils Orr, retired: Why not?",
        [("Ada Okoro", ":", "Not for sale."), ("Bo Lund", ":", "Sell it."), ("Nils Orr", ":", "Why not?")],
    ),
]

FORMS += [
    (
        "Ada Okoro, 43, nurse: Not for sale.\n\nBo Lund, 19: Sell it. Soon.\n\nNils Orr, aged 70, retired: Why not?",
        [("Ada Okoro", ":", "Not for sale."), ("Bo Lund", ":", "Sell it. Soon."), ("Nils Orr", ":", "Why not?")],
    ),
    (
        "ADA OKORO — Not for sale.\n\nBO LUND — Sell it.\n\nNILS ORR — Why not?",
        [("ADA OKORO", "—", "Not for sale."), ("BO LUND", "—", "Sell it."), ("NILS ORR", "—", "Why not?")],
    ),
    ("“We were never asked”\n\nAda Okoro, mill worker", [("Ada Okoro", "", "“We were never asked”")]),
    (
        "Ada Okoro left.\n\n“We were never asked”\n\nAda Okoro\n\nThe mill shut.",
        [("Ada Okoro", "", "“We were never asked”")],
    ),
]

NEAR_MISSES = [
    "“We were never asked”\n\nAda Okoro\n\nThe mill shut.",
    "“We were never asked”\n\nBy Ada Okoro, staff writer",
    "“We were never asked”\n\nMarkets\n\nMarkets fell on Friday.",
    "“We were never asked”\n\nFamily Matters\n\nOkoro wrote Family Matters.",
    "“We were never asked”\n\nIn Brod, sales fell\n\nShops were shut.",
    "“We were never asked”\n\nBrod, Norland\n\nThe mill shut.",
    "“We were never asked”\n\nThe Brod Mill, which shut in May",
    "“We were never asked”\n\nAda Okoro, a mill worker, left the town in May.",
    "NEW YORK — Rain fell.\n\nLOS ANGELES — It was dry.\n\nHONG KONG — A storm came.",
    "PARIS — The council met on Friday.\n\nPARIS — The mayor resigned on Friday.",
    "“Not for sale.” Ada Okoro, nurse",
    "Ada Okoro, nurse: Not for sale.",
    "Q: Will it open?\n\nA: On Friday.\n\nQ: Who says so?\n\nA: The mayor.\n\nQ: When?\n\nA: Today.",
    "Monday, 9 May: a debate.\n\nTuesday, 10 May: a vote.\n\nFriday, 13 May: a feast.",
    "Update: the bridge is open.",
    "BYLINE: Ada Okoro.",
    "WATCH: “The Bridge,” a film.",
    "The result: a bridge that nobody wants.",
    "Background: the bridge fell in May.",
    "At 9:30 the bridge opened.",
    "“We will not sell,” she said — and left.",
    "“We will not sell.”\n\nThe council met on Friday.",
    "“We will not sell.” — and that was that.",
    "The bridge — Ada Okoro built it — is open.",
    "She wrote to Ada Okoro (@adaokoro) on March 4, 2026.",
    "Okoro: Not for sale.",
]


def told(found: tuple[FoundAttribution, ...]) -> list[tuple[str, str, str]]:
    return [
        (one.source.exact if one.source else "", one.cue.exact if one.cue else "", one.contents[0].exact)
        for one in found
    ]


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_the_layout_credits(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(find_fixed_forms(text, find_quotes(text))) == expected


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert find_fixed_forms(text, find_quotes(text)) == ()


def test_what_the_model_found_in_the_same_words_goes_first() -> None:
    text = "Okoro: “We will not sell.”"
    found = (FoundAttribution(None, None, (Span.of(text, 8, 20),), 0.7, "model"),)
    assert with_fixed_forms(found, find_fixed_forms(text, find_quotes(text))) == found


def test_what_others_say_inside_a_form_leaves_it_to_whoever_says_that() -> None:
    text = "The board says no. We ask why. — Ada Okoro (@adaokoro) March 4, 2026"
    inner = FoundAttribution(Span.of(text, 0, 9), Span.of(text, 10, 14), (Span.of(text, 15, 17),), 0.7, "model")
    found = with_fixed_forms((inner,), find_fixed_forms(text, find_quotes(text)))
    assert [one.found_by for one in found] == ["form:tweet", "model"]


def test_a_verb_before_a_name_is_no_part_of_it() -> None:
    text = "Added Okoro: “We will not sell the old port to anybody.”"
    found = (FoundAttribution(Span.of(text, 6, 11), Span.of(text, 11, 12), (Span.of(text, 13, 56),), 0.7, "model"),)
    assert with_fixed_forms(found, find_fixed_forms(text, find_quotes(text))) == found


def test_forms_come_in_reading_order_among_the_others() -> None:
    text = "“We will not sell.” — Ada Okoro\n\nShe left."
    found = (FoundAttribution(None, None, (Span.of(text, 33, 42),), 0.7, "model"),)
    assert [one.found_by for one in with_fixed_forms(found, find_fixed_forms(text, find_quotes(text)))] == [
        "form:signature",
        "model",
    ]
