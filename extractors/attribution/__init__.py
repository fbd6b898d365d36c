"""Who is credited with what: text and its quotations in, attributions as spans out.

windows      the article as words, pieces and windows of paragraphs
relations    what is known of a (cue, word) pair besides states
encoder      the trained graphs
decoding     logits -> linked spans
fixed_forms  what the layout says: turns of a transcript, signatures, tweets
quoted       what quotation marks make certain
reports      what a verb or noun of saying reports, by the tree
completing   attributions inside others, and those the model passed over
found        the record that comes out

`find_attributions(text, quotes, model)` runs all but the two of the tree; `completed` is those two. Nothing is loaded
on import but code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.attribution.completing import completed
from extractors.attribution.fixed_forms import find_fixed_forms, with_fixed_forms
from extractors.attribution.found import FoundAttribution
from extractors.attribution.quoted import credited, settle_quotations
from extractors.records import Quote

if TYPE_CHECKING:
    from extractors.attribution.encoder import AttributionModel

__all__ = ["FoundAttribution", "completed", "credited", "find_attributions"]


def find_attributions(text: str, quotes: tuple[Quote, ...], model: AttributionModel) -> tuple[FoundAttribution, ...]:
    """All attributions of a text in reading order of their first content. Linear in the length of the text."""
    from extractors.attribution.reading import read_windows

    found = with_fixed_forms(read_windows(text, model), find_fixed_forms(text, quotes))
    return settle_quotations(text, quotes, found)
