"""Facets: the parts of a claim in a form that can be compared without reading.

quantities.py          numbers as intervals with unit, thing counted and measure
                       text to numbers: lexing, number_words, number_reading, near_misses (what is none)
                       with units and bounds: units, amounts, bounds, rates, counted, measure_words
                       kinds of their own: ages, multiples, ordinals, scores
times.py               expressions of time as stretches of days
                       found: time_expressions (time_patterns, clock_patterns, time_signs), clauses
                       resolved: time_rules (absolute_times, relative_times), anchored_times, time_pieces, calendars,
                       tense
                       hours of the day: clock_times; what comes again: recurring_times
places.py              names of places, and which lies in which (place_names)
participants.py        who takes part, in which role
polarity.py            affirmed or negated                         } both read the claim's own predicate
certainty.py           established, alleged, planned, ... and why  } (predicates)
nature.py              fact, opinion, prediction or hypothesis     }
predication.py         the claim's verb with voice, tense and arguments by role
comparing.py           can two quantities, or two times, both be right?

Every function takes a spaCy `Doc` and works on its text; tags and a tree are used where the document has them.
"""

from extractors.facets.certainty import CertaintyReading, certainty_of
from extractors.facets.comparing import overlap_days, quantities_meet, same_kind, times_meet, tolerance
from extractors.facets.nature import nature_of
from extractors.facets.participants import find_participants
from extractors.facets.places import contains, find_places, government_of
from extractors.facets.polarity import polarity_of
from extractors.facets.predication import predicate_of
from extractors.facets.quantities import find_quantities
from extractors.facets.times import find_times

__all__ = [
    "CertaintyReading",
    "certainty_of",
    "contains",
    "find_participants",
    "find_places",
    "find_quantities",
    "find_times",
    "government_of",
    "nature_of",
    "overlap_days",
    "polarity_of",
    "predicate_of",
    "quantities_meet",
    "same_kind",
    "times_meet",
    "tolerance",
]
