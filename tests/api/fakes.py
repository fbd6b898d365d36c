"""An engine that a reader can predict: what it finds follows from the text by four small rules.

- Every sentence is a claim. `NAME said WORDS.` makes it an indirect one, attributed to NAME, a person, or to nobody in
  particular where that is `Officials`.
- Every run of digits is a quantity; every passage in double quotation marks is a quote.
- A speaker has one name in all articles compared, the one that the service itself would give.
- Claims of different articles are aligned when their words are the same but for digits: they agree when the digits are
  the same too, and otherwise diverge by number.
"""

from __future__ import annotations

import hashlib
import re
import threading
from collections.abc import Sequence
from itertools import combinations

from extractors.errors import EmptyText, UnsupportedLanguage
from extractors.records import (
    Anonymity,
    ArticleText,
    Attribution,
    Caveat,
    Claim,
    Extraction,
    Quantity,
    Quote,
    Span,
    Speaker,
)
from matching.identities import one_identity
from matching.records import (
    Alignment,
    Article,
    Comparison,
    CountedOnce,
    Divergence,
    Edit,
    Ground,
    Member,
    Origin,
    Passage,
    SharedValue,
    Side,
)

VERSION = "fake-1"
SENTENCE = re.compile(r"[^\s.][^.]*\.")
SAID = re.compile(r"(?P<speaker>[A-Z]\w*(?: [A-Z]\w*)*) (?P<cue>said) (?P<content>.+?)\.")


class FakeEngine:
    """`threads` collects the threads that extraction ran in."""

    version = VERSION

    def __init__(self) -> None:
        self.threads: set[int] = set()

    def extract(self, article: ArticleText) -> Extraction:
        self.threads.add(threading.get_ident())
        text = article.text
        if not text.strip():
            raise EmptyText("Send the article's text; this one is empty.")
        if "bonjour" in text.lower():
            raise UnsupportedLanguage("Send English text.", pointer="/text")
        if "fail the service" in text:
            raise RuntimeError("secret detail: " + text)
        sentences = [match.span() for match in SENTENCE.finditer(text)]
        speakers = _speakers(text, sentences)
        claims = tuple(_claim(text, position, *span, speakers) for position, span in enumerate(sentences, 1))
        attributions = tuple(claim.attribution for claim in claims if claim.attribution)
        marks = list(re.finditer(r'"([^"]+)"', text))
        return Extraction(
            text_sha256=hashlib.sha256(text.encode()).hexdigest(),
            language="en",
            pipeline_version=VERSION,
            attributions=attributions,
            claims=claims,
            quotes=tuple(
                Quote(f"q{n}", Span.of(text, *m.span()), Span.of(text, *m.span(1)), None, None, True)
                for n, m in enumerate(marks, 1)
            ),
            speakers=tuple(speakers.values()),
            caveats=(Caveat("unclosed_quote", "A mark is missing."),) if text.count('"') % 2 else (),
        )

    def compare(self, articles: Sequence[Article]) -> Comparison:
        articles = one_identity(articles)
        pairs = [
            (left, one, right, other)
            for left, right in combinations(sorted(articles, key=lambda article: article.id), 2)
            for one in left.extraction.claims
            for other in right.extraction.claims
            if _words(one) == _words(other)
        ]
        alignments = tuple(_alignment(n, *pair) for n, pair in enumerate(pairs, 1))
        aligned = {member for alignment in alignments for member in alignment.members}
        every = [Member(article.id, claim.id) for article in articles for claim in article.extraction.claims]
        return Comparison(
            pipeline_version=VERSION,
            articles=tuple(sorted(articles, key=lambda article: article.id)),
            origins=tuple(
                Origin(f"o{n}", (Passage(a.id, c.sentence), Passage(b.id, d.sentence)), "The sentences are the same.")
                for n, (a, c, b, d) in enumerate(pairs, 1)
                if c.text == d.text
            ),
            alignments=alignments,
            disputes=(),
            unmatched=tuple(sorted(set(every) - aligned)),
            caveats=(Caveat("no_dates", "No article has a date."),) if not any(a.published for a in articles) else (),
        )


