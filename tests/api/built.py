"""Records built by hand, for tests of what is printed: no model reads anything here."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from extractors.records import (
    Attribution,
    Caveat,
    Claim,
    Extraction,
    Participant,
    Place,
    Quantity,
    Quote,
    Span,
    Speaker,
    Time,
)
from matching.records import (
    Alignment,
    Article,
    Comparison,
    CountedOnce,
    Dispute,
    Divergence,
    Ground,
    Member,
    Origin,
    Passage,
    SharedValue,
    Side,
)

WIRE = (
    "A ferry sank off Cape Merrin late on Tuesday with 212 people on board.\n\n"
    '"We used every minute," Commander Ruta Halm said. She did not say why it sank.'
)
PAPER = (
    "The ferry was carrying 231 people when it went down on 8 October.\n\n"
    "“We used every minute,” the coastguard’s commander said. Flags will be lowered."
)


def at(text: str, exact: str) -> Span:
    start = text.index(exact)
    return Span.of(text, start, start + len(exact))


def claim(text: str, exact: str, **changes: object) -> Claim:
    """An affirmed, established statement of the outlet itself, but for `changes`."""
    span = at(text, exact)
    plain = Claim(
        id="c1",
        kind="statement",
        text=exact,
        spans=(span,),
        sentence=span,
        attribution=None,
        polarity="affirmed",
        certainty="established",
        quantities=(),
        times=(),
        places=(),
        participants=(),
        score=0.9,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def extraction(
    claims: tuple[Claim, ...] = (),
    attributions: tuple[Attribution, ...] = (),
    quotes: tuple[Quote, ...] = (),
    caveats: tuple[Caveat, ...] = (),
) -> Extraction:
    speakers = tuple({one.speaker.id: one.speaker for one in attributions if one.speaker}.values())
    return Extraction(
        text_sha256="0" * 64,
        language="en",
        pipeline_version="1.built",
        attributions=attributions,
        claims=claims,
        quotes=quotes,
        speakers=speakers,
        caveats=caveats,
    )


HALM = Speaker("s1", "Ruta Halm", "person", anonymous=False, mentions=(at(WIRE, "Ruta Halm"), at(WIRE, "She")))
HALM_SAID = Attribution(
    id="a1",
    kind="direct",
    spans=(at(WIRE, '"We used every minute,"'),),
    speaker=HALM,
    mention=at(WIRE, "Commander Ruta Halm"),
    cue=at(WIRE, "said"),
    stance="asserts",
    via=None,
    score=0.97,
    found_by="rule",
)
TUESDAY = Time((at(WIRE, "late on Tuesday"),), dt.date(2024, 10, 8), dt.date(2024, 10, 8), "day")
ABOARD = Quantity(at(WIRE, "212 people"), 212, 212, None, approximate=False, measure=None, of="people")

WIRE_READ = extraction(
    claims=(
        claim(
            WIRE,
            "A ferry sank off Cape Merrin late on Tuesday with 212 people on board.",
            quantities=(ABOARD,),
            times=(TUESDAY,),
            places=(Place(at(WIRE, "Cape Merrin"), "Cape Merrin"),),
            participants=(Participant(at(WIRE, "A ferry"), "ferry", "subject"),),
        ),
        claim(WIRE, "We used every minute", id="c2", kind="direct", attribution=HALM_SAID),
        claim(WIRE, "She did not say why it sank.", id="c3", polarity="negated"),
    ),
    attributions=(HALM_SAID,),
    caveats=(Caveat("unclosed_quote", "A quotation mark is never closed.", at(WIRE, '"We')),),
)
PAPER_READ = extraction(
    claims=(
        claim(PAPER, "The ferry was carrying 231 people when it went down on 8 October."),
        claim(PAPER, "We used every minute", id="c2", kind="direct"),
        claim(PAPER, "Flags will be lowered.", id="c3", certainty="planned"),
    ),
)
WIRE_ARTICLE = Article("wire", "Halyard News Service", None, "Ferry sinks", dt.date(2024, 10, 9), WIRE, WIRE_READ)
PAPER_ARTICLE = Article("paper", "The Eastmark Standard", None, "Ferry lost", dt.date(2024, 10, 9), PAPER, PAPER_READ)
COMPARISON = Comparison(
    pipeline_version="1.built",
    articles=(WIRE_ARTICLE, PAPER_ARTICLE),
    origins=(
        Origin(
            "o1",
            (
                Passage("wire", at(WIRE, "We used every minute")),
                Passage("paper", at(PAPER, "We used every minute")),
            ),
            "the same words",
        ),
    ),
    alignments=(
        Alignment(
            id="g1",
            members=(Member("wire", "c1"), Member("paper", "c1")),
            relation="diverge",
            agreement=None,
            divergences=(
                Divergence(
                    "number",
                    "contradiction",
                    Side("wire", "c1", "212 people", at(WIRE, "212 people")),
                    Side("paper", "c1", "231 people", at(PAPER, "231 people")),
                    "number.disjoint",
                    "The numbers of people on board do not meet.",
                ),
            ),
            shared=(
                SharedValue(
                    "date",
                    "2024-10-08",
                    (("wire", at(WIRE, "late on Tuesday")), ("paper", at(PAPER, "on 8 October"))),
                ),
            ),
            alignment_score=0.83,
            relation_score=0.91,
            independent_origins=2,
            grounds=(Ground("likeness", 2.4), Ground("times", 1.1), Ground("reading", 0.3), Ground("length", -0.6)),
        ),
        Alignment(
            id="g2",
            members=(Member("wire", "c2"), Member("paper", "c2")),
            relation="agree",
            agreement="same_quote",
            divergences=(),
            shared=(
                SharedValue(
                    "quote",
                    "We used every minute",
                    (
                        ("wire", at(WIRE, "We used every minute")),
                        ("paper", at(PAPER, "We used every minute")),
                    ),
                ),
            ),
            alignment_score=0.99,
            relation_score=0.98,
            independent_origins=1,
            grounds=(Ground("quotation", 4.2), Ground("speaker", -0.1)),
            counted_once=(
                CountedOnce(
                    ("wire", "paper"), "copied_passage", "o1", "The words are those of one text: the same words."
                ),
            ),
        ),
    ),
    disputes=(
        Dispute(
            "paper",
            "the owners",
            "the crew",
            Side("paper", "c1", "231 people", at(PAPER, "231 people")),
            Side("paper", "c2", "We used every minute", at(PAPER, "We used every minute")),
            "dispute.denied",
            "The Eastmark Standard reports that the owners and the crew contradict each other.",
        ),
    ),
    unmatched=(Member("wire", "c3"), Member("paper", "c3")),
    caveats=(),
)
