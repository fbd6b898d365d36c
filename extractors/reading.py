"""The first stage: can this article be read at all, and if so, with which reservations?

read(article) -> Reading

What cannot be read raises an `InputError` that says what to do. What can be read in part is read, with a coded caveat:

language_uncertain    the text is too short to tell its language; it is read as English
replaced_characters   signs were lost when the text was decoded (U+FFFD), quotation marks perhaps among them
unclosed_quotation    an opening quotation mark without a closing one; where its quotation ends is a guess

Not covered: text decoded with the wrong table into letters ("â€œ"), and notices of paywalls or cookies.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.errors import EmptyText, MarkupInsteadOfText, NotPlainText, TextTooLong, UnsupportedLanguage
from extractors.language import SURE_FROM, language_of
from extractors.quotations import find_quotes
from extractors.records import ArticleText, Caveat, Quote, Span

LANGUAGE = "en"

MAX_TEXT_CODE_POINTS = 1_000_000
"""The longest text read, in code points: some 150,000 words, more than any newspaper article."""

MAX_TITLE_CODE_POINTS = 1_000

CONTROL_SHARE = 0.01
"""Share of control characters from which on a text is binary data. Articles hold none or single ones."""

REPLACEMENT_SHARE = 0.05
"""Share of U+FFFD from which on a text is not readable; below it the text is read with a caveat. Of 840 articles of US
newspapers 513 hold signs outside ASCII, mostly marks and dashes, half of these 0.9 % or more, none above 3.8 %."""

MARKUP_TAGS = 4
MARKUP_SPACING = 500
"""A text with at least MARKUP_TAGS tags of page structure, and one in MARKUP_SPACING code points or more, is a page. A
page has one for every paragraph at least; prose that mentions a tag or keeps a stray <br> has fewer."""

MOST_UNCLOSED = 100
"""Caveats for unclosed quotations per text; the last one says how many more there are."""

REPLACEMENT = "\ufffd"
_PAGE_START = re.compile(r"\s*(?:<!doctype\b|<html\b|<\?xml\b|<rss\b|<feed\b|<head\b|<body\b)", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:html|head|body|title|meta|link|script|style|div|span|p|br|hr|a|img|ul|ol|li|table|tr|td|th|h[1-6]|section"
    r"|article|header|footer|nav|main|aside|figure|figcaption|iframe|form|button|svg|path|item|entry|guid)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")  # but for tabs, and what ends lines and pages
_FILE_STARTS = ("%PDF-", "{\\rtf", "PK\x03\x04")


@dataclass(frozen=True, slots=True)
class Reading:
    """An article that can be read. `quotes` are its passages in quotation marks, found on the way."""

    language: str
    quotes: tuple[Quote, ...]
    caveats: tuple[Caveat, ...]


def read(article: ArticleText) -> Reading:
    """Check an article's text and title.

    Raises EmptyText, TextTooLong, NotPlainText, MarkupInsteadOfText or UnsupportedLanguage, with the JSON Pointer
    "/text" or "/title".
    """
    if article.title is not None:
        _check(article.title, "/title", MAX_TITLE_CODE_POINTS)
    if not article.text.strip():
        raise EmptyText("The text holds no visible character. Send the words of the article.", pointer="/text")
    _check(article.text, "/text", MAX_TEXT_CODE_POINTS)
    quotes = find_quotes(article.text)
    caveats = (*_language_caveats(article.text), *_replaced(article.text), *_unclosed(quotes))
    return Reading(LANGUAGE, quotes, caveats)


def _check(text: str, pointer: str, longest: int) -> None:
    if len(text) > longest:
        raise TextTooLong(
            f"There are {len(text):,} code points; at most {longest:,} can be read. Send one article at a time.",
            pointer=pointer,
        )
    _check_characters(text, pointer)
    if _is_markup(text):
        raise MarkupInsteadOfText(
            "This is the source of a web page. Send the article's text without tags, with a blank line between"
            " paragraphs.",
            pointer=pointer,
        )


def _check_characters(text: str, pointer: str) -> None:
    surrogate = _SURROGATE.search(text)
    if surrogate is not None:
        raise NotPlainText(
            f"The character at offset {surrogate.start()} is half of a surrogate pair, which no encoding can carry."
            " Encode the text as UTF-8 again from its source.",
            pointer=pointer,
        )
    null = text.find("\0")
    if null >= 0 or text.startswith(_FILE_STARTS):
        raise NotPlainText(
            f"There is a NUL character at offset {null}: this looks like a binary file. Send plain text."
            if null >= 0
            else "This is a document file, not its text. Send plain text.",
            pointer=pointer,
        )
    controls = sum(1 for _ in _CONTROL.finditer(text))
    if controls > CONTROL_SHARE * len(text):
        raise NotPlainText(
            f"{controls:,} of {len(text):,} characters are control characters: this looks like a binary file. Send"
            " plain text.",
            pointer=pointer,
        )
    replaced = text.count(REPLACEMENT)
    if replaced > REPLACEMENT_SHARE * len(text):
        raise NotPlainText(
            f"{replaced:,} of {len(text):,} characters are U+FFFD, the sign of text decoded with the wrong table."
            " Decode it with its own encoding and send it again.",
            pointer=pointer,
        )


def _is_markup(text: str) -> bool:
    if _PAGE_START.match(text):
        return True
    tags = sum(1 for _ in _TAG.finditer(text))
    return tags >= MARKUP_TAGS and tags * MARKUP_SPACING >= len(text)


def _language_caveats(text: str) -> tuple[Caveat, ...]:
    language = language_of(text)
    if language is None:
        detail = f"The text has fewer than {SURE_FROM} characters of running words; it was read as English."
        return (Caveat("language_uncertain", detail),)
    if language != LANGUAGE:
        named = "in a script English does not use" if language == "und" else f'in the language "{language}"'
        raise UnsupportedLanguage(
            f"Most of the text is {named}. Only English can be read; send an English version.", pointer="/text"
        )
    return ()


def _replaced(text: str) -> tuple[Caveat, ...]:
    first = text.find(REPLACEMENT)
    if first < 0:
        return ()
    detail = f"{text.count(REPLACEMENT):,} characters were lost when this text was decoded; here is the first."
    return (Caveat("replaced_characters", detail, Span.of(text, first, first + 1)),)


def _unclosed(quotes: tuple[Quote, ...]) -> tuple[Caveat, ...]:
    continued = {quote.continues for quote in quotes}
    unclosed = [quote for quote in quotes if not quote.closed and quote.id not in continued]
    detail = "This quotation has no closing mark; where it ends is a guess."
    caveats = [Caveat("unclosed_quotation", detail, quote.span) for quote in unclosed[:MOST_UNCLOSED]]
    if len(unclosed) > MOST_UNCLOSED:
        rest = f"{len(unclosed) - MOST_UNCLOSED:,} more quotations have no closing mark."
        caveats.append(Caveat("unclosed_quotation", rest))
    return tuple(caveats)
