"""Lemmas by rule alone, without the table of irregular forms."""

import pytest

from extractors.lemmas import lemma

VERBS = [
    ("staking", "stake"),
    ("striking", "strike"),
    ("blamed", "blame"),
    ("closed", "close"),
    ("used", "use"),
    ("planned", "plan"),
    ("stopping", "stop"),
    ("challenged", "challenge"),
    ("arranged", "arrange"),
    ("changing", "change"),
    ("hanged", "hang"),
    ("visited", "visit"),
    ("opening", "open"),
    ("helped", "help"),
    ("looking", "look"),
    ("raining", "rain"),
    ("belonged", "belong"),
    ("played", "play"),
    ("showed", "show"),
    ("fixed", "fix"),
    ("passed", "pass"),
    ("carried", "carry"),
    ("created", "create"),
    ("resigns", "resign"),
]


@pytest.mark.parametrize(("form", "expected"), VERBS)
def test_verbs(form: str, expected: str) -> None:
    assert lemma(form, "VERB", {}) == expected
