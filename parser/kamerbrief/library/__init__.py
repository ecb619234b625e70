"""Store many letters in one SQLite file, and search them by words or by regular expression.

`ingest` parses files and `store` writes the letters, whole, as JSON. `search` finds exchanges by words and
`regex_search` sentences by a regular expression. Both use indexes that can be rebuilt from the JSON (`integrity`).
"""
