"""What the government undertakes in its answers (*toezeggingen*): who, what, and by when."""
