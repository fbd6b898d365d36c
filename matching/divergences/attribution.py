"""`attribution`: the same content from another holder, or in the outlet's own voice against a holder.

Holders are told apart by name (`matching.speakers`) or, where they are only described, by what they are: "police" and
"his family" are two, "police" and "officers" are one. A person may speak for a firm, a report for its author, and a
name and a description may be of one person: how likely two such holders are two is weighed by `matching.relation`, for
each of these ways by itself.
"""

from __future__ import annotations

from extractors.facets.places import are_seat_and_capital
from extractors.records import Attribution, Span, Stance
from matching.divergences.agents import agent_in, are_two_agents, without_whose
from matching.divergences.pair import AlignedPair
from matching.gates import credit, holder_of
from matching.names import without_titles
from matching.records import Divergence
from matching.speakers import compare_speakers, name_words
from matching.words import stems_of, words_of, words_of_phrase

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
# Stances that state nothing: another holder was remarked on beside 1 of the 71 pairs of claims in the training stories
# of which one asks or doubts, and beside 11 of 100 that both plainly say.
_OPEN: frozenset[Stance] = frozenset({"asks", "doubts"})
# What one demands and another offers are the two sides of a bargain.
_BARGAIN: frozenset[Stance] = frozenset({"demands", "promises"})
_PRONOUNS = frozenset(["he", "she", "they", "it", "i", "we", "who", "he's", "she's", "one"])
_PAPERS = stems_of(
    """
    statement report study survey figure data document letter email post indictment complaint filing ruling memo
    transcript book article newspaper poll lawsuit resolution headline video
    """
)


def other_holder(pair: AlignedPair) -> Divergence | None:
    who = pair.holders
    if who in ("own_voice", "same_speaker"):
        return None
    one, two = credit(pair.left), credit(pair.right)
    if not (_is_clear(pair) if who == "one_own_voice" else _are_two_holders(pair, one, two)):
        return None
    values = holder_of(one), holder_of(two)
    return pair.diverges(
        "attribution",
        _rule(pair, one, two),
        values,
        (_evidence(one, pair.left.spans[0]), _evidence(two, pair.right.spans[0])),
        f"{pair.sources[0]} has it from {values[0]}, {pair.sources[1]} from {values[1]}.",
    )


def _rule(pair: AlignedPair, one: Attribution | None, two: Attribution | None) -> str:
    if one is not None and two is not None:
        return _rule_of_two(pair, one, two)
    only = one or two
    return "attribution.own_voice_contested" if only and _is_contested(only) else "attribution.own_voice"


def _rule_of_two(pair: AlignedPair, one: Attribution, two: Attribution) -> str:
    """How the two are told apart; some ways are surer than others, and each is weighed by itself."""
    if one.speaker is None or two.speaker is None:
        return "attribution.unnamed_holder"
    if pair.holders == "other_speaker":
        return "attribution.other_holder"
    if any(are_two_agents(a, b) for a in _known_as(one) for b in _known_as(two)):
        return "attribution.described_holders"
    if _is_paper(one) != _is_paper(two):
        return "attribution.paper_or_person"
    if _is_named(one) and _is_named(two):
        return "attribution.person_or_body"
    return "attribution.name_or_description"


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
    head = agent_in(holder_of(attribution))
    if head is not None and not _is_named(attribution):
        said = {head}  # "the water company" is not named by "the water"
    return not said & own.context_names and not said & pair.told[side].content


def _is_contested(attribution: Attribution) -> bool:
    """Whether the cue leaves open if it is so. What somebody plainly "said" an outlet may well state as a fact."""
    cue = attribution.cue.exact if attribution.cue else ""
    return bool({word.stem for word in words_of_phrase(cue)} & _CONTESTED)


def _are_two_holders(pair: AlignedPair, one: Attribution | None, two: Attribution | None) -> bool:
    """Whether both state it, nothing says that the two are one, and they are not both heard on both sides."""
    return (
        one is not None
        and two is not None
        and _state_one_thing({one.stance, two.stance})
        and _may_differ(one, two)
        and not _are_linked(pair, one, two)
        and not _speak_through_one(pair, one, two)
        and not (_is_told_beside(pair, 0, two, one) and _is_told_beside(pair, 1, one, two))
    )


def _state_one_thing(stances: set[Stance]) -> bool:
    return not stances & _OPEN and stances != _BARGAIN


