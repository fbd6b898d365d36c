"""By what claims are filtered: the query parameters, and what each of them means."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

import sqlalchemy as sa
from litestar.di import NamedDependency
from litestar.params import QueryParameter
from sqlmodel import col

from api.errors import Fault, InvalidRequest
from api.lists.filters import Filter, at_least, current, equals, is_set, of_source, of_speaker, of_story
from api.lists.pagination import OfArticle, OfRun, OfSource, OfSpeaker, OfStory, score_filter, text_filter
from api.resources.extraction.attributions import Stance
from api.resources.extraction.facets import Certainty, Polarity
from api.resources.extraction.schemas import ClaimKind, ClaimLevel, Nature
from api.storage import tables
from api.storage.columns import some_record

GREATEST_VALUE = 1e15
"""More than what anybody counts; beyond it neighbouring whole numbers are no longer told apart."""

Asked = NamedDependency[dict[str, Any]]
"""How a handler asks for the filters of claims: an argument named `claims_asked`."""


def provide_claims_asked(
    article: OfArticle = None,
    story: OfStory = None,
    source: OfSource = None,
    speaker: OfSpeaker = None,
    kind: Annotated[ClaimKind | None, QueryParameter(description="Only claims of this kind.")] = None,
    level: Annotated[
        ClaimLevel | None,
        QueryParameter(
            description="Only claims of this level. Without it those of level `clause`, which do not overlap."
        ),
    ] = None,
    nature: Annotated[Nature | None, QueryParameter(description="Only claims of this nature.")] = None,
    attributed: Annotated[
        bool | None, QueryParameter(description="Only claims credited to somebody, or only those in the own voice.")
    ] = None,
    stance: Annotated[
        Stance | None,
        QueryParameter(description="Only claims whose holder stands to them like this: `predicts`, `denies`, …"),
    ] = None,
    polarity: Annotated[Polarity | None, QueryParameter(description="Only claims of this polarity.")] = None,
    certainty: Annotated[Certainty | None, QueryParameter(description="Only claims of this certainty.")] = None,
    min_score: Annotated[float | None, score_filter("Only claims with at least this score.")] = None,
    has_quantity: Annotated[
        bool | None, QueryParameter(description="Only claims that give a quantity, or only those that give none.")
    ] = None,
    measure: Annotated[
        str | None, text_filter("Only claims with a quantity of this measure, as quantities give it.")
    ] = None,
    unit: Annotated[str | None, text_filter("Only claims with a quantity in this unit, such as `USD`.")] = None,
    of: Annotated[
        str | None, text_filter("Only claims with a quantity of these things or a kind of them: `troops`.")
    ] = None,
    min_value: Annotated[
        float | None,
        QueryParameter(
            ge=-GREATEST_VALUE, le=GREATEST_VALUE, description="Only claims with a quantity that may be this or more."
        ),
    ] = None,
    max_value: Annotated[
        float | None,
        QueryParameter(
            ge=-GREATEST_VALUE, le=GREATEST_VALUE, description="Only claims with a quantity that may be this or less."
        ),
    ] = None,
    has_time: Annotated[
        bool | None, QueryParameter(description="Only claims that give a time, or only those that give none.")
    ] = None,
    time_from: Annotated[
        dt.date | None, QueryParameter(description="Only claims with a time that may lie on this day or later.")
    ] = None,
    time_to: Annotated[
        dt.date | None, QueryParameter(description="Only claims with a time that may lie on this day or earlier.")
    ] = None,
    has_place: Annotated[
        bool | None, QueryParameter(description="Only claims that name a place, or only those that name none.")
    ] = None,
    place: Annotated[
        str | None,
        text_filter(
            "Only claims that name this place or one in it, as far as the claim says so or a small table knows."
        ),
    ] = None,
    participant: Annotated[
        str | None, text_filter("Only claims that this takes part in, or its government by the name of a seat.")
    ] = None,
    run: OfRun = None,
) -> dict[str, Any]:
    """The value of each filter, None where it is not set. What is asked of quantities is asked of one and the same, and
    so is what is asked of times. Raises InvalidRequest where a stretch ends before it begins.
    """
    refuse_backward("min_value", min_value, "max_value", max_value)
    refuse_backward("time_from", time_from, "time_to", time_to)
    quantity = {"measure": measure, "unit": unit, "of": of, "min": min_value, "max": max_value}
    time = {"from": time_from and time_from.isoformat(), "to": time_to and time_to.isoformat()}
    return {
        "article": article,
        "story": story,
        "source": source,
        "speaker": speaker,
        "kind": kind,
        "level": level,
        "nature": nature,
        "attributed": attributed,
        "stance": stance,
        "polarity": polarity,
        "certainty": certainty,
        "min_score": min_score,
        "has_quantity": has_quantity,
        "quantity": quantity if any(value is not None for value in quantity.values()) else None,
        "has_time": has_time,
        "time": time if any(value is not None for value in time.values()) else None,
        "has_place": has_place,
        "place": place,
        "participant": participant,
        "run": run,
    }


def refuse_backward(first: str, least: Any, last: str, most: Any) -> None:
    """Raises InvalidRequest. Such a stretch would select what is so uncertain that it might be on either side of it."""
    if least is not None and most is not None and least > most:
        told = f"{first!r} must not be more than {last!r}."
        raise InvalidRequest(told, faults=[Fault("invalid_parameter", told, parameter=first)])


def _of_stance(stance: str) -> sa.ColumnElement[bool]:
    return col(tables.Claim.attribution_id).in_(
        sa.select(col(tables.Attribution.id)).where(col(tables.Attribution.stance) == stance)
    )


def _gives(records: Any) -> Filter:
    """What has a record in the column, or what has none."""
    given = some_record(col(records), lambda _: sa.true())
    return lambda wanted: given if wanted else sa.not_(given)


def _with_quantity(asked: dict[str, Any]) -> sa.ColumnElement[bool]:
    def fits(quantity: Any) -> sa.ColumnElement[bool]:
        lower, upper = quantity["lower"].as_float(), quantity["upper"].as_float()
        named = [_same(quantity[name], asked[name]) for name in ("measure", "unit") if asked[name]]
        named += [_counting(quantity["of"], asked["of"])] if asked["of"] else []
        return sa.and_(*named, *_reaching(lower, upper, asked["min"], asked["max"]))

    return some_record(col(tables.Claim.quantities), fits)


def _with_time(asked: dict[str, str | None]) -> sa.ColumnElement[bool]:
    """Days are compared as ISO 8601 writes them; a time of which nothing is known fits nothing."""

    def fits(time: Any) -> sa.ColumnElement[bool]:
        first, last = time["first"].as_string(), time["last"].as_string()
        known = sa.or_(first.is_not(None), last.is_not(None))
        return sa.and_(known, *_reaching(first, last, asked["from"], asked["to"]))

    return some_record(col(tables.Claim.times), fits)


def _reaching(first: Any, last: Any, least: Any, most: Any) -> list[sa.ColumnElement[bool]]:
    """That a stretch, open where an end is null, reaches into another, open where an end is None."""
    begin = [] if least is None else [sa.or_(last.is_(None), last >= least)]
    end = [] if most is None else [sa.or_(first.is_(None), first <= most)]
    return [*begin, *end]


def _in_place(name: str) -> sa.ColumnElement[bool]:
    """That a claim names the place, or one that lies in it: "Lviv, Ukraine" and "Kyiv" are found by "Ukraine"."""
    from extractors.facets.places import names_within  # loads spaCy, which nothing else here needs

    names = sorted(names_within(name))

    def lies_there(record: Any) -> sa.ColumnElement[bool]:
        written = sa.func.lower(record["name"].as_string())
        told = [written.endswith(f", {one}", autoescape=True) for one in names]
        return sa.or_(_same(record["name"], name), written.in_(names), *told)

    return some_record(col(tables.Claim.places), lies_there)


def _taking_part(name: str) -> sa.ColumnElement[bool]:
    """By name, or by the country whose government a seat stands for: "Russia" finds "the Kremlin"."""
    return some_record(
        col(tables.Claim.participants),
        lambda record: sa.or_(_same(record["name"], name), _same(record["government_of"], name)),
    )


def _same(written: Any, sought: str) -> sa.ColumnElement[bool]:
    """That a text is the one sought, capitals aside. SQLite knows capitals only of the letters that English has."""
    return sa.or_(written.as_string() == sought, sa.func.lower(written.as_string()) == sought.lower())


def _counting(things: Any, sought: str) -> sa.ColumnElement[bool]:
    """That what is counted is what is sought or a kind of it: "troops" finds "russian troop"."""
    from extractors.facets.counted import singular  # loads spaCy, which nothing else here needs

    *before, head = sought.lower().split() or [sought]
    noun = " ".join([*before, singular(head)])
    return sa.or_(things.as_string() == noun, things.as_string().endswith(f" {noun}", autoescape=True))


FILTERS: dict[str, Filter] = {
    "article": equals(tables.Claim.article_id),
    "story": of_story(tables.Claim.article_id),
    "source": of_source(tables.Claim.article_id),
    "speaker": of_speaker(tables.Claim.attribution_id),
    "kind": equals(tables.Claim.kind),
    "level": equals(tables.Claim.level),
    "nature": equals(tables.Claim.nature),
    "attributed": is_set(tables.Claim.attribution_id),
    "stance": _of_stance,
    "polarity": equals(tables.Claim.polarity),
    "certainty": equals(tables.Claim.certainty),
    "min_score": at_least(tables.Claim.score),
    "has_quantity": _gives(tables.Claim.quantities),
    "quantity": _with_quantity,
    "has_time": _gives(tables.Claim.times),
    "time": _with_time,
    "has_place": _gives(tables.Claim.places),
    "place": _in_place,
    "participant": _taking_part,
    "run": equals(tables.Claim.run_id),
}
UNLESS_GIVEN = {"run": current(tables.Claim.run_id)}
OF_ONE_LEVEL = {"level": col(tables.Claim.level) == "clause"}
"""What is listed and counted where no level is named: claims of other levels say the same again."""
