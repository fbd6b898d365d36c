"""Claims of several articles in; alignments, agreements, divergences and origins out.

articles -> speakers under one name each -> statements -> candidates -> alignment scores -> groups
         -> divergences read in the likeliest pairs, and scored -> groups of pairs that only diverge -> origins
         -> for each group: what is shared, where it diverges, how it agrees
"""

from __future__ import annotations

from collections.abc import Sequence

from matching.alignments import caveats_of, judge_alignments
from matching.candidates import find_candidates
from matching.disputes import find_disputes
from matching.divergences.pair import Told
from matching.errors import DuplicateArticle, TooFewArticles
from matching.identities import one_identity
from matching.omissions import with_omissions
from matching.origins import find_origins
from matching.reading import load_reader
from matching.records import Article, Comparison
from matching.relation import load_relation_model
from matching.scoring import Scores, load_model
from matching.statements import Story, prepare

FEWEST_ARTICLES = 2

RULES_VERSION = "7"
"""Raised with every change that can alter a comparison, but for the weights, which carry their own version."""


def compare(articles: Sequence[Article]) -> Comparison:
    """What the articles of one story have in common and where they diverge.

    The result does not depend on the order of the articles or of their claims. Raises TooFewArticles, DuplicateArticle,
    and MissingWeights in an installation without the alignment model.
    """
    _check(articles)
    model, reader, relation = load_model(), load_reader(), load_relation_model()
    story = prepare(one_identity(articles), reader)
    candidates = find_candidates(story)
    scores = Scores(story, candidates, model, reader)
    origins = find_origins(story.articles)
    told = Told(story)
    judged = judge_alignments(told, scores, model.threshold, relation, origins)
    aligned = {member for each in judged for member in each.alignment.members}
    return Comparison(
        pipeline_version=_version(story, f"{model.version}.{reader.version}.{relation.version}"),
        articles=story.articles,
        origins=origins,
        alignments=with_omissions(story, scores, [each.alignment for each in judged]),
        disputes=find_disputes(told),
        unmatched=tuple(
            member
            for member in dict.fromkeys(statement.member for statement in story.statements)
            if member not in aligned
        ),
        caveats=caveats_of(judged),
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
