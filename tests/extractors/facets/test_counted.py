"""What a number counts and what happened to it: `of` and `measure`, read with the tree."""

import pytest
from spacy.language import Language

from extractors.facets import find_quantities

OF = [
    ("Three soldiers fell.", "soldier"),
    ("Some 300 people live there.", "person"),
    ("Twelve young women left.", "young woman"),
    ("He owns 40 stray dogs.", "stray dog"),
    ("The town has 2,000 police.", "police"),
    ("Two of the men left.", "man"),
    ("Dozens of homes burned.", "home"),
    ("Two-thirds of voters agreed.", "voter"),
    ("Half of the town's bakers agreed.", "baker"),
    ("One in five homes burned.", "home"),
    ("Four out of every ten young women voted.", "young woman"),
    ("One in five agreed.", None),
    ("Five million Orrby residents voted.", "orrby resident"),
    ("They sent 30 more buses.", "bus"),
    ("It needs three tonnes of rice.", "rice"),
    ("There were 12 deaths.", None),
    ("A crowd of more than 12,000 cheered.", "person"),
    ("A crew of nine left.", "crew"),
    ("It costs $5.", None),
    ("It is five miles away.", None),
    ("Sixteen were held.", None),
    ("More than 100 cities joined.", "city"),
    ("It is her third visit.", "visit"),
    ("A 12-member panel sat.", "member"),
    ("A 400-strong force left.", "force"),
    ("The third debate Monday is off.", "debate"),
]
MEASURES = [
    ("Three people were killed.", "killed"),
    ("The blast killed three people.", "killed"),
    ("The blast killed at least three people.", "killed"),
    ("A blast injured 12.", "injured"),
    ("Three people died.", "killed"),
    ("There were 12 deaths.", "killed"),
    ("The death toll rose to 12.", "killed"),
    ("Police arrested 12 men.", "arrested"),
    ("Twelve men were detained.", "arrested"),
    ("Forty people are missing.", "missing"),
    ("Forty people, with their maid, were killed.", "killed"),
    ("Prices rose 4 percent.", "rise"),
    ("Prices rose by 4 percent.", "rise"),
    ("Prices fell 4 percent.", "fall"),
    ("Prices fell to $4.", "fall_to"),
    ("Prices rose from $4.", "rise_from"),
    ("It sent 300 troops.", "send"),
    ("The firm hired 300 people.", "hire"),
    ("The firm sacked 300 people.", "sacked"),
    ("The court fined him $5.", "fined"),
    ("He was sentenced to 20 years.", "sentenced"),
]
TWO = [
    ("Three people were killed and 12 were injured.", ["killed", "injured"]),
    ("The blast killed three people and injured 12.", ["killed", "injured"]),
    ("Prices rose from 4% to 5%.", ["rise_from", "rise_to"]),
    ("Sales fell from $9 to $7.", ["fall_from", "fall_to"]),
    ("Police arrested 12 men and released four.", ["arrested", "release"]),
    ("The court ruled 5-4.", ["for", "against"]),
    ("Rovers won 3-1.", ["first", "second"]),
]


@pytest.mark.parametrize(("text", "of"), OF)
def test_of(tree: Language, text: str, of: str | None) -> None:
    (quantity,) = find_quantities(tree(text))
    assert quantity.of == of


@pytest.mark.parametrize(("text", "measure"), MEASURES)
def test_measure(tree: Language, text: str, measure: str) -> None:
    (quantity,) = find_quantities(tree(text))
    assert quantity.measure == measure


@pytest.mark.parametrize(("text", "measures"), TWO)
def test_measures_of_two(tree: Language, text: str, measures: list[str]) -> None:
    assert [quantity.measure for quantity in find_quantities(tree(text))] == measures


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The dead man, Jonas Voss, was 36.", "year_of_age"),
        ("Voss was 36.", "year_of_age"),
        ("The wind in Orrby was 36.", None),
    ],
)
def test_ages_of_subjects(tree: Language, text: str, unit: str | None) -> None:
    (quantity,) = find_quantities(tree(text))
    assert quantity.unit == unit
