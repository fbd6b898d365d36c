"""Speakers: one identity for every mention, and the kind of every content.

In the tables a mention of a speaker stands in ⟦⟧; what is expected is the name of each, in reading order.
"""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.attribution.found import FoundAttribution
from extractors.quotations import find_quotes
from extractors.records import Quote, Span
from extractors.speakers import resolve
from tests.extractors.speakers.passages import MARKED, names, read, speakers


def test_i_inside_a_quotation_is_its_speaker() -> None:
    resolved = read("⟦Ann Lee⟧ said: “⟦I⟧ believe so.”", via={1: 0})
    assert [a.speaker.name for a in resolved.attributions if a.speaker] == ["Ann Lee", "Ann Lee"]
    assert [a.via for a in resolved.attributions] == [None, "a1"]


def test_i_is_whoever_the_words_are_credited_to_even_where_they_come_first() -> None:
    text = "“I think so,” she said. Ann Lee left."
    inner = FoundAttribution(Span.of(text, 1, 2), Span.of(text, 3, 8), (Span.of(text, 9, 11),), 0.9, "test", via=0)
    outer = FoundAttribution(Span.of(text, 14, 17), Span.of(text, 18, 22), (Span.of(text, 0, 13),), 0.9, "test")
    resolved = resolve("Ann Lee came. " + text, tuple(moved(one, 14) for one in (outer, inner)), ())
    assert [a.speaker.name for a in resolved.attributions if a.speaker] == ["Ann Lee", "Ann Lee"]


def moved(one: FoundAttribution, by: int) -> FoundAttribution:
    def span(part: Span) -> Span:
        return Span(part.start + by, part.end + by, part.exact)

    assert one.source is not None
    assert one.cue is not None
    return replace(one, source=span(one.source), cue=span(one.cue), contents=tuple(span(part) for part in one.contents))


@pytest.mark.parametrize("word", ["He", "It", "They", "Who", "I", "You"])
def test_a_pronoun_that_nothing_resolves_is_nobody_with_a_name(word: str) -> None:
    (speaker,) = speakers(f"⟦{word}⟧ said no.")
    assert (speaker.anonymous, speaker.anonymity) == (True, None)


def test_i_outside_any_attribution_stays_unknown() -> None:
    assert names("⟦I⟧ think so.") == ["I"]


@pytest.mark.parametrize(
    "text",
    ["⟦Ann Lee and Robert Hale⟧ said yes.", "⟦She and Robert Hale⟧ said yes.", "⟦aides and Gov. Ann Lee⟧ said yes."],
)
def test_people_joined_by_and_are_a_group_with_names(text: str) -> None:
    (speaker,) = speakers(text)
    assert (speaker.type, speaker.anonymous) == ("group", False)


def test_a_speaker_is_one_record_with_all_its_mentions() -> None:
    resolved = read("⟦Ann Lee⟧ said yes. ⟦Robert Hale⟧ said no. ⟦Ms. Lee⟧ agreed. ⟦She⟧ left.")
    ann, robert = resolved.speakers
    assert (ann.id, ann.name, [span.exact for span in ann.mentions]) == ("s1", "Ann Lee", ["Ann Lee", "Ms. Lee", "She"])
    assert (robert.id, robert.name, len(robert.mentions)) == ("s2", "Robert Hale", 1)
    assert [a.speaker.id for a in resolved.attributions if a.speaker] == ["s1", "s2", "s1", "s1"]


def test_two_anonymous_groups_are_not_merged() -> None:
    assert len(read("⟦officials⟧ said yes. Much later, ⟦officials⟧ said no.").speakers) == 2


def test_the_same_organisation_is_one_speaker() -> None:
    assert len(read("⟦The White House⟧ said yes. ⟦the White House⟧ said no.").speakers) == 1


def test_an_attribution_without_a_source_has_no_speaker() -> None:
    text = "It was said to be true."
    content = Span.of(text, 0, 2)
    cue = Span.of(text, 7, 11)
    (attribution,) = resolve(text, (FoundAttribution(None, cue, (content,), 0.5, "test"),), ()).attributions
    assert (attribution.id, attribution.speaker, attribution.mention, attribution.cue) == ("a1", None, None, cue)


