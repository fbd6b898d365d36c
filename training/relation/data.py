"""Stories and contrasts turned into proposed divergences with their evidence, and whether each is there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from extractors.records import Span
from matching.alignments import aligned_in, grouped_pairs
from matching.candidates import find_candidates
from matching.divergences.pair import Told
from matching.identities import one_identity
from matching.origins import find_origins
from matching.reading.reader import Reader
from matching.records import Article, Divergence, Origin
from matching.relation.finding import proposals
from matching.scoring import AlignmentModel, Scores
from matching.statements import Story, prepare
from training.contrasts import Contrast
from training.logistic import Array
from training.stories import Gold, Place, covers


@dataclass(frozen=True, slots=True, eq=False)
class Ready:
    """A story with its alignment scores. `gold` or `focus` and `kinds` say what is there; `name` is for folds."""

    name: str
    story: Story
    scores: Scores
    threshold: float
    origins: tuple[Origin, ...]
    gold: Gold | None
    focus: dict[str, Place]
    kinds: frozenset[str]

    def answers(self, left: tuple[str, tuple[Span, ...]], right: tuple[str, tuple[Span, ...]]) -> frozenset[str] | None:
        """The kinds in which claims with these spans diverge; None where they are not known to be of one slot."""
        if self.gold is None:
            inside = all(covers(article, spans, self.focus[article]) for article, spans in (left, right))
            return self.kinds if inside else None
        between = frozenset((left[0], right[0]))
        found: set[str] = set()
        shared = False
        for claim, differences in zip(self.gold.claims, self.gold.differences, strict=True):
            if all(any(self._in_sentence(*side, place) for place in claim) for side in (left, right)):
                shared = True
                found |= {each.kind for each in differences if each.between == between}
        return frozenset(found) if shared else None

    def _in_sentence(self, article: str, spans: tuple[Span, ...], place: Place) -> bool:
        if article != place[0] or self.gold is None:
            return False
        start, end = next((a, b) for a, b in self.gold.sentences[article] if a <= place[1] < b)
        return covers(article, spans, (article, start, end))


@dataclass(frozen=True, slots=True)
class Examples:
    """Proposed divergences: evidence (n, EVIDENCE), the rule of each, 1.0 where it is there, and its story's name."""

    rows: Array
    rules: tuple[str, ...]
    labels: Array
    names: tuple[str, ...]


def ready_stories(
    stories: Iterable[tuple[tuple[Article, ...], Gold]], model: AlignmentModel, reader: Reader
) -> list[Ready]:
    return [
        _ready(f"story-{index}", articles, model, reader, gold, {}, frozenset())
        for index, (articles, gold) in enumerate(stories)
    ]


def ready_contrasts(contrasts: Iterable[Contrast], model: AlignmentModel, reader: Reader) -> list[Ready]:
    return [
        _ready(f"contrast-{index}", each.articles, model, reader, None, each.focus, each.kinds)
        for index, each in enumerate(contrasts)
    ]


def _ready(
    name: str,
    articles: tuple[Article, ...],
    model: AlignmentModel,
    reader: Reader,
    gold: Gold | None,
    focus: dict[str, Place],
    kinds: frozenset[str],
) -> Ready:
    story = prepare(one_identity(articles), reader)
    scores = Scores(story, find_candidates(story), model, reader)
    return Ready(name, story, scores, model.threshold, find_origins(story.articles), gold, focus, kinds)


def examples(stories: Iterable[Ready]) -> Examples:
    """All that rules read in the stories.

    In a story a divergence counts as there if its kind was annotated between the two articles for a claim of the two
    sentences; in a contrast if it lies in the focus and is of an expected kind.
    """
    rows: list[list[float]] = []
    rules: list[str] = []
    labels: list[float] = []
    names: list[str] = []
    for ready in stories:
        proposed, evidence = proposals(
            Told(ready.story),
            ready.scores.pairs,
            aligned_in(grouped_pairs(ready.story, ready.scores, ready.threshold)),
            ready.scores.of,
        )
        for each, row in zip(proposed, evidence, strict=True):
            left, right = each.pair.left, each.pair.right
            kinds = ready.answers((left.article, left.claim.spans), (right.article, right.claim.spans))
            rows.append(row)
            rules.append(each.divergence.rule)
            labels.append(float(kinds is not None and each.divergence.kind in kinds))
            names.append(ready.name)
    return Examples(np.array(rows), tuple(rules), np.array(labels), tuple(names))


def is_right(
    ready: Ready, members: Iterable[tuple[str, tuple[Span, ...]]], divergences: Iterable[Divergence]
) -> bool | None:
    """Whether an alignment's relation is the annotated one; None where none of its pairs was judged."""
    known = list(members)
    answers = [
        kinds
        for index, one in enumerate(known)
        for two in known[index + 1 :]
        if one[0] != two[0] and (kinds := ready.answers(one, two)) is not None
    ]
    if not answers:
        return False if ready.gold is None and list(divergences) else None
    return any(answers) == bool(list(divergences))
