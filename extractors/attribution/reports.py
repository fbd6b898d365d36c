"""What a verb or noun of saying reports, read off the tree: who says it and what.

    report_of(token) -> Report or None

    clause      Ann Lee said (that) it was late.   It was late, Ann Lee said.   ..., saying it was late
                Ann Lee made (it) clear that it was late.
    deed        Ann Lee denied the charge.         the charge denied by Ann Lee
    infinitive  Ann Lee vowed to go.
    noun        Ann Lee's claim that it was late
    view        In Ann Lee's view, it was late.   It was late from Ann Lee's perspective.

`lexicons/reporting.txt` has the words of each. A verb without a subject of its own takes that of the clause it hangs
in. What is only wished, asked, denied or supposed is no report, and "I" and "you" are nobody to report.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from extractors import lexicons
from extractors.speakers.words import authored, collectives, roles
from extractors.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

Construction = Literal["clause", "deed", "infinitive", "noun", "quotation", "view"]

LONGEST_SOURCE = 25
"""Words of a subject; a longer one is a misread sentence."""

MOST_STEPS = 4
"""Clauses climbed for a subject: a chain of infinitives and participles is seldom longer."""

FARTHEST_CLEAR = 3
"""Words from "made" to "clear": "made it very clear"."""

_CLEAR = word_set("clear plain known")
_SUBJECTS = word_set("nsubj nsubj:pass nsubj:outer")
_OBJECTS = word_set("obj iobj")
FINITE = word_set("VBD VBP VBZ")
_SHARES_SUBJECT = word_set("conj xcomp advcl ccomp parataxis")
_ENDS_PHRASE = word_set("acl acl:relcl parataxis advcl punct dep")
_RELATIVES = word_set("who which that")
_NOBODY = _RELATIVES | word_set(
    "i we you it one this there what anyone everyone nobody somebody someone everybody anybody people"
)
_PEOPLE = word_set("one other some republican democrat conservative liberal counterpart reformer announcer narrator")
_SHOWS = word_set("capture catch depict film hear overhear quote record see show tape")
_UNREAL = word_set("would could might may can should must will shall ’d 'd ’ll 'll if unless whether not n’t n't never")
_FROM = word_set("in from by to")
SUPPOSES = word_set("if unless whether")
POSSESSIVE = word_set("’s 's ’ '")
OF_A_NOUN = word_set("PROPN NOUN ADJ DET NUM")
"""Parts of speech of the words in a noun's phrase."""

_SUBJECT_WORDS = ("NOUN", "PROPN", "PRON")
_SIGNS = word_set(", ; : — – - --")


@dataclass(frozen=True, slots=True)
class Report:
    """Tokens of one report: the subject's phrase, the words that report, and what is reported."""

    construction: Construction
    source: tuple[Token, ...]
    cue: tuple[Token, ...]
    content: tuple[Token, ...]


@cache
def reporting_words(kind: Construction | Literal["document"]) -> frozenset[str]:
    """Base forms that report with this construction; "document": those that do so only of a writing."""
    found: set[str] = set()
    for line in lexicons.lines("reporting"):
        name, _, words = line.partition(":")
        if name == kind:
            found.update(words.split())
    return frozenset(found)


def report_of(token: Token) -> Report | None:
    """What `token` reports, None where it reports nothing or the tree does not show who says it."""
    report = None
    if token.pos_ == "VERB" and not _is_unreal(token):
        report = _by_clause(token) or _by_making_clear(token) or _by_infinitive(token) or _by_deed(token)
    elif token.pos_ == "NOUN":
        report = _by_noun(token) or _by_view(token)
    return report if report is not None and tells_who(report) else None


