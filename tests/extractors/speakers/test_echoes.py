"""Reports inside a content: those of whoever says the content are left out, if the tree alone shows them."""

from dataclasses import replace

import pytest

from extractors.attribution import FoundAttribution
from extractors.records import Span
from extractors.speakers import resolve


def told(text: str, source: str, cue: str, content: str, found_by: str, via: int | None = None) -> FoundAttribution:
    source_span, cue_span, content_span = (
        Span.of(text, text.index(part), text.index(part) + len(part)) for part in (source, cue, content)
    )
    return FoundAttribution(source_span, cue_span, (content_span,), 0.9, found_by, via)


@pytest.mark.parametrize(
    ("found_by", "text", "kept"),
    [
        ("syntax:clause", "Ann Lee came. Ann Lee said that she believes the port is safe.", ["said"]),
        ("model", "Ann Lee came. Ann Lee said that she believes the port is safe.", ["said", "believes"]),
        ("syntax:clause", "Ann Lee came. Bob Ray said that she believes the port is safe.", ["said", "believes"]),
    ],
    ids=["an echo", "what the model sets apart itself", "of somebody else"],
)
def test_what_speakers_say_they_think_is_part_of_what_they_say(found_by: str, text: str, kept: list[str]) -> None:
    speaker = "Bob Ray" if "Bob" in text else "Ann Lee"
    outer = told(text, speaker, "said", "that she believes the port is safe", "model")
    start = text.rindex(speaker)
    outer = replace(outer, source=Span.of(text, start, start + len(speaker)))
    inner = told(text, "she", "believes", "the port is safe", found_by, via=0)
    resolved = resolve(text, (outer, inner), ())
    assert [one.cue.exact for one in resolved.attributions if one.cue] == kept
    assert [one.cue.exact for one in resolved.found if one.cue] == kept


def test_what_was_nested_in_an_echo_is_nested_in_what_that_was_nested_in() -> None:
    text = "Ann Lee said she believes that Bob Ray denied the port is safe."
    outer = told(text, "Ann Lee", "said", "she believes that Bob Ray denied the port is safe", "model")
    echo = told(text, "she", "believes", "that Bob Ray denied the port is safe", "syntax:clause", via=0)
    inner = told(text, "Bob Ray", "denied", "the port is safe", "syntax:clause", via=1)
    resolved = resolve(text, (outer, echo, inner), ())
    assert [(one.id, one.via) for one in resolved.attributions] == [("a1", None), ("a2", "a1")]
