"""How the weights in extractors/weights/syntax were made: treebanks -> documents -> tagger, parser, lemmas."""