def tells_who(report: Report) -> bool:
    """Whether the subject is somebody: a name, a pronoun, or a noun for people, for bodies or for what they write.

    For "found" and "shows" it must be a writing.
    """
    if len(report.source) == 1 and report.source[0].lower_ in _NOBODY:
        return False
    if len(report.source) == 1 and report.source[0].text.endswith("."):  # "Mr." whose name the tree has elsewhere
        return False
    inside = {token.i for token in report.source}
    tops = [token for token in report.source if token.head.i not in inside]
    head = next((token for token in tops if token.pos_ in _SUBJECT_WORDS), report.source[0])
    noun = head.lemma_.lower()
    written = collectives().get(noun) == "document" or noun in authored()
    if report.cue[-1].lemma_.lower() in reporting_words("document"):
        return written
    return (
        written or head.pos_ in ("PROPN", "PRON") or any(noun in nouns for nouns in (collectives(), roles(), _PEOPLE))
    )


def subject_of(verb: Token) -> tuple[Token, ...]:
    """The phrase of whoever does what a verb says, empty where the tree does not show it."""
    at = verb
    for _ in range(MOST_STEPS):
        own = _own_subjects(at)
        if own and own[-1].lower_ in _RELATIVES:
            return _phrase(at.head) if at.dep_ == "acl:relcl" else ()
        if own:
            return _joined(own) if at.i == verb.i or not _is_passive(at) else ()
        if at.i == verb.i and (before := _subject_before(verb)) is not None:
            return _phrase(before)
        if at.dep_ == "acl" and at.i > at.head.i:
            return _phrase(at.head)
        seen = _seen_speaking(at)
        if seen is not None:
            return _phrase(seen)
        if at.dep_ not in _SHARES_SUBJECT or at.head.i == at.i or (_with_to(at) and _has_object(at.head)):
            return ()
        at = at.head
    return ()


def _seen_speaking(verb: Token) -> Token | None:
    """Whom others hear or show: "the tape caught Ann Lee boasting", "quoted Ann Lee as saying"."""
    if verb.tag_ != "VBG" or verb.head.lemma_.lower() not in _SHOWS:
        return None
    return next((one for one in verb.head.children if one.dep_ in _OBJECTS and verb.head.i < one.i < verb.i), None)


def _own_subjects(verb: Token) -> list[Token]:
    """The subject among a verb's children: the one nearest before it, or else the first behind.

    Several are one name that the parser left in pieces: "Ann" and "Lee". In a clause that reports inside another the
    parser calls many a subject an object; before a finite verb it can be none.
    """
    found = [child for child in verb.children if child.dep_ in _SUBJECTS]
    if not found and verb.tag_ in FINITE and not _is_passive(verb):
        found = [child for child in verb.children if child.dep_ in _OBJECTS and _leads_to(child, verb)]
    before = [child for child in found if child.i < verb.i]
    if not before:
        return found[:1]
    run = [before.pop()]
    while before and run[0].left_edge.i - 1 == before[-1].right_edge.i and _is_name(before[-1]) and _is_name(run[0]):
        run.insert(0, before.pop())
    return run


def _leads_to(noun: Token, verb: Token) -> bool:
    """Whether nothing but auxiliaries and adverbs stands between a noun and the verb behind it."""
    between = noun.doc[noun.right_edge.i + 1 : verb.i]
    named = noun.pos_ in ("NOUN", "PROPN", "PRON")
    return noun.i < verb.i and named and all(token.pos_ in ("AUX", "ADV") for token in between)


def _is_name(token: Token) -> bool:
    return token.pos_ == "PROPN"


def _joined(nouns: Sequence[Token]) -> tuple[Token, ...]:
    """The phrase of a noun, or of a name in pieces."""
    first, last = _phrase(nouns[0]), _phrase(nouns[-1])
    return _trimmed(list(nouns[0].doc[first[0].i : last[-1].i + 1])) if first and last else ()


def _subject_before(verb: Token) -> Token | None:
    """A name that ends right before the verb and is taken for the subject of another: "“...,” Ann Lee said, according
    to ..." is a sentence the parser gets wrong.
    """
    before = verb.nbor(-1) if verb.i > verb.sent.start else None
    while before is not None and before.dep_ in ("flat", "compound") and before.head.i < verb.i:
        before = before.head
    if before is None or before.pos_ != "PROPN" or before.dep_ not in _SUBJECTS:
        return None
    return before if before.head.i < verb.i else None


