"""The filters that alignments, agreements and divergences share: of what the claims are that were compared."""

from __future__ import annotations

from typing import Any

from litestar.di import NamedDependency

from api.lists.pagination import MinRelationScore, MinScore, OfArticle, OfClaim, OfRun, OfSource, OfSpeaker, OfStory

Asked = NamedDependency[dict[str, Any]]
"""How a handler asks for them: an argument named `compared_asked`."""


def provide_compared_asked(
    story: OfStory = None,
    article: OfArticle = None,
    source: OfSource = None,
    claim: OfClaim = None,
    speaker: OfSpeaker = None,
    min_score: MinScore = None,
    min_relation_score: MinRelationScore = None,
    run: OfRun = None,
) -> dict[str, Any]:
    """The value of each, None where it is not set."""
    return {
        "story": story,
        "article": article,
        "source": source,
        "claim": claim,
        "speaker": speaker,
        "min_score": min_score,
        "min_relation_score": min_relation_score,
        "run": run,
    }
