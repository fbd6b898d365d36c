"""`polarity`: one asserts what the other denies, in the same voice.

Read in two ways. Either the tellings stand on the two sides of one question ("approved", "turned down";
`matching.divergences.senses`), a negation before a word putting it on the other side. Or one denies, next to its
negation, what the other names without any ("did not get into orbit", "reached its orbit"). A condition, a question, a
dispute that is reported, an understatement ("not unexpected"), a negated bound ("no fewer than") or a stretch of time
without the thing ("has not met for two years", which a meeting tomorrow does not contradict) hold the rule back, and so
do quotation marks: what is denied inside them is a matter of wording.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.records import Span
from matching.divergences.pair import AlignedPair, Found, turned
from matching.divergences.senses import CONTRARIES, Contrary
from matching.divergences.telling import Telling
from matching.divergences.verbs import is_past
from matching.gates import in_order
from matching.records import Divergence
from matching.words import Word, root, stems_of

# Words before a word within which a negation bears on it: "did not even try to reach".
_REACH = 4
# The same for a word that denies of all who are meant and opens the telling: "none of the town's five schools allows".
_REACH_OF_ALL = 8
# Content words after a negation that it denies for certain: "without a valid licence".
_SCOPE = 2
_LIGHT = stems_of(
    """
    get go come make give take have do put set try even yet bring receive able manage
    """
)


# Prefixes that turn a word into its contrary, and letters the word must have for the prefix to be one.
_DENYING = ("un", "in", "im", "il", "ir", "dis", "non")
_LONG_ENOUGH = 5
# Letters that derivations of one word share at least, and the longest ending that makes one: "insur-ance".
_KIN = 5
_ENDING = 4

_NEGATION = re.compile(
    r"(?<![^ ])(?:cannot|[^ ]+n['’]t|"
    + "|".join(
        sorted(
            stems_of(
                "not never no nobody nothing none neither nor without fail failed failure refused refusal unable "
                "deny lack decline"
            )
        )
    )
    + r"|yet to|short of)(?![^ ])"
)
_SCANT = frozenset(["little", "few", "slight", "minor", "minimal", "negligible", "hardly", "barely", "scarcely"])
_DETERMINERS = frozenset(["a", "an", "the", "its", "his", "her", "their", "this", "that", "any"])
_OF_NOUNS = frozenset({"no", "without", "lack"})
_OF_EACH = frozenset({"nobody", "nothing", "none", "neither"})
_OF_ALL = _OF_NOUNS | _OF_EACH
_HANGING = frozenset({"of", "about", "for", "from", "in", "on", "to", "against", "over"})
_WANTING = re.compile(
    r"\b(?:short(?:age)? of|too (?:few|little)|lacking|scarce|cut(?:s|ting)? (?:back|down) on|g[ai]v(?:e|en|ing) up|"
    r"r[au]n out|absence of|missing|hardly|scarcely|barely)\b"
)
_OPENING = stems_of("when while after before because since who which that as if and but although though until")
# What is denied of saying or knowing is not denied of what is said: "has not said which way he will vote".
_ASKING = frozenset({"which", "who", "whom", "whose", "what", "how", "when", "where", "why", "whether"})
_FRONTED = re.compile(
    r"\b(?:at no (?:point|time|stage|moment)|on no (?:occasion|account)|under no circumstances|in no (?:way|case)|"
    r"never|nowhere|nor|neither)\b(?: [\w'-]+){0,4}? "
    r"(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could)\b"
)
# How fast something changes, which may fall while it rises: inflation and prices, growth and output.
_RATE = re.compile(r"\b(?:inflation|growth|pace|rate of|rise in|increase in|fall in|decline in)\b")
_COME_ABOUT = re.compile(r"\b(?:has|have|had|now|since|was|were|by \w+day)\b|\w+ed\b")
_HELD_BACK = re.compile(
    r"\b(?:not (?:only|just|merely|un\w+|in(?:significant|considerable|frequent|conceivable|evitable)|im\w+)|"
    r"no (?:fewer|less|more|later|earlier|sooner|longer|doubt|denying|wonder)|not (?:rule|ruled) out|did not deny|"
    r"hardly|scarcely|barely|not (?:one|a single)|not (?:yet )?know\w*|not until|not (?:true|so|the case)|"
    r"not (?:the|its|their|his|her) first|(?:nobody|no one) (?:but|else|except|\w+ who|who)|"
    r"could(?: not|n['’]t) (?:have been|be) \w+er|"
    r"(?:ha(?:s|ve|d) (?:not|never)|ha(?:s|ve|d)n['’]t) (?:\w+ ){1,6}?(?:(?:for|in) (?:[\w-]+ ){0,5}"
    r"(?:days?|weeks?|months?|years?|decades?)|since)|"
    r"if|unless|whether|only if|provided|den(?:y|ies|ied)|disput\w+|contest\w*|insist\w*)\b|\?"
)


def other_polarity(pair: AlignedPair) -> Divergence | None:
    if not pair.is_same_level or pair.is_quoted:
        return None
    one, two = pair.told
    found = _on_two_sides(pair, [contrary for contrary in CONTRARIES if contrary.by_denial])
    if found is None and not (one.has(_HELD_BACK) or two.has(_HELD_BACK)):
        found = contrary_words(pair) or _prefixed(one, two) or turned(_prefixed(two, one))
        found = found or _denied(one, two) or turned(_denied(two, one))
    if found is None:
        return None
    rule, left, right = found
    written = left.exact, right.exact
    explanation = (
        f"{pair.sources[0]} writes “{written[0]}” and {pair.sources[1]} “{written[1]}”: both cannot be so."
        if rule == "polarity.contrary_words"
        else f"{pair.sources[0]} has “{written[0]}” and {pair.sources[1]} “{written[1]}”: one denies the other."
    )
    if _has_turned(pair):
        return pair.diverges(
            "update",
            "update.contrary",
            written,
            (left, right),
            f"{pair.sources[0]} writes “{written[0]}” and {pair.sources[1]} “{written[1]}”: it changed in between.",
        )
    return pair.diverges("polarity", rule, written, (left, right), explanation)


def _has_turned(pair: AlignedPair) -> bool:
    """Whether the later of two reports tells of what had come about since the earlier one."""
    ordered = in_order(pair.left, pair.right)
    if ordered is None:
        return False
    later, earlier = pair.told if ordered[1] is pair.left else pair.told[::-1]
    return later.has(_COME_ABOUT) and not earlier.has(_COME_ABOUT)


def contrary_words(pair: AlignedPair) -> Found | None:
    """Rule and words by which the two stand on the two sides of one question."""
    return _on_two_sides(pair, CONTRARIES)


def _on_two_sides(pair: AlignedPair, contraries: Sequence[Contrary]) -> Found | None:
    here, there = pair.read(_sides)
    one, two = pair.told
    for name in (contrary.name for contrary in contraries):
        if name == "direction" and one.has(_RATE) != two.has(_RATE):
            continue
        if name in here and name in there and here[name][0] != there[name][0]:
            return "polarity.contrary_words", here[name][1], there[name][1]
    return None


def _sides(telling: Telling) -> dict[str, tuple[bool, Span]]:
    """Every question on one side of which a telling stands, with the words that say so."""
    sides = {contrary.name: _side(telling, contrary) for contrary in CONTRARIES}
    return {name: side for name, side in sides.items() if side is not None}


def _side(telling: Telling, contrary: Contrary) -> tuple[bool, Span] | None:
    """On which side a telling stands and the words that say so; None where it stands on neither or on both."""
    found: list[tuple[bool, Span]] = []
    for pattern, side in ((contrary.yes, True), (contrary.no, False)):
        for match in pattern.finditer(telling.stems):
            span = telling.span_of_stems(match.start(), match.end())
            if (
                not span.exact.endswith("ly")
                and not telling.is_in_name(span)
                and not _is_described(telling, span)
                and not _is_scant(telling, span)
            ):
                found.append((side != _is_negated(telling, match.start()), span))
    sides = {side for side, _ in found}
    return found[0] if len(sides) == 1 else None


def _says(telling: Telling, pattern: re.Pattern[str]) -> bool:
    """Whether a word of the pattern is told of something, and does not only describe it."""
    spans = (telling.span_of_stems(match.start(), match.end()) for match in pattern.finditer(telling.stems))
    return any(not _is_described(telling, span) for span in spans)


def _is_scant(telling: Telling, span: Span) -> bool:
    """Whether hardly any of it is told of, which is neither side: "little damage"."""
    return any(word.written.lower() in _SCANT for word in telling.words_before(span.start, 1))


def _is_described(telling: Telling, span: Span) -> bool:
    """Whether a participle stands before what it describes: "a banned drug", which nobody bans there."""
    beside = (*telling.words_before(span.start, 1), *telling.words_from(span.start, 2))
    if len(beside) < 3 or not is_past(beside[1]):
        return False
    before, participle, after = beside
    parted = telling.text[participle.end - telling.start : after.start - telling.start] != " "
    return before.written.lower() in _DETERMINERS and after.is_content and not parted


def _is_negated(telling: Telling, at: int) -> bool:
    """Whether a negation bears on the word at offset `at` of the stems, with no comma in between.

    It stands a few words before, or opens the clause and turns its verb round: "At no point was the regulator told".
    What is denied of a noun is not denied of what hangs on it: "no notice of the warnings".
    """
    index = telling.stems.count(" ", 0, at)
    for place in range(max(0, index - _REACH_OF_ALL), index):
        word = telling.words[place]
        if place < index - _REACH and not (place == 0 and word.stem in _OF_EACH and _is_one_clause(telling, index)):
            continue
        between = telling.text[word.end - telling.start : telling.words[index].start - telling.start]
        if _NEGATION.fullmatch(word.stem) and "," not in between:
            hangs = word.stem in _OF_NOUNS and any(w.stem in _HANGING for w in telling.words[place + 1 : index])
            if not hangs:
                return True
    fronted = _FRONTED.search(telling.low)
    if fronted is None:
        return False
    before = telling.low[fronted.end() : telling.words[index].start - telling.start]
    return fronted.end() <= telling.words[index].start - telling.start and "," not in before


def _is_one_clause(telling: Telling, index: int) -> bool:
    """Whether no word before the one of that index opens a clause of its own."""
    return not any(word.stem in _OPENING for word in telling.words[:index])


def _prefixed(one: Telling, two: Telling) -> Found | None:
    """One has a word that the other has with a prefix of denial, as "licensed" and "unlicensed"."""
    if _NEGATION.search(one.stems) or _NEGATION.search(two.stems):
        return None
    plain = {word.stem: word for word in one.words if len(word.stem) >= _LONG_ENOUGH}
    for word in two.words:
        for prefix in _DENYING:
            base = plain.get(word.stem.removeprefix(prefix)) if word.stem.startswith(prefix) else None
            if base is not None and base.written[0].islower() and word.stem not in one.content:
                return (
                    "polarity.contrary_words",
                    Span(base.start, base.end, base.written),
                    Span(word.start, word.end, word.written),
                )
    return None


def _denied(denying: Telling, naming: Telling) -> Found | None:
    """What a negation bears on in one telling and the other names, having no negation itself."""
    negations = list(_NEGATION.finditer(denying.stems))
    if _NEGATION.search(naming.stems) or len(negations) != 1:
        return None
    negation = negations[0]
    if negation.group() in _OF_ALL and any(_says(naming, contrary.no) for contrary in CONTRARIES):
        return None  # "no flights" and "all flights were cancelled" are one
    if naming.has(_WANTING):
        return None  # "lacked pilots" and "was short of pilots" are one
    for word in _after(denying, negation.end()):
        named = next((other for other in naming.words if other.is_content and _are_kin(other.stem, word.stem)), None)
        is_name = named is not None and named.written[0].isupper() and word.written[0].isupper()
        if named is not None and not is_name and not word.stem[0].isdigit():
            start = denying.span_of_stems(negation.start(), negation.end()).start
            return (
                "polarity.one_denies",
                denying.span(start - denying.start, word.end - denying.start),
                Span(named.start, named.end, named.written),
            )
    return None


def _are_kin(one: str, two: str) -> bool:
    """Whether two stems may be derived from each other, as "insur-e" and "insur-ance"."""
    if root(one) == root(two):
        return True
    shared = next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    return shared >= _KIN and max(len(one), len(two)) - shared <= _ENDING


def _after(telling: Telling, at: int) -> list[Word]:
    """The content words that a negation ending at offset `at` of the stems bears on: the first few, up to a comma.

    Verbs that mean little by themselves ("get", "give") are passed over, since it is their object that is denied.
    """
    first = telling.stems.count(" ", 0, at)
    found: list[Word] = []
    for before, word in zip(telling.words[first:], telling.words[first + 1 :], strict=False):
        if "," in telling.text[before.end - telling.start : word.start - telling.start] or len(found) == _SCOPE:
            break
        if word.stem in _ASKING:
            break
        if word.is_content and word.stem not in _LIGHT:
            found.append(word)
    return found