def test_stance_score_and_origin_are_carried_over() -> None:
    text = "Ann Lee denied it."
    source, cue, content = Span.of(text, 0, 7), Span.of(text, 8, 14), Span.of(text, 15, 17)
    (attribution,) = resolve(text, (FoundAttribution(source, cue, (content,), 0.25, "rule"),), ()).attributions
    assert (attribution.stance, attribution.score, attribution.found_by) == ("denies", 0.25, "rule")


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("⟦“We are ready,”⟧ she said.", "direct"),
        ("“⟦We are ready,⟧” she said.", "direct"),
        ("“⟦We are ready⟧,” she said.", "direct"),
        ('⟦"We are ready,"⟧ she said.', "direct"),
        ("⟦''We are ready,''⟧ she said.", "direct"),
        ("⟦“We are,”⟧ she said, ⟦“ready.”⟧", "direct"),
        ("She said: ⟦“We are ready”.⟧", "direct"),
        ("⟦“He said ‘no’ to me,”⟧ she said.", "direct"),
        ("⟦“One.\n\n“Two,”⟧ she said.", "direct"),
        ("⟦‘We are ready,’⟧ she said. ‘Yes.’", "direct"),
        ("⟦‘He said “no” to me,’⟧ she said.", "direct"),
        ("She said ⟦they were “ready” to go⟧.", "mixed"),
        ("She said ⟦they were “ready”⟧.", "mixed"),
        ("⟦“We are,” and “we were,”⟧ she said.", "mixed"),
        ("⟦“We are,”⟧ she said, ⟦and were⟧.", "mixed"),
        ("She said ⟦they were ready⟧.", "indirect"),
        ("She said ⟦the players' bus⟧ left.", "indirect"),
        ("“No,” he said. She said ⟦the ‘bus’ left⟧.", "indirect"),
        ("“No,” ⟦he left⟧, “yes”.", "indirect"),
    ],
)
def test_the_kind_follows_from_the_marks(marked: str, kind: str) -> None:
    text = MARKED.sub("", marked)
    contents = tuple(
        Span.of(text, m.start() - 2 * n, m.end() - 2 * n - 2)
        for n, m in enumerate(re.finditer(r"⟦.*?⟧", marked, re.DOTALL))
    )
    found = (FoundAttribution(None, None, contents, 0.9, "test"),)
    assert resolve(text, found, find_quotes(text)).attributions[0].kind == kind


def test_the_same_text_gives_the_same_records() -> None:
    marked = "⟦Ann Lee⟧ met Robert Hale. ⟦He⟧ said no. ⟦She⟧ said yes. ⟦Officials⟧ agreed. ⟦They⟧ left."
    assert read(marked) == read(marked)


SCRAPS = ["Ann", "Lee", "Mr.", "President", "He", "who", "the", "The", "of", "and", "officials", "“", "”", "'", "’s"]
SIGNS = [",", ".", " ", "\n", "(", ")", "(AL)", "A.", "é", "👍"]
PROSE = st.lists(st.sampled_from([*SCRAPS, *SIGNS]), min_size=1, max_size=40)


