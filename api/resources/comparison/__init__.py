"""`POST /v1/compare`. alignments.py and divergences.py are parts of its answer, which stories give as well.
sent.py finds what was decided about the speakers of articles that are not stored.
"""
