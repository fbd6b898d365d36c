"""The noun phrase of a mention that is only a piece of one, by the tree."""

import pytest
from spacy.language import Language

from extractors.attribution.found import FoundAttribution
from extractors.records import Span
from extractors.speakers import resolve
from extractors.speakers.seen import Seen, seen_in


def source_and_cue(marked: str) -> tuple[str, FoundAttribution]:
    """A text with a source in ⟦⟧ and a cue in ⟪⟫, in this order."""
    text, at = "", {}
    for sign in marked:
        if sign in "⟦⟧⟪⟫":
            at[sign] = len(text)
        else:
            text += sign
    source, cue = Span.of(text, at["⟦"], at["⟧"]), Span.of(text, at["⟪"], at["⟫"])
    return text, FoundAttribution(source, cue, (Span.of(text, cue.end, len(text)),), 0.9, "test")


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("⟦The⟧ president ⟪thanked⟫ the crew for its work.", "The president"),
        ("Aides wrote to ⟦other⟧ ministry officials, ⟪warning⟫ that the port was late.", "other ministry officials"),
        ("⟦Mr⟧. Hale ⟪said⟫ that the port was late.", "Mr. Hale"),
        (
            "Harbour Watch, ⟦a small group in Ghent that⟧ tracks ships, ⟪called⟫ the plan a mistake.",
            "Harbour Watch, a small group in Ghent that",
        ),
        ("Mr. Hale, ⟦who once worked for Ann Lee,⟧ ⟪took credit for⟫ the bridge.", "Mr. Hale"),
        ("⟦A report by⟧ a small union of pilots ⟪said⟫ that the port was late.", "A report by a small union"),
        ("⟦The shipping⟧ ⟪tycoon mocked⟫ the plan.", "The shipping tycoon"),
        ("⟦The minister⟧ ⟪said⟫ that the port was late.", None),
        ("⟦He⟧ ⟪said⟫ that the port was late.", None),
        ("The mayor, according to ⟦the Ledger⟧, ⟪said⟫ that the port was late.", None),
        ("Mr. Hale and ⟦the ministry⟧ ⟪said⟫ that the port was late.", None),
        ("The plan, first reported by ⟦the Ledger⟧, ⟪was expected⟫ to fail.", None),
    ],
)
def test_a_mention_is_completed_only_where_it_is_cut(nlp: Language, marked: str, expected: str | None) -> None:
    text, one = source_and_cue(marked)
    (whole,) = seen_in(nlp(text), (one,)).whole.values() or (None,)
    assert (whole.exact if whole else None) == expected


def test_the_speaker_is_told_by_the_whole_and_the_mention_stays(nlp: Language) -> None:
    text, one = source_and_cue("⟦Mr⟧. Hale ⟪said⟫ that the port was late.")
    (attribution,) = resolve(text, (one,), (), seen=seen_in(nlp(text), (one,))).attributions
    assert attribution.speaker is not None
    assert attribution.mention is not None
    assert (attribution.speaker.name, attribution.mention.exact) == ("Hale", "Mr")


@pytest.mark.parametrize(
    ("text", "bodies", "expected"),
    [
        ("The Coast Guard said no.", {"Coast Guard"}, ("Coast Guard", "organisation")),
        ("The Coast Guard said no.", set(), ("The Coast Guard", "person")),
        ("Skerry Lines said no.", {"Skerry Lines"}, ("Skerry Lines", "organisation")),
        ("Norland Democrats said no.", {"Norland Democrats"}, ("Norland Democrats", "group")),
        ("Ann Lee said no.", {"Ann Lee"}, ("Ann Lee", "person")),
        ("Mr. Ivo Skerry said no.", {"Ivo Skerry"}, ("Ivo Skerry", "person")),
    ],
)
def test_a_name_that_reads_as_an_organisation_is_one_unless_its_words_say_otherwise(
    text: str, bodies: set[str], expected: tuple[str, str]
) -> None:
    source = Span.of(text, 0, text.index(" said"))
    one = FoundAttribution(source, None, (Span.of(text, source.end, len(text)),), 0.9, "test")
    (speaker,) = resolve(text, (one,), (), seen=Seen(bodies=frozenset(bodies))).speakers
    assert (speaker.name, speaker.type) == expected


def test_a_relative_pronoun_stands_for_the_noun_of_its_clause(nlp: Language) -> None:
    text, one = source_and_cue("The port hired pilots of the old school ⟦who⟧ ⟪said⟫ that it was late.")
    (antecedent,) = seen_in(nlp(text), (one,)).antecedents.values()
    assert antecedent.exact in {"pilots", "the old school"}  # which of them is the parser's to say
