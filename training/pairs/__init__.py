"""How the weights in matching/weights/reading were made: examples and corpora -> network -> train -> export."""
