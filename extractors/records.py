"""The records that extraction produces. Text is immutable; everything else is a span over it.

Offsets are half-open `[start, end)` and count Unicode code points of the article's text as it was handed in, so
`text[start:end] == exact` holds for every span. Records are frozen; ids are local to one article ("a1", "c1", "q1",
"s1"), numbered in reading order, so the same text under the same pipeline version gives the same records.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

AttributionKind = Literal["direct", "mixed", "indirect"]
ClaimKind = Literal["direct", "mixed", "indirect", "statement"]
SpeakerType = Literal["person", "organisation", "group", "document", "unknown"]
AnonymityKind = Literal[
    "official",
    "source_close_to",
    "unnamed_expert",
    "group",
    "individual",
    "document",
    "poll",
    "unspecified_report",
]
Stance = Literal[
    "neutral", "asserts", "concedes", "denies", "doubts", "demands", "promises", "predicts", "asks", "accuses"
]
Polarity = Literal["affirmed", "negated"]
Certainty = Literal["established", "reported", "alleged", "expected", "planned", "possible", "hypothetical", "denied"]
Nature = Literal["fact", "opinion", "prediction", "hypothesis"]
Voice = Literal["active", "passive"]
Tense = Literal["past", "present", "future"]
ArgumentRole = Literal["who", "whom", "where"]
ClaimLevel = Literal["sentence", "clause", "part", "phrase"]
Frequency = Literal["hourly", "daily", "weekly", "monthly", "yearly"]
Granularity = Literal[
    "minute", "hour", "day", "week", "month", "quarter", "season", "half", "year", "decade", "century"
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `[start, end)` of an article's text, with the characters they hold."""

    start: int
    end: int
    exact: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of `text` between two offsets. Raises ValueError unless 0 <= start < end <= len(text)."""
        if not 0 <= start < end <= len(text):
            raise ValueError(f"no span [{start}, {end}) in a text of {len(text)} code points")
        return cls(start, end, text[start:end])

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class ArticleText:
    """What extraction is given: one article as its publisher printed it, never altered here.

    `published` is the day relative dates are resolved against, None when unknown.
    """

    text: str
    title: str | None = None
    published: dt.date | None = None
    source: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Caveat:
    """Something that was not measured, or not fully, and why. `code` is stable; `span` is where, if anywhere."""

    code: str
    detail: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage in quotation marks.

    `span` takes the marks in, `inner` leaves them out. `parent` is the id of the quote it is nested in. `closed` is
    False when no closing mark was found: the quote then ends with its paragraph. `continues` is the id of the quote
    of the paragraph before, when this one goes on with it (an opening mark repeated without a closing one).
    """

    id: str
    span: Span
    inner: Span
    parent: str | None
    continues: str | None
    closed: bool
    attribution: str | None = None


@dataclass(frozen=True, slots=True)
class Anonymity:
    """What an article tells of a speaker without a name.

    `number` is how many they are, the least where only a bound is told, None where no number is. `affiliation` is whose
    they are, in the article's words. `first_hand` is True where the article says that they spoke to the outlet itself.
    """

    kind: AnonymityKind
    number: int | None
    affiliation: str | None
    first_hand: bool


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody or something claims are attributed to, one record however it is mentioned in the article.

    `anonymity` is None where the speaker has a name, or where the article does not even tell what they are. `roles` are
    the titles, offices and descriptions that the article gives a person, where it gives them. `identity` is who that is
    across articles, where it is known from elsewhere: an article alone does not tell.
    """

    id: str
    name: str
    type: SpeakerType
    anonymous: bool
    mentions: tuple[Span, ...]
    anonymity: Anonymity | None = None
    roles: tuple[Span, ...] = ()
    identity: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """A passage credited to a holder: `spans` is the whole content, cue and speaker left out.

    `mention` is how the article writes the speaker here. `via` is the id of the attribution inside whose content
    this one stands. `score` in [0, 1] is the estimated chance that this passage is attributed and to this mention.
    `found_by` names the rule or model that decided.
    """

    id: str
    kind: AttributionKind
    spans: tuple[Span, ...]
    speaker: Speaker | None
    mention: Span | None
    cue: Span | None
    stance: Stance
    via: str | None
    score: float
    found_by: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as an interval `[lower, upper]`; an open end is None ("more than 100" is lower 100, upper None).

    `unit` is "percent", "percentage_point", a currency code, an SI or customary unit, "times" for a multiple of another
    value ("doubled" is 2), or None for a count. `of` is
    the thing counted, `measure` what happened to it ("killed"). `approximate` marks "about", "nearly", "some".
    """

    span: Span
    lower: float | None
    upper: float | None
    unit: str | None
    approximate: bool
    measure: str | None
    of: str | None


