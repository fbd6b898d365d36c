"""How the weights in extractors/weights/attribution were made: data -> network -> train -> export."""
