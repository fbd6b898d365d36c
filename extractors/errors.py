"""Every error this project raises on purpose, with the stable code a client sees.

VariorumError
├── InputError                  the caller's text cannot be read
│   ├── EmptyText               empty_text
│   ├── TextTooLong             text_too_long
│   ├── NotPlainText            not_plain_text          binary data, control characters, lone surrogates
│   ├── MarkupInsteadOfText     markup_instead_of_text  an HTML or XML page
│   └── UnsupportedLanguage     unsupported_language
├── ComparisonError             the articles cannot be compared       (matching.errors)
├── ServiceError                the service cannot do what was asked  (api.errors)
└── MissingWeights              missing_weights         an installation without its trained files

A code never changes its meaning. `pointer` is the JSON Pointer of the offending part relative to the article or
request that was handed in, and "" when the whole of it is meant. Messages say what to do.
"""

from __future__ import annotations

from typing import ClassVar


class VariorumError(Exception):
    """Root of the hierarchy. `code` is stable and machine-readable, `message` is for people."""

    code: ClassVar[str] = "error"
    title: ClassVar[str] = "The request could not be carried out"

    def __init__(self, message: str, *, pointer: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.pointer = pointer


class InputError(VariorumError):
    code = "unreadable_input"
    title = "The text cannot be read"


class EmptyText(InputError):
    code = "empty_text"
    title = "The text is empty"


class TextTooLong(InputError):
    code = "text_too_long"
    title = "The text is too long"


class NotPlainText(InputError):
    code = "not_plain_text"
    title = "The text is not plain text"


class MarkupInsteadOfText(InputError):
    code = "markup_instead_of_text"
    title = "The text is a web page"


class UnsupportedLanguage(InputError):
    code = "unsupported_language"
    title = "The language is not supported"


class MissingWeights(VariorumError):
    code = "missing_weights"
    title = "The trained files are missing"
