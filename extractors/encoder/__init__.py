"""One reading of an article that every learned stage shares: words in windows, one pass of the encoder, small heads.

windows    the article as words, pieces and windows of paragraphs
encoded    the article's words with the encoder's states for them
relations  what is known of a (cue, word) pair besides states
graphs     the trained graphs: encoder with tags, roles, trees, relations
"""
