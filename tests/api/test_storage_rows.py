"""What is read in an article comes back from the store whole: no field of a record is without a column."""

from __future__ import annotations

from dataclasses import fields

import pytest
import sqlalchemy as sa

from api.storage import tables
from extractors import records
from matching import records as matched

ELSEWHERE = {
    ("Attribution", "speaker"): "appearance_id",
    ("Divergence", "left"): "left_claim_id",
    ("Divergence", "right"): "right_claim_id",
    ("Dispute", "left"): "left_claim_id",
    ("Dispute", "right"): "right_claim_id",
    ("Alignment", "members"): "id",  # in rows of their own, as are the divergences
    ("Alignment", "divergences"): "id",
}
"""Fields that are kept under another name, or in rows that refer to this one's column."""
TOLD_BY_A_COMPARISON = {("Speaker", "identity")}
"""Fields that no article tells; they are kept with the run that compared (`tables.RunSpeaker`)."""


@pytest.mark.parametrize(
    ("record", "table"),
    [
        (records.Speaker, tables.Appearance),
        (records.Attribution, tables.Attribution),
        (records.Claim, tables.Claim),
        (records.Quote, tables.Quote),
        (matched.Alignment, tables.Alignment),
        (matched.Divergence, tables.Divergence),
        (matched.Dispute, tables.Dispute),
        (matched.Origin, tables.Origin),
    ],
)
def test_every_field_of_a_record_is_stored(record: type, table: type) -> None:
    columns = set(sa.inspect(table).columns.keys())
    names = [field.name for field in fields(record) if (record.__name__, field.name) not in TOLD_BY_A_COMPARISON]
    stored = {name for name in names if ELSEWHERE.get((record.__name__, name), name) in columns}
    stored |= {name for name in names if f"{name}_id" in columns}
    assert stored == set(names)
