"""Which rule resolves which kind of expression."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from extractors.facets import absolute_times, relative_times
from extractors.facets.time_expressions import Expression
from extractors.facets.time_pieces import Resolved, Setting

_RULES: dict[str, Callable[[Mapping[str, str], Setting], Resolved | None]] = {
    "date_of": absolute_times.date_of,
    "iso": absolute_times.iso,
    "holiday": absolute_times.holiday,
    "date": absolute_times.date,
    "date_range": absolute_times.date_range,
    "month_year": absolute_times.month_year,
    "weekday_of_month": relative_times.weekday_of_month,
    "month_of": relative_times.month_of,
    "quarter": absolute_times.quarter,
    "half": absolute_times.half,
    "season_year": absolute_times.season_year,
    "season": relative_times.season,
    "which_season": relative_times.season,
    "years": absolute_times.years,
    "season_year_pair": absolute_times.year_pair,
    "year": absolute_times.year,
    "early_year": absolute_times.year,
    "described_year": absolute_times.year,
    "decade": absolute_times.decade,
    "century": absolute_times.century,
    "day_after": relative_times.relative_day,
    "relative_day": relative_times.relative_day,
    "weekday": relative_times.weekday,
    "period": relative_times.period,
    "weekend": relative_times.weekend,
    "past_span": relative_times.past_span,
    "ago": relative_times.ago,
    "in_time": relative_times.in_time,
    "in_days": relative_times.in_time,
    "month": relative_times.month,
    "which_month": relative_times.which_month,
    "numeric_date": absolute_times.numeric_date,
    "short_year": absolute_times.short_year,
    "month_range": relative_times.month_range,
    "weekday_range": relative_times.weekday_range,
    "portion": relative_times.portion,
    "ago_on": relative_times.ago_on,
    "from_now": relative_times.in_time,
    "second_next": relative_times.second_next,
    "day_of_month": relative_times.day_of_month,
}


def resolve(expression: Expression, setting: Setting) -> Resolved | None:
    rule = _RULES.get(expression.kind)
    if rule is None:
        return None
    try:
        return rule(expression.parts, setting)
    except (ValueError, OverflowError):
        # No such day: "February 30", or a shift beyond the calendar.
        return None
