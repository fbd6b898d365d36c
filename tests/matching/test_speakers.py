import pytest

from extractors.records import Speaker
from matching.speakers import compare_speakers
from tests.matching.reports import organisation, person, unnamed


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (person("Antony Blinken"), person("Blinken")),
        (person("Secretary of State Antony Blinken"), person("Mr. Blinken")),
        (person("Jonah Petrie"), person("J. Petrie")),
        (organisation("the National Rivers Authority"), organisation("NRA")),
        (organisation("The Footplate Union"), organisation("Footplate Union")),
    ],
)
def test_one_speaker_under_two_names(one, two):
    assert compare_speakers(one, two) == compare_speakers(two, one) == "same"


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (person("Mary Cheyne"), person("Elizabeth Cheyne")),
        (person("Ilse Varga"), person("Otto Breck")),
        (organisation("Brannock Motors"), organisation("Lumen")),
    ],
)
def test_two_speakers(one, two):
    assert compare_speakers(one, two) == compare_speakers(two, one) == "different"


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (person("he"), person("Otto Breck")),
        (unnamed("two officials"), person("Otto Breck")),
        (person("Tess Marlin"), organisation("the health trust")),
        (person("a spokeswoman for Brannock"), organisation("Lumen")),
        (organisation("Brannock Motors"), person("Brannock chairman Ada Moll")),
        (person("the mayor"), person("Rosa Quill")),
        (None, person("Rosa Quill")),
    ],
)
def test_a_description_may_be_anybody(one: Speaker | None, two: Speaker | None):
    assert compare_speakers(one, two) == compare_speakers(two, one) == "unclear"
