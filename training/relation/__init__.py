"""How the score of divergences in `matching/weights/relation` was made; see `python -m training.relation --help`."""
