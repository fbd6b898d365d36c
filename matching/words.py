"""Words as comparison sees them: where they stand, and the stem under which they are the same word.

Stems are for looking up, never for showing. Inflection is taken off by rule and by a short list of irregular forms;
derivation ("resign", "resignation") is left to `root`, the first letters of a stem. Names of countries and of their
people meet on one stem (`matching.countries`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from extractors.records import Span
from extractors.word_lists import word_set
from matching.countries import COUNTRY_OF, COUNTRY_OF_TWO

MOST_KNOWN = 100_000
"""Words whose stem is kept; the same few thousand are asked for again and again."""

MOST_PHRASES = 10_000
"""Phrases whose words are kept: the few hundred names of a story are asked for with every pair of its statements."""

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")

# A stem shorter than this is not cut further: "sing" keeps its ending, "meeting" loses it.
_SHORTEST_STEM = 3
# Letters of a stem that derivations share: "resign-ation", "endorse-ment", "withdraw-al". Five to seven were tried on
# the training stories; six gave the best separation of aligned from unaligned sentences.
_ROOT_LETTERS = 6

_SMALL_WORDS = """
    a an the this that these those and or but nor so yet if than then as at by for from in into of off on onto out over
    to up with within without about above across after against along among around before behind below between beyond
    during except inside near since through throughout toward towards under until upon via while
    i me my mine myself you your yours he him his himself she her hers herself it its itself we us our ours they them
    their theirs themselves who whom whose which what when where why how there here
    am is are was were be been being do does did done doing have has had having will would shall should can could may
    might must ought
    not no also just only very too more most much many some any all each every other another such own same both either
    neither few several still even ever again once now already
    say tell add one mr mrs ms dr
"""
STOP_WORDS: frozenset[str] = frozenset(_SMALL_WORDS.split())

_IRREGULAR: dict[str, str] = {
    form: base
    for base, forms in {
        "say": "said says saying",
        "tell": "told",
        "meet": "met",
        "win": "won",
        "lose": "lost losing",
        "rise": "rose risen rising",
        "fall": "fell fallen",
        "go": "went gone goes going",
        "come": "came",
        "become": "became",
        "begin": "began begun",
        "break": "broke broken",
        "bring": "brought",
        "build": "built",
        "buy": "bought",
        "catch": "caught",
        "choose": "chose chosen",
        "cut": "cutting",
        "deal": "dealt",
        "draw": "drew drawn",
        "drive": "drove driven",
        "feel": "felt",
        "fight": "fought",
        "find": "found",
        "fly": "flew flown",
        "forget": "forgot forgotten",
        "get": "got gotten",
        "give": "gave given",
        "grow": "grew grown",
        "hear": "heard",
        "hide": "hid hidden",
        "hold": "held",
        "keep": "kept",
        "know": "knew known",
        "lead": "led",
        "leave": "left",
        "lend": "lent",
        "make": "made",
        "mean": "meant",
        "pay": "paid",
        "quit": "quitting",
        "ride": "rode ridden",
        "run": "ran running",
        "see": "saw seen",
        "seek": "sought",
        "sell": "sold",
        "send": "sent",
        "shoot": "shot",
        "show": "shown",
        "sink": "sank sunk",
        "sit": "sat",
        "speak": "spoke spoken",
        "spend": "spent",
        "stand": "stood",
        "steal": "stole stolen",
        "strike": "struck",
        "swear": "swore sworn",
        "take": "took taken",
        "teach": "taught",
        "think": "thought",
        "throw": "threw thrown",
        "understand": "understood",
        "wear": "wore worn",
        "withdraw": "withdrew withdrawn",
        "write": "wrote written",
        "man": "men",
        "woman": "women",
        "child": "children",
        "person": "people persons",
        "die": "dead died dying death deaths",
        "kill": "killed killing",
        "tear": "tore torn",
        "freeze": "froze frozen",
        "shut": "shutting",
    }.items()
    for form in (base, *forms.split())
}

# Words whose "ly" is no ending, so that "supply" and "supplied" have one stem.
_NO_ADVERBS = word_set(
    "supply apply reply comply imply multiply family assembly rally bully tally monopoly anomaly butterfly belly jelly "
    "lily homily melancholy"
)

# Verbs whose past ends as "need" does.
_WITH_TWO_E = word_set("agree disagree free guarantee decree referee")

_NUMBERS = "two three four five six seven eight nine ten eleven twelve"
_NUMBER_NAMES = {name: str(number) for number, name in enumerate(_NUMBERS.split(), start=2)}


@dataclass(frozen=True, slots=True)
class Word:
    """One word of an article's text: `[start, end)`, as written, and its stem."""

    start: int
    end: int
    written: str
    stem: str

    @property
    def is_content(self) -> bool:
        return self.stem not in STOP_WORDS and (len(self.stem) > 1 or self.stem.isdigit())


