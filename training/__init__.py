"""How the weights in extractors/weights and matching/weights were made. README.md has the order and the modules."""
