"""One identity across the articles of a story: every speaker under one name, however an article says it.

    articles -> names of their speakers -> persons and organisations of the story -> articles, speakers renamed

Two persons' names are one person's if the last word is the same and the first ones agree ("Bill Hale", "William R.
Hale"); an initial or short form that two persons could bear joins neither, and "Lee B. Hale" is not "Lee C. Hale". A
last name alone joins the only person of the story who bears it, unless its own article names another bearer or gives
it a title of the other gender. A shorter name of an organisation joins the only longer one that begins or ends with
it, an acronym the only name of these initials. What belongs to somebody ("Hale's office") and lists of speakers follow
the names in them.

The name shown is the fullest that most articles use. Ids and mentions stay as they are, so that every alias keeps its
evidence. Whoever is unnamed stays so, unless another article names the only one who can be meant (`described`): two
"officials" are never joined.

What somebody decided comes before all of this: a speaker about whom there is a decision has the name and the identity
that it gives, and whatever is named after that speaker follows.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from extractors.records import Speaker
from extractors.speakers.capitals import head_noun, head_phrase_end
from extractors.speakers.words import collectives, given_names, same_given_name, titles
from matching.described import described
from matching.name_forms import (
    GENERATIONS,
    SMALL,
    Marks,
    marks_of,
    organisation_words,
    plain,
    told_apart,
    words_of_name,
)
from matching.records import Article
from matching.renaming import with_speakers

_OWNED = re.compile(r"(.+?)(?:[’']s|(?<=s)[’'])\s(.+)", re.DOTALL)
_LIST = re.compile(r"(, | and )")

MOST_SHORTENED = 2
"""Words of a name that drops what is between them."""

_ARTICLE = re.compile(r"(?:the|an?)\s", re.IGNORECASE)

Naming = tuple[str, str]
"""The id of an article and a name one of its speakers has in it."""


@dataclass(frozen=True, slots=True)
class _Uses:
    """How the speakers of a story are named: in which articles, how often, and whether only ever as persons."""

    articles: Mapping[str, frozenset[str]]
    mentions: Mapping[str, int]
    kinds: Mapping[str, frozenset[str]]
    texts: Mapping[str, str]


def one_identity(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The same articles, in order, with the speakers of each under the names they have in the story."""
    uses = _uses(articles)
    shown = _names(uses)
    persons = described(articles, shown)
    named = shown | _called(articles, uses) | persons | _decided(articles)
    return tuple(_renamed(article, named, persons) for article in articles)


def _decided(articles: Sequence[Article]) -> dict[Naming, str]:
    """What names become by decision."""
    found: dict[Naming, str] = {}
    for article in articles:
        name_of = {speaker.id: speaker.name for speaker in article.extraction.speakers}
        found |= {(article.id, name_of[one.speaker]): one.name for one in article.decided}
    return found


def _uses(articles: Sequence[Article]) -> _Uses:
    where: dict[str, set[str]] = defaultdict(set)
    mentions: Counter[str] = Counter()
    kinds: dict[str, set[str]] = defaultdict(set)
    for article in articles:
        for speaker in article.extraction.speakers:
            for name in _atoms(speaker):
                where[name].add(article.id)
                mentions[name] += max(1, len(speaker.mentions))
                kinds[name].add(speaker.type if name == speaker.name else "unknown")
    return _Uses(
        {name: frozenset(ids) for name, ids in where.items()},
        mentions,
        {name: frozenset(found) for name, found in kinds.items()},
        {article.id: article.text for article in articles},
    )


def is_named(speaker: Speaker) -> bool:
    """Whether a speaker goes by a name, and not by a description of one, of a group or of a writing."""
    capital = _ARTICLE.sub("", speaker.name)[:1].isupper()
    return capital and not speaker.anonymous and speaker.type not in ("group", "document")


def _atoms(speaker: Speaker) -> list[str]:
    """The names in a speaker's name: of a list its members, of what somebody owns the owner."""
    if speaker.type == "group" and " and " in speaker.name:
        return [part for part in _LIST.split(speaker.name) if part.strip(", ") != "and" and part[:1].isupper()]
    owned = _OWNED.fullmatch(speaker.name)
    if owned is not None:
        return [owned.group(1)]
    return [speaker.name] if is_named(speaker) else []


