"""What is kept, and how records become rows and rows records again.

columns.py          two column types: one word of a closed list, and records as JSON
tables.py           the tables
ids.py              opaque ids: new ones, and ones that follow from what they name
extractions.py      an extraction into rows and back
extraction_rows.py  the columns of each of its parts
comparisons.py      a comparison into rows and back
"""
