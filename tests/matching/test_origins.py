import pytest

from matching.agreements import agreement_of
from matching.compare import compare
from matching.origins import find_origins
from matching.reading import load_reader
from matching.statements import prepare
from tests.matching.reports import Figure, claim, report

AGENCY = (
    "The ferry Elin sank off the northern cape before dawn on Monday after taking on water through an open bow door, "
    "the harbour office in Tarn reported."
)
OWN = (
    "Before dawn on Monday water poured through an open bow door into the ferry Elin, which sank off the northern cape."
)
SPEECH = (
    "“This harbour has fed our families for two hundred years and nobody will take it from us now,” said Rosa Quill."
)


def origins_of(*articles) -> list[int]:
    return [alignment.independent_origins for alignment in compare(articles).alignments]


def test_a_reprint_is_no_second_origin():
    articles = [report("a", "2024-03-12", claim(AGENCY)), report("b", "2024-03-12", claim(AGENCY))]
    comparison = compare(articles)
    assert [alignment.independent_origins for alignment in comparison.alignments] == [1]
    assert [alignment.agreement for alignment in comparison.alignments] == ["copy"]
    [origin] = comparison.origins
    assert [passage.article for passage in origin.passages] == ["a", "b"]
    assert all(passage.span.exact in AGENCY for passage in origin.passages)


def test_ten_reprints_count_once_and_a_report_of_its_own_counts():
    reprints = [report(f"r{index}", "2024-03-12", claim(AGENCY)) for index in range(10)]
    own = report("z", "2024-03-12", claim(OWN))
    assert origins_of(*reprints, own) == [2]


def test_two_outlets_of_one_publisher_are_one_origin():
    one = report("a", "2024-03-12", claim(AGENCY), publisher="Harrow Group")
    two = report("b", "2024-03-12", claim(OWN), publisher="harrow group")
    assert origins_of(one, two) == [1]


def test_two_places_of_one_text_are_no_copy_of_each_other():
    quay = "The quay at Tarn stayed shut while crews looked for the rest of those who had been on board, it said."
    articles = [report(name, "2024-03-12", claim(AGENCY), claim(quay)) for name in "ab"]
    ferry, _, other_ferry, other_quay = prepare(articles, load_reader()).statements
    origins = find_origins(articles)
    assert agreement_of(ferry, other_ferry, origins) == "copy"
    assert agreement_of(ferry, other_quay, origins) is None


def test_outlets_that_wrote_for_themselves_are_two():
    assert origins_of(report("a", "2024-03-12", claim(AGENCY)), report("b", "2024-03-12", claim(OWN))) == [2]


def test_why_articles_count_once_is_told():
    agency = [report(name, "2024-03-12", claim(AGENCY)) for name in "ab"]
    sister = report("c", "2024-03-12", claim(OWN), source="Outlet b")
    comparison = compare([*agency, sister])
    [alignment] = comparison.alignments
    assert alignment.independent_origins == 1
    assert [(each.reason, each.articles, each.origin) for each in alignment.counted_once] == [
        ("same_publisher", ("b", "c"), None),
        ("copied_passage", ("a", "b"), comparison.origins[0].id),
    ]
    assert [each.explanation for each in alignment.counted_once] == [
        "2 articles of Outlet b are published by Outlet b.",
        "Outlet a and Outlet b have words of one text here.",
    ]


def test_of_many_articles_that_count_once_the_first_are_named():
    [alignment] = compare([report(name, "2024-03-12", claim(AGENCY)) for name in "abcdef"]).alignments
    [reason] = alignment.counted_once
    assert reason.articles == tuple("abcdef")
    assert reason.explanation == "Outlet a, Outlet b, Outlet c and 3 more have words of one text here."


def test_an_origin_tells_how_many_words_two_articles_share_at_most():
    quoted = " “We saw the light go out and then the sea was quiet again,” said Rosa Quill."
    own = AGENCY.replace("Monday", "Monday and within sight of the lighthouse keeper") + quoted
    articles = [report(name, "2024-03-12", claim(text)) for name, text in (("a", own), ("b", AGENCY), ("c", AGENCY))]
    [origin] = compare(articles).origins
    assert origin.reason == f"3 articles share up to {len(AGENCY.split())} words outside quotations, but for edits"


def test_a_copy_with_another_figure_is_no_copy():
    told = "The ferry Elin sank off the northern cape before dawn on Monday with {} passengers aboard, the office said."
    articles = [
        report(
            "a",
            "2024-03-12",
            claim(told.format("about 300"), figures={"about 300": Figure(300, of="passenger", approximate=True)}),
        ),
        report("b", "2024-03-12", claim(told.format("287"), figures={"287": Figure(287, of="passenger")})),
    ]
    [alignment] = compare(articles).alignments
    assert (alignment.agreement, alignment.independent_origins) == ("compatible", 1)


def test_no_reason_is_given_where_every_article_speaks_for_itself():
    [alignment] = compare([report("a", "2024-03-12", claim(AGENCY)), report("b", "2024-03-12", claim(OWN))]).alignments
    assert alignment.counted_once == ()


def test_a_speech_that_two_reporters_heard_is_no_copy():
    articles = [report("a", "2024-03-12", claim(SPEECH)), report("b", "2024-03-12", claim(SPEECH))]
    assert compare(articles).origins == ()


@pytest.mark.parametrize("order", [1, -1])
def test_passages_are_found_per_passage(order):
    first = report("a", "2024-03-12", claim("Rescuers were still searching at noon."), claim(AGENCY))
    second = report("b", "2024-03-12", claim(AGENCY), claim("The owners of the line have not commented so far."))
    [origin] = compare([first, second][::order]).origins
    assert {passage.span.exact for passage in origin.passages} == {AGENCY[:-1]}


LONG = (
    "The ferry Elin sank off the northern cape before dawn on Monday after taking on water through an open bow door, "
    "said Rosa Quill of the harbour office, who called it “the worst night that this coast has seen for many years”, "
    "and divers will go down again when the storm that hid the wreck has passed."
)


@pytest.mark.parametrize(
    "edited",
    [
        LONG.replace("after taking on water through", "taking water through").replace("down again when", "down when"),
        LONG.replace(" northern", "").replace(" before dawn", "").replace("who called", "calling"),
        LONG.replace("and divers will go down again", "and the divers go down again tomorrow"),
    ],
    ids=["words left out", "words left out early", "words put in"],
)
def test_an_edited_copy_is_no_second_origin(edited):
    assert origins_of(report("a", "2024-03-12", claim(LONG)), report("b", "2024-03-12", claim(edited))) == [1]


def test_sharing_a_name_and_a_phrase_makes_no_copy():
    one = claim("The harbour office in Tarn said on Monday that the ferry Elin had not been checked since the spring.")
    two = claim("Crews of three boats searched for the ferry Elin, the harbour office in Tarn said on Monday.")
    assert set(origins_of(report("a", "2024-03-12", one), report("b", "2024-03-12", two))) <= {2}
