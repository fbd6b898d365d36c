"""Names in the treebanks as one B/I/O tag a word: person, place, organisation, other.

GUM marks every mention of an entity, named or not (column MISC); a mention is a name when its head is a proper noun,
and the name is the run of name words around that head. Universal NER marks names of three kinds on EWT; there,
capitalised words outside them are left unsettled, because it has no fourth kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extractors.encoder.encoded import names_in
from training.syntax.treebanks import Sentence

KINDS = ("person", "place", "organisation", "other")
TAGS = ("O", *(f"{part}-{kind}" for kind in KINDS for part in "BI"))
UNSETTLED = -100
"""Tag of a word whose name is not known: it has no part in the loss."""

Known = dict[tuple[str, ...], list[int]]
"""The name tags of a sentence's words, by the words."""

_OF_GUM = {"person": "person", "place": "place", "organization": "organisation"}
_OF_UNER = {"PER": "person", "LOC": "place", "ORG": "organisation"}
_INSIDE_NAMES = frozenset({"of", "the", "and", "for", "&", "de", "von", "van", "la", "al", "-", "'s", "’s"})
_TITLE_RELATIONS = frozenset({"nmod:desc"})
_NAMING = frozenset({"appos", "flat"})
_BRACKET = re.compile(r"\([^()]+\)?|\d+\)|\)")


@dataclass(frozen=True, slots=True)
class Mention:
    """Words [start, end) of a sentence and what they stand for."""

    start: int
    end: int
    kind: str


def mentions(marks: Sequence[str]) -> Iterator[Mention]:
    """GUM's bracketed mentions of one sentence; `marks` is each word's `Entity` value or ""."""
    open_: list[tuple[str, str, int]] = []
    for i, mark in enumerate(marks):
        for part in _BRACKET.findall(mark):
            if part.startswith("("):
                fields = part.strip("()").split("-")
                open_.append((fields[0], fields[1] if len(fields) > 1 else "", i))
                if not part.endswith(")"):
                    continue
                group = fields[0]
            else:
                group = part.rstrip(")")
            at = next((n for n in range(len(open_) - 1, -1, -1) if open_[n][0] == group), None)
            if at is not None:
                _, kind, start = open_.pop(at)
                yield Mention(start, i + 1, kind)


def name_of(sentence: Sentence, mention: Mention) -> range | None:
    """The name at the head of a mention, None when its head is no proper noun."""
    inside = range(mention.start, mention.end)
    tokens = sentence.tokens
    head = next((i for i in inside if tokens[i].head not in inside or tokens[i].head == i), mention.start)
    if tokens[head].upos != "PROPN" and mention.kind == "person":  # "team member Ada Okoro"
        named = (i for i in inside if tokens[i].head == head and tokens[i].relation in _NAMING)
        head = next((i for i in named if tokens[i].upos == "PROPN"), head)
    if tokens[head].upos != "PROPN":
        return None

    def proper(i: int) -> bool:
        named = tokens[i].upos == "PROPN" or (tokens[i].form[:1].isupper() and tokens[i].upos in ("ADJ", "NOUN", "NUM"))
        return named and tokens[i].relation not in _TITLE_RELATIONS

    start = end = head
    while start - 1 in inside:
        if proper(start - 1):
            start -= 1
        elif mention.kind != "person" and start - 2 in inside and _joins(sentence, start - 1) and proper(start - 2):
            start -= 2
        else:
            break
    while end + 1 in inside:
        if proper(end + 1):
            end += 1
        else:
            reach = next((n for n in (2, 3) if end + n in inside and proper(end + n)), None)
            joined = reach and all(_joins(sentence, end + n) for n in range(1, reach))
            if mention.kind == "person" or not joined:
                break
            end += reach or 0
    return range(start, end + 1)


def _joins(sentence: Sentence, i: int) -> bool:
    return sentence.tokens[i].form.lower() in _INSIDE_NAMES


def tags_of_mentions(sentence: Sentence, marks: Sequence[str]) -> list[int]:
    """A tag for every word of a GUM sentence. Where names overlap the longer one counts."""
    tags = [0] * len(sentence.tokens)
    found = []
    for mention in mentions(marks):
        name = name_of(sentence, mention)
        if name:
            plural = any(sentence.tokens[i].xpos == "NNPS" for i in name)
            kind = "other" if mention.kind == "person" and plural else _OF_GUM.get(mention.kind, "other")
            found.append((len(name), name, kind))
    for _, name, kind in sorted(found, key=lambda f: -f[0]):
        if not any(tags[i] for i in name):
            for i in name:
                tags[i] = TAGS.index(f"I-{kind}")
            tags[name.start] = TAGS.index(f"B-{kind}")
    return tags


def spans_of(tags: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """Names as half-open ranges of words, with their kind. A run may begin with I; what is unsettled is no name."""
    yield from names_in(TAGS[max(tag, 0)] for tag in tags)


def read_iob2(path: Path) -> Known:
    """The tags of every sentence in a Universal NER file, by its words."""
    found: Known = {}
    for block in path.read_text(encoding="utf8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("#")]
        if rows:
            found[tuple(row[1] for row in rows)] = [_uner(row[1], row[2]) for row in rows]
    return found


def _uner(form: str, mark: str) -> int:
    if mark == "O" or mark[2:] not in _OF_UNER:
        return UNSETTLED if form[:1].isupper() or mark != "O" else 0
    return TAGS.index(f"{mark[0]}-{_OF_UNER[mark[2:]]}")
