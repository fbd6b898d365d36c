"""Sentences: `|` in a case marks where a new one begins. Half of the cases hold a stop that ends nothing."""

import pytest
import spacy

from extractors.sentences import COMPONENT, sentence_starts

ENDS = [
    "The mayor left. |The council stayed.",
    "It rained! |Nobody minded.",
    "Who paid? |The town did.",
    "It rained?! |Nobody minded.",
    "“We won.” |The crowd cheered.",
    '"We won." |The crowd cheered.',
    "''We won.'' |The crowd cheered.",
    "“We won.” |“We always win.”",
    '"We won." |"We always win."',
    "She said: “We won. |They lost.” |Then she left.",
    "He called it ‘a mess.’ |Others agreed.",
    "“He said ‘go.’” |They went.",
    "“He said 'go.'” |They went.",
    "(It was late.) |The lights went out.",
    "They stayed. |(It was late.) |The lights went out.",
    "They stayed. |[It was late.] |The lights went out.",
    "The fee is £5. |£3 was refunded.",
    "It cost $3.50. |$2 was too little.",
    "They counted 12. |40 came later.",
    "He moved to the U.S. |The family followed.",
    "It shut at 5 p.m. |The police came.",
    "It shut at 5 p.m. |Officers came.",
    "She works for Halden Inc. |It makes boats.",
    "They chose Plan B. |It failed.",
    "He has a Ph.D. |His sister has two.",
    "They grow figs, pears, etc. |Some are sold.",
    "They waited.... |Nobody came.",
    "They waited... |But nobody came.",
    "They waited . . . |But nobody came.",
    "They waited… |But nobody came.",
    "It began in May. |June was wet.",
    "The answer is no. |They will not sell.",
    "The vote is in Dec. |Nobody will attend.",
    "He sat. |10 people stood.",
    "First line\n|Second line",
    "The harbour opens\n\n|The harbour opened on Friday. |Crowds came.",
    "The harbour opened\r\n|Crowds came.",
    "# A heading\n|The text begins.",
    "![A boat. It floats.](boat.png)\n|The text begins.",
    "![A boat. On water.](boat.png) |The text begins.",
    "- one thing\n|- another thing",
    "• one thing\n|• another thing",
    "Points: |• one |• two",
    "1. The plan was cut.\n|2. The road was not.",
    "It rained.\xa0|Nobody minded.",
    "It rained.  |Nobody minded.",
    "It was over.|The next day was dry.",
    "It was over. |eBay won.",
    "It was over. |iPhone sales fell.",
    "The town paid.[3] |The county did not.",
    "“Really?” |The room fell silent.",
    "They left. |“Why?” he asked. |“Because,” she said.",
    "A law (the second one) passed. |It was short.",
    "They met Mr. Orr. |He smiled.",
    "It is 5 ft. 2 inches tall. |It fell.",
    "They met St. Clair. |She smiled.",
    'It rained. |"Nobody minded," he said.',
    "The rest is silence. |#rain was trending.",
    "The rest is silence. |@orr replied.",
    "  It rained. |Nobody minded.  ",
]

