"""What a process of the service is made of.

settings.py    how it is configured: options over variables of the environment
logs.py        what it logs
engine.py      extraction and comparison as the service calls them
computing.py   the threads they run in
intake.py      what storing needs: database, computation, clock, ids
"""
