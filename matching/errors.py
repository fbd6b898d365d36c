"""Errors of comparison; the root of the hierarchy is in `extractors.errors`."""

from __future__ import annotations

from extractors.errors import VariorumError


class ComparisonError(VariorumError):
    code = "not_comparable"
    title = "The articles cannot be compared"


class TooFewArticles(ComparisonError):
    code = "too_few_articles"
    title = "A comparison needs at least two articles"


class DuplicateArticle(ComparisonError):
    code = "duplicate_article_id"
    title = "Two articles have the same id"
