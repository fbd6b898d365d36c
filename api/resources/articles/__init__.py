"""`/v1/articles`. service.py stores an article: writing.py writes it, joining.py lets it join its story."""
