"""How the weights in extractors/weights/encoder were made: corpora -> batches -> network -> train -> export."""
