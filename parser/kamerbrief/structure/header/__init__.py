"""What stands around the exchanges: who writes, to whom, about what, when, and who asks."""
