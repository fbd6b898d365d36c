"""How likely an attribution is right: what counts for it and what against."""

from dataclasses import replace

import numpy as np
import pytest

from extractors.attribution.decoding import Linked
from extractors.attribution.judging import FEATURES, Judge, features, shipped
from extractors.encoder.encoded import Floats

SURE = Linked(0, range(1, 2), range(1), (range(2, 4),))


def logits(cue: float = 4.0, content: float = 4.0, behind: float = -4.0) -> Floats:
    """Of five words: source, cue, content, content, none; how sure the tag head is of cue and content."""
    given = np.zeros((5, 7), dtype=np.float32)
    given[0, 1] = 4.0
    given[1, 3] = cue
    given[2, 5] = given[3, 6] = content
    given[4, 6] = behind
    return given


def roles(source: float = 0.9, content: float = 0.9) -> Floats:
    chances = np.zeros((1, 5, 3), dtype=np.float32)
    chances[0, 0, 1] = source
    chances[0, 2:4, 2] = content
    chances[..., 0] = 1 - chances.sum(axis=-1)
    return chances


def score(logits: Floats, roles: Floats, one: Linked = SURE) -> float:
    return shipped().scores(features(logits, roles, [one]))[0]


@pytest.mark.parametrize(
    ("logits_", "roles_"),
    [
        pytest.param(
            *(logits(cue=1.0), roles()),
            marks=pytest.mark.xfail(
                reason="learned on articles whose cues the encoder knows, a cue's chance says little"
            ),
        ),
        (logits(content=1.0), roles()),
        (logits(), roles(source=0.3)),
        (logits(), roles(content=0.5)),
        (logits(behind=6.0), roles()),
    ],
    ids=["cue", "content by its tag", "source", "content by its role", "where the content ends"],
)
def test_an_attribution_is_the_less_likely_the_less_sure_its_parts_are(logits_: Floats, roles_: Floats) -> None:
    assert score(logits_, roles_) < score(logits(), roles())


def test_an_attribution_without_source_is_likelier_when_no_word_could_be_one() -> None:
    none = Linked(0, range(1, 2), None, (range(2, 4),))
    assert score(logits(), roles(source=0.0), none) > score(logits(), roles(source=0.2), none)


def test_an_attribution_is_less_likely_when_its_cue_had_to_be_looked_for() -> None:
    assert score(logits(), roles(), replace(SURE, late=True)) < score(logits(), roles())


def test_one_without_a_source_need_not_be_as_likely_to_be_kept() -> None:
    judge = Judge(tuple(0.0 for _ in FEATURES), 0.0, least=0.4, least_sourceless=0.2)
    none = replace(SURE, source=None)
    assert [judge.keeps(SURE, 0.3), judge.keeps(SURE, 0.4)] == [False, True]
    assert [judge.keeps(none, 0.1), judge.keeps(none, 0.3)] == [False, True]


def test_every_feature_is_finite_where_the_heads_are_certain() -> None:
    rows = features(logits(cue=90.0, content=90.0), roles(source=1.0, content=1.0), [SURE])
    assert rows.shape == (1, len(FEATURES))
    assert np.isfinite(rows).all()


def test_no_attribution_has_no_features() -> None:
    assert features(logits(), roles(), []).shape == (0, len(FEATURES))


def test_scores_stay_inside_0_and_1() -> None:
    judge = Judge(tuple(50.0 for _ in FEATURES), 0.0, 0.5, 0.5)
    rows = np.array([[9.0] * len(FEATURES), [-9.0] * len(FEATURES)], dtype=np.float32)
    assert judge.scores(rows) == [1.0, 0.0]
