"""`attribution`: the same content from another holder, or in the outlet's own voice against a holder.

Holders are told apart by name (`matching.speakers`) or, where they are only described, by what they are: "police" and
"his family" are two, "the union" and "a union official" may be one. Whoever may speak for the other is not told apart:
a chairman for his firm, a report for its author, a person known only by name for any body.
"""

from __future__ import annotations

from extractors.records import Attribution, Span
from matching.divergences.agents import agent_in, are_two_agents
from matching.divergences.pair import AlignedPair
from matching.gates import credit
from matching.names import without_titles
from matching.records import Divergence
from matching.speakers import name_words
from matching.words import stems_of, words_of

# Who speaks for a body, or is only a piece of paper of somebody's: never another holder than anybody.
_FOR_OTHERS = stems_of(
    """
    he she they it i we who spokesman spokeswoman spokesperson official officials source sources statement report study
    survey figure figures data document letter email email tweet post interview people person someone others some many
    lawyer lawyers counsel attorney aide adviser advisers chairman chairwoman chair president director head chief
    executive boss founder owner leader secretary minister mayor governor commissioner superintendent captain manager
    deputy vice member members author authors analyst analysts expert experts observer observers critic critics friend
    reporter reporters indictment complaint filing ruling memo transcript book article newspaper
    """
)
_CONTESTED = stems_of("claim claims allege alleges insist maintain argue contend believe concede accuse assert suspect")
_PRONOUNS = frozenset(["he", "she", "they", "it", "i", "we", "who", "he's", "she's", "one"])
_BODIES = frozenset({"organisation", "group", "document"})


def other_holder(pair: AlignedPair) -> Divergence | None:
    who = pair.holders
    if who in ("own_voice", "same_speaker"):
        return None
    one, two = credit(pair.left), credit(pair.right)
    if who == "one_own_voice":
        if not _is_clear(pair):
            return None
    elif one is None or two is None or not _may_differ(one, two) or _are_linked(pair, one, two):
        return None
    values = _holder(one), _holder(two)
    return pair.diverges(
        "attribution",
        _rule(pair, one, two),
        values,
        (_evidence(one, pair.left.spans[0]), _evidence(two, pair.right.spans[0])),
        f"{pair.sources[0]} has it from {values[0]}, {pair.sources[1]} from {values[1]}.",
    )


def _rule(pair: AlignedPair, one: Attribution | None, two: Attribution | None) -> str:
    if one is not None and two is not None:
        if pair.holders == "other_speaker" or _are_bodies_apart(one, two):
            return "attribution.other_holder"
        return "attribution.described_holders"
    only = one or two
    return "attribution.own_voice_contested" if only and _is_contested(only) else "attribution.own_voice"


def _is_clear(pair: AlignedPair) -> bool:
    """One side is the outlet's own voice, and its whole sentence names no holder; the other credits it to somebody."""
    own, attributed = (pair.left, pair.right) if credit(pair.left) is None else (pair.right, pair.left)
    attribution = credit(attributed)
    if attribution is None or attribution.speaker is None or attribution.stance in ("denies", "demands", "asks"):
        return False
    if own.claim.attribution is not None:
        return False
    side = 0 if own is pair.left else 1
    said = set(name_words(attribution.speaker.name))
    return not said & own.context_names and not said & pair.told[side].content


def _is_contested(attribution: Attribution) -> bool:
    """Whether the cue leaves open if it is so. What somebody plainly "said" an outlet may well state as a fact."""
    cue = attribution.cue.exact if attribution.cue else ""
    return bool({word.stem for word in words_of(cue, 0, len(cue))} & _CONTESTED)


def _may_differ(one: Attribution, two: Attribution) -> bool:
    """Names that differ, unless they share a word ("the judge, Vera Holm" and "Vera Holm") or one is a mere pronoun."""
    here, there = _stems(one), _stems(two)
    if not here or not there or here & there or (here | there) & _PRONOUNS:
        return False
    return (
        agent_in(_holder(one)) is None or agent_in(_holder(two)) is None or are_two_agents(_holder(one), _holder(two))
    )


def _are_linked(pair: AlignedPair, one: Attribution, two: Attribution) -> bool:
    """Whether an article names one holder and describes the other in one sentence: "Rosa Quill, who leads the club"."""
    here, there = _stems(one) - _FOR_OTHERS, _stems(two) - _FOR_OTHERS
    return any(pair.all_told.names_together(article.id, here, there) for article in pair.articles)


def _have_speakers(one: Attribution, two: Attribution) -> bool:
    return one.speaker is not None and two.speaker is not None


def _are_bodies_apart(one: Attribution, two: Attribution) -> bool:
    """Two described holders whose words have nothing in common and neither of whom may speak for the other."""
    here, there = _stems(one), _stems(two)
    if not here or not there or here & there or (here | there) & _FOR_OTHERS or not _have_speakers(one, two):
        return False
    if _is_bare_name(one) or _is_bare_name(two):
        return False
    return not _initials(one) or _initials(one) != _initials(two)


def _stems(attribution: Attribution) -> set[str]:
    written = _holder(attribution)
    return {stem for stem in without_titles(word.stem for word in words_of(written, 0, len(written))) if len(stem) > 1}


def _is_bare_name(attribution: Attribution) -> bool:
    """Nothing but capitals, of a person or of somebody not known to be anything else."""
    words = words_of(_holder(attribution), 0, len(_holder(attribution)))
    is_body = attribution.speaker is not None and attribution.speaker.type in _BODIES
    return all(word.written[0].isupper() for word in words) and not is_body


def _initials(attribution: Attribution) -> str:
    written = _holder(attribution)
    if written.isupper():
        return written
    return "".join(word.written[0] for word in words_of(written, 0, len(written)) if word.written[0].isupper())


def _holder(attribution: Attribution | None) -> str:
    if attribution is None:
        return "its own voice"
    return attribution.speaker.name if attribution.speaker else "an unnamed holder"


def _evidence(attribution: Attribution | None, otherwise: Span) -> Span:
    if attribution is None:
        return otherwise
    return attribution.mention or attribution.cue or otherwise
