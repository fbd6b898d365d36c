"""`/v1/alignments`. filters.py has the parameters that agreements and divergences are found by, too."""
