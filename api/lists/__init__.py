"""Lists of stored things: `{items, next_cursor}`, the same for every resource.

pagination.py   pages in a fixed order, and cursors bound to the conditions of their list
filters.py      conditions as parameters, and what they select
counting.py     how many there are of each kind, instead of the things themselves
"""