def _speakers(text: str, sentences: Sequence[tuple[int, int]]) -> dict[str, Speaker]:
    """By name, each with every mention before "said"."""
    found: dict[str, tuple[Span, ...]] = {}
    for sentence in sentences:
        if match := SAID.fullmatch(text, *sentence):
            mention = Span.of(text, *match.span("speaker"))
            found[mention.exact] = (*found.get(mention.exact, ()), mention)
    return {name: _speaker(name, mentions) for name, mentions in found.items()}


def _speaker(name: str, mentions: tuple[Span, ...]) -> Speaker:
    local = "s-" + name.lower()
    if name == "Officials":
        return Speaker(local, name, "group", True, mentions, Anonymity("official", 2, "Treasury", True))
    return Speaker(local, name, "person", False, mentions, roles=mentions[:1])


def _claim(text: str, position: int, start: int, end: int, speakers: dict[str, Speaker]) -> Claim:
    sentence = Span.of(text, start, end)
    attribution = _attribution(text, position, sentence, speakers)
    spans = attribution.spans if attribution else (sentence,)
    return Claim(
        id=f"c{position}",
        kind="indirect" if attribution else "statement",
        text=" ".join(span.exact for span in spans),
        spans=spans,
        sentence=sentence,
        attribution=attribution,
        polarity="negated" if " not " in sentence.exact else "affirmed",
        certainty="reported" if attribution else "established",
        quantities=tuple(
            _quantity(text, start + m.start(), start + m.end()) for m in re.finditer(r"\d+", sentence.exact)
        ),
        times=(),
        places=(),
        participants=(),
        score=0.123456789,
    )


def _attribution(text: str, position: int, sentence: Span, speakers: dict[str, Speaker]) -> Attribution | None:
    match = SAID.fullmatch(text, sentence.start, sentence.end)
    if match is None:
        return None
    mention = Span.of(text, *match.span("speaker"))
    return Attribution(
        id=f"a{position}",
        kind="indirect",
        spans=(Span.of(text, *match.span("content")),),
        speaker=speakers[mention.exact],
        mention=mention,
        cue=Span.of(text, *match.span("cue")),
        stance="neutral",
        via=None,
        score=0.9,
        found_by="fake:said",
    )


def _quantity(text: str, start: int, end: int) -> Quantity:
    span = Span.of(text, start, end)
    return Quantity(span, float(span.exact), float(span.exact), None, False, None, None)


def _words(claim: Claim) -> str:
    return re.sub(r"\d+", "#", claim.text)


def _alignment(number: int, left: Article, one: Claim, right: Article, other: Claim) -> Alignment:
    same = one.text == other.text
    return Alignment(
        id=f"al{number}",
        members=(Member(left.id, one.id), Member(right.id, other.id)),
        relation="agree" if same else "diverge",
        agreement="equivalent" if same else None,
        divergences=() if same else (_divergence(left, one, right, other),),
        shared=(SharedValue("quote", one.text, ((left.id, one.spans[0]), (right.id, other.spans[0]))),) if same else (),
        alignment_score=0.8 if one.attribution is None else 0.9,
        relation_score=0.7,
        independent_origins=1 if same else 2,
        grounds=(Ground("likeness", 2.5), Ground("length", -0.5)),
        counted_once=(CountedOnce((left.id, right.id), "copied_passage", f"o{number}", "They are one text."),)
        if same
        else (),
    )


def _divergence(left: Article, one: Claim, right: Article, other: Claim) -> Divergence:
    first, second = one.quantities[0].span, other.quantities[0].span
    return Divergence(
        kind="number",
        grade="contradiction",
        left=Side(left.id, one.id, first.exact, first),
        right=Side(right.id, other.id, second.exact, second),
        rule="fake.number",
        explanation=f"{first.exact} against {second.exact}.",
        word_diff=(Edit("other", (first,), (second,)), Edit("left_only", (first,), ())),
    )
