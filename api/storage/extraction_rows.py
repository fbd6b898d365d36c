"""Records of extraction as the columns of their rows, and rows as records again. Pure: no database here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from api.storage import tables
from extractors import records
from extractors.records import Attribution, Claim, Quote, Speaker


def appearance_columns(record: Speaker) -> dict[str, Any]:
    return {
        "name": record.name,
        "type": record.type,
        "anonymous": record.anonymous,
        "anonymity": record.anonymity,
        "mentions": record.mentions,
        "roles": record.roles,
    }


def attribution_columns(record: Attribution) -> dict[str, Any]:
    return {
        "kind": record.kind,
        "spans": record.spans,
        "appearance_id": record.speaker.id if record.speaker else None,
        "mention": record.mention,
        "cue": record.cue,
        "stance": record.stance,
        "via_id": record.via,
        "score": record.score,
        "found_by": record.found_by,
    }


def claim_columns(record: Claim) -> dict[str, Any]:
    return {
        "kind": record.kind,
        "text": record.text,
        "spans": record.spans,
        "sentence": record.sentence,
        "attribution_id": record.attribution.id if record.attribution else None,
        "level": record.level,
        "within_id": record.within,
        "nature": record.nature,
        "predicate": record.predicate,
        "polarity": record.polarity,
        "certainty": record.certainty,
        "certainty_cue": record.certainty_cue,
        "quantities": record.quantities,
        "times": record.times,
        "places": record.places,
        "participants": record.participants,
        "score": record.score,
    }


def quote_columns(record: Quote) -> dict[str, Any]:
    return {
        "span": record.span,
        "inner": record.inner,
        "parent_id": record.parent,
        "continues_id": record.continues,
        "closed": record.closed,
        "attribution_id": record.attribution,
    }


def speaker(row: tables.Appearance) -> Speaker:
    return Speaker(
        id=row.id,
        name=row.name,
        type=cast("records.SpeakerType", row.type),
        anonymous=row.anonymous,
        anonymity=row.anonymity,
        mentions=row.mentions,
        roles=row.roles,
    )


def attribution(row: tables.Attribution, speakers: Mapping[str, Speaker]) -> Attribution:
    return Attribution(
        id=row.id,
        kind=cast("records.AttributionKind", row.kind),
        spans=row.spans,
        speaker=speakers[row.appearance_id] if row.appearance_id else None,
        mention=row.mention,
        cue=row.cue,
        stance=cast("records.Stance", row.stance),
        via=row.via_id,
        score=row.score,
        found_by=row.found_by,
    )


def claim(row: tables.Claim, attributions: Mapping[str, Attribution]) -> Claim:
    return Claim(
        id=row.id,
        kind=cast("records.ClaimKind", row.kind),
        text=row.text,
        spans=row.spans,
        sentence=row.sentence,
        attribution=attributions[row.attribution_id] if row.attribution_id else None,
        polarity=cast("records.Polarity", row.polarity),
        certainty=cast("records.Certainty", row.certainty),
        quantities=row.quantities,
        times=row.times,
        places=row.places,
        participants=row.participants,
        score=row.score,
        level=cast("records.ClaimLevel", row.level),
        within=row.within_id,
        nature=cast("records.Nature", row.nature),
        predicate=row.predicate,
        certainty_cue=row.certainty_cue,
    )


def quote(row: tables.Quote) -> Quote:
    return Quote(
        id=row.id,
        span=row.span,
        inner=row.inner,
        parent=row.parent_id,
        continues=row.continues_id,
        closed=row.closed,
        attribution=row.attribution_id,
    )


def caveat(row: tables.Caveat) -> records.Caveat:
    return records.Caveat(code=row.code, detail=row.detail, span=row.span)