@dataclass(frozen=True, slots=True)
class Clock:
    """The hours of a day `[start, end]`; "9 p.m." has both alike, "by noon" no start, "after 9 p.m." no end.

    They are local to the place that `zone` names, as the text writes it; None where it names none. `utc_offset` is in
    minutes east of UTC, None where the zone does not tell.
    """

    start: dt.time | None
    end: dt.time | None
    zone: str | None
    utc_offset: int | None


@dataclass(frozen=True, slots=True)
class Recurrence:
    """What comes again every `interval` of the unit of `frequency`, both as in RFC 5545. `weekday` is 0 for Monday."""

    frequency: Frequency
    interval: int
    weekday: int | None


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression as the days `[first, last]` it may mean, both included; an open end is None.

    `spans` has two parts where the expression leans on another ("on January 10th ... two days later", "Monday ... at 9
    p.m."). A time of day has `clock`, and no days where the text gives none. What comes again ("every Tuesday") has
    `recurs` and no days.
    """

    spans: tuple[Span, ...]
    first: dt.date | None
    last: dt.date | None
    granularity: Granularity
    clock: Clock | None = None
    recurs: Recurrence | None = None


@dataclass(frozen=True, slots=True)
class Place:
    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class Participant:
    """Who takes part, with the grammatical role ("subject", "object", "other") the article gives it.

    `government_of` is the country whose government the name of a seat or a capital stands for where it acts: "the
    Kremlin" and "Moscow" stand for Russia's.
    """

    span: Span
    name: str
    role: Literal["subject", "object", "other"]
    government_of: str | None = None


@dataclass(frozen=True, slots=True)
class Argument:
    """Words that fill a role of a predicate: who does it, whom it is done to, or the name of the place where."""

    role: ArgumentRole
    span: Span


@dataclass(frozen=True, slots=True)
class Predicate:
    """What a claim says of its arguments. `span` is the verb, or the noun or adjective that a form of "be" joins.

    `tense` is that of the verb with its auxiliaries: "has left" is past, "will leave" future, "may leave" present.
    It is None for participles and other forms without one. Roles are of the deed: a passive's subject is the "whom".
    """

    span: Span
    lemma: str
    voice: Voice
    tense: Tense | None
    arguments: tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition asserted in one article.

    `attribution` is the attribution whose content holds it, None when the article says it in its own voice. `sentence`
    is the sentence it stands in, its context. `score` in [0, 1] is the estimated chance that another
    outlet telling of the event states it, too (`extractors.claims.worth`).

    Claims come in several lengths that overlap. A sentence is cut into claims of level "clause", each word in one of
    them; these are what comparison takes. One of level "sentence" is a whole sentence. A "part" is a clause cut to
    another length, such as a complement, or a clause with all that hangs on it. A "phrase" is a noun that tells
    something by itself ("Ada Tarn, the mayor", "his visit to Orrin"): it says of a thing what it is, not that it came
    about. `within` is the id of the narrowest claim whose words hold all of this one's. What takes in a content and the
    words that attribute it ("the mayor said the bridge was safe") has that attribution, too.

    `nature` tells assertions that a record could settle ("fact", be it true or not) from opinions, predictions and
    hypotheses. `predicate` is None in a phrase. `certainty_cue` is the words that `certainty` was read from, in the
    claim or in those that attribute it; None where it is "established", which needs none.
    """

    id: str
    kind: ClaimKind
    text: str
    spans: tuple[Span, ...]
    sentence: Span
    attribution: Attribution | None
    polarity: Polarity
    certainty: Certainty
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    participants: tuple[Participant, ...]
    score: float
    level: ClaimLevel = "clause"
    within: str | None = None
    nature: Nature = "fact"
    predicate: Predicate | None = None
    certainty_cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything read in one article, in reading order."""

    text_sha256: str
    language: str
    pipeline_version: str
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    quotes: tuple[Quote, ...]
    speakers: tuple[Speaker, ...]
    caveats: tuple[Caveat, ...]
