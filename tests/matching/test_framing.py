"""`other`: one thing in other terms, and near misses. One respect each."""

import datetime as dt

import pytest

from extractors.pipeline import Pipeline
from extractors.records import ArticleText
from matching.compare import compare
from matching.records import GRADE_OF, Article
from tests.matching.pairs import divergences

OTHER = [
    ("other.label", "Militants held the bridge at Orsay.", "Terrorists held the bridge at Orsay."),
    ("other.label", "The riot at the port lasted two hours.", "The protest at the port lasted two hours."),
    ("other.label", "The regime closed the border.", "The government closed the border."),
    ("other.label", "The keeper was fired in May.", "The keeper resigned in May."),
    ("other.label", "The mill paid the singer hush money.", "The mill paid the singer a settlement."),
    ("other.label", "Moss told a lie about the ferry.", "What Moss told about the ferry was misleading."),
    (
        "other.label",
        "The bail-out of the yard cost the town dear.",
        "The rescue package for the yard cost the town dear.",
    ),
    ("other.office", "Police questioned former judge Rosa Quill.", "Police questioned judge Rosa Quill."),
    ("other.office", "Rosa Quill, a retired prosecutor, chairs it.", "Prosecutor Rosa Quill chairs it."),
    ("other.office", "Tarn Water official Rosa Quill spoke.", "Rosa Quill, a former official at Tarn Water, spoke."),
    ("other.office", "Club CEO Rosa Quill left.", "Rosa Quill, the executive director of the club, left."),
    ("other.office", "Rosa Quill, the mill association's chairwoman, left.", "Rosa Quill, its chief executive, left."),
    ("other.attempt", "The man tried to grab the camera.", "The man grabbed the camera."),
    ("other.attempt", "Divers attempted to raise the trawler.", "Divers raised the trawler on Friday."),
    ("other.duty", "Ferries may carry a doctor.", "Ferries must carry a doctor."),
    ("other.duty", "Owners are allowed to register dogs.", "The law requires owners to register their dogs."),
    (
        "other.duty",
        "The law allows owners to register dogs online.",
        "The law requires owners to register dogs online.",
    ),
    ("other.duty", "Dogs may be kept on leads in the park.", "Dogs must be kept on leads in the park."),
    ("other.rank", "Quill runs one of the largest mills in Tarn.", "Quill runs the largest mill in Tarn."),
    ("other.rank", "It is among the oldest bridges in Norland.", "It is Norland's oldest bridge."),
]
NOT_OTHER = [
    ("Militants held the bridge; terrorists, the mayor called them.", "Terrorists held the bridge."),
    ("Gunners fired across the bows.", "The envoy quit Arvenian soil."),
    ("The keeper will retire in June.", "In June the keeper steps down."),
    ("Police questioned judge Rosa Quill.", "Police questioned judge Quill."),
    ("The board named Rosa Quill its new director.", "The board praised Rosa Quill, a former director."),
    ("Rosa Quill was a judge in Tarn.", "Former judge Rosa Quill spoke."),
    ("Moss served as mayor in 2007.", "Former mayor Moss spoke in 2007."),
    ("Port official Rosa Quill spoke.", "Rosa Quill, a former Bank official, spoke."),
    ("The man tried to ask about the ferry.", "The man asked about the ferry."),
    ("The man tried to put the matter to rest.", "The man put the keys on the table."),
    ("Ferries may sail on Monday.", "Ferries may sail."),
    ("Ferries may carry a doctor.", "Ferries must stay in port."),
    ("It is one of the largest mills in Tarn.", "It is one of the largest mills."),
    ("It is one of the largest mills in Tarn.", "It has the largest clock."),
    ("It is one of the oldest bridges and the longest bridge.", "It is the longest bridge."),
    ("It is one of Europe's largest mills.", "It is Norland's largest mill."),
    ("The council met in March.", "The council met after the unrest."),
    ("The vineyard Rebel Wines is for sale.", "The vineyard held by militants is for sale."),
    ("Rosa Quill, who was a judge for ten years, spoke.", "Former judge Rosa Quill spoke."),
    ("Chairman Ada Brandt and Rosa Quill signed.", "Rosa Quill, the chief executive, and Ada Brandt signed."),
    ("The man tried to open the door and at last opened it.", "The man opened the door."),
    ("The crew tried to block the bridge.", "The crew left before they had blocked the bridge."),
    ("The crew tried to reach the wreck.", "The crew never reached the wreck."),
    ("He sought to buy the mill.", "He bought the dairy beside the mill."),
    ("Ferries may not sail.", "Ferries must not sail."),
    ("The ferry may be late.", "The ferry had to be late."),
    ("He could see the ship.", "He had to see a doctor after seeing the ship."),
    ("He may sail in order to register the boat.", "He is free to register the boat."),
]


