"""Which descriptions may stand for somebody merely because of being named before: "the Ohio Republican", "the tycoon".

An office stands for its holder (`holders`), unless the words before it tell more of them ("the House speaker"); one
word alone ("the senator") only where news prose uses it for whoever was just named.
"""

from __future__ import annotations

from extractors.speakers.holders import COMPLEMENT, FORMER, NOT_THE_HOLDER
from extractors.speakers.words import epithets

# fmt: off
NO_EPITHET = frozenset({
    "president", "vice president", "prime minister", "pope", "king", "queen", "official", "source", "man", "woman",
    "boy", "girl", "judge", "reporter", "spokesman", "spokeswoman", "spokesperson", "lawyer", "attorney", "witness",
    "victim", "suspect", "author", "reader", "viewer", "voter", "public", "aide", "adviser", "person", "member",
    "moderator", "interviewer", "host", "anchor", "caller", "speaker", "chairman", "director", "secretary",
})
# fmt: on
"""Nouns that stand for one holder or for somebody unnamed, and so for nobody merely because of being named before."""

_OFFICES = (
    "district attorney",
    "attorney general",
    "state attorney",
    "chief executive",
    "chief justice",
    "police chief",
)
"""Offices of more words than one, which are no epithets of whoever holds another."""

FEWEST_TELLING = 3
"""Words of a description that tell more than the office: "the House speaker"."""

LOOSE_NOUNS = frozenset(
    {"lawmaker", "politician", "candidate", "legislator", "congressman", "congresswoman", "senator"}
)
"""Nouns that news prose uses for somebody just named, whatever exactly they are."""


def may_be_epithet(phrase: str, noun: str) -> bool:
    """Whether a definite description whose head is `noun` may mean the likeliest person named before it."""
    if NOT_THE_HOLDER.match(phrase) or COMPLEMENT.search(phrase) or phrase.lower().endswith(_OFFICES):
        return False
    words = len(phrase.split())
    telling = words >= FEWEST_TELLING and not FORMER.match(phrase)
    return (noun not in NO_EPITHET or telling) and (words != 2 or _is_loose(noun))


def _is_loose(noun: str) -> bool:
    """Whether a noun alone may stand for whoever was just named."""
    return noun in epithets() or noun in LOOSE_NOUNS or noun.endswith("-year-old")
