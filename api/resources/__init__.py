"""The resources of /v1, a folder each.

routes.py     the operations with their parameters, as the contract shows them
schemas.py    the messages, and how records or rows become them
service.py    what an operation does; small resources do it in their routes

Nothing is stored by        extraction, comparison
What callers give           stories, articles, sources
What was read in it         claims, quotes, speakers; decisions about speakers
What articles show together alignments, agreements, divergences
Which version said so       runs
"""
