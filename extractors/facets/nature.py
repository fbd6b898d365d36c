"""What kind of thing a claim asserts: a fact, an opinion, a prediction or a hypothesis.

A hypothesis holds only under a condition, and a prediction lies ahead: both follow from the claim's certainty. An
opinion is an assertion that no record could settle: what ought to be ("should resign"), a judgement of worth as the
predicate ("is a disgrace", "was the worst night"), or a thing said to be believed ("I think", "in my view"). Everything
else is a fact, true or not: "fact" says that somebody could look it up. Not covered: irony, and worth that lies in a
verb ("squandered").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.facets.predicates import ClaimWords
from extractors.lexicons import lines
from extractors.parsed import Token
from extractors.records import Certainty, Nature, Stance
from extractors.word_lists import word_set

_OUGHT = re.compile(r"\b(?:should(?! (?:you|he|she|it|they|we) )|ought to|had better|deserves?)\b")
# A holder's "must" is a wish; the article's own is a rule that somebody set ("voters must register by Monday").
_MUST = re.compile(r"\b(?:must(?! have\b)|needs? to|ha(?:s|ve) (?:got )?to)\b")
_BELIEF = re.compile(
    r"\b(?:(?:i|we) (?:really |do |don't |do n't |do not |strongly |still |also |firmly |honestly )?"
    r"(?:think|believe|feel|hope|wish|doubt|suspect|fear|guess|like|love|hate|prefer|regret|admire)|"
    r"in (?:my|our) (?:view|opinion|judgment|judgement|book)|if you ask me|(?:i am|i'm|we are|we're) (?:proud|sure|"
    r"glad|sad|sorry|confident|convinced|disappointed|ashamed|grateful|concerned|worried)|seems? to (?:me|us))\b"
)
_COMMENT = word_set(
    "unfortunately sadly thankfully frankly hopefully shamefully luckily regrettably honestly disgracefully admirably "
    "rightly wrongly foolishly wisely"
)
_WORTH = frozenset(word for line in lines("worth") for word in line.split())
_ATTRIBUTES = word_set("amod compound")


def nature_of(claim: ClaimWords, certainty: Certainty, stance: Stance | None = None) -> Nature:
    """Nature of a claim of the given certainty; `stance` is its holder's, None for the outlet's.

    A demand is an opinion of what ought to be.
    """
    if certainty == "hypothetical" and stance != "demands":
        return "hypothesis"
    if certainty == "expected":
        return "prediction"
    main = claim.main
    text = " ".join([token.lower_ for token in claim.every]).replace("’", "'")
    if stance == "demands" or _BELIEF.search(text.replace(" '", "'").replace(" n't", "n't")):
        return "opinion"
    if _OUGHT.search(claim.said) or (stance is not None and _MUST.search(claim.said)):
        return "opinion"
    if any(token.lower_ in _COMMENT and token.dep_ == "advmod" for token in main):
        return "opinion"
    worth = [token for token in main if token.lower_ in _WORTH or token.lemma_ in _WORTH]
    return "opinion" if any(_judges(token, main) for token in worth) else "fact"


def _judges(token: Token, main: Sequence[Token]) -> bool:
    """Whether a word of worth is the predicate ("was a disgrace"), or says of what kind the predicate noun is."""
    if not token.dep_:
        return True
    noun = token.head if token.dep_ in _ATTRIBUTES else token
    return noun in main and any(child.dep_ == "cop" for child in noun.children)
