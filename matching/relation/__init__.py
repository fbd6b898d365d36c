"""Which of the divergences that could be read are there, and how sure a relation is.

    pairs of statements that may be of one slot -> what would differ (`matching.divergences`) -> evidence -> score

The rules say what two values are and that they cannot both be; whether both are said of one thing is a matter of
evidence, which is weighed here: evidence.py says what speaks for and against, scoring.py weighs it, finding.py does
both for all of a story.
"""

from matching.relation.finding import Diverging, diverging_pairs
from matching.relation.scoring import RelationModel, load_relation_model

__all__ = ["Diverging", "RelationModel", "diverging_pairs", "load_relation_model"]