@pytest.mark.parametrize(("rule", "left", "right"), OTHER)
def test_other_terms_are_reported_whichever_comes_first(rule: str, left: str, right: str) -> None:
    for one, two in ((left, right), (right, left)):
        found = [each for each in divergences(one, two) if each.kind == "other"]
        assert [(each.rule, each.grade) for each in found] == [(rule, GRADE_OF["other"])], (one, two)


@pytest.mark.parametrize(("left", "right"), NOT_OTHER)
def test_what_only_seems_to_be_told_in_other_terms(left: str, right: str) -> None:
    for one, two in ((left, right), (right, left)):
        assert not [each for each in divergences(one, two) if each.kind == "other"], (one, two)


def test_a_label_counts_only_where_neither_article_has_the_other_word() -> None:
    one, two = "Militants held the bridge at Orsay.", "Terrorists held the bridge at Orsay."
    assert not divergences(one, two, beside=("The army called them terrorists.", ""))
    assert not divergences(one, two, beside=("", "Militants had come by boat."))
    assert divergences(one, two, beside=("They came by boat.", "They left at dawn."))


def test_the_evidence_is_the_words_that_differ() -> None:
    (found,) = divergences("The man tried to grab the camera.", "The man grabbed the camera.")
    assert (found.left.evidence.exact, found.right.evidence.exact) == ("tried to grab", "grabbed")
    assert found.explanation == (
        "Outlet a has “tried to grab”, Outlet b “grabbed”: one tells of an attempt, the other of the deed."
    )


def test_the_evidence_is_those_characters_behind_a_letter_whose_small_form_has_two() -> None:
    (found,) = divergences("İpek tried to grab the camera.", "İpek grabbed the camera.")
    assert (found.left.evidence.exact, found.right.evidence.exact) == ("tried to grab", "grabbed")


def test_of_two_who_changed_office_each_report_gives_the_same_one_whichever_comes_first() -> None:
    one = "Former judge Rosa Quill met senator Ada Brandt."
    two = "Judge Rosa Quill met former senator Ada Brandt."
    ((there,), (back,)) = divergences(one, two), divergences(two, one)
    assert (there.left.value, there.right.value) == (back.right.value, back.left.value) == ("Former judge", "Judge")


COMPARED = [
    (
        "other.label",
        "Militants seized the Orsay dam on Tuesday, cutting power to three towns, the energy ministry said.",
        "Terrorists seized the Orsay dam on Tuesday and cut power to three towns, according to the energy ministry.",
    ),
    (
        "other.attempt",
        "A man tried to grab the camera of a television crew outside the court in Tarn on Monday.",
        "On Monday a man grabbed the camera of a television crew outside the court in Tarn.",
    ),
]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline.load()


@pytest.mark.parametrize(("rule", "left", "right"), COMPARED)
def test_other_terms_reach_the_comparison_as_a_report(pipeline: Pipeline, rule: str, left: str, right: str) -> None:
    day = dt.date(2024, 3, 12)
    articles = [
        Article(name, f"Outlet {name}", None, None, day, text, pipeline.extract(ArticleText(text, None, day)))
        for name, text in (("a", left), ("b", right))
    ]
    divergences = [each for alignment in compare(articles).alignments for each in alignment.divergences]
    assert [(each.rule, each.grade) for each in divergences] == [(rule, "report")]
