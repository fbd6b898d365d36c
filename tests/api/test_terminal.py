"""What extractions and comparisons look like in a terminal, from records built by hand."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace

import pytest
from rich.console import Console, RenderableType

from api.commands.terminal.comparison import DIGEST, EVERYTHING, comparison_view
from api.commands.terminal.extraction import Heading, extraction_view, quantity_words, time_words
from api.commands.terminal.printable import in_context, printable
from extractors.records import Quantity, Span, Time
from matching.records import Edit, Member, Side
from tests.api.built import COMPARISON, PAPER, PAPER_ARTICLE, WIRE, WIRE_ARTICLE, WIRE_READ, at

HEADING = Heading("Ferry sinks", "Halyard News Service", dt.date(2024, 10, 9))


def printed(view: RenderableType, width: int = 100, colour: bool = False) -> str:
    """What a console of some width prints, without the blanks that fill its lines."""
    target = io.StringIO()
    Console(file=target, width=width, force_terminal=colour, highlight=False, _environ={}).print(view)
    return "\n".join(line.rstrip() for line in target.getvalue().splitlines())


@pytest.fixture(scope="module")
def extracted() -> str:
    return printed(extraction_view(HEADING, WIRE_READ), width=140)


@pytest.fixture(scope="module")
def compared() -> str:
    return printed(comparison_view(COMPARISON, DIGEST))


@pytest.mark.parametrize(
    "expected",
    [
        "Ferry sinks\nHalyard News Service · 2024-10-09",
        "1 attribution · 1 speaker · 3 claims",
        "Ruta Halm",
        "“Commander Ruta Halm”",
        "direct “said”",
        '"We used every minute," [72:95]',
        "number 212 people",
        "time 2024-10-08",
        "place Cape Merrin",
        "subject ferry",
        "negated",
        "! A quotation mark is never closed.  unclosed_quote [72:75]",
    ],
)
def test_an_extraction_shows(extracted: str, expected: str) -> None:
    assert expected in extracted


@pytest.mark.parametrize(
    "expected",
    [
        "2 articles · 4 aligned claims · 1 agreement · 1 divergence · 2 only in one\ndivergences: 1 contradiction\n",
        "≠ number  contradiction",
        "212 people on board. [50:60]",
        "231 people when it went",
        "The numbers of people on board do not meet.",
        "number.disjoint · g1 · same slot 0.83 by likeness and times · relation 0.91",
        "= same_quote",
        "We used every minute [68:88]",
        "g2 · same slot 0.99 by quotation · relation 0.98 · 1 independent origin",
        "Halyard News Service and The Eastmark Standard  o1 · the same words",
        "Halyard News Service 1, The Eastmark Standard 1  (--all lists them)",
        "Halyard News Service: ! A quotation mark is never closed.",
    ],
)
def test_a_comparison_shows(compared: str, expected: str) -> None:
    assert expected in compared


def test_divergences_come_before_agreements_and_these_before_the_rest(compared: str) -> None:
    titles = ["Where they diverge", "Where they agree", "Copies", "Only in one article", "Not compared"]
    assert [compared.index(title) for title in titles] == sorted(compared.index(title) for title in titles)


def test_contradictions_come_before_variations() -> None:
    first = COMPARISON.alignments[0]
    softer = replace(first.divergences[0], kind="wording", grade="variation", rule="wording.words")
    both = replace(first, divergences=(softer, *first.divergences))
    shown = printed(comparison_view(replace(COMPARISON, alignments=(both,)), DIGEST))
    assert shown.index("number.disjoint") < shown.index("wording.words")


def test_a_shared_value_is_named_with_its_evidence_in_each_article() -> None:
    diverging = COMPARISON.alignments[0]
    agreeing = replace(diverging, relation="agree", agreement="compatible", divergences=())
    view = comparison_view(replace(COMPARISON, alignments=(agreeing,)), DIGEST)
    assert "= compatible  date 2024-10-08" in printed(view)
    coloured = printed(view, width=140, colour=True)
    assert "\x1b[1;4mlate on Tuesday\x1b[0m" in coloured
    assert "\x1b[1;4mon 8 October\x1b[0m" in coloured


def test_shared_evidence_outside_the_claim_is_shown_beside_it() -> None:
    agreement = COMPARISON.alignments[1]
    elsewhere = replace(agreement.shared[0], kind="date", value="2024-10-08", evidence=(("wire", at(WIRE, "Tuesday")),))
    view = comparison_view(replace(COMPARISON, alignments=(replace(agreement, shared=(elsewhere,)),)), DIGEST)
    assert "We used every minute [73:93] with Tuesday [37:44]" in printed(view)


def test_an_agreement_of_no_class_says_so() -> None:
    unclear = replace(COMPARISON.alignments[1], agreement=None)
    shown = printed(comparison_view(replace(COMPARISON, alignments=(unclear,)), DIGEST))
    assert "= how they agree cannot be told" in shown


def test_a_dispute_is_shown_with_both_speakers_and_their_words() -> None:
    shown = printed(comparison_view(COMPARISON, DIGEST))
    [dispute] = COMPARISON.disputes
    told = shown.split("Who contradicts whom in one article")[1]
    assert told.index(dispute.left_speaker) < told.index(dispute.right_speaker) < told.index("Copies")
    assert dispute.left.evidence.exact in told
    assert dispute.right.evidence.exact in told


def test_agreements_come_surest_first_each_pair_of_sentences_once() -> None:
    sure = COMPARISON.alignments[1]
    again = replace(sure, id="again", alignment_score=0.6)
    other = replace(COMPARISON.alignments[0], id="other", relation="agree", divergences=(), alignment_score=0.5)
    unlikely = replace(other, id="unlikely", alignment_score=0.1)
    shown = printed(comparison_view(replace(COMPARISON, alignments=(unlikely, other, again, sure)), DIGEST))
    assert shown.index(f"{sure.id} · same slot") < shown.index("other · same slot")
    assert "again ·" not in shown
    assert "and 2 more that are less sure or of the same sentences" in shown


def test_a_digest_has_the_surest_agreements_only() -> None:
    long = WIRE * 20
    claims = tuple(
        replace(WIRE_READ.claims[0], id=f"n{index}", sentence=Span.of(long, index * len(WIRE), (index + 1) * len(WIRE)))
        for index in range(20)
    )
    article = replace(WIRE_ARTICLE, text=long, extraction=replace(WIRE_READ, claims=claims))
    sure = COMPARISON.alignments[1]
    alignments = tuple(
        replace(sure, id=f"n{index}", members=(Member("wire", f"n{index}"), sure.members[1]), shared=())
        for index in range(20)
    )
    many = replace(COMPARISON, articles=(article, PAPER_ARTICLE), alignments=alignments, unmatched=())
    assert printed(comparison_view(many, DIGEST)).count("· same slot") == 12
    assert "and 8 more that are less sure" in printed(comparison_view(many, DIGEST))
    assert printed(comparison_view(many, EVERYTHING)).count("· same slot") == 20


@pytest.mark.parametrize(("grade", "printed_with"), [("contradiction", "number.disjoint"), ("variation", "and 1 more")])
def test_variations_of_claims_that_are_hardly_of_one_slot_are_counted(grade: str, printed_with: str) -> None:
    first = COMPARISON.alignments[0]
    unlikely = replace(first, alignment_score=0.1, divergences=(replace(first.divergences[0], grade=grade),))
    assert printed_with in printed(comparison_view(replace(COMPARISON, alignments=(unlikely,)), DIGEST))


def test_a_variation_of_two_sentences_is_printed_once_however_many_claims_show_it() -> None:
    sure = COMPARISON.alignments[0]
    [found] = sure.divergences
    varied = replace(found, grade="variation")
    elsewhere = replace(varied, left=replace(found.left, evidence=Span(0, 3, "The")))
    again = replace(sure, id="again", divergences=(elsewhere,), relation_score=sure.relation_score - 0.1)
    alignments = (again, replace(sure, divergences=(varied,)))
    shown = printed(comparison_view(replace(COMPARISON, alignments=alignments), DIGEST))
    assert "again ·" not in shown
    assert "and 1 more that are less sure or of the same sentences" in shown


def test_what_only_one_article_has_is_listed_on_request() -> None:
    shown = printed(comparison_view(COMPARISON, EVERYTHING))
    assert "She did not say why it sank. [122:150]" in shown
    assert "Flags will be lowered. [124:146]" in shown


def test_sources_of_one_name_are_told_apart_by_their_ids() -> None:
    twins = (WIRE_ARTICLE, replace(PAPER_ARTICLE, source=WIRE_ARTICLE.source))
    shown = printed(comparison_view(replace(COMPARISON, articles=twins), DIGEST))
    assert "Halyard News Service (wire)" in shown
    assert "Halyard News Service (paper)" in shown


def test_nothing_found_is_printed_as_nothing_found() -> None:
    shown = printed(comparison_view(replace(COMPARISON, alignments=(), unmatched=(), origins=()), DIGEST))
    assert "0 aligned claims · 0 agreements · 0 divergences · 0 only in one" in shown
    assert "Where they" not in shown


@pytest.mark.parametrize("width", [40, 80, 100, 140])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    for view in (extraction_view(HEADING, WIRE_READ), comparison_view(COMPARISON, EVERYTHING)):
        assert max(len(line) for line in printed(view, width).splitlines()) <= width


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain “text” — with é", "plain “text” — with é"),
        ("two\n\nparagraphs\tand\r\n tabs", "two paragraphs and tabs"),
        ("\x1b[31mred", "\ufffd[31mred"),
        ("\x9b2J", "\ufffd2J"),
        ("back\x08space", "back\ufffdspace"),
        ("\u202eesrever", "\ufffdesrever"),
        ("half \ud800", "half \ufffd"),
        ("[bold]no markup[/bold]", "[bold]no markup[/bold]"),
    ],
)
def test_text_from_outside_is_made_printable(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_markup_in_names_values_and_texts_is_printed_as_it_is() -> None:
    hostile = "[red]x[/red] [/] [link=https://evil.example]y"
    alignment = COMPARISON.alignments[0]
    divergence = alignment.divergences[0]
    told = replace(divergence, explanation=hostile, left=replace(divergence.left, value=hostile))
    comparison = replace(
        COMPARISON,
        articles=(replace(WIRE_ARTICLE, source=hostile, title=hostile), PAPER_ARTICLE),
        alignments=(replace(alignment, divergences=(told,)),),
    )
    shown = printed(comparison_view(comparison, EVERYTHING), width=140)
    assert shown.count(hostile) >= 5


def test_long_context_is_cut_and_says_so() -> None:
    text = "a " * 300 + "EVIDENCE" + " b" * 300
    shown = in_context(text, [at(text, "EVIDENCE")], Span.of(text, 0, len(text))).plain
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert "EVIDENCE" in shown
    assert len(shown) < 300


PLACE = at(WIRE, "212")


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity(PLACE, 212, 212, None, False, None, "person"), "212 people"),
        (Quantity(PLACE, 4870, 4870, None, True, "hurt", None), "about 4,870 hurt"),
        (Quantity(PLACE, 7, None, None, False, "killed", "person"), "at least 7 people killed"),
        (Quantity(PLACE, None, None, None, False, None, None), "212"),
    ],
)
def test_a_quantity_in_words(quantity: Quantity, words: str) -> None:
    assert quantity_words(quantity) == words


DAY, LATER = dt.date(2024, 4, 1), dt.date(2024, 4, 30)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (DAY, DAY, "2024-04-01"),
        (DAY, LATER, "2024-04-01 to 2024-04-30"),
        (DAY, None, "from 2024-04-01"),
        (None, LATER, "until 2024-04-30"),
        (None, None, "unresolved: Tuesday"),
    ],
)
def test_a_time_in_words(first: dt.date | None, last: dt.date | None, words: str) -> None:
    assert time_words(Time((at(WIRE, "Tuesday"),), first, last, "day")) == words


def test_of_two_quotations_the_words_that_differ_are_conspicuous() -> None:
    one, two = at(WIRE, "minute"), at(PAPER, "minute")
    diverging = COMPARISON.alignments[0]
    wording = replace(
        diverging.divergences[0],
        kind="wording",
        left=Side("wire", "c2", "minute", at(WIRE, "We used every minute")),
        right=Side("paper", "c2", "minute", at(PAPER, "We used every minute")),
        word_diff=(Edit("same", (), ()), Edit("other", (one,), (two,))),
    )
    view = comparison_view(replace(COMPARISON, alignments=(replace(diverging, divergences=(wording,)),)), DIGEST)
    assert "\x1b[1;4mminute\x1b[0m" in printed(view, colour=True).replace("\n", " ")