GOES_ON = [
    "Mr. Orr left.",
    "Mrs. Orr and Dr. Lund met Prof. Ek.",
    "Sen. Orr and Rep. Lund met Gov. Ek.",
    "Gen. Orr, Col. Lund and Lt. Ek met.",
    "The U.S. Senate voted.",
    "The U.S. Treasury paid for it.",
    "The U.S. and the U.K. signed.",
    "U.N. Secretary-General Orr spoke.",
    "It opens on Jan. 5 at noon.",
    "It opens on Sept. 12, 2019, at noon.",
    "They met at No. 10 Downing Street.",
    "See p. 14 of the report.",
    "See Vol. 2 of the report.",
    "George W. Orr spoke.",
    "J. K. Lund wrote it.",
    "J.K. Lund wrote it.",
    "The case of Orr v. Lund was heard.",
    "It was Orr vs. Lund again.",
    "Anna Orr, Ph.D. of Umea, spoke.",
    "Halden Inc. of Oslo makes boats.",
    "Halden Corp. President Anna Orr spoke.",
    "John Orr Jr. was there.",
    "The rate rose 3.5 percent.",
    "The rate rose .5 percent.",
    "It cost $1.2 million.",
    "Version 2.0.1 is out.",
    "It shut at 5 p.m. on Monday.",
    "It shut at 5 p.m. Monday.",
    "It shut at 5 p.m. EST.",
    "It shut at 5 p.m. Eastern.",
    "They waited ... and nobody came.",
    "They waited… and nobody came.",
    "They waited . . . and nobody came.",
    "I want ... America to win.",
    "“Stop!” he said.",
    "“Stop!” Orr said.",
    '"Stop!" Orr said.',
    "“Why?” Mr. Orr asked.",
    "“Is it true?” the mayor of Lund asked.",
    "“Is it over?” Senator Anna Orr wondered.",
    '"Stop!" shouted Orr.',
    "“Stop! ” he said.",
    "The film “Who Knows?” was shown.",
    "The plan (see p. 4. It is long.) failed.",
    "He left (at 5 p.m.) with them.",
    "He asked (“Why? Where?”) and left.",
    "The group [it has no name. None fits] met.",
    "Robert (Bob Jr.) Orr spoke.",
    "e.g. Oslo and Umea, i.e. the north.",
    "Fruit, e.g. Figs and Pears, is sold.",
    "The site amazon.com was down.",
    "The site Amazon.Com was down.",
    "See www.example.org/a?b=C for more.",
    "Lines of a text wrapped\nby hand go on in the\nnext line, and so does\nthis one.",
    "“We won.” — Anna Orr",
    "He said no — and left.",
    "She scored 4: 3 at home and 1 away.",
    "He is 5 ft. 2 and thin.",
    "1. The plan was cut.",
    "A. The plan was cut.",
    "It cost No. 3 dearly.",
    "Mt. Orr and Ft. Lund are near.",
    "WASHINGTON (AP) — The house voted.",
    "Lt. Gov. Anna Orr spoke.",
    "The D.C. Council voted.",
    "Orr (R., Utah) voted.",
    "It ended 3-2 (a.e.t.) in Oslo.",
    "10\xa0percent of it",
]


def split(text: str) -> str:
    starts = [start for start in sentence_starts(text) if text[:start].strip()]
    pieces = [text[a:b] for a, b in zip([0, *starts], [*starts, len(text)], strict=True)]
    return "|".join(pieces)


@pytest.mark.parametrize("case", ENDS)
def test_stop_ends_its_sentence(case: str) -> None:
    assert split(case.replace("|", "")) == case


@pytest.mark.parametrize("case", GOES_ON)
def test_stop_ends_nothing(case: str) -> None:
    assert split(case) == case


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            "He left the U.S. |Orr stayed.", marks=pytest.mark.xfail(reason="U.S. before a name is ambiguous")
        ),
        pytest.param("yahoo! Japan grew.", marks=pytest.mark.xfail(reason="names that hold a stop are not known")),
        pytest.param("it rained. |nobody minded.", marks=pytest.mark.xfail(reason="needs capitals")),
    ],
)
def test_known_limits(case: str) -> None:
    assert split(case.replace("|", "")) == case


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "...", ". . .", '"' * 5000, "(" * 5000, "." * 5000, "A. " * 5000, "![" * 3000]
)
def test_odd_texts_are_read(text: str) -> None:
    assert all(0 <= start < len(text) and not text[start].isspace() for start in sentence_starts(text))


def test_component_settles_every_token() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe(COMPONENT)
    doc = nlp("  Mr. Orr left.\n\n“Why?” he asked. (It was late.)")
    assert [sentence.text.strip() for sentence in doc.sents] == ["Mr. Orr left.", "“Why?” he asked.", "(It was late.)"]
    assert doc.has_annotation("SENT_START", require_complete=True)
