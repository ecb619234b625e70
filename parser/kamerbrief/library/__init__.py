"""Many letters: kept in one file, found by word and by pattern.

`store` keeps letters whole, as JSON; what `words` and `grams` index can be made anew from that. `adding` fills the
store from files, `search` and `scan` find in it.
"""
