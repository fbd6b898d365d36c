"""The alignments of a story: groups of statements of one slot, and pairs that are of one slot because they diverge.

groups -> divergences read in their pairs and in other likely ones -> pairs outside the groups that surely diverge
       -> for each: what is shared, where it diverges, how it agrees or why that cannot be told, and how sure that is
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from extractors.records import Caveat
from matching.agreements import agreement_of, agreement_of_group
from matching.divergences.pair import AlignedPair, Told
from matching.features import Pair
from matching.grounds import weightiest_first
from matching.grouping import Group, group, parts_among
from matching.origins import independence_of
from matching.records import Agreement, Alignment, Divergence, Ground, Member, Origin, Undetermined
from matching.relation import Diverging, RelationModel, diverging_pairs
from matching.relation.evidence import logit_of
from matching.scoring import Scores
from matching.shared import shared_values
from matching.statements import Statement, Story
from matching.undetermined import each_reason_once, undetermined_of

# Pairs of members compared in one alignment. A statement that fifty outlets carry has 1,225 pairs; beyond this many the
# rest is left out, and a caveat says so.
MOST_PAIRS = 200

# Alignment score from which two statements that no group holds are of one slot because they credit different holders.
# That says less of the slot than two values do: on the development stories leaving out those below it loses no
# annotated pair and raises the precision of alignments by 0.6 points. At 0.08 it rises by one more, and the F1 of
# divergences falls by one.
LEAST_ALIKE = 0.05


@dataclass(frozen=True, slots=True)
class Judged:
    """An alignment with the number of its pairs, and the scores of all divergences read in it, likely or not."""

    alignment: Alignment
    pairs: int
    surest: float
    likeliest: float


def judge_alignments(
    told: Told, scores: Scores, threshold: float, relation: RelationModel, origins: Sequence[Origin]
) -> list[Judged]:
    """All alignments in order of their members. `threshold` is the score from which two statements are aligned."""
    story = told.story
    compared = grouped_pairs(story, scores, threshold)
    aligned = aligned_in(compared)
    found = _each_once(
        story,
        diverging_pairs(told, scores.pairs, aligned, scores.of, scores.difference, relation),
        relation,
    )
    diverging = {pair for pair, all_ in found.items() if any(_holds(each, relation) for each in all_)}
    repeated = parts_among(compared, lambda members: not diverging.isdisjoint(compared[members][:MOST_PAIRS]))
    compared = {members: pairs for members, pairs in compared.items() if members not in repeated}
    for pair in _diverging_apart(found, aligned, relation, scores.of):
        compared[pair.left, pair.right] = (pair,)
    judging = _Judging(told, scores, relation, origins, found)
    return [judging.judge(members, compared[members], index) for index, members in enumerate(sorted(compared), start=1)]


def grouped_pairs(story: Story, scores: Scores, threshold: float) -> dict[Group, tuple[Pair, ...]]:
    """The pairs across articles of every group."""
    groups = group(scores.alignable, lambda order: story.statements[order].member, scores.of, threshold)
    return {members: _pairs(story, members) for members in groups}


def aligned_in(compared: Mapping[Group, Sequence[Pair]]) -> set[Pair]:
    """The pairs that are looked at for divergences."""
    return {pair for pairs in compared.values() for pair in pairs[:MOST_PAIRS]}


def _pairs(story: Story, members: Group) -> tuple[Pair, ...]:
    article = {order: story.statements[order].article for order in members}
    return tuple(Pair(a, b) for a, b in itertools.combinations(members, 2) if article[a] != article[b])


def _each_once(
    story: Story, found: Mapping[Pair, tuple[Diverging, ...]], relation: RelationModel
) -> dict[Pair, tuple[Diverging, ...]]:
    """What is reported, each difference between two sentences once; what is unlikely as it is.

    Several clauses of the two sentences may be aligned, and all are read with what stands around them. A difference
    belongs to the two that hold the words in which it shows, or to the likeliest.
    """
    best: dict[tuple[object, ...], tuple[tuple[int, float], Pair]] = {}
    for pair, all_ in found.items():
        for each in all_:
            if _holds(each, relation):
                claim = (_holding(story, pair, each.divergence), each.score)
                known = best.get(_shown(each.divergence))
                if known is None or claim > known[0]:
                    best[_shown(each.divergence)] = claim, pair
    return {
        pair: tuple(each for each in all_ if not _holds(each, relation) or best[_shown(each.divergence)][1] == pair)
        for pair, all_ in found.items()
    }


def _holding(story: Story, pair: Pair, divergence: Divergence) -> int:
    """On how many sides the words that differ lie in the statement itself."""
    sides = (pair.left, divergence.left.evidence), (pair.right, divergence.right.evidence)
    return sum(any(span.holds(evidence) for span in story.statements[order].spans) for order, evidence in sides)


def _diverging_apart(
    found: Mapping[Pair, tuple[Diverging, ...]],
    aligned: Collection[Pair],
    relation: RelationModel,
    alignment_score: Callable[[Pair], float],
) -> list[Pair]:
    """Pairs that no group holds and that are likely to diverge, each difference between two sentences once.

    Where an article tells a thing twice, the likeliest of its tellings is enough. Two holders say little of whether the
    slot is one, and other terms say nothing of it.
    """
    held = (each for pair in aligned for each in found.get(pair, ()) if _holds(each, relation))
    known = {telling for each in held for telling in _tellings(each.divergence)}
    likeliest = sorted(
        ((-each.score, pair.left, pair.right, pair, each) for pair, all_ in found.items() for each in all_),
        key=lambda one: one[:3],
    )
    apart: list[Pair] = []
    for _, _, _, pair, each in likeliest:
        kind = each.divergence.kind
        if pair in aligned or kind == "other" or (kind == "attribution" and alignment_score(pair) < LEAST_ALIKE):
            continue
        tellings = _tellings(each.divergence)
        if _holds(each, relation) and known.isdisjoint(tellings):
            known.update(tellings)
            if pair not in apart:
                apart.append(pair)
    return apart


def _holds(each: Diverging, relation: RelationModel) -> bool:
    return relation.holds(each.divergence, each.score)


def _shown(divergence: Divergence) -> tuple[object, ...]:
    """What a reader sees of a divergence: several pairs of claims may show the same."""
    left, right = divergence.left, divergence.right
    return divergence.kind, left.article, left.evidence, right.article, right.evidence


def _tellings(divergence: Divergence) -> tuple[object, ...]:
    """What is told once with a divergence: either side's words against the other article.

    One holder may be heard with several facts, so that in `attribution` only both sides tell which it is.
    """
    left, right = divergence.left, divergence.right
    if divergence.kind == "attribution":
        return (_shown(divergence),)
    return (
        (divergence.kind, left.article, left.evidence, right.article),
        (divergence.kind, right.article, right.evidence, left.article),
    )


@dataclass(frozen=True, slots=True)
class _Judging:
    """What every alignment of a comparison is judged by."""

    told: Told
    scores: Scores
    relation: RelationModel
    origins: Sequence[Origin]
    found: Mapping[Pair, tuple[Diverging, ...]]

    def judge(self, members: Group, pairs: Sequence[Pair], index: int) -> Judged:
        story = self.told.story
        statements = [story.statements[order] for order in members]
        compared = pairs[:MOST_PAIRS]
        read = [each for pair in compared for each in self.found.get(pair, ())]
        held = _without_repeats(each for each in read if _holds(each, self.relation))
        agreement, undetermined = (None, ()) if held else self._agreement(compared)
        aligned = sum(self.scores.of(pair) for pair in pairs) / len(pairs)
        # Two that diverge are of one slot: they are at least as likely aligned as they are to diverge.
        surest = max((each.score for each in held), default=0.0)
        likeliest = max((each.score for each in read), default=0.0)
        independence = independence_of(statements, story.articles, self.origins)
        alignment = Alignment(
            id=f"al{index}",
            members=_members(statements),
            relation="diverge" if held else "agree",
            agreement=agreement,
            divergences=tuple(each.divergence for each in held),
            shared=shared_values(statements),
            alignment_score=round(max(aligned, surest), 4),
            relation_score=round(self.relation.sure(surest, agreement, likeliest), 4),
            independent_origins=independence.origins,
            undetermined=undetermined,
            grounds=self._grounds(pairs, surest),
            counted_once=independence.counted_once,
        )
        return Judged(alignment, len(pairs), surest, likeliest)

    def _grounds(self, pairs: Sequence[Pair], surest: float) -> tuple[Ground, ...]:
        """Of the likeliest pair; and, where it is surer to diverge than to be of one slot, what that adds."""
        likeliest = max(pairs, key=self.scores.of)
        grounds, aligned = self.scores.grounds(likeliest), self.scores.of(likeliest)
        if surest <= aligned:
            return grounds
        return *grounds, *weightiest_first([("divergence", logit_of(surest) - logit_of(aligned))])

    def _agreement(self, pairs: Sequence[Pair]) -> tuple[Agreement | None, tuple[Undetermined, ...]]:
        """How the articles agree, or the reasons why that cannot be told: of the pairs that leave it open."""
        closest: list[tuple[tuple[str, str], Agreement | None]] = []
        reasons: list[tuple[float, Undetermined]] = []
        for pair in pairs:
            left, right = self._both(pair)
            decided = agreement_of(left, right, self.origins)
            reason = self._open_question(pair) if decided is None else None
            closest.append(((left.article, right.article), decided or (None if reason else "partial")))
            reasons += [(self.scores.of(pair), reason)] if reason else []
        agreement = agreement_of_group(closest)
        return agreement, each_reason_once(reasons) if agreement is None else ()

    def _open_question(self, pair: Pair) -> Undetermined | None:
        left, right = self._both(pair)
        nearest = max(self.found.get(pair, ()), key=lambda each: each.score, default=None)
        difference = (nearest.divergence, nearest.score) if nearest is not None else None
        both = AlignedPair(self.told, left, right, self.scores.of(pair))
        return undetermined_of(both, difference, self.scores.difference(pair))

    def _both(self, pair: Pair) -> tuple[Statement, Statement]:
        statements = self.told.story.statements
        return statements[pair.left], statements[pair.right]


def _members(statements: Sequence[Statement]) -> tuple[Member, ...]:
    """Each claim once, though two of its occasions may be in the group."""
    return tuple(dict.fromkeys(statement.member for statement in statements))


def _without_repeats(read: Iterable[Diverging]) -> tuple[Diverging, ...]:
    """One divergence for each kind and pair of articles: the likeliest, the first of those in the articles' order."""
    best: dict[tuple[str, str, str], Diverging] = {}
    for each in read:
        key = (each.divergence.kind, each.divergence.left.article, each.divergence.right.article)
        if key not in best or each.score > best[key].score:
            best[key] = each
    return tuple(best.values())


def caveats_of(judged: Sequence[Judged]) -> tuple[Caveat, ...]:
    """What was not told, or not fully, once for all alignments: each says of itself what there is to say."""
    untold = sum(one.alignment.relation == "agree" and one.alignment.agreement is None for one in judged)
    large = sum(one.pairs > MOST_PAIRS for one in judged)
    caveats = (
        (
            untold,
            "relation_undetermined",
            "no rule tells how the claims agree or diverge; the reasons stand with each as `undetermined`",
        ),
        (large, "comparison_truncated", f"only the first {MOST_PAIRS} pairs of claims were compared"),
    )
    return tuple(
        Caveat(code, f"In {count:,} alignment{'s' if count > 1 else ''} {detail}.")
        for count, code, detail in caveats
        if count
    )
