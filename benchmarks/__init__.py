"""Quality and speed of the service, each one command; RESULTS.md has the figures.

quality.py      the scorers against a fresh server
claims.py       annotated claims found, and how long ours are
facets.py       quantities and times against sentences judged by reading
origins.py      spliced copies that pass for independent reports
speed.py        extraction beside the bare encoder
comparison.py   comparison, and how its time grows with the claims
"""
