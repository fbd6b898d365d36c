"""What the article states: one record for every proposition, with its holder and facets.

passages       whose voice says which stretch of a sentence
propositions   a stretch cut into clauses that state something of their own
parts          and into propositions of other lengths; voices says whose they are, lengths which are worth keeping
rows           a sentence's words as a set that costs nothing to compare
assertions     what states nothing is left out
placed         facets by where they stand
worth          how likely another outlet would state it too
reading        all of it, in order

A claim's spans hold its own words and, where it leans on another clause's subject or antecedent, that subject's.
"""

from extractors.claims.reading import find_claims

__all__ = ["find_claims"]
