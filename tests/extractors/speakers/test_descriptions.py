"""Descriptions, pronouns, documents and unnamed speakers: a short invented passage each."""

import pytest

from tests.extractors.speakers.passages import names, read, speakers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("⟦A port official⟧ said no on Monday. Ann Lee, who runs the pier, was angry.", ["Ann Lee"]),
        ("⟦One of the senators⟧ said no on Monday. Senator Ann Lee, who runs the pier, was angry.", ["Ann Lee"]),
        ("⟦The council’s top Democrat⟧ said no. The Democrat, Ann Lee, left.", ["Ann Lee"]),
        ("⟦A lawyer for Mr. Hale⟧ said no. It rained. The lawyer for Mr. Hale, Ann Lee, left.", ["Ann Lee"]),
        (
            "⟦The head of the board that runs the port⟧ said no. “So it is,” the board’s head, Ann Lee, wrote.",
            ["Ann Lee"],
        ),
        ("Ann Lee left. ⟦A port official⟧ said no on Monday. Ann Lee came back.", ["A port official"]),
        ("Bob Hale left, the port says. ⟦The pilot⟧ said no. Ann Lee laughed.", ["The pilot"]),
        ("Bob Hale left, he says. ⟦The port’s top pilot⟧ said no. Ann Lee laughed.", ["Ann Lee"]),
        ("⟦A port official⟧ said no on Monday. Nobody believed Ann Lee.", ["A port official"]),
        ("⟦One of the oldest companies⟧ said no. Ann Lee left.", ["One of the oldest companies"]),
        ("It rained. " * 40 + "⟦A port official⟧ said no. Ann Lee left.", ["A port official"]),
        (
            "The bridge is shut, ⟦a police source⟧ said. ⟦Rosa Quill⟧ said it was unsafe.",
            ["a police source", "Rosa Quill"],
        ),
        (
            "⟦A government official⟧ said the talks failed. ⟦Minister Rosa Quill⟧ said they would go on.",
            ["A government official", "Rosa Quill"],
        ),
    ],
)
def test_who_is_described_first_and_named_right_behind_has_the_name(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They read a letter from Ann Lee on the pier. ⟦The letter⟧ said no.", ["Ann Lee"]),
        ("They read a report published by the Harbour Board. ⟦The report⟧ said no.", ["Harbour Board"]),
        ("They read a letter by the pier. ⟦The letter⟧ said no.", ["The letter"]),
        ("⟦a report in the Norland Gazette⟧ said no.", ["Norland Gazette"]),
        ("⟦the Norland Gazette story⟧ said no.", ["Norland Gazette"]),
        ("⟦a Zorblat news report⟧ said no.", ["Zorblat"]),
        ("⟦a Harbour Board report⟧ said no.", ["a Harbour Board report"]),
        ("⟦a Norland Gazette poll⟧ said no.", ["a Norland Gazette poll"]),
    ],
)
def test_a_writing_speaks_for_the_author_or_outlet_told_with_it(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Harbour Safety Committee met. ⟦The committee⟧ said no.", ["Harbour Safety Committee"]),
        (
            "The House Select Committee on Harbours met. ⟦That committee⟧ said no.",
            ["House Select Committee on Harbours"],
        ),
        ("⟦The United States Conference of Catholic Mayors⟧ said no.", ["United States Conference of Catholic Mayors"]),
        ("⟦the Department of Health and Human Services⟧ said no.", ["Department of Health and Human Services"]),
        ("⟦The Center for Norland Policy⟧ said no. ⟦the group⟧ agreed.", ["Center for Norland Policy"] * 2),
        ("The Ministry of Works shut the port. ⟦The ministry⟧ said no.", ["Ministry of Works"]),
        ("Acme Corp. shut its plant. ⟦The company⟧ said no.", ["Acme Corp"]),
        ("⟦Zorblat⟧ shut its plant. ⟦Zorblat⟧ paid. ⟦The company⟧ said no.", ["Zorblat"] * 3),
        ("⟦The Daily Ledger⟧ wrote so. ⟦The newspaper⟧ stood by it.", ["Daily Ledger"] * 2),
        ("The Harbour Safety Board met. ⟦The Harbour board⟧ said no.", ["Harbour Safety Board"]),
        (
            "The Senate Rivers Committee met. Then the House Harbour Committee met. ⟦The Senate committee⟧ said no.",
            ["Senate Rivers Committee"],
        ),
        ("Norland State University closed. ⟦The university⟧ said no.", ["Norland State University"]),
        ("The Supreme Court met. ⟦The court⟧ said no.", ["Supreme Court"]),
        (
            "The Foresters, a farmers’ union, met. Fen Rowers, an advocacy group, met. ⟦The group⟧ said no.",
            ["Fen Rowers"],
        ),
        ("Ann Lee came. ⟦The company⟧ said no.", ["The company"]),
        ("The N.R.A., or North River Alliance (NRA), met. ⟦The alliance⟧ said no.", ["North River Alliance"]),
        ("⟦The Kirsch campaign⟧ said no. ⟦The campaign⟧ said so again.", ["The Kirsch campaign"] * 2),
        ("The Norland government met. ⟦The government⟧ said no.", ["the Norland government"]),
        ("⟦a port task force⟧ said no. ⟦The task force⟧ said so again.", ["a port task force"] * 2),
        ("The Works Department met. ⟦The Works⟧ said no.", ["Works Department"]),
        ("Fennerfeed News met. ⟦Fennerfeed⟧ said no.", ["Fennerfeed News"]),
        (
            "The House Rivers Committee met. The House Rivers Committee left. Ann Lee of the Senate Works Board added"
            " that ⟦the panel⟧ said no.",
            ["Senate Works Board"],
        ),
        ("The Senate Ethics Committee met. ⟦The Ethics Committee⟧ said no.", ["Senate Ethics Committee"]),
    ],
)
def test_organisations_meet_what_they_are_called(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Former President Ann Lee came. ⟦The former president⟧ said no.", ["Ann Lee"]),
        ("Ann Lee, a former governor, came. ⟦The former governor⟧ said no.", ["Ann Lee"]),
        ("President Ann Lee met former President Robert Hale. ⟦The former president⟧ said no.", ["Robert Hale"]),
        ("President Ann Lee came. ⟦The former president⟧ said no.", ["The former president"]),
        ("Gov. Ann Lee of Norland met Gov. Robert Hale of Sudland. ⟦The Norland governor⟧ said no.", ["Ann Lee"]),
        (
            "Gov. Ann Lee of Norland met Gov. Robert Hale of Sudland. ⟦The governor of Sudland⟧ said no.",
            ["Robert Hale"],
        ),
        ("Rep. Ann Lee (R-Norl.) met Rep. Robert Hale (D-Sudl.). ⟦The Sudland Democrat⟧ said no.", ["Robert Hale"]),
        (
            "GOP presidential hopeful Ann Lee met Bob Ray. ⟦Ray⟧ spoke. ⟦The GOP front-runner⟧ left.",
            ["Bob Ray", "Ann Lee"],
        ),
        ("Ann Lee met Bob Ray, the tycoon. ⟦Lee⟧ spoke. ⟦The tycoon⟧ left.", ["Ann Lee", "Bob Ray"]),
        ("Rep. Ann Lee spoke. ⟦The Norland Democrat⟧ left. Bob Hale (D-Norl.) came later.", ["Ann Lee"]),
        (
            "They went further than congressional Republicans Thursday. Rep. Ann Lee spoke on Thursday. ⟦The Norland "
            "Democrat⟧ left.",
            ["Ann Lee"],
        ),
        (
            "Robert Hale, chairman of the Harbour Committee, came. ⟦The chairman of the Rivers Committee⟧ said no.",
            ["The chairman of the Rivers Committee"],
        ),
        (
            "Robert Hale, chairman of the Harbour Committee, came. ⟦The chairman of the Harbour Committee⟧ said no.",
            ["Robert Hale"],
        ),
        ("The committee’s chairman, Robert Hale, came. ⟦The chairman⟧ said no.", ["Robert Hale"]),
        ("⟦Robert Hale⟧ came. ⟦The billionaire⟧ said no.", ["Robert Hale"] * 2),
        ("⟦Robert Hale⟧ came. ⟦The 43-year-old⟧ said no.", ["Robert Hale"] * 2),
        ("⟦Ann Lee⟧ met Robert Hale. ⟦The Norland congresswoman⟧ said no.", ["Ann Lee"] * 2),
        ("⟦A spokeswoman for the port⟧ said no. ⟦The spokeswoman, Ina Kirsch,⟧ said more.", ["Ina Kirsch"] * 2),
        ("⟦Ann Lee⟧ came. ⟦The other minister⟧ said no.", ["Ann Lee", "The other minister"]),
        ("House Speaker Ann Lee came. ⟦The speaker⟧ said no.", ["Ann Lee"]),
        ("Attorney General Ann Lee came. ⟦The attorney general⟧ said no.", ["Ann Lee"]),
        ("⟦Robert Hale⟧ came. ⟦The House speaker⟧ said no.", ["Robert Hale"] * 2),
        ("Gov. Ann Lee came. The governor left. Later ⟦she⟧ said no.", ["Ann Lee"]),
        (
            "Gov. Robert Hale met Bob Stone. Stone praised the plan. The governor disagreed. ⟦He⟧ said no.",
            ["Robert Hale"],
        ),
        ("⟦The minister⟧ said no.\n\nInterior Minister Ann Lee left.", ["Ann Lee"]),
        ("Robert Hale, a former congressman, came. ⟦The ex-congressman⟧ said no.", ["Robert Hale"]),
        ("⟦Hale’s lawyer⟧ said no. They read a note from Hale’s lawyer, Ina Kirsch.", ["Ina Kirsch"]),
        ("An aide to the mayor, Ann Lee, came. ⟦The mayor⟧ said no.", ["Ann Lee"]),
        (
            "Sen. Ann Lee (D-Norl.) came. Bob Stone met Peter Moor. ⟦Moor⟧ spoke. ⟦The Norland Democrat⟧ left.",
            ["Peter Moor", "Ann Lee"],
        ),
        ("⟦A Norland senator⟧ said no on Friday. Ann Lee, 61, added that it was late.", ["Ann Lee"]),
        pytest.param(
            "Ann Lee, who chairs the board, came. ⟦The chairwoman⟧ said no.",
            ["Ann Lee"],
            marks=pytest.mark.xfail(strict=True, reason="roles told by verbs are not read"),
        ),
    ],
)
def test_offices_and_epithets_meet_their_bearer(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Robert Hale said yes. Ann Lee told reporters that ⟦she⟧ hoped so.", ["Ann Lee"]),
        ("⟦Leigh Corby⟧ told us of her life. Sarah Stone came later, ⟦she⟧ said.", ["Leigh Corby"] * 2),
        ("⟦Ann Lee⟧ praised Ina Kirsch. ⟦She⟧ said no.", ["Ann Lee"] * 2),
        ("⟦Robert Hale⟧ spoke of Peter Stone’s plan. ⟦He⟧ said no.", ["Robert Hale"] * 2),
        ("Lawmakers came. Robert Hale, ⟦who⟧ said no, left.", ["Robert Hale"]),
        ("Sheriff Robert Hale of Norland County, Norl., ⟦who⟧ said no, left.", ["Robert Hale"]),
        ("It angered Justice Robert Hale ⟦who⟧ said no.", ["Robert Hale"]),
        ("The Harbour Board, ⟦which⟧ said no, met.", ["Harbour Board"]),
        ("They met critics of the port, ⟦who⟧ said no.", ["critics of the port"]),
        ("Ann Lee of Norland, a member of the Harbour Committee, ⟦which⟧ said no, came.", ["Harbour Committee"]),
        ("They met a group in Ghent, ⟦which⟧ said no.", ["a group in Ghent"]),
        ("They spoke of a ruling by the Harbour Court, ⟦which⟧ said no.", ["Harbour Court"]),
        ("They met with Norland Democrats ⟦who⟧ said no.", ["Norland Democrats"]),
        ("They met the former mayor Robert Hale – ⟦who⟧ said no.", ["Robert Hale"]),
        ("There are those ⟦who⟧ said no.", ["those"]),
        ("⟦Officials⟧ said yes. ⟦They, like the mayor,⟧ said no.", ["Officials"] * 2),
        ("⟦Robert Hale’s letter⟧ said yes. ⟦It⟧ said no.", ["Robert Hale"] * 2),
        ("⟦The mayor⟧ came to the town. ⟦It⟧ said no.", ["The mayor", "It"]),
        ("⟦Zorblat⟧ said yes. ⟦It⟧ said no.", ["Zorblat"] * 2),
        ("⟦The ministers⟧ said yes. Ann Lee came. ⟦They⟧ said no.", ["The ministers"] * 2),
        ("⟦The Harbour Board⟧ said yes. Ann Lee came. ⟦It⟧ said no.", ["Harbour Board"] * 2),
        (
            "⟦Robert Hale⟧ said yes. ⟦Ann Lee⟧ said no. ⟦He⟧ said so twice. ⟦She⟧ said so once.",
            ["Robert Hale", "Ann Lee", "Robert Hale", "Ann Lee"],
        ),
        ("⟦“Robert Hale⟧ came. ⟦he⟧ said no.", ["Robert Hale"] * 2),
        ("⟦Two officials⟧ said yes. ⟦The officials⟧ said so twice.", ["Two officials"] * 2),
        ("⟦Two ministers⟧ said yes. Ann Lee came. ⟦Both of them⟧ said so twice.", ["Two ministers"] * 2),
        (
            "⟦Two senators — Robert Hale and Ina Kirsch, both hawks —⟧ said yes. ⟦The senators⟧ left. ⟦They⟧ agreed.",
            ["Robert Hale and Ina Kirsch"] * 3,
        ),
        ("⟦Robert Hale⟧ came. “I trust Peter Stone,” ⟦he⟧ said.", ["Robert Hale"] * 2),
        (
            "“Ann Lee has promised a bridge,” said ⟦Ina Kirsch⟧. “Ann Lee never builds,” ⟦she⟧ said.",
            ["Ina Kirsch"] * 2,
        ),
        ("Robert Hale’s board met, according to ⟦his⟧ board.", ["Robert Hale"]),
        ("It drew the ire of Justice Robert Umbrin ⟦who⟧ said no.", ["Robert Umbrin"]),
    ],
)
def test_pronouns_and_relatives_meet_their_antecedent(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("⟦a Quill poll released Friday⟧ said no.", ["a Quill poll"]),
        ("⟦an email leaked earlier this week⟧ said no.", ["an email"]),
        ("⟦court records obtained by the paper⟧ said so. ⟦The records⟧ said no.", ["court records"] * 2),
        ("⟦Court papers released by the prosecutors on Friday⟧ said so.", ["Court papers released by the prosecutors"]),
        ("⟦Court papers⟧ said so. ⟦The documents⟧ said no.", ["Court papers"] * 2),
        ("⟦The statements⟧ said no.", ["The statements"]),
        ("⟦the excerpts⟧ said no.", ["the excerpts"]),
        ("⟦That review⟧ said no.", ["The review"]),
        ("⟦Records of the Harbour Board⟧ said no.", ["Records of the Harbour Board"]),
        ("⟦the report⟧ said no. ⟦The report⟧ said so again.", ["the report"] * 2),
    ],
)
def test_documents_keep_their_description(text: str, expected: list[str]) -> None:
    assert names(text) == expected
    assert {speaker.type for speaker in speakers(text)} == {"document"}


