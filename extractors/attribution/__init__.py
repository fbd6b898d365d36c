"""Who is credited with what: text and its quotations in, attributions as spans out.

reading      window by window, all of the next three
decoding     logits -> linked spans
unclaimed    contents that no cue took, and cues for them
judging      how likely each of them is right
transcripts  what the layout says: turns of names in capitals
fixed_forms  and single turns, signatures, tweets
quoted       what quotation marks make certain
extents      contents whole, by what others claim and by the tree
reports      what a verb or noun of saying reports, by the tree, too
beside       and by the words around, where the tree shows nothing
writings     whose a participle behind a writing is
alone        whose the quotations are that stand in a paragraph of their own
completing   attributions inside others, and those the model passed over
stretches    whether anything claimed meets a range
found        the record that comes out

`find_attributions(text, quotes, encoded, reader)` runs all but the three of the tree; `completed` is those. Nothing
is loaded on import but code.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractors.attribution.completing import completed
from extractors.attribution.fixed_forms import find_fixed_forms, with_fixed_forms
from extractors.attribution.found import FoundAttribution
from extractors.attribution.quoted import credited, settle_quotations
from extractors.attribution.transcripts import find_turns, with_turns
from extractors.records import Quote

if TYPE_CHECKING:
    from extractors.encoder.encoded import Encoded, RoleReader

__all__ = ["FoundAttribution", "completed", "credited", "find_attributions", "settled"]


def find_attributions(
    text: str, quotes: tuple[Quote, ...], encoded: Encoded, reader: RoleReader
) -> tuple[FoundAttribution, ...]:
    """All attributions of a text in reading order of their first content. Linear in the length of the text."""
    from extractors.attribution.reading import read_windows

    return settled(text, quotes, read_windows(text, encoded, reader))


def settled(text: str, quotes: tuple[Quote, ...], found: Sequence[FoundAttribution]) -> tuple[FoundAttribution, ...]:
    """What the model found with what layout and quotation marks make certain."""
    with_layout = with_fixed_forms(with_turns(found, find_turns(text)), find_fixed_forms(text, quotes))
    return settle_quotations(text, quotes, with_layout)