def _by_clause(verb: Token) -> Report | None:
    if not _is_listed(verb, "clause") and not _is_listed(verb, "document"):
        return None
    content, source = _clause(verb), subject_of(verb)
    return Report("clause", source, _cue(verb, source, content), content) if content and source else None


def _by_making_clear(verb: Token) -> Report | None:
    near = verb.doc[verb.i + 1 : min(verb.i + 1 + FARTHEST_CLEAR, verb.sent.end)]
    clear = next((token for token in near if token.lower_ in _CLEAR), None) if verb.lemma_.lower() == "make" else None
    if clear is None:
        return None
    behind = {token.i: token for one in (verb, clear) for token in one.subtree if token.i > clear.i}
    content, source = _trimmed(list(behind.values())), subject_of(verb)
    cue = tuple(verb.doc[verb.i : clear.i + 1])
    return Report("clause", source, cue, content) if content and source else None


def _by_infinitive(verb: Token) -> Report | None:
    if not _is_listed(verb, "infinitive"):
        return None
    goal = _child(verb, "xcomp", "advcl", "ccomp")
    if goal is None or goal.i < verb.i or not _with_to(goal) or _is_passive(verb):
        return None
    content, source = _trimmed(list(goal.subtree)), subject_of(verb)
    return Report("infinitive", source, _cue(verb, source, content), content) if content and source else None


def _by_deed(verb: Token) -> Report | None:
    agent = _child(verb, "obl:agent") or (_by_whom(verb) if _is_passive(verb) else None)
    listed = _is_listed(verb, "deed") or (agent is not None and _is_listed(verb, "clause"))
    if not listed or _with_to(verb) or verb.tag_ == "VBG":
        return None
    if agent is not None:
        source = _phrase(agent)
        thing = _child(verb, "nsubj:pass") or (verb.head if verb.dep_ == "acl" else None)
        content = _phrase(thing) if thing is not None else ()
    elif not _is_passive(verb):
        source = subject_of(verb)
        thing = _child(verb, "obj")
        content = _trimmed(list(thing.subtree)) if thing is not None else ()
    else:
        return None
    return Report("deed", source, _cue(verb, source, content), content) if content and source else None


def _by_noun(noun: Token) -> Report | None:
    if not _is_listed(noun, "noun"):
        return None
    owners = [child for child in noun.children if child.dep_ == "nmod:poss"]
    said = _child(noun, "acl", "ccomp", "acl:relcl")
    if not owners or said is None or said.i < noun.i:
        return None
    content = _trimmed(list(said.subtree))
    source = tuple(token for token in _joined(owners) if token.lower_ not in POSSESSIVE)
    opened = bool(content) and content[0].lower_ in ("that", "to")
    return Report("noun", source, (noun,), content) if opened and source else None


def _by_view(noun: Token) -> Report | None:
    if not _is_listed(noun, "view"):
        return None
    owner = _child(noun, "nmod:poss")
    case = _child(noun, "case")
    told = _child(noun, "ccomp", "parataxis") or noun.head  # the parser may hang the sentence on the view
    if owner is None or case is None or case.lower_ not in _FROM or not any(c.dep_ in _SUBJECTS for c in told.children):
        return None
    own = {token.i for token in noun.subtree} if told.i == noun.head.i else set()
    content = _trimmed([token for token in told.subtree if token.i not in own])
    source = _trimmed(list(noun.doc[case.i + 1 : owner.i + 1]))
    return Report("view", source, (noun,), content) if content and source else None


def _clause(verb: Token) -> tuple[Token, ...]:
    """The reported clause: a complement, or the sentence that the verb is set into."""
    said = next((child for child in verb.children if _is_complement(child)), None)
    if said is None:
        said = next((child for child in verb.children if child.dep_ == "parataxis" and child.i < verb.i), None)
    if said is not None:
        return _trimmed([*_torn_off(verb, said), *said.subtree])
    behind = sorted((token for token in verb.subtree if token.i > verb.i), key=lambda token: token.i)
    that = next((at for at, token in enumerate(behind) if token.lower_ == "that" and token.dep_ != "det"), len(behind))
    has_verb = any(token.pos_ in ("VERB", "AUX") for token in behind[that:])
    return _trimmed(behind[that:]) if has_verb and _is_listed(verb, "clause") else ()


