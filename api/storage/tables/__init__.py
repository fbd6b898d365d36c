"""The tables. What is given: sources, stories, articles. What is derived, by a run: everything else.

given.py       sources ── articles ── stories
                              │           │
runs.py                  extraction   comparison                one table of runs, one row for each execution
                              │           │
extracted.py       appearances, attributions, claims, quotes
compared.py                   │       alignments ── alignment_members
                              │       divergences, disputes, origins, unmatched_claims
runs.py                       └─ caveats ─┘

speakers.py        appearances ── identifications ── speakers ── speaker_decisions
base.py            what the tables share

Given rows are never changed, but for four things: a story counts its changes in `version`, an article without a
story may be put into one, a source learns its publisher, and a decision is reversed. Derived rows are written once,
with their run, and never changed; the newest run of an article or a story is the one with `current` set. `position` is
the order in which a run gave its parts. Speakers and identifications follow from the appearances of all current runs
and from the decisions, and change with them.
"""

from api.storage.tables.base import METADATA
from api.storage.tables.compared import Alignment, AlignmentMember, Dispute, Divergence, Origin, UnmatchedClaim
from api.storage.tables.extracted import Appearance, Attribution, Claim, Quote
from api.storage.tables.given import Article, KeptAnswer, Source, Story
from api.storage.tables.runs import Caveat, Run, RunInput, RunSpeaker
from api.storage.tables.speakers import Identification, NameWord, Speaker, SpeakerDecision

__all__ = [
    "METADATA",
    "Alignment",
    "AlignmentMember",
    "Appearance",
    "Article",
    "Attribution",
    "Caveat",
    "Claim",
    "Dispute",
    "Divergence",
    "Identification",
    "KeptAnswer",
    "NameWord",
    "Origin",
    "Quote",
    "Run",
    "RunInput",
    "RunSpeaker",
    "Source",
    "Speaker",
    "SpeakerDecision",
    "Story",
    "UnmatchedClaim",
]
