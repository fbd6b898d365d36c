"""Participles behind a writing: its author speaks, where it has one of its own.

A case is a text with the source in ⟨⟩ and the participle in ⟪⟫, and the writing's phrase, if it is to be the source.
"""

import re

import pytest
from spacy.language import Language

from extractors.attribution.found import FoundAttribution
from extractors.attribution.writings import told_in
from extractors.records import Span


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            "⟨Ann Lee⟩ spoke about the Norland Gazette article ⟪alleging⟫ that it was late.",
            "the Norland Gazette article",
        ),
        (
            "⟨The new ad⟩ follows Mr. Ray’s statement on Tuesday ⟪criticizing⟫ the plan.",
            "Mr. Ray’s statement on Tuesday",
        ),
        (
            "⟨Three senators⟩ have signed a letter from Ann Lee, Democrat of Norland, ⟪calling⟫ the plan late.",
            "a letter from Ann Lee, Democrat of Norland",
        ),
        (
            "⟨A spokesman⟩ questioned an article published by Zorblat on Thursday ⟪saying⟫ that it was late.",
            "an article published by Zorblat on Thursday",
        ),
        ("⟨The board⟩ issued a statement ⟪saying⟫ that it was late.", None),
        ("⟨Analysts⟩ praised the plan, ⟪citing⟫ Ann Lee’s report.", None),
        ("⟨Mr. Ray’s letter⟩ to the board ⟪saying⟫ that it was late was read.", None),
        ("⟨Ann Lee⟩ spoke, ⟪saying⟫ that it was late.", None),
    ],
)
def test_a_participle_is_of_the_writing_before_it_that_has_an_author(
    nlp: Language, given: str, expected: str | None
) -> None:
    text = re.sub(r"[⟨⟩⟪⟫]", "", given)
    source, cue = (
        Span.of(text, text.index(part), text.index(part) + len(part))
        for part in (given[given.index("⟨") + 1 : given.index("⟩")], given[given.index("⟪") + 1 : given.index("⟫")])
    )
    content = Span.of(text, cue.end + 1, len(text))
    writing = told_in(nlp(text), text, FoundAttribution(source, cue, (content,), 0.9, "test"))
    assert (writing.exact if writing else None) == expected
