"""Kinds of spot at which things happen, told by common nouns: "in a barn", "on the station platform".

A spot is compared with a spot only: a barn and a left-luggage locker are two, a town and a barn may be one. General
words ("building", "site", "scene") may stand for any spot and are left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.records import Span
from matching.divergences.telling import Telling
from matching.words import Word, stem

# Each line holds words for spots that may be one and the same; words of different lines name different spots.
_KINDS = (
    "school academy classroom college gymnasium playground",
    "university campus lecture library",
    "church chapel cathedral abbey vestry crypt churchyard",
    "mosque minaret",
    "synagogue",
    "temple shrine monastery convent",
    "hotel motel inn guesthouse hostel lodge resort",
    "pub bar tavern nightclub brewery",
    "restaurant cafe canteen bakery kitchen pizzeria",
    "hospital clinic ward surgery infirmary",
    "stadium ground arena pitch velodrome racecourse racetrack",
    "theatre opera cinema playhouse",
    "museum gallery archive",
    "palace castle mansion villa manor",
    "parliament chamber",
    "court courthouse courtroom",
    "prison jail cell",
    "barracks garrison fort",
    "barn stable shed byre farmhouse farm farmyard",
    "warehouse depot locker container",
    "factory mill plant works foundry workshop",
    "mine pit quarry colliery shaft",
    "shop store supermarket market mall kiosk boutique",
    "bank vault",
    "office headquarters boardroom",
    "garage car-park carpark forecourt",
    "petrol filling",
    "airport airfield runway terminal hangar airstrip",
    "station platform concourse",
    "tunnel underpass",
    "bridge viaduct footbridge flyover",
    "motorway highway ring-road",
    "harbour quay dock pier jetty wharf marina port",
    "beach shore seafront promenade dunes sands",
    "cliff",
    "river riverbank stream weir",
    "lake reservoir pond lakeside",
    "canal lock towpath",
    "forest wood woodland copse",
    "field meadow pasture paddock orchard vineyard",
    "park garden allotment",
    "mountain summit ridge peak slope glacier",
    "cave cavern",
    "cemetery graveyard",
    "attic loft roof",
    "cellar basement",
    "flat apartment",
    "house home residence bungalow cottage",
    "square plaza piazza",
    "boat ferry ship yacht barge trawler",
    "train carriage tram",
    "bus coach minibus",
    "taxi cab",
    "embassy consulate",
    "zoo aquarium",
    "swimming pool lido",
    "tent camp",
)
_KIND_OF = {stem(word): index for index, line in enumerate(_KINDS) for word in line.split()}
# With a part of the spot where one is told: "on the steps of a church".
_LOCATING = re.compile(
    r"\b(?:in|at|inside|outside|near|on|under|beneath|behind|beside|off|aboard|into|out of)\b"
    r"(?: (?:the |a |an )?(?:steps|doorstep|roof|top|grounds|gates?|entrance|edge|side|middle|centre|center|corner|"
    r"back|front|rear|foot|hall|yard|mouth|ruins) of\b)?"
)
_IDIOM = re.compile(
    r"(?:behind bars|(?:in|into) office|(?:on|onto|into|in) the market|in store|in camp|at work|in house)\b"
)
_BREAK = re.compile(r"[,;.:]|\b(?:and|or|of|in|at|on|by|to|from|where|which)\b")
_NAMED = re.compile(r"[A-Z][\w'’-]+ $")
_GOES_ON = re.compile(r"(?:'s|’s)? [A-Za-z]+ (?:ground|stadium|school|hospital|station)|(?:'s|’s)? [A-Z]")
# Words after the preposition among which the spot's noun is looked for.
_LONGEST = 4
_OPPOSITES = tuple(
    (re.compile(rf"\b(?:{one})\b"), re.compile(rf"\b(?:{two})\b"))
    for one, two in (
        ("north(?:ern)?", "south(?:ern)?"),
        ("east(?:ern)?", "west(?:ern)?"),
        ("indoors?", "outdoors?|open air"),
        ("upstream", "downstream"),
        ("at home", "away from home|abroad"),
        ("left(?:-hand)? bank", "right(?:-hand)? bank"),
        ("onshore|on land|ashore", "offshore|at sea"),
    )
)


@dataclass(frozen=True, slots=True)
class Spot:
    """`kind` is the same for words that may name one spot."""

    kind: int
    stem: str
    span: Span


def spots_of(telling: Telling) -> tuple[Spot, ...]:
    """Spots after locating prepositions, in reading order."""
    found: list[Spot] = []
    for match in _LOCATING.finditer(telling.low):
        if _IDIOM.match(telling.low, match.start()):
            continue
        after = [word for word in telling.words if word.start - telling.start >= match.end()][:_LONGEST]
        for word in after:
            gap = telling.low[match.end() : word.start - telling.start]
            if _BREAK.search(gap):
                break
            kind = _KIND_OF.get(word.stem)
            is_verb = word.written.endswith(("ed", "ing"))
            if kind is not None and not is_verb and (word.written[0].islower() or _ends_name(telling, word)):
                found.append(Spot(kind, word.stem, Span(word.start, word.end, word.written)))
                break
    return tuple(found)


def _ends_name(telling: Telling, word: Word) -> bool:
    """Whether it is the last word of a name that tells what is named: "in Liberty Square"."""
    before = _NAMED.search(telling.text[: word.start - telling.start])
    return before is not None and not _GOES_ON.match(telling.text[word.end - telling.start :])


def opposite_sides(one: Telling, two: Telling) -> tuple[Span, Span] | None:
    """Words by which the tellings place it on opposite sides: "north of the town" and "south of the town"."""
    for here, there in _OPPOSITES:
        for first, second in ((here, there), (there, here)):
            left, right = first.search(one.low), second.search(two.low)
            if left and right and not second.search(one.low) and not first.search(two.low):
                return one.span(*left.span()), two.span(*right.span())
    return None