def _torn_off(verb: Token, said: Token) -> list[Token]:
    """What the parser hangs on the verb though it begins the clause behind it: "that", or the subject as an object."""
    bare = not any(child.dep_ in _SUBJECTS for child in said.children)
    lost = [
        child
        for child in verb.children
        if verb.i < child.i < said.left_edge.i and (child.lower_ == "that" or (bare and child.dep_ == "obj"))
    ]
    return [token for child in lost for token in child.subtree]


def _cue(verb: Token, source: Sequence[Token], content: Sequence[Token]) -> tuple[Token, ...]:
    """The verb with the auxiliaries and adverbs right before it."""
    taken = {token.i for token in (*source, *content)}
    first = verb.i
    while first - 1 not in taken and first > 0:
        before = verb.doc[first - 1]
        if before.head.i != verb.i or before.dep_ not in ("aux", "aux:pass", "advmod", "mark"):
            break
        first -= 1
    return tuple(verb.doc[first : verb.i + 1])


def _phrase(noun: Token) -> tuple[Token, ...]:
    """A noun with what belongs to it, its preposition and the clauses and asides behind it left out."""
    first, end = noun.left_edge.i, noun.right_edge.i
    for child in noun.children:
        if child.i > noun.i and child.dep_ in _ENDS_PHRASE:
            end = min(end, child.left_edge.i - 1)
        if child.i < noun.i and child.dep_ == "case":
            first = max(first, child.i + 1)
    tokens = _trimmed(list(noun.doc[first : end + 1]))
    return tokens if len(tokens) <= LONGEST_SOURCE else ()


def _is_unreal(verb: Token) -> bool:
    if _with_to(verb):
        return True
    if any(child.lower_ in _UNREAL and child.dep_ in ("aux", "advmod", "mark") for child in verb.children):
        return True
    return any(
        child.lower_ in SUPPOSES and child.dep_ == "mark" for above in verb.ancestors for child in above.children
    )


def _is_passive(verb: Token) -> bool:
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return True
    return any(child.dep_ in ("aux:pass", "nsubj:pass", "obl:agent") for child in verb.children)


def _is_listed(token: Token, kind: Construction | Literal["document"]) -> bool:
    return token.lemma_.lower() in reporting_words(kind)


def _is_complement(child: Token) -> bool:
    """A clause with a subject of its own: the parser calls some that are set off by "that" open complements."""
    open_ = child.dep_ == "xcomp" and any(one.dep_ in _SUBJECTS for one in child.children)
    return (child.dep_ == "ccomp" or open_) and not _with_to(child)


def _by_whom(verb: Token) -> Token | None:
    """The noun behind "by", where the parser does not call it the agent."""
    nouns = (child for child in verb.children if child.dep_ == "obl" and child.i > verb.i)
    return next(
        (noun for noun in nouns if any(one.lower_ == "by" and one.dep_ == "case" for one in noun.children)), None
    )


def _has_object(verb: Token) -> bool:
    return _child(verb, "obj", "iobj") is not None


def _with_to(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "mark" for child in verb.children)


def _child(token: Token, *labels: str) -> Token | None:
    return next((child for child in token.children if child.dep_ in labels), None)


def _trimmed(tokens: list[Token]) -> tuple[Token, ...]:
    tokens.sort(key=lambda token: token.i)  # a subtree that crosses another comes out of order
    while tokens and (tokens[0].is_space or tokens[0].text in _SIGNS):
        tokens.pop(0)
    while tokens and (tokens[-1].is_space or tokens[-1].text in _SIGNS):
        tokens.pop()
    return tuple(tokens)
