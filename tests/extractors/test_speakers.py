"""Speakers: one identity for every mention, and the kind of every content.

In the tables a mention of a speaker stands in ⟦⟧; what is expected is the name of each, in reading order.
"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.attribution.found import FoundAttribution
from extractors.quotations import find_quotes
from extractors.records import Span, Speaker
from extractors.speakers import Resolved, resolve

MARKED = re.compile(r"[⟦⟧]")


def read(marked: str, via: dict[int, int] | None = None) -> Resolved:
    """Resolve the marked mentions of a text; the content of each attribution is the text behind its mention."""
    text = MARKED.sub("", marked)
    found = []
    for number, mention in enumerate(re.finditer(r"⟦(.*?)⟧", marked, re.DOTALL)):
        start = mention.start() - 2 * number
        source = Span.of(text, start, start + len(mention.group(1)))
        content = Span.of(text, min(source.end, len(text) - 1), len(text))
        found.append(FoundAttribution(source, None, (content,), 0.9, "test", (via or {}).get(number)))
    return resolve(text, tuple(found), find_quotes(text))


def speakers(marked: str) -> list[Speaker]:
    return [attribution.speaker for attribution in read(marked).attributions if attribution.speaker]


def names(marked: str) -> list[str]:
    return [speaker.name for speaker in speakers(marked)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("⟦Ann Lee⟧ said yes.", "Ann Lee"),
        ("⟦President Ann Lee⟧ said yes.", "Ann Lee"),
        ("⟦US Secretary of State Robert Hale⟧ said yes.", "Robert Hale"),
        ("⟦former Secretary of Defense Robert Hale⟧ said yes.", "Robert Hale"),
        ("⟦Sen. Robert Hale⟧ said yes.", "Robert Hale"),
        ("⟦state Rep. Robert Hale⟧ said yes.", "Robert Hale"),
        ("⟦Senate Majority Leader Robert Hale⟧ said yes.", "Robert Hale"),
        ("⟦House Republican Robert Hale⟧ said yes.", "Robert Hale"),
        ("⟦press secretary Robert Hale⟧ said yes.", "Robert Hale"),
        ("⟦veteran analyst Robert Hale⟧ said yes.", "Robert Hale"),
        ("⟦Robert Hale, research analyst at the Nordic Centre,⟧ said yes.", "Robert Hale"),
        ("⟦Robert Hale, a lawyer⟧ said yes.", "Robert Hale"),
        ("⟦Robert Hale (D-Ohio)⟧ said yes.", "Robert Hale"),
        ("⟦Robert Hale of Ohio⟧ said yes.", "Robert Hale"),
        ("⟦Robert Hale, who runs the port,⟧ said yes.", "Robert Hale"),
        ("⟦The director of the centre, Irene Kirch,⟧ said yes.", "Irene Kirch"),
        ("⟦Robert B. Hale⟧ said yes.", "Robert B. Hale"),
        ("⟦Robert Hale Jr.⟧ said yes.", "Robert Hale Jr"),
        ("⟦Maria de la Cruz⟧ said yes.", "Maria de la Cruz"),
        ("⟦Anne-Marie O’Dell⟧ said yes.", "Anne-Marie O’Dell"),
        ("⟦Robert Hale’s⟧ claim stood.", "Robert Hale"),
        ("⟦Mr. Hale⟧ said yes.", "Hale"),
        ("⟦Dr. Hale⟧ said yes.", "Hale"),
        ("⟦Judge Hale⟧ said yes.", "Hale"),
        ("⟦Zarko Umbrel⟧ said yes.", "Zarko Umbrel"),
    ],
)
def test_a_person_is_called_by_the_name_alone(text: str, name: str) -> None:
    (speaker,) = speakers(text)
    assert (speaker.name, speaker.type, speaker.anonymous) == (name, "person", False)


@pytest.mark.parametrize(
    ("text", "name", "kind", "anonymous"),
    [
        ("⟦officials⟧ said yes.", "officials", "group", True),
        ("⟦Some officials⟧ said yes.", "Some officials", "group", True),
        ("⟦three senior officials⟧ said yes.", "three senior officials", "group", True),
        ("⟦officials who spoke to the paper⟧ said yes.", "officials who spoke to the paper", "group", True),
        ("⟦sources close to the talks⟧ said yes.", "sources close to the talks", "group", True),
        ("⟦critics⟧ said yes.", "critics", "group", True),
        ("⟦Many⟧ said yes.", "Many", "group", True),
        ("⟦House Democrats⟧ said yes.", "House Democrats", "group", True),
        ("⟦a spokesman⟧ said yes.", "a spokesman", "person", True),
        ("⟦A spokeswoman for the ministry⟧ said yes.", "A spokeswoman for the ministry", "person", True),
        ("⟦a White House aide⟧ said yes.", "a White House aide", "person", True),
        ("⟦one lawmaker⟧ said yes.", "one lawmaker", "person", True),
        ("⟦a lawyer for Robert Hale⟧ said yes.", "a lawyer for Robert Hale", "person", True),
        ("⟦the ministry⟧ said yes.", "the ministry", "organisation", False),
        ("⟦The White House⟧ said yes.", "White House", "organisation", False),
        ("⟦the Ministry of Works⟧ said yes.", "Ministry of Works", "organisation", False),
        ("⟦NATO⟧ said yes.", "NATO", "organisation", False),
        ("⟦Moscow⟧ said yes.", "Moscow", "organisation", False),
        ("⟦The Daily Ledger⟧ said yes.", "Daily Ledger", "organisation", False),
        ("⟦the company⟧ said yes.", "the company", "organisation", False),
        ("⟦the indictment⟧ said yes.", "the indictment", "document", False),
        ("⟦A study by two universities⟧ said yes.", "A study by two universities", "document", False),
        ("⟦a Quill poll⟧ said yes.", "a Quill poll", "document", False),
        ("⟦The letter⟧ said yes.", "The letter", "document", False),
        ("⟦Zorblat⟧ said yes.", "Zorblat", "unknown", False),
        ("⟦the whole thing⟧ said yes.", "the whole thing", "unknown", True),
        ("⟦You⟧ said yes.", "You", "unknown", False),
    ],
)
def test_what_is_no_named_person_keeps_its_words_and_gets_a_type(
    text: str, name: str, kind: str, anonymous: bool
) -> None:
    (speaker,) = speakers(text)
    assert (speaker.name, speaker.type, speaker.anonymous) == (name, kind, anonymous)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("⟦Robert Hale⟧ said yes. ⟦Hale⟧ said no.", ["Robert Hale"] * 2),
        ("⟦Robert Hale⟧ said yes. ⟦Mr. Hale⟧ said no.", ["Robert Hale"] * 2),
        ("⟦Mr. Hale⟧ said yes. ⟦Robert Hale⟧ said no.", ["Robert Hale"] * 2),
        ("Robert Hale arrived. ⟦Hale⟧ said no.", ["Robert Hale"]),
        ("The port that Robert Hale runs is shut. ⟦Mr. Hale⟧ said no.", ["Robert Hale"]),
        ("⟦Robert B. Hale⟧ said yes. ⟦Robert Hale⟧ said no.", ["Robert B. Hale"] * 2),
        ("⟦Sen. Robert Hale⟧ said yes. ⟦Senator Hale⟧ said no.", ["Robert Hale"] * 2),
        ("Robert Hale arrived. ⟦Robert⟧ said no.", ["Robert Hale"]),
        ("Ann Hale and Robert Hale arrived. ⟦Mr. Hale⟧ said no.", ["Robert Hale"]),
        ("Ann Hale and Robert Hale arrived. ⟦Mrs. Hale⟧ said no.", ["Ann Hale"]),
        ("Ann Hale and Robert Hale arrived. ⟦Hale⟧ said no.", ["Hale"]),
        ("Robert Hale arrived. ⟦Robert Stone⟧ said no.", ["Robert Stone"]),
        ("Ann Lee and Ann Stone arrived. ⟦Ann⟧ said no.", ["Ann"]),
    ],
)
def test_short_names_meet_the_full_name_if_only_one_person_bears_it(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The North River Alliance (NRA) met. ⟦NRA⟧ said no.", ["North River Alliance"]),
        ("The North River Alliance (NRA) met. ⟦the N.R.A.⟧ said no.", ["North River Alliance"]),
        ("The Society for the Rivers of Ghent (“SRG”) met. ⟦The SRG⟧ said no.", ["Society for the Rivers of Ghent"]),
        ("The Harbour Safety Board met. ⟦The HSB⟧ said no.", ["Harbour Safety Board"]),
        ("The Harbour Safety Board met. ⟦The board⟧ said no.", ["Harbour Safety Board"]),
        ("The Harbour Safety Board met the River Board. ⟦The board⟧ said no.", ["River Board"]),
    ],
)
def test_organisations_meet_their_short_forms(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Robert Hale, the minister of works, arrived. ⟦The minister⟧ said no.", ["Robert Hale"]),
        ("Robert Hale, governor of the northern province, arrived. ⟦The governor⟧ said no.", ["Robert Hale"]),
        ("President Ann Lee arrived. ⟦The president⟧ said no.", ["Ann Lee"]),
        ("Gov. Ann Lee arrived. ⟦The governor⟧ said no.", ["Ann Lee"]),
        ("Sen. Ann Lee arrived. ⟦The senator⟧ said no.", ["Ann Lee"]),
        ("Rep. Ann Lee arrived. ⟦The congresswoman⟧ said no.", ["Ann Lee"]),
        ("The party’s spokesman Robert Hale arrived. ⟦The spokesman⟧ said no.", ["Robert Hale"]),
        ("President Ann Lee met former President Robert Hale. ⟦The president⟧ said no.", ["Ann Lee"]),
        ("Sen. Ann Lee left. Then Sen. Robert Hale came. ⟦The senator⟧ said no.", ["Robert Hale"]),
        ("Ann Lee arrived. ⟦The minister⟧ said no.", ["The minister"]),
        ("President Ann Lee arrived. ⟦A president⟧ said no.", ["A president"]),
        ("President Ann Lee arrived. ⟦The former president⟧ said no.", ["The former president"]),
    ],
)
def test_a_description_is_resolved_only_where_the_article_gives_the_role(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("⟦Ann Lee⟧ said yes. ⟦She⟧ said no.", ["Ann Lee"] * 2),
        ("⟦Robert Hale⟧ said yes. ⟦He⟧ said no.", ["Robert Hale"] * 2),
        ("⟦Robert Hale⟧ said yes. ⟦he⟧ said no. ⟦He⟧ said so again.", ["Robert Hale"] * 3),
        ("⟦Ann Lee⟧ met Robert Hale. ⟦He⟧ said no.", ["Ann Lee", "Robert Hale"]),
        ("⟦Ann Lee⟧ met Robert Hale. ⟦She⟧ said no.", ["Ann Lee"] * 2),
        ("⟦Robert Hale⟧ criticised Peter Stone. ⟦He⟧ said no.", ["Robert Hale"] * 2),
        ("⟦Robert Hale⟧ spoke.\n\nNothing happened.\n\n⟦He⟧ said no.", ["Robert Hale"] * 2),
        ("⟦Robert Hale⟧ said the plan of Peter Stone fails. ⟦He⟧ said no.", ["Robert Hale"] * 2),
        ("⟦Robert Hale⟧ said: “I never met Peter Stone.” ⟦He⟧ left it there.", ["Robert Hale"] * 2),
        ("⟦Mr. Hale⟧ met Mrs. Stone. ⟦She⟧ said no.", ["Hale", "Stone"]),
        ("⟦Spokeswoman Kim Stone⟧ met Robert Hale. ⟦She⟧ said no.", ["Kim Stone"] * 2),
        ("⟦Robert Hale⟧ stood by ⟦his⟧ claim.", ["Robert Hale"] * 2),
        ("⟦Officials⟧ said yes. ⟦They⟧ said no.", ["Officials"] * 2),
        ("⟦The ministry⟧ said yes. ⟦It⟧ said no.", ["The ministry"] * 2),
        ("⟦The report⟧ said yes. ⟦It⟧ said no.", ["The report"] * 2),
        ("Ann Lee, ⟦who⟧ said no, left.", ["Ann Lee"]),
        ("Ann Lee, a lawyer in Ghent, ⟦who⟧ said no, left.", ["Ann Lee"]),
        ("⟦He⟧ said no.", ["He"]),
        ("⟦They⟧ said no.", ["They"]),
        ("⟦It⟧ said no.", ["It"]),
        ("The man ⟦who⟧ said no left.", ["The man"]),
        ("⟦Ann Lee⟧ said yes. ⟦He⟧ said no.", ["Ann Lee", "He"]),
        ("⟦Ann Lee⟧ said yes. ⟦They⟧ said no.", ["Ann Lee", "They"]),
    ],
)
def test_pronouns_go_to_the_nearest_fitting_speaker_or_stay_unknown(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_i_inside_a_quotation_is_its_speaker() -> None:
    resolved = read("⟦Ann Lee⟧ said: “⟦I⟧ believe so.”", via={1: 0})
    assert [a.speaker.name for a in resolved.attributions if a.speaker] == ["Ann Lee", "Ann Lee"]
    assert [a.via for a in resolved.attributions] == [None, "a1"]


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Robert Hale, known as Bobby, arrived. ⟦Bobby⟧ said no.",
            ["Robert Hale"],
            marks=pytest.mark.xfail(reason="nicknames are not known"),
        ),
    ],
)
def test_known_limits(text: str, expected: list[str]) -> None:
    assert names(text) == expected


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
