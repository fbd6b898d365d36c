"""Cues and the stance they show."""

from typing import get_args

import pytest

from extractors.records import Stance
from extractors.stance import stance_of


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        (None, "neutral"),
        ("", "neutral"),
        ("said", "neutral"),
        ("says", "neutral"),
        ("told", "neutral"),
        ("added:", "neutral"),
        ("according to", "neutral"),
        ("said in a statement", "neutral"),
        ("wrote", "neutral"),
        ("noted", "neutral"),
        (":", "neutral"),
        ("claimed", "asserts"),
        ("has claimed", "asserts"),
        ("insisted", "asserts"),
        ("is arguing", "asserts"),
        ("made clear", "asserts"),
        ("made it clear", "asserts"),
        ("maintains", "asserts"),
        ("thinks", "asserts"),
        ("believed", "asserts"),
        ("pointed out", "asserts"),
        ("stood by", "asserts"),
        ("Swore", "asserts"),
        ("was convinced", "asserts"),
        ("admitted", "concedes"),
        ("conceding", "concedes"),
        ("acknowledges", "concedes"),
        ("apologized for", "concedes"),
        ("took responsibility for", "concedes"),
        ("denied", "denies"),
        ("denies", "denies"),
        ("ruled out", "denies"),
        ("rejected", "denies"),
        ("rebutting", "denies"),
        ("disagrees", "denies"),
        ("took issue with", "denies"),
        ("repeated his denial", "denies"),
        ("doubted", "doubts"),
        ("questioned whether", "doubts"),
        ("cast doubt on", "doubts"),
        ("called into question", "doubts"),
        ("is sceptical", "doubts"),
        ("demanded", "demands"),
        ("called for", "demands"),
        ("called on", "demands"),
        ("urges", "demands"),
        ("wants", "demands"),
        ("begged", "demands"),
        ("asked for", "demands"),
        ("would like", "demands"),
        ("vowed", "promises"),
        ("pledging", "promises"),
        ("has promised", "promises"),
        ("planned", "promises"),
        ("committed", "promises"),
        ("threatened", "promises"),
        ("predicts", "predicts"),
        ("is expected", "predicts"),
        ("warned", "predicts"),
        ("feared", "predicts"),
        ("forecast", "predicts"),
        ("asked", "asks"),
        ("asked about", "asks"),
        ("wanted to know", "asks"),
        ("inquired", "asks"),
        ("accused", "accuses"),
        ("has alleged", "accuses"),
        ("blaming", "accuses"),
        ("slammed", "accuses"),
        ("lashed out", "accuses"),
        ("was critical of", "accuses"),
        ("called", "neutral"),
    ],
)
def test_a_cue_shows_a_stance(cue: str | None, stance: Stance) -> None:
    assert stance_of(cue) == stance


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        ("did not deny", "neutral"),
        ("didn't deny", "neutral"),
        ("didn’t deny", "neutral"),
        ("never denied", "neutral"),
        ("refused to deny", "neutral"),
        ("refused to say", "neutral"),
        ("declined to comment", "neutral"),
        ("did not respond to", "neutral"),
        ("would not say", "neutral"),
        ("did not admit", "denies"),
        ("refused to admit", "denies"),
        ("has never acknowledged", "denies"),
        ("does not believe", "denies"),
        ("don't think", "denies"),
        ("do not agree", "denies"),
        ("failed to concede", "denies"),
        ("does not doubt", "asserts"),
        ("did not question", "asserts"),
        ("did not refuse to admit", "concedes"),
        ("did not promise", "neutral"),
        ("did not accuse", "neutral"),
        ("stopped short of accusing", "neutral"),
        ("does not expect", "doubts"),
        ("said he did not believe", "denies"),
    ],
)
def test_negation_turns_a_stance(cue: str, stance: Stance) -> None:
    assert stance_of(cue) == stance


def test_the_first_stance_of_a_cue_counts() -> None:
    assert stance_of("denied, insisting") == "denies"
    assert stance_of("said, insisting") == "asserts"


@pytest.mark.parametrize("cue", ["\ud800", "’", "--", "no not never", "a" * 10_000, "deny " * 2_000])
def test_any_cue_gets_a_stance(cue: str) -> None:
    assert stance_of(cue) in get_args(Stance)


@pytest.mark.xfail(reason="adverbs of manner are not read")
def test_an_adverb_may_carry_the_stance() -> None:
    assert stance_of("said accusingly") == "accuses"
