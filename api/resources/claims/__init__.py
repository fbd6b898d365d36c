"""`/v1/claims`. filters.py has the parameters by which claims are found and counted."""