def _names(uses: _Uses) -> dict[Naming, str]:
    """What every name of an article becomes."""
    persons = [name for name in sorted(uses.articles) if "organisation" not in uses.kinds[name]]
    groups = _persons([name for name in persons if len(words_of_name(name)) > 1], uses)
    found: dict[Naming, str] = {}
    for group in groups:
        shown = _shown(group, uses)
        found |= {(article, name): shown for name in group for article in uses.articles[name]}
    for name in persons:
        if len(words_of_name(name)) == 1:
            bearers = [group for group in groups if words_of_name(group[0])[-1] == words_of_name(name)[0]]
            if len(bearers) == 1:
                shown = _shown(bearers[0], uses)
                own_bearers = frozenset().union(*(uses.articles[full] for full in bearers[0]))
                found |= {
                    (article, name): shown
                    for article in uses.articles[name] - own_bearers
                    if not _names_another(uses.texts[article], bearers[0])
                }
    rest = [
        name for name in sorted(uses.articles) if not any((article, name) in found for article in uses.articles[name])
    ]
    return found | _organisations(rest, uses)


def _persons(names: Sequence[str], uses: _Uses) -> list[tuple[str, ...]]:
    """Full names grouped by who bears them."""
    by_last: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for name in names:
        words = words_of_name(name)
        by_last[words[-1]][words[0]].append(name)
    groups: list[tuple[str, ...]] = []
    for firsts in by_last.values():
        left = dict(firsts)
        for first in sorted(firsts, key=lambda first: (-len(first), first)):
            alike = [other for other in left if other != first and _agree(first, other)]
            if first in left and len(alike) == 1:
                joined = sum(_agree(alike[0], other) for other in firsts if other != alike[0])
                if joined == 1:
                    left[first] = [*left[first], *left.pop(alike[0])]
        groups += [part for group in left.values() for part in _told_apart(group, uses)]
    return groups


def _told_apart(names: Sequence[str], uses: _Uses) -> list[tuple[str, ...]]:
    """Names of one first and last name, grouped by who bears them as far as middle names and generations tell.

    "Lee Hale Jr." is "Lee Hale" unless one of the articles that name him names a Lee Hale without the "Jr.", too.
    """
    bearer = told_apart(marks_of(name) for name in names)
    younger = [name for name in names if marks_of(name).generation]
    two = any(_names_elder(uses.texts[article], name) for name in younger for article in uses.articles[name])
    parts: dict[tuple[Marks, bool], list[str]] = defaultdict(list)
    for name in names:
        parts[bearer[marks_of(name)], two and name in younger].append(name)
    return [tuple(part) for part in parts.values()]


def _names_elder(text: str, name: str) -> bool:
    """Whether a text also gives a name with a generation without it."""
    first, *_, last = (word for word in name.split() if plain(word).strip(".,") not in GENERATIONS)
    generations = "|".join(sorted(GENERATIONS))
    bare = rf"\b{re.escape(first)}\s(?:[A-Z]\.\s)?{re.escape(last.strip(','))}\b(?!,?\s(?i:{generations})\b)"
    return re.search(bare, text) is not None


def _agree(one: str, other: str) -> bool:
    return same_given_name(one.capitalize(), other.capitalize())


def _names_another(text: str, group: Sequence[str]) -> bool:
    """Whether an article names somebody of this last name who is none of the group, by first name or by title."""
    last = group[0].split()[-1] if words_of_name(group[0])[-1] not in GENERATIONS else words_of_name(group[0])[-1]
    firsts = {match.group(1) for match in re.finditer(rf"\b([A-Z][\w’'-]+)\s(?:[A-Z]\.\s)?{re.escape(last)}\b", text)}
    own = [words_of_name(name)[0] for name in group]
    if any(first in given_names() and not any(_agree(plain(first), one) for one in own) for first in firsts):
        return True
    titled = re.findall(rf"\b([A-Z]\w+)\.?\s{re.escape(last)}\b", text)
    shown = {titles()[title].gender for title in titled if title in titles()} - {None}
    known = {given_names().get(first.capitalize()) for first in own} - {None}
    return bool(shown and known) and not shown & known


def _organisations(names: Sequence[str], uses: _Uses) -> dict[Naming, str]:
    """Forms of one name joined, and short names joined to the only longer one they may stand for."""
    forms: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in names:
        forms[organisation_words(name)].append(name)
    shown = {name: _shown(group, uses) for group in forms.values() for name in group}
    found: dict[Naming, str] = {}
    for name in names:
        longer = [other for other in names if shown[other] != shown[name] and _may_be_short_for(name, other)]
        full = {organisation_words(other): shown[other] for other in sorted(longer, key=len)}
        one = next(iter(full.values())) if len(full) == 1 else shown[name]
        if one != name:
            found |= {(article, name): one for article in uses.articles[name]}
    return found


