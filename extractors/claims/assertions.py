"""What asserts nothing: questions, requests to the reader, captions, credits, and fragments without a verb.

Only the article's own voice is sifted. What somebody is quoted as saying is a claim of theirs even as a question, since
that they said it is what sources agree or differ about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.claims.propositions import Proposition, has_feature, has_subject, is_clause
from extractors.parsed import Token

FEWEST_BESIDE = 2
"""Words that carry meaning, besides cue and speaker, which an attributing clause needs to be a claim of its own."""

REACH = 2
"""Code points around the end of a proposition in which a question mark makes it one; a closing mark may come first."""

_PAGE_FURNITURE = re.compile(
    r"\W*(?:(?:click|tap|swipe|scroll) (?:here|on|the|to|through|down|below)\b|sign up\b|subscribe\b"
    r"|follow (?:us|me|him|her|@)|share (?:this|on)\b|read (?:more|also|next|the full)\b"
    r"|see (?:also|more|what|how|why|where)\b|watch(?::| (?:the|this|our|more|live|below|now|here)\b.{0,60}\s*$)"
    r"|listen (?:to|now)\b|related(?:\s*:| (?:stories|articles|coverage|links)\b)|download (?:the|our|this|now)\b"
    r"|(?:get|like) (?:the|us|our)\b.{0,60}\b(?:newsletter|app|inbox)\b"
    r"|(?:photo(?:graph)?s?|images?)\s*(?::|by\b|credit\b|courtesy\b)|captions?\s*:"
    r"|(?:getty|reuters|ap|afp) (?:images|photo)(?:\W*$|/)"
    r"|advertisement\s*(?::|$)|copyright\W*(?:©|\(c\)|\d)|©|all rights reserved|editor.s note\b|correction\s*:"
    r"|comments (?:are|have been) closed\b"
    r"|this (?:story|article|post) (?:has been|was) (?:updated|corrected|originally)\b"
    r"|(?:reporting|writing|editing|additional reporting) by\b"
    r"|.{0,80}\b(?:contributed to this (?:report|story|article)|contributed reporting)\b)",
    re.IGNORECASE,
)


def asserts(proposition: Proposition, text: str) -> bool:
    """Whether a proposition that the article makes in its own voice states something. `text` is the article's."""
    first, last = proposition.tokens[0], proposition.tokens[-1]
    start, end = first.idx, last.idx + len(last)
    if is_asked(text, start, end) or is_furniture(text, start, end):
        return False
    complete = bool(proposition.leaning) or is_clause(proposition.tokens)
    return complete and not is_request(proposition.head)


def is_asked(text: str, start: int, end: int) -> bool:
    """Whether the words at `[start, end)` end in a question mark."""
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return "?" in text[max(start, end - REACH) : end + REACH]


def is_furniture(text: str, start: int, end: int) -> bool:
    """Whether the words at `[start, end)` belong to the page and not to what is told: credits, links, captions."""
    return _PAGE_FURNITURE.match(text, start, end) is not None


def is_frame(proposition: Proposition, frames: Sequence[tuple[int, int]]) -> bool:
    """Whether a proposition only says that somebody said something: its predicate is a cue, or little else is there."""
    framing = [token for token in proposition.tokens if any(a <= token.idx < b for a, b in frames)]
    if not framing:
        return False
    if any(token.i == proposition.head.i for token in framing):
        return True
    rest = [token for token in proposition.tokens if token not in framing and token.is_alpha and not token.is_stop]
    return len(rest) < FEWEST_BESIDE


def is_request(head: Token) -> bool:
    """Such as "Read on", "Don't forget": a bare verb that opens its sentence and has no subject."""
    bidding = (head, *(child for child in head.children if child.dep_ == "aux"))
    return head.dep_ == "ROOT" and any(has_feature(one, "Mood", "Imp") for one in bidding) and not has_subject(head)
