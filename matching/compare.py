"""Claims of several articles in; alignments, agreements, divergences and origins out.

articles -> speakers under one name each -> statements -> candidates -> alignment scores -> groups -> origins
         -> for each group: what is shared, where it diverges, how it agrees
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.records import Caveat
from matching.agreements import agreement_of, agreement_of_group
from matching.candidates import find_candidates
from matching.divergences import AlignedPair, divergences_of
from matching.errors import DuplicateArticle, TooFewArticles
from matching.features import Pair
from matching.grouping import Group, group
from matching.identities import one_identity
from matching.origins import find_origins, independent_origins
from matching.reading import load_reader
from matching.records import Alignment, Article, Comparison, Divergence, Member, Origin
from matching.relation import agreement_score, divergence_score
from matching.scoring import Scores, load_model
from matching.shared import shared_values
from matching.statements import Statement, Story, prepare

FEWEST_ARTICLES = 2

RULES_VERSION = "2"
"""Raised with every change that can alter a comparison, but for the weights, which carry their own version."""

# Pairs of members compared in one alignment. A statement that fifty outlets carry has 1,225 pairs; beyond this many the
# rest is left out, and a caveat says so.
MOST_PAIRS = 200


@dataclass(frozen=True, slots=True)
class _Judged:
    alignment: Alignment
    caveats: tuple[Caveat, ...]


def compare(articles: Sequence[Article]) -> Comparison:
    """What the articles of one story have in common and where they diverge.

    The result does not depend on the order of the articles or of their claims. Raises TooFewArticles, DuplicateArticle,
    and MissingWeights in an installation without the alignment model.
    """
    _check(articles)
    model, reader = load_model(), load_reader()
    story = prepare(one_identity(articles), reader)
    candidates = find_candidates(story)
    scores = Scores(story, candidates, model, reader)
    groups = group(scores.alignable, lambda order: story.statements[order].member, scores.of, model.threshold)
    origins = find_origins(story.articles)
    judged = [_judge(story, members, index, scores, origins) for index, members in enumerate(groups, start=1)]
    aligned = {member for each in judged for member in each.alignment.members}
    return Comparison(
        pipeline_version=_version(story, f"{model.version}.{reader.version}"),
        articles=story.articles,
        origins=origins,
        alignments=tuple(each.alignment for each in judged),
        unmatched=tuple(
            member
            for member in dict.fromkeys(statement.member for statement in story.statements)
            if member not in aligned
        ),
        caveats=tuple(caveat for each in judged for caveat in each.caveats),
    )


def _check(articles: Sequence[Article]) -> None:
    if len(articles) < FEWEST_ARTICLES:
        raise TooFewArticles(f"{len(articles)} given; hand in at least {FEWEST_ARTICLES}", pointer="/articles")
    seen: set[str] = set()
    for index, article in enumerate(articles):
        if article.id in seen:
            raise DuplicateArticle(
                f"the id {article.id!r} is used twice; give every article its own",
                pointer=f"/articles/{index}/id",
            )
        seen.add(article.id)


def _version(story: Story, weights: str) -> str:
    extraction = "+".join(sorted({article.extraction.pipeline_version for article in story.articles}))
    return f"{extraction}/{RULES_VERSION}.{weights}"


def _judge(story: Story, members: Group, index: int, scores: Scores, origins: Sequence[Origin]) -> _Judged:
    statements = [story.statements[order] for order in members]
    pairs = [
        AlignedPair(story, left, right, scores.of(Pair(left.order, right.order)))
        for left, right in itertools.combinations(statements, 2)
        if left.article != right.article
    ]
    compared = pairs[:MOST_PAIRS]
    divergences = _without_repeats(itertools.chain.from_iterable(divergences_of(pair) for pair in compared))
    agreement = None
    if not divergences:
        agreement = agreement_of_group(
            ((pair.left.article, pair.right.article), agreement_of(pair.left, pair.right, origins)) for pair in compared
        )
    relation_score = divergence_score(divergences) if divergences else agreement_score(agreement)
    alignment = Alignment(
        id=f"al{index}",
        members=_members(statements),
        relation="diverge" if divergences else "agree",
        agreement=agreement,
        divergences=divergences,
        shared=shared_values(statements),
        alignment_score=round(sum(pair.score for pair in pairs) / len(pairs), 4),
        relation_score=relation_score,
        independent_origins=independent_origins(statements, story.articles, origins),
    )
    return _Judged(alignment, tuple(_caveats(alignment, len(pairs))))


def _members(statements: Sequence[Statement]) -> tuple[Member, ...]:
    """Each claim once, though two of its occasions may be in the group."""
    return tuple(dict.fromkeys(statement.member for statement in statements))


def _without_repeats(found: itertools.chain[Divergence]) -> tuple[Divergence, ...]:
    """One divergence for each kind and pair of articles: the first, in the order of the articles' texts."""
    first: dict[tuple[str, str, str], Divergence] = {}
    for divergence in found:
        first.setdefault((divergence.kind, divergence.left.article, divergence.right.article), divergence)
    return tuple(first.values())


def _caveats(alignment: Alignment, pairs: int) -> list[Caveat]:
    caveats: list[Caveat] = []
    if alignment.relation == "agree" and alignment.agreement is None:
        caveats.append(
            Caveat("relation_undetermined", f"{alignment.id}: no rule decides how these claims agree or diverge")
        )
    if pairs > MOST_PAIRS:
        caveats.append(
            Caveat(
                "comparison_truncated",
                f"{alignment.id}: {MOST_PAIRS} of {pairs} pairs of claims were compared",
            )
        )
    return caveats
