"""Contents and mentions as whole stretches: the model parts words, and now and then those that belong together.

    [She wants the plan], which [the unions dislike]       -> one, since nobody claims what is between
    She had doubts about [the board of] the port.          -> the board of the port
    [The plan and because] Lee wants it                    -> The plan           (the words behind are another's)
    [The port, its cranes,] Lee said                       -> The port, its cranes
    Lee said [the port is shut, they] are glad of it       -> the port is shut   ("they" is whose gladness is reported)
    E.[U. ministers] said                                  -> E.U. ministers
    said [Ann Lee of the port. Her brother Bob]            -> Ann Lee of the port

Of 2,405 contents in PolNeAR's development part 32 ended with a word that waits for one behind it, 17 with a sign that
parts them from the rest, and 28 times two of one attribution had nothing between them that anybody claimed. None of
them was as annotated; a quarter is once it is mended, and the rest can be read. Nor was any of 6 mentions that began or
ended within a word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.attribution.found import FoundAttribution
from extractors.attribution.stretches import Stretches
from extractors.documents import text_of
from extractors.records import Span
from extractors.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc

MOST_STEPS = 4
"""Phrases added to one end: "of" its noun, then the verb whose subject that is, and hardly more."""

_WAITS = word_set("advmod amod aux aux:pass case cc compound cop det mark nmod:poss nummod")
"""Relations of words that stand before what they belong to. A subject is none of them: its clause may be another's."""

_OPENS = word_set("case cc mark")
"""Those of words that say nothing when nothing follows."""

_PARTS = word_set(", ; : — – - --")
_STOPS = word_set(". ? !")
_OPENING = tuple("“\"‘'")
_CLOSING = tuple("”\"’'")


def whole(doc: Doc, found: Sequence[FoundAttribution]) -> list[FoundAttribution]:
    """The attributions in their order, contents and mentions whole. What another claims is left to it."""
    text = text_of(doc)
    claimed = Stretches([part for one in found for part in (one.source, one.cue, *one.contents) if part is not None])
    speaks = {one.source.end: one.source.start for one in found if one.source and one.cue and one.cue > one.source}
    result: list[FoundAttribution] = []
    for one in found:
        source = one.source and _of_one_sentence(doc, text, _of_whole_words(doc, text, one.source, claimed), one.cue)
        joined = _joined(text, one.contents, claimed)
        contents = tuple(_ended(doc, text, _before_whoever_speaks(text, part, speaks), claimed) for part in joined)
        kept = source == one.source and contents == one.contents
        result.append(one if kept else replace(one, source=source, contents=contents))
    return result


def _of_whole_words(doc: Doc, text: str, part: Span, claimed: Stretches) -> Span:
    """The model's words are shorter than the tree's: it has three in "U.S"."""
    words = doc.char_span(part.start, part.end, alignment_mode="expand")
    if words is None or claimed.meet(words.start_char, part.start) or claimed.meet(part.end, words.end_char):
        return part
    return Span.of(text, words.start_char, words.end_char)


def _of_one_sentence(doc: Doc, text: str, source: Span, cue: Span | None) -> Span:
    """A mention that goes on into another sentence, without it: what stands on the cue's side is kept."""
    words = doc.char_span(source.start, source.end, alignment_mode="contract")
    if cue is None or words is None:
        return source
    begun = [word.i for word in words if word.is_sent_start and word.i > words.start]
    if not begun:
        return source
    kept = doc[words.start : begun[0]] if cue.start < source.start else doc[begun[-1] : words.end]
    start, end = kept.start_char, kept.end_char
    return Span.of(text, start, start + len(text[start:end].rstrip(" .!?\n")))


def _joined(text: str, contents: Sequence[Span], claimed: Stretches) -> list[Span]:
    """Contents of one attribution, those of a line made one unless anybody claims what is between.

    Two quotations stay two: what stands between them is not quoted.
    """
    joined = list(contents[:1])
    for content in contents[1:]:
        before = joined[-1]
        quoted = before.exact.endswith(_CLOSING) and content.exact.startswith(_OPENING)
        if quoted or "\n" in text[before.end : content.start] or claimed.meet(before.end, content.start):
            joined.append(content)
        else:
            joined[-1] = Span.of(text, before.start, content.end)
    return joined


def _before_whoever_speaks(text: str, content: Span, speaks: Mapping[int, int]) -> Span:
    """A content without the mention at its end whose own cue comes behind it; `speaks`: where such end and begin."""
    start = speaks.get(content.end, content.start)
    end = len(text[content.start : start].rstrip()) + content.start
    return Span.of(text, content.start, end) if end > content.start else content


def _ended(doc: Doc, text: str, content: Span, claimed: Stretches) -> Span:
    inside = doc.char_span(content.start, content.end, alignment_mode="contract")
    if inside is None or inside.end == len(doc) or inside.end_char != content.end:
        return content  # nothing is behind it, or it ends within a word
    end = _with_what_is_waited_for(doc, inside.start, inside.end, claimed)
    end = _without_signs(doc, inside.start, end)
    if end == inside.end:
        return content
    return Span.of(text, content.start, doc[end - 1].idx + len(doc[end - 1]))


def _with_what_is_waited_for(doc: Doc, start: int, end: int, claimed: Stretches) -> int:
    """The end, in tokens, moved behind the phrase that the last word opens, or before that word."""
    for _ in range(MOST_STEPS):
        last = doc[end - 1]
        if last.dep_ not in _WAITS or last.head.i < end:
            break
        behind = last.head.right_edge
        if not claimed.meet(doc[end].idx, behind.idx + len(behind)):
            end = behind.i + (behind.text not in _STOPS)
        elif last.dep_ in _OPENS and end - 1 > start:
            end -= 1
        else:
            break
    return end


def _without_signs(doc: Doc, start: int, end: int) -> int:
    """The end moved before signs that part it from what the sentence goes on with, and before a bracket's end."""
    while end - 1 > start:
        last = doc[end - 1]
        goes_on = end < len(doc) and not doc[end].is_sent_start and not doc[end].is_space
        opened = sum((token.text == "(") - (token.text == ")") for token in doc[start:end]) if last.text == ")" else 0
        if not (last.text in _PARTS and goes_on) and opened >= 0:
            break
        end -= 1
    return end
