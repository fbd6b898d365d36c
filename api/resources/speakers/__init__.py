"""`/v1/speakers`. searching.py finds them by name, holders.py says to whom an attribution is.
catching_up.py is run when the service starts.
"""
