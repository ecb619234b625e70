"""The form of a letter: a value for each of its traits, and the grammar that is put together from these values."""
