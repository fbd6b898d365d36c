"""Opaque ids. What is given gets a new one; what is derived gets one that follows from what it was derived from."""

from __future__ import annotations

import hashlib
import json
import secrets
import time
from collections.abc import Callable

IdSource = Callable[[str], str]
"""From a prefix such as "art" to an id that was never given before, greater than the earlier ones."""

TIME_DIGITS = 12
"""Hexadecimal digits for milliseconds since 1970: enough for the next nine thousand years."""
RANDOM_BYTES = 8
"""Behind the time: of the ids given in one millisecond no two are the same by chance."""
DERIVED_DIGITS = 24
"""96 bits: with 10^12 ids of one kind the chance that any two are the same is about 10^-5."""


def new_id(prefix: str) -> str:
    """An `IdSource`: the milliseconds since 1970 in hexadecimal, so that ids sort as they came, then random digits."""
    return f"{prefix}_{time.time_ns() // 1_000_000:0{TIME_DIGITS}x}{secrets.token_hex(RANDOM_BYTES)}"


def digest(*parts: object) -> str:
    """SHA-256, in hexadecimal, of JSON values; different sequences of values have different digests."""
    canonical = json.dumps(parts, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()


def derived_id(prefix: str, *parts: object) -> str:
    """The id that follows from `parts`: the same for the same ones, in every database."""
    return f"{prefix}_{digest(*parts)[:DERIVED_DIGITS]}"


def text_digest(text: str) -> str:
    """SHA-256 of the text's UTF-8 bytes. Half a surrogate pair is let through here: reading refuses it."""
    return hashlib.sha256(text.encode("utf8", "surrogatepass")).hexdigest()
