"""How many times another value: what is read as a multiple, with its span, its measure and what it counts.

"⟦⟧" marks what is read. Nothing here needs a tree.
"""

import pytest
from spacy.language import Language

from extractors.facets import find_quantities
from tests.extractors.facets.reading import marked_spans, shown, unmarked

MULTIPLES = [
    ("Prices ⟦doubled⟧.", "2 times", "rise"),
    ("Prices ⟦more than doubled⟧.", "2.. times", "rise"),
    ("Prices have ⟦nearly tripled⟧ since 2014.", "~3 times", "rise"),
    ("Prices had ⟦quadrupled⟧.", "4 times", "rise"),
    ("Prices will ⟦double⟧ by 2034.", "2 times", "rise"),
    ("It may ⟦triple⟧.", "3 times", "rise"),
    ("It could ⟦double⟧ the number of seats.", "2 times", "rise"),
    ("A ⟦doubling⟧ of prices hurt them.", "2 times", "rise"),
    ("The deficit was ⟦halved⟧.", "0.5 times", "fall"),
    ("The fee was ⟦cut in half⟧.", "0.5 times", "fall"),
    ("They cut the fee ⟦in half⟧.", "0.5 times", "fall"),
    ("A ⟦threefold⟧ increase was seen.", "3 times", "rise"),
    ("Thefts rose ⟦tenfold⟧.", "10 times", "rise"),
    ("Costs grew ⟦10-fold⟧.", "10 times", "rise"),
    ("It rose ⟦two- to threefold⟧.", "2..3 times", "rise"),
    ("⟦Twice⟧ as many people came.", "2 times", None),
    ("He has ⟦more than twice⟧ as much as she has.", "2.. times", None),
    ("It is ⟦twice⟧ the size of Orrby.", "2 times", None),
    ("It is ⟦twice⟧ what she paid.", "2 times", None),
    ("It is ⟦double⟧ the usual rate.", "2 times", None),
    ("It is ⟦three times⟧ the national average.", "3 times", None),
    ("It is ⟦four times⟧ more likely.", "4 times", None),
    ("It is ⟦about 10 times⟧ higher than in Orrby.", "~10 times", None),
    ("It is ⟦two to three times⟧ as deadly.", "2..3 times", None),
    ("⟦Half⟧ as many people came.", "0.5 times", None),
    ("⟦A third⟧ as many people came.", "0.333333 times", None),
    ("It is ⟦two-thirds⟧ as large.", "0.666667 times", None),
    ("It is ⟦half⟧ the size of Orrby.", "0.5 times", None),
]
NO_MULTIPLES = [
    "They doubled down on it.",
    "He doubled back.",
    "The hall doubles as a school.",
    "A double murder shook Orrby.",
    "A double-digit lead is gone.",
    "He ordered a double.",
    "She won the doubles.",
    "The triple jump is next.",
    "The aim is twofold.",
    "A manifold problem remains.",
    "He wore a blindfold.",
    "He called twice.",
    "He calls twice a week.",
    "He swam twice the day it froze.",
    "Many times the police came.",
    "The half was dull.",
    "He is half as a joke in it.",
    "The cut in it hurt.",
    "It is in half-light.",
    "He folded the note in half.",
    "The firm halves nothing.",
]
COUNTS = [
    ("He called ⟦three⟧ times.", "3"),
    ("He was shot at ⟦41⟧ times.", "41"),
    ("⟦Three⟧ times the police came.", "3"),
    ("⟦Half⟧ the voters came.", "50 percent"),
    ("⟦A third⟧ of voters came.", "33.3333 percent"),
]


@pytest.mark.parametrize(("marked", "value", "measure"), MULTIPLES)
def test_multiples(words: Language, marked: str, value: str, measure: str | None) -> None:
    [found] = find_quantities(words(unmarked(marked)))
    assert (shown(found), found.measure) == (value, measure)
    assert [found.span] == marked_spans(marked)


@pytest.mark.parametrize("text", NO_MULTIPLES)
def test_no_multiple(words: Language, text: str) -> None:
    assert not find_quantities(words(text))


@pytest.mark.parametrize(("marked", "value"), COUNTS)
def test_a_count_or_a_share_is_no_multiple(words: Language, marked: str, value: str) -> None:
    [found] = find_quantities(words(unmarked(marked)))
    assert shown(found) == value
    assert [found.span] == marked_spans(marked)


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Twice as many young voters came.", "young voter"),
        ("Half as many seats are free.", "seat"),
        ("It doubled.", None),
    ],
)
def test_what_a_multiple_counts(tree: Language, text: str, of: str | None) -> None:
    [found] = find_quantities(tree(text))
    assert found.of == of