def _called(articles: Sequence[Article], uses: _Uses) -> dict[Naming, str]:
    """What organisations that an article only describes are called in the others: "the committee on the harbour"."""
    bodies = {name: frozenset(words_of_name(name)) for name in uses.articles if "organisation" in uses.kinds[name]}
    shown = _organisations(sorted(bodies), uses)
    found: dict[Naming, str] = {}
    for article in articles:
        for speaker in article.extraction.speakers:
            if speaker.type != "organisation" or is_named(speaker) or _OWNED.fullmatch(speaker.name):
                continue
            phrase = _ARTICLE.sub("", speaker.name, count=1)
            noun = head_noun(phrase)
            told = {plain(word).strip(".,") for word in phrase.split() if word[:1].isupper()}
            fits = {
                next((shown[place, name] for place in uses.articles[name] if (place, name) in shown), name)
                for name, words in bodies.items()
                if noun in words and (told & words if told else plain(name).endswith(f" {phrase}"))
            }
            if len(fits) == 1:
                found[article.id, speaker.name] = next(iter(fits))
    return found


def _may_be_short_for(short: str, long: str) -> bool:
    one, two = organisation_words(short), organisation_words(long)
    if any(word.islower() and word not in SMALL for word in long.split()):
        return False
    letters = short.replace(".", "").removeprefix("the ").strip()
    if letters.isupper() and len(letters) > 1:
        initials = "".join(word[0] for word in long.split() if word[0].isupper())
        return len(two) > 1 and letters == initials
    if len(one) >= len(two) or not one:
        return False
    return (
        two[-len(one) :] == one
        or _drops_words(short, long)
        or (two[: len(one)] == one and len(two) == len(one) + 1 and collectives().get(two[-1]) == "organisation")
    )


def _drops_words(short: str, long: str) -> bool:
    """Whether a name is one of the same beginning and noun without what is between and what hangs on them: "House
    Committee" and "House Select Committee on Ports".
    """
    one, two = (words_of_name(name[: head_phrase_end(name)]) for name in (short, long))
    return len(one) == MOST_SHORTENED and len(two) > len(one) and (one[0], one[-1]) == (two[0], two[-1])


def _shown(group: Sequence[str], uses: _Uses) -> str:
    """The form that most articles use; of equals one without "Jr." or "III", then the most mentioned, then the longest;
    its accents kept.
    """
    forms: dict[str, list[str]] = defaultdict(list)
    for name in group:
        forms[plain(name)].append(name)

    def weight(form: str) -> tuple[int, bool, int, int, str]:
        names = forms[form]
        return (
            len({article for name in names for article in uses.articles[name]}),
            marks_of(form).generation is None,
            sum(uses.mentions[name] for name in names),
            len(form),
            form,
        )

    return max(forms[max(forms, key=weight)], key=lambda name: (not name.isascii(), uses.mentions[name], name))


def _renamed(article: Article, named: Mapping[Naming, str], persons: Collection[Naming]) -> Article:
    """One article with its speakers under the names they have in the story; `persons` it only describes itself."""
    decided = {one.speaker: one for one in article.decided}
    speakers: dict[Speaker, Speaker] = {}
    for speaker in article.extraction.speakers:
        known = decided.get(speaker.id)
        name = known.name if known else _new_name(speaker, article.id, named)
        new = replace(speaker, name=name, identity=known.identity if known else None)
        found = (article.id, speaker.name) in persons
        speakers[speaker] = replace(new, anonymous=False, anonymity=None) if found else new
    return with_speakers(article, speakers)


def _new_name(speaker: Speaker, article: str, named: Mapping[Naming, str]) -> str:
    name = speaker.name
    if (article, name) in named:
        return named[article, name]
    owned = _OWNED.fullmatch(name)
    if owned is not None and (article, owned.group(1)) in named:
        owner = named[article, owned.group(1)]
        written = name[owned.end(1) : owned.start(2) - 1].replace("’", "'")
        possessive = written if owner == owned.group(1) else "'s"
        return f"{owner}{possessive} {owned.group(2)}"
    if speaker.type == "group" and " and " in name:
        return "".join(named.get((article, part), part) for part in _LIST.split(name))
    return name
