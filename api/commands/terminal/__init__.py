"""Extractions and comparisons as they are printed in a terminal.

printable.py   text from outside, made safe and readable
parts.py       what the views are put together from
extraction.py  who said what in one article, then its claims with their facets
comparison.py  several articles: a line of counts, divergences, agreements, disputes, copies, what only one has
stories.py     the stories that are stored

Everything here is a pure function from records to something `rich` can print. Offsets are printed as `[start:end]` and
count code points of the article's text.
"""
