"""What is kept, and how records become rows and rows records again.

database.py         the one engine, and transactions on it; migrating.py brings it up to date
columns.py          two column types: one word of a closed list, and records as JSON
tables/             the tables, in one module for each kind of thing that is kept
ids.py              opaque ids: new ones, and ones that follow from what they name
extractions.py      an extraction into rows and back
extraction_rows.py  the columns of each of its parts
comparisons.py      a comparison into rows and back
identifications.py  which speaker, across all articles, each speaker of an article is
deciding.py         what people decided about that, applied
speaker_names.py    what a speaker is called
name_words.py       the words of those names, which searches compare
"""
