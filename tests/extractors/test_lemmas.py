"""Lemmas by rule alone, and with the table of irregular forms that ships."""

import json

import pytest

from extractors.lemmas import lemma
from extractors.pipeline import WEIGHTS

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


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("fled", "flee"),
        ("bred", "breed"),
        ("sank", "sink"),
        ("overthrown", "overthrow"),
        ("wept", "weep"),
        ("led", "lead"),
    ],
)
def test_irregular_verbs(form: str, expected: str) -> None:
    table = json.loads((WEIGHTS / "syntax/lemmas.json").read_text(encoding="utf8"))
    assert lemma(form, "VERB", table) == expected
