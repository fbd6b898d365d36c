"""`POST /v1/extract`. attributions.py and facets.py are parts of its answer, which other resources give as well."""
