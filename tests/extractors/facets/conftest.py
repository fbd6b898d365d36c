"""The two readers of this folder: our own pipeline, and one that knows no parts of speech."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from extractors.syntax import load_syntax


@pytest.fixture(scope="session")
def tree() -> Language:
    return load_syntax(Path("extractors/weights/syntax"))


@pytest.fixture(scope="session")
def words() -> Language:
    return spacy.blank("en")