def words_of(text: str, start: int, end: int) -> tuple[Word, ...]:
    """The words of `text[start:end]`, with offsets into `text`."""
    found = [(m.start(), m.end(), m.group()) for m in _WORD.finditer(text, start, end)]
    words: list[Word] = []
    index = 0
    while index < len(found):
        begin, stop, written = found[index]
        following = _bare(found[index + 1][2]).lower() if index + 1 < len(found) else ""
        country = COUNTRY_OF_TWO.get((written.lower(), following))
        if country is not None:
            index += 1
            stop, written = found[index][1], text[begin : found[index][1]]
        words.append(Word(begin, stop, written, country or stem(written)))
        index += 1
    return tuple(words)


@lru_cache(maxsize=MOST_PHRASES)
def words_of_phrase(phrase: str) -> tuple[Word, ...]:
    """The words of a name or another short phrase, with offsets into it."""
    return words_of(phrase, 0, len(phrase))


def words_in(text: str, spans: Iterable[Span]) -> tuple[Word, ...]:
    return tuple(word for span in spans for word in words_of(text, span.start, span.end))


@lru_cache(maxsize=MOST_KNOWN)
def stem(written: str) -> str:
    """The stem of one word as written; capitals matter only for "US" the country and "us" the pronoun."""
    bare = _bare(written)
    if bare in ("US", "USA", "UK", "EU"):
        return COUNTRY_OF[bare.lower()]
    word = bare.lower()
    if word[:1].isdigit():
        return word.replace(",", "")
    known = COUNTRY_OF.get(word) if word not in ("us", "eu") else None
    known = known or _IRREGULAR.get(word) or _NUMBER_NAMES.get(word)
    if known is not None:
        return known
    cut = _without_ending(word)
    return _BASE_OF.get(cut, cut)


def stems_of(words: str) -> frozenset[str]:
    """The stems of words given in one string, separated by white space."""
    return frozenset(stem(word) for word in words.split())


def root(stemmed: str) -> str:
    """What a stem shares with its derivations: its first letters."""
    return stemmed[:_ROOT_LETTERS]


def _bare(written: str) -> str:
    """Without full stops of an abbreviation, without a possessive ending."""
    word = written.replace(".", "") if written.count(".") > 1 else written
    for ending in ("'s", "’s", "'S", "’S"):
        word = word.removesuffix(ending)
    return word.removesuffix("'").removesuffix("’")


def _without_ending(word: str) -> str:
    if word in STOP_WORDS:
        return word
    for ending, put in (
        ("ies", "y"),
        ("ied", "y"),
        ("sses", "ss"),
        ("shes", "sh"),
        ("ches", "ch"),
        ("xes", "x"),
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            return word[: -len(ending)] + put
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > _SHORTEST_STEM:
        word = word[:-1]
    if word.endswith("eed"):
        return word[:-2] if word[:-1] in _WITH_TWO_E else word
    for ending in ("ingly", "edly", "ing", "ed", "ly") if word not in _NO_ADVERBS else ():
        cut = word.removesuffix(ending)
        if cut != word and len(cut) >= _SHORTEST_STEM and re.search("[aeiouy]", cut):
            word = _undoubled(cut)
            break
    return word[:-1] if word.endswith("e") and len(word) > _SHORTEST_STEM else word


def _bases() -> dict[str, str]:
    """What is left of an irregular word's regular forms, to its base: "takes" and "taking" belong to "took"."""
    cut = {_without_ending(base): base for base in sorted(set(_IRREGULAR.values()))}
    return {form: base for form, base in cut.items() if form not in _IRREGULAR}


def _undoubled(word: str) -> str:
    """Turn "stopp" into "stop"; a double l, s and z belongs to the word ("call", "pass", "buzz")."""
    if len(word) > _SHORTEST_STEM and word[-1] == word[-2] and word[-1] not in "lszaeiou":
        return word[:-1]
    return word


_BASE_OF = _bases()
