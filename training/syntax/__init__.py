"""Treebanks: read, put into windows of the shared encoder, measured; and the irregular lemmas counted in them."""
