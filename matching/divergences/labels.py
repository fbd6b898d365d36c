"""Words that news chooses between for one thing, and what the choice says of it.

Each entry is a question with its answers: two reports that answer it differently frame one thing in two ways, "the
militants" and "the terrorists". Lists from general knowledge. A word that has another common sense in news ("execute",
"strike", "operation") is left out rather than guessed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from matching.records import Article


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """The answers to one question by their names. The patterns are for text in lower case."""

    answers: Mapping[str, re.Pattern[str]]

    def given_in(self, text: str) -> list[tuple[str, tuple[int, int]]]:
        """The answers that `text` gives, and where each first stands in it."""
        return [(name, match.span()) for name, words in self.answers.items() if (match := words.search(text))]

    def is_in(self, article: Article, answer: str) -> bool:
        """Whether an article or its title gives an answer anywhere."""
        return self.answers[answer].search(f"{article.title or ''}\n{article.text}".lower()) is not None


def _choice(**answers: str) -> Choice:
    return Choice({name: re.compile(rf"\b(?:{words})\b") for name, words in answers.items()})


# Weather and drinkers are moderate, too.
_MODERATE = (
    r"moderates|moderate(?= (?:republican|democrat|conservative|lawmaker|senator|member|candidate|politician|party|"
    r"parties|leader|voter|cleric|faction|wing))"
)

LABELS: tuple[Choice, ...] = (
    _choice(
        terrorists=r"terrorists?|jihadists?",
        militants=r"militants?|extremists?",
        rebels=r"rebels?|insurgents?|guerrill?as?",
        separatists=r"separatists?|secessionists?",
        activists=r"freedom fighters?|resistance fighters?|activists?",
    ),
    _choice(
        riot=r"riot(?:s|ed|ing|ers?)?|mobs?|rampage",
        unrest=r"unrest|disturbances?",
        protest=r"protest(?:s|ed|ing|ers?)?|demonstrat(?:ions?|ed|ing|ors?)|march(?:e[ds]|ers|ing)",
        uprising=r"uprisings?|insurrections?|rebellions?|revolts?",
    ),
    _choice(
        war=r"war(?! crimes?| on)",
        invasion=r"invasion|invad(?:e[ds]?|ing)|aggression",
        intervention=r"intervention|military operation|incursion|intervened",
    ),
    _choice(regime=r"regime", government=r"government"),
    _choice(
        illegal=r"illegal (?:im)?migrants?|illegals|illegal aliens?|illegal immigration",
        undocumented=r"(?:undocumented|unauthori[sz]ed) (?:im)?migrants?|undocumented people|dreamers",
        refugees=r"refugees?|asylum[- ]seekers?",
    ),
    _choice(
        torture=r"tortur(?:e[ds]?|ing)",
        harsh=r"(?:enhanced|harsh|tough|coercive|brutal) interrogations?(?: techniques| methods)?",
    ),
    _choice(
        lie=r"lied|liars?|l(?:ie|ying) (?:to|about)|of lying|(?:a|\w+ing|outright|blatant) lie|lies? about",
        falsehood=r"falsehoods?|untruths?|false (?:statements?|claims?)|untrue",
        misleading=r"misleading|misled|misl(?:ead|eads)|misstatements?|evasive",
        mistake=r"mis-?spoke|misspeak|mistaken|slips?|erred",
    ),
    _choice(life=r"pro-life", against=r"anti-abortion|abortion opponents?"),
    _choice(choice=r"pro-choice", rights=r"abortion[- ]rights?"),
    _choice(death=r"death tax", estate=r"estate tax|inheritance tax"),
    _choice(
        rape=r"rap(?:e[ds]?|ing)|sexual(?:ly)? assault(?:s|ed|ing)?|molest(?:s|ed|ing|ation)?",
        misconduct=r"sexual misconduct|sexual(?:ly)? harass(?:ed|ing|ment)?|groped|groping|unwanted advances",
        affair=r"sexual encounters?|sexual contact|sexual relationship|affairs? with|sexual advances?|flings?",
    ),
    _choice(
        hush=r"hush(?: |-)(?:money|payments?)|pay-?offs?|bribes?",
        settlement=r"settlements?|compensation|severance",
    ),
    _choice(
        dismissed=r"(?:was|were|been|being|is) (?:\w+ly )?(?:fired|dismissed)|sack(?:ed|ing)|oust(?:s|ed|ing|er)?",
        resigned=r"resign(?:s|ed|ing|ation)?",
        retired=r"retir(?:es?|ed|ing|ement)(?! (?:marine|army|navy|air|general|admiral|colonel|judge|police))",
    ),
    _choice(
        far=r"far[- ]right|hard[- ]right|alt-right|ultra-?conservative",
        conservative=r"conservatives?(?! estimate)|right-wing",
        moderate=rf"{_MODERATE}|centrists?|center-right|centre-right",
    ),
    _choice(
        far=r"far[- ]left|hard[- ]left|radical left|marxists?|socialists?",
        liberal=r"liberals?|progressives?|left-wing",
        moderate=rf"{_MODERATE}|centrists?|center-left|centre-left",
    ),
    _choice(control=r"gun[- ]control", safety=r"gun[- ]safety", rights=r"gun[- ]rights"),
    _choice(bailout=r"bail-?outs?|bailed out", rescue=r"rescue (?:package|plan|deal)|aid package"),
    _choice(spying=r"sp(?:y|ies|ied|ying)", surveillance=r"surveill?(?:ed|ance|ing)?|monitor(?:ed|ing)"),
    _choice(scandal=r"scandals?", controversy=r"controvers(?:y|ies)"),
)

LEADING_OFFICES = _choice(
    chief_executive=r"chief executive(?: officer)?|ceo",
    executive_director=r"executive director",
    executive_vice_president=r"executive vice[- ]president",
    managing_director=r"managing director",
    chairman=r"chair(?:man|woman|person)(?! of the (?:house|senate))",
)

_A = r"(?:a|an|his|her|their|its)"
CHANNELS = _choice(
    statement=rf"(?:in|by) {_A} (?:\w+ ){{0,2}}statement|(?:news|press) release",
    social_media=r"tweet(?:s|ed|ing)?|on (?:twitter|facebook|instagram)|(?:twitter|facebook|instagram) post",
    letter=rf"(?:in|by) {_A} (?:\w+ ){{0,2}}(?:letter|e-?mail|memo)",
    interview=rf"in {_A} (?:\w+ ){{0,3}}interview",
    speech=rf"in {_A} (?:\w+ ){{0,2}}(?:speech|address)|at a (?:\w+ ){{0,2}}rally|told (?:the|a) crowd",
    reporters=r"told (?:reporters|journalists)|at a (?:news|press) conference",
    call=r"(?:conference|phone|telephone) call|(?:by|over the) (?:tele)?phone",
)
