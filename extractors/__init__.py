"""One article in; attributions, claims, quotes and speakers out. Pure: no HTTP, no database.

pipeline.py      the one way through, start here
records.py       what comes out; errors.py what may be raised
reading.py       can it be read at all? language.py which language it is in
quotations.py    passages in quotation marks; marks.py the signs themselves
encoder/         words, and one pass of the encoder over them that every learned stage shares
attribution/     who is credited with what; stance.py the stance that the words of attribution take
speakers/        one identity for everybody who is credited
syntax.py        the spaCy pipeline: sentences.py (with abbreviations.py), trees.py (with projective.py), lemmas.py
parsed.py        a document as plain records, which rules about claims read; documents.py its text, kept
facets/          numbers, times, places, participants, polarity, certainty, ... in a form that can be compared
claims/          one record for every proposition, with its holder and facets
lexicons/        word lists as data; word_lists.py how short ones are written in code
weights/         the trained files, each with its model card
"""
