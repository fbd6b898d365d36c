"""Pages of other origins that may call the service from a browser (CORS): none, unless the settings name them."""

from __future__ import annotations

from collections.abc import Sequence

from litestar.config.cors import CORSConfig

SENT = ["Content-Type", "Idempotency-Key", "If-None-Match", "X-Request-Id"]
"""Headers a page may send beside those that every page may."""
READ = ["ETag", "Location", "X-Request-Id"]
"""Headers of an answer that a page may read beside those that every page may."""
SECONDS_ALLOWED = 600
"""How long a browser need not ask again. A change of the settings reaches it after as long."""


def allowing(origins: Sequence[str]) -> CORSConfig | None:
    """What the framework tells browsers; None, which tells them nothing, where no origin is named."""
    if not origins:
        return None
    return CORSConfig(
        allow_origins=list(origins),
        allow_methods=["GET", "HEAD", "POST"],
        allow_headers=SENT,
        expose_headers=READ,
        max_age=SECONDS_ALLOWED,
    )
