"""What can be read, what cannot, and what is said about it."""

import pytest

from extractors.errors import (
    EmptyText,
    InputError,
    MarkupInsteadOfText,
    NotPlainText,
    TextTooLong,
    UnsupportedLanguage,
)
from extractors.reading import MAX_TEXT_CODE_POINTS, MAX_TITLE_CODE_POINTS, Reading, read
from extractors.records import ArticleText

ENGLISH = (
    "The council voted on Tuesday to close the old bridge for repairs, and the mayor said the work would take to the "
    "end of the summer. Shopkeepers on the north bank fear that they will lose half of their customers."
)
FRENCH = (
    "Le conseil municipal a décidé mardi de fermer le vieux pont pour des travaux, et le maire a dit que le chantier "
    "durerait jusqu'à la fin de l'été. Les commerçants de la rive nord craignent de perdre la moitié de leurs clients."
)
GERMAN = (
    "Der Stadtrat hat am Dienstag beschlossen, die alte Brücke wegen Bauarbeiten zu sperren, und die Rätin sagte, "
    "die Arbeiten würden bis zum Ende des Sommers dauern. Die Händler am Nordufer fürchten um ihre Kundschaft."
)
RUSSIAN = "Городской совет во вторник решил закрыть старый мост на ремонт, сообщила мэр города."


def outcome(text: str, title: str | None = None) -> Reading:
    return read(ArticleText(text, title))


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", EmptyText),
        (" \n\t ", EmptyText),
        ("\u00a0\u2003\n", EmptyText),
        ("a " * (MAX_TEXT_CODE_POINTS // 2) + "b", TextTooLong),
        (ENGLISH + "\0", NotPlainText),
        ("\x7fELF\x01\x02\x03\x04\x05 " + ENGLISH[:60], NotPlainText),
        (ENGLISH + "\ud83d", NotPlainText),
        ("\udc80" + ENGLISH, NotPlainText),
        ("%PDF-1.7 " + ENGLISH, NotPlainText),
        ("\ufffd\ufffd\ufffd" * 20 + ENGLISH, NotPlainText),
        ("<!DOCTYPE html><html><body>" + ENGLISH, MarkupInsteadOfText),
        ("\n  <html lang='en'>" + ENGLISH, MarkupInsteadOfText),
        ('<?xml version="1.0"?><rss><item>' + ENGLISH, MarkupInsteadOfText),
        ("<p>One thing happened.</p>\n<p>Another thing did not.</p>", MarkupInsteadOfText),
        ('<div class="story"><span>' + ENGLISH + "</span></div>", MarkupInsteadOfText),
        (FRENCH, UnsupportedLanguage),
        (GERMAN, UnsupportedLanguage),
        (RUSSIAN, UnsupportedLanguage),
        ("市议会周二决定关闭旧桥进行维修。", UnsupportedLanguage),
        (ENGLISH[:120] + "\n\n" + FRENCH * 6, UnsupportedLanguage),
    ],
)
def test_what_cannot_be_read_is_refused(text: str, error: type[InputError]) -> None:
    with pytest.raises(error) as caught:
        outcome(text)
    assert caught.value.pointer == "/text"
    assert caught.value.message.endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        "\ufeff" + ENGLISH,
        ENGLISH.replace(" ", "\r\n", 3),
        ENGLISH.replace("repairs", "<b>repairs</b>"),
        "If a < b and b > c, the <p> tag is not at issue. " + ENGLISH,
        "# Bridge closed\n\n* one\n* two\n\n> quoted\n\n[more](https://example.org) **bold** `code`\n\n" + ENGLISH,
        ENGLISH + "\n\n" + ENGLISH + " \x07",
        ENGLISH + " \U0001f600 naïve café — Łódź, Dvořák and Nguyễn",
        ENGLISH * 3 + "\n\n" + FRENCH,
        ENGLISH.upper(),
        (ENGLISH + " ") * 700,
    ],
    ids=lambda text: text[:30],
)
def test_english_prose_is_read_without_reservation(text: str) -> None:
    reading = outcome(text)
    assert (reading.language, reading.caveats) == ("en", ())


def test_english_in_capitals_is_english() -> None:
    assert outcome("THE CREWS WILL NOT SAIL, OKORO SAID. LIND DENIED IT: FARES ROSE IN MARCH. " * 6).language == "en"


def test_the_longest_text_is_read() -> None:
    text = (ENGLISH + "\n") * (MAX_TEXT_CODE_POINTS // (len(ENGLISH) + 1))
    assert outcome(text + "x" * (MAX_TEXT_CODE_POINTS - len(text))).language == "en"


@pytest.mark.parametrize("text", ["Mayor resigns.", "1, 2, 3", "Das Ende", "?!", "12 345 678 " * 30])
def test_a_text_too_short_to_tell_its_language_is_read_with_a_caveat(text: str) -> None:
    assert [caveat.code for caveat in outcome(text).caveats] == ["language_uncertain"]


def test_lost_characters_are_reported_where_they_begin() -> None:
    text = ENGLISH + " \ufffdWe are ready,\ufffd she said."
    (caveat,) = outcome(text).caveats
    assert caveat.code == "replaced_characters"
    assert caveat.span is not None
    assert caveat.span.start == len(ENGLISH) + 1
    assert caveat.detail.startswith("2 ")


def test_an_unclosed_quotation_is_reported_with_its_span() -> None:
    text = ENGLISH + '\n\nHe said: "We are ready.\n\nThe vote is on Friday.'
    (caveat,) = outcome(text).caveats
    assert caveat.code == "unclosed_quotation"
    assert caveat.span is not None
    assert caveat.span.exact == '"We are ready.'


def test_a_quotation_that_goes_on_in_the_next_paragraph_is_not_unclosed() -> None:
    text = ENGLISH + "\n\n“We are ready.\n\n“We always were,” he said."
    assert outcome(text).caveats == ()


def test_caveats_for_unclosed_quotations_are_bounded() -> None:
    text = ENGLISH + '\n\nHe said: "We are ready.\n\nNothing happened.' * 150
    caveats = outcome(text).caveats
    assert len(caveats) == 101
    assert caveats[-1].detail.startswith("50 more")


def test_quotations_come_with_the_reading() -> None:
    assert [quote.inner.exact for quote in outcome(ENGLISH + " “Yes,” she said.").quotes] == ["Yes,"]


@pytest.mark.parametrize(
    ("title", "error"),
    [
        ("Bridge\0closed", NotPlainText),
        ("Bridge \ud800 closed", NotPlainText),
        ("<html><head><title>Bridge</title>", MarkupInsteadOfText),
        ("b" * (MAX_TITLE_CODE_POINTS + 1), TextTooLong),
    ],
)
def test_a_title_that_cannot_be_read_is_refused(title: str, error: type[InputError]) -> None:
    with pytest.raises(error) as caught:
        outcome(ENGLISH, title)
    assert caught.value.pointer == "/title"


@pytest.mark.parametrize("title", [None, "", " ", "Bridge closed", "Pont fermé", "Is a < b?"])
def test_a_title_may_be_absent_blank_or_short(title: str | None) -> None:
    assert outcome(ENGLISH, title).caveats == ()


def test_the_message_names_the_offset_of_a_lone_surrogate() -> None:
    with pytest.raises(NotPlainText, match="offset 3 "):
        outcome("abc\udfff" + ENGLISH)
