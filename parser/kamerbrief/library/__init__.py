"""Many letters: searching them."""
