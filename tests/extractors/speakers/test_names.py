"""Who a mention names: one phenomenon of English news prose a table, a short invented passage each."""

import pytest

from tests.extractors.speakers.passages import names, speakers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aides of Senator Robert W. ⟦Hale of Norland⟧ said no.", ["Robert W. Hale"]),
        ("The mayor came. ⟦Port Elm,⟧ Norl., Mayor Ann Lee said no.", ["Ann Lee"]),
        ("⟦The Norland Gazette’s long report Monday⟧ said no.", ["Norland Gazette"]),
        ("Enter Ms. Ann Lee — a former port aide ⟦who⟧ said no.", ["Ann Lee"]),
    ],
)
def test_a_name_is_read_whole_where_the_mention_cuts_it(text: str, expected: list[str]) -> None:
    assert names(text) == expected


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
        ("⟦Some officials last week⟧ said yes.", "Some officials", "group", True),
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
        ("⟦the indictment⟧ said yes.", "the indictment", "document", True),
        ("⟦A study by two universities⟧ said yes.", "A study by two universities", "document", True),
        ("⟦a Quill poll⟧ said yes.", "a Quill poll", "document", True),
        ("⟦The letter⟧ said yes.", "The letter", "document", True),
        ("⟦Zorblat⟧ said yes.", "Zorblat", "unknown", False),
        ("⟦the whole thing⟧ said yes.", "the whole thing", "unknown", True),
        ("⟦You⟧ said yes.", "You", "unknown", True),
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
        ("⟦ROSA QUILL⟧ SAYS THE BRIDGE IS SHUT. ⟦Quill⟧ said so on Monday.", ["Rosa Quill", "Rosa Quill"]),
        ("TARN — ⟦THE MAYOR⟧ SAID ON MONDAY it was shut. ⟦He⟧ was ignored.", ["THE MAYOR", "THE MAYOR"]),
        ("⟦ROSA QUILL⟧ AND ⟦TOM HALE⟧ AGREED. ⟦Hale⟧ was paid.", ["Rosa Quill", "Tom Hale", "Tom Hale"]),
        ("⟦NBC NEWS⟧ reported it. ⟦Rosa Quill⟧ denied it.", ["NBC NEWS", "Rosa Quill"]),
        (
            "⟦President Adair⟧ called it a tale. “Ask his brother.” The brother, ⟦Simon Adair⟧, left.",
            ["Adair", "Simon Adair"],
        ),
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
        ("⟦The mayor⟧ said the bridge was shut. “It is not safe,” ⟦she⟧ said.", ["The mayor", "The mayor"]),
        (
            "Governor Ada Moor will not sign. ⟦A spokeswoman for Moor⟧ said it was flawed. ⟦She⟧ wants a new draft.",
            ["A spokeswoman for Moor", "A spokeswoman for Moor"],
        ),
        (
            "Governor Ada Moor will not sign. ⟦A spokesman for Moor⟧ said it was flawed. ⟦She⟧ wants a new draft.",
            ["A spokesman for Moor", "Ada Moor"],
        ),
        ("Tom Hale lost his house. ⟦A neighbour⟧ said the roof fell. ⟦He⟧ was unhurt.", ["A neighbour", "A neighbour"]),
        (
            "⟦A neighbour⟧ said the roof fell on Tom Hale. ⟦He⟧ said it was cold.",
            ["A neighbour", "Tom Hale"],
        ),
        ("⟦One of them, a waiter⟧, heard shots. ⟦He⟧ ran.", ["a waiter", "a waiter"]),
        ("⟦Hale⟧ told the jury it was late. ⟦He⟧ denies it.", ["Hale", "Hale"]),
        ("⟦Congress⟧ passed it. ⟦He⟧ was glad.", ["Congress", "He"]),
        ("⟦One⟧ heard shots; ⟦the other⟧ saw smoke. ⟦She⟧ ran.", ["One", "the other", "the other"]),
        ("Its lawyer, ⟦Ned Aster⟧, denies it. ⟦The district attorney⟧ agreed.", ["Ned Aster", "The district attorney"]),
    ],
)
def test_pronouns_go_to_the_nearest_fitting_speaker_or_stay_unknown(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("⟦A lawyer for Ms. Quill, Robert Hale of Stone & Stone,⟧ said no.", ["Robert Hale"]),
        ("⟦The mayor’s lawyer Robert Hale⟧ said no.", ["Robert Hale"]),
        ("⟦Port Elm, Norl., Mayor Robert Hale⟧ said no.", ["Robert Hale"]),
        ("⟦the report, by Harbour Counsel Robert Hale,⟧ said no.", ["Robert Hale"]),
        ("⟦The committee’s chairman, Senator Robert Hale of Norland,⟧ said no.", ["Robert Hale"]),
        ("⟦One candidate, Robert Hale, the mayor of Ghent,⟧ said no.", ["Robert Hale"]),
        ("⟦Another former candidate, ex-Norland Gov. Robert Hale,⟧ said no.", ["Robert Hale"]),
        ("⟦Norland’s Liberal governor, Ina Kirsch,⟧ said no.", ["Ina Kirsch"]),
        ("⟦at least one senator, Norland’s Ina Kirsch,⟧ said no.", ["Ina Kirsch"]),
        ("⟦the first lady, Ina Kirsch,⟧ said no.", ["Ina Kirsch"]),
        ("⟦The developer, Sharif el-Qadi, a builder from Ghent,⟧ said no.", ["Sharif el-Qadi"]),
        ("⟦One of Mr. Stone’s rivals for the post, Representative Robert Hale of Norland,⟧ said no.", ["Robert Hale"]),
        ("⟦a spokesman for the minister, Robert Hale⟧ said no.", ["a spokesman for the minister"]),
        ("⟦The National Council for Rivers President Ina Kirsch⟧ said no.", ["Ina Kirsch"]),
        ("⟦chairman of the Harbour Safety Committee Sen. Robert Hale⟧ said no.", ["Robert Hale"]),
        ("⟦former Housing and Harbour Development Secretary Robert Hale⟧ said no.", ["Robert Hale"]),
        ("⟦Historian Ina Kirsch of Norland University⟧ said no.", ["Ina Kirsch"]),
        ("⟦Journalist Robert Hale⟧ said no.", ["Robert Hale"]),
        ("⟦the Daily Ledger reporter Robert Hale⟧ said no.", ["Robert Hale"]),
        ("⟦CBN’s Robert Hale⟧ said no.", ["Robert Hale"]),
        ("⟦South Fork, Norl., Mayor Robert Hale⟧ said no.", ["Robert Hale"]),
        ("⟦Roberton Quillby of the Tax Centre in Ghent⟧ said no.", ["Roberton Quillby"]),
        ("⟦An angry Robert Hale⟧ said no.", ["Robert Hale"]),
        ("⟦the late Robert Hale⟧ said no.", ["Robert Hale"]),
        ("⟦Robert Hale, D-Norl.,⟧ said no.", ["Robert Hale"]),
        ("⟦Jesuit Father Robert Hale⟧ said no.", ["Robert Hale"]),
        ("⟦Retired Lt. Gen. Robert Hale⟧ said no.", ["Robert Hale"]),
        ("⟦former attorney for the District of Norland Joseph diCosta⟧ said no.", ["Joseph diCosta"]),
        ("⟦The bill’s sponsor, Rep. Robert Hale (R-Norl.)⟧ said no.", ["Robert Hale"]),
        ("⟦The Ledger’s editor in chief, Robert Hale,⟧ said no.", ["Robert Hale"]),
        ("⟦President Robert V.⟧ Hale of Norland said no.", ["Robert V. Hale"]),
        ("⟦The two senators, Ina Kirsch and Robert Hale,⟧ said no.", ["Ina Kirsch and Robert Hale"]),
    ],
)
def test_a_name_in_apposition_or_behind_its_office_is_the_speaker(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("⟦Robert Hale and Ina Kirsch⟧ said no.", ["Robert Hale and Ina Kirsch"]),
        ("Robert Hale and Ina Kirsch came. ⟦Mr. Hale and Ms. Kirsch⟧ said no.", ["Robert Hale and Ina Kirsch"]),
        ("Robert Hale came. ⟦Mr. Hale and other ministers⟧ said no.", ["Robert Hale and other ministers"]),
        ("⟦Ina Kirsch⟧ came. ⟦She and other ministers⟧ said no.", ["Ina Kirsch", "Ina Kirsch and other ministers"]),
        ("⟦Reps. Robert Hale, Andre Stone and Ina Kirsch⟧ said no.", ["Robert Hale, Andre Stone and Ina Kirsch"]),
        ("⟦Senators Robert Hale of Norland and Ina Kirsch of Sudland⟧ said no.", ["Robert Hale and Ina Kirsch"]),
        ("⟦Sen. Robert Hale (D-Norl.) and Rep. Ina Kirsch (R-Norl.)⟧ said no.", ["Robert Hale and Ina Kirsch"]),
        ("⟦The White House and the Harbour Board⟧ said no.", ["White House and Harbour Board"]),
        (
            "Robert Hale came. ⟦The White House and Mr. Hale’s office⟧ said no.",
            ["White House and Robert Hale's office"],
        ),
        ("⟦Robert Hale and his lawyer, Ina Kirsch,⟧ said no.", ["Robert Hale and Ina Kirsch"]),
        ("⟦Norland lawmakers and Gov. Ina Kirsch⟧ said no.", ["Norland lawmakers and Ina Kirsch"]),
        ("⟦Robert Hale, a lawyer and a friend of the mayor,⟧ said no.", ["Robert Hale"]),
        ("⟦Hale, a Catholic and chairman of the Harbour Committee,⟧ said no.", ["Hale"]),
        ("⟦Treasury and Harbour officials⟧ said no.", ["Treasury and Harbour officials"]),
        ("⟦The ministers of trade and works⟧ said no.", ["The ministers of trade and works"]),
    ],
)
def test_speakers_joined_by_and_are_named_in_full(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Robert Hale came. ⟦His office⟧ said no.", ["Robert Hale's office"]),
        ("Robert Hale came. ⟦Mr. Hale’s office⟧ said no.", ["Robert Hale's office"]),
        ("Robert Hale came. ⟦Hale’s campaign⟧ said no.", ["Robert Hale's campaign"]),
        ("Hillary Stone came. ⟦her campaign⟧ said no.", ["Hillary Stone's campaign"]),
        ("Robert Hollis came. ⟦Hollis’ team⟧ said no.", ["Robert Hollis's team"]),
        ("Ann Lee came. ⟦Her doctor⟧ said no.", ["Ann Lee's doctor"]),
        ("Ann Lee came. Her doctor, Ina Kirsch, came too. ⟦Her doctor⟧ said no.", ["Ina Kirsch"]),
        ("President Ann Lee came. ⟦The president’s office⟧ said no.", ["Ann Lee's office"]),
        ("Robert Hale came. ⟦Hale’s letter⟧ said no.", ["Robert Hale"]),
        ("⟦A letter from Robert Hale⟧ said no.", ["Robert Hale"]),
        ("⟦a statement from the Harbour Board⟧ said no.", ["Harbour Board"]),
        ("⟦the statement on his health, from Dr. Ina Kirsch, a doctor in Ghent,⟧ said no.", ["Ina Kirsch"]),
        ("⟦a statement released by the Harbour Board⟧ said no.", ["Harbour Board"]),
        ("⟦records released by the Harbour Board⟧ said no.", ["records released by the Harbour Board"]),
        ("Robert Hale came. ⟦Hale’s account⟧ said no.", ["Robert Hale"]),
        ("⟦The Harbour Board’s website⟧ said no.", ["Harbour Board"]),
        ("⟦an analysis by Ina Kirsch⟧ said no.", ["Ina Kirsch"]),
        ("⟦The Daily Ledger’s report⟧ said no.", ["Daily Ledger"]),
        ("Robert Hale came. ⟦Hale’s lawyers⟧ said no.", ["Robert Hale's lawyers"]),
        ("⟦Their office⟧ said no.", ["Their office"]),
        ("⟦the U.S. Attorney’s Office⟧ said no.", ["U.S. Attorney’s Office"]),
        ("⟦The port’s director⟧ said no.", ["The port’s director"]),
    ],
)
def test_what_belongs_to_somebody_is_named_after_them(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("⟦William Hale⟧ said yes. ⟦Bill Hale⟧ said no.", ["William Hale"] * 2),
        ("⟦Dick Stone⟧ said yes. ⟦Richard Stone⟧ said no.", ["Dick Stone"] * 2),
        ("⟦Elizabeth Lee⟧ said yes. ⟦Liz Lee⟧ said no.", ["Elizabeth Lee"] * 2),
        ("Robert Hale, known as Bobby, arrived. ⟦Bobby⟧ said no.", ["Robert Hale"]),
        ("⟦J. Hale⟧ said yes. ⟦James Hale⟧ said no.", ["J. Hale"] * 2),
        ("⟦Bob Hale⟧ said yes. ⟦Bill Hale⟧ said no.", ["Bob Hale", "Bill Hale"]),
        ("⟦Ann Hale⟧ said yes. ⟦Anthony Hale⟧ said no.", ["Ann Hale", "Anthony Hale"]),
        ("⟦Debbie Winter Stone⟧ said yes. ⟦Winter Stone⟧ said no.", ["Debbie Winter Stone"] * 2),
        ("Ann Hale came. Mr. Hale spoke. ⟦Hale⟧ said no.", ["Hale"]),
        ("Bill Hale and Ann Hale came. ⟦Mr. Hale⟧ said no. ⟦Mrs. Hale⟧ said yes.", ["Bill Hale", "Ann Hale"]),
        (
            "Ann Hale spoke. ⟦Hale⟧ said no. ⟦Hale⟧ said so again. Her son Bill Hale came. ⟦Hale⟧ said no.",
            ["Ann Hale"] * 3,
        ),
        ("Dorian Hale, a lawyer, came. ⟦Mr. Hale⟧ said no. Then his son, Tobin Hale, spoke.", ["Dorian Hale"]),
        ("Dorian Hale, a lawyer, met his son, Tobin Hale. ⟦The younger Mr. Hale⟧ said no.", ["Tobin Hale"]),
        ("Dorian Hale, a lawyer, met his son, Tobin Hale. ⟦the elder Hale⟧ said no.", ["Dorian Hale"]),
        ("Robert Stone CPAC speech. ⟦Robert Stone⟧ said no.", ["Robert Stone"]),
    ],
)
def test_short_forms_of_given_names_and_shared_last_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected
