"""Which exchanges a regular expression cannot match, told from the trigrams of its literals without running it."""
