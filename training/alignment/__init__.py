"""Makes matching/weights/alignment from annotated stories. `python -m training.alignment --help`."""