def _may_differ(one: Attribution, two: Attribution) -> bool:
    """Names that differ, unless they share a word ("the judge, Vera Holm" and "Vera Holm"), one is a mere pronoun, or
    what they are told to be may be one ("police" and "officers", "Moscow" and "the Kremlin").
    """
    if are_seat_and_capital(holder_of(one), holder_of(two)):
        return False
    here, there = _stems(one), _stems(two)
    if not here or not there or (here | there) & _PRONOUNS or not (_can_hold(one) and _can_hold(two)):
        return False
    if here & there:
        bare = without_whose(holder_of(one)), without_whose(holder_of(two))
        return all(bare) and are_two_agents(holder_of(one), holder_of(two))
    agents = [(a, b) for a in _known_as(one) for b in _known_as(two) if agent_in(a) and agent_in(b)]
    return all(are_two_agents(a, b) for a, b in agents)


def _known_as(attribution: Attribution) -> tuple[str, ...]:
    """The phrases that tell what a holder is: the name itself, and for a person the offices the article gives."""
    roles = attribution.speaker.roles if attribution.speaker is not None else ()
    return (holder_of(attribution), *(span.exact for span in roles))


def _is_told_beside(pair: AlignedPair, side: int, holder: Attribution, own: Attribution) -> bool:
    """Whether the sentence of one side names the other's holder beside its own: both report what the two say of each
    other.
    """
    named = _stems(holder) - _FOR_OTHERS - _stems(own)
    sentence = (pair.left, pair.right)[side].claim.sentence
    return bool(named & {word.stem for word in words_of(sentence.exact, 0, len(sentence.exact))})


def _can_hold(attribution: Attribution) -> bool:
    """Somebody with a name, an agent, or a paper; "the plans" and "the slide" hold no opinion of their own.

    Whom an article leaves open ("is alleged to") may be anybody.
    """
    written = holder_of(attribution)
    speaker = attribution.speaker
    return (
        speaker is None
        or any(word.written[0].isupper() for word in words_of_phrase(written) if word.is_content)
        or agent_in(written) is not None
        or bool(_stems(attribution) & _FOR_OTHERS)
        or speaker.type != "unknown"
    )


def _are_linked(pair: AlignedPair, one: Attribution, two: Attribution) -> bool:
    """Whether an article names one holder and describes the other side by side: "Rosa Quill, who leads the club"."""
    both = _FOR_OTHERS | (_stems(one) & _stems(two))
    here, there = _stems(one) - both, _stems(two) - both
    return any(pair.all_told.names_together(article.id, here, there) for article in pair.articles)


def _speak_through_one(pair: AlignedPair, one: Attribution, two: Attribution) -> bool:
    """Whether somebody passes on both, or one of the two passes on what the other says.

    A paper is another holder than whoever tells of it.
    """
    if _is_paper(one) != _is_paper(two):
        return False
    here, there = (_passed_on_by(pair, side, held) for side, held in enumerate((one, two)))
    return any(compare_speakers(a.speaker, b.speaker) == "same" for a in here for b in there)


def _passed_on_by(pair: AlignedPair, side: int, held: Attribution) -> list[Attribution]:
    """The holder and those through whom it came to the article, the nearest first."""
    by_id = {each.id: each for each in pair.articles[side].extraction.attributions}
    chain = [held]
    while chain[-1].via is not None and chain[-1].via in by_id and len(chain) <= len(by_id):
        chain.append(by_id[chain[-1].via])
    return chain


def _is_paper(attribution: Attribution) -> bool:
    """A document, which somebody has written: "the report", "a leaked memo"."""
    speaker = attribution.speaker
    return (speaker is not None and speaker.type == "document") or bool(_stems(attribution) & _PAPERS)


def _is_named(attribution: Attribution) -> bool:
    """Nothing but capitals, articles left out."""
    words = words_of_phrase(holder_of(attribution))
    return all(word.written[0].isupper() for word in words if word.is_content)


def _stems(attribution: Attribution) -> set[str]:
    written = holder_of(attribution)
    return {stem for stem in without_titles(word.stem for word in words_of_phrase(written)) if len(stem) > 1}


def _evidence(attribution: Attribution | None, otherwise: Span) -> Span:
    if attribution is None:
        return otherwise
    return attribution.mention or attribution.cue or otherwise
