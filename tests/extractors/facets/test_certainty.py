"""How sure a claim is of what it says, and the words that say so.

The claim is the whole sentence; ⟦⟧ marks the cue, and a sentence without one has none.
"""

import pytest
from spacy.language import Language

from extractors.facets import certainty_of
from extractors.records import Certainty, Stance
from tests.extractors.facets.reading import claim_words, marked_spans, unmarked

CUES = [
    ("The mayor ⟦allegedly⟧ took bribes.", "alleged"),
    ("The mayor is ⟦accused of⟧ fraud.", "alleged"),
    ("The mayor is ⟦suspected of⟧ fraud.", "alleged"),
    ("The mayor was held ⟦on suspicion of⟧ fraud.", "alleged"),
    ("The mayor ⟦reportedly⟧ resigned.", "reported"),
    ("The mayor ⟦is said to⟧ be ill.", "reported"),
    ("The mayor ⟦is believed to⟧ be abroad.", "reported"),
    ("The mayor ⟦was reported to⟧ be ill.", "reported"),
    ("⟦According to⟧ the police, the mayor fled.", "reported"),
    ("The mayor ⟦may⟧ resign.", "possible"),
    ("The mayor ⟦might⟧ resign.", "possible"),
    ("That ⟦might⟧ help.", "possible"),
    ("The mayor ⟦appears to⟧ be ill.", "possible"),
    ("The mayor ⟦seems⟧ ill.", "possible"),
    ("⟦It is possible⟧ that she lied.", "possible"),
    ("⟦There is a chance⟧ of rain.", "possible"),
    ("⟦There is a small risk⟧ that it will fall.", "possible"),
    ("⟦It is likely⟧ that it will fall.", "expected"),
    ("⟦Had she⟧ run, she had won.", "hypothetical"),
    ("The talks ⟦were to begin⟧ on Monday.", "planned"),
    ("The mayor ⟦was to meet⟧ the judge.", "planned"),
    ("The mayor ⟦could⟧ resign.", "possible"),
    ("⟦Perhaps⟧ the mayor resigned.", "possible"),
    ("The mayor ⟦possibly⟧ resigned.", "possible"),
    ("The mayor ⟦will⟧ win.", "expected"),
    ("The mayor ⟦is expected to⟧ resign.", "expected"),
    ("The mayor ⟦is likely to⟧ resign.", "expected"),
    ("The mayor ⟦will⟧ probably win.", "expected"),
    ("Prices are ⟦going to⟧ rise.", "expected"),
    ("She ⟦forecasts⟧ growth.", "expected"),
    ("She ⟦plans to⟧ resign.", "planned"),
    ("The mayor ⟦plans to⟧ resign.", "planned"),
    ("The mayor ⟦intends to⟧ resign.", "planned"),
    ("The mayor ⟦vowed to⟧ fight.", "planned"),
    ("The mayor ⟦agreed to⟧ resign.", "planned"),
    ("The vote ⟦is scheduled for⟧ Monday.", "planned"),
    ("The talks ⟦are due to⟧ begin on Monday.", "planned"),
    ("The envoys ⟦will meet⟧ on Monday.", "planned"),
    ("The envoys ⟦are to meet⟧ on Monday.", "planned"),
    ("The sale ⟦would⟧ cost $5.", "hypothetical"),
    ("The sale ⟦would have⟧ cost $5.", "hypothetical"),
    ("⟦If⟧ it rains, the fair will close.", "hypothetical"),
    ("The fair will close ⟦if⟧ it rains.", "hypothetical"),
    ("⟦Unless⟧ it rains, the fair will open.", "hypothetical"),
    ("The mayor ⟦denied⟧ the charges.", "denied"),
    ("The mayor ⟦denies⟧ taking bribes.", "denied"),
    ("The mayor ⟦rejected⟧ claims of fraud.", "denied"),
]
ESTABLISHED = [
    "The town should build it if possible.",
    "Few voters know her, if any.",
    "The mayor appeared in court.",
    "The risk of rain was small.",
    "There was a fire.",
    "The mayor had run it.",
    "The roads were shut.",
    "The mayor was to blame.",
    "His might is gone.",
    "The mayor asked if she knew.",
    "The mayor resigned.",
    "The mayor is ill.",
    "The mayor has resigned.",
    "The mayor resigns.",
    "Mayor May spoke.",
    "It opened in May.",
    "May was cold.",
    "May 4 was cold.",
    "His will was read.",
    "The mayor has the will of the town.",
    "The mayor could not see it.",
    "The mayor could see the sea.",
    "The mayor, who may run, spoke.",
    "The mayor resigned after she was accused of fraud.",
    "The man who will lead it spoke.",
    "The mayor spoke of plans that may fail.",
    "The plan failed.",
    "The mayor asked if it rained.",
    "It is unclear if it rained.",
    "The alleged killer's car, which will be sold, is red.",
    "Even if it rained, the fair opened.",
    "The forecast was read.",
    "The might of the army grew.",
    "The mayor met the planned target.",
    "She won the due share.",
    "The claims were paid.",
    "The mayor rejected the budget.",
    "The agreed sum was paid.",
    "Reported crime fell.",
    "The expected rain came.",
    "A likely winner spoke.",
    "The mayor denied bail to him.",
    "The would-be killer was held.",
    "Promised aid came.",
]
STANCES: list[tuple[str, Stance, Certainty]] = [
    ("the mayor resigned", "neutral", "established"),
    ("the mayor resigned", "asserts", "established"),
    ("the mayor took bribes", "denies", "denied"),
    ("the mayor took bribes", "accuses", "alleged"),
    ("the mayor took bribes", "doubts", "possible"),
    ("the town sells the port", "demands", "hypothetical"),
    ("the town sells the port", "promises", "planned"),
    ("the town sells the port", "predicts", "expected"),
    ("the mayor took bribes", "asks", "hypothetical"),
    ("the mayor may resign", "asserts", "possible"),
    ("the mayor would win", "asserts", "expected"),
    ("the envoys would meet", "asserts", "planned"),
    ("the mayor would win if she ran", "asserts", "hypothetical"),
]


@pytest.mark.parametrize(("marked", "certainty"), CUES)
def test_cues(tree: Language, marked: str, certainty: Certainty) -> None:
    text = unmarked(marked)
    reading = certainty_of(claim_words(tree, text), text)
    assert reading.value == certainty
    assert [reading.cue] == marked_spans(marked)


@pytest.mark.parametrize("text", ESTABLISHED)
def test_established(tree: Language, text: str) -> None:
    assert certainty_of(claim_words(tree, text), text).value == "established"


@pytest.mark.parametrize(("text", "stance", "certainty"), STANCES)
def test_stance_of_the_holder(tree: Language, text: str, stance: Stance, certainty: Certainty) -> None:
    assert certainty_of(claim_words(tree, text), text, stance).value == certainty
