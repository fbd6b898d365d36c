"""What reading alone may say of an aligned pair that no rule decides."""

import pytest

from extractors.records import Span
from matching.divergences.learned import SURE, other_by_reading
from matching.reading.judging import Difference
from matching.reading.pairs import KINDS
from tests.matching.pairs import aligned
from tests.matching.reports import Figure, claim

LEFT, RIGHT = "A faulty cable set the mill on fire.", "A candle set the mill on fire."
MARKED = Span.of(LEFT, 0, 14), Span.of(RIGHT, 0, 8)


def read(kind: str, logit: float, left: Span | None = MARKED[0], right: Span | None = MARKED[1]) -> Difference:
    return Difference(0.0, {each: logit if each == kind else -9.0 for each in KINDS}, left, right)


def test_a_sure_difference_is_told_with_the_marked_words() -> None:
    found = other_by_reading(aligned(LEFT, RIGHT), read("cause", SURE))
    assert found is not None
    assert (found.kind, found.rule, found.left.value, found.right.value) == (
        "cause",
        "cause.read",
        "A faulty cable",
        "A candle",
    )


@pytest.mark.parametrize(
    "difference",
    [
        read("cause", SURE - 0.1),
        read("number", SURE),
        read("update", SURE),
        read("cause", SURE, left=None),
        read("cause", SURE, right=Span(0, 14, MARKED[0].exact.upper())),
    ],
    ids=["not sure", "no figures to compare", "never a later value", "no words marked", "the same words"],
)
def test_it_keeps_silent(difference: Difference) -> None:
    assert other_by_reading(aligned(LEFT, RIGHT), difference) is None


def test_two_figures_are_believed_to_be_of_one_thing_and_compared_by_value() -> None:
    left = claim("Nine jugs went.", figures={"Nine": Figure(9, of="jug")})
    marked = Span.of(left.sentence, 0, 4), Span.of("Six vases are missing.", 0, 3)
    for count, fires in ((6, True), (9, False)):
        right = claim("Six vases are missing.", figures={"Six": Figure(count, of="vase")})
        found = other_by_reading(aligned(left, right), read("number", SURE, *marked))
        assert (found is not None and found.rule == "number.read") is fires


def test_two_times_are_believed_to_be_of_one_thing_and_compared_by_their_days() -> None:
    left = claim("The move is due by June.", times={"June": ("2024-06-01", "2024-06-30")})
    right = "It will go through in May."
    marked = Span.of(left.sentence, 19, 23), Span.of(right, 22, 25)
    for days, fires in ((("2024-05-01", "2024-05-31"), True), (("2024-06-01", "2024-06-30"), False)):
        found = other_by_reading(aligned(left, claim(right, times={"May": days})), read("date", SURE, *marked))
        assert (found is not None and found.rule == "date.read") is fires


PLACES = "He met the envoy in the Norland capital.", "He met the envoy in Orrin.", "He met the envoy in Merrin."


@pytest.mark.parametrize(
    ("left", "right", "found"), [(2, 1, True), (0, 1, False)], ids=["two names", "a name and a description"]
)
def test_a_place_told_by_a_description_may_be_the_one_named(left: int, right: int, found: bool) -> None:
    marked = [Span.of(PLACES[at], 20, len(PLACES[at]) - 1) for at in (left, right)]
    said = other_by_reading(aligned(PLACES[left], PLACES[right]), read("place", SURE, *marked))
    assert (said is not None) is found


@pytest.mark.parametrize(("town", "fires"), [("Geneva", False), ("Brussels", True)])
def test_two_towns_on_two_days_are_two_events(town: str, fires: bool) -> None:
    left = claim("The second leg is in Brussels on 12 January.", times={"12 January": "2024-01-12"})
    right = claim(f"Talks begin in {town} on 10 January.", times={"10 January": "2024-01-10"})
    marked = tuple(
        Span.of(told.sentence, told.sentence.index(day), len(told.sentence) - 1)
        for told, day in ((left, "12"), (right, "10"))
    )
    found = other_by_reading(aligned(left, right), read("date", SURE, *marked))
    assert (found is not None) is fires
