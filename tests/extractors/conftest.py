"""The trained encoder and the syntax pipeline over it, loaded once for all tests of extraction."""

import pytest
from spacy.language import Language

from extractors.encoder.graphs import Encoder
from extractors.pipeline import WEIGHTS
from extractors.syntax import load_syntax


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    return Encoder(WEIGHTS / "encoder")


@pytest.fixture(scope="session")
def nlp(encoder: Encoder) -> Language:
    return load_syntax(WEIGHTS / "syntax", encoder)
