"""`omission`: a salient claim that several independent reports make and a later report leaves out.

Four conditions, all of which must hold:

    supported   the claim has two or more independent origins
    salient     it is among the first of the story, by origins and by how early the articles tell it
    available   two of the articles that make it were published before the one that does not
    whole       nothing of the other article's text was left unread

An omission is a remark and no conflict: the relation of the alignment stays what it was.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from matching.features import Pair
from matching.records import GRADE_OF, Alignment, Article, Divergence, Side
from matching.scoring import Scores
from matching.statements import Statement, Story, published_day

# Independent origins a claim must have before its absence means anything.
FEWEST_ORIGINS = 2
# Claims of a story that are salient. What comes after them is detail that any report may leave out.
MOST_SALIENT = 5
# Alignment score from which the other article may be telling it after all; below the threshold of alignments.
TOLD = 0.1


def with_omissions(story: Story, scores: Scores, alignments: Sequence[Alignment]) -> tuple[Alignment, ...]:
    """The alignments, the salient ones with a remark for every article that leaves them out."""
    salient = {alignment.id for alignment in _salient(story, alignments)}
    return tuple(
        replace(alignment, divergences=(*alignment.divergences, *_omissions(story, scores, alignment)))
        if alignment.id in salient
        else alignment
        for alignment in alignments
    )


def _salient(story: Story, alignments: Sequence[Alignment]) -> list[Alignment]:
    place = {(statement.article, statement.member.claim): statement.place_in_article for statement in story.statements}

    def rank(alignment: Alignment) -> tuple[int, float, str]:
        early = [place[member.article, member.claim] for member in alignment.members]
        return -alignment.independent_origins, sum(early) / len(early), alignment.id

    supported = [each for each in alignments if each.independent_origins >= FEWEST_ORIGINS]
    return sorted(supported, key=rank)[:MOST_SALIENT]


def _omissions(story: Story, scores: Scores, alignment: Alignment) -> list[Divergence]:
    articles = {article.id: article for article in story.articles}
    making = [articles[name] for name in sorted({member.article for member in alignment.members})]
    claims = {(member.article, member.claim) for member in alignment.members}
    members = [each for each in story.statements if (each.article, each.member.claim) in claims]
    found = []
    for other in story.articles:
        opening = next((each for each in story.statements if each.article == other.id), None)
        if other in making or opening is None or other.extraction.caveats or not _was_available(making, other):
            continue
        if not _may_tell(story, scores, members, other.id):
            found.append(_omission(members[0], opening, articles[members[0].article], other))
    return found


def _was_available(making: Sequence[Article], other: Article) -> bool:
    """Whether two of the articles came out on earlier days; with fewer, the other may not have known."""
    day = published_day(other)
    days: list[dt.date] = [known for known in map(published_day, making) if known is not None]
    return day is not None and sum(known < day for known in days) >= FEWEST_ORIGINS


def _may_tell(story: Story, scores: Scores, members: Sequence[Statement], article: str) -> bool:
    orders = {member.order for member in members}
    return any(scores.of(pair) >= TOLD for pair in scores.pairs if _joins(story, pair, orders, article))


def _joins(story: Story, pair: Pair, orders: set[int], article: str) -> bool:
    left, right = story.statements[pair.left].article, story.statements[pair.right].article
    return (pair.left in orders and right == article) or (pair.right in orders and left == article)


def _omission(member: Statement, opening: Statement, making: Article, other: Article) -> Divergence:
    """Its right side points to the opening of the article that leaves it out, for want of words to point to."""
    said, first = member.spans[0], opening.spans[0]
    return Divergence(
        "omission",
        GRADE_OF["omission"],
        Side(member.article, member.member.claim, said.exact, said),
        Side(opening.article, opening.member.claim, "not told", first),
        "omission.left_out",
        f"{making.source or making.id} and others had told it before {other.source or other.id}, which leaves it out.",
    )
