"""Annotated articles: put into windows of the shared encoder, measured, and what decoding goes by chosen on them."""