@given(PROSE.map(" ".join) | st.text(min_size=1), st.data())
def test_any_mention_gets_a_speaker_with_a_name(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    source = Span.of(text, start, end)
    found = (FoundAttribution(source, None, (Span.of(text, 0, len(text)),), 0.9, "test"),)
    (speaker,) = resolve(text, found, find_quotes(text)).speakers
    assert speaker.mentions == (source,)
    assert len(speaker.name) <= 200


@pytest.mark.parametrize(
    ("marked", "speaker", "mention"),
    [
        # content in ⟦⟧, cue in ⟪⟫, no source found
        ("Ann Lee came. Robert Hale later ⟪wrote⟫ ⟦that it was late⟧.", "Robert Hale", "Robert Hale"),
        ("Ann Lee came. She at the time ⟪said⟫ ⟦it was late⟧.", "Ann Lee", "She"),
        ("Ann Lee came. ⟦“It is late,” she ⟧⟪said⟫.", "Ann Lee", "she"),
        ("Ann Lee came. ⟦“It is late,” Ms. Lee ⟧⟪said⟫.", "Ann Lee", "Ms. Lee"),
        ("Ann Lee ⟪was quoted as saying⟫ ⟦it was late⟧.", "Ann Lee", "Ann Lee"),
        ("Ann Lee came. She ⟪was heard on the tape saying⟫ ⟦it was late⟧.", "Ann Lee", "She"),
        ("Ann Lee ⟪was quoted⟫ in the Ledger as saying ⟦it was late⟧.", "Ann Lee", "Ann Lee"),
        ("⟦“It is late,”⟧ Ann Lee ⟪is expected⟫ to say.", "Ann Lee", "Ann Lee"),
        ("Ann Lee ⟪was seen⟫ that May praising ⟦the crew⟧.", "Ann Lee", "Ann Lee"),
        ("Ann Lee ⟪was accused of⟫ ⟦being late⟧.", None, None),
        ("Ann Lee ⟪is expected⟫ to ⟦come⟧.", None, None),
        ("Ann Lee came. It was ⟪said⟫ ⟦that it was late⟧.", None, None),
        ("Ann Lee came. The port is ⟪expected⟫ ⟦to open⟧.", None, None),
        ("Aides of Ann Lee ⟪said⟫ ⟦it was late⟧.", None, None),
        ("Ann Lee ⟪asked for⟫ ⟦help⟧.", None, None),
    ],
)
def test_a_speaker_right_beside_the_cue_is_found_where_no_source_was(
    marked: str, speaker: str | None, mention: str | None
) -> None:
    (attribution,) = resolve(*without_source(marked)).attributions
    assert (attribution.speaker.name if attribution.speaker else None) == speaker
    assert (attribution.mention.exact if attribution.mention else None) == mention


@pytest.mark.parametrize(
    ("text", "cues", "expected"),
    [
        ("Ann Lee denied it, saying it was late.", ["denied", "saying"], ["Ann Lee", "Ann Lee"]),
        ("Ann Lee denied it and added it was late.", ["denied", "and added"], ["Ann Lee", "Ann Lee"]),
        ("Ann Lee denied it. Saying it was late helped.", ["denied", "Saying"], ["Ann Lee", None]),
        ("Ann Lee denied it and was accused of lying.", ["denied", "was accused of"], ["Ann Lee", None]),
    ],
)
def test_a_cue_that_goes_on_shares_the_speaker_of_its_sentence(
    text: str, cues: list[str], expected: list[str | None]
) -> None:
    found = []
    for cue in cues:
        start = text.index(cue)
        end = start + len(cue)
        source = None if found else Span.of(text, 0, 7)
        found.append(
            FoundAttribution(source, Span.of(text, start, end), (Span.of(text, end + 1, len(text)),), 0.9, "t")
        )
    attributions = resolve(text, tuple(found), ()).attributions
    assert [one.speaker.name if one.speaker else None for one in attributions] == expected


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        # the content is what stands in “”
        ("Ann Lee spoke. “Ina Kirsch is late,” she said.", "said", "Ann Lee"),
        ("Robert Hale spoke.\n\nPeter Stone waved in Ghent in 2021.\n\nHe also says “no”.", "also says", "Robert Hale"),
    ],
)
def test_nobody_names_himself_and_who_adds_has_spoken(text: str, cue: str, expected: str) -> None:
    start, end = text.index("“"), text.index("”") + 1
    at = text.index(cue)
    first = FoundAttribution(Span.of(text, 0, text.index(" spoke")), None, (Span.of(text, 0, 1),), 0.9, "test")
    pronoun = text[: at - 1].rindex(" ") + 1 if "she" in text else text.rindex("He ")
    source = Span.of(text, pronoun, at - 1)
    one = FoundAttribution(source, Span.of(text, at, at + len(cue)), (Span.of(text, start, end),), 0.9, "test")
    *_, last = resolve(text, (first, one), find_quotes(text)).attributions
    assert last.speaker is not None
    assert last.speaker.name == expected


def without_source(marked: str) -> tuple[str, tuple[FoundAttribution, ...], tuple[Quote, ...]]:
    """A text whose attribution has the cue in ⟪⟫ and the content in ⟦⟧ and names no source."""
    text, at, places = "", 0, {}
    for part in re.split(r"([⟦⟧⟪⟫])", marked):
        if part in "⟦⟧⟪⟫" and part:
            places[part] = at
        else:
            text += part
            at += len(part)
    cue = Span.of(text, places["⟪"], places["⟫"])
    content = Span.of(text, places["⟦"], places["⟧"])
    return text, (FoundAttribution(None, cue, (content,), 0.9, "test"),), find_quotes(text)
