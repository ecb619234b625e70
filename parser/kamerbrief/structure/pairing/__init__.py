"""Questions with their answers: which paragraphs make one exchange, and under which heading it stands."""
