"""What comparison makes of annotated stories and contrasts, alignment by alignment, and the figures drawn from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matching.alignments import judge_alignments
from matching.divergences.pair import Told
from matching.records import Agreement
from matching.relation.evidence import logit_of
from matching.relation.scoring import RelationModel
from training.relation.data import Ready, is_right


@dataclass(frozen=True, slots=True)
class Outcome:
    """One alignment whose relation is known. `surest` is 0.0 where it was said to agree."""

    name: str
    surest: float
    likeliest: float
    agreement: Agreement | None
    is_right: bool

    @property
    def logit(self) -> float:
        return logit_of(self.surest)


def outcomes(stories: Sequence[Ready], model: RelationModel) -> list[Outcome]:
    found = []
    for ready in stories:
        spans = {(s.article, s.member.claim): s.claim.spans for s in ready.story.statements}
        for judged in judge_alignments(Told(ready.story), ready.scores, ready.threshold, model, ready.origins):
            alignment = judged.alignment
            members = [(m.article, spans[m.article, m.claim]) for m in alignment.members]
            right = is_right(ready, members, alignment.divergences)
            if right is not None:
                found.append(
                    Outcome(
                        ready.name,
                        judged.surest,
                        judged.likeliest,
                        alignment.agreement,
                        right,
                    )
                )
    return found


def show(title: str, found: Sequence[Outcome], stories: Sequence[Ready]) -> None:
    for kind in ("story", "contrast"):
        mine = [each for each in found if each.name.startswith(kind)]
        diverging = [each for each in mine if each.surest]
        agreeing = [each for each in mine if not each.surest]
        count = sum(ready.name.startswith(kind) for ready in stories)
        print(
            f"{title}, {kind}: {len(diverging)} alignments said to diverge, right {_share(diverging)} %; "
            f"{len(agreeing)} to agree, right {_share(agreeing)} % ({count} in all)"
        )


def _share(found: Sequence[Outcome]) -> float:
    return round(100 * sum(each.is_right for each in found) / len(found), 1) if found else 0.0
