"""Rule out letters that a regular expression cannot match, by the trigrams of its literals."""
