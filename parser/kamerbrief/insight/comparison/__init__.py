"""Compare letters: which questions are the same or alike, and what changed between the answers, word by word."""
