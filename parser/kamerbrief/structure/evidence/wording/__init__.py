"""What letters say, as patterns by subject, built from what published letters print (2012 to 2025).

Each pattern is one kind of evidence and never decides alone. A pattern whose examples are all in lower case is for
text that went through `case_folding.caseless`: `re` takes three times as long with IGNORECASE.
"""
