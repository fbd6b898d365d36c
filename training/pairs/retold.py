"""The same said otherwise: what looks like a divergence and is none.

`retell` makes a second telling of one sentence, `blur` puts shared values in another form: a figure rounded, a number
in words, a quotation cut, a title dropped. Both sides still agree.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

from training.pairs.altered import NUMBER, NUMBER_WORDS, QUOTED, Told

SAME = [
    line.strip().split("/")
    for line in """
    said/told reporters|said/stated|said/noted|began/started|begin/start|help/aid|people/persons|children/kids
    about/around|big/large|buy/purchase|bought/purchased|car/vehicle|company/firm|died/lost their lives|end/finish
    ended/finished|get/receive|show/demonstrate|showed/revealed|injured/hurt|killed/slain|attack/assault|attacked/assaulted
    president/head of state|police/officers|lawyer/attorney|lawmakers/legislators|election/vote|poll/survey|plan/scheme
    asked/requested|want/wish|wants/wishes|need/require|try/attempt|tried/attempted|stop/halt|stopped/halted
    increase/rise|increased/rose|decrease/decline|decreased/declined|criticized/attacked|rejected/dismissed|main/chief
    choose/pick|chose/picked|called/described|also/in addition|however/but|but/yet|though/although|because/since
    nearly/almost|several/a number of|many/numerous|often/frequently|near/close to|whole/entire|money/funds|job/post
    home/house|talks/negotiations|deal/agreement|gave/handed|quickly/rapidly|now/currently|later/afterwards|after/following
    allow/permit|allowed/permitted|answer/reply|important/crucial|difficult/hard|problem/difficulty|reporters/journalists
    will/is going to|must/has to|can/is able to|did not/didn't|will not/won't|is not/isn't|cannot/is unable to
    resigned/stepped down|leave/depart|left/departed|meeting/gathering|members/representatives|support/backing
    """.replace("\n", "|").split("|")
    if line.strip()
]
LEADING = re.compile(
    r"^((?:On|In|At|During|After|Before|Since|For|Last|This|Earlier|Meanwhile|However)[^,]{2,40}), (\w)"
)
TRAILING = re.compile(r",? (?:which|who|while|as|after|although|adding|including|according)\b[^“”\"]*(?=[.]$)")
BETWEEN = re.compile(r", [^,“”\"]{5,60},(?= (?:\w+ed|said|is|was|has|had|will|told)\b)")
SAID_LAST = re.compile(
    r"^([“\"]?[A-Z].{15,}?),([”\"]?) ((?:[A-Z][\w.’'-]*|he|she|[a-z]+)(?: [\w.’'-]+){0,5}?) "
    r"(said|says|added|argued|told \w+)\.$"
)
SAID_FIRST = re.compile(
    r"^([A-Z][\w.’'-]*(?: [\w.’'-]+){0,5}?) (said|says|argued|claimed)(?: that)? ([a-z][^“”\"]{15,})\.$"
)
DATELINE = re.compile(r"^[A-Z][A-Z ,.]{3,40} ?(?:\([\w ]+\) )?[-–—]+ ")
ADVERB = re.compile(r" \w{3,}ly(?= \w)")
FULL_NAME = re.compile(
    r"\b((?:Mr|Mrs|Ms|Sen|Rep|Gov|Dr|President|Senator|Secretary)\.? )?([A-Z][a-z]+) ([A-Z]\.? )?([A-Z][a-z]{3,})\b"
)

Way = Callable[[str, random.Random], str]


def retell(sentence: str, lot: random.Random) -> str:
    """Another telling: clauses dropped or moved, some words exchanged for words that mean the same."""
    told = DATELINE.sub("", sentence)
    for way in lot.sample(_WAYS, len(_WAYS)):
        if lot.random() < 0.5:
            told = way(told, lot)
    return told


def _front_to_end(text: str, lot: random.Random) -> str:
    match = LEADING.search(text)
    if not match or not text.endswith(".") or '"' in text or "”" in text:
        return text
    rest = text[match.start(2) :].rstrip(".")
    first = match.group(1)
    return rest[0].upper() + rest[1:] + " " + first[0].lower() + first[1:] + "."


def _speaker_moved(text: str, lot: random.Random) -> str:
    match = SAID_LAST.search(text)
    if match:
        content, mark, who, verb = match.groups()
        return (
            f"{who[0].upper() + who[1:]} {verb}: {content}.{mark}"
            if mark
            else f"{who[0].upper() + who[1:]} {verb} {content}."
        )
    match = SAID_FIRST.search(text)
    if match:
        who, verb, content = match.groups()
        ways = (f"{content[0].upper()}{content[1:]}, {who} {verb}.", f"According to {who}, {content}.")
        return lot.choice(ways)
    return text


def _same_words(text: str, lot: random.Random) -> str:
    changed = 0
    for pair in lot.sample(SAME, len(SAME)):
        one, two = lot.sample(pair, 2)
        match = re.search(rf"\b{one}\b", text)
        if match and not _quoted_at(text, match.start()):
            text = text[: match.start()] + two + text[match.end() :]
            changed += 1
            if changed == 3:
                break
    return text


def _quoted_at(text: str, at: int) -> bool:
    return any(match.start() < at < match.end() for match in QUOTED.finditer(text))


def _without(pattern: re.Pattern[str]) -> Way:
    def drop(text: str, lot: random.Random) -> str:
        found = [m for m in pattern.finditer(text) if not _quoted_at(text, m.start())]
        if not found:
            return text
        match = lot.choice(found)
        shorter = text[: match.start()] + text[match.end() :]
        return shorter if len(shorter) > len(text) / 2 else text

    return drop


def _marks_changed(text: str, lot: random.Random) -> str:
    if "“" in text:
        return text.replace("“", '"').replace("”", '"').replace("’", "'")
    return re.sub(r'"([^"]*)"', r"“\1”", text)


_WAYS: list[Way] = [
    _front_to_end,
    _speaker_moved,
    _same_words,
    _same_words,
    _without(TRAILING),
    _without(BETWEEN),
    _without(ADVERB),
    _marks_changed,
]


def blur(left: str, right: str, names: Sequence[str], lot: random.Random) -> Told | None:
    """The pair with something shared put into another form on the right; None when there is nothing to put so."""
    ways = [_rounded, _in_words, _quote_cut, _name_short, _pronoun_in_brackets, _month_short]
    lot.shuffle(ways)
    for way in ways:
        told = way(left, right, lot)
        if told is not None and told != right:
            return Told(left, told)
    return None


def _rounded(left: str, right: str, lot: random.Random) -> str | None:
    for match in NUMBER.finditer(right):
        value = match.group().replace(",", "")
        if "." not in value and len(value) > 2 and match.group() in left and not 1900 <= int(value) <= 2100:
            digits = lot.choice((1, 2)) if len(value) > 3 else 2
            step = 10 ** (len(value) - digits)
            low = int(value) // step * step
            up = low + step
            if low == int(value):
                word, other = lot.choice((("at least", low), ("about", low), ("some", low)))
            elif up - int(value) < step / 4:
                word, other = lot.choice((("nearly", up), ("almost", up), ("about", up), ("close to", up)))
            else:
                word, other = lot.choice((("more than", low), ("over", low), ("at least", low)))
            return f"{right[: match.start()]}{word} {other:,}{right[match.end() :]}"
    return None


def _in_words(left: str, right: str, lot: random.Random) -> str | None:
    for number, word in enumerate(NUMBER_WORDS, start=2):
        if re.search(rf"\b{word}\b", right) and re.search(rf"\b{word}\b", left):
            return re.sub(rf"\b{word}\b", str(number), right, count=1)
        if re.search(rf"(?<![\w.,$]){number}(?![\w.,%])", right):
            return re.sub(rf"(?<![\w.,$]){number}(?![\w.,%])", word, right, count=1)
    return None


def _quote_cut(left: str, right: str, lot: random.Random) -> str | None:
    match = QUOTED.search(right)
    if match is None:
        return None
    words = match.group(1).split(" ")
    if len(words) < 6:
        return None
    at = lot.randrange(3, len(words) - 1)
    cut = " ".join(words[:at]).rstrip(",.;") + lot.choice((" …", "...", ""))
    cut = cut if lot.random() < 0.7 else "… " + " ".join(words[at - 2 :])
    return right[: match.start(1)] + cut + right[match.end(1) :]


def _pronoun_in_brackets(left: str, right: str, lot: random.Random) -> str | None:
    match = QUOTED.search(right)
    if match is None:
        return None
    word = re.search(r"\b(it|they|he|she|we|this|that)\b", match.group(1))
    if word is None:
        return None
    put = lot.choice(("[the plan]", "[the company]", "[the president]", "[the government]", "[his party]"))
    start = match.start(1) + word.start()
    return right[:start] + put + right[start + len(word.group()) :]


def _name_short(left: str, right: str, lot: random.Random) -> str | None:
    for match in FULL_NAME.finditer(right):
        if match.group(4) in left:
            return right[: match.start()] + lot.choice(("", "Mr. ", "")) + match.group(4) + right[match.end() :]
    return None


def _month_short(left: str, right: str, lot: random.Random) -> str | None:
    match = re.search(r"\b(January|February|August|September|October|November|December)\b(?: (\d{1,2})\b)?", right)
    if match is None:
        return None
    if match.group(2):
        month, day = match.group(1), match.group(2)
        other = lot.choice((f"{month[:3]}. {day}", f"{day} {month}", f"the {day}th of {month}"))
    else:
        other = match.group(1)[:3] + "."
    return right[: match.start()] + other + right[match.end() :]
