"""Who is credited with what: text and its quotations in, attributions as spans out.

decoding     logits -> linked spans
judging      how likely each of them is right
fixed_forms  what the layout says: turns of a transcript, signatures, tweets
quoted       what quotation marks make certain
reports      what a verb or noun of saying reports, by the tree
completing   attributions inside others, and those the model passed over
found        the record that comes out

`find_attributions(text, quotes, encoded, reader)` runs all but the two of the tree; `completed` is those two. Nothing
is loaded on import but code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.attribution.completing import completed
from extractors.attribution.fixed_forms import find_fixed_forms, with_fixed_forms
from extractors.attribution.found import FoundAttribution
from extractors.attribution.quoted import credited, settle_quotations
from extractors.records import Quote

if TYPE_CHECKING:
    from extractors.encoder.encoded import Encoded, RoleReader

__all__ = ["FoundAttribution", "completed", "credited", "find_attributions"]


def find_attributions(
    text: str, quotes: tuple[Quote, ...], encoded: Encoded, reader: RoleReader
) -> tuple[FoundAttribution, ...]:
    """All attributions of a text in reading order of their first content. Linear in the length of the text."""
    from extractors.attribution.reading import read_windows

    found = with_fixed_forms(read_windows(text, encoded, reader), find_fixed_forms(text, quotes))
    return settle_quotations(text, quotes, found)
