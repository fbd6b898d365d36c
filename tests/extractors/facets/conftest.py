"""The two readers of this folder: our own pipeline, and one that knows no parts of speech."""

import pytest
import spacy
from spacy.language import Language


@pytest.fixture(scope="session")
def tree(nlp: Language) -> Language:
    return nlp


@pytest.fixture(scope="session")
def words() -> Language:
    return spacy.blank("en")
