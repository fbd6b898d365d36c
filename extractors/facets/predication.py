"""What a claim predicates of whom: its verb with voice and tense, and the arguments by role.

Roles are of the deed, not of the sentence: "who" does or is it, "whom" it is done to, so that "the firm paid the town"
and "the town was paid by the firm" have the same. "Where" are the names of places that hang on the predicate. Only what
stands in the claim's own words is given; pronouns and the subject borrowed from another clause are arguments, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.facets.time_patterns import MONTHS, WEEKDAYS
from extractors.parsed import Token
from extractors.records import Argument, ArgumentRole, Place, Predicate, Span, Tense
from extractors.word_lists import word_set

_SUBJECTS = word_set("nsubj nsubj:outer csubj")
_PASSIVE_SUBJECTS = word_set("nsubj:pass csubj:pass")
_ANY_SUBJECTS = _SUBJECTS | _PASSIVE_SUBJECTS
_OBJECTS = word_set("obj iobj")
_OBLIQUES = word_set("obl obl:agent")
_FUTURE = word_set("will wo 'll ’ll shall")
_DEADLINES = WEEKDAYS.keys() | MONTHS.keys() | word_set("noon midnight night morning evening today tomorrow then now")
_LEFT_OUT = word_set("acl acl:relcl appos punct parataxis advcl cop aux mark nsubj")


def predicate_of(
    head: Token, words: Sequence[Token], leaning: Sequence[Token], places: Sequence[Place], text: str
) -> Predicate | None:
    """The predicate `head` of a claim made up of `words`, with `leaning` as the subject it borrows.

    None where the head is a noun that predicates nothing, as in "Ada Tarn, the mayor".
    """
    inside = {token.i for token in words}
    children = [child for child in head.children if child.i in inside]
    copula = any(child.dep_ == "cop" for child in children)
    if not (head.pos_ in ("VERB", "AUX") or copula or any(child.dep_ in _SUBJECTS for child in children)):
        return None
    passive = is_passive(head)
    return Predicate(
        span=Span.of(text, head.idx, head.idx + len(head)),
        lemma=head.lemma_.lower(),
        voice="passive" if passive else "active",
        tense=_tense(head, children),
        arguments=tuple(_arguments(children, leaning, passive, inside, places, text)),
    )


def is_passive(head: Token) -> bool:
    """Whether a verb is in the passive, with its auxiliary or as a bare participle behind a noun."""
    if any(child.dep_ in ("aux:pass", "nsubj:pass") for child in head.children):
        return True
    return head.dep_ == "acl" and head.tag_ == "VBN"


def _tense(head: Token, children: Sequence[Token]) -> Tense | None:
    helpers = [child for child in children if child.dep_ in ("aux", "aux:pass", "cop")]
    if any(one.lower_ in _FUTURE for one in helpers):
        return "future"
    for one in (*helpers, head):
        if one.tag_ == "VBD" or ("Past" in one.morph.get("Tense", []) and one.tag_ != "VBN"):
            return "past"
        if one.tag_ in ("VBZ", "VBP"):
            return "past" if _perfect(one, head) else "present"
        if one.tag_ == "MD":
            return "present"
    return None


def _perfect(helper: Token, head: Token) -> bool:
    """Whether the helper makes a perfect: "has left" tells what was, "has" and "is leaving" what is."""
    return helper != head and helper.lemma_ == "have"


def _arguments(
    children: Sequence[Token],
    leaning: Sequence[Token],
    passive: bool,
    inside: set[int],
    places: Sequence[Place],
    text: str,
) -> Iterator[Argument]:
    roles = [(_role(child, passive), child) for child in children]
    found = [Argument(role, _phrase(child, inside, text)) for role, child in roles if role is not None]
    if leaning and not any(child.dep_ in _ANY_SUBJECTS for child in children):
        borrowed = Span.of(text, leaning[0].idx, leaning[-1].idx + len(leaning[-1]))
        found.append(Argument("whom" if passive else "who", borrowed))
    taken = [one.span for one in found]
    found += [Argument("where", place.span) for place in places if not any(span.holds(place.span) for span in taken)]
    yield from sorted(found, key=lambda one: one.span)


def _role(child: Token, passive: bool) -> ArgumentRole | None:
    if child.dep_ in _PASSIVE_SUBJECTS:
        return "whom"
    if child.dep_ in _SUBJECTS:
        return "whom" if passive else "who"
    if child.dep_ in _OBJECTS:
        return "whom"
    if child.dep_ not in _OBLIQUES:
        return None
    by = any(one.lower_ == "by" and one.dep_ == "case" for one in child.children)
    doer = child.dep_ == "obl:agent" or (child.dep_ == "obl" and passive and by)
    return "who" if doer and child.lower_ not in _DEADLINES else None


def _phrase(noun: Token, inside: set[int], text: str) -> Span:
    """A noun with all that describes it, clauses and appositions left out, and its preposition too."""
    first = last = noun
    waiting = [noun]
    while waiting:
        token = waiting.pop()
        first = token if token.i < first.i else first
        last = token if token.i > last.i else last
        for child in token.children:
            preposed = token is noun and child.dep_ == "case" and child.i < noun.i
            if child.i in inside and child.dep_ not in _LEFT_OUT and not preposed:
                waiting.append(child)
    return Span.of(text, first.idx, last.idx + len(last))