@pytest.mark.parametrize(
    ("text", "kind", "anonymous"),
    [
        ("⟦a senior official familiar with the talks⟧ said no.", "person", True),
        ("⟦one person briefed on the plan⟧ said no.", "person", True),
        ("⟦experts⟧ said no.", "group", True),
        ("⟦an expert on ports⟧ said no.", "person", True),
        ("⟦Liberals⟧ said no.", "group", True),
        ("⟦Norland Democrats⟧ said no.", "group", True),
        ("⟦people close to Robert Hale⟧ said no.", "group", True),
        ("⟦dozens of residents⟧ said no.", "group", True),
        ("⟦No senior official⟧ said no.", "person", True),
        ("⟦A Harbour Board representative⟧ said no.", "person", True),
        ("⟦Backers of the plan⟧ said no.", "group", True),
        ("⟦top Liberal lawmakers⟧ said no.", "group", True),
        ("⟦the man⟧ said no.", "person", True),
        ("⟦an unidentified young man⟧ said no.", "person", True),
        ("⟦sources in the ministry⟧ said no.", "group", True),
        ("⟦members of the crew last week⟧ said no.", "group", True),
        ("⟦the indictment⟧ said no.", "document", True),
        ("⟦the Constitution⟧ said no.", "document", False),
        ("⟦the Harbour Act⟧ said no.", "document", False),
        ("⟦Records of the Harbour Board⟧ said no.", "document", False),
        ("⟦a poll⟧ said no.", "document", True),
        ("⟦Documents⟧ said no.", "document", True),
        ("⟦Additional records⟧ said no.", "document", True),
        ("⟦the FBI⟧ said no.", "organisation", False),
        ("⟦Norland’s government⟧ said no.", "organisation", False),
        ("⟦The administration⟧ said no.", "organisation", False),
    ],
)
def test_who_is_unnamed_and_what_kind_of_speaker_it_is(text: str, kind: str, anonymous: bool) -> None:
    (speaker,) = speakers(text)
    assert (speaker.type, speaker.anonymous) == (kind, anonymous)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("⟦Ann Lee⟧ said so in a statement. ⟦The statement⟧ said no.", ["Ann Lee"] * 2),
        ("⟦Ann Lee⟧ said so in a letter to the port. ⟦The letter⟧ said no.", ["Ann Lee"] * 2),
        ("⟦The ministers⟧ said so in a letter. ⟦The letter⟧ said no.", ["The ministers"] * 2),
        ("⟦Ann Lee⟧ spoke of a letter. ⟦The letter⟧ said no.", ["Ann Lee", "The letter"]),
        ("⟦The report⟧ spoke of a tweet. ⟦The tweet⟧ said no.", ["The report", "The tweet"]),
    ],
)
def test_a_writing_speaks_for_whoever_spoke_in_it(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Save Norland Now, a group dedicated to the port, met CBN. ⟦The organization⟧ said no.", "Save Norland Now"),
        ("The advocacy group Fen Action met CBN. ⟦The group⟧ said no.", "Fen Action"),
        ("The advocacy group Fen Action met the Harbour Group. ⟦The group⟧ said no.", "Harbour Group"),
        ("In May, the group left. CBN stayed. ⟦The group⟧ said no.", "CBN"),
        ("Critics met the Safe Harbour task force. ⟦The task force⟧ said no.", "the Safe Harbour task force"),
    ],
)
def test_a_group_is_called_by_what_the_article_calls_it(text: str, expected: str) -> None:
    assert names(text) == [expected]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("⟦A group called the Norland Tea Party⟧ said no.", "Norland Tea Party", "organisation"),
        ("⟦An online outlet known as Fen Rowers⟧ said no.", "Fen Rowers", "person"),
        ("⟦conservative group Fen Action⟧ said no.", "Fen Action", "organisation"),
    ],
)
def test_what_a_group_is_called_is_its_name(text: str, name: str, kind: str) -> None:
    (speaker,) = speakers(text)
    assert (speaker.name, speaker.type) == (name, kind)


def test_a_letter_is_of_whoever_tells_in_it_of_others_speaking() -> None:
    resolved = read(
        "Robert Hale came. In a letter, ⟦the board⟧ faulted ⟦him⟧ for saying no. ⟦The letter⟧ said no.", via={1: 0}
    )
    assert [one.speaker.name for one in resolved.attributions if one.speaker] == [
        "the board",
        "Robert Hale",
        "the board",
    ]
