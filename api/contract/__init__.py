"""The contract, OpenAPI 3.1.

document.py    openapi.yaml out of routes and schemas
reference.py   the contract as the service hands it out, and the page that shows it; pages/ has that page's files
"""
