"""`/v1/stories`. comparing.py compares the articles of one."""
